"""Who must act on a day, who says that it is done, and which recommendations have nobody left?"""

import datetime
from typing import Any

import pytest

from generator.derive.followup import FollowUp, follow_up, responsible_for, tally
from generator.model.catalogue import Holidays
from generator.model.recommendation import Recommendation
from generator.model.unit import Unit
from tests.unit.changing import asked, step, survey

TODAY = datetime.date(2026, 11, 22)


def unit(identifier: str, until: str | None = None) -> Unit:
    ended = {} if until is None else {"valid_until": until}
    return Unit.model_validate(
        {"id": identifier, "classification": "office", "names": [{"text": identifier}], **ended}
    )


UNITS = {"cu": unit("cu", "2025-06-30"), "giua": unit("giua", "2025-12-31"), "moi": unit("moi")}


def recommendation(*steps: dict[str, Any], lead: str | None = "cu", **more: object) -> Recommendation:
    made = asked(*steps, **more) | {"addressee": None if lead is None else {"lead": lead}}
    return Recommendation.model_validate({key: value for key, value in made.items() if value is not None})


def followed(*steps: dict[str, Any], lead: str | None = "cu", **more: object) -> FollowUp:
    return follow_up(survey(), recommendation(*steps, lead=lead, **more), UNITS, today=TODAY, holidays=Holidays())


def transfer(number: int, receiver: str) -> dict[str, Any]:
    return step(number, "transfer", receiver=receiver)


def done(number: int) -> dict[str, Any]:
    return step(number, "progress", "reported_done")


def verified(number: int, value: str = "verified_done") -> dict[str, Any]:
    return step(number, "verification", value)


def test_of_two_transfers_the_newest_says_who_must_act() -> None:
    twice = recommendation(transfer(1, "giua"), transfer(2, "moi"))
    found = responsible_for(twice, UNITS, today=TODAY)
    assert (found.unit, found.former, found.transfer) == ("moi", None, twice.events[1])


def test_a_receiver_that_has_ended_leaves_nobody_and_the_transfer_is_still_told() -> None:
    handed = recommendation(transfer(1, "giua"))
    found = responsible_for(handed, UNITS, today=TODAY)
    assert (found.unit, found.former, found.transfer) == (None, "giua", handed.events[0])
    before = responsible_for(handed, UNITS, today=datetime.date(2025, 12, 31))
    assert (before.unit, before.transfer) == ("giua", handed.events[0])


def test_where_no_addressee_was_named_nobody_is_missing() -> None:
    found = responsible_for(recommendation(lead=None), UNITS, today=TODAY)
    assert (found.unit, found.former, found.transfer) == (None, None, None)
    assert not followed(lead=None).is_without_body


@pytest.mark.parametrize(
    ("found", "is_without"),
    [
        (followed(lead="cu"), True),
        (followed(done(1), lead="cu"), True),
        (followed(lead="moi"), False),
        (followed(transfer(1, "moi"), lead="cu"), False),
        (followed(verified(1), lead="cu"), False),
        (followed(step(1, "closed", "superseded", note="Đã thay."), lead="cu"), False),
    ],
)
def test_a_body_is_missing_where_the_last_one_has_ended_and_something_is_left_to_do(
    found: FollowUp, is_without: bool
) -> None:
    assert found.is_without_body is is_without
    assert tally([found]).without_body == int(is_without)


@pytest.mark.parametrize(
    ("steps", "is_claimed"),
    [
        ((), False),
        ((done(1),), True),
        ((done(1), step(2, "progress", "in_progress")), False),
        ((step(1, "progress", "in_progress"), done(2)), True),
        ((done(1), step(2, "forwarded")), True),
        ((done(1), verified(2, "not_satisfied")), True),
        ((verified(1),), True),
        ((step(1, "position", "accepted"),), False),
    ],
)
def test_what_is_claimed_is_the_newest_word_of_the_body_or_what_the_council_verified(
    steps: tuple[dict[str, Any], ...], is_claimed: bool
) -> None:
    assert followed(*steps).is_claimed is is_claimed


def test_the_last_deadline_that_was_set_counts() -> None:
    extended = step(1, "deadline_extended", deadline="2026-12-31")
    assert [str(each.date) for each in followed(extended, deadline={"date": "2026-06-30"}).limits] == [
        "2026-06-30",
        "2026-12-31",
    ]
    assert followed(extended, deadline={"date": "2026-06-30"}).timeliness.code == "not_due"
    assert followed(deadline={"date": "2026-06-30"}).timeliness.code == "overdue"


def days_off(*days: str) -> Holidays:
    known = [{"date": day, "name": "Nghỉ"} for day in days]
    bounds = {"complete_from": "2026-01-01", "complete_until": "2026-12-31"}
    return Holidays.model_validate({**bounds, "holidays": known})


def test_a_deadline_that_ends_after_the_list_of_days_off_is_not_late() -> None:
    within = {"days": 2, "day_kind": "working", "counted_from": "2025-12-30"}
    known = follow_up(survey(), recommendation(deadline=within), UNITS, today=TODAY, holidays=days_off())
    assert known.limits == ()
    assert known.timeliness.code == "not_counted"


def test_days_off_move_a_deadline_in_working_days() -> None:
    within = {"days": 2, "day_kind": "working", "counted_from": "2026-11-19"}
    known = follow_up(
        survey(),
        recommendation(deadline=within),
        UNITS,
        today=TODAY,
        holidays=days_off("2026-11-20"),
    )
    assert [str(each.date) for each in known.limits] == ["2026-11-24"]


def test_a_tally_counts_each_recommendation_where_it_stands() -> None:
    late = followed(deadline={"date": "2026-06-30"}, lead="moi")
    closed = followed(step(1, "closed", "superseded", note="Đã thay."), lead="moi")
    found = tally([late, closed, followed(done(1), lead="moi"), followed(verified(1), lead="moi")])
    assert (found.total, found.counted, found.verified, found.claimed) == (4, 3, 1, 2)
    assert (found.overdue, found.without_body) == (1, 0)
    assert {str(code): count for code, count in found.of_status.items() if count} == {
        "no_response": 1,
        "closed": 1,
        "reported_done": 1,
        "done_verified": 1,
    }
    assert sum(found.of_status.values()) == found.total


def test_a_recommendation_has_a_name_of_its_own_and_the_topics_of_its_survey_where_it_states_none() -> None:
    assert followed().key == "khao-sat-1-kn-01"
    assert followed().topics == ("ho-so",)
    assert followed(topics=()).topics == ("cong-vu",)
