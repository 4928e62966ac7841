"""Which records may readers see on this day?"""

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

from generator.discretion import discreet, units_not_to_be_seen
from generator.known import is_of, is_on_record, survey_on, taken_away, unit_on
from generator.load import Article, Records
from generator.model.base import Withdrawal
from generator.model.catalogue import GlossaryEntry, Holidays, Indicator, Topic, Topics
from generator.model.finding import Scope, Statement
from generator.model.recommendation import Event, Recommendation
from generator.model.site import Site
from generator.model.statement_kind import StatementKind
from generator.model.survey import Correction, Publication, Survey
from generator.model.unit import Reorganisation, Unit
from generator.model.vocabulary import CorrectionKind, PublicationState, ScopeKind
from generator.model.walk import gather
from generator.pictures import is_picture


@dataclass(frozen=True, slots=True)
class WithdrawnSurvey:
    """What is left of a withdrawn survey: its addresses keep a notice, those of its recommendations too."""

    id: str
    former_ids: tuple[str, ...]
    withdrawal: Withdrawal
    recommendations: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Archive:
    """The records as readers may see them on ``today``. Pages are made from an archive, never from records.

    Drafts, surveys scheduled for a later day and those still with the units for reply are not in it, nor is
    any mention of them; of what was withdrawn there is only since when and why.
    """

    today: datetime.date
    site: Site
    units: dict[str, Unit]
    reorganisations: dict[str, Reorganisation]
    surveys: dict[str, Survey]
    reworded: frozenset[str]
    """The surveys that were corrected after ``today`` and show the wording of today in part: see ``known``."""
    withdrawn: dict[str, WithdrawnSurvey]
    topics: dict[str, Topic]
    topic_file: Topics
    """The list of topics as a whole, for its sources."""
    indicators: dict[str, Indicator]
    glossary: tuple[GlossaryEntry, ...]
    holidays: Holidays
    articles: dict[str, Article]
    media: dict[str, bytes]
    """The files that readers can load: pictures painted anew from their pixels, documents as they are."""


def public(records: Records, *, today: datetime.date) -> Archive:
    """Return what readers may see of checked records on ``today``: only what was on record by then.

    A day in the past gives the site as it was known on that day, as far as the records keep it: ``known`` says
    how. What was withdrawn since stays withdrawn.
    """
    assert records.site is not None, "an archive is made of checked records"
    known = {
        key: survey_on(survey, today)
        for key, survey in records.surveys.items()
        if is_public(survey.publication, today)
    }
    shown = {key: discreet(_without_what_went(each.survey), records.site) for key, each in known.items()}
    surveys = {key: _without_unseen(survey, shown) for key, survey in shown.items()}
    units, reorganisations = _bodies(records, surveys.values(), today)
    secret = units_not_to_be_seen(
        units.values(),
        reorganisations.values(),
        seen=(each for key, each in records.surveys.items() if key in shown or _is_withdrawn(each)),
        unseen=(each for key, each in records.surveys.items() if key not in shown and not _is_withdrawn(each)),
    )
    return Archive(
        today=today,
        site=records.site,
        units={key: unit for key, unit in units.items() if key not in secret},
        reorganisations=reorganisations,
        surveys=surveys,
        reworded=frozenset(key for key, each in known.items() if each.is_reworded),
        withdrawn={key: _notice(survey) for key, survey in records.surveys.items() if _is_withdrawn(survey)},
        topics={topic.id: topic for topic in records.topics},
        topic_file=records.topic_file,
        indicators={indicator.id: indicator for indicator in records.indicators},
        glossary=records.glossary,
        holidays=records.holidays,
        articles=records.articles,
        media=dict(_files_for_readers(records, _media_of(surveys))),
    )


def is_public(publication: Publication, today: datetime.date) -> bool:
    """Return whether a survey is shown in full today."""
    if publication.state is PublicationState.SCHEDULED:
        return publication.publish_at is not None and publication.publish_at <= today
    is_out = publication.published is None or publication.published <= today
    return publication.state is PublicationState.PUBLISHED and is_out


def _is_withdrawn(survey: Survey) -> bool:
    return survey.publication.state is PublicationState.WITHDRAWN


def _notice(survey: Survey) -> WithdrawnSurvey:
    day, reason = survey.publication.withdrawn, survey.publication.reason
    assert day is not None, "checked: a withdrawn survey has its day"
    assert reason is not None, "checked: a withdrawn survey says why"
    recommendations = tuple(each.id for each in survey.recommendations)
    return WithdrawnSurvey(survey.id, survey.former_ids, Withdrawal(date=day, reason=reason), recommendations)


def _bodies(
    records: Records, surveys: Iterable[Survey], today: datetime.date
) -> tuple[dict[str, Unit], dict[str, Reorganisation]]:
    """Return the units and reorganisations that were on record, and those that a survey which is shown names."""
    every: list[Unit | Reorganisation] = [*records.units.values(), *records.reorganisations.values()]
    if all(is_on_record(each, today) for each in every):
        named, merged = frozenset[str](), frozenset[str]()
    else:
        found = [gather(survey).references for survey in surveys]
        merged = frozenset(chain.from_iterable(each["reorganisation"] for each in found))
        named = frozenset(chain.from_iterable(each["unit"] for each in found))
    changes = {
        key: each for key, each in records.reorganisations.items() if key in merged or is_on_record(each, today)
    }
    named = named.union(*(gather(each).references["unit"] for each in changes.values()))
    present = {key: unit for key, unit in records.units.items() if key in named or is_on_record(unit, today)}
    ended = frozenset(each.unit for change in changes.values() for each in change.predecessors)
    return {key: unit_on(unit, today, present=present, ended=ended) for key, unit in present.items()}, changes


def _without_what_went(survey: Survey) -> Survey:
    """Return the survey with no more than the notice of each part that was withdrawn.

    Nor do its corrections tell what was withdrawn or redacted since.
    """
    gone = taken_away(survey)
    changes: dict[str, object] = {}
    for kind in StatementKind:
        statements: tuple[Statement, ...] = getattr(survey, kind.field)
        if any(each.withdrawn is not None for each in statements):
            changes[kind.field] = tuple(each if each.withdrawn is None else _bare(each) for each in statements)
    if any(each.withdrawn is not None for each in survey.recommendations):
        changes["recommendations"] = tuple(
            each if each.withdrawn is None else Recommendation(id=each.id, withdrawn=each.withdrawn)
            for each in survey.recommendations
        )
    if gone:
        changes["corrections"] = tuple(_silenced(each, gone) for each in survey.corrections)
    return survey.model_copy(update=changes) if changes else survey


def _bare(statement: Statement) -> Statement:
    """Return a statement of which only its id and its withdrawal are left; of whom it spoke is not said."""
    return Statement(id=statement.id, scope=Scope(kind=ScopeKind.GENERAL), withdrawn=statement.withdrawn)


def _silenced(correction: Correction, gone: frozenset[str]) -> Correction:
    """Return a correction without a word about what was taken away; why it was taken away is told."""
    if correction.field is None or not is_of(correction.field, gone):
        return correction
    reason = correction.reason if correction.kind is CorrectionKind.REDACTION else ""
    return correction.model_copy(update={"what": "", "before": None, "after": None, "reason": reason})


def _media_of(surveys: dict[str, Survey]) -> list[str]:
    return [
        f"{key}/{name}"
        for key, survey in surveys.items()
        for name in (*(each.file for each in survey.media), *(each.file for each in survey.documents))
        if name is not None
    ]


def _files_for_readers(records: Records, paths: Iterable[str]) -> Iterator[tuple[str, bytes]]:
    """Yield the files; of a picture never the original, in which more than the picture may stand."""
    for path in paths:
        content = records.pictures.get(path) if is_picture(path) else records.media.get(path)
        if isinstance(content, bytes):
            yield path, content


def _without_unseen(survey: Survey, shown: dict[str, Survey]) -> Survey:
    """Return the survey without any link to one that is not shown; the same object if it has none."""
    changes: dict[str, object] = {}
    if any(each.survey not in shown for each in survey.related):
        changes["related"] = tuple(each for each in survey.related if each.survey in shown)
    for kind in StatementKind:
        statements: tuple[Statement, ...] = getattr(survey, kind.field)
        if any(_unseen(each.recurs_from, shown) for each in statements):
            changes[kind.field] = tuple(
                each.model_copy(update={"recurs_from": _seen(each.recurs_from, shown)}) for each in statements
            )
    recommendations: tuple[Recommendation, ...] = survey.recommendations
    if any(_unseen(_others(each), shown) for each in recommendations):
        changes["recommendations"] = tuple(_recommendation_without_unseen(each, shown) for each in recommendations)
    return survey.model_copy(update=changes) if changes else survey


def _recommendation_without_unseen(recommendation: Recommendation, shown: dict[str, Survey]) -> Recommendation:
    """Return a recommendation without any link to one of a survey that is not shown."""
    events = tuple(
        event.model_copy(update={"successor": None}) if _unseen(_successor(event), shown) else event
        for event in recommendation.events
    )
    return recommendation.model_copy(update={"repeats": _seen(recommendation.repeats, shown), "events": events})


def _others(recommendation: Recommendation) -> tuple[str, ...]:
    """Return the recommendations of other surveys that one names."""
    return (*recommendation.repeats, *chain.from_iterable(map(_successor, recommendation.events)))


def _successor(event: Event) -> tuple[str, ...]:
    return () if event.successor is None else (event.successor,)


def _seen(links: tuple[str, ...], shown: dict[str, Survey]) -> tuple[str, ...]:
    return tuple(link for link in links if link.partition("/")[0] in shown)


def _unseen(links: tuple[str, ...], shown: dict[str, Survey]) -> bool:
    return len(_seen(links, shown)) != len(links)
