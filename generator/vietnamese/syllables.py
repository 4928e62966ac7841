"""Could this word be a syllable of Vietnamese?

A syllable is an onset, a rime and a tone: `nghiệp` is ngh + iêp + nặng. There are about 30 onsets and 170 rimes,
and a rime that ends in p, t, c or ch takes only two of the six tones, so letters that were damaged on their way
hardly ever form one. Names from the languages of the highlands (Đắk Lắk, Krông Pắc, Đạ Tẻh) begin and end in ways
that Vietnamese itself does not: those onsets and codas are known, too. Other foreign names are no syllables.
"""

import re
import unicodedata
from functools import lru_cache
from typing import Final

_ONSETS: Final = "b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x"
_HIGHLAND_ONSETS: Final = (
    "bh bl br chr dh dr đh đr gl gr hd hl hm hn hr j jr kb kd kg kl km kn kp kr kt ks ml mn mr "
    "nd nđ pl pn pr rl rm rs sl sr tl w y z"
)
_RIMES: Final = (
    "a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây "
    "e ec em en eng eo ep et ê êch êm ên ênh êp êt êu i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu "
    "o oc oi om on ong op ot ooc oong ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt "
    "oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oe oen oeo oet "
    "u ua uc ui um un ung up ut uân uâng uât uây uê uêch uênh uêu uôc uôi uôm uôn uông uôt uơ "
    "uy uya uych uynh uyn uyp uyt uyu uyên uyêt ư ưa ưc ưi ưm ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu "
    "y yêm yên yêng yêt yêu"
)
_RIMES_AFTER_QU: Final = "ych yn ynh yt y yên yêt uôc"
_RIMES_AFTER_GI: Final = "êc êm ên êng êp êt êu"
_RIMES_OF_G: Final = "i in"  # gì, gìn: the i of the onset is the vowel as well
_HIGHLAND_CODAS: Final = ("", "h", "k", "l", "r", "s", "ng", "ih", "k'")
_NUCLEI: Final = "a ă â e ê i ia iê o oa oă oe oo ô ơ u ua uâ uê uô uơ uy uyê ư ưa ươ y yê êê ôô"

_TONES: Final = "\u0300\u0301\u0303\u0309\u0323"
_MARKED: Final = "ăâêôơư"
_CLOSED: Final = ("p", "t", "c", "ch", "k")
_TONES_OF_CLOSED: Final = "\u0301\u0323"
_TWO_WAYS: Final = {"oa", "oe", "uy"}
"""Hòa and hoà, khỏe and khoẻ, thúy and thuý: both are written."""


@lru_cache(maxsize=2**15)
def is_syllable(word: str) -> bool:
    """Return whether a word, in any case and normal form, is built as a syllable is, its tone at its place."""
    letters, tone, place = _parted(word)
    for onset in _onsets_of(letters):
        rime = letters[len(onset) :]
        if rime in _AFTER[onset] and _can_bear(rime, tone, place - len(onset)):
            return True
    return False


def _parted(word: str) -> tuple[str, str, int]:
    """Return the letters in lower case without tone, the tone and the place of its letter; no tone is ""."""
    letters: list[str] = []
    tone, place = "", -1
    for mark in unicodedata.normalize("NFD", word.lower()):
        if mark in _TONES:
            if tone or not letters:
                return "", "", -1
            tone, place = mark, len(letters) - 1
        elif unicodedata.combining(mark) and letters:
            letters[-1] = unicodedata.normalize("NFC", letters[-1] + mark)
        else:
            letters.append(mark)
    return "".join(letters), tone, place


def _onsets_of(letters: str) -> list[str]:
    return [letters[:length] for length in (3, 2, 1, 0) if letters[:length] in _AFTER]


def _can_bear(rime: str, tone: str, place: int) -> bool:
    if not tone:
        return True
    if rime.endswith(_CLOSED) and tone not in _TONES_OF_CLOSED:
        return False
    return place in _bearers(rime)


@lru_cache(maxsize=2**10)
def _bearers(rime: str) -> tuple[int, ...]:
    """Return the places of the letters of a rime that its tone may stand on."""
    marked = [place for place, letter in enumerate(rime) if letter in _MARKED]
    if marked:
        return (marked[-1],)
    run = re.match("[aeiouy]*", rime)
    vowels = run[0] if run is not None else ""
    if len(vowels) < 2:
        return (0,)
    if vowels in ("oo",):
        return (0, 1)
    if rime != vowels:
        return (len(vowels) - 1,)
    if vowels in _TWO_WAYS:
        return (0, 1)
    return (1,) if len(vowels) > 2 else (0,)


def _all_rimes() -> dict[str, frozenset[str]]:
    """Return which rimes can stand after each onset, the empty one and those of the highlands included."""
    usual = frozenset(_RIMES.split())
    highland = usual | {nucleus + coda for nucleus in _NUCLEI.split() for coda in _HIGHLAND_CODAS}
    after = dict.fromkeys(("", *_ONSETS.split(), *_HIGHLAND_ONSETS.split()), highland)
    front = tuple("eêiy")
    for onset in ("c", "g", "ng"):
        after[onset] = frozenset(rime for rime in highland if not rime.startswith(front))
    for onset in ("gh", "ngh"):
        after[onset] = frozenset(rime for rime in usual if rime.startswith(front))
    after["g"] |= frozenset(_RIMES_OF_G.split())
    after["gi"] = frozenset(rime for rime in usual if not rime.startswith("i")) | set(_RIMES_AFTER_GI.split())
    after["qu"] = frozenset(rime for rime in usual if rime[0] in "aăâeêiơôo") | set(_RIMES_AFTER_QU.split())
    return after


_AFTER: Final = _all_rimes()
