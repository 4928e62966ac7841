"""What does the page of one survey show?"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from generator import addresses
from generator.derive import Derived
from generator.derive.changes import published_on
from generator.derive.tally import tally
from generator.model.finding import Statement
from generator.model.statement_kind import StatementKind
from generator.model.survey import Related, ReplyWindow, Survey
from generator.model.vocabulary import SurveyKind
from generator.parts.activity import (
    DelegationView,
    DocumentView,
    MediaView,
    SessionView,
    SourceView,
    SurveyedUnitView,
    delegation_view,
    document_view,
    media_view,
    session_view,
    source_view,
    surveyed_unit_view,
)
from generator.parts.change import CorrectionView, correction_views
from generator.parts.measurement import MeasurementView, measurement_view
from generator.parts.recommendation import RecommendationView, recommendation_view
from generator.parts.statement import Context, StatementView, context_of, reworded, what_stands
from generator.parts.tally import TallyView, tally_view
from generator.parts.withdrawn import WithdrawnView, withdrawn_view
from generator.register.entry import Entry
from generator.strings import label, say
from generator.views.head import PageHead, page_head
from generator.wording.absence import Stated, stated
from generator.wording.citations import Citation, citations
from generator.wording.dates import SurveyTime, date_text, day_text, survey_time
from generator.wording.names import Link, topic_links, unit_link


class Section(NamedTuple):
    """Statements of one kind."""

    kind: str
    anchor: str
    heading: str
    statements: tuple[StatementView | WithdrawnView, ...]
    standing: int
    """How many of them still stand."""
    absent: Stated


class RelatedView(NamedTuple):
    """Another survey, and how it belongs to this one, seen from here."""

    relation: str
    survey: Link
    note: str | None


class SurveyView(NamedTuple):
    """All that the page of a survey shows."""

    head: PageHead
    title: str
    kind: str
    is_survey: bool
    reworded: str | None
    """That some wording is of today and not of the day as of which the site is shown."""
    summary: str | None
    when: SurveyTime
    period: Stated
    cites: tuple[Citation, ...]
    """Where its source says when, how and of what it was."""
    commissioned_by: Link | None
    commission_document: Link | None
    commission_cites: tuple[Citation, ...]
    topics: tuple[Link, ...]
    sections: tuple[Section, ...]
    recommendations: tuple[RecommendationView | WithdrawnView, ...]
    tally: TallyView
    recommendations_absent: Stated
    units: tuple[SurveyedUnitView, ...]
    delegation: DelegationView | None
    sessions: tuple[SessionView, ...]
    measurements: tuple[MeasurementView, ...]
    measurements_absent: Stated
    media: tuple[MediaView, ...]
    media_absent: Stated
    documents: tuple[DocumentView, ...]
    documents_absent: Stated
    sources: tuple[SourceView, ...]
    related: tuple[RelatedView, ...]
    corrections: tuple[CorrectionView, ...]
    reply_window: str | None
    editor_note: str | None
    published: str
    updated: str
    """The last day on which the record said something new; a mended typo does not count."""
    publisher: str
    permanent: str
    """The whole address of the page, for those who cite it."""


def survey_views(derived: Derived, entries: Iterable[Entry[Survey]]) -> Iterator[SurveyView]:
    """Yield all that the pages of surveys show."""
    for entry in entries:
        yield _survey(derived, entry)


def _survey(derived: Derived, entry: Entry[Survey]) -> SurveyView:
    survey = entry.subject
    context = context_of(derived, survey)
    commission = survey.commissioned_by
    follow_ups = derived.follow_ups.of_survey.get(survey.id, ())
    return SurveyView(
        head=page_head(entry),
        title=survey.title,
        kind=label("survey_kind", survey.kind),
        is_survey=survey.kind is SurveyKind.KHAO_SAT,
        reworded=reworded(derived, survey.id),
        summary=survey.summary,
        when=survey_time(survey),
        period=stated(survey, "period", None if survey.period is None else date_text(survey.period)),
        cites=citations(survey.cites, context.cited),
        commissioned_by=None if commission is None else unit_link(derived, commission.unit, survey.date),
        commission_document=None
        if commission is None or commission.document is None
        else context.cited.document_link(commission.document),
        commission_cites=() if commission is None else citations(commission.cites, context.cited),
        topics=topic_links(derived, survey.topics),
        sections=tuple(_section(context, each) for each in StatementKind),
        recommendations=tuple(_recommendations(context)),
        tally=tally_view(tally(follow_ups)),
        recommendations_absent=stated(survey, "recommendations", None),
        units=tuple(surveyed_unit_view(context, each) for each in survey.units),
        delegation=None if survey.delegation is None else delegation_view(context, survey.delegation),
        sessions=tuple(session_view(context, each) for each in survey.sessions),
        measurements=tuple(measurement_view(context, each) for each in survey.measurements),
        measurements_absent=stated(survey, "measurements", None),
        media=tuple(media_view(context, each) for each in survey.media),
        media_absent=stated(survey, "media", None),
        documents=tuple(document_view(context, each) for each in survey.documents),
        documents_absent=stated(survey, "documents", None),
        sources=tuple(source_view(each) for each in survey.sources),
        related=_related(context),
        corrections=correction_views(survey),
        reply_window=_reply_window(survey.reply_window),
        editor_note=survey.editor_note,
        published=day_text(published_on(survey.publication)),
        updated=day_text(derived.changes.of_survey[survey.id][0].day),
        publisher=derived.archive.site.publisher.name,
        permanent=derived.archive.site.address + addresses.survey(survey.id),
    )


def _section(context: Context, kind: StatementKind) -> Section:
    statements: tuple[Statement, ...] = getattr(context.survey, kind.field)
    return Section(
        kind=kind,
        anchor=kind.anchor,
        heading=label("statement_kind", kind),
        statements=tuple(what_stands(context, kind, each) for each in statements),
        standing=sum(each.withdrawn is None for each in statements),
        absent=stated(context.survey, kind.field, None),
    )


def _recommendations(context: Context) -> Iterator[RecommendationView | WithdrawnView]:
    survey, known = context.survey, context.derived.follow_ups.of_recommendation
    for each in survey.recommendations:
        if each.withdrawn is None:
            yield recommendation_view(context, known[survey.id, each.id])
        else:
            yield withdrawn_view(each, each.withdrawn)


def _related(context: Context) -> tuple[RelatedView, ...]:
    surveys = context.derived.archive.surveys
    own = {link.survey for link in context.survey.related}
    outward = [
        _related_view(label("relation_kind", link.kind), surveys[link.survey], link)
        for link in context.survey.related
    ]
    inward = [
        _related_view(say(f"phrases.related_inverse.{link.kind}"), other, link)
        for other, link in context.derived.back.related.get(context.survey.id, ())
        if other.id not in own
    ]
    return tuple(outward + inward)


def _related_view(relation: str, other: Survey, link: Related) -> RelatedView:
    return RelatedView(relation, Link(other.title, addresses.survey(other.id)), link.note)


def _reply_window(window: ReplyWindow | None) -> str | None:
    """Return when the units could answer before publication, None where nothing is on record."""
    if window is None:
        return None
    opened = day_text(window.opened)
    if window.closes is None:
        text = say("phrases.held_from", start=opened)
    else:
        text = say("phrases.held", start=opened, end=day_text(window.closes))
    return f"{text}. {window.note}" if window.note is not None else text
