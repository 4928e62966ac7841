"""What does the page of one survey show?"""

from typing import NamedTuple

from generator import addresses
from generator.derive import Derived
from generator.derive.changes import published_on
from generator.derive.followup import tally
from generator.model.survey import STATEMENT_LISTS, Related, ReplyWindow, Survey
from generator.model.vocabulary import SurveyKind
from generator.strings import label, words
from generator.views.changes import CorrectionView, correction_views
from generator.views.following import Following
from generator.views.parts import (
    DelegationView,
    DocumentView,
    MeasurementView,
    MediaView,
    SessionView,
    SourceView,
    SurveyedUnitView,
    delegation_view,
    document_view,
    measurement_view,
    media_view,
    session_view,
    source_view,
    surveyed_unit_view,
)
from generator.views.recommendation import RecommendationView, recommendation_view
from generator.views.shown import Crumb, Link, Said, crumbs, day, said, time, topic_links, unit_link
from generator.views.statement import Context, StatementView, context_of, statement_view
from generator.views.tally import TallyView, tally_view

ANCHORS = {
    "background": "boi-canh",
    "result": "ket-qua",
    "limitation": "han-che",
    "conclusion": "ket-luan",
    "next_step": "viec-tiep-theo",
}
"""The permanent anchor of each section of statements."""


class WhenView(NamedTuple):
    """When the survey was: as stated, the bounds where the year is not stated, and why."""

    text: str
    bounds: str | None
    note: str | None


class Section(NamedTuple):
    """Statements of one kind."""

    kind: str
    anchor: str
    heading: str
    statements: tuple[StatementView, ...]
    absent: Said


class RelatedView(NamedTuple):
    """Another survey, and how it belongs to this one, seen from here."""

    relation: str
    survey: Link
    note: str | None


class SurveyView(NamedTuple):
    """All that the page of a survey shows."""

    address: str
    crumbs: tuple[Crumb, ...]
    edit: str
    title: str
    description: str
    kind: str
    is_survey: bool
    summary: str | None
    when: WhenView
    period: Said
    commissioned_by: Link | None
    commission_document: Link | None
    topics: tuple[Link, ...]
    sections: tuple[Section, ...]
    recommendations: tuple[RecommendationView, ...]
    tally: TallyView
    recommendations_absent: Said
    units: tuple[SurveyedUnitView, ...]
    delegation: DelegationView | None
    sessions: tuple[SessionView, ...]
    measurements: tuple[MeasurementView, ...]
    measurements_absent: Said
    media: tuple[MediaView, ...]
    media_absent: Said
    documents: tuple[DocumentView, ...]
    documents_absent: Said
    sources: tuple[SourceView, ...]
    related: tuple[RelatedView, ...]
    corrections: tuple[CorrectionView, ...]
    reply_window: str | None
    editor_note: str | None
    published: str
    updated: str
    """The last day on which the record said something new; a mended typo does not count."""
    following: Following
    publisher: str
    permanent: str
    """The whole address of the page, for those who cite it."""


def survey_view(derived: Derived, survey: Survey, *, following: Following) -> SurveyView:
    """Return all that the page of a public survey shows; ``following`` is that of the site, the same for all."""
    context = context_of(derived, survey)
    when = when_view(survey)
    kind = label("survey_kind", survey.kind)
    commission = survey.commissioned_by
    follow_ups = derived.follow_ups.of_survey.get(survey.id, ())
    return SurveyView(
        address=addresses.survey(survey.id),
        crumbs=crumbs(Link(words("phrases")["surveys"], addresses.SURVEYS), survey.title),
        edit=f"data/surveys/{survey.id}.yml",
        title=survey.title,
        description=survey.summary
        or words("phrases")["survey_description"].format(kind=kind, date=when.text, title=survey.title),
        kind=kind,
        is_survey=survey.kind is SurveyKind.KHAO_SAT,
        summary=survey.summary,
        when=when,
        period=said(survey, "period", None if survey.period is None else time(survey.period)),
        commissioned_by=None if commission is None else unit_link(derived, commission.unit, survey.date),
        commission_document=None
        if commission is None or commission.document is None
        else context.cited.document_link(commission.document),
        topics=topic_links(derived, survey.topics),
        sections=tuple(_section(context, field, kind) for field, kind in STATEMENT_LISTS.items()),
        recommendations=tuple(recommendation_view(context, each) for each in follow_ups),
        tally=tally_view(tally(follow_ups)),
        recommendations_absent=said(survey, "recommendations", None),
        units=tuple(surveyed_unit_view(context, each) for each in survey.units),
        delegation=None if survey.delegation is None else delegation_view(context, survey.delegation),
        sessions=tuple(session_view(context, each) for each in survey.sessions),
        measurements=tuple(measurement_view(context, each) for each in survey.measurements),
        measurements_absent=said(survey, "measurements", None),
        media=tuple(media_view(context, each) for each in survey.media),
        media_absent=said(survey, "media", None),
        documents=tuple(document_view(context, each) for each in survey.documents),
        documents_absent=said(survey, "documents", None),
        sources=tuple(source_view(each) for each in survey.sources),
        related=_related(context),
        corrections=correction_views(survey),
        reply_window=_reply_window(survey.reply_window),
        editor_note=survey.editor_note,
        published=day(published_on(survey.publication), words("dates")),
        updated=day(derived.changes.of_survey[survey.id][0].day, words("dates")),
        following=following,
        publisher=derived.archive.site.publisher.name,
        permanent=derived.archive.site.address + addresses.survey(survey.id),
    )


def when_view(survey: Survey) -> WhenView:
    """Return when the survey was, never more exactly than the source says."""
    earliest, latest = survey.date_earliest, survey.date_latest
    bounds = None
    if earliest is not None and latest is not None:
        dates = words("dates")
        bounds = words("phrases")["between"].format(earliest=day(earliest, dates), latest=day(latest, dates))
    return WhenView(time(survey.date), bounds, survey.date_note)


def _section(context: Context, field: str, kind: str) -> Section:
    return Section(
        kind=kind,
        anchor=ANCHORS[kind],
        heading=label("statement_kind", kind),
        statements=tuple(statement_view(context, kind, each) for each in getattr(context.survey, field)),
        absent=said(context.survey, field, None),
    )


def _related(context: Context) -> tuple[RelatedView, ...]:
    surveys = context.derived.archive.surveys
    own = {link.survey for link in context.survey.related}
    outward = [
        _related_view(label("relation_kind", link.kind), surveys[link.survey], link)
        for link in context.survey.related
    ]
    inward = [
        _related_view(words("phrases")["related_inverse"][link.kind], other, link)
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
    opened = day(window.opened, words("dates"))
    phrases = words("phrases")
    if window.closes is None:
        text = phrases["held_from"].format(start=opened)
    else:
        text = phrases["held"].format(start=opened, end=day(window.closes, words("dates")))
    return f"{text}. {window.note}" if window.note is not None else str(text)
