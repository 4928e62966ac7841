"""By when must what be done, as a calendar that people can subscribe to? iCalendar (RFC 5545), in bytes.

Nothing here looks at the clock: an event bears the day on which its recommendation last came on record. Its
``SEQUENCE`` counts how often the deadline was moved, so that calendars know which of two versions is newer.
"""

import datetime
import re
from collections.abc import Iterable, Iterator

from generator import addresses
from generator.derive import Derived
from generator.derive.followup import FollowUp
from generator.derive.permanent import id_of_recommendation
from generator.derive.times import name_on
from generator.duties.deadlines import Limit
from generator.register import Register
from generator.register.following import Calendar
from generator.strings import say
from generator.wording.dates import day_text
from generator.wording.names import heading_of
from generator.wording.sentences import sentence_of
from generator.wording.site import mark_of
from generator.wording.texts import with_small_initial

OCTETS_OF_A_LINE = 75
_CONTINUES = 0b1000_0000
_TEXT = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})
_CONTROLS = re.compile("[\x00-\x09\x0b-\x1f\x7f]")


def calendar_files(derived: Derived, register: Register) -> dict[str, bytes]:
    """Return every calendar of deadlines by its path; the same records and day give the same bytes."""
    known: dict[str, str] = {}

    def event(follow_up: FollowUp) -> str:
        if follow_up.key not in known:
            known[follow_up.key] = _folded(_event(derived, follow_up))
        return known[follow_up.key]

    return {
        each.address: "".join((_folded(_head(derived, each)), *map(event, each.deadlines), _END)).encode()
        for each in register.calendars()
    }


_END = "END:VCALENDAR\r\n"
_VIETNAM = (
    "BEGIN:VTIMEZONE",
    "TZID:Asia/Ho_Chi_Minh",
    "BEGIN:STANDARD",
    "DTSTART:19700101T000000",
    "TZOFFSETFROM:+0700",
    "TZOFFSETTO:+0700",
    "END:STANDARD",
    "END:VTIMEZONE",
)
"""A calendar has at least one part (RFC 5545, 3.6), also while no deadline is open."""


def _head(derived: Derived, calendar: Calendar) -> Iterator[str]:
    site = derived.archive.site
    yield "BEGIN:VCALENDAR"
    yield "VERSION:2.0"
    yield f"PRODID:{_text(f'-//{site.publisher.name}//{site.name}//VI')}"
    yield "CALSCALE:GREGORIAN"
    title = _text(calendar.title + mark_of(site))
    yield f"NAME:{title}"
    yield f"X-WR-CALNAME:{title}"
    yield f"URL:{site.address}{calendar.page}"
    yield "REFRESH-INTERVAL;VALUE=DURATION:P1D"
    yield "X-PUBLISHED-TTL:P1D"
    yield from _VIETNAM


def _event(derived: Derived, follow_up: FollowUp) -> Iterator[str]:
    """Yield the lines of the deadline that counts, as an event of a whole day."""
    survey, recommendation = follow_up.survey, follow_up.recommendation
    site = derived.archive.site
    page = site.address + addresses.recommendation(survey.id, recommendation.id)
    heading = heading_of(recommendation)
    body = _body(derived, follow_up)
    yield "BEGIN:VEVENT"
    yield f"UID:{_text(site.id + id_of_recommendation(survey, recommendation.id, 'thoi-han'))}"
    yield f"DTSTAMP:{_midnight(_last_on_record(derived, follow_up))}"
    yield f"SEQUENCE:{len(_limits(follow_up)) - 1}"
    yield f"DTSTART;VALUE=DATE:{_limits(follow_up)[-1].date:%Y%m%d}"
    yield f"SUMMARY:{_text(say('sentences.deadline.summary', heading=heading, body=body))}"
    yield f"DESCRIPTION:{_text(_description(derived, follow_up, body))}"
    yield f"URL:{page}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _description(derived: Derived, follow_up: FollowUp, body: str) -> str:
    lines = [say("sentences.deadline.body", body=body)]
    earlier = ", ".join(_day(limit.date) for limit in _limits(follow_up)[:-1])
    if earlier:
        lines.append(say("sentences.deadline.earlier", dates=earlier))
    events = follow_up.recommendation.events
    if events:
        lines.append(sentence_of(derived.archive.units, follow_up, events[-1]))
    lines.append(say("sentences.detail.survey", title=follow_up.survey.title))
    if derived.archive.site.fictional:  # a calendar shows an event without its title
        lines.append(say("phrases.fictional.notice"))
    return "\n".join(lines)


def _body(derived: Derived, follow_up: FollowUp) -> str:
    """Return who must act now, or that nobody is known to."""
    if follow_up.responsible:
        return ", ".join(name_on(derived.archive.units[unit], None).text for unit in follow_up.responsible)
    if follow_up.is_without_body:
        return with_small_initial(say("phrases.board.without_body"))
    return say("sentences.deadline.no_addressee")


def _limits(follow_up: FollowUp) -> tuple[Limit, ...]:
    """Return the deadlines of what must be done first."""
    assert follow_up.due is not None, "a calendar holds what is due"
    return follow_up.due.limits


def _last_on_record(derived: Derived, follow_up: FollowUp) -> datetime.date:
    newest = derived.changes.of_recommendation[follow_up.survey.id, follow_up.recommendation.id][0]
    return newest.day


def _midnight(date: datetime.date) -> str:
    """Return the beginning of a day in Vietnam, seven hours before it begins in Greenwich."""
    return f"{date - datetime.timedelta(days=1):%Y%m%d}T170000Z"


def _day(date: datetime.date) -> str:
    return day_text(date)


def _text(text: str) -> str:
    """Return people's text as a value of the kind TEXT (RFC 5545, 3.3.11)."""
    return _CONTROLS.sub(" ", text).translate(_TEXT)


def _folded(lines: Iterable[str]) -> str:
    """Return lines as the format wants them: ended by CRLF, none longer than 75 octets, no letter cut apart."""
    return "".join(f"{_fold(line)}\r\n" for line in lines)


def _fold(line: str) -> str:
    octets = line.encode()
    if len(octets) <= OCTETS_OF_A_LINE:
        return line
    parts, start, room = [], 0, OCTETS_OF_A_LINE
    while start < len(octets):
        end = min(start + room, len(octets))
        while end < len(octets) and octets[end] & 0b1100_0000 == _CONTINUES:
            end -= 1
        parts.append(octets[start:end].decode())
        start, room = end, OCTETS_OF_A_LINE - 1  # the blank in front counts
    return "\r\n ".join(parts)
