"""Which command, with which options?"""

import argparse
import time
from collections.abc import Iterable, Sequence
from typing import Any, NoReturn

from generator.cli import build, check, schema, serve
from generator.cli.options import Option, WrongUseError
from generator.cli.refusals import refused
from generator.cli.voice import tell
from generator.strings import say
from generator.vietnamese.folding import nearest
from generator.workplace import UnfitSiteError

COMMANDS = {
    "check": check.COMMAND,
    "build": build.COMMAND,
    "serve": serve.COMMAND,
    "schema": schema.COMMAND,
}
_INTERRUPTED = 130
"""What a shell gives for a program that Ctrl+C ended."""


def main(arguments: Sequence[str]) -> int:
    """Run one command; return 0 if all is good, 1 for problems in the records, 2 if it could not be run here."""
    started = time.perf_counter()
    try:
        given = _read(arguments)
        code = COMMANDS[given.command].run(given)
    except WrongUseError as error:
        tell(f"{error}\n" + say("interface.see_help"))
        return 2
    except (OSError, UnfitSiteError) as error:
        tell(refused(error))
        return 2
    except KeyboardInterrupt:
        tell(say("interface.interrupted"))
        return _INTERRUPTED
    tell(say("interface.took", seconds=f"{time.perf_counter() - started:.1f}".replace(".", ",")))
    return code


def _read(arguments: Sequence[str]) -> argparse.Namespace:
    name = next((each for each in arguments if not each.startswith("-")), None)
    if name is not None and name not in COMMANDS:
        right = nearest(name, COMMANDS)
        meant = say("interface.meant", right=right) if right else ""
        raise WrongUseError(say("interface.unknown_command", written=name, commands=", ".join(COMMANDS)) + meant)
    given, unknown = _parser().parse_known_args(arguments)
    if unknown:
        options = ", ".join(each.name for each in COMMANDS[given.command].options)
        allowed = say("interface.allowed_options", options=options) if options else say("interface.no_options")
        raise WrongUseError(say("interface.unknown_option", written=unknown[0], command=given.command) + allowed)
    return given


class _Formatter(argparse.HelpFormatter):
    def add_usage(
        self, usage: str | None, actions: Iterable[Any], groups: Iterable[Any], prefix: str | None = None
    ) -> None:
        super().add_usage(usage, actions, groups, say("interface.usage") if prefix is None else prefix)


class _Parser(argparse.ArgumentParser):
    """Answers in Vietnamese what argparse would say in English; an option is written out in full."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings, formatter_class=_Formatter, add_help=False, allow_abbrev=False)

    def error(self, message: str) -> NoReturn:
        raise WrongUseError(say("interface.wrong_use", usage=self.format_usage().rstrip()))

    def _print_message(self, message: str, file: object = None) -> None:
        tell(message.rstrip())


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="python -m generator", description=say("interface.about"))
    parser.add_argument_group(say("interface.options")).add_argument(
        "-h", "--help", action="help", help=say("interface.help")
    )
    commands = parser.add_subparsers(
        dest="command", required=True, metavar="|".join(COMMANDS), title=say("interface.command")
    )
    for name, command in COMMANDS.items():
        about = say(f"interface.commands.{name}")
        group = commands.add_parser(name, help=about, description=about).add_argument_group(
            say("interface.options")
        )
        group.add_argument("-h", "--help", action="help", help=say("interface.help"))
        for option in command.options:
            _add(group, option)
    return parser


def _add(group: argparse._ArgumentGroup, option: Option) -> None:
    group.add_argument(
        option.name,
        type=option.read,
        default=option.default,
        choices=option.choices,
        help=say(f"interface.option.{option.about}"),
    )
