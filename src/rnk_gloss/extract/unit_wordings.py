"""The wordings of a term's units, weighed by what the dictionary and its compounds say of them."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

from rnk_gloss.extract.arrangements import AGAINST, DOT
from rnk_gloss.extract.fixed_units import Option, Role
from rnk_gloss.extract.knowledge import Knowledge
from rnk_gloss.extract.renderings import Renderer
from rnk_gloss.extract.units import is_prefix
from rnk_gloss.extract.wordings import same_term_key
from rnk_gloss.extract.wordlists import patterns
from rnk_gloss.lexicon.countries import country_in_english
from rnk_gloss.lexicon.learned import PartPhrases
from rnk_gloss.lexicon.renderings import ranked_renderings
from rnk_gloss.model.evidence_details import WordSource

MOST_WORDINGS = 10
SECOND_PREFIX = 0.7
PREFIX_QUALITY, LEARNED_PREFIX = 0.8, 0.9
# Prefixes that are never an adjective of their own, so that what is learned of the character does not apply.
PATTERN_ONLY = frozenset("対反親非脱訪未無不各両")

# Weights of the logarithms of an option's quality, of its share in compounds and of its dictionary score; what counts
# for a unit that adds no word and for one that changes its neighbour's. All fitted together with the weights of
# `composition`: conditional log likelihood of the right phrases for 3,900 compounds held out of the dictionary.
QUALITY, SHARE, DICTIONARY = 1.47, 1.46, 0.93
NO_WORD, AFFIX = -3.9, 1.2
# Of a list the first comes first: set by judgement.
SETTLED = 8.0
# What is added to each before the logarithm is taken.
UNSEEN_SHARE, UNLISTED = 0.02, 0.1
LEAST_QUALITY = 0.02
# What the source of an option ends with that is from a list of affixes.
AFFIX_LISTS = (WordSource.PREFIX, WordSource.SUFFIX)
# A unit that is silent in fewer compounds is worded.
LEAST_SILENT = 0.3


@dataclass(frozen=True, slots=True)
class Wording:
    """English for a unit: a text, "" for no word of its own, or an affix for its neighbour's English; `score` is the
    logarithm of a likelihood. `is_settled` says that the wording is a name, a number or another that is listed."""

    text: str
    score: float
    source: str
    affix: str = ""
    is_settled: bool = False

    @property
    def length(self) -> int:
        """How many words count against a phrase with it: what is listed, as whole or as pattern, is never too long."""
        return 1 if self.is_settled or "{}" in self.text else len(self.text.split())


MIDDLE_DOT = Wording("and", 0.0, "middle dot")
AGAINST_WORDING = Wording(AGAINST, math.log(PREFIX_QUALITY), "prefix")


class UnitWordings:
    """Weighs the wordings of units, each unit and role once."""

    def __init__(self, renderer: Renderer, knowledge: Knowledge) -> None:
        self._renderer = renderer
        self._knowledge = knowledge
        self._known: dict[tuple[str, Role], list[Wording]] = {}

    def of(self, unit: str, role: Role) -> list[Wording]:
        """The unit's likeliest wordings, best first."""
        key = (unit, role)
        if key not in self._known:
            wordings = sorted(self._weighed(unit, role), key=lambda wording: (-wording.score, wording.text))
            self._known[key] = wordings[:MOST_WORDINGS]
        return self._known[key]

    def _weighed(self, unit: str, role: Role) -> Iterator[Wording]:
        if unit == DOT:
            yield MIDDLE_DOT
            return
        if role is Role.MODIFIER and unit == AGAINST:
            yield AGAINST_WORDING
            return
        if role is Role.MODIFIER and is_prefix(unit):
            options = self._prefix_options(unit)
        else:
            options = list(self._renderer.options(unit, role))
            if self._renderer.is_fixed(unit, role):
                for option in options:
                    score = SETTLED * math.log(option.quality)
                    yield Wording(option.text, score, option.source, is_settled=True)
                return
        yield from self._with_phrases(unit, role, options)

    def _with_phrases(self, unit: str, role: Role, options: list[Option]) -> Iterator[Wording]:
        lexicon = self._knowledge.lexicon
        learned = lexicon.compound_phrases(unit, head=role is Role.HEAD)
        listed: dict[str, float] = {}
        for rendering in ranked_renderings(lexicon, unit):
            listed.setdefault(same_term_key(rendering.text), rendering.score)
        if role is Role.MODIFIER:
            for adjective in ranked_renderings(lexicon, f"{unit.removesuffix('的')}的"):
                listed.setdefault(same_term_key(adjective.text), adjective.score)
        texts, times = _counted(learned)
        keys = set()
        source = f"{unit}: {WordSource.COMPOUNDS}"
        for option in options:
            key = same_term_key(option.text)
            keys.add(key)
            # Another spelling vouches for a wording, too, and a list of affixes does so wholly.
            vouched = 0.0 if option.source == source else option.quality
            vouched = 1.0 if option.source.endswith(AFFIX_LISTS) else vouched
            share = times.get(key, 0) / (learned.seen + 1)
            score = _score(option.quality, share, max(listed.get(key, 0.0), vouched))
            yield Wording(option.text, score, option.source)
        for key, text in texts.items():
            share = times[key] / (learned.seen + 1)
            if not key:
                if times[key] >= LEAST_SILENT * learned.seen:
                    yield Wording("", _score(0.0, share, 0.0) + NO_WORD, source)
            elif key not in keys and len(text) > 1:
                yield Wording(self._in_case(unit, text), _score(0.0, share, listed.get(key, 0.0)), source)
        for affix, count in learned.affixes:
            yield Wording("", _score(0.0, count / (learned.seen + 1), 0.0) + AFFIX, source, affix)

    def _prefix_options(self, unit: str) -> list[Option]:
        found = [
            Option(text, PREFIX_QUALITY * SECOND_PREFIX**place, WordSource.PREFIX)
            for place, text in enumerate(patterns("prefixes.tsv")[unit])
        ]
        if unit not in PATTERN_ONLY:
            learned = self._renderer.options(unit, Role.MODIFIER)[:3]
            found += [Option(option.text, option.quality * LEARNED_PREFIX, option.source) for option in learned]
        return found

    def _in_case(self, unit: str, text: str) -> str:
        """What was learned in lower case, with a capital where it names a country or the unit is a name."""
        if self._knowledge.of(unit).is_capitalised or country_in_english(text.title()):
            return text.title()
        return text


def _score(quality: float, share: float, listed: float) -> float:
    return (
        QUALITY * math.log(max(quality, LEAST_QUALITY))
        + SHARE * math.log(share + UNSEEN_SHARE)
        + DICTIONARY * math.log(listed + UNLISTED)
    )


def _counted(learned: PartPhrases) -> tuple[dict[str, str], dict[str, int]]:
    """The commonest text of phrases that are alike but for spelling, and how often they were seen."""
    texts: dict[str, str] = {}
    times: dict[str, int] = {}
    for text, count in learned.phrases:
        key = same_term_key(text)
        texts.setdefault(key, text)
        times[key] = times.get(key, 0) + count
    return texts, times
