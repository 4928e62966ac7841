"""Do the figures agree with each other, with their indicator and with their unit?"""

import re
from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from generator.model.survey import Measurement, Survey
from generator.model.vocabulary import Level
from generator.problems import Complaint
from generator.rules.context import Context, Sheet, rule
from generator.strings import words
from generator.vietnamese.folding import nearest
from generator.vietnamese.numbers import format_number

_PER = {"%": 100, "‰": 1000}
_THOUSAND_OR_DECIMAL = re.compile(r"-?[1-9][0-9]{0,2}\.[0-9]{3}")


@rule("R60")
def shares_follow_from_their_numbers(known: Context) -> Iterator[Complaint]:
    """A value is its numerator divided by its denominator, rounded to the decimals that it states."""
    indicators = {indicator.id: indicator for indicator in known.records.indicators}
    for sheet, measurement in _measurements(known):
        value, numerator, denominator = measurement.value, measurement.numerator, measurement.denominator
        indicator = indicators.get(measurement.indicator)
        if value and numerator and denominator and indicator and Fraction(denominator) != 0:
            share = Fraction(numerator) / Fraction(denominator) * _PER.get(indicator.unit.strip(), 1)
            if abs(share - Fraction(value)) > _rounding(value):
                details = {
                    "numerator": format_number(numerator),
                    "denominator": format_number(denominator),
                    "computed": _rounded(share, _decimals(value) + 1),
                    "said": format_number(value),
                }
                yield Complaint(sheet.place_of(measurement) / "value", "R60", value, details=details)


@rule("R61")
def parts_add_up(known: Context) -> Iterator[Complaint]:
    """The parts of a value add up to it, but for their own rounding."""
    for sheet, measurement in _measurements(known):
        if measurement.parts and measurement.value:
            parts = [part.value for part in measurement.parts]
            total = sum(map(Fraction, parts), Fraction())
            if abs(total - Fraction(measurement.value)) > sum(_rounding(part) for part in parts if "." in part):
                details = {
                    "parts": " + ".join(map(format_number, parts)),
                    "computed": _rounded(total, max(map(_decimals, parts))),
                    "said": format_number(measurement.value),
                }
                yield Complaint(sheet.place_of(measurement) / "parts", "R61", details=details)


@rule("R62")
def values_lie_in_the_range(known: Context) -> Iterator[Complaint]:
    """A value or target lies between the least and the greatest that its indicator can have."""
    indicators = {indicator.id: indicator for indicator in known.records.indicators}
    for sheet, measurement in _measurements(known):
        indicator = indicators.get(measurement.indicator)
        for name in ("value", "target") if indicator else ():
            written = getattr(measurement, name)
            if written and indicator and not _lies_between(indicator.minimum, written, indicator.maximum):
                details = {"least": _or_open(indicator.minimum), "greatest": _or_open(indicator.maximum)}
                yield Complaint(sheet.place_of(measurement) / name, "R62", written, details=details)


@rule("R63")
def values_are_there_or_missing(known: Context) -> Iterator[Complaint]:
    """A measurement has a value or the reason why there is none, and never both."""
    for sheet, measurement in _measurements(known):
        if (measurement.value is None) == (measurement.missing is None):
            place = sheet.place_of(measurement)
            which = "neither" if measurement.value is None else "both"
            what = words("problems")["R63"][which]
            at = place if measurement.value is None else place / "missing"
            yield Complaint(at, "R63", measurement.id, details={"what": what})


@rule("R65")
def provincial_indices_stay_with_provinces(known: Context) -> Iterator[Complaint]:
    """An index of provinces (PAR INDEX, SIPAS, PAPI) says nothing of a commune and is never given to one."""
    levels = {each.id: each.level for each in known.records.indicators if each.level is not None}
    for sheet, measurement in _measurements(known):
        unit = known.records.units.get(measurement.unit)
        level = levels.get(measurement.indicator)
        if level is Level.PROVINCE and unit is not None and unit.level not in (None, Level.PROVINCE):
            place = sheet.place_of(measurement) / "unit"
            yield Complaint(place, "R65", unit.id, details={"indicator": measurement.indicator})


@rule("R66")
def thousands_are_not_decimals(known: Context) -> Iterator[Complaint]:
    """A number such as 1.234 is perhaps one thousand two hundred and thirty-four in Vietnamese writing."""
    for sheet, measurement in _measurements(known):
        parts = [(part, "value") for part in measurement.parts]
        for part, name in (*((measurement, name) for name in _NUMBERS), *parts):
            written = getattr(part, name)
            if written and _THOUSAND_OR_DECIMAL.fullmatch(written):
                whole, details = written.replace(".", ""), {"decimal": format_number(written)}
                yield Complaint(sheet.place_of(part) / name, "R66", written, nearest=whole, details=details)


@rule("R67")
def measured_units_took_part(known: Context) -> Iterator[Complaint]:
    """A survey gives figures of units that took part in it."""
    for sheet, measurement in _measurements(known):
        surveyed = {each.unit for each in sheet.record.units}
        if measurement.unit not in surveyed:
            place = sheet.place_of(measurement) / "unit"
            yield Complaint(place, "R67", measurement.unit, nearest=nearest(measurement.unit, surveyed) or "")


@rule("R68")
def nothing_is_a_share_of_nothing(known: Context) -> Iterator[Complaint]:
    """The number of which a value is a share is not zero: then there is no share, and the value is missing."""
    for sheet, measurement in _measurements(known):
        if measurement.denominator and Fraction(measurement.denominator) == 0:
            yield Complaint(sheet.place_of(measurement) / "denominator", "R68", measurement.denominator)


_NUMBERS = ("value", "numerator", "denominator", "target")


def _measurements(known: Context) -> Iterator[tuple[Sheet[Survey], Measurement]]:
    for sheet in known.surveys:
        for measurement in sheet.record.measurements:
            yield sheet, measurement


def _decimals(number: str) -> int:
    return len(number.partition(".")[2])


def _rounding(number: str) -> Fraction:
    """Return how far a number as written can lie from the one that was rounded to it."""
    return Fraction(1, 2 * 10 ** _decimals(number))


def _rounded(number: Fraction, decimals: int) -> str:
    """Return the number with so many decimals, half up, as Vietnamese write it."""
    step = Decimal(1).scaleb(-decimals)
    exact = Decimal(number.numerator) / Decimal(number.denominator)
    return format_number(exact.quantize(step, ROUND_HALF_UP))


def _lies_between(least: str | None, number: str, greatest: str | None) -> bool:
    value = Decimal(number)
    return (least is None or Decimal(least) <= value) and (greatest is None or value <= Decimal(greatest))


def _or_open(number: str | None) -> str:
    return "…" if number is None else format_number(number)
