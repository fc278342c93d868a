from __future__ import annotations

from pathlib import Path

import pytest

from rnk_gloss.lexicon.dictionary import Lexicon
from rnk_gloss.lexicon.stems import content_stems, english_stem, gloss_stems
from tests.small_lexicon import small_lexicon, word


@pytest.mark.parametrize(
    ("first", "second"),
    [("treaty", "treaties"), ("Sanctions", "sanction"), ("negotiated", "negotiating"), ("NATIONAL", "nationally")],
)
def test_forms_of_a_word_have_one_stem(first: str, second: str) -> None:
    assert english_stem(first) == english_stem(second)


@pytest.mark.parametrize(
    ("text", "stems"),
    [
        pytest.param("the treaties of a nation", ["treati", "nation"], id="function words"),
        pytest.param("Russia's borders", ["russia", "border"], id="possessive"),
        pytest.param("the U.S. and us", ["us"], id="a country and a pronoun"),
        pytest.param("IT policy in 2024, part b", ["it", "polici", "part"], id="abbreviations, numbers, letters"),
        pytest.param("cease-fire", ["ceas", "fire"], id="hyphen"),
    ],
)
def test_content_stems(text: str, stems: list[str]) -> None:
    assert content_stems(text) == stems


def test_shares_add_up_to_one(lexicon: Lexicon) -> None:
    for form in ("条約", "専門家", "核", "協力"):
        assert sum(gloss_stems(lexicon, form).values()) == pytest.approx(1.0)


def test_an_unknown_form_has_no_stems(lexicon: Lexicon) -> None:
    assert gloss_stems(lexicon, "見知らぬ語") == {}
    assert gloss_stems(Lexicon.none(), "条約") == {}


def test_early_senses_and_entries_and_short_glosses_count_more(path: Path) -> None:
    words = [
        word("公", "こう", "public;state affairs", "prince", band=1),
        word("公", "おおやけ", "official", band=9),
        word("公", "きみ", "chapter verse volume page column line"),
    ]
    with small_lexicon(path, words, []) as lexicon:
        shares = gloss_stems(lexicon, "公")
    assert shares["public"] > shares["princ"] > shares["offici"]
    assert shares["public"] > shares["state"] == shares["affair"]
    assert set(shares) == {"public", "state", "affair", "princ", "offici"}


def test_notes_do_not_count(path: Path) -> None:
    with small_lexicon(path, [word("会長", "かいちょう", "president (of a society)")], []) as lexicon:
        assert gloss_stems(lexicon, "会長") == {"presid": 1.0}


def test_the_caller_may_cut_glosses_in_another_way(lexicon: Lexicon) -> None:
    def initials(gloss: str) -> list[str]:
        return [word[0] for word in gloss.split()]

    assert gloss_stems(lexicon, "条約", stems_of=initials) == {"t": 0.5, "p": 0.5}
