"""Do the forge and the site show the same of an article, and where not?

The last word on an article, spoken over what the renderer really makes of it, with its own extensions: every
element is on a short list, every target is one that was judged, and block by block readers see what the forge's
own program (cmark-gfm) shows to editors.
"""

from collections.abc import Iterator
from difflib import SequenceMatcher
from functools import lru_cache
from html.parser import HTMLParser
from typing import Any

from cmarkgfm import github_flavored_markdown_to_html
from cmarkgfm.cmark import Options

from generator.articles.faults import ArticleFault
from generator.articles.places import Places
from generator.articles.reading import read_article
from generator.articles.shown import Block, blocks
from generator.articles.writing import rendered_source
from generator.dialect import renderer
from generator.load import Article

_AS_FORGE = Options.CMARK_OPT_FOOTNOTES | Options.CMARK_OPT_UNSAFE | Options.CMARK_OPT_SOURCEPOS

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
    """Return where the site would show something else than the forge, for an article without other faults."""
    converter = _renderer().reset()
    html = converter.convert(rendered_source(article))
    targets = frozenset(link.target for link in read_article(article).links)
    strange = (ArticleFault("C01", tag[:_SHOWN], article.body_line, 1) for tag in strange_tags(html, targets))
    return (*strange, *_different(article, html))


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
        return target.removeprefix("@") in self._targets or target.startswith("#")


def _targets_of(attributes: dict[str, str]) -> list[str]:
    return [" ".join(attributes[name].split()) for name in ("href", "src") if name in attributes]


def _different(article: Article, html: str) -> Iterator[ArticleFault]:
    forge = blocks(github_flavored_markdown_to_html(article.body, _AS_FORGE))
    ours = blocks(html)
    by_forge, by_us = ([block.seen for block in side] for side in (forge, ours))
    if by_forge == by_us:
        return
    places, last = Places(article), len(article.body.split("\n"))
    for kind, start, end, first, _ in SequenceMatcher(None, by_forge, by_us, autojunk=False).get_opcodes():
        if kind == "equal":
            continue
        for number in range(start, max(end, start + 1)):
            block = forge[min(number, len(forge) - 1)] if forge else Block("")
            other = ours[first + number - start] if first + number - start < len(ours) else Block("")
            line, words = block.difference(other)
            spot = places.of_text(words.split(" ")[0], range(max(line - 1, 0), last))
            yield ArticleFault("C16", words[:_SHOWN], *(spot or (article.body_line, 1)))


@lru_cache(maxsize=1)
def _renderer() -> Any:
    return renderer()
