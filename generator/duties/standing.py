"""Where does one duty stand? What its body said and what the council found, weighed against each other.

Computed from steps, never written by anyone. Meaning: points 9 to 11 of ``schema/nghia-vu.md``.
"""

from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import NamedTuple

from generator.duties.moments import WORDS, day_of, is_surely_after
from generator.model.recommendation import Event
from generator.model.steps import EventType, EventValue


class StatusCode(StrEnum):
    """Where a duty or a recommendation stands; labels in ``strings/vocabulary.yml`` under ``status``.

    In the order of how far it is: of several duties the first one tells where the whole stands.
    """

    DECLINED = "declined"
    NO_RESPONSE = "no_response"
    NOT_SATISFACTORY = "not_satisfactory"
    EXPLAINED = "explained"
    ACCEPTED = "accepted"
    PLANNED = "planned"
    IN_PROGRESS = "in_progress"
    PARTLY_DONE = "partly_done"
    REPORTED_DONE = "reported_done"
    EXPLANATION_ACCEPTED = "explanation_accepted"
    DONE_VERIFIED = "done_verified"
    CONTINUING = "continuing"
    PASSED_ON = "passed_on"
    ISSUED = "issued"
    CLOSED = "closed"


class Found(NamedTuple):
    """What the council found, or that it opened again what it had found done."""

    event: Event
    value: EventValue


class Standing(NamedTuple):
    """Where a duty stands, and the steps that say so; None where there is no such step."""

    code: StatusCode
    word: Event | None = None
    """What its body last said, as far as it still counts."""
    found: Found | None = None
    """What the council last found."""
    better: Found | None = None
    """What it found on the same day that sounds better; the lesser one counts."""
    closing: Event | None = None

    @property
    def is_of_the_council(self) -> bool:
        """Return whether it is what the council found that decides."""
        return self.found is not None and self.code is _OF_FINDING[self.found.value]

    @property
    def event(self) -> Event | None:
        """Return the step that decides; None where nothing is known."""
        if self.closing is not None:
            return self.closing
        if self.found is not None and self.is_of_the_council:
            return self.found.event
        return self.word or (None if self.found is None else self.found.event)


_OF_FINDING = {
    EventValue.VERIFIED_DONE: StatusCode.DONE_VERIFIED,
    EventValue.VERIFIED_PARTIAL: StatusCode.PARTLY_DONE,
    EventValue.NOT_SATISFIED: StatusCode.NOT_SATISFACTORY,
}
"""The best finding first."""
_BEST_FIRST = list(_OF_FINDING)
_OF_WORD = {
    EventValue.NOT_ACCEPTED: StatusCode.DECLINED,
    EventValue.WILL_NOT_DO: StatusCode.DECLINED,
    EventValue.REPORTED_DONE: StatusCode.REPORTED_DONE,
    EventValue.REPORTED_PARTIAL: StatusCode.IN_PROGRESS,
    EventValue.IN_PROGRESS: StatusCode.IN_PROGRESS,
    EventValue.PLANNED: StatusCode.PLANNED,
    EventValue.ACCEPTED: StatusCode.ACCEPTED,
    EventValue.ACCEPTED_IN_PART: StatusCode.ACCEPTED,
    EventValue.ALTERNATIVE_PROPOSED: StatusCode.ACCEPTED,
    EventValue.EXPLAINED: StatusCode.EXPLAINED,
}
_REFUSALS = frozenset({EventValue.NOT_ACCEPTED, EventValue.WILL_NOT_DO})
DEADLINES = frozenset({EventType.DEADLINE_SET, EventType.DEADLINE_EXTENDED})
"""Steps by which the council says until when."""


def standing_of(steps: Sequence[Event], *, size: int | None = None) -> Standing:
    """Return where a duty stands after ``steps``, given in the order of time.

    They are the words of the body that owes and the findings, closings, reopenings and deadlines of the council, no
    others. Of a group that is not listed ``size`` is how many bodies it has.
    """
    is_open = _weighed(steps, findings(steps, size=size), size)
    closing = _closing(steps)
    if closing is None or is_open.code is StatusCode.DONE_VERIFIED:
        return is_open
    is_excused = closing.value is EventValue.EXPLANATION_ACCEPTED
    code = StatusCode.EXPLANATION_ACCEPTED if is_excused else StatusCode.CLOSED
    return is_open._replace(code=code, closing=closing)


def findings(steps: Sequence[Event], *, size: int | None = None) -> list[Found]:
    """Return what the council found, in the order of time; who opens again what was done finds it wanting."""
    found: list[Found] = []
    for place, each in enumerate(steps):
        if each.value in _OF_FINDING:
            found.append(Found(each, _value(each, size)))
        elif (
            each.type is EventType.REOPENED
            and _weighed(steps[:place], found, size).code is StatusCode.DONE_VERIFIED
        ):
            found.append(Found(each, EventValue.NOT_SATISFIED))
    return found


def is_claimed(standing: Standing) -> bool:
    """Return whether the body's last word is that all is done, whatever the council found, or it is verified."""
    if standing.code in (StatusCode.PARTLY_DONE, StatusCode.NOT_SATISFACTORY):
        return standing.word is not None and standing.word.value is EventValue.REPORTED_DONE
    return standing.code in (StatusCode.REPORTED_DONE, StatusCode.DONE_VERIFIED)


def _is_refusal(event: Event | None) -> bool:
    """Return whether a body says that it does not do it."""
    return event is not None and event.value in _REFUSALS


def _weighed(steps: Iterable[Event], found: Sequence[Found], size: int | None) -> Standing:
    """Return where a duty stands by what was said and what was found."""
    words = [each for each in steps if each.type in WORDS]
    if not found:
        word = _last_word(words)
        return Standing(StatusCode.NO_RESPONSE if word is None else _code(word, size), word)
    counts, better = _lesser_of_the_last_day(found)
    since = [each for each in words if is_surely_after(each, counts.event)]
    word, before = _last_word(since), _last_word([each for each in words if each not in since])
    standing = Standing(_OF_FINDING[counts.value], word or before, counts, better)
    code = _code_since(counts.value, since, size)
    if code is None and counts.value is EventValue.VERIFIED_PARTIAL and _is_refusal(_last_word(words)):
        code = StatusCode.DECLINED  # the rest was refused before a part of it was found done
    return standing if code is None else standing._replace(code=code)


def _code_since(found: EventValue, since: Sequence[Event], size: int | None) -> StatusCode | None:
    """Return the status that words give which came after a finding; None where the finding stands."""
    word = _last_word(since)
    if word is None:
        return None
    if found is not EventValue.VERIFIED_DONE:
        code = _code(word, size)
        return code if code in (StatusCode.DECLINED, StatusCode.REPORTED_DONE) else None
    claims = [_code(each, size) for each in since if each.type is EventType.PROGRESS]
    is_lowered = any(code not in (StatusCode.REPORTED_DONE, StatusCode.DECLINED) for code in claims)
    # Who gave up and then claims again claims anew; who gave up and only agrees has taken that back.
    is_anew = StatusCode.DECLINED in claims and word.type is EventType.PROGRESS
    return _code(word, size) if _is_refusal(word) or is_lowered or is_anew else None


def _lesser_of_the_last_day(found: Sequence[Found]) -> tuple[Found, Found | None]:
    """Return the last finding, of several of one day the least, and the best of them where it sounds better."""
    last = [each for each in found if day_of(each.event) == day_of(found[-1].event)]
    ranked = sorted(last, key=lambda each: _BEST_FIRST.index(each.value))
    return ranked[-1], ranked[0] if ranked[0].value is not ranked[-1].value else None


def _last_word(words: Iterable[Event]) -> Event | None:
    """Return the word that counts: the last claim or refusal; a milder position only takes a refusal back.

    To explain takes none back.
    """
    counts: Event | None = None
    for each in words:
        is_strong = each.type is EventType.PROGRESS or _is_refusal(each)
        takes_back = _is_refusal(counts) and each.value is not EventValue.EXPLAINED
        is_next = counts is None or (counts.type is EventType.POSITION and not _is_refusal(counts))
        if is_strong or takes_back or is_next:
            counts = each
    return counts


def _code(word: Event, size: int | None) -> StatusCode:
    """Return the status that a word gives by itself; what some of a group have done is under way for the group."""
    assert word.value is not None, "checked: a position and a claim have a value"
    code = _OF_WORD[word.value]
    is_whole = size is None or (word.members is not None and word.members >= size)
    return code if is_whole or code is not StatusCode.REPORTED_DONE else StatusCode.IN_PROGRESS


def _value(finding: Event, size: int | None) -> EventValue:
    """Return what was found of the whole: what some of a group have done is done in part."""
    assert finding.value is not None, "asked only of a finding"
    is_part = size is not None and finding.members is not None and finding.members < size
    return EventValue.VERIFIED_PARTIAL if is_part and finding.value is _BEST_FIRST[0] else finding.value


def _closing(steps: Iterable[Event]) -> Event | None:
    """Return the step by which it is closed, None where it never was or was opened again since."""
    closing: Event | None = None
    for each in steps:
        if each.type is EventType.CLOSED:
            closing = each
        elif each.type is EventType.REOPENED or each.type in DEADLINES or each.value in _OF_FINDING:
            closing = None
    return closing
