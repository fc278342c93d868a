"""Persons' names in English: established and listed names, surname and given name, parts joined by a middle dot, names
by sound, titles before them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import product

from rnk_gloss.extract import calibration
from rnk_gloss.extract.fixed_units import Role
from rnk_gloss.extract.knowledge import GIVEN_NAME_TYPES, Knowledge
from rnk_gloss.extract.names_by_sound import NamesBySound, PrintedName
from rnk_gloss.extract.persons import known_title
from rnk_gloss.extract.renderings import Renderer
from rnk_gloss.extract.wordlists import titles
from rnk_gloss.lexicon.house_list import established, established_surname
from rnk_gloss.model.entry import Origin
from rnk_gloss.model.evidence_details import WordSource

DOTS = re.compile(r"[・=]")
KANJI_NAME = re.compile(r"[一-龥々]{2,5}[ぁ-んァ-ヶー]{0,4}")
SURNAME_AND_GIVEN, DOTTED = 0.5, 0.9
LATER = 0.85
MOST_SURNAMES, MOST_GIVEN_NAMES = 2, 4
COUNTRY_CHARACTERS = "米英仏独韓露ロ伊豪"


@dataclass(frozen=True, slots=True)
class PersonName:
    """English for a person: its confidence 0–100, where it comes from, and the printed name that it was matched to."""

    text: str
    score: float
    origin: Origin
    source: str
    printed: PrintedName | None = None


class PersonNames:
    """English for persons, by the house list, JMnedict and the sound."""

    def __init__(self, renderer: Renderer, knowledge: Knowledge, by_sound: NamesBySound) -> None:
        self._renderer = renderer
        self._knowledge = knowledge
        self._by_sound = by_sound

    def names(self, form: str) -> list[PersonName]:
        """The English of a person's name, with the title that follows it put before it, best first."""
        title = known_title(form)
        name = form.removesuffix(title) if title else form
        english = titles().get(title, "")
        office = ""
        if english and (found := self._office(name)):
            name, office = found
        before = " ".join(filter(None, (office, english)))
        return [replace(one, text=f"{before} {one.text}".strip()) for one in self._names(name)]

    def _office(self, name: str) -> tuple[str, str] | None:
        """What stands before a title without a country's character at its end (〈name〉米大統領), and that country."""
        options = self._renderer.options(name[-1:], Role.MODIFIER)
        if len(name) < 3 or name[-1] not in COUNTRY_CHARACTERS or not options:
            return None
        return name[:-1], options[0].text

    def _names(self, name: str) -> list[PersonName]:
        if known := established(name):
            return [
                PersonName(text, calibration.HOUSE_LIST - place, Origin.HOUSE_LIST, f"{name}: {known.source}")
                for place, text in enumerate(known.english)
            ]
        if surname := established_surname(name):
            source = f"{name}: {WordSource.SURNAMES.of(count=surname[1])}"
            return [PersonName(surname[0], calibration.SHARED_SURNAME, Origin.HOUSE_LIST, source)]
        printed = self._heard(name, only_printed=True)
        found = self._listed(name) or self._dotted(name) or self._surname_and_given_name(name)
        return [*found, *printed] if found else self._heard(name)

    def _listed(self, name: str) -> list[PersonName]:
        return [
            PersonName(
                rendering.text,
                calibration.LISTED_NAME_FLOOR + calibration.LISTED_NAME_RANGE * rendering.score * share,
                Origin.DICTIONARY,
                f"{spelling}: {WordSource.WORD.of(number=rendering.number) if rendering.number else WordSource.NAME}",
            )
            for rendering, spelling, share in self._renderer.dictionary(name, as_name=True)
            if rendering.kind == "name" or rendering.text[:1].isupper()
        ]

    def _dotted(self, name: str) -> list[PersonName]:
        parts = [part for part in DOTS.split(name) if part]
        if len(parts) < 2:
            return []
        # A famous surname that is a given name as well is settled at the end of a name only.
        given = [(self._listed(part) or self._names(part))[:2] for part in parts[:-1]]
        return _joined([*given, self._names(parts[-1])[:2]], DOTTED)

    def _surname_and_given_name(self, name: str) -> list[PersonName]:
        if not KANJI_NAME.fullmatch(name):
            return []
        found: list[PersonName] = []
        for place in (2, 1, 3):
            surnames = self._parts(name[:place], frozenset({"surname"}))[:MOST_SURNAMES]
            given_names = self._parts(name[place:], GIVEN_NAME_TYPES)[:MOST_GIVEN_NAMES]
            found += _joined([given_names, surnames], SURNAME_AND_GIVEN)
        return found

    def _parts(self, part: str, types: frozenset[str]) -> list[PersonName]:
        names = [entry for entry in self._knowledge.of(part).names if not types.isdisjoint(entry.types)]
        return [
            PersonName(entry.translations[0], 100 * LATER**place, Origin.DICTIONARY, f"{part}: {WordSource.NAME}")
            for place, entry in enumerate(names)
            if entry.translations
        ]

    def _heard(self, name: str, *, only_printed: bool = False) -> list[PersonName]:
        return [
            PersonName(
                heard.text,
                heard_confidence(heard.likeness, place),
                Origin.SOUND,
                f"{name}: {WordSource.SOUND}",
                heard.printed,
            )
            for place, heard in enumerate(self._by_sound.heard(name))
            if heard.printed or not only_printed
        ]


def heard_confidence(likeness: float, place: int) -> float:
    """The confidence of a name by sound, by its likeness to a printed name (0 for none) and its place in the list."""
    if likeness:
        return calibration.SOUND_PRINTED + calibration.SOUND_RANGE * likeness
    return calibration.SOUND_ALONE - calibration.LATER_SOUND * place


def _joined(choices: Iterable[list[PersonName]], factor: float) -> list[PersonName]:
    """The parts' wordings one after another, in every combination."""
    found = []
    for combination in product(*choices):
        share = factor
        for part in combination:
            share *= part.score / 100
        text = " ".join(part.text for part in combination)
        source = " + ".join(part.source for part in combination)
        is_heard = any(part.origin is Origin.SOUND for part in combination)
        score = calibration.NAME_FLOOR + calibration.NAME_RANGE * share
        found.append(PersonName(text, score, Origin.SOUND if is_heard else Origin.COMPOSITION, source))
    return sorted(found, key=lambda name: -name.score)
