"""Which day is it? One small file says it, so that no page need change because a night has passed.

The script ``days.js`` of the theme reads it and adds to a page what moves with the days, from the reader's clock.
"""

import datetime
import json

from generator.strings import say
from generator.wording.dates import day_text

_OPEN = "{days}"
"""The slot in a text that the browser fills: a number of days."""


def day_file(today: datetime.date, *, built: datetime.date) -> bytes:
    """Return, as JSON, the day that the site shows, whether it is a past one, and the words to count with.

    ``built`` is the day of the build. Of a past day nothing is counted: the reader's clock has no part in it.
    """
    told = {"day": today.isoformat(), "is_past": today < built, "words": _words(day_text(today))}
    return json.dumps(told, ensure_ascii=False, indent=1).encode() + b"\n"


def _words(day: str) -> dict[str, str]:
    return {
        "left": say("days.left", days=_OPEN),
        "last_day": say("days.last_day"),
        "passed": say("days.passed", days=_OPEN),
        "overdue": say("days.overdue", days=_OPEN),
        "as_of": say("days.as_of", day=day),
        "foot": say("days.foot", day=day),
        "old": say("days.old", day=day, days=_OPEN),
    }
