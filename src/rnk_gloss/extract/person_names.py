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
from rnk_gloss.lexicon.romanisation import without_length
from rnk_gloss.model.entry import Origin
from rnk_gloss.model.evidence_details import WordSource
from rnk_gloss.text.readings import reading_of

DOTS = re.compile(r"[・=]")
KANJI_NAME = re.compile(r"[一-龥々]{2,6}[ぁ-んァ-ヶー]{0,4}")
# The confidence of names of two parts: as JMnedict lists them, as the analyser reads them, and with a dot between.
SURNAME_AND_GIVEN, AS_READ, DOTTED = 0.5, 0.8, 0.9
LATER = 0.85
MOST_SURNAMES, MOST_GIVEN_NAMES = 2, 4
SURNAME = frozenset({"surname"})
# Who was born before the Meiji era is called by the surname first in English.
MODERN = 1868
BIRTH = re.compile(r"\((\d{3,4})\b")
COUNTRY_CHARACTERS = "米英仏独韓露ロ伊豪"


@dataclass(frozen=True, slots=True)
class PersonName:
    """English for a person: its confidence 0–100, where it comes from, the printed name that it was matched to, and how
    the name is read, where that is known."""

    text: str
    score: float
    origin: Origin
    source: str
    printed: PrintedName | None = None
    reading: str = ""


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
                self._in_english_order(spelling, rendering.text),
                calibration.LISTED_NAME_FLOOR + calibration.LISTED_NAME_RANGE * rendering.score * share,
                Origin.DICTIONARY,
                f"{spelling}: {WordSource.WORD.of(number=rendering.number) if rendering.number else WordSource.NAME}",
            )
            for rendering, spelling, share in self._renderer.dictionary(name, as_name=True)
            if rendering.kind == "name" or rendering.text[:1].isupper()
        ]

    def _in_english_order(self, form: str, text: str) -> str:
        """A full name of Japan with the given name first, as names that are put together; JMnedict lists it with the
        surname first, as English keeps it for those who lived before MODERN."""
        match text.split():
            case [surname, given_name] if not self._lived_before_modern(form) and any(
                surname in self._spellings(form[:place], SURNAME)
                and given_name in self._spellings(form[place:], GIVEN_NAME_TYPES)
                for place in range(1, len(form))
            ):
                return f"{given_name} {surname}"
        return text

    def _spellings(self, part: str, types: frozenset[str]) -> set[str]:
        names = [entry for entry in self._knowledge.of(part).names if not types.isdisjoint(entry.types)]
        return {
            spelt
            for entry in names
            for text in entry.translations
            for spelt in (text, without_length(text, entry.reading))
        }

    def _lived_before_modern(self, form: str) -> bool:
        texts = [text for entry in self._knowledge.of(form).names for text in entry.translations]
        births = [int(found[1]) for text in texts if (found := BIRTH.search(text))]
        return bool(births) and min(births) < MODERN

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
        usual = reading_of(name)
        found: list[PersonName] = []
        for place in (2, 1, 3):
            surnames = self._parts(name[:place], SURNAME)
            given_names = self._parts(name[place:], GIVEN_NAME_TYPES)
            read = [pair for pair in product(given_names, surnames) if pair[1].reading + pair[0].reading == usual]
            if read:
                # JMnedict knows no usual reading; the analyser does, and with it where the surname ends.
                given_name, surname = read[0]
                parts = [_first([given_name, *given_names]), _first([surname, *surnames])]
                return _joined([parts[0][:MOST_GIVEN_NAMES], parts[1][:MOST_SURNAMES]], AS_READ)
            parts = [_first(given_names)[:MOST_GIVEN_NAMES], _first(surnames)[:MOST_SURNAMES]]
            found += _joined(parts, SURNAME_AND_GIVEN)
        return found

    def _parts(self, part: str, types: frozenset[str]) -> list[PersonName]:
        names = [entry for entry in self._knowledge.of(part).names if not types.isdisjoint(entry.types)]
        return [
            PersonName(
                # Of two ways to write a long vowel the shorter one is that of English, which has no apostrophe either.
                min((without_length(text, entry.reading) for text in entry.translations), key=len).replace("'", ""),
                100,
                Origin.DICTIONARY,
                f"{part}: {WordSource.NAME}",
                reading=entry.reading,
            )
            for entry in names
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


def _first(names: Iterable[PersonName]) -> list[PersonName]:
    """The names, each text once and each later one less likely."""
    once: dict[str, PersonName] = {}
    for name in names:
        once.setdefault(name.text, name)
    return [replace(name, score=100 * LATER**place) for place, name in enumerate(once.values())]


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
