"""What does a reader see of days that no page holds: how far a deadline is, and that a site is old?"""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from generator.build import checked, site_of
from generator.render import render
from generator.write import sync
from tests.browser.browsing import REPOSITORY, SCHEMES, TODAY, Visit, serve, violations, visit

OPEN = "kien-nghi/2026-khao-sat-chinh-quyen-hai-cap-kn-01/"
"""Its last day is 1 December 2026."""
LATE = "kien-nghi/2023-giam-sat-tthc-kn-03/"
"""It is late since 20 December 2023."""
SILENT = "kien-nghi/2026-khao-sat-chinh-quyen-hai-cap-kn-05/"
NOON = "{}T12:00+07:00"


@contextmanager
def seen(browser: Browser, base: str, address: str, day: str, *, width: str = "desk") -> Iterator[Page]:
    """Open a page at noon of a day, or at another moment of it that is given; clean in the end."""
    clock = day if "T" in day else NOON.format(day)
    with visit(browser, base, width=width, scheme="light", clock=clock) as visited:
        yield visited.open(address)
        assert visited.third_party == []
        assert errors(visited) == []


def errors(visited: Visit) -> list[str]:
    """Return what went wrong in scripts; Material's own looks for a sitemap beside each feed, and finds none."""
    return [each for each in visited.problems if "Failed to load resource" not in each]


@pytest.mark.parametrize(
    ("day", "words", "look"),
    [
        ("2026-11-22", "Hạn 01/12/2026, còn 9 ngày", "soon"),
        ("2026-11-30", "Hạn 01/12/2026, còn 1 ngày", "soon"),
        ("2026-12-01", "Hạn 01/12/2026, hôm nay là hạn", "soon"),
        ("2026-12-02", "Hạn 01/12/2026, đã qua 1 ngày", "soon"),
        ("2026-11-30T16:45:00+00:00", "Hạn 01/12/2026, còn 1 ngày", "soon"),
        ("2026-11-30T17:00:00+00:00", "Hạn 01/12/2026, hôm nay là hạn", "soon"),
        ("2001-01-01", "Hạn 01/12/2026, còn 9 ngày", "soon"),
    ],
)
def test_an_open_deadline_is_counted_by_the_clock_in_viet_nam_and_never_from_before_the_build(
    browser: Browser, example: str, day: str, words: str, look: str
) -> None:
    with seen(browser, example, OPEN, day) as page:
        expect(page.locator("article .due").first).to_have_text(words)
        expect(page.locator(f"article .due-{look}").first).to_be_visible()


def test_a_deadline_far_away_does_not_look_near(browser: Browser, example: str) -> None:
    with seen(browser, example, "kien-nghi/2026-khao-sat-chinh-quyen-hai-cap-kn-03/", "2027-02-28") as page:
        expect(page.locator("article .due-ok").first).to_have_text("Hạn 31/3/2027, còn 31 ngày")
    with seen(browser, example, "kien-nghi/2026-khao-sat-chinh-quyen-hai-cap-kn-03/", "2027-03-01") as page:
        expect(page.locator("article .due-soon").first).to_have_text("Hạn 31/3/2027, còn 30 ngày")


def test_what_is_late_is_counted_in_vietnamese_figures(browser: Browser, example: str) -> None:
    with seen(browser, example, LATE, "2026-11-25") as page:
        expect(page.locator("article .due-overdue").first).to_have_text("Quá hạn từ 20/12/2023, đã 1.072 ngày")


def test_silence_says_up_to_which_day(browser: Browser, example: str) -> None:
    with seen(browser, example, SILENT, "2026-11-24") as page:
        expect(page.get_by_text("Chưa có thông tin phản hồi, tính đến 22/11/2026.")).to_be_visible()
        expect(page.locator(".site-footer__day")).to_have_text("Thông tin trên trang này tính đến ngày 22/11/2026.")


@pytest.mark.parametrize("address", ["", OPEN, "kien-nghi/", "khong-co/"])
def test_a_site_that_is_older_than_two_days_says_so(browser: Browser, example: str, address: str) -> None:
    with visit(browser, example, width="desk", scheme="light", clock=NOON.format("2026-11-24")) as young:
        page = young.open(address)
        expect(page.locator(".site-footer__day")).to_be_visible()
        expect(page.locator(".notice-old")).to_have_count(0)
    with visit(browser, example, width="desk", scheme="light", clock=NOON.format("2026-11-25")) as old:
        notice = old.open(address).locator(".notice-old")
        expect(notice).to_have_count(1)
        expect(notice).to_contain_text("Trang này được dựng ngày 22/11/2026, cách đây 3 ngày, nên có thể đã cũ")


def test_a_page_that_stays_open_over_night_is_counted_anew(browser: Browser, example: str) -> None:
    with seen(browser, example, OPEN, "2026-11-24") as page:
        expect(page.locator("article .due").first).to_have_text("Hạn 01/12/2026, còn 7 ngày")
        page.evaluate("() => { const now = Date.now; Date.now = () => now() + 7 * 24 * 3600 * 1000 }")
        page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
        expect(page.locator("article .due").first).to_have_text("Hạn 01/12/2026, hôm nay là hạn")
        expect(page.locator(".notice-old")).to_have_count(1)


def test_a_choice_that_comes_without_loading_the_page_is_counted_too(browser: Browser, example: str) -> None:
    with seen(browser, example, "kien-nghi/", "2026-11-25") as page:
        expect(page.locator(".lead")).to_contain_text("đang ở đâu, tính đến 22/11/2026.")
        page.evaluate("window.stayed = true")
        page.locator("article").get_by_role("link", name="Quá hạn", exact=True).first.click()
        page.wait_for_url("**/kien-nghi/qua-han/")
        assert page.evaluate("window.stayed") is True
        expect(page.get_by_text("Quá hạn từ 20/12/2023, đã 1.072 ngày")).to_be_visible()
        expect(page.locator(".notice-old")).to_have_count(1)


def test_without_scripts_the_words_are_true_on_any_day(browser: Browser, example: str) -> None:
    with visit(browser, example, width="phone", scheme="light", java_script_enabled=False) as plain:
        page = plain.open(LATE)
        expect(page.locator("article .due").first).to_have_text("Quá hạn từ 20/12/2023")
        expect(page.locator(".site-footer__day")).not_to_be_visible()
        expect(plain.open(OPEN).locator("article .due").first).to_have_text("Hạn 01/12/2026")
        expect(plain.open(SILENT).get_by_text("Chưa có thông tin phản hồi.")).to_be_visible()


def test_where_the_file_of_the_day_cannot_be_read_nothing_is_added(browser: Browser, example: str) -> None:
    def broken(route: Route) -> None:
        route.fulfill(status=200, body="<!doctype html>")

    with visit(browser, example, width="desk", scheme="light") as visited:
        visited.page.route("**/ngay.json", broken)
        page = visited.open(LATE)
        expect(page.locator("article .due").first).to_have_text("Quá hạn từ 20/12/2023")
        assert errors(visited) == []


@pytest.fixture(scope="module")
def past(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The fictional council as it was known two years before the build."""
    work = tmp_path_factory.mktemp("past")
    records, day = checked(REPOSITORY / "tests" / "example", today=TODAY).records, TODAY.replace(year=2024)
    assert records.site is not None
    sync(work / "pages", site_of(records, today=day, built=TODAY))
    render(records.site, pages=work / "pages", target=work / "site", work=work / "work", today=day)
    with serve(work / "site") as base:
        yield base


def test_a_site_of_an_earlier_day_counts_nothing_and_is_never_old(browser: Browser, past: str) -> None:
    with seen(browser, past, LATE, "2026-11-22") as page:
        expect(page.locator(".site-footer__day")).to_have_text("Thông tin trên trang này tính đến ngày 22/11/2024.")
        expect(page.locator("article .due").first).to_have_text("Quá hạn từ 20/12/2023")
        expect(page.locator(".notice-old")).to_have_count(0)


@pytest.mark.parametrize("address", ["", "kien-nghi/", "kien-nghi/qua-han/", OPEN, LATE])
def test_what_is_added_is_clean_for_axe_and_no_wider_than_the_narrowest_screen(
    browser: Browser, example: str, address: str
) -> None:
    for scheme in SCHEMES:
        clock = NOON.format("2027-12-31")
        with visit(browser, example, width="phone", scheme=scheme, clock=clock) as visited:
            visited.page.set_viewport_size({"width": 320, "height": 640})
            page = visited.open(address)
            expect(page.locator(".notice-old")).to_be_visible()
            assert page.evaluate("document.documentElement.scrollWidth") <= 320
            assert violations(page) == []
