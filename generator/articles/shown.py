"""What does a reader see of an article's HTML, whichever program made it?

Two programs write the same thing differently: blanks between blocks, the address of a footnote, the box of a
task. That is evened out here; what is left is equal exactly where readers see the same.
"""

import re
from html.parser import HTMLParser
from typing import NamedTuple

_EMPTY = frozenset({"br", "hr", "img", "input"})
"""Elements without an end."""

_INVISIBLE = frozenset({"section", "sup"})
"""Elements that programs put around notes, each in its own way."""

_DANGEROUS = re.compile("(?:javascript|vbscript|file|data):", re.IGNORECASE)
"""Targets that are refused as links, and that the forge leaves out of its HTML."""

_MEANT = ("align", "alt", "href", "src", "start", "title")
_BLOCK = "blockquote|h[1-6]|hr|li|ol|p|table|tbody|td|th|thead|tr|ul"
_BLANKS = r"(?<!\s)\s*"  # from their first one only: to try from each takes long where there are many
_PERCENT = re.compile("(?:%[0-9A-Fa-f]{2})+")
_TAG = re.compile("<[^>]*>")
_EVENED_OUT = (
    (re.compile(rf"{_BLANKS}(</?(?:{_BLOCK})\b[^>]*>)\s*"), r"\1"),
    (re.compile(rf"{_BLANKS}(<pre\b[^>]*>|<br>)"), r"\1"),
    (re.compile(r"(<br>|</pre>)\s*"), r"\1"),
    (re.compile(rf"{_BLANKS}</code></pre>"), "</code></pre>"),
    (re.compile(r"([☐☑])\s*(<p>)?\s*"), r"\2\1 "),
)


_LINE = re.compile("\ue000([0-9]+)\ue001")
"""Within a tag: the line of the source at which its element begins, for ``Block.difference``."""


class Difference(NamedTuple):
    """The line of the source, from 1, by which two blocks differ (0: nobody said), and what is seen there."""

    line: int
    words: str


class Block(NamedTuple):
    """A block at the top of an article: what is seen of it, and the same with the lines of the source."""

    seen: str
    located: str = ""

    @property
    def line(self) -> int:
        """Return the line of the source, from 1, at which it begins; 0 if nobody said."""
        first = _LINE.search(self.located)
        return int(first[1]) if first else 0

    def difference(self, other: "Block") -> Difference:
        """Return where another block first shows something else."""
        pairs = enumerate(zip(self.seen, other.seen, strict=False))
        shorter = min(len(self.seen), len(other.seen))
        start = next((number for number, (one, two) in pairs if one != two), shorter)
        if self.seen.rfind("<", 0, start) > self.seen.rfind(">", 0, start):
            start = self.seen.rfind("<", 0, start)  # within a tag
        return Difference(self._line(start), _words(self.seen[start:]) or _words(self.seen))

    def _line(self, place: int) -> int:
        first, *pieces = _LINE.split(self.located)
        line, passed = 0, len(first)
        for number, text in zip(pieces[0::2], pieces[1::2], strict=True):
            if passed > place and line:
                break
            line, passed = int(number), passed + len(text)
        return line


def blocks(html: str) -> list[Block]:
    """Return the blocks of an article one after the other."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.blocks


class _Reader(HTMLParser):
    """Takes HTML apart into blocks."""

    def __init__(self) -> None:
        super().__init__()
        self.blocks: list[Block] = []
        self._parts: list[str] = []
        self._open: list[str] = []
        self._is_skipping = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        if tag == "a" and _is_added(attributes):
            self._is_skipping = True
        elif tag == "input":
            self._parts.append("☑" if "checked" in attributes else "☐")
        elif tag not in _INVISIBLE:
            line, _, _ = attributes.get("data-sourcepos", "").partition(":")
            mark = f"\ue000{line}\ue001" if line else ""
            self._parts.append(f"<{tag}{mark}{''.join(_attributes(attributes))}>")
            if tag not in _EMPTY:
                self._open.append(tag)
            self._end_of_block()

    def handle_endtag(self, tag: str) -> None:
        if tag == "a" and self._is_skipping:
            self._is_skipping = False
        elif tag not in _INVISIBLE | _EMPTY:
            self._parts.append(f"</{tag}>")
            if self._open:
                self._open.pop()
            self._end_of_block()

    def handle_data(self, data: str) -> None:
        if not self._is_skipping:
            self._parts.append(data if "pre" in self._open else re.sub(r"[ \t\n]+", " ", data))

    def _end_of_block(self) -> None:
        if not self._open:
            located = _evened_out("".join(self._parts))
            self.blocks.append(Block(_LINE.sub("", located), located))
            self._parts = []


def _is_added(attributes: dict[str, str]) -> bool:
    """Return whether a link is no part of the text: to a heading itself, or from a note back to its call."""
    return attributes.get("class") in ("headerlink", "footnote-backref") or "aria-label" in attributes


def _attributes(attributes: dict[str, str]) -> list[str]:
    told = {name: attributes[name] for name in _MEANT if name in attributes}
    for name in ("href", "src"):
        if name in told:
            target = _PERCENT.sub(_decoded, told[name].removeprefix("@"))
            told[name] = "" if _DANGEROUS.match(target) else target
    if told.get("href", "").startswith("#"):
        del told["href"]  # of notes
    return [f" {name}={value}" for name, value in told.items()]


def _decoded(match: re.Match[str]) -> str:
    return bytes.fromhex(match[0].replace("%", "")).decode(errors="replace")


def _words(seen: str) -> str:
    return " ".join(_TAG.sub(" ", seen).split())


def _evened_out(seen: str) -> str:
    for pattern, replacement in _EVENED_OUT:
        seen = pattern.sub(replacement, seen)
    return seen.strip()
