/* Shows the colours that the reader chose before, while the page is still loading.
   The names are Material's (partials/javascripts/palette.html of 9.8.1). */
var palette = __md_get("__palette")
if (palette && palette.color)
  for (const [key, value] of Object.entries(palette.color))
    document.body.setAttribute("data-md-color-" + key, value)
