"""Which words are left of a text when its marks are gone?"""

from collections.abc import Iterator

from markdown_it.token import Token

TEXTS = ("text", "text_special", "code_inline")


def plain_text(*tokens: Token) -> str:
    """Return the words of tokens and of what they hold, of a picture those in its place, with single blanks."""
    return " ".join("".join(_words(tokens)).split())


def closing(tokens: list[Token], opening: int) -> int:
    """Return where the link ends that begins at a position; links hold no links."""
    return next(number for number in range(opening, len(tokens)) if tokens[number].type == "link_close")


def _words(tokens: tuple[Token, ...]) -> Iterator[str]:
    for token in tokens:
        if token.type in TEXTS:
            yield token.content
        elif token.type in ("softbreak", "hardbreak"):
            yield " "
        elif token.children:
            yield from _words(tuple(token.children))
