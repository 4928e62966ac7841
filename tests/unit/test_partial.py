"""Is all told at once of a file with several mistakes, and nothing that is not one?"""

import datetime
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from generator.load import load, problems_of
from generator.model.base import Absence, Explained
from generator.model.unknown import OpenSet, OpenTuple, UnknownError, known
from generator.rules import check

BASE = Path(__file__).parents[1] / "broken" / "base"
SURVEY = "data/surveys/2024-mau.yml"
TODAY = datetime.date(2026, 1, 15)

Told = set[tuple[str, int, str]]

ENTRY = re.compile(r"( *(?:- )?)([a-z_]+): (\S.*)")
ITEM = re.compile(r"( *- )([^:]*)")


def told(root: Path) -> Told:
    records, complaints, problems = load(root)
    found = [*problems, *problems_of(complaints + check(records, today=TODAY), records)]
    return {(each.file, each.line, each.code) for each in found}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A copy of the small valid root."""
    return Path(shutil.copytree(BASE, tmp_path / "root"))


def change(path: Path, *pairs: tuple[str, str]) -> None:
    text = path.read_text(encoding="utf-8")
    for before, after in pairs:
        assert text.count(before) == 1, before
        text = text.replace(before, after)
    path.write_text(text, encoding="utf-8")


def test_mistakes_of_writing_of_values_and_of_sense_are_told_together(root: Path) -> None:
    change(
        root / SURVEY,
        ("title: G", 'title: "G'),
        ("date: 2024-09-12", "date: 31/11/2024"),
        ("quả chậm.", "quả chậm, gọi 0905123456."),
        ("answers: [hc-01]", "answers: [hc-02]"),
        ("value: 98.5", "value: 97.5"),
    )
    assert told(root) == {
        (SURVEY, 2, "Y04"), (SURVEY, 3, "M03"), (SURVEY, 10, "R50"), (SURVEY, 18, "R01"), (SURVEY, 36, "R60"),
    }  # fmt: skip


def test_a_reference_to_what_cannot_be_read_is_not_judged(root: Path) -> None:
    change(root / SURVEY, ("  - id: hc-01", '  - id: "hc-01'), ("value: 98.5", "value: 97.5"))
    assert told(root) == {(SURVEY, 9, "Y04"), (SURVEY, 36, "R60")}


def test_a_misspelt_key_is_not_missed_besides(root: Path) -> None:
    change(root / SURVEY, ("title: G", "titel: G"), ("      date: 2024-12-31", "      dat: 2024-12-31"))
    assert told(root) == {(SURVEY, 2, "M01"), (SURVEY, 22, "M01")}


def test_a_text_behind_a_hash_is_not_missed_besides(root: Path) -> None:
    change(root / SURVEY, ("title: G", "title: #G"))
    assert told(root) == {(SURVEY, 2, "Y20")}


def test_where_an_indentation_is_in_doubt_no_rule_guesses(root: Path) -> None:
    change(root / SURVEY, ("date: 2024-09-12", "  date: 2024-09-12"), ("value: 98.5", "value: 98,5"))
    assert told(root) == {(SURVEY, 3, "Y05"), (SURVEY, 36, "M09")}


def test_the_rest_of_a_text_that_stands_too_far_left_is_one_mistake(root: Path) -> None:
    change(root / SURVEY, ("title: Giải quyết thủ tục", "title: >-\nGiải quyết thủ tục"))
    assert told(root) == {(SURVEY, 3, "Y00")}


def test_a_line_that_nobody_sees_is_one_mistake(root: Path) -> None:
    change(root / SURVEY, ("date: 2024-09-12\n", "date: 2024-09-12\n\x00\n"))
    assert told(root) == {(SURVEY, 4, "Y14")}


def test_broken_exceptions_do_not_bring_back_what_is_agreed(root: Path) -> None:
    change(root / SURVEY, ("numerator: 197", 'numerator: "1.970"'), ("denominator: 200", 'denominator: "2.000"'))
    exceptions = root / "data/exceptions.yml"
    agreed = f"exceptions:\n  - code: R66\n    file: {SURVEY}\n    reason: Nguồn ghi thế.\n    until: 2026-12-31\n"
    exceptions.write_text(agreed, encoding="utf-8")
    assert told(root) == set()
    exceptions.write_text(agreed.replace("reason: N", 'reason: "N'), encoding="utf-8")
    assert told(root) == {("data/exceptions.yml", 4, "Y04")}


@pytest.mark.parametrize(
    ("before", "after", "code"),
    [
        ("      - source: bao-cao\n", "      - source: Báo cáo!\n", "M05"),
        ("      - source: bao-cao\n", '      - source: "bao-cao\n', "Y04"),
        ("    cites:\n      - source: bao-cao\n        at: ", "    cites: [bao-cao]\n    plain: ", "M14"),
    ],
)
def test_what_is_named_where_nobody_can_read_it_is_not_missed(
    before: str, after: str, code: str, root: Path
) -> None:
    path = root / SURVEY
    text = path.read_text(encoding="utf-8")
    assert text.count(before) == 2
    path.write_text(text.replace(before, after), encoding="utf-8")
    assert {each[2] for each in told(root)} == {code}


def as_junk(line: str) -> str | None:
    match = ENTRY.fullmatch(line)
    return match and f"{match[1]}{match[2]}: ?!"


def as_open(line: str) -> str | None:
    match = ENTRY.fullmatch(line) or ITEM.fullmatch(line)
    return match and f'{line[: match.start(len(match.groups()))]}"x'


def as_other_key(line: str) -> str | None:
    match = ENTRY.fullmatch(line)
    return match and f"{match[1]}qq{match[2]}: {match[3]}"


def as_list(line: str) -> str | None:
    match = ENTRY.fullmatch(line)
    return match and f"{match[1]}{match[2]}: [[x]]"


DAMAGES: list[Callable[[str], str | None]] = [as_junk, as_open, as_other_key, as_list]


def damaged(text: str, damage: Callable[[str], str | None]) -> Iterator[tuple[int, str]]:
    """Yield a text with each of its lines damaged, and the number of the line."""
    lines = text.split("\n")
    for number, line in enumerate(lines):
        if (wrong := damage(line)) is not None:
            yield number + 1, "\n".join([*lines[:number], wrong, *lines[number + 1 :]])


@pytest.mark.parametrize("damage", DAMAGES, ids=lambda damage: damage.__name__)
def test_one_damaged_line_is_told_of_that_line_alone(damage: Callable[[str], str | None], root: Path) -> None:
    """But that something is missing, which may be what stands under a key that nobody knows."""
    assert told(root) == set()
    count = 0
    for path in sorted((root / "data").rglob("*.yml")):
        file, whole = path.relative_to(root).as_posix(), path.read_text(encoding="utf-8")
        for line, text in damaged(whole, damage):
            count += 1
            path.write_text(text, encoding="utf-8")
            besides = {each for each in told(root) if each[:2] != (file, line)}
            if damage is as_other_key:
                besides = {each for each in besides if (each[0], each[2]) != (file, "M02")}
            if file == "data/indicators.yml" and line == 4:
                besides -= {(SURVEY, 36, "R60")}  # what is measured in “?!” is no share in percent
            assert besides == set(), f"{file}:{line}: {text.splitlines()[line - 1]}"
        path.write_text(whole, encoding="utf-8")
    assert count


def test_an_open_list_gives_what_it_has_and_concludes_nothing() -> None:
    items = OpenTuple(["a", "b"])
    seen = list[str]()
    with pytest.raises(UnknownError):
        seen.extend(each for each in items)
    assert (seen, items[1], "a" in items, bool(items), items == (), known(items)) == (
        ["a", "b"], "b", True, True, False, ("a", "b"),
    )  # fmt: skip
    questions: list[Callable[[], object]] = [
        lambda: len(items),
        lambda: items[2],
        lambda: items[-1],
        lambda: "c" in items,
        lambda: [*items],
        lambda: set(items),
        lambda: bool(OpenTuple(())),
        lambda: items == ("a", "b"),
        lambda: OpenTuple(()) in (None, ()),
        lambda: list(("z",) + items),  # noqa: RUF005
        lambda: "c" in OpenSet({"a"}),
        lambda: "c" in {"b"} | OpenSet({"a"}),
    ]
    for question in questions:
        with pytest.raises(UnknownError):
            question()


def test_a_value_that_is_not_known_is_not_said() -> None:
    made = Explained.model_construct()
    made.__dict__.pop("absent")
    with pytest.raises(UnknownError):
        made.why_absent("date")
    with pytest.raises(AttributeError):
        made.nothing_of_this_name  # type: ignore[attr-defined]  # noqa: B018
    assert Absence.model_fields.keys() == {"field", "reason", "note"}
