"""What may be said of a recommendation and of what became of it?"""

from generator.model.base import Explained, Record, Withdrawal
from generator.model.source import Cite, LegalBasis
from generator.model.steps import EventType, EventValue, VerificationMethod
from generator.model.values import (
    Count,
    Date,
    DateOrInterval,
    Day,
    DocumentId,
    EventId,
    Flag,
    Line,
    LocalStatementId,
    OtherRecommendation,
    PartId,
    Prose,
    RecommendationId,
    ReorganisationId,
    TopicId,
    UnitId,
)
from generator.model.vocabulary import Authority, DayKind


class Share(Record):
    """What one body must do, where the source divides the work; ``id`` names the part for later steps."""

    unit: UnitId
    part: Line | None = None
    id: PartId | None = None


class Addressee(Record):
    """Who must act, one of three: one body (``lead``), several (``leads``), or only words (``stated``).

    Of a group that the source names but does not list, ``size`` is how many bodies it has. Those in ``support``
    help and owe nothing; ``post`` answers for the work.
    """

    lead: UnitId | None = None
    leads: tuple[Share, ...] = ()
    stated: Line | None = None
    size: Count | None = None
    support: tuple[UnitId, ...] = ()
    post: Line | None = None

    @property
    def shares(self) -> tuple[Share, ...]:
        """Return what each body in the lead must do; of words alone nothing."""
        return (Share(unit=self.lead), *self.leads) if self.lead is not None else self.leads


class Deadline(Record):
    """By when: a date, or a number of days counted from a date.

    Of a month, a quarter or a year it is the last day; with ``before`` the day ahead of the first. What is no day
    ("31.11"), or is counted from a day that nobody knows, stays in the words of the source: ``stated``.
    """

    date: DateOrInterval | None = None
    before: Flag = False
    days: Count | None = None
    day_kind: DayKind | None = None
    counted_from: Day | None = None
    stated: Line | None = None
    basis: LegalBasis | None = None
    cites: tuple[Cite, ...] = ()


class Event(Explained):
    """One dated step. ``occurred`` is its date in the world, ``recorded`` its date on the site.

    ``about`` names the bodies, ``parts`` the parts of the work that it speaks of; without them a body speaks of
    what is its own, and the council of the only matter that is open. ``completed`` is the day on which the work
    was done, where it is stated. ``members`` is of how many of a group it speaks.
    """

    id: EventId
    type: EventType
    value: EventValue | None = None
    occurred: Date | None = None
    recorded: Day
    by: UnitId | None = None
    about: tuple[UnitId, ...] = ()
    parts: tuple[PartId, ...] = ()
    members: Count | None = None
    completed: Date | None = None
    document: DocumentId | None = None
    method: VerificationMethod | None = None
    deadline: Day | None = None
    receiver: UnitId | None = None
    receivers: tuple[Share, ...] = ()
    keeps_rest: Flag = False
    successor: OtherRecommendation | None = None
    reorganisation: ReorganisationId | None = None
    legal_basis: LegalBasis | None = None
    note: Prose | None = None
    cites: tuple[Cite, ...] = ()

    @property
    def shares(self) -> tuple[Share, ...]:
        """Return who takes over, or comes in beside the others, and with which part."""
        return (Share(unit=self.receiver), *self.receivers) if self.receiver is not None else self.receivers


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
    continuing: Flag = False
    deadline: Deadline | None = None
    authority: Authority | None = None
    repeats: tuple[OtherRecommendation, ...] = ()
    cites: tuple[Cite, ...] = ()
    events: tuple[Event, ...] = ()
    withdrawn: Withdrawal | None = None

    @property
    def shares(self) -> tuple[Share, ...]:
        """Return what each body in the lead must do when it is made; nothing where none is named."""
        return () if self.addressee is None else self.addressee.shares

    @property
    def size(self) -> int | None:
        """Return how many bodies the group has that must act together, None where there is no such group."""
        return None if self.addressee is None else self.addressee.size
