"""What does a command cost? Run as a process of its own, so that nothing is warm and memory is its own."""

import os
import resource
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

PROJECT = Path(__file__).resolve().parents[2]

_BYTES = 1 if sys.platform == "darwin" else 1024
"""In what ``ru_maxrss`` is counted."""
_SHOWN_LINES = 20


class CommandError(Exception):
    """A command failed, so that there is nothing to measure; what it said."""


class Cost(NamedTuple):
    """CPU seconds (user and system, children too), peak memory in bytes, and what was printed."""

    seconds: float
    peak: int
    said: str


def cost_of(module: str, *arguments: str) -> Cost:
    """Run ``python -m module arguments`` and return its cost; raise ``CommandError`` if it fails."""
    command = [sys.executable, "-m", module, *arguments]
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1"}
    with subprocess.Popen(
        command, cwd=PROJECT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    ) as process:
        assert process.stdout is not None
        said = process.stdout.read()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        raise CommandError("\n".join((" ".join(command), *said.splitlines()[-_SHOWN_LINES:])))
    return Cost(usage.ru_utime + usage.ru_stime, usage.ru_maxrss * _BYTES, said)


def spent() -> float:
    """Return the CPU seconds that this process and its children have used."""
    used = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(each.ru_utime + each.ru_stime for each in used)


def peak() -> int:
    """Return the most bytes of memory that this process has had at once."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * _BYTES
