"""Which command, on which records, as of which day?"""

import argparse
import datetime
import time
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, NoReturn

from generator.cli import build, check, schema, serve
from generator.cli.asked import Asked
from generator.model.edtf import EdtfError, parse_day
from generator.strings import say

COMMANDS = {"check": check.run, "build": build.run, "serve": serve.run, "schema": schema.run}
VIETNAM = datetime.timezone(datetime.timedelta(hours=7))
"""Deadlines pass at midnight in Việt Nam, wherever the machine stands."""


class _WrongUseError(Exception):
    """What was typed cannot be run; the text says why."""


class _Formatter(argparse.HelpFormatter):
    def add_usage(
        self, usage: str | None, actions: Iterable[Any], groups: Iterable[Any], prefix: str | None = None
    ) -> None:
        super().add_usage(usage, actions, groups, say("interface.usage") if prefix is None else prefix)


class _Parser(argparse.ArgumentParser):
    """Answers in Vietnamese what argparse would say in English."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings, formatter_class=_Formatter, add_help=False)

    def error(self, message: str) -> NoReturn:
        raise _WrongUseError(say("interface.wrong_use", usage=self.format_usage()))


def main(arguments: Sequence[str]) -> int:
    """Run one command; return 0 when all is good, 1 for problems in the records, 2 for wrong use."""
    try:
        given = _parser().parse_args(arguments)
    except _WrongUseError as error:
        print(error)
        return 2
    root = Path(given.root)
    if not (root / "data").is_dir():
        print(say("interface.no_data", root=root))
        return 2
    started = time.perf_counter()
    today = given.today or datetime.datetime.now(VIETNAM).date()
    if given.as_of is not None and given.as_of > today:
        print(say("interface.as_of_future"))
        return 2
    asked = Asked(root, today, given.as_of or today, given.format, given.port)
    code = COMMANDS[given.command](asked)
    print(say("interface.took", seconds=f"{time.perf_counter() - started:.1f}".replace(".", ",")))
    return code


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="python -m generator", description=say("interface.about"))
    parser.add_argument_group(say("interface.options")).add_argument(
        "-h", "--help", action="help", help=say("interface.help")
    )
    commands = parser.add_subparsers(
        dest="command", required=True, metavar="|".join(COMMANDS), title=say("interface.command")
    )
    for name in COMMANDS:
        parsing = commands.add_parser(
            name, help=say(f"interface.commands.{name}"), description=say(f"interface.commands.{name}")
        )
        command = parsing.add_argument_group(say("interface.options"))
        command.add_argument("-h", "--help", action="help", help=say("interface.help"))
        command.add_argument("--root", default=".", help=say("interface.root"))
        command.add_argument("--today", type=_day, default=None, help=say("interface.today"))
        command.add_argument("--as-of", type=_day, default=None, help=say("interface.as_of"))
        command.add_argument("--format", choices=("text", "github"), default="text", help=say("interface.format"))
        command.add_argument("--port", type=int, default=8000, help=say("interface.port"))
    return parser


def _day(text: str) -> datetime.date:
    try:
        return parse_day(text)
    except EdtfError:
        raise _WrongUseError(say("interface.bad_day", written=text) + "\n" + say("interface.see_help")) from None
