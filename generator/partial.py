"""What can still be judged of a file that does not fit its model?

A record is built of all that fits, whatever else is wrong: a date that is none takes away that date, not the
sentences beside it. What stands in the file and cannot be used stays unknown (``model.unknown``); so does what is
missing beside a key that nobody knows, which may be the missing one misspelt.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, get_type_hints

from pydantic import BaseModel, TypeAdapter

from generator.model.unknown import OpenTuple
from generator.model.walk import holds_names, parts_of
from generator.problems import Complaint, Path
from generator.yamlfile import AN_ITEM, UNKNOWN, Positions, Reading, Tree, positions


@dataclass(frozen=True, slots=True)
class Partial:
    """A record as far as it is known; ``is_open`` if what is not known may hold parts, or name others."""

    record: BaseModel
    is_open: bool


def partial_record(
    model: type[BaseModel], tree: Tree, complaints: Iterable[Complaint], lost: Collection[Path]
) -> Partial | None:
    """Return what is known of a record; ``complaints`` are all that its model has, ``lost`` what cannot be read.

    None where an indentation is in doubt: nobody can say then what belongs to what.
    """
    if any(path[0] == UNKNOWN for path in lost):
        return None
    builder = _Builder(list(complaints), lost)
    record = builder.part(model, tree, ())
    return Partial(record, builder.is_open)


def really_wrong(found: list[Complaint], reading: Reading, content: bytes) -> Iterator[Complaint]:
    """Yield the complaints without what seems to be missing or empty: it stands there, misspelt or unreadable."""
    misspelt = {(*each.place.path[:-1], each.nearest) for each in found if each.code == "M01"}
    told = {fault.line for fault in reading.faults}
    places = positions(content) if told and any(each.code == "M02" for each in found) else {}
    for each in found:
        missed = (*each.place.path, each.details.get("name", ""))
        if each.code == "M02":
            is_there = missed in misspelt or _is_lost(missed, reading.lost) or _is_told(missed, places, told)
        else:
            is_there = each.code == "M06" and each.place.path in reading.lost
        if not is_there:
            yield each


def _is_lost(missed: Path, lost: Iterable[Path]) -> bool:
    *part, name = missed
    unknown = {(UNKNOWN,), (*part, UNKNOWN), (UNKNOWN, name)}
    return any(each in unknown or each[: len(missed)] == missed for each in lost)


def _is_told(missed: Path, places: Positions, lines: Collection[int]) -> bool:
    """Return whether a key that seems to have no answer stands on a line of which a fault is told: ``a: #b``."""
    return missed in places and places[missed][0][0] in lines


class _Builder:
    def __init__(self, complaints: list[Complaint], lost: Collection[Path]) -> None:
        self._complaints = complaints
        self._lost = lost
        missed = [(*each.place.path, each.details["name"]) for each in complaints if each.code == "M02"]
        self._wrong = {
            path[:length]
            for path in (*(each.place.path for each in complaints), *missed, *lost)
            for length in range(len(path) + 1)
        }
        self.is_open = False

    def part(self, model: type[BaseModel], tree: Mapping[str, Any], path: Path) -> BaseModel:
        """Return a record or a part of one; where nothing is wrong with it, as its model makes it."""
        if path and path not in self._wrong:
            return model.model_validate(tree)
        values: dict[str, Any] = {}
        unknown = self._unknown(model, tree, path)
        for name in model.model_fields:
            inner = (*path, name)
            if name in unknown:
                continue
            if name in tree and inner not in self._wrong:
                values[name] = _type_of(model, name).validate_python(tree[name])
            elif name in tree and not self._put(values, model, name, tree[name], inner):
                unknown.add(name)
        self.is_open |= any(holds_names(model, name) for name in unknown)
        made = model.model_construct(set(values), **values)
        for name in unknown:
            made.__dict__.pop(name, None)
        return made

    def _unknown(self, model: type[BaseModel], tree: Mapping[str, Any], path: Path) -> set[str]:
        """Return the fields that are not in the tree, and of which nobody can say that they are absent."""
        absent = {name for name in model.model_fields if name not in tree}
        strange = [each for each in self._complaints if each.code == "M01" and each.place.path[:-1] == path]
        if (*path, UNKNOWN) in self._wrong or any(not each.nearest for each in strange):
            return absent
        return {name for name in absent if (*path, name) in self._wrong} | (
            absent & {each.nearest for each in strange}
        )

    def _put(self, values: dict[str, Any], model: type[BaseModel], name: str, value: Any, path: Path) -> bool:
        """Put what is known of a value in which something is wrong; return whether anything is."""
        part, is_many = parts_of(model, name)
        if isinstance(value, list) and is_many:
            values[name] = self._items(model, name, value, path)
        elif isinstance(value, dict) and part is not None and not is_many:
            values[name] = self.part(part, value, path)
        return name in values

    def _items(self, model: type[BaseModel], name: str, value: list[Any], path: Path) -> tuple[Any, ...]:
        """Return a list up to the first item that is not known at all: items keep their places."""
        part, _ = parts_of(model, name)
        items: list[Any] = []
        for place, item in enumerate(value):
            inner = (*path, place)
            if part is not None and isinstance(item, dict):
                items.append(self.part(part, item, inner))
            elif part is None and inner not in self._wrong:
                items += _type_of(model, name).validate_python([item])
            else:
                break
        if len(items) == len(value) and (*path, AN_ITEM) not in self._wrong:
            return tuple(items)
        self.is_open |= holds_names(model, name)
        return OpenTuple(items)


@cache
def _type_of(model: type[BaseModel], name: str) -> TypeAdapter[Any]:
    return TypeAdapter(get_type_hints(model, include_extras=True)[name])
