"""Which shapes may a single value take? Text, dates, numbers, ids and references to other records."""

import datetime
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated, Any, TypeAlias, TypeVar, get_origin

from pydantic import Field, PlainValidator, StringConstraints, WithJsonSchema
from pydantic_core import PydanticCustomError

from generator.model.edtf import EdtfDate, EdtfError, EdtfInterval, parse, parse_day
from generator.model.statement_kind import StatementKind
from generator.vietnamese.numbers import RECORDED_NUMBER_PATTERN


@dataclass(frozen=True, slots=True)
class Words:
    """Marks text that people wrote and people read: it is escaped, searched, and watched for personal data."""

    paragraphs: bool = False


@dataclass(frozen=True, slots=True)
class Reference:
    """Marks text that must be the id of another record: ``unit``, ``topic``, ``source`` …"""

    to: str


Read = TypeVar("Read")

IDENTIFIER = re.compile(r"^[a-z0-9]+(-[a-z0-9]+)*$")
"""The shape of an id: small letters a-z and digits, in parts joined by hyphens."""

_ID = StringConstraints(pattern=IDENTIFIER.pattern, max_length=80)
_NUMBER = re.compile(RECORDED_NUMBER_PATTERN)


def _date(value: object) -> EdtfDate:
    if isinstance(value, str) and _is_a_span(value):
        raise PydanticCustomError("date_expected", "a date, not an interval", {"written": value})
    read = _edtf(value)
    assert isinstance(read, EdtfDate), "an interval has been refused"
    return read


def _is_a_span(text: str) -> bool:
    """Return whether a text is an interval, or would be one if it were written as it should be."""
    try:
        return isinstance(parse(text), EdtfInterval)
    except EdtfError as error:
        return "/" in (error.suggestion or "")


def _date_or_interval(value: object) -> EdtfDate | EdtfInterval:
    return _edtf(value)


def _edtf(value: object) -> EdtfDate | EdtfInterval:
    if isinstance(value, EdtfDate | EdtfInterval):
        return value
    return _reported(parse, value)


def _day(value: object) -> datetime.date:
    return value if isinstance(value, datetime.date) else _reported(parse_day, value)


def _reported(parser: Callable[[str], Read], value: object) -> Read:
    if not isinstance(value, str):
        raise PydanticCustomError("string_type", "text expected")
    try:
        return parser(value)
    except EdtfError as error:
        raise PydanticCustomError(
            "edtf",
            "not a date",
            {"reason": error.reason, "suggestion": error.suggestion or "", "written": value},
        ) from None


def _number(value: object) -> str:
    if isinstance(value, str) and _NUMBER.fullmatch(value):
        return value
    raise PydanticCustomError("decimal", "not a number", {"written": str(value)})


def _flag(value: object) -> bool:
    known = {"true": True, "false": False}
    if isinstance(value, bool):
        return value
    if isinstance(value, str) and value in known:
        return known[value]
    raise PydanticCustomError("flag", "true or false", {"written": str(value)})


Line: TypeAlias = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1), Words()]
"""One line of text."""

Prose: TypeAlias = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1), Words(paragraphs=True)]
"""Text that may have several paragraphs, parted by an empty line."""

Id: TypeAlias = Annotated[str, _ID]
"""A chosen, stable name: small letters a-z, digits and hyphens."""

_PREFIXES = "|".join(kind.prefix for kind in StatementKind)
StatementId: TypeAlias = Annotated[str, StringConstraints(pattern=rf"^({_PREFIXES})-[0-9]{{2,3}}$")]
RecommendationId: TypeAlias = Annotated[str, StringConstraints(pattern=r"^kn-[0-9]{2,3}$")]
EventId: TypeAlias = Annotated[str, StringConstraints(pattern=r"^sk-[0-9]{2,3}$")]
PartId: TypeAlias = Annotated[str, StringConstraints(pattern=r"^pv-[0-9]{2,3}$")]
CorrectionId: TypeAlias = Annotated[str, StringConstraints(pattern=r"^dc-[0-9]{2,3}$")]
ReplyId: TypeAlias = Annotated[str, StringConstraints(pattern=r"^yk-[0-9]{2,3}$")]

UnitId: TypeAlias = Annotated[str, _ID, Reference("unit")]
SurveyId: TypeAlias = Annotated[str, _ID, Reference("survey")]
TopicId: TypeAlias = Annotated[str, _ID, Reference("topic")]
IndicatorId: TypeAlias = Annotated[str, _ID, Reference("indicator")]
ReorganisationId: TypeAlias = Annotated[str, _ID, Reference("reorganisation")]
SourceId: TypeAlias = Annotated[str, _ID, Reference("source")]
DocumentId: TypeAlias = Annotated[str, _ID, Reference("document")]
LocalStatementId: TypeAlias = Annotated[str, Reference("statement")]
"""A statement of the same survey."""
OtherStatement: TypeAlias = Annotated[str, Reference("other_statement")]
"""A statement of another survey, as ``survey/hc-03``."""
OtherRecommendation: TypeAlias = Annotated[str, Reference("other_recommendation")]
"""A recommendation of another survey, as ``survey/kn-01``."""

Locator: TypeAlias = Annotated[
    str, StringConstraints(pattern=r"^[1-9][0-9]{0,4}(\.[1-9][0-9]{0,4})?(-[1-9][0-9]{0,4}(\.[1-9][0-9]{0,4})?)?$")
]
"""A place in a source: ``4`` or ``4.2`` (paragraph.sentence, or page), or from-to as ``4.1-4.3``."""

Date: TypeAlias = Annotated[
    EdtfDate, PlainValidator(_date), WithJsonSchema({"type": "string", "examples": ["2024-09-12"]})
]
"""A date with its stated precision (EDTF): ``2024``, ``2024-09``, ``2024-09-12``, ``XXXX-09-08``."""

DateOrInterval: TypeAlias = Annotated[
    EdtfDate | EdtfInterval,
    PlainValidator(_date_or_interval),
    WithJsonSchema({"type": "string", "examples": ["2021/.."]}),
]
"""A date or a span of time (EDTF): ``2024``, ``2021/..``, ``2021-03/2024-09-12``."""

Day: TypeAlias = Annotated[
    datetime.date, PlainValidator(_day), WithJsonSchema({"type": "string", "format": "date"})
]
"""One calendar day, in full: ``2024-09-12``."""

Number: TypeAlias = Annotated[str, PlainValidator(_number), WithJsonSchema({"type": "number"})]
"""A number as text with a decimal point, so that the decimals of the source are kept: ``98.50``."""

Count: TypeAlias = Annotated[int, Field(ge=0, le=10_000_000)]
"""A whole number, not negative."""

Flag: TypeAlias = Annotated[bool, PlainValidator(_flag), WithJsonSchema({"type": "boolean"})]
"""``true`` or ``false``; YAML's other words for them stay words."""

WebAddress: TypeAlias = Annotated[str, StringConstraints(pattern=r"^https?://[^\s<>\"']+$", max_length=2000)]
Code: TypeAlias = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=40)]
"""An official code, kept as text with its leading zeros."""

MediaFile: TypeAlias = Annotated[
    str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9._-]*\.(jpg|jpeg|png|webp|pdf)$", max_length=100)
]
"""The name of a file in ``data/media/<survey>/``."""

Sha256: TypeAlias = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]

VALUES: dict[str, Any] = {
    name: alias for name, alias in list(globals().items()) if get_origin(alias) is Annotated and name[0] != "_"
}
"""The shapes of single values by name: ``Line``, ``Code``, ``UnitId`` …"""


def name_of_pattern(pattern: str) -> str:
    """Return the name of the first shape of text that has this pattern: ``Id``, ``StatementId`` …"""
    return next(
        name
        for name, alias in VALUES.items()
        for mark in alias.__metadata__
        if isinstance(mark, StringConstraints) and mark.pattern == pattern
    )
