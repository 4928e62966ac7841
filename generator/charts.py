"""How do values look as a picture? SVG that stands in a page: real text, no script, nothing that only colour says.

Lengths are in units of the picture, which is 360 wide: about a pixel each on a phone. Names stand over or
beside what they name, never at an angle and never only in a legend. A value that is missing is a sentence
where the bar or the dot would be. Colours and the width on the page come from the style sheet; without it
lines and letters have the colour of the text.
"""

import re
import textwrap
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from markupsafe import Markup

from generator.markdown import escape
from generator.parts.chart import Axis, Chart, Row

WIDTH = 360
_LINE = 18
_SMALL_LINE = 16
_LETTER = 7.9
"""How wide a letter is on average in the size of names and values, generously: text is never cut off."""
_SMALL_LETTER = 7.1
_SMALL = 12.5
_BAR = 14
_AXIS = 24
_PLOT = (138, 276)
"""From where to where dots lie: names stand before it, values behind it."""
_NAMES = 130
_SAFE = re.compile(r"[a-z][a-z0-9_-]*")

_ANCHORS = {"start": "", "middle": ' text-anchor="middle"', "end": ' text-anchor="end"'}
_STROKE = 'fill="none" stroke="currentColor"'


class _Scale(NamedTuple):
    """Where on the picture a value lies."""

    axis: Axis
    left: float
    right: float

    def at(self, value: Decimal) -> float:
        share = (value - self.axis.low) / (self.axis.high - self.axis.low)
        return self.left + float(share) * (self.right - self.left)


def bars(chart: Chart) -> Markup:
    """Return one bar for each row, from zero, with its name and its value in letters above it."""
    scale = _Scale(chart.axis, 1, WIDTH - 1)
    targets = {row.target_text for row in chart.rows if row.target_text is not None}
    parts = list(_ticks(scale, y=14))
    y = float(_AXIS)
    if len(targets) == 1:
        parts += [_line("target", 4, y + 2, 4, y + 18, dashed=True), _text("small", 12, y + 15, min(targets))]
        y += 26
    for row in chart.rows:
        shapes, y = _bar(row, scale, y, has_own_target=len(targets) > 1)
        parts += shapes
    return _picture(chart, parts, y)


def dots(chart: Chart) -> Markup:
    """Return one dot for each row, time going down, joined by a line only where the rows say so."""
    scale = _Scale(chart.axis, *_PLOT)
    parts = list(_ticks(scale, y=14))
    points: list[str] = []
    y = float(_AXIS)
    before: tuple[float, float] | None = None
    target: str | None = None
    for row in chart.rows:
        shapes, y = _marks(row.marks, y)
        parts += shapes
        is_first = row.target_text is not None and (row.target_text != target or bool(row.marks))
        shapes, y, point = _dot(row, scale, y, has_label=is_first)
        parts += shapes
        if point is not None:
            points.append(f'<circle class="chart-dot" cx="{_number(point[0])}" cy="{_number(point[1])}" r="5.5"/>')
            if row.is_joined and before is not None:
                parts.append(_line("line", *before, *point))
        before, target = point, row.target_text
    shapes, y = _marks(chart.ends, y)
    return _picture(chart, [*parts, *shapes, *points], y)


def _bar(row: Row, scale: _Scale, y: float, *, has_own_target: bool) -> tuple[list[str], float]:
    """Return a row of bars and where the next one begins."""
    value = "" if row.value is None else row.text
    if value and has_own_target and row.target_text is not None:
        value = f"{value} · {row.target_text}"
    room = WIDTH - 12 - len(value) * _LETTER
    names = _wrapped(row.label, room / _LETTER)
    parts = [_text("name", 0, y + 14 + _LINE * at, name) for at, name in enumerate(names)]
    if value:
        parts.append(_text("value", WIDTH, y + 14, value, anchor="end"))
    y += _LINE * len(names) + 3
    if row.value is None:
        reasons = _wrapped(row.text, WIDTH / _SMALL_LETTER)
        parts += [_text("absent", 0, y + 11 + _SMALL_LINE * at, line) for at, line in enumerate(reasons)]
        return parts, y + _SMALL_LINE * len(reasons) + 10
    zero, end = sorted((scale.at(Decimal(0)), scale.at(row.value)))
    parts.append(
        f'<rect class="chart-bar" x="{_number(zero)}" y="{_number(y)}" width="{_number(max(end - zero, 0.1))}"'
        f' height="{_BAR}" {_STROKE}/>'
    )
    parts.append(_line("zero", scale.at(Decimal(0)), y - 2, scale.at(Decimal(0)), y + _BAR + 2))
    if row.target is not None:
        x = scale.at(row.target)
        parts.append(_line("target", x, y - 2, x, y + _BAR + 2, dashed=True))
    return parts, y + _BAR + 14


def _dot(
    row: Row, scale: _Scale, y: float, *, has_label: bool
) -> tuple[list[str], float, tuple[float, float] | None]:
    """Return a row of dots, where the next one begins, and where the dot lies if there is a value."""
    names = _wrapped(row.label, _NAMES / _SMALL_LETTER)
    reasons = [] if row.value is not None else _wrapped(row.text, (WIDTH - scale.left - 6) / _SMALL_LETTER)
    top = y + (_SMALL_LINE if has_label else 0)
    bottom = top + _SMALL_LINE * max(len(names), len(reasons), 1) + 18
    middle = (top + bottom) / 2
    parts = [_line("grid", scale.at(place), y, scale.at(place), bottom) for place, _ in scale.axis.ticks]
    if row.target is not None and row.target_text is not None:
        x = scale.at(row.target)
        parts += [_within("small", x, y + 13, row.target_text)] if has_label else []
        parts.append(_line("target", x, top + 2 if has_label else top, x, bottom, dashed=True))
    parts += _lines("small", 0, middle, names)
    if row.value is None:
        return [*parts, *_lines("absent", scale.left + 6, middle, reasons)], bottom, None
    parts.append(_text("value", WIDTH, middle + 5, row.text, anchor="end"))
    return parts, bottom, (scale.at(row.value), middle)


def _marks(marks: Iterable[str], y: float) -> tuple[list[str], float]:
    """Return what happened between two values, between two lines across the picture."""
    parts: list[str] = []
    for mark in marks:
        lines = _wrapped(mark, WIDTH / _SMALL_LETTER)
        height = _SMALL_LINE * len(lines) + 10
        parts += [_line("mark", 0, y, WIDTH, y), _line("mark", 0, y + height, WIDTH, y + height)]
        parts += _lines("small", 0, y + height / 2, lines)
        y += height
    return parts, y


def _ticks(scale: _Scale, *, y: float) -> Iterator[str]:
    """Yield the names of the ends of the scale, and of zero where it has room between them."""
    places = [(scale.at(place), text) for place, text in scale.axis.ticks]
    ends = (places[0][0], places[-1][0])
    for x, text in places:
        if x in ends or min(abs(x - end) for end in ends) > 60:
            yield _within("small", x, y, text)
        yield _line("grid", x, y + 3, x, y + 8)
    yield _line("grid", scale.left, y + 8, scale.right, y + 8)


def _picture(chart: Chart, parts: Sequence[str], height: float) -> Markup:
    """Return the whole; the only place where letters become markup, after ``escape`` has been over all texts."""
    assert _SAFE.fullmatch(chart.id), chart.id
    size = f'viewBox="0 0 {WIDTH} {_number(height)}" width="{WIDTH}" height="{_number(height)}" font-size="14"'
    whole = (
        f'<svg role="img" aria-labelledby="{chart.id}_ten {chart.id}_mo_ta" {size} fill="currentColor">',
        f'<title id="{chart.id}_ten">{escape(chart.title)}</title>',
        f'<desc id="{chart.id}_mo_ta">{escape(chart.description)}</desc>',
        *parts,
        "</svg>",
    )
    return Markup("\n".join(whole))


def _lines(kind: str, x: float, middle: float, lines: Sequence[str]) -> list[str]:
    """Return lines of small text around the middle of a row."""
    first = middle - _SMALL_LINE * (len(lines) - 1) / 2 + 4.5
    return [_text(kind, x, first + _SMALL_LINE * at, line) for at, line in enumerate(lines)]


def _within(kind: str, x: float, y: float, text: str) -> str:
    """Return a text over a place, moved as far as needed to stay in the picture."""
    half = len(text) * _SMALL_LETTER / 2
    if x < half:
        return _text(kind, 0, y, text)
    if x > WIDTH - half:
        return _text(kind, WIDTH, y, text, anchor="end")
    return _text(kind, x, y, text, anchor="middle")


def _text(kind: str, x: float, y: float, text: str, *, anchor: str = "start") -> str:
    size = "" if kind in ("name", "value") else f' font-size="{_SMALL}"'
    place = f'x="{_number(x)}" y="{_number(y)}"'
    return f'<text class="chart-{kind}" {place}{size}{_ANCHORS[anchor]}>{escape(text)}</text>'


def _line(kind: str, x1: float, y1: float, x2: float, y2: float, *, dashed: bool = False) -> str:
    way = f"M{_number(x1)} {_number(y1)}L{_number(x2)} {_number(y2)}"
    dashes = ' stroke-dasharray="4 3"' if dashed else ""
    return f'<path class="chart-{kind}" d="{way}" {_STROKE}{dashes}/>'


def _wrapped(text: str, letters: float) -> list[str]:
    if len(text) <= letters:
        return [" ".join(text.split())]
    return textwrap.wrap(text, max(8, int(letters)))


def _number(length: float) -> str:
    return f"{length:.1f}".removesuffix(".0")
