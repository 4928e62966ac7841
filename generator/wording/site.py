"""What does every page, feed and calendar say of the site itself?"""

import re
from typing import NamedTuple

from generator.model.site import Site
from generator.strings import say

_ADDRESS = re.compile(r"(?P<page>https?://[^\s<>\"']*[^\s<>\"'.,;:!?)])|(?P<mail>[\w.+-]+@[\w-]+(?:\.[\w-]+)+)")


class ErrorReport(NamedTuple):
    """How readers report an error: a sentence, of which the first address is a link."""

    before: str
    address: str
    after: str
    page: str | None = None
    """The address, if it is one of a page."""
    mail: str | None = None
    """The address, if letters go there."""


def mark_of(site: Site) -> str:
    """Return what stands behind each name by which an invented council could be taken for a real one."""
    return say("phrases.fictional.mark") if site.fictional else ""


def site_name(site: Site) -> str:
    """Return the name of the site, of an invented council with the mark that it is one."""
    return site.name + mark_of(site)


def notices(site: Site) -> tuple[str, ...]:
    """Return what must be read before all else: that all is invented, and what the editors want to be said."""
    invented = say("phrases.fictional.notice") if site.fictional else None
    return tuple(filter(None, (invented, site.notice)))


def error_report(site: Site) -> ErrorReport | None:
    """Return how readers report an error, None where the site does not say."""
    text = site.report_errors
    if text is None:
        return None
    found = _ADDRESS.search(text)
    if found is None:
        return ErrorReport(text, "", "")
    return ErrorReport(text[: found.start()], found[0], text[found.end() :], found["page"], found["mail"])
