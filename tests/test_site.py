"""Is the built site whole: does every link lead somewhere, and does each page say what it is?

Both sets of records are looked at, the fictional council and the published one. The reader of the HTML is
ours (``tests/golden/reading.py``) and is itself tried on a bad page at the end of this file.
"""

import re
from collections.abc import Callable
from html import unescape
from pathlib import Path
from typing import TypeAlias
from urllib.parse import urljoin
from xml.etree import ElementTree

import pytest
from markupsafe import escape

from generator.build import checked, site_of
from generator.policy import CONTENT_SECURITY_POLICY, breaches
from generator.render import render
from generator.vietnamese.folding import Anchors
from generator.wording.site import mark_of, site_name
from generator.write import sync, write
from tests.golden.archives import archive, small, write_record
from tests.golden.reading import Reading, dead_ends, other_hosts, read, skipped_levels
from tests.golden.sites import TODAY, Built, content_of, good_records, mkdocs

pytest_plugins = ["tests.golden.fixtures"]

HOST = re.compile(r"https?://([^/\s\"'<>()\[\]]+)")
Change: TypeAlias = Callable[[Path], None]

_CITES = [{"source": "bao-cao", "at": "1.1"}]
LIST_PAGES = ("khao-sat/", "don-vi/", "chu-de/", "kien-nghi/", "")


@pytest.fixture(params=["example", "real"])
def site(request: pytest.FixtureRequest) -> Built:
    found = request.getfixturevalue(request.param)
    assert isinstance(found, Built)
    return found


def test_every_link_leads_to_a_file_and_an_anchor(site: Built) -> None:
    home = site.settings.address
    files = (*site.html, *site.redirects)
    assert [end for html in files for end in dead_ends(site.site, home, site.address(html))] == []


def test_no_page_fetches_anything_from_another_host(site: Built) -> None:
    home = site.settings.address
    assert {host for html in site.html for host in other_hosts(home, read(html), loaded=True)} == set()


def test_no_style_sheet_fetches_anything_from_another_host(site: Built) -> None:
    sheets = sorted(site.site.rglob("*.css"))
    assert sheets
    for sheet in sheets:
        fetched = re.findall(r"(?:url\(|@import)\s*[\"']?((?:https?:)?//[^\"')]+)", sheet.read_text("utf-8"))
        assert fetched == [], sheet


def test_no_page_runs_or_loads_what_the_theme_did_not_bring(site: Built) -> None:
    files = (*site.html, *site.redirects)
    assert {site.address(html): found for html in files if (found := breaches(html.read_text("utf-8")))} == {}


def test_every_page_holds_the_policy_before_anything_that_it_loads(site: Built) -> None:
    policy = f'<meta http-equiv="Content-Security-Policy" content="{escape(CONTENT_SECURITY_POLICY)}">'
    for html in (*site.html, *site.redirects):
        before, _, after = html.read_text("utf-8").partition(policy)
        assert after, html
        assert not re.search(r"\b(?:src|href)=", before), html


def test_pages_lead_only_to_hosts_that_the_records_name(site: Built) -> None:
    written = [*content_of(site.root / "data").items(), *content_of(site.root / "content").items()]
    named = {
        host for name, text in written if name.endswith((".yml", ".md")) for host in HOST.findall(text.decode())
    }
    home = site.settings.address
    assert {host for html in site.html for host in other_hosts(home, read(html), loaded=False)} <= named


def test_an_id_stands_once_on_a_page(site: Built) -> None:
    for html in site.html:
        ids = read(html).ids
        assert sorted(ids) == sorted(set(ids)), html


def test_every_page_says_that_it_is_vietnamese(site: Built) -> None:
    assert {read(html).language for html in site.html} == {"vi"}


def test_every_page_has_one_main_heading_and_skips_no_level(site: Built) -> None:
    for html in site.html:
        levels = [level for level, _ in read(html).headings]
        assert levels.count(1) == 1, html
        assert skipped_levels(levels) == [], html


def test_no_anchor_of_a_heading_is_the_renderers_own(site: Built) -> None:
    for html in site.html:
        if html.name != "404.html":
            source = site.files[f"{site.address(html)}index.md"].decode()
            found = re.findall(r"<h[1-6] id=\"([^\"]*)\"", html.read_text("utf-8"))
            assert set(found) <= {
                one or other for one, other in re.findall(r"\{ #(\S+) \}| id=\"([^\"]*)\"", source)
            }, html


def test_the_anchor_of_a_title_is_made_of_its_words(site: Built) -> None:
    for html in site.html:
        for identifier, text in re.findall(r"<h1 id=\"([^\"]*)\"[^>]*>(.*?)<a ", html.read_text("utf-8")):
            made = Anchors().of(unescape(re.sub("<[^>]*>", "", text)))
            assert re.fullmatch(rf"{made}(?:-\d+)?", identifier), html


def test_every_heading_of_a_page_has_an_anchor(site: Built) -> None:
    for html in site.html:
        if html.name != "404.html":
            assert re.findall(r"<h[1-6](?![^>]* id=)[^>]*>", html.read_text("utf-8")) == [], html


def test_no_heading_is_empty(site: Built) -> None:
    for html in site.html:
        assert all(text.strip() for _, text in read(html).headings), html


def test_every_page_has_a_title_of_its_own_and_a_description(site: Built) -> None:
    for html in site.html:
        page = read(html)
        assert page.title.strip().endswith(site_name(site.settings)), html
        if html.name != "404.html":
            assert 20 <= len(page.metas.get("description", "")) <= 161, html


def test_every_page_knows_its_permanent_address(site: Built) -> None:
    for html in site.html:
        if html.name != "404.html":
            assert read(html).canonical == site.settings.address + site.address(html), html


def test_every_picture_has_a_text_in_its_place(site: Built) -> None:
    for html in site.html:
        assert all(image.get("alt") is not None for image in read(html).images), html


def test_elements_are_closed_in_the_order_in_which_they_were_opened(site: Built) -> None:
    """Markdown and raw HTML get into each other's way silently; the browser's guess is not ours."""
    assert [(site.address(html), read(html).faults) for html in site.html if read(html).faults] == []


def test_the_sitemap_names_every_page_and_nothing_else(site: Built) -> None:
    text = (site.site / "sitemap.xml").read_text(encoding="utf-8")
    named = [found.text for found in ElementTree.fromstring(text).iter() if found.tag.endswith("}loc")]
    there = {site.settings.address + site.address(html) for html in site.html if html.name != "404.html"}
    assert sorted(map(str, named)) == sorted(there)


def test_mkdocs_renders_the_pages_strictly_without_a_word_of_warning(site: Built, tmp_path: Path) -> None:
    says = mkdocs(site.settings, pages=site.pages, target=tmp_path / "site", work=tmp_path)
    assert "Documentation built" in says
    assert "WARNING" not in says
    assert "ERROR" not in says


def test_a_former_address_leads_to_the_present_one(example: Built) -> None:
    assert example.redirects
    for html in example.redirects:
        page = read(html)
        present = urljoin(example.settings.address + example.address(html), page.references[-1].target)
        assert page.canonical == present
        assert page.metas["refresh"] == f"0; url={page.references[-1].target}"
        assert page.language == "vi"
        assert present in [example.settings.address + example.address(other) for other in example.html]


def test_no_page_grows_with_the_number_of_records(tmp_path: Path) -> None:
    """Three times the records, the same years: more pages, none of them longer, but for digits of counts."""
    hundred = _largest(archive(tmp_path / "100", surveys=100, units=120))
    three = _largest(archive(tmp_path / "300", surveys=300, units=360))
    assert set(hundred) == set(three)
    assert set(hundred) >= set(LIST_PAGES)
    for kind, size in hundred.items():
        assert three[kind] <= size + 240, f"/{kind} grew from {size} to {three[kind]} bytes"


def _largest(root: Path) -> dict[str, int]:
    """Return the size of the largest page of each part of the site."""
    sizes: dict[str, int] = {}
    for path, content in site_of(good_records(root), today=TODAY).items():
        if path.endswith(".md"):
            kind = path.partition("/")[0] + "/" if "/" in path else ""
            sizes[kind] = max(sizes.get(kind, 0), len(content))
    return sizes


HOSTILE = (
    "<script>alert(1)</script>",
    "a](javascript:alert(1)) b",
    '"><img src=x onerror=alert(1)>',
    "x {: onclick=alert(1) } {#kq-99}",
    "xem @/don-vi/khong-co/ và @/x/",
    "1. một",
    "- hai",
    "*ba* _bốn_ `năm` ~~sáu~~ ^bảy^",
    "| cột | cột |",
    "&amp; &lt;b&gt; &#42;",
    "{{ 7*7 }} {% raw %}",
    "[^1]: chú thích [TOC]",
    "# tiêu đề ## {#x}",
    "một" * 90,
    ": giải nghĩa",
    "href=\"#khong-co\" id=\"hc-01\"",
)  # fmt: skip


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """A site of records in which each text that people may write holds something that is not for people."""
    folder = tmp_path_factory.mktemp("hostile")
    root = small(folder / "root")
    write_record(root / "data" / "units" / "xa-1.yml", _hostile_unit())
    for number, text in enumerate(HOSTILE, start=1):
        write_record(root / "data" / "surveys" / f"xau-{number}.yml", _hostile_survey(text))
    records = good_records(root)
    assert records.site is not None
    files = site_of(records, today=TODAY)
    pages, site, work = folder / "build" / "pages", folder / "site", folder / "build"
    sync(pages, files)
    render(records.site, pages=pages, target=site, work=work, today=TODAY)
    return Built(root, records, records.site, files, pages, site)


def test_whatever_people_write_the_links_hold_and_the_elements_nest(hostile: Built) -> None:
    for html in hostile.html:
        assert dead_ends(hostile.site, hostile.settings.address, hostile.address(html)) == []
        assert read(html).faults == [], html


def test_whatever_people_write_is_no_script_no_picture_and_no_handler(hostile: Built) -> None:
    plain = read(hostile.site / "cach-doc" / "index.html")
    allowed = sum(tag == "script" for tag, _ in plain.elements)
    for number in range(1, len(HOSTILE) + 1):
        page = read(hostile.site / "khao-sat" / f"xau-{number}" / "index.html")
        assert sum(tag == "script" for tag, _ in page.elements) == allowed
        assert page.images == []
        assert [name for _, found in page.elements for name in found if name.startswith("on")] == []


@pytest.mark.parametrize("number", range(1, len(HOSTILE) + 1))
def test_whatever_people_write_is_what_readers_see(hostile: Built, number: int) -> None:
    text = HOSTILE[number - 1]
    page = read(hostile.site / "khao-sat" / f"xau-{number}" / "index.html")
    headings = [heading.strip() for _, heading in page.headings]
    assert headings[0] == text
    assert headings.count(text) == 3, "the title, a statement and a recommendation"
    assert page.title.startswith(f"{text} – ")
    assert page.metas["og:title"] == text + mark_of(hostile.settings)
    assert page.text.count(text) >= 15, "each field shows it"


def test_a_hostile_title_reads_the_same_in_every_list(hostile: Built) -> None:
    lists = ("khao-sat/", "kien-nghi/", "chu-de/ho-so/", "don-vi/xa-1/")
    for address in lists:
        shown = "".join(
            read(html).text
            for html in sorted((hostile.site / address).rglob("index.html"))
            if "xau-" not in hostile.address(html)
        )
        assert [text for text in HOSTILE if text not in shown] == [], address


def _survey_named(name: str) -> Change:
    def change(root: Path) -> None:
        path = root / "data" / "surveys" / "khao-sat-1.yml"
        path.rename(path.with_name(f"{name}.yml"))

    return change


def _picture_named(name: str) -> Change:
    def change(root: Path) -> None:
        record = _hostile_survey("Thử")
        record["media"] = [{"id": name, "caption": "Ảnh", "cites": _CITES, "absent": [_no_file("Không có")]}]
        write_record(root / "data" / "surveys" / "khao-sat-1.yml", record)

    return change


def _terms(*terms: str) -> Change:
    def change(root: Path) -> None:
        write_record(root / "data" / "glossary.yml", {"terms": [{"term": each, "full": "x"} for each in terms]})

    return change


def _article(name: str, text: str) -> Change:
    def change(root: Path) -> None:
        write(root / "content" / f"{name}.md", f"# Trang\n\nMột đoạn.\n\n{text}\n".encode())

    return change


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(_picture_named("anh"), id="a picture named like the section of pictures"),
        pytest.param(_survey_named("khao-sat"), id="a survey named like a section of a unit's page"),
        pytest.param(_survey_named("nguon"), id="a survey named like the sources"),
        pytest.param(_survey_named("nam-2024"), id="a survey named like the list of a year"),
        pytest.param(_terms("Đơn vị", "Don vi"), id="two terms that differ by marks"),
        pytest.param(_terms("!", "?"), id="terms without a letter"),
        pytest.param(_article("cach-doc", "## Năm\n\n## Năm\n\n## Năm 2"), id="headings that repeat"),
        pytest.param(_article("cach-doc", "## Năm { #nam }"), id="a heading with an anchor of its own"),
        pytest.param(_article("cach-doc", "## !\n\n## ?"), id="headings without a letter"),
        pytest.param(_article("trang-chu", "## Mới nhất\n\n## Tìm"), id="headings of the home page"),
        pytest.param(_article("cach-doc", "[x](/khong-co/) [y](/don-vi/#khong-co)"), id="dead links"),
        pytest.param(_article("cach-doc", "```\n## không phải mục\n[x](/khong-co/)\n```"), id="code"),
        pytest.param(_article("khao-sat", "Một trang khác."), id="a text with the name of a list"),
    ],
)
def test_whatever_name_people_choose_there_is_a_site_or_a_problem_that_they_can_mend(
    tmp_path: Path, change: Change
) -> None:
    root = small(tmp_path)
    change(root)
    found = checked(root, today=TODAY)
    assert not found.is_good or site_of(found.records, today=TODAY)


def _hostile_unit() -> dict[str, object]:
    return {
        "classification": "administrative_unit",
        "level": "commune",
        "names": [{"text": f"Xã {HOSTILE[0]} {HOSTILE[3]}"}],
        "aliases": list(HOSTILE),
        "note": HOSTILE[2],
        "valid_from": "2010-01-01",
    }


def _hostile_survey(text: str) -> dict[str, object]:
    cites = [_CITES[0] | {"quote": text}]
    statement = {"heading": text, "text": text, "quote": text, "plain": text, "extent": text}
    return {
        "kind": "khao_sat",
        "title": text,
        "summary": text,
        "date": "2024-05-06",
        "date_note": text,
        "delegation": {
            "name": text,
            "members": [{"name": text, "role": "truong_doan", "posts": [text]}],
            "note": text,
            "cites": cites,
        },
        "units": [{"unit": "xa-1", "capacity": "surveyed", "report": "received", "note": text, "cites": cites}],
        "topics": ["ho-so"],
        "limitations": [
            {
                "id": "hc-01",
                **statement,
                "topics": ["ho-so"],
                "scope": {"kind": "units", "units": ["xa-1"], "note": text},
                "causes": [{"kind": "objective", "text": text, "cites": cites}],
                "cites": cites,
                "replies": [
                    {"id": "yk-01", "unit": "xa-1", "position": "agrees", "text": text, "received": "2024-06-01"}
                ],
            }
        ],
        "recommendations": [
            {
                "id": "kn-01",
                "heading": text,
                "text": text,
                "answers": ["hc-01"],
                "addressee": {"lead": "xa-1", "post": text},
                "absent": [{"field": "deadline", "reason": "not_stated", "note": text}],
                "expected_output": text,
                "cites": cites,
                "events": [
                    {
                        "id": "sk-01",
                        "type": "position",
                        "value": "accepted",
                        "occurred": "2024-06-01",
                        "recorded": "2024-06-02",
                        "by": "xa-1",
                        "note": text,
                        "cites": cites,
                    }
                ],
            }
        ],
        "media": [{"id": "anh-chup", "caption": text, "credit": text, "cites": cites, "absent": [_no_file(text)]}],
        "sources": [
            {
                "id": "bao-cao",
                "title": text,
                "publisher": text,
                "author": text,
                "note": text,
                "locator": "paragraph_sentence",
                "outline": [{"sentences": 1}, {"sentences": 1, "left_out": text}],
            }
        ],
        "corrections": [
            {
                "id": "dc-01",
                "date": "2026-01-06",
                "kind": "factual",
                "what": text,
                "before": text,
                "after": text,
                "reason": text,
            }
        ],
        "editor_note": text,
        "publication": {"state": "published", "published": "2026-01-05"},
    }


def _no_file(note: str) -> dict[str, str]:
    return {"field": "file", "reason": "not_collected", "note": note}


BAD_PAGE = """<!doctype html><html lang="en"><head><title>x</title></head><body>
<h1 id="a">A</h1><h3 id="a">B</h3><p><b>x</i></b><img src="//cdn.example/x.png">
<a href="../../out/">1</a><a href="none/">2</a><a href="#none">3</a><a href="javascript:x">4</a>
<a href="https://other.example/x">5</a><a href="page/#there">6</a><a href="page/#not">7</a></body></html>"""


def test_the_reader_sees_every_fault_of_a_bad_page(tmp_path: Path) -> None:
    home = "https://vi-du.example/a/"
    (tmp_path / "page").mkdir()
    (tmp_path / "page" / "index.html").write_text('<p id="there">x</p>')
    (tmp_path / "index.html").write_text(BAD_PAGE)
    page = Reading(BAD_PAGE)
    assert dead_ends(tmp_path, home, "") == [
        "/: <a> ../../out/: leads out of the site, to /out/",
        "/: <a> none/: leads to no file",
        "/: <a> #none: leads to no anchor",
        "/: <a> javascript:x: a link of the kind javascript:",
        "/: <a> page/#not: leads to no anchor",
    ]
    assert other_hosts(home, page, loaded=True) == {"cdn.example"}
    assert other_hosts(home, page, loaded=False) == {"other.example"}
    assert skipped_levels([level for level, _ in page.headings]) == ["h3 follows h1"]
    assert page.ids == ["a", "a"]
    assert page.language == "en"
    assert page.images[0].get("alt") is None
    assert page.faults == ["</i> closes nothing; open: ['body', 'p', 'b']"]
