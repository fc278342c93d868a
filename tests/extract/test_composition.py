"""English composed of a term's parts: units, their wordings, their order."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

import pytest

from rnk_gloss.extract.analysis import words_of
from rnk_gloss.extract.composition import Composer
from rnk_gloss.extract.fixed_units import Role
from rnk_gloss.extract.knowledge import Knowledge
from rnk_gloss.extract.names_by_sound import NamesBySound
from rnk_gloss.extract.renderings import Renderer
from rnk_gloss.lexicon.dictionary import Lexicon
from rnk_gloss.lexicon.learned import PartPhrases
from tests.extract.conftest import NAMES, WORDS
from tests.small_lexicon import common_names, common_words, small_lexicon, word

MORE_WORDS = (
    word("切れ", "きれ", "piece;slice;strip"),
    word("版", "はん", "edition;version"),
    word("寄り", "より", "having a tendency towards;being close to"),
    word("無人機", "むじんき", "drone;unmanned aerial vehicle"),
    word("期限", "きげん", "term;time limit", band=4),
    word("カ", "か", "mosquito"),
    word("会議", "かいぎ", "conference;council", band=1, parts="S"),
    word("西海岸", "にしかいがん", "west coast"),
    word("両", "りょう", "both"),
    word("対中", "たいちゅう", "relating to China"),
    word("象徴", "しょうちょう", "symbol"),
    word("主義", "しゅぎ", "doctrine;principle"),
    word("公平", "こうへい", "fair"),
    word("語", "ご", "language;word"),
)


class Learned(Lexicon):
    """The small dictionary with what a large one would have taught: English by role, and neighbours."""

    parts: ClassVar = {
        ("拡散", True): (9.0, (("proliferation", 0.8), ("diffusion", 0.1))),
        ("核", False): (20.0, (("nuclear", 0.95),)),
        ("核", True): (20.0, (("nucleus", 0.9),)),
        ("報告", True): (12.0, (("report", 0.9),)),
        ("選挙", False): (12.0, (("electoral", 0.7), ("election", 0.2))),
    }
    phrases: ClassVar = {
        ("主義", True): PartPhrases(40, (("", 30), ("principle", 4)), ((">ism", 20),)),
        ("不", False): PartPhrases(40, (("", 20),), (("un+", 20),)),
        ("語", True): PartPhrases(60, (("", 42), ("language", 8))),
        ("芳香族", False): PartPhrases(6, (("aromatic", 5),)),
    }
    pairs: ClassVar = {
        ("coastal", "council"): 9,
        ("climate", "report"): 9,
        ("report", "of"): 3,
        ("proliferation", "of"): 8,
        ("^", "proliferation"): 6,
    }
    words: ClassVar = {"report": 30, "proliferation": 10}

    def compound_words(self, unit: str, *, head: bool) -> tuple[float, tuple[tuple[str, float], ...]]:
        return self.parts.get((unit, head), (0.0, ()))

    def compound_phrases(self, unit: str, *, head: bool) -> PartPhrases:
        seen, words = self.parts.get((unit, head), (0.0, ()))
        phrases = tuple((word, round(share * seen)) for word, share in words)
        return self.phrases.get((unit, head), PartPhrases(int(seen), phrases))

    def neighbours(self, first: str, second: str) -> int:
        return self.pairs.get((first, second), 0)

    def frequency(self, word: str) -> int:
        return self.words.get(word, 0)


def written(tmp_path_factory: pytest.TempPathFactory) -> Lexicon:
    path = tmp_path_factory.mktemp("composition") / "lexicon"
    return small_lexicon(path, [*common_words(), *WORDS, *MORE_WORDS], [*common_names(), *NAMES])


@pytest.fixture(scope="module")
def lexicon(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lexicon]:
    with written(tmp_path_factory) as opened:
        yield opened


@pytest.fixture(scope="module")
def learned(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lexicon]:
    with written(tmp_path_factory) as opened:
        assert opened.path is not None
        with Learned.open(opened.path) as taught:
            yield taught


def phrases(lexicon: Lexicon, form: str, glossary: dict[str, tuple[str, ...]] | None = None) -> list[str]:
    knowledge = Knowledge(lexicon)
    renderer = Renderer(knowledge, glossary or {}, NamesBySound(lexicon, ()))
    return [phrase.text for phrase in Composer(renderer, knowledge).phrases(tuple(words_of(form, knowledge)))]


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        pytest.param("包括的戦略ポポロン条約", [], id="a part without English"),
        pytest.param("包括的戦略条約", ["comprehensive strategic treaty"], id="的 and an adjective"),
        pytest.param(
            "装置参戦条項", ["equipment war participation clause"], id="a gloss turned to stand before a noun"
        ),
        pytest.param("半導体パネル", ["semiconductor panel", "panel of semiconductor"], id="both orders"),
        pytest.param("人民憲章第51条", ["Article 51 of the people charter"], id="an article of a treaty"),
        pytest.param("対ロシア貿易", ["trade with Russia"], id="対 by its head"),
        pytest.param("対中貿易", ["trade with China"], id="対 and a country's character in one word"),
        pytest.param("対ロシア選挙", ["election against Russia"], id="対 before any other head"),
        pytest.param("ロシア侵攻", ["invasion of Russia", "Russian invasion"], id="an act of or on a country"),
        pytest.param("六者装置", ["six-party equipment"], id="counted parties"),
        pytest.param("日米韓軍事選挙", ["Japan-US-South Korea military election"], id="countries before a noun"),
        pytest.param(
            "日米貿易選挙",
            ["Japan-US trade election", "trade election between Japan and the United States"],
            id="between countries",
        ),
        pytest.param("ロシア選挙", ["Russian election"], id="a country's adjective"),
        pytest.param("沿岸政策", ["coastal policy"], id="a short word has a short wording"),
        pytest.param("平和なき条約", [], id="a phrase with particles"),
        pytest.param("反政府組織", ["anti-government organization"], id="a prefix"),
        pytest.param("半導体・気候政策", ["semiconductor and climate policy"], id="a middle dot"),
        pytest.param("気候協定", ["climate agreement", "agreement on climate"], id="a treaty's orders"),
        pytest.param(
            "平和相互援助条約",
            ["peace mutual assistance treaty", "treaty of peace and mutual assistance"],
            id="what a treaty is about",
        ),
        pytest.param("ロシア北東部", ["northeastern Russia"], id="a part of a country"),
        pytest.param("西海岸寄り", ["pro-west coast"], id="a suffix that goes before"),
        pytest.param("期限切れ", ["expiry of term"], id="a suffix and not the word written alike"),
        pytest.param("ロシア製無人機", ["Russian-made drone"], id="a suffix inside"),
        pytest.param("協定2024年版", ["agreement 2024 edition"], id="a year"),
        pytest.param("火星12カ", [], id="one letter of kana is a label"),
        pytest.param("関係省庁会議", ["relevant ministries conference"], id="a part that the dictionary renders badly"),
    ],
)
def test_phrases(form: str, expected: list[str], lexicon: Lexicon) -> None:
    found = phrases(lexicon, form)
    assert set(expected) <= set(found)
    assert found[:1] == expected[:1]


@pytest.mark.parametrize(
    ("form", "plain", "taught"),
    [
        pytest.param("兵器拡散", "weapon scattering", "proliferation of weapon", id="a word that the entry lacks"),
        pytest.param("核政策", "nucleus policy", "nuclear policy", id="an adjective before a noun"),
        pytest.param("選挙政策", "election policy", "electoral policy", id="the likelier of two words"),
        pytest.param("沿岸会議", "coastal conference", "coastal council", id="known neighbours"),
    ],
)
def test_compounds_of_the_dictionary_teach_the_english_of_parts(
    form: str, plain: str, taught: str, lexicon: Lexicon, learned: Lexicon
) -> None:
    assert phrases(lexicon, form)[0] == plain
    assert phrases(learned, form)[0] == taught


@pytest.mark.parametrize(
    ("form", "first", "among"),
    [
        pytest.param("ロシア語", "Russian language", "Russian", id="a part without a word of its own"),
        pytest.param("象徴主義", "symbolism", "symbol principle", id="an ending on the neighbour's English"),
        pytest.param("不公平", "unfair", "fair", id="a prefix of the neighbour's English"),
        pytest.param("芳香族装置", "aromatic equipment", "", id="two pieces that only compounds have as a word"),
    ],
)
def test_compounds_teach_how_english_is_built(form: str, first: str, among: str, learned: Lexicon) -> None:
    found = phrases(learned, form)
    assert found[0] == first
    assert among in ["", *found]


def test_a_part_has_other_english_as_head(learned: Lexicon) -> None:
    knowledge = Knowledge(learned)
    renderer = Renderer(knowledge, {}, NamesBySound(learned, ()))
    assert renderer.options("核", Role.MODIFIER)[0].text == "nuclear"
    assert renderer.options("核", Role.HEAD)[0].text == "nucleus"


def test_a_term_of_the_glossary_is_one_part(lexicon: Lexicon) -> None:
    assert phrases(lexicon, "安全装置政策", {"安全装置": ("safety gear",)})[0] == "safety gear policy"


def test_no_wording_repeats_a_word(lexicon: Lexicon) -> None:
    found = phrases(lexicon, "安全保障安全政策")
    assert "security safety policy" in found
    assert found.index("security safety policy") < len(found)
    assert "security security policy" not in found[:2]
