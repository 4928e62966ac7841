"""In which words is a deadline said that is no day, because the list of days off does not reach its end?"""

from typing import Any

import pytest

from generator.model.catalogue import Holidays
from generator.parts.duty import due_view
from generator.parts.recommendation import recommendation_details, recommendation_view
from generator.parts.statement import context_of
from tests.unit.changing import asked, derived, step, survey

KNOWN = Holidays.model_validate({"complete_from": "2024-01-01", "complete_until": "2024-12-31"})
WORKING = {"days": 30, "day_kind": "working", "counted_from": "2024-11-01"}
LONGER = {**WORKING, "days": 60}
WORDS = "60 ngày làm việc kể từ ngày 01/11/2024 (chưa tính ra ngày cuối: chưa có đủ lịch nghỉ)"
EXTENDED = step(2, "deadline_extended", deadline="2025-06-30")


def said(deadline: dict[str, Any], *steps: dict[str, Any]) -> tuple[str, tuple[str, ...], bool]:
    """Return the deadline in short, all deadlines in full, and whether the page says how late it is."""
    known = derived(survey(recommendations=[asked(*steps, deadline=deadline)]), holidays=KNOWN)
    (follow_up,) = known.follow_ups.all
    context = context_of(known, follow_up.survey)
    short = recommendation_view(context, follow_up).deadline
    assert not short.is_absent
    return (
        short.text,
        recommendation_details(context, follow_up).deadlines,
        due_view(follow_up, context) is not None,
    )


@pytest.mark.parametrize(
    ("deadline", "steps", "short", "lines", "is_late"),
    [
        (WORKING, (), "13/12/2024", ("13/12/2024, là 30 ngày làm việc kể từ ngày 01/11/2024",), True),
        (LONGER, (), WORDS, (WORDS,), False),
        (
            LONGER,
            (EXTENDED,),
            f"30/6/2025 (gia hạn, trước đó là {WORDS})",
            (WORDS, "30/6/2025, gia hạn 02/4/2024"),
            True,
        ),
    ],
)
def test_a_day_is_told_only_where_the_list_of_days_off_bears_it(
    deadline: dict[str, Any], steps: tuple[dict[str, Any], ...], short: str, lines: tuple[str, ...], is_late: bool
) -> None:
    assert said(deadline, *steps) == (short, lines, is_late)
