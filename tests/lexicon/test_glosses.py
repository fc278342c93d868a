from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rnk_gloss.lexicon.glosses import wordings


@pytest.mark.parametrize(
    ("gloss", "expected"),
    [
        pytest.param("treaty", ["treaty"], id="plain"),
        pytest.param("president (of a nation)", ["president"], id="a note at the end"),
        pytest.param("lamp (esp. an oil lamp) stand", ["lamp stand"], id="a note in the middle"),
        pytest.param("Oslo (Norway)", ["Oslo"], id="where it is"),
        pytest.param("(ground) forces", ["forces", "ground forces"], id="an optional word"),
        pytest.param("(Grand) Duke", ["Grand Duke", "Duke"], id="an optional part of a name"),
        pytest.param("(in a tournament) seed", ["seed"], id="a note at the beginning"),
        pytest.param("right(s)", ["right", "rights"], id="an optional plural"),
        pytest.param("hono(u)r guard", ["honor guard", "honour guard"], id="an optional letter"),
        pytest.param("labor (labour) law", ["labor law", "labour law"], id="another spelling"),
        pytest.param("civil defense (defence)", ["civil defense", "civil defence"], id="another spelling at the end"),
        pytest.param("gross domestic product (GDP)", ["gross domestic product", "GDP"], id="an abbreviation"),
        pytest.param("football (US)", ["football"], id="capitals that abbreviate nothing here"),
        pytest.param("the Diet", ["Diet"], id="an article"),
        pytest.param("a little while", ["little while"], id="an indefinite article"),
        pytest.param("The Hague", ["The Hague"], id="an article that belongs to a name"),
        pytest.param("visiting Korea", ["visit to Korea", "visiting Korea"], id="a visit"),
        pytest.param("pens, paper, etc.", ["pens, paper"], id="and so on"),
        pytest.param("Mori Ogai (1862.2.17-1922.7.9), writer", ["Mori Ogai"], id="a life"),
        pytest.param("Taro Abe (1950.1.1-)", ["Taro Abe"], id="a living person"),
        pytest.param("-ness", [], id="an affix"),
        pytest.param("pre-", [], id="a prefix"),
        pytest.param("(laughs)", [], id="a note alone"),
        pytest.param("unbalanced (note", ["unbalanced"], id="an open parenthesis"),
    ],
)
def test_wordings(gloss: str, expected: list[str]) -> None:
    assert [wording.text for wording in wordings(gloss)] == expected


def test_an_infinitive_is_known_as_one() -> None:
    (wording,) = wordings("to impose (sanctions)")
    assert (wording.text, wording.infinitive) == ("to impose", True)
    assert not wordings("Tokyo")[0].infinitive
    assert not wordings("to-do list")[0].infinitive


@settings(max_examples=150)
@given(st.text(alphabet="abZ () to-,.1", max_size=60))
def test_a_wording_has_no_parenthesis_and_no_loose_space(gloss: str) -> None:
    texts = [wording.text for wording in wordings(gloss)]
    assert len(set(texts)) == len(texts)
    for text in texts:
        assert text
        assert text == " ".join(text.split())
        assert "(" not in text


def test_many_parentheses_stay_cheap() -> None:
    assert len(wordings("word" + " (one) two" * 40)) == 1
