"""How is a long list cut into pages, so that no page grows with the number of records?"""

from collections.abc import Iterator, Sequence
from typing import Generic, NamedTuple, TypeVar

from generator import addresses
from generator.wording.names import Link

Item_co = TypeVar("Item_co", covariant=True)
Shown = TypeVar("Shown")


class Slice(NamedTuple, Generic[Item_co]):
    """One page of a list: its items, its number from 1, of how many pages, and the neighbours."""

    address: str
    items: tuple[Item_co, ...]
    number: int
    pages: int
    previous: str | None
    next: str | None

    def with_items(self, items: tuple[Shown, ...]) -> "Slice[Shown]":
        """Return the same page of the list with its items made ready to be shown."""
        return Slice(self.address, items, self.number, self.pages, self.previous, self.next)

    def address_below(self, first: str) -> str:
        """Return the address of the page of the same number of a list that begins at ``first``."""
        return addresses.page(first, self.number)


def slices(address: str, items: Sequence[Shown], size: int) -> Iterator[Slice[Shown]]:
    """Yield the pages of a list that begins at ``address``; an empty list has one empty page."""
    pages = max(1, -(-len(items) // size))
    for number in range(1, pages + 1):
        yield Slice(
            address=addresses.page(address, number),
            items=tuple(items[(number - 1) * size : number * size]),
            number=number,
            pages=pages,
            previous=addresses.page(address, number - 1) if number > 1 else None,
            next=addresses.page(address, number + 1) if number < pages else None,
        )


class Shelf(NamedTuple):
    """A part of a long list, for example a year, with the number of its records."""

    link: Link
    records: int
