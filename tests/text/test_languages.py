"""Language codes: what is one language however it is written, and what is another."""

from __future__ import annotations

import pytest

from rnk_gloss.text.languages import agree, language_tag


@pytest.mark.parametrize(
    ("written", "tag"),
    [("JA_jp", "ja-JP"), ("jpn", "ja"), ("EN", "en"), ("zh-hant-tw", "zh-Hant-TW"), ("eng-us", "en-US")],
)
def test_a_code_is_written_as_the_standard_wants_it(written: str, tag: str) -> None:
    assert language_tag(written) == tag


@pytest.mark.parametrize(
    ("one", "other", "do_agree"),
    [
        pytest.param("ja", "ja-JP", True, id="a region more"),
        pytest.param("ja", "jpn", True, id="three letters"),
        pytest.param("en-US", "EN_us", True, id="another way of writing"),
        pytest.param("en-US", "en-GB", False, id="two regions"),
        pytest.param("zh-Hant", "zh-Hant-TW", True, id="a script, and a region more"),
        pytest.param("zh-Hant", "zh-Hans", False, id="two scripts"),
        pytest.param("en", "eo", False, id="two languages"),
    ],
)
def test_codes_agree_where_neither_says_otherwise(one: str, other: str, *, do_agree: bool) -> None:
    assert (agree(one, other), agree(other, one)) == (do_agree, do_agree)
