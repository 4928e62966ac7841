"""Which links, headings and refused things does an article hold, and where does each stand?"""

from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from markdown_it.token import Token

from generator.articles.faults import ArticleFault, faults_of
from generator.articles.parsing import AT, LABEL, Parsed, parsed
from generator.articles.places import Places, Spot
from generator.articles.words import closing, plain_text
from generator.load import Article
from generator.vietnamese.folding import Anchors


class ArticleLink(NamedTuple):
    """A link or a picture: its target as written, its text (of a picture the words in its place), its place.

    ``line`` and ``column`` count from 1 and show the target itself, where the target stands elsewhere its
    definition.
    """

    target: str
    text: str
    line: int
    column: int
    is_picture: bool


class ArticleHeading(NamedTuple):
    """A heading: its level (1 is the title of the page), its words, and the anchor under which it can be cited."""

    level: int
    text: str
    anchor: str
    line: int
    column: int


class ArticleWords(NamedTuple):
    """What readers read of a paragraph, a heading or a cell, without marks, and where it begins."""

    text: str
    line: int
    column: int


class ArticleReading(NamedTuple):
    """What the parser finds in an article."""

    description: str
    """The words of the first paragraph, empty if there is none."""
    links: tuple[ArticleLink, ...]
    headings: tuple[ArticleHeading, ...]
    """The title first, then the others as they stand."""
    words: tuple[ArticleWords, ...]
    faults: tuple[ArticleFault, ...]
    """What an article may not hold, apart from the targets of its links."""


@lru_cache(maxsize=1_000)
def read_article(article: Article, taken: frozenset[str] = frozenset()) -> ArticleReading:
    """Return what an article holds; ``taken`` are the anchors that stand elsewhere on its page."""
    found = parsed(article.body)
    return ArticleReading(
        description=_description(found),
        links=tuple(_links(article, found)),
        headings=tuple(_headings(article, found, taken)),
        words=tuple(_words(article, found)),
        faults=tuple(faults_of(article, found)),
    )


def _description(found: Parsed) -> str:
    for opening, block in pairwise(found.tokens):
        if opening.type == "paragraph_open":
            return plain_text(block)
    return ""


def _words(article: Article, found: Parsed) -> Iterator[ArticleWords]:
    places = Places(article)
    for block in found.tokens:
        if block.type == "inline":
            yield ArticleWords(plain_text(block), *places.within(block).at(0))


def _links(article: Article, found: Parsed) -> Iterator[ArticleLink]:
    places = Places(article)
    for block in found.tokens:
        within = places.within(block) if block.type == "inline" else None
        children = block.children or []
        for number, token in enumerate(children):
            if within is None or token.type not in ("link_open", "image"):
                continue
            spot = within.at(token.meta[AT])
            if LABEL in token.meta:
                spot = _definition(found.references[token.meta[LABEL]], token, places)
            if token.type == "image":
                yield ArticleLink(str(token.attrs["src"]), plain_text(token), *spot, is_picture=True)
            else:
                yield ArticleLink(
                    str(token.attrs["href"]),
                    plain_text(*children[number : closing(children, number)]),
                    *spot,
                    is_picture=False,
                )


def _definition(lines: tuple[int, int], token: Token, places: Places) -> Spot:
    """Return where the target of a reference stands: on the first line of its definition that holds it."""
    first, last = lines
    target = str(token.attrs.get("href") or token.attrs.get("src") or "")
    return places.of_text(target, range(first, last + 1)) or places.of_line(first)


def _headings(article: Article, found: Parsed, others: frozenset[str]) -> Iterator[ArticleHeading]:
    """Yield the headings; the title's anchor gives way to all others, as people cite those."""
    places, anchors = Places(article), Anchors(others)
    below = []
    for opening, block in pairwise(found.tokens):
        if opening.type == "heading_open":
            text = plain_text(block)
            spot = places.within(block).at(0)
            below.append(ArticleHeading(int(opening.tag[1:]), text, anchors.of(text), *spot))
    yield ArticleHeading(1, article.title, anchors.of(article.title), article.body_line - 1, 3)
    yield from below
