"""What became of a unit, and out of what did it come?"""

from collections.abc import Iterable
from typing import NamedTuple

from generator.model.unit import Reorganisation


class History(NamedTuple):
    """The reorganisations out of which a unit came and those that changed or ended it, each sorted by date.

    A unit that goes on after a change (a new name, a part given away) is its own successor: for it that
    change is no origin.
    """

    origins: tuple[Reorganisation, ...] = ()
    ends: tuple[Reorganisation, ...] = ()


def histories(reorganisations: Iterable[Reorganisation]) -> dict[str, History]:
    """Return the history of every unit that a reorganisation names, by the unit's id."""
    ordered = sorted(reorganisations, key=lambda each: (str(each.effective), each.id))
    origins: dict[str, list[Reorganisation]] = {}
    ends: dict[str, list[Reorganisation]] = {}
    for reorganisation in ordered:
        before = {predecessor.unit for predecessor in reorganisation.predecessors}
        for successor in (each for each in reorganisation.successors if each not in before):
            origins.setdefault(successor, []).append(reorganisation)
        for predecessor in reorganisation.predecessors:
            ends.setdefault(predecessor.unit, []).append(reorganisation)
    return {unit: History(tuple(origins.get(unit, ())), tuple(ends.get(unit, ()))) for unit in origins | ends}
