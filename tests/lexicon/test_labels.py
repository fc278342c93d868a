from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest

from rnk_gloss.lexicon.labels import known_codes, labels, word_labels
from rnk_gloss.lexicon.priority import RARE_MARKS, USUALLY_KANA
from rnk_gloss.lexicon.source import installed_source
from rnk_gloss.lexicon.word_forms import IRREGULAR_SPELLINGS


def test_codes_are_read_when_all_are_known() -> None:
    assert known_codes("n, vi", "part of speech") == ("noun (common) (futsuumeishi)", "intransitive verb")
    assert known_codes("n,arch", "part of speech") == ()


def test_what_the_program_looks_for_has_a_code() -> None:
    assert {*RARE_MARKS, USUALLY_KANA} <= set(labels("mark").values())
    assert set(labels("spelling").values()) >= IRREGULAR_SPELLINGS


@pytest.mark.skipif(installed_source() is None, reason="needs the package jamdict-data")
@pytest.mark.parametrize("table", ["pos", "misc", "field", "KJI", "KNI", "NETransType"])
def test_the_wording_is_that_of_the_installed_data(table: str) -> None:
    with closing(sqlite3.connect(f"file:{installed_source()}?mode=ro&immutable=1", uri=True)) as connection:
        used = {text for (text,) in connection.execute(f"SELECT DISTINCT text FROM {table}")}
    known = labels("name") if table == "NETransType" else word_labels()
    assert used <= set(known.values())
