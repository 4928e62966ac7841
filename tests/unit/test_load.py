"""Does every file of a root come in, or a sentence about it, whatever stands in it?"""

import datetime
import shutil
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.build import checked
from generator.load import FOLDERS, SINGLE_FILES, load, problems_of
from generator.model import values
from generator.problems import as_text
from generator.strings import words

BASE = Path(__file__).parents[1] / "broken" / "base"
TODAY = datetime.date(2026, 1, 15)
FILES = [
    "data/surveys/2024-mau.yml",
    "data/units/xa-binh-an.yml",
    "data/reorganisations/2025.yml",
    *(f"data/{name}.yml" for name in SINGLE_FILES),
    "content/gioi-thieu.md",
]
KEYS = sorted(
    {
        name
        for model in [*FOLDERS.values(), *SINGLE_FILES.values()]
        for part in [model, *model.__subclasses__()]
        for name in part.model_fields
    }
    | {"id", "unit", "source", "at", "kind", "state", "scope", "events", "type", "value", "field", "absent"}
)
DATES = ["2024-09-12", "XXXX-09-08", "2021/..", "9999-12-31", "0001-01-01", "XXXX-02-29"]
OTHERS = ["", "x", "khao_sat", "units", "hc-01", "4.2-4", "98,5", "1.000", "true", "draft", "nan", "{x}", "%s"]
WORDS = st.sampled_from([*DATES, *OTHERS, "0049 012 345 678", "a@b.vn", "99999999999999999999"])
NESTED = st.recursive(
    WORDS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(KEYS), inner, max_size=5)
)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A copy of the small valid root."""
    return Path(shutil.copytree(BASE, tmp_path / "root"))


def test_the_base_comes_in_whole(root: Path) -> None:
    records, complaints, problems = load(root)
    assert (complaints, problems) == ([], [])
    assert list(records.surveys) == ["2024-mau"]
    assert list(records.units) == ["ubnd-xa-binh-an", "xa-binh-an"]
    assert set(records.articles) == {"trang-chu", "gioi-thieu", "cach-doc", "phuong-phap"}
    assert records.articles["gioi-thieu"].title == "Giới thiệu"


def test_a_root_without_anything_is_told_what_it_lacks(tmp_path: Path) -> None:
    codes = {problem.code for problem in checked(tmp_path, today=TODAY).problems}
    assert codes == {"L01", "C05"}


def test_hidden_files_are_left_alone(root: Path) -> None:
    for name in ("data/.DS_Store", "data/surveys/.a.yml.swp", "data/media/.gitkeep", "content/.keep"):
        (root / name).parent.mkdir(exist_ok=True)
        (root / name).write_bytes(b"\0")
    assert checked(root, today=TODAY).problems == ()


def test_a_broken_file_does_not_hide_others(root: Path) -> None:
    (root / "data/topics.yml").write_text("topics: [", encoding="utf-8")
    records, _, problems = load(root)
    assert [(problem.file, problem.code) for problem in problems] == [("data/topics.yml", "Y04")]
    assert records.broken == {"data/topics.yml"}
    assert list(records.surveys) == ["2024-mau"]


def test_places_of_texts_are_kept_and_those_of_records_looked_up(root: Path) -> None:
    (root / "data/surveys/2024-mau.yml").write_text("kind: x\n", encoding="utf-8")
    records, complaints, _ = load(root)
    places = {(problem.code, problem.line, problem.column) for problem in problems_of(complaints, records)}
    assert places == {("M02", 1, 1), ("M04", 1, 7)}


@settings(suppress_health_check=[*settings().suppress_health_check, HealthCheck.function_scoped_fixture])
@given(st.sampled_from(FILES), st.binary(max_size=200))
def test_no_bytes_of_any_file_raise(root: Path, file: str, content: bytes) -> None:
    _tell_all(root, file, content)


@settings(suppress_health_check=[*settings().suppress_health_check, HealthCheck.function_scoped_fixture])
@given(st.sampled_from(FILES[:-1]), st.dictionaries(st.sampled_from(KEYS), NESTED, max_size=8))
def test_no_record_made_of_known_keys_raises(root: Path, file: str, tree: dict[str, object]) -> None:
    _tell_all(root, file, flow(tree).encode())


@settings(suppress_health_check=[*settings().suppress_health_check, HealthCheck.function_scoped_fixture])
@given(st.data())
def test_no_change_of_a_valid_record_raises(root: Path, data: st.DataObject) -> None:
    lines = (BASE / FILES[0]).read_text(encoding="utf-8").splitlines(keepends=True)
    line = data.draw(st.integers(0, len(lines) - 1))
    key, colon, _ = lines[line].partition(":")
    changes = [*data.draw(st.lists(WORDS, max_size=2)), flow(data.draw(NESTED))]
    lines[line] = data.draw(st.sampled_from(["", f"{key}{colon} {data.draw(st.sampled_from(changes))}\n"]))
    _tell_all(root, FILES[0], "".join(lines).encode())


def test_every_pattern_has_its_shape_in_words() -> None:
    aliases = [each for each in vars(values).values() if hasattr(each, "__metadata__")]
    constraints = [constraint for each in aliases for constraint in get_args(each)[1:]]
    patterns = {each.pattern for each in constraints if getattr(each, "pattern", None)}
    assert {values.name_of_pattern(each) for each in patterns} == words("problems")["M05"]["shapes"].keys()


def _tell_all(root: Path, file: str, content: bytes) -> None:
    path = root / file
    old = path.read_bytes() if path.exists() else None
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(content)
    for problem in checked(root, today=TODAY).problems:
        assert as_text(problem)
        assert problem.line >= 1
        assert problem.column >= 1
    if old is None:
        path.unlink()
    else:
        path.write_bytes(old)


def flow(value: object) -> str:
    """Return a value as YAML on one line, every text in quotes."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {flow(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(flow, value)) + "]"
    return f'"{value}"'
