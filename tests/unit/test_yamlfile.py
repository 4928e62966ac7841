"""Can any file be read without harm, and is every value where it is said to be?"""

import sys
from collections.abc import Callable
from typing import Any

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from generator.yamlfile import MAXIMUM_BYTES, clean, decoded, position, positions, read

BRACKETS = ["[", "]", "{", "}", ",", "'", '"', ">", ">-\n", "|", "---", "..."]
STRUCTURE = ["\n", "  ", " ", "\t", ":", ": ", "- ", "? ", "#", " #x", "&a", "*a", "!t ", "!!", "%", "~", "<<", "@"]
LETTERS = [
    "a",
    "b: ",
    "1.000",
    "null",
    "Tiên Hà",
    "e\u0302\u0323",
    "\x00",
    "\x85",
    "\r",
    "\u00a0",
    "\u200b",
    "\u2028",
]
YAML_SIGNS = st.sampled_from([*BRACKETS, *STRUCTURE, *LETTERS, "`", "\\", "\\x41", "\ufeff"])
YAML_ISH = st.lists(YAML_SIGNS, max_size=60).map("".join)

DRAWN_AS_NOTHING = "\u115f\u1160\u2800\u3164\uffa0\ufffc\U0001d159"
WRITABLE = st.text(
    st.characters(codec="utf-8", categories=["L", "N", "P", "S", "Zs"], exclude_characters=DRAWN_AS_NOTHING),
    min_size=1,
    max_size=30,
).map(clean)
TREES = st.dictionaries(
    WRITABLE,
    st.recursive(
        WRITABLE,
        lambda inner: st.lists(inner, max_size=4) | st.dictionaries(WRITABLE, inner, max_size=4),
        max_leaves=15,
    ),
    min_size=1,
    max_size=6,
)

OF_LETTERS = {"Y22", "Y23", "Y24", "Y25", "Y26", "Y27", "Y30"}
"""What may be said of letters that come together by chance."""


@given(st.binary(max_size=300))
def test_arbitrary_bytes_are_read_or_refused(content: bytes) -> None:
    reading = read(content)
    assert reading.tree is not None or reading.faults
    positions(content)


@given(YAML_ISH)
def test_arbitrary_signs_of_yaml_are_read_or_refused(text: str) -> None:
    reading = read(text.encode())
    assert reading.tree is not None or reading.faults
    positions(text.encode())


@given(YAML_ISH)
@example("a: !!%")
@example("a: !<%4")
def test_everything_points_into_the_file(text: str) -> None:
    content = text.encode()
    lines = (decoded(content)[0] or text.replace("\r\n", "\n").replace("\r", "\n")).split("\n")
    places = [(fault.line, fault.column) for fault in read(content).faults]
    places += [place for pair in positions(content).values() for place in pair]
    for line, column in places:
        # the parser reports what ends too early one line behind the last
        assert 1 <= line <= len(lines) + 1
        assert 1 <= column <= (len(lines[line - 1]) if line <= len(lines) else 0) + 1


@pytest.mark.parametrize(
    ("text", "code"), [("a: !!%", "Y08"), ("a: !<%4", "Y08"), ("%TAG ! %\n---\na: 1", "Y09"), ('a: "\\q"', "Y32")]
)
def test_an_escape_is_told_as_one_only_within_a_text(text: str, code: str) -> None:
    assert [fault.code for fault in read(text.encode()).faults] == [code]


@given(TREES)
def test_a_tree_written_as_yaml_reads_back_equal(tree: dict[str, Any]) -> None:
    written = yaml.safe_dump(tree, allow_unicode=True, default_style='"').encode()
    reading = read(written)
    assert {fault.code for fault in reading.faults} <= OF_LETTERS
    assert reading.tree == tree


@given(TREES)
def test_every_value_of_a_tree_has_its_place(tree: dict[str, Any]) -> None:
    written = yaml.safe_dump(tree, allow_unicode=True, default_style='"').encode()
    lines = written.decode().split("\n")
    found = positions(written)
    for path, value in values(tree):
        line, column = found[path][1]
        start = lines[line - 1][column - 1 :]
        assert start.startswith('"') or not isinstance(value, str)


@pytest.mark.parametrize(
    "content",
    [
        b"a: " + b"[" * 100_000,
        b"a: " + b"{" * 100_000,
        b"- " * 100_000,
        b"? " * 100_000,
        b"a: " + b"[" * 100_000 + b"]" * 100_000,
        b"\n".join(b"  " * level + b"a:" for level in range(400)),
        b"&a " * 1000,
        b"a: " + b'"' * 99_999,
        "\u200b".encode() * 300_000,
    ],
    ids=["lists", "mappings", "dashes", "keys", "closed", "lines", "anchors", "quotes", "unseen"],
)
def test_a_file_made_to_do_harm_is_refused_at_once(content: bytes) -> None:
    reading = read(content)
    assert reading.tree is None
    assert 1 <= len(reading.faults) <= 21
    assert calls_of(lambda: (read(content), positions(content))) < 2_000


def test_an_alias_bomb_stays_small() -> None:
    bomb = "a0: &a0 [x]\n" + "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 9))
    reading = read(bomb.encode())
    assert {fault.code for fault in reading.faults} == {"Y06", "Y07"}
    assert reading.tree is not None
    assert reading.tree["a8"] == ["*a7"] * 9


def test_a_file_at_the_limit_is_read_and_a_larger_one_is_not() -> None:
    content = b"a: " + b"x" * (MAXIMUM_BYTES - 3)
    assert read(content).tree is not None
    assert [fault.code for fault in read(content + b"x").faults] == ["Y12"]


@pytest.mark.parametrize(
    "written",
    ["no", "yes", "on", "010", "07001", "12:30", "1.000", "2022-09-08", "2022-13-40", ".inf", "0x10", "true", "<<"],
)
def test_every_scalar_stays_text(written: str) -> None:
    assert read(f"a: {written}\n".encode()).tree == {"a": written}


def test_decomposed_letters_are_composed_in_keys_and_values() -> None:
    assert read("te\u0302n: Tho\u0323\n".encode()).tree == {"t\u00ean": "Th\u1ecd"}


def test_keys_that_differ_only_in_composition_are_repeated() -> None:
    reading = read("t\u00ean: a\nte\u0302n: b\n".encode())
    assert [(fault.line, fault.column, fault.code) for fault in reading.faults] == [(2, 1, "Y02")]


def test_no_break_spaces_in_text_become_plain_ones() -> None:
    assert read("a: 03\u00a0xã\n".encode()).tree == {"a": "03 xã"}


def test_a_byte_order_mark_and_line_ends_of_windows_change_nothing() -> None:
    assert read(b"\xef\xbb\xbfa: x\r\nb: y\r\n") == read(b"a: x\nb: y\n")


def test_a_key_without_answer_is_left_out() -> None:
    assert read(b"a:\nb: ~\nc: null\nd: ''\n").tree == {"d": ""}


def test_a_comment_behind_a_text_is_no_fault() -> None:
    reading = read(b"a: x # note\nb: [y] #note\n# c: z\n")
    assert reading.tree == {"a": "x", "b": ["y"]}
    assert reading.faults == []


def test_a_text_over_several_lines_does_not_hide_a_cut() -> None:
    reading = read("a: một câu\n  dài #CCHC\nb: x\n".encode())
    assert [(fault.line, fault.column, fault.code) for fault in reading.faults] == [(2, 7, "Y20")]


def test_all_faults_of_a_file_are_told_at_once() -> None:
    reading = read("a: &x một\na: hai\nb: *x\nc: [{d, e: f}]\ng:\n  -\n".encode())
    assert [fault.code for fault in reading.faults] == ["Y06", "Y02", "Y07", "Y18", "Y19"]


def test_a_place_that_is_not_in_the_file_is_that_of_its_parent() -> None:
    found = positions(b"a: x\nlist:\n  - b: y\n")
    assert position(found, ("list", 0, "missing")) == (3, 5)
    assert position(found, ("list", 0, "b")) == (3, 8)
    assert position(found, ("list", 0, "b"), key=True) == (3, 5)
    assert position(found, ("nothing",)) == (1, 1)


def test_places_after_an_alias_as_key_are_right() -> None:
    assert position(positions(b"a: &k x\n*k : y\nb: z\n"), ("b",)) == (3, 4)


def values(tree: Any, path: tuple[str | int, ...] = ()) -> list[tuple[tuple[str | int, ...], Any]]:
    steps = tree.items() if isinstance(tree, dict) else enumerate(tree) if isinstance(tree, list) else ()
    return [(path, tree), *(found for step, item in steps for found in values(item, (*path, step)))]


def calls_of(work: Callable[[], object]) -> int:
    """Return how many functions are called on the way: what it costs, however busy the machine is."""
    calls = 0

    def count(_frame: object, event: str, _argument: object) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    sys.setprofile(count)
    try:
        work()
    finally:
        sys.setprofile(None)
    return calls
