"""Does everything that goes by the kinds of statements follow from their one table?"""

import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

import pytest

from generator.model.finding import Statement
from generator.model.statement_kind import StatementKind, kind_of
from generator.model.survey import Survey
from generator.strings import words

ROOT = Path(__file__).parents[2]


class Kind(NamedTuple):
    """A kind of statement that no table holds."""

    value: str
    field: str
    prefix: str


def missing(kinds: Iterable[Kind | StatementKind]) -> list[str]:
    """Return what else has to be written for the kinds of the table, each with its file."""
    vocabulary, texts = words("vocabulary"), words("fields")["Survey"]
    lacking = []
    for kind in kinds:
        if kind.field not in statement_fields():
            lacking.append(f"generator/model/survey.py: Survey.{kind.field}: tuple[Statement, ...] = ()")
        if f"`{kind.prefix}-`" not in texts.get(kind.field, {}).get("description", ""):
            lacking.append(f"generator/strings/fields.yml: Survey.{kind.field}, which names `{kind.prefix}-`")
        lacking += [
            f"generator/strings/vocabulary.yml: {name}.{kind.value}"
            for name in ("statement_kind", "statement_kind_one")
            if kind.value not in vocabulary[name]
        ]
    return lacking


def statement_fields() -> list[str]:
    return [name for name, info in Survey.model_fields.items() if info.annotation == tuple[Statement, ...]]


def test_every_kind_has_its_field_and_its_words() -> None:
    assert missing(StatementKind) == []


def test_a_kind_that_has_only_its_entry_is_told_what_it_lacks() -> None:
    assert missing([Kind("wish", "wishes", "nv")]) == [
        "generator/model/survey.py: Survey.wishes: tuple[Statement, ...] = ()",
        "generator/strings/fields.yml: Survey.wishes, which names `nv-`",
        "generator/strings/vocabulary.yml: statement_kind.wish",
        "generator/strings/vocabulary.yml: statement_kind_one.wish",
    ]


def test_no_list_of_statements_stands_outside_the_table_and_the_order_is_the_same() -> None:
    assert statement_fields() == [kind.field for kind in StatementKind]


@pytest.mark.parametrize("name", ["field", "prefix", "anchor"])
def test_no_two_kinds_share_a_name(name: str) -> None:
    names = [getattr(kind, name) for kind in StatementKind]
    assert len(names) == len(set(names))


def test_the_letters_of_an_id_tell_the_kind() -> None:
    assert kind_of("hc-03") is StatementKind.LIMITATION
    assert kind_of("kn-01") is None
    assert {kind_of(f"{kind.prefix}-01") for kind in StatementKind} == {*StatementKind}


WISHES = """
wishes:
  - id: nv-01
    text: Người dân mong có ghế ngồi.
    scope: {kind: general}
    cites: [{source: bao-cao, at: "1"}]
"""

ASK = """
import datetime
from pathlib import Path
from generator.build import checked, site_of
from generator.problems import as_text

today = datetime.date(2026, 11, 22)
for problem in checked(Path("wrong"), today=today).problems:
    print(as_text(problem))
right = checked(Path("right"), today=today)
assert right.is_good, [as_text(each) for each in right.problems]
print(site_of(right.records, today=today)["khao-sat/2024-mau/index.md"].decode())
"""


def test_a_further_kind_is_one_entry_one_field_and_its_words(tmp_path: Path) -> None:
    """A copy of the program is given a kind: ids, rules, messages and pages know it at once."""
    program = tmp_path / "generator"
    shutil.copytree(ROOT / "generator", program, ignore=shutil.ignore_patterns("__pycache__"))
    entry = '    WISH = "wish", "wishes", "nv", "nguyen-vong"\n'
    put(program / "model/statement_kind.py", "    field: str\n", f"{entry}\n    field: str\n")
    field = "    next_steps: tuple[Statement, ...] = ()\n"
    put(program / "model/survey.py", field, field + field.replace("next_steps", "wishes"))
    told = "  wishes: {title: Nguyện vọng, description: Mã bắt đầu bằng `nv-`.}\n"
    put(program / "strings/fields.yml", "\nSurvey:\n", f"\nSurvey:\n{told}")
    for name, heading in (("statement_kind", "Nguyện vọng của người dân"), ("statement_kind_one", "Nguyện vọng")):
        put(program / "strings/vocabulary.yml", f"\n{name}:\n", f"\n{name}:\n  wish: {heading}\n")
    for name, wishes in (("right", WISHES), ("wrong", WISHES.replace("nv-01", "hc-09"))):
        shutil.copytree(ROOT / "tests/broken/base", tmp_path / name)
        record = tmp_path / name / "data/surveys/2024-mau.yml"
        record.write_text(record.read_text(encoding="utf-8") + wishes, encoding="utf-8")
    asked = [sys.executable, "-c", ASK]
    done = subprocess.run(asked, cwd=tmp_path, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.stderr == ""
    expected = (
        "Có phải là: “nv-09”?",
        "next_steps: vt-, wishes: nv-",
        "## Nguyện vọng của người dân { #nguyen-vong }",
        "### Nguyện vọng 1 { #nv-01 }",
    )
    assert [told for told in expected if told not in done.stdout] == []


def put(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{file}: {old}"
    file.write_text(text.replace(old, new), encoding="utf-8")
