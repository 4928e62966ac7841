"""By when must it be done, and is it late? Deadlines are data; what follows from them on a day is computed.

Meaning: points 15 to 18 of ``schema/nghia-vu.md``.
"""

import datetime
from collections.abc import Iterator, Sequence
from enum import StrEnum
from itertools import pairwise
from typing import NamedTuple

from generator.duties.moments import day_of, is_surely_after
from generator.duties.standing import DEADLINES, Found, Standing, StatusCode, findings, standing_of
from generator.model.catalogue import Holidays
from generator.model.edtf import EdtfDate
from generator.model.recommendation import Deadline, Event
from generator.model.steps import EventType, EventValue
from generator.model.vocabulary import DayKind

_ONE_DAY = datetime.timedelta(days=1)


class TimelinessCode(StrEnum):
    """How a duty stands to its deadline; labels in ``strings/vocabulary.yml`` under ``timeliness``."""

    NO_DEADLINE = "no_deadline"
    UNKNOWN_DEADLINE = "unknown_deadline"
    AS_STATED = "as_stated"
    NOT_COUNTED = "not_counted"
    NOT_DUE = "not_due"
    OVERDUE = "overdue"
    DECLINED_OVERDUE = "declined_overdue"
    CLOSED_OVERDUE = "closed_overdue"
    REPORTED_ON_TIME = "reported_on_time"
    REPORTED_LATE = "reported_late"
    DONE_ON_TIME = "done_on_time"
    DONE_LATE = "done_late"
    DONE_UNKNOWN = "done_unknown"


class Limit(NamedTuple):
    """A deadline as it was set or extended: its day, and the event that set it, None for the first one."""

    date: datetime.date
    event: Event | None = None


class Timeliness(NamedTuple):
    """How a duty stands to its deadline. It changes when a state changes, never by the calendar alone."""

    code: TimelinessCode
    limit: datetime.date | None = None
    """The last day of the deadline that counts, None where there is none or it is no day."""
    days: int = 0
    """By how many days what is finished was late: the only count that no later day moves."""
    missed: datetime.date | None = None
    """The deadline that had passed when the council set a later one."""

    @property
    def is_open(self) -> bool:
        """Return whether the deadline still counts: nothing was closed, and nobody says that it is done."""
        return self.code in (TimelinessCode.NOT_DUE, TimelinessCode.OVERDUE, TimelinessCode.DECLINED_OVERDUE)


def late_from(limit: datetime.date) -> datetime.date:
    """Return the first day on which a deadline is over: on its last day there is still time."""
    return limit + _ONE_DAY


def limits(
    deadline: Deadline | None, steps: Sequence[Event], holidays: Holidays, *, size: int | None = None
) -> tuple[Limit, ...]:
    """Return every deadline in the order in which it was set; the last one counts, the others stay visible.

    One for what is verified as done changes nothing, nor does an extension to an earlier day.
    """
    return tuple(_limits(deadline, steps, holidays, size))


def _limits(
    deadline: Deadline | None, steps: Sequence[Event], holidays: Holidays, size: int | None
) -> Iterator[Limit]:
    first = None if deadline is None else end_of(deadline, holidays)
    if first is not None:
        yield Limit(first)
    last = first
    for place, event in enumerate(steps):
        if event.type in DEADLINES and standing_of(steps[:place], size=size).code is not StatusCode.DONE_VERIFIED:
            assert event.deadline is not None, "checked: an event that sets a deadline has one"
            # What is refused by the check gives nobody less time either.
            if event.type is EventType.DEADLINE_SET or last is None or event.deadline > last:
                last = event.deadline
                yield Limit(event.deadline, event)


def end_of(deadline: Deadline, holidays: Holidays) -> datetime.date | None:
    """Return the last day of a deadline; None where it is no day, or is counted from one that nobody knows.

    Nor is there one for working days of which ``holidays`` does not reach the end. The day from which days are
    counted is not one of them. A last day that falls on a rest day is kept: whether it moves, the basis says.
    """
    if deadline.date is not None:
        if deadline.before:
            return None if deadline.date.earliest is None else deadline.date.earliest - _ONE_DAY
        return deadline.date.latest
    if deadline.counted_from is None or deadline.days is None:
        return None
    if deadline.day_kind is not DayKind.WORKING:
        return deadline.counted_from + datetime.timedelta(days=deadline.days)
    return holidays.working_day_after(deadline.counted_from, deadline.days)


def timeliness_of(
    standing: Standing,
    steps: Sequence[Event],
    known: Sequence[Limit],
    *,
    without: TimelinessCode,
    today: datetime.date,
    size: int | None = None,
) -> Timeliness:
    """Return how a duty stands on ``today`` to its last deadline; ``without`` is what is said where it has none.

    ``steps`` are all that were heard of the work, in the order of time, whoever owed it then.
    """
    if not known:
        return Timeliness(TimelinessCode.NOT_COUNTED if _is_set_aside(standing) else without)
    limit, missed = known[-1].date, _missed(steps, known, size)
    if _is_set_aside(standing):
        code = (
            TimelinessCode.CLOSED_OVERDUE if _was_late(standing, steps, limit, size) else TimelinessCode.NOT_COUNTED
        )
        return Timeliness(code, limit, missed=missed)
    if standing.code is StatusCode.DONE_VERIFIED:
        return _verified(standing, completion(steps, size=size), limit)._replace(missed=missed)
    if standing.code is StatusCode.REPORTED_DONE:
        done, codes = completion(steps, size=size), (TimelinessCode.REPORTED_ON_TIME, TimelinessCode.REPORTED_LATE)
        return _finished(done, limit, *codes)._replace(missed=missed)
    if today <= limit:
        return Timeliness(TimelinessCode.NOT_DUE, limit, missed=missed)
    is_refused = standing.code is StatusCode.DECLINED
    code = TimelinessCode.DECLINED_OVERDUE if is_refused else TimelinessCode.OVERDUE
    return Timeliness(code, limit, missed=missed)


class Completion(NamedTuple):
    """Between which days the work was done, as far as that is known; what is on record has happened."""

    earliest: datetime.date | None
    latest: datetime.date


def completion(steps: Sequence[Event], *, size: int | None = None) -> Completion | None:
    """Return when the work was done, of steps in the order of time: as stated, else when it was first claimed.

    A claim that the council found wanting never counts, nor one that the body itself took back by a lesser one;
    of a group of ``size`` bodies only one that speaks of them all.
    """
    less = [each for each in findings(steps, size=size) if each.value is not EventValue.VERIFIED_DONE]
    wanting = less[-1] if less else None
    stated = [each for each in steps if each.completed is not None and not _is_rejected(each, wanting)]
    if stated:
        return _between(stated[-1].completed, stated[-1])
    first: Event | None = None
    for each in steps:
        if each.type is EventType.PROGRESS and not _is_rejected(each, wanting):
            is_whole = each.value is EventValue.REPORTED_DONE and (size is None or (each.members or 0) >= size)
            first = (first or each) if is_whole else None
    return None if first is None else _between(first.occurred, first)


def _between(date: EdtfDate | None, event: Event) -> Completion:
    if date is None:
        return Completion(None, event.recorded)
    return Completion(date.earliest, min(date.latest or event.recorded, event.recorded))


def _is_rejected(claim: Event, wanting: Found | None) -> bool:
    return wanting is not None and not is_surely_after(claim, wanting.event)


def _verified(standing: Standing, done: Completion | None, limit: datetime.date) -> Timeliness:
    """Compare what was verified with its deadline; that it was found late does not say that it was done late."""
    assert standing.found is not None, "what is verified was found"
    if day_of(standing.found.event) <= limit:
        return Timeliness(TimelinessCode.DONE_ON_TIME, limit)
    return _finished(done, limit, TimelinessCode.DONE_ON_TIME, TimelinessCode.DONE_LATE)


def _finished(
    done: Completion | None, limit: datetime.date, on_time: TimelinessCode, late: TimelinessCode
) -> Timeliness:
    """Compare the day on which it was done with the deadline; a month or a year may be too vague to tell."""
    if done is not None and done.latest <= limit:
        return Timeliness(on_time, limit)
    if done is not None and done.earliest is not None and done.earliest > limit:
        return Timeliness(late, limit, (done.earliest - limit).days)
    return Timeliness(TimelinessCode.DONE_UNKNOWN, limit)


def _was_late(standing: Standing, steps: Sequence[Event], limit: datetime.date, size: int | None) -> bool:
    """Return whether it was closed after its deadline, with nothing done in time as far as anybody said."""
    assert standing.closing is not None, "what is set aside was closed"
    done = completion(steps, size=size)
    is_undone = done is None or (done.earliest is not None and done.earliest > limit)
    return day_of(standing.closing) > limit and is_undone


def _missed(steps: Sequence[Event], known: Sequence[Limit], size: int | None) -> datetime.date | None:
    """Return the first deadline that had passed, with nothing done, when the council set the next one."""
    for before, after in pairwise(known):
        assert after.event is not None, "only the first deadline stands in the recommendation itself"
        done = completion([each for each in steps if day_of(each) <= day_of(after.event)], size=size)
        if day_of(after.event) > before.date and not (done is not None and done.latest <= before.date):
            return before.date
    return None


def _is_set_aside(standing: Standing) -> bool:
    return standing.code in (StatusCode.CLOSED, StatusCode.EXPLANATION_ACCEPTED)
