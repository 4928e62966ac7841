"""Does the search lead people to their place, under its old name too?"""

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.browsing import visit


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("Đông Vọng", "Xã Đông Vọng"),
        ("Vọng Kiều", "Thị trấn Vọng Kiều"),
        ("Bình Sa Thượng", "Xã Bình Sa Thượng"),
    ],
)
def test_the_name_of_a_place_leads_to_its_page_first(
    browser: Browser, example: str, typed: str, first: str
) -> None:
    """All three have ended: their pages lead on to their successors."""
    with visit(browser, example, width="desk", scheme="light") as visited:
        page = visited.open("")
        page.locator(".md-search__input").click()
        page.keyboard.type(typed, delay=20)
        results = page.locator(".md-search-result__item h1")
        expect(results.first).to_have_text(first)
        assert visited.third_party == []


def test_a_sign_in_a_name_is_shown_as_it_is(browser: Browser, example: str) -> None:
    with visit(browser, example, width="desk", scheme="light") as visited:
        page = visited.open("")
        page.locator(".md-search__input").click()
        page.keyboard.type("Văn phòng", delay=20)
        expect(page.locator(".md-search-result__item").first).to_be_visible()
        assert "&;" not in page.locator(".md-search-result").inner_text()
