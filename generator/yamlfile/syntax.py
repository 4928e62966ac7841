"""Why could the parser not go on? Its findings as faults that an editor can mend."""

import re
from typing import Any

import yaml

from generator.yamlfile.text import Fault, place_of

NO_BREAK_SPACE_AT_COLON = re.compile(
    "^[ -]*(?P<key>[A-Za-z_]+)(?:[\u00a0\u2007\u202f]+:|:[\u00a0\u2007\u202f])", re.MULTILINE
)

KEY_OR_ITEM = re.compile(r"""[ ]*(?:- +|-$|["']?[\w.-]+["']?[ ]*:(?:[ ]|$))""")
"""The beginning of a line that holds a key or an item of a list."""

_REASONS = (
    ("scanning an anchor", "Y06", True),
    ("scanning an alias", "Y07", True),
    ("tag", "Y08", True),
    ("directive", "Y09", True),
    ("escape", "Y32", False),  # below those in which there may be escapes of another kind, %41
    ("hexdecimal", "Y32", False),
    ("quoted scalar", "Y04", True),
    ("flow", "Y04", True),
    ("mapping values are not allowed", "Y05", False),
)
"""What the parser says, its code, and whether the mark that opened the trouble tells more than where it ended."""

_SIGNS = {"Y06": 1, "Y07": 1, "Y08": 0}
"""Faults of a sign at the beginning of a text, and how much of the sign their sentence already shows."""

_CLOSED_TOO_EARLY = re.compile(r"[^\"']*?[:-] +(?P<quote>[\"']).*(?P=quote) *$")


def indent(line: str) -> int:
    """Return how many blanks a line begins with."""
    return len(line) - len(line.lstrip(" "))


def syntax_faults(text: str, error: yaml.MarkedYAMLError, last_quoted: Any = None) -> list[Fault]:
    """Return why the parser gave up; a no-break space beside a colon explains itself better.

    ``last_quoted`` is the last text in quotation marks that was read: where it ends, its closing mark may be wrong.
    """
    return no_break_spaces(text) or [_closed_too_early(text, error, last_quoted) or _fault(text, error)]


def _closed_too_early(text: str, error: yaml.MarkedYAMLError, last_quoted: Any) -> Fault | None:
    """Return the fault of a text over several lines that ends right before what the parser cannot read."""
    if last_quoted is None or error.problem_mark is None:
        return None
    start, end, problem = last_quoted.start_mark, last_quoted.end_mark, error.problem_mark
    between = text[end.index : problem.index]
    if start.line == end.line or problem.line != end.line or between.strip(" "):
        return None
    return Fault(start.line + 1, start.column + 1, "Y04", text.split("\n")[start.line].strip()[:80])


def no_break_spaces(text: str) -> list[Fault]:
    """Return every no-break space beside the colon of a key: the line then is no key at all."""
    return [
        Fault(*place_of(text, match.end() - 1), "Y13", match["key"])
        for match in NO_BREAK_SPACE_AT_COLON.finditer(text)
    ]


def _fault(text: str, error: yaml.MarkedYAMLError) -> Fault:
    said = f"{error.context or ''}: {error.problem or ''}"
    code, at_opening = next(((code, opening) for part, code, opening in _REASONS if part in said), ("Y00", False))
    mark = (at_opening and error.context_mark) or error.problem_mark or error.context_mark
    line, column = (mark.line + 1, mark.column + 1) if mark is not None else (1, 1)
    written = (text.split("\n")[line - 1 : line] or [""])[0]
    too_early = _CLOSED_TOO_EARLY.match(written[: column - 1])
    if "\t" in written[: len(written) - len(written.lstrip())]:
        code = "Y03"
    elif written.lstrip().startswith(":"):
        code = "Y17"
    elif code == "Y00" and too_early:
        code, column = "Y04", too_early.start("quote") + 1
    if code == "Y32":
        column = written.rfind("\\", 0, column) + 1
        return Fault(line, column, code, written[column - 1 : column + 1])
    shown = written[column - 1 + _SIGNS[code] :].split(" ")[0] if code in _SIGNS else written.strip()
    return Fault(line, column, code, shown[:80])
