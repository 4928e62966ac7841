"""How does the forge read an article? As GitHub Flavored Markdown; each link remembers where it stands.

The forge shows an editor the article while it is written, so its reading is the one that counts: the site shows
what this parser found (``writing``), and an editor hears of what it found and the site refuses (``reading``).
"""

from collections.abc import Callable
from functools import lru_cache
from typing import Any, NamedTuple

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from mdit_py_plugins.gfm import gfm_plugin

DEPTH = 60
"""So deep the parser follows lists in quotes in lists; whatever lies deeper it would leave out."""

AT, END = "at", "end"
"""In a token's ``meta``: from where to where in the text of its block it stands; a link begins with its target."""

LABEL = "label"
"""In the ``meta`` of a link whose target stands elsewhere: the name of the reference."""

InlineRule = Callable[[StateInline, bool], bool]


class Forge(NamedTuple):
    """What the forge finds in an article: tokens with line maps (from 0), references and footnotes by name."""

    tokens: tuple[Token, ...]
    references: dict[str, tuple[int, int]]
    """The first and the last line of each definition of a link's target."""
    idle_footnotes: tuple[str, ...]
    """Footnotes that are written and that nothing in the text calls: the forge leaves them out."""


@lru_cache(maxsize=1_000)
def read_as_forge(body: str) -> Forge:
    """Return what the forge finds in the Markdown of an article without its title."""
    environment: dict[str, Any] = {}
    tokens = _parser().parse(body, environment)
    references = {
        name: (target["map"][0], target["map"][1] - 1) for name, target in environment.get("references", {}).items()
    }
    footnotes: dict[str, int] = environment.get("footnotes", {}).get("refs", {})
    idle = tuple(name.removeprefix(":") for name, number in footnotes.items() if number == -1)
    return Forge(tuple(tokens), references, idle)


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
            parser.inline.ruler.at(rule.name, _placed(rule.fn, _PLACED[rule.name]))
    return parser


def _placed(rule: InlineRule, place: Callable[[StateInline, int, Token], int]) -> InlineRule:
    """Return a rule of the parser that also notes where its token stands."""

    def placed(state: StateInline, silent: bool) -> bool:
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
