"""What do the models declare? Every model, every vocabulary."""

import importlib
import pkgutil
from collections.abc import Iterator
from enum import StrEnum
from functools import cache

from pydantic import BaseModel

import generator.model
from generator.derive.deadlines import TimelinessCode
from generator.derive.status import StatusCode
from generator.model import vocabulary
from generator.model.base import Explained, Record
from generator.model.statement_kind import StatementKind
from generator.model.vocabulary import vocabulary_name

COMPUTED: dict[str, type[StrEnum]] = {
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
        for each in vars(vocabulary).values()
        if isinstance(each, type) and issubclass(each, StrEnum) and each is not StrEnum
    }
    return written | COMPUTED
