"""Are links final, relative and proven?"""

from urllib.parse import urljoin

import pytest

from generator.links import Linker
from generator.register import BrokenSiteError

HOME = "https://vi-du.example/hdnd/"


@pytest.mark.parametrize(
    ("address", "link", "final"),
    [
        ("", "@/", "./"),
        ("", "@/don-vi/", "don-vi/"),
        ("", "@/don-vi/xa-a/#nguon", "don-vi/xa-a/#nguon"),
        ("don-vi/", "@/", "../"),
        ("don-vi/", "@/don-vi/", "../don-vi/"),
        ("don-vi/xa-a/", "@/", "../../"),
        ("don-vi/xa-a/", "@/khao-sat/b/#hc-01", "../../khao-sat/b/#hc-01"),
        ("khao-sat/b/trang-2/", "@/khao-sat/b/", "../../../khao-sat/b/"),
        ("khao-sat/b/", "@/khao-sat/b/anh.png", "../../khao-sat/b/anh.png"),
    ],
)
def test_a_link_becomes_relative_to_its_page(address: str, link: str, final: str) -> None:
    assert Linker([]).finish(address, f"[x]({link})") == f"[x]({final})"
    assert urljoin(HOME + address, final) == HOME + link.removeprefix("@/")


def test_a_link_to_an_anchor_of_the_same_page_is_only_the_anchor() -> None:
    assert Linker([]).finish("khao-sat/b/", "[x](@/khao-sat/b/#hc-01)") == "[x](#hc-01)"


def test_links_in_html_become_final_too() -> None:
    assert Linker([]).finish("don-vi/xa-a/", '<a href="@/chu-de/">x</a>') == '<a href="../../chu-de/">x</a>'


def test_a_link_outside_the_text_is_proven_like_any_other() -> None:
    linker = Linker([])
    linker.finish("don-vi/xa-a/", "# A")
    assert linker.relative("don-vi/xa-a/", "don-vi/") == "../../don-vi/"
    assert linker.relative("", "") == "./"
    with pytest.raises(BrokenSiteError, match="don-vi/xa-a/ links to don-vi/"):
        linker.prove()


def test_an_anchor_that_the_register_promises_stands_on_its_page() -> None:
    linker = Linker([])
    linker.finish("a/", "# A { #x }")
    linker.expect("a/", ["x"])
    linker.prove()
    linker.expect("a/", ["y"])
    with pytest.raises(BrokenSiteError, match="a/ links to a/#y"):
        linker.prove()


def test_text_without_a_link_stays_as_it_is() -> None:
    text = "Thư gửi a@b.example, số 12/2024 và #1"
    assert Linker([]).finish("a/", text) == text


def test_links_that_lead_somewhere_are_proven() -> None:
    linker = Linker(["khao-sat/b/anh.png"])
    linker.finish(
        "",
        "[x](@/khao-sat/b/#hc-01) [y](@/khao-sat/b/#nguon-c) ![z](@/khao-sat/b/anh.png)",
    )
    linker.finish("tep/", "[w](@/khao-sat/b/anh.png#page)")
    linker.finish("khao-sat/b/", '## H { #hc-01 }\n\n<div id="nguon-c">\n<a href="#hc-01">x</a> [x](@/)</div>')
    linker.prove()


@pytest.mark.parametrize(
    ("link", "named"),
    [
        ("[x](@/khong-co/)", "/ links to khong-co/"),
        ("[x](@/co/#khong)", "/ links to co/#khong"),
        ('<a href="#khong">', "/ links to #khong"),
        ("![x](@/co/khong.png)", "/ links to co/khong.png"),
        ("[x](@/co)", "/ links to co"),
    ],
)
def test_a_dead_link_is_named_with_the_page_where_it_stands(link: str, named: str) -> None:
    linker = Linker(["anh.png"])
    linker.finish("", link)
    linker.finish("co/", "# Có")
    with pytest.raises(BrokenSiteError) as broken:
        linker.prove()
    assert str(broken.value) == named


def test_all_dead_links_are_named_at_once() -> None:
    linker = Linker([])
    linker.finish("b/", "[x](@/2/) [x](@/1/)")
    linker.finish("a/", "[x](@/3/)")
    with pytest.raises(BrokenSiteError) as broken:
        linker.prove()
    assert str(broken.value).splitlines() == ["a/ links to 3/", "b/ links to 1/", "b/ links to 2/"]


def test_two_pages_cannot_claim_one_address() -> None:
    linker = Linker([])
    linker.finish("don-vi/xa-a/", "# A")
    with pytest.raises(BrokenSiteError, match="two pages claim the address 'don-vi/xa-a/'"):
        linker.finish("don-vi/xa-a/", "# B")


@pytest.mark.parametrize("again", ["## B { #a }", '<p id="a">', "## B {: #a }"])
def test_an_anchor_cannot_stand_twice_on_a_page(again: str) -> None:
    with pytest.raises(BrokenSiteError, match="an anchor stands twice on 'x/'"):
        Linker([]).finish("x/", f"## A {{ #a }}\n\n{again}")


def test_the_same_anchor_on_two_pages_is_right() -> None:
    linker = Linker([])
    linker.finish("a/", "## A { #nguon }")
    linker.finish("b/", "## B { #nguon }\n\n[x](@/a/#nguon)")
    linker.prove()


LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-"
"""Of which an anchor may be made."""


@pytest.mark.parametrize("letter", LETTERS)
def test_every_letter_of_an_address_and_of_an_anchor_is_part_of_the_link(letter: str) -> None:
    """In the middle of a name, so that a pattern that stops at the letter finds another, shorter one."""
    page, anchor = f"a{letter}b/", f"c{letter}d"
    linker = Linker([])
    assert linker.finish("", f"[x](@/{page}#{anchor})") == f"[x]({page}#{anchor})"
    linker.finish(page, f'# A {{ #{anchor} }}\n\n[x](#{anchor}) <a href="#{anchor}">x</a>')
    linker.prove()
    other = Linker([])
    other.finish("", f"[x](@/{page}#{anchor})")
    other.finish(page, f'<p id="{anchor}"></p>')
    other.prove()
    other.finish("khac/", f'<a href="#{anchor}">x</a>')
    with pytest.raises(BrokenSiteError, match=f"khac/ links to khac/#{anchor}"):
        other.prove()


@pytest.mark.parametrize("form", ["{ #x }", "{#x}", "{: #x }", "{:#x}"])
def test_an_anchor_is_read_in_every_form_in_which_a_heading_has_it(form: str) -> None:
    linker = Linker([])
    linker.finish("a/", f"# A {form}")
    linker.expect("a/", ["x"])
    linker.prove()


@pytest.mark.parametrize("text", ["{ #x", "#x }", "{ x }", "(:#x)", 'data-id="x"', "id='x'"])
def test_what_only_looks_like_an_anchor_is_none(text: str) -> None:
    linker = Linker([])
    linker.finish("a/", f"# A {text}")
    linker.expect("a/", ["x"])
    with pytest.raises(BrokenSiteError, match="a/ links to a/#x"):
        linker.prove()


def test_only_a_link_is_one_to_an_anchor_of_the_page() -> None:
    linker = Linker([])
    linker.finish("a/", '<p data-note="#x"></p>')
    linker.prove()
