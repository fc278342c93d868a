"""English for the units that a term is composed of, by their role in it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from rnk_gloss.extract.knowledge import Knowledge
from rnk_gloss.extract.wordlists import patterns
from rnk_gloss.lexicon.countries import Country, country_named, country_of, members
from rnk_gloss.lexicon.renderings import Rendering, ranked_renderings
from rnk_gloss.lexicon.spellings import spelling_variants

LATIN_UNIT = re.compile(r"[A-Za-z0-9][A-Za-z0-9\-.&+]*")
COUNTED = re.compile(
    r"(\d+|[二三四五六七八九]|[一二三四五六七八九]?十[一二三四五六七八九]?)(者|[カかヵヶケ箇]?国|社|党)(間|級)?"
)
YEARS = re.compile(r"(\d+|[一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九])[カかヵヶケ箇]年")
ORDINAL = re.compile(
    r"第?(\d+|[一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九])(条|項|章|節|号|次|回|期)"
)
ORDINAL_ENGLISH = {
    "条": "Article {}", "項": "paragraph {}", "章": "Chapter {}", "節": "Section {}", "号": "No. {}",
    "次": "No. {}", "回": "No. {}", "期": "phase {}",
}  # fmt: skip
KANJI_DIGITS = "〇一二三四五六七八九"
CARDINALS = {
    1: "one",
    2: "two",
    3: "three",
    4: "four",
    5: "five",
    6: "six",
    7: "seven",
    8: "eight",
    9: "nine",
    10: "ten",
}
LATERAL = {2: "bilateral", 3: "trilateral", 4: "quadrilateral"}
PARTY_NOUN = {"者": "party", "社": "company", "党": "party"}
# A gloss that explains instead of naming makes a poor part of a compound.
EXPLAINING = re.compile(
    r"^(?:[a-z]+ing |having |being |to |one's |something|someone|person who)|\b(?:from|to|into|with|of|by)$"
)
LONGEST_OPTION = 4
MOST_OPTIONS = 6
ADJECTIVE_QUALITY = 0.95
SHARE_BESIDE_ADJECTIVE = 0.8
SHARE_OF_LONG_MODIFIER, SHARE_OF_LONG_HEAD = 0.55, 0.75
SHARE_OF_EXPLANATION = 0.5
SHARE_OF_VARIANT = 0.75
SHARE_OF_SUFFIXED = 0.8


# A rendering, the spelling under which the dictionary has it, and its share (0 to 1) for not being the form itself.
Listed = tuple[Rendering, str, float]


class Role(StrEnum):
    """Where a unit stands in the English: before another, or as what the term is."""

    MODIFIER = "modifier"
    HEAD = "head"


@dataclass(frozen=True, slots=True)
class Option:
    """One English wording of a unit: `quality` is between 0 and 1, `source` says where it is from."""

    text: str
    quality: float
    source: str


class Renderer:
    """English for units, each unit and role worked out once."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._knowledge = knowledge
        self._known: dict[tuple[str, Role], tuple[Option, ...]] = {}

    def options(self, unit: str, role: Role) -> tuple[Option, ...]:
        """The unit's wordings, best first; () where nothing is known."""
        key = (unit, role)
        if key not in self._known:
            best: dict[str, Option] = {}
            for option in self._all_options(unit, role):
                if option.text and (option.text not in best or best[option.text].quality < option.quality):
                    best[option.text] = option
            ordered = sorted(best.values(), key=lambda option: -option.quality)
            self._known[key] = tuple(ordered[:MOST_OPTIONS])
        return self._known[key]

    def dictionary(self, form: str, *, as_name: bool = False) -> list[Listed]:
        """The dictionary's renderings of a form, or of the first of its other spellings that has any, best first."""
        lexicon = self._knowledge.lexicon
        found = [(rendering, form, 1.0) for rendering in ranked_renderings(lexicon, form, as_name=as_name)]
        if found:
            return found
        for spelling in spelling_variants(form):
            renderings = ranked_renderings(lexicon, spelling, as_name=as_name)
            if renderings:
                return [(rendering, spelling, SHARE_OF_VARIANT) for rendering in renderings]
        return []

    def _all_options(self, unit: str, role: Role) -> list[Option]:
        fixed = _fixed_options(unit, role)
        if fixed:
            return fixed
        found = self._from_dictionary(unit, role)
        if role is Role.MODIFIER and (adjectives := self._as_adjective(unit)):
            nouns = [Option(option.text, option.quality * SHARE_BESIDE_ADJECTIVE, option.source) for option in found]
            found = [*adjectives, *nouns]
        return found or self._suffixed(unit, role)

    def _from_dictionary(self, unit: str, role: Role) -> list[Option]:
        options = []
        for rendering, spelling, share in self.dictionary(unit):
            if rendering.kind == "name" and len(unit) < 3 and not unit.isascii() and not _is_katakana(unit):
                continue
            words = len(rendering.text.split())
            if words > LONGEST_OPTION:
                continue
            quality = rendering.score * share
            if words > _expected_words(unit):
                quality *= SHARE_OF_LONG_MODIFIER if role is Role.MODIFIER else SHARE_OF_LONG_HEAD
            if EXPLAINING.search(rendering.text):
                quality *= SHARE_OF_EXPLANATION
            source = f"JMdict {rendering.number}" if rendering.kind == "word" else "JMnedict"
            options.append(Option(rendering.text, quality, f"{spelling}: {source}"))
        return options

    def _as_adjective(self, unit: str) -> list[Option]:
        """A noun's adjective: what the dictionary has for it with 的 (経済的: economic)."""
        stem = unit.removesuffix("的")
        if len(stem) < 2 and stem == unit:
            return []
        adjectives = [
            Option(rendering.text, ADJECTIVE_QUALITY * rendering.score, f"{stem}的: JMdict {rendering.number}")
            for rendering in ranked_renderings(self._knowledge.lexicon, f"{stem}的")
            if " " not in rendering.text and not rendering.text.endswith("ly")
        ]
        if adjectives or stem == unit:
            return adjectives
        return list(self.options(stem, Role.MODIFIER))

    def _suffixed(self, unit: str, role: Role) -> list[Option]:
        if len(unit) < 3:
            return []
        return [
            Option(pattern.format(stem.text), stem.quality * SHARE_OF_SUFFIXED, stem.source)
            for pattern in patterns("suffixes.tsv").get(unit[-1], ())
            for stem in self.options(unit[:-1], Role.MODIFIER)[:2]
        ]


def _fixed_options(unit: str, role: Role) -> list[Option]:
    """Units whose English follows from their form: Latin letters, countries, counted parties, articles."""
    if LATIN_UNIT.fullmatch(unit):
        return [Option(unit, 1.0, "Latin letters")]
    if country := country_named(unit):
        return country_options(country, role)
    if row := members(unit):
        return row_options(row, role)
    if len(unit) == 1 and (country := country_of(unit)) and role is Role.MODIFIER:
        return [Option(option.text, option.quality * 0.6, option.source) for option in country_options(country, role)]
    return _numbered_options(unit)


def country_options(country: Country, role: Role) -> list[Option]:
    """A country by its adjective before a noun, by its name as a head."""
    source = "country table"
    initials = [name for name in country.other_english if name.isupper() and len(name) == 2]
    names = [Option(country.name, 0.9, source), *(Option(name, 0.8, source) for name in initials)]
    if role is Role.HEAD:
        return names
    adjectives = [Option(country.adjective, 0.95, source)]
    if country.adjective == "American":
        adjectives.insert(0, Option("US", 0.96, source))
    return [*adjectives, *(Option(name.text, name.quality - 0.1, source) for name in names)]


def row_options(row: tuple[Country, ...], role: Role) -> list[Option]:
    """Several countries: hyphenated before a noun, listed as a head; the United States are *US* in a row."""
    short = ["US" if country.name == "United States" else country.name for country in row]
    full = ["the United States" if name == "US" else name for name in short]
    hyphenated = ["-".join(short)]
    listed = list(dict.fromkeys(f"{', '.join(names[:-1])} and {names[-1]}" for names in (full, short)))
    wordings = [*hyphenated, *listed[::-1]] if role is Role.MODIFIER else [*listed, *hyphenated]
    if len(row) == 2 and row[0].combining:
        wordings.append(f"{row[0].combining}-{row[1].adjective}")
    return [Option(text, 0.9 - 0.1 * place, "country characters") for place, text in enumerate(wordings)]


def _numbered_options(unit: str) -> list[Option]:
    if counted := COUNTED.fullmatch(unit):
        return _counted_parties(small_number(counted[1]), counted[2])
    if years := YEARS.fullmatch(unit):
        return [Option(f"{_cardinal(small_number(years[1]))}-year", 0.9, "number")]
    if ordinal := ORDINAL.fullmatch(unit):
        number = small_number(ordinal[1])
        return [Option(ORDINAL_ENGLISH[ordinal[2]].format(number), 0.9, "number")]
    return []


def _counted_parties(count: int, counter: str) -> list[Option]:
    source = "number"
    noun = PARTY_NOUN.get(counter)
    if noun:
        return [Option(f"{_cardinal(count)}-{noun}", 0.9, source)]
    nations = [Option(f"{_cardinal(count)}-nation", 0.75, source), Option(f"{_cardinal(count)}-country", 0.7, source)]
    return [Option(LATERAL[count], 0.85, source), *nations] if count in LATERAL else nations


def small_number(written: str) -> int:
    """A number in digits, or in kanji up to ninety-nine."""
    if written.isdecimal():
        return int(written)
    tens, ten, ones = written.rpartition("十")
    if not ten:
        return int("".join(str(KANJI_DIGITS.index(digit)) for digit in written))
    return 10 * (KANJI_DIGITS.index(tens) if tens else 1) + (KANJI_DIGITS.index(ones) if ones else 0)


def _cardinal(number: int) -> str:
    return CARDINALS.get(number, str(number))


def _expected_words(unit: str) -> int:
    """How many English words a unit's natural wording has: one for two characters, more for compounds."""
    return 1 if _is_katakana(unit) else max(1, (len(unit) + 1) // 2)


@cache
def _is_katakana(unit: str) -> bool:
    return re.fullmatch(r"[ァ-ヶー・]+", unit) is not None
