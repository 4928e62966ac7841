"""Are the days that a record leaves possible counted right?"""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.edtf import EdtfDate, parse
from generator.model.survey import Survey
from generator.rules.days import EVER, days_of, on, overlap, said_span

DAYS = st.dates(datetime.date(1000, 1, 1), datetime.date(2999, 12, 31))
SPANS = st.tuples(DAYS, DAYS).map(lambda pair: (min(pair), max(pair)))


def survey(date: str, earliest: str | None = None, latest: str | None = None) -> Survey:
    return Survey.model_validate(
        {
            "id": "a",
            "kind": "khao_sat",
            "title": "A",
            "date": date,
            "sources": [],
            "publication": {"state": "draft"},
        }
        | ({"date_earliest": earliest} if earliest else {})
        | ({"date_latest": latest} if latest else {})
    )


@pytest.mark.parametrize(
    ("record", "first", "last"),
    [
        (survey("2024-09-12"), "2024-09-12", "2024-09-12"),
        (survey("2024-09"), "2024-09-01", "2024-09-30"),
        (survey("2024-09", "2024-09-10"), "2024-09-10", "2024-09-30"),
        (survey("XXXX-09-08", "2021-01-01", "2024-09-07"), "2021-09-08", "2023-09-08"),
        (survey("XXXX-09-08", "2021-09-09", "2024-09-08"), "2022-09-08", "2024-09-08"),
        (survey("XXXX-02-29", "2021-03-01", "2023-12-31"), "2022-02-28", "2023-02-28"),
    ],
)
def test_the_days_of_a_survey_are_those_that_date_and_bounds_leave(record: Survey, first: str, last: str) -> None:
    assert days_of(record) == (datetime.date.fromisoformat(first), datetime.date.fromisoformat(last))


def test_a_date_without_year_and_bounds_reaches_through_all_years() -> None:
    first, last = days_of(survey("XXXX-09-08"))
    assert (first.year, last.year) == (1, 9999)


@given(SPANS, SPANS)
def test_two_times_overlap_if_a_day_lies_in_both(
    one: tuple[datetime.date, ...], other: tuple[datetime.date, ...]
) -> None:
    both = max(one[0], other[0]) <= min(one[1], other[1])
    assert overlap((one[0], one[1]), (other[0], other[1])) is both
    assert overlap((one[0], one[1]), EVER)


@given(DAYS, DAYS, st.integers(1, 12), st.integers(1, 28))
def test_days_without_year_are_that_day_within_the_bounds(
    one: datetime.date, other: datetime.date, month: int, day: int
) -> None:
    earliest, latest = sorted((one, other))
    first, last = days_of(survey(f"XXXX-{month:02}-{day:02}", earliest.isoformat(), latest.isoformat()))
    if first <= last:
        assert earliest <= first <= last <= latest
        assert (first.month, first.day) == (last.month, last.day) == (month, day)
    else:
        assert latest - earliest < datetime.timedelta(days=366)


def test_dates_stand_in_sentences_as_people_say_them() -> None:
    assert on(datetime.date(2025, 7, 1)) == "ngày 01/7/2025"
    month = parse("2025-07")
    assert isinstance(month, EdtfDate)
    assert on(month) == "tháng 7/2025"
    assert said_span((datetime.date(2023, 1, 1), datetime.date(2023, 12, 31))) == "từ 01/01/2023 đến 31/12/2023"
    assert said_span((datetime.date(2023, 1, 1), EVER[1])) == "từ 01/01/2023"
