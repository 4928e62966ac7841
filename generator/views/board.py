"""What does the board of recommendations show, and the pages that pick out some of them?"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from generator import addresses
from generator.derive import Derived
from generator.derive.deadlines import TimelinessCode
from generator.derive.followup import FollowUp, tally
from generator.derive.status import StatusCode
from generator.derive.times import has_ended
from generator.strings import label, words
from generator.vietnamese.collation import sort_key
from generator.views.cut import Shelf, Slice, slices
from generator.views.following import Following, following_recommendation
from generator.views.recommendation import (
    RecommendationDetails,
    RecommendationView,
    recommendation_details,
    recommendation_view,
)
from generator.views.shown import Crumb, Link, crumbs, day, unit_link, year_name
from generator.views.statement import StatementView, context_of, statement_of, statement_view
from generator.views.tally import TallyView, tally_view

A_PAGE = 20
OVERDUE_AT_FIRST_SIGHT = 10
BODIES_A_PAGE = 30


class RecommendationPage(NamedTuple):
    """The page of one recommendation."""

    address: str
    crumbs: tuple[Crumb, ...]
    edit: str
    title: str
    description: str
    it: RecommendationView
    more: RecommendationDetails
    findings: tuple[StatementView, ...]
    """The statements it answers, each with the replies of the units."""
    today: str
    made: str
    following: Following


class BodyRow(NamedTuple):
    """One addressee of the table: how many recommendations stand where."""

    body: Link | None
    ended: bool
    address: str
    counts: tuple[int, ...]
    """In the order of the board's statuses."""
    overdue: int
    total: int


class FilterGroup(NamedTuple):
    """Links that pick out recommendations by one question; ``shelves`` is cut to what fits on a page."""

    name: str
    shelves: tuple[Shelf, ...]


class BoardView(NamedTuple):
    """One page of the board, or of a choice from it."""

    address: str
    crumbs: tuple[Crumb, ...]
    heading: str | None
    """What was chosen, None for all."""
    tally: TallyView
    overdue: tuple[RecommendationView, ...]
    bodies: Slice[BodyRow] | None
    statuses: tuple[tuple[str, str], ...]
    filters: tuple[FilterGroup, ...]
    """On the first page only: the counts beside them would make every page change with every event."""
    slice: Slice[RecommendationView]
    today: str


class BodiesView(NamedTuple):
    """One page of the table of addressees."""

    address: str
    crumbs: tuple[Crumb, ...]
    statuses: tuple[tuple[str, str], ...]
    slice: Slice[BodyRow]


def recommendation_pages(derived: Derived) -> Iterator[RecommendationPage]:
    """Yield the page of every recommendation."""
    today = day(derived.archive.today, words("dates"))
    for survey_id, group in derived.follow_ups.of_survey.items():
        survey = derived.archive.surveys[survey_id]
        context = context_of(derived, survey)
        for each in group:
            view = recommendation_view(context, each)
            yield RecommendationPage(
                address=view.page,
                crumbs=crumbs(Link(words("phrases")["recommendations"], addresses.RECOMMENDATIONS), view.heading),
                edit=f"data/surveys/{survey_id}.yml",
                title=view.heading,
                description=_description(view),
                it=view,
                more=recommendation_details(context, each),
                findings=tuple(
                    statement_view(context, *statement_of(survey, answered))
                    for answered in each.recommendation.answers
                ),
                today=today,
                made=context.when,
                following=following_recommendation(derived, survey_id, each.recommendation.id),
            )


def boards(derived: Derived) -> Iterator[BoardView]:
    """Yield the board of all recommendations, then every choice from it, each in pages."""
    filters = _filters(derived)
    for address, heading, group in _choices(derived):
        yield from _board(derived, address, heading, group, filters)


def _choices(derived: Derived) -> Iterator[tuple[str, str | None, Sequence[FollowUp]]]:
    """Yield (address, what was chosen, the recommendations) of every board; the first is the whole."""
    known, phrases = derived.follow_ups, words("phrases")["board"]
    yield addresses.RECOMMENDATIONS, None, known.all
    for code in StatusCode:
        yield addresses.of_status(code), label("status", code), known.of_status.get(code, ())
    overdue = [each for each in known.all if each.timeliness.code is TimelinessCode.OVERDUE]
    yield addresses.OVERDUE, phrases["overdue"], _most_overdue(overdue)
    orphans = [each for each in known.all if each.is_without_body]
    yield addresses.WITHOUT_BODY, phrases["without_body"], orphans
    for topic, group in known.of_topic.items():
        yield addresses.recommendations_of("chu-de", topic), derived.archive.topics[topic].name, group
    for year, group in known.of_year.items():
        yield addresses.recommendations_of_year(year), year_name(year), group
    for unit, group in known.of_addressee.items():
        yield addresses.recommendations_of("co-quan", unit), unit_link(derived, unit).label, group


def bodies(derived: Derived) -> Iterator[BodiesView]:
    """Yield the pages of the table of all addressees."""
    way = crumbs(
        Link(words("phrases")["recommendations"], addresses.RECOMMENDATIONS), words("phrases")["board"]["bodies"]
    )
    for part in slices(addresses.BODIES, _rows(derived), BODIES_A_PAGE):
        yield BodiesView(part.address, way, _statuses(), part)


def _board(
    derived: Derived,
    address: str,
    heading: str | None,
    group: Sequence[FollowUp],
    filters: tuple[FilterGroup, ...],
) -> Iterator[BoardView]:
    home = Link(words("phrases")["recommendations"], addresses.RECOMMENDATIONS)
    is_whole = heading is None
    late = _most_overdue([each for each in group if each.timeliness.code is TimelinessCode.OVERDUE])
    counts = tally_view(tally(group))
    for part in slices(address, group, A_PAGE):
        is_first = is_whole and part.number == 1
        yield BoardView(
            address=part.address,
            crumbs=crumbs(home.label) if heading is None else crumbs(home, heading),
            heading=heading,
            tally=counts,
            overdue=tuple(_short(derived, each) for each in late[:OVERDUE_AT_FIRST_SIGHT]) if is_first else (),
            bodies=next(slices(addresses.BODIES, _rows(derived), BODIES_A_PAGE)) if is_first else None,
            statuses=_statuses(),
            filters=filters if is_first else (),
            slice=part.with_items(tuple(_short(derived, each) for each in part.items)),
            today=day(derived.archive.today, words("dates")),
        )


def _short(derived: Derived, follow_up: FollowUp) -> RecommendationView:
    return recommendation_view(context_of(derived, follow_up.survey), follow_up)


def _most_overdue(group: Sequence[FollowUp]) -> list[FollowUp]:
    return sorted(group, key=lambda each: (-each.timeliness.days, each.key))


def _rows(derived: Derived) -> list[BodyRow]:
    """Return the addressees with the most open recommendations first, then in Vietnamese order."""
    rows = [_row(derived, unit, group) for unit, group in derived.follow_ups.of_addressee.items()]
    return sorted(rows, key=lambda row: (-row.total, sort_key("" if row.body is None else row.body.label)))


def _row(derived: Derived, unit: str, group: Sequence[FollowUp]) -> BodyRow:
    counts = tally(group)
    return BodyRow(
        body=unit_link(derived, unit),
        ended=has_ended(derived.archive.units[unit], derived.archive.today),
        address=addresses.recommendations_of("co-quan", unit),
        counts=tuple(counts.of_status[code] for code in StatusCode),
        overdue=counts.overdue,
        total=counts.total,
    )


def _statuses() -> tuple[tuple[str, str], ...]:
    return tuple((code, label("status", code)) for code in StatusCode)


def _filters(derived: Derived) -> tuple[FilterGroup, ...]:
    known, phrases = derived.follow_ups, words("phrases")["board"]
    statuses = [
        Shelf(Link(label("status", code), addresses.of_status(code)), len(known.of_status[code]))
        for code in StatusCode
        if code in known.of_status
    ]
    topics = [
        Shelf(Link(topic.name, addresses.recommendations_of("chu-de", topic.id)), len(known.of_topic[topic.id]))
        for topic in derived.archive.topics.values()
        if topic.id in known.of_topic
    ]
    years = [
        Shelf(Link(year_name(each), addresses.recommendations_of_year(each)), len(group))
        for each, group in known.of_year.items()
    ]
    return (
        FilterGroup(phrases["by_status"], tuple(statuses)),
        FilterGroup(phrases["by_topic"], tuple(topics)),
        FilterGroup(phrases["by_year"], tuple(years)),
    )


def _description(view: RecommendationView) -> str:
    lead = "" if view.lead is None else view.lead.label
    return str(
        words("phrases")["board"]["description"].format(heading=view.heading, lead=lead, status=view.status.label)
    )
