"""Which English wordings are one term."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rnk_gloss.extract.casing import in_lower_case, in_title_case
from rnk_gloss.extract.wordings import is_american, same_term_key


@pytest.mark.parametrize(
    ("first", "second"),
    [
        pytest.param("The Security Council", "security council", id="article and case"),
        pytest.param("ship-to-ship transfer", "ship to ship transfers", id="hyphens and plural"),
        pytest.param("defence technologies", "defense technology", id="British spelling and -ies"),
        pytest.param("labour organisation", "labor organization", id="-our and -isation"),
        pytest.param("research centres", "research center", id="-re"),
        pytest.param("joint exercises", "joint exercise", id="-ise of both"),
    ],
)
def test_spellings_of_one_term(first: str, second: str) -> None:
    assert same_term_key(first) == same_term_key(second)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        pytest.param("hour", "hor", id="a short word in -our"),
        pytest.param("crisis", "crisi", id="-is is no plural"),
        pytest.param("news agency", "new agency", id="a plural by form only"),
        pytest.param("treaty of peace", "peace treaty", id="order"),
    ],
)
def test_different_terms(first: str, second: str) -> None:
    assert same_term_key(first) != same_term_key(second)


@given(st.text(alphabet="abcdeirsuyz -'T", max_size=30))
def test_the_key_of_a_key_is_itself_or_shorter(text: str) -> None:
    key = same_term_key(text)
    assert len(same_term_key(key)) <= len(key) or not is_american(key)
    assert key == key.casefold()


@pytest.mark.parametrize(
    ("text", "form", "category", "expected"),
    [
        pytest.param(
            "treaty of peace and trade", "平和貿易条約", "document", "Treaty of Peace and Trade", id="a treaty"
        ),
        pytest.param("trade agreement", "貿易協定", "document", "trade agreement", id="a kind of treaty"),
        pytest.param(
            "Korean drone committee", "朝鮮無人機委員会", "organisation", "Korean Drone Committee", id="a body"
        ),
        pytest.param("Russian government", "ロシア政府", "organisation", "Russian government", id="a government"),
        pytest.param("US military exercise", "米軍事演習", "event", "US military exercise", id="an exercise"),
        pytest.param("fast patrol boat class", "高速哨戒艇級", "weapon", "fast patrol boat class", id="a weapon"),
        pytest.param("northeastern Russia", "ロシア北東部", "place", "northeastern Russia", id="a part of a country"),
    ],
)
def test_names_have_capitals(text: str, form: str, category: str, expected: str) -> None:
    assert in_title_case(text, form, category) == expected


def test_classes_of_weapons_have_no_capitals() -> None:
    assert in_lower_case("Anti-Tank Guided Missile") == "anti-tank guided missile"
    assert in_lower_case("Tomahawk") == "Tomahawk"
    assert in_lower_case("MiG fighter") == "MiG fighter"
