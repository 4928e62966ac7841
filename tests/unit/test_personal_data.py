"""Is what identifies a person found however it is spelled, and is what only looks like it left alone?"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.rules.personal import personal_data

PERSONAL = {
    "phone": [
        "gọi ０９１２３４５６７８",
        "gọi ０９１２ ３４５ ６７８",
        "gọi 0912\u00a0345\u00a0678",
        "gọi 0912\u202f345\u2009678",
        "gọi 0912\u200b345\u2060678",
        "gọi 0912\u00ad345\u00ad678",
        "gọi 0912\n345 678",
        "gọi 0912–345–678",
        "gọi 0912·345·678",
        "gọi 0912_345_678",
        "gọi 0912/345/678",
        "gọi 0912,345,678",
        "gọi O912 345 678",
        "gọi o9l2 345 678",
        "gọi 0912 34O 678",
        "gọi 09123456O8",
        "gọi 0 9 1 2 3 4 5 6 7 8",
        "gọi 09 12 34 56 78",
        "gọi ٠٩١٢٣٤٥٦٧٨",
        "gọi 𝟎𝟗𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖",
        "gọi +84 (0) 912 345 678",
        "gọi + 84 912 345 678",
        "gọi 0084-912-345-678",
        "gọi 84912345678 nhé",
        "điện thoại: 912 345 678",
        "ĐT 84 912 345 678",
        "SĐT0912345678",
        "ĐT.0912345678",
        "anh A,0912345678",
        "zalo.me/0912345678",
        "https://zalo.me/0912345678",
        "không chín một hai ba bốn năm sáu bảy tám",
        "Không, chín, một, hai, ba, bốn, năm, sáu, bảy, tám",
        "(0235) 3884 123",
    ],
    "email": [
        "a@b.vn",
        "a＠b.vn",
        "a @ b.vn",
        "a%40b.vn",
        "a [at] b [dot] vn",
        "a(at)b.com.vn",
        "nguyenvana a còng gmail chấm com",
        "a@\u200bb.vn",
        "nguyễn.văn.a@tên-miền.vn",
        "mailto:a@b.vn",
    ],
    "identity": [
        "số ０４９０８８０１２３４５",
        "CCCD: 0490 8801 2345",
        "CCCD 049-088-012-345",
        "CCCD O49O88O12345",
        "CCCD 049\u00a0088\u00a0012\u00a0345",
        "CCCD 049\n088 012 345",
        "căn cước công dân số 0 4 9 0 8 8 0 1 2 3 4 5",
        "Hộ chiếu số B 1234567",
        "bằng lái xe 490088012345",
        "cmnd 201.234.567",
    ],
    "insurance": [
        "thẻ DN4797934512345",
        "thẻ GB 4 92 0123456789",
        "thẻ BHYT số HT3-49-4921234567",
        "mã số BHXH 4921234567",
        "bảo hiểm y tế số 0123456789 của bà A",
        "BHYT ４９２１２３４５６７",
    ],
    "tax": [
        "mã số thuế cá nhân 0312345678",
        "MST của hộ bà A: 4001234567",
        "MST 8012345678",
        "mst: 8012345678-001",
    ],
    "account": [
        "STK 123456",
        "số tài khoản: 123456 Agribank",
        "tài khoản 9012345678 tại ngân hàng",
        "số tài khoản ngân hàng của ông A là 4200 2051 2345 6",
        "thẻ 9704 1234 5678 9012",
        "số thẻ 4123 4567 8901 2345",
    ],
    "birth": [
        "bà A, sinh ngày 01/01/1980",
        "sinh ngày ０１/０１/１９８０",
        "sinh ngày 1-1-1980",
        "sinh ngày 01.01.80",
        "sinh 01/01/1980",
        "sinh ngày 01 tháng 01 năm 1980",
        "sinh ra vào ngày 01/01/1980",
        "ngày sinh: 01/01/1980",
        "ngày sinh của bà A là 01/01/1980",
        "ngày, tháng, năm sinh: 01/01/1980",
        "ông Nguyễn Văn A (sinh năm 1980)",
        "Bà Lê Thị B (SN 1980)",
        "hộ Trần Văn C, năm sinh 1980",
        "sinh\u00a0ngày\u00a001/01/1980",
        "sinh ngày O1/O1/198O",
    ],
    "plate": ["biển số 92A-123.45", "BKS 43A 12345", "biển kiểm soát 92 K1-123.45", "xe máy 92-B1 123.45"],
    "land": [
        "ông Nguyễn Văn A, thửa đất số 123, tờ bản đồ số 5",
        "thửa 123, tờ bản đồ 5 của bà Lê Thị B",
        "Nguyễn Văn A – thửa đất 45",
        "tờ bản đồ số 12 (hộ Trần Văn C)",
        "THỬA ĐẤT SỐ 123 CỦA ÔNG NGUYỄN VĂN A",
        "giấy chứng nhận quyền sử dụng đất số BX 123456",
        "sổ đỏ số CS01234",
    ],
    "home": [
        "số nhà 12/3 đường Lý Thường Kiệt",
        "ông Nguyễn Văn A, thường trú tại tổ 3, thôn An Lộc",
        "bà Lê Thị B (ở thôn 3)",
        "bà Lê Thị B ngụ tại ngõ 12/5",
        "ông Nguyễn Văn A, hiện ở thôn 3",
    ],
}

NOBODYS = {
    "money": [
        "84700000000 đồng",
        "84912345678 đồng",
        "84.912.345.678 đồng",
        "250000000 VNĐ",
        "201234567 nghìn",
        "201234567\u00a0đồng",
        "201234567\nđồng",
        "tổng mức đầu tư 123.456.789.012 đồng",
        "số tài khoản tạm giữ: 201.234.567 đồng",
        "bảo hiểm y tế 1234567890 đồng",
        "từ 100.000.000 - 200.000.000 đồng",
    ],
    "areas": ["diện tích 201234567 m2", "2.345.678,9 m²", "1.234,56 ha", "tờ bản đồ quy hoạch tỷ lệ 1/2000"],
    "documents": [
        "Quyết định 128/QĐ-TTHĐND ngày 08/9/2022",
        "Quyết định số 123456789/QĐ-UBND",
        "Nghị quyết 1241/NQ-UBTVQH15 ngày 24/10/2024",
        "Luật 91/2025/QH15, Nghị định 356/2025/NĐ-CP",
        "Luật Căn cước số 26/2023/QH15",
        "hồ sơ H49.19-220908-0001",
        "thủ tục 1.004227.000.00.00.H49",
        "Thông tư 01/2024/TT-BNV, 02/2024/TT-BNV, 03/2024/TT-BNV",
    ],
    "days and years": [
        "từ 05.07.2025 - 08.07.2025",
        "ngày 05.07.2025 08 giờ 30",
        "2021 2022 2023 2024 2025",
        "giai đoạn 2021-2025, 2021 - 2025",
        "khai sinh ngày 01/01/2025",
        "đăng ký khai sinh: 01/01/2025",
        "phát sinh ngày 05/7/2025",
        "học sinh năm 2024, tuyển sinh 2025",
        "năm học sinh 2024",
        "vệ sinh 05/7/2025",
        "người sinh ngày 01/01/1960 trở về trước",
        "ngày sinh Chủ tịch Hồ Chí Minh 19/5/1890",
        "các xã mới sinh năm 2025",
        "căn cước ngày 01.07.2024",
        "BHYT từ 01.07.2024 - 30",
        "lúc 7 giờ 30 ngày 01-07-2025",
    ],
    "statistics": [
        "98,59% (2.184/2.215 hồ sơ)",
        "3, 5, 7, 8, 9, 3, 5, 7, 8, 9",
        "03 xã, 05 cơ quan, 09 thôn, 07 trường, 08 trạm",
        "cấp căn cước cho 1.234.567 người",
        "thẻ BHYT: 123456 thẻ",
        "số tài khoản định danh điện tử: 123456",
        "tài khoản VNeID mức 2 đã kích hoạt 12345678",
        "mở 12345678 tài khoản",
        "mã đơn vị 20890, 20860, 20887",
        "chỉ số 0,912345678",
        "99,123456789%",
        "tỷ lệ 0.912345678",
        "năm 2021 có 3.456 hồ sơ, năm 2022 có 4.567 hồ sơ",
    ],
    "places": [
        "toạ độ 15.5123456, 108.3123456",
        "15°30'45\" B, 108°12'33\" Đ",
        "UBND xã xây trường tại thửa đất số 12, tờ bản đồ số 5",
        "đường Trần Phú, thửa đất số 12",
        "trường tiểu học Nguyễn Huệ, thửa đất số 12, tờ bản đồ số 5",
        "trụ sở tại số nhà 12 đường Trần Phú",
        "hỗ trợ sửa số nhà 12 căn",
        "Cử tri Nguyễn Văn A phản ánh tuyến đường bê tông ở thôn 3 hư hỏng",
        "cầu ở thôn 3, thôn 4",
        "xã có 12 thôn, tổ 3 và tổ 5",
    ],
    "words": [
        "hai ba năm, bốn năm sáu tháng",
        "CO2, H2O, O3 và 5G",
        "tổng đài 1022 hoặc 19001234",
        "mã số thuế 0301234567",
        "MST của công ty A: 4000123456",
        "máy chủ 192.168.100.200",
        "giá 5.000đ @ 3 cái",
        "kênh @ubnd.xabinhan",
        "",
    ],
}


@pytest.mark.parametrize(("kind", "text"), [(kind, text) for kind, texts in PERSONAL.items() for text in texts])
def test_it_is_found_however_it_is_spelled(kind: str, text: str) -> None:
    assert [found.kind for found in personal_data(f"Theo báo cáo, {text}.")] == [kind]


@pytest.mark.parametrize("text", [text for texts in NOBODYS.values() for text in texts])
def test_what_only_looks_like_it_is_left_alone(text: str) -> None:
    assert personal_data(f"Theo báo cáo, {text}.") == []


def test_what_is_found_is_told_as_it_is_written_where_it_stands() -> None:
    text = "\u200bgọi\u200b ０９１２\u200b ３４５ ６７８."
    (found,) = personal_data(text)
    assert (found.start, found.text) == (6, "０９１２\u200b ３４５ ６７８")


NASTY = {
    "digits": "1",
    "noughts": "0",
    "letters": "a",
    "ends of lines": "\n",
    "blanks": " ",
    "blanks and ends of lines": "\n ",
    "unseen": "\u200b",
    "digits apart": "1 ",
    "digits far apart": "1    ",
    "dots": "1.",
    "thousands": "123.",
    "phones": "0912345678 ",
    "half phones": "0912 345 67 ",
    "phones in brackets": "(+84)(0)",
    "tax numbers": "MST 1 ",
    "papers": "CCCD ",
    "accounts": "số tài khoản ",
    "accounts and amounts": "tài khoản 1.234.567 ",
    "insurance": "BHYT DN4 ",
    "plates": "92-B1 ",
    "births": "ngày sinh ",
    "days of birth": "sinh ngày 01/01/1980, ",
    "persons": "ông Nguyễn Văn A ",
    "one long name": "Nguyễn ",
    "parcels": "thửa 1, ",
    "parcels of persons": "ông A thửa 1 tờ bản đồ ",
    "homes": "bà A ở thôn 3, ",
    "addresses": "a@",
    "dotted addresses": "a.",
    "addresses in words": "a at ",
    "half addresses": "a@b. ",
    "words of digits": "không chín ",
    "letters for noughts": "O",
    "letters in numbers": "O1",
}


@pytest.mark.parametrize("piece", NASTY.values(), ids=NASTY)
def test_a_text_of_a_million_letters_is_read_through(piece: str) -> None:
    """Time that grows with the square of the length would be hours here: this test would not come to an end."""
    text = (piece * (1_000_000 // len(piece)))[:999_980] + " gọi 0912345678"
    assert personal_data(text)[-1].text == "0912345678"


@given(
    st.text(alphabet="  \u00a0\u200b.-–", min_size=0, max_size=2),
    st.sampled_from(["0123456789", "０１２３４５６７８９", "𝟎𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖𝟗", "٠١٢٣٤٥٦٧٨٩"]),
    st.sampled_from(["0912345678", "0735123456", "0388000111"]),
)
def test_no_sign_between_groups_and_no_kind_of_digits_hides_a_phone(gap: str, digits: str, number: str) -> None:
    written = gap.join((number[:4], number[4:7], number[7:])).translate(str.maketrans("0123456789", digits))
    (found,) = personal_data(f"gọi {written} nhé")
    assert (found.kind, found.text) == ("phone", written)
