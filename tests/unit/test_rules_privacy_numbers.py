"""Is every number that can be a person's found, whatever its prefix and its province, and none beyond them?"""

import pytest

from generator.rules.personal import personal_data

MOBILE = [f"0{prefix}{second}" for prefix in "35789" for second in range(10)]
"""03x, 05x, 07x, 08x and 09x: the beginnings of mobile numbers since 2018."""
NO_PHONE = ["00", "01", "04", "06"]


def kinds(text: str) -> list[str]:
    return [found.kind for found in personal_data(text)]


@pytest.mark.parametrize("start", MOBILE)
def test_a_mobile_number_of_every_network_is_found(start: str) -> None:
    for written in (f"{start}1234567", f"{start} 123 4567", f"+84{start[1:]}1234567", f"0084 {start[1:]} 123 4567"):
        assert kinds(f"gọi {written} nhé") == ["phone"], written


@pytest.mark.parametrize("start", NO_PHONE)
def test_ten_digits_that_begin_as_no_phone_does_are_none(start: str) -> None:
    assert kinds(f"mã {start}12345678 nhé") == []


@pytest.mark.parametrize("area", ["0203", "0235", "024", "028", "0236", "0299"])
def test_a_fixed_line_is_found_with_the_digits_that_it_has(area: str) -> None:
    rest = "12345678"[: 11 - len(area)]
    assert kinds(f"gọi {area}{rest}") == ["phone"]
    assert kinds(f"mã {area}{rest}99") == []


@pytest.mark.parametrize("province", range(1, 97))
@pytest.mark.parametrize("century", range(4))
def test_an_identity_number_of_every_province_is_found(province: int, century: int) -> None:
    assert kinds(f"số {province:03}{century}88012345 cấp") == ["identity"]


@pytest.mark.parametrize("start", ["0000", "0970", "0980", "0990", "1000", "9990", "0014", "0485", "0969"])
def test_twelve_digits_of_no_province_or_century_are_no_identity_number(start: str) -> None:
    assert kinds(f"mã số {start}88012345 trong sổ") == []


@pytest.mark.parametrize(
    "name",
    [
        "CCCD", "CMND", "CMTND", "CMT", "GCMND", "căn cước", "Căn cước", "chứng minh nhân dân", "Chứng minh thư",
        "định danh cá nhân", "Định danh cá nhân", "hộ chiếu", "Hộ chiếu",
    ],
)  # fmt: skip
@pytest.mark.parametrize("between", [" ", ": ", " số ", " của bà là "])
def test_whatever_is_named_a_paper_of_a_person_is_found(name: str, between: str) -> None:
    for number in ("612345678", "612 345 678", "612.345.678", "612345678901", "512-345-678-901"):
        assert kinds(f"{name}{between}{number}, cấp năm 2021") == ["identity"], number
    assert kinds(f"{name}{between}61234567, cấp năm 2021") == []


@pytest.mark.parametrize("number", ["C1234567", "B12345678", "A1234567"])
def test_a_passport_is_found_with_its_letter(number: str) -> None:
    (found,) = personal_data(f"hộ chiếu số {number} cấp tại")
    assert (found.kind, found.text) == ("identity", number)
    assert kinds(f"hộ chiếu số {number}999 cấp tại") == []


@pytest.mark.parametrize(
    "name",
    ["số tài khoản", "Số tài khoản", "SỐ TÀI KHOẢN", "tài khoản số", "Tài khoản số", "STK", "Số TK", "TK số"],
)
@pytest.mark.parametrize("number", ["1234567", "4200205123456", "4200 2051 2345 6", "4200-205-123456", "1" * 19])
def test_an_account_is_found_under_each_of_its_names(name: str, number: str) -> None:
    (found,) = personal_data(f"{name} {number} tại ngân hàng")
    assert (found.kind, found.text) == ("account", number)


@pytest.mark.parametrize("unit", ["đồng", "đ", "VNĐ", "VND", "vnđ", "USD", "triệu", "tỷ", "nghìn", "ngàn", "%"])
def test_nine_digits_before_a_unit_of_money_are_an_amount(unit: str) -> None:
    assert kinds(f"chi 201234567 {unit} năm nay") == []
    assert kinds(f"hồ sơ 201234567 và {unit} năm nay") == ["identity"]


@pytest.mark.parametrize("name", ["MST", "Mã số thuế", "mã số thuế", "mã số doanh nghiệp", "mã số hộ kinh doanh"])
def test_a_tax_number_is_no_phone(name: str) -> None:
    assert kinds(f"{name}: 0301234567") == []
    assert kinds(f"{name} của công ty rất là dài dòng: 0301234567") == ["phone"]
