"""Does the published record say what its source says: all of it, nothing else, nothing guessed?

Computed from the YAML itself, on purpose without the generator's own rules.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any

import pytest
import yaml

from generator.render import PROJECT
from tests.golden.reading import Reading, read
from tests.golden.sites import Built

pytest_plugins = ["tests.golden.fixtures"]

SURVEY = "cchc-huyen-tien-phuoc"
STATEMENTS = ("background", "results", "limitations", "conclusions", "next_steps")
RECORDS = {
    path.stem: yaml.safe_load(path.read_text(encoding="utf-8"))
    for path in sorted((PROJECT / "data" / "surveys").glob("*.yml"))
}
SOURCES = [
    pytest.param(survey, source, id=f"{survey}-{source['id']}")
    for survey, record in RECORDS.items()
    for source in record["sources"]
    if source.get("outline")
]


def cites(value: Any) -> Iterator[Mapping[str, Any]]:
    """Yield every citation of a record, wherever it stands."""
    if isinstance(value, Mapping):
        if "source" in value and isinstance(value["source"], str):
            yield value
        for inner in value.values():
            yield from cites(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from cites(inner)


def outlined(source: Mapping[str, Any]) -> list[tuple[int, int]]:
    """Return every sentence of a source as (paragraph, sentence), in the order of reading."""
    return [
        (paragraph, sentence)
        for paragraph, part in enumerate(source["outline"], start=1)
        for sentence in range(1, part["sentences"] + 1)
    ]


def left_out(source: Mapping[str, Any]) -> set[tuple[int, int]]:
    return {place for place in outlined(source) if source["outline"][place[0] - 1].get("left_out")}


def meant(locator: str, source: Mapping[str, Any]) -> set[tuple[int, int]]:
    """Return the sentences that a locator names: one, a whole paragraph, or from one to another."""
    first, _, last = locator.partition("-")
    start, end = _side(first, source, at_end=False), _side(last or first, source, at_end=True)
    return {place for place in outlined(source) if start <= place <= end}


def _side(text: str, source: Mapping[str, Any], *, at_end: bool) -> tuple[int, int]:
    paragraph, _, sentence = text.partition(".")
    inside = [place for place in outlined(source) if place[0] == int(paragraph)]
    assert inside, f"{text}: the source has no paragraph {paragraph}"
    if not sentence:
        return inside[-1] if at_end else inside[0]
    assert (int(paragraph), int(sentence)) in inside, f"{text}: leads outside the outline"
    return int(paragraph), int(sentence)


def cited(survey: str, source: Mapping[str, Any]) -> set[tuple[int, int]]:
    locators = [str(cite["at"]) for cite in cites(RECORDS[survey]) if cite["source"] == source["id"]]
    return set().union(*(meant(locator, source) for locator in locators))


@pytest.fixture(scope="module")
def page(real: Built) -> Reading:
    return read(real.site / "khao-sat" / SURVEY / "index.html")


@pytest.fixture(scope="module")
def unit_pages(real: Built) -> dict[str, Reading]:
    found = {path.parent.name: read(path) for path in sorted((real.site / "don-vi").glob("*/index.html"))}
    units = {entry["unit"] for entry in RECORDS[SURVEY]["units"]}
    assert units <= found.keys()
    return found


def test_there_is_a_source_read_sentence_by_sentence() -> None:
    assert SURVEY in [source.values[0] for source in SOURCES]


@pytest.mark.parametrize(("survey", "source"), SOURCES)
def test_every_sentence_of_the_source_is_cited_or_left_out_with_a_reason(
    survey: str, source: Mapping[str, Any]
) -> None:
    missing = set(outlined(source)) - cited(survey, source) - left_out(source)
    assert sorted(missing) == []


@pytest.mark.parametrize(("survey", "source"), SOURCES)
def test_what_is_left_out_is_cited_nowhere(survey: str, source: Mapping[str, Any]) -> None:
    assert cited(survey, source) & left_out(source) == set()


@pytest.mark.parametrize(("survey", "source"), SOURCES)
def test_everything_the_record_states_has_its_place_in_the_source(survey: str, source: Mapping[str, Any]) -> None:
    record = RECORDS[survey]
    stated = [each for name in (*STATEMENTS, "recommendations", "media") for each in record.get(name, [])]
    assert stated
    for each in stated:
        assert any("at" in cite for cite in each["cites"]), each["id"]


def test_the_year_is_not_guessed_on_any_page(real: Built) -> None:
    """The source says 08/9 and no year; that it lies between two years is said as that, and why."""
    bounds = "trong khoảng từ 08/9/2021 đến 08/9/2024"
    for html in real.html:
        text = read(html).text.replace(bounds, "")
        assert not re.search(r"2022|08/0?9/\d{4}|8/9/\d{4}", text), html
        assert "2022" not in html.read_text(encoding="utf-8"), html


def test_the_page_gives_the_date_as_the_source_does(page: Reading) -> None:
    assert "08/9 (nguồn không ghi năm)" in page.text
    assert "Nguồn không ghi năm" in page.text


def test_the_lists_give_the_date_as_the_source_does(real: Built) -> None:
    for address in ("", "khao-sat/", "chu-de/tthc/", "don-vi/xa-tien-ha/"):
        assert "08/9 (nguồn không ghi năm)" in read(real.site / address / "index.html").text, address


def test_no_finding_is_printed_on_the_page_of_a_unit(unit_pages: dict[str, Reading]) -> None:
    """The source names no unit for any finding: a unit's page may link to them, and says what they are."""
    record = RECORDS[SURVEY]
    texts = [" ".join(each["text"].split()) for name in STATEMENTS for each in record[name]]
    for unit, reading in unit_pages.items():
        assert [text for text in texts if text in reading.text] == [], unit
        assert "Nêu tên đơn vị này" not in reading.text, unit


def test_the_page_of_a_unit_says_that_nobody_knows_whom_the_findings_are_about(
    unit_pages: dict[str, Reading],
) -> None:
    for entry in RECORDS[SURVEY]["units"]:
        text = unit_pages[entry["unit"]].text
        assert "Không có nội dung nào của cuộc này nêu tên" in text
        assert "Nêu chung cho cả cuộc, không nêu tên đơn vị nào" in text
        assert "Nguồn không cho biết điều nào đúng với" in text


def test_the_recommendation_is_open_and_no_reply_is_known(page: Reading) -> None:
    assert "Chuyển cấp có thẩm quyền, chưa có thông tin trả lời" in page.text
    assert RECORDS[SURVEY]["recommendations"][0].get("events") is None
    leads = [found.get("href") for tag, found in page.elements if tag == "a"]
    assert "../../don-vi/ubnd-huyen-tien-phuoc/" in leads


def test_the_photograph_is_only_a_caption(page: Reading) -> None:
    assert RECORDS[SURVEY]["media"][0]["caption"] in page.text
    assert "Chỉ có chú thích, không có ảnh" in page.text
    assert page.images == []


def test_every_statement_stands_on_the_page_under_its_permanent_anchor(page: Reading) -> None:
    record = RECORDS[SURVEY]
    for name in (*STATEMENTS, "recommendations"):
        for each in record[name]:
            assert each["id"] in page.ids
            assert " ".join(each["text"].split()) in page.text
