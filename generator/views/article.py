"""What does an editorial page show?"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from generator.derive import Derived
from generator.load import Article
from generator.register.entry import Entry
from generator.views.head import PageHead, page_head


class ArticleView(NamedTuple):
    """An editorial page."""

    head: PageHead
    article: Article


def article_views(_: Derived, entries: Iterable[Entry[Article]]) -> Iterator[ArticleView]:
    """Yield the editorial pages."""
    for entry in entries:
        yield ArticleView(page_head(entry), entry.subject)
