"""Where does a recommendation stand? Computed from its events, never written by anyone."""

from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple

from generator.model.recommendation import Event
from generator.model.vocabulary import EventType, EventValue


class StatusCode(StrEnum):
    """The nine states; labels in ``strings/vocabulary.yml`` under ``status``."""

    CLOSED = "closed"
    DONE_VERIFIED = "done_verified"
    PARTLY_DONE = "partly_done"
    NOT_SATISFACTORY = "not_satisfactory"
    DECLINED = "declined"
    REPORTED_DONE = "reported_done"
    IN_PROGRESS = "in_progress"
    ACCEPTED = "accepted"
    NO_RESPONSE = "no_response"


class Status(NamedTuple):
    """A state, and the event that says so; None where nothing is known."""

    code: StatusCode
    event: Event | None


_OF_VERIFICATION = {
    EventValue.VERIFIED_DONE: StatusCode.DONE_VERIFIED,
    EventValue.VERIFIED_PARTIAL: StatusCode.PARTLY_DONE,
    EventValue.NOT_SATISFIED: StatusCode.NOT_SATISFACTORY,
}
_OF_CLAIM = {
    EventValue.NOT_ACCEPTED: StatusCode.DECLINED,
    EventValue.WILL_NOT_DO: StatusCode.DECLINED,
    EventValue.REPORTED_DONE: StatusCode.REPORTED_DONE,
    EventValue.PLANNED: StatusCode.IN_PROGRESS,
    EventValue.IN_PROGRESS: StatusCode.IN_PROGRESS,
    EventValue.REPORTED_PARTIAL: StatusCode.IN_PROGRESS,
    EventValue.ACCEPTED: StatusCode.ACCEPTED,
    EventValue.ACCEPTED_IN_PART: StatusCode.ACCEPTED,
    EventValue.ALTERNATIVE_PROPOSED: StatusCode.ACCEPTED,
}


def status_of(events: Sequence[Event]) -> Status:
    """Return the status that follows from events given in the order in which they were recorded.

    Closed wins. Else the newest finding of the council counts, unless the body has claimed something since,
    which opens the matter again; else the newest claim of the body; else its position; else nothing is known.
    """
    closed = _newest(events, EventType.CLOSED)
    if closed is not None:
        return Status(StatusCode.CLOSED, closed)
    verified = max((at for at, event in enumerate(events) if event.value in _OF_VERIFICATION), default=-1)
    claim = _newest(events[verified + 1 :], EventType.PROGRESS)
    if claim is None and verified >= 0:
        return _status(events[verified], _OF_VERIFICATION)
    answer = _newest(events, EventType.POSITION)
    if answer is None or (claim is not None and not _refuses_after(answer, claim, events)):
        answer = claim
    return _status(answer, _OF_CLAIM) if answer is not None else Status(StatusCode.NO_RESPONSE, None)


def _newest(events: Sequence[Event], kind: EventType) -> Event | None:
    return next((event for event in reversed(events) if event.type is kind), None)


def _refuses_after(position: Event, claim: Event, events: Sequence[Event]) -> bool:
    """Return whether the body said no after its last claim; a milder position says less than a claim."""
    return position.value is EventValue.NOT_ACCEPTED and events.index(position) > events.index(claim)


def _status(event: Event, codes: dict[EventValue, StatusCode]) -> Status:
    assert event.value is not None, "checked: a position, a claim and a verification have a value"
    return Status(codes[event.value], event)
