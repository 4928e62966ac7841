"""Between which days lies what a record says?"""

import datetime
from functools import lru_cache
from typing import TypeAlias

from generator.model.edtf import EdtfDate, EdtfInterval
from generator.model.recommendation import Event
from generator.model.survey import Survey
from generator.model.unit import Unit, UnitCode, UnitName, UnitParent
from generator.strings import say, words
from generator.vietnamese.dates import show_date, show_day

Span: TypeAlias = tuple[datetime.date, datetime.date]
"""The first and the last day that are possible, both included."""

EVER: Span = (datetime.date.min, datetime.date.max)
ONE_DAY = datetime.timedelta(days=1)


@lru_cache(maxsize=2**14)
def span(date: EdtfDate | EdtfInterval | None) -> Span:
    """Return the days that a date can mean; all days where nothing is said."""
    return EVER if date is None else date.sort_bounds


def overlap(one: Span, other: Span) -> bool:
    """Return whether two times have a day in common."""
    return one[0] <= other[1] and other[0] <= one[1]


def days_of(survey: Survey) -> Span:
    """Return the days on which a survey can have been; of a date without year those that the bounds leave."""
    return _days(survey.date, survey.date_earliest, survey.date_latest)


@lru_cache(maxsize=2**14)
def _days(date: EdtfDate, earliest: datetime.date | None, latest: datetime.date | None) -> Span:
    first, last = span(date)
    first, last = max(first, earliest or first), min(last, latest or last)
    if date.year is None and date.month is not None and date.day is not None:
        return _on_or_after(first, date.month, date.day), _on_or_before(last, date.month, date.day)
    return first, last


def day_of(event: Event) -> Span:
    """Return the days on which an event can have been: when it occurred, else when it was recorded."""
    return (event.recorded, event.recorded) if event.occurred is None else span(event.occurred)


def life(holder: Unit | UnitName | UnitCode | UnitParent) -> Span:
    """Return the longest time in which a unit, a name, a code or a parent can have been valid."""
    return span(holder.valid_from)[0], span(holder.valid_until)[1]


def certain_life(holder: UnitName | UnitCode | UnitParent, unit: Unit) -> Span:
    """Return the time in which a name, code or parent was valid for certain; its unit's time where it has none."""
    start, end = holder.valid_from or unit.valid_from, holder.valid_until or unit.valid_until
    return EVER[0] if start is None else span(start)[1], EVER[1] if end is None else span(end)[0]


def said(date: EdtfDate | datetime.date) -> str:
    """Return a date in Vietnamese."""
    return show_date(date, words("dates")) if isinstance(date, EdtfDate) else show_day(date, words("dates"))


def on(date: EdtfDate | datetime.date) -> str:
    """Return a date in Vietnamese as it stands in a sentence: a whole day is called one."""
    is_day = not isinstance(date, EdtfDate) or (date.day is not None and date.month is not None)
    return say("problems.labels.day", date=said(date)) if is_day else said(date)


def said_span(days: Span) -> str:
    """Return the days between two bounds in Vietnamese; one day as one."""
    if days[0] == days[1]:
        return said(days[0])
    if days[0] == EVER[0]:
        return say("dates.to", end=said(days[1]))
    if days[1] == EVER[1]:
        return say("dates.from", start=said(days[0]))
    return say("dates.from_to", start=said(days[0]), end=said(days[1]))


def _on_or_after(day: datetime.date, month: int, of_month: int) -> datetime.date:
    years = range(day.year, min(day.year + 9, datetime.MAXYEAR + 1))
    return min((found for year in years if (found := _day(year, month, of_month)) >= day), default=day)


def _on_or_before(day: datetime.date, month: int, of_month: int) -> datetime.date:
    years = range(day.year, max(day.year - 9, datetime.MINYEAR - 1), -1)
    return max((found for year in years if (found := _day(year, month, of_month)) <= day), default=day)


def _day(year: int, month: int, of_month: int) -> datetime.date:
    """Return that day of a year; for 29 February the last day of the month."""
    if (month, of_month) == (2, 29):
        return datetime.date(year, 3, 1) - ONE_DAY
    return datetime.date(year, month, of_month)
