"""What may a page of the site load and run, and does a rendered page ask for more?

Scripts, styles, pictures and fonts come from files of the site itself, none stands in the page: so a text that
slipped through every check still cannot run. (``data:`` is for the small signs in Material's styles.) What a
``<meta>`` cannot say stays open: who may show the site in a frame (``frame-ancestors``) is for the server. And
``'self'`` is the whole origin, which all projects of one owner share on ``owner.github.io``.
"""

import re
from collections.abc import Iterator
from html.parser import HTMLParser

CONTENT_SECURITY_POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        "worker-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
    )
)
"""The policy of every page, in a ``<meta>`` because static hosting sets no headers (CSP level 3, W3C)."""

_RUNNING = frozenset({"applet", "base", "embed", "frame", "frameset", "iframe", "object", "portal", "style"})
"""Elements that run something, show another page, or change where all links lead."""

_LOADED = frozenset({"action", "background", "data", "formaction", "manifest", "poster", "src", "srcset"})
"""Attributes that a browser follows by itself."""

_OWN_SCRIPT = re.compile(r"(?:(?:\.\./)+|(?:\./)?|/(?:[\w.~-]+/)*)assets/javascripts/[\w.-]+\.js")
_WITH_SCHEME = re.compile(r"[\x00-\x20]*(?:([a-z][a-z0-9+.-]*):|[\\/]{2})", re.IGNORECASE)
_SCHEMES = frozenset({"http", "https", "mailto", "tel", "webcal"})
_RELATIONS_TO_NAMES = frozenset({"alternate", "canonical"})
"""Relations whose address names a page and is not loaded."""


def breaches(html: str) -> list[str]:
    """Return what in a page could run or load what the theme did not bring, each as the tag that does it."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.found


class _Reader(HTMLParser):
    """Reads a page tag by tag."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        if any(_faults(tag, attributes)):
            self.found.append(self.get_starttag_text() or tag)


def _faults(tag: str, attributes: dict[str, str]) -> Iterator[bool]:
    yield tag in _RUNNING
    yield tag == "script" and not _is_of_the_theme(attributes)
    yield tag == "meta" and not _is_harmless(attributes)
    yield tag == "link" and not _names_a_page(attributes) and _leads_out(attributes.get("href", ""))
    for name, value in attributes.items():
        yield name.startswith("on") or name in ("style", "srcdoc", "ping")
        yield name in _LOADED and _leads_out(value)
        yield name in ("href", "xlink:href") and not _is_of_a_known_scheme(value)


def _is_of_the_theme(attributes: dict[str, str]) -> bool:
    """Return whether a script is a file of the theme, or data that Material's script reads."""
    if "src" in attributes:
        return _OWN_SCRIPT.fullmatch(attributes["src"]) is not None
    return attributes == {"id": "__config", "type": "application/json"}


def _is_harmless(attributes: dict[str, str]) -> bool:
    """Return whether a ``<meta>`` only says something, or leads on to another page of the site."""
    kind = attributes.get("http-equiv", "").lower()
    address = re.fullmatch(r"0; url=(\S+)", attributes.get("content", ""))
    leads_on = kind == "refresh" and address is not None and not _leads_out(address[1])
    return leads_on or kind in ("", "content-security-policy")


def _names_a_page(attributes: dict[str, str]) -> bool:
    return attributes.get("rel") in _RELATIONS_TO_NAMES


def _leads_out(address: str) -> bool:
    return _WITH_SCHEME.match(address) is not None


def _is_of_a_known_scheme(address: str) -> bool:
    found = _WITH_SCHEME.match(address)
    return found is None or (found[1] or "").lower() in _SCHEMES
