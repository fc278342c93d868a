from __future__ import annotations

from itertools import pairwise

import pytest

from rnk_gloss.lexicon.countries import (
    AMBIGUOUS_ROWS,
    GUARDED_ROWS,
    countries,
    country_in_english,
    country_named,
    country_of,
    is_ambiguous,
    members,
)


@pytest.mark.parametrize(
    ("shorthand", "names"),
    [
        ("日米韓", ["Japan", "United States", "South Korea"]),
        ("中露", ["China", "Russia"]),
        ("ロ朝", ["Russia", "North Korea"]),
        ("米ソ", ["United States", "Soviet Union"]),
        ("英仏独", ["United Kingdom", "France", "Germany"]),
        ("日米豪印", ["Japan", "United States", "Australia", "India"]),
        ("米欧", ["United States", "Europe"]),
        ("日土", ["Japan", "Turkey"]),
    ],
)
def test_a_shorthand_names_its_countries_in_order(shorthand: str, names: list[str]) -> None:
    found = members(shorthand)
    assert found is not None
    assert [country.name for country in found] == names


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("朝日", id="a newspaper and the morning sun"),
        pytest.param("中米", id="Central America"),
        pytest.param("欧米", id="the West"),
        pytest.param("台中", id="a city"),
        pytest.param("越中", id="a province"),
        pytest.param("ソロ", id="a solo"),
        pytest.param("土日", id="the weekend"),
        pytest.param("西日", id="the evening sun"),
        pytest.param("北米", id="North America"),
        pytest.param("日本", id="the country itself"),
        pytest.param("米", id="one country"),
        pytest.param("露ロ", id="one country twice"),
        pytest.param("米関係", id="more than countries"),
        pytest.param("日米韓中露英仏", id="too long a row"),
        pytest.param("", id="nothing"),
    ],
)
def test_what_is_no_shorthand(text: str) -> None:
    assert members(text) is None


def test_rows_that_are_words_too() -> None:
    assert is_ambiguous("日中")
    assert not is_ambiguous("日米")


def test_every_listed_row_is_a_shorthand() -> None:
    assert [row for row in sorted(GUARDED_ROWS | AMBIGUOUS_ROWS) if members(row) is None] == []


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Russia", "Russia"),
        ("Russian", "Russia"),
        ("Ukrainians", "Ukraine"),
        ("U.S.", "United States"),
        ("American", "United States"),
        ("British", "United Kingdom"),
        ("EU", "European Union"),
        ("Republic of Korea", "South Korea"),
    ],
)
def test_a_country_in_english(words: str, name: str) -> None:
    country = country_in_english(words)
    assert country is not None
    assert country.name == name


@pytest.mark.parametrize("word", ["us", "polish", "turkey", "china", "treaty", ""])
def test_a_common_word_is_no_country(word: str) -> None:
    assert country_in_english(word) is None


@pytest.mark.parametrize(
    ("japanese", "adjective"),
    [("米国", "American"), ("アメリカ", "American"), ("北朝鮮", "North Korean"), ("タイ", "Thai")],
)
def test_a_country_by_its_japanese_name(japanese: str, adjective: str) -> None:
    country = country_named(japanese)
    assert country is not None
    assert country.adjective == adjective


def test_a_character_names_a_country() -> None:
    russia = country_of("露")
    assert russia is not None
    assert russia is country_of("ロ")
    assert russia.combining == "Russo"
    assert country_of("本") is None


def test_no_name_and_no_character_belongs_to_two_countries() -> None:
    japanese = sorted(name for country in countries() for name in country.japanese)
    characters = sorted(character for country in countries() for character in country.characters)
    names = sorted(country.name for country in countries())
    for values in (japanese, characters, names):
        assert [first for first, second in pairwise(values) if first == second] == []
