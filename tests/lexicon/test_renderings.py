from __future__ import annotations

from pathlib import Path

import pytest

from rnk_gloss.lexicon.dictionary import Lexicon, Sense
from rnk_gloss.lexicon.renderings import ranked_renderings
from rnk_gloss.lexicon.writer import Word, WordForm
from tests.small_lexicon import NOUN, name, small_lexicon, word


def test_glosses_come_in_their_order_and_clean(lexicon: Lexicon) -> None:
    renderings = ranked_renderings(lexicon, "大統領")
    assert [rendering.text for rendering in renderings] == ["president", "boss"]
    assert (renderings[0].score, renderings[0].kind, renderings[0].reading) == (1.0, "word", "だいとうりょう")
    assert renderings[0].number == lexicon.entries("大統領")[0].number


def test_a_name_gives_its_letters(lexicon: Lexicon) -> None:
    (kim,) = ranked_renderings(lexicon, "金正恩")
    assert (kim.text, kim.kind, kim.number) == ("Kim Jong-un", "name", 0)
    assert kim.score > 0.9


def test_an_unknown_form_has_none(lexicon: Lexicon) -> None:
    assert ranked_renderings(lexicon, "見知らぬ語") == ()
    assert ranked_renderings(Lexicon.none(), "条約") == ()


def test_equal_wordings_come_once(path: Path) -> None:
    words = [word("訪", "ほう", "Visit;visit", "visit;call")]
    with small_lexicon(path, words, [name("訪", "ほう", "Visit")]) as lexicon:
        assert [rendering.text for rendering in ranked_renderings(lexicon, "訪")] == ["Visit", "call"]


def sense_word(form: str, *senses: Sense) -> Word:
    return Word(0, (WordForm(form, "よみ", ("news1", "nf05"), primary=True),), senses)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        pytest.param(
            Sense(("old",), (NOUN,), ("obsolete term",)), Sense(("new",), (NOUN,)), id="an obsolete sense goes back"
        ),
        pytest.param(
            Sense(("bunt",), (NOUN,), (), ("baseball",)), Sense(("spread",), (NOUN,)), id="so does a sense of baseball"
        ),
        pytest.param(
            Sense(("suddenly",), ("adverb (fukushi)",)),
            Sense(("haste",), (NOUN,)),
            id="so does an adverb in a glossary",
        ),
        pytest.param(
            Sense(("to run",), ("Godan verb with 'ru' ending",)), Sense(("run",), (NOUN,)), id="so does a verb"
        ),
    ],
)
def test_an_unlikely_sense_goes_behind_a_likely_one(path: Path, first: Sense, second: Sense) -> None:
    with small_lexicon(path, [sense_word("語", first, second)], []) as lexicon:
        texts = [rendering.text for rendering in ranked_renderings(lexicon, "語")]
    assert texts == [*second.glosses, *first.glosses]


def test_a_field_of_public_affairs_is_no_reason_against_a_sense(path: Path) -> None:
    senses = Sense(("theatre",), (NOUN,), (), ("military",)), Sense(("stage",), (NOUN,))
    with small_lexicon(path, [sense_word("舞台", *senses)], []) as lexicon:
        assert [rendering.text for rendering in ranked_renderings(lexicon, "舞台")] == ["theatre", "stage"]


def test_a_word_goes_before_a_surname_and_behind_it_where_a_name_is_meant(path: Path) -> None:
    with small_lexicon(
        path, [word("トーチ", "トーチ", "torch")], [name("トーチ", "トーチ", "Toch", types="surname")]
    ) as lexicon:
        assert [rendering.text for rendering in ranked_renderings(lexicon, "トーチ")] == ["torch", "Toch"]
        assert [rendering.text for rendering in ranked_renderings(lexicon, "トーチ", as_name=True)] == ["Toch", "torch"]


def test_a_place_of_the_same_kanji_goes_behind_the_word(path: Path) -> None:
    with small_lexicon(path, [word("平和", "へいわ", "peace;harmony")], [name("平和", "へいわ", "Heiwa")]) as lexicon:
        assert [rendering.text for rendering in ranked_renderings(lexicon, "平和")] == ["peace", "harmony", "Heiwa"]


def test_a_surname_in_kanji_scores_low_by_itself(path: Path) -> None:
    names = [name("青木", "あおき", "Aoki", types="surname"), name("青木", "あおき", "Aoki Town", types="place")]
    with small_lexicon(path, [], names) as lexicon:
        town, family = ranked_renderings(lexicon, "青木")
    assert (town.text, family.text) == ("Aoki Town", "Aoki")
    assert family.score < 0.4 < town.score


def test_japanese_names_lose_the_length_of_their_vowels(path: Path) -> None:
    names = [
        name("佐藤", "さとう", "Satou", types="surname"),
        name("周恩来", "しゅうおんらい", "Zhou Enlai", types="person"),
    ]
    with small_lexicon(path, [], names) as lexicon:
        assert [rendering.text for rendering in ranked_renderings(lexicon, "佐藤")] == ["Sato", "Satou"]
        assert [rendering.text for rendering in ranked_renderings(lexicon, "周恩来")] == ["Zhou Enlai"]


def test_scores_lie_between_zero_and_one_and_fall(lexicon: Lexicon) -> None:
    for number in range(1, lexicon.word_count + 1):
        for form in lexicon.forms(number):
            scores = [rendering.score for rendering in ranked_renderings(lexicon, form)]
            assert scores == sorted(scores, reverse=True)
            assert all(0 < score <= 1 for score in scores)
