"""Questions about terms that may be one: what is asked, and what is not."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rnk_gloss.extract.likenesses import questions
from rnk_gloss.extract.spellings import difference

ENGLISH = {"欧州": "Europe", "ヨーロッパ": "Europe", "半島": "peninsula"}


def asked(*forms: str) -> list[tuple[str, str, str]]:
    found = questions({form: {0} for form in forms}, lambda form: ENGLISH.get(form, ""))
    return [(question.form, question.other, question.reason) for question in found]


@pytest.mark.parametrize(
    ("forms", "expected"),
    [
        pytest.param(["製作会社", "制作会社"], [("制作会社", "製作会社", "same reading")], id="one kanji differs"),
        pytest.param(
            ["コンピュータ室", "ハルキウ", "ハリキウ"], [("ハリキウ", "ハルキウ", "one katakana letter")], id="letter"
        ),
        pytest.param(
            ["ゼレンスキー", "ゼレンスキイー"],
            [("ゼレンスキイー", "ゼレンスキー", "one katakana letter")],
            id="one more",
        ),
        pytest.param(
            ["国際海洋機関", "海洋機関"], [("国際海洋機関", "海洋機関", "short form")], id="a dropped qualifier"
        ),
        pytest.param(["欧州", "ヨーロッパ", "半島"], [("ヨーロッパ", "欧州", "alias")], id="one English"),
    ],
)
def test_what_is_asked(forms: list[str], expected: list[tuple[str, str, str]]) -> None:
    assert asked(*forms) == expected


@pytest.mark.parametrize(
    "forms",
    [
        pytest.param(["保障", "補償金"], id="lengths differ"),
        pytest.param(["公使", "講師"], id="same reading, two kanji differ"),
        pytest.param(["欧米", "米欧"], id="欧米 and 米欧"),
        pytest.param(["サーバー", "サーバ"], id="safe to merge, so no question"),
        pytest.param(["停戦会談", "会談"], id="a head of two letters is no short form"),
        pytest.param(["東委員会", "西委員会", "南委員会", "北委員会", "委員会"], id="a head of many terms"),
    ],
)
def test_what_is_not_asked(forms: list[str]) -> None:
    assert asked(*forms) == []


def test_forms_of_different_documents_are_not_asked_about() -> None:
    assert questions({"製作会社": {0}, "制作会社": {1}}) == []
    assert len(questions({"製作会社": {0, 2}, "制作会社": {1, 2}})) == 1


@settings(max_examples=40, deadline=None)
@given(st.sets(st.text("制製作会社アイウー国", min_size=1, max_size=6), max_size=8))
def test_questions_are_ordered_bounded_and_never_safe_spellings(forms: set[str]) -> None:
    found = questions({form: {0} for form in sorted(forms)})
    assert found == questions({form: {0} for form in sorted(forms, reverse=True)})
    assert all(0.5 <= question.confidence < 0.8 for question in found)
    assert not [question for question in found if difference(question.form, question.other)]
    assert [question.confidence for question in found] == sorted((one.confidence for one in found), reverse=True)
