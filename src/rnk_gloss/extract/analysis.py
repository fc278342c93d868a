"""A sentence as words, with the analyser's usual mistakes in terms repaired.

Repaired are names of Latin letters and digits (KN-23, G7), persons' full names that the analyser cuts elsewhere, and
surname and given name that stand apart, rows of country characters, and readings in parentheses.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from rnk_gloss.extract.classes import NameKind, Word, WordClass, word_of
from rnk_gloss.extract.glosses import GlossKind, find_glosses
from rnk_gloss.extract.knowledge import Knowledge
from rnk_gloss.extract.pieces import shortest_pieces
from rnk_gloss.extract.shorthands import shorthand_places
from rnk_gloss.extract.wordlists import affixes, titles
from rnk_gloss.lexicon.house_list import established
from rnk_gloss.text.tokens import tokens

LATIN_NAME = re.compile(r"[A-Za-z][A-Za-z0-9]*(?:[-.&][A-Za-z0-9]+)*|\d+プラス\d+")
KATAKANA_NAME = re.compile(r"[ァ-ヶー・]{2,}")
KANJI_STRETCH = re.compile(r"[一-龥々]{3,}")
# Longer stretches are Chinese, or a list that lost its spaces; names found in them would be chance.
LONGEST_STRETCH = 60
LONGEST_NAME = 7
SHORTEST_NAME = 3
LONGEST_GIVEN_NAME = 4
SHORTEST_STEM = 2
FUSING = frozenset({WordClass.NOUN, WordClass.VERBAL_NOUN})
NAME_STARTERS = frozenset({WordClass.PROPER, WordClass.NOUN})
# Two or more words in Latin letters: a citation, or an English name, which is no Japanese term.
FOREIGN_STRETCH = re.compile(r"[A-Za-z][\w’'“”\".\-]*(?:[,:&]* +[,:&]*[A-Za-z0-9“\"][\w’'“”\".\-]*)+", re.ASCII)
FOREIGN_WORD = re.compile(r"(?:^|(?<=[ ,:&“\"]))[A-Za-z]")
ADDRESS = re.compile(r"(?:https?://|www\.)[!-~]+")


def words_of(sentence: str, knowledge: Knowledge) -> list[Word]:
    """The words of one sentence in order, their places counted in that sentence."""
    legible = blank_foreign(sentence)
    parts = (part for token in tokens(legible) for part in _without_reading(word_of(token)))
    words = _join_latin(legible, [part for word in parts for part in _without_fused_suffix(word, knowledge)])
    words = _join_country_rows(legible, words)
    words = _join_listed_names(legible, words, knowledge)
    return _set_aside_readings(sentence, _join_surname_and_given_name(legible, words, knowledge))


def blank_foreign(sentence: str) -> str:
    """The sentence with web addresses and stretches of foreign words overwritten by spaces, at its old length."""
    sentence = ADDRESS.sub(lambda found: " " * len(found.group()), sentence)
    return FOREIGN_STRETCH.sub(_blank_foreign_words, sentence)


def _blank_foreign_words(stretch: re.Match[str]) -> str:
    """Spaces for two or more words; a name with its version stays (Python 3.12)."""
    text = stretch.group()
    return " " * len(text) if len(FOREIGN_WORD.findall(text)) > 1 else text


def _set_aside_readings(sentence: str, words: list[Word]) -> list[Word]:
    """The words, of which those that only say how the term before them is read are no words of a term."""
    readings = [gloss.right for gloss in find_glosses(sentence) if gloss.kind is GlossKind.READING]
    if not readings:
        return words
    return [
        replace(word, kind=WordClass.OTHER, name=NameKind.NONE)
        if any(start <= word.start and word.end <= end for start, end in readings)
        else word
        for word in words
    ]


def _without_reading(word: Word) -> list[Word]:
    """The word without a reading in parentheses, which the analyser takes for a part of it; the rest as other words."""
    cut = word.text.find("(")
    if cut <= 0 or not word.text.endswith(")"):
        return [word]
    middle = word.start + cut
    return [
        replace(word, text=word.text[:cut], end=middle),
        Word(word.text[cut:], WordClass.OTHER, middle, word.end),
    ]


def _without_fused_suffix(word: Word, knowledge: Knowledge) -> list[Word]:
    """The word without 上, 中, 後 … where the analyser takes that for its end (憲法上), the suffix as another word.

    What the dictionary lists stays whole, unless it ends in 上, which makes an adverb of any noun.
    """
    last = word.text[-1]
    if word.name is NameKind.PERSON:
        return _without_fused_title(word)
    if word.kind not in FUSING or len(word.text) <= SHORTEST_STEM or last not in affixes("fused suffixes"):
        return [word]
    if (last != "上" and knowledge.of(word.text).is_word) or shortest_pieces(word.text)[-1] != last:
        return [word]
    middle = word.end - 1
    return [replace(word, text=word.text[:-1], end=middle), Word(last, WordClass.SUFFIX, middle, word.end)]


def _without_fused_title(word: Word) -> list[Word]:
    """A foreign name without the title that the analyser takes for its end (トランプ大統領), that as another word."""
    name = KATAKANA_NAME.match(word.text)
    if name is None or word.text[name.end() :] not in titles():
        return [word]
    middle = word.start + name.end()
    return [
        replace(word, text=name.group(), end=middle),
        Word(word.text[name.end() :], WordClass.NOUN, middle, word.end),
    ]


def _join_country_rows(sentence: str, words: list[Word]) -> list[Word]:
    """The words with each row of country characters that begins and ends at a word border made one."""
    rows = {place.start: place.end for place in shorthand_places(sentence)}
    joined: list[Word] = []
    for word in words:
        before = joined[-1] if joined else None
        if before is not None and word.end <= rows.get(before.start, 0) and before.end == word.start:
            text = sentence[before.start : word.end]
            joined[-1] = Word(text, WordClass.PROPER, before.start, word.end)
        else:
            joined.append(word)
    return joined


def _join_latin(sentence: str, words: list[Word]) -> list[Word]:
    spans = {found.start(): found.end() for found in LATIN_NAME.finditer(sentence)}
    joined: list[Word] = []
    place = 0
    while place < len(words):
        word = words[place]
        end = spans.get(word.start, word.end)
        last = place
        while words[last].end < end and last + 1 < len(words):
            last += 1
        if last > place and words[last].end == end:
            joined.append(Word(sentence[word.start : end], WordClass.LATIN, word.start, end))
            place = last + 1
        else:
            joined.append(word)
            place += 1
    return joined


def _join_listed_names(sentence: str, words: list[Word], knowledge: Knowledge) -> list[Word]:
    for stretch in KANJI_STRETCH.finditer(sentence):
        if stretch.end() - stretch.start() > LONGEST_STRETCH:
            continue
        place = bisect_left(words, stretch.start(), key=lambda word: word.start)
        while place < len(words) and words[place].start <= stretch.end() - SHORTEST_NAME:
            word = words[place]
            end = _listed_name_end(sentence, word, stretch.end(), knowledge)
            if _cuts_given_name(words[place + 1 : place + 3], end) and not established(sentence[word.start : end]):
                # 佐藤優 is listed, and 佐藤優子 is not.
                pass
            elif end > word.end:
                words = _with_name(sentence, words, place, end)
            elif end:
                words[place] = replace(word, kind=WordClass.PROPER, name=NameKind.PERSON)
            place += 1
    return words


def _cuts_given_name(words: Sequence[Word], end: int) -> bool:
    """Whether a name would end inside one of these words, which the analyser takes for a given name."""
    return any(word.start < end < word.end and word.name is NameKind.GIVEN_NAME for word in words)


def _listed_name_end(sentence: str, word: Word, stretch_end: int, knowledge: Knowledge) -> int:
    """Where the full name ends that begins with this word; 0 where none does."""
    if word.kind not in NAME_STARTERS or word.name in {NameKind.COUNTRY, NameKind.PLACE}:
        return 0
    longest = min(word.start + LONGEST_NAME, stretch_end)
    for end in range(longest, max(word.start + SHORTEST_NAME, word.end) - 1, -1):
        if knowledge.of(sentence[word.start : end]).is_full_name:
            return end
    return 0


def _with_name(sentence: str, words: list[Word], place: int, end: int) -> list[Word]:
    """The words with one name from word `place` to `end`; a word that `end` cuts is analysed anew with what follows
    until the old word borders are met again."""
    start = words[place].start
    name = Word(sentence[start:end], WordClass.PROPER, start, end, NameKind.PERSON)
    after = bisect_left(words, end, key=lambda word: word.start)
    if words[after - 1].end == end:
        return [*words[:place], name, *words[after:]]
    horizon = min(len(sentence), words[after - 1].end + 16)
    anew = [
        replace(word_of(token), start=token.start + end, end=token.end + end) for token in tokens(sentence[end:horizon])
    ]
    borders = {word.end: number for number, word in enumerate(words) if number >= after - 1}
    for count, word in enumerate(anew, start=1):
        if word.end in borders:
            return [*words[:place], name, *anew[:count], *words[borders[word.end] + 1 :]]
    return words


def _join_surname_and_given_name(sentence: str, words: list[Word], knowledge: Knowledge) -> list[Word]:
    joined: list[Word] = []
    for word in words:
        before = joined[-1] if joined else None
        if (
            before is not None
            and before.name is NameKind.SURNAME
            and word.start - before.end <= 1
            and not sentence[before.end : word.start].strip()
            and _is_given_name(word, knowledge)
        ):
            joined[-1] = Word(before.text + word.text, WordClass.PROPER, before.start, word.end, NameKind.PERSON)
        else:
            joined.append(word)
    return joined


def _is_given_name(word: Word, knowledge: Knowledge) -> bool:
    if word.name is NameKind.GIVEN_NAME:
        return True
    facts = knowledge.of(word.text)
    return word.kind in NAME_STARTERS and 2 <= len(word.text) <= LONGEST_GIVEN_NAME and facts.is_given_name
