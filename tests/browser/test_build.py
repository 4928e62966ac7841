"""Does the theme build cleanly, the same each time, and treat people's text as data?"""

import filecmp
import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.browsing import SAMPLE, SAMPLE_EXTRA, SAMPLE_NAME, build, serve, visit

SURVEY = "khao-sat/tiep-nhan-ho-so-2026/index"
HOSTILE = "<script>window.pwned=1</script>\"'><img src=x onerror=window.pwned=1> & {{ 7*7 }}"


@pytest.fixture(scope="module")
def survey_html(sample_site: Path) -> str:
    return (sample_site / f"{SURVEY}.html").read_text(encoding="utf-8")


def test_the_head_describes_the_page(survey_html: str) -> None:
    for line in (
        '<html lang="vi"',
        "<title>Tiếp nhận và giải quyết hồ sơ tại bộ phận một cửa – Khảo sát của HĐND xã Mây Trắng</title>",
        '<meta name="description" content="Khảo sát ngày 12/3/2026',
        '<meta property="og:title" content="Tiếp nhận và giải quyết hồ sơ tại bộ phận một cửa">',
        '<meta property="og:description" content="Khảo sát ngày 12/3/2026',
        '<meta property="og:locale" content="vi_VN">',
        '<link rel="canonical" href="https://may-trang.example/duong-dan/khao-sat/tiep-nhan-ho-so-2026/">',
    ):
        assert line in survey_html


def test_the_edit_link_leads_to_the_record(survey_html: str) -> None:
    address = "https://forge.example/may-trang/khao-sat/edit/main/data/surveys/tiep-nhan-ho-so-2026.yml"
    assert f'<a href="{address}"' in survey_html


def test_no_english_is_left_on_a_page(survey_html: str) -> None:
    words = r">[^<]*\b(?:Made with|Skip to|Initializing|Search|Back to|Table of)\b[^<]*<"
    assert re.findall(words, survey_html) == []


def test_the_generators_sitemap_is_the_only_one(sample_site: Path) -> None:
    assert filecmp.cmp(SAMPLE / "sitemap.xml", sample_site / "sitemap.xml", shallow=False)
    assert not (sample_site / "sitemap.xml.gz").exists()


def test_no_file_names_a_third_party(sample_site: Path) -> None:
    """Links in text may lead elsewhere; what a page loads may not."""
    for page in sample_site.rglob("*.html"):
        html = page.read_text(encoding="utf-8")
        loaded = r'(?:src|<link[^>]+rel="(?:stylesheet|icon|preload)"[^>]+href)="(?:https?:)?//'
        assert not re.search(loaded, html), page


def test_a_page_is_the_same_in_another_company(sample_site: Path, tmp_path: Path) -> None:
    """Any subset can be rendered alone: only the navigation's pages stand beside this one."""
    docs = tmp_path / "pages"
    shutil.copytree(SAMPLE, docs)
    shutil.rmtree(docs / "don-vi" / "tram-y-te-xa-may-trang")
    for address in ("kien-nghi", "chu-de", "don-vi", "khao-sat", "thuat-ngu"):
        (docs / address / "index.md").write_text("# Khác\n", encoding="utf-8")
    site = build(docs, tmp_path / "site", extra=SAMPLE_EXTRA, site_name=SAMPLE_NAME)
    assert filecmp.cmp(site / f"{SURVEY}.html", sample_site / f"{SURVEY}.html", shallow=False)
    assert filecmp.cmp(site / "404.html", sample_site / "404.html", shallow=False)


def test_the_optional_settings_may_all_be_missing(tmp_path: Path) -> None:
    site = build(SAMPLE, tmp_path / "site", extra={}, site_name=SAMPLE_NAME)
    html = (site / f"{SURVEY}.html").read_text(encoding="utf-8")
    assert "Sửa bản ghi này" not in html
    assert "site-notice" not in html
    assert "Báo sai sót" not in html
    assert '<p class="site-footer__name">Khảo sát của HĐND xã Mây Trắng</p>' in html


@pytest.fixture(scope="module")
def hostile_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Every value that people write, with a script in it."""
    folder = tmp_path_factory.mktemp("hostile")
    docs = folder / "pages"
    shutil.copytree(SAMPLE, docs)
    matter = {
        "title": HOSTILE,
        "description": HOSTILE,
        "robots": HOSTILE,
        "breadcrumbs": [
            {"label": HOSTILE, "address": '../"><script>window.pwned=1</script>'},
            {"label": HOSTILE},
        ],
        "edit": f"data/{HOSTILE}.yml",
        "section": HOSTILE,
    }
    heading = "Tiêu đề &lt;img src=x onerror=window.pwned=1&gt;"  # as the generator writes it
    bodies = {
        f"{SURVEY}.md": f"# {heading}\n\n" + "".join(f"## {heading} {{#muc-{n}}}\n\n" for n in range(5)),
        "index.md": f"# {heading}\n",
        # Without a heading the template shows the title. Material's index takes such a title
        # as it stands and its script shows it as HTML: hence the rule that a page has a heading.
        "khao-sat/index.md": "Không có tiêu đề riêng.\n",
    }
    for name, body in bodies.items():
        front = matter | {"search": {"exclude": not body.startswith("#")}}
        (docs / name).write_text(f"---\n{json.dumps(front)}\n---\n{body}", encoding="utf-8")
    publisher = dict.fromkeys(SAMPLE_EXTRA["publisher"], HOSTILE)
    report = {"before": HOSTILE, "address": HOSTILE, "after": HOSTILE, "page": None, "mail": HOSTILE}
    licence = dict.fromkeys(("name", "address", "note"), HOSTILE)
    extra: dict[str, Any] = {"notices": [HOSTILE], "mark": HOSTILE, "report": report, "licence": licence}
    extra |= {"publisher": publisher, "repository": HOSTILE, "branch": HOSTILE}
    extra["footer_links"] = [{"label": HOSTILE, "address": HOSTILE}]
    return build(docs, folder / "site", extra=extra, site_name=HOSTILE)


def test_no_value_becomes_markup(hostile_site: Path) -> None:
    for page in hostile_site.rglob("*.html"):
        html = page.read_text(encoding="utf-8")
        assert "<script>window" not in html, page
        assert "<img src=x" not in html, page
        assert not re.search(r'="[^"]*"[^\s>/]', html), page


@pytest.mark.parametrize("address", ["", "khao-sat/", "khao-sat/tiep-nhan-ho-so-2026/", "khong-co/"])
def test_no_value_becomes_a_script(browser: Browser, hostile_site: Path, address: str) -> None:
    with serve(hostile_site) as base, visit(browser, base, width="desk", scheme="light") as hostile:
        page = hostile.open(address)
        page.locator(".md-search__input").click()
        page.keyboard.type("tiêu đề", delay=20)
        expect(page.locator(".md-search-result__item").first).to_be_visible()
        page.wait_for_timeout(300)
        assert page.evaluate("window.pwned") is None
        assert hostile.third_party == []
