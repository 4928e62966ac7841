"""Whose findings count? Those of the council that asked, of its organs, and of the council that took over by law.

Meaning: point 8 of ``schema/nghia-vu.md``.
"""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from generator.model.survey import Survey
from generator.model.unit import Reorganisation, Unit
from generator.model.vocabulary import UnitClassification

ORGANS = frozenset({UnitClassification.COUNCIL, UnitClassification.COUNCIL_BODY})
"""A council, its standing committee, its committees, its groups of deputies."""


@dataclass(frozen=True)
class Councils:
    """All bodies, and who took over by ``today`` from those that are no more."""

    units: Mapping[str, Unit]
    reorganisations: tuple[Reorganisation, ...]
    today: datetime.date

    def finders(self, survey: Survey) -> frozenset[str]:
        """Return the ids of the bodies whose findings count for the recommendations of a survey.

        Where the record does not say which council asked, those of every council do.
        """
        asked = None if survey.commissioned_by is None else self._organs.get(survey.commissioned_by.unit)
        if asked is None or asked.serves is None:
            return frozenset(self._organs)
        of_places = (self._of_place.get(place, ()) for place in self._taken_over(asked.serves))
        return frozenset({asked.id}.union(*of_places))

    @cached_property
    def _organs(self) -> dict[str, Unit]:
        return {key: unit for key, unit in self.units.items() if unit.classification in ORGANS}

    @cached_property
    def _of_place(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for key, unit in self._organs.items():
            if unit.serves is not None:
                found.setdefault(unit.serves, []).append(key)
        return found

    @cached_property
    def _became(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for change in self.reorganisations:
            for each in change.predecessors:
                found.setdefault(each.unit, []).extend(change.successors)
        return found

    def _taken_over(self, place: str) -> set[str]:
        """Return a place and, where it is no more, those whose councils took over: heirs, and what was above."""
        found, new = {place}, [place]
        while new:
            unit = self.units.get(new.pop())
            if unit is not None and unit.has_ended(self.today):
                heirs = {*self._became.get(unit.id, ()), *(parent.unit for parent in unit.parents)} - found
                found |= heirs
                new += heirs
        return found
