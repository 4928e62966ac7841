"""Are faults made where they mean something, and are those found that no test notices?"""

import subprocess
import sys

import pytest

from tests.mutants.covering import COVERING, covering
from tests.mutants.faults import faults_of
from tests.mutants.trial import PROJECT


def changed(source: str) -> list[str]:
    """Return what stands instead, for every fault in a module of few lines."""
    before = source.splitlines()
    return [
        " / ".join(line.strip() for line in fault.source.splitlines() if line not in before)
        for fault in faults_of(source)
    ]


@pytest.mark.parametrize(
    ("source", "faults"),
    [
        ("late = day > limit", ["late = day >= limit", "late = day <= limit"]),
        ("late = day is not None", ["late = day is None"]),
        (
            "both = (a or b) and c",
            [
                "both = (True) and c",
                "both = (False or b) and c",
                "both = (a or False) and c",
                "both = (a or b) and True",
            ],
        ),
        ("first = min(days)", ["first = max(days)"]),
        (
            "days = sorted(days, reverse=True)",
            ["days = list(days, reverse=True)", "days = sorted(days)", "days = sorted(days, reverse=False)"],
        ),
        ("days = [day for day in days if day]", ["days = [day for day in days if True]"]),
        ("soon = 30", ["soon = 31"]),
        ("name = ''", ["name = 'XX'"]),
        (
            "ends = kind in (MERGE, SPLIT)",
            ["ends = kind not in (MERGE, SPLIT)", "ends = kind in (MERGE,)", "ends = kind in (SPLIT,)"],
        ),
        ("needed = {MERGE: a, SPLIT: b}", ["needed = {SPLIT: b}", "needed = {MERGE: a}"]),
        ("đầu = r'0[35]'", ["đầu = r'[35]'", "đầu = r'035]'", "đầu = r'0[5]'", "đầu = r'0[3]'", "đầu = r'0[35'"]),
        ("if is_draft(survey):\n    stop()", ["if not (is_draft(survey)):", "pass"]),
    ],
)
def test_a_fault_is_one_small_change(source: str, faults: list[str]) -> None:
    assert sorted(changed(source)) == sorted(faults)


@pytest.mark.parametrize(
    "source",
    [
        '"""What is late?"""',
        "from a import b",
        "def f(day: int | None, *, today: str = None) -> bool | None: ...",
        "Span: TypeAlias = tuple[date, date]",
        "def f():\n    assert day is not None, 'checked'",
        "name = f'{day + 1}'",
    ],
)
def test_nothing_is_changed_where_no_test_could_notice(source: str) -> None:
    assert changed(source) == []


def test_the_tests_that_should_notice_exist_and_are_those_of_the_nearest_room() -> None:
    assert [test for tests in COVERING.values() for test in tests if not (PROJECT / test).exists()] == []
    assert covering("generator.rules.times") == COVERING["generator.rules"]
    assert covering("generator.charts") == ("tests/unit",)


def test_a_report_names_what_no_test_notices_and_leaves_the_module_alone() -> None:
    """``sitemap`` sorts its addresses; a test of links notices nothing of that, one of its own would."""
    before = (PROJECT / "generator" / "sitemap.py").read_bytes()
    run = subprocess.run(
        [
            sys.executable,
            "-m",
            "tests.mutants",
            "generator/sitemap.py",
            "--jobs",
            "1",
            "--tests",
            "tests/unit/test_numbers.py",
        ],
        cwd=PROJECT,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert run.returncode == 0, run.stdout + run.stderr
    assert "NOT NOTICED" in run.stdout
    assert "0 of" in run.stdout.splitlines()[-1]
    assert (PROJECT / "generator" / "sitemap.py").read_bytes() == before
