"""Why does a value not fit its model? Pydantic's findings in the words of an editor."""

import datetime
import re
from collections.abc import Callable, Iterator, Mapping
from enum import StrEnum
from typing import Any, get_args

from pydantic import BaseModel, ValidationError

from generator.model.edtf import EdtfInterval
from generator.model.site import Site
from generator.model.statement_kind import StatementKind
from generator.model.values import name_of_pattern
from generator.model.vocabulary import vocabulary_name
from generator.model.walk import model_at
from generator.problems import Complaint, Path, Place, field_name, field_title
from generator.strings import codes_of, label, one_of, say
from generator.vietnamese.folding import fold, nearest, slug
from generator.vietnamese.numbers import number_meant

_SHORT_LIST = 12
"""As many words an editor reads through; more are listed only if none is near to what was written."""


def complaints_of(error: ValidationError, *, file: str, model: type[BaseModel], tree: object) -> list[Complaint]:
    """Return one complaint for each finding; ``tree`` is what the file holds, every scalar as text."""
    found = error.errors(include_url=False)
    return [_complaint(each, Place(file, _in_file(each["loc"], tree)), model) for each in found]


def _in_file(location: tuple[int | str, ...], tree: object) -> Path:
    """Return the path without steps that pydantic adds for its own structure."""
    path: list[int | str] = []
    value = tree
    for step in location:
        if isinstance(value, dict) and isinstance(step, str):
            value = value.get(step)
        elif isinstance(value, list) and isinstance(step, int):
            value = value[step]
        else:
            break
        path.append(step)
    return tuple(path)


def _complaint(finding: Any, place: Place, model: type[BaseModel]) -> Complaint:
    handler = _HANDLERS.get(finding["type"], _other)
    return handler(finding, place, model)


def _unknown_key(finding: Any, place: Place, model: type[BaseModel]) -> Complaint:
    key = str(place.path[-1])
    part = model_at(model, place.path[:-1])
    names = part.model_fields if part else {}
    is_given = len(place.path) == 1 and model is not Site  # the id of such a record is the name of its file
    titles = {name: field_title(part or model, name) for name in names if name != "id" or not is_given}
    right = _meant(key, titles)
    allowed = "" if right and len(titles) > _SHORT_LIST else ", ".join(titles)
    return Complaint(place.of_key(), "M01", key, allowed, right)


def _missing(finding: Any, place: Place, model: type[BaseModel]) -> Complaint:
    name, parent = str(place.path[-1]), Place(place.file, place.path[:-1])
    part = model_at(model, parent.path)
    return Complaint(parent, "M02", details={"field": field_name(part or model, name), "name": name})


def _edtf(finding: Any, place: Place, model: type[BaseModel]) -> Complaint:
    context = finding["ctx"]
    *parent, field = (step for step in place.path if isinstance(step, str))
    part = model_at(model, tuple(parent)) or model
    kinds = _types_of(part, field)
    form = "day" if datetime.date in kinds else "interval" if EdtfInterval in kinds else "date"
    details = {"reason": say(f"problems.M03.reasons.{context['reason']}")}
    return Complaint(
        place, "M03", context["written"], say(f"problems.M03.forms.{form}"), context["suggestion"], details
    )


def _vocabulary(finding: Any, place: Place, model: type[BaseModel]) -> Complaint:
    *parent, field = (step for step in place.path if isinstance(step, str))
    part = model_at(model, tuple(parent)) or model
    vocabulary = _vocabulary_of(part, field)
    name = vocabulary_name(vocabulary)
    labels = {code.value: label(name, code) for code in vocabulary}
    written = _written(finding)
    right = _meant(written, labels)
    allowed = codes_of(name, vocabulary)
    return Complaint(place, "M04", written, allowed, right, {"field": field_name(part, field)})


def _meant(written: str, labels: Mapping[str, str]) -> str:
    """Return the word that was most likely meant, by itself or by its label; empty if none is near."""
    meant = nearest(written, [*labels, *filter(None, labels.values())])
    return next((word for word, text in labels.items() if meant in (word, text)), "")


def _vocabulary_of(model: type[BaseModel], field: str) -> type[StrEnum]:
    return next(kind for kind in _types_of(model, field) if isinstance(kind, type) and issubclass(kind, StrEnum))


def _types_of(model: type[BaseModel], field: str) -> tuple[Any, ...]:
    return tuple(_flat(model.model_fields[field].annotation))


def _flat(annotation: Any) -> Iterator[Any]:
    yield annotation
    for inner in get_args(annotation):
        yield from _flat(inner)


def _pattern(finding: Any, place: Place, _model: type[BaseModel]) -> Complaint:
    pattern, written = finding["ctx"]["pattern"], _written(finding)
    right = next((each for each in _respellings(written) if re.fullmatch(pattern, each)), "")
    kinds = one_of(f"{kind.prefix} ({label('statement_kind_one', kind).lower()})" for kind in StatementKind)
    shape = say(f"problems.M05.shapes.{name_of_pattern(pattern)}", kinds=kinds)
    return Complaint(place, "M05", written, nearest=right, details={"shape": shape})


def _respellings(written: str) -> Iterator[str]:
    """Yield what may have been meant: ``HC1`` hc-01, ``Xã Tiên Hà`` xa-tien-ha, ``Ảnh 1.JPG`` anh-1.jpg, www.a.vn https://www.a.vn."""
    yield written.lower()
    plain = fold(written)
    letters_and_number = re.fullmatch("([a-z]{2})[^a-z0-9]*([0-9]{1,3})", plain)
    if letters_and_number:
        yield f"{letters_and_number[1]}-{letters_and_number[2]:0>2}"
    name, dot, suffix = plain.rpartition(".")
    if name and re.search("[a-z0-9]", name):
        yield f"{slug(name)}{dot}{suffix}"
    if plain.startswith("www."):
        yield f"https://{written}"
    if re.search("[a-z]", plain):
        yield slug(written)


def _too_long(finding: Any, place: Place, _model: type[BaseModel]) -> Complaint:
    return Complaint(place, "M07", _written(finding), details={"most": str(finding["ctx"]["max_length"])})


def _no_part(finding: Any, place: Place, model: type[BaseModel]) -> Complaint:
    part = model_at(model, place.path)
    return Complaint(place, "M14", _written(finding), ", ".join(part.model_fields if part else ()))


def _interval(finding: Any, place: Place, _model: type[BaseModel]) -> Complaint:
    return Complaint(place, "M08", _written(finding))


def _number(finding: Any, place: Place, _model: type[BaseModel]) -> Complaint:
    written = _written(finding)
    return Complaint(place, "M09", written, nearest=number_meant(written))


def _coded(code: str) -> Callable[[Any, Place, type[BaseModel]], Complaint]:
    return lambda finding, place, _model: Complaint(place, code, _written(finding))


def _other(finding: Any, place: Place, _model: type[BaseModel]) -> Complaint:
    raise AssertionError(f"{place}: no words for {finding['type']}")


_HANDLERS: Mapping[str, Callable[[Any, Place, type[BaseModel]], Complaint]] = {
    "extra_forbidden": _unknown_key,
    "missing": _missing,
    "edtf": _edtf,
    "enum": _vocabulary,
    "string_pattern_mismatch": _pattern,
    "date_expected": _interval,
    "decimal": _number,
    "string_too_short": _coded("M06"),
    "string_too_long": _too_long,
    "flag": _coded("M10"),
    "int_parsing": _coded("M11"),
    "int_from_float": _coded("M11"),
    "int_parsing_size": _coded("M11"),
    "greater_than_equal": _coded("M11"),
    "less_than_equal": _coded("M11"),
    "string_type": _coded("M12"),
    "int_type": _coded("M12"),
    "tuple_type": _coded("M13"),
    "model_type": _no_part,
    "model_attributes_type": _no_part,
}


def _written(finding: Any) -> str:
    """Return what stands in the file, shortened; a whole list or mapping is only named."""
    value = finding["input"]
    if isinstance(value, str):
        return value if len(value) <= 80 else f"{value[:79]}…"
    return say("problems.labels.list" if isinstance(value, list) else "problems.labels.mapping")
