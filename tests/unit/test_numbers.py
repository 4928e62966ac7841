"""Are numbers written as Vietnamese readers expect, with the decimals of their source?"""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.vietnamese.numbers import format_count, format_number, format_percent, number_meant

NUMBERS = st.from_regex(r"-?(0|[1-9][0-9]{0,30})(\.[0-9]{1,12})?", fullmatch=True)


@pytest.mark.parametrize(
    ("number", "shown"),
    [
        ("1234.50", "1.234,50"),
        ("98.59", "98,59"),
        ("0", "0"),
        ("0.50", "0,50"),
        ("999", "999"),
        ("1000", "1.000"),
        ("1234567.891", "1.234.567,891"),
        ("-3", "\u22123"),
        ("-1234.5", "\u22121.234,5"),
        (2215, "2.215"),
        (Decimal("12.60"), "12,60"),
        (Decimal("1E+3"), "1.000"),
        ("123456789012345678901234567890123.10", "123.456.789.012.345.678.901.234.567.890.123,10"),
    ],
)
def test_thousands_are_parted_and_decimals_kept(number: str | int | Decimal, shown: str) -> None:
    assert format_number(number) == shown


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "1,5",
        "1.234,5",
        "1 000",
        "03",
        "07001",
        "+3",
        "--3",
        ".5",
        "5.",
        "1e5",
        "1_000",
        "3\n",
        "NaN",
    ],
)
def test_a_text_that_is_no_number_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="not a number"):
        format_number(text)


@pytest.mark.parametrize("text", ["１２", "١٢", "½", "năm"])
def test_only_the_ten_digits_make_a_number(text: str) -> None:
    with pytest.raises(ValueError, match="not a number"):
        format_number(text)


@pytest.mark.parametrize("number", [Decimal("NaN"), Decimal("Infinity"), True])
def test_a_value_that_is_no_number_is_refused(number: Decimal | int) -> None:
    with pytest.raises(ValueError, match="not a number"):
        format_number(number)


def test_a_float_is_refused_because_it_has_lost_its_decimals() -> None:
    with pytest.raises(TypeError):
        format_number(0.1 + 0.2)  # type: ignore[arg-type]


@given(NUMBERS)
def test_the_number_can_be_read_back(text: str) -> None:
    shown = format_number(text)
    assert shown.replace(".", "").replace(",", ".").replace("\u2212", "-") == text


@given(st.integers(min_value=0))
def test_groups_have_three_digits(count: int) -> None:
    first, *groups = format_count(count).split(".")
    assert 1 <= len(first) <= 3
    assert all(len(group) == 3 for group in groups)


def test_a_percentage_has_its_sign_without_a_blank() -> None:
    assert format_percent("98.59") == "98,59%"


def test_a_count_is_never_negative() -> None:
    assert format_count(1234) == "1.234"
    with pytest.raises(ValueError, match="below zero"):
        format_count(-1)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("98,5", "98.5"),
        ("98,5%", "98.5"),
        ("5 %", "5"),
        ("0,125", "0.125"),
        ("1.234.567", "1234567"),
        ("1.234,5", "1234.5"),
        ("1 234,5", "1234.5"),
        ("12_345", "12345"),
        ("\u22121,5", "-1.5"),
        ("1,234", ""),  # a little more than one, or the thousands of an English text
        ("1,234,567", ""),
        ("12.34.5", ""),
        ("1e3", ""),
        ("0o17", ""),
        ("010", ""),
        ("1.000.000đ", ""),
        ("", ""),
    ],
)
def test_a_number_as_people_write_it_is_understood_where_it_can_be_no_other(text: str, number: str) -> None:
    assert number_meant(text) == number
