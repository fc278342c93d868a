from __future__ import annotations

import re

import pytest

from rnk_gloss.text.readings import romaji
from rnk_gloss.text.sound_patterns import sound_patterns


def sounds_like(typed: str, reading: str) -> bool:
    patterns = sound_patterns(typed).whole()
    return any(
        pattern and re.search(pattern, text)
        for pattern, text in ((patterns.reading, reading), (patterns.romaji, romaji(reading)))
    )


@pytest.mark.parametrize(
    ("typed", "reading"),
    [
        *(
            (typed, "さーばー")
            for typed in ("saba", "sa-ba-", "sābā", "saaba", "SABA", "さーば", "サーバ", "ｻｰﾊﾞｰ", "さば")
        ),
        *(
            (typed, "じょうやく")
            for typed in ("jouyaku", "joyaku", "jōyaku", "jôyaku", "zyouyaku", "zyoyaku", "jyouyaku")
        ),
        *((typed, "とうきょう") for typed in ("tokyo", "toukyou", "tōkyō", "Tohkyoh", "とうきょう")),
        *((typed, "おおさか") for typed in ("osaka", "oosaka", "ōsaka", "ohsaka")),
        *((typed, "しんぶん") for typed in ("shinbun", "sinbun", "shimbun")),
        *((typed, "つち") for typed in ("tsuchi", "tuti", "tuchi")),
        *((typed, "しんいち") for typed in ("shin'ichi", "shinichi", "sin’iti", "shin ichi")),
        *((typed, "まっちゃ") for typed in ("matcha", "maccha", "mattya")),
        *((typed, "ざっし") for typed in ("zasshi", "zassi")),
        *((typed, "ふじ") for typed in ("fuji", "huzi")),
        ("sensei", "せんせい"),
        ("sensē", "せんせい"),
        ("deta besu", "でーたべーす"),
        ("でーた・べーす", "でーたべーす"),
    ],
)
def test_a_reading_is_found_however_it_is_typed(typed: str, reading: str) -> None:
    assert sounds_like(typed, reading)


@pytest.mark.parametrize(
    ("typed", "reading"),
    [
        pytest.param("sabaku", "さーばー", id="more than the word"),
        pytest.param("saabaa", "さばく", id="another word"),
        pytest.param("oto", "おっと", id="a double consonant is heard"),
        pytest.param("kooko", "ここ", id="a vowel typed long is long"),
        pytest.param("か", "が", id="voicing is heard"),
        pytest.param("サーバー", "さば", id="a long vowel is heard"),
    ],
)
def test_another_reading_is_another_word(typed: str, reading: str) -> None:
    assert not sounds_like(typed, reading)


@pytest.mark.parametrize(
    "typed", ["server", "panel", "条約", "", " ", "ー", "-", "'", "n@", "さbā", "[a]", "(", "a" * 3 + "%"]
)
def test_what_is_no_reading_has_no_pattern(typed: str) -> None:
    patterns = sound_patterns(typed)
    assert not patterns.reading
    assert not patterns.romaji
