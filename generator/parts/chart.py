"""What does a picture of values show? Rows with their places on one axis, and all of it also in words."""

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from generator.derive.measures import Measured
from generator.model.catalogue import Indicator
from generator.strings import say
from generator.vietnamese.numbers import format_count, format_number

_ROUND_STEPS = (1, 2, 5, 10)


class Row(NamedTuple):
    """One value of a picture, or in ``text`` why there is none: then nothing is drawn, least of all a zero."""

    label: str
    value: Decimal | None
    text: str
    target: Decimal | None = None
    target_text: str | None = None
    is_joined: bool = False
    """Whether a line leads here from the row before."""
    marks: tuple[str, ...] = ()
    """What happened between the row before and this one."""


class Axis(NamedTuple):
    """The ends of the scale, which always holds zero, and the places on it that are named."""

    low: Decimal
    high: Decimal
    ticks: tuple[tuple[Decimal, str], ...]


class Chart(NamedTuple):
    """A picture. The ``id`` is unique on its page and has only letters, digits, hyphens and underscores."""

    id: str
    title: str
    description: str
    axis: Axis
    rows: tuple[Row, ...]
    ends: tuple[str, ...] = ()
    """What happened after the last row."""


def chart_of(
    kind: str,
    indicator: Indicator,
    rows: Sequence[Row],
    *,
    identifier: str,
    ends: tuple[str, ...] = (),
    **said: str,
) -> Chart:
    """Return a picture of rows of which at least one has a value; ``said`` fills its title.

    ``kind`` is ``compared`` or ``series``, after which its words are named in ``strings/measures.yml``.
    """
    values = sorted(row.value for row in rows if row.value is not None)
    axis = _axis(indicator, values + [row.target for row in rows if row.target is not None])
    missing = len(rows) - len(values)
    others = (
        say("measures.chart.some_missing", missing=format_count(missing))
        if missing
        else say("measures.chart.none_missing")
    )
    description = say(
        f"measures.chart.{kind}.description",
        low=short(axis.low, indicator),
        high=short(axis.high, indicator),
        valued=format_count(len(values)),
        least=short(values[0], indicator),
        greatest=short(values[-1], indicator),
        others=others,
        **said,
    )
    title = say(f"measures.chart.{kind}.title", indicator=indicator.name, **said)
    return Chart(f"bieu_do_{identifier}", title, description, axis, tuple(rows), ends)


def short(number: str | Decimal, indicator: Indicator) -> str:
    """Return a number as it stands in a picture: of its unit only the sign of percent, "62,5%", "1.234"."""
    sign = indicator.unit[0]
    return format_number(number) + (sign if sign in "%‰" else "")


def row_of(indicator: Indicator, measured: Measured, name: str, absent: str) -> Row:
    """Return a value as a row of a picture, ``absent`` where there is none."""
    value, target = measured.measurement.value, measured.measurement.target
    return Row(
        label=name,
        value=None if value is None else Decimal(value),
        text=absent if value is None else short(value, indicator),
        target=None if target is None else Decimal(target),
        target_text=None if target is None else say("measures.target_label", value=short(target, indicator)),
    )


def _axis(indicator: Indicator, numbers: Sequence[Decimal]) -> Axis:
    """Return a scale from zero: to the greatest that the indicator can have, else to a round number."""
    greatest, least = max(*numbers, Decimal(0)), min(*numbers, Decimal(0))
    known = None if indicator.maximum is None else Decimal(indicator.maximum)
    high = known if known is not None and known > 0 and known >= greatest else _round_above(greatest)
    low = -_round_above(-least) if least < 0 else Decimal(0)
    places = sorted({low, Decimal(0), high or Decimal(1)})
    return Axis(low, high or Decimal(1), tuple((place, short(place, indicator)) for place in places))


def _round_above(number: Decimal) -> Decimal:
    """Return the least of 1, 2, 5, 10, 20, 50 … (or 0.1, 0.2 …) that is not below the number; zero for zero."""
    if number == 0:
        return number
    power = Decimal(1).scaleb(number.adjusted())
    return next(step * power for step in _ROUND_STEPS if step * power >= number)
