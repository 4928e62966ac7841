"""Does the register know every page, and is whatever a page needs named where it is missing?"""

import re
from dataclasses import replace
from pathlib import Path
from urllib.parse import urljoin

import pytest
import yaml

from generator import addresses
from generator.archive import public
from generator.article_links import Seen, complaints_about_links
from generator.build import checked
from generator.derive import Derived, derive
from generator.load import Article
from generator.problems import Severity
from generator.register import BrokenSiteError, Register, register_of
from generator.register.entry import PageKind
from generator.sound import sound
from generator.views import VIEWS
from tests.golden.archives import archive, small
from tests.golden.reading import read
from tests.golden.sites import EXAMPLE, TODAY, Built, good_records

pytest_plugins = ["tests.golden.fixtures"]

ROOT = Path(__file__).parents[1]
TEMPLATES = ROOT / "generator" / "templates"
SHARED = {"correction", "following", "parts", "series"}
"""Templates that others import: none is a page."""


@pytest.fixture(scope="module")
def known() -> Derived:
    return derive(public(checked(EXAMPLE, today=TODAY).records, today=TODAY))


@pytest.fixture(scope="module")
def register(known: Derived) -> Register:
    return register_of(known)


def test_each_kind_of_page_has_one_view_and_one_template() -> None:
    templates = {path.name.removesuffix(".md.j2") for path in TEMPLATES.glob("*.md.j2")}
    kinds = set(map(str, PageKind))
    assert {f"no view for {kind}" for kind in kinds - set(map(str, VIEWS))} == set()
    assert {f"no template {kind}.md.j2" for kind in kinds - templates} == set()
    assert {f"{name}.md.j2 belongs to no kind of page" for name in templates - kinds - SHARED} == set()


def test_the_example_has_every_kind_of_page(register: Register) -> None:
    there = {entry.kind for entry in register.entries.values()} | {PageKind.UNIT_GROUP}
    assert set(PageKind) == there  # a group of units has pages of its own only where it is long: see test_site


def test_every_page_but_a_notice_can_be_reached_from_the_start(register: Register, example: Built) -> None:
    """A page to which nothing leads is as good as none; what was withdrawn is only where it was."""
    reached, waiting = {""}, [""]
    while waiting:
        page = waiting.pop()
        here = f"https://site.example/{page}"
        for reference in read(example.site / page / "index.html").references:
            target = urljoin(here, reference.target).partition("#")[0].removeprefix("https://site.example/")
            if target in register.entries and target not in reached:
                reached.add(target)
                waiting.append(target)
    wanted = {address for address, entry in register.entries.items() if entry.kind is not PageKind.NOTICE}
    assert wanted - reached == set()


def test_the_navigation_leads_to_pages_that_every_site_has(tmp_path: Path) -> None:
    records = checked(small(tmp_path), today=TODAY).records
    entries = register_of(derive(public(records, today=TODAY))).entries
    configuration = yaml.safe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
    for address in _targets(configuration["nav"]):
        assert address in entries


def test_no_article_can_take_the_address_of_another_page(register: Register) -> None:
    for address, entry in register.entries.items():
        if entry.kind not in (PageKind.HOME, PageKind.ARTICLE):
            assert address.partition("/")[0] in addresses.TAKEN


def test_two_pages_never_claim_one_address(known: Derived) -> None:
    article = Article("khao-sat", "content/khao-sat.md", "Khảo sát", "Một bài.", 3)
    taken = known._replace(archive=replace(known.archive, articles={"khao-sat": article}))
    with pytest.raises(BrokenSiteError, match="khao-sat/"):
        register_of(taken)


def test_an_article_can_lead_to_every_page_and_every_place_that_can_be_cited(register: Register) -> None:
    targets = [
        f"/{address}{anchor}"
        for address, entry in register.entries.items()
        for anchor in ("", *(f"#{each}" for each in entry.anchors))
    ]
    assert len(targets) > len(register.entries)
    body = "\n".join(f"- [x]({target})" for target in targets)
    article = Article("bai", "content/bai.md", "Bài", body, 3)
    told = [
        (each.code, each.written) for each in complaints_about_links([article], Seen(register, (), frozenset()))
    ]
    assert told == [("C22", target) for target in targets if re.search("/(?:trang-[0-9]+|danh-sach-.*)/$", target)]
    assert told


@pytest.fixture(scope="module")
def long_lists(tmp_path_factory: pytest.TempPathFactory) -> Register:
    root = archive(tmp_path_factory.mktemp("long") / "root", surveys=45, units=30)
    return register_of(derive(public(good_records(root), today=TODAY)))


@pytest.mark.parametrize(
    ("link", "place"),
    [
        ("don-vi/xa-1/trang-2/#cuoc-khao-sat-1", "don-vi/xa-1/trang-5/#cuoc-khao-sat-1"),
        ("don-vi/xa-1/#cuoc-khao-sat-1", "don-vi/xa-1/trang-5/#cuoc-khao-sat-1"),
        ("don-vi/xa-1/#nguon", "don-vi/xa-1/#nguon"),
        ("don-vi/xa-1/trang-3/#nguon", "don-vi/xa-1/trang-3/#nguon"),
        ("don-vi/xa-1/trang-10/", "don-vi/xa-1/"),
        ("don-vi/xa-1/trang-10/#nguon", "don-vi/xa-1/#nguon"),
        ("don-vi/xa-1/trang-2/#x", "don-vi/xa-1/trang-2/"),
        ("don-vi/danh-sach-administrative-unit-commune/", "don-vi/danh-sach-administrative-unit-commune/"),
        (
            "don-vi/danh-sach-administrative-unit-commune/trang-2/",
            "don-vi/danh-sach-administrative-unit-commune/",
        ),
        ("don-vi/danh-sach-administrative-unit-district/trang-2/", "don-vi/"),
        ("don-vi/danh-sach-administrative-unit-district/", "don-vi/"),
        ("kien-nghi/trang-3/", "kien-nghi/trang-3/"),
        ("kien-nghi/trang-4/", "kien-nghi/"),
        ("gioi-thieu/trang-2/", None),
        ("khao-sat/khao-sat-1/trang-2/", None),
        ("trang-2/", None),
        ("khong-co/", None),
    ],
)
def test_what_moves_within_a_list_is_found_where_it_stands_today(
    long_lists: Register, link: str, place: str | None
) -> None:
    assert long_lists.today(link) == place


@pytest.mark.parametrize(
    ("target", "right"),
    [
        ("/khao-sat/2024-tai-giam-sat-tthc/", "/khao-sat/2024-giam-sat-lai-tthc/"),
        ("/kien-nghi/qua-hann/", "/kien-nghi/qua-han/"),
    ],
)
def test_a_link_that_leads_nowhere_is_told_the_right_address(register: Register, target: str, right: str) -> None:
    article = Article("bai", "content/bai.md", "Bài", f"Xem [x]({target}).", 3)
    (complaint,) = complaints_about_links([article], Seen(register, (), frozenset()))
    assert (complaint.code, complaint.nearest) == ("C03", right)


def test_whatever_record_is_broken_the_others_still_make_a_register(known: Derived) -> None:
    """Links are judged in the same run as all else: no broken file may stop that, and none makes a link wrong."""
    records = checked(EXAMPLE, today=TODAY).records
    for file in [name for name in records.files if name.startswith("data/") and name.endswith(".yml")]:
        left, set_aside = sound(records, {file})
        assert left.site is not None
        seen = Seen(register_of(derive(public(left, today=TODAY))), tuple(records.media), set_aside)
        found = list(complaints_about_links(records.articles.values(), seen))
        assert [each for each in found if each.code != "C20"] == [], file


def test_sound_records_are_left_as_they_are() -> None:
    found = checked(EXAMPLE, today=TODAY)
    assert all(problem.severity is not Severity.ERROR for problem in found.problems)
    assert sound(found.records, ()) == (found.records, frozenset())


def _targets(nav: object) -> list[str]:
    if isinstance(nav, str):
        return [nav.removesuffix("index.md")]
    parts = nav.values() if isinstance(nav, dict) else nav
    assert not isinstance(parts, str)
    return [target for part in parts for target in _targets(part)]  # type: ignore[attr-defined]
