"""Spellings of one term that are safe to merge, and words that must stay apart."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rnk_gloss.extract.spellings import clusters, difference


@pytest.mark.parametrize(
    ("form", "other", "kind"),
    [
        pytest.param("ＡＩ規制", "AI規制", "width, spacing or old kanji", id="width"),
        pytest.param("大阪灣", "大阪湾", "width, spacing or old kanji", id="old kanji"),
        pytest.param("六者会合", "6者会合", "number", id="digits"),
        pytest.param("三か国協議", "三ヵ国協議", "number", id="か of counting"),
        pytest.param("日露関係", "日ロ関係", "country character", id="露 and ロ"),
        pytest.param("サーバー装置", "サーバ装置", "katakana", id="long mark"),
        pytest.param("ヴェトナム戦争", "ベトナム戦争", "katakana", id="ヴ"),
        pytest.param("取り扱い規則", "取扱規則", "okurigana", id="okurigana"),
        pytest.param("経済的な支援策", "経済支援策", "的", id="的な"),
        pytest.param("米日", "日米", "order of countries", id="order of countries"),
        pytest.param("六者協議", "6カ国協議", "counter", id="counter"),
    ],
)
def test_spellings_of_one_term(form: str, other: str, kind: str) -> None:
    assert difference(form, other) == difference(other, form) == kind


@pytest.mark.parametrize(
    ("form", "other"),
    [
        pytest.param("欧米", "米欧", id="欧米 is a word of its own"),
        pytest.param("保障", "保証", id="homophones"),
        pytest.param("露店", "ロ店", id="露 away from countries"),
        pytest.param("目的地", "目地", id="的 inside a word"),
        pytest.param("国の会議", "国会議", id="a particle between kanji"),
        pytest.param("三者協議", "四者協議", id="another number"),
    ],
)
def test_other_words_stay_apart(form: str, other: str) -> None:
    assert difference(form, other) == ""
    assert len(clusters({form: 1, other: 1})) == 2


def test_clusters_join_across_rules_and_keep_the_order() -> None:
    assert clusters({"六者協議": 2, "外交": 1, "6者協議": 3, "6カ国協議": 1}) == [
        ["六者協議", "6者協議", "6カ国協議"],
        ["外交"],
    ]


@settings(max_examples=40, deadline=None)
@given(st.lists(st.text("日米露ロ六6者カ国的な経済ーサ", min_size=2, max_size=6), unique=True, max_size=8))
def test_every_form_stands_in_exactly_one_cluster(forms: list[str]) -> None:
    found = clusters(dict.fromkeys(forms, 1))
    assert sorted(form for cluster in found for form in cluster) == sorted(forms)
