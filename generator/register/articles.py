"""Which pages are written by editors: the start of the site, and each article?"""

from collections.abc import Iterator

from generator import addresses
from generator.derive import Derived
from generator.editorial import heading_anchors
from generator.load import Article
from generator.register.entry import Entry, PageKind, PageText

HOME = "trang-chu"
ANCHORS_OF_HOME = ("kien-nghi", "moi-nhat", "tim")
"""The anchors of the start's own sections: headings of the editors' text on the same page take others."""


def article_entries(derived: Derived) -> Iterator[Entry[Article]]:
    """Yield the pages of articles; the text of the start is one of them."""
    for article in derived.archive.articles.values():
        yield Entry(
            address=addresses.article(article.id),
            kind=PageKind.HOME if article.id == HOME else PageKind.ARTICLE,
            subject=article,
            text=PageText(article.title, article.description),
            is_list=False,
            is_searched=True,
            anchors=heading_anchors(article, taken=taken_anchors(article)),
            edit=article.file,
        )


def taken_anchors(article: Article) -> tuple[str, ...]:
    """Return the anchors of the page of an article that its own headings may not take."""
    return ANCHORS_OF_HOME if article.id == HOME else ()
