"""Which records may readers see on this day?"""

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.load import Article, Records
from generator.model.catalogue import GlossaryEntry, Indicator, Topic
from generator.model.finding import Reply, Statement
from generator.model.recommendation import Recommendation
from generator.model.site import Site
from generator.model.statement_kind import StatementKind
from generator.model.survey import Publication, Survey
from generator.model.unit import Reorganisation, Unit
from generator.model.vocabulary import PublicationState
from generator.pictures import is_picture


@dataclass(frozen=True, slots=True)
class Archive:
    """The records as readers may see them on ``today``. Pages are made from an archive, never from records.

    Drafts, surveys scheduled for a later day and those still with the units for reply are not in it, nor is
    any mention of them; of a withdrawn survey there is only its ``Publication``, which says why.
    """

    today: datetime.date
    site: Site
    units: dict[str, Unit]
    reorganisations: dict[str, Reorganisation]
    surveys: dict[str, Survey]
    withdrawn: dict[str, Publication]
    withdrawn_recommendations: dict[str, tuple[str, ...]]
    """The ids of the recommendations of withdrawn surveys: their addresses, too, keep the notice."""
    topics: dict[str, Topic]
    indicators: dict[str, Indicator]
    glossary: tuple[GlossaryEntry, ...]
    holidays: frozenset[datetime.date]
    articles: dict[str, Article]
    media: dict[str, bytes]
    """The files that readers can load: pictures painted anew from their pixels, documents as they are."""


def public(records: Records, *, today: datetime.date) -> Archive:
    """Return what readers may see of checked records on ``today``: only what was on record by then.

    A day in the past gives the site as it was known on that day, as far as the records keep it: surveys,
    events, replies and corrections of later days are left out. What was withdrawn since stays withdrawn.
    """
    assert records.site is not None, "an archive is made of checked records"
    shown = {
        key: _as_known(survey, today)
        for key, survey in records.surveys.items()
        if is_public(survey.publication, today)
    }
    surveys = {key: _without_unseen(survey, shown) for key, survey in shown.items()}
    return Archive(
        today=today,
        site=records.site,
        units=records.units,
        reorganisations=records.reorganisations,
        surveys=surveys,
        withdrawn={
            key: survey.publication
            for key, survey in records.surveys.items()
            if survey.publication.state is PublicationState.WITHDRAWN
        },
        withdrawn_recommendations={
            key: tuple(each.id for each in survey.recommendations)
            for key, survey in records.surveys.items()
            if survey.publication.state is PublicationState.WITHDRAWN
        },
        topics={topic.id: topic for topic in records.topics},
        indicators={indicator.id: indicator for indicator in records.indicators},
        glossary=records.glossary,
        holidays=frozenset(each.date for each in records.holidays.holidays),
        articles=records.articles,
        media=dict(_files_for_readers(records, _media_of(surveys))),
    )


def is_public(publication: Publication, today: datetime.date) -> bool:
    """Return whether a survey is shown in full today."""
    if publication.state is PublicationState.SCHEDULED:
        return publication.publish_at is not None and publication.publish_at <= today
    is_out = publication.published is None or publication.published <= today
    return publication.state is PublicationState.PUBLISHED and is_out


def _as_known(survey: Survey, today: datetime.date) -> Survey:
    """Return the survey without what came on record after ``today``; the same object if nothing did."""
    changes: dict[str, object] = {}
    if any(each.date > today for each in survey.corrections):
        changes["corrections"] = tuple(each for each in survey.corrections if each.date <= today)
    if any(event.recorded > today for each in survey.recommendations for event in each.events):
        changes["recommendations"] = tuple(
            each.model_copy(update={"events": tuple(event for event in each.events if event.recorded <= today)})
            for each in survey.recommendations
        )
    for kind in StatementKind:
        statements: tuple[Statement, ...] = getattr(survey, kind.field)
        if any(_is_later(reply, today) for each in statements for reply in each.replies):
            changes[kind.field] = tuple(
                each.model_copy(
                    update={"replies": tuple(reply for reply in each.replies if not _is_later(reply, today))}
                )
                for each in statements
            )
    return survey.model_copy(update=changes) if changes else survey


def _is_later(reply: Reply, today: datetime.date) -> bool:
    return reply.received is not None and reply.received > today


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
    if any(_unseen(each.repeats, shown) for each in recommendations):
        changes["recommendations"] = tuple(
            each.model_copy(update={"repeats": _seen(each.repeats, shown)}) for each in recommendations
        )
    return survey.model_copy(update=changes) if changes else survey


def _seen(links: tuple[str, ...], shown: dict[str, Survey]) -> tuple[str, ...]:
    return tuple(link for link in links if link.partition("/")[0] in shown)


def _unseen(links: tuple[str, ...], shown: dict[str, Survey]) -> bool:
    return len(_seen(links, shown)) != len(links)
