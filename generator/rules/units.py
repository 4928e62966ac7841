"""Did a unit exist when it is said to have done something?"""

import re
from collections.abc import Iterator
from datetime import date

from generator.model.recommendation import Event, Recommendation
from generator.model.survey import Survey
from generator.model.unit import Unit
from generator.model.values import Words
from generator.model.vocabulary import AbsenceReason
from generator.model.walk import Path, leaves
from generator.problems import Complaint, Place
from generator.rules.context import Context, Sheet, rule
from generator.rules.days import Span, day_of, days_of, on, overlap, said_span, span
from generator.strings import words

_DISTRICTS_ENDED = date(2025, 7, 1)
"""The first day without district level: Luật Tổ chức chính quyền địa phương 72/2025/QH15."""

_DISTRICT = re.compile(
    r"\b(?:(?:UBND|HĐND|TTHĐND|UBMTTQ|cấp|(?:[UỦ]y ban|Uỷ ban|Hội đồng) nhân dân|[Pp]hòng [^.;:,\n]{2,40})"
    r"[ \n]+(?:các[ \n]+)?(?:huyện|quận|thị xã)\b"
    r"|(?:[Hh]uyện|[Qq]uận|[Tt]hị) (?:ủy|uỷ)\b)"
)
_DISTRICT_WORDS = ("huyện", "Huyện", "quận ", "Quận ", "thị xã", "Thị ủy")
_NOT_ADDRESSED = frozenset({"sources", "documents", "corrections", "legal_basis", "cites", "editor_note"})
"""Parts of a record in which the titles and words of older papers stand."""


@rule("R10")
def units_exist_on_the_day(known: Context) -> Iterator[Complaint]:
    """A unit that takes part exists on a day that is possible; if it had ended, its successor is meant."""
    for sheet in known.surveys:
        seen: set[str] = set()
        for unit, path, days in _appearances(sheet.record, known.today):
            life = known.lives.get(unit)
            if life is not None and unit not in seen and days[0] <= days[1] and not overlap(life, days):
                seen.add(unit)
                yield _not_there("R10", known.records.units[unit], sheet.at(*path), days, known)


@rule("R18")
def measured_units_exist_in_the_period(known: Context) -> Iterator[Complaint]:
    """A value belongs to a unit that existed in its period; else that is the reason why there is none."""
    for sheet in known.surveys:
        for position, measurement in enumerate(sheet.record.measurements):
            days = span(measurement.period)
            life = known.lives.get(measurement.unit)
            if measurement.missing is not AbsenceReason.UNIT_DID_NOT_EXIST and life and not overlap(life, days):
                place = sheet.at("measurements", position, "unit")
                yield _not_there("R18", known.records.units[measurement.unit], place, days, known)


@rule("R17")
def nobody_writes_to_a_district(known: Context) -> Iterator[Complaint]:
    """Since 1 July 2025 there are no district bodies: a later text that turns to one was perhaps copied."""
    for sheet in known.surveys:
        is_later = days_of(sheet.record)[0] >= _DISTRICTS_ENDED
        if is_later or any(event.recorded >= _DISTRICTS_ENDED for event in sheet.parts(Event)):
            text = "\n".join(sheet.gathered.texts)
            if any(word in text for word in _DISTRICT_WORDS):
                yield from _districts(sheet, is_later=is_later)


def _districts(sheet: Sheet[Survey], *, is_later: bool) -> Iterator[Complaint]:
    for leaf in leaves(sheet.record):
        if isinstance(leaf.mark, Words) and not _NOT_ADDRESSED.intersection(leaf.path):
            event = _event_at(sheet.record, leaf.path)
            if is_later if event is None else day_of(event)[0] >= _DISTRICTS_ENDED:
                found = _DISTRICT.search(leaf.value)
                if found:
                    yield Complaint(sheet.at(*leaf.path), "R17", found[0])


def _event_at(survey: Survey, path: Path) -> Event | None:
    if len(path) > 3 and path[0] == "recommendations" and path[2] == "events":
        _, recommendation, _, event = path[:4]
        return survey.recommendations[int(recommendation)].events[int(event)]
    return None


def _appearances(survey: Survey, today: date) -> Iterator[tuple[str, Path, Span]]:
    """Yield each unit that does something, where it is named, and the days on which that can have been."""
    days = days_of(survey)
    for position, each in enumerate(survey.units):
        yield each.unit, ("units", position, "unit"), days
    if survey.commissioned_by is not None:
        yield survey.commissioned_by.unit, ("commissioned_by", "unit"), days
    for position, member in enumerate(survey.delegation.members if survey.delegation else ()):
        if member.on_behalf_of is not None:
            yield member.on_behalf_of, ("delegation", "members", position, "on_behalf_of"), days
    for position, session in enumerate(survey.sessions):
        on_the_day = days if session.date is None else span(session.date)
        for step, unit in enumerate(session.units):
            yield unit, ("sessions", position, "units", step), on_the_day
    until = max(days[0], survey.publication.published or today)
    for position, recommendation in enumerate(survey.recommendations):
        yield from _addressees(recommendation, ("recommendations", position), (days[0], until))
    for position, document in enumerate(survey.documents):
        if document.issuer is not None and document.date is not None:
            yield document.issuer, ("documents", position, "issuer"), span(document.date)


def _addressees(recommendation: Recommendation, path: Path, days: Span) -> Iterator[tuple[str, Path, Span]]:
    """Yield who must act, existing at some time from the survey until its publication, and who did act."""
    if recommendation.addressee is not None:
        yield recommendation.addressee.lead, (*path, "addressee", "lead"), days
        for step, unit in enumerate(recommendation.addressee.support):
            yield unit, (*path, "addressee", "support", step), days
    for step, event in enumerate(recommendation.events):
        if event.by is not None:
            yield event.by, (*path, "events", step, "by"), day_of(event)
        if event.receiver is not None:
            yield event.receiver, (*path, "events", step, "receiver"), day_of(event)


def _not_there(code: str, unit: Unit, place: Place, days: Span, known: Context) -> Complaint:
    entry = words("problems")["R10"]
    has_ended = known.lives[unit.id][1] < days[0]
    end = unit.valid_until if has_ended else unit.valid_from
    assert end is not None, "a unit without bounds always exists"
    changes = (known.became if has_ended else known.came_from).get(unit.id, [])
    others = dict.fromkeys(
        other
        for change in changes
        for other in (change.successors if has_ended else [each.unit for each in change.predecessors])
        if other != unit.id
    )
    units = known.records.units
    named = ", ".join(f"{other} ({_name(units[other])})" if other in units else other for other in others)
    which = "ended" if has_ended else "not_begun"
    details = {
        "what": entry[which].format(name=_name(unit), day=on(end), on=said_span(days)),
        "instead": entry[f"{which}_others" if others else f"{which}_alone"].format(others=named),
    }
    return Complaint(place, code, unit.id, nearest=next(iter(others)) if len(others) == 1 else "", details=details)


def _name(unit: Unit) -> str:
    return unit.names[-1].text if unit.names else unit.id
