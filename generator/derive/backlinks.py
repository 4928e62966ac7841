"""Who points here? Every link of the records, turned round once for the whole archive."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple, TypeVar

from generator.archive import Archive
from generator.derive.times import order, year
from generator.model.finding import Statement
from generator.model.recommendation import Recommendation
from generator.model.statement_kind import StatementKind
from generator.model.survey import Related, Survey
from generator.model.unit import Unit

Key = TypeVar("Key")
Item = TypeVar("Item")


class Backlinks(NamedTuple):
    """Surveys and statements by what they name; each list newest first."""

    surveys: tuple[Survey, ...]
    of_year: dict[int | None, tuple[Survey, ...]]
    of_unit: dict[str, tuple[Survey, ...]]
    commissioned_by: dict[str, tuple[Survey, ...]]
    of_topic: dict[str, tuple[Survey, ...]]
    serving: dict[str, tuple[str, ...]]
    """The councils, committees and offices of a place, by the place, in the order of their ids."""
    related: dict[str, tuple[tuple[Survey, Related], ...]]
    naming: dict[str, tuple[tuple[Survey, Statement], ...]]
    """The statements that name a unit, by the unit."""
    recurrences: dict[str, tuple[tuple[Survey, Statement], ...]]


def backlinks(archive: Archive) -> Backlinks:
    """Return everything that points somewhere, by where it points."""
    surveys = tuple(sorted(archive.surveys.values(), key=order, reverse=True))
    return Backlinks(
        surveys=surveys,
        of_year=grouped((year(survey), survey) for survey in surveys),
        of_unit=grouped((unit, survey) for survey in surveys for unit in units_of(survey)),
        commissioned_by=grouped(
            (survey.commissioned_by.unit, survey) for survey in surveys if survey.commissioned_by is not None
        ),
        of_topic=grouped((topic, survey) for survey in surveys for topic in topics_of(survey)),
        serving=grouped((unit.serves, unit.id) for unit in _by_id(archive) if unit.serves is not None),
        related=grouped((link.survey, (survey, link)) for survey in surveys for link in survey.related),
        naming=grouped(
            (unit, (survey, statement))
            for survey in surveys
            for _, statement in statements_of(survey)
            for unit in statement.scope.units
        ),
        recurrences=grouped(
            (link, (survey, statement))
            for survey in surveys
            for _, statement in statements_of(survey)
            for link in statement.recurs_from
        ),
    )


def _by_id(archive: Archive) -> list[Unit]:
    return sorted(archive.units.values(), key=lambda unit: unit.id)


def statements_of(survey: Survey) -> Iterator[tuple[StatementKind, Statement]]:
    """Yield (kind, statement) for every statement that a survey makes, in the order of a report."""
    return ((kind, each) for kind, each in all_statements_of(survey) if each.withdrawn is None)


def all_statements_of(survey: Survey) -> Iterator[tuple[StatementKind, Statement]]:
    """Yield the same, and in their places those of which only the notice is left."""
    for kind in StatementKind:
        for statement in getattr(survey, kind.field):
            yield kind, statement


def recommendations_of(survey: Survey) -> tuple[Recommendation, ...]:
    """Return the recommendations that a survey makes, without those of which only the notice is left."""
    return tuple(each for each in survey.recommendations if each.withdrawn is None)


def units_of(survey: Survey) -> tuple[str, ...]:
    """Return the ids of the units that took part, in the order of the record."""
    return tuple(dict.fromkeys(entry.unit for entry in survey.units))


def topics_of(survey: Survey) -> tuple[str, ...]:
    """Return the ids of the topics of a survey and of everything it states, in the order of first mention."""
    found = dict.fromkeys(survey.topics)
    for _, statement in statements_of(survey):
        found.update(dict.fromkeys(statement.topics))
    for recommendation in survey.recommendations:
        found.update(dict.fromkeys(recommendation.topics))
    return tuple(found)


def topics_of_recommendation(survey: Survey, recommendation: Recommendation) -> tuple[str, ...]:
    """Return the topics of a recommendation, or of its survey where it states none."""
    return recommendation.topics or survey.topics


def grouped(pairs: Iterable[tuple[Key, Item]]) -> dict[Key, tuple[Item, ...]]:
    """Return the items by their keys, in the order in which they come."""
    groups: dict[Key, list[Item]] = {}
    for key, item in pairs:
        groups.setdefault(key, []).append(item)
    return {key: tuple(items) for key, items in groups.items()}
