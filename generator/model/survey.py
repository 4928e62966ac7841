"""What may be said of a survey?"""

from generator.model.base import Explained, Record
from generator.model.finding import Statement
from generator.model.recommendation import Recommendation
from generator.model.source import Cite, Document, Source
from generator.model.values import (
    CorrectionId,
    Date,
    DateOrInterval,
    Day,
    DocumentId,
    Id,
    IndicatorId,
    Line,
    MediaFile,
    Number,
    Prose,
    SurveyId,
    TopicId,
    UnitId,
)
from generator.model.vocabulary import (
    AbsenceReason,
    Attendance,
    Capacity,
    CorrectionKind,
    DelegationRole,
    PublicationState,
    RelationKind,
    ReportReceipt,
    SurveyKind,
)


class Commission(Record):
    """The body that ordered the survey, and its decision or plan."""

    unit: UnitId
    document: DocumentId | None = None
    cites: tuple[Cite, ...] = ()


class Member(Record):
    """A person of the delegation, as the source names officials acting in office: it may tell the post only."""

    name: Line | None = None
    role: DelegationRole
    posts: tuple[Line, ...] = ()
    on_behalf_of: UnitId | None = None


class Delegation(Explained):
    """Who went."""

    name: Line
    members: tuple[Member, ...] = ()
    note: Line | None = None
    cites: tuple[Cite, ...] = ()


class Session(Explained):
    """One meeting or visit."""

    date: Date | None = None
    place: Line | None = None
    units: tuple[UnitId, ...] = ()
    attendance: Attendance | None = None
    note: Prose | None = None
    cites: tuple[Cite, ...] = ()


class SurveyedUnit(Record):
    """A unit that took part."""

    unit: UnitId
    capacity: Capacity
    report: ReportReceipt | None = None
    note: Line | None = None
    cites: tuple[Cite, ...] = ()


class Part(Record):
    """One of the parts of which a measured value is the sum."""

    label: Line
    value: Number


class Measurement(Record):
    """One value of one indicator for one unit and period, or why there is none."""

    id: Id
    indicator: IndicatorId
    unit: UnitId
    period: DateOrInterval
    value: Number | None = None
    missing: AbsenceReason | None = None
    numerator: Number | None = None
    denominator: Number | None = None
    target: Number | None = None
    parts: tuple[Part, ...] = ()
    note: Prose | None = None
    cites: tuple[Cite, ...] = ()


class Media(Explained):
    """A picture. Where only its caption is known there is no ``file``."""

    id: Id
    file: MediaFile | None = None
    caption: Line
    alt: Line | None = None
    credit: Line | None = None
    taken: Date | None = None
    licence: Line | None = None
    visible: Line | None = None
    units: tuple[UnitId, ...] = ()
    cites: tuple[Cite, ...] = ()


class Related(Record):
    """Another survey that belongs to this one."""

    survey: SurveyId
    kind: RelationKind
    note: Line | None = None


class Correction(Record):
    """A change made to a published record, in words. Its id is an anchor, and its name in feeds for ever.

    One that names the ``field`` it changed holds in ``before`` exactly what stood there, so that the record can
    be shown as it was before that day; how a field is named says ``model.spot``.
    """

    id: CorrectionId
    date: Day
    kind: CorrectionKind
    field: Line | None = None
    what: Line
    before: Prose | None = None
    after: Prose | None = None
    reason: Prose


class ReplyWindow(Record):
    """When the surveyed units could answer before publication."""

    opened: Day
    closes: Day | None = None
    note: Line | None = None


class Publication(Record):
    """Whether readers may see the record, since when, and who agreed."""

    state: PublicationState
    published: Day | None = None
    publish_at: Day | None = None
    withdrawn: Day | None = None
    reason: Prose | None = None
    approved_by: Line | None = None


class Survey(Explained):
    """One survey or supervision with all that belongs to it."""

    id: Id
    former_ids: tuple[Id, ...] = ()
    kind: SurveyKind
    title: Line
    summary: Prose | None = None
    date: Date
    date_earliest: Day | None = None
    date_latest: Day | None = None
    date_note: Line | None = None
    period: DateOrInterval | None = None
    commissioned_by: Commission | None = None
    delegation: Delegation | None = None
    sessions: tuple[Session, ...] = ()
    units: tuple[SurveyedUnit, ...] = ()
    topics: tuple[TopicId, ...] = ()
    background: tuple[Statement, ...] = ()
    results: tuple[Statement, ...] = ()
    limitations: tuple[Statement, ...] = ()
    conclusions: tuple[Statement, ...] = ()
    next_steps: tuple[Statement, ...] = ()
    recommendations: tuple[Recommendation, ...] = ()
    measurements: tuple[Measurement, ...] = ()
    media: tuple[Media, ...] = ()
    documents: tuple[Document, ...] = ()
    sources: tuple[Source, ...]
    cites: tuple[Cite, ...] = ()
    related: tuple[Related, ...] = ()
    corrections: tuple[Correction, ...] = ()
    reply_window: ReplyWindow | None = None
    publication: Publication
    editor_note: Prose | None = None
