from __future__ import annotations

from pathlib import Path

import pytest

from rnk_gloss.documents.content import Content, SourceText
from rnk_gloss.documents.html import read_html


def read(text: str) -> Content:
    return read_html(SourceText(Path("x.html"), text, "UTF-8"))


def kinds(text: str) -> list[tuple[str, str]]:
    return [(paragraph.kind.value, paragraph.text) for paragraph in read(text).paragraphs]


@pytest.mark.parametrize(
    ("page", "text"),
    [
        pytest.param("<p>川が\n   流れる。</p>", "川が流れる。", id="source-line-end-in-japanese"),
        pytest.param("<p>The river\n  flows.</p>", "The river flows.", id="source-line-end-in-english"),
        pytest.param("<p>川 と  海</p>", "川 と 海", id="spaces"),
        pytest.param("<p>川<b>が</b><i>流れる</i>。", "川が流れる。", id="inline-unclosed"),
        pytest.param("<p>川が<br>流れる。</p>", "川が\n流れる。", id="line-break"),
        pytest.param(
            "<p>川&amp;海&#12290;&lt;b&gt; &hearts; &nosuch; AT&T</p>", "川&海。<b> ♥ &nosuch; AT&T", id="entities"
        ),
        pytest.param(
            "<p><ruby>港<rp>（</rp><rt>みなと</rt><rp>）</rp>町<rt>まち</ruby>へ。</p>", "港町へ。", id="ruby"
        ),
        pytest.param(
            "<p>川<!-- 要確認 -->が<script>var 海 = '<p>';</script>流れる。</p>", "川が流れる。", id="dropped"
        ),
        pytest.param("<p><code>git</code>を使う。</p>", "gitを使う。", id="inline-code"),
    ],
)
def test_one_paragraph(page: str, text: str) -> None:
    assert [paragraph.text for paragraph in read(page).paragraphs] == [text]


PAGE = """<!DOCTYPE html>
<html><head><meta charset="utf-8"><title>川の話</title><style>p { color: red }</style></head>
<body>
<nav><ul><li><a href="/">川の一覧</a></li></ul></nav>
<div class="global-nav"><p>海の一覧</p></div>
<main><h1>川の<em>はじまり</em></h1>
<p>泉から水が湧く。<p>それが川になる。
<ul><li>上流<li>下流</ul>
<ul><li><a href="/2">次の川</a></ul>
<table><tr><th>名<td>長さ</table>
<pre>  幅 = 3
深さ = 2</pre>
直に置かれた文もある。<div>箱の中。</div>箱の後。
一つ目<br><br>二つ目の文。
</main>
<footer>川の会</footer>
<p>© 2024 川の会</p>
</body></html>
"""


def test_blocks() -> None:
    assert kinds(PAGE) == [
        ("heading", "川の話"),
        ("furniture", "川の一覧"),
        ("furniture", "海の一覧"),
        ("heading", "川のはじまり"),
        ("body", "泉から水が湧く。"),
        ("body", "それが川になる。"),
        ("body", "上流"),
        ("body", "下流"),
        ("furniture", "次の川"),
        ("body", "名"),
        ("body", "長さ"),
        ("code", "幅 = 3\n深さ = 2"),
        ("body", "直に置かれた文もある。"),
        ("body", "箱の中。"),
        ("body", "箱の後。一つ目"),
        ("body", "二つ目の文。"),
        ("furniture", "川の会"),
        ("furniture", "© 2024 川の会"),
    ]


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"], ids=["lf", "crlf", "cr"])
def test_characters_are_traced_to_the_source(line_end: str) -> None:
    content = read(PAGE.replace("\n", line_end))
    for paragraph in content.paragraphs:
        for index, character in enumerate(paragraph.text):
            written = content.original[paragraph.content.starts[index] : paragraph.content.ends[index]]
            assert written == character or character.isspace()


def test_entities_stand_for_what_is_written() -> None:
    content = read("<p>川&amp;海</p>")
    (paragraph,) = content.paragraphs
    assert content.original[slice(*paragraph.content.original_span(1, 2))] == "&amp;"


def test_readings_left_out_are_counted() -> None:
    assert "1 readings over kanji (ruby) left out" in read("<p><ruby>港<rt>みなと</rt></ruby>へ行く。</p>").remarks


@pytest.mark.parametrize(
    "page",
    [
        "<p>川が流れる。</div></p></p>海へ。<",
        "<p>川が流れる。<!-- <p>海",
        "<p>川が流れる。<a href='",
        "<p>川が流れる。&#xFFFFFFFF;&#0;<![CDATA[ x",
    ],
    ids=["stray-ends", "open-comment", "open-tag", "impossible-references"],
)
def test_broken_markup_loses_no_text_before_it(page: str) -> None:
    assert read(page).paragraphs[0].text.startswith("川が流れる。")
