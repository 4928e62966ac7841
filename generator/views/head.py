"""What does every page say of itself: its title, what it is about, where it lies, how it can be followed?"""

from typing import Any, NamedTuple

from generator import addresses
from generator.register.entry import Entry
from generator.register.following import Following
from generator.strings import say


class Crumb(NamedTuple):
    """One step of the way to a page; the page itself has no address."""

    label: str
    address: str | None


class PageHead(NamedTuple):
    """What the theme and the search are told of a page. Every view holds one as ``head``."""

    address: str
    title: str
    description: str
    crumbs: tuple[Crumb, ...]
    """The way from the start of the site; empty on the start itself."""
    is_searched: bool
    is_place: bool
    following: Following
    edit: str | None


def page_head(entry: Entry[Any]) -> PageHead:
    """Return the head of the page of an entry."""
    text = entry.text
    return PageHead(
        address=entry.address,
        title=text.title,
        description=text.description,
        crumbs=() if entry.address == addresses.HOME else _crumbs(entry),
        is_searched=entry.is_searched,
        is_place=entry.is_place,
        following=entry.following.worth_showing,
        edit=entry.edit,
    )


def _crumbs(entry: Entry[Any]) -> tuple[Crumb, ...]:
    text = entry.text
    start = Crumb(say("phrases.home"), addresses.HOME)
    return (start, *(Crumb(*link) for link in text.above), Crumb(text.step or text.title, None))
