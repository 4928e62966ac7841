"""What do the lists of surveys, units and topics show?"""

from collections.abc import Iterator
from typing import NamedTuple

from generator import addresses
from generator.derive import Derived
from generator.derive.times import has_ended
from generator.model.unit import Unit
from generator.strings import label, words
from generator.vietnamese.collation import sort_key
from generator.views.card import SurveyCard, survey_card
from generator.views.cut import Shelf, Slice, slices
from generator.views.shown import Crumb, Link, crumbs, time, unit_link, year_name

SURVEYS_A_PAGE = 20
UNITS_A_PAGE = 100
UNITS_AT_FIRST_SIGHT = 24


class SurveyListView(NamedTuple):
    """One page of a list of surveys; ``shelves`` lead to the years."""

    address: str
    crumbs: tuple[Crumb, ...]
    year: str | None
    slice: Slice[SurveyCard]
    total: int
    shelves: tuple[Shelf, ...]


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

    address: str
    crumbs: tuple[Crumb, ...]
    present: tuple[UnitGroup, ...]
    ended: tuple[UnitGroup, ...]


class UnitGroupView(NamedTuple):
    """One page of all units of one kind."""

    address: str
    crumbs: tuple[Crumb, ...]
    heading: str
    ended: bool
    slice: Slice[UnitEntry]


class TopicEntry(NamedTuple):
    """A topic in the list of topics."""

    topic: Link
    description: str | None
    surveys: int


class TopicListView(NamedTuple):
    """The list of topics."""

    address: str
    crumbs: tuple[Crumb, ...]
    topics: tuple[TopicEntry, ...]


def survey_lists(derived: Derived) -> Iterator[SurveyListView]:
    """Yield the list of surveys: the newest, then every year in pages."""
    back = derived.back
    years = sorted(back.of_year, key=lambda year: (year is None, -(year or 0)))
    shelves = tuple(
        Shelf(Link(year_name(each), addresses.year(addresses.SURVEYS, each)), len(back.of_year[each]))
        for each in years
    )
    heading = Link(words("phrases")["surveys"], addresses.SURVEYS)
    newest = tuple(survey_card(derived, survey) for survey in back.surveys[:SURVEYS_A_PAGE])
    first = next(slices(addresses.SURVEYS, newest, SURVEYS_A_PAGE))
    yield SurveyListView(addresses.SURVEYS, crumbs(heading.label), None, first, len(back.surveys), shelves)
    for shelf, each in zip(shelves, years, strict=True):
        name, address = shelf.link
        cards = [survey_card(derived, survey) for survey in back.of_year[each]]
        for part in slices(address, cards, SURVEYS_A_PAGE):
            yield SurveyListView(part.address, crumbs(heading, name), name, part, len(cards), shelves)


def unit_lists(derived: Derived) -> tuple[UnitListView, tuple[UnitGroupView, ...]]:
    """Return the list of units, and the pages of the kinds that are too long for it."""
    groups: dict[tuple[bool, str, str], list[Unit]] = {}
    for unit in sorted(derived.archive.units.values(), key=lambda each: (sort_key(each.names[-1].text), each.id)):
        ended = has_ended(unit, derived.archive.today)
        groups.setdefault((ended, unit.classification, unit.level or ""), []).append(unit)
    heads: dict[bool, list[UnitGroup]] = {False: [], True: []}
    pages: list[UnitGroupView] = []
    for key in _in_order_of_kinds(groups):
        group, whole = _unit_group(derived, key, groups[key])
        heads[key[0]].append(group)
        pages += whole
    heading = words("phrases")["units"]
    return UnitListView(addresses.UNITS, crumbs(heading), tuple(heads[False]), tuple(heads[True])), tuple(pages)


def topic_list(derived: Derived) -> TopicListView:
    """Return the list of topics in the order of ``topics.yml``."""
    entries = tuple(
        TopicEntry(
            Link(topic.name, addresses.topic(topic.id)),
            topic.description,
            len(derived.back.of_topic.get(topic.id, ())),
        )
        for topic in derived.archive.topics.values()
    )
    return TopicListView(addresses.TOPICS, crumbs(words("phrases")["topics"]), entries)


def _in_order_of_kinds(groups: dict[tuple[bool, str, str], list[Unit]]) -> list[tuple[bool, str, str]]:
    kinds, levels = list(words("vocabulary")["unit_classification"]), ["", *words("vocabulary")["level"]]
    return sorted(groups, key=lambda key: (key[0], kinds.index(key[1]), levels.index(key[2])))


def _unit_group(
    derived: Derived, key: tuple[bool, str, str], units: list[Unit]
) -> tuple[UnitGroup, list[UnitGroupView]]:
    ended, classification, level = key
    heading = label("unit_classification", classification)
    if level:
        heading = words("phrases")["of_level"].format(kind=heading, level=label("level", level).lower())
    name = "-".join(filter(None, (classification.replace("_", "-"), level, "ended" if ended else "")))
    address = f"{addresses.UNITS}{addresses.LIST_PREFIX}{name}/"
    entries = [_unit_entry(derived, unit) for unit in units]
    is_long = len(entries) > UNITS_AT_FIRST_SIGHT
    group = UnitGroup(
        heading, name, tuple(entries[:UNITS_AT_FIRST_SIGHT]), len(entries), address if is_long else None
    )
    if not is_long:
        return group, []
    way = crumbs(Link(words("phrases")["units"], addresses.UNITS), heading)
    return group, [
        UnitGroupView(part.address, way, heading, ended, part) for part in slices(address, entries, UNITS_A_PAGE)
    ]


def _unit_entry(derived: Derived, unit: Unit) -> UnitEntry:
    above = unit.serves or (unit.parents[-1].unit if unit.parents else None)
    until = unit.valid_until
    return UnitEntry(
        unit=unit_link(derived, unit.id),
        belongs_to=None if above is None else unit_link(derived, above).label,
        surveys=len(derived.back.of_unit.get(unit.id, ())),
        until=None if until is None else time(until),
    )
