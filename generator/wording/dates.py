"""How is it said when something was? Never more exactly than its source says it."""

import datetime
from typing import NamedTuple

from generator.model.edtf import EdtfDate, EdtfInterval
from generator.model.survey import Survey
from generator.strings import say, words
from generator.vietnamese.dates import show_date, show_day, show_interval


class SurveyTime(NamedTuple):
    """When a survey was: as stated, the bounds where the year is not stated, and why."""

    text: str
    bounds: str | None
    note: str | None


def day_text(day: datetime.date) -> str:
    """Return a day of the calendar, "08/9/2022"."""
    return show_day(day, words("dates"))


def date_text(date: EdtfDate | EdtfInterval) -> str:
    """Return a date or a span of time in Vietnamese, with what the source leaves open."""
    if isinstance(date, EdtfInterval):
        return show_interval(date, words("dates"))
    return show_date(date, words("dates"))


def dated(date: EdtfDate) -> str:
    """Return a date as it stands in a sentence: "ngày 12/9/2024", "tháng 9/2024", "khoảng năm 2021"."""
    text = date_text(date)
    if date.day is None or date.month is None or date.approximate:
        return text
    return say("sentences.when.day", date=text)


def dated_day(day: datetime.date) -> str:
    """Return a day as it stands in a sentence: "ngày 12/9/2024"."""
    return say("sentences.when.day", date=day_text(day))


def year_name(year: int | None) -> str:
    """Return "Năm 2024", or that no year is known."""
    return say("phrases.no_year") if year is None else say("phrases.year", year=year)


def held(start: EdtfDate | None, end: EdtfDate | None) -> str | None:
    """Return from when to when something held, as far as it is stated; None when nothing is."""
    if start is not None and end is not None:
        return say("phrases.held", start=date_text(start), end=date_text(end))
    if start is not None:
        return say("phrases.held_from", start=date_text(start))
    return None if end is None else say("phrases.held_until", end=date_text(end))


def survey_time(survey: Survey) -> SurveyTime:
    """Return when a survey was, with the bounds that its record gives."""
    earliest, latest = survey.date_earliest, survey.date_latest
    bounds = None
    if earliest is not None and latest is not None:
        bounds = say("phrases.between", earliest=day_text(earliest), latest=day_text(latest))
    return SurveyTime(date_text(survey.date), bounds, survey.date_note)
