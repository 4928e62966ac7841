"""Do readers see exactly what people wrote, wherever a template puts it, and never a sign of Markdown or HTML?

Tried with the renderer itself and the extensions of ``generator/dialect.py``, on whatever text a record may hold.
"""

import html
import re
import unicodedata
from collections.abc import Callable
from functools import cache
from html.parser import HTMLParser

import jinja2
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markupsafe import Markup

from generator.dialect import renderer
from generator.markdown import environment, escape, paragraphs, prose
from generator.yamlfile import clean, decoded

HOSTILE = (
    "<script>alert(1)</script>",
    "<b>đậm</b> <!-- ẩn --> <?php ?> <![CDATA[x]]>",
    "a](javascript:alert(1))",
    "[a](https://x.example) ![b](c.png) [d][e] [e]: f",
    "a {: onclick=alert(1) } {#id} { .lop }",
    "@/don-vi/x/",
    "1. a",
    "12) a",
    "- a",
    "+ a",
    "* a",
    ": a",
    "    code",
    "\tcode",
    "---",
    "***",
    "===",
    "# a",
    "a ##",
    "> a",
    "&amp; &lt; &#42; &#x2a; &nbsp;",
    "a | b",
    "| a | b |",
    "`a` ``b`` ```c",
    "~~~ a",
    "*a* **b** _c_ __d__ ~~e~~ ^f^ ==g== ++h++",
    "\\* \\\\ \\",
    "a  \nb",
    "\"a\" 'b'",
    '" onmouseover="alert(1)',
    "{{ 7*7 }} {% raw %} {# a #}",
    "${x} $$y$$ \\(z\\)",
    "!!! note",
    "??? a",
    "[TOC]",
    "*[HĐND]: x",
    "[^1]",
    "https://x.example/a_b_c http://y.example a@b.example",
    "<https://x.example>",
    "2024. Năm",
    "điều 1) và 2. hết",
    "một\ndòng\n- nữa\n1. nữa",
    "😀 “ngoặc” – gạch … NĂM",
    "Ủy ban nhân dân",
    "\u1ee6\u0079\u0020\u0062\u0061\u0302\u0301",
)

NOT_IN_RECORDS = st.characters(exclude_categories=("Cs", "Cc", "Cn"), include_characters="\n\t")


def may_stand_in_a_record(text: str) -> bool:
    """Whether the reader of records lets a text through as it is."""
    content, faults = decoded(text.encode())
    return content is not None and not faults and clean(content) == text and text == text.rstrip() != ""


def texts() -> st.SearchStrategy[str]:
    """Whatever a record may hold, rich in the signs that mean something to somebody."""
    signs = st.sampled_from(list("\\`*_{}[]()<>&\"'#|~^=!@$-+:.;/ \n\t1290aăệ"))
    words = st.sampled_from(HOSTILE)
    wild = st.text(NOT_IN_RECORDS, max_size=30)
    dense = st.text(signs, max_size=30)
    mixed = st.lists(st.one_of(words, dense, wild), min_size=1, max_size=3).map("".join)
    return st.one_of(wild, dense, mixed).filter(may_stand_in_a_record)


class Found(HTMLParser):
    """The text of a piece of HTML, its elements and their attributes."""

    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.text = ""
        self.comments = 0
        self.feed(source)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(tag)
        self.attributes += attrs
        if tag == "br":
            self.text += " "

    def handle_data(self, data: str) -> None:
        self.text += data

    def handle_comment(self, data: str) -> None:
        self.comments += 1


the_renderer = cache(renderer)


def rendered(source: str) -> Found:
    the_renderer().reset()
    return Found(the_renderer().convert(source))


def words(text: str) -> str:
    return " ".join(text.split())


PLACES: dict[str, Callable[[str], str]] = {
    "a paragraph": lambda text: f"{text}\n",
    "a paragraph between others": lambda text: f"\u2042\n\n{text}\n\n\u2042\n",
    "a paragraph with attributes": lambda text: f"{text}\n{{: .lead }}\n",
    "after a label": lambda text: f"**\u2042** {text}\n",
    "a heading": lambda text: f"## {text} {{ #muc }}\n\n\u2042\n",
    "the main heading": lambda text: f"# {text}\n\n\u2042\n",
    "a list item": lambda text: f"- {text}\n- \u2042\n",
    "a paragraph of a list item": lambda text: f"- \u2042\n\n    {text}\n",
    "a table cell": lambda text: f"| \u2042 | \u2042 |\n| :-- | :-- |\n| {text} | \u2042 |\n",
    "the name of a link": lambda text: f"[{text}](../a/)\n",
    "the name of a link in HTML": lambda text: f'Xem <a href="../a/">{text}</a>.\n',
    "raw HTML": lambda text: f'<dl class="facts">\n<dt>\u2042</dt><dd>{text}</dd>\n</dl>\n\n\u2042\n',
    "a line of raw HTML": lambda text: f"<ul>\n<li>\u2042\n{text}\n</li>\n</ul>\n",
    "Markdown in HTML": lambda text: f'<div markdown="block">\n\n- [{text}](../a/)\n\n    {text}\n\n</div>\n',
    "a summary": lambda text: f'<details markdown="block">\n<summary>{text}</summary>\n\n\u2042\n\n</details>\n',
}
"""Where templates put people's text. The sign ⁂ is the template's own."""


def without_frame(found: Found) -> str:
    return words(found.text.replace("\u2042", " "))


@pytest.mark.parametrize("place", PLACES)
@given(text=texts())
def test_readers_see_what_was_written(place: str, text: str) -> None:
    found = rendered(PLACES[place](str(escape(text))))
    neutral = rendered(PLACES[place]("x"))
    expected = without_frame(neutral).replace("x", "\0").replace("\0", words(text))
    if "Xem" in expected:
        expected = f"Xem {words(text)}."
    assert without_frame(found).replace(" .", ".") == words(expected).replace(" .", ".")
    assert found.elements == neutral.elements
    assert found.comments == 0


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_text_adds_no_element_and_no_attribute(place: str, text: str) -> None:
    found = rendered(PLACES[place](str(escape(text))))
    neutral = rendered(PLACES[place]("x"))
    assert found.elements == neutral.elements
    assert [name for name, _ in found.attributes] == [name for name, _ in neutral.attributes]
    assert words(text) in without_frame(found)


@given(text=texts())
@example(text='" onmouseover="alert(1)')
def test_an_attribute_holds_what_was_written_and_nothing_more(text: str) -> None:
    for frame in ('<img src="a.png" alt="{}">\n', 'x <abbr title="{}">y</abbr> z\n', '<p title="{}">x</p>\n'):
        found = rendered(frame.format(escape(text)))
        values = [value for name, value in found.attributes if name in ("alt", "title")]
        assert len(values) == 1
        assert words(values[0] or "") == words(text)
        assert {name for name, _ in found.attributes} <= {"src", "alt", "title"}


@given(text=texts())
def test_the_contents_of_a_page_name_a_heading_as_it_was_written(text: str) -> None:
    rendered(f"## {escape(text)} {{ #muc }}\n")
    (entry,) = the_renderer().toc_tokens
    assert words(Found(entry["name"]).text) == words(text)
    assert Found(entry["name"]).elements == []
    assert entry["id"] == "muc"


@given(text=texts())
def test_escaped_text_is_one_line(text: str) -> None:
    assert "\n" not in escape(text)


@given(text=texts())
def test_escaped_text_is_also_html(text: str) -> None:
    assert words(html.unescape(str(escape(text)))) == words(text)


@given(text=texts())
def test_nothing_in_escaped_text_can_be_taken_for_a_link_of_the_site_or_an_anchor(text: str) -> None:
    escaped = str(escape(text))
    assert "@/" not in escaped
    assert not re.search(r"\{|(?<=\s)id=\"|href=\"", escaped)


def test_plain_words_stay_readable_in_the_markdown() -> None:
    text = "Đoàn khảo sát (08/9), 98,5% hồ sơ; xem mục 3.2 – hết."
    assert escape(text) == text


def test_paragraphs_are_parted_by_empty_lines() -> None:
    assert paragraphs("một\nhai\n\n \n\nba *x*\n") == ["một hai", "ba &#42;x&#42;"]


def test_prose_keeps_its_paragraphs() -> None:
    found = rendered(prose("một\n\nhai\n\n- ba\n"))
    assert found.elements == ["p", "p", "p"]
    assert words(found.text) == "một hai - ba"


def filled(template: str, **values: object) -> str:
    made = environment()
    made.loader = jinja2.DictLoader({"x": template})
    return made.get_template("x").render(**values)


def test_whatever_a_template_prints_is_escaped() -> None:
    assert filled("{{ it }}", it="*a* <b>") == "&#42;a&#42; &#60;b&#62;"


def test_markdown_is_printed_as_it_is() -> None:
    assert filled("{{ it }}", it=Markup("*a*")) == "*a*"


def test_joined_texts_are_escaped_each() -> None:
    assert filled("{{ it|join(', ') }}", it=["*a*", "<b>"]) == "&#42;a&#42;, &#60;b&#62;"


def test_numbers_are_printed() -> None:
    assert filled("{{ it }}", it=12) == "12"


@pytest.mark.parametrize("value", [None, 1.5, ["a"], {"a": 1}, b"a"])
def test_a_value_without_words_is_a_mistake_of_the_template(value: object) -> None:
    with pytest.raises(TypeError, match="a template printed"):
        filled("{{ it }}", it=value)


def test_a_name_that_nobody_gave_is_a_mistake_of_the_template() -> None:
    with pytest.raises(jinja2.UndefinedError):
        filled("{{ khong_co }}")


def test_the_hostile_texts_may_stand_in_records() -> None:
    """Else they would prove nothing: a check would have refused them before."""
    kept = [text for text in HOSTILE if may_stand_in_a_record(unicodedata.normalize("NFC", text))]
    assert len(kept) > len(HOSTILE) - 4
