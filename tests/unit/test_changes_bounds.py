"""Which change is news on which day, and for whom? The days and the findings at the edges."""

import datetime
from typing import Any

from generator.derive.changes import Change
from tests.unit.changing import PUBLISHED, asked, derived, found, step, survey


def a_reply(received: str) -> dict[str, Any]:
    return {"id": "yk-01", "unit": "ubnd-xa", "position": "agrees", "received": received}


def newest(**more: object) -> Change:
    change: Change = derived(survey("khao-sat-1", **more)).changes.all[0]
    return change


def test_a_reply_received_on_the_day_of_publication_came_with_the_record() -> None:
    known = derived(survey(limitations=[found(replies=[a_reply(PUBLISHED)])])).changes
    assert [str(change.kind) for change in known.all] == ["published"]


def test_a_reply_is_news_under_the_topics_of_its_finding_or_else_of_the_survey() -> None:
    reply = a_reply("2024-03-09")
    assert newest(limitations=[found(topics=["ho-so"], replies=[reply])]).topics == ("ho-so",)
    assert newest(limitations=[found(replies=[reply])]).topics == ("cong-vu",)


def test_a_withdrawal_is_news_on_its_day() -> None:
    notice = {"state": "withdrawn", "published": PUBLISHED, "withdrawn": "2024-06-01", "reason": "Gỡ."}

    def known(day: int) -> int:
        return len(derived(survey(publication=notice), today=datetime.date(2024, 6, day)).changes.all)

    assert known(1) == 1
    assert len(derived(survey(publication=notice), today=datetime.date(2024, 5, 31)).changes.all) == 0


def test_a_step_is_news_only_for_units_in_the_findings_that_its_recommendation_answers() -> None:
    elsewhere = found("hc-02", scope={"kind": "units", "units": ["khac"]})
    change = newest(
        limitations=[found("hc-01"), elsewhere],
        recommendations=[asked(step(2, "forwarded"), answers=["hc-01"])],
    )
    assert change.units == ("ubnd-xa", "phong", "xa")
