"""What changed, and on which day could readers first know it? From what is recorded, never from a file's time."""

import datetime
from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import NamedTuple, TypeAlias

from generator.archive import Archive
from generator.derive.backlinks import (
    all_statements_of,
    grouped,
    recommendations_of,
    statements_of,
    topics_of,
    units_of,
)
from generator.derive.followup import FollowUp
from generator.derive.followups import FollowUps, addressed, receivers
from generator.derive.permanent import first_id, id_of_recommendation, id_of_survey
from generator.model.base import Withdrawal
from generator.model.finding import Reply, Statement
from generator.model.recommendation import Event, Recommendation
from generator.model.survey import Correction, Publication, Survey
from generator.model.vocabulary import CorrectionKind, PublicationState, ScopeKind


class ChangeKind(StrEnum):
    """The kinds of change; their names for readers are in ``strings/sentences.yml`` under ``kind``."""

    PUBLISHED = "published"
    REPLY = "reply"
    EVENT = "event"
    CORRECTION = "correction"
    WITHDRAWN = "withdrawn"
    WITHDRAWN_PART = "withdrawn_part"


class Step(NamedTuple):
    """An event of a recommendation."""

    follow_up: FollowUp
    event: Event


class Answer(NamedTuple):
    """What a unit said to a finding."""

    survey: Survey
    statement: Statement
    reply: Reply


class Amendment(NamedTuple):
    """A correction of a survey."""

    survey: Survey
    correction: Correction


class Removal(NamedTuple):
    """A survey that was withdrawn, or one statement or recommendation of a survey that is still there."""

    withdrawal: Withdrawal
    survey: Survey | None = None
    part: Statement | Recommendation | None = None


Subject: TypeAlias = Survey | Step | Answer | Amendment | Removal
"""What a change is about: a survey that was published, …, something that was withdrawn."""


class Change(NamedTuple):
    """One thing that came on record, and everything under which readers may look for it.

    Of what was withdrawn nothing but the notice is known: no units, no topics.
    """

    day: datetime.date
    kind: ChangeKind
    survey_id: str
    id: str
    """What tells it from every other change for ever, below the id of the site: no renaming changes it."""
    subject: Subject
    units: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    addressees: tuple[str, ...] = ()
    """The bodies to which a recommendation of it is addressed, and those that received one."""
    recommendations: tuple[str, ...] = ()


class Changes(NamedTuple):
    """All changes, newest first: the same order everywhere, and the same on every build."""

    all: tuple[Change, ...]
    of_survey: dict[str, tuple[Change, ...]]
    of_unit: dict[str, tuple[Change, ...]]
    of_topic: dict[str, tuple[Change, ...]]
    of_addressee: dict[str, tuple[Change, ...]]
    of_recommendation: dict[tuple[str, str], tuple[Change, ...]]
    corrections: tuple[Change, ...]
    """The log: every correction and withdrawal. A mended typo stands only here, for it says nothing new."""


def changes(archive: Archive, follow_ups: FollowUps) -> Changes:
    """Return everything that came on record by the day of the archive."""
    found = [change for each in archive.surveys.values() for change in _of_survey(each, follow_ups)]
    found += [each for each in _removals(archive) if each.day <= archive.today]
    first = {key: first_id(survey) for key, survey in archive.surveys.items()}
    first |= {key: first_id(survey) for key, survey in archive.withdrawn.items()}
    found.sort(key=lambda change: first[change.survey_id])  # within a survey the order is that of the record
    found.sort(key=lambda change: change.day)
    found.reverse()
    news = tuple(change for change in found if not _is_typo(change))
    return Changes(
        all=news,
        of_survey=grouped((change.survey_id, change) for change in news),
        of_unit=grouped((unit, change) for change in news for unit in change.units),
        of_topic=grouped((topic, change) for change in news for topic in change.topics),
        of_addressee=grouped((unit, change) for change in news for unit in change.addressees),
        of_recommendation=grouped(
            ((change.survey_id, each), change) for change in news for each in change.recommendations
        ),
        corrections=tuple(change for change in found if isinstance(change.subject, Amendment | Removal)),
    )


def published_on(publication: Publication) -> datetime.date:
    """Return the day on which a public record came out."""
    is_scheduled = publication.state is PublicationState.SCHEDULED
    day = publication.publish_at if is_scheduled else publication.published
    assert day is not None, "checked: a public record has its day"
    return day


def _of_survey(survey: Survey, follow_ups: FollowUps) -> Iterator[Change]:
    """Yield the changes of a survey as its record orders them; nothing was known before it was published."""
    start = published_on(survey.publication)
    published = _publication(survey, start)
    yield published
    yield from _later_replies(survey, start)
    for follow_up in follow_ups.of_survey.get(survey.id, ()):
        yield from _events(follow_up, start)
    for correction in survey.corrections:
        yield published._replace(
            day=max(correction.date, start),
            kind=ChangeKind.CORRECTION,
            id=id_of_survey(survey, correction.id),
            subject=Amendment(survey, correction),
            addressees=(),
            recommendations=(),
        )


def _publication(survey: Survey, day: datetime.date) -> Change:
    commission = survey.commissioned_by
    return Change(
        day,
        ChangeKind.PUBLISHED,
        survey.id,
        id_of_survey(survey),
        survey,
        units=_once(
            units_of(survey),
            () if commission is None else (commission.unit,),
            *(_bodies(each) for each in recommendations_of(survey)),
        ),
        topics=topics_of(survey),
        addressees=_once(*(_acting(each) for each in recommendations_of(survey))),
        recommendations=tuple(each.id for each in recommendations_of(survey)),
    )


def _later_replies(survey: Survey, start: datetime.date) -> Iterator[Change]:
    """Yield the replies received since publication; earlier ones were published with the record."""
    for _, statement in statements_of(survey):
        for reply in statement.replies:
            if reply.received is not None and reply.received > start:
                yield Change(
                    reply.received,
                    ChangeKind.REPLY,
                    survey.id,
                    id_of_survey(survey, reply.id),
                    Answer(survey, statement, reply),
                    units=_once((reply.unit,), statement.scope.units),
                    topics=statement.topics or survey.topics,
                )


def _events(follow_up: FollowUp, start: datetime.date) -> Iterator[Change]:
    survey, recommendation = follow_up.survey, follow_up.recommendation
    units = _once(_bodies(recommendation), _found_at(survey, recommendation))
    addressees = _acting(recommendation)
    for event in recommendation.events:
        yield Change(
            max(event.recorded, start),
            ChangeKind.EVENT,
            survey.id,
            id_of_recommendation(survey, recommendation.id, event.id),
            Step(follow_up, event),
            units=units,
            topics=follow_up.topics,
            addressees=addressees,
            recommendations=(recommendation.id,),
        )


def _removals(archive: Archive) -> Iterator[Change]:
    """Yield the notices of what was withdrawn: whole surveys, and parts of those that are still there."""
    for survey_id, gone in archive.withdrawn.items():
        own = id_of_survey(gone, _WITHDRAWN)
        yield Change(gone.withdrawal.date, ChangeKind.WITHDRAWN, survey_id, own, Removal(gone.withdrawal))
    for survey in archive.surveys.values():
        start = published_on(survey.publication)
        statements = [each for _, each in all_statements_of(survey)]
        parts: list[Statement | Recommendation] = [*statements, *survey.recommendations]
        for part in parts:
            if part.withdrawn is not None:
                day, own = max(part.withdrawn.date, start), id_of_survey(survey, f"{part.id}-{_WITHDRAWN}")
                removal = Removal(part.withdrawn, survey, part)
                yield Change(day, ChangeKind.WITHDRAWN_PART, survey.id, own, removal)


_WITHDRAWN = "rut"
"""How the notice of a withdrawal is named."""


def _acting(recommendation: Recommendation) -> tuple[str, ...]:
    """Return the body in the lead and every body that received the recommendation since."""
    return _once(addressed(recommendation), receivers(recommendation))


def _bodies(recommendation: Recommendation) -> tuple[str, ...]:
    support = () if recommendation.addressee is None else recommendation.addressee.support
    return _once(_acting(recommendation), support)


def _found_at(survey: Survey, recommendation: Recommendation) -> tuple[str, ...]:
    """Return the units that the source names in the findings which the recommendation answers."""
    answered = (each for _, each in statements_of(survey) if each.id in recommendation.answers)
    return _once(*(each.scope.units for each in answered if each.scope.kind is ScopeKind.UNITS))


def _once(*groups: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(each for group in groups for each in group))


def _is_typo(change: Change) -> bool:
    return isinstance(change.subject, Amendment) and change.subject.correction.kind is CorrectionKind.TYPO
