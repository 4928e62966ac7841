"""Which letters only look like the ones that were meant?

Some are of another alphabet (Cyrillic а for a), some of another kind (the large letters of Facebook, the ﬁ of a
PDF), some are another letter: Ð, with which Icelandic writes a sound, for Đ. Readers see no difference; a search,
a sort and a screen reader do. Words that are wholly of another alphabet, and foreign names, are left alone.

Source of the pairs: Unicode Technical Standard 39, confusables, as far as letters of Vietnamese are meant.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import Final, NamedTuple

from generator.vietnamese.syllables import is_syllable


class Lookalike(NamedTuple):
    """A word with letters that only look right, and the same word in the right ones, "" if nobody can say."""

    written: str
    meant: str


def lookalikes(text: str) -> Iterator[Lookalike]:
    """Yield the words of a text that hold letters which only look like those that are meant."""
    words = _WORD.findall(text)
    is_russian = any(_scripts(word) == {"CYRILLIC"} and _scripts(_plain(word)) != {"LATIN"} for word in words)
    for word in words:
        meant = None if word.isascii() else _meant(word)
        if meant is not None and not (is_russian and _scripts(word) == {"CYRILLIC"}):
            yield Lookalike(word, meant)


_FOREIGN: Final = str.maketrans(
    "АВЕЅІЈКМНОРСТУХҮԌԚԜаеѕіјкорсухһԁԛԝӏӑΑΒΕΖΗΙΚΜΝΟΡΤΥΧονικρυχγα",
    "ABESIJKMHOPCTYXYGQWaesijkopcyxhdqwlăABEZHIKMNOPTYXovikpuxya",
)
"""Letters of Cyrillic and Greek, and the Latin ones that they look like."""
_SMALL_GREEK: Final = frozenset("ικρυχγα")
"""Letters that measures and medicines are named by: IFNα."""
_KIN: Final = str.maketrans("ÐðƉɖǍǎɑɡ", "ĐđĐđĂăag")
"""Letters of other Latin alphabets; each is meant somewhere, but in no syllable of Vietnamese."""
_STROKE: Final = re.compile("([Dd])[\u0335-\u0338]")
_FORMS: Final = re.compile(
    "[\ufb00-\ufb06\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\u2160-\u217f\U0001d400-\U0001d7ff]"
)
"""Ligatures, letters of full width, Roman numbers in one sign, and the letters of mathematics."""
_WORD: Final = re.compile("(?:[^\\W_]|[\u0300-\u0338])+")
_SHORT_FORM: Final = re.compile("[A-ZĐ]{1,10}")


@lru_cache(maxsize=2**14)
def _meant(word: str) -> str | None:
    """Return the word in the right letters, "" if some of them have none, None if the word may be as it should."""
    plain, before, after = _plain(word), _scripts(word), _scripts(_plain(word))
    if {"LATIN", "CYRILLIC"} <= before:
        return plain if after == {"LATIN"} else ""
    if plain == word or after - {"LATIN"}:
        return None
    if before == {"GREEK"}:
        return plain if word.isupper() else None
    if before == {"CYRILLIC"} or _FORMS.search(word) or _STROKE.search(word):
        return plain
    if "GREEK" in before and _SMALL_GREEK.isdisjoint(word):
        return plain
    return plain if is_syllable(plain) or _SHORT_FORM.fullmatch(plain) else None


def _plain(word: str) -> str:
    unstruck = _STROKE.sub(lambda found: "Đ" if found[1] == "D" else "đ", word)
    usual = _FORMS.sub(lambda found: unicodedata.normalize("NFKC", found[0]), unstruck)
    return unicodedata.normalize("NFC", usual.translate(_KIN).translate(_FOREIGN))


def _scripts(word: str) -> set[str]:
    """Return the alphabets of the letters of a word, by the names that Unicode gives the letters."""
    return {_script(letter) for letter in word if letter.isalpha()}


@lru_cache(maxsize=2**12)
def _script(letter: str) -> str:
    return (
        "LATIN" if letter < "\u0250" else unicodedata.name(unicodedata.normalize("NFKC", letter)[0], "?").split()[0]
    )
