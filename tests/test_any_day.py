"""Can the day alone break what held? A site is built every night from a repository that nobody touched."""

import datetime
import shutil
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.archive import public
from generator.build import Checked, checked, site_of
from generator.derive import derive
from generator.problems import Severity
from generator.register import register_of
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


@pytest.mark.parametrize("day", ["2016-11-25", "2036-11-25"])
def test_ten_years_earlier_or_later_the_command_builds_the_whole_site(day: str, tmp_path: Path) -> None:
    for name in ("data", "content"):
        (tmp_path / name).symlink_to(EXAMPLE / name)
    command = [sys.executable, "-m", "generator", "build", "--root", str(tmp_path), "--today", day]
    run = subprocess.run(command, cwd=PROJECT, capture_output=True, encoding="utf-8", check=False)
    assert run.returncode == 0, run.stdout + run.stderr
    assert (tmp_path / "site" / "kien-nghi" / "index.html").is_file()


def test_a_link_of_an_article_that_is_right_on_one_day_is_no_error_on_a_later_one(tmp_path: Path) -> None:
    """Recommendations become overdue, units end and surveys are published: what is listed moves."""
    root = tmp_path / "root"
    shutil.copytree(EXAMPLE, root)
    days = [datetime.date(year, 11, 25) for year in (2016, 2024, 2026, 2036)]
    article = root / "content" / "bai.md"
    for before, after in pairwise(days):
        article.write_text("# Bài\n", encoding="utf-8")
        register = register_of(derive(public(checked(root, today=before).records, today=before)))
        links = [
            f"- [x](/{address}{place})"
            for address, entry in register.entries.items()
            for place in ("", *(f"#{anchor}" for anchor in entry.anchors))
        ]
        article.write_text("# Bài\n\n" + "\n".join(links) + "\n", encoding="utf-8")
        found = checked(root, today=after)
        assert errors(found) == set()
        site_of(found.records, today=after)
        site_of(found.records, today=before)


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
