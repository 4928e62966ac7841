"""What is left of something withdrawn?"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from generator.derive import Derived
from generator.model.base import Withdrawal
from generator.register.entry import Entry
from generator.views.head import PageHead, page_head
from generator.wording.dates import day_text


class NoticeView(NamedTuple):
    """That a survey or a recommendation was withdrawn, when and why; nothing of the thing itself."""

    head: PageHead
    withdrawn: str
    reason: str


def notice_views(_: Derived, entries: Iterable[Entry[Withdrawal]]) -> Iterator[NoticeView]:
    """Yield the notices that stand where withdrawn surveys and recommendations were."""
    for entry in entries:
        yield NoticeView(page_head(entry), day_text(entry.subject.date), entry.subject.reason)
