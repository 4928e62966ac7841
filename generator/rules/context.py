"""What do the rules know? The records, the day, and indexes made of them once."""

import datetime
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Generic, Literal, TypeVar

from pydantic import BaseModel

from generator.duties.councils import Councils
from generator.load import Records
from generator.model.catalogue import Glossary, Indicator, Indicators, Topics
from generator.model.source import Cite, Document, Source
from generator.model.statement_kind import StatementKind
from generator.model.survey import Survey
from generator.model.unit import Reorganisation, Unit
from generator.model.unknown import OpenSet, OpenTuple
from generator.model.walk import Gathered, gather, path_of
from generator.problems import Complaint, Place
from generator.rules.days import EVER, Span, life

Kind = TypeVar("Kind", bound=BaseModel)
Part = TypeVar("Part", bound=BaseModel)

_IN_SHEETS = (Topics, Indicators, Glossary, Unit, Reorganisation, Survey)


@dataclass(frozen=True)
class Sheet(Generic[Kind]):
    """One file's record, what one walk through it gathers, and all else that is known."""

    id: str
    place: Place
    record: Kind
    known: "Context"
    is_open: bool = False
    """Whether something that cannot be read may hold further parts, or name others."""

    @cached_property
    def gathered(self) -> Gathered:
        """What is marked in the record, without paths."""
        return gather(self.record)

    def parts(self, model: type[Part]) -> list[Part]:
        """Return the parts of exactly this model, in the order of the fields."""
        found: Any = self.gathered.parts.get(model, [])
        return OpenTuple(found) if self.is_open else found  # type: ignore[return-value]

    def named(self, kind: str) -> set[str]:
        """Return the ids of a kind of records that are named here."""
        found = self.gathered.references.get(kind, set())
        return OpenSet(found) if self.is_open else found

    @cached_property
    def cites(self) -> list[tuple[Cite, Source | Document]]:
        """Each cite with what it cites, as far as that exists."""
        papers: dict[str, Source | Document] = {paper.id: paper for paper in self.parts(Document)}
        papers |= {paper.id: paper for paper in self.parts(Source)}
        return [(cite, papers[cite.source]) for cite in self.parts(Cite) if cite.source in papers]

    def at(self, *path: str | int) -> Place:
        """Return a place in the file."""
        return Place(self.place.file, path)

    def place_of(self, part: BaseModel) -> Place:
        """Return the place of a part of the record; asked only once something is wrong with it."""
        path = path_of(self.record, part)
        assert path is not None, "a part of this record"
        return Place(self.place.file, path)


@dataclass(frozen=True)
class Context:
    """The records as they were read, the day, and what is looked up in them again and again."""

    records: Records
    today: datetime.date

    @cached_property
    def surveys(self) -> tuple[Sheet[Survey], ...]:
        """All surveys, whatever their state."""
        return self._sheets("surveys", self.records.surveys)

    @cached_property
    def units(self) -> tuple[Sheet[Unit], ...]:
        """All units."""
        return self._sheets("units", self.records.units)

    @cached_property
    def reorganisations(self) -> tuple[Sheet[Reorganisation], ...]:
        """All changes of units."""
        return self._sheets("reorganisations", self.records.reorganisations)

    @cached_property
    def topics(self) -> Sheet[Topics]:
        """The topics; none where their file is missing or could not be used."""
        return self._sheet("topics", self.records.topic_file)

    @cached_property
    def indicators(self) -> Sheet[Indicators]:
        """The indicators; none where their file is missing or could not be used."""
        return self._sheet("indicators", Indicators(indicators=self.records.indicators))

    @cached_property
    def glossary(self) -> Sheet[Glossary]:
        """The glossary; empty where its file is missing or could not be used."""
        return self._sheet("glossary", Glossary(terms=self.records.glossary))

    @cached_property
    def sheets(self) -> tuple[Sheet[Any], ...]:
        """All records in which people write and name others."""
        return (self.topics, self.indicators, self.glossary, *self.units, *self.reorganisations, *self.surveys)

    @cached_property
    def partial_sheets(self) -> tuple[Sheet[Any], ...]:
        """The records of which a part is not known."""
        unfit = [each for each in self.records.unfit if each.model in _IN_SHEETS]
        return tuple(
            Sheet(_id_of(each.file), Place(each.file), each.partial.record, self, each.partial.is_open)
            for each in unfit
            if each.partial is not None
        )

    @cached_property
    def statement_names(self) -> set[str]:
        """The statements of all surveys, each as ``survey/hc-03``."""
        return {
            f"{key}/{each.id}"
            for key, survey in self.records.surveys.items()
            for kind in StatementKind
            for each in getattr(survey, kind.field)
        }

    @cached_property
    def recommendation_names(self) -> set[str]:
        """The recommendations of all surveys, each as ``survey/kn-01``."""
        return {
            f"{key}/{each.id}" for key, survey in self.records.surveys.items() for each in survey.recommendations
        }

    @cached_property
    def indicator(self) -> dict[str, Indicator]:
        """The indicators by their ids."""
        return {each.id: each for each in self.records.indicators}

    @cached_property
    def councils(self) -> Councils:
        """Whose findings count for what."""
        return Councils(self.records.units, tuple(self.records.reorganisations.values()), self.today)

    @cached_property
    def lives(self) -> dict[str, Span]:
        """The longest time in which each unit can have existed, by its id."""
        return {key: life(unit) for key, unit in self.records.units.items()}

    @cached_property
    def mortals(self) -> set[str]:
        """The units that did not or will not exist on every day."""
        return {unit for unit, alive in self.lives.items() if alive != EVER}

    @cached_property
    def became(self) -> dict[str, list[Reorganisation]]:
        """The changes into which each unit went, by its id."""
        return _by_unit(self.records.reorganisations, lambda change: [each.unit for each in change.predecessors])

    @cached_property
    def came_from(self) -> dict[str, list[Reorganisation]]:
        """The changes from which each unit came, by its id."""
        return _by_unit(self.records.reorganisations, lambda change: change.successors)

    @cached_property
    def ids(self) -> dict[str, set[str] | None]:
        """The ids that exist, by kind, those of broken files too; None where a broken file hides them."""
        return {
            "unit": self._in_folder("units", self.records.units),
            "survey": self._in_folder("surveys", self.records.surveys),
            "reorganisation": self._in_folder("reorganisations", self.records.reorganisations),
            "topic": self._listed("topics", (topic.id for topic in self.records.topics)),
            "indicator": self._listed("indicators", (each.id for each in self.records.indicators)),
        }

    def _sheets(self, folder: str, records: dict[str, Kind]) -> tuple[Sheet[Kind], ...]:
        return tuple(Sheet(key, Place(f"data/{folder}/{key}.yml"), record, self) for key, record in records.items())

    def _sheet(self, name: str, record: Kind) -> Sheet[Kind]:
        return Sheet(name, Place(f"data/{name}.yml"), record, self)

    def broken_ids(self, folder: str) -> set[str]:
        """Return the ids of files of a folder of records that exist and could not be used."""
        start = f"data/{folder}/"
        return {
            file.removeprefix(start).removesuffix(".yml") for file in self.records.broken if file.startswith(start)
        }

    def _in_folder(self, folder: str, records: Iterable[str]) -> set[str] | None:
        return None if self.records.hides(f"data/{folder}") else {*records, *self.broken_ids(folder)}

    def _listed(self, name: str, ids: Iterable[str]) -> set[str] | None:
        return None if f"data/{name}.yml" in self.records.broken else set(ids)


@dataclass(frozen=True, slots=True)
class Rule:
    """One thing that must hold: the codes of its problems, how they are found, and in what.

    ``find`` takes what the rule reads: the ``Context``, or the ``Sheet`` of one survey or of any one record.
    All rules are asked about one record while it is at hand, which is twice as fast as rule after rule.
    """

    codes: tuple[str, ...]
    reads: Literal["all", "survey", "sheet"]
    find: Callable[[Any], Iterator[Complaint]]


def rule(*codes: str) -> Callable[[Callable[[Context], Iterator[Complaint]]], Rule]:
    """Make a rule of a function that yields complaints of these codes; its docstring says what must hold."""
    return lambda find: Rule(codes, "all", find)


def survey_rule(*codes: str) -> Callable[[Callable[[Sheet[Survey]], Iterator[Complaint]]], Rule]:
    """Make a rule of a function that looks at one survey."""
    return lambda find: Rule(codes, "survey", find)


def sheet_rule(*codes: str) -> Callable[[Callable[[Sheet[Any]], Iterator[Complaint]]], Rule]:
    """Make a rule of a function that looks at one record of any kind."""
    return lambda find: Rule(codes, "sheet", find)


def _id_of(file: str) -> str:
    return file.rpartition("/")[2].removesuffix(".yml")


def _by_unit(
    changes: dict[str, Reorganisation], units_of: Callable[[Reorganisation], Iterable[str]]
) -> dict[str, list[Reorganisation]]:
    found: dict[str, list[Reorganisation]] = {}
    for change in changes.values():
        for unit in units_of(change):
            found.setdefault(unit, []).append(change)
    return found
