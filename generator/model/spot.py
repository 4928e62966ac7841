"""Which single value of a record does a path name, and how does the record read with another one there?

A path is written as an editor would find the value in the file: keys joined by ``/``, and in a list of parts the
id of the part, or the unit that it names: ``limitations/hc-03/text``, ``units/xa-a/note``. Only texts, numbers and
dates can be named: of everything else the parts of a record depend on one another.
"""

import datetime
from collections.abc import Iterator
from functools import cache
from types import UnionType
from typing import Any, NamedTuple, TypeVar, Union, get_args, get_origin, get_type_hints

from pydantic import BaseModel, TypeAdapter

from generator.model.edtf import EdtfDate, EdtfInterval
from generator.model.values import Code, Date, DateOrInterval, Day, Line, Number, Prose

Model = TypeVar("Model", bound=BaseModel)
Path = tuple[str | int, ...]

_NAMED: tuple[Any, ...] = (Line, Prose, Code, Number, Date, DateOrInterval, Day)
_NEVER = frozenset({"absent", "corrections", "publication", "recorded", "received", "withdrawn", "editor_note"})
"""What says when something came on record, and what is no part of the text."""


class Spot(NamedTuple):
    """Where a value stands, how values there are written, and which one it is now."""

    path: Path
    shape: Any
    value: object

    def read(self, written: str) -> object:
        """Return a value that could stand here. Raises ``ValidationError`` for what could not."""
        return _adapter(self.shape).validate_python(written)


def spots(record: BaseModel) -> dict[str, Spot]:
    """Return every value of a record that can be named, by its name."""
    return dict(_spots(record, "", ()))


def with_value(record: Model, path: Path, value: object) -> Model:
    """Return the record with another value at the end of a path."""
    return _with(record, path, value)  # type: ignore[no-any-return]


def written(value: object) -> str:
    """Return a value as a file holds it, white space apart; empty for none."""
    if isinstance(value, EdtfDate | EdtfInterval):
        return value.text
    if isinstance(value, datetime.date):
        return value.isoformat()
    return " ".join(str(value).split()) if value is not None else ""


def _spots(part: BaseModel, name: str, path: Path) -> Iterator[tuple[str, Spot]]:
    for field, shape in _shapes(type(part)).items():
        value = getattr(part, field)
        if shape is not None:
            yield name + field, Spot((*path, field), shape, value)
        elif isinstance(value, BaseModel):
            yield from _spots(value, f"{name}{field}/", (*path, field))
        elif isinstance(value, tuple):
            for at, item in enumerate(value):
                key = getattr(item, "id", None) or getattr(item, "unit", None)
                if key is not None:
                    yield from _spots(item, f"{name}{field}/{key}/", (*path, field, at))


@cache
def _shapes(model: type[BaseModel]) -> dict[str, Any]:
    """Return the fields of a model, each with the shape of its value if that can be named."""
    hints = get_type_hints(model, include_extras=True)
    return {name: _shape(hints[name]) for name in model.model_fields if name not in _NEVER}


def _shape(hint: Any) -> Any:
    if get_origin(hint) in (Union, UnionType):
        inner = [each for each in get_args(hint) if each is not type(None)]
        return _shape(inner[0]) if len(inner) == 1 else None
    return next((shape for shape in _NAMED if shape == hint), None)


@cache
def _adapter(shape: Any) -> TypeAdapter[object]:
    return TypeAdapter(shape)


def _with(value: Any, path: Path, end: object) -> Any:
    if not path:
        return end
    step, *rest = path
    if isinstance(step, int):
        return tuple(_with(each, tuple(rest), end) if at == step else each for at, each in enumerate(value))
    return value.model_copy(update={step: _with(getattr(value, step), tuple(rest), end)})
