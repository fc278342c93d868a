from __future__ import annotations

import pytest

from rnk_gloss.match.english_terms import EnglishTermFinder
from rnk_gloss.match.terms import TermFinder

GLOSSARY = [
    "サーバー",
    "京都",
    "契約書",
    "部",
    "条約",
    "取り扱い",
    "データベース",
    "印鑑登録証明書",
    "登録",
    "子供",
    "六者協議",
    "手続き",
    "API",
]
FINDER = TermFinder.of([(number, [term]) for number, term in enumerate(GLOSSARY)])


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("サーバーを止める", [("サーバー", "exact")], id="before a particle"),
        pytest.param("ｻｰﾊﾞの電源", [("ｻｰﾊﾞ", "variant")], id="half-width and short"),
        pytest.param("取扱の説明", [("取扱", "okurigana")], id="okurigana left out"),
        pytest.param("手続きを待つ", [("手続き", "exact")], id="okurigana kept"),
        pytest.param("手続を待つ", [("手続", "okurigana")], id="noun with okurigana"),
        pytest.param("データ・ベースの表", [("データ・ベース", "variant")], id="dot"),
        pytest.param("子どもの服", [("子ども", "variant")], id="kanji or kana"),
        pytest.param("６者協議が開かれた", [("６者協議", "variant")], id="numeral"),
        pytest.param("本契約書に従う", [("契約書", "exact")], id="prefix"),
        pytest.param("新条約の案", [("条約", "exact")], id="new"),
        pytest.param("条約案を読む", [("条約", "exact")], id="suffix"),
        pytest.param("印鑑登録証明書を出す", [("印鑑登録証明書", "exact")], id="the longest term"),
        pytest.param("京都で泊まる", [("京都", "exact")], id="alone"),
        pytest.param("ＡＰＩを呼ぶ", [("ＡＰＩ", "variant")], id="wide letters"),
        pytest.param("部の予算", [("部", "exact")], id="one kanji alone"),
    ],
)
def test_terms_are_found_in_their_spellings(text: str, found: list[tuple[str, str]]) -> None:
    assert [(text[hit.start : hit.end], hit.kind) for hit in FINDER.find(text)] == found


@pytest.mark.parametrize(
    ("text", "refused"),
    [
        pytest.param("東京都に住む", "京都", id="across a boundary"),
        pytest.param("全部を食べた", "部", id="one kanji of a word"),
        pytest.param("本部の人", "部", id="one kanji after a prefix"),
        pytest.param("APIsの数", "API", id="letters"),
    ],
)
def test_pieces_of_longer_words_are_refused_with_the_reason(text: str, refused: str) -> None:
    recognition = FINDER.recognise(text)
    assert recognition.hits == ()
    assert [(hit.form, hit.refusal) for hit in recognition.refused] == [(refused, "inside a longer word")]


def test_a_term_inside_a_longer_term_is_refused_with_that_term() -> None:
    recognition = FINDER.recognise("印鑑登録証明書")
    assert [(hit.form, hit.refusal) for hit in recognition.refused] == [
        ("登録", "inside the longer term 印鑑登録証明書")
    ]


def test_every_entry_of_one_spelling_is_given() -> None:
    finder = TermFinder.of([(7, ["保険", "ほけん"]), (3, ["保険"])])
    assert [(hit.id, hit.form) for hit in finder.find("保険の話")] == [(3, "保険"), (7, "保険")]


def test_a_short_term_at_the_end_of_a_text_beside_longer_ones() -> None:
    finder = TermFinder.of([(1, ["会議"]), (2, ["会議室の鍵"]), (3, ["会"])])
    assert [hit.form for hit in finder.find("次の会議")] == ["会議"]


def test_no_terms_no_hits() -> None:
    assert TermFinder.of([]).find("何もない") == []
    assert FINDER.find("") == []


def test_english_terms_are_found_in_their_inflections() -> None:
    finder = EnglishTermFinder.of([(1, ["treaty"]), (2, ["peace treaty"]), (3, ["sign"]), (4, ["art"])])
    text = "Two peace treaties were signed; the treaty’s start is near."
    assert [(text[hit.start : hit.end], hit.id, hit.kind) for hit in finder.find(text)] == [
        ("peace treaties", 2, "inflected"),
        ("signed", 3, "inflected"),
        ("treaty’s", 1, "inflected"),
    ]
