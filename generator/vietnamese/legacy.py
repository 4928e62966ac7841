"""In which old encoding was this text written, and what does it say?

Before Unicode, fonts drew Vietnamese letters in the places of others: in TCVN3 (the .Vn fonts) `xã` is stored as
`x·`, in VNI as `xaõ`; VISCII stores `cải` as `cäi`. A text can also have been read as what it is not: UTF-8 as
Windows-1252 turns `xã` into `xÃ£`. What such a text says is certain if every damaged word becomes syllables when it
is read anew.

Sources: TCVN 5712:1993; RFC 1456 (VISCII); the Windows code pages 1252 and 1258; VNI's table, in which one or two
signs make a letter.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Literal, TypeAlias

from generator.vietnamese.syllables import is_syllable

Encoding: TypeAlias = Literal["utf8", "tcvn3", "vni", "viscii", "cp1258"]


@dataclass(frozen=True, slots=True)
class Recognised:
    """An encoding, the damaged words that show it, and what the whole text says; None where that is not certain."""

    encoding: Encoding
    words: tuple[str, ...]
    meant: str | None


def recognised(text: str) -> Recognised | None:
    """Return in which encoding a text, or a part of it, was written; None for text that is as it should be."""
    words = (token for token in dict.fromkeys(_TOKEN.findall(text)) if len(token) <= _LONGEST_WORD)
    damaged = [token for token in words if _LETTER.search(token) and not is_readable(token)]
    readings = [found for encoding in _READERS if (found := _reading(encoding, damaged)) is not None]
    if not readings:
        return None
    best = max(readings, key=lambda found: len(found.words) - len(found.rest))
    rivals = [each for each in readings if each.encoding != _RARE and len(each.words) == len(best.words)]
    meant = {_whole(text, each.encoding) for each in rivals or [best]}
    return Recognised(best.encoding, best.words, meant.pop() if len(meant) == 1 else None)


_RARE: Final = "viscii"
"""Hardly an office wrote in it: it is believed only where no other encoding makes sense. It stands last."""


@lru_cache(maxsize=2**16)
def is_readable(token: str) -> bool:
    """Return whether what stands between two blanks is made of syllables, short forms and plain Latin letters."""
    return token.isascii() or all(map(_is_word, parts_of(token)))


def parts_of(token: str) -> list[str]:
    """Return what is left of a token when digits and marks are taken away: ``“HĐND&UBND”`` has two parts."""
    return _PART.findall(_SIGN_OF_MEASURE.sub(" ", unicodedata.normalize("NFC", token)))


def _is_word(part: str) -> bool:
    if part.isascii():
        return True
    is_usual = _LARGE_WITHIN.search(part) is None and is_syllable(part)
    return is_usual or _SHORT_FORM.fullmatch(part) is not None or part in _UNITS


_LONGEST_WORD: Final = 500
"""What is longer was pasted without blanks, or is no text at all."""
_LETTER: Final = re.compile(r"[^\W\d_]")
_TOKEN: Final = re.compile(r"[^ \n\t]+")
_PART: Final = re.compile(r"[^\s\x00-@\[-`{-\x7f\u00a0“”‘’…–—•]+")
_LARGE_WITHIN: Final = re.compile("[a-zà-þ][À-Þ]")
_SIGN_OF_MEASURE: Final = re.compile("(?<=[0-9])[½¼¾‰]|[×±·](?=[0-9])|(?<=[0-9])[×±·]|(?<=[mM])[²³](?![^\\W_])")
_SHORT_FORM: Final = re.compile("[A-ZĐƯ]{2,10}")
_UNITS: Final = {"m²", "m³", "km²", "cm²", "cm³", "dm³", "mm²", "°C", "°F", "°", "µg", "µm", "²", "³"}


@dataclass(frozen=True, slots=True)
class _Reading:
    """What an encoding makes of damaged words: those that become syllables, and those that change and do not."""

    encoding: Encoding
    words: tuple[str, ...]
    rest: tuple[str, ...]


def _reading(encoding: Encoding, damaged: Iterable[str]) -> _Reading | None:
    words: list[str] = []
    rest: list[str] = []
    for token in damaged:
        read = _read(encoding, token)
        if read is not None and read != token:
            (words if _says_something(encoding, read) else rest).append(token)
    is_told = encoding == "utf8" or any(map(_is_telling, words))
    enough = len(words) > len(rest) if is_told else len(words) >= max(2, 3 * len(rest))
    return _Reading(encoding, tuple(words), tuple(rest)) if enough else None


def _is_telling(word: str) -> bool:
    """Return whether one damaged word is enough: it holds a sign or a large letter where no honest word does."""
    return _TELLING.search(word) is not None


_TELLING: Final = re.compile(
    "[A-Za-z][¡-¾×]|[¡-¾×][A-Za-z]|[a-zà-þ][À-Þ]|[A-Z][À-Þ][a-z]|[ôö][ôùøûõï]|[aeo]â|[ae][ùøõ]|o[øõ]|[AE][ÙØÕ]|O[ØÕ]"
)


def _says_something(encoding: Encoding, token: str) -> bool:
    if token.isascii():
        return False
    return is_readable(token) or (encoding == "utf8" and all(map(_is_of_vietnam, token)))


@lru_cache(maxsize=2**10)
def _is_of_vietnam(sign: str) -> bool:
    """Return whether this is a letter of the Vietnamese alphabet, with or without tone, or a common mark."""
    marks = unicodedata.normalize("NFD", sign)
    return sign in _COMMON or all(mark.isascii() or mark in _VIETNAMESE_MARKS for mark in marks)


_COMMON: Final = "Đđ“”‘’…–—•\u00a0"
_VIETNAMESE_MARKS: Final = "\u0300\u0301\u0303\u0309\u0323\u0302\u0306\u031b"


def _whole(text: str, encoding: Encoding) -> str | None:
    """Return the whole text as it was meant; None if a word of it could mean something else."""
    tokens = _TOKEN.findall(text)
    is_mixed = encoding == "utf8" and any(sign > "\x7f" and sign not in _BYTES for sign in text)
    read = {token: token if is_mixed and is_readable(token) else _read(encoding, token) for token in tokens}
    if any(each is None or not (is_readable(each) or _says_something(encoding, each)) for each in read.values()):
        return None
    if encoding != "utf8" and _has_two_meanings(tokens, read):
        return None
    return _TOKEN.sub(lambda found: read[found[0]] or "", text)


def _has_two_meanings(tokens: list[str], read: Mapping[str, str | None]) -> bool:
    """Return whether many words make sense as they are: xã is xó in TCVN3, if it was not typed beside it."""
    sensible = [is_readable(token) for token in tokens if read[token] != token]
    return sensible.count(True) * _MOST_SENSIBLE > sensible.count(False)


_MOST_SENSIBLE: Final = 4


def _read(encoding: Encoding, token: str) -> str | None:
    """Return a word of this encoding in Unicode, None if it holds what the encoding lacks."""
    if token.isascii():
        return token
    read = _READERS[encoding](token)
    return None if read is None else unicodedata.normalize("NFC", read)


_SHOWN: Final = {byte: bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in range(0x80, 0x100)}
"""How Windows-1252 shows each byte; the five that it lacks stay what they are in Latin-1, unseen."""
_BYTES: Final = (
    {chr(byte): byte for byte in range(0x80, 0x100)} | {sign: byte for byte, sign in _SHOWN.items()} | {"Ă": 0xC3}
)
"""The byte behind each sign; where Windows-1252 shows Ã, Windows-1258 shows Ă."""
_RUN: Final = re.compile(f"[{re.escape(''.join(_BYTES))}]+")


def _from_utf8(token: str) -> str | None:
    def read(run: re.Match[str]) -> str:
        try:
            return bytes(_BYTES[sign] for sign in run[0]).decode("utf-8")
        except UnicodeDecodeError:
            return run[0]

    for _ in range(3):  # some texts were misread more than once
        token = _RUN.sub(read, token)
    return token


def _from_cp1258(token: str) -> str | None:
    try:
        return bytes(_BYTES.get(sign, ord(sign)) for sign in token).decode("cp1258")
    except ValueError:
        return None


def _from(table: Mapping[str, str]) -> Callable[[str], str | None]:
    """Return a reader for an encoding that has one or two signs for each letter."""
    sign = re.compile("|".join(map(re.escape, sorted(table, key=len, reverse=True))) + "|[^\x00-\x7f]")
    known = {mark: mark for mark in "“”‘’…–—•\u00a0"} | dict(table)  # Word sets these in every font

    def read(token: str) -> str | None:
        letters = [known.get(found) for found in sign.findall(token)]
        return None if None in letters else sign.sub(lambda found: known[found[0]], token)

    return read


_TCVN3: Final = dict(
    zip(
        "¡¢£¤¥¦§¨©ª«¬\u00ad®µ¶·¸¹»¼½¾ÆÇÈÉÊËÌÎÏÐÑÒÓÔÕÖ×ØÜÝÞßáâãäåæçèéêëìíîïñòóôõö÷øùúûüýþ",
        "ĂÂÊÔƠƯĐăâêôơưđàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ",
        strict=True,
    )
)
_VISCII: Final = dict(
    zip(
        map(_SHOWN.__getitem__, range(0x80, 0x100)),
        "ẠẮẰẶẤẦẨẬẼẸẾỀỂỄỆỐỒỔỖỘỢỚỜỞỊỎỌỈỦŨỤỲÕắằặấầẩậẽẹếềểễệốồổỗỠƠộờởịỰỨỪỬơớƯ"
        "ÀÁÂÃẢĂẳẵÈÉÊẺÌÍĨỳĐứÒÓÔạỷừửÙÚỹỵÝỡưàáâãảăữẫèéêẻìíĩỉđựòóôõỏọụùúũủýợỮ",
        strict=True,
    )
)


def _vni() -> dict[str, str]:
    """Return the signs of VNI and their letters: a tone or hat stands behind its vowel, and is as large."""
    tones = ("\u0301", "\u0300", "\u0309", "\u0303", "\u0323")
    alone = dict(zip("ôöñíìæóòî", "ơưđíìỉĩịỵ", strict=True))
    rows = [
        *((vowel, letter, "ùøûõï", tones) for vowel, letter in zip("aeouyôö", "aeouyơư", strict=True)),
        *((vowel, f"{vowel}\u0302", "âáàåãä", ("", *tones)) for vowel in "aeo"),
        ("a", "a\u0306", "êéèúüë", ("", *tones)),
    ]
    pairs = {
        vowel + sign: letter + tone
        for vowel, letter, signs, marks in rows
        for sign, tone in zip(signs, marks, strict=True)
    }
    forms = (str.lower, str.upper, str.capitalize)
    return {form(written): form(letter) for written, letter in (alone | pairs).items() for form in forms}


_READERS: Final[Mapping[Encoding, Callable[[str], str | None]]] = {
    "utf8": _from_utf8,
    "tcvn3": _from(_TCVN3),
    "vni": _from(_vni()),
    "cp1258": _from_cp1258,
    "viscii": _from(_VISCII),
}
