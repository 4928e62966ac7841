"""How does an editors' article become the Markdown of a page: its links, and an anchor for each heading?"""

import re
from collections.abc import Iterable

from generator.load import Article
from generator.vietnamese.folding import anchor

_SIGN = re.compile(
    r"(?P<code>^ {0,3}(?P<fence>`{3,}|~{3,})[\s\S]*?(?:^ {0,3}(?P=fence)|\Z)|`[^`\n]*`)"
    r"|(?P<link>\]\(/(?=[a-z0-9#)]))"
    r"|^(?P<level>#{2,4}) +(?P<heading>.+?) *#*$",
    re.MULTILINE,
)


def editorial_markdown(article: Article, *, taken: Iterable[str] = ()) -> str:
    """Return an article with the links of the site marked and an anchor for each heading; code stays as it is.

    ``taken`` are anchors that stand elsewhere on the page.
    """
    used = set(taken)

    def marked(match: re.Match[str]) -> str:
        if match["code"]:
            return match[0]
        if match["link"]:
            return "](@/"
        return f"{match['level']} {match['heading']} {{ #{anchor(match['heading'], used)} }}"

    return _SIGN.sub(marked, article.body.strip())


def heading_anchors(article: Article, *, taken: Iterable[str] = ()) -> tuple[str, ...]:
    """Return the anchors of the headings of an article in their order."""
    used = set(taken)
    headings = (match["heading"] for match in _SIGN.finditer(article.body.strip()))
    return tuple(anchor(heading, used) for heading in headings if heading is not None)
