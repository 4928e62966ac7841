"""Whose findings count? Those of the council that asked, of its organs, and of the council that took over by law.

Meaning: point 8 of ``schema/nghia-vu.md``.
"""

import datetime
from collections.abc import Iterable, Mapping

from generator.model.survey import Survey
from generator.model.unit import Reorganisation, Unit
from generator.model.vocabulary import UnitClassification

ORGANS = frozenset({UnitClassification.COUNCIL, UnitClassification.COUNCIL_BODY})
"""A council, its standing committee, its committees, its groups of deputies."""


def finders(
    survey: Survey,
    units: Mapping[str, Unit],
    reorganisations: Iterable[Reorganisation] = (),
    *,
    today: datetime.date,
) -> frozenset[str]:
    """Return the ids of the bodies whose findings count for the recommendations of a survey.

    Where the record does not say which council asked, those of every council do.
    """
    asked = None if survey.commissioned_by is None else units.get(survey.commissioned_by.unit)
    organs = {key: unit for key, unit in units.items() if unit.classification in ORGANS}
    if asked is None or asked.classification not in ORGANS or asked.serves is None:
        return frozenset(organs)
    places = _places(asked.serves, units, reorganisations, today)
    return frozenset(key for key, unit in organs.items() if unit.serves in places or key == asked.id)


def _places(
    place: str, units: Mapping[str, Unit], reorganisations: Iterable[Reorganisation], today: datetime.date
) -> set[str]:
    """Return a place and, where it is no more, those whose councils took over: its heirs, and what was above."""
    became: dict[str, list[str]] = {}
    for change in reorganisations:
        for each in change.predecessors:
            became.setdefault(each.unit, []).extend(change.successors)
    found, new = {place}, [place]
    while new:
        unit = units.get(new.pop())
        if unit is not None and unit.has_ended(today):
            heirs = {*became.get(unit.id, ()), *(parent.unit for parent in unit.parents)} - found
            found |= heirs
            new += heirs
    return found
