"""Is a short form explained once, where a reader first meets it, and nowhere where it would do harm?"""

import pytest

from generator.abbreviations import Abbreviations
from generator.markdown import escape
from generator.model.catalogue import GlossaryEntry

GLOSSARY = Abbreviations(
    GlossaryEntry(term=term, full=full)
    for term, full in {
        "HĐND": "Hội đồng nhân dân",
        "UBND": "Ủy ban nhân dân",
        "TTHĐND": "Thường trực Hội đồng nhân dân",
        "DVC": "dịch vụ công",
        "DVCTT": "dịch vụ công trực tuyến",
        "TN&TKQ": "tiếp nhận và trả kết quả",
        "TKQ": "trả kết quả",
        "KT-XH": "kinh tế - xã hội",
        "QH": 'Quốc hội "khóa" <XV>',
        "Một cửa": "cơ chế một cửa",
        "NTM": None,
    }.items()
)
HDND = '<abbr title="Hội đồng nhân dân">HĐND</abbr>'


def test_a_short_form_is_explained_where_it_is_first_used_and_only_there() -> None:
    assert GLOSSARY.explain("HĐND họp. HĐND bàn.") == f"{HDND} họp. HĐND bàn."


def test_every_page_begins_anew() -> None:
    assert GLOSSARY.explain("HĐND") == GLOSSARY.explain("HĐND") == HDND


@pytest.mark.parametrize(
    "body",
    [
        "## HĐND họp { #hop }",
        '<img src="HĐND.png" alt="HĐND họp">',
        "[Trang](HĐND/)",
        "`HĐND`",
        "<code>x HĐND</code>",
        "Kết quả\n{: .HĐND }",
        "TTHĐNDX",
        "HĐND-1",
        "HĐND_1",
        "xHĐND",
    ],
)
def test_headings_attributes_addresses_code_and_parts_of_words_are_left_alone(body: str) -> None:
    assert GLOSSARY.explain(body) == body


@pytest.mark.parametrize("skipped", ["## HĐND { #a }", '<p title="HĐND">', "[x](HĐND)"])
def test_what_is_skipped_is_not_the_first_use(skipped: str) -> None:
    assert GLOSSARY.explain(f"{skipped}\n\nHĐND họp.") == f"{skipped}\n\n{HDND} họp."


def test_the_name_of_a_link_may_be_explained() -> None:
    assert GLOSSARY.explain("[HĐND](@/a/)") == f"[{HDND}](@/a/)"


@pytest.mark.parametrize(
    ("text", "title", "term"),
    [
        ("DVCTT", "dịch vụ công trực tuyến", "DVCTT"),
        ("DVC", "dịch vụ công", "DVC"),
        ("TTHĐND", "Thường trực Hội đồng nhân dân", "TTHĐND"),
        ("KT-XH", "kinh tế - xã hội", "KT-XH"),
    ],
)
def test_the_longest_short_form_is_meant(text: str, title: str, term: str) -> None:
    assert GLOSSARY.explain(f"Việc {text}, tốt") == f'Việc <abbr title="{title}">{term}</abbr>, tốt'


def test_a_short_form_with_a_sign_is_found_in_escaped_text_as_a_whole() -> None:
    escaped = str(escape("Bộ phận TN&TKQ"))
    assert GLOSSARY.explain(escaped) == ('Bộ phận <abbr title="tiếp nhận và trả kết quả">TN&#38;TKQ</abbr>')


def test_the_end_of_another_short_form_is_not_explained() -> None:
    text = str(escape("X&TKQ"))
    assert GLOSSARY.explain(text) == text


@pytest.mark.parametrize("written", ['"HĐND"', "'HĐND'", "*HĐND*", "(HĐND)", "“HĐND”", "HĐND/UBND"])
def test_a_sign_before_a_short_form_does_not_hide_it(written: str) -> None:
    assert HDND in GLOSSARY.explain(str(escape(f"Cơ quan {written} họp")))


def test_what_the_glossary_says_is_escaped_in_the_title() -> None:
    assert GLOSSARY.explain("QH") == ('<abbr title="Quốc hội &#34;khóa&#34; &#60;XV&#62;">QH</abbr>')


@pytest.mark.parametrize("term", ["Một cửa", "NTM"])
def test_a_word_and_a_short_form_without_a_full_form_are_not_marked(term: str) -> None:
    assert GLOSSARY.explain(f"{term} tốt") == f"{term} tốt"


def test_without_a_glossary_nothing_changes() -> None:
    assert Abbreviations([]).explain("HĐND") == "HĐND"
