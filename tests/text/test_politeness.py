"""Polite and plain style have one key; words that only look like a style keep theirs."""

from __future__ import annotations

import pytest

from rnk_gloss.text.match_key import match_key


@pytest.mark.parametrize(
    ("polite", "plain"),
    [
        pytest.param("条約が発効します。", "条約が発効する。", id="する"),
        pytest.param("できませんでした", "できなかった", id="past denied"),
        pytest.param("使っております", "使っている", id="humble"),
        pytest.param("話しました", "話した", id="five rows in su"),
        pytest.param("示しません", "示さない", id="one kanji in su"),
        pytest.param("対しました", "対した", id="one kanji with suru"),
        pytest.param("確認致しました。", "確認した。", id="humble with suru"),
        pytest.param("減らしましょう", "減らそう", id="kanji, kana and su"),
        pytest.param("繰り返しません", "繰り返さない", id="compound in su"),
        pytest.param("再起動します", "再起動する", id="noun in a kanji of su"),
        pytest.param("ございません。", "ない。", id="ございません"),
        pytest.param("必要でございます", "必要だ", id="でございます"),
        pytest.param("必須です。", "必須である。", id="です and である"),
        pytest.param("事実でした", "事実であった", id="でした and であった"),
        pytest.param("必要ですか。", "必要か。", id="question"),
        pytest.param("高いです。", "高い。", id="adjective"),
        pytest.param("違いです。", "違いだ。", id="noun in い"),
        pytest.param("高かったです", "高かった", id="past of an adjective"),
        pytest.param("学生ですので", "学生なので", id="なので"),
        pytest.param("行きました", "行った", id="行く"),
        pytest.param("生きました", "生きた", id="生きる"),
        pytest.param("起きます", "起きる", id="iru"),
        pytest.param("過ぎません", "過ぎない", id="giru"),
        pytest.param("試みます", "試みる", id="miru"),
        pytest.param("取り扱います", "取り扱う", id="okurigana"),
        pytest.param("申し込みました。", "申し込んだ。", id="okurigana and nasal"),
        pytest.param("くださいました", "くださった", id="honorific"),
        pytest.param("人がいます", "人がいる", id="being"),
        pytest.param("もらいます", "もらう", id="verb in kana"),
        pytest.param("なければなりません", "なければならない", id="duty"),
        pytest.param("かもしれません", "かもしれない", id="perhaps"),
        pytest.param("終わりましたら", "終わったら", id="condition"),
        pytest.param("来ます", "来る", id="verb of one kanji"),
        pytest.param("そうでしょう", "そうだろう", id="surely"),
        pytest.param("お荷物をお預かりします。", "荷物を預かります。", id="humble verb"),
        pytest.param("後ほどお届けいたします。", "後ほど届けます。", id="humbler verb"),
        pytest.param("お手伝いしましょう。", "手伝おう。", id="humble verb that proposes"),
        pytest.param("資料をお届けした", "資料を届けた", id="humble verb in plain style"),
        pytest.param("よろしくお願いする。", "よろしくお願いします。", id="humble verb in both styles"),
        pytest.param("少々お待ちください。", "少々待ってください。", id="a request"),
        pytest.param("名前をお書き下さい。", "名前を書いてください。", id="a request of another verb"),
        pytest.param("窓をお閉めください。", "窓を閉めてください。", id="a request of a verb in ru"),
        pytest.param("ご家族の御住所", "家族の住所", id="polite nouns"),
        pytest.param("社長がおっしゃった。", "社長が言った。", id="what a superior says"),
        pytest.param("お会いしたい。", "会いたい。", id="a humble wish"),
        pytest.param("すぐに帰ってきます。", "すぐに帰ってくる。", id="来る behind て"),
        pytest.param("不要で御座います", "不要でございます", id="ござい in kanji"),
        pytest.param("春子と申します", "春子と言います", id="one's own name"),
        pytest.param("設定を戻します", "設定を戻す", id="戻す"),
        pytest.param(
            "値を返します。これは数です。たとえば3です。",
            "値を返す。これは数だ。たとえば3だ。",
            id="sentences that begin in kana",
        ),
        pytest.param(
            "雨でした。でも行きました。", "雨だった。でも行った。", id="past at the end of the first sentence"
        ),
        pytest.param(
            "答えは3です。4ではありません。", "答えは3だ。4ではない。", id="a sentence that begins with a number"
        ),
        pytest.param("口座から引き落とします", "口座から引き落とす", id="と and し of one verb"),
        pytest.param("要点を見落とします", "要点を見落とす", id="見落とす"),
        pytest.param("ここを段落とします", "ここを段落とする", id="a paragraph, and する"),
        pytest.param("全力を尽くします", "全力を尽くす", id="く and し of one verb"),
        pytest.param("影響を及ぼします", "影響を及ぼす", id="ぼ and し of one verb"),
        pytest.param("機会を逃がしました", "機会を逃がした", id="が and し of one verb"),
        pytest.param("音がします", "音がする", id="a noun with が, and する"),
        pytest.param("髪を長くします", "髪を長くする", id="く of an adjective, and する"),
        pytest.param("五月を期限とします", "五月を期限とする", id="と that is a particle, and する"),
        pytest.param("夕方うかがいます", "夕方うかがう", id="a verb in がう"),
        pytest.param("味がちがいます", "味がちがう", id="another verb in がう"),
        pytest.param("指示にしたがいました", "指示にしたがった", id="a third one"),
        pytest.param("店に友だちがいます", "店に友だちがいる", id="people with が"),
        pytest.param("急がせねばならない", "急がせなければならない", id="せる"),
        pytest.param("せねばならない", "しなければならない", id="する at the head"),
    ],
)
def test_a_style_is_no_difference(polite: str, plain: str) -> None:
    assert match_key(polite) == match_key(plain)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("さらにますます増える", id="ますます"),
        pytest.param("ここですべてを見る", id="すべて"),
        pytest.param("自分でする", id="する"),
        pytest.param("友を励ます", id="a verb in ます"),
        pytest.param("会費はカードで済ます", id="another verb in ます"),
        pytest.param("外であるく", id="あるく"),
        pytest.param("ありがとうございます", id="thanks"),
        pytest.param("お金がない", id="money, which is no gold"),
        pytest.param("御社の製品", id="the reader's company"),
        pytest.param("たまご料理", id="ご that ends a word"),
    ],
)
def test_what_only_looks_like_a_style_is_left_alone(text: str) -> None:
    assert match_key(text) == text


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("できます", "できません", id="denied"),
        pytest.param("届きます", "届きました", id="past"),
        pytest.param("行きましょう", "行きます", id="a proposal"),
        pytest.param("事実です", "事実でした", id="past of です"),
        pytest.param("対します", "話します", id="another verb"),
        pytest.param("お持ちになりますか", "お持ちしますか", id="what you do and what I do"),
        pytest.param("息をすいません", "息をすみません", id="a verb of air"),
        pytest.param("お会いした", "お会いしたい", id="a wish and what was done"),
    ],
)
def test_what_a_polite_form_says_is_kept(one: str, other: str) -> None:
    assert match_key(one) != match_key(other)
