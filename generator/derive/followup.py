"""What became of each recommendation by a day: its status, who says so, who must act now, and how late it is."""

import datetime
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from generator.derive.backlinks import topics_of_recommendation
from generator.derive.deadlines import Limit, Timeliness, TimelinessCode, limits, timeliness_of
from generator.derive.status import Status, StatusCode, status_of
from generator.derive.times import has_ended
from generator.model.catalogue import Holidays
from generator.model.recommendation import Event, Recommendation
from generator.model.survey import Survey
from generator.model.unit import Unit
from generator.model.vocabulary import EventType, EventValue


class Responsible(NamedTuple):
    """Who must act on a day.

    ``unit`` is None where nobody does: either no addressee was ever named (``former`` is None too), or the
    last one, ``former``, has ended and no transfer is recorded. ``transfer`` is the event that made it so.
    """

    unit: str | None
    former: str | None = None
    transfer: Event | None = None


class FollowUp(NamedTuple):
    """Everything that follows from a recommendation on a day."""

    survey: Survey
    recommendation: Recommendation
    status: Status
    responsible: Responsible
    limits: tuple[Limit, ...]
    timeliness: Timeliness
    is_claimed: bool
    """Whether the body's newest word is that it is done, whatever the council found."""

    @property
    def is_without_body(self) -> bool:
        """Return whether something is still to be done and nobody is there to do it."""
        return self.responsible.unit is None and self.responsible.former is not None and not self.is_finished

    @property
    def is_finished(self) -> bool:
        """Return whether nothing is left to be done: verified as done, or no longer applicable."""
        return self.status.code in (StatusCode.DONE_VERIFIED, StatusCode.CLOSED)

    @property
    def limit(self) -> datetime.date | None:
        """Return the last day of the deadline that counts, None where none was ever set."""
        return self.limits[-1].date if self.limits else None

    @property
    def key(self) -> str:
        """Return the name of the recommendation in addresses and in feeds, e.g. ``2023-giam-sat-kn-01``."""
        return f"{self.survey.id}-{self.recommendation.id}"

    @property
    def topics(self) -> tuple[str, ...]:
        """Return the topics of the recommendation, or of its survey where it has none of its own."""
        return topics_of_recommendation(self.survey, self.recommendation)


class Tally(NamedTuple):
    """How many recommendations of a group stand where. Closed ones are no part of ``counted``."""

    total: int
    counted: int
    verified: int
    claimed: int
    overdue: int
    without_body: int
    of_status: Mapping[StatusCode, int]


def follow_up(
    survey: Survey,
    recommendation: Recommendation,
    units: Mapping[str, Unit],
    *,
    today: datetime.date,
    holidays: Holidays,
) -> FollowUp:
    """Return what became of a recommendation by ``today``; its events must be recorded by then, in order."""
    events = recommendation.events
    status = status_of(events)
    known = limits(recommendation.deadline, events, holidays)
    claims = [event for event in events if event.type is EventType.PROGRESS]
    return FollowUp(
        survey=survey,
        recommendation=recommendation,
        status=status,
        responsible=responsible_for(recommendation, units, today=today),
        limits=known,
        timeliness=_timeliness(recommendation, status, known, today),
        is_claimed=status.code is StatusCode.DONE_VERIFIED
        or (bool(claims) and claims[-1].value is EventValue.REPORTED_DONE),
    )


def _timeliness(
    recommendation: Recommendation, status: Status, known: tuple[Limit, ...], today: datetime.date
) -> Timeliness:
    """Return how it stands to its deadline; nothing is late where the deadline is only the source's words."""
    if not known and recommendation.deadline is not None:
        return Timeliness(TimelinessCode.NOT_COUNTED)
    return timeliness_of(status, recommendation.events, known[-1].date if known else None, today=today)


def responsible_for(
    recommendation: Recommendation, units: Mapping[str, Unit], *, today: datetime.date
) -> Responsible:
    """Return who must act on ``today``: the last receiver, else the addressee, if it is still there."""
    transfer = next((event for event in reversed(recommendation.events) if event.receiver is not None), None)
    if transfer is not None:
        last = transfer.receiver
    else:
        last = None if recommendation.addressee is None else recommendation.addressee.lead
    if last is None:
        return Responsible(None)
    if has_ended(units[last], today):
        return Responsible(None, former=last, transfer=transfer)
    return Responsible(last, transfer=transfer)


def tally(follow_ups: Iterable[FollowUp]) -> Tally:
    """Return the counts of a group of recommendations; every total on every page comes from here."""
    group = list(follow_ups)
    of_status = Counter(each.status.code for each in group)
    counted = [each for each in group if each.status.code is not StatusCode.CLOSED]
    return Tally(
        total=len(group),
        counted=len(counted),
        verified=of_status[StatusCode.DONE_VERIFIED],
        claimed=sum(each.is_claimed for each in counted),
        overdue=sum(each.timeliness.code is TimelinessCode.OVERDUE for each in group),
        without_body=sum(each.is_without_body for each in group),
        of_status={code: of_status[code] for code in StatusCode},
    )
