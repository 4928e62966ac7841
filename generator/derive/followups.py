"""Which recommendations belong together? All follow-ups of the archive, by everything readers ask for."""

from typing import NamedTuple

from generator.archive import Archive
from generator.derive.backlinks import Backlinks, grouped, recommendations_of
from generator.derive.followup import FollowUp, follow_up
from generator.derive.status import StatusCode
from generator.derive.times import year


class FollowUps(NamedTuple):
    """Every recommendation with what became of it, newest survey first, and the same ones by group."""

    all: tuple[FollowUp, ...]
    of_recommendation: dict[tuple[str, str], FollowUp]
    of_survey: dict[str, tuple[FollowUp, ...]]
    of_addressee: dict[str, tuple[FollowUp, ...]]
    """By the body in the lead when the recommendation was made; a later receiver has it in ``of_receiver``."""
    of_receiver: dict[str, tuple[FollowUp, ...]]
    of_supporter: dict[str, tuple[FollowUp, ...]]
    of_topic: dict[str, tuple[FollowUp, ...]]
    of_year: dict[int | None, tuple[FollowUp, ...]]
    of_status: dict[StatusCode, tuple[FollowUp, ...]]


def follow_ups(archive: Archive, back: Backlinks) -> FollowUps:
    """Return what became of every recommendation of the archive by its day."""
    every = tuple(
        follow_up(survey, each, archive.units, today=archive.today, holidays=archive.holidays)
        for survey in back.surveys
        for each in recommendations_of(survey)
    )
    return FollowUps(
        all=every,
        of_recommendation={(each.survey.id, each.recommendation.id): each for each in every},
        of_survey=grouped((each.survey.id, each) for each in every),
        of_addressee=grouped(
            (each.recommendation.addressee.lead, each)
            for each in every
            if each.recommendation.addressee is not None
        ),
        of_receiver=grouped(
            (event.receiver, each)
            for each in every
            for event in each.recommendation.events
            if event.receiver is not None
        ),
        of_supporter=grouped(
            (unit, each)
            for each in every
            if each.recommendation.addressee is not None
            for unit in each.recommendation.addressee.support
        ),
        of_topic=grouped((topic, each) for each in every for topic in each.topics),
        of_year=grouped((year(each.survey), each) for each in every),
        of_status=grouped((each.status.code, each) for each in every),
    )
