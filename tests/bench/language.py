"""What do invented council texts sound like? Syllables with the sounds and marks of Vietnamese, without sense."""

import random
from itertools import accumulate, combinations, product

_ONSETS = ("b", "ch", "d", "đ", "h", "kh", "l", "m", "n", "nh", "ph", "r", "s", "t", "th", "tr", "v", "x")
_RHYMES = ("oeng", "ừm", "êuy", "oặp", "ửc", "ẽnh", "ộch", "ũm", "ơng", "ậch", "uẽ", "ôi", "ạn", "iết", "ể", "ăng")

_IN_ORDER = [onset + rhyme for onset, rhyme in product(_ONSETS, _RHYMES)]
SYLLABLES = tuple(random.Random("syllables").sample(_IN_ORDER, k=len(_IN_ORDER)))
"""The words of the language, the frequent ones first."""

USED_SHORT_FORMS = {"HĐND": "hội đồng nhân dân", "UBND": "ủy ban nhân dân", "TTHC": "thủ tục hành chính"}
SHORT_FORMS = USED_SHORT_FORMS | {
    f"{one}{other}X": f"{one}oeng {other}ậch xôi".lower() for one, other in combinations("BHKLMNRT", 2)
}
"""The short forms of the glossary; texts use the first few, as on real pages."""

_WORDS_TO_A_SHORT_FORM = 60


class Speaker:
    """Makes up words and sentences; the same seed says the same."""

    def __init__(self, seed: str) -> None:
        self.chance = random.Random(seed)
        self._weights = tuple(accumulate(1 / (rank + 10) for rank in range(len(SYLLABLES))))

    def words(self, count: int) -> str:
        """Return ``count`` words; as in people's texts, a few are frequent and most are rare."""
        said = self.chance.choices(SYLLABLES, cum_weights=self._weights, k=count)
        if self.chance.randrange(_WORDS_TO_A_SHORT_FORM) < count:
            said[-1] = self.chance.choice(tuple(USED_SHORT_FORMS))
        return " ".join(said)

    def title(self, count: int) -> str:
        """Return ``count`` words with a capital in front."""
        said = self.words(count)
        return said[0].upper() + said[1:]

    def sentence(self, count: int) -> str:
        """Return a sentence of ``count`` words."""
        return f"{self.title(count)}."

    def name(self) -> str:
        """Return a name of two words, each with a capital."""
        return " ".join(word[0].upper() + word[1:] for word in self.chance.choices(SYLLABLES, k=2))
