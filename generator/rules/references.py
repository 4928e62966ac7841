"""Does everything that is named exist, and is each name given once?"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import Any

from pydantic import BaseModel

from generator import addresses
from generator.model.catalogue import GlossaryEntry, Indicator, Topic
from generator.model.finding import Reply, Scope, Statement
from generator.model.recommendation import Addressee, Event, Recommendation
from generator.model.source import Document, Source
from generator.model.survey import Correction, Measurement, Media, Session, Survey
from generator.model.unit import Reorganisation
from generator.model.unknown import UnknownError
from generator.model.values import IDENTIFIER, Reference
from generator.model.walk import Leaf, leaves, leaves_of_tree
from generator.problems import Complaint, Place
from generator.rules.context import Context, Sheet, rule, sheet_rule, survey_rule
from generator.strings import say
from generator.vietnamese.folding import nearest

_SHORT_LIST = 12
"""As many ids an editor reads through; more are not listed."""

_ID_SPACES: tuple[tuple[type[BaseModel], ...], ...] = (
    (Statement,),
    (Reply,),
    (Recommendation,),
    (Correction,),
    (Source, Document),
    (Media,),
    (Measurement,),
    (Topic,),
    (Indicator,),
)
"""Models whose ids must differ within one record: a cite names a source or a document."""

_LISTS: tuple[tuple[type[BaseModel], str], ...] = (
    (Survey, "topics"),
    (Statement, "topics"),
    (Statement, "recurs_from"),
    (Recommendation, "topics"),
    (Recommendation, "answers"),
    (Recommendation, "repeats"),
    (Addressee, "support"),
    (Event, "about"),
    (Event, "parts"),
    (Scope, "units"),
    (Session, "units"),
    (Media, "units"),
    (Reorganisation, "successors"),
)
"""Lists of ids."""

_LISTS_OF_UNITS: tuple[tuple[type[BaseModel], str], ...] = ((Survey, "units"), (Reorganisation, "predecessors"))
"""Lists of parts that each name a unit."""

_KINDS_OF_SURVEYS = ("survey", "other_statement", "other_recommendation")
"""Kinds of references that name a survey before the slash."""


@sheet_rule("R01")
def references_resolve(sheet: Sheet[Any]) -> Iterator[Complaint]:
    """Every id that is named belongs to a record that exists, or a page would link to nothing."""
    missing = {kind: ids for kind in sheet.gathered.references if (ids := _missing(kind, sheet))}
    if missing:
        for leaf, kind in _references(sheet):
            if leaf.value in missing.get(kind, ()):
                others = {name for name in _ids(kind, sheet) or () if _survey_of(name) != sheet.id}
                yield _unresolved(kind, leaf.value, sheet.at(*leaf.path), others)


def references_of_unfit_files(known: Context) -> Iterator[Complaint]:
    """Say the same of files that do not fit their model, so that an editor need not mend them twice."""
    judged = {sheet.place.file for sheet in known.partial_sheets}
    for file, model, tree, _ in known.records.unfit:
        for leaf in leaves_of_tree(model, tree) if file not in judged else ():
            if isinstance(leaf.mark, Reference):
                ids = known.ids.get(leaf.mark.to)
                if ids is not None and leaf.value not in ids and IDENTIFIER.fullmatch(leaf.value):
                    yield _unresolved(leaf.mark.to, leaf.value, Place(file, leaf.path), ids)


@survey_rule("R02")
def links_lead_to_others(sheet: Sheet[Survey]) -> Iterator[Complaint]:
    """A survey names other surveys as related, repeated or continued; naming itself says nothing."""
    if any(_survey_of(name) == sheet.id for kind in _KINDS_OF_SURVEYS for name in sheet.named(kind)):
        for leaf, kind in _references(sheet):
            if kind in _KINDS_OF_SURVEYS and _survey_of(leaf.value) == sheet.id:
                yield Complaint(sheet.at(*leaf.path), "R02", leaf.value)


@sheet_rule("R03")
def ids_are_unique(sheet: Sheet[Any]) -> Iterator[Complaint]:
    """Within its record an id is given once, or a link to it could mean two things."""
    spaces = ([part for model in models for part in sheet.parts(model)] for models in _ID_SPACES)
    lists: Iterable[Sequence[Any]] = chain(spaces, (each.events for each in sheet.parts(Recommendation)))
    for parts in lists:
        ids = [part.id for part in parts]
        if len(ids) != len(set(ids)):
            for part in _repeated(parts, ids):
                yield Complaint(sheet.place_of(part) / "id", "R03", part.id)


@rule("R04")
def terms_are_unique(known: Context) -> Iterator[Complaint]:
    """A term stands in the glossary once, whatever its capitals, or readers get two explanations."""
    entries = known.glossary.parts(GlossaryEntry)
    for entry in _repeated(entries, [entry.term.casefold() for entry in entries]):
        yield Complaint(known.glossary.place_of(entry) / "term", "R04", entry.term)


@sheet_rule("R05")
def lists_name_each_once(sheet: Sheet[Any]) -> Iterator[Complaint]:
    """A list names each unit, topic or finding once, or counts of them would be wrong."""
    for model, name in _LISTS:
        for part in sheet.parts(model):
            ids = getattr(part, name)
            if len(ids) > 1 and len(set(ids)) != len(ids):
                for position in _repeated(range(len(ids)), ids):
                    yield Complaint(sheet.place_of(part) / name / position, "R05", ids[position])
    for model, name in _LISTS_OF_UNITS:
        for part in sheet.parts(model):
            units = [each.unit for each in getattr(part, name)]
            if len(set(units)) != len(units):
                for position in _repeated(range(len(units)), units):
                    yield Complaint(sheet.place_of(part) / name / position / "unit", "R05", units[position])


@rule("R06")
def addresses_are_free(known: Context) -> Iterator[Complaint]:
    """An id does not begin like the addresses of parts of lists, or two pages would claim one address."""
    sheets: tuple[Sheet[Any], ...] = (*known.surveys, *known.units)
    for sheet in sheets:
        if sheet.id.startswith(addresses.RESERVED):
            yield _reserved(sheet.place, sheet.id)
    for part in known.topics.parts(Topic):
        if part.id.startswith(addresses.RESERVED):
            yield _reserved(known.topics.place_of(part) / "id", part.id)
    for each in known.indicators.parts(Indicator):
        if each.id.startswith(addresses.RESERVED):
            yield _reserved(known.indicators.place_of(each) / "id", each.id)


@rule("R27")
def former_ids_lead_to_one_record(known: Context) -> Iterator[Complaint]:
    """A former id belongs to one record and is nobody's present id: its address leads to one page."""
    places: dict[str, list[tuple[str, Sequence[str], Place]]] = {
        "surveys": [(sheet.id, sheet.record.former_ids, sheet.place) for sheet in known.surveys],
        "units": [(sheet.id, sheet.record.former_ids, sheet.place) for sheet in known.units],
        "topics": [(each.id, each.former_ids, known.topics.place_of(each)) for each in known.topics.parts(Topic)],
        "indicators": [
            (each.id, each.former_ids, known.indicators.place_of(each))
            for each in known.indicators.parts(Indicator)
        ],
    }
    for holders in places.values():
        owner = {identifier: identifier for identifier, _, _ in holders}
        for identifier, former, place in holders:
            for position, old in enumerate(former):
                if owner.setdefault(old, identifier) != identifier or old == identifier:
                    yield Complaint(place / "former_ids" / position, "R27", old, details={"other": owner[old]})


@rule("R07")
def records_are_used(known: Context) -> Iterator[Complaint]:
    """A unit, topic or indicator that nothing names is perhaps a slip, or left over."""
    if known.records.broken:
        return  # what a broken file names is not known
    used = {kind: set(chain.from_iterable(sheet.named(kind) for sheet in known.sheets)) for kind in _KINDS_TO_USE}
    for sheet in known.units:
        if sheet.id not in used["unit"]:
            yield _unused(sheet.place, sheet.id, "unit")
    for topic in known.topics.parts(Topic):
        if topic.id not in used["topic"]:
            yield _unused(known.topics.place_of(topic) / "id", topic.id, "topic")
    for indicator in known.indicators.parts(Indicator):
        if indicator.id not in used["indicator"]:
            yield _unused(known.indicators.place_of(indicator) / "id", indicator.id, "indicator")


_KINDS_TO_USE = ("unit", "topic", "indicator")


def _references(sheet: Sheet[Any]) -> Iterator[tuple[Leaf, str]]:
    for leaf in leaves(sheet.record):
        if isinstance(leaf.mark, Reference):
            yield leaf, leaf.mark.to


def _missing(kind: str, sheet: Sheet[Any]) -> set[str]:
    """Return what is named and does not exist; nothing where a broken file may hold it."""
    ids = _ids(kind, sheet)
    missing = set() if ids is None else sheet.named(kind) - ids
    if missing and kind.startswith("other_"):
        elsewhere = sheet.known.broken_ids("surveys") | {sheet.id}  # a survey that names itself is told so by R02
        return {name for name in missing if _survey_of(name) not in elsewhere}
    return missing


def _ids(kind: str, sheet: Sheet[Any]) -> set[str] | None:
    """Return the ids that may be named, None where what is broken hides them."""
    if kind in sheet.known.ids:
        return sheet.known.ids[kind]
    if kind == "other_statement":
        return sheet.known.statement_names
    if kind == "other_recommendation":
        return sheet.known.recommendation_names
    try:
        return {part.id for model in _IN_THE_RECORD[kind] for part in sheet.parts(model)}
    except UnknownError:
        return None


_IN_THE_RECORD: dict[str, tuple[type[Any], ...]] = {
    "source": (Source, Document),
    "document": (Document,),
    "statement": (Statement,),
}


def _survey_of(name: str) -> str:
    return name.partition("/")[0]


def _unresolved(kind: str, written: str, place: Place, ids: Iterable[str]) -> Complaint:
    right = sorted(ids)
    listed = ", ".join(right) if len(right) <= _SHORT_LIST else ""
    details = {
        "kind": say(f"problems.R01.kinds.{kind}.kind"),
        "none": say(f"problems.R01.kinds.{kind}.none"),
        "make": say(f"problems.R01.kinds.{kind}.make", written=written),
    }
    return Complaint(place, "R01", written, listed, nearest(written, right) or "", details)


def _repeated(things: Iterable[Any], names: Iterable[Any]) -> list[Any]:
    """Return the things whose name an earlier one already has."""
    seen: set[Any] = set()
    repeated = []
    for thing, name in zip(things, names, strict=True):
        if name in seen:
            repeated.append(thing)
        seen.add(name)
    return repeated


def _reserved(place: Place, identifier: str) -> Complaint:
    return Complaint(place, "R06", identifier, details={"reserved": ", ".join(addresses.RESERVED)})


def _unused(place: Place, identifier: str, kind: str) -> Complaint:
    return Complaint(place, "R07", identifier, details={"kind": say(f"problems.R01.kinds.{kind}.kind")})
