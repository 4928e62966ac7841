"""Which records hold by themselves although others are broken?"""

from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import NamedTuple, TypeVar

from pydantic import BaseModel

from generator.load import Records
from generator.model.walk import gather

Kind = TypeVar("Kind", bound=BaseModel)

_IN_OTHER_SURVEYS = ("other_statement", "other_recommendation")
"""Marks of what is named as ``survey/id``."""


class Sound(NamedTuple):
    """Records of which every name leads to another of them, and the ids of those that were set aside."""

    records: Records
    set_aside: frozenset[str]


def sound(records: Records, broken: Collection[str]) -> Sound:
    """Return the records without the files in ``broken`` and without all that names something of these.

    With no file broken these are the records themselves.
    """
    if not broken and not records.broken:
        return Sound(records, frozenset())
    unusable = {*broken, *records.broken}
    left = replace(
        records,
        units=_without("units", records.units, unusable),
        reorganisations=_without("reorganisations", records.reorganisations, unusable),
        surveys=_without("surveys", records.surveys, unusable),
        topics=() if "data/topics.yml" in unusable else records.topics,
        indicators=() if "data/indicators.yml" in unusable else records.indicators,
        articles={key: each for key, each in records.articles.items() if each.file not in unusable},
    )
    while (fewer := _closed(left)) != left:
        left = fewer
    return Sound(left, frozenset(_ids_of_files(unusable) | (_ids(records) - _ids(left))))


def _without(folder: str, records: Mapping[str, Kind], unusable: Collection[str]) -> dict[str, Kind]:
    return {key: each for key, each in records.items() if f"data/{folder}/{key}.yml" not in unusable}


def _closed(records: Records) -> Records:
    """Return the records without those that name something that is not there."""
    there = {
        "unit": records.units.keys(),
        "survey": records.surveys.keys(),
        "reorganisation": records.reorganisations.keys(),
        "topic": {topic.id for topic in records.topics},
        "indicator": {indicator.id for indicator in records.indicators},
    }

    def holds(record: BaseModel) -> bool:
        named = gather(record).references
        surveys = {name.partition("/")[0] for kind in _IN_OTHER_SURVEYS for name in named.get(kind, ())}
        return surveys <= there["survey"] and all(
            named[kind] <= ids for kind, ids in there.items() if kind in named
        )

    return replace(
        records,
        units={key: each for key, each in records.units.items() if holds(each)},
        reorganisations={key: each for key, each in records.reorganisations.items() if holds(each)},
        surveys={key: each for key, each in records.surveys.items() if holds(each)},
    )


def _ids(records: Records) -> set[str]:
    parts = (records.units, records.reorganisations, records.surveys, records.articles)
    ids = {key for part in parts for key in part}
    return ids | {each.id for each in records.topics} | {each.id for each in records.indicators}


def _ids_of_files(files: Collection[str]) -> set[str]:
    return {file.rpartition("/")[2].rpartition(".")[0] for file in files}
