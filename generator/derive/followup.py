"""What became of each recommendation by a day: what each body owes, where it stands, and how late it is.

Meaning: points 12 to 15 of ``schema/nghia-vu.md``.
"""

import datetime
from collections.abc import Mapping
from typing import NamedTuple

from generator.derive.backlinks import topics_of_recommendation
from generator.duties.deadlines import Limit, Timeliness, TimelinessCode, limits, timeliness_of
from generator.duties.owing import Duty, Former, owing_of
from generator.duties.standing import Standing, StatusCode, is_claimed, standing_of
from generator.model.catalogue import Holidays
from generator.model.finding import Statement
from generator.model.recommendation import Recommendation, Share
from generator.model.survey import Survey
from generator.model.unit import Unit
from generator.model.vocabulary import AbsenceReason, Authority

_CLOSED = frozenset({StatusCode.CLOSED, StatusCode.EXPLANATION_ACCEPTED})
FINISHED = _CLOSED | {StatusCode.DONE_VERIFIED, StatusCode.ISSUED}
"""Where nobody must act any more."""
_OUTSIDE = frozenset({StatusCode.CLOSED, StatusCode.CONTINUING, StatusCode.PASSED_ON, StatusCode.ISSUED})
"""What is never part of the number of which the share of what is verified is taken."""


class Owed(NamedTuple):
    """What one body owes on a day, and where it stands."""

    body: str | None
    """Who must act; None where nobody was named, or where who owed last has ended or handed it on to nobody."""
    part: Share | None
    last_body: str | None
    """Who owes or owed last; None where nobody was ever named."""
    former: tuple[Former, ...]
    """Who owed before, and how it passed on."""
    standing: Standing
    limits: tuple[Limit, ...]
    timeliness: Timeliness
    is_orphan: bool
    """Whether something is still to be done and it is not known by whom, though it once was."""
    is_outside: bool
    """Whether it is no part of any share: closed, never done, passed on, or owed by the council itself."""

    @property
    def code(self) -> StatusCode:
        """Return where it stands."""
        return self.standing.code

    @property
    def is_finished(self) -> bool:
        """Return whether nobody must act any more."""
        return self.code in FINISHED


class FollowUp(NamedTuple):
    """Everything that follows from a recommendation on a day."""

    survey: Survey
    recommendation: Recommendation
    owed: tuple[Owed, ...]
    """What each body owes; at least one, of nobody where the record names none."""
    decisive: Owed
    """The least far of what is open: the status of the whole is its own."""
    latest: Owed
    """The one that is most behind its deadline."""
    is_claimed: bool
    """Whether each body's newest word is that it is done, whatever the council found."""
    recurred: tuple[tuple[Survey, Statement], ...] = ()
    """Later findings of what the recommendation was to mend."""

    @property
    def code(self) -> StatusCode:
        """Return where the whole stands."""
        return self.decisive.code

    @property
    def timeliness(self) -> Timeliness:
        """Return how that which is most behind stands to its deadline."""
        return self.latest.timeliness

    @property
    def limit(self) -> datetime.date | None:
        """Return the last day of the deadline of that which is most behind, None where there is no such day."""
        return self.latest.timeliness.limit

    @property
    def due(self) -> Owed | None:
        """Return what must be done first of what is still open and has a deadline."""
        open_ = [each for each in self.owed if each.timeliness.is_open]
        return min(open_, key=_lateness, default=None)

    @property
    def responsible(self) -> tuple[str, ...]:
        """Return the bodies that must act now, each once."""
        if self.is_passed_on:
            return ()
        bodies = (each.body for each in self.owed if not each.is_finished)
        return tuple(dict.fromkeys(body for body in bodies if body is not None))

    @property
    def is_passed_on(self) -> bool:
        """Return whether it is only handed on to a higher level, so that nobody here must act."""
        return self.recommendation.authority is Authority.FORWARDED

    @property
    def is_counted(self) -> bool:
        """Return whether it is part of the number of which shares are taken."""
        return not all(each.is_outside for each in self.owed)

    @property
    def is_without_body(self) -> bool:
        """Return whether of something that is still to be done it is not known who took it over."""
        return any(each.is_orphan for each in self.owed)

    @property
    def is_finished(self) -> bool:
        """Return whether nobody must act any more."""
        return all(each.is_finished for each in self.owed)

    @property
    def key(self) -> str:
        """Return the name of the recommendation in addresses and in feeds, e.g. ``2023-giam-sat-kn-01``."""
        return f"{self.survey.id}-{self.recommendation.id}"

    @property
    def topics(self) -> tuple[str, ...]:
        """Return the topics of the recommendation, or of its survey where it has none of its own."""
        return topics_of_recommendation(self.survey, self.recommendation)


def follow_up(
    survey: Survey,
    recommendation: Recommendation,
    units: Mapping[str, Unit],
    *,
    finders: frozenset[str],
    today: datetime.date,
    holidays: Holidays,
    recurred: tuple[tuple[Survey, Statement], ...] = (),
) -> FollowUp:
    """Return what became of a recommendation by ``today``; its events must be recorded by then."""
    owed = tuple(
        _owed(recommendation, duty, units, finders=finders, today=today, holidays=holidays)
        for duty in owing_of(recommendation, finders=finders).duties
    )
    open_ = [each for each in owed if each.code is not StatusCode.CLOSED]
    return FollowUp(
        survey=survey,
        recommendation=recommendation,
        owed=owed,
        decisive=min(open_ or owed, key=lambda each: list(StatusCode).index(each.code)),
        latest=min(open_ or owed, key=_lateness),
        is_claimed=all(is_claimed(each.standing) for each in open_ or owed),
        recurred=recurred,
    )


def _owed(
    recommendation: Recommendation,
    duty: Duty,
    units: Mapping[str, Unit],
    *,
    finders: frozenset[str],
    today: datetime.date,
    holidays: Holidays,
) -> Owed:
    size = recommendation.size
    standing = standing_of(duty.steps, size=size)
    known = limits(recommendation.deadline, duty.steps, holidays, size=size)
    # A verification confirms the work, whoever claimed it; an unverified claim is that of who owes now.
    is_verified = standing.code is StatusCode.DONE_VERIFIED
    heard = [event for event, _ in duty.heard] if is_verified else duty.steps
    timeliness = timeliness_of(standing, heard, known, without=_without(recommendation), today=today, size=size)
    is_own = duty.body in finders
    code = _of_its_kind(standing.code, recommendation, is_own=is_own)
    is_gone = duty.body is not None and units[duty.body].has_ended(today)
    is_missing = is_gone or (duty.body is None and bool(duty.former))
    is_passed_on = recommendation.authority is Authority.FORWARDED
    is_endless = is_passed_on or recommendation.continuing
    is_orphan = is_missing and code not in FINISHED and not is_passed_on
    return Owed(
        body=None if is_orphan else duty.body,
        part=duty.part,
        last_body=next((each for each in duty.bodies if each is not None), None),
        former=duty.former,
        standing=standing._replace(code=code),
        limits=known,
        timeliness=Timeliness(TimelinessCode.NOT_COUNTED) if is_endless else timeliness,
        is_orphan=is_orphan,
        is_outside=is_own or is_endless or code in _OUTSIDE,
    )


def _of_its_kind(code: StatusCode, recommendation: Recommendation, *, is_own: bool) -> StatusCode:
    """Return the status of what is never simply done: it goes on, is passed on, or is the council's own."""
    if code in _CLOSED:
        return code
    if recommendation.authority is Authority.FORWARDED and code is StatusCode.NO_RESPONSE:
        return StatusCode.PASSED_ON
    if recommendation.continuing and code is not StatusCode.DECLINED:
        return StatusCode.CONTINUING
    return StatusCode.ISSUED if is_own and code is StatusCode.REPORTED_DONE else code


def _without(recommendation: Recommendation) -> TimelinessCode:
    """Return what is said of a deadline that is no day: that the source has none only where it was read for one."""
    if recommendation.deadline is not None:
        return TimelinessCode.AS_STATED
    why = recommendation.why_absent("deadline")
    is_stated = why is not None and why.reason is AbsenceReason.NOT_STATED
    return TimelinessCode.NO_DEADLINE if is_stated else TimelinessCode.UNKNOWN_DEADLINE


_URGENCY = (
    TimelinessCode.OVERDUE,
    TimelinessCode.DECLINED_OVERDUE,
    TimelinessCode.REPORTED_LATE,
    TimelinessCode.DONE_LATE,
    TimelinessCode.DONE_UNKNOWN,
    TimelinessCode.NOT_DUE,
    TimelinessCode.AS_STATED,
    TimelinessCode.UNKNOWN_DEADLINE,
    TimelinessCode.NO_DEADLINE,
    TimelinessCode.REPORTED_ON_TIME,
    TimelinessCode.DONE_ON_TIME,
    TimelinessCode.CLOSED_OVERDUE,
    TimelinessCode.NOT_COUNTED,
)
"""Which of several bodies is most behind: the first of these, then the one whose deadline was first."""


def _lateness(owed: Owed) -> tuple[int, int, datetime.date]:
    code, limit, days, _ = owed.timeliness
    return _URGENCY.index(code), -days, limit or datetime.date.max
