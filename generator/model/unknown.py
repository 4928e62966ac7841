"""What may be concluded from a record of which a part cannot be read?

A value that is there and cannot be used is neither there nor absent. Whoever asks for it gets ``UnknownError``, and
a rule ends there: what it found before is true, and nothing is concluded from what nobody knows.
"""

from collections.abc import Iterable, Iterator
from typing import Any, SupportsIndex, TypeVar

Item = TypeVar("Item")


class UnknownError(LookupError):
    """Somebody asks for a value that stands in the file and cannot be used."""


class OpenTuple(tuple[Item, ...]):
    """The known beginning of a list: whether something is not in it, or how long it is, nobody knows."""

    __slots__ = ()

    def __iter__(self) -> Iterator[Item]:
        yield from tuple.__iter__(self)
        raise UnknownError

    def __bool__(self) -> bool:
        if tuple.__len__(self):
            return True
        raise UnknownError

    def __len__(self) -> int:
        raise UnknownError

    def __getitem__(self, place: Any) -> Any:
        if isinstance(place, SupportsIndex) and 0 <= int(place) < tuple.__len__(self):
            return tuple.__getitem__(self, place)
        raise UnknownError

    def __contains__(self, item: object) -> bool:
        return any(each == item for each in self)

    def __eq__(self, other: object) -> bool:
        if other == () and tuple.__len__(self):
            return False
        raise UnknownError

    def __ne__(self, other: object) -> bool:
        return not self == other

    __hash__ = tuple.__hash__

    def __add__(self, other: Any) -> Any:
        return OpenTuple((*known(self), *known(other)))

    def __radd__(self, other: Any) -> Any:
        return OpenTuple((*known(other), *known(self)))


class OpenSet(set[Item]):
    """The known names of a record: whether it names anything else, nobody knows."""

    def __contains__(self, item: object) -> bool:
        if set.__contains__(self, item):
            return True
        raise UnknownError

    def __or__(self, other: Any) -> Any:
        return OpenSet(set.__or__(self, other))

    def __ror__(self, other: Any) -> Any:
        return OpenSet(set.__or__(self, other))


def known(items: Iterable[Item]) -> tuple[Item, ...]:
    """Return the known items of a list, to look at each by itself and to conclude nothing from all of them."""
    return tuple(tuple.__iter__(items)) if isinstance(items, tuple) else tuple(items)
