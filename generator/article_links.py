"""Do the links and pictures of articles lead to something that readers can see today?"""

import re
from collections.abc import Collection, Iterator
from typing import NamedTuple

from generator import addresses
from generator.articles import ArticleLink, read_article
from generator.load import Article
from generator.problems import Complaint, Place
from generator.register import Register
from generator.register.articles import taken_anchors
from generator.register.entry import PageKind
from generator.vietnamese.folding import nearest

CODES = ("C02", "C03", "C04", "C20", "C21", "C22")
"""What is found here; the rules, which know no pages, find all else that is wrong with articles."""

_WHOLE = re.compile(
    r"https://[^\s/?#\\@:“”‘’…]+(?::\d+)?(?:[/?#][^\s\\“”‘’…]*)?"
    r"|mailto:[^\s@\\]+@[^\s@\\]+|tel:\+?[\d.-]+"
    r"|\#\S*|/(?![/\\])[^\s\\]*"
)
_ELSEWHERE = re.compile(r"(?:(?:http:)?//|(?=www\.))(?P<rest>.+)")
_GROWS = re.compile(
    rf"(?:{addresses.RECOMMENDATIONS}(?:nam|chu-de|co-quan)/|{addresses.INDICATORS}[^/]+/[^/]|"
    rf".*/(?:{'|'.join(addresses.RESERVED)})).*"
)
"""Pages that are there or not according to what other records say."""


_OF_ONE_RECORD = frozenset({PageKind.HOME, PageKind.ARTICLE, PageKind.SURVEY, PageKind.RECOMMENDATION})
"""Pages on which no other record sets a place."""


class Seen(NamedTuple):
    """What readers can see: the pages, the files beside them, and what a broken record keeps from being known."""

    register: Register
    files: Collection[str]
    set_aside: frozenset[str]

    def is_unknown(self, address: str) -> bool:
        """Return whether a broken record may be why there is no page at this address."""
        steps = address.split("/")
        names = any(step == each or step.startswith(f"{each}-") for step in steps for each in self.set_aside)
        is_of_unit = address.startswith(addresses.UNITS)  # a unit is there as long as a record reaches it
        return bool(self.set_aside) and (names or is_of_unit or _GROWS.fullmatch(address) is not None)


def complaints_about_links(articles: Collection[Article], seen: Seen | None) -> Iterator[Complaint]:
    """Yield what is wrong with the links of articles; ``seen`` is None where nothing can be known of the site."""
    for article in articles:
        for link in read_article(article, taken_anchors(article)).links:
            place = Place(article.file, line=link.line, column=link.column)
            if link.is_picture:
                yield from _of_picture(place, link.target, seen)
            elif _WHOLE.fullmatch(link.target) is None:
                yield Complaint(place, "C04", link.target, nearest=_whole(link, seen))
            elif link.target.startswith(("/", "#")):
                yield from _of_address(article, place, link.target, seen)


def _of_picture(place: Place, target: str, seen: Seen | None) -> Iterator[Complaint]:
    """Pictures come from this site: others can change or vanish, and tell third parties who reads."""
    path = target.removeprefix("/")
    if seen is None or (path not in seen.files and target.startswith("/") and seen.is_unknown(path)):
        yield Complaint(place, "C20", target)
    elif path not in seen.files or not target.startswith("/"):
        yield Complaint(place, "C02", target, nearest=nearest(target, (f"/{file}" for file in seen.files)) or "")


def _of_address(article: Article, place: Place, target: str, seen: Seen | None) -> Iterator[Complaint]:
    """A link to an address of this site leads to a page and to a place on it that can be cited."""
    address, _, anchor = target.removeprefix("/").partition("#")
    if target.startswith("#"):
        yield from _of_anchor(place, target, "#", anchor, _own_anchors(article))
    elif seen is None:
        yield Complaint(place, "C20", target)
    elif (today := seen.register.today(address + (anchor and f"#{anchor}"))) is not None:
        yield from _of_page(place, target, today, seen)
    elif address not in seen.files:
        is_unknown = seen.is_unknown(address)
        right = "" if is_unknown else _right_address(address, seen)
        yield Complaint(place, "C20" if is_unknown else "C03", target, nearest=right)


def _of_page(place: Place, target: str, today: str, seen: Seen) -> Iterator[Complaint]:
    """A link leads to a page that stays, or to a place that is found wherever it stands."""
    address, _, anchor = target.removeprefix("/").partition("#")
    page, _, found = today.partition("#")
    if anchor and not found and seen.set_aside and seen.register.entries[page].kind not in _OF_ONE_RECORD:
        yield Complaint(place, "C20", target)
    elif anchor and not found:
        yield from _of_anchor(place, target, f"/{page}#", anchor, seen.register.entries[page].anchors)
    elif not found and (beginning := seen.register.beginning(address)) is not None:
        yield Complaint(place, "C22", target, nearest=f"/{beginning}")


def _of_anchor(place: Place, target: str, page: str, anchor: str, anchors: Collection[str]) -> Iterator[Complaint]:
    if anchor and anchor not in anchors:
        right = nearest(anchor, anchors)
        yield Complaint(place, "C21", target, nearest="" if right is None else f"{page}{right}")


def _own_anchors(article: Article) -> list[str]:
    return [heading.anchor for heading in read_article(article, taken_anchors(article)).headings]


def _whole(link: ArticleLink, seen: Seen | None) -> str:
    """Return what a link that is not whole was most likely meant to be, empty if that cannot be told."""
    elsewhere = _ELSEWHERE.match(link.target)
    if elsewhere:
        return f"https://{elsewhere['rest']}"
    return "" if seen is None else _right_address(link.target, seen)


def _right_address(target: str, seen: Seen) -> str:
    """Return the address of this site that was most likely meant, empty if none is near."""
    path = re.sub(r"^(?:\.{0,2}/)+|(?:index)?\.(?:md|html)$|[?#].*", "", target).strip("/")
    wanted = f"{path}/" if path else ""
    moved = dict(seen.register.moves()).get(wanted)
    right = moved if moved is not None else wanted if wanted in seen.register.entries else None
    if right is None:
        right = nearest(wanted, seen.register.entries)
    return "" if right is None else f"/{right}"
