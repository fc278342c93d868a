"""What two texts say by themselves about a translation."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rnk_gloss.check.pair import check_texts
from rnk_gloss.model.finding import Finding, FindingKind, Severity


def check(source: str, target: str) -> list[Finding]:
    return list(check_texts(source, target, "ja", "en"))


def told(source: str, target: str) -> list[str]:
    """The findings in short: kind, and what is wanted and found."""
    return [f"{one.kind}: {' '.join(one.wanted)} / {' '.join(one.found)}" for one in check(source, target)]


RIGHT = [
    pytest.param("人口は一万二千人だ。", "The population is 12,000.", id="kanji numerals"),
    pytest.param("令和6年6月19日に署名した。", "It was signed on June 19, 2024.", id="era and date"),
    pytest.param("2017 年 6 月に 1 億 4 千万ドルを払った。", "In June 2017 it paid $140 million.", id="spaced digits"),
    pytest.param("支持率は 70 パーセントだった。", "Support stood at 70 percent.", id="spaced percent"),
    pytest.param("20日に会談した。", "They met on June 20.", id="month named on one side"),
    pytest.param("30〜40％減った。", "It fell by 30% to 40%.", id="a range of percentages"),
    pytest.param("午後5時半に始まる。", "It starts at 5.30 p.m.", id="half past"),
    pytest.param("午後3時に集まる。", "Meet at 15:00.", id="afternoon hours"),
    pytest.param("正午までに届く。", "It arrives by 12.", id="noon"),
    pytest.param("過去20年間で倍増した。", "It doubled in the past two decades.", id="decades"),
    pytest.param("約5割を占める。", "It makes up about half.", id="half"),
    pytest.param("90年代の音楽。", "Music of the 1990s.", id="years in short"),
    pytest.param("一つの国だけが反対した。", "Only one country objected.", id="small counts"),
    pytest.param("もう一人の代表", "another delegate", id="a small count on one side"),
    pytest.param("二、三日で直る。", "It will be mended in a few days.", id="two or three"),
    pytest.param("詳細は https://example.jp/%E6%9D%A1 を参照。", "See https://example.com/treaty-7.", id="addresses"),
    pytest.param("{name} さんが %s を更新しました。", "{name} has updated %s.", id="placeholders"),
    pytest.param("進捗は 50%です。", "It is 50% done.", id="per cent before a word"),
    pytest.param("<b>重要</b>：再起動<br/>", "<b>Important</b>: restart<br />", id="tags"),
    pytest.param('<a href="ja.html">条約</a>', '<a href="en.html">Treaty</a>', id="tags with other attributes"),
    pytest.param("同条約〔１〕は発効した。", "The treaty [1] entered into force.", id="numbers of notes"),
    pytest.param("`文書 <intro>` を読む。", "Read `the document`.", id="a link is no tag"),
    pytest.param("a) 項目", "a) an item", id="points of a list"),
    pytest.param("(1) 項目 2) 次", "(1) an item 2) the next :)", id="points and a smile"),
    pytest.param("幅は値 (88 になる) です。", "The width (rounded up to 88).", id="a bracket after a number"),
    pytest.param("これからは頑張ると述べた。", 'We can push on and be successful."', id="a quotation goes on"),
    pytest.param("会ったことのある人", "those he had had to meet", id="rightly twice"),
    pytest.param("ドゥラン・ドゥランの曲", "a song by Duran Duran", id="a name twice"),
    pytest.param("岸田氏は言った。", "Mr Kishida (岸田) said so.", id="Japanese in brackets"),
    pytest.param("「漢字」の読み", "how to read “漢字、かな”", id="Japanese in quotation marks"),
    pytest.param("行くのか。", "Are you going?", id="a question with a stop"),
    pytest.param("概要", "Overview", id="a heading"),
    pytest.param("彼は言った：", "He said:", id="a colon"),
    pytest.param("Python 3.11", "Python 3.11", id="nothing to translate"),
    pytest.param("", "An addition.", id="no source"),
    pytest.param("終わり。  次。", "The end.  Next.", id="two spaces after a stop"),
]

WRONG = [
    pytest.param("条約", "", ["empty:  / "], id="empty"),
    pytest.param("条約", " \u3000", ["empty:  / "], id="blank"),
    pytest.param("条約に署名した。", "条約に署名した。", ["same:  / "], id="the source itself"),
    pytest.param("条約に署名した。", "They signed 条約.", ["untranslated:  / 条約"], id="a word left"),
    pytest.param(
        "条約、第3条。", "条約、第3条。", ["same:  / "], id="the source itself, with numbers and marks, is told once"
    ),
    pytest.param("一万二千人", "1,200 people", ["number: 一万二千 / 1,200"], id="a nought lost"),
    pytest.param("令和6年に", "in 2023", ["number: 令和6 / 2023"], id="another year"),
    pytest.param("3割増", "up 3 percent", ["number: 3割 / 3 percent"], id="tenths"),
    pytest.param("第５条", "the article", ["number: ５ / "], id="a number missing"),
    pytest.param("条項", "17 articles", ["number:  / 17"], id="a number added"),
    pytest.param("新型コロナ", "COVID-19", [], id="a number in a name that the source has otherwise"),
    pytest.param("KN-23を", "a KN-24", ["number: 23 / 24"], id="another number in the same name"),
    pytest.param("12人と34人", "43 and 21", ["number: 12 / 43", "number: 34 / 21"], id="two numbers, side by side"),
    pytest.param("%s を開く", "Open it", ["inline-code: %s / "], id="placeholder lost"),
    pytest.param("{name} を開く", "Open {nome}", ["inline-code: {name} / {nome}"], id="placeholder spoilt"),
    pytest.param("<b>重要</b>", "<b>Important", ["inline-code: </b> / "], id="tag lost"),
    pytest.param("開く", "Open <i>it</i>", ["inline-code:  / <i>", "inline-code:  / </i>"], id="tags added"),
    pytest.param("条約〔2〕", "treaty [1]", ["inline-code: 〔2〕 / [1]"], id="another note"),
    pytest.param("（注を参照）", "(see the note", ["unpaired:  / ("], id="a bracket left open"),
    pytest.param("「行く」と言った。", 'He said, "Go.', ["unpaired:  / \""], id="a quotation mark left open"),
    pytest.param("大学で", "major in in college", ["repeated-word:  / in in"], id="a word twice"),
    pytest.param("終わった。", "It ended", ["closing-mark: 。 / "], id="no full stop"),
    pytest.param("終わったの？", "It ended.", ["closing-mark: ？ / ."], id="a question no more"),
    pytest.param("はい、そうです。", "Yes、it is.", ["full-width:  / 、"], id="a Japanese comma"),
    pytest.param("ＡＢＣ社", "ＡＢＣ", ["full-width:  / ＡＢＣ"], id="full-width letters"),
    pytest.param("新しい条約", "a new  treaty", ["double-space:  / "], id="two spaces"),
    pytest.param("条約", "treaty ", ["outer-space:  / "], id="a space at the end"),
    pytest.param("はい、そうです。", "Yes , it is.", ["space-before-mark:  / ,"], id="a space before a comma"),
]  # fmt: skip


@pytest.mark.parametrize(("source", "target"), RIGHT)
def test_a_right_translation_raises_no_alarm(source: str, target: str) -> None:
    assert told(source, target) == []


@pytest.mark.parametrize(("source", "target", "findings"), WRONG)
def test_a_slip_is_found(source: str, target: str, findings: list[str]) -> None:
    assert told(source, target) == findings


def test_spans_point_at_what_is_meant() -> None:
    source, target = "第12条：<b>期限</b>", "Article 13: <i>term</b>"
    found = {
        (one.source_span and source[slice(*one.source_span)], one.target_span and target[slice(*one.target_span)])
        for one in check(source, target)
    }
    assert found == {("12", "13"), ("<b>", "<i>")}


@pytest.mark.parametrize(
    ("source", "target", "message"),
    [
        ("12人", "13 people", "the source has 12, the translation 13"),
        ("12人", "people", "the number 12 of the source is missing"),
        ("人々", "13 people", "the number 13 does not stand in the source"),
        ("%s", "%d", "%d stands where the source has %s"),
        ("終わった。", "It ended", "no mark at the end, where the source ends with 。"),
        ("条約", "", "there is no translation"),
    ],
)
def test_a_message_says_what_is_wrong(source: str, target: str, message: str) -> None:
    assert [one.message for one in check(source, target)][-1:] == [message]


def test_errors_are_what_is_surely_wrong() -> None:
    (finding,) = check("%s を開く", "Open it")
    assert (finding.kind, finding.severity) == (FindingKind.INLINE_CODE, Severity.ERROR)


def test_a_translation_into_japanese_is_not_held_to_english_marks() -> None:
    assert list(check_texts("It was signed in 2024.", "2024年に、署名した。", "en", "ja")) == []
    assert [one.kind for one in check_texts("It was signed in 2024.", "2023年に署名した。", "en", "ja")] == ["number"]


@given(st.text(max_size=60), st.text(max_size=60))
@settings(max_examples=300, deadline=None)
def test_any_texts_can_be_checked_and_every_span_lies_in_its_text(source: str, target: str) -> None:
    for one in check(source, target):
        assert one.message
        for span, text in ((one.source_span, source), (one.target_span, target)):
            assert span is None or 0 <= span.start <= span.end <= len(text)


@pytest.mark.parametrize("piece", ["<a ", "{", "%", "(", "1 万 ", '"', "〔1", "a a ", "条 ", "  ,", "a) ", "%("])
def test_a_hostile_text_takes_no_time_to_speak_of(piece: str) -> None:
    text = piece * (40_000 // len(piece))
    start = time.process_time()
    check("条約。" + text, "A treaty. " + text[1:])
    assert time.process_time() - start < 3
