"""What is known of a page before anything is shown on it?"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, NamedTuple, TypeVar

from generator.register.following import NOTHING, Following
from generator.register.slices import Slice
from generator.strings import say
from generator.wording.names import Link

Subject = TypeVar("Subject")
Subject_co = TypeVar("Subject_co", covariant=True)


class PageKind(StrEnum):
    """What a page is about. Each kind has one view in ``views.VIEWS`` and one template of its name."""

    HOME = "home"
    ARTICLE = "article"
    SURVEY_LIST = "survey_list"
    SURVEY = "survey"
    NOTICE = "notice"
    UNIT_LIST = "unit_list"
    UNIT_GROUP = "unit_group"
    UNIT = "unit"
    BOARD = "board"
    BODIES = "bodies"
    RECOMMENDATION = "recommendation"
    INDICATOR_LIST = "indicator_list"
    INDICATOR = "indicator"
    COMPARISON = "comparison"
    TOPIC_LIST = "topic_list"
    TOPIC = "topic"
    GLOSSARY = "glossary"
    UPDATES = "updates"
    CORRECTIONS = "corrections"


class PageText(NamedTuple):
    """The title of a page, what it is about in one sentence, and the pages that lie above it."""

    title: str
    description: str
    above: tuple[Link, ...] = ()
    step: str | None = None
    """How the page is called at the end of the way to it, None for its title."""

    def numbered(self, part: Slice[object]) -> "PageText":
        """Return the text of a further page of the same thing: "… (trang 2)"."""
        if part.number == 1:
            return self
        title = say("pages.numbered", title=self.title, number=part.number)
        return self._replace(title=title, step=self.step or self.title)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry(Generic[Subject_co]):
    """One page of the site."""

    address: str
    """Relative to the site, without a leading slash; ends with a slash, but for the start of the site."""
    kind: PageKind
    subject: Subject_co
    """What it is about: a record, or one page's part of a list."""
    text: PageText
    is_list: bool
    """It only repeats what stands elsewhere."""
    is_searched: bool
    """The search leads here."""
    is_place: bool = False
    """It is a place's own page: who types the name of a place wants it first."""
    former: tuple[str, ...] = ()
    """Addresses at which it was found before."""
    anchors: tuple[str, ...] = ()
    """The places on the page that can be cited."""
    following: Following = NOTHING
    """The feeds and the calendar by which it can be followed."""
    edit: str | None = None
    """The file from which it is made, for those who edit it."""


def list_entry(
    kind: PageKind,
    address: str,
    subject: Subject,
    text: PageText,
    *,
    former: tuple[str, ...] = (),
    following: Following = NOTHING,
    edit: str | None = None,
) -> Entry[Subject]:
    """Return a page that only repeats what stands elsewhere: the search leads to the things themselves."""
    return Entry(
        address=address,
        kind=kind,
        subject=subject,
        text=text,
        is_list=True,
        is_searched=False,
        former=former,
        following=following,
        edit=edit,
    )


def page_text(name: str, *above: Link, step: str | None = None, **filling: str) -> PageText:
    """Return the text of a page whose title and description stand in ``strings/pages.yml``, filled in."""
    title, description = (say(f"pages.{name}.{part}", **filling) for part in ("title", "description"))
    return PageText(title, description, above, step)


def former_pages(former: Iterable[str], part: Slice[object]) -> tuple[str, ...]:
    """Return where a page of a list was found when the list began at one of these addresses."""
    return tuple(part.address_below(each) for each in former)
