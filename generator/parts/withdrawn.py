"""What is left of a statement or recommendation that was withdrawn?"""

from typing import NamedTuple

from generator.model.base import Withdrawal
from generator.model.finding import Statement
from generator.model.recommendation import Recommendation
from generator.wording.dates import day_text
from generator.wording.names import heading_of


class WithdrawnView(NamedTuple):
    """That it was withdrawn, when and why, at the place where it stood."""

    id: str
    heading: str
    withdrawn: str
    reason: str


def withdrawn_view(part: Statement | Recommendation, withdrawal: Withdrawal) -> WithdrawnView:
    """Return what pages show of a part of which only the withdrawal is left."""
    return WithdrawnView(part.id, heading_of(part), day_text(withdrawal.date), withdrawal.reason)
