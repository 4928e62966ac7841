"""Did a unit exist when it did something? Each way to appear, on the last day of its life and on the day after."""

from typing import Any

import pytest

from tests.unit.changing import asked, found, step, survey
from tests.unit.judging import change, told, unit

OLD = unit("cu", until="2024-03-31")
NEW = unit("moi", since="2024-04-01")
MERGER = change("2024-04-01", ["cu"], ["moi"])
LAST, AFTER = "2024-03-31", "2024-04-01"


def judged(code: str, **record: Any) -> list[str]:
    return told(code, survey("a", **record), bodies=[OLD, NEW], changes=[MERGER])


def on(day: str, **record: Any) -> dict[str, Any]:
    return {"date": day, "publication": {"state": "published", "published": day}, **record}


APPEARANCES: list[tuple[str, dict[str, Any]]] = [
    ("units.0.unit", {"units": [{"unit": "{unit}", "capacity": "surveyed"}]}),
    ("commissioned_by.unit", {"commissioned_by": {"unit": "{unit}"}}),
    (
        "delegation.members.0.on_behalf_of",
        {
            "delegation": {
                "name": "Đoàn",
                "members": [{"name": "Bà A", "role": "truong_doan", "on_behalf_of": "{unit}"}],
            }
        },
    ),
    ("sessions.0.units.1", {"sessions": [{"units": ["xa", "{unit}"]}]}),
    ("recommendations.0.addressee.lead", {"recommendations": [asked(addressee={"lead": "{unit}"})]}),
    (
        "recommendations.0.addressee.support.1",
        {"recommendations": [asked(addressee={"lead": "xa", "support": ["so", "{unit}"]})]},
    ),
]


def naming(given: Any, unit_id: str) -> Any:
    if isinstance(given, dict):
        return {key: naming(each, unit_id) for key, each in given.items()}
    if isinstance(given, list):
        return [naming(each, unit_id) for each in given]
    return unit_id if given == "{unit}" else given


@pytest.mark.parametrize(("where", "given"), APPEARANCES, ids=[where for where, _ in APPEARANCES])
def test_whoever_appears_exists_on_the_day(where: str, given: dict[str, Any]) -> None:
    old, new = naming(given, "cu"), naming(given, "moi")
    assert judged("R10", **on(LAST, **old)) == []
    assert judged("R10", **on(AFTER, **old)) == [f"a.{where}: cu"]
    assert judged("R10", **on(AFTER, **new)) == []
    assert judged("R10", **on(LAST, **new)) == [f"a.{where}: moi"]


def test_a_session_a_document_and_a_step_have_days_of_their_own() -> None:
    session = {"date": AFTER, "units": ["cu"]}
    assert judged("R10", date=LAST, sessions=[session]) == ["a.sessions.0.units.0: cu"]
    paper = {"id": "vb", "type": "bien_ban", "issuer": "cu", "date": AFTER}
    assert judged("R10", date=LAST, documents=[paper]) == ["a.documents.0.issuer: cu"]
    assert judged("R10", date=LAST, documents=[paper | {"date": LAST}]) == []
    said = step(1, "progress", "planned", by="cu", occurred=AFTER, recorded="2024-05-01")
    assert judged("R10", date=LAST, recommendations=[asked(said)]) == ["a.recommendations.0.events.0.by: cu"]
    assert judged("R10", date=LAST, recommendations=[asked(said | {"occurred": LAST})]) == []
    handed = step(1, "transfer", receiver="moi", occurred=LAST, recorded="2024-05-01")
    assert judged("R10", date=LAST, recommendations=[asked(handed)]) == [
        "a.recommendations.0.events.0.receiver: moi"
    ]


def test_a_step_without_a_day_of_its_own_happened_when_it_was_recorded() -> None:
    said = step(1, "progress", "planned", by="cu", recorded=AFTER)
    del said["occurred"]
    assert judged("R10", date=LAST, recommendations=[asked(said)]) == ["a.recommendations.0.events.0.by: cu"]


def test_who_must_act_may_come_into_being_until_the_record_is_published() -> None:
    late = {"date": LAST, "publication": {"state": "published", "published": "2024-06-01"}}
    assert judged("R10", **late, recommendations=[asked(addressee={"lead": "moi"})]) == []
    assert judged("R10", **late, units=[{"unit": "moi", "capacity": "surveyed"}]) == ["a.units.0.unit: moi"]
    draft = {"date": LAST, "publication": {"state": "draft"}}
    assert judged("R10", **draft, recommendations=[asked(addressee={"lead": "moi"})]) == []


def test_a_unit_is_told_once_and_a_date_without_a_year_may_be_any() -> None:
    twice = [{"unit": "cu", "capacity": "surveyed"}]
    assert judged("R10", **on(AFTER, units=twice, commissioned_by={"unit": "cu"})) == ["a.units.0.unit: cu"]
    assert judged("R10", date="XXXX-04-01", units=twice) == []


@pytest.mark.parametrize(
    ("period", "body", "is_wrong"),
    [
        ("2024-03", "cu", False),
        ("2024-03-31/2024-12-31", "cu", False),
        ("2024-04", "cu", True),
        ("2024-03", "moi", True),
        ("2024-01-01/2024-04-01", "moi", False),
        ("2024-04/..", "moi", False),
        ("2024-04", "xa", False),
    ],
)
def test_a_measured_unit_existed_in_the_period_or_that_is_why_there_is_no_value(
    period: str, body: str, is_wrong: bool
) -> None:
    value = {"id": "sl", "indicator": "so", "unit": body, "period": period, "value": "1"}
    assert judged("R18", measurements=[value]) == (["a.measurements.0.unit: " + body] if is_wrong else [])
    del value["value"]
    assert judged("R18", measurements=[value | {"missing": "unit_did_not_exist"}]) == []
    missing = judged("R18", measurements=[value | {"missing": "not_reported"}])
    assert missing == (["a.measurements.0.unit: " + body] if is_wrong else [])


DISTRICT = "Đề nghị UBND huyện rà soát."


@pytest.mark.parametrize(
    "text",
    [
        "gửi UBND huyện Tiên Phước",
        "gửi HĐND các quận",
        "Ủy ban nhân dân thị xã",
        "Uỷ ban nhân dân huyện",
        "Hội đồng nhân dân quận",
        "TTHĐND huyện",
        "UBMTTQ huyện",
        "cấp huyện",
        "Phòng Nội vụ huyện",
        "phòng Tài chính - Kế hoạch huyện",
        "Huyện ủy",
        "quận uỷ",
        "Thị ủy",
        "UBND\nhuyện",
        "thị ủy Tân Long",
        "Thị uỷ.",
    ],
)
def test_a_text_after_the_end_of_the_districts_addresses_none(text: str) -> None:
    record = {"recommendations": [asked(text=text)]}
    assert judged("R17", date="2025-06-30", **record) == []
    (complaint,) = judged("R17", date="2025-07-01", **record)
    assert complaint.startswith("a.recommendations.0.text: ")


@pytest.mark.parametrize("text", ["Xã gửi UBND tỉnh.", "đường huyện lộ", "Ông Quận", "UBND xã", "chị xã viên"])
def test_other_texts_are_let_alone(text: str) -> None:
    assert judged("R17", date="2025-07-01", recommendations=[asked(text=text)]) == []


def test_older_papers_keep_their_titles_and_older_steps_their_words() -> None:
    paper = {"id": "vb", "type": "bien_ban", "subject": "Báo cáo của UBND huyện"}
    assert judged("R17", date="2025-07-01", documents=[paper], editor_note=DISTRICT) == []
    old = step(1, "forwarded", recorded="2025-06-30", occurred="2025-06-30", note=DISTRICT)
    new = step(2, "forwarded", recorded="2025-07-01", occurred="2025-07-01", note=DISTRICT)
    assert judged("R17", date="2024-02-10", recommendations=[asked(old, new)]) == [
        "a.recommendations.0.events.1.note: UBND huyện"
    ]
    told_of_before = step(3, "forwarded", recorded="2025-07-02", occurred="2025-06-30", note=DISTRICT)
    assert judged("R17", date="2024-02-10", recommendations=[asked(told_of_before)]) == []
    assert judged("R17", date="2024-02-10", recommendations=[asked(new, text=DISTRICT)]) == [
        "a.recommendations.0.events.0.note: UBND huyện"
    ]
    assert judged("R17", date="2025-07-01", limitations=[found(text=DISTRICT)]) == [
        "a.limitations.0.text: UBND huyện"
    ]
