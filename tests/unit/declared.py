"""What do the models declare? Every model, every vocabulary."""

import importlib
import pkgutil
from collections.abc import Iterator
from enum import StrEnum
from functools import cache
from typing import Any

from pydantic import BaseModel

import generator.model
from generator.duties.deadlines import TimelinessCode
from generator.duties.standing import StatusCode
from generator.model import steps, vocabulary
from generator.model.base import Explained, Record
from generator.model.statement_kind import StatementKind
from generator.model.steps import VALUES_OF_TYPE, EventType, EventValue
from generator.model.vocabulary import vocabulary_name

_SPEAKING = (EventType.POSITION, EventType.PROGRESS, EventType.VERIFICATION, EventType.CLOSED)
_SPOKEN = [value for kind in _SPEAKING for value in VALUES_OF_TYPE[kind] if value is not EventValue.CANNOT_VERIFY]
SPOKEN: Any = StrEnum("Spoken", {each.name: each.value for each in (*_SPOKEN, EventType.REOPENED)})  # type: ignore[misc]
"""What a body says, the council finds, or by which it closes: what decides where something stands."""

COMPUTED: dict[str, type[StrEnum]] = {
    "standing": SPOKEN,
    "status": StatusCode,
    "timeliness": TimelinessCode,
    "statement_kind": StatementKind,
    "statement_kind_one": StatementKind,
}
"""Vocabularies that no record writes."""


@cache
def models() -> tuple[type[BaseModel], ...]:
    """Return every model that records are made of, bases apart."""
    for module in pkgutil.iter_modules(generator.model.__path__):
        importlib.import_module(f"generator.model.{module.name}")
    return tuple(model for model in dict.fromkeys(_below(Record)) if model is not Explained)


def _below(model: type[BaseModel]) -> Iterator[type[BaseModel]]:
    for each in model.__subclasses__():
        yield each
        yield from _below(each)


@cache
def vocabularies() -> dict[str, type[StrEnum]]:
    """Return every vocabulary by the name under which it has its labels."""
    written = {
        vocabulary_name(each): each
        for module in (vocabulary, steps)
        for each in vars(module).values()
        if isinstance(each, type) and issubclass(each, StrEnum) and each is not StrEnum
    }
    return written | COMPUTED
