"""Countries and world regions: their names, and the rows of single characters that stand for several (日米韓)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

# Characters that name a country only in the rows listed below: 土 and 西 are otherwise days and directions.
GUARDED_CHARACTERS = frozenset("西土波墨蒙葡普亜")
GUARDED_ROWS = frozenset(
    {
        "日西", "米西", "英西", "仏西", "日土", "露土", "ロ土", "米土", "日波", "独波", "日墨", "米墨", "日蒙", "中蒙",
        "露蒙", "ロ蒙", "日中蒙", "中露蒙", "中蒙露", "中ロ蒙", "日葡", "普仏", "普墺", "欧亜",
    }
)  # fmt: skip
# Rows of country characters that are always another word: regions, former provinces, cities, plants, things.
OTHER_WORDS = frozenset(
    {
        "朝日", "朝日台", "朝日蘭", "中米", "中欧", "欧米", "欧露", "欧ロ", "台中", "越中", "中泰", "伊蘭", "伊豆",
        "印加", "露台", "ソロ", "蘭印", "仏印", "蘭越", "英蘭", "越台", "伊加", "加比", "中加", "泰西", "比加",
    }
)  # fmt: skip
# Rows that are the countries in the news and an ordinary word elsewhere: daytime, morning dew, a region of Niigata, …
AMBIGUOUS_ROWS = frozenset(
    {"日中", "中日", "朝露", "中越", "中台", "米印", "露仏", "印欧", "日比", "日越", "中伊", "中印"}
)
LONGEST_ROW = 6


@dataclass(frozen=True, slots=True)
class Country:
    """A country, territory or world region: `name` and `adjective` in English, other English words for it or its
    people, its Japanese names (the usual one first), its one-character shorthands, and the form before a hyphen
    (*Sino* in *Sino-Russian*; empty when there is none)."""

    name: str
    adjective: str
    other_english: tuple[str, ...]
    japanese: tuple[str, ...]
    characters: str
    combining: str


@cache
def countries() -> tuple[Country, ...]:
    """All countries, territories and regions of the table, in its order."""
    text = files("rnk_gloss.lexicon").joinpath("countries.tsv").read_text(encoding="utf-8")
    return tuple(_country(line.split("\t")) for line in text.split("\n") if line and not line.startswith("#"))


def country_of(character: str) -> Country | None:
    """The country that one character stands for in a row of them (米: the United States); None for any other."""
    return _by_character().get(character)


def country_named(japanese: str) -> Country | None:
    """The country of a Japanese name, in any of its usual forms (米国, アメリカ); None when it is not in the table."""
    return _by_japanese_name().get(japanese)


def country_in_english(words: str) -> Country | None:
    """The country of an English name, adjective or people (*Russia*, *Russian*, *Russians*, *U.S.*); None for others.

    Capitals count: *US* is a country and *us* is not. An adjective that two countries share means the first.
    """
    return _by_english().get(words)


@lru_cache(4_096)
def members(shorthand: str) -> tuple[Country, ...] | None:
    """The countries of a row of two or more country characters, in its order: 日米韓 are three.

    None when the row is no such shorthand: it has another character or one country twice, or it is a word of its own
    (朝日, 中米, 欧米). `is_ambiguous` tells of those that can also be an ordinary word.
    """
    if not 2 <= len(shorthand) <= LONGEST_ROW or shorthand in OTHER_WORDS:
        return None
    if shorthand not in GUARDED_ROWS and not GUARDED_CHARACTERS.isdisjoint(shorthand):
        return None
    found = [country_of(character) for character in shorthand]
    named = tuple(country for country in found if country is not None)
    if len(named) < len(found) or len(set(named)) < len(named):
        return None
    return named


def is_ambiguous(shorthand: str) -> bool:
    """Whether a row that `members` takes for countries is an ordinary word too: 日中 is also *daytime*."""
    return shorthand in AMBIGUOUS_ROWS


def _country(columns: list[str]) -> Country:
    name, adjective, other, japanese, characters, combining = columns
    return Country(name, adjective, _several(other), _several(japanese), characters, combining)


def _several(column: str) -> tuple[str, ...]:
    return tuple(column.split("|")) if column else ()


@cache
def _by_character() -> dict[str, Country]:
    return {character: country for country in countries() for character in country.characters}


@cache
def _by_japanese_name() -> dict[str, Country]:
    return {name: country for country in countries() for name in country.japanese}


@cache
def _by_english() -> dict[str, Country]:
    return {
        words: country
        for country in reversed(countries())
        for words in (country.adjective, *country.other_english, country.name)
    }
