"""Does the policy of the pages hold in Chromium, and does everything work under it?"""

import re
from collections.abc import Iterator
from typing import NamedTuple

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.browsing import Visit, visit

TOLD = "document.addEventListener('securitypolicyviolation', event => tellBroken(event.effectiveDirective))"
PAGES = ("", "khao-sat/2023-giam-sat-tthc/", "don-vi/", "so-lieu/", "kien-nghi/", "khong-co/", "khong-co/sau/hon/")


class Watched(NamedTuple):
    """A visit and the directives of the policy that its pages broke."""

    visit: Visit
    broken: list[str]


@pytest.fixture
def watched(browser: Browser, example: str) -> Iterator[Watched]:
    with visit(browser, example, width="desk", scheme="light") as visited:
        found = Watched(visited, [])
        visited.page.expose_function("tellBroken", lambda directive: found.broken.append(directive))
        visited.page.add_init_script(TOLD)
        yield found
        assert visited.third_party == []


@pytest.mark.parametrize("address", PAGES)
def test_no_page_breaks_its_policy(watched: Watched, address: str) -> None:
    page = watched.visit.open(address)
    expect(page.locator("h1")).to_be_visible()
    assert watched.broken == []


def test_search_colours_and_board_work_under_the_policy(watched: Watched) -> None:
    page = watched.visit.open("kien-nghi/")
    page.get_by_title("Chuyển sang nền tối").click()
    page.locator(".md-search__input").click()
    page.keyboard.type("thủ tục", delay=20)
    expect(page.locator(".md-search-result__item").first).to_be_visible()
    page.keyboard.press("Enter")
    page.wait_for_url("**/?h=*")
    assert watched.broken == []
    page = watched.visit.open("kien-nghi/")
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    page.get_by_text("Chọn theo tình trạng, chủ đề, năm").click()
    page.locator("details.fold").get_by_role("link", name=re.compile(r"^Không thực hiện \(")).click()
    page.wait_for_url("**/khong-thuc-hien/")
    assert watched.broken == []


@pytest.mark.parametrize(
    ("attack", "directive"),
    [
        ("<img src=x onerror='window.pwned=1'>", "script-src-attr"),
        ("<iframe srcdoc='<script>parent.pwned=1</script>'></iframe>", "script-src-elem"),
        ("<p style='position:fixed'>x</p>", "style-src-attr"),
        ("<style>body { display: none }</style>", "style-src-elem"),
        ("<iframe src='https://khac.example/'></iframe>", "frame-src"),
        ("<img src='https://khac.example/x.png'>", "img-src"),
        ("<object data='../x.html'></object>", "object-src"),
        ("<link rel=stylesheet href='https://khac.example/x.css'>", "style-src-elem"),
    ],
)
def test_even_what_slipped_into_a_page_does_not_run(watched: Watched, attack: str, directive: str) -> None:
    page = watched.visit.open("gioi-thieu/")
    page.evaluate("html => document.querySelector('article').insertAdjacentHTML('beforeend', html)", attack)
    page.wait_for_timeout(300)
    assert page.evaluate("window.pwned") is None
    assert watched.broken == [directive]


def test_a_script_in_a_page_does_not_run_either(watched: Watched) -> None:
    page = watched.visit.open("gioi-thieu/")
    page.evaluate(
        "() => { const made = document.createElement('script'); made.text = 'window.pwned = 1';"
        " document.body.append(made) }"
    )
    assert page.evaluate("window.pwned") is None
    assert watched.broken == ["script-src-elem"]


def test_a_former_address_leads_on_to_the_place_that_was_asked_for(watched: Watched) -> None:
    page = watched.visit.page
    page.goto(f"{watched.visit.base}khao-sat/2024-tai-giam-sat-tthc/#hc-01")
    page.wait_for_url("**/khao-sat/2024-giam-sat-lai-tthc/#hc-01")


def test_a_former_address_leads_on_without_scripts(browser: Browser, example: str) -> None:
    with visit(browser, example, width="desk", scheme="light", java_script_enabled=False) as plain:
        plain.page.goto(f"{example}khao-sat/2024-tai-giam-sat-tthc/")
        plain.page.wait_for_url("**/khao-sat/2024-giam-sat-lai-tthc/")
