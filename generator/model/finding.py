"""What may a survey say that it found?"""

from generator.model.base import Explained, Record, Withdrawal
from generator.model.source import Cite
from generator.model.values import (
    Day,
    DocumentId,
    Line,
    OtherStatement,
    Prose,
    ReplyId,
    StatementId,
    TopicId,
    UnitId,
)
from generator.model.vocabulary import CauseKind, ReplyPosition, ScopeKind


class Scope(Record):
    """Whom a statement is about. Units are named only when the source names them."""

    kind: ScopeKind
    units: tuple[UnitId, ...] = ()
    note: Line | None = None


class Cause(Record):
    """Why it is so, as the source says."""

    kind: CauseKind
    text: Prose
    cites: tuple[Cite, ...] = ()


class Reply(Explained):
    """What a unit answered to a finding. Its id, one of the survey's, is its name in feeds for ever."""

    id: ReplyId
    unit: UnitId
    position: ReplyPosition
    text: Prose | None = None
    document: DocumentId | None = None
    received: Day | None = None
    cites: tuple[Cite, ...] = ()


class Statement(Explained):
    """One thing that the source says: background, result, limitation, conclusion or next step.

    ``quote`` holds the source's own words, ``text`` a faithful retelling, ``plain`` an easier one. Of one that
    is ``withdrawn`` readers see nothing but that, when and why; its id stays.
    """

    id: StatementId
    heading: Line | None = None
    quote: Prose | None = None
    text: Prose | None = None
    plain: Prose | None = None
    topics: tuple[TopicId, ...] = ()
    scope: Scope
    extent: Line | None = None
    causes: tuple[Cause, ...] = ()
    cites: tuple[Cite, ...] = ()
    recurs_from: tuple[OtherStatement, ...] = ()
    replies: tuple[Reply, ...] = ()
    withdrawn: Withdrawal | None = None
