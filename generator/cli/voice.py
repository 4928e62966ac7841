"""How does the program speak, to a person and to a forge that takes some lines for commands?"""

import os
import re
import sys

from generator.machine import reason
from generator.strings import say

_COMMAND = re.compile(r"^\s*:(?=:)|#(?=#\w*\[)")
"""Where a forge begins to read a command: ``::stop-commands::x`` in front of a line, ``##[group]`` anywhere."""


def tell(text: str) -> None:
    """Print lines of which none is a command of the forge, whoever wrote what stands in them."""
    _print("\n".join(_COMMAND.sub(r"\g<0> ", line) for line in text.splitlines()))


def command(line: str) -> None:
    """Print a line that is meant as a command of the forge."""
    _print(line)


def _print(text: str) -> None:
    """Print at once; whoever has gone (``| head -1``) is not told, and a report that gets lost is no success."""
    try:
        print(text, flush=True)
    except BrokenPipeError:
        _close()
    except OSError as error:
        _close()
        print(say("machine.unheard", reason=reason(error)), file=sys.stderr)
        raise SystemExit(2) from None


def _close() -> None:
    """Let what is still to be printed go nowhere; else Python complains of it once more at the end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
