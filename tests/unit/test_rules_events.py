"""Is each step judged by its type: what it must say, what it may say, and in which order it stands?"""

from typing import Any

import pytest

from generator.model.steps import VALUES_OF_TYPE, EventType
from tests.unit.changing import asked, step, survey
from tests.unit.judging import told

FIRST = "khao-sat-1.recommendations.0.events.0"
VALUED = [(kind, value) for kind, values in VALUES_OF_TYPE.items() for value in values]
BARE = [kind for kind, values in VALUES_OF_TYPE.items() if not values]


def about(code: str, *steps: dict[str, Any]) -> list[str]:
    return told(code, survey(recommendations=[asked(*steps)]))


def test_steps_of_one_day_stand_as_they_were_written_and_an_earlier_one_may_not_follow() -> None:
    same = [step(2, "forwarded"), step(3, "forwarded", recorded="2024-04-02", occurred="2024-04-01")]
    assert about("R80", *same) == []
    assert about("R80", *same, step(1, "forwarded")) == [f"{FIRST[:-1]}2.recorded: 2024-04-01"]


@pytest.mark.parametrize(("kind", "value"), VALUED)
def test_a_step_has_a_value_of_its_type(kind: EventType, value: str) -> None:
    assert about("R81", step(1, kind, value)) == []
    others = [other for other, of in VALUED if other != kind]
    assert others
    for other, foreign in VALUED:
        if foreign not in VALUES_OF_TYPE[kind]:
            assert about("R81", step(1, kind, foreign)) == [f"{FIRST}.value: {foreign}"], other
            break
    assert about("R81", step(1, kind)) == [f"{FIRST}.type"]


@pytest.mark.parametrize("kind", BARE)
def test_a_step_whose_type_has_no_values_has_none(kind: EventType) -> None:
    assert about("R81", step(1, kind)) == []
    assert about("R81", step(1, kind, "accepted")) == [f"{FIRST}.value: accepted"]


@pytest.mark.parametrize(
    ("kind", "value", "needed", "given"),
    [
        ("position", "not_accepted", "note", "Không thuộc thẩm quyền."),
        ("progress", "will_not_do", "note", "Không có kinh phí."),
        ("closed", "withdrawn", "note", "Đã thay."),
        ("transfer", None, "receiver", "so"),
        ("addressee_added", None, "receiver", "so"),
        ("reopened", None, "note", "Chưa xong."),
        ("outside_finding", None, "note", "Thanh tra kết luận chưa xong."),
        ("deadline_set", None, "deadline", "2024-12-31"),
        ("deadline_extended", None, "deadline", "2024-12-31"),
    ],
)
def test_a_step_says_what_its_type_is_nothing_without(
    kind: str, value: str | None, needed: str, given: str
) -> None:
    assert about("R82", step(1, kind, value, **{needed: given}, by="thuong-truc")) == []
    assert about("R82", step(1, kind, value, by="thuong-truc")) == [FIRST]


def test_what_a_source_may_leave_open_is_there_or_explained() -> None:
    handed = step(1, "transfer", absent=[{"field": "receiver", "reason": "not_stated"}])
    assert about("R82", handed) == []
    closed = step(1, "closed", "superseded", note="Đã thay.")
    assert about("R82", closed) == [FIRST]
    assert about("R82", closed | {"absent": [{"field": "successor", "reason": "not_stated"}]}) == []
    assert about("R82", closed | {"successor": "khao-sat-2/kn-01"}) == []


@pytest.mark.parametrize(
    ("kind", "value"), [("position", "accepted"), ("progress", "planned"), ("forwarded", None)]
)
def test_other_steps_need_nothing(kind: str, value: str | None) -> None:
    assert about("R82", step(1, kind, value)) == []


@pytest.mark.parametrize(
    ("name", "given", "kinds"),
    [
        ("receiver", "so", {"transfer", "addressee_added", "forwarded"}),
        ("receivers", [{"unit": "so"}], {"transfer", "addressee_added"}),
        ("keeps_rest", "true", {"transfer"}),
        ("members", 3, {"position", "progress", "verification"}),
        ("completed", "2024-04-01", {"progress", "verification"}),
        ("successor", "khao-sat-2/kn-01", {"closed"}),
        ("deadline", "2024-12-31", {"deadline_set", "deadline_extended"}),
        ("method", "documents", {"verification"}),
        ("reorganisation", "gop", {"transfer"}),
    ],
)
def test_a_field_stands_only_in_steps_whose_type_has_it(name: str, given: Any, kinds: set[str]) -> None:
    allowed = {kind for kind in EventType if about("R83", step(1, kind, **{name: given})) == []}
    assert {str(kind) for kind in allowed} == kinds
    another = step(1, "escalation", "don_doc", **{name: given})
    assert about("R83", another) == [f"{FIRST}.{name}: {name}"]


def test_a_verification_tells_how_or_why_it_does_not() -> None:
    bare = step(1, "verification", "verified_done")
    assert about("R84", bare) == [f"{FIRST}: sk-01"]
    assert about("R84", bare | {"method": "on_site"}) == []
    assert about("R84", bare | {"absent": [{"field": "method", "reason": "not_stated"}]}) == []
    assert about("R84", bare | {"absent": [{"field": "note", "reason": "not_stated"}]}) == [f"{FIRST}: sk-01"]
    assert about("R84", step(1, "progress", "planned")) == []
