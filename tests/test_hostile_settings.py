"""Are the settings of the site people's text as well: shown on every page as they are written, and no more?"""

from pathlib import Path

import pytest

from tests.golden.archives import small, write_record
from tests.golden.reading import read
from tests.golden.sites import Built, built

TEXTS = {
    "name": "Tên <b>đậm</b> & \"nháy\" 'đơn'",
    "description": 'Mô tả <script>alert(1)</script> & "><img src=x onerror=alert(1)>',
    "notice": "Lưu ý <img src=x onerror=alert(1)> & *sao*",
}
PUBLISHER = {
    "name": "Thường trực <script>alert(2)</script>",
    "governing_body": 'HĐND "><svg onload=alert(3)> & xã',
    "responsible": 'Bà <i>Nguyễn</i> &lt;b&gt; "A"',
    "address": "Số 1 <iframe src=//x.example></iframe>",
    "reuse": "Ghi nguồn <a href='javascript:alert(4)'>ở đây</a> {{ 7 * 7 }}",
}
LICENCE = {"name": "CC <script>alert(5)</script>", "note": 'Được "chép" <b>lại</b> & sửa'}
REPORT = 'viết <b>cho</b> "a@b.example" <img src=x onerror=alert(6)> & chờ'


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Built:
    folder = tmp_path_factory.mktemp("settings")
    root = small(folder / "root")
    home = "https://vi-du.example/thu/"
    site = {"id": home, "address": home, "publisher": PUBLISHER, "fictional": "true", **TEXTS}
    site |= {"licence": LICENCE, "report_errors": REPORT}
    write_record(root / "data" / "site.yml", site)
    return built(root, folder)


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Built:
    folder = tmp_path_factory.mktemp("plain")
    return built(small(folder / "root"), folder)


def elements(html: Path) -> list[str]:
    """Return the elements of a page that can do something, with what they could run."""
    return [
        f"{tag} {name}"
        for tag, found in read(html).elements
        if tag in ("script", "img", "svg", "iframe", "style", "object", "embed", "b", "i")
        for name in sorted(found) or [""]
    ]


def test_settings_bring_no_element_to_any_page(hostile: Built, plain: Built) -> None:
    for html in hostile.html:
        same = plain.site / html.relative_to(hostile.site)
        assert elements(html) == elements(same), html
        page = read(html)
        assert page.faults == [], html
        assert [name for _, found in page.elements for name in found if name.startswith("on")] == [], html
        assert [each for each in page.references if "javascript:" in each.target] == [], html


def test_settings_read_on_every_page_as_they_are_written(hostile: Built) -> None:
    for html in hostile.html:
        page = read(html)
        shown = (TEXTS["name"], TEXTS["notice"], *PUBLISHER.values(), *LICENCE.values(), REPORT)
        assert [text for text in shown if text not in page.text] == [], html
        assert page.title.strip().endswith(f"{TEXTS['name']} (ví dụ hư cấu)"), html
        assert page.metas["og:site_name"] == f"{TEXTS['name']} (ví dụ hư cấu)", html
