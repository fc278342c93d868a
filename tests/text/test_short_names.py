"""Countries and organisations by their short and their full names have one key, where these are names."""

from __future__ import annotations

import pytest

from rnk_gloss.text.match_key import match_key
from rnk_gloss.text.organisation_names import are_two_names


@pytest.mark.parametrize(
    ("short", "full"),
    [
        pytest.param("伊首相が来日した", "イタリア首相が来日した", id="a country before an office"),
        pytest.param("仏語の通訳", "フランス語の通訳", id="a language"),
        pytest.param("日加協定の改正", "日本・カナダ協定の改正", id="two countries"),
        pytest.param("英仏独の三首脳", "イギリス・フランス・ドイツの三首脳", id="three countries"),
        pytest.param("米露条約", "米ロ条約", id="two short names of Russia"),
        pytest.param("対ロ制裁", "対ロシア制裁", id="towards a country"),
        pytest.param("豪州の鉱山", "オーストラリアの鉱山", id="a continent that is a country"),
        pytest.param("英国民の声", "イギリス国民の声", id="国 that ends one name and begins another"),
        pytest.param("仏蘭西の港", "フランスの港", id="a name in kanji"),
        pytest.param("米は制裁を解除した", "アメリカは制裁を解除した", id="a state that does what states do"),
        pytest.param(
            "比大統領と会談", "フィリピン大統領と会談", id="a country that has this name before an office only"
        ),
        pytest.param("米ソ対立", "アメリカ・ソ連対立", id="two states of which one is gone"),
        pytest.param("(一社)港町協会", "一般社団法人港町協会", id="a kind of body in two kanji"),
        pytest.param("㈱海山商会", "株式会社海山商会", id="a kind of company in one character"),
        pytest.param("海山商会(有)", "海山商会有限会社", id="a kind of company in brackets"),
        pytest.param("WTOの規則", "世界貿易機関の規則", id="letters"),
        pytest.param("公取委の命令", "公正取引委員会の命令", id="an authority"),
        pytest.param("経産相の会見", "経済産業大臣の会見", id="a minister"),
    ],
)
def test_short_and_full_names_have_one_key(short: str, full: str) -> None:
    assert match_key(short) == match_key(full)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("日中は暑い", "日本中国は暑い", id="the daytime"),
        pytest.param("仏の教え", "フランスの教え", id="a Buddha"),
        pytest.param("米を炊く", "アメリカを炊く", id="rice"),
        pytest.param("朝の露を見る", "朝のロシアを見る", id="dew"),
        pytest.param("露を見る", "ロシアを見る", id="dew at the head"),
        pytest.param("米が値上がりした", "アメリカが値上がりした", id="rice that gets dear"),
        pytest.param("この米は政府が買う", "このアメリカは政府が買う", id="rice behind another word"),
        pytest.param("英断を下す", "イギリス断を下す", id="a word that begins with the kanji"),
        pytest.param("親ロバ", "親ロシアバ", id="a donkey"),
        pytest.param("韓国民", "韓国国民", id="a name that ends in 国"),
        pytest.param("在日米軍", "在日本アメリカ軍", id="a pair inside a longer word"),
        pytest.param("仏大統領", "独大統領", id="two countries that are not the same"),
    ],
)
def test_what_only_looks_like_a_name_keeps_its_key(one: str, other: str) -> None:
    assert match_key(one) != match_key(other)


def test_a_glossary_has_two_terms_for_two_names() -> None:
    assert are_two_names("安保理", "安全保障理事会")
    assert not are_two_names("安全保障理事会", "安全保障理事会")
    assert not are_two_names("米国", "アメリカ")
