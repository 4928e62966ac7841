"""Can any part of the pages be rendered alone?

A page's HTML depends on its own Markdown, the theme and the fixed navigation, on nothing else: this one
property lets a build render only what changed, on several cores or several machines.
"""

import shutil
from pathlib import Path

import pytest

from tests.golden.sites import Built, mkdocs, pages_of_the_nav

pytest_plugins = ["tests.golden.fixtures"]

ALONE = ("khao-sat/2023-giam-sat-tthc/", "don-vi/xa-dong-vong/", "chu-de/tthc/")


@pytest.fixture(scope="module")
def part(example: Built, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of three pages and of those that the navigation names, in a folder of its own."""
    folder = tmp_path_factory.mktemp("part")
    for page in (*pages_of_the_nav(), *(f"{address}index.md" for address in ALONE)):
        (folder / "pages" / page).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(example.pages / page, folder / "pages" / page)
    mkdocs(example.settings, pages=folder / "pages", target=folder / "site", work=folder)
    return folder / "site"


@pytest.mark.parametrize("address", [*ALONE, "", "khao-sat/", "gioi-thieu/"])
def test_a_page_is_the_same_alone_as_in_the_whole(example: Built, part: Path, address: str) -> None:
    alone, whole = (site / address / "index.html" for site in (part, example.site))
    assert alone.read_bytes() == whole.read_bytes()


def test_the_page_for_what_is_not_found_is_the_same(example: Built, part: Path) -> None:
    assert (part / "404.html").read_bytes() == (example.site / "404.html").read_bytes()


def test_the_part_is_really_a_part(example: Built, part: Path) -> None:
    present = sum(1 for _ in part.rglob("index.html"))
    assert present == len(pages_of_the_nav()) + len(ALONE)
    assert present < len(example.html) / 2
