"""Does every field of the model do what it promises? Pages show it or follow from it, or the table says why not.

The fictional council is built while its records note who reads which of their fields. A reader is the nearest
function outside ``generator/model/``; a rule alone is none, for it promises readers nothing.
"""

import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jinja2.nodes
import pytest
from jinja2 import Environment
from pydantic import BaseModel

from generator.build import site_of
from generator.load import load
from generator.model.base import Record
from generator.model.site import Licence, Publisher
from generator.render import configuration
from tests.golden.sites import EXAMPLE, TODAY
from tests.unit.declared import models

GENERATOR = Path(sys.modules["generator.build"].__file__ or "").parent
THEME = GENERATOR / "theme"

SILENT = {"articles", "discretion", "load", "rules", "schema", "sound"}
"""Rooms that read a field and bring it to no reader: they judge it, or take it away."""

INTERNAL = {
    "Correction.field": "which value was corrected: by it a site of an earlier day shows what stood there",
    "ExceptionEntry.code": "what `check` does not report again",
    "ExceptionEntry.file": "what `check` does not report again",
    "ExceptionEntry.reason": "for those who look at the exception again when it ends",
    "ExceptionEntry.until": "when `check` reports it again",
    "Exceptions.exceptions": "the list of the file: `load` takes it out",
    "Glossary.terms": "the list of the file: `load` takes it out",
    "Holiday.basis": "for the next keeper of the list, who must be able to check it",
    "Holiday.name": "for the next keeper of the list, who must be able to check it",
    "Indicators.indicators": "the list of the file: `load` takes it out",
    "Measurement.id": "by which a correction names the value",
    "Paragraph.sentences": "against it the rules check every place that is cited",
    "Publication.approved_by": "stays with the editors: see `discretion`",
    "Site.officials": "whether `discretion` takes the names of officials away",
    "Topics.topics": "the list of the file: `load` takes it out",
}
"""Fields that no page reads, each with what it is for. Whoever adds one here takes the promise out of the texts."""


def reader(name: str) -> str | None:
    """Return the room of the function that reads a field now, None for a test's own function.

    Whoever loops over names without writing this one (``getattr(part, name)``) shows it only where it shows
    things at all: a rule or ``archive`` so reads all fields there are.
    """
    frame = sys._getframe(2)
    while frame.f_back is not None:
        file = Path(frame.f_code.co_filename)
        if file.is_relative_to(GENERATOR) and not file.is_relative_to(GENERATOR / "model"):
            room = file.relative_to(GENERATOR).parts[0].removesuffix(".py")
            is_named = name in frame.f_code.co_names or room not in ("archive", "known")
            return room if is_named else None
        frame = frame.f_back
    return None


@pytest.fixture(scope="module")
def readers() -> dict[str, set[str]]:
    """Give the rooms that read each field while the example becomes a site."""
    records, _, _ = load(EXAMPLE)
    found: dict[str, set[str]] = defaultdict(set)

    def noted(record: Record, name: str) -> Any:
        if name in type(record).model_fields and (room := reader(name)) is not None:
            found[f"{type(record).__name__}.{name}"].add(room)
        return object.__getattribute__(record, name)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Record, "__getattribute__", noted, raising=False)
        site_of(records, today=TODAY)
        assert records.site is not None
        configuration(records.site, pages=Path("pages"), target=Path("site"), config=Path("mkdocs.yml"))
    return found


def of_theme(name: str) -> set[str]:
    """Return what the theme shows of a record that it gets whole: ``email`` for ``publisher.email``."""
    sources = [path.read_text(encoding="utf-8") for path in sorted(THEME.rglob("*.html"))]
    trees = [Environment(extensions=["jinja2.ext.loopcontrols"]).parse(source) for source in sources]
    attributes = (each for tree in trees for each in tree.find_all(jinja2.nodes.Getattr))
    return {each.attr for each in attributes if isinstance(each.node, jinja2.nodes.Name) and each.node.name == name}


def fields_of(model: type[BaseModel]) -> Iterator[str]:
    return (f"{model.__name__}.{name}" for name in model.model_fields)


def test_every_field_reaches_readers_or_says_why_not(readers: dict[str, set[str]]) -> None:
    shown = {name for name, rooms in readers.items() if rooms - SILENT}
    for model, name in ((Publisher, "publisher"), (Licence, "licence")):
        shown |= {f"{model.__name__}.{each}" for each in of_theme(name)}
    lacking = [each for model in models() for each in fields_of(model) if each not in shown | INTERNAL.keys()]
    assert lacking == [], (
        "no page reads these fields: show them (a view and a line of its template), let something follow from "
        "them, or take them out of the model; only what is for editors alone goes into INTERNAL, with its reason"
    )


def test_what_is_listed_as_internal_is_a_field_and_is_not_shown(readers: dict[str, set[str]]) -> None:
    every = {each for model in models() for each in fields_of(model)}
    assert INTERNAL.keys() <= every
    wrong = {name: readers[name] for name in INTERNAL if readers[name] - SILENT - {"archive", "known"}}
    assert wrong == {}
