"""Which feeds and calendars are there, of what, and at which addresses? What is empty does not exist."""

from collections.abc import Iterable
from typing import NamedTuple

from generator import addresses
from generator.derive import Derived
from generator.derive.changes import Change
from generator.derive.deadlines import Timeliness, TimelinessCode
from generator.derive.followup import FollowUp
from generator.strings import say
from generator.wording.names import called, unit_name

_OPEN = frozenset({TimelinessCode.NOT_DUE, TimelinessCode.DUE_SOON, TimelinessCode.OVERDUE})
"""A deadline still counts: nothing was closed or declined, and nobody says that it is done."""

PAST_DAYS = 366
"""A calendar keeps a missed deadline for so long; older ones stand on the board, or it would grow for ever."""


class Feed(NamedTuple):
    """What can be followed: its title, the page it belongs to, the addresses of its two forms, all its changes."""

    name: str
    """How its own page calls it."""
    title: str
    page: str
    atom: str
    json: str
    changes: tuple[Change, ...]


class Calendar(NamedTuple):
    """Deadlines that can be followed, the next one first."""

    title: str
    page: str
    address: str
    deadlines: tuple[FollowUp, ...]


class Following(NamedTuple):
    """The feeds and the calendar to which a page leads; it has only those that exist."""

    feeds: tuple[Feed, ...]
    calendar: Calendar | None


NOTHING = Following((), None)


def following_site(derived: Derived) -> Following:
    """Return what there is for the whole site."""
    name = derived.archive.site.name
    return Following(
        _feed("site", name, addresses.UPDATES, derived.changes.all),
        _calendar("deadlines", name, addresses.RECOMMENDATIONS, derived.follow_ups.all),
    )


def following_unit(derived: Derived, unit_id: str) -> Following:
    """Return what there is for a unit: all about it, what is asked of it, and what it must still do by when."""
    changes, known = derived.changes, derived.follow_ups
    name, page = unit_name(derived, unit_id), addresses.unit(unit_id)
    addressed = (*known.of_addressee.get(unit_id, ()), *known.of_receiver.get(unit_id, ()))
    mine = {each.key: each for each in addressed if each.responsible.unit == unit_id}
    return Following(
        (
            *_feed("unit", name, page, changes.of_unit.get(unit_id, ())),
            *_feed("addressee", name, page, changes.of_addressee.get(unit_id, ())),
        ),
        _calendar("deadlines_of", name, page, mine.values()),
    )


def following_topic(derived: Derived, topic_id: str) -> Following:
    """Return what there is for a topic."""
    name, found = derived.archive.topics[topic_id].name, derived.changes.of_topic.get(topic_id, ())
    return Following(_feed("topic", name, addresses.topic(topic_id), found), None)


def following_recommendation(derived: Derived, survey_id: str, recommendation_id: str) -> Following:
    """Return what there is for a recommendation."""
    key = (survey_id, recommendation_id)
    survey, recommendation, *_ = derived.follow_ups.of_recommendation[key]
    name = called(survey, recommendation_id, recommendation.heading)
    page = addresses.recommendation(survey_id, recommendation_id)
    return Following(_feed("recommendation", name, page, derived.changes.of_recommendation.get(key, ())), None)


def _feed(kind: str, name: str, page: str, changes: tuple[Change, ...]) -> tuple[Feed, ...]:
    """Return the feed of a page, none where there is nothing to tell."""
    if not changes:
        return ()
    atom, json = addresses.ADDRESSED if kind == "addressee" else addresses.FEEDS
    title = say(f"sentences.feed.{kind}", name=name)
    return (Feed(say(f"sentences.feed_name.{kind}"), title, page, page + atom, page + json, changes),)


def _calendar(kind: str, name: str, page: str, follow_ups: Iterable[FollowUp]) -> Calendar | None:
    due = [each for each in follow_ups if _is_due(each.timeliness)]
    due.sort(key=lambda each: (each.limits[-1].date, each.key))
    title = say(f"sentences.feed.{kind}", name=name)
    return Calendar(title, page, page + addresses.DEADLINES, tuple(due)) if due else None


def _is_due(timeliness: Timeliness) -> bool:
    is_long_past = timeliness.code is TimelinessCode.OVERDUE and timeliness.days > PAST_DAYS
    return timeliness.code in _OPEN and not is_long_past
