"""What does a date in a record say, and how much of a date does it leave open?

The texts are EDTF, the Extended Date/Time Format of the Library of Congress (4 February 2019; ISO 8601-2):

- of level 0 all dates and intervals;
- of level 1 the qualifiers `?` `~` `%`, the decade `202X`, unspecified months and days (`2024-XX`,
  `2024-09-XX`, `2024-XX-XX`), and intervals with an open (`..`) or unknown (empty) side;
- of level 2 the unspecified year (`XXXX-09-08`, `XXXX-09`, `XXXX-XX-08`).

Times of day, seasons and sets are not accepted.
"""

from __future__ import annotations

import datetime
import re
from calendar import monthrange
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final, Literal

from generator.vietnamese.written_dates import plain_of, readings

Precision = Literal["day", "month", "year", "decade", "unknown_year"]

Reason = Literal[
    "shape",  # not an EDTF text at all, or one of a kind that records do not use
    "vietnamese_form",  # a date as people write it: 08/9/2022
    "year_two_digits",  # 22-09-08
    "year",  # before FIRST_YEAR or after LAST_YEAR
    "month",  # there is no thirteenth month
    "day_of_month",  # there is no 31 November
    "order",  # an interval that ends before it starts
    "nothing_known",  # XXXX, ../..: an absence with a reason says this better
    "incomplete",  # a full date is wanted and this is less
]

FIRST_YEAR: Final = 1000
LAST_YEAR: Final = 2999
"""Other years of four digits are slips of the pen; and days counted from these do not leave the calendar."""

OPEN: Final = ".."
"""The side of an interval that has no limit: still going on, or without a beginning."""

_DATE = re.compile(
    "(?![0-9]{3}X-|[0-9]{4}-XX-[0-9])"  # no month of some year in a decade, no day of some month in a year
    "(?P<year>[0-9]{4}|(?P<decade>[0-9]{3})X|XXXX)(?:-(?P<month>[0-9]{2}|XX)(?:-(?P<day>[0-9]{2}|XX))?)?"
    "(?P<mark>[?~%]?)"
)
_LEAP_YEAR = 2000  # in a year that nobody knows, 29 February is possible


class EdtfError(ValueError):
    """A text is not a date that a record may hold.

    `text` is what was written, `reason` a code of `Reason`, `suggestion` the EDTF text that says the same if
    there is only one way to read it, else None.
    """

    def __init__(self, text: str, reason: Reason, suggestion: str | None = None) -> None:
        super().__init__(f"{reason}: {text!r}")
        self.text = text
        self.reason = reason
        self.suggestion = suggestion


@dataclass(frozen=True, slots=True)
class EdtfDate:
    """A date as far as it is known; made by `parse`, equal to another if their texts are equal.

    `year`, `month` and `day` are None where they are not stated. `decade` is the first year of a decade.
    Dates have no order of their own (what is earlier, 2024 or 2024-05?): sort by `sort_bounds`.
    """

    text: str
    year: int | None = field(compare=False)
    month: int | None = field(compare=False)
    day: int | None = field(compare=False)
    decade: int | None = field(default=None, compare=False)
    uncertain: bool = field(default=False, compare=False)
    approximate: bool = field(default=False, compare=False)

    def __str__(self) -> str:
        return self.text

    @property
    def precision(self) -> Precision:
        """The smallest part that is known; `unknown_year` if the year is not, whatever else is."""
        if self.year is None:
            return "unknown_year" if self.decade is None else "decade"
        if self.month is None:
            return "year"
        return "month" if self.day is None else "day"

    @property
    def earliest(self) -> datetime.date | None:
        """The first day that the text can mean, or None if the year is unknown. Marks do not widen it."""
        year = self.decade if self.year is None else self.year
        return None if year is None else datetime.date(year, self.month or 1, self.day or 1)

    @property
    def latest(self) -> datetime.date | None:
        """The last day that the text can mean, or None if the year is unknown. Marks do not widen it."""
        if self.decade is not None:
            return datetime.date(self.decade + 9, 12, 31)
        if self.year is None:
            return None
        month = self.month or 12
        return datetime.date(self.year, month, self.day or monthrange(self.year, month)[1])

    @property
    def sort_bounds(self) -> tuple[datetime.date, datetime.date]:
        """The first and the last possible day, for sorting; without a bound, the ends of the calendar."""
        return self.earliest or datetime.date.min, self.latest or datetime.date.max


Side = EdtfDate | Literal[".."] | None
"""An end of an interval: a date, `OPEN`, or None where the source does not say."""


@dataclass(frozen=True, slots=True)
class EdtfInterval:
    """A time from one date to another; made by `parse`, equal to another if their texts are equal.

    At least one side is a date; both sides belong to the time.
    """

    text: str
    start: Side = field(compare=False)
    end: Side = field(compare=False)

    def __str__(self) -> str:
        return self.text

    @property
    def earliest(self) -> datetime.date | None:
        """The first possible day, or None if the start is open, unknown or without a year."""
        return self.start.earliest if isinstance(self.start, EdtfDate) else None

    @property
    def latest(self) -> datetime.date | None:
        """The last possible day, or None if the end is open, unknown or without a year."""
        return self.end.latest if isinstance(self.end, EdtfDate) else None

    @property
    def sort_bounds(self) -> tuple[datetime.date, datetime.date]:
        """The first and the last possible day, for sorting; without a bound, the ends of the calendar."""
        return self.earliest or datetime.date.min, self.latest or datetime.date.max


def parse(text: str) -> EdtfDate | EdtfInterval:
    """Return the date or the interval that an EDTF text says; `str()` of it gives back the same text.

    Raises EdtfError for any other text, with a suggestion where the meaning is plain.
    """
    return _parse(text)


def parse_day(text: str) -> datetime.date:
    """Return the day of the calendar that a text such as 2024-09-12 says.

    Raises EdtfError, `incomplete` for an EDTF text which says less than a day or is in doubt about it.
    """
    try:
        found = parse(text)
    except EdtfError as error:
        raise EdtfError(text, error.reason, _if_a_day(error.suggestion)) from None
    if not isinstance(found, EdtfDate) or found.earliest is None or _if_a_day(text) is None:
        raise EdtfError(text, "incomplete")
    return found.earliest


def _if_a_day(text: str | None) -> str | None:
    return text if text is not None and re.fullmatch("[0-9]{4}-[0-9]{2}-[0-9]{2}", text) else None


@lru_cache(maxsize=2**14)
def _parse(text: str) -> EdtfDate | EdtfInterval:
    found = _build(text)
    if found is None:
        raise _explain(text)
    return found


def _build(text: str) -> EdtfDate | EdtfInterval | None:
    """Return what a text of the right shape says, None for another shape; raise for an impossible date."""
    if "/" in text:
        return _build_interval(text)
    match = _DATE.fullmatch(text)
    return None if match is None else _build_date(match, text)


def _build_interval(text: str) -> EdtfInterval | None:
    sides: list[Side] = []
    for side in text.split("/"):
        match = _DATE.fullmatch(side)
        if match is None and side not in ("", OPEN):
            return None
        sides.append(_build_date(match, text) if match else OPEN if side == OPEN else None)
    return _checked_interval(EdtfInterval(text, *sides)) if len(sides) == 2 else None


def _checked_interval(interval: EdtfInterval) -> EdtfInterval:
    if not isinstance(interval.start, EdtfDate) and not isinstance(interval.end, EdtfDate):
        raise EdtfError(interval.text, "nothing_known")
    first, last = interval.sort_bounds
    if first > last:
        raise EdtfError(interval.text, "order")
    return interval


def _build_date(match: re.Match[str], whole: str) -> EdtfDate:
    """Return the date of a match of `_DATE`; `whole` is what an error names: of an interval, both sides."""
    date = EdtfDate(
        text=match[0],
        year=_number(match["year"]),
        month=_number(match["month"]),
        day=_number(match["day"]),
        decade=int(match["decade"]) * 10 if match["decade"] else None,
        uncertain=match["mark"] in ("?", "%"),
        approximate=match["mark"] in ("~", "%"),
    )
    if (reason := _what_is_impossible(date)) is not None:
        raise EdtfError(whole, reason)
    return date


def _number(digits: str | None) -> int | None:
    return int(digits) if digits is not None and digits.isdigit() else None


def _what_is_impossible(date: EdtfDate) -> Reason | None:
    if not FIRST_YEAR <= (date.year or date.decade or 0) <= LAST_YEAR and (date.year, date.decade) != (None, None):
        return "year"
    if {date.year, date.decade, date.month, date.day} == {None}:
        return "nothing_known"
    if date.month is not None and not 1 <= date.month <= 12:
        return "month"
    # December stands in for a month that is not stated: it has as many days as a month can have.
    days = monthrange(date.year or _LEAP_YEAR, date.month or 12)[1]
    return None if date.day is None or 1 <= date.day <= days else "day_of_month"


_YEAR_OF_TWO_DIGITS = re.compile("[0-9]{2}(?:-[0-9]{2})?|[0-9]{1,2} ?[/.-] ?[0-9]{1,2} ?[/.-] ?[0-9]{2}")
_PEOPLE_WRITE = re.compile(r"\b(?:ngay|thang|nam|quy)\b|(?<![:0-9])[0-9]{1,2} ?[/.] ?[0-9]")


def _explain(text: str) -> EdtfError:
    """Return why a text of the wrong shape is refused, with what was meant if that is plain and possible."""
    plain = plain_of(text)
    if _YEAR_OF_TWO_DIGITS.fullmatch(plain):
        return EdtfError(text, "year_two_digits")
    for reason, reading in readings(text):
        try:
            if _build(reading) is not None:
                return EdtfError(text, reason, reading)
        except EdtfError as error:
            return EdtfError(text, error.reason)
    return EdtfError(text, "vietnamese_form" if _PEOPLE_WRITE.search(plain) else "shape")
