"""Are the texts equal that a reader without a Vietnamese keyboard would type alike?"""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.vietnamese.folding import Anchors, fold, nearest, slug

KINDS = ["khao_sat", "giam_sat_chuyen_de", "giam_sat_lai", "phien_giai_trinh", "chat_van"]
FIELDS = [
    "kind",
    "title",
    "summary",
    "date",
    "period",
    "delegation",
    "topics",
    "results",
    "recommendations",
    "note",
]


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Hòa", "hoa"),
        ("Hoà", "hoa"),
        ("Thủy Thuỷ", "thuy thuy"),
        ("Đặng ĐÌNH đường", "dang dinh duong"),
        ("Ðà Nẵng, ð", "da nang, d"),
        ("TIÊN THỌ", "tien tho"),
        ("  Tiên\u00a0\u00a0An\n", "tien an"),
        ("khảo\u200b\u00ad sát\ufeff", "khao sat"),
        ("98,59%", "98,59%"),
        ("", ""),
    ],
)
def test_text_is_folded_to_what_search_compares(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.text())
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_normal_forms_fold_alike(text: str) -> None:
    assert fold(unicodedata.normalize("NFD", text)) == fold(unicodedata.normalize("NFC", text))


@given(st.text())
def test_no_mark_and_no_double_blank_is_left(text: str) -> None:
    folded = fold(text)
    assert not any(unicodedata.category(character) in {"Mn", "Cf"} for character in folded)
    assert folded == " ".join(folded.split())


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("Xã Tiên Thọ", "xa-tien-tho"),
        ("Phòng Tài chính - Kế hoạch", "phong-tai-chinh-ke-hoach"),
        ("Văn phòng HĐND&UBND huyện", "van-phong-hdnd-ubnd-huyen"),
        ("128/QĐ-TTHĐND", "128-qd-tthdnd"),
        ("(Đã đóng)", "da-dong"),
    ],
)
def test_a_slug_has_only_letters_digits_and_single_hyphens(text: str, part: str) -> None:
    assert slug(text) == part


def test_names_with_different_accents_have_one_slug() -> None:
    assert slug("Ba Tơ") == slug("Ba Tô") == "ba-to"


@pytest.mark.parametrize("text", ["", "  ", "—", "日本"])
def test_a_text_without_letter_or_digit_has_no_slug(text: str) -> None:
    with pytest.raises(ValueError, match="no Latin letter"):
        slug(text)


@given(st.text(st.characters(exclude_categories=["Cs"])).filter(lambda text: any("a" <= c <= "z" for c in text)))
def test_a_slug_is_its_own_slug(text: str) -> None:
    assert slug(slug(text)) == slug(text)


@pytest.mark.parametrize(
    "word", ["khảo-sát", "Khao sat", "khaosat", "KHẢO_SÁT", "kháo sátt", "kaho_sat", "khao_sat"]
)
def test_an_accented_or_slightly_misspelt_word_finds_the_right_one(word: str) -> None:
    assert nearest(word, KINDS) == "khao_sat"


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("tilte", "title"),
        ("sumary", "summary"),
        ("dat", "date"),
        ("recomendation", "recommendations"),
        ("Note", "note"),
    ],
)
def test_a_misspelt_field_finds_the_right_one(word: str, meant: str) -> None:
    assert nearest(word, FIELDS) == meant


@pytest.mark.parametrize("word", ["nguồn", "hop", "giam_sat", "limits", "", "—"])
def test_a_word_far_from_all_finds_nothing(word: str) -> None:
    assert nearest(word, [*KINDS, *FIELDS]) is None


def test_other_numbers_are_other_things() -> None:
    assert nearest("kn-07", ["kn-01", "kn-06", "kn-17"]) is None
    assert nearest("xa-tien-an-20890", ["xa-tien-an-20860"]) is None


def test_zeros_before_a_number_do_not_matter() -> None:
    assert nearest("kn-1", ["kn-10", "kn-01"]) == "kn-01"


def test_of_equally_near_words_the_first_is_meant() -> None:
    assert nearest("ba to", ["Ba Tơ", "Ba Tô"]) == "Ba Tơ"
    assert nearest("ba to", ["Ba Tô", "Ba Tơ"]) == "Ba Tô"
    assert nearest("baton", ["batos", "bator"]) == "batos"


def test_a_nearer_word_is_preferred_to_an_earlier_one() -> None:
    assert nearest("conclusion", ["conclusive", "conclusions"]) == "conclusions"


def test_two_swapped_neighbours_are_one_slip() -> None:
    assert nearest("abdce", ["abcde"], cutoff=0.8) == "abcde"
    assert nearest("abxye", ["abcde"], cutoff=0.8) is None


def test_a_word_exactly_at_the_cutoff_is_near() -> None:
    assert nearest("abcdX", ["abcde"], cutoff=0.8) == "abcde"
    assert nearest("abcdX", ["abcde"], cutoff=0.81) is None


@given(st.sampled_from(KINDS), st.text(st.sampled_from("abhknost_"), min_size=1))
def test_what_is_found_is_never_far_away(word: str, noise: str) -> None:
    found = nearest(word + noise, KINDS)
    assert found in {None, *KINDS}
    if len(noise.replace("_", "")) > len(word):
        assert found != word


@given(
    st.text(st.sampled_from("abcd"), min_size=1, max_size=8),
    st.text(st.sampled_from("abcd"), min_size=1, max_size=8),
)
def test_nearness_is_mutual(one: str, other: str) -> None:
    assert (nearest(one, [other]) is None) == (nearest(other, [one]) is None)


def test_an_anchor_is_the_slug_numbered_where_another_has_it() -> None:
    anchors = Anchors({"duong-di"})
    texts = ("Đường đi 3", "Đường đi", "Đường đi", "…", "?", "Đường đi")
    assert [anchors.of(text) for text in texts] == [
        "duong-di-3",
        "duong-di-2",
        "duong-di-4",
        "muc",
        "muc-2",
        "duong-di-5",
    ]


def test_very_many_equal_headings_have_their_anchors() -> None:
    """To count from two for each of them would take hours."""
    anchors = Anchors()
    assert [anchors.of("Mục") for _ in range(100_000)][-1] == "muc-100000"
