"""Does each step of a recommendation say what a step of its type must say?"""

from collections.abc import Iterator
from itertools import pairwise

from generator.model.recommendation import Event
from generator.model.steps import VALUES_OF_TYPE, EventType, EventValue, VerificationMethod
from generator.model.survey import Survey
from generator.problems import Complaint, field_name
from generator.rules.context import Sheet, survey_rule
from generator.rules.days import said
from generator.strings import codes_of, say
from generator.vietnamese.folding import nearest

_REASONED = {EventValue.NOT_ACCEPTED, EventValue.WILL_NOT_DO}

_NEEDED: dict[EventType, tuple[str, ...]] = {
    EventType.ADDRESSEE_ADDED: ("receiver",),
    EventType.CLOSED: ("note",),
    EventType.OUTSIDE_FINDING: ("by", "note"),
    EventType.REOPENED: ("note",),
    EventType.DEADLINE_SET: ("deadline",),
    EventType.DEADLINE_EXTENDED: ("deadline",),
}
"""Without these a step says nothing: who comes in, why it is closed, until when."""
_NEEDED_UNLESS_EXPLAINED: dict[EventType | EventValue, str] = {
    EventType.TRANSFER: "receiver",
    EventValue.SUPERSEDED: "successor",
}
"""The same, where a source may leave it open: then the step says why it is not there."""

_RESERVED: dict[str, tuple[EventType, ...]] = {
    "receiver": (EventType.TRANSFER, EventType.ADDRESSEE_ADDED, EventType.FORWARDED),
    "receivers": (EventType.TRANSFER, EventType.ADDRESSEE_ADDED),
    "keeps_rest": (EventType.TRANSFER,),
    "members": (EventType.POSITION, EventType.PROGRESS, EventType.VERIFICATION),
    "completed": (EventType.PROGRESS, EventType.VERIFICATION),
    "successor": (EventType.CLOSED,),
    "reorganisation": (EventType.TRANSFER,),
    "deadline": (EventType.DEADLINE_SET, EventType.DEADLINE_EXTENDED),
    "method": (EventType.VERIFICATION,),
}
"""Fields that only steps of these types have."""


@survey_rule("R80")
def events_are_appended(sheet: Sheet[Survey]) -> Iterator[Complaint]:
    """Steps stand in the order in which they were recorded: the newest is the last, none is slipped in."""
    for recommendation in sheet.record.recommendations:
        for earlier, later in pairwise(recommendation.events):
            if later.recorded < earlier.recorded:
                details = {"before": said(earlier.recorded), "earlier": earlier.id}
                yield Complaint(sheet.place_of(later) / "recorded", "R80", str(later.recorded), details=details)


@survey_rule("R81")
def values_belong_to_their_type(sheet: Sheet[Survey]) -> Iterator[Complaint]:
    """The value of a step is one of those that its type has, for the status is computed from both."""
    for event in sheet.parts(Event):
        values = VALUES_OF_TYPE[event.type]
        if event.value not in values and (values or event.value is not None):
            yield _wrong_value(sheet, event)


@survey_rule("R82")
def steps_are_complete(sheet: Sheet[Survey]) -> Iterator[Complaint]:
    """A transfer names the receiver, a refusal and a closing their reason, a deadline its day."""
    for event in sheet.parts(Event):
        for name, advice in _missing(event):
            type_, field = codes_of("event_type", [event.type]), field_name(Event, name)
            do = say(f"problems.R82.advice.{advice}", name=name)
            details = {"event": event.id, "type": type_, "field": field, "advice": do}
            yield Complaint(sheet.place_of(event), "R82", details=details)


@survey_rule("R83")
def steps_say_nothing_else(sheet: Sheet[Survey]) -> Iterator[Complaint]:
    """A receiver, a deadline or a method stands only in a step whose type has one; pages show it nowhere else."""
    for event in sheet.parts(Event):
        for name, types in _RESERVED.items():
            if event.type not in types and getattr(event, name):
                place, right = (sheet.place_of(event) / name).of_key(), codes_of("event_type", types)
                details = {"type": codes_of("event_type", [event.type]), "field": field_name(Event, name)}
                yield Complaint(place, "R83", name, right, details=details)


@survey_rule("R84")
def verifications_tell_how(sheet: Sheet[Survey]) -> Iterator[Complaint]:
    """Readers trust a verification more when it says how the council satisfied itself."""
    for event in sheet.parts(Event):
        if event.type is EventType.VERIFICATION and event.method is None and event.why_absent("method") is None:
            methods = codes_of("verification_method", VerificationMethod)
            yield Complaint(sheet.place_of(event), "R84", event.id, methods, details={"event": event.id})


def _missing(event: Event) -> Iterator[tuple[str, str]]:
    """Yield the fields that a step lacks, and which advice helps."""
    for name in ("note",) if event.value in _REASONED else _NEEDED.get(event.type, ()):
        if not _has(event, name):
            yield name, "needed"
    kinds: tuple[EventType | EventValue | None, ...] = (event.type, event.value)
    for kind in kinds:
        explained = None if kind is None else _NEEDED_UNLESS_EXPLAINED.get(kind)
        if explained is not None and not _has(event, explained) and event.why_absent(explained) is None:
            yield explained, "or_explained"


def _has(event: Event, name: str) -> bool:
    """Return whether a step has a field; who receives may be one body or several."""
    return bool(event.shares) if name == "receiver" else getattr(event, name) is not None


def _wrong_value(sheet: Sheet[Survey], event: Event) -> Complaint:
    values = VALUES_OF_TYPE[event.type]
    which = "none_wanted" if not values else "missing" if event.value is None else "of_another"
    place = sheet.place_of(event)
    place = place / "type" if event.value is None else place / "value"
    allowed = codes_of("event_value", values)
    details = {"what": say(f"problems.R81.what.{which}", type=codes_of("event_type", [event.type]))}
    return Complaint(place, "R81", event.value or "", allowed, nearest(event.value or "", values) or "", details)
