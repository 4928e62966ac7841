"""Is what stands beside a mistake of writing read as if the mistake were not there?"""

import datetime
import shutil
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.build import checked
from generator.yamlfile import AN_ITEM, UNKNOWN, read

BASE = Path(__file__).parents[1] / "broken" / "base"
SURVEY = "data/surveys/2024-mau.yml"
TODAY = datetime.date(2026, 1, 15)


def told(text: str) -> list[tuple[int, int, str]]:
    return [(each.line, each.column, each.code) for each in read(text.encode()).faults]


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        ("a: Khảo sát tại\n  #3 xã\nb: x\n", [(2, 3, "Y31")]),
        ("a: Khảo sát tại\n  # 3 xã\nb: x\n", [(2, 3, "Y31")]),
        ("a: Khảo sát tại\n  #3 xã\n  của huyện\nb: x\n", [(2, 3, "Y31")]),
        ("a: Khảo sát tại\n\n  #3 xã\nb: x\n", [(3, 3, "Y31")]),
        ("a: một\n  hai\n  #ba\nb: x\n", [(3, 3, "Y31")]),
        ("c:\n  - Khảo sát\n    #3 xã\nb: x\n", [(3, 5, "Y31")]),
        ("a:\n  #3 xã\nb: x\n", [(2, 3, "Y20")]),
        ("a: x #thẻ\nb: x\n", [(1, 6, "Y20")]),
        ("a: [x, #y\n  z]\nb: x\n", [(1, 8, "Y20")]),
        ("a: >- #x\n  y\nb: x\n", [(1, 7, "Y20")]),
        ('a: "x" #y\nb: x\n', [(1, 8, "Y20")]),
    ],
)
def test_a_hash_that_cuts_a_text_is_told_at_its_place(text: str, faults: list[tuple[int, int, str]]) -> None:
    assert told(text) == faults
    assert (read(text.encode()).tree or {}).get("b") == "x"


@pytest.mark.parametrize(
    "text",
    [
        "# a\na: x\n# b\nb: y\n",
        "a: x # ghi chú\nb: y\n",
        "c:\n  # ghi chú\n  - x\n  # ghi chú\nb: y\n",
        "c:\n- x\n# ghi chú\n- y\nb: y\n",
        "a: >-\n  một\n  #hai\nb: y\n",
        "a: |\n  # một\n  hai\nb: y\n",
        'a: "một\n  #hai"\nb: y\n',
        "a: C#\nb: y#z\n",
    ],
)
def test_a_comment_that_is_meant_and_a_hash_in_a_text_are_no_fault(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "faults", "tree"),
    [
        ('a: "mở\nb: x\nc: "\nd: y\n', [(1, 4, "Y04"), (3, 4, "Y04")], {"b": "x", "d": "y"}),
        (
            'p:\n  a: "Trưởng Ban\n  b: 2026-01-01\n  c: "\n',
            [(2, 6, "Y04"), (4, 6, "Y04")],
            {"p": {"b": "2026-01-01"}},
        ),
        ("a: 'mở\nb: x\nc: y\n", [(1, 4, "Y04")], {"b": "x", "c": "y"}),
        ('a: "mở\n' + "".join(f"k{n}: x\n" for n in range(20)), [(1, 4, "Y04")], {f"k{n}": "x" for n in range(20)}),
        ("a: [x, y\nb: x\n", [(1, 4, "Y04")], {"b": "x"}),
        ("a: {x: y\nb: x\n", [(1, 4, "Y04")], {"b": "x"}),
        ('l:\n  - a: "mở\n    b: x\n  - b: y\n', [(2, 8, "Y04")], {"l": [{"b": "x"}, {"b": "y"}]}),
        ('l:\n  - "mở\n  - y\n', [(2, 5, "Y04")], {"l": ["y"]}),
        ("a: x: y\nb: x\n", [(1, 5, "Y05")], {"b": "x"}),
        ("a: `x`\nb: x\n", [(1, 4, "Y00")], {"b": "x"}),
        ('a: "x" y\nb: x\n', [(1, 4, "Y04")], {"b": "x"}),
    ],
)
def test_what_is_not_closed_is_told_where_it_opened_and_nothing_else_is_lost(
    text: str, faults: list[tuple[int, int, str]], tree: object
) -> None:
    reading = read(text.encode())
    assert told(text) == faults
    assert reading.tree == tree
    assert reading.lost


def test_a_text_in_quotation_marks_may_go_on_further_in() -> None:
    reading = read('a: "một\n  hai: ba\n\n  bốn"\nb: x\n'.encode())
    assert (reading.tree, reading.faults) == ({"a": "một hai: ba\nbốn", "b": "x"}, [])


BROKEN = ['"mở', "'mở", "[x", "{x", "x: y: z", "@x", "`x", '"x" y', "%x: [", "[x]]"]
GOOD = st.dictionaries(
    st.sampled_from("abcdefgh"),
    st.one_of(st.just("x"), st.just('"y: z"'), st.just(">-\n    một\n    hai"), st.just("\n    - x\n    - k: y")),
    min_size=1,
)


@given(GOOD, st.sampled_from(BROKEN), st.integers(0, 8))
def test_one_broken_entry_leaves_all_others_as_they_are(good: dict[str, str], wrong: str, place: int) -> None:
    lines = [f"  {key}: {value}" for key, value in good.items()]
    whole = read(("top:\n" + "\n".join(lines) + "\n").encode())
    place = min(place, len(lines))
    broken = read(("top:\n" + "\n".join([*lines[:place], f"  wrong: {wrong}", *lines[place:]]) + "\n").encode())
    assert whole.faults == []
    assert broken.tree == whole.tree
    assert broken.lost == {("top", "wrong")}
    where = 2 + "\n".join(["", *lines[:place]]).count("\n")
    assert {fault.line for fault in broken.faults} == {where}


def test_items_that_are_left_out_are_known() -> None:
    assert read(b'l:\n  - "x\n  - y\n').lost == {("l", AN_ITEM)}


def test_a_stray_line_may_be_of_any_level() -> None:
    assert read(b"a:\n  b: x\n c: y\nd: z\n").lost == {("a", "c"), (UNKNOWN, "c")}


def test_a_file_with_more_mistakes_than_anybody_mends_is_told_of_the_first() -> None:
    reading = read(b"a: x\n" + "".join(f'k{number}: "x\n' for number in range(5_000)).encode())
    assert len(reading.faults) == 20
    assert (UNKNOWN,) in reading.lost


@pytest.mark.parametrize(
    ("before", "after", "codes"),
    [
        ("title: G", 'title: "G', ["Y04"]),
        ("title: G", "title G", ["Y00"]),
        ("title: G", " title: G", ["Y05"]),
        ("date: 2024-09-12", "  date: 2024-09-12", ["Y05"]),
        ("kind: khao_sat", "kind: [khao_sat", ["Y04"]),
        ("    text: Một số", '    text: "Một số', ["Y04"]),
        ("  - id: hc-01", '  - id: "hc-01', ["Y04"]),
        ("  state: published", "  state: 'published", ["Y04"]),
        ("  - id: bao-cao\n", "  - id: bao-cao: x\n", ["Y05"]),
    ],
)
def test_what_cannot_be_read_is_not_missed_besides(
    before: str, after: str, codes: list[str], tmp_path: Path
) -> None:
    root = Path(shutil.copytree(BASE, tmp_path / "root"))
    path = root / SURVEY
    text = path.read_text(encoding="utf-8")
    assert text.count(before) == 1
    path.write_text(text.replace(before, after), encoding="utf-8")
    found = checked(root, today=TODAY)
    assert [problem.code for problem in found.problems] == codes
    assert not found.is_good


def test_a_mistake_of_writing_hides_no_other(tmp_path: Path) -> None:
    root = Path(shutil.copytree(BASE, tmp_path / "root"))
    path = root / SURVEY
    text = path.read_text(encoding="utf-8")
    for before, after in [
        ("title: G", 'title: "G'),
        ("date: 2024-09-12", "date: 31/11/2024"),
        ("value: 98.5", "value: 98,5"),
    ]:
        text = text.replace(before, after)
    path.write_text(text, encoding="utf-8")
    assert {(each.line, each.code) for each in checked(root, today=TODAY).problems} == {
        (2, "Y04"), (3, "M03"), (36, "M09"),
    }  # fmt: skip
