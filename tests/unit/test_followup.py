"""What follows from all that is owed of a recommendation? The table in ``tests/duties`` tells the rest."""

import datetime
from typing import Any

from generator.derive.followup import FollowUp, follow_up
from generator.derive.tally import tally
from generator.model.catalogue import Holidays
from generator.model.recommendation import Recommendation
from generator.model.unit import Unit
from tests.unit.changing import asked, step, survey

TODAY = datetime.date(2026, 11, 22)
COUNCIL = frozenset({"hdnd"})


def unit(identifier: str, until: str | None = None) -> Unit:
    ended = {} if until is None else {"valid_until": until}
    return Unit.model_validate(
        {"id": identifier, "classification": "office", "names": [{"text": identifier}], **ended}
    )


UNITS = {"cu": unit("cu", "2025-06-30"), "moi": unit("moi"), "khac": unit("khac")}


def followed(*steps: dict[str, Any], leads: tuple[str, ...] = ("moi",), **more: object) -> FollowUp:
    addressee = {"leads": [{"unit": each} for each in leads]} if leads else {"stated": "các cơ quan liên quan"}
    made = Recommendation.model_validate(asked(*steps, **more) | {"addressee": addressee})
    return follow_up(survey(), made, UNITS, finders=COUNCIL, today=TODAY, holidays=Holidays())


def found(number: int, value: str, **more: object) -> dict[str, Any]:
    return step(number, "verification", value, by="hdnd", **more)


def done(number: int, by: str = "moi") -> dict[str, Any]:
    return step(number, "progress", "reported_done", by=by)


def closed(number: int) -> dict[str, Any]:
    return step(number, "closed", "superseded", by="hdnd", note="Đã thay.")


def test_a_body_that_has_ended_leaves_nobody_until_a_transfer_is_recorded() -> None:
    orphan = followed(leads=("cu",))
    assert (orphan.responsible, orphan.is_without_body, orphan.owed[0].last_body) == ((), True, "cu")
    handed = followed(step(1, "transfer", receiver="moi"), leads=("cu",))
    assert (handed.responsible, handed.is_without_body) == (("moi",), False)
    assert not followed(found(1, "verified_done"), leads=("cu",)).is_without_body
    assert not followed(closed(1), leads=("cu",)).is_without_body


def test_where_no_body_was_ever_named_nobody_is_missing() -> None:
    nobody = followed(leads=())
    assert (nobody.responsible, nobody.is_without_body) == ((), False)


def test_the_whole_stands_where_the_one_stands_that_is_least_far() -> None:
    both = followed(done(1), found(2, "verified_done", about=["moi"]), leads=("moi", "khac"))
    assert [str(each.code) for each in both.owed] == ["done_verified", "no_response"]
    assert both.code == "no_response"
    assert both.responsible == ("khac",)


def test_a_tally_counts_each_recommendation_where_it_stands() -> None:
    late = followed(deadline={"date": "2026-06-30"})
    counts = tally([late, followed(closed(1)), followed(done(1)), followed(found(1, "verified_done"))])
    assert (counts.total, counts.counted, counts.verified, counts.claimed) == (4, 3, 1, 2)
    assert (counts.overdue, counts.without_body) == (1, 0)
    assert {str(code): count for code, count in counts.of_status.items() if count} == {
        "no_response": 1,
        "closed": 1,
        "reported_done": 1,
        "done_verified": 1,
    }
    assert {str(code): count for code, count in counts.outside.items() if count} == {"closed": 1}


def test_what_a_part_of_a_group_has_done_leaves_the_group_its_deadlines() -> None:
    steps = (found(1, "verified_done", members=10), step(2, "deadline_set", by="hdnd", deadline="2026-12-31"))
    made = asked(*steps, deadline={"date": "2026-06-30"}) | {"addressee": {"stated": "các xã", "size": 12}}
    recommendation = Recommendation.model_validate(made)
    known = follow_up(survey(), recommendation, UNITS, finders=COUNCIL, today=TODAY, holidays=Holidays())
    assert (known.code, str(known.limit)) == ("partly_done", "2026-12-31")


def test_days_off_move_a_deadline_in_working_days() -> None:
    within = {"days": 2, "day_kind": "working", "counted_from": "2026-11-19"}
    made = Recommendation.model_validate(asked(deadline=within) | {"addressee": {"lead": "moi"}})
    reach = {"complete_from": "2026-01-01", "complete_until": "2026-12-31"}
    off = Holidays.model_validate({**reach, "holidays": [{"date": "2026-11-20", "name": "Nghỉ"}]})
    known = follow_up(survey(), made, UNITS, finders=COUNCIL, today=TODAY, holidays=off)
    assert [str(each.date) for each in known.owed[0].limits] == ["2026-11-24"]


def test_a_recommendation_has_a_name_of_its_own_and_the_topics_of_its_survey_where_it_states_none() -> None:
    assert followed().key == "khao-sat-1-kn-01"
    assert followed().topics == ("ho-so",)
    assert followed(topics=()).topics == ("cong-vu",)
