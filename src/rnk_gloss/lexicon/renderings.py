"""English for a Japanese form as the dictionaries have it, ranked by how likely it is to be meant."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from rnk_gloss.lexicon.dictionary import DictionaryEntry, Lexicon, NameEntry, Sense
from rnk_gloss.lexicon.glosses import Wording, wordings
from rnk_gloss.lexicon.romanisation import without_length

KATAKANA = re.compile(r"[ァ-ヺー・=]+")
NOMINAL = re.compile(r"noun|adjectiv|prefix|suffix|expression|pronoun|numeric|counter|unclassified")
UNLIKELY_MARKS = frozenset(
    {
        "archaism",
        "obsolete term",
        "obscure term",
        "rare",
        "dated term",
        "vulgar expression or word",
        "slang",
        "Internet slang",
        "manga slang",
        "derogatory",
        "children's language",
    }
)
# The fields that a text on public affairs shares; a sense of another field is meant less often.
PUBLIC_FIELDS = frozenset({"military", "law", "economics", "finance", "business"})

# What speaks against a rendering; e to the minus sum is its score. Set by judgement. With one of the next four lines'
# values at two or four thirds, as many first answers are right for 197 annotated terms of news articles as without.
LATER_ENTRY, LATER_SENSE, LATER_GLOSS, LATER_WORDING = 0.1, 0.25, 0.12, 0.05
SECONDARY_FORM, NO_PRIORITY = 0.35, 0.1
UNLIKELY_MARK, OTHER_FIELD, NOT_NOMINAL, INFINITIVE = 0.6, 0.3, 0.5, 0.3
EXPLAINING_WORD, PLAIN_WORDS = 0.04, 3
NAME_TYPES = {
    "person": 0.05,
    "place": 0.05,
    "organization": 0.1,
    "company": 0.1,
    "product": 0.2,
    "station": 0.3,
    "work": 0.4,
    "surname": 0.5,
    "unclass": 0.5,
}
OTHER_NAME = 0.7
PERSONAL_PART = 0.7  # a surname or given name in kanji, standing alone, is seldom the name meant
NAME_BESIDE_WORD = 0.6
WORD_USED_AS_NAME = 1.0
PERSONAL_TYPES = frozenset({"surname", "given", "fem", "masc"})
WHOLE_TYPES = frozenset({"person", "place", "organization", "company"})


@dataclass(frozen=True, slots=True)
class Rendering:
    """English for a form: `score` between 0 and 1, `number` of the JMdict entry (0 for a name), `reading` in kana."""

    text: str
    score: float
    kind: Literal["word", "name"]
    number: int
    reading: str


@lru_cache(16_384)
def ranked_renderings(lexicon: Lexicon, form: str, *, as_name: bool = False) -> tuple[Rendering, ...]:
    """The dictionaries' English for exactly this form, best first; equal wordings once, with their best score.

    Counted against a rendering are a late sense or gloss, a rare or foreign usage, a form that is not the entry's usual
    one, a part of speech that is no noun. With `as_name` the text is known to use the form as a proper name, and names
    go before words.
    """
    words = [*_word_renderings(lexicon.entries(form), WORD_USED_AS_NAME if as_name else 0.0)]
    katakana = KATAKANA.fullmatch(form) is not None
    beside_word = NAME_BESIDE_WORD if words and not katakana and not as_name else 0.0
    names = _name_renderings(lexicon.names(form), beside_word, katakana=katakana or as_name)
    best: dict[str, Rendering] = {}
    for rendering in (*words, *names):
        key = rendering.text.casefold()
        if key not in best or rendering.score > best[key].score:
            best[key] = rendering
    return tuple(sorted(best.values(), key=lambda rendering: -rendering.score))


def _word_renderings(entries: tuple[DictionaryEntry, ...], against: float) -> Iterator[Rendering]:
    for rank, entry in enumerate(entries):
        whole = against + LATER_ENTRY * rank
        whole += (0.0 if entry.primary else SECONDARY_FORM) + (0.0 if entry.priority else NO_PRIORITY)
        for place, sense in enumerate(entry.senses):
            part = whole + LATER_SENSE * place + _sense_penalty(sense)
            for position, gloss in enumerate(sense.glosses):
                for choice, wording in enumerate(wordings(gloss)):
                    penalty = part + LATER_GLOSS * position + LATER_WORDING * choice + _wording_penalty(wording)
                    text = without_length(wording.text)
                    yield Rendering(text, math.exp(-penalty), "word", entry.number, entry.reading)


def _name_renderings(names: tuple[NameEntry, ...], against: float, *, katakana: bool) -> Iterator[Rendering]:
    for name in names:
        part = against + min((NAME_TYPES.get(kind, OTHER_NAME) for kind in name.types), default=OTHER_NAME)
        if not katakana and not PERSONAL_TYPES.isdisjoint(name.types) and WHOLE_TYPES.isdisjoint(name.types):
            part += PERSONAL_PART
        for position, translation in enumerate(name.translations):
            texts = [wording.text for wording in wordings(translation)]
            spelt = dict.fromkeys([without_length(text, name.reading) for text in texts] + texts)
            for choice, text in enumerate(spelt):
                penalty = part + LATER_GLOSS * position + LATER_WORDING * choice
                yield Rendering(text, math.exp(-penalty), "name", 0, name.reading)


def _sense_penalty(sense: Sense) -> float:
    penalty = 0.0
    if not UNLIKELY_MARKS.isdisjoint(sense.marks):
        penalty += UNLIKELY_MARK
    if sense.fields and PUBLIC_FIELDS.isdisjoint(sense.fields):
        penalty += OTHER_FIELD
    if sense.parts_of_speech and not any(NOMINAL.search(part) for part in sense.parts_of_speech):
        penalty += NOT_NOMINAL
    return penalty


def _wording_penalty(wording: Wording) -> float:
    words = len(wording.text.split())
    return EXPLAINING_WORD * max(0, words - PLAIN_WORDS) + (INFINITIVE if wording.infinitive else 0.0)
