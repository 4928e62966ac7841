"""Does whatever passes ``check`` become a site, and one that runs nothing of it? Tried with much that is hostile.

The same in Chromium: ``tests/browser/test_hostile.py``.
"""

import datetime
from pathlib import Path
from random import Random

import pytest

from generator.build import checked, site_of
from generator.policy import breaches
from generator.render import foreign, missing
from tests.golden.archives import small
from tests.golden.hostile_sites import council, with_articles
from tests.golden.reading import read
from tests.golden.sites import TODAY, Built, built

pytest_plugins = ["tests.golden.fixtures"]

ARTICLES = 300
NAMES = (
    *("404", "admin", "api", "assets", "index", "readme", "README", "Index", "search", "sitemap", "templates"),
    *("khao-sat", "kien-nghi", "du-lieu", "con", "NUL", "com1", "trang-2", "nam-2024", "danh-sach-x", "xa-1"),
    *("khao-sat-1", "atom", "feed", "media", "overrides", "partials", "tags", "blog", "main", "mkdocs", "0"),
    *("a b", "a#b", "a%20b", "a%2fb", "a?b", "a:b", "a\\b", "a|b", "a'b", "a;b", "a&b", "a`id`b", "a\nb", "$x"),
    *("..", "...", ".a", "a.", "a.txt", "a.md", "-a", "a-", "a--b", "~", "~a", "trang-chu ", "Trang-Chu"),
    *("ă", "a\u0301", "a\u200bb", "\udcff", '"><img src=x onerror=tell()>', "{{x}}", "x" * 80, "x" * 252),
)


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The fictional council with hostile records and articles; fails if anything that passes does not build."""
    folder = tmp_path_factory.mktemp("hostile")
    assert council(folder / "root", Random(1)) > 400
    assert len(with_articles(folder / "root", range(ARTICLES))) > ARTICLES / 6
    return built(folder / "root", folder)


def test_whatever_passes_is_built(hostile: Built) -> None:
    assert missing(hostile.files, hostile.site) == []


def test_nothing_that_passes_runs_or_is_loaded(hostile: Built) -> None:
    assert foreign(hostile.site) == {}


def test_no_text_brings_an_element_that_the_site_does_not_have(hostile: Built, example: Built) -> None:
    """What articles may hold beside what other pages do is little: see ``generator/articles/agreement.py``."""
    theirs = {("blockquote", ""), ("del", ""), ("em", ""), ("strong", ""), ("hr", ""), ("pre", ""), ("sup", "id")}
    known = theirs | {("img", "title"), ("a", "title"), ("a", "aria-label"), ("ol", "class"), ("ol", "start")}
    known |= {(tag, "align") for tag in ("td", "th")} | {("code", ""), ("br", ""), ("li", "id"), ("img", "alt")}
    known |= {("h4", "id"), ("h5", "id"), ("h6", "id")} | _elements(example)
    assert _elements(hostile) - known == set()


@pytest.mark.parametrize("day", [datetime.date(2016, 11, 22), datetime.date(2024, 6, 1), datetime.date(2036, 1, 1)])
def test_on_other_days_it_is_built_too(hostile: Built, day: datetime.date) -> None:
    files = site_of(hostile.records, today=day)
    assert [path for path, content in files.items() if path.endswith(".html") and breaches(content.decode())] == []


def test_an_article_whose_name_passes_is_built(tmp_path: Path) -> None:
    root = small(tmp_path / "root")
    passed = [name for name in NAMES if _passes(root, root / "content" / f"{name}.md")]
    assert {"templates", "readme", "trang-2", "x" * 252} <= set(passed)
    assert not {"..", "README", "con", "a#b", "index", "khao-sat"} & set(passed)
    site = built(root, tmp_path)
    assert missing(site.files, site.site) == []
    for name in passed:
        level, title = read(site.site / name / "index.html").headings[0]
        assert (level, title.strip()) == (1, "Bài"), name


def _passes(root: Path, path: Path) -> bool:
    """Return whether an article of this name passes; it stays only then."""
    path.write_text("# Bài\n\nMột đoạn.\n", encoding="utf-8")
    found = checked(root, today=TODAY)
    if not found.is_good:
        path.unlink()
    return found.is_good and path.stem in found.records.articles  # hidden files are left in peace


def _elements(site: Built) -> set[tuple[str, str]]:
    """Return every element of a site with each of its attributes, with none where it has none."""
    return {(tag, name) for html in site.html for tag, found in read(html).elements for name in (*found, "")}
