"""What may stand in a record file, in the words of JSON Schema (draft 2020-12)?

Our own reader keeps every scalar as text; an editor's language server follows the core schema of YAML 1.2
(https://yaml.org/spec/1.2.2/#103-core-schema), where ``98.5`` is a number, ``true`` a boolean, ``2024-09-12``
text, and ``07001`` the number 7001. So that no record that `check` accepts is underlined in an editor, a
field of text takes numbers too (a heading may be ``2021``), a date takes the year ``2024``, and an optional
field may stand there with nothing after it. One thing is stricter here than in `check`: a code must be
quoted, because programs that write a file back turn ``07001`` into ``7001``.

What yaml-language-server 1.25 does with a schema decides two more things. When it completes a key, it inserts
the first of ``examples``, or ``0`` where the first type is a number: an invented date or figure would slip
into a record. Examples are therefore told in the description, and text is named before numbers.
"""

import json
from typing import Any, TypeAlias

from pydantic import BaseModel, TypeAdapter

from generator.model.base import Absence
from generator.model.values import VALUES
from generator.schema.fields import (
    Field,
    Text,
    choices,
    fields_of,
    in_place,
    mistake_of,
    parts_of,
    reference_of,
    text_of,
)
from generator.schema.files import RecordFile, record_files
from generator.strings import say
from generator.vietnamese.numbers import RECORDED_NUMBER_PATTERN

Schema: TypeAlias = dict[str, Any]

_DATE = r"([12][0-9]{3}|[12][0-9]{2}X|XXXX)(-([0-9]{2}|XX)(-([0-9]{2}|XX))?)?[?~%]?"
_SIDE = rf"({_DATE}|\.\.)?"
_YEAR = {"type": ["string", "integer"], "minimum": 1000, "maximum": 2999}
_ID = {"type": ["string", "integer"]}
_TEXT = {"type": ["string", "number"]}
# What YAML 1.2 makes of a value before the schema sees it; shapes that are not here stay text.
_AS_READ: dict[str, Schema] = {
    "Line": _TEXT,
    "Prose": _TEXT,
    "Id": _ID,
    "UnitId": _ID,
    "SurveyId": _ID,
    "TopicId": _ID,
    "IndicatorId": _ID,
    "ReorganisationId": _ID,
    "SourceId": _ID,
    "DocumentId": _ID,
    "Locator": {"type": ["string", "number"]},
    "Date": {**_YEAR, "pattern": f"^{_DATE}$"},
    "DateOrInterval": {**_YEAR, "pattern": f"^({_DATE}|{_SIDE}/{_SIDE})$"},
    "Day": {"pattern": "^[12][0-9]{3}-[0-9]{2}-[0-9]{2}$"},
    "Number": {"type": ["string", "number"], "pattern": f"^{RECORDED_NUMBER_PATTERN}$"},
    "Count": {"type": ["string", "integer"], "pattern": "^[0-9]+$"},
    "Flag": {"type": ["boolean", "string"], "pattern": "^(true|false)$"},
}


def json_schemas() -> dict[str, str]:
    """Return the JSON Schema of every kind of record file: file name → JSON text."""
    return {file.schema: json.dumps(_schema(file), ensure_ascii=False, indent=2) + "\n" for file in record_files()}


def _schema(file: RecordFile) -> Schema:
    parts = sorted(parts_of(file.model), key=lambda part: part.__name__)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **_object(file.model, file.given),
        "$defs": {part.__name__: _object(part) for part in parts},
    }


def _object(model: type[BaseModel], given: frozenset[str] = frozenset()) -> Schema:
    fields = fields_of(model, without=given)
    return {
        **_words_of(text_of(model)),
        "type": "object",
        "properties": {field.name: _property(field, fields) for field in fields},
        "required": [field.name for field in fields if field.required],
        "additionalProperties": False,
    }


def _property(field: Field, neighbours: tuple[Field, ...]) -> Schema:
    described = _words_of(field.text)
    if field.default is not None:
        described["default"] = field.default
    if field.many:
        items = _absence(neighbours) if field.holds is Absence else _single(field)
        return described | _blank_too(field, {"type": "array", "items": items})
    return described | _blank_too(field, _single(field))


def _words_of(text: Text) -> Schema:
    paragraphs = [text.description]
    if text.example is not None:
        paragraphs.append(say("fields.guide.example", example=in_place(text.example)))
    if text.bad_example is not None:
        paragraphs.append(say("fields.guide.do_not", written=text.bad_example, because=text.bad_because))
    return {"title": text.title, "description": "\n\n".join(paragraphs)}


def _single(field: Field) -> Schema:
    """Return the schema of one value of a field, whether the field holds one or many."""
    if isinstance(field.holds, str):
        return _value(field.holds)
    if issubclass(field.holds, BaseModel):
        return {"$ref": f"#/$defs/{field.holds.__name__}"}
    codes, meanings = zip(*choices(field.holds), strict=True)
    return {"enum": list(codes), "enumDescriptions": list(meanings)}


def _value(shape: str) -> Schema:
    schema = TypeAdapter(VALUES[shape]).json_schema() | _AS_READ.get(shape, {})
    schema.pop("examples", None)
    schema["errorMessage"] = mistake_of(shape)
    refers_to = reference_of(shape)
    return schema if refers_to is None else schema | {"x-reference": refers_to}


def _absence(neighbours: tuple[Field, ...]) -> Schema:
    """Return the schema of a reason why a field is empty: it names an optional field of its own record."""
    names = [field for field in neighbours if not field.required and field.holds is not Absence]
    named = {
        "enum": [field.name for field in names],
        "enumDescriptions": [field.text.title for field in names],
    }
    return {"allOf": [{"$ref": f"#/$defs/{Absence.__name__}"}, {"properties": {"field": named}}]}


def _blank_too(field: Field, schema: Schema) -> Schema:
    """Return the schema; an optional field may also be blank, which our reader takes for absent."""
    if field.required:
        return schema
    if "enum" in schema:
        return {"enum": [*schema["enum"], None], "enumDescriptions": [*schema["enumDescriptions"], ""]}
    if "$ref" in schema:
        return {"anyOf": [schema, {"type": "null"}]}
    types = schema["type"]
    return schema | {"type": [*types, "null"] if isinstance(types, list) else [types, "null"]}
