"""Does everything that is cited lie in its source, and is nothing of a source dropped silently?"""

from typing import Any

import pytest

from tests.unit.changing import asked, found, survey
from tests.unit.judging import told

BY_SENTENCE = {
    "id": "bai",
    "title": "Bài",
    "locator": "paragraph_sentence",
    "outline": [{"sentences": 2}, {"sentences": 3}, {"sentences": 1}],
}
BY_PAGE = {"id": "sach", "title": "Sách", "locator": "page"}
UNCOUNTED = {"id": "loi", "title": "Lời nói", "locator": "none"}
PAPER = {"id": "vb", "type": "bien_ban", "pages": 4}


def citing(code: str, *cites: dict[str, str], **more: Any) -> list[str]:
    record = survey(
        "a",
        limitations=[found(cites=list(cites))],
        **{"sources": [BY_SENTENCE, BY_PAGE, UNCOUNTED], "documents": [PAPER], **more},
    )
    return told(code, record)


def at(place: str | None, source: str = "bai") -> dict[str, str]:
    return {"source": source} if place is None else {"source": source, "at": place}


HERE = "a.limitations.0.cites.0"


@pytest.mark.parametrize(
    ("source", "place", "is_wrong"),
    [
        ("bai", "2.1", False),
        ("bai", "2", False),
        ("sach", "12", False),
        ("sach", "12.1", True),
        ("vb", "2", False),
        ("vb", "2.1", True),
        ("loi", "1", True),
        ("loi", None, False),
    ],
)
def test_a_place_is_named_as_its_source_is_counted(source: str, place: str | None, is_wrong: bool) -> None:
    assert citing("R40", at(place, source)) == ([f"{HERE}.at: {place}"] if is_wrong else [])


@pytest.mark.parametrize(("source", "is_wrong"), [("bai", True), ("sach", True), ("loi", False), ("vb", False)])
def test_where_places_are_counted_one_is_told(source: str, is_wrong: bool) -> None:
    assert citing("R41", at(None, source)) == ([f"{HERE}: {source}"] if is_wrong else [])


@pytest.mark.parametrize(
    ("source", "place", "is_wrong"),
    [
        ("bai", "1.1", False),
        ("bai", "1.2", False),
        ("bai", "1.3", True),
        ("bai", "3.1", False),
        ("bai", "3", False),
        ("bai", "4", True),
        ("bai", "4.1", True),
        ("bai", "1.1-2.3", False),
        ("bai", "1.3-2.1", True),
        ("bai", "1.1-2.4", True),
        ("bai", "1-3", False),
        ("bai", "2-1", True),
        ("bai", "2.2-2.1", True),
        ("bai", "2.2-2.2", False),
        ("bai", "2.2-2", False),
        ("vb", "4", False),
        ("vb", "5", True),
        ("vb", "3-5", True),
        ("vb", "3-4", False),
        ("sach", "900", False),
    ],
)
def test_a_place_lies_in_its_source(source: str, place: str, is_wrong: bool) -> None:
    assert citing("R42", at(place, source)) == ([f"{HERE}.at: {place}"] if is_wrong else [])


def test_a_source_without_outline_and_a_paper_without_pages_hold_any_place() -> None:
    plain = {"id": "bai", "title": "Bài", "locator": "paragraph_sentence"}
    assert citing("R42", at("99.99"), sources=[plain]) == []
    assert citing("R42", at("99", "vb"), sources=[BY_SENTENCE], documents=[{"id": "vb", "type": "bien_ban"}]) == []


@pytest.mark.parametrize(
    ("places", "is_whole"),
    [
        (["1", "2", "3"], True),
        (["1-3"], True),
        (["1.1", "1.2", "2.1-2.3", "3.1"], True),
        (["1.1-2.2", "2.3", "3"], True),
        (["1.1-2.2", "3"], False),
        (["1.1", "2", "3"], False),
        (["1", "2"], False),
        (["1.2-3"], False),
        (["1.1-2", "3"], True),
        ([], False),
    ],
)
def test_every_sentence_is_cited(places: list[str], is_whole: bool) -> None:
    told_of = ["a.sources.0.outline: bai"]
    assert citing("R43", *(at(place) for place in places), at(None, "vb")) == ([] if is_whole else told_of)


def test_a_paragraph_that_was_left_out_with_a_reason_need_not_be_cited() -> None:
    outline = [{"sentences": 2}, {"sentences": 3, "left_out": "Phần giới thiệu."}]
    assert citing("R43", at("1"), sources=[BY_SENTENCE | {"outline": outline}], documents=[]) == []
    assert citing("R43", at("2"), sources=[BY_SENTENCE | {"outline": outline}], documents=[]) != []


def test_a_source_is_cited_somewhere() -> None:
    assert citing("R44", at("1")) == ["a.sources.1: sach", "a.sources.2: loi"]


def test_every_statement_and_recommendation_says_who_says_so() -> None:
    record = survey("a", limitations=[found()], recommendations=[asked(), asked(id="kn-02", cites=[at("1")])])
    assert told("R45", record) == ["a.limitations.0: hc-01", "a.recommendations.0: kn-01"]


@pytest.mark.parametrize(
    ("more", "where"),
    [
        ({}, []),
        ({"access": "public", "file": "a.pdf"}, []),
        ({"access": "summary_only", "reason": "Mật."}, []),
        ({"access": "summary_only"}, ["a.documents.0: vb"]),
        ({"access": "summary_only", "reason": "Mật.", "file": "a.pdf"}, []),
        ({"access": "withheld", "reason": "Mật."}, []),
        ({"access": "withheld"}, ["a.documents.0: vb"]),
        ({"access": "withheld", "reason": "Mật.", "file": "a.pdf"}, ["a.documents.0.file: vb"]),
        ({"access": "withheld", "reason": "Mật.", "address": "https://a.example/"}, ["a.documents.0.address: vb"]),
    ],
)
def test_a_paper_that_is_kept_says_why_and_is_not_here(more: dict[str, str], where: list[str]) -> None:
    assert citing("R46", at("1"), documents=[PAPER | more]) == where


def test_a_paper_is_in_one_place_and_known_from_somewhere() -> None:
    both = {"file": "a.pdf", "address": "https://a.example/"}
    assert citing("R47", at("1"), documents=[PAPER | both]) == ["a.documents.0.address: vb"]
    for name, value in both.items():
        assert citing("R47", at("1"), documents=[PAPER | {name: value}]) == []
        assert citing("R48", at("1"), documents=[PAPER | {name: value}]) == []
    assert citing("R48", at("1")) == ["a.documents.0: vb"]
    assert citing("R48", at("1", "vb")) == []
    assert citing("R48", at("1"), documents=[PAPER | {"cites": [at("1")]}]) == []
