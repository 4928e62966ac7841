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
from generator.derive.followup import FollowUp
from generator.duties.deadlines import TimelinessCode
from generator.duties.standing import StatusCode
from generator.model.vocabulary import Authority

EXAMPLE = Path(__file__).parent / "example"
TODAY = datetime.date(2026, 11, 22)
FIGURES = re.compile(
    r"được HĐND xác minh</dt><dd>(\d+)(?:/(\d+))?.*?gồm cả phần đã xác minh</dt><dd>(\d+).*?>quá hạn</dt><dd>(\d+)",
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
        own = [each for each in every if any(owed.body == unit for owed in each.owed)]
        if own:
            yield f"{addresses.unit(unit)}index.md", own
        party = [each for each in every if each in own or unit in _ever(each)]
        if party:
            yield f"{addresses.recommendations_of('co-quan', unit)}index.md", party
    for topic in derived.archive.topics:
        own = [each for each in every if topic in (each.recommendation.topics or each.survey.topics)]
        if own:
            yield f"{addresses.topic(topic)}index.md", own
            yield f"{addresses.recommendations_of('chu-de', topic)}index.md", own
    for survey in derived.archive.surveys:
        own = [each for each in every if each.survey.id == survey]
        if len(own) > 1:
            yield f"{addresses.survey(survey)}index.md", own


def _ever(follow_up: FollowUp) -> set[str]:
    """Return the bodies to which a recommendation was ever given, of what its record says alone."""
    addressee = follow_up.recommendation.addressee
    first = [] if addressee is None else [addressee.lead, *(share.unit for share in addressee.leads)]
    events = follow_up.recommendation.events
    later = [unit for event in events for unit in (event.receiver, *(share.unit for share in event.receivers))]
    return {unit for unit in (*first, *later) if unit is not None}


def is_outside(follow_up: FollowUp) -> bool:
    """Return whether a recommendation is part of no share."""
    asked = follow_up.recommendation
    if asked.authority is Authority.FORWARDED or asked.continuing:
        return True
    return all(owed.code in {StatusCode.CLOSED, StatusCode.ISSUED} for owed in follow_up.owed)


def test_every_page_shows_the_counts_of_just_its_recommendations(derived: Derived, pages: dict[str, str]) -> None:
    seen = 0
    for path, group in groups(derived):
        found = FIGURES.search(pages[path])
        counted = [each for each in group if not is_outside(each)]
        if not counted:
            assert found is None, f"{path}: a share of nothing says nothing"
            continue
        assert found is not None, path
        expected = (
            sum(each.code is StatusCode.DONE_VERIFIED for each in counted),
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
    assert sum(map(len, known.duties.values())) == sum(len(each.owed) for each in known.all)


def test_the_table_of_bodies_adds_up_to_all_that_is_owed(derived: Derived, pages: dict[str, str]) -> None:
    rows = re.findall(r"^\| <a href=.*\|$", pages[f"{addresses.BODIES}index.md"], re.MULTILINE)
    numbers = [[int(cell) for cell in row.split("|")[2:-1]] for row in rows]
    assert len(rows) == len(derived.follow_ups.duties)
    for total, _overdue, *statuses in numbers:
        assert sum(statuses) == total
    assert sum(row[0] for row in numbers) == sum(len(each.owed) for each in derived.follow_ups.all)


def test_every_recommendation_stands_in_the_list_of_its_status(derived: Derived, pages: dict[str, str]) -> None:
    for code, group in derived.follow_ups.of_status.items():
        page = pages[f"{addresses.of_status(code)}index.md"]
        for each in group[:20]:
            assert f"kien-nghi/{each.key}/" in page
