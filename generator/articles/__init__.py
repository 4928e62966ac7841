"""What is an article to the parser that renders it? Its links, its anchors, what is refused, and its source."""

from generator.articles.agreement import disagreements
from generator.articles.faults import ArticleFault
from generator.articles.reading import ArticleHeading, ArticleLink, ArticleReading, read_article
from generator.articles.writing import rendered_source

__all__ = [
    "ArticleFault",
    "ArticleHeading",
    "ArticleLink",
    "ArticleReading",
    "disagreements",
    "read_article",
    "rendered_source",
]
