"""What does a page show of one recommendation?"""

from typing import NamedTuple

from generator import addresses
from generator.derive.status import status_of
from generator.derive.times import has_ended
from generator.model.recommendation import Deadline, Event, Recommendation
from generator.model.survey import STATEMENT_LISTS
from generator.model.vocabulary import EventType
from generator.strings import label, words
from generator.views.shown import (
    Citation,
    Link,
    Said,
    citations,
    day,
    legal_basis,
    said,
    time,
    topic_links,
    unit_link,
)
from generator.views.statement import Context, document_link, numbered_heading


class StatusView(NamedTuple):
    """Where a recommendation stands, who says so and since when; silence has neither."""

    code: str
    label: str
    says: str | None
    since: str | None


class EventView(NamedTuple):
    """One step in the order of time."""

    occurred: Said
    recorded: str
    label: str
    by: Link | None
    details: tuple[str, ...]
    document: Link | None
    note: str | None
    cites: tuple[Citation, ...]


class RecommendationView(NamedTuple):
    """A recommendation as it stands on the page of its survey, or in a list."""

    id: str
    address: str
    heading: str
    quote: str | None
    text: str | None
    plain: str | None
    status: StatusView
    lead: Link | None
    lead_ended: bool
    lead_absent: Said | None
    support: tuple[Link, ...]
    post: str | None
    deadline: Said
    basis: str | None
    expected_output: Said
    authority: str | None
    answers: tuple[Link, ...]
    repeats: tuple[Link, ...]
    topics: tuple[Link, ...]
    events: tuple[EventView, ...]
    events_absent: Said | None
    cites: tuple[Citation, ...]


def recommendation_view(context: Context, recommendation: Recommendation) -> RecommendationView:
    """Return what readers see of a recommendation of the survey in ``context``."""
    derived, survey, sources, documents = context
    address = addresses.survey(survey.id)
    addressee = recommendation.addressee
    headings = {each.id: each.heading for name in STATEMENT_LISTS for each in getattr(survey, name)}
    return RecommendationView(
        id=recommendation.id,
        address=f"{address}#{recommendation.id}",
        heading=recommendation.heading or numbered_heading(recommendation.id),
        quote=recommendation.quote,
        text=recommendation.text,
        plain=recommendation.plain,
        status=status_view(context, recommendation),
        lead=None if addressee is None else unit_link(derived, addressee.lead, survey.date),
        lead_ended=addressee is not None
        and has_ended(derived.archive.units[addressee.lead], derived.archive.today),
        lead_absent=said(recommendation, "addressee", None) if addressee is None else None,
        support=()
        if addressee is None
        else tuple(unit_link(derived, each, survey.date) for each in addressee.support),
        post=None if addressee is None else addressee.post,
        deadline=_deadline(recommendation),
        basis=_basis(recommendation.deadline),
        expected_output=said(recommendation, "expected_output", recommendation.expected_output),
        authority=None if recommendation.authority is None else label("authority", recommendation.authority),
        answers=tuple(
            Link(headings[each] or numbered_heading(each), f"{address}#{each}") for each in recommendation.answers
        ),
        repeats=tuple(_other_recommendation(context, each) for each in recommendation.repeats),
        topics=topic_links(derived, recommendation.topics),
        events=tuple(_event_view(context, event) for event in recommendation.events),
        events_absent=None if recommendation.events else said(recommendation, "events", None),
        cites=citations(recommendation.cites, sources, documents),
    )


def status_view(context: Context, recommendation: Recommendation) -> StatusView:
    """Return the status in words, with the body that says so and the day it was recorded."""
    code, event = status_of(recommendation.events)
    if event is None:
        return StatusView(code, label("status", code), None, None)
    by = None if event.by is None else unit_link(context.derived, event.by).label
    return StatusView(code, label("status", code), by, _occurred(event).text)


def _deadline(recommendation: Recommendation) -> Said:
    deadline = recommendation.deadline
    extended = [event.deadline for event in recommendation.events if event.deadline is not None]
    if deadline is None and not extended:
        return said(recommendation, "deadline", None)
    stated = "" if deadline is None else _stated(deadline)
    if not extended:
        return Said(stated)
    new = day(extended[-1], words("dates"))
    return Said(words("phrases")["extended_deadline"].format(new=new, old=stated) if stated else new)


def _stated(deadline: Deadline) -> str:
    if deadline.date is not None:
        return day(deadline.date, words("dates"))
    assert deadline.day_kind is not None, "checked: a number of days says which days"
    assert deadline.counted_from is not None, "checked: a number of days is counted from a day"
    phrase = words("phrases")["days"][deadline.day_kind]
    return str(phrase.format(days=deadline.days, start=day(deadline.counted_from, words("dates"))))


def _basis(deadline: Deadline | None) -> str | None:
    return None if deadline is None or deadline.basis is None else legal_basis(deadline.basis)


def _event_view(context: Context, event: Event) -> EventView:
    return EventView(
        occurred=_occurred(event),
        recorded=day(event.recorded, words("dates")),
        label=label("event_type", event.type) if event.value is None else label("event_value", event.value),
        by=None if event.by is None else unit_link(context.derived, event.by, event.occurred),
        details=tuple(_event_details(context, event)),
        document=None if event.document is None else document_link(context.documents[event.document]),
        note=event.note,
        cites=citations(event.cites, context.sources, context.documents),
    )


def _event_details(context: Context, event: Event) -> list[str]:
    phrases = words("phrases")["event"]
    details = []
    if event.type is EventType.VERIFICATION and event.method is not None:
        details.append(phrases["method"].format(method=label("verification_method", event.method)))
    if event.deadline is not None:
        details.append(phrases["deadline"].format(date=day(event.deadline, words("dates"))))
    if event.receiver is not None:
        details.append(phrases["receiver"].format(unit=unit_link(context.derived, event.receiver).label))
    if event.legal_basis is not None:
        details.append(phrases["legal_basis"].format(basis=legal_basis(event.legal_basis)))
    return details


def _occurred(event: Event) -> Said:
    return said(event, "occurred", None if event.occurred is None else time(event.occurred))


def _other_recommendation(context: Context, reference: str) -> Link:
    survey_id, _, identifier = reference.partition("/")
    survey = context.derived.archive.surveys[survey_id]
    text = words("phrases")["statement_of"].format(survey=survey.title, heading=numbered_heading(identifier))
    return Link(text, f"{addresses.survey(survey_id)}#{identifier}")
