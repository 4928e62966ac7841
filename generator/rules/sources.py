"""Does everything say who says so, at a place that the source has?"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Any, TypeAlias

from generator.model.finding import Statement
from generator.model.recommendation import Recommendation
from generator.model.source import Document, Paragraph, Source
from generator.model.survey import Survey
from generator.model.vocabulary import Access, LocatorScheme
from generator.problems import Complaint
from generator.rules.context import Sheet, sheet_rule, survey_rule
from generator.strings import say

_Spot: TypeAlias = tuple[int, int]
"""A paragraph or page, and a sentence in it; sentence 0 is the whole of it."""


@sheet_rule("R40")
def places_are_named_as_the_source_counts(sheet: Sheet[Any]) -> Iterator[Complaint]:
    """A place is named in the way in which its source is counted: by paragraphs and sentences, or by pages."""
    for cite, source in sheet.cites:
        if cite.at is not None:
            scheme = source.locator if type(source) is Source else LocatorScheme.PAGE
            if scheme is LocatorScheme.NONE or (scheme is LocatorScheme.PAGE and "." in cite.at):
                what = say(f"problems.R40.what.{scheme}", source=source.id)
                yield Complaint(sheet.place_of(cite) / "at", "R40", cite.at, details={"what": what})


@sheet_rule("R41")
def cites_tell_the_place(sheet: Sheet[Any]) -> Iterator[Complaint]:
    """Where the places of a source are counted, a cite tells the place, so that readers can look it up."""
    for cite, source in sheet.cites:
        if cite.at is None and type(source) is Source and source.locator is not LocatorScheme.NONE:
            yield Complaint(sheet.place_of(cite), "R41", source.id)


@sheet_rule("R42")
def places_are_in_the_source(sheet: Sheet[Any]) -> Iterator[Complaint]:
    """A place lies in its source, and runs from an earlier to a later one."""
    for cite, paper in sheet.cites:
        outside = _outside(cite.at, paper) if cite.at is not None else None
        if cite.at is not None and outside is not None:
            which, numbers = outside
            details = {"source": paper.id, "what": say(f"problems.R42.what.{which}", **numbers)}
            yield Complaint(sheet.place_of(cite) / "at", "R42", cite.at, nearest=_meant(cite.at), details=details)


@sheet_rule("R43")
def sources_are_used_whole(sheet: Sheet[Any]) -> Iterator[Complaint]:
    """Every sentence of an outlined source is cited, or left out with a reason: nothing is dropped silently."""
    for source in sheet.parts(Source):
        if source.outline and source.locator is LocatorScheme.PARAGRAPH_SENTENCE:
            ranges = [spots(cite.at) for cite, cited in sheet.cites if cited is source and cite.at is not None]
            if uncovered := _uncovered(source.outline, ranges):
                details = {"places": "; ".join(uncovered)}
                yield Complaint(sheet.place_of(source) / "outline", "R43", source.id, details=details)


@sheet_rule("R44")
def sources_are_cited(sheet: Sheet[Any]) -> Iterator[Complaint]:
    """A source that nothing cites supports nothing; perhaps a cite was forgotten."""
    cited = sheet.named("source")
    for source in sheet.parts(Source):
        if source.id not in cited:
            yield Complaint(sheet.place_of(source), "R44", source.id)


@survey_rule("R45")
def statements_say_who_says_so(sheet: Sheet[Survey]) -> Iterator[Complaint]:
    """Every statement and recommendation cites a source or document: everything shown says who says so."""
    parts: list[Statement | Recommendation] = [*sheet.parts(Statement), *sheet.parts(Recommendation)]
    for part in parts:
        if not part.cites and part.withdrawn is None:
            yield Complaint(sheet.place_of(part), "R45", part.id)


@survey_rule("R46")
def kept_documents_say_why(sheet: Sheet[Survey]) -> Iterator[Complaint]:
    """A document that the public does not get says why, and is not here, where everybody could fetch it."""
    for document in sheet.record.documents:
        if document.access is not Access.PUBLIC and document.reason is None:
            yield _kept("reason", sheet, document)
        if document.access is Access.WITHHELD and (document.file or document.address):
            yield _kept("file" if document.file else "address", sheet, document)


@survey_rule("R47")
def documents_are_in_one_place(sheet: Sheet[Survey]) -> Iterator[Complaint]:
    """A document is a file of this site or lies at an address, not both, which would drift apart."""
    for document in sheet.record.documents:
        if document.file is not None and document.address is not None:
            yield Complaint(sheet.place_of(document) / "address", "R47", document.id)


@survey_rule("R48")
def documents_are_known_from_somewhere(sheet: Sheet[Survey]) -> Iterator[Complaint]:
    """A document that nothing cites or names, and that readers can neither open nor trace, is perhaps left over."""
    named = sheet.named("source") | sheet.named("document") if sheet.record.documents else set()
    for document in sheet.record.documents:
        if document.id not in named and not (document.file or document.address or document.cites):
            yield Complaint(sheet.place_of(document), "R48", document.id)


@lru_cache(maxsize=2**12)
def spots(locator: str) -> tuple[_Spot, _Spot]:
    """Return the first and the last place of a locator: "4.1-4.3" is ((4, 1), (4, 3)), "4" ((4, 0), (4, 0))."""
    first, _, last = locator.partition("-")
    return _spot(first), _spot(last or first)


def _spot(text: str) -> _Spot:
    paragraph, _, sentence = text.partition(".")
    return int(paragraph), int(sentence or 0)


def _outside(locator: str, paper: Source | Document) -> tuple[str, dict[str, int]] | None:
    """Return why a place is not in a source or document, as far as that tells its size; None if it may be."""
    first, last = spots(locator)
    if first > (last[0], last[1] or first[1]):
        return "backwards", {}
    if type(paper) is Document and paper.pages is not None and last[0] > paper.pages:
        return "page", {"count": paper.pages}
    if type(paper) is Source and paper.outline and paper.locator is LocatorScheme.PARAGRAPH_SENTENCE:
        if last[0] > len(paper.outline):
            return "paragraph", {"count": len(paper.outline)}
        for paragraph, sentence in (first, last):
            count = paper.outline[paragraph - 1].sentences
            if sentence > count:
                return "sentence", {"paragraph": paragraph, "count": count}
    return None


def _meant(locator: str) -> str:
    """Return 4.1-4.3 for 4.1-3, else an empty text."""
    match = re.fullmatch(r"([0-9]+)\.([0-9]+)-([0-9]+)", locator)
    return f"{match[1]}.{match[2]}-{match[1]}.{match[3]}" if match and int(match[2]) < int(match[3]) else ""


def _uncovered(outline: Iterable[Paragraph], cited: Sequence[tuple[_Spot, _Spot]]) -> list[str]:
    """Return the places of an outline in which no cite lies, in words."""
    single = {first for first, last in cited if first == last and first[1]}
    ranges = {(first, (last[0], last[1] or _TO_THE_END)) for first, last in cited if first != last or not first[1]}
    places = []
    for number, paragraph in enumerate(outline, start=1):
        sentences = range(1, 1 + (0 if paragraph.left_out else paragraph.sentences))
        missing = [one for one in sentences if (number, one) not in single]
        if ranges:
            missing = [one for one in missing if not any(first <= (number, one) <= last for first, last in ranges)]
        if missing:
            places.append(_told(number, missing, is_whole=len(missing) == len(sentences)))
    return places


_TO_THE_END = 10**9


def _told(paragraph: int, sentences: list[int], *, is_whole: bool) -> str:
    if is_whole:
        return say("problems.R43.places.whole", paragraph=paragraph)
    return say("problems.R43.places.part", paragraph=paragraph, sentences=", ".join(map(str, sentences)))


def _kept(which: str, sheet: Sheet[Any], document: Document) -> Complaint:
    place = sheet.place_of(document)
    details = {"what": say(f"problems.R46.what.{which}"), "how": say(f"problems.R46.how.{which}")}
    return Complaint(place if which == "reason" else place / which, "R46", document.id, details=details)
