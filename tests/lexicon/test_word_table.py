from __future__ import annotations

from pathlib import Path

import pytest

from rnk_gloss.errors import InputError
from rnk_gloss.lexicon import source_stream
from rnk_gloss.lexicon.dictionary import Sense
from rnk_gloss.lexicon.word_table import WordTable
from rnk_gloss.lexicon.writer import Word, WordForm
from tests.lexicon.dictionary_texts import TABLE, written
from tests.lexicon.small_source import NOUN


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(TABLE, id="csv-with-header"),
        pytest.param("協定,きょうてい,agreement;accord,n;noun or participle which takes the aux. verb suru\r\n"
                     "エービー,,AB\r\n", id="csv"),
        pytest.param("\ufeff協定\tきょうてい\tagreement; accord\tn,vs\nエービー\tエービー\tAB\n",
                     id="tsv-with-byte-order-mark"),
        pytest.param("English,日本語,品詞,読み\nagreement ; accord,協定,\"n,vs\",きょうてい\nAB,エービー\n",
                     id="columns-in-another-order"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("packed", [False, True], ids=["plain", "gzip"])
def test_rows_are_words(tmp_path: Path, text: str, packed: bool) -> None:
    treaty, letters = WordTable(written(tmp_path / "words", text, packed=packed)).words()
    assert treaty.senses == (
        Sense(("agreement", "accord"), (NOUN, "noun or participle which takes the aux. verb suru")),
    )
    assert treaty.forms == (
        WordForm("協定", "きょうてい", primary=True),
        WordForm("きょうてい", "きょうてい"),
    )
    assert letters.forms == (WordForm("エービー", "エービー", primary=True),)


def test_a_word_with_kanji_need_not_have_a_reading(tmp_path: Path) -> None:
    (word,) = WordTable(written(tmp_path / "words", "協定,,agreement\n")).words()
    assert word.forms == (WordForm("協定", "", primary=True),)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        pytest.param("協定,きょうてい,agreement\n停戦,ていせん\n", ":2: no English", id="no-english"),
        pytest.param(",きょうてい,agreement\n", ":1: no Japanese", id="no-japanese"),
        pytest.param("agreement,きょうてい,協定\n", "the other way round", id="columns-exchanged"),
        pytest.param("japanese,reading\n協定,きょうてい\n", ":1: .* none is english", id="header-without-english"),
        pytest.param('協定,きょうてい,"agreement\n停戦,ていせん,truce\n', ":1: not a row", id="open-quotation-mark"),
        pytest.param("協定,きょうてい,agree\x07ment\n", ":1: a control character", id="control-character"),
        pytest.param(f"協定,きょうてい,{'x' * 2001}\n", ":1: a cell is longer", id="long-cell"),
    ],
)
def test_rows_that_are_none(tmp_path: Path, text: str, message: str) -> None:
    path = written(tmp_path / "words.csv", text)
    with pytest.raises(InputError, match=message) as refusal:
        list(WordTable(path).words())
    assert str(path) in refusal.value.message


def test_a_row_without_end_does_not_fill_the_memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(source_stream, "MOST_BYTES_OF_ENTRY", 300_000)
    path = written(tmp_path / "words.csv", "協定,きょうてい,agreement\n" * 15_000 + '"x\n",' * 100_000)
    read: list[Word] = []
    with pytest.raises(InputError, match="an entry of more than"):
        read.extend(WordTable(path).words())
    assert len(read) == 15_000
