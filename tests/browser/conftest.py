"""The built sample, Chromium, and the sample's pages on a phone and on a desk."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from generator.build import checked, site_of
from generator.render import render
from generator.write import sync
from tests.browser.browsing import (
    CHROMIUM_FLAGS,
    REPOSITORY,
    SAMPLE,
    SAMPLE_EXTRA,
    SAMPLE_NAME,
    SCHEMES,
    SUB_PATH,
    TODAY,
    WIDTHS,
    Visit,
    build,
    serve,
    visit,
)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    names = ("chromium", "chromium-browser", "google-chrome")
    found = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, names)), None)
    if found is None:
        pytest.fail(
            "Không tìm thấy Chromium. Hãy cài chromium, hoặc đặt biến CHROMIUM là đường dẫn đến nó.",
            pytrace=False,
        )
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=found, args=list(CHROMIUM_FLAGS))
        yield launched
        launched.close()


@pytest.fixture(scope="session")
def sample_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    site = tmp_path_factory.mktemp("sample") / "site"
    return build(SAMPLE, site, extra=SAMPLE_EXTRA, site_name=SAMPLE_NAME)


@pytest.fixture(scope="session")
def sample(sample_site: Path) -> Iterator[str]:
    with serve(sample_site) as base:
        yield base


@pytest.fixture(params=[(w, s) for w in WIDTHS for s in SCHEMES], ids="-".join)
def visited(request: pytest.FixtureRequest, browser: Browser, sample: str) -> Iterator[Visit]:
    """The sample on a phone and on a desk, light and dark; clean in the end or the test fails."""
    width, scheme = request.param
    with visit(browser, sample, width=width, scheme=scheme) as page:
        yield page
        assert page.third_party == []
        assert page.problems == []


@pytest.fixture
def phone(browser: Browser, sample: str) -> Iterator[Visit]:
    with visit(browser, sample, width="phone", scheme="light") as page:
        yield page
        assert page.third_party == []
        assert page.problems == []


@pytest.fixture
def desk(browser: Browser, sample: str) -> Iterator[Visit]:
    with visit(browser, sample, width="desk", scheme="light") as page:
        yield page
        assert page.third_party == []
        assert page.problems == []


@pytest.fixture(scope="session")
def example(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The fictional council, built and served."""
    work = tmp_path_factory.mktemp("example")
    found = checked(REPOSITORY / "tests" / "example", today=TODAY)
    assert found.records.site is not None
    site = found.records.site.model_copy(update={"address": f"https://vi-du.example{SUB_PATH}"})
    sync(work / "pages", site_of(found.records, today=TODAY))
    render(site, pages=work / "pages", target=work / "site", work=work / "work", today=TODAY)
    with serve(work / "site") as base:
        yield base
