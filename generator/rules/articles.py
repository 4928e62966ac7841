"""Is each editorial page complete, and can the site show it as its editors saw it?"""

from collections.abc import Iterator

from generator import addresses
from generator.articles import disagreements, read_article
from generator.problems import Complaint, Place
from generator.rules.context import Context, rule

_REQUIRED = ("trang-chu", "gioi-thieu", "cach-doc", "phuong-phap")
"""The articles to which the navigation leads."""


@rule("C01", "C08", "C10", "C11", "C12", "C13", "C14", "C15", "C16", "C17", "C18", "C19")
def articles_hold_what_both_readers_show(known: Context) -> Iterator[Complaint]:
    """An article holds only what the forge and the site show alike, and nothing that could carry a program."""
    for article in known.records.articles.values():
        for fault in (*read_article(article).faults, *disagreements(article)):
            place = Place(article.file, line=fault.line, column=fault.column)
            yield Complaint(place, fault.code, fault.written, allowed=fault.allowed)


@rule("C05")
def required_articles_are_there(known: Context) -> Iterator[Complaint]:
    """The pages to which the navigation leads are written."""
    for name in _REQUIRED:
        file = f"content/{name}.md"
        if not (name in known.records.articles or file in known.records.files or known.records.hides(file)):
            yield Complaint(Place(file), "C05", file)


@rule("C06")
def articles_have_their_own_address(known: Context) -> Iterator[Complaint]:
    """An article's name is not the address of a list, or two pages would claim one address."""
    for article in known.records.articles.values():
        if article.id in addresses.TAKEN:
            yield Complaint(Place(article.file), "C06", article.id)


@rule("C07")
def pictures_have_words(known: Context) -> Iterator[Complaint]:
    """A picture has a text for those who do not see it (WCAG 2.2, 1.1.1)."""
    for article in known.records.articles.values():
        for link in read_article(article).links:
            if link.is_picture and not link.text.strip():
                yield Complaint(Place(article.file, line=link.line, column=link.column), "C07", link.target)
