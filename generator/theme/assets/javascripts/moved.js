/* On a page at a former address: leads to the present one, at the place on it that the reader asked for. */
location.replace(document.querySelector("a").href + location.hash)
