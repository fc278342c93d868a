from __future__ import annotations

import re
from itertools import pairwise
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rnk_gloss.text.search_form import _FORMS, _WITHOUT_MARKS, SearchText, search_form, search_text

# Letters that change under folding, that join others, that two forms share, and that stand outside the first plane.
NASTY = "aAａＡée\u0301カガｶｷﾞﾟ\u3099は\u309aば1１①㌔㈱株ﬁßẞİıſKKー一、。𠮷😀\u0301\u0323각가\u11a8 　"
nasty = st.text(st.sampled_from(NASTY), max_size=12)


@pytest.mark.parametrize(
    ("wanted", "text", "found"),
    [
        pytest.param("api", "Web ＡＰＩを呼ぶ。", ["ＡＰＩ"], id="width and case"),
        pytest.param("サーバー", "ｻｰﾊﾞｰとサーバー", ["ｻｰﾊﾞｰ", "サーバー"], id="half-width kana"),
        pytest.param("は", "はばぱ", ["は"], id="a voiced kana is another letter"),
        pytest.param("カ", "ｶﾞｽ", [], id="half-width voicing mark"),
        pytest.param("ｶ", "ｶﾞｽ", ["ｶ"], id="the very characters count always"),
        pytest.param("cafe", "the café", [], id="an accent makes another letter"),
        pytest.param("가", "각", [], id="hangul syllable"),
        pytest.param("会社", "㍿と会社", ["㍿", "会社"], id="part of one sign"),
        pytest.param("株", "㈱東洋", ["㈱"], id="letter within one sign"),
        pytest.param("1", "⑪", ["⑪"], id="one sign is one place"),
        pytest.param("ああ", "あああああ", ["ああ", "ああ"], id="no place within another"),
        pytest.param("約", "条約と協約", ["約", "約"], id="one character"),
        pytest.param("𠮷", "𠮷野家の😀", ["𠮷"], id="outside the first plane"),
        pytest.param("ss", "Straße", ["ß"], id="case folding"),
    ],
)
def test_a_text_is_found_as_people_read(wanted: str, text: str, found: list[str]) -> None:
    search = search_text(wanted)
    assert [text[start:end] for start, end in search.places(text)] == found
    assert search.holder()(text) is bool(found)


@pytest.mark.parametrize(("wanted", "text"), [("api", "API"), ("ア", "ｱ"), ("a", " Ａ")])
def test_exactly_means_the_very_characters(wanted: str, text: str) -> None:
    assert search_text(wanted).places(text)
    assert search_text(wanted, exact=True).places(text) == ()
    assert search_text(text, exact=True).places(text) == ((0, len(text)),)


@given(nasty, nasty)
def test_the_form_of_a_text_is_that_of_its_parts(first: str, second: str) -> None:
    assert search_form(first + second) == search_form(first) + search_form(second)


def test_the_fast_way_folds_every_character_as_the_slow_way() -> None:
    characters = [chr(point) for point in range(0x110000) if _WITHOUT_MARKS.fullmatch(chr(point))]
    assert len(characters) > 30_000
    assert [one for one in characters if search_form(one) != _FORMS[one]] == []
    # No two of them join: whatever stands beside a character, it folds alone.
    text = "".join(characters)
    assert search_form(text) == "".join(map(_FORMS.__getitem__, characters))


@given(nasty, nasty, nasty)
def test_what_stands_in_a_text_is_found_there(before: str, inside: str, after: str) -> None:
    wanted = normalize("NFC", inside)
    if not wanted:
        return
    text = before + wanted + after
    for exact in (False, True):
        search = SearchText(wanted, exact)
        assert search.holder()(text)
        assert search.places(text)


@given(nasty, nasty)
def test_places_and_holder_agree(wanted: str, text: str) -> None:
    if wanted:
        for exact in (False, True):
            search = SearchText(wanted, exact)
            places = search.places(text)
            assert search.holder()(text) is bool(places)
            assert all(before.end <= after.start for before, after in pairwise(places))


@given(nasty, nasty)
def test_exact_places_are_those_of_a_plain_search(wanted: str, text: str) -> None:
    if wanted:
        expected = [match.span() for match in re.finditer(re.escape(wanted), text)]
        assert list(SearchText(wanted, exact=True).places(text)) == expected
