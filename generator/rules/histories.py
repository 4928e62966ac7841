"""Does the history that the units tell agree with itself?"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from generator.model.catalogue import Topic
from generator.model.unit import Predecessor, Reorganisation, Unit, UnitCode, UnitName, UnitParent
from generator.model.vocabulary import Extent, ReorganisationKind, UnitClassification
from generator.problems import Complaint, Place
from generator.rules.context import Context, Sheet, rule
from generator.rules.days import EVER, ONE_DAY, Span, certain_life, life, on, overlap, said, span
from generator.strings import say

_KINDS_THAT_END_UNITS = {
    ReorganisationKind.MERGE,
    ReorganisationKind.SPLIT,
    ReorganisationKind.ABOLISH,
    ReorganisationKind.RENAME,
}


@rule("R08")
def units_have_names(known: Context) -> Iterator[Complaint]:
    """A unit has at least one name, or no page can speak of it."""
    for sheet in known.units:
        if not sheet.record.names:
            yield Complaint(sheet.at("names"), "R08", sheet.id)


@rule("R09")
def bodies_serve_places(known: Context) -> Iterator[Complaint]:
    """A council, committee or office serves an administrative unit, which is where readers look for it."""
    for sheet in known.units:
        served = known.records.units.get(sheet.record.serves or "")
        if served is not None and served.classification is not UnitClassification.ADMINISTRATIVE_UNIT:
            yield Complaint(sheet.at("serves"), "R09", served.id)


@rule("R11")
def units_end_with_their_reorganisation(known: Context) -> Iterator[Complaint]:
    """A unit that goes wholly into others ends the day before, or it would exist beside its successors."""
    for sheet, position, predecessor in _predecessors(known):
        change, unit = sheet.record, known.records.units.get(predecessor.unit)
        ends = change.kind in _KINDS_THAT_END_UNITS and predecessor.extent is Extent.WHOLE
        if unit is None or not ends or unit.id in change.successors:
            continue
        if unit.valid_until is None or not overlap(span(unit.valid_until), _days_before(change)):
            yield _unended(unit, change, sheet.at("predecessors", position, "unit"))


@rule("R12")
def successors_exist(known: Context) -> Iterator[Complaint]:
    """What comes out of a reorganisation exists on the day when it takes effect."""
    for sheet in known.reorganisations:
        for position, successor in enumerate(sheet.record.successors):
            alive = known.lives.get(successor)
            if alive is not None and not overlap(alive, span(sheet.record.effective)):
                details = {"effective": said(sheet.record.effective)}
                yield Complaint(sheet.at("successors", position), "R12", successor, details=details)


@rule("R13")
def ended_units_say_what_became_of_them(known: Context) -> Iterator[Complaint]:
    """A unit that has ended went into a reorganisation, if only one that abolished it; readers ask who is next."""
    if not any(file.startswith("data/reorganisations/") for file in known.records.broken):
        for sheet in known.units:
            end = sheet.record.valid_until
            if end is not None and sheet.id not in known.became:
                yield Complaint(sheet.at("valid_until"), "R13", end.text, details={"unit": sheet.id})


@rule("R14")
def nothing_is_above_itself(known: Context) -> Iterator[Complaint]:
    """No unit stands above itself and no topic contains itself, over however many steps."""
    above = {
        sheet.id: [*(each.unit for each in sheet.record.parents), *filter(None, [sheet.record.serves])]
        for sheet in known.units
    }
    for circle in _circles(above):
        unit = known.records.units[circle[0]]
        steps = [
            ("parents", position, "unit") for position, each in enumerate(unit.parents) if each.unit == circle[1]
        ]
        path = ("serves",) if unit.serves == circle[1] else steps[0]
        yield Complaint(Place(f"data/units/{unit.id}.yml", path), "R14", " → ".join(circle))
    topics = {topic.id: topic for topic in known.topics.parts(Topic)}
    for circle in _circles({key: [topic.parent] if topic.parent else [] for key, topic in topics.items()}):
        yield Complaint(known.topics.place_of(topics[circle[0]]) / "parent", "R14", " → ".join(circle))


@rule("R15")
def times_begin_before_they_end(known: Context) -> Iterator[Complaint]:
    """What was valid for a time began before it ended."""
    for sheet in known.units:
        for path, holder in (((), sheet.record), *_dated(sheet.record)):
            first, last = life(holder)
            if first > last:
                written = f"{holder.valid_from} → {holder.valid_until}"
                yield Complaint(sheet.at(*path, "valid_until"), "R15", written)


@rule("R16")
def attributes_lie_in_the_life_of_their_unit(known: Context) -> Iterator[Complaint]:
    """A unit bears a name, code or parent only while it exists."""
    for sheet in known.units:
        unit_first, unit_last = life(sheet.record)
        if unit_first <= unit_last:
            for path, holder in _dated(sheet.record):
                if span(holder.valid_from)[1] < unit_first and holder.valid_from is not None:
                    yield _outside(sheet, (*path, "valid_from"))
                if span(holder.valid_until)[0] > unit_last and holder.valid_until is not None:
                    yield _outside(sheet, (*path, "valid_until"))


@rule("R19")
def codes_belong_to_one_unit_at_a_time(known: Context) -> Iterator[Complaint]:
    """Codes are reused, but never held by two units on one day; nor is a name given twice."""
    held: dict[tuple[str, str], list[tuple[Sheet[Unit], int, Span]]] = {}
    for sheet in known.units:
        for position, code in enumerate(sheet.record.codes):
            entry = (sheet, position, certain_life(code, sheet.record))
            held.setdefault((code.scheme, code.value), []).append(entry)
    for (_, value), holders in held.items():
        for (one, _, days), (other, position, other_days) in combinations(holders, 2):
            if one.id != other.id and overlap(days, other_days):
                yield Complaint(other.at("codes", position, "value"), "R19", value, details={"other": one.id})


@rule("R26")
def attributes_follow_one_another(known: Context) -> Iterator[Complaint]:
    """A unit has one name, one parent and one code of a scheme at a time; a new one follows the old one."""
    for sheet in known.units:
        unit = sheet.record
        for (_, one), (path, other) in combinations(_dated(unit), 2):
            if type(one) is type(other) and _same_scheme(one, other):
                days, other_days = certain_life(one, unit), certain_life(other, unit)
                if days[0] <= days[1] and other_days[0] <= other_days[1] and overlap(days, other_days):
                    yield Complaint(sheet.at(*path), "R26", details={"one": _told(one), "other": _told(other)})


_Dated = UnitName | UnitCode | UnitParent


def _dated(unit: Unit) -> list[tuple[tuple[str, int], _Dated]]:
    lists: Mapping[str, Sequence[_Dated]] = {"names": unit.names, "codes": unit.codes, "parents": unit.parents}
    return [((name, position), each) for name, entries in lists.items() for position, each in enumerate(entries)]


def _same_scheme(one: _Dated, other: _Dated) -> bool:
    return not (isinstance(one, UnitCode) and isinstance(other, UnitCode)) or one.scheme == other.scheme


def _told(holder: _Dated) -> str:
    if isinstance(holder, UnitName):
        return holder.text
    return holder.value if isinstance(holder, UnitCode) else holder.unit


def _outside(sheet: Sheet[Unit], path: tuple[str | int, ...]) -> Complaint:
    unit = sheet.record
    days = f"{unit.valid_from or '…'} → {unit.valid_until or '…'}"
    return Complaint(sheet.at(*path), "R16", details={"unit": unit.id, "life": days})


def _predecessors(known: Context) -> Iterator[tuple[Sheet[Reorganisation], int, Predecessor]]:
    for sheet in known.reorganisations:
        for position, predecessor in enumerate(sheet.record.predecessors):
            yield sheet, position, predecessor


def _days_before(change: Reorganisation) -> Span:
    first, last = span(change.effective)
    return first - ONE_DAY if first > EVER[0] else first, last - ONE_DAY


def _unended(unit: Unit, change: Reorganisation, place: Place) -> Complaint:
    first, last = _days_before(change)
    day = first.isoformat() if first == last else str(change.effective)
    effective = on(change.effective)
    if unit.valid_until is None:
        what = say("problems.R11.what.open", unit=unit.id, effective=effective)
    else:
        what = say("problems.R11.what.other_day", unit=unit.id, effective=effective, until=said(unit.valid_until))
    details = {"what": what, "day": day}
    return Complaint(place, "R11", unit.id, details=details)


def _circles(above: Mapping[str, Sequence[str]]) -> Iterator[list[str]]:
    """Yield each circle once, from its first id in the alphabet and back to it."""
    done: set[str] = set()
    for start in sorted(above):
        way, steps = [start], [iter(above[start])]
        while way and start not in done:
            step = next(steps[-1], None)
            if step is None:
                done.add(way.pop())
                steps.pop()
            elif step in way:
                yield _from_its_first(way[way.index(step) :])
            elif step in above and step not in done:
                way.append(step)
                steps.append(iter(above[step]))


def _from_its_first(circle: list[str]) -> list[str]:
    first = circle.index(min(circle))
    return [*circle[first:], *circle[: first + 1]]
