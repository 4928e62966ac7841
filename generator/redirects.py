"""Where did a renamed page go? Small pages at the old addresses that lead to the new ones."""

from markupsafe import escape

from generator.model.site import Site
from generator.register import Register
from generator.strings import words

_PAGE = """<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<title>{title}</title>
<link rel="canonical" href="{whole}">
<meta http-equiv="refresh" content="0; url={relative}">
<meta name="robots" content="noindex">
</head>
<body>
<p>{text} <a href="{relative}">{whole}</a></p>
</body>
</html>
"""


def redirects(site: Site, register: Register) -> dict[str, bytes]:
    """Return a page for every address at which a page was found before, by its path among the pages."""
    texts, pages = words("phrases")["moved"], {}
    for old, new in register.moves():
        filling = {
            "title": escape(texts["title"]),
            "text": escape(texts["text"]),
            "whole": escape(site.address + new),
            "relative": escape("../" * old.count("/") + new),
        }
        pages[f"{old}index.html"] = _PAGE.format(**filling).encode()
    return pages
