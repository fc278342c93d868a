"""English composed from the English of a term's parts."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rnk_gloss.extract.arrangements import AGAINST, DOT, STRAIGHT, Arranger
from rnk_gloss.extract.classes import WordClass, text_of
from rnk_gloss.extract.fixed_units import Role
from rnk_gloss.extract.fluency import Fluency
from rnk_gloss.extract.knowledge import Knowledge
from rnk_gloss.extract.renderings import Renderer
from rnk_gloss.extract.runs import Run
from rnk_gloss.extract.unit_wordings import MIDDLE_DOT, UnitWordings, Wording
from rnk_gloss.extract.units import Path, paths_of
from rnk_gloss.extract.wordings import same_term_key
from rnk_gloss.lexicon.affixes import affixed

LONGEST_TERM = 40  # characters
MOST_CHOICES = 12
ARRANGED_CHOICES = 8
MOST_PHRASES = 12

# Weights in the logarithm of a phrase's likelihood; how they were fitted is said in `unit_wordings`.
BORDERS, NO_BORDER, PER_UNIT, PER_WORD, ORDER = 1.06, -1.0, -2.75, -0.95, 3.0
# The share of first phrases that are right is a logistic function of their score.
MIDDLE, STEEPNESS = -11.45, 0.56


@dataclass(frozen=True, slots=True)
class Phrase:
    """English for a term: `quality` is the share of such phrases that are right (0 to 1), `parts` says from which
    wordings it is made."""

    text: str
    quality: float
    parts: str


@dataclass(frozen=True, slots=True)
class Choice:
    """A wording for each of a path's first units: their scores and border fits, summed; `last` is the text before the
    next border, `pending` a prefix for the next unit's English."""

    wordings: tuple[Wording, ...] = ()
    score: float = 0.0
    fit: float = 0.0
    borders: int = 0
    last: str = ""

    def rank(self) -> float:
        """What choices of equally many units are ordered by."""
        mean_fit = self.fit / self.borders if self.borders else NO_BORDER
        return self.score / max(1, len(self.wordings)) + BORDERS * mean_fit

    @property
    def parts(self) -> str:
        return " + ".join(f"{wording.affix or wording.text or '–'} ({wording.source})" for wording in self.wordings)


class Composer:
    """Composes English for terms of two or more units."""

    def __init__(self, renderer: Renderer, knowledge: Knowledge) -> None:
        self._renderer = renderer
        self._knowledge = knowledge
        self._arranger = Arranger(renderer, knowledge)
        self._wordings = UnitWordings(renderer, knowledge)
        self._fluency = Fluency(knowledge.lexicon)

    def phrases(self, words: Run) -> list[Phrase]:
        """The phrases for a term, best first; [] where a part has no English, the term is a word of
        the dictionary, or it is a phrase with particles or verbs."""
        form = text_of(words)
        is_phrase = any(word.kind is WordClass.OTHER for word in words)
        if is_phrase or len(form) > LONGEST_TERM or self._knowledge.of(form).is_word:
            return []
        best: dict[str, tuple[float, str, str]] = {}
        for path in paths_of(words, self._renderer, self._knowledge):
            if len(path.units) < 2 or path.units[-1] == DOT or path.units[0] == DOT:
                continue
            for score, text, parts in self._for_path(path):
                key = same_term_key(text)
                if key and (key not in best or best[key][0] < score):
                    best[key] = (score, text, parts)
        ordered = sorted(best.values(), key=lambda item: (-item[0], item[1]))[:MOST_PHRASES]
        return [Phrase(text, _share_right(score), parts) for score, text, parts in ordered]

    def _for_path(self, path: Path) -> Iterator[tuple[float, str, str]]:
        for choice in self._choices(path.units)[:ARRANGED_CHOICES]:
            made = _made(path.units, choice.wordings)
            if made is None:
                continue
            settled = [wording.text for wording in choice.wordings if wording.is_settled]
            words = sum(wording.length for wording in choice.wordings)
            rank = choice.rank() + PER_UNIT * (len(path.units) - 1) + PER_WORD * words
            units, texts = made
            arranged = self._arranger.arranged(units, texts) if len(texts) > 1 else [(texts[0], STRAIGHT)]
            for text, share in arranged:
                spaced = " ".join(text.split())
                score = rank + ORDER * math.log(share) + self._fluency.of(spaced, settled)
                yield score, spaced, choice.parts

    def _choices(self, units: Sequence[str]) -> list[Choice]:
        """The likeliest combinations of the units' wordings, best first."""
        choices = [Choice()]
        for place, unit in enumerate(units):
            wordings = self._wordings.of(unit, Role.HEAD if place == len(units) - 1 else Role.MODIFIER)
            extended = [self._extended(choice, wording) for choice in choices for wording in wordings]
            choices = sorted(filter(None, extended), key=Choice.rank, reverse=True)[:MOST_CHOICES]
        return choices

    def _extended(self, choice: Choice, wording: Wording) -> Choice | None:
        """The choice with one more wording, or None where the two do not go together."""
        if not _go_together(choice, wording):
            return None
        fit, borders, last = choice.fit, choice.borders, wording.text
        if wording.affix:
            last = choice.last if _is_ending(wording.affix) else ""
        elif not wording.text:
            last = choice.last
        elif choice.last and not {choice.last, wording.text} & {MIDDLE_DOT.text, AGAINST}:
            fit += self._fluency.border(choice.last.replace("{}", ""), wording.text.replace("{}", ""))
            borders += 1
        return Choice((*choice.wordings, wording), choice.score + wording.score, fit, borders, last)


def _go_together(choice: Choice, wording: Wording) -> bool:
    """Whether a wording can follow: one unit at most is silent, a prefix stands before one plain word, and an ending
    that changes behind a word that it can change."""
    before = choice.wordings[-1].affix if choice.wordings else ""
    if before and not _is_ending(before):
        return wording.text.isalpha() and wording.text.islower()
    if wording.affix:
        return not _is_ending(wording.affix) or affixed(choice.last.rpartition(" ")[2], wording.affix) is not None
    return bool(wording.text) or all(each.text or each.affix for each in choice.wordings)


def _is_ending(affix: str) -> bool:
    return ">" in affix


def _made(units: Sequence[str], wordings: Sequence[Wording]) -> tuple[list[str], list[str]] | None:
    """The units that have a text of their own with these texts, affixes applied; None where nothing is left."""
    kept: list[str] = []
    texts: list[str] = []
    prefix = ""
    for unit, wording in zip(units, wordings, strict=True):
        if wording.affix and not _is_ending(wording.affix):
            prefix = wording.affix
        elif wording.affix and texts:
            before, space, word = texts[-1].rpartition(" ")
            texts[-1] = before + space + (affixed(word, wording.affix) or word)
            kept[-1] += unit
        elif wording.text:
            kept.append(unit)
            texts.append(affixed(wording.text, prefix) or "" if prefix else wording.text)
            prefix = ""
    is_whole = (
        bool(texts) and not prefix and DOT not in (kept[0], kept[-1]) and not (len(texts) == 1 and "{}" in texts[0])
    )
    return (kept, texts) if is_whole else None


def _share_right(score: float) -> float:
    return 1 / (1 + math.exp(STEEPNESS * (MIDDLE - score)))
