"""Persons' names in English: listed names, surname and given name, parts joined by a middle dot, titles before them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import product

from rnk_gloss.extract.composition import Phrase
from rnk_gloss.extract.knowledge import GIVEN_NAME_TYPES, Knowledge
from rnk_gloss.extract.persons import known_title
from rnk_gloss.extract.renderings import Renderer, Role
from rnk_gloss.extract.wordlists import titles

DOTS = re.compile(r"[・=]")
KANJI_NAME = re.compile(r"[一-龥々]{2,5}[ぁ-んァ-ヶー]{0,4}")
LISTED, SURNAME_AND_GIVEN, DOTTED = 1.0, 0.5, 0.9
LATER = 0.85
MOST_SURNAMES, MOST_GIVEN_NAMES = 2, 4


class PersonNames:
    """English for persons, by JMnedict."""

    def __init__(self, renderer: Renderer, knowledge: Knowledge) -> None:
        self._renderer = renderer
        self._knowledge = knowledge

    def phrases(self, form: str) -> list[Phrase]:
        """The English of a person's name, with the title that follows it put before it, best first."""
        title = known_title(form)
        name = form.removesuffix(title) if title else form
        english = titles().get(title, "")
        office = ""
        if english and (found := self._office(name)):
            name, office = found
        before = " ".join(filter(None, (office, english)))
        return [Phrase(f"{before} {phrase.text}".strip(), phrase.quality, phrase.parts) for phrase in self._names(name)]

    def _office(self, name: str) -> tuple[str, str] | None:
        """What stands before a title without a country's character at its end (〈name〉米大統領), and that country."""
        options = self._renderer.options(name[-1:], Role.MODIFIER)
        if len(name) < 3 or name[-1] not in "米英仏独韓露ロ伊豪" or not options:
            return None
        return name[:-1], options[0].text

    def _names(self, name: str) -> list[Phrase]:
        listed = [
            Phrase(rendering.text, LISTED * rendering.score * share, f"{spelling}: {_source(rendering.number)}")
            for rendering, spelling, share in self._renderer.dictionary(name, as_name=True)
            if rendering.kind == "name" or rendering.text[:1].isupper()
        ]
        return listed or self._dotted(name) or self._surname_and_given_name(name)

    def _dotted(self, name: str) -> list[Phrase]:
        parts = [part for part in DOTS.split(name) if part]
        if len(parts) < 2:
            return []
        choices = [self._names(part)[:2] if not DOTS.search(part) else [] for part in parts]
        return _joined(choices, DOTTED)

    def _surname_and_given_name(self, name: str) -> list[Phrase]:
        if not KANJI_NAME.fullmatch(name):
            return []
        found: list[Phrase] = []
        for place in (2, 1, 3):
            surnames = self._parts(name[:place], frozenset({"surname"}))[:MOST_SURNAMES]
            given_names = self._parts(name[place:], GIVEN_NAME_TYPES)[:MOST_GIVEN_NAMES]
            found += _joined([given_names, surnames], SURNAME_AND_GIVEN)
        return found

    def _parts(self, part: str, types: frozenset[str]) -> list[Phrase]:
        names = [entry for entry in self._knowledge.of(part).names if not types.isdisjoint(entry.types)]
        return [
            Phrase(entry.translations[0], LATER**place, f"{part}: JMnedict")
            for place, entry in enumerate(names)
            if entry.translations
        ]


def _source(number: int) -> str:
    return f"JMdict {number}" if number else "JMnedict"


def _joined(choices: Iterable[list[Phrase]], factor: float) -> list[Phrase]:
    """The parts' wordings one after another, in every combination."""
    found = []
    for combination in product(*choices):
        quality = factor
        for phrase in combination:
            quality *= phrase.quality
        text = " ".join(phrase.text for phrase in combination)
        found.append(Phrase(text, quality, " + ".join(phrase.parts for phrase in combination)))
    return sorted(found, key=lambda phrase: -phrase.quality)
