"""Are dates said as Vietnamese offices write them, with what the source leaves open?"""

import datetime
import re
from dataclasses import dataclass
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.edtf import EdtfInterval, parse
from generator.strings import words
from generator.vietnamese.dates import StatedDate, show_date, show_day, show_interval


def shown(text: str) -> str:
    stated = parse(text)
    return (
        show_interval(stated, words("dates"))
        if isinstance(stated, EdtfInterval)
        else show_date(stated, words("dates"))
    )


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("2022-09-08", "08/9/2022"),
        ("2023-02-01", "01/02/2023"),
        ("2022-01-31", "31/01/2022"),
        ("2022-10-15", "15/10/2022"),
        ("2024-09", "tháng 9/2024"),
        ("2024-02", "tháng 02/2024"),
        ("2024-09-XX", "tháng 9/2024"),
        ("2024", "năm 2024"),
        ("2024-XX", "năm 2024"),
        ("202X", "thập niên 2020"),
        ("XXXX-09-08", "08/9 (nguồn không ghi năm)"),
        ("XXXX-09", "tháng 9 (nguồn không ghi năm)"),
        ("XXXX-XX-08", "ngày 08 (nguồn không ghi tháng, năm)"),
    ],
)
def test_a_date_is_said_with_the_precision_that_it_has(text: str, said: str) -> None:
    assert shown(text) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("2024?", "năm 2024 (chưa chắc chắn)"),
        ("2024-05~", "khoảng tháng 5/2024"),
        ("2024-05-01%", "khoảng 01/5/2024 (chưa chắc chắn)"),
        ("XXXX-09-08?", "08/9 (nguồn không ghi năm; chưa chắc chắn)"),
    ],
)
def test_doubts_are_said_in_one_pair_of_brackets(text: str, said: str) -> None:
    assert shown(text) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("2021/..", "từ năm 2021 đến thời điểm báo cáo"),
        ("2021/", "từ năm 2021 (nguồn không ghi mốc cuối)"),
        ("../2024", "đến năm 2024"),
        ("/2024", "đến năm 2024 (nguồn không ghi mốc đầu)"),
        ("2021-03/2024-09-12", "từ tháng 3/2021 đến 12/9/2024"),
        ("2021?/2024~", "từ năm 2021 (chưa chắc chắn) đến khoảng năm 2024"),
        ("XXXX-09-08/", "từ 08/9 (nguồn không ghi năm; nguồn không ghi mốc cuối)"),
        ("/2024?", "đến năm 2024 (chưa chắc chắn; nguồn không ghi mốc đầu)"),
    ],
)
def test_an_interval_lasts_until_now_only_if_it_is_open(text: str, said: str) -> None:
    assert shown(text) == said


def test_an_interval_without_a_date_is_refused() -> None:
    @dataclass(frozen=True)
    class Boundless:
        start: StatedDate | Literal[".."] | None = None
        end: StatedDate | Literal[".."] | None = ".."

    with pytest.raises(ValueError, match="says nothing"):
        show_interval(Boundless(), words("dates"))


def test_every_text_of_the_string_file_is_used() -> None:
    read: set[str] = set()

    class Watched(dict[str, str]):
        def __getitem__(self, key: str) -> str:
            read.add(key)
            return super().__getitem__(key)

    watched = Watched(words("dates"))
    for text in ["2024-09-12", "2024-09", "2024", "202X", "XXXX-09-08%", "XXXX-09", "XXXX-XX-08"]:
        stated = parse(text)
        assert not isinstance(stated, EdtfInterval)
        show_date(stated, watched)
    for text in ["2021/2024", "2021/..", "2021/", "/2024"]:
        period = parse(text)
        assert isinstance(period, EdtfInterval)
        show_interval(period, watched)
    assert read == set(words("dates"))


@given(st.dates(datetime.date(1000, 1, 1), datetime.date(2999, 12, 31)))
def test_a_day_of_the_calendar_is_said_like_the_same_date_in_a_record(day: datetime.date) -> None:
    assert show_day(day, words("dates")) == shown(day.isoformat())


@given(st.dates(datetime.date(1000, 1, 1), datetime.date(2999, 12, 31)))
def test_a_day_can_be_read_back_and_only_january_and_february_have_a_zero(day: datetime.date) -> None:
    said = show_day(day, words("dates"))
    assert [int(part) for part in said.split("/")] == [day.day, day.month, day.year]
    assert re.fullmatch(r"[0-9]{2}/(01|02|[3-9]|1[0-2])/[0-9]+", said)
