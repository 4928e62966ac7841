"""Are the texts of the fields in good form, and are their examples true?"""

import unicodedata
from collections.abc import Iterator
from functools import cache
from typing import Any, get_type_hints

import pytest
from pydantic import BaseModel, TypeAdapter, ValidationError

from generator import yamlfile
from generator.model.values import VALUES
from generator.schema.fields import Field, fields_of, in_place
from generator.strings import say, words
from tests.unit.declared import models


def every_field() -> list[tuple[type[BaseModel], Field]]:
    return [(model, field) for model in models() for field in fields_of(model)]


def every_text(value: Any, path: str = "") -> Iterator[tuple[str, str]]:
    """Yield all texts of a file with the keys that lead to them."""
    if isinstance(value, str):
        yield path, value
    else:
        for key, inner in value.items() if hasattr(value, "items") else enumerate(value):
            yield from every_text(inner, f"{path}.{key}")


def test_only_of_what_is_finished_days_are_counted() -> None:
    counted = {path for path, text in every_text(words("vocabulary")) if "{days}" in text}
    assert counted == {f".timeliness.{code}" for code in ("reported_late", "done_late")}
    assert say("vocabulary.timeliness.overdue", date="20/12/2023") == "Quá hạn từ 20/12/2023"


@pytest.mark.parametrize("name", ["fields", "vocabulary"])
def test_texts_are_nfc_and_have_no_blanks_around_them(name: str) -> None:
    for path, text in every_text(words(name)):
        assert text == unicodedata.normalize("NFC", text).strip(), f"{name}.yml{path}"


def test_every_field_has_an_example_unless_its_parts_have_theirs() -> None:
    lacking = [
        f"{model.__name__}.{field.name}"
        for model, field in every_field()
        if field.text.example is None and not (isinstance(field.holds, type) and issubclass(field.holds, BaseModel))
    ]
    assert lacking == []


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


def test_an_example_is_a_value_that_its_field_accepts() -> None:
    """What the guide shows can be copied into a record as it stands."""
    for model, field in every_field():
        if field.text.example is not None:
            name = f"{model.__name__}.{field.name}"
            reading = yamlfile.read(f"{field.name}:{in_place(field.text.example)}\n".encode())
            assert reading.faults == [], name
            assert reading.tree is not None, name
            try:
                validators()[model, field.name].validate_python(reading.tree[field.name])
            except ValidationError as error:
                pytest.fail(f"{name}: {error}")


@cache
def validators() -> dict[tuple[type[BaseModel], str], TypeAdapter[Any]]:
    hints = {model: get_type_hints(model, include_extras=True) for model in models()}
    return {
        (model, name): TypeAdapter(hint) for model, of_model in hints.items() for name, hint in of_model.items()
    }


def test_every_shape_of_a_value_says_how_it_is_written_and_what_is_wrong() -> None:
    told = words("fields")["values"]
    assert set(told) == set(VALUES)
    assert all(set(text) == {"title", "wrong"} for text in told.values())
