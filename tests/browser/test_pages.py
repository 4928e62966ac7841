"""Does every kind of page read well, for everyone, on a phone and on a desk?"""

import re

import pytest
import yaml
from playwright.sync_api import Browser, expect

from tests.browser.browsing import REPOSITORY, Visit, violations, visit

PAGES = {
    "home": "",
    "survey": "khao-sat/tiep-nhan-ho-so-2026/",
    "unit": "don-vi/tram-y-te-xa-may-trang/",
    "list": "khao-sat/",
    "table": "kien-nghi/",
    "section": "cach-doc/",
}
SURVEY = PAGES["survey"]
SECTIONS = yaml.safe_load((REPOSITORY / "mkdocs.yml").read_text(encoding="utf-8"))["nav"]


@pytest.mark.parametrize("kind", PAGES)
def test_axe_finds_nothing(visited: Visit, kind: str) -> None:
    """The fixture adds: no request to a third party, no error in the console."""
    assert violations(visited.open(PAGES[kind])) == []


def test_axe_finds_nothing_while_searching(visited: Visit) -> None:
    page = visited.open(SURVEY)
    opener = page.locator(".md-header .md-header__button[data-toggle=search]")
    if opener.is_visible():
        opener.click()
    else:
        page.locator(".md-search__input").click()
    page.wait_for_timeout(500)  # the dialog slides in; axe reads colours as they are
    assert violations(page) == []
    page.keyboard.type("thủ tục", delay=20)
    expect(page.locator(".md-search-result__item").first).to_be_visible()
    expect(page.locator(".md-search-result__meta")).to_contain_text("Tìm thấy")
    page.wait_for_timeout(500)
    assert violations(page) == []


def test_axe_finds_nothing_in_the_open_menu(phone: Visit) -> None:
    page = phone.open(SURVEY)
    page.get_by_role("button", name="Mở trình đơn").click()
    page.wait_for_timeout(400)
    assert violations(page) == []


def test_axe_sees_a_defect_when_there_is_one(desk: Visit) -> None:
    """A guard for the tests above: a silent axe would pass them all."""
    page = desk.open()
    page.evaluate("document.querySelector('article').append(document.createElement('button'))")
    assert any(found.startswith("button-name") for found in violations(page))


@pytest.mark.parametrize("kind", PAGES)
@pytest.mark.parametrize("width", [320, 390, 1000])
def test_nothing_is_wider_than_the_screen(phone: Visit, kind: str, width: int) -> None:
    phone.page.set_viewport_size({"width": width, "height": 800})
    page = phone.open(PAGES[kind])
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("kind", PAGES)
def test_the_first_screen_of_a_phone_names_the_page(phone: Visit, kind: str) -> None:
    heading = phone.open(PAGES[kind]).locator("h1")
    expect(heading).to_have_count(1)
    box = heading.bounding_box()
    assert box is not None
    assert box["y"] + box["height"] < 844 / 2


def test_the_skip_link_comes_first_and_leads_to_the_heading(desk: Visit) -> None:
    page = desk.open(SURVEY)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent.trim()") == "Chuyển đến nội dung chính"
    page.keyboard.press("Enter")
    assert page.evaluate("document.querySelector(':target').tagName") == "H1"


def test_the_menu_opens_and_closes_by_keyboard(phone: Visit) -> None:
    page = phone.open(SURVEY)
    button = page.get_by_role("button", name="Mở trình đơn")
    first = page.locator(".site-nav a").first
    expect(first).not_to_be_visible()
    button.focus()
    page.keyboard.press("Enter")
    expect(first).to_be_visible()
    expect(button).to_have_attribute("aria-expanded", "true")
    expect(page.locator(".site-nav button")).to_be_focused()
    page.keyboard.press("Tab")
    expect(first).to_be_focused()
    page.keyboard.press("Escape")
    expect(first).not_to_be_visible()
    expect(button).to_be_focused()
    expect(button).to_have_attribute("aria-expanded", "false")


def test_a_wider_screen_sets_the_page_free_again(phone: Visit) -> None:
    page = phone.open(SURVEY)
    page.get_by_role("button", name="Mở trình đơn").click()
    page.set_viewport_size({"width": 1280, "height": 900})
    expect(page.locator("[inert]")).to_have_count(0)


def test_the_search_opens_and_closes_by_keyboard(phone: Visit) -> None:
    page = phone.open(SURVEY)
    button = page.get_by_role("button", name="Mở tìm kiếm")
    button.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".md-search__input")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator(".md-search__input")).not_to_be_focused()


def test_every_stop_of_the_keyboard_can_be_seen(desk: Visit) -> None:
    page = desk.open(SURVEY)
    for _ in range(25):
        page.keyboard.press("Tab")
        outline = page.evaluate(
            "(e => [getComputedStyle(e).outlineStyle, e.labels?.[0] &&"
            " getComputedStyle(e.labels[0]).outlineStyle, e.outerHTML.slice(0, 120)])(document.activeElement)"
        )
        assert "solid" in outline[:2], outline[2]


def test_the_reader_chooses_the_scheme_and_it_lasts(desk: Visit) -> None:
    page = desk.open()
    body = page.locator("body")
    expect(body).to_have_attribute("data-md-color-scheme", "default")
    page.get_by_title("Chuyển sang nền tối").click()
    expect(body).to_have_attribute("data-md-color-scheme", "slate")
    desk.open(SURVEY)
    expect(body).to_have_attribute("data-md-color-scheme", "slate")


def test_the_system_chooses_the_scheme_first(browser: Browser, sample: str) -> None:
    with visit(browser, sample, width="phone", scheme="dark") as dark:
        expect(dark.open().locator("body")).to_have_attribute("data-md-color-scheme", "slate")


def test_a_record_outside_the_navigation_marks_its_section(desk: Visit) -> None:
    page = desk.open(SURVEY)
    current = page.locator(".md-tabs [aria-current]")
    expect(current).to_have_count(1)
    expect(current).to_have_text("Khảo sát")


def test_one_page_is_current_in_a_section_with_several(desk: Visit) -> None:
    page = desk.open("cach-doc/")
    expect(page.locator(".site-nav [aria-current]")).to_have_text("Cách đọc trang này")
    expect(page.locator(".md-tabs [aria-current]")).to_have_text("Giới thiệu")


def test_a_wide_table_takes_the_keyboard_only_where_it_scrolls(phone: Visit) -> None:
    page = phone.open(SURVEY)
    frame = page.locator(".md-typeset__scrollwrap")
    expect(frame).to_have_attribute("tabindex", "0")
    page.set_viewport_size({"width": 1280, "height": 900})
    expect(frame).not_to_have_attribute("tabindex", "0")


def test_links_in_text_are_underlined(desk: Visit) -> None:
    link = desk.open(SURVEY).locator("article .facts a").first
    expect(link).to_have_css("text-decoration-line", "underline")


def test_vietnamese_text_needs_four_font_files(phone: Visit) -> None:
    """Slow networks: no latin-ext for Vietnamese letters, no third weight."""
    phone.open(SURVEY)
    fonts = sorted({url.rsplit("/", 1)[1] for url in phone.requested if "/fonts/" in url})
    assert fonts == [
        "be-vietnam-pro-latin-400-normal.woff2",
        "be-vietnam-pro-latin-600-normal.woff2",
        "be-vietnam-pro-vietnamese-400-normal.woff2",
        "be-vietnam-pro-vietnamese-600-normal.woff2",
    ]


@pytest.mark.parametrize("address", ["khong-co/", "khong-co/sau/hon/nua.html"])
def test_a_missing_page_is_told_in_vietnamese_and_styled(visited: Visit, address: str) -> None:
    page = visited.open(address)
    visited.problems.clear()  # the console reports the 404 itself
    expect(page.locator("h1")).to_have_text("Không tìm thấy trang")
    assert "Be Vietnam Pro" in page.locator("h1").evaluate("e => getComputedStyle(e).fontFamily")
    assert violations(page) == []
    page.locator("article").get_by_role("link", name="Khảo sát").click()
    expect(page).to_have_url(re.compile(r"/duong-dan/khao-sat/$"))


def test_without_scripts_every_section_can_be_reached(browser: Browser, sample: str) -> None:
    with visit(browser, sample, width="phone", scheme="light", java_script_enabled=False) as plain:
        page = plain.open(SURVEY)
        expect(page.get_by_role("button", name="Mở trình đơn")).not_to_be_visible()
        expect(page.locator(".site-footer__nav").get_by_role("link")).to_have_count(len(SECTIONS))
        expect(page.locator("article table")).to_be_visible()


def test_paper_keeps_the_words_and_drops_the_controls(desk: Visit) -> None:
    page = desk.open(SURVEY)
    page.emulate_media(media="print")
    expect(page.locator(".site-notice")).to_be_visible()
    expect(page.locator("article .status").first).to_be_visible()
    expect(page.get_by_text("Địa chỉ trang: https://may-trang.example")).to_be_visible()
    for gone in (".md-header", ".md-tabs", ".md-sidebar--secondary", ".site-footer__nav"):
        expect(page.locator(gone)).not_to_be_visible()
