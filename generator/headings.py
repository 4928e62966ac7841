"""Has every heading of a page an anchor, made by the one function that makes them?

Renderers would make their own of what is left without: Python-Markdown drops đ, others number otherwise.
"""

import re
from html import unescape

from generator.vietnamese.folding import Anchors

_HEADING = re.compile(r"^(#{1,6} (?:(?!\{ ?#).)+?)[ \t]*$", re.MULTILINE)
_ANCHOR = re.compile(r"\{ ?#([A-Za-z0-9_-]+) ?\}| id=\"([A-Za-z0-9_-]+)\"")
_TAG = re.compile("<[^>]*>")


def anchored(body: str) -> str:
    """Return the Markdown of a page with an anchor for each heading; those that are there come first."""
    anchors = Anchors(one or other for one, other in _ANCHOR.findall(body))

    def with_anchor(match: re.Match[str]) -> str:
        words = unescape(_TAG.sub("", match[1].lstrip("#")))
        return f"{match[1]} {{ #{anchors.of(words)} }}"

    return _HEADING.sub(with_anchor, body)
