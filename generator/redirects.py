"""Where did a renamed page go? Small pages at the old addresses that lead to the new ones."""

from collections.abc import Iterator

from markupsafe import escape

from generator import addresses
from generator.archive import Archive
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


def redirects(archive: Archive) -> dict[str, bytes]:
    """Return a page for every former address of surveys, units and topics, by its path among the pages."""
    says = words("phrases")["moved"]
    pages = {}
    for old, new in _moves(archive):
        filling = {
            "title": escape(says["title"]),
            "text": escape(says["text"]),
            "whole": escape(archive.site.address + new),
            "relative": escape("../" * old.count("/") + new),
        }
        pages[f"{old}index.html"] = _PAGE.format(**filling).encode()
    return pages


def _moves(archive: Archive) -> Iterator[tuple[str, str]]:
    for address, records in (
        (addresses.survey, archive.surveys),
        (addresses.unit, archive.units),
        (addresses.topic, archive.topics),
    ):
        for identifier, record in records.items():
            yield from ((address(old), address(identifier)) for old in record.former_ids)
