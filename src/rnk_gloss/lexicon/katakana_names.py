"""How the sounds of foreign names are spelt, learned from the names of the dictionary that stand in katakana."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence

from rnk_gloss.lexicon.dictionary import NameEntry
from rnk_gloss.lexicon.glosses import PARENTHESIS
from rnk_gloss.lexicon.spelling_alignment import aligned_spellings
from rnk_gloss.lexicon.transliteration import BEGINNING, END, sounds_of

FIRST_KATAKANA, LAST_KATAKANA = "ァ", "ヺ"
NAME = re.compile(rf"[{FIRST_KATAKANA}-{LAST_KATAKANA}ー]{{2,12}}")
PARTS = re.compile(r"[・=]")
SPELLING = re.compile(r"[A-Z][a-z]{1,14}")
LETTERS_PER_KATAKANA = (0.5, 3.2)  # outside, the Latin name is not the katakana's spelling


class KatakanaNames:
    """Names in katakana with their Latin spellings, collected while the dictionary is read."""

    def __init__(self) -> None:
        self._pairs: dict[tuple[str, str], None] = {}

    def add_name(self, name: NameEntry) -> None:
        """Takes a name whose parts are spelt with as many words, each in plain letters."""
        if not FIRST_KATAKANA <= name.form[:1] <= LAST_KATAKANA:
            return
        parts = PARTS.split(name.form)
        if all(map(NAME.fullmatch, parts)):
            for translation in name.translations:
                words = _plain(translation).split()
                if len(words) == len(parts):
                    self._pairs.update(dict.fromkeys(filter(_fits, zip(parts, words, strict=True))))

    def learn(self) -> dict[str, dict[str, int]]:
        """The counts that `Transliterator` asks for, by sounds; empty without names."""
        pairs = [(sounds_of(name), spelling.lower()) for name, spelling in sorted(self._pairs)]
        counts = Counter(
            stretch
            for (sounds, _), spellings in zip(pairs, aligned_spellings(pairs), strict=True)
            for stretch in (_stretches(sounds, spellings) if spellings else ())
        )
        by_sounds: dict[str, dict[str, int]] = {}
        for (key, spelt), times in sorted(counts.items()):
            by_sounds.setdefault(key, {})[spelt] = times
        return by_sounds


def _stretches(sounds: Sequence[str], spellings: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Every stretch of up to three sounds with its spelling; the edges count as sounds without letters."""
    row, spelt = [BEGINNING, BEGINNING, *sounds, END], ["", "", *spellings, ""]
    yield BEGINNING, ""
    yield f"{BEGINNING} {BEGINNING}", "|"
    for place in range(2, len(row)):
        yield "", ""
        yield row[place], spelt[place]
        yield f"{row[place - 1]} {row[place]}", f"{spelt[place - 1]}|{spelt[place]}"
        yield " ".join(row[place - 2 : place + 1]), "|".join(spelt[place - 2 : place + 1])


def _plain(translation: str) -> str:
    decomposed = unicodedata.normalize("NFKD", PARENTHESIS.sub(" ", translation))
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


def _fits(pair: tuple[str, str]) -> bool:
    name, spelling = pair
    shortest, longest = LETTERS_PER_KATAKANA
    return SPELLING.fullmatch(spelling) is not None and shortest <= len(spelling) / len(name) <= longest
