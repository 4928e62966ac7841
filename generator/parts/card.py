"""What does a list show of one survey?"""

from typing import NamedTuple

from generator import addresses
from generator.derive import Derived
from generator.derive.backlinks import recommendations_of, statements_of, units_of
from generator.model.statement_kind import StatementKind
from generator.model.survey import Survey
from generator.strings import label
from generator.wording.dates import SurveyTime, survey_time
from generator.wording.names import Link, unit_link
from generator.wording.texts import excerpt

NAMED_UNITS = 3
EXCERPT = 180


class SurveyCard(NamedTuple):
    """A survey in one glance."""

    survey: Link
    kind: str
    when: SurveyTime
    excerpt: str | None
    units: tuple[str, ...]
    more_units: int
    counts: tuple[int, int, int]
    """How many results, limitations and recommendations the record holds."""


def survey_card(derived: Derived, survey: Survey) -> SurveyCard:
    """Return what a list shows of a survey."""
    units = units_of(survey)
    return SurveyCard(
        survey=Link(survey.title, addresses.survey(survey.id)),
        kind=label("survey_kind", survey.kind),
        when=survey_time(survey),
        excerpt=None if survey.summary is None else excerpt(survey.summary, EXCERPT),
        units=tuple(unit_link(derived, unit, survey.date).label for unit in units[:NAMED_UNITS]),
        more_units=max(0, len(units) - NAMED_UNITS),
        counts=(
            sum(kind is StatementKind.RESULT for kind, _ in statements_of(survey)),
            sum(kind is StatementKind.LIMITATION for kind, _ in statements_of(survey)),
            len(recommendations_of(survey)),
        ),
    )
