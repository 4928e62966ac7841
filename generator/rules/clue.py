"""What does a kind of personal data look like in a text?

Every pattern is bounded: however long a text is, each of its letters is looked at a limited number of times.
Texts are in plain spelling (``generator.vietnamese.disguise``).
"""

import re
from collections.abc import Callable
from typing import NamedTuple, TypeAlias

Excuse: TypeAlias = Callable[[re.Match[str]], bool]
"""Whether what surrounds a match, or how it is written, tells that it is something else."""

_BEFORE = 80
"""So many letters before a match are looked at."""


class Clue(NamedTuple):
    """A pattern whose group ``found`` is personal data of a kind, unless it is excused."""

    kind: str
    """As ``problems.R50.kinds`` names it to editors."""
    pattern: re.Pattern[str]
    excused: Excuse = lambda _: False


def before(match: re.Match[str], length: int = _BEFORE) -> str:
    """Return what stands before a match in its paragraph, only its end if it is long."""
    start = match.start()
    return match.string[max(0, start - length) : start].rpartition("\n\n")[2]


def gap(match: re.Match[str]) -> str:
    """Return what stands within a match before its group ``found``."""
    return match.string[match.start() : match.start("found")]
