"""Which recommendations belong together? All follow-ups of the archive, by everything readers ask for."""

from collections.abc import Iterator
from typing import NamedTuple

from generator.archive import Archive
from generator.derive.backlinks import Backlinks, grouped, recommendations_of, statements_of
from generator.derive.followup import FollowUp, Owed, follow_up
from generator.derive.times import order, year
from generator.duties.councils import Councils
from generator.duties.standing import StatusCode
from generator.model.finding import Statement
from generator.model.recommendation import Recommendation
from generator.model.survey import Survey


class FollowUps(NamedTuple):
    """Every recommendation with what became of it, newest survey first, and the same ones by group."""

    all: tuple[FollowUp, ...]
    of_recommendation: dict[tuple[str, str], FollowUp]
    of_survey: dict[str, tuple[FollowUp, ...]]
    of_party: dict[str, tuple[FollowUp, ...]]
    """By every body that owes something of it, or owed it once."""
    of_body: dict[str, tuple[FollowUp, ...]]
    """By every body that owes something of it now, or did it."""
    duties: dict[str, tuple[Owed, ...]]
    """What is owed by whom: by ``ORPHAN`` what nobody is known to owe any more, by ``UNNAMED`` what nobody did."""
    of_supporter: dict[str, tuple[FollowUp, ...]]
    of_topic: dict[str, tuple[FollowUp, ...]]
    of_year: dict[int | None, tuple[FollowUp, ...]]
    of_status: dict[StatusCode, tuple[FollowUp, ...]]


def follow_ups(archive: Archive, back: Backlinks) -> FollowUps:
    """Return what became of every recommendation of the archive by its day."""
    every = tuple(_follow_ups(archive, back))
    return FollowUps(
        all=every,
        of_recommendation={(each.survey.id, each.recommendation.id): each for each in every},
        of_survey=grouped((each.survey.id, each) for each in every),
        of_party=grouped((unit, each) for each in every for unit in _parties(each)),
        of_body=grouped((unit, each) for each in every for unit in bodies(each)),
        duties=grouped((_debtor(owed), owed) for each in every for owed in each.owed),
        of_supporter=grouped(
            (unit, each)
            for each in every
            if each.recommendation.addressee is not None
            for unit in each.recommendation.addressee.support
        ),
        of_topic=grouped((topic, each) for each in every for topic in each.topics),
        of_year=grouped((year(each.survey), each) for each in every),
        of_status=grouped((each.code, each) for each in every),
    )


ORPHAN = "?"
UNNAMED = "-"
"""No unit has such an id."""


def bodies(follow_up: FollowUp) -> tuple[str, ...]:
    """Return the bodies that owe something of a recommendation now, or did it, each once."""
    return tuple(dict.fromkeys(each.body for each in follow_up.owed if each.body is not None))


def _parties(follow_up: FollowUp) -> tuple[str, ...]:
    recommendation = follow_up.recommendation
    return tuple(dict.fromkeys((*addressed(recommendation), *receivers(recommendation), *bodies(follow_up))))


def _debtor(owed: Owed) -> str:
    if owed.body is not None:
        return owed.body
    return ORPHAN if owed.is_orphan else UNNAMED


def addressed(recommendation: Recommendation) -> tuple[str, ...]:
    """Return the bodies in the lead when the recommendation was made, each once."""
    return tuple(dict.fromkeys(share.unit for share in recommendation.shares))


def receivers(recommendation: Recommendation) -> tuple[str, ...]:
    """Return the bodies that were added or received it since, each once."""
    return tuple(dict.fromkeys(share.unit for event in recommendation.events for share in event.shares))


def _follow_ups(archive: Archive, back: Backlinks) -> Iterator[FollowUp]:
    councils = Councils(archive.units, tuple(archive.reorganisations.values()), archive.today)
    for survey in back.surveys:
        judges = councils.finders(survey)
        for each in recommendations_of(survey):
            yield follow_up(
                survey,
                each,
                archive.units,
                finders=judges,
                today=archive.today,
                holidays=archive.holidays,
                recurred=_recurred(back, survey, each),
            )


def _recurred(
    back: Backlinks, survey: Survey, recommendation: Recommendation
) -> tuple[tuple[Survey, Statement], ...]:
    """Return the later findings that what the recommendation was to mend is there again."""
    answered = {each.id for _, each in statements_of(survey)}.intersection(recommendation.answers)
    found = [pair for each in sorted(answered) for pair in back.recurrences.get(f"{survey.id}/{each}", ())]
    return tuple(sorted(found, key=lambda pair: (order(pair[0]), pair[1].id)))
