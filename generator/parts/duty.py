"""What do pages show of what is owed: by whom, where it stands, and how it stands to its deadline?"""

from typing import NamedTuple

from generator.derive.followup import FollowUp, Owed
from generator.duties.deadlines import Timeliness, TimelinessCode, late_from
from generator.model.finding import Statement
from generator.model.recommendation import Addressee, Event
from generator.model.survey import Survey
from generator.parts.statement import Context
from generator.strings import label, say
from generator.vietnamese.numbers import format_count
from generator.wording.absence import Stated, stated
from generator.wording.dates import date_text, day_text
from generator.wording.names import Link, statement_link, unit_link
from generator.wording.standing import overview, standing_text, whole_text
from generator.wording.texts import with_small_initial

_BADGES = {
    TimelinessCode.OVERDUE: "overdue",
    TimelinessCode.DECLINED_OVERDUE: "overdue",
    TimelinessCode.CLOSED_OVERDUE: "overdue",
    TimelinessCode.REPORTED_LATE: "overdue",
    TimelinessCode.DONE_LATE: "overdue",
    TimelinessCode.NOT_DUE: "ok",
    TimelinessCode.REPORTED_ON_TIME: "ok",
    TimelinessCode.DONE_ON_TIME: "ok",
    TimelinessCode.DONE_UNKNOWN: "none",
    TimelinessCode.NO_DEADLINE: "none",
    TimelinessCode.AS_STATED: "none",
}
"""How a badge looks; of a deadline that the record does not speak of there is none."""
_ENDED = frozenset({TimelinessCode.OVERDUE, TimelinessCode.DECLINED_OVERDUE, TimelinessCode.CLOSED_OVERDUE})
"""Badges that name the first day on which there was no more time."""


class StatusView(NamedTuple):
    """Where a recommendation stands, who says so and since when, and the reason given; silence has none of it."""

    code: str
    label: str
    says: str | None
    since: str | None
    reason: str | None
    overview: tuple[str, ...]
    """How many bodies, or parts of the work, stand where, if there are several."""
    recurred: tuple[Link, ...]
    """Later surveys that found the same again."""


class DueView(NamedTuple):
    """How something stands to its deadline: the look of the badge, and its words."""

    badge: str
    label: str
    limit: str | None
    """The last day of a deadline that still counts, as 2026-12-31: the browser tells how far it is."""
    missed: str | None
    """That an earlier deadline had passed when this one was set."""


class DutyView(NamedTuple):
    """What one body owes: who, for which part, where that stands, and who owed it before."""

    body: Link | None
    part: str | None
    label: str
    due: DueView | None
    former: tuple[Link, ...]
    """The bodies that owed it before, the last one first."""
    received: str | None
    is_orphan: bool
    is_finished: bool


def status_view(context: Context, follow_up: FollowUp) -> StatusView:
    """Return the status in words, with the body that says so and the day of the event that made it so."""
    code, event = follow_up.code, follow_up.decisive.standing.event
    several = overview(context.derived.archive.units, follow_up)
    text = whole_text(follow_up, size=follow_up.recommendation.size)
    recurred = tuple(_recurrence(*pair) for pair in follow_up.recurred)
    if event is None:
        return StatusView(code, text, None, None, None, several, recurred)
    by = None if event.by is None else unit_link(context.derived, event.by, event.occurred).label
    reason = event.note if code in ("closed", "declined", "explanation_accepted") else None
    return StatusView(code, text, by, occurred(event).text, reason, several, recurred)


def due_view(follow_up: FollowUp, context: Context) -> DueView | None:
    """Return the badge beside the status: of the body that is most behind, which is named unless all are alike."""
    shown = _due(follow_up.timeliness, follow_up)
    is_common = len({each.timeliness for each in follow_up.owed}) == 1
    if shown is None or is_common or follow_up.latest.body is None:
        return shown
    body = unit_link(context.derived, follow_up.latest.body).label
    return shown._replace(label=say("phrases.due_of", due=shown.label, body=body))


def duty_views(context: Context, follow_up: FollowUp) -> tuple[DutyView, ...]:
    """Return what each body owes, in the order in which it was asked."""
    return tuple(_duty(context, follow_up, each) for each in follow_up.owed)


def occurred(event: Event) -> Stated:
    """Return when a step was taken, or why that is not known."""
    return stated(event, "occurred", None if event.occurred is None else date_text(event.occurred))


def _duty(context: Context, follow_up: FollowUp, owed: Owed) -> DutyView:
    derived = context.derived
    bodies = [each.body for each in reversed(owed.former)]
    if owed.is_orphan:
        bodies = [owed.last_body, *(each for each in bodies if each != owed.last_body)]
    return DutyView(
        body=None if owed.body is None else unit_link(derived, owed.body),
        part=None if owed.part is None else owed.part.part,
        label=standing_text(owed, size=follow_up.recommendation.size),
        due=_due(owed.timeliness, follow_up),
        former=tuple(unit_link(derived, each) for each in bodies if each is not None),
        received=occurred(owed.former[-1].transfer).text if owed.former and not owed.is_orphan else None,
        is_orphan=owed.is_orphan,
        is_finished=owed.is_finished,
    )


def stated_addressee(addressee: Addressee | None) -> str | None:
    """Return who must act in the words of the source, None where it names a body or says nothing."""
    if addressee is None or addressee.stated is None:
        return None
    if addressee.size is None:
        return say("phrases.stated_addressee", text=addressee.stated)
    return say("phrases.stated_group", text=addressee.stated, size=format_count(addressee.size))


def _due(timeliness: Timeliness, follow_up: FollowUp) -> DueView | None:
    badge = _BADGES.get(timeliness.code, None if timeliness.missed is None else "none")
    deadline, limit = follow_up.recommendation.deadline, timeliness.limit
    is_uncounted = timeliness.code is TimelinessCode.AS_STATED and (deadline is None or deadline.stated is None)
    if badge is None or is_uncounted:
        return None
    date = "" if limit is None else day_text(late_from(limit) if timeliness.code in _ENDED else limit)
    words = "" if deadline is None else deadline.stated or ""
    text = say(
        f"vocabulary.timeliness.{timeliness.code}", days=format_count(timeliness.days), date=date, text=words
    )
    missed = timeliness.missed
    return DueView(
        badge,
        text,
        limit.isoformat() if limit is not None and timeliness.is_open else None,
        None if missed is None else say("phrases.missed", date=day_text(late_from(missed))),
    )


def _recurrence(survey: Survey, statement: Statement) -> Link:
    kind = with_small_initial(label("survey_kind", survey.kind))
    text = say("phrases.recurred", kind=kind, when=date_text(survey.date))
    return statement_link(survey, statement)._replace(label=text)
