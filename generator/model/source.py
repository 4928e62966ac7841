"""Who says so, and where does it stand?"""

from generator.model.base import Explained, Record
from generator.model.values import (
    Code,
    Count,
    Date,
    Day,
    Id,
    Line,
    Locator,
    MediaFile,
    Prose,
    Sha256,
    SourceId,
    UnitId,
    WebAddress,
)
from generator.model.vocabulary import Access, DocumentType, LocatorScheme


class Cite(Record):
    """A place in a source or document of the same record that says what is said here."""

    source: SourceId
    at: Locator | None = None
    quote: Prose | None = None


class Paragraph(Record):
    """One paragraph of a source: how many sentences it has, and why it is left out if it is."""

    sentences: Count
    left_out: Line | None = None


class Source(Explained):
    """A published text from which a record comes."""

    id: Id
    title: Line
    publisher: Line | None = None
    author: Line | None = None
    published: Date | None = None
    address: WebAddress | None = None
    accessed: Day | None = None
    locator: LocatorScheme = LocatorScheme.NONE
    outline: tuple[Paragraph, ...] = ()
    note: Prose | None = None


class Document(Explained):
    """A paper of the survey: a plan, a report, a notice of conclusions, a letter."""

    id: Id
    type: DocumentType
    number: Code | None = None
    subject: Line | None = None
    issuer: UnitId | None = None
    date: Date | None = None
    file: MediaFile | None = None
    address: WebAddress | None = None
    sha256: Sha256 | None = None
    pages: Count | None = None
    access: Access = Access.PUBLIC
    reason: Line | None = None
    cites: tuple[Cite, ...] = ()


class LegalBasis(Record):
    """A legal act on which something rests."""

    title: Line
    number: Code | None = None
    issuer: Line | None = None
    date: Date | None = None
    address: WebAddress | None = None
