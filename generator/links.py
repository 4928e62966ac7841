"""Does every link lead to a page and an anchor? Makes the links of all pages final, and proves them.

A final link is relative, ``../../don-vi/xa-a/``, and needs no look at another page: so any part of the pages
can be rendered alone.
"""

import re
from collections.abc import Iterable
from typing import NamedTuple

_LINK = re.compile(r"@/([A-Za-z0-9/._-]*)(#[A-Za-z0-9_-]+)?|(?<=href=\")#([A-Za-z0-9_-]+)")
_ANCHOR = re.compile(r"\{:? ?#([A-Za-z0-9_-]+) ?\}|(?<=\sid=\")([A-Za-z0-9_-]+)(?=\")")


class DeadLink(NamedTuple):
    """A link that leads nowhere: from which address, to which."""

    start: str
    target: str


class BrokenSiteError(Exception):
    """The pages do not hold together: a mistake of the generator, never of the records."""


class Linker:
    """Makes links final page by page, and remembers them for the proof at the end."""

    def __init__(self, files: Iterable[str]) -> None:
        self._files = frozenset(files)
        self._anchors: dict[str, frozenset[str]] = {}
        self._links: set[tuple[str, str, str]] = set()

    def finish(self, address: str, body: str, *, front: str = "") -> str:
        """Return the page with its links made final; only the body has anchors, the front matter has none."""
        if address in self._anchors:
            raise BrokenSiteError(f"two pages claim the address {address!r}")
        anchors = [match[1] or match[2] for match in _ANCHOR.finditer(body)]
        if len(anchors) != len(set(anchors)):
            raise BrokenSiteError(f"an anchor stands twice on {address!r}: {sorted(anchors)}")
        self._anchors[address] = frozenset(anchors)
        top = "../" * address.count("/")
        links = self._links

        def final(match: re.Match[str]) -> str:
            target, anchor, own = match.groups()
            if own is not None:
                links.add((address, address, own))
                return match[0]
            links.add((address, target, anchor[1:] if anchor else ""))
            if target == address and anchor:
                return str(anchor)
            return (top + target or "./") + (anchor or "")

        return _LINK.sub(final, front + body)

    def prove(self) -> None:
        """Raise ``BrokenSiteError`` that names every link to no page, no file or no anchor."""
        dead = sorted(
            DeadLink(start, target + (f"#{anchor}" if anchor else ""))
            for start, target, anchor in self._links
            if not self._leads_somewhere(target, anchor)
        )
        if dead:
            raise BrokenSiteError("\n".join(f"{start or '/'} links to {target}" for start, target in dead))

    def _leads_somewhere(self, target: str, anchor: str) -> bool:
        if target in self._anchors:
            return not anchor or anchor in self._anchors[target]
        return target in self._files and not anchor
