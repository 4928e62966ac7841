"""Is each character that nobody sees refused, however it is written, and each that is needed let through?"""

import pytest

from generator.yamlfile import Fault, read

UNSEEN = [
    0x00, 0x07, 0x08, 0x0B, 0x0C, 0x1B, 0x1F, 0x7F, 0x80, 0x85, 0x9B, 0xAD,  # controls, soft hyphen
    0x034F, 0x061C, 0x115F, 0x1160, 0x17B4, 0x180E, 0x2800, 0x3164, 0xFFA0,  # joiners, blank letters
    0x200B, 0x200C, 0x200E, 0x200F, 0x2028, 0x2029, 0x202A, 0x202E, 0x2060, 0x2066, 0x2069, 0xFEFF,
    0xFDD0, 0xFE00, 0xFE0F, 0xFFF9, 0xFFFC, 0xFFFE, 0x0378,  # variation, annotation, objects, nothing at all
    0xE0001, 0xE0041, 0xE007F, 0xE0100, 0xE0FFF, 0x1D159,  # tags and more variation
]  # fmt: skip


def codes(text: str) -> list[str]:
    return [fault.code for fault in read(text.encode()).faults]


@pytest.mark.parametrize("code", UNSEEN, ids=lambda code: f"U+{code:04X}")
def test_what_nobody_sees_is_refused_as_itself_and_as_an_escape(code: int) -> None:
    raw = read(f"a: Kh{chr(code)}ảo\nb: x\n".encode())
    assert [(each.line, each.column, each.code, each.written) for each in raw.faults] == [
        (1, 6, "Y14", f"U+{code:04X}")
    ]
    escaped = read(f'a: "Kh\\U{code:08X}ảo"\nb: x\n'.encode())
    assert escaped.faults == [Fault(1, 7, "Y14", f"U+{code:04X}")]
    for reading in (raw, escaped):
        assert reading.tree is not None
        assert reading.tree["b"] == "x"


@pytest.mark.parametrize("code", UNSEEN, ids=lambda code: f"U+{code:04X}")
def test_a_key_is_no_hiding_place(code: int) -> None:
    assert codes(f'"ti\\U{code:08X}tle": x\n') == ["Y14"]


@pytest.mark.parametrize(
    "escape", ["\\0", "\\a", "\\b", "\\v", "\\f", "\\e", "\\N", "\\L", "\\P", "\\x7f", "\\u202e"]
)
def test_each_short_escape_of_an_unseen_character_is_refused(escape: str) -> None:
    assert codes(f'a: "x{escape}y"\n') == ["Y14"]


@pytest.mark.parametrize("escape", ["\\n", "\\ ", '\\"', "\\\\", "\\/", "\\u1ea3", "\\_"])
def test_an_escape_of_what_can_be_seen_is_read(escape: str) -> None:
    assert codes(f'a: "x{escape}y"\n') == []


@pytest.mark.parametrize("text", ['"a\\tb"', "a\tb", "'a\tb'", '"a\tb"', ">-\n  a\tb"])
def test_a_tab_in_a_text_is_refused_at_its_place(text: str) -> None:
    assert codes(f"a: {text}\n") == ["Y21"]


@pytest.mark.parametrize(
    "text", ["tốt 👍🏽", "👨‍👩‍👧", "❤️", "1️⃣", "ê̆ Ê Đê", "Êđê", "Kon Tum – “đồng bào”…", "m², 25 °C, ½"]
)
def test_pictures_and_languages_of_vietnam_may_be_written(text: str) -> None:
    assert codes(f"a: {text}\n") == []


@pytest.mark.parametrize("text", ["x \u0323 y", "a\u0323\u0302\u0301\u0300\u0309\u0303", "\u0301", "1\u0301"])
def test_a_mark_stands_on_a_letter_and_not_in_a_heap(text: str) -> None:
    assert set(codes(f"a: {text}\n")) == {"Y30"}


@pytest.mark.parametrize("text", ["\u00a0", '"\\_"', "\u3000\u2003", '"\u202f"', '" "'])
def test_blanks_alone_are_a_blank(text: str) -> None:
    reading = read(f"a: {text}\nb: x\n".encode())
    assert reading.faults == []
    assert reading.tree is not None
    assert reading.tree.get("a", "").strip(" ") == ""


@pytest.mark.parametrize(
    ("content", "places"),
    [
        (b"a: x\r\ry\nb: z\n", [(1, 5)]),
        (b"a: x\ry\nb: z\n", [(1, 5)]),
        (b"a: x\rb: z\n", [(1, 5)]),
        (b"a: x\rb: z\r", [(1, 5)]),
        (b"a: x\r\r\nb: z\r\r\n", [(1, 5)]),
        (b"a: x\r\nb: z\r\n", []),
    ],
)
def test_a_carriage_return_alone_is_told_once_and_cuts_nothing(
    content: bytes, places: list[tuple[int, int]]
) -> None:
    reading = read(content)
    assert [(each.line, each.column) for each in reading.faults] == places
    assert {each.code for each in reading.faults} <= {"Y29"}
    assert reading.tree is not None
    assert reading.tree["b"] == "z"
    assert reading.tree["a"].split() in (["x"], ["x", "y"])


def test_a_carriage_return_as_an_escape_is_refused() -> None:
    assert codes('a: "x\\ry"\n') == ["Y14"]


@pytest.mark.parametrize("escape", ["\\U", "\\ud800", "\\q", "\\xZZ", "\\."])
def test_an_escape_that_nobody_knows_is_told_where_it_stands(escape: str) -> None:
    reading = read(f'a: "C:{escape}sers"\nb: x\n'.encode())
    assert [(each.line, each.column, each.code, each.written) for each in reading.faults] == [
        (1, 7, "Y32", escape[:2])
    ]
    assert reading.tree == {"b": "x"}
