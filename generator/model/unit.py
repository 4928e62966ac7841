"""What may be said of a body: a place, a council, a committee, an office?"""

import datetime

from generator.model.base import Explained, Record
from generator.model.source import Cite, LegalBasis, Source
from generator.model.values import Code, Date, Day, Id, Line, Prose, UnitId, WebAddress
from generator.model.vocabulary import Extent, Level, ReorganisationKind, UnitClassification


class UnitName(Record):
    """A name, for the time in which it was borne."""

    text: Line
    short: Line | None = None
    valid_from: Date | None = None
    valid_until: Date | None = None


class UnitCode(Record):
    """An official code, for the time in which it was this unit's; codes are reused."""

    scheme: Line
    value: Code
    valid_from: Date | None = None
    valid_until: Date | None = None


class UnitParent(Record):
    """The body above, for the time in which it was."""

    unit: UnitId
    valid_from: Date | None = None
    valid_until: Date | None = None


class Contact(Record):
    """How to reach the office, never a person."""

    address: Line | None = None
    phone: Code | None = None
    email: Code | None = None
    website: WebAddress | None = None


class Unit(Explained):
    """A body. Its id is chosen and never reused; names, codes and parents are dated attributes.

    ``recorded`` is its first day on the site; where it is not stated, it was there from the beginning.
    """

    id: Id
    former_ids: tuple[Id, ...] = ()
    classification: UnitClassification
    level: Level | None = None
    names: tuple[UnitName, ...]
    codes: tuple[UnitCode, ...] = ()
    parents: tuple[UnitParent, ...] = ()
    serves: UnitId | None = None
    valid_from: Date | None = None
    valid_until: Date | None = None
    aliases: tuple[Line, ...] = ()
    contact: Contact | None = None
    note: Prose | None = None
    recorded: Day | None = None
    sources: tuple[Source, ...] = ()
    cites: tuple[Cite, ...] = ()

    def has_ended(self, today: datetime.date) -> bool:
        """Return whether the body is no more on ``today``; one whose end is open or not known is still there."""
        return self.valid_until is not None and (self.valid_until.latest or today) < today


class Predecessor(Record):
    """A unit that goes into a reorganisation, whole or in part."""

    unit: UnitId
    extent: Extent = Extent.WHOLE


class Reorganisation(Explained):
    """A change of units: many may go in and many may come out, or none. ``recorded``: as of a unit."""

    id: Id
    kind: ReorganisationKind
    title: Line
    effective: Date
    predecessors: tuple[Predecessor, ...] = ()
    successors: tuple[UnitId, ...] = ()
    legal_basis: LegalBasis | None = None
    note: Prose | None = None
    recorded: Day | None = None
    sources: tuple[Source, ...] = ()
    cites: tuple[Cite, ...] = ()
