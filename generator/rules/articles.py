"""Is each editorial page complete, and do its links and pictures lead somewhere?"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from generator import addresses
from generator.load import Article
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

_FENCE = re.compile(r"^ {0,3}(`{3,}|~{3,})")
_CODE = re.compile(r"(`+)(?!`).+?(?<!`)\1(?!`)")
_HTML = re.compile(r"<(?![a-zA-Z][a-zA-Z+.-]*:[^\s<>]*>|[^\s<>@]+@[^\s<>@]+>)[a-zA-Z/!?][^>]*>?")
_ATTRIBUTES = re.compile(r"\{:?[^{}]*=[^{}]*\}")
_LINK = re.compile(
    r"(?P<picture>!?)\[(?P<text>(?:[^\[\]]|\[[^\[\]]*\](?:\([^()]*\))?)*)\]\(\s*<?(?P<target>[^\s()<>]*)"
)
_NAMED_TARGET = re.compile(r"^ {0,3}\[(?!\^)[^\]]+\]:\s*<?(?P<target>[^\s<>]+)")
_WHOLE = re.compile("https://.|mailto:.|#|/(?!/)")
_ELSEWHERE = re.compile(r"(?:(?:http:)?//|(?=www\.))(?P<rest>.+)")
_IN_BRACKETS = re.compile(r"<(?P<target>[a-zA-Z][a-zA-Z+.-]*:[^\s<>]*)>")


class _Line(NamedTuple):
    """One line of an article, its code made blank, and where it stands."""

    article: Article
    number: int
    text: str

    def place(self, column: int) -> Place:
        return Place(self.article.file, line=self.number, column=column + 1)


class _Link(NamedTuple):
    """A link or picture of a line."""

    place: Place
    target: str
    is_picture: bool
    text: str


@rule("C01")
def articles_hold_no_html(known: Context) -> Iterator[Complaint]:
    """Articles are plain Markdown: tags would look different in each renderer, and can carry programs."""
    for line in _lines(known):
        for match in _HTML.finditer(line.text):
            yield Complaint(line.place(match.start()), "C01", match[0][:40])


@rule("C02")
def pictures_are_our_own(known: Context) -> Iterator[Complaint]:
    """Pictures of articles come from this site: others can change or vanish, and tell third parties who reads."""
    for link in _links(known):
        if link.is_picture and link.target.removeprefix("/") not in known.public_media:
            right = nearest(link.target, (f"/{path}" for path in known.public_media)) or ""
            yield Complaint(link.place, "C02", link.target, nearest=right)


@rule("C03")
def links_lead_to_pages(known: Context) -> Iterator[Complaint]:
    """A link to an address of this site leads to a page that readers can see today."""
    for link in _links(known):
        address = link.target.partition("#")[0]
        is_ours = not link.is_picture and address.startswith("/") and not address.startswith("//")
        if is_ours and address[1:] not in known.addresses | known.public_media:
            yield Complaint(link.place, "C03", link.target, nearest=_right_address(address, known))


@rule("C04")
def links_are_whole(known: Context) -> Iterator[Complaint]:
    """A link is a whole web address, an e-mail address, a place on the page, or begins with the site's slash."""
    for link in _links(known):
        if not link.is_picture and _WHOLE.match(link.target) is None:
            elsewhere = _ELSEWHERE.match(link.target)
            right = f"https://{elsewhere['rest']}" if elsewhere else _right_address(link.target, known)
            yield Complaint(link.place, "C04", link.target, nearest=right)


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
    for link in _links(known):
        if link.is_picture and not link.text.strip():
            yield Complaint(link.place, "C07", link.target)


@rule("C08")
def articles_set_no_attributes(known: Context) -> Iterator[Complaint]:
    """Articles set no attributes of HTML: they could carry programs like tags."""
    for line in _lines(known):
        for match in _ATTRIBUTES.finditer(line.text):
            yield Complaint(line.place(match.start()), "C08", match[0][:40])


def _lines(known: Context) -> Iterator[_Line]:
    """Yield the lines of all articles without what is code, the title first."""
    for article in known.records.articles.values():
        fence = ""
        for number, text in enumerate([article.title, *article.body.split("\n")], article.body_line - 1):
            match = _FENCE.match(text)
            if match and (not fence or match[1].startswith(fence)):
                fence = "" if fence else match[1]
            elif not fence:
                yield _Line(article, number, _CODE.sub(lambda code: " " * len(code[0]), text))


def _links(known: Context) -> Iterator[_Link]:
    for line in _lines(known):
        for pattern in (_LINK, _NAMED_TARGET, _IN_BRACKETS):
            for match in pattern.finditer(line.text):
                parts = match.groupdict()
                place = line.place(match.start("target"))
                yield _Link(place, match["target"], bool(parts.get("picture")), parts.get("text") or "")


def _right_address(target: str, known: Context) -> str:
    """Return the address of this site that was most likely meant, empty if none is near."""
    path = re.sub(r"^(?:\.{0,2}/)+|(?:index)?\.(?:md|html)$|[?#].*", "", target).strip("/")
    wanted = f"{path}/" if path else ""
    right = wanted if wanted in known.addresses else nearest(wanted, known.addresses)
    return "" if right is None else f"/{right}"
