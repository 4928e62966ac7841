"""What does the parser find in an article? GitHub Flavored Markdown; each link remembers where it stands."""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from typing import Any, NamedTuple

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from mdit_py_plugins.gfm import gfm_plugin

DEPTH = 60
"""So deep the parser follows lists in quotes in lists; whatever lies deeper it would leave out."""

MOST_BRACKETS = 50
"""So many brackets may be open at a time."""

AT, END = "at", "end"
"""In a token's ``meta``: from where to where in the text of its block it stands; a link begins with its target."""

LABEL = "label"
"""In the ``meta`` of a link whose target stands elsewhere: the name of the reference."""

_BRACKET = re.compile(r"[\[\]]")
_SCHEMES = ("http", "https", "mailto", "xmpp")

InlineRule = Callable[[StateInline, bool], bool]


class Parsed(NamedTuple):
    """What the parser finds in an article: tokens with line maps (from 0), references and footnotes by name."""

    tokens: tuple[Token, ...]
    references: dict[str, tuple[int, int]]
    """The first and the last line of each definition of a link's target."""
    tangled_lines: tuple[int, ...]
    """Lines (from 0) from which on more brackets are open than anybody can read: there they count as letters."""
    idle_footnotes: tuple[str, ...]
    """Footnotes that are written and that nothing in the text calls: they are left out."""

    def lines_of_blocks(self, lines: Iterable[int]) -> frozenset[int]:
        """Return these lines (from 0) with all others of the blocks in which they stand."""
        spans = [range(*token.map) for token in self.tokens if token.map]
        found = set(lines)
        return frozenset(found.union(*(span for span in spans if not found.isdisjoint(span))))


@lru_cache(maxsize=1_000)
def parsed(body: str) -> Parsed:
    """Return what stands in the Markdown of an article without its title."""
    tangled, readable = _untangled(body)
    environment: dict[str, Any] = {}
    tokens = _parser().parse(readable, environment)
    references = {
        name: (target["map"][0], target["map"][1] - 1) for name, target in environment.get("references", {}).items()
    }
    footnotes: dict[str, int] = environment.get("footnotes", {}).get("refs", {})
    idle = () if tangled else (name.removeprefix(":") for name, number in footnotes.items() if number == -1)
    return Parsed(tuple(tokens), references, tangled, tuple(idle))


def _untangled(body: str) -> tuple[tuple[int, ...], str]:
    """Return the lines at which too many brackets are open, and the text without the brackets around these lines.

    To close so many the parser looks very long. Brackets count from one empty line to the next.
    """
    lines, tangled = body.split("\n"), []
    for first, last in _stretches(lines):
        if (line := _tangled_line(lines, range(first, last))) is not None:
            tangled.append(line)
            lines[first:last] = [_BRACKET.sub("x", each) for each in lines[first:last]]
    return tuple(tangled), "\n".join(lines)


def _stretches(lines: list[str]) -> Iterator[tuple[int, int]]:
    """Yield from which line to which one stand between two empty lines."""
    start = 0
    for number, line in enumerate([*lines, ""]):
        if not line.strip():
            yield start, number
            start = number + 1


def _tangled_line(lines: list[str], numbers: range) -> int | None:
    depth = 0
    for number in numbers:
        for bracket in _BRACKET.findall(lines[number]):
            depth = depth + 1 if bracket == "[" else max(depth - 1, 0)
            if depth > MOST_BRACKETS:
                return number
    return None


class _Parser(MarkdownIt):
    """The parser, but every target becomes a link as it is written: it is judged, not silently left as text."""

    def validateLink(self, url: str) -> bool:  # noqa: N802
        return True

    def normalizeLink(self, url: str) -> str:  # noqa: N802
        return url

    def normalizeLinkText(self, link: str) -> str:  # noqa: N802
        return link


@lru_cache(maxsize=1)
def _parser() -> MarkdownIt:
    parser = _Parser("commonmark", {"maxNesting": DEPTH, "store_labels": True}).use(gfm_plugin)
    # What is escaped stays apart from the text around it: "\$" is no sign of the forge.
    parser.disable("text_join")
    for rule in list(parser.inline.ruler.__rules__):
        if rule.name in _PLACED:
            parser.inline.ruler.at(rule.name, _placed(rule.name, rule.fn))
    return parser


def _placed(name: str, rule: InlineRule) -> InlineRule:
    """Return a rule of the parser that also notes where its token stands."""
    place = _PLACED[name]

    def placed(state: StateInline, silent: bool) -> bool:
        if name == "gfm_autolink_protocol" and not state.pending.endswith(_SCHEMES):
            return False  # the rule finds this out itself, but looks at all that is pending
        start, before = state.pos, len(state.tokens)
        done = rule(state, silent)
        token = next((each for each in state.tokens[before:] if each.type != "text"), None)
        if token is not None and not silent:
            token.meta |= {AT: place(state, start, token), END: state.pos}
        return done

    return placed


def _start(state: StateInline, start: int, token: Token) -> int:
    return start


def _target(state: StateInline, start: int, token: Token) -> int:
    """Return where the target of ``[text](target)`` stands; of a link by reference, where the link does."""
    if LABEL in token.meta:
        return start
    bracket = start + (token.type == "image")
    position = state.pos
    end = state.md.helpers.parseLinkLabel(state, bracket, token.type != "image")
    state.pos = position
    target: int = end + 2  # "](" lies between
    while state.src[target] in " \t\n":
        target += 1
    return target + (state.src[target] == "<")


def _address(state: StateInline, start: int, token: Token) -> int:
    """Return where an address stands that is its own text."""
    shown = state.tokens[-2].content
    return state.pos - len(shown) - (state.src[state.pos - 1] == ">" and state.src[start] == "<")


_PLACED: dict[str, Callable[[StateInline, int, Token], int]] = {
    "link": _target,
    "image": _target,
    "html_inline": _start,
    "footnote_ref": _start,
    "backticks": _start,
    "autolink": _address,
    "gfm_autolink_www": _address,
    "gfm_autolink_protocol": _address,
    "gfm_autolink_email": _address,
}
