from __future__ import annotations

import pytest

from rnk_gloss.match.roles import changed_roles


@pytest.mark.parametrize(
    ("query", "stored", "moved"),
    [
        pytest.param("犬が猫を追う", "猫が犬を追う", ("犬", "猫"), id="changed over"),
        pytest.param("犬が猫を追う", "猫を犬が追う", (), id="another order, the same roles"),
        pytest.param("雨が降る", "雨は降る", (), id="topic for subject"),
        pytest.param("駅に行く", "駅へ行く", (), id="two particles of one direction"),
        pytest.param("駅へ行く", "駅から行く", ("駅",), id="to and from"),
        pytest.param("甲は甲の物を乙に渡す", "乙は甲の物を甲に渡す", ("乙",), id="a noun that stands once is enough"),
        pytest.param("英語が話せる", "英語を話せる", (), id="what one can do"),
        pytest.param("水が飲みたい", "水を飲みたい", (), id="what is wanted"),
        pytest.param("母が話せる", "母を話せる", ("母",), id="who can do it"),
        pytest.param("水が流せる", "水を流した", ("水",), id="nothing of both"),
        pytest.param("ドアを閉めてください", "ドアは閉めてください", (), id="what is asked for"),
        pytest.param("トムを待った", "トムは待った", ("トム",), id="nothing is asked for"),
        pytest.param("犬が猫を追った", "猫が犬に追われた", (), id="the passive, by whom"),
        pytest.param("犬が猫を追った", "犬が猫に追われた", ("猫",), id="the passive, by the other"),
        pytest.param("妹は姉に本を読んだ", "姉は妹に本を読まれた", ("妹", "姉"), id="a passive of something else"),
    ],
)
def test_roles(query: str, stored: str, moved: tuple[str, ...]) -> None:
    assert changed_roles(query, stored) == moved
