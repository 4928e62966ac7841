"""Does a site come of pages only if MkDocs has nothing to say against them, and under the names of the records?"""

import datetime
from itertools import count
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

from generator.model.site import Site
from generator.render import RenderError, render
from generator.write import sync
from tests.golden.reading import read
from tests.golden.sites import TODAY, content_of, pages_of_the_nav
from tests.unit.changing import HOME, SITE


class Place:
    """A folder with the pages of the navigation, of which sites are rendered one after the other."""

    def __init__(self, folder: Path) -> None:
        self.work, self.pages = folder / "build", folder / "build" / "pages"
        self._sites = (folder / f"site-{number}" for number in count(1))
        self.put()

    def put(self, missing: str = "", **pages: str) -> None:
        """Let these be the pages, by name, beside those of the navigation, of which one may be missing."""
        texts = {path: f"# {path}\n\nMột đoạn.\n" for path in pages_of_the_nav() if path != missing}
        texts |= {f"{name}.md": text for name, text in pages.items()}
        sync(self.pages, {path: text.encode() for path, text in texts.items()})

    def render(self, today: datetime.date = TODAY, **settings: Any) -> Path:
        """Render the pages into a new folder and return it."""
        site, target = Site.model_validate(SITE | settings), next(self._sites)
        render(site, pages=self.pages, target=target, work=self.work, today=today)
        return target


@pytest.fixture
def place(tmp_path: Path) -> Place:
    return Place(tmp_path)


def test_every_page_becomes_a_file_of_its_name(place: Place) -> None:
    place.put(mot="# Một\n")
    assert {"index.html", "404.html", "mot/index.html"} <= content_of(place.render()).keys()


@pytest.mark.parametrize(
    "pages",
    [
        {"missing": "cach-doc/index.md"},
        {"mot": "# A\n\n[x](khong-co.md)\n"},
        {"mot": "# A\n\n[x](#khong-co)\n"},
        {"mot": "# A\n\n![x](khong-co.png)\n"},
    ],
    ids=["a page of the navigation", "a page", "an anchor", "a picture"],
)
def test_what_mkdocs_only_warns_of_makes_no_site(place: Place, pages: dict[str, str]) -> None:
    """The proof of links comes before; this is the net below it."""
    place.put(**pages)
    with pytest.raises(RenderError, match=r"WARNING.*(cach-doc|khong-co)"):
        place.render()


@pytest.mark.parametrize("name", ["no", "1.0", "a: b # c", "{{ 1 + 1 }}", '"x', "!ENV HOME", "đ\\u0041"])
def test_a_name_is_shown_as_it_is_written(place: Place, name: str) -> None:
    page = read(place.render(name=name, description=f"Về {name}") / "index.html")
    assert name in page.title
    assert page.metas["og:site_name"] == name
    assert name in page.text


def test_the_same_pages_give_the_same_bytes_whatever_the_day(place: Place) -> None:
    first, again = content_of(place.render()), content_of(place.render())
    assert again == first
    later = content_of(place.render(today=TODAY + datetime.timedelta(days=1)))
    assert {path for path in first if first[path] != later[path]} <= {"sitemap.xml", "sitemap.xml.gz"}


def test_the_theme_gets_the_settings_that_it_shows(place: Place) -> None:
    publisher = {"name": "Thường trực HĐND xã Thử", "responsible": "Bà Chủ tịch", "phone": "0235 3884 123"}
    repository = {"address": "https://forge.example/xa/thu/", "branch": "chinh"}
    licence = {"name": "CC BY 4.0", "address": "https://license.example/by/", "note": "Ghi nguồn."}
    site = place.render(publisher=publisher, notice="Bản thử.", repository=repository, licence=licence)
    page = read(site / "index.html")
    shown = (*publisher.values(), "Bản thử.", licence["name"], licence["note"])
    assert [each for each in shown if each not in page.text] == []
    assert licence["address"] in [each.target for each in page.references]


def test_every_page_says_how_an_error_is_reported_and_the_letter_names_the_page(place: Place) -> None:
    site = place.render(report_errors="gửi Văn phòng, thư điện tử vp@xa-thu.example.")
    page = read(site / "cach-doc" / "index.html")
    assert "Báo sai sót ở trang này: gửi Văn phòng, thư điện tử vp@xa-thu.example." in page.text
    (letter,) = [each.target for each in page.references if each.target.startswith("mailto:")]
    assert letter == f"mailto:vp@xa-thu.example?body={quote(HOME + 'cach-doc/')}"
    assert "mailto:vp@xa-thu.example" in [each.target for each in read(site / "404.html").references]


def test_a_page_on_which_errors_are_reported_is_a_link(place: Place) -> None:
    site = place.render(report_errors="điền mẫu tại https://xa-thu.example/bao?x=1&y=2.")
    page = read(site / "index.html")
    assert "https://xa-thu.example/bao?x=1&y=2" in [each.target for each in page.references]
    assert "điền mẫu tại https://xa-thu.example/bao?x=1&y=2." in page.text


def test_an_invented_council_is_called_so_wherever_its_name_goes(place: Place) -> None:
    pages = list(place.render(fictional="true").rglob("*.html"))
    assert pages
    for html in pages:
        page = read(html)
        assert "không có thật" in page.text, html
        assert page.title.strip().endswith("(ví dụ hư cấu)"), html
        assert page.metas["og:title"].endswith("(ví dụ hư cấu)"), html
