"""Is each editorial page complete, can the site show it, and do its links and pictures lead somewhere?"""

import re
from collections.abc import Iterator

from generator import addresses
from generator.articles import ArticleLink, read_article
from generator.problems import Complaint, Place
from generator.rules.context import Context, rule
from generator.vietnamese.folding import nearest

_REQUIRED = ("trang-chu", "gioi-thieu", "cach-doc", "phuong-phap")
"""The articles to which the navigation leads."""

_LISTS = (addresses.SURVEYS, addresses.UNITS, addresses.TOPICS, addresses.RECOMMENDATIONS, addresses.GLOSSARY)
_TAKEN = frozenset(
    {
        *(address.rstrip("/") for address in _LISTS),
        *("so-lieu", "cap-nhat", "dinh-chinh", "du-lieu"),  # kept for figures, news, corrections, downloads
        *("api", "assets", "search", "index", "sitemap", "404"),  # kept for files of the site
    }
)

_WHOLE = re.compile(
    r"https://[^\s/?#\\@:]+(?::\d+)?(?:[/?#][^\s\\]*)?"
    r"|mailto:[^\s@\\]+@[^\s@\\]+|tel:\+?[\d.-]+"
    r"|\#\S*|/(?![/\\])[^\s\\]*"
)
_ELSEWHERE = re.compile(r"(?:(?:http:)?//|(?=www\.))(?P<rest>.+)")


@rule("C01", "C08", "C10", "C11", "C12", "C13", "C14", "C15", "C16", "C17", "C18", "C19")
def articles_hold_what_both_readers_show(known: Context) -> Iterator[Complaint]:
    """An article holds only what the forge and the site show alike, and nothing that could carry a program."""
    for article in known.records.articles.values():
        for fault in read_article(article).faults:
            place = Place(article.file, line=fault.line, column=fault.column)
            yield Complaint(place, fault.code, fault.written, allowed=fault.allowed)


@rule("C02")
def pictures_are_our_own(known: Context) -> Iterator[Complaint]:
    """Pictures of articles come from this site: others can change or vanish, and tell third parties who reads."""
    for place, link in _links(known):
        if link.is_picture and link.target.removeprefix("/") not in known.public_media:
            right = nearest(link.target, (f"/{path}" for path in known.public_media)) or ""
            yield Complaint(place, "C02", link.target, nearest=right)


@rule("C03")
def links_lead_to_pages(known: Context) -> Iterator[Complaint]:
    """A link to an address of this site leads to a page that readers can see today."""
    for place, link in _links(known):
        address = link.target.partition("#")[0]
        is_ours = not link.is_picture and address.startswith("/") and not address.startswith(("//", "/\\"))
        if is_ours and address[1:] not in known.addresses | known.public_media:
            yield Complaint(place, "C03", link.target, nearest=_right_address(address, known))


@rule("C04")
def links_are_whole(known: Context) -> Iterator[Complaint]:
    """A link is a whole web address, an e-mail address, a place on the page, or begins with the site's slash."""
    for place, link in _links(known):
        if not link.is_picture and _WHOLE.fullmatch(link.target) is None:
            elsewhere = _ELSEWHERE.match(link.target)
            right = f"https://{elsewhere['rest']}" if elsewhere else _right_address(link.target, known)
            yield Complaint(place, "C04", link.target, nearest=right)


@rule("C05")
def required_articles_are_there(known: Context) -> Iterator[Complaint]:
    """The pages to which the navigation leads are written."""
    for name in _REQUIRED:
        file = f"content/{name}.md"
        if name not in known.records.articles and file not in known.records.files:
            yield Complaint(Place(file), "C05", file)


@rule("C06")
def articles_have_their_own_address(known: Context) -> Iterator[Complaint]:
    """An article's name is not the address of a list, or two pages would claim one address."""
    for article in known.records.articles.values():
        if article.id in _TAKEN:
            yield Complaint(Place(article.file), "C06", article.id)


@rule("C07")
def pictures_have_words(known: Context) -> Iterator[Complaint]:
    """A picture has a text for those who do not see it (WCAG 2.2, 1.1.1)."""
    for place, link in _links(known):
        if link.is_picture and not link.text.strip():
            yield Complaint(place, "C07", link.target)


def _links(known: Context) -> Iterator[tuple[Place, ArticleLink]]:
    for article in known.records.articles.values():
        for link in read_article(article).links:
            yield Place(article.file, line=link.line, column=link.column), link


def _right_address(target: str, known: Context) -> str:
    """Return the address of this site that was most likely meant, empty if none is near."""
    path = re.sub(r"^(?:\.{0,2}/)+|(?:index)?\.(?:md|html)$|[?#].*", "", target).strip("/")
    wanted = f"{path}/" if path else ""
    right = wanted if wanted in known.addresses else nearest(wanted, known.addresses)
    return "" if right is None else f"/{right}"
