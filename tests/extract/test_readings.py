"""Readings of terms and where they come from."""

from __future__ import annotations

import pytest

from rnk_gloss.lexicon.dictionary import Lexicon
from rnk_gloss.model.entry import Origin
from tests.extract.texts import candidates


@pytest.mark.parametrize(
    ("line", "term", "reading", "origin"),
    [
        pytest.param("専門家パネルを置く。", "専門家パネル", "せんもんかぱねる", Origin.HOUSE_LIST, id="house list"),
        pytest.param("観測網整備案が出た。", "観測網整備案", "かんそくもうせいびあん", Origin.ANALYSER, id="analyser"),
        pytest.param(
            "白血球数を量る。",
            "白血球数",
            "はっけっきゅうすう",
            Origin.COMPOSITION,
            id="a listed word that the analyser cuts",
        ),
        pytest.param("2プラス2を開く。", "2プラス2", "つーぷらすつー", Origin.COMPOSITION, id="plus"),
        pytest.param("学術情報・技術協力局", "学術情報", "がくじゅつじょうほう", Origin.ANALYSER, id="a member"),
        pytest.param("白血球の数", "白血球", "はっけっきゅう", Origin.DICTIONARY, id="dictionary"),
        pytest.param("名刺の山名家（やまなけ）の城", "山名家", "やまなけ", Origin.GLOSS, id="gloss"),
        pytest.param("金正恩氏の発言", "金正恩", "きむじょんうん", Origin.HOUSE_LIST, id="full name"),
        pytest.param(
            "金正恩記念館を訪れた。", "金正恩記念館", "きむじょんうんきねんかん", Origin.COMPOSITION, id="a name inside"
        ),
        pytest.param("日韓の協議", "日韓", "にっかん", Origin.DICTIONARY, id="countries"),
        pytest.param("日米韓の協議", "日米韓", "にちべいかん", Origin.DICTIONARY, id="three countries"),
        pytest.param("半導体装置", "半導体装置", "はんどうたいそうち", Origin.ANALYSER, id="compound"),
    ],
)
def test_reading_and_origin(line: str, term: str, reading: str, origin: Origin, lexicon: Lexicon) -> None:
    found = candidates(lexicon, line)[term]
    assert (found.reading, found.reading_origin) == (reading, origin)
