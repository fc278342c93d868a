"""What two texts teach about their words when there is no dictionary."""

from __future__ import annotations

import random
from collections.abc import Iterator

import numpy as np
import pytest

from rnk_gloss.align.alignment import align_sentences
from rnk_gloss.align.cooccurrence import cooccurrence
from rnk_gloss.align.learning import learned
from rnk_gloss.align.omissions import Omissions
from rnk_gloss.align.path import Step
from rnk_gloss.align.shapes import Shape
from rnk_gloss.align.sparse import Rows, rows_of
from rnk_gloss.align.text_pair import TextPair, text_pair
from rnk_gloss.align.windows import path
from rnk_gloss.lexicon.dictionary import Lexicon
from tests.small_lexicon import small_lexicon

ACTORS = {
    "政府": "The government",
    "議会": "Parliament",
    "専門家": "Experts",
    "首相": "The premier",
    "野党": "Opponents",
}
ACTS = {"支持": "supported", "批判": "criticised", "延期": "postponed", "検討": "examined", "拒否": "rejected"}
MATTERS = {
    "条約": "the treaty",
    "制裁": "the sanctions",
    "予算": "the budget",
    "同盟": "the alliance",
    "法案": "the bill",
}


def made_up(count: int) -> tuple[list[str], list[str]]:
    """Sentences of much the same length that only their words tell apart."""
    chance = random.Random(3)
    source, target = [], []
    for _ in range(count):
        (actor, who), (act, did), (matter, what) = (
            chance.choice(list(words.items())) for words in (ACTORS, ACTS, MATTERS)
        )
        source.append(f"{actor}は{matter}を{act}した。")
        target.append(f"{who} {did} {what}.")
    return source, target


def prepared(source: list[str], target: list[str], lexicon: Lexicon) -> TextPair:
    return text_pair(
        source,
        target,
        lexicon,
        source_breaks=(),
        target_breaks=(),
        known_pairs=(),
        omission=Omissions.SOME.cost,
    )


def best_translations(pair: TextPair) -> dict[str, str]:
    table = pair.costs.onward.table
    found = {}
    for number, word in enumerate(pair.source_vocabulary):
        cells = range(table.starts[number], table.starts[number + 1])
        if cells:
            best = max(cells, key=lambda cell: float(table.weights[cell]))
            found[word.form] = pair.target_vocabulary[table.columns[best]][0].key
    return found


def test_words_are_learned_from_sentences_that_their_lengths_pair() -> None:
    pair = learned(prepared(*made_up(80), Lexicon.none()), path)
    meanings = best_translations(pair)
    expected = {"条約": "treat", "予算": "budget", "専門家": "expert", "支持": "suppor", "延期": "postpo"}
    assert {form: meanings.get(form) for form in expected} == expected


@pytest.mark.parametrize("missing", [range(20, 21), range(40, 43), range(2)])
def test_learned_words_find_the_sentences_that_were_left_out(missing: range) -> None:
    source, target = made_up(80)
    kept = [sentence for place, sentence in enumerate(target) if place not in missing]
    beads = align_sentences(source, kept, lexicon=Lexicon.none())
    assert [bead.source_indices for bead in beads if not bead.target_indices] == [(place,) for place in missing]
    kinds = {evidence.kind for bead in beads for evidence in bead.evidence}
    assert "learned from the texts" in kinds
    assert "dictionary" not in kinds


def test_a_text_of_a_few_sentences_teaches_nothing() -> None:
    source, target = (
        ["政府は条約を支持した。", "議会は予算を拒否した。"],
        ["The government backed a pact.", "Parliament said no."],
    )
    assert best_translations(learned(prepared(source, target, Lexicon.none()), path)) == {}


@pytest.fixture
def lexicon(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lexicon]:
    with small_lexicon(tmp_path_factory.mktemp("lexicon") / "lexicon.sqlite") as opened:
        yield opened


def test_nothing_is_learned_where_a_dictionary_helps(lexicon: Lexicon) -> None:
    pair = prepared(*made_up(20), lexicon)
    assert learned(pair, path) is pair


def test_numbers_stay_nearly_certain_beside_what_is_learned() -> None:
    source, target = made_up(40)
    source = [f"{sentence[:-1]}、{1000 + place % 20}回目だ。" for place, sentence in enumerate(source)]
    target = [f"{sentence[:-1]} for time {1000 + place % 20}." for place, sentence in enumerate(target)]
    pair = prepared(source, target, Lexicon.none())
    table = learned(pair, path).costs.onward.table
    number = [word.form for word in pair.source_vocabulary].index("number:1005")
    assert table.weights[table.starts[number] : table.starts[number + 1]].max() == pytest.approx(0.9)


def rows(sentences: list[list[int]]) -> Rows:
    cells = [(row, word) for row, sentence in enumerate(sentences) for word in sentence]
    places, words = np.array(cells, np.int64).reshape(-1, 2).T
    return rows_of(len(sentences), places, words, np.ones(len(words)))


def test_what_one_word_explains_is_not_explained_by_its_neighbour_too() -> None:
    """0 goes with 0 alone three times, so beside 1 it leaves 1 to 1."""
    source = target = rows([[0], [0], [0], [0, 1], [0, 1], [0, 1]])
    found = cooccurrence(source, target, [Step(place, place, Shape(1, 1), 0.99) for place in range(6)])
    assert found is not None
    table = found.translations(rows([[], []]), (np.full(2, 0.01), np.full(2, 0.01)))
    assert [table.row(range(word, word + 1)).tolist() for word in (0, 1)] == [[0], [1]]


def test_words_that_stand_once_teach_nothing() -> None:
    side = rows([[0, 1], [0, 2]])
    found = cooccurrence(side, side, [Step(place, place, Shape(1, 1), 0.99) for place in range(2)])
    assert found is not None
    assert (found.sources.tolist(), found.targets.tolist()) == ([0], [0])
    assert cooccurrence(rows([[1], [2]]), side, [Step(0, 0, Shape(1, 1), 0.99)]) is None
