"""In which one sentence is it said what happened, and who says so? The same words in feeds, timelines and lists."""

import datetime
from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import NamedTuple, assert_never

from generator.derive.changes import Amendment, Answer, Change, Removal, Step
from generator.derive.followup import FollowUp
from generator.derive.times import name_on
from generator.model.recommendation import Event, Share
from generator.model.steps import EventType
from generator.model.survey import Correction, Survey
from generator.model.unit import Unit
from generator.model.vocabulary import CorrectionKind
from generator.strings import label, say
from generator.wording.absence import absence
from generator.wording.dates import dated, dated_day
from generator.wording.names import called, numbered_heading
from generator.wording.texts import with_small_initial

Units = Mapping[str, Unit]


class EventSentence(NamedTuple):
    """The parts of the sentence of an event, for a page that links the body or sets the dates apart."""

    who: str
    what: str
    when: str


def sentence_of(units: Units, follow_up: FollowUp, event: Event) -> str:
    """Return what happened to a recommendation, who says so and when, without a full stop.

    For example "UBND xã A báo cáo đã xong (ngày 22/12/2023, ghi nhận ngày 26/12/2023)".
    """
    who, what, when = event_sentence(units, follow_up, event)
    return say("sentences.sentence", who=who, what=what, when=when)


def event_sentence(units: Units, follow_up: FollowUp, event: Event) -> EventSentence:
    """Return who says what of a recommendation, and when; units bear the names that they had then."""
    then = _day_of(event)
    who = say("sentences.nobody") if event.by is None else name_on(units[event.by], then).text
    return EventSentence(who, _what(units, follow_up, event, then), _when(event))


def sentence_of_change(units: Units, change: Change) -> str:
    """Return what changed as one sentence that stands for itself, without a full stop."""
    subject = change.subject
    if isinstance(subject, Survey):
        kind = label("survey_kind", subject.kind)
        when = dated(subject.date)
        return say("sentences.change.published", kind=with_small_initial(kind), title=subject.title, when=when)
    if isinstance(subject, Step):
        return _of_step(units, subject)
    if isinstance(subject, Answer):
        return _of_answer(units, subject)
    if isinstance(subject, Amendment):
        return _of_correction(subject)
    if isinstance(subject, Removal):
        return what_went(subject)
    assert_never(subject)


def what_of(correction: Correction) -> str:
    """Return what was corrected; of what was taken away only that something was, never what."""
    is_told = correction.kind is not CorrectionKind.REDACTION and bool(correction.what)
    return correction.what if is_told else say("sentences.removed")


def what_went(removal: Removal) -> str:
    """Return what was withdrawn; of a whole survey only that one was."""
    _, survey, part = removal
    if survey is None or part is None:
        return say("sentences.change.withdrawn")
    return say("sentences.change.withdrawn_part", part=numbered_heading(part.id), title=survey.title)


def _of_step(units: Units, step: Step) -> str:
    follow_up, event = step
    recommendation = follow_up.recommendation
    name = called(follow_up.survey, recommendation.id, recommendation.heading)
    sentence = sentence_of(units, follow_up, event)
    return say("sentences.change.event", recommendation=name, sentence=sentence)


def _of_answer(units: Units, answer: Answer) -> str:
    survey, statement, reply = answer
    assert reply.received is not None, "a reply without a day is no change"
    return say(
        "sentences.change.reply",
        unit=name_on(units[reply.unit], reply.received).text,
        finding=with_small_initial(called(survey, statement.id, statement.heading)),
        position=say(f"sentences.reply.{reply.position}"),
        received=dated_day(reply.received),
    )


def _of_correction(amendment: Amendment) -> str:
    survey, correction = amendment.survey, amendment.correction
    if correction.kind is CorrectionKind.REDACTION:
        return say("sentences.change.redaction", title=survey.title)
    return say(f"sentences.change.corrected.{correction.kind}", title=survey.title, what=correction.what)


def _what(units: Units, follow_up: FollowUp, event: Event, then: datetime.date) -> str:
    how = "" if event.method is None else say("sentences.how", method=with_small_initial(_method(event)))
    filling = {"how": how}
    if event.shares:
        filling["receiver"] = ", ".join(_share(units, share, then) for share in event.shares)
    if event.deadline is not None:
        filling["deadline"] = dated_day(event.deadline)
    before = _deadline_before(follow_up, event)
    if before is not None:
        filling["before"] = dated_day(before)
    what = say(f"sentences.event.{_key(event, before)}", **filling)
    return "".join((what, *_remarks(units, follow_up, event, then)))


def _share(units: Units, share: Share, then: datetime.date) -> str:
    name = name_on(units[share.unit], then).text
    return name if share.part is None else say("sentences.share", unit=name, part=share.part)


def _remarks(units: Units, follow_up: FollowUp, event: Event, then: datetime.date) -> Iterator[str]:
    """Yield of whom and of what the step speaks, where it says so: each with the blank before it."""
    if event.about:
        names = ", ".join(name_on(units[each], then).text for each in event.about)
        yield say("sentences.about", names=names)
    if event.parts:
        shares = [share for share in _all_shares(follow_up) if share.id in event.parts]
        yield say("sentences.parts", parts="; ".join(share.part for share in shares if share.part is not None))
    if event.members is not None:
        yield say("sentences.members", members=event.members)
    if event.completed is not None:
        yield say("sentences.completed", date=dated(event.completed))


def _all_shares(follow_up: FollowUp) -> Iterator[Share]:
    """Yield every part of the work that was ever given to a body."""
    recommendation = follow_up.recommendation
    yield from recommendation.shares
    for event in recommendation.events:
        yield from event.shares


def _when(event: Event) -> str:
    """Return when it happened, and when it came on record where that is another day."""
    recorded = dated_day(event.recorded)
    if event.occurred is None:
        if event.why_absent("occurred") is None:
            return say("sentences.when.unknown", recorded=recorded)
        reason = with_small_initial(absence(event, "occurred").text)
        return say("sentences.when.unknown_because", recorded=recorded, reason=reason)
    occurred = dated(event.occurred)
    if occurred == recorded:
        return occurred
    return say("sentences.when.differs", occurred=occurred, recorded=recorded)


def _key(event: Event, before: datetime.date | None) -> str:
    """Return the name of the sentence for an event."""
    if event.value is not None:
        return event.value
    if event.type is EventType.FORWARDED and event.shares:
        return "forwarded_to"
    if event.type is EventType.TRANSFER and event.shares:
        return "transfer_in_part" if event.keeps_rest else "transfer_to"
    if event.type is EventType.DEADLINE_SET and before is not None:
        return "deadline_set_again"
    if event.type is EventType.DEADLINE_EXTENDED and before is not None:
        return "deadline_extended_from"
    return event.type


def _deadline_before(follow_up: FollowUp, event: Event) -> datetime.date | None:
    """Return the deadline that the event replaced, None where it replaced none."""
    if event.deadline is None:
        return None
    for owed in follow_up.owed:
        for before, limit in pairwise(owed.limits):
            if limit.event is event:
                return before.date
    return None


def _method(event: Event) -> str:
    assert event.method is not None
    return label("verification_method", event.method)


def _day_of(event: Event) -> datetime.date:
    """Return the day on which names are looked up: the last on which it can have happened."""
    latest = None if event.occurred is None else event.occurred.latest
    return event.recorded if latest is None else latest
