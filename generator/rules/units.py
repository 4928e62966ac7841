"""Did a unit exist when it is said to have done something?"""

import re
from collections.abc import Iterator
from datetime import date
from typing import TypeAlias

from pydantic import BaseModel

from generator.model.recommendation import Event, Recommendation
from generator.model.survey import Survey
from generator.model.unit import Unit
from generator.model.values import Words
from generator.model.vocabulary import AbsenceReason
from generator.model.walk import Path, leaves
from generator.problems import Complaint, Place
from generator.rules.context import Context, Sheet, survey_rule
from generator.rules.days import EVER, Span, day_of, days_of, on, overlap, said_span, span
from generator.strings import say

_DISTRICTS_ENDED = date(2025, 7, 1)
"""The first day on which local government had two levels and no district."""

_DISTRICT = re.compile(
    r"\b(?:(?:UBND|HĐND|TTHĐND|UBMTTQ|cấp|(?:[UỦ]y ban|Uỷ ban|Hội đồng) nhân dân|[Pp]hòng [^.;:,\n]{2,40})"
    r"[ \n]+(?:các[ \n]+)?(?:huyện|quận|thị xã)\b"
    r"|(?:[Hh]uyện|[Qq]uận|[Tt]hị) (?:ủy|uỷ)\b)"
)
_DISTRICT_WORDS = ("huyện", "Huyện", "quận", "Quận", "thị xã", "hị ủy", "hị uỷ")
_NOT_ADDRESSED = frozenset({"sources", "documents", "corrections", "legal_basis", "cites", "editor_note"})
"""Parts of a record in which the titles and words of older papers stand."""


@survey_rule("R10")
def units_exist_on_the_day(sheet: Sheet[Survey]) -> Iterator[Complaint]:
    """A unit that takes part exists on a day that is possible; if it had ended, its successor is meant."""
    if sheet.named("unit") & sheet.known.mortals:
        seen: set[str] = set()
        for unit, days, part, field, position in _appearances(sheet.record):
            alive = sheet.known.lives.get(unit, EVER)
            if unit not in seen and days[0] <= days[1] and not overlap(alive, days):
                seen.add(unit)
                place = sheet.place_of(part) / field
                place = place if position is None else place / position
                yield _not_there("R10", sheet.known.records.units[unit], place, days, sheet.known)


@survey_rule("R18")
def measured_units_exist_in_the_period(sheet: Sheet[Survey]) -> Iterator[Complaint]:
    """A value belongs to a unit that existed in its period; else that is the reason why there is none."""
    for position, measurement in enumerate(sheet.record.measurements):
        days = span(measurement.period)
        life = sheet.known.lives.get(measurement.unit)
        if measurement.missing is not AbsenceReason.UNIT_DID_NOT_EXIST and life and not overlap(life, days):
            place = sheet.at("measurements", position, "unit")
            yield _not_there("R18", sheet.known.records.units[measurement.unit], place, days, sheet.known)


@survey_rule("R17")
def nobody_writes_to_a_district(sheet: Sheet[Survey]) -> Iterator[Complaint]:
    """Since 1 July 2025 there are no district bodies: a later text that turns to one was perhaps copied."""
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


_Appearance: TypeAlias = tuple[str, Span, BaseModel, str, int | None]
"""A unit that does something, the days on which that can have been, and part, field and position that name it."""


def _appearances(survey: Survey) -> Iterator[_Appearance]:
    days = days_of(survey)
    for each in survey.units:
        yield each.unit, days, each, "unit", None
    if survey.commissioned_by is not None:
        yield survey.commissioned_by.unit, days, survey.commissioned_by, "unit", None
    for member in survey.delegation.members if survey.delegation else ():
        if member.on_behalf_of is not None:
            yield member.on_behalf_of, days, member, "on_behalf_of", None
    for session in survey.sessions:
        on_the_day = days if session.date is None else span(session.date)
        for position, unit in enumerate(session.units):
            yield unit, on_the_day, session, "units", position
    for document in survey.documents:
        if document.issuer is not None and document.date is not None:
            yield document.issuer, span(document.date), document, "issuer", None
    # who must act exists at some time from the survey until its publication, which can be far
    until = max(days[0], survey.publication.published or survey.publication.publish_at or date.max)
    for recommendation in survey.recommendations:
        yield from _actors(recommendation, (days[0], until))


def _actors(recommendation: Recommendation, days: Span) -> Iterator[_Appearance]:
    """Yield who must act and who did."""
    addressee = recommendation.addressee
    if addressee is not None:
        if addressee.lead is not None:
            yield addressee.lead, days, addressee, "lead", None
        for share in addressee.leads:
            yield share.unit, days, share, "unit", None
        for position, unit in enumerate(addressee.support):
            yield unit, days, addressee, "support", position
    for event in recommendation.events:
        if event.by is not None:
            yield event.by, day_of(event), event, "by", None
        if event.receiver is not None:
            yield event.receiver, day_of(event), event, "receiver", None
        for share in event.receivers:
            yield share.unit, day_of(event), share, "unit", None


def _not_there(code: str, unit: Unit, place: Place, days: Span, known: Context) -> Complaint:
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
        "what": say(f"problems.R10.what.{which}", name=_name(unit), day=on(end), on=said_span(days)),
        "instead": say(f"problems.R10.instead.{which}", others=named)
        if others
        else say(f"problems.R10.alone.{which}"),
    }
    return Complaint(place, code, unit.id, nearest=next(iter(others)) if len(others) == 1 else "", details=details)


def _name(unit: Unit) -> str:
    return unit.names[-1].text if unit.names else unit.id
