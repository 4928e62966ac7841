"""Does a statement say something, of those whom its source names, and own up to what is missing?"""

from typing import Any

import pytest

from tests.unit.changing import asked, found, survey
from tests.unit.judging import told


def test_a_heading_alone_says_nothing() -> None:
    bare = found(text=None)
    del bare["text"]
    assert told("R30", survey("a", limitations=[found(), bare])) == ["a.limitations.1: hc-01"]
    assert told("R30", survey("a", limitations=[bare | {"quote": "Hồ sơ chậm."}])) == []
    ask = asked()
    del ask["text"]
    assert told("R30", survey("a", recommendations=[ask])) == ["a.recommendations.0: kn-01"]


@pytest.mark.parametrize(
    ("kind", "prefix"),
    [("background", "bc"), ("results", "kq"), ("limitations", "hc"), ("conclusions", "kl"), ("next_steps", "vt")],
)
def test_the_letters_of_an_id_tell_its_list(kind: str, prefix: str) -> None:
    for letters in ("bc", "kq", "hc", "kl", "vt"):
        record: Any = {kind: [found(f"{letters}-01")]}
        wrong = [] if letters == prefix else [f"a.{kind}.0.id: {letters}-01"]
        assert told("R31", survey("a", **record)) == wrong


@pytest.mark.parametrize(
    ("kind", "units", "is_wrong"),
    [
        ("units", ["xa"], False),
        ("units", [], True),
        ("general", [], False),
        ("general", ["xa"], True),
        ("some", [], False),
        ("some", ["xa"], True),
    ],
)
def test_a_scope_names_units_or_none(kind: str, units: list[str], is_wrong: bool) -> None:
    record = survey("a", limitations=[found(scope={"kind": kind, "units": units})])
    assert told("R32", record) == ([f"a.limitations.0.scope.kind: {kind}"] if is_wrong else [])


def test_nobody_is_named_who_took_no_part() -> None:
    record = survey("a", limitations=[found(scope={"kind": "units", "units": ["xa", "khac"]})])
    assert told("R33", record) == ["a.limitations.0.scope.units.1: khac"]


@pytest.mark.parametrize(
    ("more", "absent", "where"),
    [
        ({"deadline": None}, ["deadline"], []),
        ({"deadline": None}, ["dead_line"], ["0.field: dead_line"]),
        ({"deadline": None}, ["absent"], ["0.field: absent"]),
        ({"deadline": None}, ["text"], ["0.field: text"]),
        ({"deadline": None}, ["deadline", "deadline"], ["1.field: deadline"]),
        ({"deadline": {"date": "2024-12-31"}}, ["deadline"], ["0.field: deadline"]),
        ({"answers": ["hc-01"]}, ["answers"], ["0.field: answers"]),
        ({"answers": []}, ["answers"], []),
    ],
)
def test_a_reason_is_given_once_for_a_field_that_is_empty(
    more: dict[str, Any], absent: list[str], where: list[str]
) -> None:
    given = asked(**more, absent=[{"field": name, "reason": "not_stated"} for name in absent])
    record = survey("a", recommendations=[{key: value for key, value in given.items() if value is not None}])
    assert told("R34", record) == [f"a.recommendations.0.absent.{each}" for each in where]


def test_whom_and_by_when_is_said_or_why_it_is_not() -> None:
    bare = asked()
    del bare["addressee"]
    here = "a.recommendations.0: kn-01"
    assert told("R35", survey("a", recommendations=[bare])) == [here, here]
    reasons = [{"field": name, "reason": "not_stated"} for name in ("addressee", "deadline")]
    assert told("R35", survey("a", recommendations=[bare | {"absent": reasons}])) == []
    assert told("R35", survey("a", recommendations=[bare | {"absent": reasons[:1]}])) == [here]
    assert told("R35", survey("a", recommendations=[asked(deadline={"date": "2024-12-31"})])) == []
