"""What edits are counted in: words where a language writes spaces, characters elsewhere."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import Levenshtein

from rnk_gloss.text.match_words import code, counted, counts_words, fenced, word_spans, words


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        pytest.param("the treaty, signed", ["the", "treaty", ",", "signed"], id="punctuation"),
        pytest.param("don't stop o'clock", ["don't", "stop", "o'clock"], id="apostrophe"),
        pytest.param("10,000 at 3.5%", ["10,000", "at", "3.5", "%"], id="numbers"),
        pytest.param("5kg covid19", ["5", "kg", "covid19"], id="number and unit"),
        pytest.param("re-sign it", ["re", "-", "sign", "it"], id="hyphen"),
        pytest.param("naïve łódź", ["naïve", "łódź"], id="accents"),
        pytest.param("हिन्दी में", ["हिन्दी", "में"], id="vowel signs of India"),
        pytest.param("Киев и Одесса", ["Киев", "и", "Одесса"], id="Cyrillic"),
        pytest.param(
            "see 東京タワー now", ["see", "東", "京", "タ", "ワ", "ー", "now"], id="Japanese quoted in English"
        ),
        pytest.param("foo_bar {0}", ["foo", "_", "bar", "{", "0", "}"], id="code"),
        pytest.param("", [], id="nothing"),
    ],
)
def test_words(key: str, expected: list[str]) -> None:
    assert words(key) == expected
    assert [key[start:end] for start, end in word_spans(key)] == expected


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        pytest.param("en", True, id="English"),
        pytest.param("pt-BR", True, id="with a region"),
        pytest.param("ko", True, id="Korean"),
        pytest.param("ja", False, id="Japanese"),
        pytest.param("JA-JP", False, id="Japanese with a region"),
        pytest.param("zh-Hant", False, id="Chinese"),
        pytest.param("th", False, id="Thai"),
    ],
)
def test_languages(language: str, *, expected: bool) -> None:
    assert counts_words(language) is expected


def test_characters_stay_as_they_are() -> None:
    key = "条約 a に"
    assert (counted(key, "ja"), code(key, "zh"), fenced(key, "ja")) == (key, key, key)


@given(st.text())
def test_nothing_but_spaces_is_left_out(key: str) -> None:
    assert "".join(words(key)) == "".join(key.split())


@given(st.text(st.characters(max_codepoint=127)))
def test_plain_text_is_cut_alike_beside_other_letters(key: str) -> None:
    assert words(f"{key} é") == [*words(key), "é"]


@given(st.lists(st.sampled_from(["a", "b", "the", "5", ",", "条", "𠮷"]), max_size=9), st.text(max_size=9))
def test_a_code_has_one_character_for_each_word_and_is_never_farther(some: list[str], other: str) -> None:
    one = " ".join(some)
    assert len(code(one, "en")) == len(words(one))
    assert Levenshtein.distance(code(one, "en"), code(other, "en")) <= Levenshtein.distance(words(one), words(other))


def test_codes_are_the_same_in_every_process() -> None:
    program = "from rnk_gloss.text.match_words import code; print(ascii(code('the treaty 条', 'en')))"
    found = {
        subprocess.run(
            [sys.executable, "-c", program], env={"PYTHONHASHSEED": seed, "PYTHONPATH": ":".join(sys.path)},
            capture_output=True, check=True, text=True,
        ).stdout.strip()
        for seed in ("1", "2")
    }  # fmt: skip
    assert found == {ascii(code("the treaty 条", "en"))}
