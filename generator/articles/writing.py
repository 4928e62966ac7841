"""How is an article written down for the renderer, so that the site shows what the forge shows?

Headings stay Markdown, because the renderer makes the page's contents of them; each has its anchor. Everything
else becomes plain HTML, made here of what the parser found, sign by sign from a short list: no renderer can
read it in another way.
"""

import re
from collections.abc import Callable, Iterator

from markdown_it.token import Token

from generator.articles.parsing import parsed
from generator.articles.reading import read_article
from generator.articles.words import TEXTS, plain_text
from generator.load import Article
from generator.markdown import escape_part
from generator.strings import say
from generator.vietnamese.folding import Anchors

_BLOCKS = {
    "alert": "blockquote",
    "alert_title": "p",
    "blockquote": "blockquote",
    "bullet_list": "ul",
    "list_item": "li",
    "ordered_list": "ol",
    "paragraph": "p",
    "table": "table",
    "thead": "thead",
    "tbody": "tbody",
    "tr": "tr",
    "th": "th",
    "td": "td",
}
_HOLDERS = frozenset({"blockquote", "bullet_list", "ordered_list", "table", "thead", "tbody"})
_IN_LINE = frozenset({"th", "td"})
_MARKS = {"em": "em", "strong": "strong", "s": "del"}
_BOXES = {True: "☑ ", False: "☐ "}
"""A task of a list: a real checkbox would need a label, and nobody could tick it."""


_OWN = re.compile(r"(/[A-Za-z0-9/._-]*)?(#[A-Za-z0-9_-]+)?")
"""An address or a place of the site, as links of the site are written."""


def rendered_source(
    article: Article, taken: frozenset[str] = frozenset(), leads: Callable[[str], str | None] = str
) -> str:
    """Return an article without its title as the renderer gets it; links of the site are written ``@/address/``.

    ``taken`` are the anchors that stand elsewhere on its page. HTML, which is refused, is left out. ``leads`` tells
    where a link of the site, ``/address/#anchor``, leads on it; None leaves the words without the link.
    """
    tokens = parsed(article.body).tokens
    anchors = [heading.anchor for heading in read_article(article, taken).headings]
    return "".join(_Writer(anchors, taken, leads).written(tokens)).strip()


class _Writer:
    """Writes tokens down one after the other; knows the anchors of the page."""

    def __init__(self, anchors: list[str], taken: frozenset[str], leads: Callable[[str], str | None]) -> None:
        self._headings = iter(anchors[1:])  # the first is the title's
        self._anchors = Anchors({*anchors, *taken})
        self._notes: dict[str, str] = {}
        self._box = ""
        self._is_heading = False
        self._leads = leads
        self._is_link = True

    def written(self, tokens: tuple[Token, ...]) -> Iterator[str]:
        """Yield the article piece by piece, an empty line after each block at the top."""
        depth = 0
        for token in tokens:
            yield self._block(token)
            depth += token.nesting
            if depth == 0:
                yield "\n\n"

    def _block(self, token: Token) -> str:
        name, _, end = token.type.rpartition("_")
        if token.type == "inline":
            return self._line(token)
        if token.type in ("fence", "code_block"):
            return f"<pre><code>{_code(token.content)}</code></pre>"
        if token.type == "hr":
            return "<hr>"
        if token.type == "html_block":
            return ""
        if name == "heading":
            return self._heading(token)
        if name.startswith("footnote"):
            return self._note(token)
        if token.hidden:
            return ""
        if end == "close":
            box, self._box = self._box, ""  # left over in an item without words
            return f"{box}</{_BLOCKS[name]}>" + ("" if name in _IN_LINE else "\n")
        if "checked" in token.meta:
            self._box = _BOXES[token.meta["checked"]]
        return f"<{_BLOCKS[name]}{_attributes(token)}>" + ("\n" if name in _HOLDERS else "")

    def _heading(self, token: Token) -> str:
        self._is_heading = token.nesting == 1
        return f"{'#' * int(token.tag[1:])} " if self._is_heading else f" {{ #{next(self._headings)} }}"

    def _note(self, token: Token) -> str:
        """Return a part of the notes at the end: the list, a note, the way back to where it is called."""
        if token.type == "footnote_block_open":
            return '<ol class="notes">\n'
        if token.type == "footnote_block_close":
            return "</ol>"
        if token.type == "footnote_close":
            return "</li>\n"
        number = token.meta["id"] + 1
        if token.type == "footnote_open":
            return f'<li id="{self._anchor(f"chú thích {number}")}">'
        label = escape_part(say("phrases.note_back", number=number))
        return f' <a href="#{self._anchor(_call(token))}" aria-label="{label}">↩</a>'

    def _anchor(self, name: str) -> str:
        """Return the anchor of a note or of a call of it, the same each time."""
        if name not in self._notes:
            self._notes[name] = self._anchors.of(name)
        return self._notes[name]

    def _line(self, block: Token) -> str:
        box, self._box = self._box, ""
        return box + "".join(map(self._part, block.children or []))

    def _part(self, token: Token) -> str:
        name, _, end = token.type.rpartition("_")
        if token.type == "code_inline":
            return f"<code>{escape_part(token.content)}</code>"
        if token.type in TEXTS:
            return escape_part(token.content)
        if token.type == "html_inline":
            return ""
        if token.type in ("softbreak", "hardbreak"):
            return ("<br>" if token.type == "hardbreak" else "") + (" " if self._is_heading else "\n")
        if token.type == "footnote_ref":
            target = self._anchor(f"chú thích {token.meta['id'] + 1}")
            return f'<sup id="{self._anchor(_call(token))}"><a href="#{target}">{token.meta["id"] + 1}</a></sup>'
        if token.type == "image":
            source = self._target(token, "src")
            words = _attribute(plain_text(token))
            return words if source is None else f'<img src="{source}" alt="{words}"{_title(token)}>'
        if name == "link" and end == "open":
            address = self._target(token, "href")
            self._is_link = address is not None
            return f'<a href="{address}"{_title(token)}>' if self._is_link else ""
        if name == "link":
            return "</a>" if self._is_link else ""
        return f"</{_MARKS[name]}>" if end == "close" else f"<{_MARKS[name]}>"

    def _target(self, token: Token, name: str) -> str | None:
        target = str(token.attrs[name])
        if not _OWN.fullmatch(target):
            return _attribute(target)
        if target.startswith("#"):
            return target
        found = self._leads(target)
        return None if found is None else f"@{found}"


def _call(token: Token) -> str:
    """Return the name of the place that calls a note: of the first, second … call of it."""
    return f"gọi chú thích {token.meta['id'] + 1} {token.meta['subId'] + 1}"


def _attributes(token: Token) -> str:
    """Return where a list begins to count, or to which side a cell leans, as HTML's own attributes."""
    if token.type == "ordered_list_open" and "start" in token.attrs:
        return f' start="{int(token.attrs["start"])}"'
    style = str(token.attrs.get("style", ""))
    return f' align="{style.removeprefix("text-align:")}"' if style else ""


def _title(token: Token) -> str:
    return f' title="{_attribute(str(token.attrs["title"]))}"' if "title" in token.attrs else ""


def _attribute(text: str) -> str:
    return escape_part(" ".join(text.split()))


def _code(text: str) -> str:
    """Return code on one line of source: whatever looks at the lines of a page then leaves it alone."""
    signs = {ord("\t"): "&#9;", ord("\n"): "&#10;"}
    return str(escape_part(text.removesuffix("\n"))).translate(signs)
