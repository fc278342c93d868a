"""The table of translations of one document."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest

from rnk_gloss.align.english_words import target_words
from rnk_gloss.align.japanese_words import source_words
from rnk_gloss.align.sparse import rows_of
from rnk_gloss.align.translations import reversed_table, translation_table
from rnk_gloss.align.vocabulary import number_source, number_target
from rnk_gloss.lexicon.dictionary import Lexicon
from tests.small_lexicon import small_lexicon


@pytest.fixture(scope="module")
def lexicon(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lexicon]:
    with small_lexicon(tmp_path_factory.mktemp("lexicon") / "lexicon.sqlite") as opened:
        yield opened


def translations(japanese: str, english: str, lexicon: Lexicon) -> dict[str, dict[str, float]]:
    """The translations of each Japanese word that has one."""
    _, source = number_source([source_words(japanese)])
    _, target = number_target([target_words(english)])
    table = translation_table(source, target, lexicon)
    found: dict[str, dict[str, float]] = {}
    for number, word in enumerate(source):
        for cell in range(table.starts[number], table.starts[number + 1]):
            found.setdefault(word.form, {})[target[table.columns[cell]][0].key] = float(table.weights[cell])
    return found


@pytest.mark.parametrize(
    ("japanese", "english", "words"),
    [
        pytest.param("条約", "the treaties", {"条約": {"treat"}}, id="gloss and inflected word"),
        pytest.param("米国", "American sanctions", {"米国": {"country:United States"}}, id="country"),
        pytest.param("ベラルーシ", "the Belarusian army", {"ベラルーシ": {"country:Belarus"}}, id="no gloss"),
        pytest.param("米が支援", "U.S. aid", {"米": {"country:United States"}, "支援": {"aid"}}, id="one character"),
        pytest.param(
            "日米", "Japan and the United States",
            {"日米": {"country:Japan", "country:United States"}}, id="a row of countries",
        ),
        pytest.param("日中", "Japan in the daytime", {}, id="a row that may be another word"),
        pytest.param("3割", "30 percent", {"percent:30": {"percent:30"}}, id="tenths and percent"),
        pytest.param("9月", "in September", {"month:9": {"month:9"}}, id="month"),
        pytest.param("NATOの¥", "NATO and yen", {"NATO": {"nato"}, "yen": {"yen"}}, id="Latin letters and signs"),
        pytest.param("グリーンさん", "Mr. Green", {"グリーン": {"green"}}, id="a name by its sound"),
        pytest.param("霧", "the treaty", {}, id="nothing known"),
    ],
)  # fmt: skip
def test_what_a_word_can_be_in_a_document(
    lexicon: Lexicon, japanese: str, english: str, words: dict[str, set[str]]
) -> None:
    found = translations(japanese, english, lexicon)
    assert {form: set(keys) for form, keys in found.items() if form in words or not words} == words


def test_shared_words_are_nearly_certain_and_glosses_keep_some_doubt(lexicon: Lexicon) -> None:
    found = translations("条約は3件ある。", "3 treaties", lexicon)
    assert found["number:3"]["number:3"] == pytest.approx(0.9)
    assert 0 < found["条約"]["treat"] < 0.7


def test_the_reversed_table_shares_out_each_target_word() -> None:
    table = rows_of(3, np.array([0, 1, 2]), np.array([0, 0, 1]), np.array([0.5, 0.5, 0.1]))
    reverse = reversed_table(table, np.array([0.4, 0.1, 0.5]), 2)
    first, second = reverse.row(range(1)), reverse.row(range(1, 2))
    assert (first.tolist(), second.tolist()) == ([0, 1], [2])
    # Twice as much for a word four times as frequent; together no more than the best translation allows.
    assert reverse.weights[:2].tolist() == pytest.approx([0.7 * 2 / 3, 0.7 / 3])
    assert reverse.weights[2] == pytest.approx(0.22)
