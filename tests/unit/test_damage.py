"""Is each way in which Vietnamese letters are damaged found, and is no honest text taken for damaged?"""

import random
import re
import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from generator.vietnamese.damage import damages, is_sound
from generator.vietnamese.legacy import _BYTES, _TCVN3, _VISCII, _vni
from generator.vietnamese.syllables import is_syllable
from generator.yamlfile import decoded, read, wrong_in

ROOT = Path(__file__).parents[2]
TEXTS = [
    "Khảo sát công tác cải cách hành chính tại xã Tiên Hà",
    "Giám sát chuyên đề về nông thôn mới",
    "Báo cáo kết quả thực hiện nghị quyết",
    "Ủy ban nhân dân xã Tiên Lập đề nghị sửa đường",
    "Các hộ nghèo chưa được vay vốn",
]


def of_table(table: dict[str, str]) -> Callable[[str], str]:
    """Return a writer in an old encoding, of which a table says what each of its signs means."""
    signs = {letter: sign for sign, letter in table.items()}
    return lambda text: "".join(signs.get(letter, letter) for letter in text)


def in_vni(text: str) -> str:
    table = {unicodedata.normalize("NFC", letter): sign for sign, letter in _vni().items()}
    return "".join(table.get(letter, letter) for letter in text)


def in_cp1258(text: str) -> str:
    marks = "\u0300\u0301\u0303\u0309\u0323"
    parted = []
    for letter in text:
        alone = unicodedata.normalize("NFD", letter)
        tone = "".join(mark for mark in alone if mark in marks)
        parted.append(unicodedata.normalize("NFC", "".join(mark for mark in alone if mark not in marks)) + tone)
    return "".join(parted).encode("cp1258").decode("cp1252")


def read_as(encoding: str) -> Callable[[str], str]:
    """Return a reader of UTF-8 as something else; the bytes that it lacks stay what they are in Latin-1."""
    return lambda text: "".join(
        bytes([byte]).decode(encoding, "ignore") or chr(byte) for byte in text.encode("utf-8")
    )


WRITERS: dict[str, tuple[str, Callable[[str], str]]] = {
    "TCVN3": ("tcvn3", lambda text: of_table(_TCVN3)(text.replace("Ủ", "ủ"))),
    "VNI": ("vni", in_vni),
    "VISCII": ("viscii", of_table(_VISCII)),
    "Windows-1258": ("cp1258", in_cp1258),
    "UTF-8 as Latin-1": ("utf8", read_as("latin-1")),
    "UTF-8 as Windows-1252": ("utf8", read_as("cp1252")),
    "UTF-8 as Windows-1258": ("utf8", lambda text: read_as("cp1252")(text).replace("Ã", "Ă")),
    "UTF-8 twice": ("utf8", lambda text: read_as("cp1252")(read_as("cp1252")(text))),
}


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("writer", WRITERS)
def test_an_old_encoding_is_named_and_what_is_suggested_is_what_was_meant(writer: str, text: str) -> None:
    name, write = WRITERS[writer]
    found = read(f'a: "{write(text)}"\n'.encode()).faults
    assert [(fault.code, fault.encoding) for fault in found] == [("Y24", name)]
    assert found[0].nearest.lower() in ("", text.lower())


@pytest.mark.parametrize("writer", [each for each in WRITERS if each not in ("Windows-1258", "VISCII")])
def test_what_was_meant_is_shown_for_most_texts(writer: str) -> None:
    shown = [next(damages(WRITERS[writer][1](text))).meant for text in TEXTS]
    assert sum(bool(each) for each in shown) >= len(TEXTS) - 1


@pytest.mark.parametrize(
    ("text", "encoding", "meant"),
    [
        ("X· Tiªn Hµ", "tcvn3", "Xã Tiên Hà"),
        ("§¹i héi", "tcvn3", "Đại hội"),
        ("ñy ban nh©n d©n x·", "tcvn3", "ủy ban nhân dân xã"),
        ("Xaõ Tieân Haø", "vni", "Xã Tiên Hà"),
        ("Haø", "vni", "Hà"),
        ("ÑAÏI HOÄI", "vni", "ĐẠI HỘI"),
        ("Kháº£o sÃ¡t", "utf8", "Khảo sát"),
        ("Khảo sát ngày 2/9 táº¡i xã", "utf8", "Khảo sát ngày 2/9 tại xã"),
        ("đường “Kháº£o sÃ¡t”", "utf8", "đường “Khảo sát”"),
    ],
)
def test_short_texts_of_an_old_encoding_are_known_too(text: str, encoding: str, meant: str) -> None:
    (found,) = damages(text)
    assert (found.kind, found.encoding, found.meant) == ("encoding", encoding, meant)


@pytest.mark.parametrize(
    ("text", "spelling", "meant"),
    [
        ("Kh&#7843;o s&aacute;t", "html", "Khảo sát"),
        ("Kh&#x1EA3;o sát", "html", "Khảo sát"),
        ("Kh\\u1ea3o s\\u00e1t", "escape", "Khảo sát"),
        ("Kh%E1%BA%A3o s%C3%A1t", "percent", "Khảo sát"),
        ("Kh=E1=BA=A3o s=C3=A1t", "percent", "Khảo sát"),
        ("xem https://a.vn/Kh%E1%BA%A3o, Kh%E1%BA%A3o", "percent", "xem https://a.vn/Kh%E1%BA%A3o, Khảo"),
    ],
)
def test_letters_that_a_program_spelt_are_told(text: str, spelling: str, meant: str) -> None:
    (found,) = damages(text)
    assert (found.kind, found.encoding, found.meant) == ("encoding", spelling, meant)
    assert not is_sound(text)


@pytest.mark.parametrize("text", ["Khảo sát tại x· Tiªn Hµ", "xã Bé: c«ng t¸c c¶i c¸ch", "Khảo sát taïi xaõ"])
def test_a_text_in_two_encodings_is_told_and_nothing_is_guessed(text: str) -> None:
    found = next(iter(damages(text)))
    assert (found.kind, found.meant) == ("encoding", "")


@pytest.mark.parametrize(
    ("text", "kind", "meant"),
    [
        ("Kh\ufffdo sát", "lost", ""),
        ("\uf0b7 Khảo sát", "symbol", ""),
        ("\uf0a7Xã", "symbol", ""),
        ("Kh?o sát", "question", ""),
        ("KH?O SÁT", "question", ""),
        ("Ủy ban nhân dân x?", "question", ""),
        ("?oàn giám sát", "question", ""),
        ("C?I CÁCH H?NH CHÍNH", "question", ""),
        ("Kh\u0430o", "lookalike", "Khao"),
        ("\u0425\u0430 Tiên", "lookalike", "Xa"),
        ("U\u0412ND", "lookalike", "UBND"),
        ("\u039fng", "lookalike", "Ong"),
        ("Н\u0110ND", "lookalike", "HĐND"),
        ("Ðầu tư", "lookalike", "Đầu"),
        ("ðất", "lookalike", "đất"),
        ("HÐND", "lookalike", "HĐND"),
        ("Ɖường", "lookalike", "Đường"),
        ("d\u0335ường", "lookalike", "đường"),
        ("ﬁle", "lookalike", "file"),
        ("ＵＢＮＤ", "lookalike", "UBND"),
        ("𝐓hông báo", "lookalike", "Thông"),
        ("k†t quả", "unknown", ""),
    ],
)
def test_a_damaged_letter_is_told_with_what_was_meant_where_it_is_certain(text: str, kind: str, meant: str) -> None:
    found = [(each.kind, each.meant) for each in damages(unicodedata.normalize("NFC", text))]
    assert found == [(kind, meant)]
    assert not is_sound(text)


HONEST = [
    "Nguyễn Văn Ơ gặp José García, François Müller, Łódź, São Paulo, Zürich, café, naïve, Ångström, Kraków",
    "Reykjavík, Þór, Škoda, Dvořák, Çelik, Nguyễn Ðình nào đó không có ở đây".replace("Ðình", "Đình"),
    "Việc hợp tác với Россия и Москва; 中国; 日本語; 한국어; ລາວ; ไทย; ភាសាខ្មែរ",
    "5 ½ km, ±2 °C; 30×40 cm; 12 µg; № 5; § 3; © 2024; €5; ≥ 90%; ≤; ≠; →; ☑; ✓; ■; −5; 10⁻³; CO₂; H₂O",
    "α; β-carotene; IFNα; Ω; π; Δ; Σ; 25‰; 7,5m²; 120m³/ngày đêm; 35kV; 1.200đ/kWh",
    "Krông Pắc, Đắk Lắk, Ea H'leo, Cư M'gar, Đạ Tẻh, Plei Kần, A Lưới, Ia Grai, Mường Lát, Y Moan Ênuôl",
    "Vì sao chậm? Ai chịu trách nhiệm? Bao giờ xong?",
    "Sao chậm?Vì thiếu người; https://a.vn/x?y=1&z=2; 15 m?; bao nhiêu đ?",
    "Hòa, hoà, Thúy, thuý, khỏe, khoẻ, quý, quí, Huế, thuở, khuỷu, ngoằn ngoèo, xoong, boong, quần soóc, gì, gìn",
    "XÃ TIÊN HÀ, ỦY BAN NHÂN DÂN, HĐND-UBND, QĐ-TTg, NĐ-CP, BC-ĐGS, CTr/TU, KH-UBND, TTHĐND",
    "Số 15/2023/NQ-HĐND ngày 08/12/2023; Quyết định số 1234/QĐ-UBND; Thông tư 02/2022/TT-BTNMT",
    "TCVN 7957:2008, QCVN 01-1:2018/BYT, ISO 9001:2015, VietGAP, OCOP, VNeID, iPhone, e-mail, Wi-Fi, %",
    "https://a.vn/Kh%E1%BA%A3o?x=%C3%A1&y=1; /Kh%C3%A1/; A&B; R&D; 98%=tốt; C:\\\\users; 100%E; &lt;b&gt;",
    "Bí thư – Chủ tịch; “thôn 3”; ‘tổ 5’; «mở»; …; (a), (b); 1° 2′ 3″; 50–60%; 7h30’",
]


@pytest.mark.parametrize("text", HONEST)
def test_an_honest_text_is_not_damaged(text: str) -> None:
    assert list(damages(text)) == []


def test_no_text_of_the_sites_is_taken_for_damaged() -> None:
    files = [
        path
        for folder in ("data", "content", "tests/example", "tests/broken/base")
        for path in sorted((ROOT / folder).rglob("*"))
        if path.suffix in (".yml", ".md")
    ]
    found = []
    for path in files:
        content = path.read_bytes()
        text, unseen = decoded(content)
        assert text is not None
        faults = read(content).faults if path.suffix == ".yml" else wrong_in(text, unseen)
        found += [(path.name, fault) for fault in faults]
    assert len(files) > 100
    assert found == []


WHO = "Đoàn giám sát|Ban Pháp chế|Thường trực HĐND xã|Ủy ban nhân dân huyện|UBND thị trấn|Tổ đại biểu số 3|Bà Y H'Lim Niê|Ông Nguyễn Đức Thuận|Cử tri thôn Đắk Kroong|Sở Nông nghiệp và Môi trường|Công ty TNHH Müller Việt Nam|Giáo sư François Légaré|Kỹ sư José Muñoz|Quỹ Đầu tư Łódź|Tổ chức Café Nhân đạo|Viện Pasteur Nha Trang|Đại sứ Søren Kjær|Ngân hàng Société Générale"  # noqa: E501
DID = "đề nghị|đã kiểm tra|chưa thực hiện|khảo sát|giám sát việc|rà soát|yêu cầu báo cáo|trả lời về|ghi nhận|tiếp thu ý kiến về|thẩm tra|kiến nghị khắc phục|nhắc nhở|bàn giao"  # noqa: E501
WHAT = "công tác cải cách hành chính|giải quyết khiếu nại, tố cáo|tuyến đường liên xã khúc khuỷu|hồ sơ đất đai quá hạn|nguồn vốn sự nghiệp|chính sách người có công|nước sạch nông thôn|xuồng và ghe của ngư dân|trường tiểu học Trà My|trạm y tế xã Ea Tul|cầu treo Krông Nô|chương trình OCOP|phần mềm một cửa điện tử|rừng phòng hộ Cư Yang Sin|việc thuê xe đưa rước học sinh|hội thảo “Smart City”|giống lúa ST25, IR 50404|thuốc vắc-xin ComBE Five"  # noqa: E501
WHERE = "tại xã Tiên Hà|ở thôn 7, xã Bình An|trên địa bàn tỉnh|tại buôn Ako Dhông|ở xã Ia O|tại phường Hoà Khánh Bắc|tại xã Púng Luông|ở bản Huổi Khoang|tại Plei Ku Roh|tại Sài Gòn – Gia Định|ở khu tái định cư Đèo Ngoạn Mục"  # noqa: E501
HOW = "đạt 98,5%|với 1.234 m² và 56,7 ha|giảm 2,5 điểm|theo Nghị quyết số 15/2023/NQ-HĐND|theo QĐ số 1234/QĐ-UBND ngày 08/12/2023|với kinh phí 1,2 tỷ đồng|trước ngày 31/12/2024|ở nhiệt độ 25–30 °C|tăng từ 3‰ lên 5‰|gồm 12 km đường bê tông|(mục 2.1, điểm b)|theo TCVN 7957:2008|trong Quý II/2024|– chưa rõ thời hạn|; còn 3/15 hồ sơ|cần 450 µg/m³|dài 35,5 km×7 m|sau hơn 2½ năm"  # noqa: E501
END = ".|;|…|!|? Vì sao?|.”"


def sentences(count: int, seed: int = 20240912) -> Iterator[str]:
    """Yield sentences as reports of a people's council have them: names, numbers, measures and short forms."""
    chance = random.Random(seed)
    for _ in range(count):
        parts = [chance.choice(each.split("|")) for each in (WHO, DID, WHAT, WHERE, HOW)]
        if chance.random() < 0.2:
            chance.shuffle(parts)
        text = " ".join(parts) + chance.choice(END.split("|"))
        yield text.upper().replace("\u039c", "µ") if chance.random() < 0.05 else text


def test_two_thousand_sentences_are_sound() -> None:
    made = list(sentences(2_000))
    assert len(set(made)) > 1_900
    assert [(text, found) for text in made for found in damages(text)] == []


def test_a_sentence_in_an_old_encoding_is_found_and_never_put_wrongly() -> None:
    """What the old encoding lacks leave a sentence without a suggestion, never a wrong one."""
    missed = 0
    for name, write in WRITERS.values():
        for text in sentences(150, seed=7):
            if any(letter not in _VIETNAMESE for letter in text):
                continue
            found = next(iter(damages(write(text))), None)
            missed += found is None
            assert found is None or (found.kind, found.encoding) == ("encoding", name)
            assert found is None or found.meant.lower() in ("", text.lower())
    assert missed == 0


_VIETNAMESE = set(" ,.;/-()%0123456789") | {
    letter for text in (*_TCVN3.values(), *map(chr, range(0x41, 0x7B))) for letter in (text, text.upper())
}


def test_a_syllable_is_known_in_any_case_and_form() -> None:
    for word in re.findall(r"[^\W\d_]+", " ".join(TEXTS)):
        for form in (word, word.upper(), word.lower(), unicodedata.normalize("NFD", word)):
            assert is_syllable(form)


@pytest.mark.parametrize(
    "word", ["Kháo" + "p", "bcd", "ngi" + "ê" + "x", "cê", "ấp" + "ấp", "thât̀", "ọng̀", "mặ" + "kk"]
)
def test_what_no_mouth_of_vietnam_says_is_no_syllable(word: str) -> None:
    assert not is_syllable(word)


def test_every_byte_has_one_sign() -> None:
    assert set(_BYTES.values()) == set(range(0x80, 0x100))
