"""How is a date said in Vietnamese?

A day has two digits; a month has two digits only if it is January or February (08/9/2022, 01/02/2023), as
administrative documents in Vietnam write it. The words come from `generator/strings/dates.yml`.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from typing import Literal, Protocol


class StatedDate(Protocol):
    """A date as far as its source states it; what it does not state is None."""

    @property
    def year(self) -> int | None:
        """The year."""

    @property
    def month(self) -> int | None:
        """The month, 1 to 12."""

    @property
    def day(self) -> int | None:
        """The day of the month, 1 to 31."""

    @property
    def decade(self) -> int | None:
        """The first year of the decade, if no more is stated."""

    @property
    def uncertain(self) -> bool:
        """Is the statement itself in doubt?"""

    @property
    def approximate(self) -> bool:
        """Is the date only near the one that is stated?"""


class StatedInterval(Protocol):
    """A time between two dates; a side is `..` if time has no limit there, None if the source states none."""

    @property
    def start(self) -> StatedDate | Literal[".."] | None:
        """Where the time begins."""

    @property
    def end(self) -> StatedDate | Literal[".."] | None:
        """Where the time ends."""


def show_day(day: datetime.date, words: Mapping[str, str]) -> str:
    """Return a day of the calendar as Vietnamese offices write it: 08/9/2022."""
    return words["day"].format(**_figures(day.year, day.month, day.day))


def show_date(date: StatedDate, words: Mapping[str, str]) -> str:
    """Return what a date states, with what it leaves open: "08/9 (nguồn không ghi năm)", "khoảng năm 2024".

    `words` are those of `dates.yml`; a missing one raises KeyError.
    """
    return _with_notes(_show_stated(date, words), _notes(date, words), words)


def show_interval(interval: StatedInterval, words: Mapping[str, str]) -> str:
    """Return a time in words: "từ tháng 3/2021 đến 12/9/2024".

    It lasts until the time of the report if its end is `..`: what the source calls "đến nay" is past by now. Of
    an end that is None the text says that the source does not state it.
    Raises ValueError if neither side is a date.
    """
    start, end = _date_or_none(interval.start), _date_or_none(interval.end)
    if start is not None and end is not None:
        return words["from_to"].format(start=show_date(start, words), end=show_date(end, words))
    if start is not None:
        return _show_from(start, words, until_now=interval.end is not None)
    if end is not None:
        return _show_to(end, words, is_start_missing=interval.start is None)
    raise ValueError("an interval without a date says nothing")


def _date_or_none(side: StatedDate | Literal[".."] | None) -> StatedDate | None:
    return None if isinstance(side, str) else side


def _show_from(start: StatedDate, words: Mapping[str, str], *, until_now: bool) -> str:
    sentence, missing = ("from_until_now", []) if until_now else ("from", [words["note_end_not_stated"]])
    said = words[sentence].format(start=_show_stated(start, words))
    return _with_notes(said, [*_notes(start, words), *missing], words)


def _show_to(end: StatedDate, words: Mapping[str, str], *, is_start_missing: bool) -> str:
    missing = [words["note_start_not_stated"]] if is_start_missing else []
    said = words["to"].format(end=_show_stated(end, words))
    return _with_notes(said, [*_notes(end, words), *missing], words)


def _show_stated(date: StatedDate, words: Mapping[str, str]) -> str:
    shown = words[_form(date)].format(decade=date.decade, **_figures(date.year, date.month, date.day))
    return words["approximate"].format(date=shown) if date.approximate else shown


def _form(date: StatedDate) -> str:
    """The key of the words for what is stated; a day of a year comes with its month."""
    if date.decade is not None:
        return "decade"
    if date.year is None:
        return _form_without_year(date)
    if date.month is None:
        return "year"
    return "month" if date.day is None else "day"


def _form_without_year(date: StatedDate) -> str:
    if date.month is None:
        return "day_without_month"
    return "month_without_year" if date.day is None else "day_without_year"


def _notes(date: StatedDate, words: Mapping[str, str]) -> list[str]:
    notes = []
    if date.year is None and date.decade is None:
        missing = "note_year_not_stated" if date.month is not None else "note_month_and_year_not_stated"
        notes.append(words[missing])
    if date.uncertain:
        notes.append(words["note_uncertain"])
    return notes


def _with_notes(said: str, notes: Sequence[str], words: Mapping[str, str]) -> str:
    if not notes:
        return said
    return words["with_notes"].format(date=said, notes=words["between_notes"].join(notes))


def _figures(year: int | None, month: int | None, day: int | None) -> dict[str, str]:
    """Write the parts of a date: a zero before days below ten, and before January and February only."""
    return {
        "year": "" if year is None else str(year),
        "month": "" if month is None else f"{month:02}" if month <= 2 else str(month),
        "day": "" if day is None else f"{day:02}",
    }
