"""Which files does one change of a record touch? Exactly those that depend on it."""

from dataclasses import replace

import pytest

from generator.build import site_of
from generator.load import Records
from generator.model.recommendation import Event
from generator.model.survey import Correction, Survey
from tests.golden.sites import EXAMPLE, TODAY, good_records

SURVEY = "2026-khao-sat-chinh-quyen-hai-cap"
LEAD = "ubnd-xa-moc-ha-000105"
PLACE = "xa-moc-ha-000105"
OWN = {f"kien-nghi/{SURVEY}-kn-05/index.md"}
OF_ANY_STEP = OWN | {
    "cap-nhat/atom.xml",
    "cap-nhat/feed.json",
    "cap-nhat/index.md",
    "cap-nhat/nam-2026/index.md",
    "chu-de/chinh-quyen-so/atom.xml",
    f"don-vi/{LEAD}/atom.xml",
    f"don-vi/{LEAD}/index.md",
    f"don-vi/{LEAD}/kien-nghi.xml",
    f"don-vi/{PLACE}/index.md",
    f"khao-sat/{SURVEY}/index.md",
    "kien-nghi/chu-de/chinh-quyen-so/index.md",
    "kien-nghi/co-quan/index.md",
    f"kien-nghi/co-quan/{LEAD}/index.md",
    "kien-nghi/index.md",
    "kien-nghi/nam/2026/index.md",
    "kien-nghi/tinh-trang/chua-co-phan-hoi/index.md",
}
"""The list that it leaves, the lists in which it stands, and the feeds of all whom it concerns."""
OF_A_VERIFICATION = {"index.md", "chu-de/chinh-quyen-so/index.md", "kien-nghi/trang-2/index.md"}
"""Where the share of what is verified stands beside other things."""


@pytest.fixture(scope="module")
def records() -> Records:
    return good_records(EXAMPLE)


def differing(before: Records, after: Records) -> set[str]:
    old, new = site_of(before, today=TODAY), site_of(after, today=TODAY)
    return {path for path in old.keys() | new.keys() if old.get(path) != new.get(path)}


def with_survey(records: Records, survey: Survey) -> Records:
    return replace(records, surveys={**records.surveys, survey.id: survey})


def with_step(records: Records, **said: str) -> Records:
    """Return the records with one more step of kn-05, which nobody had answered."""
    survey = records.surveys[SURVEY]
    given = {"id": "sk-90", "recorded": "2026-11-20", "occurred": "2026-11-18", "by": LEAD}
    step = Event.model_validate({**given, **said})
    changed = tuple(
        each.model_copy(update={"events": (*each.events, step)}) if each.id == "kn-05" else each
        for each in survey.recommendations
    )
    return with_survey(records, survey.model_copy(update={"recommendations": changed}))


def test_an_answer_touches_just_what_shows_it(records: Records) -> None:
    after = with_step(records, type="position", value="accepted")
    assert differing(records, after) == OF_ANY_STEP | {"kien-nghi/tinh-trang/da-tiep-thu/index.md"}


def test_a_verification_touches_the_shares_too(records: Records) -> None:
    by = "thuong-truc-hdnd-tinh"
    after = with_step(records, type="verification", value="verified_done", method="on_site", by=by)
    new_list = {"kien-nghi/tinh-trang/da-xac-minh/index.md"}
    assert differing(records, after) == OF_ANY_STEP | OF_A_VERIFICATION | new_list


def test_a_mended_typo_moves_no_date_and_no_feed(records: Records) -> None:
    survey = records.surveys[SURVEY]
    typo = Correction.model_validate(
        {"id": "dc-90", "date": "2026-11-20", "kind": "typo", "what": "Lỗi gõ", "reason": "Gõ nhầm một chữ."}
    )
    after = with_survey(records, survey.model_copy(update={"corrections": (*survey.corrections, typo)}))
    page = f"khao-sat/{SURVEY}/index.md"
    assert differing(records, after) == {page, "dinh-chinh/index.md", "dinh-chinh/nam-2026/index.md"}
    assert updated(records, page) == updated(after, page)


def updated(records: Records, page: str) -> list[str]:
    text = site_of(records, today=TODAY)[page].decode()
    return [line for line in text.splitlines() if "cập nhật ngày" in line]


def test_nothing_changes_when_nothing_is_changed(records: Records) -> None:
    assert differing(records, records) == set()
