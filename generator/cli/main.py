"""Which command, on which records, as of which day?"""

import argparse
import datetime
import time
from collections.abc import Sequence
from pathlib import Path

from generator.cli import build, check, schema, serve
from generator.cli.asked import Asked
from generator.model.edtf import EdtfError, parse_day
from generator.strings import words

COMMANDS = {"check": check.run, "build": build.run, "serve": serve.run, "schema": schema.run}
VIETNAM = datetime.timezone(datetime.timedelta(hours=7))
"""Deadlines pass at midnight in Việt Nam, wherever the machine stands."""


def main(arguments: Sequence[str]) -> int:
    """Run one command; return 0 when all is good, 1 for problems in the records, 2 for wrong use."""
    given = _parser().parse_args(arguments)
    says = words("interface")
    root = Path(given.root)
    if not (root / "data").is_dir():
        print(says["no_data"].format(root=root))
        return 2
    started = time.perf_counter()
    today = given.today or datetime.datetime.now(VIETNAM).date()
    if given.as_of is not None and given.as_of > today:
        print(says["as_of_future"])
        return 2
    asked = Asked(root, today, given.as_of or today, given.format, given.port)
    code = COMMANDS[given.command](asked)
    print(says["took"].format(seconds=f"{time.perf_counter() - started:.1f}".replace(".", ",")))
    return code


def _parser() -> argparse.ArgumentParser:
    says = words("interface")
    parser = argparse.ArgumentParser(prog="python -m generator", description=says["about"])
    commands = parser.add_subparsers(dest="command", required=True, metavar="|".join(COMMANDS))
    for name in COMMANDS:
        command = commands.add_parser(name, help=says["commands"][name], description=says["commands"][name])
        command.add_argument("--root", default=".", help=says["root"])
        command.add_argument("--today", type=_day, default=None, help=says["today"])
        command.add_argument("--as-of", type=_day, default=None, help=says["as_of"])
        command.add_argument("--format", choices=("text", "github"), default="text", help=says["format"])
        command.add_argument("--port", type=int, default=8000, help=says["port"])
    return parser


def _day(text: str) -> datetime.date:
    try:
        return parse_day(text)
    except EdtfError:
        raise argparse.ArgumentTypeError(words("interface")["bad_day"].format(written=text)) from None
