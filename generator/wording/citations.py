"""How is it said where something stands: in which source or paper, at which place?"""

from collections.abc import Iterable
from typing import NamedTuple

from generator.model.edtf import EdtfDate
from generator.model.source import Cite, Document, LegalBasis, Source
from generator.model.vocabulary import LocatorScheme
from generator.strings import label, say
from generator.wording.absence import Stated
from generator.wording.dates import date_text
from generator.wording.names import Link


class Citation(NamedTuple):
    """A place in a source: what it is called, and where the source is described on its survey's page."""

    label: str
    address: str
    quote: str | None


class SourceLine(NamedTuple):
    """A source in one line, for records whose sources have no place of their own on a page."""

    title: str
    address: str | None
    details: tuple[str, ...]
    """Who published it and when, and the places in it that say so."""
    note: str | None


class Cited(NamedTuple):
    """What a survey's citations can point to: its page, its sources and its documents by id."""

    address: str
    sources: dict[str, Source]
    documents: dict[str, Document]

    def document_link(self, document_id: str) -> Link:
        """Return the link to where a document is described on the survey's page."""
        return Link(document_name(self.documents[document_id]), f"{self.address}#{document_anchor(document_id)}")


def source_anchor(source_id: str) -> str:
    """Return the anchor of a source on the page of its survey."""
    return f"nguon-{source_id}"


def document_anchor(document_id: str) -> str:
    """Return the anchor of a paper on the page of its survey."""
    return f"tai-lieu-{document_id}"


def source_lines(sources: Iterable[Source], cites: Iterable[Cite]) -> tuple[SourceLine, ...]:
    """Return the sources of a record, each with the places in it that the record cites."""
    cited = tuple(cites)
    return tuple(_source_line(source, [each for each in cited if each.source == source.id]) for source in sources)


def _source_line(source: Source, cites: Iterable[Cite]) -> SourceLine:
    published = None if source.published is None else date_text(source.published)
    places = (locator(each.at, source.locator) for each in cites if each.at is not None)
    details = filter(None, (source.publisher, published, *places))
    return SourceLine(source.title, source.address, tuple(details), source.note)


def citations(cites: Iterable[Cite], cited: Cited) -> tuple[Citation, ...]:
    """Return where a statement stands in the sources of its record."""
    return tuple(_citation(cite, cited) for cite in cites)


def _citation(cite: Cite, cited: Cited) -> Citation:
    if cite.source in cited.sources:
        source = cited.sources[cite.source]
        place = "" if cite.at is None else locator(cite.at, source.locator)
        title = _in_source(place, source.title, len(cited.sources))
        return Citation(title, f"{cited.address}#{source_anchor(cite.source)}", cite.quote)
    place = "" if cite.at is None else locator(cite.at, LocatorScheme.PAGE)
    name, address = cited.document_link(cite.source)
    return Citation(_in_source(place, name, 2), address, cite.quote)


def _in_source(place: str, title: str, sources: int) -> str:
    """Return "đoạn 5, câu 4", with the source's name where there is more than one to choose from."""
    if not place:
        return title
    return place if sources == 1 else say("phrases.place_in_source", place=place, title=title)


def locator(at: str, scheme: LocatorScheme) -> str:
    """Return a place in a source in words: "đoạn 4, câu 2", "trang 12 đến trang 13"."""
    first, _, last = at.partition("-")
    if not last:
        return _place(first, scheme)
    return say("phrases.from_to", start=_place(first, scheme), end=_place(last, scheme))


def _place(at: str, scheme: LocatorScheme) -> str:
    if scheme is LocatorScheme.PAGE:
        return say("phrases.page", page=at)
    paragraph, _, sentence = at.partition(".")
    if sentence:
        return say("phrases.paragraph_and_sentence", paragraph=paragraph, sentence=sentence)
    return say("phrases.paragraph", paragraph=paragraph)


def document_name(document: Document) -> str:
    """Return "Kế hoạch số 129/KH-ĐGS ngày 12/9/2024" as far as the parts are known."""
    parts = [label("document_type", document.type)]
    if document.number is not None:
        parts.append(say("phrases.numbered", number=document.number))
    if document.date is not None:
        parts.append(_dated(document.date))
    return " ".join(parts)


def legal_basis(basis: LegalBasis) -> Stated:
    """Return a legal act as it is cited: title, number, date, issuer, as far as they are known."""
    parts = [basis.title]
    if basis.number is not None:
        parts.append(say("phrases.numbered", number=basis.number))
    if basis.date is not None:
        parts.append(_dated(basis.date))
    if basis.issuer is not None:
        parts.append(say("phrases.issued_by", issuer=basis.issuer))
    return Stated(" ".join(parts), address=basis.address)


def _dated(date: EdtfDate) -> str:
    """Return "ngày 12/9/2024" for a day; a month or a year says by itself what it is."""
    return date_text(date) if date.day is None else say("phrases.dated", date=date_text(date))
