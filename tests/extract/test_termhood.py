"""What makes a form weaker than the term inside it, or than others of its shape."""

from __future__ import annotations

import pytest

from rnk_gloss.extract.termhood import CENTRE
from rnk_gloss.lexicon.dictionary import Lexicon
from tests.extract.texts import candidates


@pytest.mark.parametrize(
    ("line", "whole", "term"),
    [
        pytest.param("半導体装置開発を急ぐ。", "半導体装置開発", "半導体装置", id="an action at the end"),
        pytest.param("気候変動対策強化を急ぐ。", "気候変動対策強化", "気候変動対策", id="another action"),
        pytest.param("モスクワ近隣で見た。", "モスクワ近隣", "モスクワ", id="near a place"),
        pytest.param("首都モスクワで見た。", "首都モスクワ", "モスクワ", id="what a place is"),
        pytest.param("石油大手ルガノイルが売る。", "石油大手ルガノイル", "ルガノイル", id="what bears a foreign name"),
        pytest.param("海洋大学准教授が語る。", "海洋大学准教授", "海洋大学", id="a post with its organisation"),
        pytest.param("エラーコード404を返す。", "エラーコード404", "エラーコード", id="a number at the end"),
    ],
)
def test_a_term_stands_above_the_loose_whole(line: str, whole: str, term: str, lexicon: Lexicon) -> None:
    found = candidates(lexicon, line)
    assert found[term].score > found[whole].score


@pytest.mark.parametrize(
    ("line", "term", "reason"),
    [
        pytest.param("調査協力事案が増えた。", "調査協力事案", "its head 事案 names nothing", id="a loose head"),
        pytest.param("漁業協定共同", "漁業協定共同", "共同 only qualifies what follows", id="a word that qualifies"),
        pytest.param(
            "石油大手ルガノイル", "石油大手ルガノイル", "a name with what describes it", id="a described name"
        ),
        pytest.param("半導体関連企業が集まる。", "半導体関連企業", "two terms that are related", id="関連"),
        pytest.param("条約第4条を読む。", "条約第4条", "an article of what is not named", id="条約第…条"),
        pytest.param("元外交官が語る。", "元外交官", "a post with 元", id="a former post"),
        pytest.param("装置の複雑さ", "複雑さ", "an adjective made a noun", id="さ"),
        pytest.param(
            "無断転載・複製を禁じる。", "無断転載・複製", "a coordination with a general word", id="coordination"
        ),
    ],
)
def test_what_speaks_against_a_form_is_said(line: str, term: str, reason: str, lexicon: Lexicon) -> None:
    evidence = {one.detail: one.weight for one in candidates(lexicon, line)[term].evidence}
    assert evidence[reason] < 0


@pytest.mark.parametrize(
    ("line", "unwanted"),
    [
        pytest.param("発射後空中で爆発した。", "発射後空中", id="後 ends a run"),
        pytest.param("憲法上の規定", "憲法上", id="上 on a noun"),
        pytest.param("平成29年の改正", "平成", id="an era in a date"),
        pytest.param("被験者数を増やす。", "験者", id="被 binds"),
        pytest.param("気候変動枠組みを作る。", "変動枠組み", id="a part across a dictionary word"),
        pytest.param("「本プログラム」とは何か。", "本プログラム", id="本 in quotation marks"),
        pytest.param("露仏両政府が合意した。", "露仏両政府", id="両 begins another term"),
    ],
)
def test_a_mere_stretch_is_no_candidate(line: str, unwanted: str, lexicon: Lexicon) -> None:
    assert unwanted not in candidates(lexicon, line)


@pytest.mark.parametrize(
    ("line", "term"),
    [
        pytest.param("ロールバックは起きない。", "ロールバック", id="katakana that the dictionary lacks"),
        pytest.param("推算値（eGFR）を量る。", "eGFR", id="an abbreviation with a small letter"),
        pytest.param("Python 3.12の規格", "Python", id="a name with its version"),
        pytest.param("通常兵器を減らす。", "通常兵器", id="通常 qualifies"),
    ],
)
def test_terms_of_any_field_stand_above_the_cut(line: str, term: str, lexicon: Lexicon) -> None:
    assert candidates(lexicon, line)[term].score >= CENTRE
