"""How is one list of records cut by years?"""

from collections.abc import Iterator, Sequence
from typing import Generic, NamedTuple, TypeVar

from generator import addresses
from generator.register.slices import Shelf, Slice, slices
from generator.wording.dates import year_name
from generator.wording.names import Link

Item = TypeVar("Item")


class YearPart(NamedTuple, Generic[Item]):
    """One page of a list that is cut by years: the newest of all, or those of one year."""

    year: str | None
    """The year in words, None for the newest of all."""
    slice: Slice[Item]
    total: int
    """How many records the whole list has, or the year."""
    shelves: tuple[Shelf, ...]
    """The links to the years."""


def by_years(
    address: str, items: Sequence[Item], years: dict[int | None, tuple[Item, ...]], size: int
) -> Iterator[YearPart[Item]]:
    """Yield the newest items of all as one page, then every year in pages; ``years`` come in their order."""
    shelves = tuple(
        Shelf(Link(year_name(year), addresses.year(address, year)), len(group)) for year, group in years.items()
    )
    yield YearPart(None, next(slices(address, items[:size], size)), len(items), shelves)
    for shelf, group in zip(shelves, years.values(), strict=True):
        for part in slices(shelf.link.address, group, size):
            yield YearPart(shelf.link.label, part, len(group), shelves)
