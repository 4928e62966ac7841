"""Are days judged at their edges: the day itself is possible, the day beyond it is not?"""

import datetime
from typing import Any

import pytest

from tests.unit.changing import asked, found, step, survey
from tests.unit.judging import told

TODAY = datetime.date(2026, 11, 22)
TOMORROW = "2026-11-23"


@pytest.mark.parametrize(
    ("date", "earliest", "latest", "where"),
    [
        ("XXXX-09-08", "2021-09-08", "2021-09-08", None),
        ("XXXX-09-08", "2021-09-09", "2022-09-07", "date_latest"),
        ("XXXX-09-08", "2022-01-01", "2021-12-31", "date_latest"),
        ("2024-09", "2024-09-01", "2024-09-30", None),
        ("2024-09", "2024-08-31", None, "date_earliest"),
        ("2024-09", None, "2024-10-01", "date_latest"),
        ("2024-09", "2024-09-30", "2024-09-01", "date_latest"),
        ("2024-09?", "2024-08-31", None, None),
        ("2024-09~", None, "2024-10-01", None),
        ("2024-09?", "2024-09-30", "2024-09-01", "date_latest"),
        ("2024-09", None, None, None),
    ],
)
def test_bounds_leave_a_day_that_the_date_can_mean(
    date: str, earliest: str | None, latest: str | None, where: str | None
) -> None:
    bounds = {"date_earliest": earliest, "date_latest": latest}
    record = survey("a", date=date, **{key: each for key, each in bounds.items() if each is not None})
    written = f"{earliest or '…'} → {latest or '…'}"
    assert told("R20", record) == ([] if where is None else [f"a.{where}: {written}"])


def test_only_a_date_without_a_year_needs_a_note() -> None:
    assert told("R21", survey("a", date="XXXX-09-08")) == ["a.date: XXXX-09-08"]
    assert told("R21", survey("a", date="XXXX-09-08", date_note="Nguồn không ghi năm.")) == []
    assert told("R21", survey("a", date="2024")) == []


PARTS: list[tuple[str, dict[str, Any]]] = [
    ("date", {"date": "{day}"}),
    ("sources.0.published", {"sources": [{"id": "bai", "title": "Bài", "published": "{day}"}]}),
    ("sources.0.accessed", {"sources": [{"id": "bai", "title": "Bài", "accessed": "{day}"}]}),
    ("documents.0.date", {"documents": [{"id": "vb", "type": "bien_ban", "date": "{day}"}]}),
    ("sessions.0.date", {"sessions": [{"date": "{day}", "units": ["xa"]}]}),
    ("media.0.taken", {"media": [{"id": "anh", "caption": "Ảnh", "taken": "{day}"}]}),
    ("limitations.0.replies.0.received", {"limitations": [{"reply": "{day}"}]}),
    ("recommendations.0.events.0.occurred", {"event": "{day}"}),
    ("recommendations.0.events.0.recorded", {"recorded": "{day}"}),
    (
        "corrections.0.date",
        {"corrections": [{"id": "dc-01", "date": "{day}", "kind": "factual", "what": "Số", "reason": "Nhầm."}]},
    ),
    ("reply_window.opened", {"reply_window": {"opened": "{day}"}}),
    ("publication.published", {"publication": {"state": "published", "published": "{day}"}}),
    (
        "publication.withdrawn",
        {"publication": {"state": "withdrawn", "published": "2024-03-01", "withdrawn": "{day}", "reason": "Gỡ."}},
    ),
]
"""Every part of a survey that tells when something happened."""


def filled(value: Any, day: str) -> Any:
    if isinstance(value, dict):
        return {key: filled(each, day) for key, each in value.items()}
    if isinstance(value, list):
        return [filled(each, day) for each in value]
    return value.replace("{day}", day)


def record_of(given: dict[str, Any], day: str) -> dict[str, Any]:
    given = filled(given, day)
    if "event" in given or "recorded" in given:
        recorded = given.get("recorded", "2024-04-01")
        happened = step(1, "forwarded", occurred=given.get("event", "2024-04-01"), recorded=recorded)
        return {"recommendations": [asked(happened)]}
    if "limitations" in given:
        reply = {"id": "yk-01", "unit": "xa", "position": "agrees", "received": given["limitations"][0]["reply"]}
        return {"limitations": [found(replies=[reply])]}
    return given


@pytest.mark.parametrize(("where", "given"), PARTS, ids=[where for where, _ in PARTS])
def test_what_happened_lies_not_after_today(where: str, given: dict[str, Any]) -> None:
    def found_on(day: str) -> list[str]:
        return told("R22", survey("a", **record_of(given, day)), today=TODAY)

    assert found_on(TODAY.isoformat()) == []
    assert found_on(TOMORROW) == [f"a.{where}: {TOMORROW}"]


def test_a_month_that_has_begun_may_be_meant_and_a_draft_may_be_planned() -> None:
    assert told("R22", survey("a", date="2026-11"), today=TODAY) == []
    assert told("R22", survey("a", date="2026-12"), today=TODAY) == ["a.date: 2026-12"]
    assert told("R22", survey("a", date="XXXX-12-31"), today=TODAY) == []
    draft = survey("a", date=TOMORROW, publication={"state": "draft"})
    assert told("R22", draft, today=TODAY) == []
    told_in_draft = survey("a", publication={"state": "draft"}, sessions=[{"date": TOMORROW, "units": ["xa"]}])
    assert told("R22", told_in_draft, today=TODAY) == [f"a.sessions.0.date: {TOMORROW}"]


def correction(day: str) -> dict[str, str]:
    return {"id": "dc-01", "date": day, "kind": "factual", "what": "Số", "reason": "Nhầm."}


@pytest.mark.parametrize(
    ("where", "same", "earlier"),
    [
        (
            "publication.withdrawn",
            *(
                {
                    "publication": {
                        "state": "withdrawn",
                        "published": "2024-03-01",
                        "withdrawn": day,
                        "reason": "Gỡ.",
                    }
                }
                for day in ("2024-03-01", "2024-02-29")
            ),
        ),
        (
            "reply_window.closes",
            *({"reply_window": {"opened": "2024-03-01", "closes": day}} for day in ("2024-03-01", "2024-02-29")),
        ),
        ("corrections.0.date", *({"corrections": [correction(day)]} for day in ("2024-03-01", "2024-02-29"))),
        (
            "recommendations.0.events.0.recorded",
            *(
                {"recommendations": [asked(step(1, "forwarded", occurred="2024-03-01", recorded=day))]}
                for day in ("2024-03-01", "2024-02-29")
            ),
        ),
    ],
)
def test_a_later_step_lies_not_before_the_earlier_one(
    where: str, same: dict[str, Any], earlier: dict[str, Any]
) -> None:
    assert told("R23", survey("a", **same)) == []
    assert told("R23", survey("a", **earlier)) == [f"a.{where}: 2024-02-29"]


def test_what_happened_in_a_month_may_be_recorded_in_it() -> None:
    event = step(1, "forwarded", occurred="2024-03", recorded="2024-03-01")
    assert told("R23", survey("a", recommendations=[asked(event)])) == []
    undated = step(1, "forwarded", recorded="2024-03-01") | {"occurred": "XXXX-05-01"}
    assert told("R23", survey("a", recommendations=[asked(undated)])) == []


def test_a_period_begins_not_after_its_survey() -> None:
    assert told("R24", survey("a", date="2024-03-01", period="2024-03-01/..")) == []
    assert told("R24", survey("a", date="2024-03-01", period="2024-03-02/..")) == ["a.period: 2024-03-02/.."]
    assert told("R24", survey("a", date="2024-03", period="2024-03-31/..")) == []
    assert told("R24", survey("a", date="XXXX-03", period="2024-03-31/..")) == []


@pytest.mark.parametrize(
    ("deadline", "is_wrong"),
    [
        ({"date": "2024-12-31"}, False),
        ({"days": 5, "day_kind": "calendar", "counted_from": "2024-03-01"}, False),
        ({"days": 5, "day_kind": "calendar"}, True),
        ({"days": 5, "counted_from": "2024-03-01"}, True),
        ({"day_kind": "calendar", "counted_from": "2024-03-01"}, True),
        ({}, True),
        ({"date": "2024-12-31", "days": 5}, True),
        ({"date": "2024-12-31", "day_kind": "calendar"}, True),
        ({"date": "2024-12-31", "counted_from": "2024-03-01"}, True),
    ],
)
def test_a_deadline_is_a_day_or_can_be_counted_and_never_both(deadline: dict[str, Any], is_wrong: bool) -> None:
    wrong = ["a.recommendations.0.deadline"] if is_wrong else []
    assert told("R25", survey("a", recommendations=[asked(deadline=deadline)])) == wrong


@pytest.mark.parametrize(
    ("deadline", "told_at"),
    [
        ({"date": "2124-08-20"}, None),  # 36,525 days after the survey
        ({"date": "2124-08-21"}, "date: 21/8/2124"),
        ({"days": 36525, "day_kind": "calendar", "counted_from": "2024-10-01"}, None),
        ({"days": 36526, "day_kind": "calendar", "counted_from": "2024-10-01"}, "days: 36526 ngày"),
        ({"days": 26089, "day_kind": "working", "counted_from": "2024-10-01"}, None),
        ({"days": 26090, "day_kind": "working", "counted_from": "2024-10-01"}, "days: 26090 ngày"),
        ({"days": 10_000_000, "day_kind": "working", "counted_from": "2999-12-31"}, "days: 10000000 ngày"),
    ],
)
def test_a_deadline_is_at_most_a_hundred_years_away(deadline: dict[str, Any], told_at: str | None) -> None:
    record = survey("a", date="2024-08-19", recommendations=[asked(deadline=deadline)])
    assert told("R36", record) == ([] if told_at is None else [f"a.recommendations.0.deadline.{told_at}"])
