r"""Is a letter written as a program spells it: ``&#7843;`` or ``\u1ea3`` or ``%E1%BA%A3`` for ả?

Such spellings are for machines. Pasted from a page's source, a log or an e-mail they stand in the text as they are,
and readers see them. Addresses are left alone, and so is what spells no letter (``&lt;``): there it may be meant.
"""

import html
import re
from collections.abc import Callable, Mapping
from typing import Final, Literal, NamedTuple, TypeAlias

Spelling: TypeAlias = Literal["html", "escape", "percent"]


class Spelt(NamedTuple):
    """A spelling of programs, the first word that shows it, and what the whole text says."""

    spelling: Spelling
    word: str
    meant: str


def spelt(text: str) -> Spelt | None:
    """Return in which spelling of programs letters of a text stand, None if in none."""
    if not any(sign in text for sign in "&\\%="):
        return None
    tokens = text.split()
    for spelling, read in _READERS.items():
        word = next((token for token in tokens if not _is_address(token) and read(token) != token), None)
        if word is not None:
            return Spelt(spelling, word, _whole(text, read))
    return None


def _whole(text: str, read: Callable[[str], str]) -> str:
    return re.sub(r"\S+", lambda token: token[0] if _is_address(token[0]) else read(token[0]), text)


def _is_address(token: str) -> bool:
    return "://" in token or token.startswith(("/", "(/", "www.", "mailto:")) or "](" in token


_ENTITY: Final = re.compile(r"&(?:#[0-9]{2,7}|#[xX][0-9a-fA-F]{2,6}|[A-Za-z]{2,8}[0-9]{0,2});")
_ESCAPE: Final = re.compile(r"\\u\{?([0-9a-fA-F]{4,5})\}?")
_BYTES: Final = re.compile("(?:[%=](?:[cC][2-9a-fA-F]|[dD][0-9a-fA-F]|[eE][0-9a-fA-F]|[89abAB][0-9a-fA-F])){2,}")


def _from_html(token: str) -> str:
    read = _ENTITY.sub(lambda entity: html.unescape(entity[0]), token)
    return read if any(sign.isalpha() and not sign.isascii() for sign in read if sign not in token) else token


def _from_escapes(token: str) -> str:
    return _ESCAPE.sub(lambda escape: _sign(int(escape[1], 16), escape[0]), token)


def _sign(code: int, written: str) -> str:
    return chr(code) if chr(code).isprintable() else written


def _from_percent(token: str) -> str:
    def read(run: re.Match[str]) -> str:
        try:
            return bytes.fromhex(re.sub("[%=]", "", run[0])).decode("utf-8")
        except UnicodeDecodeError:
            return run[0]

    return _BYTES.sub(read, token)


_READERS: Final[Mapping[Spelling, Callable[[str], str]]] = {
    "html": _from_html,
    "escape": _from_escapes,
    "percent": _from_percent,
}
