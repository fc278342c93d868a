"""English composed from the English of a term's parts."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rnk_gloss.extract.arrangements import AGAINST, DOT, Arranger
from rnk_gloss.extract.classes import WordClass, text_of
from rnk_gloss.extract.fixed_units import Option, Role
from rnk_gloss.extract.knowledge import Knowledge
from rnk_gloss.extract.learned import border_fit
from rnk_gloss.extract.renderings import Renderer
from rnk_gloss.extract.runs import Run
from rnk_gloss.extract.units import Path, is_prefix, paths_of
from rnk_gloss.extract.wordings import same_term_key
from rnk_gloss.extract.wordlists import patterns

LONGEST_TERM = 40  # characters
OPTIONS_PER_UNIT = 6
MOST_CHOICES = 24
ARRANGED_CHOICES = 10
MOST_PHRASES = 12

# Weights in the logarithm of a phrase's quality.
PER_UNIT, EXTRA_COST, BORDERS = 0.22, 0.15, 0.25
SECOND_PREFIX = 0.7
PREFIX_QUALITY, LEARNED_PREFIX = 0.8, 0.9
# Prefixes that are never an adjective of their own, so that what is learned of the character does not apply.
PATTERN_ONLY = frozenset("対反親非脱訪未無不各両")
REPEATED_WORD = 6.0
MIDDLE_DOT = Option("and", 1.0, "middle dot")


@dataclass(frozen=True, slots=True)
class Phrase:
    """English for a term: `quality` is between 0 and 1, `parts` says from which wordings it is made."""

    text: str
    quality: float
    parts: str


@dataclass(frozen=True, slots=True)
class Choice:
    """A wording for each of a path's first units: the logarithms of their qualities and border fits, summed."""

    options: tuple[Option, ...] = ()
    quality: float = 0.0
    fit: float = 0.0
    borders: int = 0

    def rank(self) -> float:
        """What choices of equally many units are ordered by."""
        return self.quality / max(1, len(self.options)) + BORDERS * self.mean_fit

    @property
    def mean_fit(self) -> float:
        return self.fit / self.borders if self.borders else 0.0

    @property
    def parts(self) -> str:
        return " + ".join(f"{option.text} ({option.source})" for option in self.options)


class Composer:
    """Composes English for terms of two or more units."""

    def __init__(self, renderer: Renderer, knowledge: Knowledge) -> None:
        self._renderer = renderer
        self._knowledge = knowledge
        self._arranger = Arranger(renderer, knowledge)
        self._fits: dict[tuple[str, str], float] = {}

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
                key = same_term_key(phrase.text)
                if key not in best or best[key].quality < phrase.quality:
                    best[key] = phrase
        return sorted(best.values(), key=lambda phrase: (-phrase.quality, phrase.text))[:MOST_PHRASES]

    def _for_path(self, path: Path) -> Iterable[Phrase]:
        units = path.units
        against_path = PER_UNIT * (len(units) - 1) + EXTRA_COST * max(0.0, path.cost - len(units))
        for choice in self._choices(units)[:ARRANGED_CHOICES]:
            quality = math.exp(choice.rank() - against_path)
            texts = [option.text for option in choice.options]
            for text, share in self._arranger.arranged(units, texts):
                yield Phrase(" ".join(text.split()), min(1.0, quality * share), choice.parts)

    def _choices(self, units: Sequence[str]) -> list[Choice]:
        """The likeliest combinations of the units' wordings, best first."""
        choices = [Choice()]
        for place, unit in enumerate(units):
            options = self._options(unit, last=place == len(units) - 1)
            extended = [self._extended(choice, option) for choice in choices for option in options]
            choices = sorted(extended, key=Choice.rank, reverse=True)[:MOST_CHOICES]
        return choices

    def _extended(self, choice: Choice, option: Option) -> Choice:
        quality = choice.quality + math.log(max(option.quality, 1e-4))
        last = choice.options[-1] if choice.options else None
        if last is None or last is MIDDLE_DOT or option is MIDDLE_DOT or AGAINST in (last.text, option.text):
            return Choice((*choice.options, option), quality, choice.fit, choice.borders)
        key = (last.text.replace("{}", ""), option.text.replace("{}", ""))
        fit = self._fits.get(key)
        if fit is None:
            repeated = 0.0 if _share_no_word(*key) else REPEATED_WORD
            fit = self._fits[key] = border_fit(self._knowledge.lexicon, *key) - repeated
        return Choice((*choice.options, option), quality, choice.fit + fit, choice.borders + 1)

    def _options(self, unit: str, *, last: bool) -> Sequence[Option]:
        if unit == DOT:
            return (MIDDLE_DOT,)
        if not last and unit == AGAINST:
            return (Option(AGAINST, PREFIX_QUALITY, "prefix"),)
        if not last and is_prefix(unit):
            return self._prefix_options(unit)
        return self._renderer.options(unit, Role.HEAD if last else Role.MODIFIER)[:OPTIONS_PER_UNIT]

    def _prefix_options(self, unit: str) -> list[Option]:
        found = [
            Option(text, PREFIX_QUALITY * SECOND_PREFIX**place, "prefix")
            for place, text in enumerate(patterns("prefixes.tsv")[unit])
        ]
        if unit not in PATTERN_ONLY:
            learned = self._renderer.options(unit, Role.MODIFIER)[:3]
            found += [Option(option.text, option.quality * LEARNED_PREFIX, option.source) for option in learned]
        return found


def _share_no_word(first: str, second: str) -> bool:
    return set(same_term_key(first).split()).isdisjoint(same_term_key(second).split())
