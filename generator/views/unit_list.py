"""What do the lists of units show?"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from generator.derive import Derived
from generator.model.unit import Unit
from generator.register.entry import Entry
from generator.register.slices import Slice
from generator.register.units import AT_FIRST_SIGHT, UnitGroupPart, UnitsOfKind
from generator.views.head import PageHead, page_head
from generator.wording.dates import date_text
from generator.wording.names import Link, unit_link


class UnitEntry(NamedTuple):
    """A unit in a list, with the body to which it belongs and how many surveys concern it."""

    unit: Link
    belongs_to: str | None
    surveys: int
    until: str | None


class UnitGroup(NamedTuple):
    """Units of one kind; ``more`` leads to the whole list where it is long."""

    heading: str
    anchor: str
    entries: tuple[UnitEntry, ...]
    total: int
    more: str | None


class UnitListView(NamedTuple):
    """The list of units: those that exist, by kind, and apart from them those that have ended."""

    head: PageHead
    present: tuple[UnitGroup, ...]
    ended: tuple[UnitGroup, ...]


class UnitGroupView(NamedTuple):
    """One page of all units of one kind."""

    head: PageHead
    heading: str
    ended: bool
    slice: Slice[UnitEntry]


def unit_list_views(derived: Derived, entries: Iterable[Entry[tuple[UnitsOfKind, ...]]]) -> Iterator[UnitListView]:
    """Yield the list of units."""
    for entry in entries:
        present, ended = (
            tuple(_group(derived, group) for group in entry.subject if group.ended is is_over)
            for is_over in (False, True)
        )
        yield UnitListView(page_head(entry), present, ended)


def unit_group_views(derived: Derived, entries: Iterable[Entry[UnitGroupPart]]) -> Iterator[UnitGroupView]:
    """Yield the pages of the kinds of units that are too long for the list."""
    for entry in entries:
        group, part = entry.subject
        units = tuple(_unit_entry(derived, unit) for unit in part.items)
        yield UnitGroupView(page_head(entry), group.heading, group.ended, part.with_items(units))


def _group(derived: Derived, group: UnitsOfKind) -> UnitGroup:
    units = tuple(_unit_entry(derived, unit) for unit in group.units[:AT_FIRST_SIGHT])
    return UnitGroup(group.heading, group.name, units, len(group.units), group.address)


def _unit_entry(derived: Derived, unit: Unit) -> UnitEntry:
    above = unit.serves or (unit.parents[-1].unit if unit.parents else None)
    until = unit.valid_until
    return UnitEntry(
        unit=unit_link(derived, unit.id),
        belongs_to=None if above is None else unit_link(derived, above).label,
        surveys=len(derived.back.of_unit.get(unit.id, ())),
        until=None if until is None else date_text(until),
    )
