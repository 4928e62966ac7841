"""Does the site show of an article what the forge shows, sign by sign?

The forge is asked itself: cmark-gfm is the program with which GitHub reads Markdown.
"""

import re
from html import unescape
from pathlib import Path

import pytest
from cmarkgfm import github_flavored_markdown_to_html
from cmarkgfm.cmark import Options
from hypothesis import example, given

from generator.articles import disagreements, read_article, rendered_source
from generator.articles.agreement import _unlike, strange_tags
from generator.articles.shown import Block
from generator.dialect import renderer
from generator.load import Article
from generator.render import PROJECT
from tests.golden.hostile import articles
from tests.golden.sites import EXAMPLE


def article(body: str) -> Article:
    return Article(id="bai-viet", file="content/bai-viet.md", title="Bài viết", body=body, body_line=2)


def shown(body: str) -> str:
    """Return what the renderer makes of an article, without the links of headings to themselves."""
    html = renderer().convert(rendered_source(article(body)))
    return re.sub(r'<a class="headerlink".*?</a>', "", html).replace("\n", "")


@pytest.mark.parametrize(
    ("body", "html"),
    [
        ("Gồm:\n- một\n- hai", "<p>Gồm:</p><ul><li>một</li><li>hai</li></ul>"),
        ("1. một\n  - hai\n", "<ol><li>một</li></ol><ul><li>hai</li></ul>"),
        ("1. một\n   - hai\n", "<ol><li>một<ul><li>hai</li></ul></li></ol>"),
        ("- một\n  - hai\n", "<ul><li>một<ul><li>hai</li></ul></li></ul>"),
        ("1. một\n- hai\n", "<ol><li>một</li></ol><ul><li>hai</li></ul>"),
        ("3. ba\n4. bốn", '<ol start="3"><li>ba</li><li>bốn</li></ol>'),
        ("- một\n\n- hai", "<ul><li><p>một</p></li><li><p>hai</p></li></ul>"),
        ("- một\n\n  hai", "<ul><li><p>một</p><p>hai</p></li></ul>"),
        ("- [x] xong\n- [ ] chưa", "<ul><li>☑ xong</li><li>☐ chưa</li></ul>"),
        ("- [x]\n- [x] ", "<ul><li>&#91;x&#93;</li><li>☑ </li></ul>"),
        ("~~bỏ~~ ~bỏ~ \\~giữ\\~", "<p><del>bỏ</del> <del>bỏ</del> &#126;giữ&#126;</p>"),
        ("mot_hai_ba 2*3*4", "<p>mot&#95;hai&#95;ba 2<em>3</em>4</p>"),
        ("một  \nhai\\\nba\nbốn", "<p>một<br>hai<br>babốn</p>"),
        ("&lt;b&gt; &copy; &#42;", "<p>&#60;b&#62; © &#42;</p>"),
        ("Mục\n---", '<h2 id="muc">Mục</h2>'),
        ("## Đường *đi* [x](/y/)", '<h2 id="duong-di-x">Đường <em>đi</em> <a href="@/y/">x</a></h2>'),
        ("> một\n> > hai", "<blockquote><p>một</p><blockquote><p>hai</p></blockquote></blockquote>"),
        ("một\n***\nhai", "<p>một</p><hr><p>hai</p>"),
        ("```py\na\tb\n\n\n\n<c>\n```", "<pre><code>a&#9;b&#10;&#10;&#10;&#10;&#60;c&#62;</code></pre>"),
        ("`a  <b>`", "<p><code>a  &#60;b&#62;</code></p>"),
        ("https://a.example/b_c.", '<p><a href="https://a.example/b&#95;c">https://a.example/b&#95;c</a>.</p>'),
        ("[a](/b/#c) [d](#e)", '<p><a href="@/b/#c">a</a> <a href="#e">d</a></p>'),
        ('![*ảnh*](/b/c.png "d")', '<p><img src="@/b/c.png" alt="ảnh" title="d"></p>'),
        (
            "{{ x }} {% y %} @/z/ [TOC]",
            "<p>&#123;&#123; x &#125;&#125; &#123;% y %&#125; &#64;/z/ &#91;TOC&#93;</p>",
        ),
        (
            "|a|b|\n|:-|-:|\n|1|\\||",
            '<table><thead><tr><th align="left">a</th><th align="right">b</th></tr></thead><tbody><tr>'
            '<td align="left">1</td><td align="right">&#124;</td></tr></tbody></table>',
        ),
        (
            "a[^x] b[^x]\n\n[^x]: c",
            '<p>a<sup id="goi-chu-thich-1-1"><a href="#chu-thich-1">1</a></sup> '
            'b<sup id="goi-chu-thich-1-2"><a href="#chu-thich-1">1</a></sup></p>'
            '<ol class="notes"><li id="chu-thich-1"><p>c '
            '<a href="#goi-chu-thich-1-1" aria-label="Về chỗ có chú thích 1">↩</a> '
            '<a href="#goi-chu-thich-1-2" aria-label="Về chỗ có chú thích 1">↩</a></p></li></ol>',
        ),
    ],
)
def test_an_article_is_shown_as_on_the_forge(body: str, html: str) -> None:
    assert shown(body) == html
    assert disagreements(article(body)) == ()


def test_code_is_no_place_for_anchors_and_links() -> None:
    assert shown("```\n## Mục\n[x](/y/)\n```") == "<pre><code>&#35;&#35; Mục&#10;&#91;x&#93;(/y/)</code></pre>"


def test_anchors_give_way_to_those_that_stand_elsewhere_on_the_page() -> None:
    body = "## Tìm\n\n## Chú thích 1\n\na[^1]\n\n[^1]: b"
    source = rendered_source(article(body), frozenset({"tim"}))
    assert re.findall(r"\{ #(\S+) \}|id=\"(\S+?)\"", source) == [
        ("tim-2", ""),
        ("chu-thich-1", ""),
        ("", "goi-chu-thich-1-1"),
        ("", "chu-thich-1-2"),
    ]


@pytest.mark.parametrize("root", [PROJECT, EXAMPLE], ids=["real", "example"])
def test_the_articles_that_are_there_are_shown_as_on_the_forge(root: Path) -> None:
    for file in sorted((root / "content").glob("*.md")):
        body = file.read_text(encoding="utf-8").partition("\n")[2]
        assert disagreements(article(body)) == (), file


@pytest.mark.parametrize(
    ("body", "where"),
    [
        ("một\n\n- hai\n- ftp://a.example\n\nba\nftp://b.example", [(5, 3), (8, 1)]),
        ("|a|b|\n|-|-|\n|c|ftp://a.example|", [(4, 4)]),
        ("* - [ ] việc", [(2, 5)]),
        ("[^1]: a\n> ftp://a.example\n\n[^1]", [(3, 3)]),
        ("một\n\n  &#xFDD0;", [(4, 3)]),
    ],
)
def test_where_the_forge_shows_something_else_its_place_is_told(body: str, where: list[tuple[int, int]]) -> None:
    found = disagreements(article(body))
    assert [(fault.line, fault.column) for fault in found] == where
    assert {fault.code for fault in found} == {"C16"}


@pytest.mark.parametrize(
    ("body", "where"),
    [
        ("a <b>c</b>\n\nftp://a.example", [(4, 1)]),
        ("<div>\n\nftp://a.example", [(4, 1)]),
        ("<!-- x\n\nftp://a.example\n\n-->\n\nftp://a.example", [(8, 1)]),
        ("> [!NOTE]\n> ftp://a.example\n\n- ftp://a.example", [(5, 3)]),
        ("#### Bốn\n\nftp://a.example", [(4, 1)]),
        ("[" * 60 + "\n\nftp://a.example", [(4, 1)]),
        ("một[^1]\n\n[^2]: hai\n\nftp://a.example", [(6, 1)]),
        ("ftp://a.example <b>\n\nmột", []),
        ("- <b>\n- ftp://a.example", []),
        ("<b>\n\nmột", []),
        ("[a](javascript:x) $x$\n\n![a](data:x)", []),
    ],
)
def test_beside_other_faults_the_blocks_without_one_are_judged(body: str, where: list[tuple[int, int]]) -> None:
    each = article(body)
    assert read_article(each).faults
    found = disagreements(each)
    assert [(fault.line, fault.column) for fault in found] == where
    assert {fault.code for fault in found} <= {"C16"}


@given(articles(attacks=2))
def test_what_is_said_of_a_block_does_not_depend_on_what_is_wrong_with_others(body: str) -> None:
    for first, is_told in (("ftp://a.example", True), ("một", False)):
        assert (2 in {fault.line for fault in disagreements(article(f"{first}\n\n{body}"))}) is is_told


def test_very_many_equal_blocks_are_compared() -> None:
    """To look at each beside each of the others would take hours."""
    many = [Block("<p>một</p>")] * 30_000
    odd, even = Block("<p>hai</p>", "<p\ue0005\ue001>hai</p>"), Block("<p>ba</p>")
    assert list(_unlike([odd, *many, odd], [even, *many, even])) == [(odd, even), (odd, even)]


@pytest.mark.parametrize("target", ["java&Tab;script:x", "< >", "<\t>", "@", "@//", "<2) >", "\xa0x"])
def test_a_target_that_is_no_address_is_not_told_as_html(target: str) -> None:
    assert "C01" not in {fault.code for fault in disagreements(article(f"[a]({target})"))}


@pytest.mark.parametrize(
    "html",
    [
        "<script>x</script>",
        '<p onclick="x">y</p>',
        '<p class="x">y</p>',
        '<a href="javascript:x">y</a>',
        '<a href="https://other.example/">y</a>',
        '<img src="@/other.png" alt="">',
        "<h1>x</h1>",
        "<!-- x -->",
        "<?x?>",
        "<!x>",
        "<svg></svg>",
    ],
)
def test_a_tag_that_is_not_on_the_short_list_is_strange(html: str) -> None:
    assert len(strange_tags(f'<p id="x">a</p>{html}'.replace(' id="x"', ""), frozenset({"/known/"}))) == 1


def test_what_is_on_the_short_list_is_not_strange() -> None:
    html = '<h2 id="a">A</h2><a href="@/known/" title="x">y</a><a href="#a">z</a><td align="left">'
    assert strange_tags(html, frozenset({"/known/"})) == []


def words(html: str) -> str:
    """Return all that is written in HTML but blanks, the boxes of tasks and the ways back from notes."""
    ways_back = r"<a [^>]*(?:footnote-backref|aria-label)[^>]*>.*?</a>"
    text = unescape(re.sub("<[^>]*>", "", re.sub(ways_back, "", html)))
    return re.sub(r"\s|[☐☑]", "", text)


@given(articles(attacks=0))
@example("- a\n\n\tb")
@example("[^1]: b\n\na[^1] c[^1]")
@example("")
def test_no_word_is_lost_added_or_moved(body: str) -> None:
    each = article(body)
    if not read_article(each).faults and not disagreements(each):
        forge = github_flavored_markdown_to_html(body, Options.CMARK_OPT_FOOTNOTES)
        assert words(shown(body)) == words(forge.replace("\n", ""))


@given(articles(attacks=2))
def test_whatever_an_article_holds_it_is_judged_without_a_fall(body: str) -> None:
    each = article(body)
    if not read_article(each).faults:
        disagreements(each)
