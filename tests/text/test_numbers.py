from __future__ import annotations

import time
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rnk_gloss.model.span import Span
from rnk_gloss.text.japanese_numbers import numeral_value
from rnk_gloss.text.numbers import Number, find_numbers


def keys(text: str, language: str) -> str:
    """The numbers in short: `6` a number, `6%` a percentage, `M6` a month."""
    short = {"number": "{}", "percent": "{}%", "month": "M{}"}
    return " ".join(short[number.kind].format(number.value) for number in find_numbers(text, language))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param(
            "一万二千人 1万2千人 12,000人 １２，０００人", "12000 12000 12000 12000", id="one number four ways"
        ),
        pytest.param("3億5,000万円、1.5億円、2兆3000億", "350000000 150000000 2300000000000", id="large units"),
        pytest.param("3千万と百二十と五千", "30000000 120 5000", id="small units"),
        pytest.param("二〇二四年 一九四五 一〇〇", "2024 1945 100", id="positional kanji"),
        pytest.param("令和6年、平成元年、昭和五十年、明治２３年", "2024 1989 1975 1890", id="eras"),
        pytest.param("平成30〜31年", "2018 31", id="range of era years"),
        pytest.param("大正時代と昭和の町、令和", "", id="era without a year"),
        pytest.param("6月19日、十二月三十一日", "M6 19 M12 31", id="dates"),
        pytest.param("6か月、6カ月、六ヶ月、6月間、13月", "6 6 6 6 13", id="months that are no month of the year"),
        pytest.param("3割、三割五分、2割引、30％、30 %、30パーセント", "30% 35% 20% 30% 30% 30%", id="percent"),
        pytest.param("2割る3は", "2 3", id="division is no percentage"),
        pytest.param("三・五％と9・19合意", "7/2% 9 19", id="kanji decimal"),
        pytest.param("3分の1、三分の二、10分の道", "1/3 2/3 10", id="fractions"),
        pytest.param("六者協議と6者協議、二国間、三か国", "6 6 2 3", id="counters"),
        pytest.param("第三者、第１２３回、第二次", "3 123 2", id="ordinals"),
        pytest.param("一部の三菱、一方、万一、十分な、一番、一度、一時、唯一人", "", id="words that are no numbers"),
        pytest.param("統一回答、再三、三日月、六本木、八百屋、五十嵐、千葉、京都", "", id="numerals inside words"),
        pytest.param("七五三の祝い、一二三個", "123", id="numeral-like word before a counter"),
        pytest.param("十分間と一時間と一人と一つ", "10 1 1 1", id="real counters of such numerals"),
        pytest.param("数十人、何百、十数人、数10件", "", id="approximate"),
        pytest.param("3.5と3.5.1と1,234,567.89", "7/2 3 5 1 123456789/100", id="decimals and versions"),
        pytest.param("G7とKN-23、2024/5/6 10:30", "7 23 2024 5 6 10 30", id="codes and times"),
        pytest.param("1,2、1,23、05", "1 2 1 23 5", id="commas that group nothing"),
        pytest.param("ゼロから、ゼロックス", "0", id="zero in katakana"),
        pytest.param("零から三八度線まで", "38", id="single numeral without counter"),
    ],
)
def test_japanese(text: str, found: str) -> None:
    assert keys(text, "ja") == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param(
            "3.4 million, $50 billion, £2bn, $3m, 3k", "3400000 50000000000 2000000000 3000000 3000", id="scales"
        ),
        pytest.param("5m wide and 3b later", "5 3", id="letters that are no scale"),
        pytest.param("twelve thousand and thirty-five", "12035", id="words"),
        pytest.param("two hundred and fifty-three thousand four hundred", "253400", id="long words"),
        pytest.param("three and four, five or six", "3 4 5 6", id="words that do not join"),
        pytest.param("one of a kind, a hundred, one million, a dozen", "100 1000000 12", id="one and a"),
        pytest.param("hundreds of millions, several thousand", "", id="scales alone"),
        pytest.param("first, second, twenty-first, 22nd, 3rd", "1 2 21 22 3", id="ordinals"),
        pytest.param("one-third, two thirds, three quarters, a third", "1/3 2/3 3/4 3", id="fractions"),
        pytest.param("30%, 30 percent, thirty per cent, 2.5 percentage points", "30% 30% 30% 5/2%", id="percent"),
        pytest.param("June 19, 19 June, Jan. 7, in Sept. 2020", "M6 19 19 M6 M1 7 M9 2020", id="months"),
        pytest.param("in May 2024, 5 March, since March", "M5 2024 5 M3 M3", id="ambiguous months"),
        pytest.param("He may march on. May I? Jan came. A dec.", "", id="words that are no months"),
        pytest.param("1,234.5 in the 1990s, version 3.5.1", "2469/2 1990 3 5 1", id="digits"),
        pytest.param("at 7.55am and 4.40 p.m.", "7 55 4 40", id="times"),
        pytest.param("１２，０００ people", "12000", id="full-width"),
        pytest.param("someone stoned the tenant", "", id="numerals inside words"),
    ],
)
def test_english(text: str, found: str) -> None:
    assert keys(text, "en") == found


@pytest.mark.parametrize(
    ("japanese", "english"),
    [
        pytest.param("令和6年6月19日に署名した。", "It was signed on June 19, 2024.", id="date"),
        pytest.param("参加者は一万二千人だった。", "Twelve thousand people took part.", id="kanji and words"),
        pytest.param("税率は3割になる。", "The tax rate will be 30 percent.", id="割 and percent"),
        pytest.param("費用は五百億円だ。", "It costs ¥50 billion.", id="億 and billion"),
        pytest.param("3分の2が賛成した。", "Two-thirds were in favour.", id="fraction"),
    ],
)
def test_both_languages_meet(japanese: str, english: str) -> None:
    assert sorted(number.key for number in find_numbers(japanese, "ja")) == sorted(
        number.key for number in find_numbers(english, "en")
    )


def test_places_are_those_of_the_text() -> None:
    text = "令和６年に３０％、６月は１２，０００円"
    assert [(number.kind, number.text) for number in find_numbers(text)] == [
        ("number", "令和６"),
        ("percent", "３０％"),
        ("month", "６月"),
        ("number", "１２，０００"),
    ]
    assert find_numbers("約3.5倍") == [Number("number", Fraction(7, 2), Span(1, 4), "3.5")]


def test_values_are_exact() -> None:
    assert find_numbers("0.1と12345678901234567890")[0].value == Fraction(1, 10)
    assert find_numbers("0.1と12345678901234567890")[1].value == 12345678901234567890


def test_what_is_no_numeral_has_no_value() -> None:
    assert [numeral_value(text) for text in ("", "abc", "万", "十二人", "9" * 101)] == [None] * 5


def _kanji(value: int) -> str:
    digits = "〇一二三四五六七八九"
    written = ""
    for size, large in ((10**8, "億"), (10**4, "万"), (1, "")):
        group, value = divmod(value, size)
        if group:
            for unit, small in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
                digit, group = divmod(group, unit)
                if digit:
                    written += ("" if digit == 1 and unit in {10, 100} else digits[digit]) + small
            written += large
    return written or "零"


@given(st.integers(10, 10**12 - 1))
@settings(max_examples=150)
def test_kanji_and_digits_mean_the_same(value: int) -> None:
    for written in (
        _kanji(value),
        f"{value}",
        f"{value:,}",
        "".join("〇一二三四五六七八九"[int(d)] for d in str(value)),
    ):
        assert [number.value for number in find_numbers(f"約{written}個")] == [value], written


@given(st.text(alphabet=st.sampled_from("0１29.,・一三〇十百千万億分の割％年月日令和平成元第数 -/"), max_size=40))
@settings(max_examples=300)
def test_any_mixture_gives_ordered_spans_in_japanese(text: str) -> None:
    check_spans(text, "ja")


@given(
    st.lists(st.sampled_from([*"0１29.,%-/ kmbn", "one ", "ten ", "hundred ", "and ", "third", "May "])).map("".join)
)
@settings(max_examples=300)
def test_any_mixture_gives_ordered_spans_in_english(text: str) -> None:
    check_spans(text, "en")


def check_spans(text: str, language: str) -> None:
    place = 0
    for number in find_numbers(text, language):
        assert place <= number.span.start < number.span.end
        assert text[number.span.start : number.span.end] == number.text
        place = number.span.end


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("unit", ["9", "1,", "一", "十百千", "三分の", "a ", "million ", "1,234"])
def test_long_runs_are_read_in_time(unit: str, language: str) -> None:
    started = time.process_time()
    find_numbers(unit * (30_000 // len(unit)), language)
    assert time.process_time() - started < 2


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("1 万 5 千ドル、1 億 4 千万ドル", "15000 140000000", id="large units"),
        pytest.param("2017 年 6 月 29 日", "2017 M6 29", id="dates"),
        pytest.param("70 パーセント、3 割、4 分の 3", "70% 30% 3/4", id="shares"),
        pytest.param("10 5 20", "10 5 20", id="numbers beside each other"),
    ],
)
def test_a_space_between_digits_and_kanji_changes_nothing(text: str, found: str) -> None:
    assert keys(text, "ja") == found
    assert all(text[slice(*number.span)] == number.text for number in find_numbers(text, "ja"))
