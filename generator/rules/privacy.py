"""Does a text give away what identifies or reaches a private person? (Luật 91/2025/QH15)"""

import re
from collections.abc import Iterator
from typing import Any

from generator.model.values import Words
from generator.model.walk import leaves
from generator.problems import Complaint, Place
from generator.rules.context import Context, Sheet, rule, sheet_rule
from generator.rules.personal import Found, may_be_personal, personal_data
from generator.strings import say


@sheet_rule("R50")
def records_hold_no_personal_data(sheet: Sheet[Any]) -> Iterator[Complaint]:
    """No text tells numbers of identity cards, phones or accounts, or e-mail addresses, but the publisher's own."""
    if may_be_personal("\n".join(sheet.gathered.texts)):
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


def _private(text: str, known: Context) -> list[Found]:
    found = personal_data(text)
    public = _of_the_publisher(known) if found else ()
    return [each for each in found if _plain(each.text) not in public]


def _complaint(code: str, found: Found, place: Place) -> Complaint:
    masked = f"{found.text[:3]}…{found.text[-2:]}"
    return Complaint(place, code, masked, details={"kind": say(f"problems.R50.kinds.{found.kind}")})


def _of_the_publisher(known: Context) -> set[str]:
    publisher = known.records.site.publisher if known.records.site is not None else None
    return {_plain(text) for text in (publisher.phone, publisher.email) if text} if publisher else set()


def _plain(text: str) -> str:
    return re.sub(r"[^\w@]", "", text).casefold()
