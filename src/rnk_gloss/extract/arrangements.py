"""The orders in which the English of a term's parts can stand: straight, with *of*, *on*, *to*, *against*."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from rnk_gloss.extract.fixed_units import COUNTED, DIRECTION, Role, direction
from rnk_gloss.extract.knowledge import Knowledge
from rnk_gloss.extract.renderings import Renderer
from rnk_gloss.extract.wordlists import patterns
from rnk_gloss.lexicon.countries import country_in_english, country_named, members

AGAINST = "対"
DOT = "・"
PART = "部"  # after a place it says no more than the place itself
NUMBERED_HEAD = re.compile(r"(?:Article|paragraph|Chapter|Section) \d")
TREATY = frozenset({"条約", "協定", "議定書", "規約"})
OF_HEADS = re.compile(r"(?:省|裁判所|総会|理事会|大学院)$")
WITH_ARTICLE = frozenset({"United States", "Soviet Union", "United Kingdom", "Netherlands", "Philippines"})
# By its ending an adjective, which belongs to the noun that follows it.
ADJECTIVE = re.compile(r"[a-z](?:al|ic|ive|ous|ary|ory|able|ible|ese|ian)$")
VERBAL = "suru"

# Factors on a phrase's quality.
STRAIGHT = 1.0
OF_AFTER_VERBAL, OF_AFTER_NOUN, OF_AFTER_LISTED, OF_AFTER_FREQUENT = 0.51, 0.31, 0.9, 0.73
OF_AFTER_ADJECTIVE = 0.6
FREQUENT_BEFORE_OF = 0.35  # of a head's occurrences in the dictionary's English
TREATY_ON, TREATY_OF, TREATY_BETWEEN = 0.85, 0.85, 0.8
ARTICLE_OF = 1.3
AGAINST_COUNTRY, COUNTRY_BEFORE = 1.2, 0.7
ACT_ON_COUNTRY, RELATION = 1.1, 0.8
BETWEEN_COUNTRIES = 0.7
IN_A_PLACE, PART_OF_PLACE = 1.2, 1.3

Arranged = Iterator[tuple[str, float]]


class Arranger:
    """Puts the wordings of a term's units into the orders that English has for them."""

    def __init__(self, renderer: Renderer, knowledge: Knowledge) -> None:
        self._renderer = renderer
        self._knowledge = knowledge

    def arranged(self, units: Sequence[str], texts: Sequence[str]) -> Arranged:
        """The phrases that the wordings `texts` of `units` make, each with its factor; affixes are patterns with {}."""
        if units[0] == AGAINST and len(units) > 2:
            yield from _against(units, texts)
            return
        if "{}" in texts[-1]:
            before = " ".join(_with_prefixes(texts[:-1]))
            yield texts[-1].format(plural(before) if texts[-1].startswith("between ") else before), STRAIGHT
            return
        words = _with_prefixes(texts)
        if DIRECTION.fullmatch(units[-1]) and len(words) == 2:
            yield f"{direction(units[-1])} {_as_noun(words[0])}", IN_A_PLACE
        if units[-1] == PART and words[-2:-1] and words[-2][:1].isupper() and not country_named(units[-2]):
            yield " ".join(words[:-1]), PART_OF_PLACE
        yield " ".join(words), STRAIGHT
        if len(words) < 2:
            return
        head, modifiers = words[-1], " ".join(words[:-1])
        if NUMBERED_HEAD.match(head):
            yield f"{head} of the {modifiers}", ARTICLE_OF
            return
        if units[-1] in TREATY:
            yield f"{head} on {modifiers}", TREATY_ON
            yield from self._treaty_of(units, words)
        yield from self._of_phrase(units, words)

    def _treaty_of(self, units: Sequence[str], words: Sequence[str]) -> Arranged:
        """A treaty of what it is about, a list of two or more things joined by *and*, between those who made it."""
        if len(words) != len(units):
            return
        row = members(units[0]) if len(units) > 2 else None
        matters = self._matters(units[1 if row else 0 : -1], words[1 if row else 0 : -1])
        if row is None:
            yield f"{words[-1]} of {_listed(matters)}", TREATY_OF
            return
        yield f"{words[0]} {words[-1]} of {_listed(matters)}", TREATY_OF
        names = _listed([name_of_country(country.name) for country in row])
        yield f"{words[-1]} of {_listed(matters)} between {names}", TREATY_BETWEEN

    def _matters(self, units: Sequence[str], words: Sequence[str]) -> list[str]:
        """What a treaty is about: nouns, each with the adjectives before it."""
        matters: list[str] = []
        adjectives = ""
        for place, (unit, word) in enumerate(zip(units, words, strict=True)):
            nouns = self._renderer.options(unit, Role.HEAD)[:1]
            if place < len(units) - 1 and (unit.endswith("的") or ADJECTIVE.search(word)):
                adjectives += f"{word} "
            else:
                matters.append(adjectives + (nouns[0].text if nouns else word))
                adjectives = ""
        return matters

    def _of_phrase(self, units: Sequence[str], words: Sequence[str]) -> Arranged:
        before = units[-2]
        is_noun = before != DOT and before not in patterns("prefixes.tsv") and not COUNTED.fullmatch(before)
        nouns = self._renderer.options(before, Role.HEAD)[:1] if is_noun else ()
        if not nouns:
            return
        in_step = len(words) == len(units)
        modifiers = [_as_noun(word) for word in words[:-2]] if in_step else words[:-2]
        factor = self._of_factor(units[-1], words[-1])
        if before.endswith("的"):
            factor *= OF_AFTER_ADJECTIVE
        yield f"{words[-1]} of {' '.join([*modifiers, _with_article(nouns[0].text)])}", factor
        if country_named(units[0]):
            preposition = preposition_after(units[-1])
            rest = " ".join(words[1:])
            share = ACT_ON_COUNTRY if preposition else RELATION * factor
            yield f"{rest} {preposition or 'of'} {_as_noun(words[0])}", share
        elif row := members(units[0]):
            names = _listed([name_of_country(country.name) for country in row])
            yield f"{' '.join(words[1:])} between {names}", BETWEEN_COUNTRIES

    def _of_factor(self, head: str, english: str) -> float:
        if OF_HEADS.search(head):
            return OF_AFTER_LISTED
        lexicon = self._knowledge.lexicon
        last = english.lower().split()[-1]
        frequency = lexicon.frequency(last)
        if frequency and lexicon.neighbours(last, "of") >= FREQUENT_BEFORE_OF * frequency:
            return OF_AFTER_FREQUENT
        entries = self._knowledge.of(head).entries[:1]
        verbal = any(VERBAL in part for entry in entries for sense in entry.senses for part in sense.parts_of_speech)
        return OF_AFTER_VERBAL if verbal else OF_AFTER_NOUN


def name_of_country(name: str) -> str:
    """A country's name with the article that it takes."""
    return f"the {name}" if name in WITH_ARTICLE else name


def preposition_after(head: str) -> str:
    """What links an act to the country that it is done to, by the longest listed end of the term; "" for other acts."""
    table = patterns("prepositions.tsv")
    return next((table[head[start:]][0] for start in range(len(head) - 1) if head[start:] in table), "")


def plural(text: str) -> str:
    """A noun phrase in the plural, by the rules of spelling."""
    if re.search(r"(?:s|x|z|ch|sh)$", text):
        return text if text.endswith("s") else f"{text}es"
    return f"{text[:-1]}ies" if re.search(r"[^aeiou]y$", text) else f"{text}s"


def _against(units: Sequence[str], texts: Sequence[str]) -> Arranged:
    """〈対 country term〉: the term to, against or with the country, by the term's head."""
    country, rest = _as_noun(texts[1]), " ".join(texts[2:])
    preposition = preposition_after(units[-1]) or "against"
    yield f"{rest} {preposition} {country}", AGAINST_COUNTRY
    yield f"{texts[1]} {rest}", COUNTRY_BEFORE


def _with_prefixes(texts: Sequence[str]) -> list[str]:
    """The wordings with each prefix pattern applied to what follows it."""
    words: list[str] = []
    pattern = ""
    for text in texts:
        if "{}" in text:
            pattern = pattern.format(text) if pattern else text
            continue
        words.append(pattern.format(text) if pattern else text)
        pattern = ""
    return words


def _listed(words: Sequence[str]) -> str:
    return f"{', '.join(words[:-1])} and {words[-1]}" if len(words) > 1 else words[0]


def _as_noun(text: str) -> str:
    country = country_in_english(text)
    return text if country is None else name_of_country(country.name)


def _with_article(text: str) -> str:
    return f"the {text}" if text in WITH_ARTICLE else text
