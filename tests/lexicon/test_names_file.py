from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from rnk_gloss.lexicon.names_file import learn_spellings, names_of_types
from tests.small_lexicon import name, small_lexicon

NAMES = [
    name("山田太郎", "やまだたろう", "Yamada Tarou", types="person"),
    name("外務省", "がいむしょう", "Ministry of Foreign Affairs", "MOFA", types="organization"),
    name("ソビエト", "ソビエト", "Soviet", types="place"),
    name("プラウダ", "プラウダ", "Pravda", types="place product"),
]


@pytest.mark.parametrize(
    ("types", "forms"),
    [
        pytest.param({"organization", "product"}, ["外務省", "プラウダ"], id="any of a name's types"),
        pytest.param({"work"}, [], id="no name is of the type"),
    ],
)
def test_names_of_types_are_given_in_the_order_of_the_dictionary(path: Path, types: set[str], forms: list[str]) -> None:
    small_lexicon(path, [], NAMES).close()
    found = list(names_of_types(path, frozenset(types)))
    assert found == [entry for entry in NAMES if entry.form in forms]


def test_spellings_are_learned_from_names_in_katakana(path: Path) -> None:
    small_lexicon(path, [], NAMES).close()
    learn_spellings(path)
    with closing(sqlite3.connect(path)) as connection:
        sounds = {sounds for (sounds,) in connection.execute("SELECT sounds FROM spelling")}
    assert {"プ", "ソ"} <= {sound[:1] for sound in sounds}
    assert not any("や" in sound or "ヤ" in sound for sound in sounds)
