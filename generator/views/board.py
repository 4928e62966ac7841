"""What does the board of recommendations show, and the pages that pick out some of them?"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from generator import addresses
from generator.derive import Derived
from generator.derive.followup import FollowUp
from generator.derive.followups import ORPHAN, UNNAMED
from generator.derive.tally import tally
from generator.duties.deadlines import TimelinessCode
from generator.duties.standing import StatusCode
from generator.parts.recommendation import RecommendationView, recommendation_view
from generator.parts.statement import context_of
from generator.parts.tally import TallyView, tally_view
from generator.register.entry import Entry
from generator.register.recommendations import BODIES_A_PAGE, BoardPart, debtors, most_overdue
from generator.register.slices import Shelf, Slice, slices
from generator.strings import label, say
from generator.views.head import PageHead, page_head
from generator.wording.dates import year_name
from generator.wording.names import Link, unit_link

OVERDUE_AT_FIRST_SIGHT = 10


class BodyRow(NamedTuple):
    """One body of the table: how many of the things that it owes stand where. The last rows are nobody's."""

    body: Link
    """Leads to what the body owes."""
    ended: bool
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

    head: PageHead
    heading: str | None
    """What was chosen, None for all."""
    tally: TallyView
    overdue: tuple[RecommendationView, ...]
    bodies: Slice[BodyRow] | None
    statuses: tuple[tuple[str, str], ...]
    filters: tuple[FilterGroup, ...]
    """On the first page only: the counts beside them would make every page change with every event."""
    slice: Slice[RecommendationView]


class BodiesView(NamedTuple):
    """One page of the table of addressees."""

    head: PageHead
    statuses: tuple[tuple[str, str], ...]
    slice: Slice[BodyRow]


def board_views(derived: Derived, entries: Iterable[Entry[BoardPart]]) -> Iterator[BoardView]:
    """Yield the pages of the board and of every choice from it."""
    filters, codes = _filters(derived), _occurring(derived)
    for choice, pages in groupby(entries, key=lambda entry: entry.subject.choice):
        counts = tally_view(tally(choice.group))
        for entry in pages:
            part = entry.subject.slice
            is_first = choice.heading is None and part.number == 1
            yield BoardView(
                head=page_head(entry),
                heading=choice.heading,
                tally=counts,
                overdue=_longest_overdue(derived, choice.group) if is_first else (),
                bodies=_first_bodies(derived, codes) if is_first else None,
                statuses=_labelled(codes),
                filters=filters if is_first else (),
                slice=part.with_items(tuple(_short(derived, each) for each in part.items)),
            )


def body_views(derived: Derived, entries: Iterable[Entry[Slice[str]]]) -> Iterator[BodiesView]:
    """Yield the pages of the table of all addressees."""
    codes = _occurring(derived)
    for entry in entries:
        rows = tuple(_row(derived, debtor, codes) for debtor in entry.subject.items)
        yield BodiesView(page_head(entry), _labelled(codes), entry.subject.with_items(rows))


def _first_bodies(derived: Derived, codes: Sequence[StatusCode]) -> Slice[BodyRow]:
    part = next(slices(addresses.BODIES, debtors(derived), BODIES_A_PAGE))
    return part.with_items(tuple(_row(derived, debtor, codes) for debtor in part.items))


def _longest_overdue(derived: Derived, group: Sequence[FollowUp]) -> tuple[RecommendationView, ...]:
    late = most_overdue([each for each in group if each.timeliness.code is TimelinessCode.OVERDUE])
    return tuple(_short(derived, each) for each in late[:OVERDUE_AT_FIRST_SIGHT])


def _short(derived: Derived, follow_up: FollowUp) -> RecommendationView:
    return recommendation_view(context_of(derived, follow_up.survey), follow_up)


def _row(derived: Derived, debtor: str, codes: Sequence[StatusCode]) -> BodyRow:
    duties = derived.follow_ups.duties[debtor]
    stand = Counter(each.code for each in duties)
    return BodyRow(
        body=_debtor_link(derived, debtor),
        ended=debtor not in _NOBODY and derived.archive.units[debtor].has_ended(derived.archive.today),
        counts=tuple(stand[code] for code in codes),
        overdue=sum(each.timeliness.code is TimelinessCode.OVERDUE for each in duties),
        total=len(duties),
    )


_NOBODY = {
    ORPHAN: ("without_body", addresses.WITHOUT_BODY),
    UNNAMED: ("unnamed", addresses.UNNAMED),
}
"""How it is called that nobody is known to owe, and where that is listed."""


def _debtor_link(derived: Derived, debtor: str) -> Link:
    if debtor in _NOBODY:
        phrase, address = _NOBODY[debtor]
        return Link(say(f"phrases.board.{phrase}"), address)
    return Link(unit_link(derived, debtor).label, addresses.recommendations_of("co-quan", debtor))


def _occurring(derived: Derived) -> tuple[StatusCode, ...]:
    """Return the statuses at which something stands: a column of noughts tells nobody anything."""
    there = {each.code for duties in derived.follow_ups.duties.values() for each in duties}
    return tuple(code for code in StatusCode if code in there)


def _labelled(codes: Iterable[StatusCode]) -> tuple[tuple[str, str], ...]:
    return tuple((code, label("status", code)) for code in codes)


def _filters(derived: Derived) -> tuple[FilterGroup, ...]:
    known = derived.follow_ups
    statuses = [
        Shelf(Link(label("status", code), addresses.of_status(code)), len(known.of_status.get(code, ())))
        for code in StatusCode
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
        FilterGroup(say("phrases.board.by_status"), tuple(statuses)),
        FilterGroup(say("phrases.board.by_topic"), tuple(topics)),
        FilterGroup(say("phrases.board.by_year"), tuple(years)),
    )
