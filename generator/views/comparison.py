"""What does the comparison of the units of one survey show?"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from generator import addresses
from generator.derive import Derived
from generator.derive.measures import Measured, Peers
from generator.derive.times import name_on
from generator.model.catalogue import Indicator
from generator.model.unit import Unit
from generator.parts.chart import Chart, Row, chart_of, row_of
from generator.parts.measurement import IndicatorDefinition, MeasurementView, indicator_definition, measurement_view
from generator.parts.statement import context_of
from generator.register.entry import Entry
from generator.register.indicators import Comparison
from generator.strings import say
from generator.vietnamese.collation import sort_key
from generator.vietnamese.numbers import format_count
from generator.views.head import PageHead, page_head
from generator.wording.dates import SurveyTime, date_text, survey_time
from generator.wording.names import Link, unit_kind
from generator.wording.values import against, difference, with_unit


class ComparedUnit(NamedTuple):
    """A unit among its peers: its value or why there is none, and how that lies to the target."""

    label: str
    measured: MeasurementView
    against_target: str | None


class ComparisonPart(NamedTuple):
    """The peers of one period, in the order of their names."""

    anchor: str
    kind: str
    period: str
    units: tuple[ComparedUnit, ...]
    valued: str
    total: str
    least: str
    greatest: str
    spread: str
    has_targets: bool
    chart: Chart


class ComparisonView(NamedTuple):
    """The units of one survey side by side, and those that cannot be compared with the reason."""

    head: PageHead
    indicator: IndicatorDefinition
    survey: Link
    when: SurveyTime
    parts: tuple[ComparisonPart, ...]
    apart: tuple[tuple[MeasurementView, str], ...]


def comparison_views(derived: Derived, entries: Iterable[Entry[Comparison]]) -> Iterator[ComparisonView]:
    """Yield the comparison of every survey that measured an indicator of units that can be compared."""
    for entry in entries:
        indicator, values = entry.subject
        survey = values.survey
        context = context_of(derived, survey)
        yield ComparisonView(
            head=page_head(entry),
            indicator=indicator_definition(indicator),
            survey=Link(survey.title, f"{addresses.survey(survey.id)}#so-lieu"),
            when=survey_time(survey),
            parts=tuple(
                _part(derived, indicator, peers, number) for number, peers in enumerate(values.peers, start=1)
            ),
            apart=tuple(
                (measurement_view(context, each.measurement), say(f"measures.apart.{why}"))
                for each, why in values.apart
            ),
        )


def _part(derived: Derived, indicator: Indicator, peers: Peers, number: int) -> ComparisonPart:
    period = date_text(peers.measured[0].measurement.period)
    units = _compared_units(derived, indicator, peers.measured)
    values = sorted(
        (each.measurement.value for each in peers.measured if each.measurement.value is not None), key=Decimal
    )
    return ComparisonPart(
        anchor=f"so-sanh-{number}",
        kind=unit_kind(peers.classification, peers.level),
        period=period,
        units=tuple(unit for unit, _ in units),
        valued=format_count(len(values)),
        total=format_count(len(units)),
        least=with_unit(values[0], indicator.unit),
        greatest=with_unit(values[-1], indicator.unit),
        spread=difference(values[0], values[-1], indicator.unit),
        has_targets=any(each.measurement.target is not None for each in peers.measured),
        chart=chart_of(
            "compared",
            indicator,
            [row for _, row in units],
            identifier=str(number),
            period=period,
            units=format_count(len(units)),
        ),
    )


def _compared_units(
    derived: Derived, indicator: Indicator, group: Sequence[Measured]
) -> list[tuple[ComparedUnit, Row]]:
    """Return the units in the order of their names, for the table and for the picture."""
    labels = _labels(derived, group)
    context = context_of(derived, group[0].survey)
    shown = []
    for measured, name in sorted(zip(group, labels, strict=True), key=lambda pair: sort_key(pair[1])):
        measurement = measured.measurement
        view = measurement_view(context, measurement)
        to_target = None
        if measurement.value is not None and measurement.target is not None:
            to_target = against("target", measurement.value, measurement.target, indicator.unit)
        shown.append((ComparedUnit(name, view, to_target), row_of(indicator, measured, name, view.value.text)))
    return shown


def _labels(derived: Derived, group: Sequence[Measured]) -> list[str]:
    """Return the units' names on the day of the survey, told apart where two units or two values share one."""
    units = [derived.archive.units[each.measurement.unit] for each in group]
    day = group[0].survey.date.latest
    names = [name_on(unit, day).text for unit in units]
    bearers = Counter(name for name, _ in {(name, unit.id) for name, unit in zip(names, units, strict=True)})
    values = Counter(unit.id for unit in units)
    seen: Counter[str] = Counter()
    labels = []
    for name, unit in zip(names, units, strict=True):
        seen[unit.id] += 1
        text = _told_apart(derived, name, unit) if bearers[name] > 1 else name
        if values[unit.id] > 1:
            text = say("measures.of_two", name=text, number=seen[unit.id])
        labels.append(text)
    return labels


def _told_apart(derived: Derived, name: str, unit: Unit) -> str:
    details = [name_on(derived.archive.units[each.unit], None).text for each in unit.parents[-1:]]
    details += [code.value for code in unit.codes[-1:]] or [unit.id]
    return say("measures.told_apart", name=name, details=", ".join(details))
