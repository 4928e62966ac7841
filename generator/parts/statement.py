"""What does a page show of one statement: a result, a limitation, a conclusion, a next step?"""

from typing import NamedTuple

from generator import addresses
from generator.derive import Derived
from generator.derive.backlinks import all_statements_of
from generator.model.edtf import EdtfDate
from generator.model.finding import Cause, Reply, Scope, Statement
from generator.model.recommendation import Recommendation
from generator.model.statement_kind import StatementKind
from generator.model.survey import Survey
from generator.model.vocabulary import CauseKind, ScopeKind
from generator.parts.withdrawn import WithdrawnView, withdrawn_view
from generator.strings import label, say
from generator.wording.absence import Stated, stated
from generator.wording.citations import Citation, Cited, citations
from generator.wording.dates import date_text, day_text
from generator.wording.names import Link, heading_of, recommendation_link, statement_link, topic_links, unit_link


class ScopeView(NamedTuple):
    """Whom a statement is about, in words, and the units if the source names them."""

    kind: str
    label: str
    units: tuple[Link, ...]
    note: str | None


class CauseView(NamedTuple):
    """A cause and of which kind it is; None where the source does not say."""

    kind: str | None
    text: str
    cites: tuple[Citation, ...]


class ReplyView(NamedTuple):
    """What a unit answered."""

    unit: Link
    position: str
    text: str | None
    received: Stated
    document: Link | None
    cites: tuple[Citation, ...]


class AnswerView(NamedTuple):
    """A recommendation that answers a statement, and where it stands."""

    recommendation: Link
    code: str
    label: str


class StatementView(NamedTuple):
    """A statement as it stands on the page of its survey, or under it on another page."""

    id: str
    kind: str
    kind_label: str
    address: str
    heading: str
    quote: str | None
    text: str | None
    plain: str | None
    scope: ScopeView
    extent: str | None
    topics: tuple[Link, ...]
    causes: tuple[CauseView, ...]
    causes_absent: Stated | None
    cites: tuple[Citation, ...]
    recurs_from: tuple[Link, ...]
    recurs_in: tuple[Link, ...]
    answered_by: tuple[AnswerView, ...]
    replies: tuple[ReplyView, ...]
    unanswered: tuple[Link, ...]
    """Units that the statement names and that were asked, but have not replied."""


class Context(NamedTuple):
    """What is needed to show any part of one survey."""

    derived: Derived
    survey: Survey
    cited: Cited

    @property
    def when(self) -> str:
        """Return when the survey was, as far as its source says."""
        return date_text(self.survey.date)


def context_of(derived: Derived, survey: Survey) -> Context:
    """Return the survey with its sources and documents by id."""
    cited = Cited(
        addresses.survey(survey.id),
        {source.id: source for source in survey.sources},
        {document.id: document for document in survey.documents},
    )
    return Context(derived, survey, cited)


def reworded(derived: Derived, survey_id: str) -> str | None:
    """Return that a survey shows wording of today where it is not known what stood there on the day shown."""
    return say("phrases.reworded") if survey_id in derived.archive.reworded else None


def statement_view(context: Context, kind: StatementKind, statement: Statement) -> StatementView:
    """Return what readers see of a statement; ``kind`` is the list of the survey that holds it."""
    derived, survey, cited = context
    address = cited.address
    return StatementView(
        id=statement.id,
        kind=kind,
        kind_label=label("statement_kind_one", kind),
        address=f"{address}#{statement.id}",
        heading=heading_of(statement),
        quote=statement.quote,
        text=statement.text,
        plain=statement.plain,
        scope=scope_view(derived, statement.scope, survey.date),
        extent=statement.extent,
        topics=topic_links(derived, statement.topics),
        causes=tuple(_cause_view(context, cause) for cause in statement.causes),
        causes_absent=stated(statement, "causes", None) if statement.why_absent("causes") is not None else None,
        cites=citations(statement.cites, cited),
        recurs_from=tuple(_other_statement(derived, each) for each in statement.recurs_from),
        recurs_in=tuple(
            _other_statement(derived, f"{other.id}/{later.id}")
            for other, later in derived.back.recurrences.get(f"{survey.id}/{statement.id}", ())
        ),
        answered_by=tuple(
            _answer_view(derived, survey, each) for each in survey.recommendations if statement.id in each.answers
        ),
        replies=tuple(_reply_view(context, reply) for reply in statement.replies),
        unanswered=_unanswered(context, statement),
    )


def what_stands(context: Context, kind: StatementKind, statement: Statement) -> StatementView | WithdrawnView:
    """Return what readers see at the place of a statement: the statement, or that it was withdrawn."""
    if statement.withdrawn is not None:
        return withdrawn_view(statement, statement.withdrawn)
    return statement_view(context, kind, statement)


def scope_view(derived: Derived, scope: Scope, on: EdtfDate) -> ScopeView:
    """Return whom something is about; only units that the source names are named."""
    units = tuple(unit_link(derived, unit, on) for unit in scope.units) if scope.kind is ScopeKind.UNITS else ()
    return ScopeView(scope.kind, label("scope_kind", scope.kind), units, scope.note)


def statement_of(survey: Survey, identifier: str) -> tuple[StatementKind, Statement]:
    """Return the kind and the statement of a survey that has this id."""
    return next((kind, each) for kind, each in all_statements_of(survey) if each.id == identifier)


def _cause_view(context: Context, cause: Cause) -> CauseView:
    kind = None if cause.kind is CauseKind.NOT_STATED else label("cause_kind", cause.kind)
    return CauseView(kind, cause.text, citations(cause.cites, context.cited))


def _reply_view(context: Context, reply: Reply) -> ReplyView:
    return ReplyView(
        unit=unit_link(context.derived, reply.unit, context.survey.date),
        position=label("reply_position", reply.position),
        text=reply.text,
        received=stated(reply, "received", None if reply.received is None else day_text(reply.received)),
        document=None if reply.document is None else context.cited.document_link(reply.document),
        cites=citations(reply.cites, context.cited),
    )


def _answer_view(derived: Derived, survey: Survey, recommendation: Recommendation) -> AnswerView:
    code = derived.follow_ups.of_recommendation[survey.id, recommendation.id].code
    return AnswerView(recommendation_link(survey, recommendation), code, label("status", code))


def _unanswered(context: Context, statement: Statement) -> tuple[Link, ...]:
    """Return who was given the chance to reply and has not; nobody where no chance is on record."""
    if context.survey.reply_window is None or statement.scope.kind is not ScopeKind.UNITS:
        return ()
    replied = {reply.unit for reply in statement.replies}
    silent = (unit for unit in statement.scope.units if unit not in replied)
    return tuple(unit_link(context.derived, unit, context.survey.date) for unit in silent)


def _other_statement(derived: Derived, reference: str) -> Link:
    survey_id, _, statement_id = reference.partition("/")
    survey = derived.archive.surveys[survey_id]
    link = statement_link(survey, statement_of(survey, statement_id)[1])
    text = say("phrases.statement_at", heading=link.label, when=date_text(survey.date))
    return link._replace(label=text)
