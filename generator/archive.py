"""Which records may readers see on this day?"""

import datetime
from dataclasses import dataclass

from generator.load import Article, Records
from generator.model.catalogue import GlossaryEntry, Indicator, Topic
from generator.model.finding import Statement
from generator.model.recommendation import Recommendation
from generator.model.site import Site
from generator.model.survey import Publication, Survey
from generator.model.unit import Reorganisation, Unit
from generator.model.vocabulary import PublicationState


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
    topics: dict[str, Topic]
    indicators: dict[str, Indicator]
    glossary: tuple[GlossaryEntry, ...]
    articles: dict[str, Article]
    media: dict[str, bytes]


def public(records: Records, *, today: datetime.date) -> Archive:
    """Return what readers may see of checked records on ``today``."""
    assert records.site is not None, "an archive is made of checked records"
    shown = {key: survey for key, survey in records.surveys.items() if is_public(survey.publication, today)}
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
        topics={topic.id: topic for topic in records.topics},
        indicators={indicator.id: indicator for indicator in records.indicators},
        glossary=records.glossary,
        articles=records.articles,
        media={path: records.media[path] for path in _media_of(surveys) if path in records.media},
    )


def is_public(publication: Publication, today: datetime.date) -> bool:
    """Return whether a survey is shown in full today."""
    if publication.state is PublicationState.SCHEDULED:
        return publication.publish_at is not None and publication.publish_at <= today
    return publication.state is PublicationState.PUBLISHED


def _media_of(surveys: dict[str, Survey]) -> list[str]:
    return [
        f"{key}/{item.file}"
        for key, survey in surveys.items()
        for item in (*survey.media, *survey.documents)
        if item.file is not None
    ]


def _without_unseen(survey: Survey, shown: dict[str, Survey]) -> Survey:
    """Return the survey without any link to one that is not shown; the same object if it has none."""
    changes: dict[str, object] = {}
    if any(each.survey not in shown for each in survey.related):
        changes["related"] = tuple(each for each in survey.related if each.survey in shown)
    for name in ("background", "results", "limitations", "conclusions", "next_steps"):
        statements: tuple[Statement, ...] = getattr(survey, name)
        if any(_unseen(each.recurs_from, shown) for each in statements):
            changes[name] = tuple(
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
