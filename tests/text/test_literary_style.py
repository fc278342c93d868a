"""Solemn, legal and older forms have the keys of those of today."""

from __future__ import annotations

import pytest

from rnk_gloss.text.match_key import match_key


@pytest.mark.parametrize(
    ("solemn", "plain"),
    [
        pytest.param("許されざる者", "許されない者", id="ざる"),
        pytest.param("インポートすることができる", "インポートできる", id="することができる behind katakana"),
        pytest.param("剣を抜かねば勝てない", "剣を抜かなければ勝てない", id="ねば"),
        pytest.param("努力せねば勝てない", "努力しなければ勝てない", id="せねば of する"),
        pytest.param("荷を任せねば進めない", "荷を任せなければ進めない", id="せねば of a verb in せる"),
        pytest.param("名も知らぬ人", "名も知らない人", id="ぬ"),
        pytest.param("予期せぬ結果", "予期しない結果", id="せぬ of する"),
        pytest.param("いらぬお世話だ", "いらないお世話だ", id="ぬ before a polite noun"),
        pytest.param("二度と買うまい", "二度と買わない", id="まい"),
        pytest.param("彼は来るまい", "彼は来ない", id="来るまい"),
        pytest.param("誰にも見せるまい", "誰にも見せない", id="まい of a verb in る"),
        pytest.param("該当者なき場合", "該当者がない場合", id="なき"),
        pytest.param("効力を失うものとす", "効力を失うものとする", id="とす"),
        pytest.param("これを認めることとす", "これを認めることとする", id="こととす"),
        pytest.param("乙に帰属するものとする。", "乙に帰属する。", id="ものとする"),
        pytest.param("費用は甲が負担するものとします。", "費用は甲が負担します。", id="ものとします"),
        pytest.param("書面で提出すること。", "書面で提出する。", id="すること at the end"),
        pytest.param("値を指定することができる", "値を指定できる", id="することができる"),
        pytest.param("必要な場合には連絡する", "必要な場合は連絡する", id="場合には"),
        pytest.param("窓口にて交付する", "窓口で交付する", id="にて"),
        pytest.param("規則に基づいて定める", "規則に基づき定める", id="the te-form of a link"),
        pytest.param("手段によって違う", "手段により違う", id="によって"),
        pytest.param("祝日を除いて開く", "祝日を除き開く", id="を除いて"),
        pytest.param("こゝに記す", "ここに記す", id="a kana repeated"),
        pytest.param("いすゞの車", "いすずの車", id="a kana repeated with its voice"),
        pytest.param("一歩々々進む", "一歩一歩進む", id="two kanji repeated"),
        pytest.param("夢のやうだ", "夢のようだ", id="やう"),
        pytest.param("雨だらう", "雨だろう", id="だらう"),
        pytest.param("従はなければならない", "従わなければならない", id="は of a verb"),
        pytest.param("消えてゆく", "消えていく", id="てゆく"),
        pytest.param("資格を失つた者", "資格を失った者", id="つ before た and a noun"),
        pytest.param("期日に当たつて", "期日に当たって", id="つ behind okurigana"),
        pytest.param("許可できぬ", "許可できない", id="できぬ"),
        pytest.param("改めるべきだ", "改めるべきである", id="べき"),
        pytest.param("参加するべきだ", "参加すべきだ", id="するべき"),
        pytest.param("答えではあるまい", "答えではない", id="ある is denied by ない"),
    ],
)
def test_the_form_of_today_is_the_key_of_both(solemn: str, plain: str) -> None:
    assert match_key(solemn) == match_key(plain)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("さるでござる", id="ござる"),
        pytest.param("ねばねばする", id="ねば of what is sticky"),
        pytest.param("彼は最後までねばった", id="a verb in ねば"),
        pytest.param("しみを落とす", id="落とす"),
        pytest.param("人が死ぬ", id="死ぬ"),
        pytest.param("料理がうまい", id="うまい"),
        pytest.param("すまいの相談", id="住まい"),
        pytest.param("提出することをもとめる", id="こと that goes on"),
        pytest.param("それをよしとする", id="とする without もの"),
        pytest.param("場合によってはよい", id="によっては"),
        pytest.param("会はない", id="は behind a noun"),
        pytest.param("手をあらう", id="あらう"),
    ],
)
def test_what_only_looks_like_one_is_left_alone(text: str) -> None:
    assert match_key(text) == text
