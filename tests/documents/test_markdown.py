from __future__ import annotations

from pathlib import Path

import pytest

from rnk_gloss.documents.content import Content, SourceText
from rnk_gloss.documents.markdown import is_markdown, read_markdown


def read(text: str) -> Content:
    return read_markdown(SourceText(Path("x.md"), text, "UTF-8"))


def kinds(text: str) -> list[tuple[str, str]]:
    return [(paragraph.kind.value, paragraph.text) for paragraph in read(text).paragraphs]


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        pytest.param("庭に**白い**花が*咲いた*。", "庭に白い花が咲いた。", id="emphasis"),
        pytest.param('庭に[白い花](https://a.example/b_(c) "花の名")が咲いた。', "庭に白い花が咲いた。", id="link"),
        pytest.param("[花](花が咲く)花が咲く。", "花花が咲く。", id="target-like-the-text"),
        pytest.param("[白い花][1]が咲いた。\n\n[1]: https://a.example/", "白い花が咲いた。", id="reference-link"),
        pytest.param("<https://a.example/>を見る。", "https://a.example/を見る。", id="autolink"),
        pytest.param("![庭の写真](a.png)のとおりです。", "庭の写真のとおりです。", id="image"),
        pytest.param("`保存`を押します。", "保存を押します。", id="code"),
        pytest.param("``a`b``を押します。", "a`bを押します。", id="code-with-backtick"),
        pytest.param("魚\\*と貝&amp;海老&#x3002;", "魚*と貝&海老。", id="escape-and-entity"),
        pytest.param("白い花が\n咲いた。", "白い花が咲いた。", id="soft-break-japanese"),
        pytest.param("The white flowers\nare open.", "The white flowers are open.", id="soft-break-english"),
        pytest.param("一行目  \n二行目", "一行目\n二行目", id="hard-break"),
        pytest.param("一行目<br>二行目", "一行目\n二行目", id="br"),
        pytest.param("<ruby>港<rp>(</rp><rt>みなと</rt><rp>)</rp></ruby>の町。", "港の町。", id="ruby"),
        pytest.param("花が<!-- 要確認 -->咲いた。", "花が咲いた。", id="comment"),
        pytest.param("> 引用の一行目\n> 引用の二行目。", "引用の一行目引用の二行目。", id="quotation"),
        pytest.param("1. 庭を\n   掃く。", "庭を掃く。", id="list-item"),
        pytest.param("***雪***の *\\*印*。", "雪の *印。", id="nested-emphasis"),
        pytest.param(
            "**「港」**の町は**（北の）**島にある。", "「港」の町は（北の）島にある。", id="emphasis-beside-brackets"
        ),
        pytest.param("５*６*７ 8*9", "５６７ 8*9", id="lone-star"),
        pytest.param("か\u3099**く**せい", "がくせい", id="decomposed"),
    ],
)
def test_inline_markup(markdown: str, text: str) -> None:
    content = read(markdown)
    paragraph = content.paragraphs[0]
    assert paragraph.text == text
    for index, character in enumerate(text):
        written = content.original[paragraph.content.starts[index] : paragraph.content.ends[index]]
        if character.isalnum():
            assert written == character or written in {"&amp;", "か\u3099"}


PAGE = """\
---
title: 庭の手入れ
---

# 庭の手入れ

冬のあいだに枝を切る。

| 月 | 仕事 |
|----|------|
| 二月 | 枝を切る\\|束ねる |

```sh
prune --all
```

    indented

<!-- ここは書きかけ -->

<div>春には<b>土</b>を替える。</div>

- 鋏
- 手袋

[^1]: この注は失われない。
[庭]: https://a.example/

夏
--
"""


def test_blocks() -> None:
    assert kinds(PAGE) == [
        ("furniture", "---\ntitle: 庭の手入れ\n---"),
        ("heading", "庭の手入れ"),
        ("body", "冬のあいだに枝を切る。"),
        ("body", "月"),
        ("body", "仕事"),
        ("body", "二月"),
        ("body", "枝を切る|束ねる"),
        ("code", "prune --all"),
        ("code", "indented"),
        ("furniture", "<!-- ここは書きかけ -->"),
        ("body", "春には土を替える。"),
        ("body", "鋏"),
        ("body", "手袋"),
        ("body", "この注は失われない。"),
        ("furniture", "[庭]: https://a.example/"),
        ("heading", "夏"),
    ]


def test_crlf_makes_no_difference_to_the_text() -> None:
    with_crlf = read(PAGE.replace("\n", "\r\n"))
    assert [paragraph.text.replace("\r\n", "\n") for paragraph in with_crlf.paragraphs] == [
        text for _, text in kinds(PAGE)
    ]
    for paragraph in with_crlf.paragraphs:
        span = paragraph.content.original_span(0, 1)
        assert with_crlf.original[slice(*span)] == paragraph.text[0]


def test_equal_cells_are_traced_to_their_own_places() -> None:
    content = read("| 甲 | 乙 |\n|---|---|\n| 米 | 米 |\n")
    places = [paragraph.content.starts[0] for paragraph in content.paragraphs]
    assert [content.original[place] for place in places] == ["甲", "乙", "米", "米"]
    assert len(set(places)) == 4


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("# 題\n\n本文。\n\n## 節\n\n本文。\n", True, id="two-headings"),
        pytest.param("# 題\n\n[本文](https://a.example/)。\n", True, id="heading-and-link"),
        pytest.param("# コメント\nx = 1\n# もう一つ\ny = 2\n", False, id="comments-in-a-script"),
        pytest.param("#1 の港\n\n本文。\n\n#2 の港\n\n本文。\n", False, id="numbers"),
        pytest.param("本文[1](注)。\n", False, id="brackets"),
    ],
)
def test_text_that_is_markdown(text: str, *, expected: bool) -> None:
    assert is_markdown(text) is expected


def test_a_link_target_is_not_taken_for_the_text_after_it() -> None:
    content = read("[花](花が咲く)花が咲く")
    assert list(content.paragraphs[0].content.starts) == [1, 9, 10, 11, 12]
