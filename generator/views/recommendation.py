"""What does the page of one recommendation show?"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from generator.derive import Derived
from generator.derive.followup import FollowUp
from generator.parts.recommendation import (
    RecommendationDetails,
    RecommendationView,
    recommendation_details,
    recommendation_view,
)
from generator.parts.statement import StatementView, context_of, reworded, statement_of, what_stands
from generator.parts.withdrawn import WithdrawnView
from generator.register.entry import Entry
from generator.views.head import PageHead, page_head


class RecommendationPage(NamedTuple):
    """The page of one recommendation."""

    head: PageHead
    reworded: str | None
    recommendation: RecommendationView
    details: RecommendationDetails
    findings: tuple[StatementView | WithdrawnView, ...]
    """The statements it answers, each with the replies of the units."""
    made: str


def recommendation_views(derived: Derived, entries: Iterable[Entry[FollowUp]]) -> Iterator[RecommendationPage]:
    """Yield the pages of recommendations."""
    for entry in entries:
        survey, recommendation = entry.subject.survey, entry.subject.recommendation
        context = context_of(derived, survey)
        yield RecommendationPage(
            head=page_head(entry),
            reworded=reworded(derived, survey.id),
            recommendation=recommendation_view(context, entry.subject),
            details=recommendation_details(context, entry.subject),
            findings=tuple(
                what_stands(context, *statement_of(survey, answered)) for answered in recommendation.answers
            ),
            made=context.when,
        )
