from __future__ import annotations

from pathlib import Path

import pytest

from rnk_gloss.documents.content import Content, SourceText
from rnk_gloss.documents.plain import read_plain
from rnk_gloss.model.document import ParagraphKind


def read(text: str) -> Content:
    return read_plain(SourceText(Path("x.txt"), text, "UTF-8"))


def texts(text: str) -> list[str]:
    return [paragraph.text for paragraph in read(text).paragraphs]


def kinds(text: str) -> list[tuple[str, str]]:
    return [(paragraph.kind.value, paragraph.text) for paragraph in read(text).paragraphs]


WRAPPED = """\
　町の図書館は来月から改修工事に入り、半年のあいだ休館する。本は駅前
の仮設施設で借りることができるが、雑誌と新聞は置かれない。工事が終わる
と閲覧席は今の二倍になる予定だ。
　館長によると、利用者からは「子どもが本を読める場所がほしい」という
声が多かったという。費用は市と県が半分ずつ負担する。
"""


def test_wrapped_japanese_is_joined_without_spaces() -> None:
    first, second = texts(WRAPPED)
    assert first == (
        "町の図書館は来月から改修工事に入り、半年のあいだ休館する。本は駅前の仮設施設で借りることができるが、雑誌と新聞は置かれない。"
        "工事が終わると閲覧席は今の二倍になる予定だ。"
    )
    assert second == (
        "館長によると、利用者からは「子どもが本を読める場所がほしい」という声が多かったという。費用は市と県が半分ずつ負担する。"
    )


def test_joining_is_remarked() -> None:
    assert any("lines wrapped at" in remark for remark in read(WRAPPED).remarks)


def test_crlf_makes_no_difference_to_the_text() -> None:
    assert texts(WRAPPED.replace("\n", "\r\n")) == texts(WRAPPED)


def test_wrapped_english_gets_spaces_and_loses_hyphens() -> None:
    text = """\
The two harbour towns signed an agree-
ment on the ferry last week. It is a long-
term plan, and the co-operation will cost
nearly nothing in the first year. The may-
ors said that co-
operation was overdue for both of them.
"""
    (joined,) = texts(text)
    assert joined.startswith(
        "The two harbour towns signed an agreement on the ferry last week. It is a long-term plan, and"
    )
    assert (
        "and the co-operation will cost nearly nothing in the first year. The mayors said that co-operation" in joined
    )


def test_headings_between_wrapped_lines_stand_alone() -> None:
    text = WRAPPED + "二 費用のこと\n" + WRAPPED
    assert [found for found in kinds(text) if "二 費用のこと" in found[1]] == [("heading", "二 費用のこと")]


def test_a_letter_with_a_list_and_a_signature() -> None:
    text = """\
毎度ありがとうございます。ご注文の鉢植えは来週の火曜日に発送いたしま
す。雨の日が続いておりますので、届きましたらすぐに日の当たる場所へ出
してください。

1. 鉢: 三つ
2. 土: 五袋

--
園芸の山野
yamano@garden.example
"""
    letter, *rest = kinds(text)
    assert letter[1].endswith(
        "発送いたします。雨の日が続いておりますので、届きましたらすぐに日の当たる場所へ出してください。"
    )
    assert rest == [
        ("body", "1. 鉢: 三つ"),
        ("body", "2. 土: 五袋"),
        ("furniture", "--"),
        ("furniture", "園芸の山野"),
        ("furniture", "yamano@garden.example"),
    ]


def test_lines_that_are_paragraphs_stay_apart() -> None:
    text = "朝から雪が降っていた。\n列車は二時間おくれて着いた。駅には誰もいなかった。\n改札の時計だけが動いていた。\n"
    assert texts(text) == text.split()


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("四面楚歌\n臥薪嘗胆\n呉越同舟\n温故知新\n", id="idioms"),
        pytest.param(
            "・りんごを三つと牛乳を一本買ってくること\n・銀行に寄って通帳に記帳してくること\n・郵便局で速達を出してくること\n",
            id="bullets",
        ),
        pytest.param("夕焼けの坂道をひとりで下りて\n港の灯がともるのを待っていた\n船はもう来ない\n", id="poem"),
        pytest.param(
            "東京都千代田区の公園整備に関する基本計画書\n大阪市中央区の河川改修に関する実施計画書\n名古屋市港区の倉庫建設に関する環境調査書\n",
            id="titles",
        ),
    ],
)
def test_lists_are_not_joined(text: str) -> None:
    assert texts(text) == text.split("\n")[:-1]


def test_paragraph_that_runs_over_a_page() -> None:
    text = """\
灯台の記録　第二部

灯台の明かりは十海里先からも見えた。守り手は夜ごとに油を足し、玻璃を磨いた。嵐の夜には鐘も鳴ら

- 12 -

\f灯台の記録　第二部

したという。その鐘は今も資料館にある。

- 13 -

\f灯台の記録　第二部

昭和の中ごろに電灯へ替わり、守り手は島を去った。
"""
    assert [text for kind, text in kinds(text) if kind == "body"] == [
        "灯台の明かりは十海里先からも見えた。守り手は夜ごとに油を足し、玻璃を磨いた。嵐の夜には鐘も鳴らしたという。その鐘は今も資料館にある。",
        "昭和の中ごろに電灯へ替わり、守り手は島を去った。",
    ]
    assert [text for kind, text in kinds(text) if kind == "furniture"].count("灯台の記録　第二部") == 3


@pytest.mark.parametrize(
    ("first", "second", "is_one"),
    [
        pytest.param(
            "船は夜明けに港を出た。積み荷は米と塩で、行き先は北の小さな漁", "村だった。", True, id="inside-a-word"
        ),
        pytest.param(
            "船は夜明けに港を出た。船長は長く使ってきた古い羅針盤", "を机に置いていった。", True, id="before-a-particle"
        ),
        pytest.param(
            "船は夜明けに港を出た。船長はその日のことを何度も語ってきた",
            "特に帆のことをよく話した。",
            False,
            id="missing-full-stop",
        ),
        pytest.param(
            "船は夜明けに港を出た。船長は長く使ってきた羅針盤を残した。",
            "町の人はそれを祭った。",
            False,
            id="whole-sentences",
        ),
        pytest.param("北の漁", "村の話をします。", False, id="heading-before"),
    ],
)
def test_paragraph_cut_by_a_blank_line(first: str, second: str, *, is_one: bool) -> None:
    assert texts(f"{first}\n\n{second}\n") == ([first + second] if is_one else [first, second])


ARTICLE = """\
港町の新しい橋

二〇二三年五月八日

湾をまたぐ橋が完成し、対岸まで車で五分になった。これまでは船で四十分かかっていた。

{line}

漁協の組合長は、魚を市場へ早く運べるようになったと話す。橋の通行料はしばらく無料だ。
"""


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        pytest.param("橋がもたらすもの", ParagraphKind.HEADING, id="heading"),
        pytest.param("■ 橋がもたらすもの", ParagraphKind.HEADING, id="marked-heading"),
        pytest.param("2. 橋がもたらすもの", ParagraphKind.HEADING, id="numbered-heading"),
        pytest.param("・橋がもたらすもの", ParagraphKind.BODY, id="list-item"),
        pytest.param("これは、町が待ち望んでいた橋だ。", ParagraphKind.BODY, id="short-sentence"),
        pytest.param("「やっとできましたね」", ParagraphKind.BODY, id="speech"),
        pytest.param("関連記事", ParagraphKind.FURNITURE, id="related"),
        pytest.param("» 続きを読む", ParagraphKind.FURNITURE, id="read-on"),
        pytest.param("Index 目次", ParagraphKind.FURNITURE, id="contents"),
        pytest.param("ホーム > 地域 > 橋", ParagraphKind.FURNITURE, id="breadcrumbs"),
        pytest.param("Facebook X LINE コピー", ParagraphKind.FURNITURE, id="share-buttons"),
        pytest.param("資料の PDF をダウンロード", ParagraphKind.FURNITURE, id="request"),
        pytest.param("© 2023 湾岸日報", ParagraphKind.FURNITURE, id="copyright"),
        pytest.param("(c) Bay Daily. All rights reserved.", ParagraphKind.FURNITURE, id="copyright-ascii"),
        pytest.param("写真：橋の上から見た湾（本社機から）", ParagraphKind.BODY, id="caption"),
        pytest.param("(Photo by M. Sato / Bay Daily)", ParagraphKind.BODY, id="photo-credit"),
        pytest.param("【取材・文】山野みどり", ParagraphKind.BODY, id="byline"),
        pytest.param("Midori Yamano", ParagraphKind.BODY, id="latin-name"),
        pytest.param("https://bay.example/bridge?id=3", ParagraphKind.FURNITURE, id="address"),
        pytest.param("press@bay.example", ParagraphKind.FURNITURE, id="mail"),
        pytest.param("2023年5月8日（月）10:30", ParagraphKind.FURNITURE, id="date"),
        pytest.param("May 8, 2023", ParagraphKind.FURNITURE, id="english-date"),
        pytest.param("3 / 12", ParagraphKind.FURNITURE, id="page-number"),
        pytest.param("＊　＊　＊", ParagraphKind.FURNITURE, id="ornament"),
        pytest.param("※1 湾岸日報「橋の百年」2021年、44頁", ParagraphKind.BODY, id="reference"),
        pytest.param("[2] M. Sato, “Bridges of the bay,” Bay Press, 2020.", ParagraphKind.BODY, id="english-reference"),
        pytest.param("※1 通行料は来年の四月に改めて決められる。", ParagraphKind.BODY, id="note-that-says-something"),
        pytest.param("A bridge is never only a bridge, as they say here.", ParagraphKind.BODY, id="english-sentence"),
        pytest.param(
            "写真：橋は夜になると青く光る。多くの人が見に来た。", ParagraphKind.BODY, id="caption-with-sentences"
        ),
        pytest.param(
            "詳しくは https://bay.example/ を見てほしいと市はいう。", ParagraphKind.BODY, id="sentence-with-address"
        ),
        pytest.param("civil", ParagraphKind.BODY, id="latin-word"),
    ],
)
def test_a_line_between_paragraphs(line: str, kind: ParagraphKind) -> None:
    found = [paragraph for paragraph in read(ARTICLE.format(line=line)).paragraphs if paragraph.text == line]
    assert [paragraph.kind for paragraph in found] == [kind]


def test_a_headline_with_commas_stays_apart_from_the_text_below() -> None:
    # 港 and 北 would make the place name 港北 across the blank line.
    text = "三つの波紋　漁業、観光、そして南の港\n\n北の海では漁が続く。船は夜に出る。\n\n港は静かだ。\n"
    assert kinds(text)[0] == ("heading", "三つの波紋　漁業、観光、そして南の港")


def test_the_first_line_is_the_title() -> None:
    assert kinds(ARTICLE.format(line="橋がもたらすもの"))[0] == ("heading", "港町の新しい橋")


def test_labels_after_the_end_are_furniture_and_counted() -> None:
    content = read(ARTICLE.format(line="一方で心配もある。") + "\n橋 漁業 観光 湾岸\n\n過去の特集\n")
    # Keywords are translated with the article; a link to other articles is not.
    assert [paragraph.kind for paragraph in content.paragraphs[-2:]] == [ParagraphKind.BODY, ParagraphKind.FURNITURE]
    assert "kept but not searched for terms: labels after the text (1)" in content.remarks


def test_labels_without_running_text_are_the_text() -> None:
    assert {kind for kind, _ in kinds("設定を保存\n\n新しい画面\n\n接続の解除\n")} == {"body"}


def test_repeated_labels_are_furniture() -> None:
    parts = ["橋が開通した。車が列を作った。", "夜には花火も上がった。", "人出は三万人だった。"]
    text = "".join(f"湾岸日報電子版\n\n{part}\n\n" for part in parts)
    assert [kind for kind, text in kinds(text) if text == "湾岸日報電子版"] == ["furniture"] * 3


def test_chapter_numbers_are_no_repetition() -> None:
    text = "第1章 出航\n\n船が出た。\n\n第2章 嵐\n\n波が立った。\n\n第3章 帰港\n\n皆が泣いた。\n"
    assert [kind for kind, _ in kinds(text)] == ["heading", "body"] * 3


def test_unusual_line_separators_cut_nothing() -> None:
    assert texts("波の音が\u2028する。\n風もある。\n") == ["波の音が\u2028する。", "風もある。"]


def test_decomposed_kana_are_composed_and_traced() -> None:
    text = "か\u3099くせいは\u200bハ\u309aンを買う。"
    (paragraph,) = read(text).paragraphs
    assert paragraph.text == "がくせいはパンを買う。"
    assert paragraph.content.original_span(0, 1) == (0, 2)
    at = paragraph.text.index("パ")
    assert text[slice(*paragraph.content.original_span(at, at + 1))] == "ハ\u309a"


def test_a_heading_after_a_line_that_is_full() -> None:
    text = """\
　川の上流には古い水車がある。村の人が交代で直し
ながら使ってきた。今も粉をひく音が聞こえてくる。
二 水車の仕組み
　水は木の樋を通って輪に落ちる。輪が回ると杵が上
がり、米をつく。
"""
    assert ("heading", "二 水車の仕組み") in kinds(text)


def test_a_compound_that_the_text_writes_with_a_hyphen_keeps_it() -> None:
    text = """\
The ferry was full of grown-ups and of dogs. The
crew kept a place on the deck for all the grown-
ups who wanted to sit down. Nobody did, because
of the wind, and the deck stayed empty.
"""
    assert "all the grown-ups who" in texts(text)[0]


def test_a_label_twice_in_a_row_is_furniture() -> None:
    text = "橋が開通した。車が列を作った。\n\n特集の棚\n特集の棚\n\n夜には花火も上がった。\n"
    assert [kind for kind, _ in kinds(text)] == ["body", "furniture", "furniture", "body"]


def test_a_list_after_one_sentence_is_no_trailer() -> None:
    text = "用語は次のとおり。\n\n" + "".join(
        f"{word}\n" for word in ("可動式の橋", "浮き桟橋の板", "防波堤の基礎", "航路標識の灯")
    )
    assert {kind for kind, _ in kinds(text)} == {"body"}


@pytest.mark.parametrize("line", ["Yes.", "“No!”", "Negotiations continue.", "「……。」"])
def test_short_speech_is_text_wherever_it_stands(line: str) -> None:
    text = "He looked at the bridge and said nothing for a while.\n\n" + f"{line}\n\n" * 3
    assert {paragraph.kind for paragraph in read(text).paragraphs[1:]} <= {ParagraphKind.BODY, ParagraphKind.HEADING}


@pytest.mark.parametrize("line", ["Example Holdings, Inc.", "＊　＊　＊", "— 12 —"])
def test_a_name_or_an_ornament_is_no_speech(line: str) -> None:
    said = "He looked at the bridge and said nothing for a while. " * 3
    text = f"{line}\n\n{said}\n\n{line}\n"
    assert read(text).paragraphs[-1].kind is ParagraphKind.FURNITURE
