"""English for units whose English follows from their form: Latin letters, countries, counted parties, articles."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from rnk_gloss.lexicon.countries import Country, country_named, country_of, members
from rnk_gloss.model.evidence_details import WordSource

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
YEAR = re.compile(r"((?:1[89]|20)\d\d)年度?")
DIRECTION = re.compile(r"([東西南北]{1,2})部")
DIRECTIONS = {"東": "east", "西": "west", "南": "south", "北": "north"}
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
SHORT_NAMES = {"United States": "US", "United Kingdom": "UK"}
LATERAL = {2: "bilateral", 3: "trilateral", 4: "quadrilateral"}
PARTY_NOUN = {"者": "party", "社": "company", "党": "party"}


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


def fixed_options(unit: str, role: Role) -> list[Option]:
    """The wordings of a unit that is made of Latin letters, numbers or countries; [] for other units."""
    if LATIN_UNIT.fullmatch(unit):
        return [Option(unit, 1.0, WordSource.LATIN_LETTERS)]
    if country := country_named(unit):
        return country_options(country, role)
    if row := members(unit):
        return row_options(row, role)
    if len(unit) == 1 and (country := country_of(unit)) and role is Role.MODIFIER:
        return [Option(option.text, option.quality * 0.6, option.source) for option in country_options(country, role)]
    if DIRECTION.fullmatch(unit):
        name = direction(unit)
        return [Option(name if role is Role.MODIFIER else f"{name} part", 0.9, WordSource.DIRECTION)]
    return _numbered_options(unit)


def direction(unit: str) -> str:
    """The adjective of a part of a country or place (北東部: northeastern)."""
    characters = unit.removesuffix("部")
    ordered = sorted(characters, key="北南東西".index)
    return "".join(DIRECTIONS[character] for character in ordered) + "ern"


def country_options(country: Country, role: Role) -> list[Option]:
    """A country by its adjective before a noun, by its name as a head."""
    source = WordSource.COUNTRY_TABLE
    initials = [name for name in country.other_english if name.isupper() and len(name) == 2]
    names = [Option(country.name, 0.9, source), *(Option(name, 0.8, source) for name in initials)]
    if role is Role.HEAD:
        return names
    adjectives = [Option(country.adjective, 0.95, source)]
    if country.adjective == "American":
        adjectives.insert(0, Option("US", 0.96, source))
    return [*adjectives, *(Option(name.text, name.quality - 0.1, source) for name in names)]


def row_options(row: tuple[Country, ...], role: Role) -> list[Option]:
    """Several countries: hyphenated before a noun, listed as a head; the United States are *US* in a row, the United
    Kingdom is *UK*."""
    short = [SHORT_NAMES.get(country.name, country.name) for country in row]
    full = [f"the {country.name}" if country.name in SHORT_NAMES else country.name for country in row]
    hyphenated = ["-".join(short)]
    listed = list(dict.fromkeys(f"{', '.join(names[:-1])} and {names[-1]}" for names in (full, short)))
    wordings = [*hyphenated, *listed[::-1]] if role is Role.MODIFIER else [*listed, *hyphenated]
    if len(row) == 2 and row[0].combining:
        wordings.append(f"{row[0].combining}-{row[1].adjective}")
    return [Option(text, 0.9 - 0.1 * place, WordSource.COUNTRY_CHARACTERS) for place, text in enumerate(wordings)]


def _numbered_options(unit: str) -> list[Option]:
    if year := YEAR.fullmatch(unit):
        return [Option(year[1], 0.9, WordSource.NUMBER)]
    if counted := COUNTED.fullmatch(unit):
        return _counted_parties(small_number(counted[1]), counted[2])
    if years := YEARS.fullmatch(unit):
        return [Option(f"{_cardinal(small_number(years[1]))}-year", 0.9, WordSource.NUMBER)]
    if ordinal := ORDINAL.fullmatch(unit):
        number = small_number(ordinal[1])
        return [Option(ORDINAL_ENGLISH[ordinal[2]].format(number), 0.9, WordSource.NUMBER)]
    return []


def _counted_parties(count: int, counter: str) -> list[Option]:
    source = WordSource.NUMBER
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
