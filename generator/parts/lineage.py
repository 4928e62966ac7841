"""How does a unit's page show what the unit was, and what became of it?"""

import datetime
from typing import NamedTuple

from generator import addresses
from generator.derive import Derived
from generator.derive.history import History
from generator.model.unit import Reorganisation
from generator.model.vocabulary import Extent
from generator.strings import label, say
from generator.wording.absence import Stated, absence
from generator.wording.citations import SourceLine, legal_basis, source_lines
from generator.wording.dates import date_text
from generator.wording.names import Link, statement_link, unit_link

FINDINGS = 10
"""How many findings about a predecessor are listed; its own page has them all."""


class ReorganisationView(NamedTuple):
    """A reorganisation that concerns the unit."""

    title: str
    kind: str
    effective: str
    predecessors: tuple[tuple[Link, bool], ...]
    """Each with whether only a part of it went over."""
    successors: tuple[Link, ...]
    legal_basis: Stated
    note: str | None
    sources: tuple[SourceLine, ...]


class NamedFinding(NamedTuple):
    """A finding that named a predecessor, and when that was."""

    finding: Link
    when: str


class PredecessorView(NamedTuple):
    """A unit that went into this one. What was found there is listed under its name, never as this unit's."""

    unit: Link
    surveys: int
    findings: tuple[NamedFinding, ...]
    more: int
    """How many further findings its own page has."""


def reorganisation_view(derived: Derived, reorganisation: Reorganisation) -> ReorganisationView:
    """Return a reorganisation, every unit under the name that it bore then."""
    basis = reorganisation.legal_basis
    return ReorganisationView(
        title=reorganisation.title,
        kind=label("reorganisation_kind", reorganisation.kind),
        effective=date_text(reorganisation.effective),
        predecessors=tuple(
            (unit_link(derived, each.unit, _eve(reorganisation)), each.extent is Extent.PART)
            for each in reorganisation.predecessors
        ),
        successors=tuple(unit_link(derived, each, reorganisation.effective) for each in reorganisation.successors),
        legal_basis=absence(reorganisation, "legal_basis") if basis is None else legal_basis(basis),
        note=reorganisation.note,
        sources=source_lines(reorganisation.sources, reorganisation.cites),
    )


def reorganisation_link(derived: Derived, reorganisation_id: str) -> Link:
    """Return the link to where a change of units is told: on the page of what came of it, or else of what ended."""
    change = derived.archive.reorganisations[reorganisation_id]
    came = next((each for each in change.successors if change in _history(derived, each).origins), None)
    unit, section = (change.predecessors[0].unit, "ket-thuc") if came is None else (came, "hinh-thanh")
    told = say("measures.change_of_unit", date=date_text(change.effective), title=change.title)
    return Link(told, f"{addresses.unit(unit)}#{section}")


def _history(derived: Derived, unit_id: str) -> History:
    return derived.histories.get(unit_id, History())


def _eve(reorganisation: Reorganisation) -> datetime.date | None:
    """Return the day before a change, on which its predecessors still bore their old names."""
    first = reorganisation.effective.earliest
    return None if first is None else first - datetime.timedelta(days=1)


def predecessor_views(derived: Derived, history: History, unit_id: str) -> tuple[PredecessorView, ...]:
    """Return the units that went into a unit, each with the newest findings that named it."""
    earlier = dict.fromkeys(
        each.unit for change in history.origins for each in change.predecessors if each.unit != unit_id
    )
    return tuple(_predecessor_view(derived, each) for each in earlier)


def _predecessor_view(derived: Derived, unit_id: str) -> PredecessorView:
    naming = derived.back.naming.get(unit_id, ())
    return PredecessorView(
        unit=unit_link(derived, unit_id),
        surveys=len(derived.back.of_unit.get(unit_id, ())),
        findings=tuple(
            NamedFinding(statement_link(survey, statement), date_text(survey.date))
            for survey, statement in naming[:FINDINGS]
        ),
        more=max(0, len(naming) - FINDINGS),
    )
