from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

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


@given(
    st.lists(
        st.sampled_from([*"nuかサんー・-'", "ka", "kka", "tcha", "ccha", "nn", "sho", "syo", "ō", "oo"]), max_size=6
    ),
    st.lists(st.sampled_from("かがっこうーさんょじぉをー"), max_size=8),
)
def test_every_reading_that_sounds_so_has_the_parts_that_are_asked_for_first(
    typed: list[str], reading: list[str]
) -> None:
    patterns = sound_patterns("".join(typed))
    kana = "".join(reading)
    sounds = ((patterns.reading, patterns.reading_parts, kana), (patterns.romaji, patterns.romaji_parts, romaji(kana)))
    for pattern, parts, text in sounds:
        if pattern and re.search(pattern, text):
            assert re.search(".*".join(map(re.escape, parts)), text)


@pytest.mark.parametrize(
    ("typed", "parts"),
    [
        ("joyaku", ("jo", "ya", "ku")),
        ("tyozo", ("cho", "zo")),
        ("shin'ichi", ("shi", "i", "chi")),
        ("まっちゃ", ("ま", "っ", "ち", "ゃ")),
    ],
)
def test_the_parts_are_what_is_heard(typed: str, parts: tuple[str, ...]) -> None:
    patterns = sound_patterns(typed)
    assert (patterns.romaji_parts or patterns.reading_parts) == parts
