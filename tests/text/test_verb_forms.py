"""A verb in kanji is the same verb in kana, in each of its forms and not in the dictionary's alone."""

from __future__ import annotations

import pytest

from rnk_gloss.text.match_key import match_key
from tests.verb_forms import verb_forms


@pytest.mark.parametrize("before", ["これを", "昨日は、", "友人に"])
@pytest.mark.parametrize(
    ("verb", "reading"),
    [
        pytest.param(verb, reading, id=verb)
        for verb, reading in (
            ("促す", "うながす"), ("補う", "おぎなう"), ("辿る", "たどる"), ("貼る", "はる"), ("関わる", "かかわる"),
            ("掛かる", "かかる"), ("揃う", "そろう"), ("叩く", "たたく"), ("掴む", "つかむ"), ("覗く", "のぞく"),
            ("承る", "うけたまわる"), ("仰ぐ", "あおぐ"), ("繋ぐ", "つなぐ"), ("煩わす", "わずらわす"),
            ("捜す", "さがす"), ("覆す", "くつがえす"), ("使う", "つかう"), ("思う", "おもう"),
            ("行なう", "おこなう"), ("致す", "いたす"), ("付き合う", "つきあう"), ("動かす", "うごかす"),
            ("手伝う", "てつだう"), ("困る", "こまる"), ("座る", "すわる"), ("過ごす", "すごす"), ("帰る", "かえる"),
        )
    ],
)  # fmt: skip
def test_a_verb_is_itself_in_kana(before: str, verb: str, reading: str) -> None:
    assert forms_that_differ(before, verb, reading, one_row=False) == []


@pytest.mark.parametrize(
    ("verb", "reading", "one_row"),
    [
        pytest.param(verb, reading, one_row, id=verb)
        for verb, reading, one_row in (
            ("消す", "けす", False), ("返す", "かえす", False), ("貸す", "かす", False), ("増やす", "ふやす", False),
            ("冷やす", "ひやす", False), ("読む", "よむ", False), ("送る", "おくる", False), ("切る", "きる", False),
            ("取り消す", "とりけす", False), ("借りる", "かりる", True), ("入れる", "いれる", True),
            ("変える", "かえる", True), ("決める", "きめる", True), ("受け入れる", "うけいれる", True),
        )
    ],
)  # fmt: skip
def test_a_common_verb_is_itself_in_kana_behind_its_object(verb: str, reading: str, one_row: bool) -> None:
    assert forms_that_differ("それを", verb, reading, one_row=one_row) == []


def forms_that_differ(before: str, verb: str, reading: str, *, one_row: bool) -> list[tuple[str, str]]:
    written = verb_forms(verb, one_row=one_row)
    spoken = verb_forms(reading, one_row=one_row)
    return [
        (in_kanji, in_kana)
        for in_kanji, in_kana in zip(written, spoken, strict=True)
        if match_key(f"{before}{in_kanji}。") != match_key(f"{before}{in_kana}。")
    ]


@pytest.mark.parametrize("verb", ["使い", "考え", "走り", "渡し", "教え"])
@pytest.mark.parametrize("helping", ["始める", "続ける", "終わる", "終えた"])
def test_a_verb_before_a_helping_one_keeps_its_kana(verb: str, helping: str) -> None:
    # Nobody writes 使始める: to drop the kana would only keep the verb from its spelling in kana.
    assert match_key(f"昼から{verb}{helping}").startswith(match_key(f"昼から{verb}る")[:-1])


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        pytest.param("身を隠れる", "かくれる", id="to hide, not to write"),
        pytest.param("発車をおくらせる", "おくらせる", id="to delay, not to put"),
        pytest.param("層をかさなる", "かさなる", id="to lie upon, not to lend"),
        pytest.param("本をやくした", "やくした", id="to translate, not to burn"),
        pytest.param("車が速かった", "速かった", id="was fast, not soon"),
        pytest.param("足が細かった", "細かった", id="was thin, not fine"),
        pytest.param("話をもちかける", "もちかける", id="to bring up, not near"),
        pytest.param("くせがやみつかない", "やみつかない", id="no finding"),
        pytest.param("母は涙ぐんだ", "ぐんだ", id="the ん of a past"),
    ],
)
def test_a_word_is_not_taken_for_the_beginning_of_another(text: str, kept: str) -> None:
    assert kept in match_key(text)


@pytest.mark.parametrize(
    ("polite", "plain"),
    [
        pytest.param("バスを降ります", "バスを降りる", id="to get off"),
        pytest.param("雪が降ります", "雪が降る", id="to fall"),
        pytest.param("そうおもいます", "そう思う", id="to think, in kana"),
        pytest.param("駅にいます", "駅にいる", id="to be"),
        pytest.param("布に染みます", "布に染みる", id="to soak"),
        pytest.param("鍋を火にかけ、豆をにます", "鍋を火にかけ、豆をにる", id="to boil"),
    ],
)
def test_a_polite_verb_is_the_plain_one(polite: str, plain: str) -> None:
    assert match_key(polite) == match_key(plain)


@pytest.mark.parametrize(
    ("adjective", "reading"),
    [
        pytest.param(adjective, reading, id=adjective)
        for adjective, reading in (
            ("長い", "ながい"), ("高い", "たかい"), ("眠い", "ねむい"), ("鋭い", "するどい"), ("怖い", "こわい"),
            ("狭い", "せまい"), ("冷たい", "つめたい"), ("細かい", "こまかい"), ("素晴しい", "すばらしい"),
            ("貧しい", "まずしい"), ("望ましい", "のぞましい"), ("恥かしい", "はずかしい"), ("面白い", "おもしろい"),
        )
    ],
)  # fmt: skip
def test_an_adjective_is_itself_in_kana(adjective: str, reading: str) -> None:
    endings = ("い", "い人", "いです", "いので", "かった", "くない", "くする", "ければよい", "そうだ", "すぎる")
    in_kanji, in_kana = ([f"これは{word[:-1]}{ending}。" for ending in endings] for word in (adjective, reading))
    assert list(map(match_key, in_kanji)) == list(map(match_key, in_kana))


@pytest.mark.parametrize(
    ("kana", "kanji"),
    [
        pytest.param("布のながさを測る", "布の長さを測る", id="length"),
        pytest.param("水のふかさが増す", "水の深さが増す", id="depth"),
        pytest.param("頭がいたい", "頭が痛い", id="to hurt"),
    ],
)
def test_what_an_adjective_says_of_a_thing_is_itself_in_kana(kana: str, kanji: str) -> None:
    assert match_key(kana) == match_key(kanji)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("船がながされる", id="to be washed away, not long"),
        pytest.param("ふるさとの山", id="home, not old"),
        pytest.param("そのおおさかの店", id="a town, not many"),
        pytest.param("これはちがいです", id="a noun in い"),
    ],
)
def test_kana_like_those_of_an_adjective_stay(text: str) -> None:
    assert match_key(text) == text.replace("です", "だ")


@pytest.mark.parametrize("before", ["これを", "彼は", "すぐに", ""])
@pytest.mark.parametrize(
    ("verb", "reading", "one_row"),
    [
        pytest.param(verb, reading, one_row, id=verb)
        for verb, reading, one_row in (
            ("引き継ぐ", "ひきつぐ", False), ("取り組む", "とりくむ", False), ("持ち出す", "もちだす", False),
            ("見逃す", "みのがす", False), ("引っ越す", "ひっこす", False), ("落ち着く", "おちつく", False),
            ("立ち上げる", "たちあげる", True), ("読み取る", "よみとる", False), ("付け加える", "つけくわえる", True),
            ("打ち合わせる", "うちあわせる", True), ("差し押さえる", "さしおさえる", True),
            ("取り消す", "とりけす", False), ("送り返す", "おくりかえす", False),
        )
    ],
)  # fmt: skip
def test_a_compound_verb_is_itself_in_kana(before: str, verb: str, reading: str, one_row: bool) -> None:
    assert forms_that_differ(before, verb, reading, one_row=one_row) == []


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("子どもたちより早い", id="a plural and より, not 立ち寄る"),
        pytest.param("やはりきらいな色", id="an adverb and きらい, not 張り切る"),
        pytest.param("私たちよりきれいだ", id="a plural behind kanji"),
        pytest.param("望みならいつでも聞く", id="a noun and なら, not 見習う"),
        pytest.param("空港でむかえる", id="a particle and むかえる, not 出迎える"),
        pytest.param("子を寝かしつける", id="a compound that begins in kanji"),
        pytest.param("探し物を見つけたその人", id="a past and その, not 付け足す"),
    ],
)
def test_kana_like_those_of_a_compound_verb_stay(text: str) -> None:
    told = {"立ち寄", "立寄", "張り切", "張切", "見習", "出迎", "貸付", "貸し付", "付足", "付け足"}
    assert not [verb for verb in told if verb in match_key(text)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("古文を訳す。", "古文を訳する。", id="す and する"),
        pytest.param("規則に属さない", "規則に属しない", id="denied"),
        pytest.param("古文を訳します。", "古文を訳す。", id="polite"),
        pytest.param("来月引っ越します。", "来月引っ越す。", id="polite, of 越す"),
        pytest.param("ねじを裏返します。", "ねじを裏返す。", id="polite, behind a noun"),
    ],
)
def test_a_verb_in_su_is_one(one: str, other: str) -> None:
    assert match_key(one) == match_key(other)
