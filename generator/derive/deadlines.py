"""By when must it be done, and is it late? Deadlines are data; what follows from them on a day is computed."""

import datetime
from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import NamedTuple

from generator.derive.status import Status, StatusCode
from generator.model.catalogue import Holidays
from generator.model.recommendation import Deadline, Event
from generator.model.vocabulary import DayKind, EventType, EventValue

_ONE_DAY = datetime.timedelta(days=1)


class TimelinessCode(StrEnum):
    """How a recommendation stands to its deadline; labels in ``strings/vocabulary.yml`` under ``timeliness``."""

    NO_DEADLINE = "no_deadline"
    NOT_COUNTED = "not_counted"
    NOT_DUE = "not_due"
    OVERDUE = "overdue"
    REPORTED_ON_TIME = "reported_on_time"
    REPORTED_LATE = "reported_late"
    DONE_ON_TIME = "done_on_time"
    DONE_LATE = "done_late"
    DONE_UNKNOWN = "done_unknown"


class Timeliness(NamedTuple):
    """How a recommendation stands to its deadline. It changes when a state changes, never by the calendar alone."""

    code: TimelinessCode
    days: int = 0
    """By how many days what is finished was late: the only count that no later day moves."""

    @property
    def is_open(self) -> bool:
        """Return whether the deadline still counts: nothing was closed or declined, and nobody says it is done."""
        return self.code in (TimelinessCode.NOT_DUE, TimelinessCode.OVERDUE)


class Limit(NamedTuple):
    """A deadline as it was set or extended: its day, and the event that set it, None for the first one."""

    date: datetime.date
    event: Event | None


def limits(deadline: Deadline | None, events: Sequence[Event], holidays: Holidays) -> tuple[Limit, ...]:
    """Return every deadline that is a day, as they were set; the last one counts, the others stay visible."""
    return tuple(_limits(deadline, events, holidays))


def _limits(deadline: Deadline | None, events: Sequence[Event], holidays: Holidays) -> Iterator[Limit]:
    end = None if deadline is None else end_of(deadline, holidays)
    if end is not None:
        yield Limit(end, None)
    for event in events:
        if event.type in (EventType.DEADLINE_SET, EventType.DEADLINE_EXTENDED):
            assert event.deadline is not None, "checked: an event that sets a deadline has one"
            yield Limit(event.deadline, event)


def end_of(deadline: Deadline, holidays: Holidays) -> datetime.date | None:
    """Return the last day of a deadline that is stated as a date or as a number of days.

    None for working days of which ``holidays`` does not reach the end: then the source's words are all that is
    known. The day from which days are counted is not one of them. A last day that falls on a rest day is kept:
    whether it moves is for the basis to say.
    """
    if deadline.date is not None:
        return deadline.date
    assert deadline.counted_from is not None, "checked: a number of days is counted from a day"
    assert deadline.days is not None, "checked: a deadline is a date or a number of days"
    if deadline.day_kind is not DayKind.WORKING:
        return deadline.counted_from + datetime.timedelta(days=deadline.days)
    return holidays.working_day_after(deadline.counted_from, deadline.days)


def timeliness_of(
    status: Status, events: Sequence[Event], limit: datetime.date | None, *, today: datetime.date
) -> Timeliness:
    """Return how a recommendation with this status stands to the deadline that counts on ``today``."""
    if status.code in (StatusCode.CLOSED, StatusCode.DECLINED):
        return Timeliness(TimelinessCode.NOT_COUNTED)
    if limit is None:
        return Timeliness(TimelinessCode.NO_DEADLINE)
    if status.code is StatusCode.DONE_VERIFIED:
        return _finished(
            _claim_before(events, status.event), limit, TimelinessCode.DONE_ON_TIME, TimelinessCode.DONE_LATE
        )
    if status.code is StatusCode.REPORTED_DONE:
        return _finished(status.event, limit, TimelinessCode.REPORTED_ON_TIME, TimelinessCode.REPORTED_LATE)
    return Timeliness(TimelinessCode.NOT_DUE if today <= limit else TimelinessCode.OVERDUE)


def late_from(limit: datetime.date) -> datetime.date:
    """Return the first day on which a deadline is over: on its last day there is still time."""
    return limit + _ONE_DAY


def _claim_before(events: Sequence[Event], verification: Event | None) -> Event | None:
    """Return the claim that a verification confirmed; the verification itself where there was none."""
    before = list(events)[: events.index(verification)] if verification is not None else []
    claims = (each for each in reversed(before) if each.value is EventValue.REPORTED_DONE)
    return next(claims, verification)


def _finished(
    event: Event | None, limit: datetime.date, on_time: TimelinessCode, late: TimelinessCode
) -> Timeliness:
    """Compare the day of an event with the deadline; a month or a year may be too vague to tell."""
    happened = None if event is None else event.occurred
    if happened is None or happened.earliest is None or happened.latest is None:
        return Timeliness(TimelinessCode.DONE_UNKNOWN)
    if happened.latest <= limit:
        return Timeliness(on_time)
    if happened.earliest > limit:
        return Timeliness(late, (happened.earliest - limit).days)
    return Timeliness(TimelinessCode.DONE_UNKNOWN)
