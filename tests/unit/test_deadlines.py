"""By when must it be done, and is it late? The days round each limit, one by one."""

import datetime
from collections.abc import Iterable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.duties.deadlines import Limit, TimelinessCode, completion, end_of, late_from, limits, timeliness_of
from generator.duties.moments import in_order
from generator.duties.standing import standing_of
from generator.model.catalogue import Holidays
from generator.model.recommendation import Deadline, Event

LIMIT = datetime.date(2026, 6, 30)


def said(kind: str, value: str | None, occurred: str | None = "2026-01-02", **more: Any) -> Event:
    given = {"id": "sk-01", "type": kind, "value": value, "occurred": occurred, "recorded": "2026-10-05", **more}
    return Event.model_validate({key: each for key, each in given.items() if each is not None})


def done(occurred: str | None) -> Event:
    return said("progress", "reported_done", occurred)


VERIFIED = said("verification", "verified_done", "2026-10-01")
WORKING = said("progress", "in_progress", "2026-03-01")


def timeliness(*events: Event, limit: datetime.date | None = LIMIT, today: str = "2026-11-22") -> tuple[str, int]:
    steps = in_order(events)
    known = () if limit is None else (Limit(limit),)
    day = datetime.date.fromisoformat(today)
    found = timeliness_of(standing_of(steps), steps, known, without=TimelinessCode.NO_DEADLINE, today=day)
    return str(found.code), found.days


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        ("2026-05-30", "not_due"),
        ("2026-06-29", "not_due"),
        ("2026-06-30", "not_due"),
        ("2026-07-01", "overdue"),
        ("2027-06-30", "overdue"),
    ],
)
@pytest.mark.parametrize("events", [(), (WORKING,)])
def test_a_deadline_is_over_only_after_its_last_day_and_no_day_counts(
    events: tuple[Event, ...], today: str, expected: str
) -> None:
    assert timeliness(*events, today=today) == (expected, 0)


def test_a_deadline_is_over_from_the_day_after_its_last() -> None:
    assert late_from(datetime.date(2023, 12, 31)) == datetime.date(2024, 1, 1)


@pytest.mark.parametrize(
    ("occurred", "outcome", "days"),
    [
        ("2026-06-29", "on_time", 0),
        ("2026-06-30", "on_time", 0),
        ("2026-07-01", "late", 1),
        ("2026-06", "on_time", 0),
        ("2026-07", "late", 1),
        ("2026", "unknown", 0),
        ("XXXX-06-30", "unknown", 0),
        (None, "unknown", 0),
    ],
)
def test_what_was_done_on_the_last_day_was_done_in_time(occurred: str | None, outcome: str, days: int) -> None:
    code = "done_unknown" if outcome == "unknown" else f"done_{outcome}"
    assert timeliness(done(occurred), VERIFIED) == (code, days)
    code = "done_unknown" if outcome == "unknown" else f"reported_{outcome}"
    assert timeliness(done(occurred)) == (code, days)


def test_a_month_that_begins_on_the_last_day_may_be_in_time_or_late() -> None:
    """Only its first day would be in time: nobody can tell."""
    assert timeliness(done("2026-07"), limit=datetime.date(2026, 7, 1)) == ("done_unknown", 0)


def test_what_is_said_again_was_done_when_it_was_said_first() -> None:
    assert timeliness(done("2026-05-01"), done("2026-07-10"), VERIFIED) == ("done_on_time", 0)
    assert timeliness(done("2026-05-01"), VERIFIED, said("position", "accepted")) == ("done_on_time", 0)


def test_a_claim_that_the_body_took_back_or_the_council_rejected_never_counts() -> None:
    assert timeliness(done("2026-02-01"), WORKING, done("2026-07-10"), VERIFIED) == ("done_late", 10)
    rejected = said("verification", "not_satisfied", "2026-06-15")
    assert timeliness(done("2026-05-01"), rejected, done("2026-07-10"), VERIFIED) == ("done_late", 10)
    assert timeliness(done("2026-05-01"), rejected) == ("overdue", 0)


def test_the_day_that_is_stated_wins_over_the_day_of_the_claim() -> None:
    claim = said("progress", "reported_done", "2026-07-10", completed="2026-06-20")
    assert timeliness(claim) == ("reported_on_time", 0)
    done_by = completion([claim])
    assert done_by is not None
    assert (str(done_by.earliest), str(done_by.latest)) == ("2026-06-20", "2026-06-20")


def test_that_it_was_found_late_does_not_say_that_it_was_done_late() -> None:
    assert timeliness(said("verification", "verified_done", "2026-06-30")) == ("done_on_time", 0)
    assert timeliness(WORKING, VERIFIED) == ("done_unknown", 0)


def test_a_refusal_does_not_stop_the_clock() -> None:
    refused = said("position", "not_accepted", note="Không thuộc thẩm quyền.")
    assert timeliness(refused) == ("declined_overdue", 0)
    assert timeliness(refused, today="2026-06-30") == ("not_due", 0)


def test_what_was_closed_after_its_deadline_stays_late() -> None:
    closed = said("closed", "superseded", "2026-07-01", note="Đã thay.")
    assert timeliness(closed) == ("closed_overdue", 0)
    assert timeliness(closed, limit=datetime.date(2026, 7, 1)) == ("not_counted", 0)
    assert timeliness(closed, limit=None) == ("not_counted", 0)


@pytest.mark.parametrize(
    ("deadline", "end"),
    [
        ({"date": "2026-06"}, "2026-06-30"),
        ({"date": "2026"}, "2026-12-31"),
        ({"date": "2026-04/2026-06"}, "2026-06-30"),
        ({"date": "2026-07-01", "before": "true"}, "2026-06-30"),
        ({"date": "2026-07", "before": "true"}, "2026-06-30"),
        ({"date": "XXXX-07-01"}, None),
        ({"stated": "trước ngày 31.11"}, None),
        ({"stated": "30 ngày kể từ ngày nhận", "days": 30, "day_kind": "calendar"}, None),
    ],
)
def test_a_span_ends_on_its_last_day_and_words_are_no_day(deadline: dict[str, Any], end: str | None) -> None:
    found = end_of(Deadline.model_validate(deadline), Holidays())
    assert (None if found is None else found.isoformat()) == end


@pytest.mark.parametrize("events", [(), (WORKING,), (done("2026-07-10"),), (done("2026-07-10"), VERIFIED)])
def test_without_a_deadline_nothing_is_late(events: tuple[Event, ...]) -> None:
    assert timeliness(*events, limit=None) == ("no_deadline", 0)


def test_deadlines_stand_in_the_order_in_which_they_were_set_with_what_set_them() -> None:
    first = Deadline.model_validate({"date": "2026-06-30"})
    given = said("deadline_set", None, deadline="2026-05-31")
    extended = said("deadline_extended", None, deadline="2026-12-31")
    days = [(each.date.isoformat(), each.event) for each in limits(first, [given, WORKING, extended], Holidays())]
    assert days == [("2026-06-30", None), ("2026-05-31", given), ("2026-12-31", extended)]
    assert limits(None, [WORKING], Holidays()) == ()


def test_a_stated_day_wins_over_a_number_of_days() -> None:
    both = {"date": "2026-06-30", "days": 5, "day_kind": "calendar", "counted_from": "2026-01-01"}
    assert end_of(Deadline.model_validate(both), Holidays()) == LIMIT


def week(
    start: str | None, end: str | None, *, off: Iterable[datetime.date] = (), worked: Iterable[datetime.date] = ()
) -> Holidays:
    named = {"holidays": off, "worked": worked}
    days = {name: [{"date": day, "name": "Nghỉ"} for day in sorted(group)] for name, group in named.items()}
    return Holidays.model_validate({"complete_from": start, "complete_until": end, **days})


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ("2026-06-01", "2026-06-05", "2026-06-05"),  # counted from Sunday, 31 May: Monday is the first day
        ("2026-06-01", "2026-06-04", None),
        ("2026-06-02", "2026-12-31", None),
        ("2026-06-01", None, None),
        (None, "2026-12-31", None),
    ],
)
def test_no_working_day_is_counted_that_the_list_of_days_off_does_not_bear(
    start: str | None, end: str | None, expected: str | None
) -> None:
    stated = {"days": 5, "day_kind": "working", "counted_from": "2026-05-31"}
    found = end_of(Deadline.model_validate(stated), week(start, end))
    assert found == (None if expected is None else datetime.date.fromisoformat(expected))


@given(
    st.integers(0, 60),
    st.dates(datetime.date(2024, 1, 1), datetime.date(2026, 12, 31)),
    st.sets(st.integers(1, 90)),
    st.sets(st.integers(1, 90)),
)
def test_between_its_ends_a_working_deadline_has_so_many_working_days(
    days: int, start: datetime.date, off: set[int], worked: set[int]
) -> None:
    holidays, swapped = (
        {day for each in group if ((day := start + datetime.timedelta(days=each)).isoweekday() <= 5) is weekday}
        for group, weekday in ((off, True), (worked, False))
    )
    deadline = Deadline.model_validate({"days": days, "day_kind": "working", "counted_from": start})
    end = end_of(deadline, week("2024-01-01", "2029-12-31", off=holidays, worked=swapped))
    assert end is not None
    between = [start + datetime.timedelta(days=each) for each in range(1, (end - start).days + 1)]
    works = [day for day in between if day in swapped or (day.isoweekday() <= 5 and day not in holidays)]
    assert len(works) == days
    assert works[-1:] == between[-1:]
