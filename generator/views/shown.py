"""How is a value of a record shown? Dates, names, places in a source, and why something is missing."""

import datetime
from collections.abc import Iterable
from typing import NamedTuple

from generator import addresses
from generator.derive import Derived
from generator.derive.times import name_on
from generator.model.base import Explained
from generator.model.edtf import EdtfDate, EdtfInterval
from generator.model.source import Cite, Document, LegalBasis, Source
from generator.model.vocabulary import LocatorScheme
from generator.strings import label, words
from generator.vietnamese.dates import show_date, show_day, show_interval


class Link(NamedTuple):
    """A name that leads to an address of the site, e.g. ``don-vi/xa-a/`` or ``khao-sat/b/#hc-03``."""

    label: str
    address: str


class Crumb(NamedTuple):
    """One step of the way to a page; the page itself has no address."""

    label: str
    address: str | None


class Said(NamedTuple):
    """A value as readers see it, or why there is none."""

    text: str
    is_absent: bool = False


class Citation(NamedTuple):
    """A place in a source: what it is called, and where the source is described on its survey's page."""

    label: str
    address: str
    quote: str | None


class Cited(NamedTuple):
    """What a survey's citations can point to: its page, its sources and its documents by id."""

    address: str
    sources: dict[str, Source]
    documents: dict[str, Document]

    def document_link(self, document_id: str) -> Link:
        """Return the link to where a document is described on the survey's page."""
        return Link(document_name(self.documents[document_id]), f"{self.address}#tai-lieu-{document_id}")


def time(value: EdtfDate | EdtfInterval) -> str:
    """Return a date or a span of time in Vietnamese, with what the source leaves open."""
    if isinstance(value, EdtfInterval):
        return show_interval(value, words("dates"))
    return show_date(value, words("dates"))


day = show_day


def absent(record: Explained, field: str) -> Said:
    """Return the reason why a field is empty; where none is recorded, that is what is said."""
    absence = record.why_absent(field)
    if absence is None:
        return Said(str(words("phrases")["not_recorded"]), is_absent=True)
    reason = label("absence_reason", absence.reason)
    if absence.note is not None:
        reason = words("phrases")["absence_with_note"].format(reason=reason, note=absence.note)
    return Said(reason, is_absent=True)


def said(record: Explained, field: str, text: str | None) -> Said:
    """Return the text of a field, or the reason why it is empty."""
    return absent(record, field) if text is None else Said(text)


def citations(cites: Iterable[Cite], cited: Cited) -> tuple[Citation, ...]:
    """Return where a statement stands in the sources of its record."""
    return tuple(_citation(cite, cited) for cite in cites)


def _citation(cite: Cite, cited: Cited) -> Citation:
    if cite.source in cited.sources:
        source = cited.sources[cite.source]
        place = "" if cite.at is None else locator(cite.at, source.locator)
        title = _in_source(place, source.title, len(cited.sources))
        return Citation(title, f"{cited.address}#nguon-{cite.source}", cite.quote)
    place = "" if cite.at is None else locator(cite.at, LocatorScheme.PAGE)
    name, address = cited.document_link(cite.source)
    return Citation(_in_source(place, name, 2), address, cite.quote)


def _in_source(place: str, title: str, sources: int) -> str:
    """Return "đoạn 5, câu 4", with the source's name where there is more than one to choose from."""
    if not place:
        return title
    return place if sources == 1 else str(words("phrases")["place_in_source"].format(place=place, title=title))


def locator(at: str, scheme: LocatorScheme) -> str:
    """Return a place in a source in words: "đoạn 4, câu 2", "trang 12 đến trang 13"."""
    first, _, last = at.partition("-")
    if not last:
        return _place(first, scheme)
    return str(words("phrases")["from_to"].format(start=_place(first, scheme), end=_place(last, scheme)))


def _place(at: str, scheme: LocatorScheme) -> str:
    phrases = words("phrases")
    if scheme is LocatorScheme.PAGE:
        return str(phrases["page"].format(page=at))
    paragraph, _, sentence = at.partition(".")
    key = "paragraph_and_sentence" if sentence else "paragraph"
    return str(phrases[key].format(paragraph=paragraph, sentence=sentence))


def document_name(document: Document) -> str:
    """Return "Kế hoạch số 129/KH-ĐGS ngày 12/9/2024" as far as the parts are known."""
    phrases = words("phrases")
    parts = [label("document_type", document.type)]
    if document.number is not None:
        parts.append(phrases["numbered"].format(number=document.number))
    if document.date is not None:
        parts.append(_dated(document.date))
    return " ".join(parts)


def _dated(date: EdtfDate) -> str:
    """Return "ngày 12/9/2024" for a day; a month or a year says by itself what it is."""
    return time(date) if date.day is None else str(words("phrases")["dated"].format(date=time(date)))


def legal_basis(basis: LegalBasis) -> str:
    """Return a legal act as it is cited: title, number, date, issuer, as far as they are known."""
    phrases = words("phrases")
    parts = [basis.title]
    if basis.number is not None:
        parts.append(phrases["numbered"].format(number=basis.number))
    if basis.date is not None:
        parts.append(_dated(basis.date))
    if basis.issuer is not None:
        parts.append(phrases["issued_by"].format(issuer=basis.issuer))
    return " ".join(parts)


def unit_link(derived: Derived, unit_id: str, on: EdtfDate | datetime.date | None = None) -> Link:
    """Return the link to a unit under the name that it bore on a day, its last name for None."""
    unit = derived.archive.units[unit_id]
    day_of_name = on.latest if isinstance(on, EdtfDate) else on
    return Link(name_on(unit, day_of_name).text, addresses.unit(unit_id))


def year_name(year: int | None) -> str:
    """Return "Năm 2024", or that no year is known."""
    phrases = words("phrases")
    return str(phrases["no_year"] if year is None else phrases["year"].format(year=year))


def excerpt(text: str, length: int) -> str:
    """Return the beginning of a text, cut between words; at most ``length`` characters and the sign of the cut."""
    text = " ".join(text.split())
    if len(text) <= length:
        return text
    end = text.rfind(" ", 0, length + 1)
    return text[: end if end > 0 else length].rstrip(",;:") + "…"


def topic_links(derived: Derived, topics: Iterable[str]) -> tuple[Link, ...]:
    """Return the links to topics, in the given order."""
    return tuple(Link(derived.archive.topics[topic].name, addresses.topic(topic)) for topic in topics)


def crumbs(*steps: Link | str) -> tuple[Crumb, ...]:
    """Return the way to a page from the start of the site; the last step is the page itself."""
    start = Crumb(str(words("phrases")["home"]), addresses.HOME)
    return (start, *(Crumb(step, None) if isinstance(step, str) else Crumb(*step) for step in steps))
