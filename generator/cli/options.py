"""Which options are there? Each command names those that mean something to it."""

import datetime
import re
from argparse import Namespace
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from generator.model.edtf import FIRST_YEAR, LAST_YEAR, EdtfError, parse_day
from generator.strings import say

VIETNAM = datetime.timezone(datetime.timedelta(hours=7))
"""Deadlines pass at midnight in Việt Nam, wherever the machine stands."""


class WrongUseError(Exception):
    """What was typed cannot be run; the text says why, in Vietnamese."""


class Option(NamedTuple):
    """An option of the command line; ``about`` names its explanation in ``strings/interface.yml``."""

    name: str
    about: str
    read: Callable[[str], object] = str
    default: object = None
    choices: tuple[str, ...] | None = None


class Command(NamedTuple):
    """A command: its options, and what it does with them; it returns the exit code."""

    options: tuple[Option, ...]
    run: Callable[[Namespace], int]


class Days(NamedTuple):
    """The day on which the records are checked, and the day as of which the site is shown."""

    today: datetime.date
    as_of: datetime.date


def days(given: Namespace) -> Days:
    """Return the days that were given; what was not is today, in Việt Nam."""
    today: datetime.date = given.today or datetime.datetime.now(VIETNAM).date()
    as_of: datetime.date = getattr(given, "as_of", None) or today
    if as_of > today:
        raise WrongUseError(say("interface.as_of_future"))
    return Days(today, as_of)


def _root(text: str) -> Path:
    root = Path(text)
    if not (root / "data").is_dir():
        raise WrongUseError(say("interface.no_data", root=root))
    return root


def _day(text: str) -> datetime.date:
    try:
        return parse_day(text)
    except EdtfError:
        raise WrongUseError(say("interface.bad_day", written=text, first=FIRST_YEAR, last=LAST_YEAR)) from None


def _port(text: str) -> int:
    if not re.fullmatch("[0-9]{1,5}", text) or not 1 <= int(text) <= 65_535:
        raise WrongUseError(say("interface.bad_port", written=text))
    return int(text)


ROOT = Option("--root", "root", _root, default=".")
TODAY = Option("--today", "today", _day)
AS_OF = Option("--as-of", "as_of", _day)
FORMAT = Option("--format", "format", default="text", choices=("text", "github"))
PORT = Option("--port", "port", _port, default=8000)
