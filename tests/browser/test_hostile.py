"""Does Chromium run or load anything of articles and records that passed ``check``, whatever stands in them?

As many hostile articles as ``--articles`` says are built, with hostile texts in every record, and opened: once
under the policy of the pages, which must have nothing to stop, and once without it, as if there were none.
"""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random
from typing import NamedTuple

import pytest
from playwright.sync_api import Browser, Page, expect

from generator.render import foreign, missing
from tests.browser.browsing import serve
from tests.golden.archives import small
from tests.golden.hostile_sites import council, with_articles
from tests.golden.sites import built

A_SITE = 400
"""So many articles are written at a time, at most."""
FOR_EACH = 5
"""So many are written for each that is to pass: about one of four does."""
RECORDS = 15
"""So many pages of records are opened, more with many articles."""

WATCH = """
window.told = [];
window.tell = () => told.push('tell');
for (const name of ['alert', 'confirm', 'prompt', 'open', 'print']) window[name] = () => told.push(name);
document.addEventListener('securitypolicyviolation', event => told.push(`${event.effectiveDirective} stopped`));
"""
ASKED = """
() => {
  for (const each of document.querySelectorAll('article *')) {
    for (const { name } of each.attributes) if (name.startsWith('on') || name === 'style') told.push(name);
    if (each.href && !/^(https?|mailto|tel|webcal):/.test(each.href.baseVal ?? each.href)) told.push(each.href);
    for (const event of ['mouseover', 'focus', 'toggle', 'error', 'load'])
      each.dispatchEvent(new Event(event, { bubbles: true }));
  }
  return window.told;
}
"""


class Site(NamedTuple):
    """A site of hostile articles and records: where it lies, and which of its pages are to be opened."""

    folder: Path
    addresses: tuple[str, ...]


@pytest.fixture(scope="module")
def sites(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> list[Site]:
    """Sites with as many articles together as are wanted; whatever passed ``check`` is built.

    The first is the fictional council with hostile records, the others have hardly any records.
    """
    wanted, found, tried = request.config.getoption("--articles"), 0, 0
    made: list[Site] = []
    while found < wanted:
        folder = tmp_path_factory.mktemp("hostile")
        step = min(A_SITE, FOR_EACH * (wanted - found) + FOR_EACH)
        if made:
            small(folder / "root")
        else:
            print(council(folder / "root", Random(0)), "texts of records are hostile")  # shown with -s
        articles = with_articles(folder / "root", range(tried, tried + step))
        site = built(folder / "root", folder)
        assert missing(site.files, site.site) == []
        assert foreign(site.site) == {}
        known = {f"{each}/" for each in articles} | {"404.html"}  # which asks from the top of the server
        others = sorted(set(map(site.address, site.html)) - known)
        opened = others if made else Random(0).sample(others, min(max(RECORDS, wanted // 10), len(others)))
        made.append(Site(site.site, (*(f"{each}/" for each in articles), *opened)))
        found, tried = found + len(articles), tried + step
        print(f"{tried} articles written, {found} of them passed and were built")
    return made


@pytest.fixture(params=[False, True], ids=["under the policy", "without the policy"])
def page(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    context = browser.new_context(bypass_csp=request.param)
    context.set_default_timeout(120_000)
    context.add_init_script(WATCH)
    yield context.new_page()
    context.close()


def test_nothing_of_an_article_or_a_record_runs_or_is_loaded(sites: list[Site], page: Page) -> None:
    asked: list[str] = []
    told: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("dialog", lambda dialog: told.append(dialog.message))
    page.on("pageerror", lambda error: told.append(str(error)))
    page.on("popup", lambda popup: told.append(popup.url))
    for site in sites:
        with without_index(site.folder), serve(site.folder) as base:
            for address in site.addresses:
                asked.clear()
                page.goto(base + address, wait_until="load")
                found = [*page.evaluate(ASKED), *told, *(url for url in asked if not url.startswith(base))]
                assert found == [], address
                assert page.url == base + address
            page.goto("about:blank")  # what it still asks for comes from this server


def test_nothing_runs_of_what_the_search_finds(sites: list[Site], page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    with serve(sites[0].folder) as base:
        page.goto(base)
        page.locator(".md-search__input").click()
        page.keyboard.type("tell script", delay=20)
        expect(page.locator(".md-search-result__item").nth(3)).to_be_visible()
        page.wait_for_timeout(300)
        assert page.evaluate("told") == []
        assert [url for url in asked if not url.startswith(base)] == []


def test_the_watch_sees_what_runs(page: Page, sites: list[Site]) -> None:
    """A watch that sees nothing proves nothing."""
    with serve(sites[0].folder) as base:
        page.goto(base + sites[0].addresses[0])
        page.evaluate("document.querySelector('article').innerHTML += '<img src=x onerror=tell()><a href=data:x>'")
        page.wait_for_timeout(300)
        assert {"onerror", "data:x"} <= set(page.evaluate(ASKED))
        assert {"tell", "script-src-attr stopped"} & set(page.evaluate("told"))


@contextmanager
def without_index(site: Path) -> Iterator[None]:
    """Leave the index of the search empty: to read it takes longer on each page than all else."""
    index = site / "search" / "search_index.json"
    kept = index.read_bytes()
    index.write_text(json.dumps(json.loads(kept) | {"docs": []}), encoding="utf-8")
    yield
    index.write_bytes(kept)
