"""Does a text give away what identifies or reaches a private person? (Luật 91/2025/QH15)"""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from generator.model.values import Words
from generator.model.walk import leaves
from generator.problems import Complaint, Place
from generator.rules.context import Context, Sheet, rule, sheet_rule
from generator.strings import say

_PERHAPS = re.compile(r"[0-9][0-9 .()-]{5,}[0-9]")
"""What each of the kinds below contains, but for e-mail; most texts have none of it."""

_GROUPED = r"[0-9]{1,3}(?:\.[0-9]{3})+(?![0-9.])"
"""An amount with its thousands parted: 1.234.567."""
_AMOUNT_AFTER = r"(?![0-9]|[.,][0-9]|\s*(?:đồng|đ\b|VNĐ|VND|vnđ|USD|triệu|tỷ|nghìn|ngàn|%|/))"
_TAX_NUMBER = re.compile(r"(?:MST|[Mm]ã số (?:thuế|doanh nghiệp|hộ kinh doanh))[^0-9\n]{0,20}$")
_DAY = re.compile(r"[0-9]{1,2}[^0-9]{1,3}[0-9]{1,2}[^0-9]{1,3}[0-9]{4}(?![0-9])")

_KINDS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("email", re.compile(r"(?P<found>[\w.+-]+@[\w-]+(?:\.[\w-]+)+)")),
    (
        "identity",  # named as such: 9 digits (CMND), 12 digits (CCCD), or a passport
        re.compile(
            r"(?:CCCD|CMND|CMTND|CMT|GCMND|[Cc]ăn cước|[Cc]hứng minh (?:nhân dân|thư)"
            r"|[Đđ]ịnh danh cá nhân|[Hh]ộ chiếu)"
            r"[^0-9\n]{0,40}?(?P<found>[0-9](?:[ .-]?[0-9]){8}(?:(?:[ .-]?[0-9]){3})?|\b[A-Z][0-9]{7,8})(?![0-9])"
        ),
    ),
    (
        "account",
        re.compile(
            r"(?:[Ss]ố tài khoản|SỐ TÀI KHOẢN|[Tt]ài khoản số|STK|[Ss]ố TK|TK số)"
            rf"[^0-9\n]{{0,40}}?(?!{_GROUPED})(?P<found>[0-9](?:[ .-]?[0-9]){{5,18}}){_AMOUNT_AFTER}"
        ),
    ),
    (
        "identity",  # CCCD: 0, the rest of the province's number, century and sex, year of birth, six digits
        re.compile(r"(?<![\w.,/-])(?P<found>0(?:0[1-9]|[1-8][0-9]|9[0-6])[ .-]?[0-3](?:[ .-]?[0-9]){8})(?![0-9])"),
    ),
    ("identity", re.compile(rf"(?<![\w.,/-])(?P<found>[0-3][0-9]{{8}}){_AMOUNT_AFTER}")),  # CMND
    (
        "phone",
        re.compile(
            r"(?<![\w.,/-])(?P<found>(?:(?:\(?\+84\)?|0084|\(84\)) ?(?:\(0\))?|84(?=[0-9]{9}(?![0-9]))|\(?0)"
            r"(?:[35789](?:[ .()-]{0,3}[0-9]){8}|2(?:[ .()-]{0,3}[0-9]){9}))(?![0-9])"
        ),
    ),
)


class Found(NamedTuple):
    """Something personal in a text: its kind, and where it stands."""

    kind: str
    start: int
    text: str


@sheet_rule("R50")
def records_hold_no_personal_data(sheet: Sheet[Any]) -> Iterator[Complaint]:
    """No text tells numbers of identity cards, phones or accounts, or e-mail addresses, but the publisher's own."""
    if _is_suspicious("\n".join(sheet.gathered.texts)):
        for leaf in leaves(sheet.record):
            if isinstance(leaf.mark, Words) and leaf.path[0] != "contact":
                for found in _private(leaf.value, sheet.known):
                    yield _complaint("R50", found, sheet.at(*leaf.path))


@rule("C09")
def articles_hold_no_personal_data(known: Context) -> Iterator[Complaint]:
    """No article tells numbers of identity cards, phones or accounts, or e-mail but the publisher's own."""
    for article in known.records.articles.values():
        for number, line in enumerate([f"# {article.title}", *article.body.split("\n")], article.body_line - 1):
            for found in _private(line, known):
                yield _complaint("C09", found, Place(article.file, line=number, column=found.start + 1))


def personal_data(text: str) -> list[Found]:
    """Return what identifies or reaches a person in a text, in the order of the text, nothing twice."""
    if not _is_suspicious(text):
        return []
    found: dict[int, Found] = {}
    taken: set[int] = set()
    for kind, pattern in _KINDS:
        for match in pattern.finditer(text):
            start, end = match.span("found")
            if taken.isdisjoint(range(start, end)) and not (kind == "phone" and _is_no_phone(text, match)):
                taken.update(range(start, end))
                found[start] = Found(kind, start, match["found"])
    return [found[start] for start in sorted(found)]


def _is_suspicious(text: str) -> bool:
    return "@" in text or _PERHAPS.search(text) is not None


def _private(text: str, known: Context) -> list[Found]:
    found = personal_data(text)
    public = _of_the_publisher(known) if found else ()
    return [each for each in found if _plain(each.text) not in public]


def _is_no_phone(text: str, match: re.Match[str]) -> bool:
    """Return whether digits that could be a phone are a date, a tax number or a row of small numbers."""
    groups = re.findall("[0-9]+", match["found"])
    return (
        _DAY.match(match["found"]) is not None
        or _TAX_NUMBER.search(text[: match.start("found")]) is not None
        or len(groups) > 6
        or len(groups[0]) < 2
    )


def _complaint(code: str, found: Found, place: Place) -> Complaint:
    masked = f"{found.text[:3]}…{found.text[-2:]}"
    return Complaint(place, code, masked, details={"kind": say(f"problems.R50.kinds.{found.kind}")})


def _of_the_publisher(known: Context) -> set[str]:
    publisher = known.records.site.publisher if known.records.site is not None else None
    return {_plain(text) for text in (publisher.phone, publisher.email) if text} if publisher else set()


def _plain(text: str) -> str:
    return re.sub(r"[^\w@]", "", text).casefold()
