"""Latin spellings for foreign names in katakana, from counts of how each sound was spelt in known names."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator, Mapping, Sequence

# How often the sounds of a key, for instance "プー チ", were spelt in each way: {"pu|ti": 12, …}.
SpellingCounts = Mapping[str, int]

KATAKANA = re.compile(r"[ァ-ヺー]+")
# A sound is one katakana with the small vowels and long marks that follow it.
SOUND = re.compile(r"[ァ-ヺー][ァィゥェォャュョヮー]*")
BEGINNING, END = "^", "$"
SOUND_SEPARATOR, SPELLING_SEPARATOR = " ", "|"
LONGEST_NAME = 20  # sounds
OPTIONS_PER_SOUND = 14
BEAM = 30
# How many occurrences the estimate from a shorter context weighs: with one sound before, and with two.
WEIGHT_OF_NO_CONTEXT, WEIGHT_OF_ONE_SOUND = 30.0, 60.0
UNSEEN, UNSEEN_KINDS = 0.1, 1_000.0

# A spelling so far: log probability, how the last two sounds were spelt, all letters.
_Hypothesis = tuple[float, str, str, str]


def sounds_of(katakana: str) -> list[str]:
    """The sounds of a word in katakana: ウォーカー is ウォー, カー."""
    return SOUND.findall(katakana)


class Transliterator:
    """A joint model of sounds and spellings with the two sounds before as context (joint source-channel model: Li,
    Zhang and Su 2004); `counts` gives the counts for up to three sounds in a row, and the total for ""."""

    def __init__(self, counts: Callable[[str], SpellingCounts]) -> None:
        self._counts = counts

    def spellings(self, katakana: str, limit: int) -> tuple[tuple[str, float], ...]:
        """The likeliest spellings with log probabilities relative to the first, best first; () for what is no single
        katakana word, or when there is no model."""
        total = self._counts("").get("", 0)
        sounds = [self._known(sound) for sound in sounds_of(katakana)] if KATAKANA.fullmatch(katakana) else []
        if not total or not 0 < len(sounds) <= LONGEST_NAME or "" in sounds:
            return ()
        hypotheses: list[_Hypothesis] = [(0.0, "", "", "")]
        row = [BEGINNING, BEGINNING, *sounds, END]
        for place in range(2, len(row)):
            hypotheses = self._extended(hypotheses, row[place - 2 : place + 1], total)
        best: dict[str, float] = {}
        for score, _, _, letters in hypotheses:
            if letters:
                best.setdefault(letters, score)
        ordered = list(best.items())[:limit]
        return tuple((letters.capitalize(), score - ordered[0][1]) for letters, score in ordered)

    def _known(self, sound: str) -> str:
        """The sound, or its first katakana where the sound as a whole was never seen; "" when that was not either."""
        return next((each for each in (sound, sound[0]) if self._counts(each)), "")

    def _extended(self, hypotheses: Sequence[_Hypothesis], sounds: Sequence[str], total: int) -> list[_Hypothesis]:
        """The likeliest hypotheses with the last of three sounds spelt as well, best first."""
        step = _Step(self._counts, sounds, total)
        extended = [
            (score + more, before, spelling, letters + spelling)
            for score, earlier, before, letters in hypotheses
            for spelling, more in step.options(earlier, before)
        ]
        extended.sort(key=lambda hypothesis: (-hypothesis[0], hypothesis[3], hypothesis[2]))
        return extended[:BEAM]


class _Step:
    """How one sound is spelt after two others."""

    def __init__(self, counts: Callable[[str], SpellingCounts], sounds: Sequence[str], total: int) -> None:
        earlier, before, sound = sounds
        self._three = counts(SOUND_SEPARATOR.join(sounds))
        self._two = counts(f"{before}{SOUND_SEPARATOR}{sound}")
        self._one = counts(sound)
        self._two_before = counts(f"{earlier}{SOUND_SEPARATOR}{before}")
        self._one_before = counts(before)
        self._total = total
        ordered = sorted(self._one.items(), key=lambda item: (-item[1], item[0]))
        self._spellings = [spelling for spelling, _ in ordered[:OPTIONS_PER_SOUND]]
        self._found: dict[tuple[str, str], list[tuple[str, float]]] = {}

    def options(self, earlier: str, before: str) -> list[tuple[str, float]]:
        """The spellings with their log probabilities after sounds spelt so."""
        key = (earlier, before)
        if key not in self._found:
            self._found[key] = list(self._weighed(earlier, before))
        return self._found[key]

    def _weighed(self, earlier: str, before: str) -> Iterator[tuple[str, float]]:
        context = f"{earlier}{SPELLING_SEPARATOR}{before}"
        once, twice = self._one_before.get(before, 0), self._two_before.get(context, 0)
        for spelling in self._spellings:
            chance = (self._one[spelling] + UNSEEN) / (self._total + UNSEEN_KINDS)
            pair = self._two.get(f"{before}{SPELLING_SEPARATOR}{spelling}", 0)
            chance = (pair + WEIGHT_OF_NO_CONTEXT * chance) / (once + WEIGHT_OF_NO_CONTEXT)
            three = self._three.get(f"{context}{SPELLING_SEPARATOR}{spelling}", 0)
            chance = (three + WEIGHT_OF_ONE_SOUND * chance) / (twice + WEIGHT_OF_ONE_SOUND)
            yield spelling, math.log(chance)
