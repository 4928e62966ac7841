"""Which pages are there? One frozen table, made before any page is shown; whoever needs to know asks it."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import Any, NamedTuple

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


class Register(NamedTuple):
    """Every page of the site by its address."""

    entries: Mapping[str, Entry[Any]]

    def of_kind(self, kind: PageKind) -> list[Entry[Any]]:
        """Return the pages of a kind, in the order of the register."""
        return [entry for entry in self.entries.values() if entry.kind is kind]

    def moves(self) -> Iterator[tuple[str, str]]:
        """Yield each former address with the present one."""
        return ((old, entry.address) for entry in self.entries.values() for old in entry.former)

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
