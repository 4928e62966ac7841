"""Does a text give away what identifies or reaches a private person? (Luật 91/2025/QH15)"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import Any

from generator.articles import read_article
from generator.load import Article
from generator.model.site import Publisher
from generator.model.unit import Contact
from generator.model.values import Words
from generator.model.walk import leaves
from generator.problems import Complaint, Place
from generator.rules.context import Context, Sheet, rule, sheet_rule
from generator.rules.personal import Found, may_be_personal, personal_data
from generator.strings import say
from generator.vietnamese.disguise import plain


@sheet_rule("R50")
def records_hold_no_personal_data(sheet: Sheet[Any]) -> Iterator[Complaint]:
    """No text tells numbers of a person's papers, or how, where and from which day they live; offices are told."""
    if may_be_personal("\n".join(sheet.gathered.texts)):
        for leaf in leaves(sheet.record):
            if isinstance(leaf.mark, Words) and leaf.path[0] != "contact":
                for found in _private(leaf.value, sheet.known):
                    yield _complaint("R50", found, sheet.at(*leaf.path))


@rule("C09")
def articles_hold_no_personal_data(known: Context) -> Iterator[Complaint]:
    """No article tells it, neither as it is written nor as it is read."""
    for article in known.records.articles.values():
        written = f"# {article.title}\n{article.body}"
        starts = [0, *(match.end() for match in re.finditer("\n", written))]
        told: set[str] = set()
        for found in _private(written, known):
            told.add(_same(found.text))
            yield _complaint("C09", found, _place(article, starts, found.start))
        for words in read_article(article).words:
            for found in _private(words.text, known):
                if _same(found.text) not in told:  # its marks hid it: 0912**345**678
                    yield _complaint("C09", found, Place(article.file, line=words.line, column=words.column))


def _place(article: Article, starts: list[int], offset: int) -> Place:
    number = bisect_right(starts, offset) - 1
    return Place(article.file, line=article.body_line - 1 + number, column=offset - starts[number] + 1)


def _private(text: str, known: Context) -> list[Found]:
    found = personal_data(text)
    public = _of_offices(known) if found else ()
    return [each for each in found if _same(each.text) not in public]


def _complaint(code: str, found: Found, place: Place) -> Complaint:
    masked = f"{found.text[:3]}…{found.text[-2:]}"
    return Complaint(place, code, masked, details={"kind": say(f"problems.R50.kinds.{found.kind}")})


def _of_offices(known: Context) -> set[str]:
    """Return how the publisher is reached, and each unit: that is told by the fields that are there for it."""
    site = known.records.site
    offices: list[Contact | Publisher] = [site.publisher] if site is not None else []
    offices += [unit.contact for unit in known.records.units.values() if unit.contact is not None]
    return {_same(text) for office in offices for text in (office.phone, office.email) if text}


def _same(text: str) -> str:
    """Return what is left of an address or a number however it is spelled: +84 235 3884 123 is 02353884123."""
    return re.sub(r"^(?:0084|84)(?=[0-9]{9,10}$)", "0", re.sub(r"[^\w@]", "", plain(text).text).casefold())
