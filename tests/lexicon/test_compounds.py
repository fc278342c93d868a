from __future__ import annotations

from collections.abc import Iterable

import pytest

from rnk_gloss.lexicon.compound_alignment import CompoundWords
from rnk_gloss.lexicon.compounds import CompoundCorpus, fewest_units
from rnk_gloss.lexicon.dictionary import Sense
from rnk_gloss.lexicon.writer import Word, WordForm
from tests.small_lexicon import name, word

COMPOUNDS = [
    word("経済政策", "けいざいせいさく", "economic policy"),
    word("経済制裁", "けいざいせいさい", "economic sanctions"),
    word("経済協力", "けいざいきょうりょく", "economic cooperation"),
    word("外交政策", "がいこうせいさく", "foreign policy;diplomatic policy"),
    word("金融政策", "きんゆうせいさく", "monetary policy"),
    word("国際経済", "こくさいけいざい", "international economy;world economy"),
    word("地域経済", "ちいきけいざい", "regional economy"),
]


def learned(words: Iterable[Word]) -> dict[tuple[str, bool], CompoundWords]:
    corpus = CompoundCorpus()
    for each in words:
        corpus.add_word(each)
    return {(part.unit, part.head): part for part in corpus.learn(lambda _: None).words}


@pytest.mark.parametrize(
    ("unit", "head", "english"),
    [
        pytest.param("経済", False, "economic", id="a modifier is an adjective"),
        pytest.param("経済", True, "economy", id="the same unit as a head is a noun"),
        pytest.param("政策", True, "policy", id="a head"),
        pytest.param("制裁", True, "sanctions", id="what is left when the rest is explained"),
        pytest.param("金融", False, "monetary", id="seen once"),
    ],
)
def test_units_get_the_english_of_their_role(unit: str, head: bool, english: str) -> None:
    part = learned(COMPOUNDS)[unit, head]
    assert part.words[0][0] == english
    assert part.words[0][1] > 0.5


def test_a_unit_is_counted_in_every_gloss() -> None:
    assert learned(COMPOUNDS)["政策", True].seen == 4


def test_probabilities_fall_and_add_up_to_no_more_than_one() -> None:
    for part in learned(COMPOUNDS).values():
        probabilities = [probability for _, probability in part.words]
        assert probabilities == sorted(probabilities, reverse=True)
        assert 0 < sum(probabilities) <= 1.001


def test_parts_come_in_the_order_of_units_whatever_the_order_of_words() -> None:
    parts = learned(COMPOUNDS)
    assert list(parts) == sorted(parts)
    assert learned(COMPOUNDS[::-1]).keys() == parts.keys()


def test_long_compounds_are_also_read_as_dictionary_words() -> None:
    council = word("安全保障", "あんぜんほしょう", "security")
    parts = learned([*COMPOUNDS, council, word("安全保障政策", "あんぜんほしょうせいさく", "security policy")])
    assert parts["安全保障", False].words[0][0] == "security"


def test_only_nouns_teach() -> None:
    verb = Word(0, (WordForm("経済封鎖", "けいざいふうさ", primary=True),), (Sense(("to block",), ("Godan verb",)),))
    assert learned([verb]) == {}


def test_names_of_organisations_teach() -> None:
    corpus = CompoundCorpus()
    corpus.add_name(name("外務省", "がいむしょう", "Ministry of Foreign Affairs", types="organization"))
    assert {part.unit for part in corpus.learn(lambda _: None).words} == {"外務", "省"}


def test_full_width_forms_are_learned_as_they_are_looked_up() -> None:
    assert ("AI", False) in learned([word("ＡＩ政策", "エーアイせいさく", "AI policy")])


@pytest.mark.parametrize(
    ("pieces", "units"),
    [
        pytest.param(["安全", "保障", "政策"], ["安全保障", "政策"], id="joined at the beginning"),
        pytest.param(["国際", "平和", "維持"], ["国際", "平和維持"], id="joined at the end"),
        pytest.param(["安全", "保障"], ["安全", "保障"], id="never the whole"),
        pytest.param(["平和", "国家"], ["平和", "国家"], id="nothing to join"),
    ],
)
def test_fewest_units(pieces: list[str], units: list[str]) -> None:
    assert fewest_units(pieces, {"安全保障", "平和維持", "政策"}) == units


def test_nothing_is_learned_from_nothing() -> None:
    assert learned([]) == {}
