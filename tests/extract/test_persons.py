"""Persons with titles and forms of address, and posts in organisations."""

from __future__ import annotations

import pytest

from rnk_gloss.lexicon.dictionary import Lexicon
from tests.extract.texts import candidates


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        pytest.param("ゼレンスキー大統領が演説した。", {"ゼレンスキー": "person"}, id="title"),
        pytest.param("ゼレンスキー氏訪問の日程", {"ゼレンスキー": "person"}, id="form of address"),
        pytest.param("山田太郎外相が訪れた。", {"山田太郎": "person"}, id="full name that the dictionary lists"),
        pytest.param("金正恩氏は黙った。", {"金正恩": "person"}, id="full name that the analyser cuts elsewhere"),
        pytest.param("林真央が執筆した。", {"林真央": "person"}, id="surname and given name"),
        pytest.param(
            "エマニュエル・マクロン大統領は拒んだ。",
            {"エマニュエル・マクロン": "person", "マクロン": "person"},
            id="foreign full name, and its surname",
        ),
        pytest.param("シーレン外務貿易相が訪れた。", {"シーレン": "person"}, id="a minister of any office"),
        pytest.param(
            "トランプ大統領が語る。", {"トランプ": "person"}, id="a title that the analyser takes for the name"
        ),
        pytest.param("マクロン仏大統領の発言", {"マクロン": "person"}, id="office with its country"),
    ],
)
def test_persons_are_found_without_their_titles(sentence: str, expected: dict[str, str], lexicon: Lexicon) -> None:
    found = candidates(lexicon, sentence)
    assert {form: found[form].category for form in expected if form in found} == expected


@pytest.mark.parametrize(
    ("sentence", "unwanted"),
    [
        pytest.param("ゼレンスキー氏が演説した。", "ゼレンスキー氏", id="form of address"),
        pytest.param("金正恩氏は黙った。", "恩氏", id="a cut name"),
        pytest.param("フランス大統領は拒んだ。", "大統領は", id="a particle"),
        pytest.param("国境の豆満江（トゥマンガン）に橋を架ける。", "トゥマンガン", id="a reading in parentheses"),
    ],
)
def test_what_is_no_term_stays_out(sentence: str, unwanted: str, lexicon: Lexicon) -> None:
    assert unwanted not in candidates(lexicon, sentence)


def test_a_name_apart_from_its_given_name_is_one_name_in_two_spellings(lexicon: Lexicon) -> None:
    found = candidates(lexicon, "執筆者は林 真央だ。", "林真央は記者だ。", "その林真央が語る。")
    assert found["林真央"].category == "person"
    assert [(variant.text, variant.count) for variant in found["林真央"].variants] == [("林 真央", 1)]
    assert len(found["林真央"].occurrences) == 3


def test_a_country_before_a_title_is_no_person(lexicon: Lexicon) -> None:
    assert candidates(lexicon, "ロシア大統領が訪れた。")["ロシア"].category == "country"


def test_a_post_shows_the_organisation_and_the_title(lexicon: Lexicon) -> None:
    found = candidates(lexicon, "北海海洋大学客員教授の意見を聞く。")
    assert {"北海海洋大学", "客員教授"} <= set(found)
    assert found["客員教授"].category == "title"
