"""What does a broken example change, and what is reported of it? Reads a case as ``tests/broken`` writes it."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

ACTIONS = ("change", "file", "remove", "link", "pipe", "folder", "closed", "large")
"""What a case does to a file of the small valid root; ``output`` ends it with what is printed then."""

_HEADING = re.compile(rf"^=== ({'|'.join(ACTIONS)}|output)(?: (.+))?\n", re.MULTILINE)
_REPORTED = r"^.+:\d+:\d+: \D+ {code}: .*\n(?:    .*\n)*"


class Section(NamedTuple):
    """One step of a case: an action, the file it is done to, relative to the root, and what it needs."""

    action: str
    file: str
    content: str


def sections(case: str) -> list[Section]:
    """Return what a case asks for; its output is the last."""
    _, *parts = _HEADING.split(case)
    found = [
        Section(*each) for each in zip(parts[0::3], (file or "" for file in parts[1::3]), parts[2::3], strict=True)
    ]
    if not found or found[-1].action != "output":
        raise ValueError("a case ends with its output")
    return found


def reported(case: str, code: str) -> str:
    """Return the first problem of a code in the output of a case, empty if there is none."""
    match = re.search(_REPORTED.format(code=code), sections(case)[-1].content, re.MULTILINE)
    return match[0].rstrip("\n") if match else ""


def hunks(content: str) -> Iterator[tuple[str, str]]:
    """Yield what a change replaces by what: each run of "-" lines by the run of "+" lines that follows."""
    for removed, added in re.findall(r"((?:^-.*\n)+)((?:^\+.*\n)*)", content, re.MULTILINE):
        yield re.sub("^-", "", removed, flags=re.M), re.sub(r"^\+", "", added, flags=re.M)


def shortest(cases: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return for each code the shortest of its cases, given as (name, text); a name begins with the code."""
    by_length = sorted(cases, key=lambda case: (-len(case[1]), case[0]))
    return {name.partition("-")[0]: text for name, text in by_length}
