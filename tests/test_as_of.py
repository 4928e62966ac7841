"""What does the site show as of an earlier day? What was on record by then, and nothing later."""

import datetime
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from generator.build import site_of
from generator.load import Records
from generator.markdown import escape
from generator.model.vocabulary import PublicationState
from generator.render import PROJECT
from tests.golden.sites import EXAMPLE, TODAY, good_records

DAY = datetime.date(2024, 6, 1)


@pytest.fixture(scope="module")
def records() -> Records:
    return good_records(EXAMPLE)


@pytest.fixture(scope="module")
def then(records: Records) -> dict[str, str]:
    files = site_of(records, today=DAY)
    return {path: content.decode() for path, content in files.items() if not path.endswith((".png", ".pdf"))}


def test_steps_recorded_later_are_not_there(records: Records, then: dict[str, str]) -> None:
    everything = "\n".join(then.values())
    later = [
        event.note
        for survey in records.surveys.values()
        for each in survey.recommendations
        for event in each.events
        if event.recorded > DAY and event.note is not None
    ]
    assert len(later) > 10
    assert [note for note in later if escape(" ".join(note.split())) in everything or note in everything] == []


def test_surveys_published_later_have_no_page_and_no_mention(records: Records, then: dict[str, str]) -> None:
    everything = "\n".join(then.values())
    later = [
        survey
        for survey in records.surveys.values()
        if survey.publication.state is PublicationState.PUBLISHED
        and survey.publication.published is not None
        and survey.publication.published > DAY
    ]
    assert len(later) > 3
    assert [survey.id for survey in later if survey.title in everything] == []
    assert [survey.id for survey in later if f"khao-sat/{survey.id}/index.md" in then] == []


def test_a_status_is_that_of_the_day(records: Records, then: dict[str, str]) -> None:
    """Verified as not done in October 2024; in June the body's claim was the newest word."""
    page = "kien-nghi/2023-giam-sat-tthc-kn-01/index.md"
    assert "status-reported_done" in then[page]
    between = site_of(records, today=datetime.date(2024, 11, 1))[page].decode()
    assert "status-not_satisfactory" in between.split("## Diễn biến")[0]


def test_what_was_withdrawn_since_stays_withdrawn(records: Records, then: dict[str, str]) -> None:
    (withdrawn,) = [
        survey for survey in records.surveys.values() if survey.publication.state is PublicationState.WITHDRAWN
    ]
    before = site_of(records, today=datetime.date(2023, 1, 31))
    for files in (then, {path: content.decode("utf-8", "replace") for path, content in before.items()}):
        assert "Bản ghi đã rút" in files[f"khao-sat/{withdrawn.id}/index.md"]
        assert all(withdrawn.title not in text for text in files.values())


def test_of_a_link_of_an_article_to_what_was_not_there_yet_the_words_are_left(records: Records) -> None:
    survey = "/khao-sat/2026-khao-sat-chinh-quyen-hai-cap/"
    body = (
        f"Xem [cuộc *hai cấp*]({survey}), ![hình vẽ]({survey}trung-tam-thanh-vong.png), [hạn chế]({survey}#hc-01),"
        " [cuộc 2023](/khao-sat/2023-giam-sat-tthc/#hc-01) và [quá hạn](/kien-nghi/qua-han/trang-9/)."
    )
    article = replace(records.articles["gioi-thieu"], body=body)
    linked = replace(records, articles=records.articles | {article.id: article})
    assert "[" not in (now := _shown(linked, TODAY))
    assert now.count("<a ") == 4
    assert now.count("<img ") == 1
    assert (
        "<p>Xem cuộc <em>hai cấp</em>, hình vẽ, hạn chế,"
        ' <a href="../khao-sat/2023-giam-sat-tthc/#hc-01">cuộc 2023</a>'
        ' và <a href="../kien-nghi/qua-han/">quá hạn</a>.</p>'
    ) in _shown(linked, DAY)


def _shown(records: Records, day: datetime.date) -> str:
    return site_of(records, today=day)["gioi-thieu/index.md"].decode().partition("---\n\n")[2]


def test_every_page_says_as_of_which_day_it_is(tmp_path: Path) -> None:
    for name in ("data", "content"):
        (tmp_path / name).symlink_to(EXAMPLE / name)
    command = [sys.executable, "-m", "generator", "build", "--root", str(tmp_path)]
    run = subprocess.run(
        [*command, "--today", "2026-11-22", "--as-of", "2024-06-01"],
        cwd=PROJECT,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert run.returncode == 0, run.stdout + run.stderr
    pages = [page for page in (tmp_path / "site").rglob("*.html") if "<body" in page.read_text(encoding="utf-8")]
    shown = [page for page in pages if "đã ghi nhận đến hết ngày 01/6/2024" in page.read_text(encoding="utf-8")]
    redirects = [page for page in pages if 'http-equiv="refresh"' in page.read_text(encoding="utf-8")]
    assert len(pages) > 50
    assert set(pages) == set(shown) | set(redirects)
