"""Which pages are written by editors: the start of the site, and each article?"""

from collections.abc import Iterator

from generator import addresses
from generator.articles import read_article
from generator.derive import Derived
from generator.load import Article
from generator.register.entry import Entry, PageKind, PageText

HOME = "trang-chu"
ANCHORS_OF_HOME = frozenset({"kien-nghi", "moi-nhat", "tim"})
"""The anchors of the start's own sections: headings of the editors' text on the same page take others."""


def article_entries(derived: Derived) -> Iterator[Entry[Article]]:
    """Yield the pages of articles; the text of the start is one of them."""
    for article in derived.archive.articles.values():
        reading = read_article(article, taken_anchors(article))
        yield Entry(
            address=addresses.article(article.id),
            kind=PageKind.HOME if article.id == HOME else PageKind.ARTICLE,
            subject=article,
            text=PageText(article.title, reading.description),
            is_list=False,
            is_searched=True,
            anchors=tuple(heading.anchor for heading in reading.headings),
            edit=article.file,
        )


def taken_anchors(article: Article) -> frozenset[str]:
    """Return the anchors of the page of an article that its own headings may not take."""
    return ANCHORS_OF_HOME if article.id == HOME else frozenset()
