"""Which values of a record carry a mark, and where do they stand?"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from types import UnionType
from typing import Any, NamedTuple, Union, get_args, get_origin

from pydantic import BaseModel

from generator.model.unknown import known
from generator.model.values import Reference, Words

Path = tuple[str | int, ...]


class Leaf(NamedTuple):
    """A marked value: its path in the record, its mark and its text."""

    path: Path
    mark: Reference | Words
    value: str


class _Step(NamedTuple):
    """One field that leads to marked values, itself marked or a part that holds some."""

    name: str
    many: bool
    mark: Reference | Words | None


def leaves(record: BaseModel, path: Path = ()) -> Iterator[Leaf]:
    """Yield every marked value of a record and of its parts, in the order of the fields."""
    for name, many, mark in _plan(type(record)):
        value = record.__dict__.get(name)
        if value is None:
            continue
        for step, item in enumerate(known(value)) if many else ((None, value),):
            inner = (*path, name) if step is None else (*path, name, step)
            if mark is None:
                yield from leaves(item, inner)
            else:
                yield Leaf(inner, mark, item)


def leaves_of_tree(model: type[BaseModel], tree: object, path: Path = ()) -> Iterator[Leaf]:
    """Yield every marked value of a tree that does not fit its model, as far as its shape can be followed."""
    for name, many, mark in _plan(model):
        value = tree.get(name) if isinstance(tree, dict) else None
        part = None if mark is not None else _parts(model.model_fields[name].annotation)[0]
        items = list(enumerate(value)) if many and isinstance(value, list) else [] if many else [(None, value)]
        for step, item in items:
            inner = (*path, name) if step is None else (*path, name, step)
            if part is not None:
                yield from leaves_of_tree(part, item, inner)
            elif mark is not None and isinstance(item, str):
                yield Leaf(inner, mark, item)


@dataclass(slots=True)
class Gathered:
    """What one walk through a record collects; without paths, which are wanted only once something is wrong."""

    references: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    """What is named, by the kind of record that is meant."""
    texts: list[str] = field(default_factory=list)
    """Everything that people wrote."""
    parts: dict[type[BaseModel], list[BaseModel]] = field(default_factory=lambda: defaultdict(list))
    """The record and its parts by their models, in the order of the fields."""


def gather(record: BaseModel) -> Gathered:
    """Return all that is marked in a record and in its parts, and the parts themselves."""
    found = Gathered()
    _gather(record, found)
    return found


def _gather(record: BaseModel, found: Gathered) -> None:
    model = record.__class__
    found.parts[model].append(record)
    values = record.__dict__  # read directly: every value of every record passes here
    texts, references, parts = _sorted_plan(model)
    for name, many in texts:
        if (value := values.get(name)) is not None:
            if many:
                found.texts.extend(known(value))
            else:
                found.texts.append(value)
    for name, many, kind in references:
        if (value := values.get(name)) is not None:
            if many:
                found.references[kind].update(known(value))
            else:
                found.references[kind].add(value)
    for name, many in parts:
        if (value := values.get(name)) is not None:
            for part in known(value) if many else (value,):
                _gather(part, found)


def path_of(record: BaseModel, part: BaseModel, path: Path = ()) -> Path | None:
    """Return the path that leads from a record to this very part of it, None if it is not in it."""
    if record is part:
        return path
    for name, many, mark in _plan(type(record)):
        if mark is None:
            value = record.__dict__.get(name)
            if value is None:
                continue
            for step, item in enumerate(known(value)) if many else ((None, value),):
                inner = (*path, name) if step is None else (*path, name, step)
                if (found := path_of(item, part, inner)) is not None:
                    return found
    return None


def model_at(model: type[BaseModel], path: Path) -> type[BaseModel] | None:
    """Return the model of the part that a path leads to, None when the path leaves the models."""
    current: type[BaseModel] | None = model
    for step in path:
        if isinstance(step, int):
            continue
        info = current.model_fields.get(step) if current is not None else None
        current = None if info is None else _parts(info.annotation)[0]
    return current


@cache
def parts_of(model: type[BaseModel], name: str) -> tuple[type[BaseModel] | None, bool]:
    """Return the model of the parts in a field, None if it holds no parts, and whether the field is a list."""
    part, is_many, _ = _parts(model.model_fields[name].annotation)
    return part, is_many


@cache
def holds_names(model: type[BaseModel], name: str) -> bool:
    """Return whether a field holds parts or names other records or parts."""
    info = model.model_fields[name]
    part, _, mark = _parts(info.annotation)
    return part is not None or any(isinstance(each, Reference) for each in (mark, *info.metadata))


@cache
def _plan(model: type[BaseModel]) -> tuple[_Step, ...]:
    steps = []
    for name, info in model.model_fields.items():
        part, many, mark = _parts(info.annotation)
        mark = mark or next((each for each in info.metadata if isinstance(each, Reference | Words)), None)
        if mark is not None or (part is not None and _plan(part)):
            steps.append(_Step(name, many, mark))
    return tuple(steps)


@cache
def _sorted_plan(
    model: type[BaseModel],
) -> tuple[list[tuple[str, bool]], list[tuple[str, bool, str]], list[tuple[str, bool]]]:
    """Return the fields of a model that hold text, references and parts."""
    plan = _plan(model)
    return (
        [(name, many) for name, many, mark in plan if isinstance(mark, Words)],
        [(name, many, mark.to) for name, many, mark in plan if isinstance(mark, Reference)],
        [(name, many) for name, many, mark in plan if mark is None],
    )


def _parts(annotation: Any) -> tuple[type[BaseModel] | None, bool, Reference | Words | None]:
    """Return (the model inside, whether it is a list, its mark) of a field's type."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation, False, None
    arguments = get_args(annotation)
    if get_origin(annotation) is tuple:
        part, _, mark = _parts(arguments[0])
        return part, True, mark
    if get_origin(annotation) in (Union, UnionType):
        return next((found for each in arguments if (found := _parts(each))[0] or found[2]), (None, False, None))
    mark = next((each for each in arguments if isinstance(each, Reference | Words)), None)
    return None, False, mark
