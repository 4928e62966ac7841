"""What may an article not hold, because the site cannot show it as the forge does, or because nobody should?"""

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from markdown_it.token import Token

from generator.articles.parsing import AT, Parsed, parsed
from generator.articles.places import Places, Within
from generator.articles.signs import FORGE_SIGN, masked, signs_of, unseen
from generator.articles.words import closing, plain_text
from generator.load import Article

DEEPEST = 16
"""So deep may lists stand in quotes in lists: a list counts twice, for itself and for its item."""

_DRAWN = frozenset({"geojson", "math", "mermaid", "stl", "topojson"})
"""Code that the forge shows as a picture."""

_SHOWN = 40
"""So many letters of what is refused are shown."""


class ArticleFault(NamedTuple):
    """What an article may not hold: the code of the problem, what is written, and where, counted from 1."""

    code: str
    written: str
    line: int
    column: int
    allowed: str = ""


def faults_of(article: Article, found: Parsed) -> Iterator[ArticleFault]:
    """Yield what the article may not hold."""
    yield from _title(article)
    yield from _tangle(article, found)
    yield from _headings(article, found)
    yield from _blocks(article, found)
    yield from _texts(article, found)
    yield from _idle_footnotes(article, found)


def _fault(code: str, written: str, spot: tuple[int, int], *, allowed: str = "") -> ArticleFault:
    return ArticleFault(code, written.split("\n")[0][:_SHOWN], *spot, allowed=allowed)


def _title(article: Article) -> Iterator[ArticleFault]:
    """The title is shown in many places, none of which reads Markdown: so it is words alone."""
    line = article.body_line - 1
    block = next((each for each in parsed(f"# {article.title}").tokens if each.type == "inline"), None)
    is_plain = block is not None and {each.type for each in block.children or []} == {"text"}
    if block is None or not is_plain or plain_text(block) != " ".join(article.title.split()):
        yield _fault("C10", article.title, (line, 3))
    elif sign := FORGE_SIGN.search(article.title):
        yield _fault("C15", sign[0], (line, sign.start() + 3))


def _headings(article: Article, found: Parsed) -> Iterator[ArticleFault]:
    """Headings stand below the title level by level, outside of lists and quotes, and say something."""
    places, above = Places(article), 1
    for opening, block in pairwise(found.tokens):
        if opening.type != "heading_open":
            continue
        level, text = int(opening.tag[1:]), plain_text(block)
        spot = places.within(block).at(0)
        if opening.level:
            yield _fault("C13", text, spot)
        elif level == 1:
            yield _fault("C11", text, spot)
        elif not text:
            yield _fault("C14", opening.markup, (spot[0], 1))
        elif level > above + 1:
            yield _fault("C12", "#" * level, (spot[0], 1), allowed="#" * (above + 1))
        above = level


def _blocks(article: Article, found: Parsed) -> Iterator[ArticleFault]:
    places, is_deep = Places(article), False
    row = 0
    for token in found.tokens:
        row = token.map[0] if token.map else row
        if token.type == "html_block":
            yield _fault("C01", token.content.strip(), places.of_line(row))
        elif token.type == "alert_open":
            yield _fault("C15", f"[!{token.info}]", places.of_line(row))
        elif token.type == "fence" and token.info.strip().lower() in _DRAWN:
            yield _fault("C15", token.markup + token.info.strip(), places.of_line(row))
        elif token.type == "inline":
            places.within(token)
        elif token.type == "tr_close" and (rest := places.rest_of_row(row)):
            yield _fault("C17", *rest)
        if token.level > DEEPEST and not is_deep:
            is_deep = True
            yield _fault("C16", places.line(row).strip(), places.of_line(row))


def _tangle(article: Article, found: Parsed) -> Iterator[ArticleFault]:
    places = Places(article)
    for line in found.tangled_lines:
        yield _fault("C16", places.line(line), places.of_line(line))


def _texts(article: Article, found: Parsed) -> Iterator[ArticleFault]:
    places = Places(article)
    for block in found.tokens:
        if block.type == "inline":
            yield from _text(block, places.within(block))


def _text(block: Token, within: Within) -> Iterator[ArticleFault]:
    children = block.children or []
    for number, token in enumerate(children):
        if token.type == "html_inline":
            yield _fault("C01", token.content, within.at(token.meta[AT]))
        if token.type == "link_open" and not plain_text(*children[number : closing(children, number)]):
            yield _fault("C14", f"[]({token.attrs['href']})", within.at(token.meta[AT]))
        for text in token.attrs.values():
            for sign in unseen(str(text)):
                yield _fault("C19", sign, within.at(token.meta[AT]))
    text = masked(block)
    for code, offset, written in signs_of(block.content, text):
        yield _fault(code, written, within.at(offset))
    if any(token.level > DEEPEST for token in children):
        yield _fault("C16", block.content, within.at(0))


def _idle_footnotes(article: Article, found: Parsed) -> Iterator[ArticleFault]:
    places = Places(article)
    for name in found.idle_footnotes:
        yield _fault("C18", f"[^{name}]", places.of_text(f"[^{name}]:") or (article.body_line, 1))
