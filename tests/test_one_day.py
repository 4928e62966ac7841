"""What does a day alone change? Nothing, unless a state turns: no page counts days or holds the build's day."""

import datetime
import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from generator import addresses
from generator.archive import public
from generator.build import site_of
from generator.derive import derive
from generator.load import Records
from generator.render import PROJECT
from tests.golden.archives import small, write_record
from tests.golden.sites import EXAMPLE, TODAY, built, content_of, good_records

ONE_DAY = datetime.timedelta(days=1)
LAST_DAY = datetime.date(2026, 12, 1)
"""Of the deadline of the recommendation below, which nobody says is done."""
SURVEY, BODY, TOPIC = "2026-khao-sat-chinh-quyen-hai-cap", "ubnd-xa-thanh-vong", "tthc"
BADGE = {
    f"kien-nghi/{SURVEY}-kn-01/index.md",
    f"khao-sat/{SURVEY}/index.md",
    f"don-vi/{BODY}/index.md",
    "don-vi/xa-thanh-vong/index.md",  # the place of the body
    "don-vi/trung-tam-phuc-vu-hcc-xa-thanh-vong/index.md",  # it supports
    f"kien-nghi/chu-de/{TOPIC}/index.md",
    f"kien-nghi/co-quan/{BODY}/index.md",
    "kien-nghi/index.md",
    "kien-nghi/nam/2026/index.md",
    "kien-nghi/qua-han/index.md",
    "kien-nghi/tinh-trang/dang-thuc-hien/index.md",
}
"""The pages that show the badge of the recommendation, before or after."""
COUNT = {"index.md", f"chu-de/{TOPIC}/index.md", "kien-nghi/co-quan/index.md", "kien-nghi/trang-2/index.md"}
"""The pages that show without it how many are overdue."""


@pytest.fixture(scope="module")
def records() -> Records:
    return good_records(EXAMPLE)


def differing(records: Records, day: datetime.date) -> set[str]:
    """Return the files that differ between a day and the next."""
    old, new = site_of(records, today=day), site_of(records, today=day + ONE_DAY)
    return {path for path in old.keys() | new.keys() if old.get(path) != new.get(path)}


@pytest.mark.parametrize("root", [EXAMPLE, PROJECT], ids=["the example", "the real site"])
def test_on_a_quiet_day_nothing_changes_but_the_file_of_the_day(root: Path) -> None:
    assert differing(good_records(root), TODAY) == {addresses.DAY}


def test_when_a_deadline_passes_just_what_shows_it_changes(records: Records) -> None:
    assert differing(records, LAST_DAY) == BADGE | COUNT | {addresses.DAY}
    before, after = (site_of(records, today=day) for day in (LAST_DAY, LAST_DAY + ONE_DAY))
    badges = {path for path in after if path.endswith(".md") and f'data-limit="{LAST_DAY}"'.encode() in after[path]}
    assert badges == BADGE
    page = f"kien-nghi/{SURVEY}-kn-01/index.md"
    assert "Hạn 01/12/2026</span>" in before[page].decode()
    assert "Quá hạn từ 02/12/2026</span>" in after[page].decode()


@settings(max_examples=8)
@given(day=st.dates(datetime.date(2022, 1, 1), datetime.date(2031, 12, 31)))
def test_a_day_that_no_record_speaks_of_changes_nothing(records: Records, day: datetime.date) -> None:
    assume(not {day, day + ONE_DAY} & eventful(records))
    assert differing(records, day) == {addresses.DAY}


def eventful(records: Records) -> set[datetime.date]:
    """Return every day that stands in the records or that a deadline ends on, and the ends of stated months."""
    text = b"\n".join(content for path, content in content_of(EXAMPLE / "data").items() if path.endswith(".yml"))
    stated = {datetime.date.fromisoformat(each) for each in re.findall(r"\b\d{4}-\d\d-\d\d\b", text.decode())}
    known = derive(public(records, today=datetime.date(2031, 12, 31)))
    limits = {limit.date for each in known.follow_ups.all for owed in each.owed for limit in owed.limits}
    days = (datetime.date(2022, 1, 1) + number * ONE_DAY for number in range(3653))
    return stated | limits | {day for day in days if (day + ONE_DAY).day == 1}


def test_no_file_of_the_rendered_site_holds_the_day_of_the_build(tmp_path: Path) -> None:
    root = small(tmp_path / "root")
    path = root / "data" / "surveys" / "khao-sat-1.yml"
    survey = yaml.safe_load(path.read_text(encoding="utf-8"))
    survey["recommendations"] = [
        open_until(survey, "kn-01", "2026-01-31"),
        open_until(survey, "kn-02", "2027-01-31"),
    ]
    write_record(path, survey)
    first, second = (built(root, tmp_path / str(day), day) for day in (TODAY, TODAY + ONE_DAY))
    old, new = content_of(first.site), content_of(second.site)
    assert {"search/search_index.json", "sitemap.xml", "404.html", "kien-nghi/qua-han/index.html"} <= old.keys()
    assert b"01/02/2026" in old["kien-nghi/qua-han/index.html"]
    assert {path for path in old.keys() | new.keys() if old.get(path) != new.get(path)} == {addresses.DAY}


def open_until(survey: dict[str, Any], identifier: str, limit: str) -> dict[str, Any]:
    base: dict[str, Any] = survey["recommendations"][0]
    absent = [each for each in base["absent"] if each["field"] != "deadline"]
    return {**base, "id": identifier, "deadline": {"date": limit}, "absent": absent}


def test_the_file_of_the_day_says_whether_the_day_is_past(records: Records) -> None:
    def told(**days: datetime.date) -> dict[str, Any]:
        found: dict[str, Any] = json.loads(site_of(records, **days)[addresses.DAY])
        return found

    now, then = told(today=TODAY), told(today=LAST_DAY - 400 * ONE_DAY, built=TODAY)
    assert (now["day"], now["is_past"]) == ("2026-11-22", False)
    assert (then["day"], then["is_past"]) == ("2025-10-27", True)
    assert then["words"]["foot"] == "Thông tin trên trang này tính đến ngày 27/10/2025."
    assert {key for key, text in now["words"].items() if "{days}" in text} == {"left", "passed", "overdue", "old"}
