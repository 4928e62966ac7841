"""Where did a renamed page go? Small pages at the old addresses that lead to the new ones."""

from collections.abc import Iterator

from markupsafe import escape

from generator import addresses
from generator.derive import Derived
from generator.model.survey import Survey
from generator.strings import words

_PAGE = """<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<title>{title}</title>
<link rel="canonical" href="{whole}">
<meta http-equiv="refresh" content="0; url={relative}">
<meta name="robots" content="noindex">
</head>
<body>
<p>{text} <a href="{relative}">{whole}</a></p>
</body>
</html>
"""


def redirects(derived: Derived) -> dict[str, bytes]:
    """Return a page for every address that a record had under a former id, by its path among the pages."""
    says, site = words("phrases")["moved"], derived.archive.site.address
    pages = {}
    for old, new in _moves(derived):
        filling = {
            "title": escape(says["title"]),
            "text": escape(says["text"]),
            "whole": escape(site + new),
            "relative": escape("../" * old.count("/") + new),
        }
        pages[f"{old}index.html"] = _PAGE.format(**filling).encode()
    return pages


def _moves(derived: Derived) -> Iterator[tuple[str, str]]:
    """Yield each former address with the present one; whatever else bears the id in its address moves along."""
    archive, known = derived.archive, derived.follow_ups
    for survey in archive.surveys.values():
        for old in survey.former_ids:
            yield from zip(_of_survey(derived, survey, old), _of_survey(derived, survey, survey.id), strict=True)
    for address, question, records, boards in (
        (addresses.unit, "co-quan", archive.units, known.of_addressee),
        (addresses.topic, "chu-de", archive.topics, known.of_topic),
    ):
        for identifier, record in records.items():
            for old in record.former_ids:
                yield address(old), address(identifier)
                if identifier in boards:
                    yield (
                        addresses.recommendations_of(question, old),
                        addresses.recommendations_of(question, identifier),
                    )


def _of_survey(derived: Derived, survey: Survey, identifier: str) -> Iterator[str]:
    yield addresses.survey(identifier)
    for recommendation in survey.recommendations:
        yield addresses.recommendation(identifier, recommendation.id)
    for indicator in dict.fromkeys(each.indicator for each in survey.measurements):
        if derived.measures.are_compared(indicator, survey.id):
            yield addresses.comparison(indicator, identifier)
