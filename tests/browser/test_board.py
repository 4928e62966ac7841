"""Does the board of recommendations pick out what a reader asks for, with and without scripts?"""

import re

from playwright.sync_api import Browser, Page, expect

from tests.browser.browsing import SCHEMES, violations, visit

CHOICES = "Chọn theo tình trạng, chủ đề, năm"


def choose(page: Page, name: str) -> None:
    if not page.locator("details.fold").evaluate("details => details.open"):
        page.get_by_text(CHOICES).click()
    page.locator("details.fold").get_by_role("link", name=re.compile(rf"^{name} \(")).click()


def cards(page: Page) -> list[str]:
    return page.locator(".cards > ul > li > p:first-child > a").all_inner_texts()


def test_a_choice_comes_without_loading_the_page_again(browser: Browser, example: str) -> None:
    with visit(browser, example, width="phone", scheme="light") as visited:
        page = visited.open("kien-nghi/")
        page.evaluate("window.stayed = true")
        choose(page, "Không thực hiện")
        page.wait_for_url("**/kien-nghi/tinh-trang/khong-thuc-hien/")
        assert page.locator("h1").inner_text().startswith("Kiến nghị: Không thực hiện")
        assert page.evaluate("window.stayed") is True
        assert page.evaluate("document.activeElement.tagName") == "H1"
        surveys = page.locator(".md-tabs").get_by_role("link", name="Khảo sát", include_hidden=True)
        assert surveys.evaluate("link => link.href") == f"{example}khao-sat/"
        page.go_back()
        expect(page.locator("h1")).not_to_contain_text(":")  # the page's policy lets no test run `eval` in it
        assert page.evaluate("window.stayed") is True
        assert visited.problems == []
        assert visited.third_party == []


def test_the_same_choice_without_scripts_shows_the_same_recommendations(browser: Browser, example: str) -> None:
    with visit(browser, example, width="desk", scheme="light") as visited:
        page = visited.open("kien-nghi/")
        choose(page, "Không thực hiện")
        page.wait_for_url("**/khong-thuc-hien/")
        with_script = cards(page)
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{example}kien-nghi/tinh-trang/khong-thuc-hien/")
    assert cards(page) == with_script
    assert len(with_script) > 0
    context.close()


def test_a_page_that_cannot_be_fetched_is_simply_opened(browser: Browser, example: str) -> None:
    with visit(browser, example, width="desk", scheme="light") as visited:
        page = visited.open("kien-nghi/")
        page.evaluate("() => { window.fetch = () => Promise.reject(new Error('no network')) }")
        page.evaluate("window.stayed = true")
        choose(page, "Không thực hiện")
        page.wait_for_url("**/khong-thuc-hien/")
        page.wait_for_load_state()
        assert page.evaluate("window.stayed") is None


def test_a_page_of_the_example_is_clean_for_axe(browser: Browser, example: str) -> None:
    addresses = (
        "kien-nghi/",
        "kien-nghi/2023-giam-sat-tthc-kn-01/",
        "don-vi/xa-dong-vong/",
        "khao-sat/2023-giam-sat-tthc/",
        "cap-nhat/",
        "dinh-chinh/",
        "so-lieu/",
        "so-lieu/ty-le-ho-so-truc-tuyen/",
        "so-lieu/ty-le-ho-so-truc-tuyen/2023-giam-sat-tthc/",
        "don-vi/thi-tran-vong-kieu/",
    )
    for scheme in SCHEMES:
        with visit(browser, example, width="phone", scheme=scheme) as visited:
            for address in addresses:
                visited.open(address)
                assert violations(visited.page) == [], address
