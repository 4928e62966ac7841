"""Which pages are there? One frozen table, made before any page is shown; whoever needs to know asks it."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, count, takewhile
from typing import Any, NamedTuple

from generator import addresses
from generator.derive import Derived
from generator.register.articles import article_entries
from generator.register.catalogues import catalogue_entries
from generator.register.changes import change_entries
from generator.register.entry import Entry, PageKind
from generator.register.following import Calendar, Feed, following_site
from generator.register.indicators import indicator_entries
from generator.register.recommendations import recommendation_entries
from generator.register.surveys import survey_entries
from generator.register.units import unit_entries


class BrokenSiteError(Exception):
    """The pages do not hold together: a mistake of the program, never of the records."""


_IN_ONE = frozenset({PageKind.HOME, PageKind.ARTICLE, PageKind.SURVEY, PageKind.NOTICE, PageKind.RECOMMENDATION})
"""Pages that are never cut into several."""


class Register(NamedTuple):
    """Every page of the site by its address."""

    entries: Mapping[str, Entry[Any]]

    def of_kind(self, kind: PageKind) -> list[Entry[Any]]:
        """Return the pages of a kind, in the order of the register."""
        return [entry for entry in self.entries.values() if entry.kind is kind]

    def moves(self) -> Iterator[tuple[str, str]]:
        """Yield each former address with the present one."""
        return ((old, entry.address) for entry in self.entries.values() for old in entry.former)

    def today(self, link: str) -> str | None:
        """Return where a link leads today that was right on some day, as ``address/#place``; None where nowhere.

        What stands in a long list moves from page to page as the list grows: so a place is looked for on every
        page of it, and who asks for a page that is not there gets the beginning of the list.
        """
        address, _, place = link.partition("#")
        page = self._page_with(address, place) if place else None
        if page is not None:
            return f"{page}#{place}"
        return address if address in self.entries else self.beginning(address)

    def beginning(self, address: str) -> str | None:
        """Return where the list begins of which this is the address of a part, None if there is no such list."""
        known = (each for each in addresses.lists_of(address) if each in self.entries)
        return next((each for each in known if self.entries[each].kind not in _IN_ONE), None)

    def _page_with(self, address: str, place: str) -> str | None:
        """Return the page with a place: the one at this address, or another of the same list."""
        first = next(iter(addresses.lists_of(address)), address)
        pages = takewhile(self.entries.__contains__, (addresses.page(first, number) for number in count(1)))
        return next((each for each in chain((address,), pages) if self._has(each, place)), None)

    def _has(self, address: str, place: str) -> bool:
        return address in self.entries and place in self.entries[address].anchors

    def feeds(self) -> list[Feed]:
        """Return every feed by which a page can be followed, each once."""
        every = (feed for entry in self.entries.values() for feed in entry.following.feeds)
        return list({feed.atom: feed for feed in every}.values())

    def calendars(self) -> list[Calendar]:
        """Return every calendar of deadlines, each once."""
        every = (entry.following.calendar for entry in self.entries.values())
        return list({each.address: each for each in every if each is not None}.values())


def register_of(derived: Derived) -> Register:
    """Return the table of all pages; raises ``BrokenSiteError`` where two pages claim one address."""
    following = following_site(derived)
    entries: Iterable[Entry[Any]] = chain(
        article_entries(derived),
        survey_entries(derived, following=following),
        unit_entries(derived),
        recommendation_entries(derived),
        indicator_entries(derived),
        catalogue_entries(derived),
        change_entries(derived, following=following),
    )
    found: dict[str, Entry[Any]] = {}
    for entry in entries:
        if entry.address in found:
            raise BrokenSiteError(f"two pages claim the address {entry.address!r}")
        found[entry.address] = entry
    return Register(found)
