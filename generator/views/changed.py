"""What do the list of updates and the log of corrections show?"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from generator.derive import Derived
from generator.derive.changes import Change
from generator.parts.change import ChangeView, CorrectionView, change_view, logged_view
from generator.register.entry import Entry
from generator.register.lists import YearPart
from generator.register.slices import Shelf, Slice
from generator.views.head import PageHead, page_head


class UpdateListView(NamedTuple):
    """One page of the updates: the newest ones, or those of a year."""

    head: PageHead
    year: str | None
    slice: Slice[ChangeView]
    shelves: tuple[Shelf, ...]


class CorrectionListView(NamedTuple):
    """One page of the log of corrections: the newest ones, or those of a year."""

    head: PageHead
    year: str | None
    slice: Slice[CorrectionView]
    shelves: tuple[Shelf, ...]


def update_views(derived: Derived, entries: Iterable[Entry[YearPart[Change]]]) -> Iterator[UpdateListView]:
    """Yield the pages of what changed."""
    for entry in entries:
        part = entry.subject
        shown = tuple(change_view(derived, change) for change in part.slice.items)
        yield UpdateListView(page_head(entry), part.year, part.slice.with_items(shown), part.shelves)


def correction_list_views(_: Derived, entries: Iterable[Entry[YearPart[Change]]]) -> Iterator[CorrectionListView]:
    """Yield the pages of the log of corrections and withdrawals."""
    for entry in entries:
        part = entry.subject
        shown = tuple(logged_view(change) for change in part.slice.items)
        yield CorrectionListView(page_head(entry), part.year, part.slice.with_items(shown), part.shelves)
