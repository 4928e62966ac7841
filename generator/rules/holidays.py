"""Is it known of every day that deadlines count whether people work on it?"""

import datetime
from collections.abc import Iterator
from typing import NamedTuple

from generator.model.catalogue import Holidays
from generator.model.recommendation import Deadline
from generator.model.vocabulary import DayKind
from generator.problems import Complaint, Place
from generator.rules.context import Context, rule
from generator.rules.days import ONE_DAY

_FILE = Place("data/holidays.yml")
_LONGEST = 36_525
"""Days after which a deadline is a slip of the pen (R36)."""


class _Uncounted(NamedTuple):
    """A deadline in working days of which the last day cannot be counted, and the file in which it stands."""

    file: str
    start: datetime.date
    days: int


@rule("R37")
def days_off_are_known_to_the_end(known: Context) -> Iterator[Complaint]:
    """All days off are known as far as deadlines in working days reach; else their last day cannot be counted."""
    if _FILE.file in known.records.broken:
        return
    holidays = known.records.holidays
    found = list(_uncounted(known, holidays))
    if found:
        years = sorted({year for each in found for year in _years(each, holidays)})
        details = {"years": ", ".join(map(str, years)), "count": str(len(found)), "file": found[0].file}
        yield Complaint(_FILE / "complete_until", "R37", details=details)


def _uncounted(known: Context, holidays: Holidays) -> Iterator[_Uncounted]:
    for sheet in known.surveys:
        for each in sheet.parts(Deadline):
            if each.days is None or each.counted_from is None or each.day_kind is not DayKind.WORKING:
                continue
            if each.days < _LONGEST and holidays.working_day_after(each.counted_from, each.days) is None:
                yield _Uncounted(sheet.place.file, each.counted_from, each.days)


def _years(deadline: _Uncounted, holidays: Holidays) -> Iterator[int]:
    """Yield the years of the days that the list lacks, as far as the deadline reaches at the least."""
    days = range(1, deadline.days * 7 // 5 + 1)
    lacking = {day.year for each in days if not holidays.bears(day := deadline.start + each * ONE_DAY)}
    if lacking or holidays.complete_until is None:
        yield from lacking
    else:  # only the days off make it longer than the list
        yield (holidays.complete_until + ONE_DAY).year
