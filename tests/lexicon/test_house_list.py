from __future__ import annotations

import re
from pathlib import Path

import pytest

from rnk_gloss.lexicon.established_name import name_key
from rnk_gloss.lexicon.house_list import (
    CATEGORIES,
    EstablishedName,
    established,
    established_names,
    established_surname,
)

PATTERN = re.compile(r"(?<![A-Za-z])N(?![A-Za-z])")


@pytest.fixture(autouse=True)
def no_own_names(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The list of whoever runs the tests is not looked at."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))


def english_of(form: str) -> str | None:
    name = established(form)
    return name.english[0] if name else None


@pytest.mark.parametrize(
    ("form", "english"),
    [
        ("国連安保理", "UN Security Council"),
        ("専門家パネル", "Panel of Experts"),
        ("国際原子力機関", "International Atomic Energy Agency"),
        ("六カ国協議", "Six-Party Talks"),
        ("6者会合", "Six-Party Talks"),
        ("北大西洋条約機構", "North Atlantic Treaty Organization"),
        ("集団安全保障条約機構", "Collective Security Treaty Organization"),
        ("上海協力機構", "Shanghai Cooperation Organisation"),
        ("国防総省", "Defense Department"),
        ("国家院", "State Duma"),
        ("連邦院", "Federation Council"),
        ("朝鮮労働党", "Workers' Party of Korea"),
        ("最高人民会議", "Supreme People's Assembly"),
        ("統一部", "Ministry of Unification"),
        ("国家情報院", "National Intelligence Service"),
        ("公安調査庁", "Public Security Intelligence Agency"),
        ("国家安全保障局", "National Security Secretariat"),
        ("労働新聞", "Rodong Sinmun"),
        ("聯合ニュース", "Yonhap News Agency"),
        ("AFP通信", "Agence France-Presse"),
        ("新華社", "Xinhua News Agency"),
        ("防衛研究所", "National Institute for Defense Studies"),
        ("チャタムハウス", "Chatham House"),
        ("核拡散防止条約", "Nuclear Non-Proliferation Treaty"),
        ("核不拡散条約", "Nuclear Non-Proliferation Treaty"),
        ("ブダペスト覚書", "Budapest Memorandum"),
        ("日ソ共同宣言", "Japan-Soviet Joint Declaration"),
        ("朝鮮戦争", "Korean War"),
        ("キエフ", "Kyiv"),
        ("ハリコフ", "Kharkiv"),
        ("豆満江", "Tumen River"),
        ("板門店", "Panmunjom"),
        ("北方領土", "Northern Territories"),
        ("大陸間弾道ミサイル", "intercontinental ballistic missile"),
        ("極超音速ミサイル", "hypersonic missile"),
        ("瀬取り", "ship-to-ship transfer"),
        ("反撃能力", "counterstrike capability"),
        ("総書記", "general secretary"),
        ("金正恩", "Kim Jong Un"),
        ("岸田文雄", "Fumio Kishida"),
        ("プーチン", "Putin"),
        ("ウラジーミル・プーチン", "Vladimir Putin"),
    ],
)
def test_established_english(form: str, english: str) -> None:
    assert english_of(form) == english


@pytest.mark.parametrize(
    ("typed", "usual"),
    [
        pytest.param("ＮＡＴＯ", "NATO", id="full width"),
        pytest.param("6カ国協議", "６カ国協議", id="digits of either width"),
        pytest.param("セルゲイラブロフ", "セルゲイ・ラブロフ", id="no dot"),
        pytest.param("セルゲイ･ラブロフ", "セルゲイ・ラブロフ", id="half-width dot"),
        pytest.param("セルゲイ＝ラブロフ", "セルゲイ・ラブロフ", id="double hyphen"),
        pytest.param("金 正恩", "金正恩", id="space"),
        pytest.param("金\u3000正恩", "金正恩", id="full-width space"),
        pytest.param("ｿｳﾙ", "ソウル", id="half-width katakana"),
        pytest.param("キエフ", "キーウ", id="the older form"),
    ],
)
def test_spellings_of_one_name(typed: str, usual: str) -> None:
    assert established(typed) is not None
    assert established(typed) == established(usual)


@pytest.mark.parametrize(
    ("form", "english", "reading"),
    [
        pytest.param("火星17", "Hwasong-17", "かせいじゅうなな", id="plain"),
        pytest.param("火星－１５", "Hwasong-15", "かせいじゅうご", id="hyphen, full width"),
        pytest.param("火星十二号", "Hwasong-12", "かせいじゅうに", id="kanji"),
        pytest.param("東風41", "Dongfeng-41", "とうふうよんじゅういち", id="Chinese missile"),
        pytest.param("憲章第七章", None, None, id="a chapter is a row of its own, in digits"),
        pytest.param(
            "国連憲章第51条", "Article 51 of the UN Charter", "こくれんけんしょうだいごじゅういちじょう", id="article"
        ),
        pytest.param(
            "安保理決議第一八七四号",
            "UN Security Council Resolution 1874",
            "こくれんあんぜんほしょうりじかいけつぎだいせんはっぴゃくななじゅうよんごう",
            id="digits in kanji",
        ),
        pytest.param("決議2397", "Resolution 2397", "けつぎだいにせんさんびゃくきゅうじゅうななごう", id="no counter"),
        pytest.param("火星", None, None, id="no number"),
        pytest.param("火星17と火星18", None, None, id="more than the name"),
    ],
)
def test_names_with_a_number(form: str, english: str | None, reading: str | None) -> None:
    name = established(form)
    assert (name and name.english[0], name and name.reading) == (english, reading)


def test_the_number_stands_in_every_spelling() -> None:
    name = established("北極星3")
    assert name is not None
    assert name.japanese == ("北極星3", "北極星-3", "北極星3号")
    assert name.english == ("Pukguksong-3",)


@pytest.mark.parametrize("form", ["", " ", "・", "猫", "何でもない言葉", "第三者", "一方", "N", "三百人"])
def test_other_words(form: str) -> None:
    assert established(form) is None


def test_every_spelling_gives_its_row() -> None:
    wrong = [form for name in established_names() for form in name.japanese if established(form) is not name]
    assert wrong == []


def test_no_spelling_stands_in_two_rows_or_twice_in_one() -> None:
    forms = [name_key(form) for name in established_names() for form in name.japanese]
    assert len(forms) == len(set(forms))


@pytest.mark.parametrize(
    "is_wrong",
    [
        pytest.param(lambda name: not re.fullmatch("[ぁ-ゖーN]+", name.reading), id="reading not in hiragana"),
        pytest.param(lambda name: name.category not in CATEGORIES, id="unknown category"),
        pytest.param(lambda name: not name.source.strip(), id="no source"),
        pytest.param(lambda name: len(set(name.english)) < len(name.english), id="English twice"),
        pytest.param(
            lambda name: any(re.search("[^ -~À-ɏ]", text) or text != text.strip() or not text for text in name.english),
            id="English with other letters, or empty",
        ),
        pytest.param(
            lambda name: len({bool(PATTERN.search(text)) for text in (*name.japanese, *name.english)}) > 1,
            id="a place for a number in some of its forms only",
        ),
        pytest.param(
            lambda name: "N" in name.reading and not PATTERN.search(name.japanese[0]), id="a number in the reading only"
        ),
    ],
)
def test_no_row_is_wrong(is_wrong: object) -> None:
    assert callable(is_wrong)
    assert [name for name in established_names() if is_wrong(name)] == []


def test_every_category_but_the_rare_ones_is_well_filled() -> None:
    counts = dict.fromkeys(CATEGORIES, 0)
    for name in established_names():
        counts[name.category] += 1
    assert min(counts.values()) >= 20
    assert isinstance(established_names()[0], EstablishedName)


@pytest.mark.parametrize(
    ("kanji", "english"),
    [
        pytest.param("金", "Kim", id="Korean"),
        pytest.param("小泉", "Koizumi", id="Japanese, two kanji"),
        pytest.param("小", None, id="the beginning of one"),
        pytest.param("金正", None, id="more than one"),
        pytest.param("亀", None, id="nobody"),
    ],
)
def test_a_surname_is_known_by_those_who_bear_it(kanji: str, english: str | None) -> None:
    found = established_surname(kanji)
    assert (found[0] if found else None) == english
