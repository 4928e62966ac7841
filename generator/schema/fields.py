"""What does each field of a model take, and in which words is an editor told?"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from types import UnionType
from typing import Any, TypeAlias, Union, get_args, get_origin, get_type_hints

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from generator.model.statement_kind import StatementKind
from generator.model.steps import VALUES_OF_TYPE, EventType, EventValue
from generator.model.values import VALUES, Reference
from generator.model.vocabulary import vocabulary_name
from generator.strings import TextError, label, one_of, say, words

Holds: TypeAlias = str | type[StrEnum] | type[BaseModel]
"""What a field holds: a shape of ``VALUES`` by its name, a word of a vocabulary, or a part with fields."""


@dataclass(frozen=True, slots=True)
class Text:
    """What an editor reads about a field or a model; the examples are YAML."""

    title: str
    description: str
    example: str | None = None
    bad_example: str | None = None
    bad_because: str | None = None


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a model. ``default`` is what its absence means, None when it means nothing."""

    name: str
    text: Text
    holds: Holds
    many: bool
    required: bool
    default: str | bool | None


def fields_of(model: type[BaseModel], *, without: frozenset[str] = frozenset()) -> tuple[Field, ...]:
    """Return the fields of a model in its own order. Raises TextError for one that has no text."""
    hints = _hints(model)
    return tuple(
        _field(model, name, info, hints[name]) for name, info in model.model_fields.items() if name not in without
    )


def text_of(model: type[BaseModel], field: str = "") -> Text:
    """Return the text for a field, or for the model itself; texts are inherited like the fields."""
    texts = words("fields")
    for each in model.__mro__:
        if field in texts.get(each.__name__, ()):
            return Text(**texts[each.__name__][field])
    raise TextError(f"generator/strings/fields.yml: there is no “{model.__name__}.{field}”")


def in_place(example: str) -> str:
    """Return an example as it follows the colon of its key: after a blank, or a list below it."""
    if example.startswith("- "):
        return "".join(f"\n  {line}" for line in example.splitlines())
    return f" {example}"


def form_of(shape: str) -> str:
    """Return in a few words how a value of this shape is written."""
    return say(f"fields.values.{shape}.title", prefixes=_prefixes())


def mistake_of(shape: str) -> str:
    """Return what an editor is told about a value that does not have this shape."""
    return say(f"fields.values.{shape}.wrong", prefixes=_prefixes())


def _prefixes() -> str:
    return one_of(kind.prefix for kind in StatementKind)


def choices(vocabulary: type[StrEnum]) -> tuple[tuple[str, str], ...]:
    """Return the codes of a vocabulary with their labels; a value of an event also says its type."""
    return tuple((code.value, _meaning(code)) for code in vocabulary)


def reference_of(shape: str) -> str | None:
    """Return to what a value of this shape refers, such as ``unit``, or None."""
    return next((mark.to for mark in VALUES[shape].__metadata__ if isinstance(mark, Reference)), None)


def parts_of(model: type[BaseModel]) -> Iterator[type[BaseModel]]:
    """Yield the models below a model, each when it is first met, a part before what follows it."""
    seen: set[type[BaseModel]] = set()

    def below(current: type[BaseModel]) -> Iterator[type[BaseModel]]:
        for hint in _hints(current).values():
            part, _ = _holds(hint)
            if isinstance(part, type) and issubclass(part, BaseModel) and part not in seen:
                seen.add(part)
                yield part
                yield from below(part)

    return below(model)


def _field(model: type[BaseModel], name: str, info: FieldInfo, hint: Any) -> Field:
    holds, many = _holds(hint)
    default = info.default if isinstance(info.default, str | bool) else None
    return Field(name, text_of(model, name), holds, many, info.is_required(), default)


def _hints(model: type[BaseModel]) -> dict[str, Any]:
    hints = get_type_hints(model, include_extras=True)
    return {name: hints[name] for name in model.model_fields}


def _holds(hint: Any) -> tuple[Holds, bool]:
    """Return what a type holds and whether it holds many."""
    shape = next((name for name, alias in VALUES.items() if alias == hint), None)
    if shape is not None:
        return shape, False
    if get_origin(hint) in (Union, UnionType):
        (inner,) = (each for each in get_args(hint) if each is not type(None))
        return _holds(inner)
    if get_origin(hint) is tuple:
        return _holds(get_args(hint)[0])[0], True
    if isinstance(hint, type) and issubclass(hint, StrEnum | BaseModel):
        return hint, False
    raise TypeError(f"a field of {hint}: give its shape a name in model/values.py")


def _meaning(code: StrEnum) -> str:
    meaning = label(vocabulary_name(type(code)), code.value)
    if not isinstance(code, EventValue):
        return meaning
    kind = next(kind for kind in EventType if code in VALUES_OF_TYPE[kind])
    goes_with = say("fields.guide.goes_with", type=kind.value)
    return f"{meaning} ({goes_with})"
