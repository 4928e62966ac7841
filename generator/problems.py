"""What is wrong, where, and what to do about it?"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeAlias

from generator.strings import say, words

Path: TypeAlias = tuple[str | int, ...]
"""Keys and list positions that lead to a value from the top of its file."""


GUIDE = "schema/quy-tac.md"
"""Where an editor can look up each code."""


class Severity(StrEnum):
    """An error stops the build; a warning asks an editor to look again."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing to mend, at one place.

    ``file`` is relative to the root with forward slashes; ``line`` and ``column`` count from 1.
    ``written`` is what the file says, ``nearest`` the right word it most resembles, ``allowed``
    what may stand there; ``details`` fills the sentences of ``strings/problems.yml``.
    """

    file: str
    line: int
    column: int
    code: str
    written: str = ""
    allowed: str = ""
    nearest: str = ""
    details: tuple[tuple[str, str], ...] = ()

    @property
    def severity(self) -> Severity:
        """Return how grave problems of this code are, as the catalogue says."""
        return Severity(words("problems")[self.code].get("severity", Severity.ERROR))

    @property
    def yields(self) -> bool:
        """Return whether problems of this code are not told where something else is wrong at the same place."""
        return bool(words("problems")[self.code].get("yields", False))


@dataclass(frozen=True, slots=True)
class Place:
    """A value in a file: the keys and positions that lead to it, or in a text its line and column."""

    file: str
    path: Path = ()
    key: bool = False
    line: int | None = None
    column: int = 1

    def __truediv__(self, step: str | int) -> "Place":
        """Return the place one key or one list position further in."""
        return Place(self.file, (*self.path, step))

    def of_key(self) -> "Place":
        """Return the place of the key itself, for problems about the name and not the value."""
        return Place(self.file, self.path, key=True)


@dataclass(frozen=True, slots=True)
class Complaint:
    """What was found wrong, before anybody looked up line and column."""

    place: Place
    code: str
    written: str = ""
    allowed: str = ""
    nearest: str = ""
    details: Mapping[str, str] = field(default_factory=dict)

    def at(self, line: int, column: int) -> Problem:
        """Return the problem, now that its line and column are known."""
        details = tuple(sorted(self.details.items()))
        return Problem(self.place.file, line, column, self.code, self.written, self.allowed, self.nearest, details)


def field_name(model: type, field: str) -> str:
    """Return a field as messages name it: its key and, where there is one, its title: “title” (Tiêu đề)."""
    title = field_title(model, field)
    return f"“{field}” ({title})" if title else f"“{field}”"


def field_title(model: type, field: str) -> str:
    """Return the title of a field, empty where it has none; titles are inherited like the fields."""
    texts = (words("fields").get(each.__name__, {}).get(field) for each in model.__mro__)
    return next((str(text["title"]) for text in texts if text), "")


def sentence(problem: Problem) -> str:
    """Return the one sentence that says what is wrong."""
    return _filled("says", problem)


def remedy(problem: Problem) -> str:
    """Return the sentence that says what to do."""
    return _filled("do", problem)


def as_text(problem: Problem) -> str:
    """Return the problem as a person reads it in a terminal, in three to five lines."""
    file, written = visible(problem.file), visible(problem.written)
    head = f"{file}:{problem.line}:{problem.column}: {_named(problem)}: "
    said = sentence(problem)
    facts = [
        (say("problems.labels.written"), "" if written in said else written),
        (say("problems.labels.allowed"), _filled("allowed", problem) or visible(problem.allowed)),
        (say("problems.labels.nearest"), problem.nearest and f"“{visible(problem.nearest)}”?"),
        (say("problems.labels.do"), remedy(problem)),
    ]
    return "\n".join([head + said, *(f"    {name}: {text}" for name, text in facts if text)])


def anchor_of(code: str) -> str:
    """Return the anchor of a code in the guide."""
    return code.lower()


def as_annotation(problem: Problem) -> str:
    """Return the problem as a workflow command that a forge shows on the line of the file."""
    where = say("problems.labels.look_up_one", guide=f"{GUIDE}#{anchor_of(problem.code)}")
    body = "\n".join([*as_text(problem).split("\n")[1:], where])
    message = _escaped_data(f"{sentence(problem)}\n{body}")
    place = f"file={_escaped_property(visible(problem.file))},line={problem.line},col={problem.column}"
    title = f"{_escaped_property(say(f'problems.labels.{problem.severity}'))} {problem.code}"
    return f"::{problem.severity} {place},title={title}::{message}"


def summary(problems: Iterable[Problem]) -> str:
    """Return the closing count, e.g. "2 lỗi, 1 cảnh báo trong 2 tệp"."""
    found = list(problems)
    if not found:
        return say("problems.labels.none")
    errors = sum(problem.severity is Severity.ERROR for problem in found)
    files = len({problem.file for problem in found})
    return say("problems.labels.count", errors=errors, warnings=len(found) - errors, files=files)


def has_errors(problems: Iterable[Problem]) -> bool:
    """Return whether anything here stops the build."""
    return any(problem.severity is Severity.ERROR for problem in problems)


def _named(problem: Problem) -> str:
    """Return "lỗi R31" or "cảnh báo R07"."""
    return f"{say(f'problems.labels.{problem.severity}')} {problem.code}"


def _filled(part: str, problem: Problem) -> str:
    entry = words("problems")[problem.code]
    known = {"written": problem.written, "nearest": problem.nearest, "list": problem.allowed}
    filled = {name: visible(text) for name, text in (*known.items(), *problem.details)}
    return str(entry.get(part, "")).format(**filled)


def visible(text: str) -> str:
    """Return people's text as one line on which all of it can be seen, and which no forge takes for a command.

    A forge reads the lines that are printed: ``::`` at their beginning, which only our own words can have here,
    and ``##[`` anywhere. A terminal obeys control characters, and would show other text than stands there.
    """
    seen = text if text.isprintable() else "".join(map(_visible, text))
    return _COMMAND.sub("# ", seen)


_COMMAND = re.compile(r"#(?=#\w*\[)")


def _visible(letter: str) -> str:
    if letter.isprintable() or letter == "\u00a0":
        return letter
    return "⏎" if letter == "\n" else f"⟨U+{ord(letter):04X}⟩"


def _escaped_data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _escaped_property(text: str) -> str:
    return _escaped_data(text).replace(":", "%3A").replace(",", "%2C")
