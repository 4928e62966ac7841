"""Do the forge and the site show the same of an article, and where not?

The last word on an article, spoken over what the renderer really makes of it, with its own extensions: every
element is on a short list, every target is one that was judged, and block by block readers see what the forge's
own program (cmark-gfm) shows to editors.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from functools import lru_cache
from html.parser import HTMLParser
from typing import Any

from cmarkgfm import github_flavored_markdown_to_html
from cmarkgfm.cmark import Options

from generator.articles.faults import ArticleFault
from generator.articles.parsing import parsed
from generator.articles.places import Places
from generator.articles.reading import read_article
from generator.articles.shown import Block, blocks
from generator.articles.writing import rendered_source
from generator.dialect import renderer
from generator.load import Article

_AS_FORGE = Options.CMARK_OPT_FOOTNOTES | Options.CMARK_OPT_SOURCEPOS

_PLAIN = (
    "blockquote",
    "br",
    "code",
    "del",
    "em",
    "hr",
    "p",
    "pre",
    "strong",
    "table",
    "tbody",
    "thead",
    "tr",
    "ul",
)
_ALLOWED: dict[str, frozenset[str]] = {
    **dict.fromkeys(_PLAIN, frozenset()),
    **dict.fromkeys(("h2", "h3", "h4", "h5", "h6", "li", "sup"), frozenset({"id"})),
    **dict.fromkeys(("td", "th"), frozenset({"align"})),
    "a": frozenset({"aria-label", "class", "href", "title"}),
    "img": frozenset({"alt", "src", "title"}),
    "ol": frozenset({"class", "start"}),
}
"""The elements of an article and their attributes."""

_SHOWN = 40


@lru_cache(maxsize=1_000)
def disagreements(article: Article) -> tuple[ArticleFault, ...]:
    """Return where the site would show something else than the forge.

    What the site makes of a block that is refused anyway says nothing: beside other faults only those blocks are
    compared that hold none.
    """
    faults = read_article(article).faults
    html = _renderer().reset().convert(rendered_source(article))
    forge, ours = blocks(github_flavored_markdown_to_html(article.body, _AS_FORGE)), blocks(html)
    pairs = list(_unlike(forge, ours))
    if faults:
        touched = parsed(article.body).lines_of_blocks(fault.line - article.body_line for fault in faults)
        seen = {block.seen for block in ours}
        pairs = [
            (block, other) for block, other in pairs if block.line - 1 not in touched and block.seen not in seen
        ]
    return (*(() if faults else _strange(article, html)), *(_told(article, *pair) for pair in pairs))


def _strange(article: Article, html: str) -> Iterator[ArticleFault]:
    targets = frozenset(_as_one_line(link.target) for link in read_article(article).links)
    yield from (ArticleFault("C01", tag[:_SHOWN], article.body_line, 1) for tag in strange_tags(html, targets))


def strange_tags(html: str, targets: frozenset[str]) -> list[str]:
    """Return the tags of an article that are not on the short list, or that lead to another target than these."""
    judge = _Judge(targets)
    judge.feed(html)
    judge.close()
    return judge.found


class _Judge(HTMLParser):
    """Looks at every tag."""

    def __init__(self, targets: frozenset[str]) -> None:
        super().__init__()
        self.found: list[str] = []
        self._targets = targets

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        known = attributes.keys() <= _ALLOWED.get(tag, frozenset()) and tag in _ALLOWED
        if not known or not all(map(self._is_judged, _targets_of(attributes))):
            self._complain()

    def handle_comment(self, data: str) -> None:
        self.found.append(f"<!--{data}")

    def handle_decl(self, decl: str) -> None:
        self.found.append(f"<!{decl}")

    def handle_pi(self, data: str) -> None:
        self.found.append(f"<?{data}")

    def unknown_decl(self, data: str) -> None:
        self.found.append(f"<![{data}")

    def _complain(self) -> None:
        self.found.append(self.get_starttag_text() or "")

    def _is_judged(self, target: str) -> bool:
        """Return whether a target stands among the links of the article, or is an anchor that was made here."""
        return not self._targets.isdisjoint({target, target.removeprefix("@")}) or target.startswith("#")


def _targets_of(attributes: dict[str, str]) -> list[str]:
    return [_as_one_line(attributes[name]) for name in ("href", "src") if name in attributes]


def _as_one_line(target: str) -> str:
    """Return a target as it is written for the renderer, or as HTML gives it back."""
    return " ".join(target.split())


def _unlike(forge: list[Block], ours: list[Block]) -> Iterator[tuple[Block, Block]]:
    """Yield each block of the forge that readers of the site do not see so, with what they see in its place."""
    by_forge, by_us = (_each_once(block.seen for block in side) for side in (forge, ours))
    for kind, start, end, first, _ in SequenceMatcher(None, by_forge, by_us, autojunk=False).get_opcodes():
        if kind == "equal":
            continue
        for number in range(start, max(end, start + 1)):
            block = forge[min(number, len(forge) - 1)] if forge else Block("")
            yield block, ours[first + number - start] if first + number - start < len(ours) else Block("")


def _each_once(texts: Iterable[str]) -> list[tuple[str, int]]:
    """Return texts with the number of times that each was there before: many equal ones take long to compare."""
    seen: Counter[str] = Counter()
    numbered = []
    for text in texts:
        numbered.append((text, seen[text]))
        seen[text] += 1
    return numbered


def _told(article: Article, block: Block, other: Block) -> ArticleFault:
    line, words = block.difference(other)
    places, first = Places(article), max(line - 1, 0)
    spot = places.of_text(words.split(" ")[0], range(first, article.body.count("\n") + 1))
    return ArticleFault("C16", words[:_SHOWN], *(spot or places.of_line(first)))


@lru_cache(maxsize=1)
def _renderer() -> Any:
    return renderer()
