"""English composed from the English of a term's parts."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import product

from rnk_gloss.extract.classes import WordClass, text_of
from rnk_gloss.extract.knowledge import Knowledge
from rnk_gloss.extract.renderings import Option, Renderer, Role
from rnk_gloss.extract.runs import Run
from rnk_gloss.extract.units import AGAINST, DOT, Path, is_prefix, paths_of
from rnk_gloss.extract.wordlists import patterns
from rnk_gloss.lexicon.countries import country_in_english, country_named

LONGEST_TERM = 40  # characters
OPTIONS_PER_UNIT = 4
MOST_PHRASES = 20
NUMBERED_HEAD = re.compile(r"(?:Article|paragraph|Chapter|Section) \d")
TREATY = frozenset({"条約", "協定", "議定書", "規約"})
OF_HEADS = re.compile(r"(?:省|裁判所|総会|理事会|大学院|違反|解除|行使|承認|拡散|崩壊)$")
VERBAL = "suru"

# Factors on a phrase's quality.
PER_UNIT = 0.9
UNKNOWN_COST_FACTOR = 0.9
STRAIGHT = 1.0
OF_AFTER_VERBAL, OF_AFTER_NOUN, OF_AFTER_LISTED = 0.75, 0.45, 0.95
OF_AFTER_ADJECTIVE = 0.6
TREATY_ON, TREATY_OF = 0.9, 0.85
ARTICLE_OF = 1.3
AGAINST_COUNTRY = 1.2
ACT_ON_COUNTRY, RELATION = 1.1, 0.8
SECOND_PREFIX = 0.7


@dataclass(frozen=True, slots=True)
class Phrase:
    """English for a term: `quality` is between 0 and 1, `parts` says from which wordings it is made."""

    text: str
    quality: float
    parts: str


@dataclass(frozen=True, slots=True)
class Choice:
    """One wording for each unit of a path."""

    options: tuple[Option, ...]
    quality: float

    @property
    def texts(self) -> list[str]:
        return [option.text for option in self.options]

    @property
    def parts(self) -> str:
        return " + ".join(f"{option.text} ({option.source})" for option in self.options)


class Composer:
    """Composes English for terms of two or more units."""

    def __init__(self, renderer: Renderer, knowledge: Knowledge) -> None:
        self._renderer = renderer
        self._knowledge = knowledge

    def phrases(self, words: Run) -> list[Phrase]:
        """The phrases for a term, best first; [] where a part has no English, the term is a word of
        the dictionary, or it is a phrase with particles or verbs."""
        form = text_of(words)
        is_phrase = any(word.kind is WordClass.OTHER for word in words)
        if is_phrase or len(form) > LONGEST_TERM or self._knowledge.of(form).is_word:
            return []
        best: dict[str, Phrase] = {}
        for path in paths_of(words, self._renderer, self._knowledge):
            if len(path.units) < 2 or path.units[-1] == DOT or path.units[0] == DOT:
                continue
            for phrase in self._for_path(path):
                if phrase.text not in best or best[phrase.text].quality < phrase.quality:
                    best[phrase.text] = phrase
        return sorted(best.values(), key=lambda phrase: (-phrase.quality, phrase.text))

    def _for_path(self, path: Path) -> Iterable[Phrase]:
        units = path.units
        factor = PER_UNIT ** (len(units) - 1) * UNKNOWN_COST_FACTOR ** max(0.0, path.cost - len(units))
        for choice in self._choices(units):
            quality = choice.quality ** (1 / len(units)) * factor
            for text, share in self._arranged(units, choice.texts):
                yield Phrase(" ".join(text.split()), min(1.0, quality * share), choice.parts)

    def _choices(self, units: tuple[str, ...]) -> list[Choice]:
        """The likeliest combinations of the units' wordings."""
        choices = [Choice((), 1.0)]
        for place, unit in enumerate(units):
            options = self._options(unit, last=place == len(units) - 1)
            extended = [
                Choice((*choice.options, option), choice.quality * option.quality)
                for choice, option in product(choices, options)
            ]
            choices = sorted(extended, key=lambda choice: -choice.quality)[:MOST_PHRASES]
        return choices

    def _options(self, unit: str, *, last: bool) -> Iterable[Option]:
        if unit == DOT:
            return (Option("and", 1.0, "middle dot"),)
        if not last and unit == AGAINST:
            return (Option(AGAINST, 0.9, "prefix"),)
        if not last and is_prefix(unit):
            found = patterns("prefixes.tsv")[unit]
            return [Option(text, 0.9 * SECOND_PREFIX**place, "prefix") for place, text in enumerate(found)]
        return self._renderer.options(unit, Role.HEAD if last else Role.MODIFIER)[:OPTIONS_PER_UNIT]

    def _arranged(self, units: tuple[str, ...], texts: list[str]) -> Iterable[tuple[str, float]]:
        """The orders in which the wordings can stand, each with its factor."""
        if units[0] == AGAINST and len(units) > 2:
            yield from _against(units, texts)
            return
        words = _with_prefixes(texts)
        straight = " ".join(words)
        yield straight, STRAIGHT
        if len(words) < 2:
            return
        head, modifiers = words[-1], " ".join(words[:-1])
        if NUMBERED_HEAD.match(head):
            yield f"{head} of the {modifiers}", ARTICLE_OF
            return
        if units[-1] in TREATY:
            yield f"{head} on {modifiers}", TREATY_ON
            yield f"{head} of {modifiers}", TREATY_OF
        yield from self._of_phrase(units, words)

    def _of_phrase(self, units: tuple[str, ...], words: list[str]) -> Iterable[tuple[str, float]]:
        before = units[-2]
        nouns = self._renderer.options(before, Role.HEAD)[:1] if before != DOT and not is_prefix(before) else ()
        if not nouns:
            return
        modifiers = [_as_noun(word) for word in words[:-2]] if len(words) == len(units) else words[:-2]
        factor = self._of_factor(units[-1])
        if before.endswith("的"):
            factor *= OF_AFTER_ADJECTIVE
        yield f"{words[-1]} of {' '.join([*modifiers, nouns[0].text])}", factor
        if country_named(units[0]):
            preposition = patterns("prepositions.tsv").get(units[-1], ("",))[0]
            rest = " ".join(words[1:])
            yield (
                f"{rest} {preposition or 'of'} {_as_noun(words[0])}",
                ACT_ON_COUNTRY if preposition else RELATION * factor,
            )

    def _of_factor(self, head: str) -> float:
        if OF_HEADS.search(head):
            return OF_AFTER_LISTED
        entries = self._knowledge.of(head).entries[:1]
        verbal = any(VERBAL in part for entry in entries for sense in entry.senses for part in sense.parts_of_speech)
        return OF_AFTER_VERBAL if verbal else OF_AFTER_NOUN


def _against(units: tuple[str, ...], texts: list[str]) -> Iterable[tuple[str, float]]:
    """〈対 country term〉: the term to, against or with the country, by the term's head."""
    country, rest = _as_noun(texts[1]), " ".join(texts[2:])
    preposition = patterns("prepositions.tsv").get(units[-1], ("against",))[0]
    yield f"{rest} {preposition} {country}", AGAINST_COUNTRY
    yield f"{texts[1]} {rest}", STRAIGHT * 0.7


def _with_prefixes(texts: list[str]) -> list[str]:
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


def _as_noun(text: str) -> str:
    country = country_in_english(text)
    if country is None:
        return text
    return (
        f"the {country.name}" if country.name in {"United States", "Soviet Union", "United Kingdom"} else country.name
    )
