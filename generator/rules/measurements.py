"""Do the figures agree with each other, with their indicator and with their unit?"""

import re
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from generator.model.survey import Measurement, Survey
from generator.model.vocabulary import Level
from generator.problems import Complaint, field_name
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
        numbers = (measurement.value, measurement.numerator, measurement.denominator)
        indicator = indicators.get(measurement.indicator)
        if None not in numbers and indicator is not None:
            value, numerator, denominator = (Fraction(number or 0) for number in numbers)
            place = sheet.place_of(measurement)
            if denominator == 0:
                what = words("problems")["R60"]["zero"]
                yield Complaint(place / "denominator", "R60", measurement.denominator or "", details={"what": what})
                continue
            factor = _PER.get(indicator.unit.strip(), 1)
