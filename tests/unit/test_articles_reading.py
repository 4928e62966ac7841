"""Which links, headings and refused things does the parser find in an article, and where?"""

import pytest

from generator.articles import ArticleHeading, ArticleLink, read_article
from generator.load import Article


def article(body: str, *, title: str = "Bài viết") -> Article:
    return Article(id="bai-viet", file="content/bai-viet.md", title=title, body=body, body_line=2)


def links(body: str) -> list[tuple[object, ...]]:
    return list(read_article(article(body)).links)


def faults(body: str, *, title: str = "Bài viết") -> list[tuple[str, str, int, int]]:
    return [fault[:4] for fault in read_article(article(body, title=title)).faults]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("Xem [đơn vị](/don-vi/).", ("/don-vi/", "đơn vị", 2, 14, False)),
        ("![ảnh *chụp*](</a b.png>)", ("/a b.png", "ảnh chụp", 2, 16, True)),
        ("[a\nb](javascript:x)", ("javascript:x", "a b", 3, 4, False)),
        ("[a[b[c]d]e](javascript:x)", ("javascript:x", "a[b[c]d]e", 2, 13, False)),
        ("Xem [q]\n\n[q]:\n  javascript:x", ("javascript:x", "q", 5, 3, False)),
        ("![a\nb](http://x.example/y)", ("http://x.example/y", "a b", 3, 4, True)),
        ("![t][q]\n\n[q]:\n  http://x.example", ("http://x.example", "t", 5, 3, True)),
        ("> - xem https://x.example/y, rồi", ("https://x.example/y", "https://x.example/y", 2, 9, False)),
        ("Xem www.x.example.", ("http://www.x.example", "www.x.example", 2, 5, False)),
        ("Gửi a@x.example nhé", ("mailto:a@x.example", "a@x.example", 2, 5, False)),
        ("Xem <https://x.example>", ("https://x.example", "https://x.example", 2, 6, False)),
        ("[a](&#106;avascript:x)", ("javascript:x", "a", 2, 5, False)),
        ("[a](/b\\_c/)", ("/b_c/", "a", 2, 5, False)),
    ],
)
def test_a_link_is_found_with_its_target_and_its_place(body: str, found: tuple[object, ...]) -> None:
    assert links(body) == [found]


@pytest.mark.parametrize("body", ["`[a](/b/)`", "    [a](/b/)", "```\n[a](/b/)", "\\[a](/b/)", "[a] (/b/)"])
def test_what_the_parser_does_not_take_for_a_link_is_none(body: str) -> None:
    assert links(body) == []


def test_the_cells_of_a_table_have_their_own_places() -> None:
    table = "| a | b |\n|---|---|\n| [x](/y/) | [x](/y/) |\n| \\| | [x](/y/) |"
    assert [(link.line, link.column) for link in read_article(article(table)).links] == [(4, 7), (4, 18), (5, 12)]


def test_headings_have_anchors_and_the_title_gives_way() -> None:
    body = "## Đường *đi*\n\nXã Ong Vồng\n---\n\n## Đường đi"
    found = read_article(article(body, title="Đường đi"), frozenset({"xa-ong-vong"})).headings
    assert found == (
        ArticleHeading(1, "Đường đi", "duong-di-3", 1, 3),
        ArticleHeading(2, "Đường đi", "duong-di", 2, 4),
        ArticleHeading(2, "Xã Ong Vồng", "xa-ong-vong-2", 4, 1),
        ArticleHeading(2, "Đường đi", "duong-di-2", 7, 4),
    )


def test_the_description_is_the_first_paragraph_without_marks() -> None:
    body = "## Mục\n\nXem [**đơn\nvị**](/don-vi/) &amp; `mã`.\n\nĐoạn hai."
    assert read_article(article(body)).description == "Xem đơn vị & mã."


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("```\na\n```\n ```\n<script>x</script>\n", []),
        ("x\n```\n\n<script>alert(1)</script>", []),  # a fence never closed: all of it is code
        ("    ```\n<script>x</script>", [("C01", "<script>x</script>", 3, 1)]),
        ("\\`<img src=x onerror=x>\\`", [("C01", "<img src=x onerror=x>", 2, 3)]),
        ("<!-- x -->", [("C01", "<!-- x -->", 2, 1)]),
        ("a <b>c</b>", [("C01", "<b>", 2, 3), ("C01", "</b>", 2, 7)]),
        ("[a](/b/){: onclick=x }", [("C08", "{: onclick=x }", 2, 9)]),
        ("# Hai", [("C11", "Hai", 2, 3)]),
        ("Hai\n===", [("C11", "Hai", 2, 1)]),
        ("#### Bốn", [("C12", "####", 2, 1)]),
        ("> ## Trích", [("C13", "Trích", 2, 6)]),
        ("- ## Mục", [("C13", "Mục", 2, 6)]),
        ("##", [("C14", "##", 2, 1)]),
        ("> [!NOTE]\n> x", [("C15", "[!NOTE]", 2, 1)]),
        ("a $x_1$ b", [("C15", "$x_1$", 2, 3)]),
        ("a :smile: b", [("C15", ":smile:", 2, 3)]),
        ("```mermaid\nx\n```", [("C15", "```mermaid", 2, 1)]),
        (">" * 17 + " x", [("C16", ">" * 17 + " x", 2, 1)]),
        ("[" * 51 + "a", [("C16", "[" * 40, 2, 1)]),
        ("[" * 51 + "\n\n<b>", [("C16", "[" * 40, 2, 1), ("C01", "<b>", 4, 1)]),
        ("[\n" * 51 + "\n" + "[" * 51, [("C16", "[", 52, 1), ("C16", "[" * 40, 54, 1)]),
        ("|a|\n|-|\n|b|c|", [("C17", "c|", 4, 4)]),
        ("a[^1]", [("C18", "[^1]", 2, 2)]),
        ("a\n\n[^1]: b", [("C18", "[^1]", 4, 1)]),
        ("a &#x202e; b", [("C19", "U+202E", 2, 3)]),
        ('[a](/b/ "c&shy;")', [("C19", "U+00AD", 2, 5)]),
    ],
)
def test_what_is_refused_is_found_at_its_place(body: str, found: list[tuple[str, str, int, int]]) -> None:
    assert faults(body) == found


@pytest.mark.parametrize(
    "body",
    [
        "từ 8:30:00 đến 9:00",
        "giá 5$ và 6$",
        "\\$x\\$ và `$x$`",
        "a \\:smile: b",
        "a[^1]\n\n[^1]: b",
        "a < b > c",
        "5 {a} {b}",
        "|a|b|\n|-|-|\n|\\||c|\n||d|",
        "- [x] xong\n- [ ] chưa",
    ],
)
def test_what_only_looks_like_it_is_not_refused(body: str) -> None:
    assert faults(body) == []


@pytest.mark.parametrize(
    "title", ["Về *trang* này", "A `b`", "A [b](c)", "A &amp; b", "A #", "A \\* b", "<b>A</b>"]
)
def test_a_title_is_words_alone(title: str) -> None:
    assert [fault[0] for fault in faults("", title=title)] == ["C10"]


def test_links_are_frozen() -> None:
    (link,) = read_article(article("[a](/b/)")).links
    assert link == ArticleLink("/b/", "a", 2, 5, is_picture=False)
    with pytest.raises(AttributeError):
        link.target = "/c/"  # type: ignore[misc]
