"""Which pages are about recommendations: the board, every choice from it, the bodies, and each recommendation?"""

import datetime
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from generator import addresses
from generator.archive import WithdrawnSurvey
from generator.derive import Derived
from generator.derive.followup import FollowUp
from generator.derive.followups import ORPHAN, UNNAMED, addressed
from generator.duties.deadlines import TimelinessCode
from generator.duties.standing import StatusCode
from generator.model.base import Withdrawal
from generator.model.survey import Survey
from generator.register.entry import Entry, PageKind, PageText, former_pages, list_entry, page_text
from generator.register.following import following_recommendation
from generator.register.slices import Slice, slices
from generator.register.surveys import file_of, notice_entry
from generator.strings import label, say
from generator.vietnamese.collation import sort_key
from generator.wording.dates import year_name
from generator.wording.names import Link, heading_of, unit_link, unit_name

A_PAGE = 20
BODIES_A_PAGE = 30


class Choice(NamedTuple):
    """Some recommendations, picked out by one question, or all of them."""

    address: str
    heading: str | None
    """What was chosen, None for all."""
    group: Sequence[FollowUp]
    former: tuple[str, ...] = ()


class BoardPart(NamedTuple):
    """One page of a choice."""

    choice: Choice
    slice: Slice[FollowUp]


def to_recommendations() -> Link:
    """Return the link to the board of all recommendations."""
    return Link(say("pages.recommendations.title"), addresses.RECOMMENDATIONS)


def recommendation_entries(derived: Derived) -> Iterator[Entry[Any]]:
    """Yield the pages of recommendations."""
    for choice in _choices(derived):
        yield from _board_entries(choice)
    yield from _body_entries(derived)
    for follow_up in derived.follow_ups.all:
        yield _own_entry(derived, follow_up)
    for gone in derived.archive.withdrawn.values():
        for each in gone.recommendations:
            yield _notice_entry(gone, each, gone.withdrawal)
    for survey in derived.back.surveys:
        for part in survey.recommendations:
            if part.withdrawn is not None:
                yield _notice_entry(survey, part.id, part.withdrawn)


def _notice_entry(survey: Survey | WithdrawnSurvey, identifier: str, withdrawal: Withdrawal) -> Entry[Withdrawal]:
    former = (addresses.recommendation(old, identifier) for old in survey.former_ids)
    address = addresses.recommendation(survey.id, identifier)
    return notice_entry(address, withdrawal, to_recommendations(), former=former)


def _own_entry(derived: Derived, follow_up: FollowUp) -> Entry[FollowUp]:
    survey, recommendation = follow_up.survey, follow_up.recommendation
    return Entry(
        address=addresses.recommendation(survey.id, recommendation.id),
        kind=PageKind.RECOMMENDATION,
        subject=follow_up,
        text=PageText(heading_of(recommendation), _description(derived, follow_up), (to_recommendations(),)),
        is_list=False,
        is_searched=True,
        former=tuple(addresses.recommendation(old, recommendation.id) for old in survey.former_ids),
        anchors=("dien-bien", *(event.id for event in recommendation.events)),
        following=following_recommendation(derived, follow_up),
        edit=file_of(survey.id),
    )


def _description(derived: Derived, follow_up: FollowUp) -> str:
    recommendation = follow_up.recommendation
    bodies = (unit_link(derived, each, follow_up.survey.date).label for each in addressed(recommendation))
    details = {"heading": heading_of(recommendation), "status": label("status", follow_up.code)}
    to = ", ".join(bodies)
    return say("phrases.board.description", to=to, **details) if to else say("phrases.board.told", **details)


def _board_entries(choice: Choice) -> Iterator[Entry[BoardPart]]:
    if choice.heading is None:
        text = page_text("recommendations")
    else:
        text = page_text("recommendations_of", to_recommendations(), step=choice.heading, choice=choice.heading)
    for part in slices(choice.address, choice.group, A_PAGE):
        yield list_entry(
            PageKind.BOARD,
            part.address,
            BoardPart(choice, part),
            text.numbered(part),
            former=former_pages(choice.former, part),
        )


def _choices(derived: Derived) -> Iterator[Choice]:
    """Yield every board; the first is the whole. A choice of which nothing is known has no page but by status."""
    archive, known = derived.archive, derived.follow_ups
    yield Choice(addresses.RECOMMENDATIONS, None, known.all)
    for code in StatusCode:
        yield Choice(addresses.of_status(code), label("status", code), known.of_status.get(code, ()))
    overdue = [each for each in known.all if each.timeliness.code is TimelinessCode.OVERDUE]
    yield Choice(addresses.OVERDUE, say("phrases.board.overdue"), most_overdue(overdue))
    orphans = [each for each in known.all if each.is_without_body]
    yield Choice(addresses.WITHOUT_BODY, say("phrases.board.without_body"), orphans)
    unnamed = [each for each in known.all if any(owed.last_body is None for owed in each.owed)]
    yield Choice(addresses.UNNAMED, say("phrases.board.unnamed"), unnamed)
    for identifier, group in known.of_topic.items():
        topic = archive.topics[identifier]
        yield _choice("chu-de", topic.id, topic.name, group, topic.former_ids)
    for year, group in known.of_year.items():
        yield Choice(addresses.recommendations_of_year(year), year_name(year), group)
    for identifier, group in known.of_party.items():
        unit = archive.units[identifier]
        yield _choice("co-quan", unit.id, unit_name(derived, unit.id), group, unit.former_ids)


def _choice(question: str, answer: str, heading: str, group: Sequence[FollowUp], former: tuple[str, ...]) -> Choice:
    return Choice(
        addresses.recommendations_of(question, answer),
        heading,
        group,
        tuple(addresses.recommendations_of(question, old) for old in former),
    )


def most_overdue(group: Sequence[FollowUp]) -> list[FollowUp]:
    """Return recommendations by how long they are overdue, the longest first."""
    return sorted(group, key=lambda each: (each.limit or datetime.date.max, each.key))


def _body_entries(derived: Derived) -> Iterator[Entry[Slice[str]]]:
    heading = say("phrases.board.bodies")
    text = page_text("bodies", to_recommendations(), step=heading)
    for part in slices(addresses.BODIES, debtors(derived), BODIES_A_PAGE):
        yield list_entry(PageKind.BODIES, part.address, part, text.numbered(part))


def debtors(derived: Derived) -> list[str]:
    """Return the ids of the bodies that owe something, those with most first, then by name; nobody comes last."""
    groups = derived.follow_ups.duties
    nobody = [each for each in (ORPHAN, UNNAMED) if each in groups]
    bodies = sorted(
        groups.keys() - {ORPHAN, UNNAMED},
        key=lambda unit: (-len(groups[unit]), sort_key(unit_name(derived, unit))),
    )
    return [*bodies, *nobody]
