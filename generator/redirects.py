"""What is found at the former addresses of what was renamed? A page that leads on, and the same files beside it."""

from collections.abc import Mapping

from markupsafe import escape

from generator.model.site import Site
from generator.policy import CONTENT_SECURITY_POLICY
from generator.register import Register
from generator.strings import say

_PAGE = """<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<title>{title}</title>
<link rel="canonical" href="{whole}">
<meta name="robots" content="noindex">
<noscript><meta http-equiv="refresh" content="0; url={relative}"></noscript>
<script src="{top}assets/javascripts/moved.js" defer></script>
</head>
<body>
<p>{text} <a href="{relative}">{whole}</a></p>
</body>
</html>
"""


def redirects(site: Site, register: Register) -> dict[str, bytes]:
    """Return a page for every address at which a page was found before, by its path among the pages."""
    pages = {}
    for old, new in register.moves():
        top = "../" * old.count("/")
        filling = {
            "policy": escape(CONTENT_SECURITY_POLICY),
            "top": top,
            "title": escape(say("phrases.moved.title")),
            "text": escape(say("phrases.moved.text")),
            "whole": escape(site.address + new),
            "relative": escape(top + new),
        }
        pages[f"{old}index.html"] = _PAGE.format(**filling).encode()
    return pages


def copies(register: Register, files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return feeds, calendars, documents and pictures once more where they were found before, by their paths.

    Programs that read feeds follow no page that leads on, nor does a link to a document.
    """
    beside: dict[str, list[str]] = {}
    for path in files:
        beside.setdefault(path[: path.rfind("/") + 1], []).append(path)
    return {
        old + path.removeprefix(new): files[path] for old, new in register.moves() for path in beside.get(new, ())
    }
