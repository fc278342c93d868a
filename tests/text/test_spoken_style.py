"""What is spoken in fewer sounds, and what is said politely in more, has the key of the plain long form."""

from __future__ import annotations

import pytest

from rnk_gloss.text.match_key import match_key


@pytest.mark.parametrize(
    ("short", "long"),
    [
        pytest.param("本を読んでる", "本を読んでいる", id="でる"),
        pytest.param("もう食べてます", "もう食べています", id="てます"),
        pytest.param("誰も見てない", "誰も見ていない", id="one kanji before て"),
        pytest.param("ずっと待ってたのに", "ずっと待っていたのに", id="てた"),
        pytest.param("何してんの", "何しているの", id="てんの"),
        pytest.param("何をしてんだ", "何をしているのだ", id="てんだ"),
        pytest.param("先に買っといて", "先に買っておいて", id="といて"),
        pytest.param("言わないどくよ", "言わないでおくよ", id="ないどく"),
        pytest.param("名前を書いとく", "名前を書いておく", id="とく"),
        pytest.param("傘を忘れちゃった", "傘を忘れてしまった", id="ちゃった"),
        pytest.param("全部飲んじゃう", "全部飲んでしまう", id="じゃう"),
        pytest.param("触っちゃだめ", "触ってはだめ", id="ちゃだめ"),
        pytest.param("もう行かなきゃ", "もう行かなければ", id="なきゃ"),
        pytest.param("早く寝なくちゃ", "早く寝なくては", id="なくちゃ"),
        pytest.param("急がなくちゃいけない", "急がなければならない", id="なくちゃいけない"),
        pytest.param("俺は知らねえよ", "俺は知らないよ", id="ねえ"),
        pytest.param("話は聞いてねえよ", "話は聞いていないよ", id="てねえ"),
        pytest.param("そうじゃねえ", "そうではない", id="じゃねえ"),
        pytest.param("明日行くんだ", "明日行くのだ", id="んだ behind a verb"),
        pytest.param("本当なんです", "本当なのです", id="なんです"),
        pytest.param("寒いんですか", "寒いのですか", id="んです behind an adjective"),
        pytest.param("とてもいい本だ", "とても良い本だ", id="いい"),
        pytest.param("休んだほうがいい", "休んだ方が良い", id="ほうがいい"),
        pytest.param("休業させていただきます", "休業します", id="させていただく"),
        pytest.param("無料でご利用いただけます", "無料で利用できます", id="いただける"),
        pytest.param("ご記入頂いた住所", "記入してもらった住所", id="頂いた"),
        pytest.param("土足は厳禁となっております", "土足は厳禁です", id="となっております"),
        pytest.param("幸いに存じます", "幸いです", id="に存じます"),
        pytest.param("妥当と存じます", "妥当と思います", id="と存じます"),
        pytest.param("お礼申し上げます", "お礼します", id="申し上げる"),
        pytest.param("試してみましょう", "試してみよう", id="てみる"),
        pytest.param("嫌だって言ったのに", "嫌だと言ったのに", id="って言う"),
        pytest.param("傘を持ってく", "傘を持っていく", id="てく"),
        pytest.param("そうゆう話", "そういう話", id="ゆう"),
        pytest.param("どうもすいません", "どうもすみません", id="すいません"),
        pytest.param("意味が分かんない", "意味が分からない", id="んない"),
        pytest.param("母が待っていらっしゃる", "母が待っている", id="ていらっしゃる"),
        pytest.param("道を教えていただいた", "道を教えてもらった", id="ていただく"),
    ],
)
def test_the_long_form_is_the_key_of_both(short: str, long: str) -> None:
    assert match_key(short) == match_key(long)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("早く出てくる", id="てくる"),
        pytest.param("ごみを捨てる", id="a verb in てる"),
        pytest.param("けっしてない", id="決して"),
        pytest.param("ずっといた", id="ずっと"),
        pytest.param("とくに寒い", id="とくに"),
        pytest.param("ちっちゃい", id="a small thing"),
        pytest.param("君がねえ", id="particles before ねえ"),
        pytest.param("ひもがゆるんだ", id="the ん of a verb"),
        pytest.param("太郎くんだ", id="くん behind a name"),
        pytest.param("いいえ", id="いいえ"),
        pytest.param("かわいい", id="いい in a word"),
        pytest.param("氷のことなっていく", id="となって without いる"),
    ],
)
def test_what_only_looks_like_a_short_form_is_left_alone(text: str) -> None:
    assert match_key(text) == text


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("行ってた", "行った", id="aspect"),
        pytest.param("食べちゃう", "食べちゃだめ", id="done, forbidden"),
        pytest.param("行かねえ", "行くねえ", id="denied, said"),
        pytest.param("手紙を一通り読んだ", "手紙を一通読んだ", id="all, one letter"),
        pytest.param("古い書類を捨てる", "古い書類を捨てている", id="a verb in てる"),
        pytest.param("意見が異なっている", "意見がある", id="異なる is no copula"),
    ],
)
def test_what_means_something_else_stays_apart(one: str, other: str) -> None:
    assert match_key(one) != match_key(other)
