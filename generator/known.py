"""What was on record on a day? The records as they were known then, as far as they keep it.

What came later is left out, and a correction that says what stood there before is undone. What was taken away,
redacted or withdrawn, never comes back, whatever the day.
"""

import datetime
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple, TypeVar

from generator.model.edtf import EdtfDate
from generator.model.finding import Reply, Statement
from generator.model.spot import spots, with_value
from generator.model.statement_kind import StatementKind
from generator.model.survey import Correction, Survey
from generator.model.unit import Reorganisation, Unit, UnitCode, UnitName, UnitParent
from generator.model.vocabulary import CorrectionKind


class KnownSurvey(NamedTuple):
    """A survey as it was known on a day."""

    survey: Survey
    is_reworded: bool
    """It was corrected later, and what stood there on the day is not known: it shows the wording of today."""


def survey_on(survey: Survey, day: datetime.date) -> KnownSurvey:
    """Return a survey without what came on record after ``day``; the very same where nothing did."""
    later = [each for each in survey.corrections if each.date > day]
    known, is_reworded = _undone(survey, later)
    changes: dict[str, object] = {}
    if later:
        changes["corrections"] = tuple(each for each in survey.corrections if each.date <= day)
    if any(event.recorded > day for each in known.recommendations for event in each.events):
        changes["recommendations"] = tuple(
            each.model_copy(update={"events": tuple(event for event in each.events if event.recorded <= day)})
            for each in known.recommendations
        )
    for kind in StatementKind:
        statements: tuple[Statement, ...] = getattr(known, kind.field)
        if any(_is_later(reply, day) for each in statements for reply in each.replies):
            changes[kind.field] = tuple(_without_later_replies(each, day) for each in statements)
    return KnownSurvey(known.model_copy(update=changes) if changes else known, is_reworded)


def is_on_record(record: Unit | Reorganisation, day: datetime.date) -> bool:
    """Return whether a record was on the site on ``day``; one that does not say since when always was."""
    return record.recorded is None or record.recorded <= day


def unit_on(unit: Unit, day: datetime.date, *, present: Mapping[str, Unit], ended: frozenset[str]) -> Unit:
    """Return a unit with what was known of it on ``day``; the very same where nothing came later.

    A name, code or parent that begins later is left out, and one that is borne then has no end yet. A unit has no
    end yet unless it is one of ``ended``: those of which a reorganisation on record says so. Only the units of
    ``present`` are named.
    """
    changes = {
        "names": _borne(unit.names, day) or unit.names[:1],
        "codes": _borne(unit.codes, day),
        "parents": tuple(each for each in _borne(unit.parents, day) if each.unit in present),
        "serves": unit.serves if unit.serves in present else None,
        "valid_until": None if unit.id not in ended and _is_after(unit.valid_until, day) else unit.valid_until,
    }
    differing = {name: value for name, value in changes.items() if value != getattr(unit, name)}
    return unit.model_copy(update=differing) if differing else unit


def taken_away(survey: Survey) -> frozenset[str]:
    """Return what was taken away: fields that were redacted; parts, ending in ``/``, that were withdrawn."""
    redacted = (each.field for each in survey.corrections if each.kind is CorrectionKind.REDACTION)
    return frozenset((*filter(None, redacted), *_withdrawn(survey)))


def is_of(field: str, names: Iterable[str]) -> bool:
    """Return whether a field is one of those named, or lies in a part that is."""
    return any(field == name or (name.endswith("/") and field.startswith(name)) for name in names)


def _withdrawn(survey: Survey) -> Iterator[str]:
    for kind in StatementKind:
        statements: tuple[Statement, ...] = getattr(survey, kind.field)
        yield from (f"{kind.field}/{each.id}/" for each in statements if each.withdrawn is not None)
    yield from (f"recommendations/{each.id}/" for each in survey.recommendations if each.withdrawn is not None)


def _undone(survey: Survey, later: Sequence[Correction]) -> tuple[Survey, bool]:
    """Return the survey as it was before some of its corrections, and whether that could not be told of all."""
    if not later:
        return survey, False
    known, gone, hidden = spots(survey), taken_away(survey), _hidden_until(survey)
    is_reworded = False
    in_time = sorted(later, key=lambda each: each.date)  # of one day as the record has them
    for correction in in_time[::-1]:
        name = correction.field or ""
        if name in known and correction.before is not None and not is_of(name, gone) and correction.date > hidden:
            spot = known[name]
            survey = with_value(survey, spot.path, spot.read(correction.before))
        else:
            is_reworded = True
    return survey, is_reworded


def _hidden_until(survey: Survey) -> datetime.date:
    """Return the last day on which something was redacted that no field tells: what stood before may hold it."""
    unnamed = (each for each in survey.corrections if each.kind is CorrectionKind.REDACTION and each.field is None)
    return max((each.date for each in unnamed), default=datetime.date.min)


def _without_later_replies(statement: Statement, day: datetime.date) -> Statement:
    replies = tuple(each for each in statement.replies if not _is_later(each, day))
    return statement.model_copy(update={"replies": replies})


def _is_later(reply: Reply, day: datetime.date) -> bool:
    return reply.received is not None and reply.received > day


_Borne = TypeVar("_Borne", UnitName, UnitCode, UnitParent)


def _borne(entries: tuple[_Borne, ...], day: datetime.date) -> tuple[_Borne, ...]:
    """Return what a unit bore on a day or before; what it bore then has no end yet."""
    return tuple(
        each.model_copy(update={"valid_until": None}) if _is_after(each.valid_until, day) else each
        for each in entries
        if not _is_after(each.valid_from, day)
    )


def _is_after(date: EdtfDate | None, day: datetime.date) -> bool:
    """Return whether a date lies after a day, whatever it leaves open."""
    return date is not None and date.earliest is not None and date.earliest > day
