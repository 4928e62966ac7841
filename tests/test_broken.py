"""Is each mistake reported where it is, in words that an editor understands, and nothing else with it?

A case is one text file in ``tests/broken``: what differs from the small valid root ``tests/broken/base``, and
the whole output of ``check``. A new mistake is a new file; ``pytest --bless`` writes its output, which is then
read as an editor would. Sections begin with a line ``=== …``:

    === change data/surveys/2024-mau.yml     lines with "-" are replaced by the lines with "+" that follow
    === file data/units/xa-moi.yml           the whole file
    === remove content/gioi-thieu.md         the file is not there
    === link data/units/xa-moi.yml           a link; the line that follows says where it leads
    === pipe data/units/xa-moi.yml           a pipe
    === folder data/topics.yml               an empty folder
    === closed data/units/xa-moi.yml         nobody may read it
    === large data/media/2024-mau/anh.png    a file that takes so many bytes as the line says that follows
    === output                               what check prints

⟦EF BB BF⟧ in a file or its name stands for these bytes; ⟦[ * 100⟧ for a text so many times.
"""

import datetime
import importlib
import os
import pkgutil
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import generator.rules
from generator import article_links
from generator.build import checked
from generator.cli.check import as_page
from generator.load import load
from generator.rules import RULES
from generator.rules.context import Context, Rule, Sheet
from generator.rules.exceptions import UNUSED
from generator.schema.broken_case import hunks, sections
from generator.strings import words
from tests.ordinary import ordinary

FOLDER = Path(__file__).parent / "broken"
BASE = FOLDER / "base"
CASES = sorted(FOLDER.glob("*.txt"))
TODAY = datetime.date(2026, 1, 15)

ESCAPE = re.compile(r"⟦(?:(?P<text>.+?) \* (?P<times>[0-9]+)|(?P<bytes>[0-9A-F ]+))⟧")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_a_mistake_is_reported(case: Path, tmp_path: Path, bless: bool) -> None:
    text = case.read_text(encoding="utf-8")
    *_, (_, _, expected) = sections(text)
    root = broken(case, tmp_path / "root")

    with ordinary():
        printed = as_page(checked(root, today=TODAY)) + "\n"

    if bless and printed != expected:
        case.write_text(text.removesuffix(expected) + printed, encoding="utf-8")
    assert bless or printed == expected


def test_the_base_has_no_problem() -> None:
    assert as_page(checked(BASE, today=TODAY)) == words("problems")["labels"]["none"]


def test_every_code_has_a_case() -> None:
    said = re.compile(r"^.+:\d+:\d+: \D+ ([A-Z]\d{2,3}):", re.MULTILINE)
    reported = {code for case in CASES for code in said.findall(output(case))}
    assert reported == words("problems").keys() - {"labels"}


def test_a_case_is_named_by_a_code_that_it_reports() -> None:
    misnamed = [case.name for case in CASES if f" {case.name.partition('-')[0]}: " not in output(case)]
    assert misnamed == []


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_a_rule_gives_only_its_own_codes(case: Path, tmp_path: Path) -> None:
    known = Context(load(broken(case, tmp_path / "root"))[0], TODAY)
    read: dict[str, tuple[Context | Sheet[Any], ...]]
    read = {"all": (known,), "survey": known.surveys, "sheet": known.sheets}
    for rule in RULES:
        given = {complaint.code for thing in read[rule.reads] for complaint in rule.find(thing)}
        assert given <= set(rule.codes)


def test_every_rule_that_is_written_is_asked() -> None:
    names = [module.name for module in pkgutil.iter_modules(generator.rules.__path__, "generator.rules.")]
    written = [each for name in names for each in vars(importlib.import_module(name)).values()]
    assert {each.codes for each in written if isinstance(each, Rule)} == {rule.codes for rule in RULES}


def test_every_rule_says_in_one_sentence_what_must_hold() -> None:
    for rule in RULES:
        assert re.fullmatch(r"[A-Z][^\n]+\.", rule.find.__doc__ or ""), rule.codes


def test_every_code_of_a_rule_has_words_and_one_rule() -> None:
    codes = [code for rule in RULES for code in rule.codes] + [UNUSED, *article_links.CODES]
    assert sorted(codes) == sorted(code for code in words("problems") if code[0] in "RC")


def output(case: Path) -> str:
    return sections(case.read_text(encoding="utf-8"))[-1].content


def broken(case: Path, root: Path) -> Path:
    """Make the small valid root, and what a case changes in it."""
    *changes, _ = sections(case.read_text(encoding="utf-8"))
    shutil.copytree(BASE, root)
    for action, file, content in changes:
        path = root / os.fsdecode(unescaped(file))
        path.parent.mkdir(parents=True, exist_ok=True)
        ACTIONS[action](path, content)
    return root


def change(path: Path, content: str) -> None:
    for before, after in (map(unescaped, hunk) for hunk in hunks(content)):
        old = path.read_bytes()
        assert old.count(before) == 1, f"{path.name}: not once in the base: {before.decode()}"
        path.write_bytes(old.replace(before, after))


def write_whole(path: Path, content: str) -> None:
    path.write_bytes(unescaped(content))


def link(path: Path, content: str) -> None:
    path.symlink_to(content.strip())


def close(path: Path, content: str) -> None:
    if not path.exists():
        path.touch()
    path.chmod(0)


def enlarge(path: Path, content: str) -> None:
    with path.open("wb") as file:
        file.truncate(int(content))


ACTIONS: dict[str, Callable[[Path, str], None]] = {
    "change": change,
    "file": write_whole,
    "remove": lambda path, content: path.unlink(),
    "link": link,
    "pipe": lambda path, content: os.mkfifo(path),
    "folder": lambda path, content: path.mkdir(),
    "closed": close,
    "large": enlarge,
}


def unescaped(text: str) -> bytes:
    """Return the bytes of a file, with what stands in ⟦⟧ made real."""
    content, end = b"", 0
    for match in ESCAPE.finditer(text):
        meant = bytes.fromhex(match["bytes"]) if match["bytes"] else match["text"].encode() * int(match["times"])
        content += text[end : match.start()].encode() + meant
        end = match.end()
    return content + text[end:].encode()
