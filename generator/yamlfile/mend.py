"""Which parts of a file can be read although others cannot?

A mistake of writing makes the parser give up, and all that stands below it would go unread. Here the file is read
part by part: an entry of a mapping or an item of a list that cannot be read by itself is left out, and where it has
parts of its own, only those of them that cannot. Lines stay in their places, so that what is told of the rest is
told at the right line.
"""

import re
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Final, NamedTuple, TypeAlias

import yaml

from generator.yamlfile.syntax import KEY_OR_ITEM, indent, no_break_spaces, syntax_faults
from generator.yamlfile.text import Fault
from generator.yamlfile.tree import MAXIMUM_DEPTH, Builder, SwallowedError, UnreadableError

Path: TypeAlias = tuple[str | int, ...]

UNKNOWN: Final = "*"
"""Stands at the end of a path for a key that nobody can read, and at its beginning where the level is unknown."""
AN_ITEM: Final = -1
"""Stands in a path for an item of a list that is left out: those below it have moved up."""

_MOST_LEFT_OUT = 20
"""As many parts that cannot be read are told one by one; a file with more is no record."""
_LONGEST_QUOTE = 30
"""As many lines at the left of its key a text in quotation marks is believed to go on."""
_KEY: Final = re.compile(r"""(?P<key>"[^"]*"|'[^']*'|[^\s#:'"\[{-][^:#]*?) *:(?P<value>(?: .*)?)$""")
_LIKE_A_FIELD: Final = re.compile("[a-z_]+")
_WORD: Final = re.compile(r"\w+")
_MARKER: Final = re.compile(r"(?:---|\.\.\.)(?: |$)")


class Readable(NamedTuple):
    """What can be read of a file: the text that can, its tree (None where there is none), and what is refused.

    ``lost`` are the paths where parts that cannot be read would have stood.
    """

    text: str
    tree: Any
    faults: list[Fault]
    lost: frozenset[Path] = frozenset()


def readable(text: str, faults: Sequence[Fault] = ()) -> Readable:
    """Return what can be read of the text of a file; ``faults`` are those already known of it. Never raises."""
    if text and not text.endswith("\n"):
        text += "\n"  # the parser drops a last line of blanks that nothing ends
    builder = Builder(text, noted := list(faults))
    try:
        return Readable(text, builder.build(), noted)
    except UnreadableError:
        # Of two documents the first is whole; what is too deep, or has a list for a key, is not.
        return Readable(text, builder.root if builder.has_ended else None, noted, frozenset({(UNKNOWN,)}))
    except yaml.MarkedYAMLError as error:
        why = syntax_faults(text, error, builder.last_quoted)
    except SwallowedError as error:
        why = [error.fault]
    return _without_what_is_wrong(text, faults) or Readable(text, None, [*faults, *why])


def _without_what_is_wrong(text: str, faults: Sequence[Fault]) -> Readable | None:
    left = mended(text)
    builder = Builder(left.text, noted := [*faults, *left.faults])
    try:
        tree = builder.build()
    except UnreadableError:
        tree = builder.root if builder.has_ended else None
    except (yaml.MarkedYAMLError, SwallowedError):
        return None
    return Readable(left.text, tree or None, noted, frozenset(left.lost)) if left.lost else None


@dataclass(slots=True)
class Mended:
    """A file in which what cannot be read is left blank, why it cannot, and the paths where it would have stood."""

    lines: list[str]
    faults: list[Fault] = field(default_factory=list)
    lost: set[Path] = field(default_factory=set)

    @property
    def text(self) -> str:
        """What is left to read."""
        return "\n".join(self.lines)


class _Entry(NamedTuple):
    """The lines of an entry of a mapping, or of an item of a list; the last one is not its own any more."""

    start: int
    end: int


def mended(text: str) -> Mended:
    """Return a file without what cannot be read in it."""
    found = Mended(text.split("\n"))
    _mend_all(found, 0, len(found.lines), ())
    return found


def _mend_all(found: Mended, start: int, end: int, path: Path) -> bool:
    """Leave out the entries between two lines that cannot be read, and return whether one is left."""
    entries = deque(_entries(found.lines, start, end))
    if not entries:
        return False
    column, of_list = indent(found.lines[entries[0].start]), _is_item(found.lines[entries[0].start])
    left, before = 0, path
    while entries:
        if len(found.faults) >= _MOST_LEFT_OUT:
            found.lost.add((UNKNOWN,))
            _blank(found, _Entry(entries[0].start, end))
            break
        entry = _whole(found.lines, entries, of_list=of_list)
        first = found.lines[entry.start]
        if KEY_OR_ITEM.match(first) is None and before != path:
            found.lost.add(before)  # the line may be the rest of the text above it
        before = (*path, left if of_list else _name_in(first))
        if indent(first) != column:
            found.lost.add((UNKNOWN, _name_in(first)))
            _leave_out(found, entry, path, [_stray(first)], of_list=of_list)
        elif _mend(found, entry, (*path, left) if of_list else path, of_list=of_list):
            left += 1
    return left > 0


def _mend(found: Mended, entry: _Entry, path: Path, *, of_list: bool) -> bool:
    """Leave out of one entry what cannot be read; return whether something is left. A list's path has its index."""
    faults = _faults_of(found.lines[entry.start : entry.end], list if of_list else dict)
    if not faults:
        return True
    if len(path) < MAXIMUM_DEPTH:
        mend_inside = _mend_item if of_list else _mend_below_key
        is_left = mend_inside(found, entry, path)
        if is_left is not None:
            if not is_left:
                _blank(found, entry)
            return is_left
    _leave_out(found, entry, path[:-1] if of_list else path, faults, of_list=of_list)
    return False


def _mend_item(found: Mended, entry: _Entry, path: Path) -> bool | None:
    """Mend the mapping that is an item of a list; None if it is none. The dash holds what is left of it."""
    first = found.lines[entry.start]
    column = indent(first)
    inner = first[column + 1 :].lstrip(" ")
    if inner and _KEY.match(inner) is None:
        return None
    found.lines[entry.start] = inner.rjust(len(first))
    is_left = _mend_all(found, entry.start, entry.end, path)
    if is_left:
        found.lines[entry.start] = first if found.lines[entry.start] else f"{first[:column]}-"
    else:
        inside = {each for each in found.lost if each[: len(path)] == path}
        found.lost -= inside
        found.lost.add((*path[:-1], AN_ITEM))
    return is_left


def _mend_below_key(found: Mended, entry: _Entry, path: Path) -> bool | None:
    """Mend what stands below a key; None if nothing stands there that has parts."""
    match = _KEY.match(found.lines[entry.start].strip(" "))
    has_parts = match is not None and not match["value"].partition(" #")[0].strip(" ")
    if match is None or not has_parts or not _entries(found.lines, entry.start + 1, entry.end):
        return None
    return _mend_all(found, entry.start + 1, entry.end, (*path, _unquoted(match["key"])))


def _leave_out(found: Mended, entry: _Entry, path: Path, faults: Sequence[Fault], *, of_list: bool) -> None:
    found.faults += [replace(fault, line=fault.line + entry.start) for fault in faults]
    found.lost |= set(_lost_in(found.lines[entry.start : entry.end], path, of_list=of_list))
    _blank(found, entry)


def _lost_in(lines: Sequence[str], path: Path, *, of_list: bool) -> Iterator[Path]:
    """Yield what may be missed when lines are left out; a key that stands too far in may be one of any level."""
    names = [_name_in(line) for line in lines if line.strip(" ")]
    is_indented_by_tabs = lines[0].lstrip(" ").startswith("\t")
    yield (*path, AN_ITEM if of_list else names[0] or UNKNOWN)
    if is_indented_by_tabs:
        yield (UNKNOWN, names[0])
    keys = (match["key"] for line in lines[1:] if (match := _KEY.match(line.strip(" "))) is not None)
    yield from ((UNKNOWN, key) for key in keys if _LIKE_A_FIELD.fullmatch(key))


def _name_in(line: str) -> str:
    """Return the key of a line, or the word that may be one whose colon is missing; empty if there is none."""
    text = line.lstrip(" \t-")
    match = _KEY.match(text)
    if match is not None:
        return _unquoted(match["key"])
    word = _WORD.match(text)
    return "" if word is None else word[0]


def _blank(found: Mended, entry: _Entry) -> None:
    found.lines[entry.start : entry.end] = [""] * (entry.end - entry.start)


def _whole(lines: Sequence[str], entries: deque[_Entry], *, of_list: bool) -> _Entry:
    """Take the next entry, with the lines that stand as far left and yet belong to its text in quotation marks."""
    entry = entries.popleft()
    longer, count = entry, 0
    while count < min(len(entries), _LONGEST_QUOTE) and KEY_OR_ITEM.match(lines[entries[count].start]) is None:
        longer, count = _Entry(entry.start, entries[count].end), count + 1
        if not _faults_of(lines[longer.start : longer.end], list if of_list else dict):
            for _ in range(count):
                entries.popleft()
            return longer
    return entry


def _entries(lines: Sequence[str], start: int, end: int) -> list[_Entry]:
    """Return the entries of a mapping or list between two lines; lines further in belong to the one above."""
    told = [
        number
        for number in range(start, end)
        if (text := lines[number].strip(" ")) and text[0] != "#" and not _MARKER.match(lines[number])
    ]
    if not told:
        return []
    column, of_list = indent(lines[told[0]]), _is_item(lines[told[0]])
    starts = [
        number
        for number in told
        if indent(lines[number]) <= column and (of_list or number == told[0] or not _is_item(lines[number]))
    ]
    return [_Entry(*each) for each in zip(starts, [*starts[1:], end], strict=True)]


def _is_item(line: str) -> bool:
    text = line.strip(" ")
    return text == "-" or text.startswith("- ")


def _faults_of(lines: Sequence[str], kind: type[object]) -> list[Fault]:
    """Return why an entry cannot be read by itself; nothing if it can, whatever else is wrong with it."""
    text, faults = "\n".join(lines), list[Fault]()
    builder = Builder(text, faults)
    try:
        tree = builder.build()
    except yaml.MarkedYAMLError as error:
        cut = [fault for fault in faults if fault.code == "Y31"]
        return cut or syntax_faults(text, error, builder.last_quoted)
    except SwallowedError as error:
        return [error.fault]
    except UnreadableError:
        return faults
    return [] if isinstance(tree, kind) else no_break_spaces(text) or [_stray(lines[0])]


def _stray(line: str) -> Fault:
    """Return the fault of a line that is neither key nor item where one is wanted."""
    return Fault(1, indent(line) + 1, "Y00", line.strip(" ")[:80])


def _unquoted(key: str) -> str:
    return key[1:-1] if key[0] in "\"'" else key
