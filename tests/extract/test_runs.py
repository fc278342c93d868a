"""Noun runs, their edges, and coordinations with a middle dot."""

from __future__ import annotations

import pytest

from rnk_gloss.extract.analysis import words_of
from rnk_gloss.extract.classes import text_of
from rnk_gloss.extract.knowledge import Knowledge
from rnk_gloss.extract.runs import LONGEST_RUN, noun_runs, split_coordination, trim


def trimmed(sentence: str, knowledge: Knowledge) -> list[str]:
    runs = (trim(run) for run in noun_runs(words_of(sentence, knowledge)))
    return [text_of(run) for run in runs if run]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        pytest.param("経済安全保障の議論が続く。", ["経済安全保障", "議論"], id="particles part runs"),
        pytest.param("今回の漁業協定は同政府を利する。", ["漁業協定", "政府"], id="今回 and 同"),
        pytest.param("停戦合意以降も衝突が続く。", ["停戦合意", "衝突"], id="以降"),
        pytest.param("両政府側は黙っている。", ["政府"], id="両 and 側"),
        pytest.param("2019年3月の共同声明", ["共同声明"], id="a date"),
        pytest.param("補助金300億円を積み増す。", ["補助金"], id="an amount behind a noun"),
        pytest.param("三カ国協議が再開した。", ["三カ国協議", "再開"], id="a count that is part of a name stays"),
        pytest.param("第五世代通信の規格", ["第五世代通信", "規格"], id="an ordinal that is part of a name stays"),
        pytest.param("二点識別法で比べる。", ["二点識別法"], id="a number in kanji that begins a name"),
        pytest.param("2点差で勝つ。", ["差"], id="the same counter after a digit"),
        pytest.param("参加者128名の名簿", ["参加者", "名簿"], id="a count behind a noun"),
        pytest.param("対ロ制裁第19弾の内容", ["対ロ制裁", "内容"], id="an ordinal at the end"),
        pytest.param("係数0.68を得た。", ["係数"], id="a decimal at the end"),
        pytest.param("バージョン5.2規格", ["バージョン", "規格"], id="a decimal inside"),
        pytest.param("憲法上の規定", ["憲法", "規定"], id="上 that the analyser leaves on a word"),
        pytest.param("発射後空中で割れた。", ["発射", "空中"], id="後 ends a run"),
        pytest.param("平成29年の改正", ["改正"], id="an era"),
        pytest.param("β遮断薬を使う。", ["β遮断薬"], id="a Greek letter"),
        pytest.param("国連憲章第51条に基づく。", ["国連憲章第51条"], id="an article of a treaty"),
        pytest.param("フランス製ワインより米国産大豆", ["フランス製ワイン", "米国産大豆"], id="製 and 産 inside stay"),
        pytest.param("装置はポルトガル製だ。", ["装置", "ポルトガル"], id="製 at the end goes"),
        pytest.param("山田氏訪問の日程", ["山田", "訪問", "日程"], id="a form of address ends a run"),
        pytest.param("日仏両国の関係", ["日仏", "関係"], id="両国 after the names of the two"),
        pytest.param("露仏独三カ国の会合", ["露仏独", "会合"], id="a count after the names of the counted"),
        pytest.param("仏ソ貿易を論じる。", ["仏ソ貿易"], id="a row of countries before a noun"),
        pytest.param("損害総額約30億ドルに達した。", ["損害"], id="an amount with what belongs to it"),
        pytest.param("型番はKN-23とA380だ。", ["型番", "KN-23", "A380"], id="Latin letters with digits are one word"),
    ],
)
def test_runs_are_trimmed_to_terms(sentence: str, expected: list[str], knowledge: Knowledge) -> None:
    assert trimmed(sentence, knowledge) == expected


@pytest.mark.parametrize(
    ("sentence", "wholes", "members"),
    [
        pytest.param("エマニュエル・マクロン", ["エマニュエル・マクロン"], [], id="a foreign name is one"),
        pytest.param("農業・漁業", [], ["農業", "漁業"], id="single words are a list"),
        pytest.param("気候変動・半導体製造", [], ["気候変動", "半導体製造"], id="long members are a list"),
        pytest.param("京都・山田広場", [], ["京都", "山田広場"], id="a town and a place in it"),
        pytest.param("核・ミサイル開発", ["核・ミサイル開発"], ["核", "ミサイル開発"], id="short members share a head"),
    ],
)
def test_a_middle_dot_joins_or_parts(
    sentence: str, wholes: list[str], members: list[str], knowledge: Knowledge
) -> None:
    (run,) = noun_runs(words_of(sentence, knowledge))
    found_wholes, found_members = split_coordination(run, knowledge)
    assert ([text_of(whole) for whole in found_wholes], [text_of(member) for member in found_members]) == (
        wholes,
        members,
    )


def test_text_without_particles_gives_runs_of_bounded_length(knowledge: Knowledge) -> None:
    runs = list(noun_runs(words_of("国際経済貿易政策" * 60, knowledge)))
    assert max(map(len, runs)) == LONGEST_RUN
    assert "".join(text_of(run) for run in runs) == "国際経済貿易政策" * 60


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        pytest.param("朝ソ条約", ["朝ソ", "条約"], id="a row of countries"),
        pytest.param("金正恩氏", ["金正恩", "氏"], id="a listed name that the analyser cuts elsewhere"),
        pytest.param("羅先(ラソン)の港", ["羅先", "(ラソン)", "の", "港"], id="a reading in parentheses"),
        pytest.param("KN-23型", ["KN-23", "型"], id="Latin letters and digits"),
    ],
)
def test_the_analyser_is_repaired(sentence: str, expected: list[str], knowledge: Knowledge) -> None:
    words = words_of(sentence, knowledge)
    assert [word.text for word in words] == expected
    assert all(sentence[word.start : word.end] == word.text for word in words)
