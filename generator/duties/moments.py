"""In which order did the steps of a recommendation happen, and what surely came after what?

The order is that of the world and not of the record: a report of March that came on record in December happened in
March. Meaning: points 6 and 7 of ``schema/nghia-vu.md``.
"""

import datetime
from collections.abc import Iterable

from generator.model.recommendation import Event
from generator.model.steps import EventType

WORDS = frozenset({EventType.POSITION, EventType.PROGRESS})
"""Steps in which a body speaks of what it owes: what it thinks of it, and what it has done."""

_TURNS = {
    EventType.TRANSFER: 0,
    EventType.ADDRESSEE_ADDED: 0,
    EventType.POSITION: 1,
    EventType.PROGRESS: 1,
    EventType.CLOSED: 3,
    EventType.REOPENED: 4,
}
_TURN_OF_FINDINGS = 2


def day_of(event: Event) -> datetime.date:
    """Return the day on which a step has happened at the latest: what is on record has happened."""
    latest = None if event.occurred is None else event.occurred.latest
    return event.recorded if latest is None else min(latest, event.recorded)


def in_order(events: Iterable[Event]) -> list[Event]:
    """Return steps in the order of time; on one day transfers, words, findings, closings, then as recorded."""
    return sorted(events, key=lambda each: (day_of(each), _TURNS.get(each.type, _TURN_OF_FINDINGS)))


def is_surely_after(word: Event, finding: Event) -> bool:
    """Return whether what a body said came after what the council found, whatever the dates leave open."""
    earliest = None if word.occurred is None else word.occurred.earliest
    return earliest is not None and earliest > day_of(finding)
