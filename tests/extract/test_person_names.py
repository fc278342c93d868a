"""The English of people's names that no list has whole."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from rnk_gloss.lexicon.dictionary import Lexicon, NameEntry
from tests.extract.texts import candidates
from tests.small_lexicon import common_names, name, small_lexicon

NAMES: tuple[NameEntry, ...] = (
    name("佐藤", "さいとう", "Saitou", types="surname"),
    name("佐藤", "さとう", "Satou", types="surname"),
    name("堀田", "ほった", "Hotta", types="surname"),
    name("山本", "やまもと", "Yamamoto", types="surname"),
    name("徳川", "とくがわ", "Tokugawa", types="surname"),
    name("佐々木", "ささき", "Sasaki", types="surname"),
    name("由美子", "ゆみこ", "Yumiko", types="fem"),
    name("優子", "まさるこ", "Masaruko", types="fem"),
    name("優子", "ゆうこ", "Yūko", types="fem"),
    name("幸裕", "こうゆう", "Kouyuu", types="given"),
    name("幸裕", "ゆきひろ", "Yukihiro", types="given"),
    name("健一", "けんいち", "Ken'ichi", types="masc"),
    name("浩二", "こうじ", "Kouji", types="masc"),
    name("家康", "いえやす", "Ieyasu", types="masc"),
    name("佐藤優", "さとうまさる", "Satou Masaru (1960-)", types="person"),
    name("山本浩二", "やまもとこうじ", "Yamamoto Kouji (1946.10.25-)", types="person"),
    name("徳川家康", "とくがわいえやす", "Tokugawa Ieyasu (1543.1.31-1616.6.1)", types="person"),
)


@pytest.fixture(scope="module")
def lexicon(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lexicon]:
    path = tmp_path_factory.mktemp("lexicon") / "lexicon.sqlite"
    with small_lexicon(path, names=[*common_names(), *NAMES]) as opened:
        yield opened


@pytest.mark.parametrize(
    ("sentence", "form", "english"),
    [
        pytest.param("堀田幸裕氏が出席した。", "堀田幸裕", "Yukihiro Hotta", id="解析器の読み"),
        pytest.param("佐藤健一氏が出席した。", "佐藤健一", "Kenichi Sato", id="長音と撥音の後"),
        pytest.param("佐藤優子氏が出席した。", "佐藤優子", "Yuko Sato", id="短い名が一覧にある"),
        pytest.param("佐藤優氏が出席した。", "佐藤優", "Sato Masaru", id="名の部分が一覧にない"),
        pytest.param("佐々木由美子氏が話す。", "佐々木由美子", "Yumiko Sasaki", id="六字の姓名"),
        pytest.param("山本浩二氏が出席した。", "山本浩二", "Koji Yamamoto", id="一覧にある姓名も名が先"),
        pytest.param("徳川家康が開いた。", "徳川家康", "Tokugawa Ieyasu", id="昔の人は姓が先"),
        pytest.param("金正恩氏は黙った。", "金正恩", "Kim Jong Un", id="日本の名でない"),
    ],
)
def test_a_name_is_spelt_as_it_is_read_and_as_english_prints_it(
    sentence: str, form: str, english: str, lexicon: Lexicon
) -> None:
    found = candidates(lexicon, sentence)
    assert found[form].category == "person"
    assert found[form].targets[0].text == english


def test_a_name_that_is_read_so_is_surer_than_one_that_is_only_listed(lexicon: Lexicon) -> None:
    read = candidates(lexicon, "堀田幸裕氏が出席した。")["堀田幸裕"].targets
    assert [one.text for one in read[:2]] == ["Yukihiro Hotta", "Koyu Hotta"]
    assert read[0].score > read[1].score > 30
