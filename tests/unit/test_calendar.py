"""Can a calendar program read the deadlines, and see when one has moved?

Asked by a strict little parser, and by icalendar, which others use.
"""

import datetime
import re
from typing import Any, NamedTuple

import pytest
from icalendar import Calendar

from generator.archive import public
from generator.calendar import OCTETS_OF_A_LINE, calendar_files
from generator.derive import Derived, derive
from generator.register import register_of
from tests.golden.sites import EXAMPLE, good_records
from tests.golden.sites import TODAY as BUILT_ON
from tests.unit.changing import HOME, TODAY, asked, derived, step, survey

LINE = re.compile(r"(?P<name>[A-Z-]+)(?P<parameters>(?:;[A-Z-]+=[^\";:,]+)*):(?P<value>.*)")
ESCAPE = re.compile(r"\\(.)")
OPEN = {"date": "2026-12-31"}
SITE, BODY, TOPIC = "kien-nghi/thoi-han.ics", "don-vi/ubnd-xa/thoi-han.ics", "chu-de/ho-so/thoi-han.ics"


def files_of(known: Derived) -> dict[str, bytes]:
    return calendar_files(known, register_of(known))


class Line(NamedTuple):
    """A content line, unfolded."""

    name: str
    parameters: str
    value: str


def lines(octets: bytes) -> list[Line]:
    """Return the content lines of a calendar; fail for anything that RFC 5545 (3.1) does not allow."""
    assert octets.endswith(b"\r\n")
    raw = octets.removesuffix(b"\r\n").split(b"\r\n")
    assert all(len(each) <= OCTETS_OF_A_LINE for each in raw)
    for each in raw:
        assert not re.search(rb"[\x00-\x08\x0a-\x1f\x7f]", each), each
        each.decode("utf-8")  # no letter is cut apart
    unfolded = octets.decode().replace("\r\n ", "").removesuffix("\r\n")
    return [_line(each) for each in unfolded.split("\r\n")]


def _line(unfolded: str) -> Line:
    match = LINE.fullmatch(unfolded)
    assert match is not None, unfolded
    return Line(match["name"], match["parameters"], match["value"])


def text(value: str) -> str:
    """Return a value of the kind TEXT; commas and semicolons are escaped, and nothing but what may be."""
    assert re.fullmatch(r"(?:[^\\;,]|\\[\\;,nN])*", value), value
    return ESCAPE.sub(lambda match: "\n" if match[1] in "nN" else match[1], value)


def events(octets: bytes) -> list[dict[str, str]]:
    """Return the events of a calendar, each property once; fail if the calendar is not whole."""
    rows = lines(octets)
    assert (rows[0], rows[-1]) == (Line("BEGIN", "", "VCALENDAR"), Line("END", "", "VCALENDAR"))
    zone, whole_zone = rows.index(Line("BEGIN", "", "VTIMEZONE")), rows.index(Line("END", "", "VTIMEZONE"))
    head = [row.name for row in rows[1:zone]]
    assert len(head) == len(set(head))
    assert {"VERSION", "PRODID"} <= set(head)
    found: list[dict[str, str]] = []
    is_inside = False
    for row in rows[whole_zone + 1 : -1]:
        if row.name in ("BEGIN", "END"):
            assert row.value == "VEVENT"
            assert is_inside is (row.name == "END")
            is_inside = not is_inside
            if is_inside:
                found.append({})
            continue
        assert is_inside
        assert row.name not in found[-1], row.name
        found[-1][row.name] = text(row.value) if row.name in ("UID", "SUMMARY", "DESCRIPTION") else row.value
        assert row.parameters == (";VALUE=DATE" if row.name == "DTSTART" else "")
    assert not is_inside
    return found


def calendars(*steps: dict[str, Any], **more: object) -> dict[str, list[dict[str, str]]]:
    files = files_of(derived(survey(recommendations=[asked(*steps, **{"deadline": OPEN, **more})])))
    return {path: events(octets) for path, octets in files.items()}


def example() -> Derived:
    return derive(public(good_records(EXAMPLE), today=BUILT_ON))


def test_every_calendar_of_the_fictional_council_is_whole() -> None:
    files = files_of(example())
    assert {SITE, "chu-de/tthc/thoi-han.ics", "don-vi/ubnd-xa-thanh-vong/thoi-han.ics"} <= files.keys()
    uids = {path: [event["UID"] for event in events(octets)] for path, octets in files.items()}
    assert all(len(each) == len(set(each)) for each in uids.values())
    assert len(uids[SITE]) > 3
    assert {uid for path, each in uids.items() if path != SITE for uid in each} <= set(uids[SITE])
    for octets in files.values():
        for event in events(octets):
            assert {"UID", "DTSTAMP", "DTSTART", "SEQUENCE", "SUMMARY", "URL"} <= set(event)
            assert re.fullmatch(r"[0-9]{8}T170000Z", event["DTSTAMP"])
            datetime.date.fromisoformat(event["DTSTART"])


def test_every_calendar_is_read_by_icalendar_as_we_mean_it() -> None:
    for path, octets in files_of(example()).items():
        read = Calendar.from_ical(octets)
        assert isinstance(read, Calendar)
        assert read.errors == []
        assert [part.name for part in read.subcomponents if part.name != "VEVENT"] == ["VTIMEZONE"]
        assert [event.errors for event in read.events] == [[]] * len(events(octets)), path
        for event, known in zip(read.events, events(octets), strict=True):
            assert str(event["UID"]) == known["UID"]
            assert str(event["SUMMARY"]) == known["SUMMARY"]
            assert str(event["DESCRIPTION"]) == known["DESCRIPTION"]
            assert event.start == datetime.date.fromisoformat(known["DTSTART"])
            assert event["SEQUENCE"] == int(known["SEQUENCE"])


def test_a_deadline_is_a_day_with_the_body_that_must_act() -> None:
    found = calendars(step(2, "progress", "planned", by="ubnd-xa"))
    assert {path for path, deadlines in found.items() if deadlines} == {SITE, BODY, TOPIC}
    assert found[SITE] == found[BODY] == found[TOPIC]
    (event,) = found[SITE]
    assert event == {
        "UID": f"{HOME}kien-nghi/khao-sat-1-kn-01/#thoi-han",
        "DTSTAMP": "20240401T170000Z",
        "SEQUENCE": "0",
        "DTSTART": "20261231",
        "SUMMARY": "Hạn: Trả hồ sơ đúng hẹn (UBND xã Mới)",
        "DESCRIPTION": "Cơ quan phải thực hiện: UBND xã Mới\n"
        "UBND xã Thử báo cáo đã có kế hoạch (ngày 02/4/2024)\n"
        "Nêu tại: Tiếp nhận hồ sơ ở xã",
        "URL": f"{HOME}kien-nghi/khao-sat-1-kn-01/",
        "TRANSP": "TRANSPARENT",
    }


def test_an_extension_moves_the_day_and_raises_the_sequence_of_the_same_event() -> None:
    (before,) = calendars()[SITE]
    (once,) = calendars(step(2, "deadline_extended", deadline="2027-03-31"))[SITE]
    (twice,) = calendars(
        step(2, "deadline_extended", deadline="2027-03-31"), step(3, "deadline_extended", deadline="2027-06-30")
    )[SITE]
    assert before["UID"] == once["UID"] == twice["UID"]
    assert [each["SEQUENCE"] for each in (before, once, twice)] == ["0", "1", "2"]
    assert [each["DTSTART"] for each in (before, once, twice)] == ["20261231", "20270331", "20270630"]
    assert [each["DTSTAMP"][:8] for each in (before, once, twice)] == ["20240229", "20240401", "20240402"]
    assert "Thời hạn trước đó: 31/12/2026, 31/3/2027\n" in twice["DESCRIPTION"]


def test_a_deadline_that_was_set_later_is_the_first_version() -> None:
    (event,) = calendars(step(2, "deadline_set", deadline="2027-03-31"), deadline=None)[SITE]
    assert (event["SEQUENCE"], event["DTSTART"]) == ("0", "20270331")


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        ("progress", "reported_done"),
        ("verification", "verified_done"),
        ("closed", "withdrawn"),
    ],
)
def test_what_is_done_or_given_up_has_no_deadline_to_keep(kind: str, value: str) -> None:
    assert not any(calendars(step(2, kind, value)).values())


@pytest.mark.parametrize(("kind", "value"), [("progress", "will_not_do"), ("position", "not_accepted")])
def test_a_refusal_does_not_stop_the_clock(kind: str, value: str) -> None:
    assert [event["UID"] for event in calendars(step(2, kind, value))[SITE]] == [
        event["UID"] for event in calendars()[SITE]
    ]


def test_a_claim_that_was_refuted_brings_the_same_event_back() -> None:
    steps = (step(2, "progress", "reported_done"), step(3, "verification", "not_satisfied"))
    assert [event["UID"] for event in calendars(*steps)[SITE]] == [event["UID"] for event in calendars()[SITE]]


def test_without_a_deadline_a_calendar_is_empty_and_still_there_for_those_who_subscribed() -> None:
    found = calendars(deadline=None)
    assert found.keys() == calendars().keys() >= {SITE, BODY, TOPIC}
    assert not any(found.values())
    assert files_of(derived()) == {}


def test_after_a_transfer_the_deadline_is_the_receiver_s() -> None:
    found = calendars(step(2, "transfer", receiver="so"))
    assert {path for path, deadlines in found.items() if deadlines} == {SITE, TOPIC, "don-vi/so/thoi-han.ics"}
    assert BODY in found


def test_where_nobody_is_named_the_calendar_says_so() -> None:
    found = calendars(addressee=None)
    assert {path for path, deadlines in found.items() if deadlines} == {SITE, TOPIC}
    assert found[SITE][0]["SUMMARY"] == "Hạn: Trả hồ sơ đúng hẹn (không rõ cơ quan thực hiện)"


def test_deadlines_stand_by_their_days_and_one_missed_long_ago_stays_while_it_is_open() -> None:
    days = {"kn-01": "2027-01-31", "kn-02": "2026-12-31", "kn-03": "2025-11-21", "kn-04": "2018-11-20"}
    known = derived(survey(recommendations=[asked(id=key, deadline={"date": day}) for key, day in days.items()]))
    assert [event["DTSTART"] for event in events(files_of(known)[SITE])] == [
        "20181120",
        "20251121",
        "20261231",
        "20270131",
    ]


def test_people_s_text_cannot_break_a_line() -> None:
    hostile = "A;B,C\\n\x0bEND:VEVENT\u2028 “Đ” " + "ếộữ" * 60
    (event,) = calendars(heading=hostile)[SITE]
    assert event["SUMMARY"] == f"Hạn: {hostile.replace(chr(11), ' ')} (UBND xã Mới)"


@pytest.mark.parametrize("length", range(60, 90))
def test_lines_of_any_length_are_folded_and_unfolded_to_the_same(length: int) -> None:
    for letters in ("a" * length, "ộ" * length, "aộ" * length):
        (event,) = calendars(heading=letters)[SITE]
        assert event["SUMMARY"] == f"Hạn: {letters} (UBND xã Mới)"


def test_the_same_records_give_the_same_bytes_and_a_later_day_changes_none() -> None:
    record = survey(recommendations=[asked(step(2, "progress", "planned"), deadline=OPEN)])
    first = files_of(derived(record))
    assert first == files_of(derived(record))
    assert first == files_of(derived(record, today=TODAY - datetime.timedelta(days=200)))
    assert files_of(example()) == files_of(example())


@pytest.mark.parametrize(
    "broken",
    [b"BEGIN:VCALENDAR\n", b"A:" + b"a" * 75 + b"\r\n", "A:ộ\r\n".encode()[:-4] + b"\r\n", b"A:\x07\r\n"],
)
def test_the_parser_refuses_what_is_no_calendar(broken: bytes) -> None:
    with pytest.raises((AssertionError, UnicodeDecodeError)):
        lines(broken)
