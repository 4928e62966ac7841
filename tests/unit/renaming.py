"""How do the records look after an editor has renamed one, as the guide says?"""

from dataclasses import replace
from typing import Any, TypeVar

from pydantic import BaseModel

from generator.load import Records
from generator.model.values import Reference
from generator.model.walk import leaves

Model = TypeVar("Model", bound=BaseModel)
Content = TypeVar("Content")
_NAMES_A_SURVEY = ("other_statement", "other_recommendation")


def renamed(records: Records, kind: str, old: str, new: str) -> Records:
    """Return the records with one of them renamed: everything that names it does so by its new id."""

    def follow(record: Model) -> Model:
        for path, mark, value in list(leaves(record)):
            if isinstance(mark, Reference):
                survey, slash, part = value.partition("/")
                if mark.to == kind and value == old:
                    record = _with(record, path, new)
                elif kind == "survey" and mark.to in _NAMES_A_SURVEY and survey == old:
                    record = _with(record, path, f"{new}{slash}{part}")
        if getattr(record, "id", None) == old and type(record).__name__.lower() == kind:
            record = record.model_copy(update={"id": new, "former_ids": (*record.former_ids, old)})  # type: ignore[attr-defined]
        return record

    def all_of(known: dict[str, Model]) -> dict[str, Model]:
        followed = [follow(each) for each in known.values()]
        return {each.id: each for each in followed}  # type: ignore[attr-defined]

    def moved(files: dict[str, Content]) -> dict[str, Content]:
        is_moved = {path: kind == "survey" and path.startswith(f"{old}/") for path in files}
        return {
            f"{new}/{path.removeprefix(f'{old}/')}" if is_moved[path] else path: each
            for path, each in files.items()
        }

    return replace(
        records,
        units=all_of(records.units),
        reorganisations=all_of(records.reorganisations),
        surveys=all_of(records.surveys),
        topics=tuple(map(follow, records.topics)),
        indicators=tuple(map(follow, records.indicators)),
        media=moved(records.media),
        pictures=moved(records.pictures),
    )


def _with(value: Any, path: tuple[str | int, ...], text: str) -> Any:
    if not path:
        return text
    step, *rest = path
    if isinstance(step, int):
        return tuple(_with(each, tuple(rest), text) if at == step else each for at, each in enumerate(value))
    return value.model_copy(update={step: _with(getattr(value, step), tuple(rest), text)})
