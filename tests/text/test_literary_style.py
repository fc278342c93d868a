"""Solemn, legal and older forms have the keys of those of today."""

from __future__ import annotations

import pytest

from rnk_gloss.text.match_key import match_key


@pytest.mark.parametrize(
    ("solemn", "plain"),
    [
        pytest.param("許されざる者", "許されない者", id="ざる"),
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
    ],
)
def test_the_form_of_today_is_the_key_of_both(solemn: str, plain: str) -> None:
    assert match_key(solemn) == match_key(plain)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("さるでござる", id="ござる"),
        pytest.param("しみを落とす", id="落とす"),
        pytest.param("人が死ぬ", id="死ぬ"),
        pytest.param("料理がうまい", id="うまい"),
        pytest.param("すまいの相談", id="住まい"),
        pytest.param("提出することをもとめる", id="こと that goes on"),
        pytest.param("それをよしとする", id="とする without もの"),
    ],
)
def test_what_only_looks_like_one_is_left_alone(text: str) -> None:
    assert match_key(text) == text
