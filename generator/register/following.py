"""Which feeds and calendars are there, of what, and at which addresses?

What somebody may have subscribed to is there for good, even while there is nothing in it: every unit and topic has
its feed; every body, and whoever was ever addressed, a feed of what is asked of it and a calendar.
"""

import datetime
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from generator import addresses
from generator.derive import Derived
from generator.derive.changes import Change
from generator.derive.followup import FollowUp
from generator.derive.permanent import first_id
from generator.model.catalogue import Topic
from generator.model.unit import Unit
from generator.model.vocabulary import UnitClassification
from generator.strings import say
from generator.wording.names import unit_name


class Feed(NamedTuple):
    """What can be followed, as Atom, and all its changes."""

    name: str
    """How pages call it."""
    title: str
    page: str
    """The address of the page it belongs to."""
    id: str
    """What it is for ever, below the id of the site."""
    atom: str
    changes: tuple[Change, ...]
    json: str | None = None
    """The address of its other form, JSON Feed, which only the whole site has."""


class Calendar(NamedTuple):
    """Deadlines that can be followed, by their days; one that was missed stays as long as it is open."""

    title: str
    page: str
    address: str
    deadlines: tuple[FollowUp, ...]


class Following(NamedTuple):
    """The feeds and the calendar of a page."""

    feeds: tuple[Feed, ...]
    calendar: Calendar | None

    @property
    def worth_showing(self) -> "Following":
        """Return those in which there is something."""
        feeds = tuple(each for each in self.feeds if each.changes)
        return Following(feeds, self.calendar if self.calendar is not None and self.calendar.deadlines else None)


NOTHING = Following((), None)


class _Place(NamedTuple):
    """A page that can be followed: its name, its address, and the one it had first."""

    name: str
    page: str
    first: str


def following_site(derived: Derived) -> Following:
    """Return what there is for the whole site."""
    if not derived.changes.all:
        return NOTHING
    name = derived.archive.site.name
    updates = _Place(name, addresses.UPDATES, addresses.UPDATES)
    board = _Place(name, addresses.RECOMMENDATIONS, addresses.RECOMMENDATIONS)
    feed = _feed("site", updates, addresses.ATOM, derived.changes.all)
    return Following(
        (feed._replace(json=addresses.UPDATES + addresses.JSON_FEED),),
        _calendar("deadlines", board, derived.follow_ups.all),
    )


def following_unit(derived: Derived, unit: Unit) -> Following:
    """Return what there is for a unit: all about it, what is asked of it, and what it must still do by when."""
    changes = derived.changes
    if not changes.all:
        return NOTHING
    place = _place_of_unit(derived, unit)
    feed = _feed("unit", place, addresses.ATOM, changes.of_unit.get(unit.id, ()))
    if not _can_be_asked(derived, unit):
        return Following((feed,), None)
    return Following((feed, _asked(derived, unit)), _calendar("deadlines", place, _duties(derived, unit.id)))


def following_topic(derived: Derived, topic: Topic) -> Following:
    """Return what there is for a topic."""
    if not derived.changes.all:
        return NOTHING
    place = _Place(topic.name, addresses.topic(topic.id), addresses.topic(first_id(topic)))
    return Following(
        (_feed("topic", place, addresses.ATOM, derived.changes.of_topic.get(topic.id, ())),),
        _calendar("deadlines_on", place, derived.follow_ups.of_topic.get(topic.id, ())),
    )


def following_recommendation(derived: Derived, follow_up: FollowUp) -> Following:
    """Return by what a recommendation is followed: by what the bodies are asked that must act, or had to."""
    bodies = tuple(dict.fromkeys(each.last_body for each in follow_up.owed if each.last_body is not None))
    if not bodies:
        return following_site(derived)._replace(calendar=None)
    return Following(tuple(_asked(derived, derived.archive.units[each]) for each in bodies), None)


def _place_of_unit(derived: Derived, unit: Unit) -> _Place:
    return _Place(unit_name(derived, unit.id), addresses.unit(unit.id), addresses.unit(first_id(unit)))


def _asked(derived: Derived, unit: Unit) -> Feed:
    """Return the feed of what is asked of a unit."""
    found = derived.changes.of_addressee.get(unit.id, ())
    return _feed("addressee", _place_of_unit(derived, unit), addresses.ADDRESSED, found)


def _can_be_asked(derived: Derived, unit: Unit) -> bool:
    """Return whether recommendations go to a unit: to any body, and to a place that was addressed like one."""
    is_body = unit.classification is not UnitClassification.ADMINISTRATIVE_UNIT
    return is_body or unit.id in derived.follow_ups.of_party


def _duties(derived: Derived, unit_id: str) -> Iterator[FollowUp]:
    """Yield the recommendations that a unit must act on now."""
    return (each for each in derived.follow_ups.of_body.get(unit_id, ()) if unit_id in each.responsible)


def _feed(kind: str, place: _Place, file: str, changes: tuple[Change, ...]) -> Feed:
    return Feed(
        name=say(f"sentences.feed_name.{kind}", name=place.name),
        title=say(f"sentences.feed.{kind}", name=place.name),
        page=place.page,
        id=place.first + file,
        atom=place.page + file,
        changes=changes,
    )


def last_day(follow_up: FollowUp) -> datetime.date:
    """Return the last day of the deadline that comes first."""
    due = follow_up.due
    assert due is not None, "asked only of what is due"
    assert due.timeliness.limit is not None, "what is due has a day"
    return due.timeliness.limit


def _calendar(kind: str, place: _Place, follow_ups: Iterable[FollowUp]) -> Calendar:
    due: Sequence[FollowUp] = sorted(
        (each for each in follow_ups if each.due is not None),
        key=lambda each: (last_day(each), each.key),
    )
    return Calendar(
        title=say(f"sentences.feed.{kind}", name=place.name),
        page=place.page,
        address=place.page + addresses.DEADLINES,
        deadlines=tuple(due),
    )
