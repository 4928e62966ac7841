"""Which date did somebody mean who wrote it as people or programs do?

The answers are texts of EDTF (see ``model.edtf``), and only those that leave no choice: ``2-9/2024`` may be a day
or eight months, and ``cuối năm 2023`` has no bounds, so neither has an answer. An hour counts only where the day is
the same in Vietnam: a program that holds midnight in Vietnam writes ``2024-12-30T17:00:00Z`` for 31 December.
"""

import re
from collections.abc import Iterator
from typing import Final, Literal, NamedTuple, TypeAlias

from generator.vietnamese.folding import fold

Kind: TypeAlias = Literal["shape", "vietnamese_form"]
"""Whether a text only misses the right spelling, or is a date as people write it."""


def readings(text: str) -> Iterator[tuple[Kind, str]]:
    """Yield what a text may mean in EDTF, likeliest first; what is yielded may still be no day of the calendar."""
    plain = plain_of(text)
    yield "shape", plain.upper()
    if (day := _day_of_a_program(plain)) is not None:
        yield "shape", day
    for kind, form in _SINGLE:
        if match := form.fullmatch(plain):
            yield kind, _spell(match)
    if (span := _span(_LEAD.sub("", plain))) is not None:
        yield "vietnamese_form", span


def plain_of(text: str) -> str:
    """Return a text in lower case, without diacritics, each dash a hyphen and each gap one blank."""
    return fold(re.sub("[\u2010-\u2015\u2212]", "-", text))


# `y`, `m`, `d`, `q` are the parts of a date, `dot` is what stands between them; the words are those for day, month,
# quarter and year.
_D: Final = "(?P<d>[0-9]{1,2})"
_M: Final = "(?P<m>[0-9]{1,2})"
_Y: Final = "(?P<y>[0-9]{4})"
_DOT: Final = " ?(?P<dot>[/.-]) ?"
_SAME: Final = " ?(?(dot)(?P=dot)|[/.-]) ?"
"""Where the first sign is another than the second, nobody knows what belongs together."""

_YEAR_FIRST: Final = re.compile(rf"{_Y}{_DOT}{_M}(?:{_SAME}{_D})?")
_DAY: Final = re.compile(rf"(?:ngay )?{_D}(?:{_DOT}| thang ){_M}(?:(?:{_SAME}| nam ){_Y})?")
_MONTH: Final = re.compile(rf"(?:thang )?{_M}(?: ?[/.-] ?| nam ){_Y}|thang (?P<alone>[0-9]{{1,2}})")
_YEAR: Final = re.compile(rf"(?:trong )?(?:nam )?{_Y}")
_SINGLE: Final[tuple[tuple[Kind, re.Pattern[str]], ...]] = (
    ("shape", _YEAR_FIRST),
    ("vietnamese_form", _DAY),
    ("vietnamese_form", _MONTH),
    ("vietnamese_form", _YEAR),
)
_QUARTER: Final = re.compile(rf"quy (?P<q>[1-4]|i{{1,3}}|iv)(?:(?: ?[/.,-] ?| nam | cua nam | ){_Y})?")
_MONTHS: Final = re.compile(rf"(?P<n>[0-9]{{1,2}}|ba|sau|chin|nua) (?:thang )?(?P<which>dau|cuoi) nam {_Y}")
_COUNTS: Final = {"ba": 3, "sau": 6, "nua": 6, "chin": 9}
_QUARTERS: Final = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_LEAD: Final = re.compile(r"^(?:trong )?(?:(?:giai doan|nhiem ky|thoi gian|thoi ky)(?: tu)? |(?=tu ))(?:tu (?=.))?")
_TO: Final = re.compile(" (?:den|toi)(?: het)? | ?- ?")
_NOW: Final = {"nay", "hien nay"}
_ONLY_A_DAY: Final = re.compile(f"(?:ngay )?{_D}")


class _Span(NamedTuple):
    """The first and the last date of a time, in EDTF; ``XXXX`` stands for a year that is not said."""

    start: str
    end: str


def _spell(match: re.Match[str]) -> str:
    parts = match.groupdict()
    year, month, day = parts.get("y") or "XXXX", parts.get("m") or parts.get("alone"), parts.get("d")
    return year + "".join(f"-{part:0>2}" for part in (month, day) if part)


def _span(plain: str) -> str | None:
    """Return the interval that a text means, None if it may mean several or none."""
    if (whole := _quarter(plain) or _months(plain)) is not None:
        return None if whole.start.startswith("XXXX") else "/".join(whole)
    found = {
        span
        for sign in _TO.finditer(plain)
        if (span := _from_to(plain[: sign.start()], plain[sign.end() :], is_said="-" not in sign[0])) is not None
    }
    return "/".join(found.pop()) if len(found) == 1 else None


def _from_to(start: str, end: str, *, is_said: bool) -> _Span | None:
    """Return the time between two sides; what the first one leaves out is that of the second."""
    last = _Span("", "..") if end in _NOW else _side(end)
    if last is None:
        return None
    if is_said and (day := _ONLY_A_DAY.fullmatch(start)) and re.fullmatch("[0-9X]{4}-[0-9]{2}-[0-9]{2}", last.end):
        return _in_order(f"{last.end[:8]}{day['d']:0>2}", last.end)
    first = _side(start)
    if first is None:
        return None
    if first.start.startswith("XXXX") and last.end[:4].isdigit():
        return _in_order(f"{last.end[:4]}{first.start[4:]}", last.end)
    is_half_known = last.end.startswith("XXXX") != first.start.startswith("XXXX")
    return None if is_half_known else _Span(first.start, last.end)


def _in_order(start: str, end: str) -> _Span | None:
    """Return the time within one year; from November to January it would not be one."""
    return _Span(start, end) if start <= end else None


def _side(plain: str) -> _Span | None:
    single = next((_spell(match) for _, form in _SINGLE if (match := form.fullmatch(plain))), None)
    return _quarter(plain) if single is None else _Span(single, single)


def _quarter(plain: str) -> _Span | None:
    match = _QUARTER.fullmatch(plain)
    if match is None:
        return None
    year, last = match["y"] or "XXXX", 3 * int(_QUARTERS.get(match["q"], match["q"]))
    return _Span(f"{year}-{last - 2:02}", f"{year}-{last:02}")


def _months(plain: str) -> _Span | None:
    match = _MONTHS.fullmatch(plain)
    count = 0 if match is None else int(_COUNTS.get(match["n"], match["n"]))
    if match is None or not 1 < count < 12:
        return None
    first, last = (1, count) if match["which"] == "dau" else (13 - count, 12)
    return _Span(f"{match['y']}-{first:02}", f"{match['y']}-{last:02}")


_TIMED: Final = re.compile(
    r"(?P<date>[0-9/.-]+)(?: ?t ?| )(?P<hour>[0-9]{1,2}):(?P<minute>[0-9]{2})(?::[0-9]{2}(?:[.,][0-9]+)?)?"
    r" ?(?P<zone>z|utc|[+-][0-9]{2}:?(?:[0-9]{2})?)?"
)
_OFFSET_OF_VIETNAM: Final = 7 * 60


def _day_of_a_program(plain: str) -> str | None:
    """Return the day of a point in time, None if it is another day in Vietnam than where the hour was counted."""
    match = _TIMED.fullmatch(plain)
    day = match and next((each for form in (_YEAR_FIRST, _DAY) if (each := form.fullmatch(match["date"]))), None)
    if match is None or day is None or not (day["y"] and day["d"]) or int(match["hour"]) > 23:
        return None
    zone = match["zone"]
    minutes = int(match["hour"]) * 60 + int(match["minute"])
    there = minutes if zone is None else minutes - _offset(zone) + _OFFSET_OF_VIETNAM
    return _spell(day) if 0 <= there < 24 * 60 else None


def _offset(zone: str) -> int:
    if zone in ("z", "utc"):
        return 0
    digits = zone[1:].replace(":", "").ljust(4, "0")
    minutes = int(digits[:2]) * 60 + int(digits[2:])
    return minutes if zone[0] == "+" else -minutes
