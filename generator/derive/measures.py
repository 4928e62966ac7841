"""Which values belong together? Measurements by indicator and by unit, and which of them may be compared."""

import datetime
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from enum import StrEnum
from itertools import pairwise
from typing import NamedTuple

from generator.archive import Archive
from generator.derive.backlinks import Backlinks, grouped
from generator.derive.times import latest
from generator.model.catalogue import Indicator
from generator.model.edtf import OPEN, EdtfInterval
from generator.model.survey import Measurement, Survey
from generator.model.unit import Reorganisation, Unit
from generator.model.vocabulary import AbsenceReason, Level, ReorganisationKind, UnitClassification

_DAYS_OF_A_MONTH = 30.44


class Measured(NamedTuple):
    """A measurement of a survey, with the days between which its period lies as far as they are stated."""

    survey: Survey
    measurement: Measurement
    first: datetime.date | None
    last: datetime.date | None


class Apart(StrEnum):
    """Why a value is not compared with others; words in ``strings/measures.yml``."""

    DID_NOT_EXIST = "did_not_exist"
    EXISTED_IN_PART = "existed_in_part"
    ALONE = "alone"


class Peers(NamedTuple):
    """Measurements of one period, of units of one kind and level that existed all the time.

    At least two of the units have a value; those that have none stand among them with the reason.
    """

    classification: UnitClassification
    level: Level | None
    measured: tuple[Measured, ...]


class SurveyValues(NamedTuple):
    """What one survey measured of one indicator: what can be compared, newest period first, and the rest."""

    survey: Survey
    measured: tuple[Measured, ...]
    peers: tuple[Peers, ...]
    apart: tuple[tuple[Measured, Apart], ...]


class Measures(NamedTuple):
    """All measurements of the archive, grouped once."""

    of_indicator: dict[str, dict[str, SurveyValues]]
    """By indicator, then by survey, the newest survey first."""
    of_unit: dict[str, dict[str, tuple[Measured, ...]]]
    """By unit, then by indicator in the order of the catalogue; the earliest period first."""

    def are_compared(self, indicator: str, survey: str) -> bool:
        """Return whether a survey measured an indicator of units that can be compared."""
        found = self.of_indicator.get(indicator, {}).get(survey)
        return found is not None and bool(found.peers)


class Break(StrEnum):
    """Why two values that follow one another are not joined; words in ``strings/measures.yml``."""

    MISSING = "missing"
    TWICE = "twice"
    UNIT_CHANGED = "unit_changed"
    UNDATED = "undated"
    UNEQUAL = "unequal"
    NOT_NEXT = "not_next"


def measures(archive: Archive, back: Backlinks) -> Measures:
    """Return the measurements of the public surveys by indicator and by unit.

    What an index of provinces says of any other unit is left out: it says nothing of that unit.
    """
    every = tuple(_measured(archive, back.surveys))
    by_survey = grouped(((each.measurement.indicator, each.survey.id), each) for each in every)
    of_indicator: dict[str, dict[str, SurveyValues]] = {}
    for (indicator, survey), group in by_survey.items():
        of_indicator.setdefault(indicator, {})[survey] = _survey_values(archive, group)
    catalogue = {indicator: place for place, indicator in enumerate(archive.indicators)}
    of_unit: dict[str, dict[str, tuple[Measured, ...]]] = {}
    by_unit = grouped(((each.measurement.unit, each.measurement.indicator), each) for each in every)
    for unit, indicator in sorted(by_unit, key=lambda key: catalogue[key[1]]):
        of_unit.setdefault(unit, {})[indicator] = tuple(sorted(by_unit[unit, indicator], key=_in_time))
    return Measures(of_indicator, of_unit)


def breaks(series: Sequence[Measured], changes: Iterable[Reorganisation]) -> tuple[Break | None, ...]:
    """Return for each value of a series but the first why no line may lead to it, None if one may.

    One may only lead from the value before if both periods have one value each, are equally long and lie next
    to each other, and if no reorganisation but a change of name (``changes`` are those of the unit) lies in
    or between them.
    """
    days = [each.effective.earliest for each in changes if each.kind is not ReorganisationKind.RENAME]
    known = [day for day in days if day is not None]
    values = Counter(_period(each) for each in series)
    twice = {period for period, count in values.items() if count > 1}
    return tuple(_break(before, after, known, twice) for before, after in pairwise(series))


def _break(
    before: Measured, after: Measured, changes: Sequence[datetime.date], twice: Collection[object]
) -> Break | None:
    if before.measurement.value is None or after.measurement.value is None:
        return Break.MISSING
    if _period(before) in twice or _period(after) in twice:
        return Break.TWICE
    if before.first is None or before.last is None or after.first is None or after.last is None:
        return Break.UNDATED
    if any(before.first < day <= after.last for day in changes):
        return Break.UNIT_CHANGED
    if _length(before.first, before.last) != _length(after.first, after.last):
        return Break.UNEQUAL
    return None if (after.first - before.last).days == 1 else Break.NOT_NEXT


def _measured(archive: Archive, surveys: Iterable[Survey]) -> Iterator[Measured]:
    for survey in surveys:
        for measurement in survey.measurements:
            indicator, unit = archive.indicators[measurement.indicator], archive.units[measurement.unit]
            if _says_something_of(indicator, unit):
                yield Measured(survey, measurement, measurement.period.earliest, _last(survey, measurement))


def _says_something_of(indicator: Indicator, unit: Unit) -> bool:
    return indicator.level is not Level.PROVINCE or unit.level in (None, Level.PROVINCE)


def _last(survey: Survey, measurement: Measurement) -> datetime.date | None:
    """Return the last day of a period; one that is still going on ("đến nay") is known until the survey."""
    period = measurement.period
    if isinstance(period, EdtfInterval) and period.end == OPEN:
        return latest(survey)
    return period.latest


def _in_time(measured: Measured) -> tuple[datetime.date, datetime.date, datetime.date, str]:
    """Sort by the end of the period, then its beginning; without them, by the survey."""
    last = measured.last or latest(measured.survey) or datetime.date.max
    seen = latest(measured.survey) or datetime.date.max
    return last, measured.first or last, seen, measured.survey.id


def _survey_values(archive: Archive, group: Sequence[Measured]) -> SurveyValues:
    peers: list[Peers] = []
    apart: list[tuple[Measured, Apart]] = []
    candidates: dict[tuple[object, ...], list[Measured]] = {}
    for measured in group:
        unit = archive.units[measured.measurement.unit]
        reason = _presence(unit, measured)
        if reason is None:
            candidates.setdefault((_period(measured), unit.classification, unit.level), []).append(measured)
        else:
            apart.append((measured, reason))
    for same in candidates.values():
        unit = archive.units[same[0].measurement.unit]
        if len({each.measurement.unit for each in same if each.measurement.value is not None}) > 1:
            peers.append(Peers(unit.classification, unit.level, tuple(same)))
        else:
            apart += [(each, Apart.ALONE) for each in same]
    peers.sort(key=lambda each: _in_time(each.measured[0]), reverse=True)
    apart.sort(key=lambda each: _in_time(each[0]), reverse=True)
    return SurveyValues(group[0].survey, tuple(group), tuple(peers), tuple(apart))


def _period(measured: Measured) -> object:
    """Return what two equal periods have in common, however they are written (2022, 2022-01/2022-12)."""
    if measured.first is None or measured.last is None:
        return str(measured.measurement.period)
    return measured.first, measured.last


def _presence(unit: Unit, measured: Measured) -> Apart | None:
    """Return why a unit cannot be compared in a period: it certainly did not exist, or not all the time."""
    if measured.measurement.missing is AbsenceReason.UNIT_DID_NOT_EXIST:
        return Apart.DID_NOT_EXIST
    begin = None if unit.valid_from is None else unit.valid_from.earliest
    end = None if unit.valid_until is None else unit.valid_until.latest
    if _is_before(measured.last, begin) or _is_before(end, measured.first):
        return Apart.DID_NOT_EXIST
    if _is_before(measured.first, begin) or _is_before(end, measured.last):
        return Apart.EXISTED_IN_PART
    return None


def _is_before(one: datetime.date | None, other: datetime.date | None) -> bool:
    return one is not None and other is not None and one < other


def _length(first: datetime.date, last: datetime.date) -> tuple[int, int]:
    """Return how many months a period has, or how many days if none; months of 28 and of 31 days are equal."""
    days = (last - first).days + 1
    months = round(days / _DAYS_OF_A_MONTH)
    return months, 0 if months else days
