"""Does a date in a record say exactly what its text says, and nothing that is not there?"""

import datetime
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.edtf import FIRST_YEAR, LAST_YEAR, OPEN, EdtfDate, EdtfError, EdtfInterval, parse, parse_day

CALENDAR = st.dates(datetime.date(FIRST_YEAR, 1, 1), datetime.date(LAST_YEAR, 12, 31))
DAYS = CALENDAR.map(datetime.date.isoformat)
DATES = st.one_of(
    DAYS,
    DAYS.map(lambda day: day[:7]),
    DAYS.map(lambda day: day[:4]),
    DAYS.map(lambda day: f"XXXX{day[4:]}"),
    DAYS.map(lambda day: f"XXXX{day[4:7]}"),
    DAYS.map(lambda day: f"{day[:4]}-XX"),
    DAYS.map(lambda day: f"{day[:7]}-XX"),
    st.integers(FIRST_YEAR // 10, LAST_YEAR // 10).map(lambda decade: f"{decade:03}X"),
)
MARKED = st.tuples(DATES, st.sampled_from(["", "?", "~", "%"])).map("".join)
INTERVALS = st.one_of(
    MARKED.map(lambda date: f"{date}/.."),
    MARKED.map(lambda date: f"{date}/"),
    MARKED.map(lambda date: f"../{date}"),
    MARKED.map(lambda date: f"/{date}"),
    st.lists(DAYS, min_size=2, max_size=2).map(lambda days: "/".join(sorted(days))),
)


def date(text: str) -> EdtfDate:
    found = parse(text)
    assert isinstance(found, EdtfDate)
    return found


def interval(text: str) -> EdtfInterval:
    found = parse(text)
    assert isinstance(found, EdtfInterval)
    return found


def refusal(text: str) -> tuple[str, str | None]:
    with pytest.raises(EdtfError) as caught:
        parse(text)
    assert caught.value.text == text
    return caught.value.reason, caught.value.suggestion


def text_or_suggestion(text: str) -> str | None:
    try:
        return parse(text).text
    except EdtfError as error:
        return error.suggestion


@pytest.mark.parametrize(
    ("text", "parts", "precision"),
    [
        ("2024-09-12", (2024, 9, 12), "day"),
        ("2024-09", (2024, 9, None), "month"),
        ("2024-09-XX", (2024, 9, None), "month"),
        ("2024", (2024, None, None), "year"),
        ("2024-XX", (2024, None, None), "year"),
        ("2024-XX-XX", (2024, None, None), "year"),
        ("202X", (None, None, None), "decade"),
        ("XXXX-09-08", (None, 9, 8), "unknown_year"),
        ("XXXX-09", (None, 9, None), "unknown_year"),
        ("XXXX-09-XX", (None, 9, None), "unknown_year"),
        ("XXXX-XX-08", (None, None, 8), "unknown_year"),
    ],
)
def test_a_date_has_the_parts_that_it_states(
    text: str, parts: tuple[int | None, int | None, int | None], precision: str
) -> None:
    found = date(text)
    assert (found.year, found.month, found.day) == parts
    assert found.precision == precision


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("2024-09-12", "2024-09-12", "2024-09-12"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2023-02-XX", "2023-02-01", "2023-02-28"),
        ("2024", "2024-01-01", "2024-12-31"),
        ("202X", "2020-01-01", "2029-12-31"),
        ("2024~", "2024-01-01", "2024-12-31"),
        ("1000", "1000-01-01", "1000-12-31"),
        ("2999", "2999-01-01", "2999-12-31"),
        ("299X", "2990-01-01", "2999-12-31"),
        ("2021-03/2024-09-12", "2021-03-01", "2024-09-12"),
        ("2021/2024", "2021-01-01", "2024-12-31"),
    ],
)
def test_a_date_or_interval_lies_between_two_days(text: str, earliest: str, latest: str) -> None:
    found = parse(text)
    assert (str(found.earliest), str(found.latest)) == (earliest, latest)
    assert found.sort_bounds == (found.earliest, found.latest)


@pytest.mark.parametrize("text", ["XXXX-09-08", "XXXX-09", "XXXX-XX-08", "XXXX-09-08/XXXX-09-10", "XXXX-09-08/.."])
def test_without_a_year_there_are_no_bounds_and_sorting_reaches_to_the_ends_of_the_calendar(
    text: str,
) -> None:
    found = parse(text)
    assert (found.earliest, found.latest) == (None, None)
    assert found.sort_bounds == (datetime.date.min, datetime.date.max)


@pytest.mark.parametrize(
    ("text", "uncertain", "approximate"),
    [("2024", False, False), ("2024?", True, False), ("2024-09~", False, True), ("XXXX-09-08%", True, True)],
)
def test_marks_say_uncertain_approximate_or_both(text: str, uncertain: bool, approximate: bool) -> None:
    assert (date(text).uncertain, date(text).approximate) == (uncertain, approximate)


def test_a_decade_has_its_first_year() -> None:
    assert date("202X").decade == 2020
    assert date("2024").decade is None


@pytest.mark.parametrize("text", ["2021/..", "2021/"])
def test_an_open_end_and_an_unknown_end_are_not_the_same(text: str) -> None:
    found = interval(text)
    assert found.start == date("2021")
    assert found.end == (OPEN if text.endswith(OPEN) else None)
    assert (found.earliest, found.latest) == (datetime.date(2021, 1, 1), None)
    assert found.sort_bounds == (datetime.date(2021, 1, 1), datetime.date.max)


@pytest.mark.parametrize("text", ["../2024", "/2024"])
def test_an_open_start_and_an_unknown_start_are_not_the_same(text: str) -> None:
    found = interval(text)
    assert found.start == (OPEN if text.startswith(OPEN) else None)
    assert found.end == date("2024")
    assert (found.earliest, found.latest) == (None, datetime.date(2024, 12, 31))


def test_both_sides_of_an_interval_may_be_in_doubt() -> None:
    found = interval("2021?/2024-09~")
    assert isinstance(found.start, EdtfDate)
    assert isinstance(found.end, EdtfDate)
    assert (found.start.uncertain, found.end.approximate) == (True, True)


@pytest.mark.parametrize("text", ["2024-09-12/2024", "2024/2024-01-01", "2024/2024", "2024/202X"])
def test_an_interval_that_may_be_in_order_is_accepted(text: str) -> None:
    assert str(interval(text)) == text


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("2023-02-29", "day_of_month"),
        ("2024-11-31", "day_of_month"),
        ("2024-09-00", "day_of_month"),
        ("XXXX-02-30", "day_of_month"),
        ("XXXX-XX-32", "day_of_month"),
        ("2024-13", "month"),
        ("2024-00-10", "month"),
        ("XXXX-13-01", "month"),
        ("2024-21", "month"),
        ("0000", "year"),
        ("0001-01-01", "year"),
        ("0999", "year"),
        ("3000", "year"),
        ("9999-12-31", "year"),
        ("2024/9999", "year"),
        ("000X", "year"),
        ("099X", "year"),
        ("300X", "year"),
        ("2024/2023", "order"),
        ("2024-09-12/2024-09-11", "order"),
        ("2021-13/2024", "month"),
        ("XXXX", "nothing_known"),
        ("XXXX-XX-XX", "nothing_known"),
        ("XXXX/2024", "nothing_known"),
        ("../..", "nothing_known"),
        ("/", "nothing_known"),
        ("/..", "nothing_known"),
        ("", "shape"),
        ("Vừa qua", "shape"),
        ("202X-09", "shape"),
        ("2024-XX-08", "shape"),
        ("20XX", "shape"),
        ("2024?~", "shape"),
        ("-0044", "shape"),
        ("20240912", "shape"),
        ("２０２４", "shape"),
        ("2021/2022/2023", "shape"),
        ("22-09-08", "year_two_digits"),
        ("08/9/22", "year_two_digits"),
        ("24-09", "year_two_digits"),
        ("24", "year_two_digits"),
        ("9,10/6/2020", "vietnamese_form"),
        ("08-10/9/2022", "vietnamese_form"),
        ("31.11", "day_of_month"),
        ("31.11.2024", "day_of_month"),
        ("09/28/2022", "month"),
    ],
)
def test_what_is_no_date_is_refused_with_its_reason(text: str, reason: str) -> None:
    assert refusal(text) == (reason, None)


def test_29_february_is_possible_while_the_year_is_unknown() -> None:
    assert date("XXXX-02-29").day == 29
    assert date("2024-02-29").earliest == datetime.date(2024, 2, 29)


@pytest.mark.parametrize(
    ("text", "suggestion"),
    [
        ("08/9/2022", "2022-09-08"),
        ("12-09-2024", "2024-09-12"),
        ("30.8.2021", "2021-08-30"),
        ("08/9", "XXXX-09-08"),
        ("29/9", "XXXX-09-29"),
        ("20.10", "XXXX-10-20"),
        ("17- 4", "XXXX-04-17"),
        ("29/02", "XXXX-02-29"),
        ("3/2024", "2024-03"),
        ("tháng 3/2024", "2024-03"),
        ("Tháng 9 năm 2024", "2024-09"),
        ("tháng 9", "XXXX-09"),
        ("ngày 26 tháng 12 năm 2019", "2019-12-26"),
        ("ngày 26 tháng 12", "XXXX-12-26"),
        ("năm 2024", "2024"),
        ("2021-2024", "2021/2024"),
        ("2021 – 2024", "2021/2024"),
        ("từ năm 2021 đến nay", "2021/.."),
        ("từ tháng 3/2021 đến 12/9/2024", "2021-03/2024-09-12"),
        ("08/9/2022 - 10/9/2022", "2022-09-08/2022-09-10"),
        ("31/12/2024", "2024-12-31"),
        ("12/2024", "2024-12"),
        ("trong năm 2024", "2024"),
        ("Quý II/2024", "2024-04/2024-06"),
        ("quý 3/2024", "2024-07/2024-09"),
        ("Quý IV năm 2024", "2024-10/2024-12"),
        ("Quý I – Quý III/2024", "2024-01/2024-09"),
        ("6 tháng đầu năm 2024", "2024-01/2024-06"),
        ("sáu tháng đầu năm 2024", "2024-01/2024-06"),
        ("nửa đầu năm 2024", "2024-01/2024-06"),
        ("9 tháng đầu năm 2024", "2024-01/2024-09"),
        ("6 tháng cuối năm 2024", "2024-07/2024-12"),
        ("từ 01/7 đến 15/9/2025", "2025-07-01/2025-09-15"),
        ("từ 01/7 tới 15/9/2025", "2025-07-01/2025-09-15"),
        ("01/7-15/9/2025", "2025-07-01/2025-09-15"),
        ("từ ngày 01/7 đến hết ngày 15/9/2025", "2025-07-01/2025-09-15"),
        ("từ ngày 01 đến ngày 15/9/2025", "2025-09-01/2025-09-15"),
        ("tháng 3 - 9/2024", "2024-03/2024-09"),
        ("từ tháng 3 đến tháng 9 năm 2024", "2024-03/2024-09"),
        ("12-09-2024 - 15-09-2024", "2024-09-12/2024-09-15"),
        ("nhiệm kỳ 2021-2026", "2021/2026"),
        ("nhiệm kỳ 2021–2026", "2021/2026"),
        ("giai đoạn 2021 - nay", "2021/.."),
        ("01/7 - 15/9", "XXXX-07-01/XXXX-09-15"),
    ],
)
def test_a_date_as_people_write_it_is_refused_with_its_edtf_text(text: str, suggestion: str) -> None:
    assert refusal(text) == ("vietnamese_form", suggestion)
    assert refusal(unicodedata.normalize("NFD", text)) == ("vietnamese_form", suggestion)


@pytest.mark.parametrize(
    ("text", "suggestion"),
    [
        ("2024-9-8", "2024-09-08"),
        ("2024/09/08", "2024-09-08"),
        ("2024/09", "2024-09"),
        ("2024–09–12", "2024-09-12"),
        (" 2024 ", "2024"),
        ("2024-09-12\n", "2024-09-12"),
        ("xxxx-09-08", "XXXX-09-08"),
        ("2024-12-31T00:00:00.000Z", "2024-12-31"),
        ("2024-12-31T16:59:59Z", "2024-12-31"),
        ("2024-12-31 00:00:00", "2024-12-31"),
        ("2024-12-31T10:00", "2024-12-31"),
        ("2024-12-31T23:30:00+07:00", "2024-12-31"),
        ("2024-12-31 23:30:00 +0700", "2024-12-31"),
        ("31/12/2024 0:00", "2024-12-31"),
    ],
)
def test_a_slip_of_the_pen_is_refused_with_the_right_spelling(text: str, suggestion: str) -> None:
    assert refusal(text) == ("shape", suggestion)


@pytest.mark.parametrize(
    "text",
    [
        "2024-12-30T17:00:00.000Z",  # midnight of the 31st in Vietnam, where it was written
        "2024-12-31T00:00:00+09:00",  # still the 30th in Vietnam
        "2024-12-31T25:00:00",
        "cuối năm 2023",
        "đầu tháng 5",
        "giữa năm",
        "Quý II",
        "quý V/2024",
        "12 tháng đầu năm 2024",
        "2-9/2024",  # a day, or eight months?
        "08-9/2022",
        "từ 15/11 đến 10/01/2025",  # November of another year
        "01/7/2025 - 15/9",
        "năm học 2023-2024",  # two halves of two years
        "từ năm 2021",
        "đến 31/12/2024",
        "20241231",
        "45657",
        "Tue Dec 31 2024",
        "12/31/2024",
    ],
)
def test_what_may_mean_several_times_gets_no_suggestion(text: str) -> None:
    assert refusal(text)[1] is None


@given(MARKED | INTERVALS)
def test_the_text_survives_reading(text: str) -> None:
    assert str(parse(text)) == parse(text).text == text


@given(MARKED | INTERVALS, MARKED | INTERVALS)
def test_values_are_equal_if_their_texts_are(one: str, other: str) -> None:
    assert (parse(one) == parse(other)) == (one == other)
    assert len({parse(one), parse(other)}) == len({one, other})


@given(MARKED | INTERVALS)
def test_the_bounds_are_in_order(text: str) -> None:
    first, last = parse(text).sort_bounds
    assert first <= last


@given(CALENDAR)
def test_every_day_lies_in_its_month_and_year(day: datetime.date) -> None:
    for text in (day.isoformat(), day.isoformat()[:7], day.isoformat()[:4]):
        first, last = parse(text).sort_bounds
        assert first <= day <= last


@given(
    st.text(st.sampled_from("0123456789X-/.?~ ")) | st.text(st.sampled_from("0129/-. thángnmayđếừgốiX")) | st.text()
)
def test_any_text_is_read_or_refused_and_what_is_suggested_can_be_read(text: str) -> None:
    reading = text_or_suggestion(text)
    assert reading is None or str(parse(reading)) == reading


@given(CALENDAR, st.sampled_from("/.-"))
def test_a_day_written_in_vietnamese_form_is_understood(day: datetime.date, dot: str) -> None:
    text = f"{day.day:02}{dot}{day.month}{dot}{day.year}"
    assert refusal(text) == ("vietnamese_form", day.isoformat())


@given(CALENDAR)
def test_a_full_date_is_a_day_of_the_calendar(day: datetime.date) -> None:
    assert parse_day(day.isoformat()) == day


@pytest.mark.parametrize(
    ("text", "reason", "suggestion"),
    [
        ("2024-09", "incomplete", None),
        ("2024-09-XX", "incomplete", None),
        ("XXXX-09-08", "incomplete", None),
        ("2024-09-12?", "incomplete", None),
        ("2024-09-12/2024-09-13", "incomplete", None),
        ("2024-09-31", "day_of_month", None),
        ("12/9/2024", "vietnamese_form", "2024-09-12"),
        ("12/9", "vietnamese_form", None),
        ("tháng 9/2024", "vietnamese_form", None),
    ],
)
def test_less_than_a_full_day_is_refused_where_a_day_is_wanted(
    text: str, reason: str, suggestion: str | None
) -> None:
    with pytest.raises(EdtfError) as caught:
        parse_day(text)
    assert (caught.value.reason, caught.value.suggestion) == (reason, suggestion)
