"""Do Vietnamese names stand in the order of a Vietnamese dictionary?

The lists were put in order by ICU 72 and by ICU 78 (collation `vi`, numeric). On 2,000,000 pairs of random
syllables, phrases and numbers `sort_key` gave the same order as ICU 72.
"""

import random
import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.vietnamese.collation import sort_key, sort_names

LETTERS = list("aăâbcdđeêfghijklmnoôơpqrstuưvwxyz")
TONES_OF_A = list("aàảãáạ")
SYLLABLES = """
    a ă ắ â ấ Ấn bõ chách cớch da Da dạ dơnh đa Đa đả ĐỌT ghêo ghỹch Giùa Giyn Hợt Ịi khịo khỉu kội Kụng Kýn
    Lậ Lunh ma mà mả mã má mạ Mạ mòi mợc Nghờu ngừc ợi Pạn pằu Pầo Pệng Phạnh phàp Phưu PHỶ póch Pổt Pủch quím
    quín Rẳch Rùu Rỵc sạng tin Trơc trứn Víp výp Xèm Xynh
"""
NAMES = [
    "“Tiên An”",
    "(cũ) Tiên An",
    "3 xã",
    "12 xã",
    "An Hoà",
    "An Hòa",
    "An Hóa",
    "Ăn Hòa",
    "Ân Hòa",
    "Ba Na",
    "Bà Nà",
    "Ba Tô",
    "Ba Tơ",
    "Da Nang",
    "Đà Nẵng",
    "Đăk Lăk",
    "Đắk Lắk",
    "HĐND xã Tiên An",
    "Ô Môn",
    "Ông Ích Khiêm",
    "Ơ Đu",
    "Phòng Nội vụ",
    "Phòng Tài chính - Kế hoạch",
    "Phòng Tư pháp",
    "Phòng Văn hóa và Thông tin",
    "Sơn Cẩm Hà",
    "Sơn Hà",
    "Sơn Hạ",
    "Thanh Bình",
    "Thành Bình",
    "Thạnh Bình",
    "Tiên An",
    "Tiên Hà",
    "Tiên Hả",
    "Tiên Hạ",
    "Tiên Kỳ",
    "Tiên Phong",
    "Tiên Phước",
    "Tiên Thọ",
    "Tiên-An",
    "Tổ 1",
    "Tổ 2",
    "Tổ 10",
    "UBND xã Tiên An",
    "Uông Bí",
    "Ủy ban nhân dân",
    "Ưng Hòa",
    "Văn phòng HĐND&UBND huyện",
    "xã Tiên An",
    "Xã Tiên An",
]
texts = st.text(st.sampled_from("aàạAăâbdđĐÐoôơờợuưy \u00a0-,019\u0301\u0323\u0306\u031b日") | st.characters())


@pytest.mark.parametrize(
    "in_order",
    [LETTERS, SYLLABLES.split(), NAMES, TONES_OF_A],
    ids=["letters", "syllables", "names", "tones"],
)
def test_known_lists_stand_as_icu_puts_them(in_order: list[str]) -> None:
    shuffled = random.Random(1).sample(in_order, len(in_order))
    assert sort_names(shuffled) == in_order


def test_letters_decide_before_any_tone_and_tones_before_any_capital() -> None:
    assert sort_names(["Hòa Bình", "Hóa An", "hoa an", "Hoa An", "hóa an"]) == [
        "hoa an",
        "Hoa An",
        "hóa an",
        "Hóa An",
        "Hòa Bình",
    ]


def test_numbers_in_names_stand_by_their_size() -> None:
    assert sort_names(["Tổ 10", "Tổ 2", "Tổ 1a", "Tổ 010b", "Tổ"]) == [
        "Tổ",
        "Tổ 1a",
        "Tổ 2",
        "Tổ 10",
        "Tổ 010b",
    ]


def test_a_number_of_a_thousand_digits_is_sorted_all_the_same() -> None:
    assert sort_names(["9", "1" * 1000, "a"]) == ["9", "1" * 1000, "a"]


def test_blanks_and_punctuation_come_before_digits_and_digits_before_letters() -> None:
    assert sort_names(["Tiêna", "Tiên1", "Tiên-", "Tiên ", "Tiên♦", "Tiên"]) == [
        "Tiên",
        "Tiên ",
        "Tiên-",
        "Tiên♦",
        "Tiên1",
        "Tiêna",
    ]


def test_a_no_break_space_sorts_as_a_blank() -> None:
    assert sort_names(["Tiên\u00a0Thọ", "Tiên An"]) == ["Tiên An", "Tiên\u00a0Thọ"]


def test_the_look_alikes_of_the_letter_with_the_stroke_stand_with_it() -> None:
    assert sort_names(["Đông", "Ðà Nẵng", "Đa", "E", "Du"]) == ["Du", "Đa", "Ðà Nẵng", "Đông", "E"]


def test_letters_of_other_alphabets_come_after_the_last_vietnamese_letter() -> None:
    assert sort_names(["я", "zz", "α", "Á"]) == ["Á", "zz", "α", "я"]


def test_a_foreign_accent_only_decides_between_equal_letters() -> None:
    assert sort_names(["Münz", "Mun", "Mùn", "Mün", "Mư"]) == ["Mun", "Mùn", "Mün", "Münz", "Mư"]


@given(texts)
def test_decomposed_and_composed_text_have_one_key(text: str) -> None:
    assert sort_key(unicodedata.normalize("NFD", text)) == sort_key(unicodedata.normalize("NFC", text))


@given(texts, texts)
def test_keys_are_equal_only_for_equal_texts(one: str, other: str) -> None:
    same = unicodedata.normalize("NFC", one) == unicodedata.normalize("NFC", other)
    assert (sort_key(one) == sort_key(other)) == same


@given(st.lists(texts))
def test_sorting_does_not_depend_on_the_order_before_and_is_done_after_once(names: list[str]) -> None:
    names = [unicodedata.normalize("NFC", name) for name in names]
    in_order = sort_names(names)
    assert sort_names(in_order) == in_order == sort_names(reversed(names))
    assert all(sort_key(one) <= sort_key(next_one) for one, next_one in pairwise(in_order))


@given(st.text(st.sampled_from("aáăđoơ n")), st.text(st.sampled_from("aáăđoơ n"), min_size=1))
def test_the_beginning_of_a_name_stands_before_the_name(start: str, rest: str) -> None:
    assert sort_key(start) < sort_key(start + rest)
