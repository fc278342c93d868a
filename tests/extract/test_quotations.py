"""Quoted terms and quoted sentences."""

from __future__ import annotations

import pytest

from rnk_gloss.lexicon.dictionary import Lexicon
from tests.extract.texts import candidates


@pytest.mark.parametrize(
    ("sentence", "term"),
    [
        pytest.param("政府は「自由で公正な貿易」を掲げた。", "自由で公正な貿易", id="a formula"),
        pytest.param("いわゆる『戦略なき援助』だ。", "戦略なき援助", id="classical form"),
        pytest.param("首相は「平和の海」構想を語った。", "平和の海", id="noun with の"),
    ],
)
def test_a_short_nominal_quotation_is_a_candidate(sentence: str, term: str, lexicon: Lexicon) -> None:
    found = candidates(lexicon, sentence)
    assert term in found
    assert "quotation" in {evidence.kind for evidence in found[term].evidence}


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("外相は「直ちに検討する」と答えた。", id="a verb"),
        pytest.param("市長は「とても残念だ」と述べた。", id="a predicate"),
        pytest.param("「最も重い責任」とされた。", id="a superlative"),
        pytest.param("「史上最も重い責任」とされた。", id="a superlative inside"),
        pytest.param("議員は「条約に反対」と書いた。", id="a clause that ends with a noun"),
    ],
)
def test_a_quoted_sentence_is_none(sentence: str, lexicon: Lexicon) -> None:
    quoted = sentence[sentence.index("「") + 1 : sentence.index("」")]
    assert quoted not in candidates(lexicon, sentence)
