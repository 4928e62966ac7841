"""Can the days that a record gives have been so?"""

import datetime
from collections.abc import Iterator
from typing import Any, TypeAlias

from pydantic import BaseModel

from generator.duties.deadlines import end_of
from generator.model.base import Withdrawal
from generator.model.edtf import EdtfDate
from generator.model.finding import Reply
from generator.model.recommendation import Deadline, Event
from generator.model.source import Document, Source
from generator.model.survey import Correction, Media, Publication, ReplyWindow, Session, Survey
from generator.model.unit import Reorganisation, Unit
from generator.model.vocabulary import DayKind, PublicationState
from generator.problems import Complaint
from generator.rules.context import Sheet, sheet_rule, survey_rule
from generator.rules.days import days_of, said, span
from generator.strings import say

_Day: TypeAlias = EdtfDate | datetime.date
_HUNDRED_YEARS = datetime.timedelta(days=36_525)


@survey_rule("R20")
def bounds_enclose_the_date(sheet: Sheet[Survey]) -> Iterator[Complaint]:
    """The earliest and the latest possible day stand in order and leave a day that the date can mean."""
    survey = sheet.record
    if survey.date_earliest is not None or survey.date_latest is not None:
        first, last = days_of(survey)
        outside = not (survey.date.uncertain or survey.date.approximate) and _outside(survey)
        if first > last or outside:
            place = sheet.at("date_latest" if survey.date_latest else "date_earliest")
            written = f"{survey.date_earliest or '…'} → {survey.date_latest or '…'}"
            yield Complaint(place, "R20", written, details={"date": said(survey.date)})


@survey_rule("R21")
def unknown_years_are_explained(sheet: Sheet[Survey]) -> Iterator[Complaint]:
    """A date without year says why: readers ask at once, and editors would guess."""
    if sheet.record.date.precision == "unknown_year" and sheet.record.date_note is None:
        yield Complaint(sheet.at("date"), "R21", sheet.record.date.text)


@sheet_rule("R22")
def nothing_happened_tomorrow(sheet: Sheet[Any]) -> Iterator[Complaint]:
    """What has happened lies not after today, of a scheduled record not after its day; mostly the year is wrong."""
    day_of_judgement, today = _as_of(sheet)
    for model, names in _PAST_DAYS:
        for part in sheet.parts(model):
            for name in names:
                day = getattr(part, name)
                if day is not None and _first(day) > day_of_judgement and not _is_draft(part):
                    yield Complaint(sheet.place_of(part) / name, "R22", str(day), details={"today": today})


@survey_rule("R23")
def steps_stand_in_order(sheet: Sheet[Survey]) -> Iterator[Complaint]:
    """A survey is held, published, then corrected or withdrawn; a step occurs before it is recorded."""
    for earlier, later, part, name in _steps(sheet):
        if earlier is not None and later is not None and _first(earlier) > later:
            yield Complaint(sheet.place_of(part) / name, "R23", str(later), details={"before": said(earlier)})


@survey_rule("R24")
def periods_begin_before_their_survey(sheet: Sheet[Survey]) -> Iterator[Complaint]:
    """A survey hears reports on time that has passed, so their period begins before the survey."""
    survey = sheet.record
    if survey.period is not None and span(survey.period)[0] > days_of(survey)[1]:
        yield Complaint(sheet.at("period"), "R24", survey.period.text, details={"date": said(survey.date)})


@survey_rule("R25")
def deadlines_can_be_counted(sheet: Sheet[Survey]) -> Iterator[Complaint]:
    """A deadline is a date, a number of days of a kind counted from a date, or the words of the source."""
    for deadline in sheet.parts(Deadline):
        counted = (deadline.days, deadline.day_kind, deadline.counted_from)
        is_in_words = deadline.stated is not None
        if deadline.date is not None and (counted != (None, None, None) or is_in_words):
            yield _deadline(sheet, deadline, "both_given")
        elif deadline.date is None and deadline.days is None and not is_in_words:
            yield _deadline(sheet, deadline, "both_missing")
        elif deadline.days is not None and None in counted and not is_in_words:
            yield _deadline(sheet, deadline, "uncounted")
        elif deadline.date is not None and end_of(deadline, sheet.known.records.holidays) is None:
            yield _deadline(sheet, deadline, "no_day")


@survey_rule("R36")
def deadlines_can_be_lived_to_see(sheet: Sheet[Survey]) -> Iterator[Complaint]:
    """A deadline is not more than a hundred years away: a digit too many, and nothing would ever be late."""
    held = days_of(sheet.record)[1]
    for deadline in sheet.parts(Deadline):
        last = None if deadline.date is None else end_of(deadline, sheet.known.records.holidays)
        if last is not None and last - held > _HUNDRED_YEARS:
            yield Complaint(sheet.place_of(deadline) / "date", "R36", said(last))
        elif deadline.days is not None and _at_least(deadline.days, deadline.day_kind) > _HUNDRED_YEARS:
            days = say("problems.R36.days", days=str(deadline.days))
            yield Complaint(sheet.place_of(deadline) / "days", "R36", days)
    for event in sheet.parts(Event):
        if event.deadline is not None and event.deadline - event.recorded > _HUNDRED_YEARS:
            yield Complaint(sheet.place_of(event) / "deadline", "R36", said(event.deadline))


def _at_least(days: int, kind: DayKind | None) -> datetime.timedelta:
    """Return how long so many days take at least: of working days, seven for every five."""
    return datetime.timedelta(days=days * 7 // 5 if kind is DayKind.WORKING else days)


_PAST_DAYS: tuple[tuple[type[BaseModel], tuple[str, ...]], ...] = (
    (Survey, ("date",)),
    (Source, ("published", "accessed")),
    (Document, ("date",)),
    (Session, ("date",)),
    (Media, ("taken",)),
    (Reply, ("received",)),
    (Event, ("occurred", "recorded")),
    (Correction, ("date",)),
    (ReplyWindow, ("opened",)),
    (Publication, ("published", "withdrawn")),
    (Withdrawal, ("date",)),
    (Unit, ("recorded",)),
    (Reorganisation, ("recorded",)),
)


def _as_of(sheet: Sheet[Any]) -> tuple[datetime.date, str]:
    """Return the day as of which a record is judged, and how it is called."""
    today = sheet.known.today
    publication = sheet.record.publication if isinstance(sheet.record, Survey) else None
    if publication is not None and publication.state is PublicationState.SCHEDULED:
        day = publication.publish_at or today
        if day > today:
            return day, say("problems.R22.as_of.scheduled", day=said(day))
    return today, say("problems.R22.as_of.today", day=said(today))


def _is_draft(part: BaseModel) -> bool:
    return isinstance(part, Survey) and part.publication.state is PublicationState.DRAFT


def _steps(sheet: Sheet[Survey]) -> Iterator[tuple[_Day | None, datetime.date | None, BaseModel, str]]:
    """Yield pairs of days that stand in order, and where the later one is written."""
    publication, window = sheet.record.publication, sheet.record.reply_window
    for held in (sheet.record.date, *(session.date for session in sheet.record.sessions)):
        yield held, publication.published, publication, "published"
        yield held, publication.publish_at, publication, "publish_at"
    yield publication.published, publication.withdrawn, publication, "withdrawn"
    if window is not None:
        yield window.opened, window.closes, window, "closes"
    for correction in sheet.record.corrections:
        yield publication.published, correction.date, correction, "date"
    for withdrawal in sheet.parts(Withdrawal):
        yield publication.published, withdrawal.date, withdrawal, "date"
    for event in sheet.parts(Event):
        yield event.occurred, event.recorded, event, "recorded"


def _first(day: _Day) -> datetime.date:
    return (day.earliest or datetime.date.min) if isinstance(day, EdtfDate) else day


def _outside(survey: Survey) -> bool:
    first, last = span(survey.date)
    return (survey.date_earliest or first) < first or (survey.date_latest or last) > last


def _deadline(sheet: Sheet[Survey], deadline: Deadline, which: str) -> Complaint:
    return Complaint(sheet.place_of(deadline), "R25", details={"what": say(f"problems.R25.what.{which}")})
