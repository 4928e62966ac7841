"""Do the totals on every page equal the sum over the records?"""

import datetime
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator import addresses
from generator.archive import public
from generator.build import checked, site_of
from generator.derive import Derived, derive
from generator.derive.deadlines import TimelinessCode
from generator.derive.followup import FollowUp
from generator.derive.status import StatusCode

EXAMPLE = Path(__file__).parent / "example"
TODAY = datetime.date(2026, 11, 22)
FIGURES = re.compile(
    r"Hội đồng nhân dân xác minh</dt><dd>(\d+)(?:/(\d+))?.*?báo cáo đã xong</dt><dd>(\d+).*?quá hạn</dt><dd>(\d+)",
    re.DOTALL,
)


@pytest.fixture(scope="module")
def derived() -> Derived:
    return derive(public(checked(EXAMPLE, today=TODAY).records, today=TODAY))


@pytest.fixture(scope="module")
def pages() -> dict[str, str]:
    files = site_of(checked(EXAMPLE, today=TODAY).records, today=TODAY)
    plain = re.compile(r"<abbr [^>]*>|</abbr>")
    return {path: plain.sub("", content.decode()) for path, content in files.items() if path.endswith(".md")}


def groups(derived: Derived) -> Iterator[tuple[str, list[FollowUp]]]:
    """Yield each page that shows counts with the recommendations it must count, found by looking at them all."""
    every = derived.follow_ups.all
    yield "index.md", list(every)
    yield f"{addresses.RECOMMENDATIONS}index.md", list(every)
    for unit in derived.archive.units:
        own = [each for each in every if _lead(each) == unit]
        if own:
            yield f"{addresses.unit(unit)}index.md", own
            yield f"{addresses.recommendations_of('co-quan', unit)}index.md", own
    for topic in derived.archive.topics:
        own = [each for each in every if topic in (each.recommendation.topics or each.survey.topics)]
        if own:
            yield f"{addresses.topic(topic)}index.md", own
            yield f"{addresses.recommendations_of('chu-de', topic)}index.md", own
    for survey in derived.archive.surveys:
        own = [each for each in every if each.survey.id == survey]
        if len(own) > 1:
            yield f"{addresses.survey(survey)}index.md", own


def _lead(follow_up: FollowUp) -> str | None:
    addressee = follow_up.recommendation.addressee
    return None if addressee is None else addressee.lead


def test_every_page_shows_the_counts_of_just_its_recommendations(derived: Derived, pages: dict[str, str]) -> None:
    seen = 0
    for path, group in groups(derived):
        found = FIGURES.search(pages[path])
        assert found is not None, path
        counted = [each for each in group if each.status.code is not StatusCode.CLOSED]
        expected = (
            sum(each.status.code is StatusCode.DONE_VERIFIED for each in counted),
            len(counted),
            sum(each.is_claimed for each in counted),
            sum(each.timeliness.code is TimelinessCode.OVERDUE for each in group),
        )
        shown = tuple(int(number or 0) for number in found.groups())
        assert shown == expected, path
        seen += 1
    assert seen > 30


def test_the_choices_of_the_board_part_all_recommendations_without_rest(derived: Derived) -> None:
    known = derived.follow_ups
    keys = Counter(each.key for each in known.all)
    assert set(keys.values()) == {1}
    for grouping in (known.of_status, known.of_year, known.of_survey):
        assert Counter(each.key for group in grouping.values() for each in group) == keys
    led = Counter(each.key for group in known.of_addressee.values() for each in group)
    without = Counter(each.key for each in known.all if each.recommendation.addressee is None)
    assert led + without == keys


def test_the_table_of_bodies_adds_up_to_all_that_name_a_body(derived: Derived, pages: dict[str, str]) -> None:
    rows = re.findall(r"^\| <a href=.*\|$", pages[f"{addresses.BODIES}index.md"], re.MULTILINE)
    numbers = [[int(cell) for cell in row.split("|")[2:-1]] for row in rows]
    assert len(rows) == len(derived.follow_ups.of_addressee)
    for total, _overdue, *statuses in numbers:
        assert sum(statuses) == total
    assert sum(row[0] for row in numbers) == sum(_lead(each) is not None for each in derived.follow_ups.all)


def test_every_recommendation_stands_in_the_list_of_its_status(derived: Derived, pages: dict[str, str]) -> None:
    for code, group in derived.follow_ups.of_status.items():
        page = pages[f"{addresses.of_status(code)}index.md"]
        for each in group[:20]:
            assert f"kien-nghi/{each.key}/" in page
