"""Does each state of publication have what it needs, and nothing of another?"""

from typing import Any

import pytest

from tests.unit.changing import survey
from tests.unit.judging import told

DAYS = {"published": "2024-03-01", "publish_at": "2024-04-01", "withdrawn": "2024-05-01", "reason": "Gỡ."}
NEEDED = {
    "draft": set[str](),
    "in_reply": set[str](),
    "scheduled": {"publish_at"},
    "published": {"published"},
    "withdrawn": {"withdrawn", "reason"},
}


def judged(code: str, state: str, *given: str, **more: Any) -> list[str]:
    return told(code, survey("a", publication={"state": state, **{name: DAYS[name] for name in given}}, **more))


@pytest.mark.parametrize("state", NEEDED)
def test_a_state_comes_with_its_day_and_its_reason(state: str) -> None:
    assert judged("R70", state, *NEEDED[state]) == []
    assert judged("R70", state) == ["a.publication"] * len(NEEDED[state])
    for missing in NEEDED[state]:
        assert judged("R70", state, *(NEEDED[state] - {missing})) == ["a.publication"]


@pytest.mark.parametrize("state", NEEDED)
@pytest.mark.parametrize(("name", "of"), [("publish_at", "scheduled"), ("withdrawn", "withdrawn")])
def test_a_day_belongs_to_the_state_of_its_name(state: str, name: str, of: str) -> None:
    wrong = [] if state == of else [f"a.publication.{name}: {name}"]
    assert judged("R71", state, name) == wrong


@pytest.mark.parametrize("state", NEEDED)
def test_only_a_record_that_waits_for_replies_needs_their_window(state: str) -> None:
    assert judged("R72", state) == (["a.publication.state"] if state == "in_reply" else [])
    assert judged("R72", state, reply_window={"opened": "2024-03-01"}) == []


@pytest.mark.parametrize("state", NEEDED)
def test_a_withdrawal_among_the_corrections_stands_only_in_a_withdrawn_record(state: str) -> None:
    def corrected(kind: str) -> list[str]:
        correction = {"id": "dc-01", "date": "2024-05-01", "kind": kind, "what": "Cuộc", "reason": "Gỡ."}
        return judged("R73", state, corrections=[correction])

    assert corrected("factual") == []
    wrong = [] if state == "withdrawn" else ["a.corrections.0.kind: withdrawal"]
    assert corrected("withdrawal") == wrong
