"""Has everything that editors and readers meet its words, and are there no words for nothing?"""

import importlib
import pkgutil
import unicodedata
from collections.abc import Iterator
from enum import StrEnum
from typing import Any, get_type_hints

import pytest
from pydantic import BaseModel, TypeAdapter

import generator.model
from generator import yamlfile
from generator.derive.deadlines import TimelinessCode
from generator.model import vocabulary
from generator.model.base import Explained, Record
from generator.model.statement_kind import StatementKind
from generator.model.values import VALUES
from generator.schema.fields import Field, fields_of, in_place, text_of, vocabulary_name
from generator.strings import label, words

COMPUTED = {
    "status": {
        "closed", "done_verified", "partly_done", "not_satisfactory", "declined",
        "reported_done", "in_progress", "accepted", "no_response",
    },
    "timeliness": {*TimelinessCode},
    "statement_kind": {*StatementKind},
    "statement_kind_one": {*StatementKind},
}  # fmt: skip
"""Vocabularies that no record writes."""

SECTIONS = {"values", "guide"}
"""Keys of fields.yml that are not models."""


def models() -> list[type[BaseModel]]:
    """Return every model that records are made of, bases apart."""
    for module in pkgutil.iter_modules(generator.model.__path__):
        importlib.import_module(f"generator.model.{module.name}")
    found = dict.fromkeys(_subclasses(Record))
    return [model for model in found if model is not Explained]


def _subclasses(model: type[BaseModel]) -> Iterator[type[BaseModel]]:
    for each in model.__subclasses__():
        yield each
        yield from _subclasses(each)


def every_field() -> list[tuple[type[BaseModel], Field]]:
    return [(model, field) for model in models() for field in fields_of(model)]


def examples() -> list[Any]:
    return [
        pytest.param(model, field.name, field.text.example, id=f"{model.__name__}.{field.name}")
        for model, field in every_field()
        if field.text.example is not None
    ]


def vocabularies() -> dict[str, set[str]]:
    """Return the codes of every vocabulary that records use."""
    return {
        vocabulary_name(each): {code.value for code in each}
        for each in vars(vocabulary).values()
        if isinstance(each, type) and issubclass(each, StrEnum) and each is not StrEnum
    }


def every_text(value: Any, path: str = "") -> Iterator[tuple[str, str]]:
    """Yield all texts of a file with the keys that lead to them."""
    if isinstance(value, str):
        yield path, value
    else:
        for key, inner in value.items() if hasattr(value, "items") else enumerate(value):
            yield from every_text(inner, f"{path}.{key}")


def test_every_word_of_a_record_has_a_label_and_no_label_is_left_over() -> None:
    written = {name: set(labels) for name, labels in words("vocabulary").items()}
    assert written == vocabularies() | COMPUTED


def test_the_label_of_an_unknown_code_is_a_programming_error() -> None:
    assert label("survey_kind", "khao_sat") == "Khảo sát"
    with pytest.raises(KeyError):
        label("survey_kind", "kiem_tra")


def test_only_timeliness_counts_days() -> None:
    counted = {path for path, text in every_text(words("vocabulary")) if "{" in text}
    assert counted == {f".timeliness.{code}" for code in ("due_soon", "overdue", "reported_late", "done_late")}
    assert label("timeliness", "overdue").format(days=3) == "Quá hạn 3 ngày"


@pytest.mark.parametrize("name", ["fields", "vocabulary"])
def test_texts_are_nfc_and_have_no_blanks_around_them(name: str) -> None:
    for path, text in every_text(words(name)):
        assert text == unicodedata.normalize("NFC", text).strip(), f"{name}.yml{path}"


def test_every_model_and_every_field_is_explained() -> None:
    for model in models():
        assert text_of(model).title, model
        assert text_of(model).description, model
        assert all(field.text.title and field.text.description for field in fields_of(model))


def test_every_field_has_an_example_unless_its_parts_have_theirs() -> None:
    lacking = [
        f"{model.__name__}.{field.name}"
        for model, field in every_field()
        if field.text.example is None and not (isinstance(field.holds, type) and issubclass(field.holds, BaseModel))
    ]
    assert lacking == []


def test_no_text_explains_a_field_that_is_not_there() -> None:
    known = {model.__name__: {"", *model.model_fields} for model in models()}
    known["Explained"] = set(Explained.model_fields)
    known["Record"] = {name for model in models() for name in model.model_fields}
    orphans = [
        f"{model}.{field}"
        for model, texts in words("fields").items()
        if model not in SECTIONS
        for field in texts
        if field not in known.get(model, ())
    ]
    assert orphans == []


def test_a_title_is_a_label_and_a_description_is_a_sentence() -> None:
    for model, field in every_field():
        where = f"{model.__name__}.{field.name}"
        assert not field.text.title.endswith("."), where
        assert len(field.text.title) <= 40, where
        assert field.text.description.endswith("."), where


def test_a_bad_example_differs_from_the_good_one_and_says_why_it_is_bad() -> None:
    for model, field in every_field():
        where = f"{model.__name__}.{field.name}"
        assert (field.text.bad_example is None) == (field.text.bad_because is None), where
        assert field.text.bad_example is None or field.text.bad_example != field.text.example, where


@pytest.mark.parametrize(("model", "field", "example"), examples())
def test_an_example_is_a_value_that_its_field_accepts(model: type[BaseModel], field: str, example: str) -> None:
    """What the guide shows can be copied into a record as it stands."""
    reading = yamlfile.read(f"{field}:{in_place(example)}\n".encode())
    assert reading.faults == []
    assert reading.tree is not None
    hint = get_type_hints(model, include_extras=True)[field]
    TypeAdapter(hint).validate_python(reading.tree[field])


def test_every_shape_of_a_value_says_how_it_is_written_and_what_is_wrong() -> None:
    told = words("fields")["values"]
    assert set(told) == set(VALUES)
    assert all(set(text) == {"title", "wrong"} for text in told.values())
