"""Which letters of a text were lost or exchanged on their way here?"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final, Literal, NamedTuple, TypeAlias

from generator.vietnamese.escapes import spelt
from generator.vietnamese.legacy import is_readable, recognised
from generator.vietnamese.lookalikes import lookalikes
from generator.vietnamese.syllables import is_syllable

Kind: TypeAlias = Literal["lost", "symbol", "encoding", "lookalike", "question", "unknown"]


class Damage(NamedTuple):
    """Something in a text that nobody meant: its kind, as it is written, and what was meant if that is certain."""

    kind: Kind
    written: str
    meant: str = ""
    encoding: str = ""


def is_sound(text: str) -> bool:
    """Return whether nothing in a text is damaged, as far as its words tell; False asks for a closer look."""
    return all(map(_is_usual, set(text.split())))


def damages(text: str) -> Iterator[Damage]:
    """Yield what is damaged in a text, each kind at its first place; an old encoding explains all the rest."""
    if (old := recognised(text)) is not None:
        yield Damage("encoding", old.words[0], old.meant or "", old.encoding)
        return
    if (found := spelt(text)) is not None:
        yield Damage("encoding", found.word, found.meant, found.spelling)
        return
    if "\ufffd" in text:
        yield Damage("lost", next(word for word in text.split() if "\ufffd" in word))
    if symbol := _SYMBOL.search(text):
        yield Damage("symbol", symbol[0])
    for word in dict.fromkeys(lookalikes(text)):
        yield Damage("lookalike", word.written, word.meant)
    if (lost := next(filter(_has_lost_a_letter, text.split()), None)) is not None:
        yield Damage("question", lost)
    if (strange := _SIGN_AMONG_LETTERS.search(text)) is not None:
        yield Damage("unknown", strange[0])


_SYMBOL: Final = re.compile("[\ue000-\uf8ff\U000f0000-\U0010ffff]")
"""The area for private use: Word keeps the bullets and signs of its symbol fonts there."""
_SIGN_AMONG_LETTERS: Final = re.compile(r"[^\W\d_]*[a-zà-ỹ][¡-¨ª-¬¯´¶¸-¿†‡ˆ‰‹›˜□][a-zà-ỹ][^\W\d_]*")
"""No honest word holds these signs between small letters; fonts of yet other encodings show letters as them."""

_INSIDE: Final = re.compile(r"(?P<left>[^\W\d_]+)\?+(?P<right>[^\W\d_]+)")
_AT_THE_END: Final = re.compile(
    r"(?:\W|\d)*(?P<left>[bcdđghklmnpqrstvx]|[BCDĐGHKLMNPQRSTVXbcdđghklmnpqrstvx][cdghknprt]{1,2})\?+[.,;:)”\"]*"
)
_AT_THE_START: Final = re.compile(r"[(“\"]?\?+[a-zà-ỹ]+[.,;:)”\"]*")
_MEASURES: Final = frozenset({"m", "km", "cm", "dm", "mm", "g", "kg", "mg", "l", "ml", "h", "s", "đ", "t", "tr"})
_ADDRESS: Final = re.compile(r"[/=@]|\?.*[&#]")


@lru_cache(maxsize=2**17)
def _is_usual(token: str) -> bool:
    if token.isascii():
        return _HARMLESS.fullmatch(token) is not None or not (_has_lost_a_letter(token) or spelt(token))
    return not (not is_readable(token) or any(lookalikes(token)) or _has_lost_a_letter(token) or spelt(token))


_HARMLESS: Final = re.compile(r"[^?&\\%=]*")


def _has_lost_a_letter(token: str) -> bool:
    """Return whether a question mark stands where an old program had no letter: Kh?o, x?, ?oàn."""
    if "?" not in token or _ADDRESS.search(token):
        return False
    if any(not _is_question(found["left"], found["right"]) for found in _INSIDE.finditer(token)):
        return True
    end = _AT_THE_END.fullmatch(token)
    return (end is not None and end["left"] not in _MEASURES) or _AT_THE_START.fullmatch(token) is not None


def _is_question(left: str, right: str) -> bool:
    """Return whether only the blank after a question is missing: sao?Vì."""
    return is_syllable(left) and is_syllable(right) and (right[0].isupper() or len(right) > 1)
