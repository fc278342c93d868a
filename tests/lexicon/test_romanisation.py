from __future__ import annotations

import pytest

from rnk_gloss.lexicon.romanisation import without_length


@pytest.mark.parametrize(
    ("name", "reading", "expected"),
    [
        pytest.param("Satou", "さとう", "Sato", id="ou"),
        pytest.param("Oosaka", "おおさか", "Osaka", id="oo"),
        pytest.param("Yuuki", "ゆうき", "Yuki", id="uu"),
        pytest.param("Kyoujou", "きょうじょう", "Kyojo", id="contracted sounds"),
        pytest.param("Hokkaidou", "ほっかいどう", "Hokkaido", id="a doubled consonant"),
        pytest.param("Shinnou", "しんのう", "Shinno", id="a long no"),
        pytest.param("Inoue", "いのうえ", "Inoue", id="ue is a word of its own"),
        pytest.param("Kawanouchi", "かわのうち", "Kawanouchi", id="uchi is a word of its own"),
        pytest.param("Zhou Enlai", "しゅうおんらい", "Zhou Enlai", id="not the letters of the reading"),
        pytest.param("Moulin", "ムーラン", "Moulin", id="read in katakana"),
        pytest.param("Shinzō", "しんぞう", "Shinzo", id="a macron"),
        pytest.param("Rémi", "レミ", "Rémi", id="another accent"),
        pytest.param("Satou", "", "Satou", id="no reading"),
        pytest.param("Yuuichirō", "ゆういちろう", "Yuichiro", id="長音の書き方が二通り"),
        pytest.param("Ōno", "おおの", "Ono", id="おお"),
        pytest.param("Kōbē", "こうべえ", "Kobe", id="ほかの母音"),
    ],
)
def test_without_length(name: str, reading: str, expected: str) -> None:
    assert without_length(name, reading) == expected
