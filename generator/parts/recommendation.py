"""What do pages show of one recommendation, and of what became of it?"""

from typing import NamedTuple

from generator import addresses
from generator.derive.followup import FollowUp
from generator.derive.followups import addressed
from generator.duties.deadlines import Limit
from generator.model.recommendation import Deadline, Event, Recommendation
from generator.model.steps import EventType
from generator.parts.duty import (
    DueView,
    DutyView,
    StatusView,
    due_view,
    duty_views,
    occurred,
    stated_addressee,
    status_view,
)
from generator.parts.lineage import reorganisation_link
from generator.parts.statement import Context, statement_of
from generator.strings import label, say
from generator.wording.absence import Stated, absence, stated
from generator.wording.citations import Citation, citations, legal_basis
from generator.wording.dates import date_text, day_text
from generator.wording.names import Link, heading_of, numbered_heading, statement_link, topic_links, unit_link
from generator.wording.sentences import EventSentence, event_sentence


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
    successor: Link | None
    """The recommendation that took its place."""
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
    duties: tuple[DutyView, ...]
    addressed: tuple[Link, ...]
    """The bodies in the lead when it was made."""
    stated: str | None
    """Who must act in the words of the source, where it names no body."""
    nobody: Stated
    """Why nobody is named, where nobody is."""
    is_finished: bool
    is_passed_on: bool
    """Only handed on to a higher level, so nobody here must act."""
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
    return RecommendationView(
        id=recommendation.id,
        page=addresses.recommendation(survey.id, recommendation.id),
        here=f"{cited.address}#{recommendation.id}",
        heading=heading_of(recommendation),
        quote=recommendation.quote,
        text=recommendation.text,
        plain=recommendation.plain,
        status=status_view(context, follow_up),
        due=due_view(follow_up, context),
        duties=duty_views(context, follow_up),
        addressed=tuple(unit_link(derived, each, survey.date) for each in addressed(recommendation)),
        stated=stated_addressee(recommendation.addressee),
        nobody=absence(recommendation, "addressee"),
        is_finished=follow_up.is_finished,
        is_passed_on=follow_up.is_passed_on,
        deadline=_deadline(recommendation, follow_up.latest.limits),
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
        deadlines=_deadlines(deadline, follow_up.latest.limits),
        basis=None if deadline is None or deadline.basis is None else legal_basis(deadline.basis),
        deadline_cites=() if deadline is None else citations(deadline.cites, context.cited),
        expected_output=stated(recommendation, "expected_output", recommendation.expected_output),
        authority=None if recommendation.authority is None else label("authority", recommendation.authority),
        repeats=tuple(_other_recommendation(context, each) for each in recommendation.repeats),
        events=tuple(_event_view(context, follow_up, event) for event in recommendation.events),
        why_silent=None if recommendation.why_absent("events") is None else absence(recommendation, "events").text,
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
    if deadline is None or any(each.event is None for each in limits):
        return ()
    if deadline.stated is not None:
        return (say("phrases.in_words", text=deadline.stated),)
    if deadline.counted_from is None:
        return ()
    return (say("phrases.uncounted", days=deadline.days, start=day_text(deadline.counted_from)),)


def _limit(deadline: Deadline | None, limit: Limit) -> str:
    """Return one deadline in words: the day, and how it was stated or which step set it."""
    date = day_text(limit.date)
    if limit.event is not None:
        return say(f"phrases.limit.{limit.event.type}", date=date, set=occurred(limit.event).text)
    if deadline is not None and deadline.date is not None and deadline.date.text != limit.date.isoformat():
        return _of_a_span(deadline, date)
    if deadline is None or deadline.days is None or deadline.day_kind is None or deadline.counted_from is None:
        return date
    start = day_text(deadline.counted_from)
    return say(f"phrases.counted.{deadline.day_kind}", date=date, days=deadline.days, start=start)


def _of_a_span(deadline: Deadline, last: str) -> str:
    """Return the last day of a month or year, or the one before a day, beside what the source says."""
    assert deadline.date is not None, "asked only of a date"
    key = "before" if deadline.before else "within"
    return say(f"phrases.deadline_{key}", date=last, stated=date_text(deadline.date))


def _event_view(context: Context, follow_up: FollowUp, event: Event) -> EventView:
    return EventView(
        id=event.id,
        sentence=event_sentence(context.derived.archive.units, follow_up, event),
        by=None if event.by is None else addresses.unit(event.by),
        reorganisation=None
        if event.reorganisation is None
        else reorganisation_link(context.derived, event.reorganisation),
        legal_basis=_legal_basis(event),
        successor=None if event.successor is None else _other_recommendation(context, event.successor),
        document=None if event.document is None else context.cited.document_link(event.document),
        note=event.note,
        cites=citations(event.cites, context.cited),
    )


def _legal_basis(event: Event) -> Stated | None:
    """Return on what an event rests; of a transfer also that nobody knows it."""
    if event.legal_basis is not None:
        return legal_basis(event.legal_basis)
    return absence(event, "legal_basis") if event.type is EventType.TRANSFER else None


def _other_recommendation(context: Context, reference: str) -> Link:
    survey_id, _, identifier = reference.partition("/")
    survey = context.derived.archive.surveys[survey_id]
    text = say("phrases.statement_of", survey=survey.title, heading=numbered_heading(identifier))
    return Link(text, addresses.recommendation(survey_id, identifier))
