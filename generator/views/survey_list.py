"""What do the lists of surveys show?"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from generator.derive import Derived
from generator.model.survey import Survey
from generator.parts.card import SurveyCard, survey_card
from generator.register.entry import Entry
from generator.register.lists import YearPart
from generator.register.slices import Shelf, Slice
from generator.views.head import PageHead, page_head


class SurveyListView(NamedTuple):
    """One page of a list of surveys; ``shelves`` lead to the years."""

    head: PageHead
    year: str | None
    slice: Slice[SurveyCard]
    total: int
    shelves: tuple[Shelf, ...]


def survey_list_views(derived: Derived, entries: Iterable[Entry[YearPart[Survey]]]) -> Iterator[SurveyListView]:
    """Yield the pages of the list of surveys."""
    for entry in entries:
        part = entry.subject
        cards = tuple(survey_card(derived, survey) for survey in part.slice.items)
        yield SurveyListView(page_head(entry), part.year, part.slice.with_items(cards), part.total, part.shelves)
