from __future__ import annotations

import pytest

from rnk_gloss.text.collation import alphabetical_order, alphabetical_section, reading_order, reading_section


@pytest.mark.parametrize(
    "ordered",
    [
        pytest.param(["あい", "あお", "いえ", "かき", "さけ", "わに", "んだ"], id="五十音"),
        pytest.param(["はし", "ばし", "ぱし", "はす"], id="plain before voiced, both before the next kana"),
        pytest.param(["かっこ", "かつこ", "がっこ", "かつた"], id="small before full"),
        pytest.param(["びーる", "びいる", "びうる"], id="a long mark is a vowel"),
        pytest.param(["さくら", "サクラ", "さくらんぼ"], id="hiragana before katakana, shorter before longer"),
        pytest.param(["さゝき", "ささき", "さしき"], id="repetition mark"),
        pytest.param(["7じ", "AI", "あい", "漢"], id="digits, letters, kana, others"),
        pytest.param(["うえ", "う・え", "うお"], id="punctuation counts for nothing"),
        pytest.param(["ｱｲ", "あう", "ヴぁ"], id="half width and ヴ"),
    ],
)
def test_readings_stand_as_in_a_dictionary(ordered: list[str]) -> None:
    backwards = ordered[::-1]
    assert sorted(backwards, key=reading_order) == ordered


@pytest.mark.parametrize(
    ("reading", "section"),
    [
        ("あい", "あ"),
        ("ヴぁ", "あ"),
        ("が", "か"),
        ("ぱ", "は"),
        ("を", "わ"),
        ("ん", "わ"),
        ("AI", "A–Z"),
        ("７", "0–9"),
        ("漢", "＃"),
        ("", "＃"),
        ("「か」", "か"),
        ("っ", "た"),
    ],
)
def test_sections_of_readings(reading: str, section: str) -> None:
    assert reading_section(reading) == section


def test_english_stands_letter_by_letter() -> None:
    ordered = ["5G", "A", "abbé", "Abc", "a-bomb", "the Group of Seven", "IT", "the"]
    backwards = ordered[::-1]
    assert sorted(backwards, key=alphabetical_order) == ordered


@pytest.mark.parametrize(
    ("text", "section"), [("École", "E"), ("the treaty", "T"), ("5G", "0–9"), ("条約", "＃"), ("…", "＃"), ("a", "A")]
)
def test_sections_of_english(text: str, section: str) -> None:
    assert alphabetical_section(text) == section
