from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rnk_gloss.text.kana import to_hiragana
from rnk_gloss.text.number_readings import counted_reading, number_reading
from rnk_gloss.text.readings import reading_of, romaji


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        pytest.param("翻訳メモリ", "ほんやくめもり", id="kanji and katakana"),
        pytest.param("申し込み", "もうしこみ", id="okurigana"),
        pytest.param("研究所", "けんきゅうじょ", id="研究所"),
        pytest.param("海洋気象研究所長", "かいようきしょうけんきゅうじょちょう", id="研究所 in a compound"),
        pytest.param("裁判所", "さいばんしょ", id="other 所 stay"),
        pytest.param("日本海", "にほんかい", id="日本海"),
        pytest.param("日本", "にほん", id="日本"),
        pytest.param("ヴェネツィア", "ゔぇねつぃあ", id="katakana as written"),
        pytest.param("ﾌﾟﾛｸﾞﾗﾑ", "ぷろぐらむ", id="half-width"),
        pytest.param("は・へ", "は・へ", id="particles as written, middle dot kept"),
        pytest.param("「契約」（案）", "けいやくあん", id="symbols left out"),
        pytest.param("ICBM", "あいしーびーえむ", id="abbreviation of the dictionary"),
        pytest.param("QZX案", "きゅーぜっとえっくすあん", id="unknown abbreviation"),
        pytest.param("A社とD社", "えーしゃとでぃーしゃ", id="single letters are no units"),
        pytest.param("Zorblatの", "zorblatの", id="unknown foreign word kept"),
        pytest.param("G7", "じーせぶん", id="G7"),
        pytest.param("Ｇ２０会合", "じーとぅえんてぃーかいごう", id="G20 full-width"),
        pytest.param("KN-23", "けーえぬにじゅうさん", id="code"),
        pytest.param("51条", "ごじゅういちじょう", id="article"),
        pytest.param("第五十一条", "だいごじゅういちじょう", id="kanji numerals"),
        pytest.param("3本、6本、10本", "さんぼんろっぽんじゅっぽん", id="本"),
        pytest.param("6か国と8カ国", "ろっかこくとはっかこく", id="か国"),
        pytest.param("第1回", "だいいっかい", id="回"),
        pytest.param("10日", "とおか", id="10日"),
        pytest.param("4月1日", "しがつついたち", id="date"),
        pytest.param("1日目", "いちにちめ", id="first day"),
        pytest.param("20歳", "はたち", id="20歳"),
        pytest.param("2人と14人", "ふたりとじゅうよにん", id="persons"),
        pytest.param("2024年", "にせんにじゅうよねん", id="year"),
        pytest.param("7つ", "ななつ", id="things"),
        pytest.param("3.5%", "さんてんごぱーせんと", id="decimal"),
        pytest.param("１，２３４円", "せんにひゃくさんじゅうよえん", id="grouped digits"),
        pytest.param("5kg", "ごきろぐらむ", id="unit"),
        pytest.param("第Ⅲ章", "だいさんしょう", id="Roman numeral sign"),
        pytest.param("", "", id="empty"),
        pytest.param(" 　\n", "", id="white space"),
        pytest.param("𠮷", "𠮷", id="kanji that nobody knows stays"),
    ],
)
def test_reading_of(text: str, reading: str) -> None:
    assert reading_of(text) == reading


@pytest.mark.parametrize(
    ("written", "reading"),
    [
        pytest.param("0", "ぜろ", id="zero"),
        pytest.param("300", "さんびゃく", id="300"),
        pytest.param("8600", "はっせんろっぴゃく", id="8600"),
        pytest.param("10000", "いちまん", id="万"),
        pytest.param("10000000", "いっせんまん", id="千万"),
        pytest.param("1,000,000,000,000", "いっちょう", id="兆"),
        pytest.param("10兆", "じゅっちょう", id="十兆"),
        pytest.param("10000000000000000", "いっけい", id="京"),
        pytest.param("56億7千万", "ごじゅうろくおくななせんまん", id="mixed"),
        pytest.param("二〇二四", "にせんにじゅうよん", id="positional kanji"),
        pytest.param("007", "ぜろぜろなな", id="code"),
        pytest.param("3.14", "さんてんいちよん", id="decimal"),
        pytest.param("0.5", "れいてんご", id="below one"),
        pytest.param("8.5", "はってんご", id="sound change before てん"),
        pytest.param("1.5兆", "いってんごちょう", id="decimal with unit"),
        pytest.param("12人", None, id="not only a number"),
        pytest.param("", None, id="empty"),
    ],
)
def test_number_reading(written: str, reading: str | None) -> None:
    assert number_reading(written) == reading


@pytest.mark.parametrize(
    ("counter", "plain", "readings"),
    [
        pytest.param("本", "ほん", "いっぽん にほん さんぼん よんほん ろっぽん はっぽん じゅっぽん", id="本"),
        pytest.param("分", "ふん", "いっぷん にふん さんぷん よんぷん ろっぷん はっぷん じゅっぷん", id="分"),
        pytest.param("回", "かい", "いっかい にかい さんかい よんかい ろっかい はっかい じゅっかい", id="回"),
        pytest.param("階", "かい", "いっかい にかい さんがい よんかい ろっかい はっかい じゅっかい", id="階"),
        pytest.param("社", "しゃ", "いっしゃ にしゃ さんしゃ よんしゃ ろくしゃ はっしゃ じゅっしゃ", id="社"),
        pytest.param("トン", "とん", "いっとん にとん さんとん よんとん ろくとん はっとん じゅっとん", id="トン"),
        pytest.param("キロ", "きろ", "いちきろ にきろ さんきろ よんきろ ろっきろ はちきろ じゅっきろ", id="キロ"),
        pytest.param("枚", "まい", "いちまい にまい さんまい よんまい ろくまい はちまい じゅうまい", id="枚"),
        pytest.param("日", "にち", "ついたち ふつか みっか よっか むいか ようか とおか", id="日"),
        pytest.param("時", "じ", "いちじ にじ さんじ よじ ろくじ はちじ じゅうじ", id="時"),
        pytest.param("年", "ねん", "いちねん にねん さんねん よねん ろくねん はちねん じゅうねん", id="年"),
    ],
)
def test_counters(counter: str, plain: str, readings: str) -> None:
    found = [counted_reading(written, counter, plain) for written in ("1", "2", "3", "4", "6", "8", "10")]
    assert " ".join(map(str, found)) == readings


def test_ordinals_count_plainly() -> None:
    assert counted_reading("1", "日", "にち", ordinal=True) == "いちにち"
    assert counted_reading("x", "日", "にち") is None


@pytest.mark.parametrize(
    ("kana", "latin"),
    [
        pytest.param("とうきょう", "toukyou", id="long vowels as written"),
        pytest.param("コンピューター", "konpyuutaa", id="long mark"),
        pytest.param("しんぶん", "shinbun", id="n before b"),
        pytest.param("まっちゃ", "matcha", id="geminate"),
        pytest.param("しんよう", "shinyou", id="n before y"),
        pytest.param("ｶﾞｸﾌﾞﾁ", "gakubuchi", id="half-width"),
        pytest.param("じーせぶん・さみっと", "jiisebun・samitto", id="middle dot kept"),
        pytest.param("か\u3099く", "gaku", id="decomposed"),
        pytest.param("翻やく 3", "翻yaku 3", id="other characters kept"),
        pytest.param("", "", id="empty"),
    ],
)
def test_romaji(kana: str, latin: str) -> None:
    assert romaji(kana) == latin


def test_other_characters_pass() -> None:
    assert to_hiragana("第3カ国・データ") == "第3か国・でーた"


@given(st.integers(1, 10**16 - 1))
@settings(max_examples=100)
def test_every_number_is_read(value: int) -> None:
    reading = number_reading(str(value))
    assert reading is not None
    assert re.fullmatch("[ぁ-ん]+", reading)
    assert number_reading(f"{value:,}") == reading


@given(st.text(alphabet=st.sampled_from("漢字かなカナー・0１9.,万億一三第本日人Ga-。 \n"), max_size=30))
@settings(max_examples=100, deadline=None)
def test_any_mixture_is_read(text: str) -> None:
    assert not set(reading_of(text)) & set("。. \n0123456789,")
