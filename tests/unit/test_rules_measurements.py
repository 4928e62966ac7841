"""Do figures agree with each other? Each to the last decimal that it states."""

from typing import Any

import pytest

from tests.unit.changing import survey
from tests.unit.judging import told, unit


def judged(code: str, **measurement: Any) -> list[str]:
    base = {"id": "sl", "indicator": "ty-le", "unit": "xa", "period": "2023", **measurement}
    given = {key: value for key, value in base.items() if value is not None}
    return told(code, survey("a", measurements=[given]), bodies=[unit("tinh", level="province")])


@pytest.mark.parametrize(
    ("indicator", "numerator", "denominator", "value", "is_wrong"),
    [
        ("ty-le", "1", "3", "33", False),
        ("ty-le", "1", "3", "33.3", False),
        ("ty-le", "1", "3", "33.4", True),
        ("ty-le", "1", "3", "34", True),
        ("ty-le", "1", "8", "12.5", False),
        ("ty-le", "1", "8", "12", False),
        ("ty-le", "1", "8", "13", False),
        ("ty-le", "1", "8", "12.4", True),
        ("so", "6", "3", "2", False),
        ("so", "6", "3", "200", True),
        ("ty-le", "1", "0", "50", False),
        ("ty-le", "0", "4", "0", False),
        ("ty-le", "0", "4", "1", True),
        ("ty-le", None, "4", "1", False),
        ("ty-le", "1", None, "1", False),
    ],
)
def test_a_share_is_what_its_numbers_give_up_to_its_own_rounding(
    indicator: str, numerator: str | None, denominator: str | None, value: str, is_wrong: bool
) -> None:
    wrong = [f"a.measurements.0.value: {value}"] if is_wrong else []
    numbers = {"numerator": numerator, "denominator": denominator, "value": value}
    assert judged("R60", indicator=indicator, **numbers) == wrong


@pytest.mark.parametrize(
    ("parts", "value", "is_wrong"),
    [
        (["30", "70"], "100", False),
        (["30", "71"], "100", True),
        (["33.3", "33.3", "33.3"], "100", False),
        (["33.3", "33.3", "33.2"], "100", True),
        (["33.3", "33.3", "33"], "99.5", False),
        (["33.3", "33.3", "33"], "99.4", True),
        (["0.05", "0.05"], "0.11", False),
        (["0.05", "0.05"], "0.12", True),
        ([], "100", False),
        (["30"], None, False),
    ],
)
def test_parts_add_up_but_for_their_rounding(parts: list[str], value: str | None, is_wrong: bool) -> None:
    given = [{"label": f"Phần {number}", "value": part} for number, part in enumerate(parts)]
    missing = None if value else "not_reported"
    found = judged("R61", parts=given, value=value, missing=missing)
    assert found == (["a.measurements.0.parts"] if is_wrong else [])


@pytest.mark.parametrize("name", ["value", "target"])
@pytest.mark.parametrize(
    ("indicator", "number", "is_wrong"),
    [
        ("ty-le", "0", False),
        ("ty-le", "100", False),
        ("ty-le", "100.1", True),
        ("ty-le", "-0.1", True),
        ("so", "-1", True),
        ("so", "1000000", False),
        ("chi-so", "-1", False),
    ],
)
def test_a_number_lies_between_the_bounds_of_its_indicator(
    name: str, indicator: str, number: str, is_wrong: bool
) -> None:
    wrong = [f"a.measurements.0.{name}: {number}"] if is_wrong else []
    assert judged("R62", indicator=indicator, **{name: number}) == wrong


def test_there_is_a_value_or_a_reason_and_never_both() -> None:
    assert judged("R63", value="1") == []
    assert judged("R63", missing="not_reported") == []
    assert judged("R63") == ["a.measurements.0: sl"]
    assert judged("R63", value="1", missing="not_reported") == ["a.measurements.0.missing: sl"]


def test_an_index_of_provinces_is_given_to_provinces_and_bodies_without_a_level() -> None:
    assert judged("R65", indicator="chi-so", unit="tinh", value="1") == []
    assert judged("R65", indicator="chi-so", unit="phong", value="1") == []
    commune = told(
        "R65",
        survey(
            "a", measurements=[{"id": "s", "indicator": "chi-so", "unit": "xa-b", "period": "2023", "value": "1"}]
        ),
        bodies=[unit("xa-b")],
    )
    assert commune == ["a.measurements.0.unit: xa-b"]


@pytest.mark.parametrize(
    ("number", "is_wrong"),
    [("1.234", True), ("999.000", True), ("-12.345", True), ("0.123", False), ("1234.567", False), ("1.23", False)],
)
@pytest.mark.parametrize("name", ["value", "numerator", "denominator", "target"])
def test_three_decimals_are_perhaps_thousands(name: str, number: str, is_wrong: bool) -> None:
    wrong = [f"a.measurements.0.{name}: {number}"] if is_wrong else []
    assert judged("R66", indicator="so", **{name: number}) == wrong
    parts = judged("R66", indicator="so", parts=[{"label": "Phần", "value": "1.234"}], value="1")
    assert parts == ["a.measurements.0.parts.0.value: 1.234"]


def test_figures_are_of_units_that_took_part() -> None:
    assert judged("R67", value="1") == []
    assert judged("R67", unit="khac", value="1") == ["a.measurements.0.unit: khac"]


@pytest.mark.parametrize(("number", "is_wrong"), [("0", True), ("0.0", True), ("1", False), (None, False)])
def test_nothing_is_a_share_of_nothing(number: str | None, is_wrong: bool) -> None:
    wrong = [f"a.measurements.0.denominator: {number}"] if is_wrong else []
    assert judged("R68", value="1", denominator=number) == wrong
