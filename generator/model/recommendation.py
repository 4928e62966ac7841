"""What may be said of a recommendation and of what became of it?"""

from generator.model.base import Explained, Record, Withdrawal
from generator.model.source import Cite, LegalBasis
from generator.model.values import (
    Count,
    Date,
    Day,
    DocumentId,
    EventId,
    Line,
    LocalStatementId,
    OtherRecommendation,
    Prose,
    RecommendationId,
    ReorganisationId,
    TopicId,
    UnitId,
)
from generator.model.vocabulary import Authority, DayKind, EventType, EventValue, VerificationMethod


class Addressee(Record):
    """Who must act: the body in the lead, those that help, and the post that answers for it."""

    lead: UnitId
    support: tuple[UnitId, ...] = ()
    post: Line | None = None


class Deadline(Record):
    """By when: a date, or a number of days counted from a date."""

    date: Day | None = None
    days: Count | None = None
    day_kind: DayKind | None = None
    counted_from: Day | None = None
    basis: LegalBasis | None = None
    cites: tuple[Cite, ...] = ()


class Event(Explained):
    """One dated step. ``occurred`` is its date in the world, ``recorded`` its date on the site."""

    id: EventId
    type: EventType
    value: EventValue | None = None
    occurred: Date | None = None
    recorded: Day
    by: UnitId | None = None
    document: DocumentId | None = None
    method: VerificationMethod | None = None
    deadline: Day | None = None
    receiver: UnitId | None = None
    reorganisation: ReorganisationId | None = None
    legal_basis: LegalBasis | None = None
    note: Prose | None = None
    cites: tuple[Cite, ...] = ()


class Recommendation(Explained):
    """What the council asks of a body. Nobody edits its status: events are appended and it follows.

    Of one that is ``withdrawn`` from the site readers see nothing but that, when and why; its id stays.
    """

    id: RecommendationId
    heading: Line | None = None
    quote: Prose | None = None
    text: Prose | None = None
    plain: Prose | None = None
    answers: tuple[LocalStatementId, ...] = ()
    topics: tuple[TopicId, ...] = ()
    addressee: Addressee | None = None
    expected_output: Line | None = None
    deadline: Deadline | None = None
    authority: Authority | None = None
    repeats: tuple[OtherRecommendation, ...] = ()
    cites: tuple[Cite, ...] = ()
    events: tuple[Event, ...] = ()
    withdrawn: Withdrawal | None = None
