"""Is each number told whose digits another program would change, and no other text?"""

import json
from decimal import Decimal

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.yamlfile import read
from generator.yamlfile.digits import may_lose_digits

LOSING = [
    "62.0", "2.10", "1.970", "0.50", "1.", ".5", "-0.0", "+5", "1_000", "1e3", "1.5E3", "0o17", "017", "010", "00",
    "07001", "0x1F", "0b11", "12:30", "12:30:45", "9007199254740993", "0.1234567890123456789", "1" * 400,
]  # fmt: skip
KEEPING = [
    "0", "5", "-5", "2024", "98.5", "-1.25", "1.234", "2024-09", "2024-09-12", "2.1.1", "4.1-4.3", "08/9", "1,5",
    "1.234.567", "+", ".", "..", "...x", "12 xã", "0x", "1e", "2021/..", "15/NQ", "12:75", "9007199254740991",
]  # fmt: skip


@pytest.mark.parametrize("text", LOSING)
def test_a_number_that_may_be_written_back_otherwise_is_warned_of(text: str) -> None:
    (fault,) = read(f"a: {text}\n".encode()).faults
    assert (fault.line, fault.column, fault.code, fault.written, fault.nearest) == (1, 4, "Y33", text, f'"{text}"')
    assert [fault.code for fault in read(f"a:\n  - {text}\nb: [{text}]\n".encode()).faults] == ["Y33", "Y33"]


@pytest.mark.parametrize("text", LOSING)
@pytest.mark.parametrize("form", ['"{}"', "'{}'", ">-\n  {}"])
def test_what_is_advised_silences_the_warning(text: str, form: str) -> None:
    reading = read(f"a: {form.format(text)}\n".encode())
    assert (reading.tree, reading.faults) == ({"a": text}, [])


@pytest.mark.parametrize("text", KEEPING)
def test_no_other_text_is_warned_of(text: str) -> None:
    assert read(f"a: {text}\n".encode()).faults == []


def test_a_key_is_no_number() -> None:
    assert read(b"07001: x\n").faults == []


@given(st.from_regex(r"[-+]?[0-9._:eEx]{1,12}", fullmatch=True))
def test_what_is_not_warned_of_survives_two_libraries(text: str) -> None:
    if may_lose_digits(text):
        return
    value = yaml.safe_load(f"a: {text}") if not text.endswith(":") else None
    value = value["a"] if isinstance(value, dict) else value
    if isinstance(value, int | float):
        assert yaml.safe_load(yaml.safe_dump({"a": value})) == {"a": value}
        assert json.dumps(value) == text
        assert Decimal(text).as_tuple() == Decimal(json.dumps(value)).as_tuple()
