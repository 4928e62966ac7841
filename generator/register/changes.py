"""Which pages tell what changed: the updates and the log of corrections?"""

from collections.abc import Iterator

from generator import addresses
from generator.derive import Derived
from generator.derive.backlinks import grouped
from generator.derive.changes import Change
from generator.register.entry import Entry, PageKind, list_entry
from generator.register.following import NOTHING, Following
from generator.register.lists import YearPart, by_years
from generator.register.surveys import year_text
from generator.strings import say
from generator.wording.names import Link

A_PAGE = 50


def change_entries(derived: Derived, *, following: Following) -> Iterator[Entry[YearPart[Change]]]:
    """Yield the pages of what changed; ``following`` is that of the whole site."""
    changes = derived.changes
    yield from _entries(PageKind.UPDATES, addresses.UPDATES, changes.all, following)
    yield from _entries(PageKind.CORRECTIONS, addresses.CORRECTIONS, changes.corrections, NOTHING)


def _entries(
    kind: PageKind, address: str, changes: tuple[Change, ...], following: Following
) -> Iterator[Entry[YearPart[Change]]]:
    whole = Link(say(f"pages.{kind}.title"), address)
    years: dict[int | None, tuple[Change, ...]] = {**grouped((change.day.year, change) for change in changes)}
    for part in by_years(address, changes, years, A_PAGE):
        yield list_entry(
            kind,
            part.slice.address,
            part,
            year_text(kind, whole, part),
            following=following,
        )
