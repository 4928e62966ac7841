"""Which pages are about units: the list, the long lists of one kind, and each unit?"""

from collections.abc import Iterator
from typing import Any, NamedTuple

from generator import addresses
from generator.derive import Derived
from generator.derive.permanent import first_id
from generator.derive.times import name_on
from generator.model.catalogue import Indicator
from generator.model.survey import Survey
from generator.model.unit import Unit
from generator.model.vocabulary import Level, UnitClassification
from generator.register.entry import Entry, PageKind, PageText, former_pages, list_entry, page_text
from generator.register.following import following_unit
from generator.register.slices import Slice, slices
from generator.strings import say
from generator.vietnamese.collation import sort_key
from generator.wording.names import Link, unit_kind, unit_name

SURVEYS_A_PAGE = 5
A_PAGE = 100
AT_FIRST_SIGHT = 24
"""So many units of a kind stand on the list itself; more of them have pages of their own."""


class UnitPart(NamedTuple):
    """One page of a unit: the first has the whole, the others have further surveys."""

    unit: Unit
    surveys: Slice[Survey]


class UnitsOfKind(NamedTuple):
    """The units of one kind and level that exist, or those that have ended, in Vietnamese order."""

    classification: UnitClassification
    level: Level | None
    ended: bool
    units: tuple[Unit, ...]

    @property
    def heading(self) -> str:
        """Return what they are called together."""
        return unit_kind(self.classification, self.level)

    @property
    def name(self) -> str:
        """Return how they are called in addresses and anchors."""
        parts = (self.classification.replace("_", "-"), self.level or "", "ended" if self.ended else "")
        return "-".join(filter(None, parts))

    @property
    def address(self) -> str | None:
        """Return where all of them stand, None where the list of units has them all."""
        is_long = len(self.units) > AT_FIRST_SIGHT
        return f"{addresses.UNITS}{addresses.LIST_PREFIX}{self.name}/" if is_long else None


class UnitGroupPart(NamedTuple):
    """One page of all units of one kind."""

    group: UnitsOfKind
    slice: Slice[Unit]


def to_units() -> Link:
    """Return the link to the list of units."""
    return Link(say("pages.units.title"), addresses.UNITS)


def unit_entries(derived: Derived) -> Iterator[Entry[Any]]:
    """Yield the pages of units."""
    groups = _groups(derived)
    yield list_entry(PageKind.UNIT_LIST, addresses.UNITS, groups, page_text("units"))
    for group in groups:
        yield from _group_entries(group)
    for unit in derived.archive.units.values():
        yield from _own_entries(derived, unit)


def _own_entries(derived: Derived, unit: Unit) -> Iterator[Entry[UnitPart]]:
    name = unit_name(derived, unit.id)
    kind = unit_kind(unit.classification, unit.level).lower()
    text = PageText(name, say("phrases.unit_description", name=name, kind=kind), (to_units(),))
    text = text._replace(step=name_on(unit, None).short)
    following = following_unit(derived, unit)
    surveys = derived.back.of_unit.get(unit.id, ())
    lasting = tuple(_lasting_anchors(derived, unit))
    for part in slices(addresses.unit(unit.id), surveys, SURVEYS_A_PAGE):
        yield Entry(
            address=part.address,
            kind=PageKind.UNIT,
            subject=UnitPart(unit, part),
            text=text.numbered(part),
            is_list=False,
            is_searched=True,
            is_place=unit.classification is UnitClassification.ADMINISTRATIVE_UNIT and part.number == 1,
            former=former_pages(map(addresses.unit, unit.former_ids), part),
            anchors=("khao-sat", "nguon", *map(survey_anchor, part.items), *(lasting if part.number == 1 else ())),
            following=following,
            edit=f"data/units/{unit.id}.yml",
        )


def _lasting_anchors(derived: Derived, unit: Unit) -> Iterator[str]:
    """Yield the anchors that only the first page of a unit has."""
    archive = derived.archive
    yield from (body_anchor(archive.units[body]) for body in derived.back.serving.get(unit.id, ()))
    measured = derived.measures.of_unit.get(unit.id, {})
    yield from (series_anchor(archive.indicators[indicator]) for indicator in measured)


def body_anchor(unit: Unit) -> str:
    """Return the anchor of a body on the page of its place, which stays whatever other bodies come and go."""
    return f"co-quan-{first_id(unit)}"


def series_anchor(indicator: Indicator) -> str:
    """Return the anchor of the values of an indicator on the page of a unit, which stays when it is renamed."""
    return f"so-lieu-{first_id(indicator)}"


def survey_anchor(survey: Survey) -> str:
    """Return the anchor of a survey on the pages of units and topics, which stays when the survey is renamed."""
    return f"cuoc-{first_id(survey)}"


def _group_entries(group: UnitsOfKind) -> Iterator[Entry[UnitGroupPart]]:
    if group.address is None:
        return
    text = page_text("unit_group", to_units(), step=group.heading, heading=group.heading)
    for part in slices(group.address, group.units, A_PAGE):
        yield list_entry(PageKind.UNIT_GROUP, part.address, UnitGroupPart(group, part), text.numbered(part))


def _groups(derived: Derived) -> tuple[UnitsOfKind, ...]:
    """Return the units that exist by kind and level, then those that have ended."""
    found: dict[tuple[bool, UnitClassification, Level | None], list[Unit]] = {}
    for unit in sorted(derived.archive.units.values(), key=lambda each: (sort_key(each.names[-1].text), each.id)):
        ended = unit.has_ended(derived.archive.today)
        found.setdefault((ended, unit.classification, unit.level), []).append(unit)
    kinds, levels = list(UnitClassification), [None, *Level]
    order = sorted(found, key=lambda key: (key[0], kinds.index(key[1]), levels.index(key[2])))
    return tuple(UnitsOfKind(key[1], key[2], key[0], tuple(found[key])) for key in order)
