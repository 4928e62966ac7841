"""What is left of something withdrawn?"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from generator.derive import Derived
from generator.model.survey import Publication
from generator.register.entry import Entry
from generator.views.head import PageHead, page_head
from generator.wording.dates import day_text


class NoticeView(NamedTuple):
    """That a survey or a recommendation was withdrawn, when and why; nothing of the thing itself."""

    head: PageHead
    withdrawn: str | None
    reason: str


def notice_views(_: Derived, entries: Iterable[Entry[Publication]]) -> Iterator[NoticeView]:
    """Yield the notices that stand where withdrawn surveys and their recommendations were."""
    for entry in entries:
        publication = entry.subject
        assert publication.reason is not None, "checked: a withdrawn survey says why"
        withdrawn = None if publication.withdrawn is None else day_text(publication.withdrawn)
        yield NoticeView(page_head(entry), withdrawn, publication.reason)
