"""Readings of terms and where they come from."""

from __future__ import annotations

import pytest

from rnk_gloss.lexicon.dictionary import Lexicon
from rnk_gloss.model.entry import Origin
from tests.extract.texts import candidates


@pytest.mark.parametrize(
    ("line", "term", "reading", "origin"),
    [
        pytest.param("専門家パネルを置く。", "専門家パネル", "せんもんかぱねる", Origin.ANALYSER, id="analyser"),
        pytest.param("気候変動の影響", "気候変動", "きこうへんどう", Origin.DICTIONARY, id="dictionary"),
        pytest.param("名刺の山名家（やまなけ）の城", "山名家", "やまなけ", Origin.GLOSS, id="gloss"),
        pytest.param("金正恩氏の発言", "金正恩", "きむじょんうん", Origin.DICTIONARY, id="full name"),
        pytest.param(
            "金正恩記念館を訪れた。", "金正恩記念館", "きむじょんうんきねんかん", Origin.ANALYSER, id="a name inside"
        ),
        pytest.param("日韓の協議", "日韓", "にっかん", Origin.DICTIONARY, id="countries"),
        pytest.param("日米韓の協議", "日米韓", "にちべいかん", Origin.DICTIONARY, id="three countries"),
        pytest.param("半導体装置", "半導体装置", "はんどうたいそうち", Origin.ANALYSER, id="compound"),
    ],
)
def test_reading_and_origin(line: str, term: str, reading: str, origin: Origin, lexicon: Lexicon) -> None:
    found = candidates(lexicon, line)[term]
    assert (found.reading, found.reading_origin) == (reading, origin)
