"""What does the start of the site show?"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from generator import addresses
from generator.derive import Derived
from generator.derive.tally import tally
from generator.load import Article
from generator.parts.card import SurveyCard, survey_card
from generator.parts.tally import TallyView, tally_view
from generator.register.entry import Entry
from generator.views.head import PageHead, page_head
from generator.wording.names import Link

NEWEST = 5


class HomeView(NamedTuple):
    """The start of the site."""

    head: PageHead
    article: Article
    newest: tuple[SurveyCard, ...]
    surveys: int
    units: int
    tally: TallyView
    topics: tuple[Link, ...]


def home_views(derived: Derived, entries: Iterable[Entry[Article]]) -> Iterator[HomeView]:
    """Yield what the start of the site shows."""
    archive, back = derived.archive, derived.back
    for entry in entries:
        yield HomeView(
            head=page_head(entry),
            article=entry.subject,
            newest=tuple(survey_card(derived, survey) for survey in back.surveys[:NEWEST]),
            surveys=len(back.surveys),
            units=len(back.of_unit),
            tally=tally_view(tally(derived.follow_ups.all)),
            topics=tuple(Link(topic.name, addresses.topic(topic.id)) for topic in archive.topics.values()),
        )
