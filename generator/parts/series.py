"""What does the page of a unit show of its values through the years?"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from generator import addresses
from generator.derive import Derived
from generator.derive.history import History
from generator.derive.measures import Measured, breaks
from generator.model.catalogue import Indicator
from generator.model.unit import Reorganisation
from generator.parts.chart import Chart, Row, chart_of, row_of
from generator.parts.measurement import IndicatorDefinition, MeasurementView, indicator_definition, measurement_view
from generator.parts.statement import context_of
from generator.register.units import series_anchor
from generator.strings import label, say
from generator.vietnamese.numbers import format_count
from generator.wording.absence import Stated
from generator.wording.dates import date_text, survey_time
from generator.wording.names import Link, unit_link
from generator.wording.values import against

VALUES_SHOWN = 12
"""How many values of one indicator a unit's page shows, the newest; the others are on the surveys' pages."""


class SeriesRow(NamedTuple):
    """A value in its time."""

    marks: tuple[str, ...]
    """What happened to the unit between the value before and this one."""
    measured: MeasurementView
    change: Stated | None
    """How it differs from the value before, or why it cannot be compared with it; None for the first."""
    survey: Link
    """The kind and the date of the survey; leads to the other units that it measured, if they can be compared."""


class SeriesView(NamedTuple):
    """The values of one indicator for one unit, the earliest first; never a value of another unit."""

    anchor: str
    indicator: IndicatorDefinition
    rows: tuple[SeriesRow, ...]
    left_out: str | None
    """How many older values are not shown."""
    ends: tuple[str, ...]
    """What happened to the unit after the last value."""
    earlier: tuple[Link, ...]
    """Predecessors that have values of their own, on their own pages."""
    later: tuple[Link, ...]
    chart: Chart | None
    """A picture, where there are at least two values to see in it."""


def unit_series(derived: Derived, unit_id: str) -> tuple[SeriesView, ...]:
    """Return the values of a unit by indicator, in the order of the catalogue."""
    series = derived.measures.of_unit.get(unit_id, {})
    return tuple(
        _series(derived, unit_id, derived.archive.indicators[indicator], values)
        for indicator, values in series.items()
    )


def _series(derived: Derived, unit_id: str, indicator: Indicator, values: Sequence[Measured]) -> SeriesView:
    history = derived.histories.get(unit_id, History())
    changes = tuple({each.id: each for each in (*history.origins, *history.ends)}.values())
    marks, ends = _marks(values, changes)
    why = (None, *breaks(values, changes))
    cut = max(0, len(values) - VALUES_SHOWN)
    rows: list[SeriesRow] = []
    pictured: list[Row] = []
    for at in range(cut, len(values)):
        view = measurement_view(context_of(derived, values[at].survey), values[at].measurement)
        change = _change(values[at - 1], values[at], why[at], indicator) if at else None
        rows.append(SeriesRow(marks[at], view, change, _survey_link(derived, values[at])))
        row = row_of(indicator, values[at], view.period, view.value.text)
        pictured.append(row._replace(is_joined=at > cut and why[at] is None, marks=marks[at]))
    return SeriesView(
        anchor=series_anchor(indicator),
        indicator=indicator_definition(indicator),
        rows=tuple(rows),
        left_out=format_count(cut) if cut else None,
        ends=ends,
        earlier=_others(
            derived, indicator, unit_id, (each.unit for change in history.origins for each in change.predecessors)
        ),
        later=_others(
            derived, indicator, unit_id, (successor for change in history.ends for successor in change.successors)
        ),
        chart=_chart(derived, unit_id, indicator, pictured, ends),
    )


def _marks(
    values: Sequence[Measured], changes: Sequence[Reorganisation]
) -> tuple[list[tuple[str, ...]], tuple[str, ...]]:
    """Return what happened to the unit before each value, and after the last: before the first that saw it."""
    marks: list[tuple[str, ...]] = [()] * len(values)
    ends: tuple[str, ...] = ()
    for change in changes:
        day = change.effective.earliest
        said = say("measures.change_of_unit", date=date_text(change.effective), title=change.title)
        lasts = [(at, each.last) for at, each in enumerate(values) if each.last is not None]
        at = next((at for at, last in lasts if day is not None and last >= day), None)
        if at is None:
            ends += (said,)
        else:
            marks[at] += (said,)
    return marks, ends


def _change(before: Measured, after: Measured, why: str | None, indicator: Indicator) -> Stated:
    if why is not None:
        return Stated(say(f"measures.break.{why}"), is_absent=True)
    value, other = after.measurement.value, before.measurement.value
    assert value is not None, "a value is only joined with a value"
    assert other is not None, "a value is only joined with a value"
    return Stated(against("change", value, other, indicator.unit))


def _survey_link(derived: Derived, measured: Measured) -> Link:
    """Return the link to the comparison with other units, or to the survey where there is none."""
    survey, indicator = measured.survey, measured.measurement.indicator
    kind = label("survey_kind", survey.kind)
    name = say("measures.survey", kind=kind, date=survey_time(survey).text)
    if derived.measures.are_compared(indicator, survey.id):
        return Link(name, addresses.comparison(indicator, survey.id))
    return Link(name, f"{addresses.survey(survey.id)}#so-lieu")


def _others(derived: Derived, indicator: Indicator, unit_id: str, others: Iterable[str]) -> tuple[Link, ...]:
    """Return the links to the same indicator on the pages of other units that have values of it."""
    found = [each for each in dict.fromkeys(others) if each != unit_id]
    return tuple(
        Link(unit_link(derived, each).label, f"{addresses.unit(each)}#{series_anchor(indicator)}")
        for each in found
        if indicator.id in derived.measures.of_unit.get(each, {})
    )


def _chart(
    derived: Derived, unit_id: str, indicator: Indicator, rows: Sequence[Row], ends: tuple[str, ...]
) -> Chart | None:
    if sum(row.value is not None for row in rows) < 2:
        return None
    return chart_of(
        "series",
        indicator,
        rows,
        identifier=indicator.id,
        ends=ends,
        unit=unit_link(derived, unit_id).label,
        periods=format_count(len(rows)),
    )
