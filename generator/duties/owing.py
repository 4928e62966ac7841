"""Who owes what? One recommendation may bind several bodies, be divided, and pass on; each answers for itself.

A duty is what one body owes for one part of a recommendation. Meaning: points 1 to 5 of ``schema/nghia-vu.md``.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple, TypeAlias

from generator.duties.moments import WORDS, in_order
from generator.duties.standing import DEADLINES, StatusCode, standing_of
from generator.model.recommendation import Event, Recommendation, Share
from generator.model.steps import EventType

OF_THE_COUNCIL = DEADLINES | {EventType.VERIFICATION, EventType.CLOSED, EventType.REOPENED}
"""What only the council that asked may say."""
_GIVING = frozenset({EventType.TRANSFER, EventType.ADDRESSEE_ADDED})
_FINISHED = frozenset({StatusCode.DONE_VERIFIED, StatusCode.CLOSED, StatusCode.EXPLANATION_ACCEPTED})


class Former(NamedTuple):
    """A body that owed before, and the step by which the duty passed on."""

    body: str | None
    transfer: Event


class Heard(NamedTuple):
    """A step that concerns a duty; of a word, for which body it speaks: None where nobody was named."""

    event: Event
    body: str | None = None


@dataclass(frozen=True)
class Duty:
    """What one body owes for one part of a recommendation."""

    body: str | None
    """None where nobody was named, or where it is not known who took over."""
    part: Share | None = None
    """Which part of the work, where it was divided."""
    former: tuple[Former, ...] = ()
    heard: tuple[Heard, ...] = ()
    """In the order of time."""

    @property
    def steps(self) -> list[Event]:
        """Return what counts of what was heard: the words of the body that owes now, and the council's."""
        return [each for each, body in self.heard if each.type not in WORDS or body == self.body]

    @property
    def part_id(self) -> str | None:
        """Return how steps name the part, None where it has no name or there is none."""
        return None if self.part is None else self.part.id

    @property
    def bodies(self) -> tuple[str | None, ...]:
        """Return who owes and who owed, the last one first."""
        return (self.body, *(each.body for each in reversed(self.former)))


Ambiguous: TypeAlias = tuple[Event, tuple[Duty, ...]]
"""A step that does not say of which of several open duties it speaks."""


class Owing(NamedTuple):
    """What is owed after all steps of a recommendation."""

    duties: tuple[Duty, ...]
    unclear: tuple[Ambiguous, ...]
    """The steps that change nothing because they may speak of several duties, each with those."""


@dataclass
class _State:
    """What is owed so far, while steps are read one by one."""

    duties: list[Duty]
    size: int | None
    support: frozenset[str]
    """Who helps and owes nothing, whatever comes."""
    ever: frozenset[str]
    """Who owes something at some time."""
    waiting: list[Event] = field(default_factory=list)
    """Words by or about bodies that owe nothing yet: a later transfer makes the duty theirs."""
    unclear: list[Ambiguous] = field(default_factory=list)


def owing_of(recommendation: Recommendation, *, finders: frozenset[str]) -> Owing:
    """Return what is owed of a recommendation; only what ``finders`` found counts."""
    owed = [Duty(share.unit, share) for share in recommendation.shares] or [Duty(None)]
    received = (share for event in recommendation.events if event.type in _GIVING for share in event.shares)
    ever = frozenset(share.unit for share in (*recommendation.shares, *received))
    support = () if recommendation.addressee is None else recommendation.addressee.support
    state = _State(owed, recommendation.size, frozenset(support) - ever, ever)
    for event in in_order(recommendation.events):
        if event.type is EventType.TRANSFER:
            _transfer(state, event)
        elif event.type is EventType.ADDRESSEE_ADDED:
            state.duties += [Duty(share.unit, share) for share in event.shares]
        elif event.type in WORDS:
            _word(state, event)
        elif event.type in OF_THE_COUNCIL and event.by in finders:
            _hear(state, event, [each for each in _meant(state, event) if not _judges_itself(event, each, finders)])
    for event in state.waiting:
        named = event.about or event.parts
        _hear(state, event, _named(state, event) if named else _own(state, event) or _meant(state, event))
    duties = tuple(replace(each, heard=_sorted(each.heard)) for each in state.duties)
    return Owing(duties, tuple(state.unclear))


def _judges_itself(event: Event, duty: Duty, finders: frozenset[str]) -> bool:
    """Return whether an organ of the council finds what the council itself owes: none of them verifies that."""
    return event.type is EventType.VERIFICATION and duty.body in finders


def _word(state: _State, event: Event) -> None:
    """Let a word be heard: of the duties that it names, else of those of its body, else of the only open one."""
    if event.by in state.support:
        return
    named = event.about or event.parts
    found = _named(state, event) if named else _own(state, event)
    if found:
        _hear(state, event, found)
    elif state.ever.intersection(event.about or [event.by]):
        state.waiting.append(event)
    elif not named:
        _hear(state, event, _meant(state, event))


def _transfer(state: _State, event: Event) -> None:
    """Let open duties pass on: whole, to several with their parts, or to nobody that is known."""
    moved = [each for each in _meant(state, event) if _is_open(state, each) and not _frees_itself(event, each)]
    duties: list[Duty] = []
    for duty in state.duties:
        if not any(duty is each for each in moved):
            duties.append(duty)
            continue
        if event.keeps_rest:
            duties.append(duty)
        former = (*duty.former, Former(duty.body, event))
        shares: Iterable[Share | None] = event.shares or (None,)
        for share in shares:
            part = duty.part if share is None or share.part is None else share
            duties.append(Duty(None if share is None else share.unit, part, former, duty.heard))
    state.duties = duties


def _frees_itself(event: Event, duty: Duty) -> bool:
    """Return whether who owes passes its own duty on; the law may do so through it."""
    return event.by is not None and event.by == duty.body and event.reorganisation is None


def _hear(state: _State, event: Event, duties: Sequence[Duty]) -> None:
    for number, duty in enumerate(state.duties):
        if any(duty is each for each in duties):
            body = _speaks_for(event, duty)
            state.duties[number] = replace(duty, heard=(*duty.heard, Heard(event, body)))


def _speaks_for(event: Event, duty: Duty) -> str | None:
    """Return for which body a step speaks: its own, one that it names, else the one that owes."""
    if event.by is not None and event.by in duty.bodies and not event.about:
        return event.by
    return next((each for each in event.about if each in duty.bodies), duty.body)


def _own(state: _State, event: Event) -> list[Duty]:
    """Return the duties that a body has, or those that it had."""
    if event.by is None:
        return []
    mine = [each for each in state.duties if each.body == event.by]
    return mine or [each for each in state.duties if event.by in each.bodies]


def _named(state: _State, event: Event) -> list[Duty]:
    """Return the duties that a step names by their bodies, now or before, or by their parts."""
    parts = [each for each in state.duties if each.part_id in event.parts]
    if parts or event.parts:
        return parts
    found = [each for each in state.duties if each.body in event.about]
    missing = set(event.about) - {each.body for each in found}
    return found + [each for each in state.duties if missing.intersection(each.bodies) and each not in found]


def _meant(state: _State, event: Event) -> list[Duty]:
    """Return the duties of which a step speaks: those that it names, else the only open one, else the only one."""
    if event.about or event.parts:
        return _named(state, event)
    still = [each for each in state.duties if _is_open(state, each)] or state.duties
    if len(still) > 1:
        state.unclear.append((event, tuple(still)))
        return []
    return still


def _is_open(state: _State, duty: Duty) -> bool:
    steps = in_order(duty.steps)
    return standing_of(steps, size=state.size).code not in _FINISHED


def _sorted(heard: Iterable[Heard]) -> tuple[Heard, ...]:
    places = {id(event): place for place, event in enumerate(in_order(event for event, _ in heard))}
    return tuple(sorted(heard, key=lambda each: places[id(each.event)]))
