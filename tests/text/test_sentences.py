from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rnk_gloss.text.sentences import sentence_spans, split_sentences

# Sentences are divided by |.
JAPANESE = [
    pytest.param("朝になった。|鳥が鳴く。", id="full stops"),
    pytest.param("朝になった", id="no stop"),
    pytest.param("「そうです。」と言った。|次へ進む。", id="quote with と"),
    pytest.param("「もう帰る。」って言った。", id="quote with って"),
    pytest.param("「早く。」などの声が上がる。", id="quote with など"),
    pytest.param("「雨だ。」|彼は傘を開いた。", id="quote, then a new sentence"),
    pytest.param("「雨だ。」|しかし彼は歩いた。", id="quote, then a conjunction"),
    pytest.param("「雨だ。」|だから彼は戻った。", id="conjunction that begins like a particle"),
    pytest.param("彼の「行くぞ。」発言が広まった。", id="quote that modifies a noun"),
    pytest.param("『まさかの朝。』監督が語る。", id="title with a stop"),
    pytest.param("彼は述べた：「終わりだ。」|会場は静まった。", id="quote after a colon"),
    pytest.param("「はい。」|「いいえ。」", id="adjacent quotes"),
    pytest.param("二人は「雨だ。」|「晴れる。」と言い合う。", id="adjacent quotes inside a sentence"),
    pytest.param("彼女の「はい。」　|その声は小さい。", id="quote and ideographic space"),
    pytest.param("「何だ！？」|「来るぞ！」", id="adjacent quotes with marks"),
    pytest.param("「京都」「奈良」「大阪」を回る。", id="adjacent names are a list"),
    pytest.param("「雨だ。」とつぶやき、「帰ろう。」と言った。", id="two quotes in one sentence"),
    pytest.param("「一つ目。二つ目。三つ目。」と数えた。", id="short quote stays whole"),
    pytest.param("「彼が「行け。」と命じた。」と聞いた。", id="nested quotes"),
    pytest.param("彼は「行こう。|と言った。|次の話だ。", id="unclosed quote swallows nothing"),
    pytest.param("終わりだ。」と言った。|次の話だ。", id="closing bracket of an earlier paragraph"),
    pytest.param("本文（注意する。詳細は後で述べる。）が続く。", id="sentences in parentheses"),
    pytest.param("（注意すること。）|本文が始まる。", id="parenthesis as a sentence"),
    pytest.param("これで終わる（以上。）。|次だ。", id="stop after the parenthesis"),
    pytest.param("本当か？！|そうだ……。|続ける。", id="runs of marks"),
    pytest.param("まだ……続く‥のか。", id="ellipsis alone"),
    pytest.param("え？|まさか！|うん。", id="question and exclamation marks"),
    pytest.param("え？　|まさか。", id="mark and ideographic space"),
    pytest.param("うん!!|それで?|はい。", id="half-width marks"),
    pytest.param("やった！と叫んだ。", id="mark and と"),
    pytest.param("何だ?って聞いた。", id="mark and って"),
    pytest.param("本当？|ところで話がある。", id="mark and ところで"),
    pytest.param("今が旬！の野菜を買う。", id="mark and の"),
    pytest.param("Yahoo!ニュースで読んだ。|Yahoo！知恵袋も見た。", id="name with a mark"),
    pytest.param("バージョン３．５を使う。", id="full-width decimal"),
    pytest.param("結果を示す．|図３．２に例を置く，と書いた．|以上．", id="academic stops"),
    pytest.param("提案手法はLSTMである．|比較したのはBERT．|結果は良い．", id="academic stop after Latin"),
    pytest.param("円周率は3.14である. |次に進む. |終わり.", id="ASCII stops after kana"),
    pytest.param("１．はじめに述べる．|次に進む．", id="list marker"),
    pytest.param("ア．最初の案を採る。|イ．次の案を採る。", id="kana list marker"),
    pytest.param("1. 手順を読む。|2. 実行する。", id="ASCII list marker"),
    pytest.param("（1）目的を書く。|（2）方法を書く。", id="bracketed list marker"),
    pytest.param("これは古い。[12]|それは新しい。（注3）|終わる。", id="note numbers"),
    pytest.param("負けました。（笑）|次は勝つ。", id="laughter"),
    pytest.param("楽しい！♪|次へ。", id="note after a mark"),
    pytest.param("https://example.org/?q=a.b を開く。|file.txt を消す。", id="address and file name"),
    pytest.param("これは、。を使わない。", id="stop and を"),
    pytest.param('それは "実験。" と呼ばれた。|次。', id="straight quotes"),
    pytest.param("｢ﾊｲ｡｣ﾄ言ｯﾀ｡|ﾂｷﾞ｡", id="half-width kana"),
    pytest.param("一行目\n|二行目。\n\n|三行目", id="line breaks"),
    pytest.param("　字下げの段落。\r\n|次の段落。", id="indent and CRLF"),
    pytest.param("本文だ。\n|A. Writer, Short Title. |Some Press, 1999.", id="a Latin line in Japanese text"),
]

ENGLISH = [
    pytest.param("It rained. |We stayed.", id="full stops"),
    pytest.param("No stop at all", id="no stop"),
    pytest.param("Mr. Hill met Mrs. Lake and Dr. Wood. |They talked.", id="titles"),
    pytest.param("Sens. Hill and Lake voted. |Det. Wood and Sgt. Reed watched.", id="ranks"),
    pytest.param("Prof. J. K. Hill wrote it. |George W. Lake read it.", id="initials"),
    pytest.param("She has a Ph.D. in law. |He has none.", id="degree inside"),
    pytest.param("She earned a Ph.D. |He did not.", id="degree at the end"),
    pytest.param("The U.S. Senate met. |It voted.", id="U.S. before a name"),
    pytest.param("They live in the U.S. |The house is old.", id="U.S. at the end"),
    pytest.param("He left at 5 p.m. on Friday. |She came at 9 a.m. |Everyone waited.", id="times"),
    pytest.param("It opens at 9 a.m. EST daily. |Come early.", id="time zone"),
    pytest.param("See No. 5 and Fig. 3. |Then go.", id="numbers after abbreviations"),
    pytest.param("He said no. |But she agreed.", id="the word no"),
    pytest.param("It ended on Jan. 5 at noon. |In Jan. |We left in Feb. 2020.", id="months"),
    pytest.param("Use fruit, e.g. Apples, i.e. Malus, cf. Table 2. |Done.", id="Latin abbreviations"),
    pytest.param("Bring pens, paper, etc. |Then begin.", id="etc at the end"),
    pytest.param("Acme Inc. Chairman Hill spoke. |He founded Acme Inc. |The firm grew.", id="companies"),
    pytest.param("It cost $3.5 million, or 20,000.5 yen. |15 people paid.", id="decimals"),
    pytest.param("It grew by 3.4. |15 people saw it.", id="number at the end"),
    pytest.param("Yes... maybe. |Well... no.", id="ellipsis inside"),
    pytest.param("He waited… |Then he left.", id="ellipsis at the end"),
    pytest.param("Really?! |Yes! |Why?", id="marks"),
    pytest.param("“Stop!” he cried. |“Why?” she asked.", id="quotes that go on in lower case"),
    pytest.param("“Is it?” Hill asked. |“It is,” Lake said.", id="quote and speaker"),
    pytest.param("He said “no.” |Then he left.", id="quote at the end"),
    pytest.param("“It rained.” |“We stayed.”", id="adjacent quotes"),
    pytest.param("“It rained.”|“We stayed.”", id="adjacent quotes without a space"),
    pytest.param('"Go." |"Where?" |"Home."', id="straight quotes"),
    pytest.param("(This is a note.) |The text goes on (see above.) without end.", id="parentheses"),
    pytest.param("See https://example.org/a.b?c=d. |Open file.txt now.", id="addresses and file names"),
    pytest.param("Sales fell. |iPhone users left.", id="brand in lower case"),
    pytest.param("1. Read the text. |2. Write it.", id="list numbers"),
    pytest.param("A. Read it. |B. Write it.", id="list letters"),
    pytest.param("IV. The last chapter", id="Roman list number"),
    pytest.param("He bought vitamin C. |The shop closed.", id="letter at the end"),
    pytest.param("It was I. |You know.", id="I at the end"),
    pytest.param("Hill v. Lake was decided. |It was close.", id="versus"),
    pytest.param("St. Mary met Lt. Col. Reed on Mt. Hood. |It snowed.", id="places and double ranks"),
    pytest.param("The end. . . . |Then silence.", id="spaced ellipsis"),
    pytest.param("It rose 5%. |£3 was lost. |#1 won.", id="signs that begin a sentence"),
    pytest.param("Heading without stop\n|A sentence.\n\n|Another", id="line breaks"),
    pytest.param("Er kommt. |Über ihn weiß man nichts. |Él vino.", id="other languages in Latin script"),
    pytest.param("他来了。|我走了！|好。", id="ideographic stops"),
]


def cut(marked: str) -> tuple[str, list[str]]:
    return marked.replace("|", ""), [part.strip() for part in marked.split("|")]


@pytest.mark.parametrize("marked", JAPANESE)
def test_japanese(marked: str) -> None:
    text, sentences = cut(marked)
    assert split_sentences(text, "ja") == sentences


@pytest.mark.parametrize("marked", ENGLISH)
def test_english(marked: str) -> None:
    text, sentences = cut(marked)
    assert split_sentences(text, "en") == sentences


def test_long_quotes_are_cut_inside() -> None:
    sentence = "これは引用の中の文であり、かなり長く続いていく。"
    assert split_sentences(f"「{sentence * 3}」と言った。") == [f"「{sentence * 3}」と言った。"]
    parts = split_sentences(f"「{sentence * 8}」と言った。")
    assert len(parts) == 8
    assert parts[-1] == f"{sentence}」と言った。"


@pytest.mark.parametrize("language", ["ja", "JA", "ja-JP", "ja_JP"])
def test_japanese_codes(language: str) -> None:
    assert split_sentences("「雨。」と言う。晴れ。", language) == ["「雨。」と言う。", "晴れ。"]


@pytest.mark.parametrize("language", ["en-GB", "de", "", "jam"])
def test_other_codes_get_latin_rules(language: str) -> None:
    assert split_sentences("Mr. Hill came. He left.", language) == ["Mr. Hill came.", "He left."]


mixed_text = st.text(alphabet=st.sampled_from('あ漢ア。．、！？!?.…「」『』（）"”“ 　\n\rAb1と[]♪U.S'), max_size=120)


@given(mixed_text, st.sampled_from(["ja", "en"]))
@settings(max_examples=300)
def test_spans_are_ordered_disjoint_and_complete(text: str, language: str) -> None:
    spans = sentence_spans(text, language)
    place = 0
    for start, end in spans:
        assert place <= start < end
        assert not text[place:start].strip()
        sentence = text[start:end]
        assert sentence == sentence.strip()
        assert "\n" not in sentence
        assert "\r" not in sentence
        place = end
    assert not text[place:].strip()


@given(mixed_text, st.sampled_from(["ja", "en"]))
@settings(max_examples=100)
def test_lines_are_cut_independently(text: str, language: str) -> None:
    """An unclosed bracket in one paragraph changes nothing in the next."""
    alone = split_sentences("次の文。また次。", language)
    assert split_sentences(text.replace("．", "").replace(".", "") + "\n次の文。また次。", language)[-2:] == alone


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize(
    "text",
    [
        pytest.param("あ" * 200_000, id="no stop"),
        pytest.param("「" * 50_000 + "あ。" * 50_000, id="unclosed quotes"),
        pytest.param(("「" * 140 + "）" * 140) * 500, id="brackets that do not match"),
        pytest.param("." * 200_000, id="stops only"),
        pytest.param(". A" * 30_000, id="initials"),
        pytest.param('"' * 150_000, id="straight quotes"),
        pytest.param("A" * 200_000 + "!", id="one long word"),
    ],
)
def test_time_grows_with_length(text: str, language: str) -> None:
    started = time.process_time()
    sentence_spans(text, language)
    assert time.process_time() - started < 2
