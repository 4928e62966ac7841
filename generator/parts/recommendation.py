"""What do pages show of one recommendation, and of what became of it?"""

from typing import NamedTuple

from generator import addresses
from generator.derive.deadlines import Limit, TimelinessCode, late_from
from generator.derive.followup import FollowUp
from generator.model.recommendation import Deadline, Event, Recommendation
from generator.model.vocabulary import EventType
from generator.parts.lineage import reorganisation_link
from generator.parts.statement import Context, statement_of
from generator.strings import label, say
from generator.vietnamese.numbers import format_count
from generator.wording.absence import Stated, absence, stated
from generator.wording.citations import Citation, citations, legal_basis
from generator.wording.dates import date_text, day_text
from generator.wording.names import Link, heading_of, numbered_heading, statement_link, topic_links, unit_link
from generator.wording.sentences import EventSentence, event_sentence

_BADGES = {
    TimelinessCode.OVERDUE: "overdue",
    TimelinessCode.REPORTED_LATE: "overdue",
    TimelinessCode.DONE_LATE: "overdue",
    TimelinessCode.NOT_DUE: "ok",
    TimelinessCode.REPORTED_ON_TIME: "ok",
    TimelinessCode.DONE_ON_TIME: "ok",
    TimelinessCode.DONE_UNKNOWN: "none",
    TimelinessCode.NO_DEADLINE: "none",
}


class StatusView(NamedTuple):
    """Where a recommendation stands, who says so and since when, and the reason given; silence has none of it."""

    code: str
    label: str
    says: str | None
    since: str | None
    reason: str | None


class DueView(NamedTuple):
    """How a recommendation stands to its deadline: the look of the badge, and its words."""

    badge: str
    label: str
    limit: str | None
    """The last day of a deadline that still counts, as 2026-12-31: the browser tells how far it is."""


class ResponsibleView(NamedTuple):
    """Who must act now; without a body, who had to before, and where none was ever named, why."""

    unit: Link | None
    former: Link | None
    absent: Stated
    transferred: str | None
    is_finished: bool
    """Nothing is left to be done, so nobody need be found for it."""


class EventView(NamedTuple):
    """One step in the order of time."""

    id: str
    sentence: EventSentence
    """Who says what, and when: the parts of the sentence of the feeds."""
    by: str | None
    """The address of who says so."""
    reorganisation: Link | None
    """The change of units from which it followed."""
    legal_basis: Stated | None
    document: Link | None
    note: str | None
    cites: tuple[Citation, ...]


class RecommendationView(NamedTuple):
    """A recommendation in short: on its survey's page, in lists, and at the head of its own page."""

    id: str
    page: str
    here: str
    """Where it stands on the page of its survey."""
    heading: str
    quote: str | None
    text: str | None
    plain: str | None
    status: StatusView
    due: DueView | None
    responsible: ResponsibleView
    lead: Link | None
    deadline: Stated
    answers: tuple[Link, ...]
    topics: tuple[Link, ...]
    survey: Link
    cites: tuple[Citation, ...]


class RecommendationDetails(NamedTuple):
    """What only the recommendation's own page shows."""

    support: tuple[Link, ...]
    post: str | None
    deadlines: tuple[str, ...]
    """Every deadline in the order in which it was set; the last one counts."""
    basis: Stated | None
    deadline_cites: tuple[Citation, ...]
    expected_output: Stated
    authority: str | None
    repeats: tuple[Link, ...]
    events: tuple[EventView, ...]
    why_silent: str | None
    """Why no step is on record, where the record says it."""


def recommendation_view(context: Context, follow_up: FollowUp) -> RecommendationView:
    """Return a recommendation of the survey in ``context`` in short."""
    derived, survey, cited = context
    recommendation = follow_up.recommendation
    addressee = recommendation.addressee
    return RecommendationView(
        id=recommendation.id,
        page=addresses.recommendation(survey.id, recommendation.id),
        here=f"{cited.address}#{recommendation.id}",
        heading=heading_of(recommendation),
        quote=recommendation.quote,
        text=recommendation.text,
        plain=recommendation.plain,
        status=status_view(context, follow_up),
        due=due_view(follow_up),
        responsible=_responsible(context, follow_up),
        lead=None if addressee is None else unit_link(derived, addressee.lead, survey.date),
        deadline=_deadline(recommendation, follow_up.limits),
        answers=tuple(statement_link(survey, statement_of(survey, each)[1]) for each in recommendation.answers),
        topics=topic_links(derived, recommendation.topics),
        survey=Link(survey.title, cited.address),
        cites=citations(recommendation.cites, cited),
    )


def recommendation_details(context: Context, follow_up: FollowUp) -> RecommendationDetails:
    """Return what the page of a recommendation shows beyond its short form."""
    recommendation, survey = follow_up.recommendation, context.survey
    addressee, deadline = recommendation.addressee, recommendation.deadline
    support = () if addressee is None else addressee.support
    return RecommendationDetails(
        support=tuple(unit_link(context.derived, each, survey.date) for each in support),
        post=None if addressee is None else addressee.post,
        deadlines=_deadlines(deadline, follow_up.limits),
        basis=None if deadline is None or deadline.basis is None else legal_basis(deadline.basis),
        deadline_cites=() if deadline is None else citations(deadline.cites, context.cited),
        expected_output=stated(recommendation, "expected_output", recommendation.expected_output),
        authority=None if recommendation.authority is None else label("authority", recommendation.authority),
        repeats=tuple(_other_recommendation(context, each) for each in recommendation.repeats),
        events=tuple(_event_view(context, follow_up, event) for event in recommendation.events),
        why_silent=None if recommendation.why_absent("events") is None else absence(recommendation, "events").text,
    )


def status_view(context: Context, follow_up: FollowUp) -> StatusView:
    """Return the status in words, with the body that says so and the day of the event that made it so."""
    code, event = follow_up.status
    if event is None:
        return StatusView(code, label("status", code), None, None, None)
    by = None if event.by is None else unit_link(context.derived, event.by, event.occurred).label
    reason = event.note if code in ("closed", "declined") else None
    return StatusView(code, label("status", code), by, _occurred(event).text, reason)


def due_view(follow_up: FollowUp) -> DueView | None:
    """Return the badge beside the status, None where lateness has no meaning."""
    code, days = follow_up.timeliness
    badge = _BADGES.get(code)
    if badge is None:
        return None
    text = say(f"vocabulary.timeliness.{code}", days=format_count(days), date=_day_said(follow_up))
    limit = follow_up.limit if follow_up.timeliness.is_open else None
    return DueView(badge, text, None if limit is None else limit.isoformat())


def _day_said(follow_up: FollowUp) -> str:
    """Return the day that a badge names: the last on which there is time, or the first on which there is none."""
    if follow_up.limit is None:
        return ""
    is_over = follow_up.timeliness.code is TimelinessCode.OVERDUE
    return day_text(late_from(follow_up.limit) if is_over else follow_up.limit)


def _responsible(context: Context, follow_up: FollowUp) -> ResponsibleView:
    unit, former, transfer = follow_up.responsible
    derived = context.derived
    return ResponsibleView(
        unit=None if unit is None else unit_link(derived, unit),
        former=None if former is None else unit_link(derived, former),
        absent=absence(follow_up.recommendation, "addressee"),
        transferred=None if transfer is None else _occurred(transfer).text,
        is_finished=follow_up.is_finished,
    )


def _deadline(recommendation: Recommendation, limits: tuple[Limit, ...]) -> Stated:
    if not limits and recommendation.deadline is None:
        return absence(recommendation, "deadline")
    *before, last = [*_uncounted(recommendation.deadline, limits), *(day_text(each.date) for each in limits)]
    return Stated(say("phrases.extended_deadline", new=last, old=before[-1]) if before else last)


def _deadlines(deadline: Deadline | None, limits: tuple[Limit, ...]) -> tuple[str, ...]:
    return (*_uncounted(deadline, limits), *(_limit(deadline, each) for each in limits))


def _uncounted(deadline: Deadline | None, limits: tuple[Limit, ...]) -> tuple[str, ...]:
    """Return the source's words for a deadline of which the day cannot be counted."""
    if deadline is None or deadline.counted_from is None or any(each.event is None for each in limits):
        return ()
    return (say("phrases.uncounted", days=deadline.days, start=day_text(deadline.counted_from)),)


def _limit(deadline: Deadline | None, limit: Limit) -> str:
    """Return one deadline in words: the day, and how it was stated or which step set it."""
    date = day_text(limit.date)
    if limit.event is not None:
        return say(f"phrases.limit.{limit.event.type}", date=date, set=_occurred(limit.event).text)
    if deadline is None or deadline.days is None or deadline.day_kind is None or deadline.counted_from is None:
        return date
    start = day_text(deadline.counted_from)
    return say(f"phrases.counted.{deadline.day_kind}", date=date, days=deadline.days, start=start)


def _event_view(context: Context, follow_up: FollowUp, event: Event) -> EventView:
    return EventView(
        id=event.id,
        sentence=event_sentence(context.derived.archive.units, follow_up, event),
        by=None if event.by is None else addresses.unit(event.by),
        reorganisation=None
        if event.reorganisation is None
        else reorganisation_link(context.derived, event.reorganisation),
        legal_basis=_legal_basis(event),
        document=None if event.document is None else context.cited.document_link(event.document),
        note=event.note,
        cites=citations(event.cites, context.cited),
    )


def _legal_basis(event: Event) -> Stated | None:
    """Return on what an event rests; of a transfer also that nobody knows it."""
    if event.legal_basis is not None:
        return legal_basis(event.legal_basis)
    return absence(event, "legal_basis") if event.type is EventType.TRANSFER else None


def _occurred(event: Event) -> Stated:
    return stated(event, "occurred", None if event.occurred is None else date_text(event.occurred))


def _other_recommendation(context: Context, reference: str) -> Link:
    survey_id, _, identifier = reference.partition("/")
    survey = context.derived.archive.surveys[survey_id]
    text = say("phrases.statement_of", survey=survey.title, heading=numbered_heading(identifier))
    return Link(text, addresses.recommendation(survey_id, identifier))
