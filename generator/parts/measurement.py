"""What does a page show of one measured value, and of the indicator that it measures?"""

from typing import NamedTuple

from generator import addresses
from generator.model.catalogue import Indicator
from generator.model.survey import Measurement
from generator.model.vocabulary import BetterWhen, Level
from generator.parts.statement import Context
from generator.strings import label, say
from generator.vietnamese.numbers import format_number
from generator.wording.absence import Stated
from generator.wording.citations import Citation, citations
from generator.wording.dates import date_text
from generator.wording.names import Link, unit_link
from generator.wording.values import with_unit


class MeasurementView(NamedTuple):
    """One measured value with what it was counted from; its indicator leads to the comparison if there is one."""

    indicator: Link
    unit: Link
    period: str
    value: Stated
    counted: str | None
    target: str | None
    parts: tuple[str, ...]
    note: str | None
    cites: tuple[Citation, ...]


class IndicatorDefinition(NamedTuple):
    """What an indicator is."""

    name: Link
    definition: str | None
    unit: str
    better: str | None
    """In which direction it is better; None where neither is."""
    range: str | None
    level: str | None
    """The only level of which it says something."""
    is_provincial: bool


def measurement_view(context: Context, measurement: Measurement) -> MeasurementView:
    """Return a measured value, or why it is missing."""
    indicator = context.derived.archive.indicators[measurement.indicator]
    counted = None
    if measurement.numerator is not None and measurement.denominator is not None:
        counted = say(
            "phrases.measurement.counted",
            numerator=format_number(measurement.numerator),
            denominator=format_number(measurement.denominator),
        )
    if measurement.value is not None:
        value = Stated(with_unit(measurement.value, indicator.unit))
    else:
        assert measurement.missing is not None, "checked: a measurement without a value says why"
        value = Stated(label("absence_reason", measurement.missing), is_absent=True)
    return MeasurementView(
        indicator=Link(indicator.name, _address_of_indicator(context, indicator.id)),
        unit=unit_link(context.derived, measurement.unit, context.survey.date),
        period=date_text(measurement.period),
        value=value,
        counted=counted,
        target=None if measurement.target is None else with_unit(measurement.target, indicator.unit),
        parts=tuple(
            say("phrases.measurement.part", label=part.label, value=format_number(part.value))
            for part in measurement.parts
        ),
        note=measurement.note,
        cites=citations(measurement.cites, context.cited),
    )


def indicator_definition(indicator: Indicator) -> IndicatorDefinition:
    """Return what an indicator is."""
    return IndicatorDefinition(
        name=Link(indicator.name, addresses.indicator(indicator.id)),
        definition=indicator.definition,
        unit=indicator.unit,
        better=None if indicator.better is BetterWhen.NEITHER else label("better_when", indicator.better),
        range=_range(indicator),
        level=None if indicator.level is None else label("level", indicator.level),
        is_provincial=indicator.level is Level.PROVINCE,
    )


def _address_of_indicator(context: Context, indicator: str) -> str:
    if context.derived.measures.are_compared(indicator, context.survey.id):
        return addresses.comparison(indicator, context.survey.id)
    return addresses.indicator(indicator)


def _range(indicator: Indicator) -> str | None:
    least, greatest = (
        None if number is None else with_unit(number, indicator.unit)
        for number in (indicator.minimum, indicator.maximum)
    )
    if least is None and greatest is None:
        return None
    name = "both" if least is not None and greatest is not None else "greatest" if least is None else "least"
    return say(f"measures.range.{name}", least=least, greatest=greatest)
