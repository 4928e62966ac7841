"""What follows from the events of a recommendation on a day?"""

import datetime
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.derive.deadlines import Timeliness, TimelinessCode, end_of, limits, timeliness_of
from generator.derive.followup import follow_up, responsible_for, tally
from generator.derive.status import StatusCode, status_of
from generator.model.catalogue import Holidays
from generator.model.recommendation import Deadline, Event, Recommendation
from generator.model.survey import Survey
from generator.model.unit import Unit
from generator.model.vocabulary import VALUES_OF_TYPE, EventType, EventValue
from generator.strings import label

TODAY = datetime.date(2026, 11, 22)
STEPS = [(kind, value) for kind, values in VALUES_OF_TYPE.items() for value in (values or (None,))]


def event(kind: EventType, value: EventValue | None = None, **more: object) -> Event:
    given = {
        "id": "sk-01",
        "type": kind,
        "recorded": "2026-01-05",
        "value": value,
        "occurred": "2026-01-02",
        **more,
    }
    if kind in (EventType.DEADLINE_SET, EventType.DEADLINE_EXTENDED):
        given.setdefault("deadline", "2026-12-31")
    return Event.model_validate({key: each for key, each in given.items() if each is not None})


def recommendation(*events: Event, **more: object) -> Recommendation:
    base = {"id": "kn-01", "text": "Việc phải làm.", "addressee": {"lead": "cu"}}
    return Recommendation.model_validate({**base, **more, "events": events})


def survey(*recommendations: Recommendation) -> Survey:
    return Survey.model_validate(
        {
            "id": "thu",
            "kind": "khao_sat",
            "title": "Thử",
            "date": "2025",
            "recommendations": recommendations,
            "sources": [{"id": "bai", "title": "Bài"}],
            "publication": {"state": "published"},
        }
    )


def unit(identifier: str, until: str | None = None) -> Unit:
    ended = {} if until is None else {"valid_until": until}
    return Unit.model_validate(
        {"id": identifier, "classification": "office", "names": [{"text": identifier}], **ended}
    )


UNITS = {"cu": unit("cu", "2025-06-30"), "moi": unit("moi")}
sequences = st.lists(st.sampled_from(STEPS).map(lambda step: event(*step)), max_size=6)


@given(sequences)
def test_every_sequence_of_events_has_exactly_one_status_and_it_has_a_label(events: list[Event]) -> None:
    status = status_of(events)
    assert label("status", status.code)
    assert (status.event is None) == (status.code is StatusCode.NO_RESPONSE)


@given(sequences, st.none() | st.dates(datetime.date(2025, 1, 1), datetime.date(2027, 12, 31)))
def test_every_status_and_deadline_has_exactly_one_timeliness_and_it_has_a_label(
    events: list[Event], limit: datetime.date | None
) -> None:
    status = status_of(events)
    code, days = timeliness_of(status, events, limit, today=TODAY)
    assert label("timeliness", code).format(days=days, date="30/6/2026")
    assert (days > 0) == (code in (TimelinessCode.DONE_LATE, TimelinessCode.REPORTED_LATE))
    if code is TimelinessCode.OVERDUE:
        assert limit is not None
        assert limit < TODAY


def test_all_pairs_of_steps_give_the_status_of_the_table() -> None:
    """The newest finding counts unless a claim is newer; a claim counts before a position; closed wins."""
    for first, second in product(STEPS, STEPS):
        code = status_of([event(*first), event(*second)]).code
        kinds = (first[0], second[0])
        if EventType.CLOSED in kinds:
            assert code is StatusCode.CLOSED, (first, second)
        elif second[1] is EventValue.VERIFIED_DONE:
            assert code is StatusCode.DONE_VERIFIED, (first, second)
        elif second[0] is EventType.PROGRESS:
            assert code in (StatusCode.DECLINED, StatusCode.REPORTED_DONE, StatusCode.IN_PROGRESS), (first, second)
        elif second[1] is EventValue.CANNOT_VERIFY:
            assert code is status_of([event(*first)]).code, (first, second)


@given(sequences, sequences)
def test_steps_that_say_nothing_of_the_matter_change_no_status(before: list[Event], after: list[Event]) -> None:
    silent = [event(EventType.FORWARDED), event(EventType.ESCALATION, EventValue.DON_DOC)]
    assert status_of([*before, *silent, *after]).code is status_of([*before, *after]).code


def test_a_claim_after_a_verification_opens_the_matter_again() -> None:
    verified = event(EventType.VERIFICATION, EventValue.NOT_SATISFIED)
    claim = event(EventType.PROGRESS, EventValue.REPORTED_DONE)
    assert status_of([claim, verified]).code is StatusCode.NOT_SATISFACTORY
    assert status_of([verified, claim]).code is StatusCode.REPORTED_DONE


def test_an_extended_deadline_keeps_the_old_one() -> None:
    extended = event(EventType.DEADLINE_EXTENDED, deadline="2026-12-31")
    first = Deadline.model_validate({"date": "2026-06-30"})
    assert [each.date.isoformat() for each in limits(first, [extended], Holidays())] == ["2026-06-30", "2026-12-31"]


LONG = {"complete_from": "2024-01-01", "complete_until": "2029-12-31"}


@pytest.mark.parametrize(
    ("kind", "days", "holidays", "end"),
    [
        ("calendar", 30, (), "2026-05-28"),
        ("working", 1, (), "2026-04-29"),
        ("working", 3, (), "2026-05-01"),
        ("working", 3, ("2026-04-30", "2026-05-01"), "2026-05-05"),
    ],
)
def test_days_are_counted_from_the_day_after(kind: str, days: int, holidays: tuple[str, ...], end: str) -> None:
    deadline = Deadline.model_validate({"days": days, "day_kind": kind, "counted_from": "2026-04-28"})
    off = [{"date": each, "name": "Nghỉ"} for each in holidays]
    assert str(end_of(deadline, Holidays.model_validate({**LONG, "holidays": off}))) == end


@given(st.integers(0, 400), st.dates(datetime.date(2024, 1, 1), datetime.date(2026, 12, 31)))
def test_a_working_deadline_never_ends_before_the_calendar_one(days: int, start: datetime.date) -> None:
    base = {"days": days, "counted_from": start}
    known = Holidays.model_validate(LONG)
    working = end_of(Deadline.model_validate({**base, "day_kind": "working"}), known)
    calendar = end_of(Deadline.model_validate({**base, "day_kind": "calendar"}), Holidays())
    assert working is not None
    assert calendar is not None
    assert working >= calendar


@pytest.mark.parametrize(
    ("occurred", "expected"),
    [
        ("2026-06-30", Timeliness(TimelinessCode.DONE_ON_TIME)),
        ("2026-07-02", Timeliness(TimelinessCode.DONE_LATE, 2)),
        ("2026-06", Timeliness(TimelinessCode.DONE_ON_TIME)),
        ("2026", Timeliness(TimelinessCode.DONE_UNKNOWN)),
    ],
)
def test_done_is_measured_by_the_claim_that_the_council_confirmed(occurred: str, expected: Timeliness) -> None:
    claim = event(EventType.PROGRESS, EventValue.REPORTED_DONE, occurred=occurred)
    verified = event(EventType.VERIFICATION, EventValue.VERIFIED_DONE, occurred="2026-10-01")
    events = [claim, verified]
    limit = datetime.date(2026, 6, 30)
    assert timeliness_of(status_of(events), events, limit, today=TODAY) == expected


def test_an_addressee_that_ended_leaves_nobody_until_a_transfer_is_recorded() -> None:
    assert responsible_for(recommendation(), UNITS, today=datetime.date(2025, 6, 30)).unit == "cu"
    orphan = responsible_for(recommendation(), UNITS, today=TODAY)
    assert (orphan.unit, orphan.former) == (None, "cu")
    handed_over = recommendation(event(EventType.TRANSFER, receiver="moi"))
    assert responsible_for(handed_over, UNITS, today=TODAY).unit == "moi"


def test_closed_recommendations_are_in_no_share() -> None:
    done = recommendation(event(EventType.VERIFICATION, EventValue.VERIFIED_DONE))
    closed = recommendation(event(EventType.CLOSED, EventValue.SUPERSEDED, note="Đã thay."))
    claimed = recommendation(event(EventType.PROGRESS, EventValue.REPORTED_DONE))
    record = survey(done, closed, claimed)
    counts = tally(
        follow_up(record, each, UNITS, today=TODAY, holidays=Holidays()) for each in record.recommendations
    )
    assert (counts.total, counts.counted, counts.verified, counts.claimed) == (3, 2, 1, 2)
    assert counts.without_body == 1
