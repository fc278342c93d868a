"""Dates, times of day and money have one key however they are written, and what only looks like one keeps its own."""

from __future__ import annotations

import pytest

from rnk_gloss.text.match_key import match_key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("AM8:00に開く", "午前8時に開く", id="AM before the hour"),
        pytest.param("8:30 a.m. に開く", "午前8時30分に開く", id="a.m. behind the minutes"),
        pytest.param("PM6時に閉じる", "18:00に閉じる", id="PM and 時"),
        pytest.param("12:30pmの便", "12時30分の便", id="half past noon"),
        pytest.param("時間は9:00～18:00だ", "時間は9時から18時までだ", id="from an hour to another"),
        pytest.param("営業時間：9時～18時", "営業時間：9時から18時", id="from an hour to another, at the end"),
        pytest.param("9時から18時の間に来る", "9:00～18:00の間に来る", id="between two hours"),
        pytest.param("期間は4月1日から5月3日までです", "期間は4月1日～5月3日です", id="from a day to another"),
        pytest.param("7/20まで受け付ける", "7月20日まで受け付ける", id="a day with a stroke"),
        pytest.param("7/20(土)に行う", "7月20日（土曜日）に行う", id="a day of the week behind it"),
        pytest.param("会期は10/3～11/5", "会期は10月3日～11月5日", id="a day to another, with strokes"),
        pytest.param("$500を返す", "500ドルを返す", id="dollars"),
        pytest.param("会費は50€だ", "会費は50ユーロだ", id="euros"),
        pytest.param("￥5万を払う", "5万円を払う", id="yen with a large unit"),
        pytest.param("遅れは10ミリ秒", "遅れは10ms", id="milliseconds"),
        pytest.param("震度五強を記録", "震度5強を記録", id="a scale"),
        pytest.param("9/1に提出する", "9月1日に提出する", id="a day on which something is handed in"),
        pytest.param("4月末日に払う", "4月30日に払う", id="the last day of a month"),
        pytest.param("1分52秒07で泳ぐ", "1分52.07秒で泳ぐ", id="hundredths behind the seconds"),
        pytest.param("公布の日より施行する", "公布の日から施行する", id="より at a beginning"),
        pytest.param("四月一日より発売", "4月1日から発売", id="より behind a date"),
        pytest.param("3か年で終える", "3年間で終える", id="years"),
        pytest.param("15歳から64歳までの人", "15～64歳の人", id="from an age to another"),
        pytest.param("80平米の部屋", "80㎡の部屋", id="square metres"),
        pytest.param("率は一・二六となった", "率は1.26となった", id="a rate in vertical text"),
        pytest.param("半径2キロ以内", "半径2km以内", id="kilometres around"),
    ],
)
def test_two_notations_have_one_key(one: str, other: str) -> None:
    assert match_key(one) == match_key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("AM8:00に開く", "PM8:00に開く", id="morning and evening"),
        pytest.param("1/2から始める", "1月2日から始める", id="a half"),
        pytest.param("7/20の割合", "7月20日の割合", id="a share"),
        pytest.param("9時から18時までに送る", "9時-18時に送る", id="by an hour"),
        pytest.param("開始を9時から10時に変える", "開始を9時-10時に変える", id="changed from one to another"),
        pytest.param("3人から5人まで", "3から5人まで", id="people"),
        pytest.param("18時間PMを走る", "18時PMを走る", id="hours that are no time of day"),
        pytest.param("出力は5MWだ", "出力は5mWだ", id="millions and thousandths of a watt"),
        pytest.param("圧力は２ＭＰａだ", "圧力は２ｍＰａだ", id="the same in full width"),
        pytest.param("$500", "€500", id="currencies"),
        pytest.param("1/2に減らす", "1月2日に減らす", id="to a half"),
        pytest.param("2月末日に払う", "2月28日に払う", id="the last day of February"),
        pytest.param("3秒5回の点滅", "3.5秒回の点滅", id="so many seconds, so many times"),
        pytest.param("昨日より寒い", "昨日から寒い", id="colder than yesterday"),
        pytest.param("二・二六事件", "2.26事件", id="a day that gave an event its name"),
        pytest.param("荷物は2キロ以内", "荷物は2km以内", id="kilograms"),
        pytest.param("速度は100Mbps", "速度は100MBps", id="bits and bytes a second"),
        pytest.param("容量は5Mb", "容量は5MB", id="bits and bytes"),
        pytest.param("3V型の電池", "35型の電池", id="three volts, and no Roman five"),
    ],
)
def test_what_means_another_thing_has_another_key(one: str, other: str) -> None:
    assert match_key(one) != match_key(other)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("pm2.5の濃度", id="fine dust"),
        pytest.param("pm10の濃度", id="dust"),
        pytest.param("ipam9の表", id="letters of a name"),
        pytest.param("25pmの値", id="no hour"),
        pytest.param("3から5までの数", id="numbers that are no times"),
    ],
)
def test_what_is_no_time_is_left_alone(text: str) -> None:
    assert match_key(text) == text
