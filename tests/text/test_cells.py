from __future__ import annotations

import unicodedata

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from rnk_gloss.text.cells import cell_width, clusters, fit, kwic, printable, wrap

NASTY = [
    "",
    "plain ASCII",
    "翻訳メモリ",
    "ﾌﾟﾛｸﾞﾗﾑ",
    "葛\U000e0100城",
    "𠮷野家",
    unicodedata.normalize("NFD", "ガギグがぎぐ"),
    "👨‍👩‍👧‍👦と👩🏽‍💻",
    "❤️☎️1️⃣#⃣",
    "🇯🇵🇬🇧",
    "閉じ[/注]る",
    "①※…→●◐▌█",
    "e\u0301te\u0301",
    "한글\u1112\u1161\u11ab",
    "ゼロ\u200b幅\u200d空\u2060白",
    "①\ufe0f→\ufe0f",
    "カ\u3099ﾞ゛",
    "\u0301始まり",
    "Привет — Ελλάδα",
]
nasty_text = st.text(
    alphabet=st.sampled_from("あ漢ｶﾞﾟ。」（ー、a1 \n\t\x1b\u200d\ufe0f❤👩👨🏽🇯🇵か\u3099\U000e0100葛𠮷é\u0301①…"),
    max_size=60,
)


@pytest.mark.parametrize("text", NASTY)
def test_width_agrees_with_rich(text: str) -> None:
    assert cell_width(text) == cell_len(text)


@given(nasty_text)
@settings(max_examples=150)
def test_width_agrees_with_rich_on_any_mixture(text: str) -> None:
    assert cell_width(text) == cell_len(text)


def test_emoji_style_agrees_with_rich_on_every_symbol() -> None:
    symbols = [chr(point) for point in [*range(0x20, 0x3300), *range(0x1F000, 0x1FB00)]]
    widened = [sign for sign in symbols if cell_width(sign + "\ufe0f") > cell_width(sign)]
    assert widened == [sign for sign in symbols if cell_len(sign + "\ufe0f") > cell_len(sign)]


@given(nasty_text)
@settings(max_examples=60)
def test_clusters_are_the_text(text: str) -> None:
    assert "".join(cluster.text for cluster in clusters(text)) == text


@pytest.mark.parametrize(
    ("text", "signs"),
    [
        pytest.param("か\u3099く", ["か\u3099", "く"], id="combining dakuten"),
        pytest.param("ｶﾞｷ", ["ｶﾞ", "ｷ"], id="half-width dakuten"),
        pytest.param("葛\U000e0100城", ["葛\U000e0100", "城"], id="ideographic variation"),
        pytest.param("👩🏽‍💻x", ["👩🏽‍💻", "x"], id="emoji sequence"),
        pytest.param("🇯🇵🇬🇧", ["🇯🇵", "🇬🇧"], id="flags"),
    ],
)
def test_signs_stay_whole(text: str, signs: list[str]) -> None:
    assert [cluster.text for cluster in clusters(text)] == signs


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        pytest.param("\x1b[31m赤\x1b[0m", "␛[31m赤␛[0m", id="escape sequence"),
        pytest.param("\x9b31m", "�31m", id="C1 introducer"),
        pytest.param("a\tb\nc\rd\x00\x7f", "a b␊c␍d␀␡", id="controls"),
        pytest.param("abc\u202edcb\u2066x\u2069\u200f", "abcdcbx", id="reordering marks"),
        pytest.param("\ufeff語\u00adの", "語の", id="byte order mark and soft hyphen"),
        pytest.param("行\u2028段\u2029", "行␊段␊", id="line and paragraph separators"),
        pytest.param("\ud83d", "�", id="lone surrogate"),
        pytest.param("\ufe0f字\u200d", "字", id="marks that would join a neighbour"),
        pytest.param("👩‍💻が葛\U000e0100", "👩‍💻が葛\U000e0100", id="joiners and variation selectors stay"),
    ],
)
def test_printable(text: str, shown: str) -> None:
    assert printable(text) == shown


@given(st.text(max_size=40))
@settings(max_examples=100)
def test_nothing_dangerous_is_left(text: str) -> None:
    shown = printable(text)
    assert printable(shown) == shown
    assert not [character for character in shown if unicodedata.category(character) in {"Cc", "Cs", "Zl", "Zp"}]
    assert not set(shown) & set("\u202a\u202b\u202d\u202e\u2066\u2067\u2068")


@pytest.mark.parametrize(
    ("text", "width", "left", "right"),
    [
        pytest.param("翻訳", 6, "翻訳  ", "  翻訳", id="padded"),
        pytest.param("翻訳メモリ", 10, "翻訳メモリ", "翻訳メモリ", id="exact"),
        pytest.param("翻訳メモリ", 7, "翻訳メ…", "…メモリ", id="cut"),
        pytest.param("翻訳メモリ", 6, "翻訳… ", " …モリ", id="cut inside a wide sign"),
        pytest.param("翻訳", 1, "…", "…", id="one cell"),
        pytest.param("翻訳", 0, "", "", id="no cell"),
        pytest.param("\x1b[1m", 6, "␛[1m  ", "  ␛[1m", id="escape made visible"),
    ],
)
def test_fit(text: str, width: int, left: str, right: str) -> None:
    assert fit(text, width) == left
    assert fit(text, width, "right") == right


@given(nasty_text, st.integers(0, 30), st.sampled_from(["left", "right"]))
@settings(max_examples=150)
def test_fit_is_exact(text: str, width: int, align: str) -> None:
    assert cell_len(fit(text, width, "left" if align == "left" else "right")) == width


@given(nasty_text, st.text(alphabet="翻訳ab", max_size=6), nasty_text, st.integers(0, 40))
@example("1", "", "🏽\ufe0f", 2)
@example("", "a", "゙\u200d1", 2)
@settings(max_examples=100)
def test_kwic_is_exact(left: str, key: str, right: str, width: int) -> None:
    assert cell_len(kwic(left, key, right, width)) == width


def test_kwic_keeps_what_is_near_the_key() -> None:
    assert kwic("遠い昔の長い話に出る", "合言葉", "を知る者は少ない", 22) == " …に出る合言葉を知る… "
    assert kwic("前", "とても長い合言葉", "後", 8) == "とても… "


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        pytest.param("これは試験です。", 8, ["これは試", "験です。"], id="plain"),
        pytest.param("これは四字。次", 10, ["これは四", "字。次"], id="stop not at the start"),
        pytest.param("これは試「験」", 10, ["これは試", "「験」"], id="opening bracket not at the end"),
        pytest.param("これはデータ。", 8, ["これは", "データ。"], id="long mark stays"),
        pytest.param("小さいっ字", 6, ["小さ", "いっ字"], id="small kana stays"),
        pytest.param("新しいcontainerを使う", 12, ["新しい", "containerを", "使う"], id="Latin word whole"),
        pytest.param("ＡＢＣＤを見る", 6, ["ＡＢＣ", "Ｄを見", "る"], id="over-long full-width word folded"),
        pytest.param("internationalisation", 8, ["internat", "ionalisa", "tion"], id="over-long Latin folded"),
        pytest.param("one two three", 7, ["one two", "three"], id="space at the break dropped"),
        pytest.param("internationalis。", 15, ["internationali", "s。"], id="letter carried down with the stop"),
        pytest.param("落語。  b", 6, ["落語。", "b"], id="spaces at the break dropped"),
        pytest.param("甲\n\n乙\r\n丙", 8, ["甲", "", "乙", "丙"], id="line breaks kept"),
        pytest.param("　段落の頭", 8, ["　段落の", "頭"], id="indent kept"),
        pytest.param("", 8, [""], id="empty"),
        pytest.param("漢字", 1, ["漢", "字"], id="narrower than a kanji"),
    ],
)
def test_wrap(text: str, width: int, lines: list[str]) -> None:
    assert wrap(text, width) == lines


@given(nasty_text, st.integers(2, 30))
@example("、\u200d🇯🇯", 2)
@settings(max_examples=200)
def test_wrapped_lines_fit_and_lose_nothing(text: str, width: int) -> None:
    lines = wrap(text, width)
    assert all(cell_len(line) <= width for line in lines)
    assert _visible("".join(lines)) == _visible(printable(text.replace("\n", "")))


def _visible(text: str) -> str:
    return "".join(character for character in text if not character.isspace() and character not in "\u200d\ufe0f")


@given(st.text(alphabet="あいう漢字、。」「（）ー", max_size=80), st.integers(14, 30))
@settings(max_examples=150)
def test_kinsoku(text: str, width: int) -> None:
    runs_fit = all(cell_width(run) + 2 <= 8 for run in _closing_and_opening_runs(text))
    if runs_fit:
        lines = wrap(text, width)
        assert not [line for line in lines[1:] if line[:1] and line[0] in "、。」）ー"]
        assert not [line for line in lines[:-1] if line[-1:] and line[-1] in "「（"]


def _closing_and_opening_runs(text: str) -> list[str]:
    marked = "".join(character if character in "、。」）ー「（" else " " for character in text)
    return marked.split()


def test_wrapping_is_linear() -> None:
    assert len(wrap("。" * 20_000 + "「" * 20_000, 20)) > 2_000
