"""How is a number written in Vietnamese?

A full stop parts the thousands and a comma the decimals, as in CLDR's Vietnamese data. The minus is the sign
of mathematics (U+2212), not CLDR's hyphen: some screen readers leave a hyphen out and read a fall as a rise,
and among figures of equal width only the sign is as wide as they are. Files for machines keep the plain text.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

NUMBER_PATTERN: Final = r"(-?)(0|[1-9][0-9]*)(?:\.([0-9]+))?"
"""How records write a number: sign, whole part, decimals after a full stop; no blanks, no zeros in front.

A text such as 07001 is a code or a count in running words, and must not be grouped as if it were an amount.
"""

RECORDED_NUMBER_PATTERN: Final = r"-?(?:0|[1-9][0-9]{0,14})(?:\.[0-9]{1,8})?"
"""A number of a record: at most 15 digits and 8 decimals, so that whatever is counted of it is exact."""

_MINUS = "\u2212"
_NUMBER = re.compile(NUMBER_PATTERN)
_IN_THOUSANDS = re.compile(
    r"-?[1-9][0-9]{0,2}(?:(?:\.[0-9]{3}){2,}|(?:\.[0-9]{3})+(?=,)|(?:[ _][0-9]{3})+)(?:,[0-9]+)?"
)
_AMBIGUOUS = re.compile("-?[1-9][0-9]{0,2},[0-9]{3}")


def format_number(number: str | int | Decimal) -> str:
    """Return the number in Vietnamese writing with exactly its decimals: "1234.50" becomes "1.234,50".

    A text must have the form of `NUMBER_PATTERN`. Raises ValueError for another text and for what is not
    finite, TypeError for a float, whose decimals are not those of any source.
    """
    parts = _NUMBER.fullmatch(_plain(number))
    if parts is None:
        raise ValueError(f"not a number: {number!r}")
    minus, whole, decimals = parts.groups()
    grouped = f"{Decimal(whole):,}".replace(",", ".")
    return (_MINUS if minus else "") + grouped + ("" if decimals is None else f",{decimals}")


def format_percent(number: str | int | Decimal) -> str:
    """Return a number of hundredths with its sign, without a blank between: "98.59" becomes "98,59%".

    Raises what `format_number` raises.
    """
    return f"{format_number(number)}%"


def number_meant(text: str) -> str:
    """Return the number that somebody meant who wrote it as people do: “1.234.567,8%” is 1234567.8.

    Empty where it could be another: “1,234” is a little more than one, or the thousands of an English text.
    """
    plain = re.sub("[\u2212\u2013]", "-", text.strip()).removesuffix("%").rstrip(" ")
    if _IN_THOUSANDS.fullmatch(plain):
        plain = re.sub("[. _]", "", plain)
    plain = plain if _AMBIGUOUS.fullmatch(plain) else plain.replace(",", ".")
    return plain if _NUMBER.fullmatch(plain) else ""


def format_count(count: int) -> str:
    """Return how many things there are, in Vietnamese writing: 1234 becomes "1.234".

    Raises ValueError for a negative count.
    """
    if count < 0:
        raise ValueError(f"nothing is counted below zero: {count}")
    return format_number(count)


def _plain(number: str | int | Decimal) -> str:
    if isinstance(number, float):
        raise TypeError(f"a float has no decimals of its own: {number!r}")
    return f"{number:f}" if isinstance(number, Decimal) else str(number)
