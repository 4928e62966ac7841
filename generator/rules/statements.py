"""Does each statement and each recommendation say something, of somebody, and own up to what is missing?"""

from collections.abc import Iterator
from functools import cache
from itertools import chain
from typing import Any

from pydantic import BaseModel

from generator.model.base import Absence, Explained
from generator.model.finding import Scope, Statement
from generator.model.recommendation import Recommendation
from generator.model.statement_kind import StatementKind, kind_of
from generator.model.survey import Survey
from generator.model.vocabulary import ScopeKind
from generator.problems import Complaint, field_name
from generator.rules.context import Sheet, sheet_rule, survey_rule
from generator.strings import say
from generator.vietnamese.folding import nearest


@survey_rule("R30")
def statements_say_something(sheet: Sheet[Survey]) -> Iterator[Complaint]:
    """A statement or recommendation holds the source's words or a retelling; a heading alone is not one."""
    parts: list[Statement | Recommendation] = [*sheet.parts(Statement), *sheet.parts(Recommendation)]
    for part in parts:
        if part.text is None and part.quote is None and part.withdrawn is None:
            yield Complaint(sheet.place_of(part), "R30", part.id)


@survey_rule("R31")
def ids_tell_their_list(sheet: Sheet[Survey]) -> Iterator[Complaint]:
    """The letters of a statement's id tell in which list it stands, as readers see it in the address."""
    allowed = ", ".join(f"{kind.field}: {kind.prefix}-" for kind in StatementKind)
    for kind in StatementKind:
        for statement in getattr(sheet.record, kind.field):
            if kind_of(statement.id) is not kind:
                place = sheet.place_of(statement) / "id"
                right = f"{kind.prefix}-{statement.id.partition('-')[2]}"
                details = {"in": kind.field, "prefix": kind.prefix}
                yield Complaint(place, "R31", statement.id, allowed, right, details)


@survey_rule("R32")
def scopes_name_units_or_none(sheet: Sheet[Survey]) -> Iterator[Complaint]:
    """A statement names units if its scope says that the source does, and else none."""
    for scope in sheet.parts(Scope):
        if (scope.kind is ScopeKind.UNITS) != bool(scope.units):
            what = say("problems.R32.what.surplus" if scope.units else "problems.R32.what.missing")
            yield Complaint(sheet.place_of(scope) / "kind", "R32", scope.kind, details={"what": what})


@survey_rule("R33")
def scopes_name_surveyed_units(sheet: Sheet[Survey]) -> Iterator[Complaint]:
    """A statement names only units that took part in its survey, so that none is blamed by a slip."""
    surveyed = {each.unit for each in sheet.record.units}
    for scope in sheet.parts(Scope):
        for position, unit in enumerate(scope.units):
            if unit not in surveyed:
                place = sheet.place_of(scope) / "units" / position
                yield Complaint(place, "R33", unit, nearest=nearest(unit, surveyed) or "")


@sheet_rule("R34")
def absences_are_absent(sheet: Sheet[Any]) -> Iterator[Complaint]:
    """A reason for an empty field names a field that there is, that is empty, and names it once."""
    if sheet.parts(Absence):
        models: list[type[Any]] = [model for model in sheet.gathered.parts if _explains(model)]
        for part in chain.from_iterable(map(sheet.parts, models)):
            if part.absent:
                yield from _wrong_absences(sheet, part)


@survey_rule("R35")
def a_blank_is_not_an_answer(sheet: Sheet[Survey]) -> Iterator[Complaint]:
    """Who must act and by when is said, or why it is not: readers look for these two first."""
    for recommendation in sheet.record.recommendations:
        for name in ("addressee", "deadline"):
            is_answered = getattr(recommendation, name) is not None or recommendation.why_absent(name) is not None
            if not is_answered and recommendation.withdrawn is None:
                place = sheet.place_of(recommendation)
                yield Complaint(
                    place,
                    "R35",
                    recommendation.id,
                    details={"field": field_name(Recommendation, name), "name": name},
                )


@cache
def _explains(model: type[BaseModel]) -> bool:
    return issubclass(model, Explained)  # slow for models: asked once for each


def _wrong_absences(sheet: Sheet[Any], part: Explained) -> Iterator[Complaint]:
    seen: set[str] = set()
    fields = _can_be_empty(type(part))
    for absence in part.absent:
        name = absence.field
        if name not in fields:
            right = nearest(name, fields) or ""
            yield _absence("unknown", sheet, absence, "" if right else ", ".join(fields), right)
        elif getattr(part, name) not in (None, ()):
            yield _absence("filled", sheet, absence)
        elif name in seen:
            yield _absence("twice", sheet, absence)
        seen.add(name)


def _absence(which: str, sheet: Sheet[Any], absence: Absence, allowed: str = "", right: str = "") -> Complaint:
    what, how = say(f"problems.R34.what.{which}", written=absence.field), say(f"problems.R34.how.{which}")
    details = {"what": what, "how": how}
    return Complaint(sheet.place_of(absence) / "field", "R34", absence.field, allowed, right, details)


@cache
def _can_be_empty(model: type[Explained]) -> tuple[str, ...]:
    fields = model.model_fields.items()
    return tuple(
        name for name, field in fields if name not in ("absent", "former_ids") and field.default in (None, ())
    )
