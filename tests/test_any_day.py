"""Can the day alone break what held? A site is built every night from a repository that nobody touched."""

import datetime
import shutil
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.build import Checked, checked, site_of
from generator.problems import Severity
from generator.render import PROJECT
from tests.golden.sites import EXAMPLE
from tests.ordinary import ordinary
from tests.test_broken import BASE, CASES, TODAY, broken

TEN_YEARS = datetime.timedelta(days=3653)
SITES = {"the example": EXAMPLE, "the real site": PROJECT}
OF_THE_DAY = ("C02", "C03", "C21")
"""A link to what is not published yet: an error until the day comes, never afterwards."""


def errors(found: Checked) -> set[tuple[str, str, int, int, str]]:
    return {
        (each.code, each.file, each.line, each.column, each.written)
        for each in found.problems
        if each.severity is Severity.ERROR
    }


@pytest.mark.parametrize("years", [-TEN_YEARS, datetime.timedelta(0), TEN_YEARS])
@pytest.mark.parametrize("root", SITES.values(), ids=SITES)
def test_ten_years_earlier_or_later_it_is_built(root: Path, years: datetime.timedelta) -> None:
    day = datetime.date(2026, 11, 25) + years
    found = checked(root, today=day)
    assert errors(found) == set()
    files = site_of(found.records, today=day)
    assert {"index.md", "kien-nghi/index.md"} <= files.keys()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_no_mistake_becomes_an_error_by_the_day_alone(case: Path, tmp_path: Path) -> None:
    root = broken(case, tmp_path / "root")
    with ordinary():
        now, *others = (
            errors(checked(root, today=TODAY + years)) for years in (0 * TEN_YEARS, -TEN_YEARS, TEN_YEARS)
        )
        _, later = others
    assert later <= now
    for then in others:
        assert {each for each in now ^ then if each[0] not in OF_THE_DAY} == set()


@given(st.dates(datetime.date(1950, 1, 1), datetime.date(2150, 1, 1)))
@settings(max_examples=15)
def test_on_every_day_the_example_holds(day: datetime.date) -> None:
    assert errors(checked(EXAMPLE, today=day)) == set()


def test_an_exception_that_is_over_goes_on_silencing_and_says_so(tmp_path: Path) -> None:
    root = tmp_path / "root"
    shutil.copytree(BASE, root)
    survey = root / "data/surveys/2024-mau.yml"
    survey.write_text(survey.read_text().replace("Rà soát các hồ sơ", "Gọi 0912345678 rà soát các hồ sơ"))
    (root / "data/exceptions.yml").write_text(
        "exceptions:\n"
        "  - {code: R50, file: data/surveys/2024-mau.yml, reason: Số của cơ quan., until: 2026-01-15}\n"
    )
    assert checked(root, today=datetime.date(2026, 1, 15)).problems == ()
    (problem,) = checked(root, today=datetime.date(2026, 1, 16)).problems
    assert (problem.code, problem.severity) == ("R92", Severity.WARNING)
