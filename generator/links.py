"""Does every link lead to a page and an anchor? Makes the links of all pages final, and proves them.

A final link is relative, ``../../don-vi/xa-a/``, and needs no look at another page: so any part of the pages
can be rendered alone.
"""

import re
from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from generator.register import BrokenSiteError

# Each pattern begins with letters of its own: those are found at the speed of memchr, and a page is long.
_LINK = re.compile(r"@/([A-Za-z0-9/._-]*)(#[A-Za-z0-9_-]+)?")
_OWN_LINK = re.compile(r"href=\"#([A-Za-z0-9_-]+)")
_HEADING_ANCHOR = re.compile(r"\{:? ?#([A-Za-z0-9_-]+) ?\}")
_ELEMENT_ANCHOR = re.compile(r" id=\"([A-Za-z0-9_-]+)\"")


class DeadLink(NamedTuple):
    """A link that leads nowhere: from which address, to which."""

    start: str
    target: str


class Linker:
    """Makes links final page by page, and remembers them for the proof at the end."""

    def __init__(self, files: Iterable[str]) -> None:
        self._files = frozenset(files)
        self._anchors: dict[str, frozenset[str]] = {}
        self._links: defaultdict[str, list[str]] = defaultdict(list)
        """Where each address, with its anchor, is linked from; far more links than addresses exist."""

    def relative(self, start: str, target: str) -> str:
        """Return the link from one address of the site to another as a browser resolves it."""
        self._links[target].append(start)
        return "../" * start.count("/") + target or "./"

    def finish(self, address: str, body: str) -> str:
        """Return the text of a page with its links made final."""
        if address in self._anchors:
            raise BrokenSiteError(f"two pages claim the address {address!r}")
        anchors = _HEADING_ANCHOR.findall(body) + _ELEMENT_ANCHOR.findall(body)
        if len(anchors) != len(set(anchors)):
            raise BrokenSiteError(f"an anchor stands twice on {address!r}: {sorted(anchors)}")
        self._anchors[address] = frozenset(anchors)
        top = "../" * address.count("/")
        links = self._links
        for own in _OWN_LINK.findall(body):
            links[f"{address}#{own}"].append(address)

        def final(match: re.Match[str]) -> str:
            target, anchor = match.groups("")
            links[target + anchor].append(address)
            return anchor if target == address and anchor else (top + target or "./") + anchor

        return _LINK.sub(final, body)

    def expect(self, address: str, anchors: Iterable[str]) -> None:
        """Remember that these anchors must stand on a page, whether a link leads to them or not."""
        for anchor in anchors:
            self._links[f"{address}#{anchor}"].append(address)

    def prove(self) -> None:
        """Raise ``BrokenSiteError`` that names every link to no page, no file or no anchor."""
        dead = sorted(
            DeadLink(start, target)
            for target, starts in self._links.items()
            if not self._leads_somewhere(target)
            for start in set(starts)
        )
        if dead:
            raise BrokenSiteError("\n".join(f"{start or '/'} links to {target}" for start, target in dead))

    def _leads_somewhere(self, link: str) -> bool:
        target, _, anchor = link.partition("#")
        if target in self._anchors:
            return not anchor or anchor in self._anchors[target]
        return target in self._files  # a file knows its own places: report.pdf#page=2
