from __future__ import annotations

import re
import subprocess
import sys
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rapidfuzz.distance import Levenshtein

from rnk_gloss.match.compare import Prospect, compare, highest_score
from rnk_gloss.match.deductions import DEDUCTIONS, FUZZY_CEILING, SPELLING_KINDS, VARIANT_FLOOR, Deduction
from rnk_gloss.match.terms import TermFinder
from rnk_gloss.text.match_key import match_key
from rnk_gloss.text.match_words import words


def kinds(query: str, stored: str) -> list[str]:
    return [difference.kind for difference in compare(query, stored).differences]


@pytest.mark.parametrize(
    ("query", "stored", "kind"),
    [
        pytest.param("ﾊﾝﾄﾞﾙを回す", "ハンドルを回す", "width", id="half-width kana"),
        pytest.param("第３室", "第3室", "width", id="digit"),
        pytest.param("USBに差す", "usbに差す", "case", id="case"),
        pytest.param("雨ですが、行きます", "雨ですが行きます", "punctuation", id="comma"),
        pytest.param("設定⇒表示を選ぶ", "設定→表示を選ぶ", "punctuation", id="arrow"),
        pytest.param("7/20まで開く", "7月20日まで開く", "numeral notation", id="date"),
        pytest.param("プリンタが動く", "プリンターが動く", "long vowel", id="long vowel"),
        pytest.param("ウインドウの色", "ウィンドウの色", "katakana", id="small kana"),
        pytest.param("申込書", "申し込み書", "okurigana", id="okurigana"),
        pytest.param("子供", "子ども", "kanji/kana", id="kanji or kana"),
        pytest.param("學校", "学校", "old kanji", id="old kanji"),
        pytest.param("二千人が来た", "2,000人が来た", "numeral notation", id="numerals"),
        pytest.param("第Ⅴ期の土器", "第5期の土器", "numeral notation", id="Roman numerals"),
        pytest.param("駅に午後2時", "駅に14:00", "numeral notation", id="time of day"),
        pytest.param("駅に午前零時", "駅に午前0時", "numeral notation", id="零"),
        pytest.param("荷物を受けとる", "荷物を受け取る", "kanji/kana", id="second verb of a compound"),
        pytest.param("列車の乗り換え", "列車の乗りかえ", "kanji/kana", id="換 in kana"),
        pytest.param("S60年の雪", "1985年の雪", "era", id="initial of an era"),
        pytest.param("昭和60年の雪", "1985年の雪", "era", id="era"),
        pytest.param("花じゃない", "花ではない", "politeness", id="じゃ"),
        pytest.param("走らねばならない", "走らなければならない", "politeness", id="ねば"),
        pytest.param("ご着席ください", "着席してください", "politeness", id="ご"),
        pytest.param("扉が開きます。", "扉が開く。", "politeness", id="ます"),
        pytest.param("雪は白いです", "雪は白い", "politeness", id="です"),
        pytest.param("鍵は必要である。", "鍵は必要だ。", "politeness", id="である"),
    ],
)
def test_a_variant_scores_95_to_99_and_says_what_differs(query: str, stored: str, kind: str) -> None:
    comparison = compare(query, stored)
    assert 95 <= comparison.score <= 99
    assert comparison.base == 100
    assert [difference.kind for difference in comparison.differences] == [kind]


@pytest.mark.parametrize(
    ("query", "stored", "kind"),
    [
        pytest.param("この鍵は複製できる。", "この鍵は複製できない。", "polarity", id="できる, できない"),
        pytest.param("灯りを消す。", "灯りを消さない。", "polarity", id="verb and its negation"),
        pytest.param("客が待った", "客が待たなかった", "polarity", id="past"),
        pytest.param("扉を閉めて走る", "扉を閉めずに走る", "polarity", id="ずに"),
        pytest.param("会員の席です", "非会員の席です", "polarity", id="非"),
        pytest.param("祝日を除き営業する", "祝日は営業する", "polarity", id="を除き"),
        pytest.param("体重60kg以上の人", "体重60kg以下の人", "bound", id="以上, 以下"),
        pytest.param("六時まで待つ", "六時から待つ", "bound", id="まで, から"),
        pytest.param("午前の便に乗る", "午後の便に乗る", "direction", id="午前, 午後"),
        pytest.param("最大の荷重", "最小の荷重", "bound", id="最大, 最小"),
        pytest.param("少なくとも三時間寝かせる", "長くとも三時間寝かせる", "bound", id="少なくとも, 長くとも"),
        pytest.param("百部を超える注文", "百部に満たない注文", "bound", id="に満たない"),
        pytest.param("扉を施錠する", "扉を解錠する", "antonym", id="施, 解"),
        pytest.param("卵を十個送る", "卵を十箱送る", "unit", id="counters"),
        pytest.param("値は1.5Aだ", "値は1.5Vだ", "unit", id="A, V"),
        pytest.param("道は5キロある", "道は5マイルある", "unit", id="units in katakana"),
        pytest.param("耐用年数は8年だ", "耐用年数は15年だ", "number", id="years that something lasts"),
        pytest.param("休みは火曜日です", "休みは木曜日です", "date", id="day of the week"),
        pytest.param("塩を小さじ一杯", "塩を大さじ一杯", "unit", id="spoons"),
        pytest.param("本剤5mgを飲む", "本剤5μgを飲む", "unit", id="unit by one letter"),
        pytest.param("月曜は開館している", "月曜は閉館している", "antonym", id="one kanji of a compound"),
        pytest.param("鍋を弱火にかける", "鍋を強火にかける", "antonym", id="one kanji before another"),
        pytest.param("自国の港に入る", "他国の港に入る", "antonym", id="自, 他"),
        pytest.param("時計回りに回す", "反時計回りに回す", "polarity", id="反"),
        pytest.param("電源を入れてから繋ぐ", "電源を入れる前に繋ぐ", "direction", id="てから, る前"),
        pytest.param("原判決を破棄する", "原判決を維持する", "antonym", id="破棄, 維持"),
        pytest.param("毎週金曜に集める", "隔週金曜に集める", "antonym", id="毎週, 隔週"),
        pytest.param("濃度に比例する", "濃度に反比例する", "polarity", id="比例, 反比例"),
        pytest.param("措置を講ずるものとする", "措置を講ずることができる", "modality", id="ものとする"),
        pytest.param("犬が猫を追った。", "犬を猫が追った。", "roles", id="が, を"),
        pytest.param("狼が羊を襲う。", "ヒツジがオオカミを襲う。", "roles", id="beings in kana"),
        pytest.param("丘から川へ下りる", "丘へ川から下りる", "roles", id="から, へ"),
        pytest.param("甲は乙に報酬を払う。", "乙は甲に報酬を払う。", "roles", id="parties"),
        pytest.param("日英辞典", "英日辞典", "roles", id="order without particles"),
        pytest.param("ねじを3本締める", "ねじを4本締める", "number", id="number"),
        pytest.param("会費は3千円", "会費は3万円", "number", id="magnitude"),
        pytest.param("五月三日に開く", "五月四日に開く", "date", id="date"),
        pytest.param("平成20年の統計", "平成21年の統計", "date", id="year of an era"),
        pytest.param("荷物は5kgです", "荷物は5gです", "unit", id="unit"),
        pytest.param("送信を開始する", "送信を停止する", "antonym", id="開始, 停止"),
        pytest.param("行を追加する", "行を削除する", "antonym", id="追加, 削除"),
        pytest.param("米の輸出量", "米の輸入量", "antonym", id="輸出, 輸入"),
        pytest.param("報告しなければならない", "報告してもよい", "modality", id="duty, permission"),
        pytest.param("損益は▲3万円", "損益は3万円", "number", id="sign"),
        pytest.param("気温は-2℃", "気温は2℃", "number", id="sign and unit"),
        pytest.param("棚が10段ある", "棚が100段ある", "number", id="more figures"),
        pytest.param("10円未満は切り捨てる", "10円未満は切り上げる", "antonym", id="切り捨て, 切り上げ"),
        pytest.param("会は5月10日（金）", "会は5月10日（土）", "date", id="day of the week in brackets"),
        pytest.param("納期は3月4日です", "納期は4月3日です", "date", id="month and day exchanged"),
        pytest.param("非会員の料金", "会員の料金", "polarity", id="a prefix more"),
        pytest.param("未確認の荷物", "確認した荷物", "polarity", id="a prefix, and the word without it"),
        pytest.param("三日以内に返す", "三日後に返す", "bound", id="within, after"),
        pytest.param("届は受理された", "届は却下された", "antonym", id="受理, 却下"),
        pytest.param("湯は40度だ", "湯は華氏40度だ", "unit", id="scale"),
        pytest.param("会の前に話す", "会の後に話す", "direction", id="before, after"),
        pytest.param("被上告人の答弁", "上告人の答弁", "antonym", id="a longer word"),
        pytest.param("ソフトをインストールする", "ソフトをアンインストールする", "antonym", id="prefix in katakana"),
        pytest.param("貴社の倉庫", "弊社の倉庫", "antonym", id="yours, ours"),
        pytest.param("線に近寄れ", "線に近寄るな", "polarity", id="order, prohibition"),
        pytest.param("森さんが林さんを呼ぶ", "林さんが森さんを呼ぶ", "roles", id="people with さん"),
        pytest.param("兄が焼いた魚を弟が買う", "弟が焼いた魚を兄が買う", "roles", id="two words exchanged"),
    ],
)
def test_a_change_of_meaning_is_named_and_costs_more_than_any_spelling(query: str, stored: str, kind: str) -> None:
    comparison = compare(query, stored)
    assert kind in kinds(query, stored)
    assert comparison.score <= comparison.base - DEDUCTIONS[kind].cost + 1e-6 < VARIANT_FLOOR


@pytest.mark.parametrize(
    ("query", "stored"),
    [
        pytest.param("報告しなければならない", "報告する必要がある", id="duty is no negation"),
        pytest.param("春だけでなく秋も咲く", "春だけでなく夏も咲く", id="not only"),
        pytest.param("かならず読むこと", "ぜひ読むこと", id="かならず"),
        pytest.param("水が少ない", "湯が少ない", id="少ない"),
        pytest.param("来るはずです", "来る予定です", id="はず"),
        pytest.param("費用をまかない、残す", "費用を払い、残す", id="まかない"),
        pytest.param("信用をうしない、去る", "信用を得て、去る", id="うしない"),
        pytest.param("雪が降るような夜", "雪が舞うような夜", id="ような"),
        pytest.param("いい日だろうな", "いい日だったな", id="だろうな"),
        pytest.param("申し訳ないが席がない", "あいにく席がない", id="an excuse"),
        pytest.param("冗談ばかり言う", "不平ばかり言う", id="不 in another word"),
        pytest.param("水をください", "水をくれませんか", id="a request"),
        pytest.param("おかしそうに見る", "悲しそうに見る", id="なし in かなし"),
        pytest.param("やっと見つけた", "なんとなく見つけた", id="なんとなく"),
        pytest.param("こんな幸せであった", "こんなに幸せであった", id="な before しあわせ"),
        pytest.param("船は間もなく着いた", "船はすぐ着いた", id="まもなく"),
        pytest.param("何気なく見た", "ふと見た", id="何気なく"),
        pytest.param("庭に入っては駄目だ", "庭に入ってはならない", id="two prohibitions"),
        pytest.param("決して上手ではない", "決してうまくない", id="denied in two ways"),
    ],
)
def test_what_only_looks_like_a_negation_is_none(query: str, stored: str) -> None:
    assert "polarity" not in kinds(query, stored)


@pytest.mark.parametrize(
    ("query", "stored"),
    [
        pytest.param("次の例外を送る", "以下の例外を送る", id="以下 that is no limit"),
        pytest.param("以前この町に住む", "当時この町に住む", id="以前 that is no limit"),
        pytest.param("二度行った", "二回行った", id="times"),
        pytest.param("値が返される", "値を返す", id="a passive"),
        pytest.param("警官が泥棒を捕まえた", "泥棒が警官に捕まえられた", id="a passive with who did it"),
        pytest.param("先生が生徒を褒めた", "生徒が先生に褒められた", id="a passive of two opposites"),
        pytest.param("法案は議会により可決された", "議会は法案を可決した", id="the active of a passive"),
        pytest.param("とてもよい質問だ", "とても辛い質問だ", id="よい that permits nothing"),
        pytest.param("明日北海道に行く", "明日東京に行く", id="directions within names"),
        pytest.param("彼が来るまで待つ", "帰って来るまで待つ", id="who comes back comes"),
        pytest.param("文書で使うことができる", "文書で使うこともできる", id="permitted, and permitted as well"),
        pytest.param("使用できる", "使うことができる", id="permitted in two ways"),
        pytest.param("島を望むことができる", "島を望める", id="a potential verb"),
        pytest.param("魚を食べることができる", "魚を食べられる", id="another potential verb"),
        pytest.param("入場できる", "入場いただける", id="permitted with respect"),
        pytest.param("サポートされなくなった版", "サポートされない版", id="deny, and have come to deny"),
        pytest.param("人が来まいが同じだ", "客が来ないが同じだ", id="both deny"),
    ],
)
def test_other_words_only_turn_nothing_round(query: str, stored: str) -> None:
    assert set(kinds(query, stored)) <= {"wording", "kanji/kana"}


def test_each_of_two_opposites_in_one_place_is_named() -> None:
    found = compare("右上に表示する。", "左下に表示する。").differences
    assert [(one.kind, one.query, one.stored) for one in found] == [
        ("direction", "右", "左"),
        ("direction", "上", "下"),
    ]


def test_a_stop_that_both_texts_end_with_is_no_difference() -> None:
    assert kinds("彼は賛成した。", "彼は賛成したという。") == ["wording"]
    assert kinds("彼は賛成した。", "彼は賛成した") == ["punctuation"]


def test_a_long_text_with_one_other_word_is_below_every_variant() -> None:
    start = "この説明書は、装置を安全に使うために知っておくべきことを順に述べたものであり、作業の前に"
    other = compare(start + "係員が読む。", start + "社員が読む。")
    assert other.base > VARIANT_FLOOR
    assert other.score == FUZZY_CEILING


def test_many_spelling_differences_never_reach_below_the_variants() -> None:
    one = "御願い致します。出来る事を全て行なって下さい。又は直ちにｻｰﾊﾞの申込を取消して下さい。"
    other = "お願いいたします出来ることをすべて行ってください。またはただちにサーバーの申し込みを取り消してください"
    comparison = compare(one, other)
    assert len(comparison.differences) > 5
    assert comparison.score == pytest.approx(VARIANT_FLOOR)


@pytest.mark.parametrize(
    ("query", "better", "worse"),
    [
        pytest.param("窓を閉める。", "窓をしめる。", "窓を閉めない。", id="reading before polarity"),
        pytest.param(
            "医師が患者に話す。", "医師が患者に話します。", "患者が医師に話す。", id="politeness before roles"
        ),
        pytest.param("法律が発効する。", "法律が発効します。", "法律が失効する。", id="politeness before an antonym"),
        pytest.param("扉が開きません。", "扉が開かない。", "扉が開きます。", id="politeness before polarity"),
        pytest.param("品物を受け取る", "品物をうけとる", "品物を受け取らない", id="reading of two kanji"),
        pytest.param(
            "箱の内容を示す。", "箱のないようを示す。", "箱の内容を示さない。", id="a reading that holds ない"
        ),
        pytest.param("交渉を継続する。", "交渉をけいぞくする。", "交渉を中断する。", id="a reading before an antonym"),
        pytest.param("以下の表を見る。", "いかの表を見る。", "以上の表を見る。", id="a limit written by its sound"),
        pytest.param("要望に応じる。", "要望に応じます。", "要望に応じかねる。", id="politeness before かねる"),
        pytest.param("店は午後9時に閉まる。", "店は21時に閉まる。", "店は午前9時に閉まる。", id="clock before morning"),
        pytest.param(
            "それは彼の本じゃない。",
            "それは彼の本ではない。",
            "それは君の本じゃない。",
            id="spoken style before a person",
        ),
    ],
)
def test_order(query: str, better: str, worse: str) -> None:
    assert compare(query, better).score > compare(query, worse).score


def test_a_word_written_by_its_sound_is_called_a_reading() -> None:
    assert kinds("棚を繕う。", "棚をつくろう。") == ["reading"]
    assert kinds("棚を繕う。", "棚をたおす。") == ["wording"]


@pytest.mark.parametrize(
    ("query", "stored", "line"),
    [
        pytest.param("同じ文。", "同じ文。", "100 = the same text", id="same"),
        pytest.param(
            "申込は3階", "申し込みは３階", "98 = 100 − 1 okurigana (申込 → 申し込み) − 1 width (3 → ３)", id="variant"
        ),
        pytest.param(
            "被告が原告を訴えた。",
            "原告が被告を訴えた。",
            "64 = 100 − 36 roles (被告 → 原告)",
            id="the nouns of changed roles",
        ),
        pytest.param("使用できる", "使用できない", "49 = 100 − 51 polarity (できる → できない)", id="polarity"),
        pytest.param("箱を開ける。", "箱を開けます。", "98 = 100 − 2 politeness (る。 → ます。)", id="style of a verb"),
        pytest.param("人が増えた", "人が増加した", "65 = 100 − 35 wording (増え → 増加し)", id="as much in both"),
        pytest.param("縄を締めて置く", "縄を緩めて置く", "60 = 100 − 40 antonym (締め → 緩め)", id="as it is written"),
        pytest.param(
            "50㎡の庭", "50平方メートルの庭", "99 = 100 − 1 kanji/kana (㎡ → 平方メートル)", id="square metre"
        ),
        pytest.param("平成31年", "令和元年", "98 = 100 − 2 era (平成31年 → 令和元年)", id="two eras"),
        pytest.param("剣を抜けば勝つ", "剣を抜かねば勝つ", "52 = 100 − 48 polarity (抜け → 抜かね)", id="ねば denies"),
        pytest.param("Webの頁", "ウェブの頁", "99 = 100 − 1 katakana (Web → ウェブ)", id="Latin letters"),
    ],
)
def test_the_explanation_in_one_line(query: str, stored: str, line: str) -> None:
    assert compare(query, stored).explanation == line


@pytest.mark.parametrize(
    ("query", "stored", "kind"),
    [
        pytest.param("Open the valve.", "Do not open the valve.", "polarity", id="not"),
        pytest.param("It can be saved.", "It can't be saved.", "polarity", id="can't"),
        pytest.param("At most 10 people.", "At least 10 people.", "bound", id="at most, at least"),
        pytest.param("No more than 10 people.", "No less than 10 people.", "bound", id="no more, no less"),
        pytest.param("Starts at 3 p.m.", "Starts at 3 a.m.", "date", id="p.m., a.m."),
        pytest.param("Starts at 14:30.", "Starts at 14:45.", "date", id="other minutes"),
        pytest.param("Open the valve.", "Close the valve.", "antonym", id="antonym"),
        pytest.param("Wait 3 days.", "Wait 5 days.", "number", id="number"),
        pytest.param("Use at least two.", "Use at most two.", "bound", id="bound"),
        pytest.param("The “end”", 'The "end"', "punctuation", id="quotes"),
        pytest.param("Sign the treaty.", "Signed the treaty.", "inflection", id="ending"),
        pytest.param("The treaty lapsed.", "The treaties lapsed.", "inflection", id="y and ie"),
        pytest.param("They stop here.", "They stopped here.", "inflection", id="doubled letter"),
        pytest.param("Make a list.", "Making a list.", "inflection", id="silent e"),
        pytest.param("The red car.", "The blue car.", "wording", id="another word"),
        pytest.param("Add 5kg now.", "Add 5 kg now.", "punctuation", id="space before a unit"),
        pytest.param("Closed in May.", "Closed in June.", "date", id="month"),
        pytest.param("The colour isn't red.", "The color is not red.", "spelling", id="British, and short"),
        pytest.param("The third of ten", "The 3rd of 10", "numeral notation", id="numbers in words"),
        pytest.param("On 5 May 2024", "On May 5, 2024", "numeral notation", id="day before month"),
        pytest.param("An up-to-date list", "An up to date list", "punctuation", id="hyphens"),
        pytest.param("The buyer pays the seller.", "The seller pays the buyer.", "roles", id="who pays whom"),
        pytest.param("From Oslo to Kyoto", "From Kyoto to Oslo", "roles", id="from here to there"),
        pytest.param("Party A shall pay Party B.", "Party B shall pay Party A.", "roles", id="parties A and B"),
        pytest.param("The buyer and the seller pay.", "The seller and the buyer pay.", "antonym", id="both of them"),
        pytest.param("The second party pays.", "The third party pays.", "number", id="ordinals"),
        pytest.param("Set USE_L10N here.", "Set USE_I18N here.", "wording", id="digits in a name"),
        pytest.param("Sign in on the left", "Sign out on the left", "antonym", id="opposites of two words"),
        pytest.param("The plaintiff agreed", "The defendant agreed", "antonym", id="parties"),
        pytest.param("A dog bit the man.", "The dog bit a man.", "wording", id="articles"),
        pytest.param("Turn on the pump.", "Turn off the pump.", "antonym", id="on, off"),
        pytest.param("It hardly moved.", "It moved.", "polarity", id="hardly"),
        pytest.param("Add 5 mL now.", "Add 5 L now.", "unit", id="millilitre"),
        pytest.param("It is -5 degrees.", "It is 5 degrees.", "number", id="sign"),
        pytest.param("You may go.", "You must go.", "modality", id="may"),
    ],
)
def test_english(query: str, stored: str, kind: str) -> None:
    assert kind in [difference.kind for difference in compare(query, stored, language="en").differences]


@pytest.mark.parametrize(
    ("query", "stored", "language", "base"),
    [
        pytest.param("Open the red valve now.", "Open the blue valve now.", "en", 80, id="a word is one edit"),
        pytest.param("Open the valve now!", "Open the valve now?", "en", 80, id="so is a mark"),
        pytest.param("Recieve it.", "Receive it.", "en", 50, id="a typo costs its word"),
        pytest.param("It weighs 10,000 kg", "It weighs 3.5 kg", "en", 75, id="and a number"),
        pytest.param("Ouvrez la vanne.", "Fermez la vanne.", "fr", 200 / 3, id="French"),
        pytest.param("Откройте кран", "Закройте кран", "ru", 50, id="Russian"),
        pytest.param("我们签署了条约", "我们签订了条约", "zh-Hans", 600 / 7, id="Chinese by characters"),
        pytest.param("เปิดวาล์ว", "ปิดวาล์ว", "th", 800 / 9, id="Thai by characters"),
    ],
)
def test_edits_are_counted_in_words_where_there_are_spaces(query: str, stored: str, language: str, base: float) -> None:
    assert compare(query, stored, language=language).base == pytest.approx(base)


ENGLISH_WORDS = [
    "sign",
    "signed",
    "the",
    "not",
    "do not",
    "3",
    "5kg",
    "5 kg",
    ",",
    "“x”",
    '"x"',
    "Open",
    "close",
    ".",
    "条",
]
ENGLISH = st.one_of(st.lists(st.sampled_from(ENGLISH_WORDS), max_size=7).map(" ".join), st.text(max_size=8))


@settings(max_examples=300, deadline=None)
@given(ENGLISH, ENGLISH)
def test_laws_of_the_score_of_words(query: str, stored: str) -> None:
    comparison = compare(query, stored, language="en")
    ours, theirs = words(match_key(query, "en")), words(match_key(stored, "en"))
    longest = max(len(ours), len(theirs))
    expected = 100 * (longest - Levenshtein.distance(ours, theirs)) / longest if longest else 100
    assert comparison.base == expected
    assert 0 <= comparison.score <= comparison.base <= 100
    assert (comparison.score == 100) == (query == stored)
    assert sum(difference.cost for difference in comparison.differences) == pytest.approx(100 - comparison.score)
    assert (comparison.score >= VARIANT_FLOOR) == (ours == theirs)


def test_a_caller_can_set_the_deductions() -> None:
    milder = dict(DEDUCTIONS) | {"polarity": Deduction("polarity", 1, "")}
    strict = compare("資料を使用できる", "資料を使用できない")
    mild = compare("資料を使用できる", "資料を使用できない", deductions=milder)
    assert mild.score == pytest.approx(strict.score + DEDUCTIONS["polarity"].cost - 1)


WORDS = [
    *[
        "契約",
        "解除",
        "できる",
        "できない",
        "サーバ",
        "サーバー",
        "を",
        "が",
        "甲",
        "乙",
        "3",
        "３",
        "三千円",
        "以上",
        "以下",
        "、",
    ],
    *[
        "開始",
        "停止",
        "申込",
        "申し込み",
        "令和6年",
        "2024年",
        "子供",
        "しなければならない",
        "です",
        "。",
        "A",
        "ａ",
        "出",
        "み",
    ],
]
TEXTS = st.one_of(st.lists(st.sampled_from(WORDS), max_size=7).map("".join), st.text(max_size=8))


@settings(max_examples=300, deadline=None)
@given(TEXTS, TEXTS)
def test_laws_of_the_score(query: str, stored: str) -> None:
    comparison = compare(query, stored)
    ours, theirs = match_key(query), match_key(stored)
    longest = max(len(ours), len(theirs))
    expected = 100 * (longest - Levenshtein.distance(ours, theirs)) / longest if longest else 100
    assert comparison.base == expected
    assert 0 <= comparison.score <= comparison.base <= 100
    assert (comparison.score == 100) == (query == stored)
    assert sum(difference.cost for difference in comparison.differences) == pytest.approx(100 - comparison.score)
    if ours == theirs:
        assert comparison.score >= VARIANT_FLOOR
        assert all(difference.kind in SPELLING_KINDS for difference in comparison.differences)
    else:
        assert comparison.score <= FUZZY_CEILING
    if query != stored:
        printed, terms = comparison.explanation.split(" = 100 ", 1)
        points = [int(number) for number in re.findall(r"− (\d+) (?:[a-z/ ]+ \(|in \d)", terms)]
        assert int(printed) == 100 - sum(points) == round(comparison.score)


@settings(max_examples=300, deadline=None)
@given(TEXTS, TEXTS, st.integers(0, 101), st.sampled_from(["ja", "en"]))
def test_a_prospect_is_never_below_the_score(query: str, stored: str, least: int, language: str) -> None:
    whole = compare(query, stored, language=language)
    assert whole.score <= highest_score(whole.base)
    prospect = Prospect(query, stored, language=language)
    assert whole.score <= prospect.highest
    keys = match_key(query, language), match_key(stored, language)
    early = Prospect(query, stored, language=language, keys=keys, least=least)
    assert prospect.highest <= early.highest
    assert early.highest == prospect.highest or early.highest < least
    assert early.comparison == whole


def test_comparing_loads_no_analyser() -> None:
    code = (
        "import sys; from rnk_gloss.match.compare import compare; compare('雨が降る', '雨が降らない');"
        "assert not {'sudachipy', 'numpy', 'pykakasi', 'sqlite_utils'} & set(sys.modules), sorted(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_what_is_done_to_a_thing_may_be_its_topic() -> None:
    assert "roles" not in kinds("焚き火を禁止します。", "焚き火は禁止します。")
    assert "roles" in kinds("部長を呼んだ。", "部長は呼んだ。")


def test_and_is_no_or() -> None:
    assert "antonym" in kinds("甲及び乙に通知する。", "甲又は乙に通知する。")
    assert compare("甲および乙に通知する。", "甲及び乙に通知する。").score >= 95


def test_halves_of_surrogate_pairs_are_compared_as_other_characters() -> None:
    comparison = compare("稼動\ud800した", "かどう\ud800した")
    assert comparison.score < 100
    assert [hit.form for hit in TermFinder.of([(1, ["開く"])]).find("窓を\udfff開いた")] == ["開く"]


@pytest.mark.parametrize(("piece", "language"), [("1,", "en"), ("0f", "ja"), ("漢", "ja"), ("a ", "en")])
def test_a_rank_of_one_piece_is_compared_in_no_more_time_than_other_texts(piece: str, language: str) -> None:
    began = time.process_time()
    assert compare(f"{piece * 1_500}a1 x", f"{piece * 1_500}a1 y", language=language).score > 70
    assert time.process_time() - began < 10, "where each place is searched from again it takes minutes"
