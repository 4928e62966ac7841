"""Do the figures agree with each other, with their indicator and with their unit?"""

import re
from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal

from generator.model.survey import Survey
from generator.model.vocabulary import Level
from generator.problems import Complaint
from generator.rules.context import Sheet, survey_rule
from generator.strings import say
from generator.vietnamese.folding import nearest
from generator.vietnamese.numbers import format_number

_PER = {"%": 100, "‰": 1000}
_THOUSAND_OR_DECIMAL = re.compile(r"-?[1-9][0-9]{0,2}\.[0-9]{3}")


@survey_rule("R60")
def shares_follow_from_their_numbers(sheet: Sheet[Survey]) -> Iterator[Complaint]:
    """A value is its numerator divided by its denominator, rounded to the decimals that it states."""
    for measurement in sheet.record.measurements:
        value, numerator, denominator = measurement.value, measurement.numerator, measurement.denominator
        indicator = sheet.known.indicator.get(measurement.indicator)
        if value and numerator and denominator and indicator and Decimal(denominator):
            share = Decimal(numerator) * _PER.get(indicator.unit.strip(), 1) / Decimal(denominator)
            if abs(share - Decimal(value)) > _rounding(value):
                details = {
                    "numerator": format_number(numerator),
                    "denominator": format_number(denominator),
                    "computed": _rounded(share, _decimals(value) + 1),
                    "said": format_number(value),
                }
                yield Complaint(sheet.place_of(measurement) / "value", "R60", value, details=details)


@survey_rule("R61")
def parts_add_up(sheet: Sheet[Survey]) -> Iterator[Complaint]:
    """The parts of a value add up to it, but for their own rounding."""
    for measurement in sheet.record.measurements:
        if measurement.parts and measurement.value:
            parts = [part.value for part in measurement.parts]
            total = sum(map(Decimal, parts), Decimal())
            if abs(total - Decimal(measurement.value)) > sum(_rounding(part) for part in parts if "." in part):
                details = {
                    "parts": " + ".join(map(format_number, parts)),
                    "computed": _rounded(total, max(map(_decimals, parts))),
                    "said": format_number(measurement.value),
                }
                yield Complaint(sheet.place_of(measurement) / "parts", "R61", details=details)


@survey_rule("R62")
def values_lie_in_the_range(sheet: Sheet[Survey]) -> Iterator[Complaint]:
    """A value or target lies between the least and the greatest that its indicator can have."""
    for measurement in sheet.record.measurements:
        indicator = sheet.known.indicator.get(measurement.indicator)
        for name in ("value", "target") if indicator else ():
            written = getattr(measurement, name)
            if written and indicator and not _lies_between(indicator.minimum, written, indicator.maximum):
                details = {"least": _or_open(indicator.minimum), "greatest": _or_open(indicator.maximum)}
                yield Complaint(sheet.place_of(measurement) / name, "R62", written, details=details)


@survey_rule("R63")
def values_are_there_or_missing(sheet: Sheet[Survey]) -> Iterator[Complaint]:
    """A measurement has a value or the reason why there is none, and never both."""
    for measurement in sheet.record.measurements:
        if (measurement.value is None) == (measurement.missing is None):
            place = sheet.place_of(measurement)
            is_empty = measurement.value is None
            what = say("problems.R63.what.neither" if is_empty else "problems.R63.what.both")
            at = place if is_empty else place / "missing"
            yield Complaint(at, "R63", measurement.id, details={"what": what})


@survey_rule("R65")
def provincial_indices_stay_with_provinces(sheet: Sheet[Survey]) -> Iterator[Complaint]:
    """An index of provinces (PAR INDEX, SIPAS, PAPI) says nothing of a commune and is never given to one."""
    for measurement in sheet.record.measurements:
        indicator = sheet.known.indicator.get(measurement.indicator)
        if indicator is not None and indicator.level is Level.PROVINCE:
            unit = sheet.known.records.units.get(measurement.unit)
            if unit is not None and unit.level not in (None, Level.PROVINCE):
                place = sheet.place_of(measurement) / "unit"
                yield Complaint(place, "R65", unit.id, details={"indicator": indicator.id})


@survey_rule("R66")
def thousands_are_not_decimals(sheet: Sheet[Survey]) -> Iterator[Complaint]:
    """A number such as 1.234 is perhaps one thousand two hundred and thirty-four in Vietnamese writing."""
    for measurement in sheet.record.measurements:
        parts = [(part, "value") for part in measurement.parts]
        for part, name in (*((measurement, name) for name in _NUMBERS), *parts):
            written = getattr(part, name)
            if written and _THOUSAND_OR_DECIMAL.fullmatch(written):
                whole, details = written.replace(".", ""), {"decimal": format_number(written)}
                yield Complaint(sheet.place_of(part) / name, "R66", written, nearest=whole, details=details)


@survey_rule("R67")
def measured_units_took_part(sheet: Sheet[Survey]) -> Iterator[Complaint]:
    """A survey gives figures of units that took part in it."""
    for measurement in sheet.record.measurements:
        surveyed = {each.unit for each in sheet.record.units}
        if measurement.unit not in surveyed:
            place = sheet.place_of(measurement) / "unit"
            yield Complaint(place, "R67", measurement.unit, nearest=nearest(measurement.unit, surveyed) or "")


@survey_rule("R68")
def nothing_is_a_share_of_nothing(sheet: Sheet[Survey]) -> Iterator[Complaint]:
    """The number of which a value is a share is not zero: then there is no share, and the value is missing."""
    for measurement in sheet.record.measurements:
        if measurement.denominator and not Decimal(measurement.denominator):
            yield Complaint(sheet.place_of(measurement) / "denominator", "R68", measurement.denominator)


_NUMBERS = ("value", "numerator", "denominator", "target")


def _decimals(number: str) -> int:
    return len(number.partition(".")[2])


def _rounding(number: str) -> Decimal:
    """Return how far a number as written can lie from the one that was rounded to it."""
    return Decimal(5).scaleb(-_decimals(number) - 1)


def _rounded(number: Decimal, decimals: int) -> str:
    """Return the number with so many decimals, half up, as Vietnamese write it."""
    return format_number(number.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP))


def _lies_between(least: str | None, number: str, greatest: str | None) -> bool:
    value = Decimal(number)
    return (least is None or Decimal(least) <= value) and (greatest is None or value <= Decimal(greatest))


def _or_open(number: str | None) -> str:
    return "…" if number is None else format_number(number)
