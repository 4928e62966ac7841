"""In which order did the steps happen, and what surely came after what?"""

from itertools import permutations

import pytest

from generator.duties.moments import day_of, in_order, is_surely_after
from generator.model.recommendation import Event
from tests.unit.changing import step

ONE_DAY = {"occurred": "2024-04-09", "recorded": "2024-04-09"}
TURNS = ("transfer", "position", "verification", "closed", "reopened")


def event(number: int, kind: str, **more: object) -> Event:
    values = {"position": "accepted", "progress": "planned", "verification": "verified_done", "closed": "withdrawn"}
    return Event.model_validate(step(number, kind, values.get(kind), **more))


@pytest.mark.parametrize("kinds", list(permutations(TURNS)))
def test_on_one_day_transfers_words_findings_and_closings_follow_one_another(kinds: tuple[str, ...]) -> None:
    found = in_order(event(number, kind, **ONE_DAY) for number, kind in enumerate(kinds, start=1))
    assert [str(each.type) for each in found] == list(TURNS)


@pytest.mark.parametrize(
    ("kind", "turn"),
    [("addressee_added", "transfer"), ("progress", "position"), ("deadline_set", "verification")],
)
def test_kinds_that_have_the_same_turn_stand_as_they_were_written(kind: str, turn: str) -> None:
    for pair in ((kind, turn), (turn, kind)):
        found = in_order(event(number, each, **ONE_DAY) for number, each in enumerate(pair, start=1))
        assert [str(each.type) for each in found] == list(pair)


@pytest.mark.parametrize(
    ("occurred", "recorded", "day"),
    [
        ("2024-03-01", "2024-12-05", "2024-03-01"),
        ("2024", "2024-05-01", "2024-05-01"),
        ("2024-03", "2024-05-01", "2024-03-31"),
        ("XXXX-03-01", "2024-05-01", "2024-05-01"),
        (None, "2024-05-01", "2024-05-01"),
    ],
)
def test_what_is_on_record_has_happened(occurred: str | None, recorded: str, day: str) -> None:
    assert str(day_of(event(1, "forwarded", occurred=occurred, recorded=recorded))) == day


@pytest.mark.parametrize(
    ("word", "is_after"),
    [("2024-04-10", True), ("2024-04-09", False), ("2024-04", False), ("2024-05", True), (None, False)],
)
def test_only_what_cannot_have_been_before_came_after(word: str | None, is_after: bool) -> None:
    finding = event(1, "verification", **ONE_DAY)
    assert is_surely_after(event(2, "progress", occurred=word, recorded="2024-06-01"), finding) is is_after
