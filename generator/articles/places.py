"""At which line and column of its file does a part of an article stand?"""

from collections.abc import Iterable
from typing import NamedTuple

from markdown_it.token import Token

from generator.load import Article


class Spot(NamedTuple):
    """A line and a column of a file, counted from 1."""

    line: int
    column: int


class Places:
    """The lines of one article; what is asked for in the order of the text is found fastest and best."""

    def __init__(self, article: Article) -> None:
        self._lines = article.body.split("\n")
        self._first = article.body_line
        self._ends: dict[int, int] = {}
        """How far each line was looked at: the cells of a table share one line."""

    def line(self, number: int) -> str:
        """Return the text of a line of the body; lines count from 0."""
        return self._lines[number]

    def of_line(self, number: int) -> Spot:
        """Return where the text of a line of the body begins; lines count from 0."""
        text = self._lines[number]
        return Spot(self._first + number, len(text) - len(text.lstrip()) + 1)

    def of_text(self, text: str, numbers: Iterable[int] | None = None) -> Spot | None:
        """Return where a text stands first on these lines of the body, on all if none are given."""
        for number in range(len(self._lines)) if numbers is None else numbers:
            start = self._lines[number].find(text)
            if start >= 0:
                return Spot(self._first + number, start + 1)
        return None

    def rest_of_row(self, number: int) -> tuple[str, Spot] | None:
        """Return what stands behind the cells of a table's row that were asked for, and where."""
        line = self._lines[number]
        rest = line[self._ends.get(number, 0) :].lstrip("| \t")
        return (rest, Spot(self._first + number, len(line) - len(rest) + 1)) if rest else None

    def within(self, block: Token) -> "Within":
        """Return the places of the text of a block: of a paragraph, a heading or a cell."""
        first, _ = block.map or (0, 0)
        starts = [self._start(first + number, part) for number, part in enumerate(block.content.split("\n"))]
        return Within(block.content, self._first + first, tuple(starts))

    def _start(self, number: int, part: str) -> int:
        line = self._lines[number].rstrip() if number < len(self._lines) else ""
        part = part.rstrip()
        looked_at = self._ends.get(number, 0)
        ending = len(line) - len(part)
        if "|" in line:  # perhaps the cells of a table, where a bar is escaped
            part = part if part in line else part.replace("|", "\\|")
            start = line.find(part, looked_at)
        else:
            start = ending if line.endswith(part) else line.find(part, looked_at)
        if start < 0:  # a tabulator was cut
            return max(looked_at, len(line) - len(line.lstrip()))
        self._ends[number] = start + len(part)
        return start


class Within(NamedTuple):
    """The text of one block and where each of its lines stands."""

    content: str
    first: int
    starts: tuple[int, ...]

    def at(self, offset: int) -> Spot:
        """Return the place of an offset in the text."""
        number = self.content.count("\n", 0, offset)
        column = offset - (self.content.rfind("\n", 0, offset) + 1)
        return Spot(self.first + number, self.starts[number] + column + 1)
