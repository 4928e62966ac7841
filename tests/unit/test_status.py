"""Does the status follow from the events as the table of the record model says, first match first?"""

import pytest

from generator.derive.status import StatusCode, status_of
from generator.model.recommendation import Event
from generator.model.vocabulary import VALUES_OF_TYPE, EventType, EventValue

TYPE_OF = {value: kind for kind, values in VALUES_OF_TYPE.items() for value in values}

ONE_EVENT = {
    "superseded": "closed",
    "withdrawn": "closed",
    "no_longer_applicable": "closed",
    "verified_done": "done_verified",
    "verified_partial": "partly_done",
    "not_satisfied": "not_satisfactory",
    "cannot_verify": "no_response",
    "will_not_do": "declined",
    "not_accepted": "declined",
    "reported_done": "reported_done",
    "planned": "in_progress",
    "in_progress": "in_progress",
    "reported_partial": "in_progress",
    "accepted": "accepted",
    "accepted_in_part": "accepted",
    "alternative_proposed": "accepted",
    "don_doc": "no_response",
    "kien_nghi_xu_ly": "no_response",
    "phien_giai_trinh": "no_response",
    "chat_van": "no_response",
    "giam_sat_lai": "no_response",
    "bao_cao_hdnd": "no_response",
    "forwarded": "no_response",
    "deadline_set": "no_response",
    "deadline_extended": "no_response",
    "transfer": "no_response",
}
"""What one event alone says, by its value, or by its type where the type takes none."""


def events(*steps: str) -> list[Event]:
    """Return events recorded on following days: each step is a value, or a type that takes none."""
    return [
        Event(
            id=f"sk-{number:02}",
            type=TYPE_OF[EventValue(step)] if step in TYPE_OF else EventType(step),
            value=EventValue(step) if step in TYPE_OF else None,
            recorded=f"2024-01-{number:02}",  # type: ignore[arg-type]
        )
        for number, step in enumerate(steps, start=1)
    ]


def status(*steps: str) -> tuple[str, str | None]:
    """Return the status of a sequence of steps, and the id of the event that says so."""
    found = status_of(events(*steps))
    return str(found.code), None if found.event is None else found.event.id


def test_nothing_known_is_a_status_of_its_own() -> None:
    assert status() == ("no_response", None)


@pytest.mark.parametrize(("step", "code"), ONE_EVENT.items())
def test_one_event_alone(step: str, code: str) -> None:
    assert status(step) == (code, None if code == "no_response" else "sk-01")


def test_the_table_speaks_of_every_event_and_every_status() -> None:
    without_value = {str(kind) for kind, values in VALUES_OF_TYPE.items() if not values}
    assert ONE_EVENT.keys() == {*map(str, EventValue), *without_value}
    assert set(ONE_EVENT.values()) == set(map(str, StatusCode))


@pytest.mark.parametrize(
    ("steps", "expected"),
    [
        # closed wins over everything, whenever it was recorded
        (("verified_done", "superseded"), ("closed", "sk-02")),
        (("superseded", "reported_done"), ("closed", "sk-01")),
        # the newest finding of the council counts
        (("verified_partial", "verified_done"), ("done_verified", "sk-02")),
        (("verified_done", "not_satisfied"), ("not_satisfactory", "sk-02")),
        (("reported_done", "not_satisfied"), ("not_satisfactory", "sk-02")),
        (("reported_done", "verified_done"), ("done_verified", "sk-02")),
        # a claim that is newer than a finding opens the matter again
        (("not_satisfied", "reported_done"), ("reported_done", "sk-02")),
        (("verified_partial", "in_progress"), ("in_progress", "sk-02")),
        (("verified_partial", "will_not_do"), ("declined", "sk-02")),
        (("not_satisfied", "planned", "reported_partial"), ("in_progress", "sk-03")),
        (("reported_done", "not_satisfied", "reported_done", "verified_done"), ("done_verified", "sk-04")),
        # what is not a claim does not open it
        (("verified_done", "don_doc"), ("done_verified", "sk-01")),
        (("verified_partial", "accepted"), ("partly_done", "sk-01")),
        (("verified_partial", "transfer"), ("partly_done", "sk-01")),
        # who could not verify has found nothing
        (("reported_done", "cannot_verify"), ("reported_done", "sk-01")),
        (("verified_partial", "cannot_verify"), ("partly_done", "sk-01")),
        (("verified_partial", "reported_done", "cannot_verify"), ("reported_done", "sk-02")),
        # the newest claim of the body counts
        (("reported_done", "in_progress"), ("in_progress", "sk-02")),
        (("planned", "will_not_do"), ("declined", "sk-02")),
        (("will_not_do", "reported_done"), ("reported_done", "sk-02")),
        # a claim says more than a position, in any order
        (("accepted", "planned"), ("in_progress", "sk-02")),
        (("planned", "accepted"), ("in_progress", "sk-01")),
        (("not_accepted", "in_progress"), ("in_progress", "sk-02")),
        # the newest position counts
        (("not_accepted", "accepted"), ("accepted", "sk-02")),
        (("accepted", "not_accepted"), ("declined", "sk-02")),
        # steps of others leave the last answer as it is
        (("accepted", "forwarded", "deadline_extended", "chat_van"), ("accepted", "sk-01")),
        (("reported_done", "transfer"), ("reported_done", "sk-01")),
    ],
)
def test_the_first_match_of_the_table_wins(steps: tuple[str, ...], expected: tuple[str, str]) -> None:
    assert status(*steps) == expected
