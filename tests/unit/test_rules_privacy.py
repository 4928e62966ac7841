"""Are numbers of people found in their usual spellings, and other numbers left alone?"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.rules.personal import personal_data
from generator.vietnamese.numbers import format_number


@pytest.mark.parametrize(
    ("text", "kind", "found"),
    [
        ("số 049088012345 cấp năm 2021", "identity", "049088012345"),
        ("số 049 088 012 345", "identity", "049 088 012 345"),
        ("CCCD 049.088.012.345", "identity", "049.088.012.345"),
        ("CMND: 201234567", "identity", "201234567"),
        ("CMND số 201 234 567", "identity", "201 234 567"),
        ("chứng minh nhân dân của bà là 301234567", "identity", "301234567"),
        ("hồ sơ mang số 201234567.", "identity", "201234567"),
        ("hộ chiếu C1234567", "identity", "C1234567"),
        ("gọi 0912345678", "phone", "0912345678"),
        ("gọi 0912 345 678.", "phone", "0912 345 678"),
        ("gọi 0912.345.678 hoặc", "phone", "0912.345.678"),
        ("gọi 0912-345-678", "phone", "0912-345-678"),
        ("gọi +84 912 345 678", "phone", "+84 912 345 678"),
        ("gọi (+84) 912345678", "phone", "(+84) 912345678"),
        ("gọi 84912345678", "phone", "84912345678"),
        ("gọi 02353884123", "phone", "02353884123"),
        ("gọi (0235) 3 884 123", "phone", "(0235) 3 884 123"),
        ("gọi 024.3825.1234", "phone", "024.3825.1234"),
        ("gọi 0912345678/0987654321", "phone", "0912345678"),
        ("thư nguyen.van-a@vi-du.com.vn,", "email", "nguyen.van-a@vi-du.com.vn"),
        ("số tài khoản 4200205123456", "account", "4200205123456"),
        ("STK: 1234 5678 9012 tại Agribank", "account", "1234 5678 9012"),
        ("STK Agribank 4200205123456", "account", "4200205123456"),
    ],
)
def test_what_identifies_or_reaches_a_person_is_found(text: str, kind: str, found: str) -> None:
    assert (kind, found) in [(each.kind, each.text) for each in personal_data(text)]


@pytest.mark.parametrize(
    "text",
    [
        "chi 123.456.789 đồng",
        "chi 250000000 đồng",
        "chi 123456789 VNĐ",
        "thu 1.234.567.890 đồng",
        "Quyết định 128/QĐ-TTHĐND ngày 08/9/2022",
        "Kế hoạch 129/KH-ĐGS",
        "Nghị quyết 1241/NQ-UBTVQH15 ngày 24/10/2024",
        "Luật 87/2015/QH13, Luật 121/2025/QH15",
        "từ 05.07.2025 - 08.07.2025",
        "ngày 05.07.2025 08 giờ 30",
        "từ 03-05-2024 10 giờ",
        "giai đoạn 2021-2025, 2021 - 2025",
        "số tài khoản định danh điện tử đã kích hoạt: 1.234.567",
        "cấp căn cước cho 1.234.567 người",
        "Luật Căn cước số 26/2023/QH15",
        "mã số thuế 0301234567",
        "thủ tục 1.004227.000.00.00.H49",
        "hồ sơ H49.19-220908-0001",
        "mã đơn vị 20890, 20860, 20887",
        "tổng đài 1022 hoặc 19001234",
        "98,59% (2.184/2.215 hồ sơ)",
        "03 xã, 05 cơ quan, 09 thôn",
    ],
)
def test_other_numbers_are_left_alone(text: str) -> None:
    assert personal_data(text) == []


def test_a_number_is_told_once() -> None:
    assert [found.kind for found in personal_data("CCCD 049088012345")] == ["identity"]


def test_all_that_is_in_a_text_is_found_in_its_order() -> None:
    found = personal_data("a@b.vn, 0912345678, CMND 201234567")
    assert [each.kind for each in found] == ["email", "phone", "identity"]
    assert [each.start for each in found] == [0, 8, 25]


@given(st.integers(1, 10**15))
def test_an_amount_of_money_is_nobody(amount: int) -> None:
    assert personal_data(f"chi {format_number(amount)} đồng và {amount} đồng") == []


@given(st.text())
def test_no_text_raises_and_what_is_found_stands_in_it(text: str) -> None:
    for found in personal_data(text):
        assert text[found.start :].startswith(found.text)
