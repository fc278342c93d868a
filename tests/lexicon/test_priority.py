from __future__ import annotations

from pathlib import Path

import pytest

from rnk_gloss.lexicon.dictionary import DictionaryEntry, Lexicon, Sense
from rnk_gloss.lexicon.priority import form_merit, is_common, news_rank
from tests.small_lexicon import small_lexicon, word


def entry(*priority: str) -> DictionaryEntry:
    return DictionaryEntry(1, "語", "ご", priority, primary=True, senses=())


@pytest.mark.parametrize(
    ("priority", "rank", "common"),
    [
        pytest.param(("ichi1", "news1", "nf01"), 1, True, id="among the most frequent"),
        pytest.param(("news2", "nf34"), 34, False, id="in the second half of the newspaper words"),
        pytest.param(("spec1",), None, True, id="chosen by the editors"),
        pytest.param(("ichi2", "gai2"), None, False, id="second choice"),
        pytest.param((), None, False, id="no tags"),
    ],
)
def test_priority(priority: tuple[str, ...], rank: int | None, common: bool) -> None:
    assert news_rank(entry(*priority)) == rank
    assert is_common(entry(*priority)) is common


def test_the_bands_of_the_small_lexicon(lexicon: Lexicon) -> None:
    assert news_rank(lexicon.entries("停戦")[0]) == 6


PLAIN = Sense(("word",))
ARCHAIC = Sense(("word",), marks=("archaism",))


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        pytest.param(
            form_merit(("nf05",), primary=True, irregular=False, senses=[PLAIN]),
            form_merit(("nf06",), primary=True, irregular=False, senses=[PLAIN]),
            id="a more frequent word",
        ),
        pytest.param(
            form_merit(("nf48",), primary=True, irregular=False, senses=[PLAIN]),
            form_merit(("ichi2",), primary=True, irregular=False, senses=[PLAIN]),
            id="a word that newspapers use",
        ),
        pytest.param(
            form_merit(("ichi1",), primary=True, irregular=False, senses=[PLAIN]),
            form_merit(("ichi2",), primary=True, irregular=False, senses=[PLAIN]),
            id="a common word",
        ),
        pytest.param(
            form_merit(("ichi2",), primary=False, irregular=False, senses=[PLAIN]),
            form_merit((), primary=True, irregular=False, senses=[PLAIN]),
            id="a spelling with a tag before the usual one without",
        ),
        pytest.param(
            form_merit((), primary=True, irregular=False, senses=[PLAIN]),
            form_merit((), primary=False, irregular=False, senses=[PLAIN]),
            id="the usual spelling",
        ),
        pytest.param(
            form_merit((), primary=False, irregular=False, senses=[PLAIN]),
            form_merit((), primary=True, irregular=True, senses=[PLAIN]),
            id="a spelling that is not outdated",
        ),
        pytest.param(
            form_merit((), primary=True, irregular=False, senses=[ARCHAIC, PLAIN]),
            form_merit((), primary=True, irregular=False, senses=[ARCHAIC]),
            id="a word that is more than archaic",
        ),
    ],
)
def test_the_likelier_entry_has_the_smaller_merit(better: int, worse: int) -> None:
    assert better < worse


def test_a_rare_word_goes_behind_a_frequent_one_of_the_same_form(path: Path) -> None:
    with small_lexicon(
        path, [word("経済", "きょうざい", "governing"), word("経済", "けいざい", "economy", band=1)], []
    ) as small:
        assert [found.reading for found in small.entries("経済")] == ["けいざい", "きょうざい"]
