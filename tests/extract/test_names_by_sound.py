"""Foreign names by their sound."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from rnk_gloss.extract.extraction import extract_terms
from rnk_gloss.extract.names_by_sound import NamesBySound, PrintedName, likeness, printed_names
from rnk_gloss.lexicon.dictionary import Lexicon
from rnk_gloss.model.entry import Candidate, Origin
from rnk_gloss.model.segment import AlignedSegment
from tests.extract.conftest import NAMES, WORDS
from tests.extract.texts import document
from tests.small_lexicon import common_names, common_words, small_lexicon

ROMANISED = {
    "ゾルヴィン": ("Zorvin", "Solvin"),
    "ノース": ("Norss",),
    "イワン": ("Iwan", "Ivan"),
    "ベルドニフ": ("Berdonif", "Beldonif"),
}


class Sounding(Lexicon):
    """The small dictionary with romanisations as a model would give them."""

    def romanisations(self, katakana: str, limit: int = 5) -> tuple[tuple[str, float], ...]:
        return tuple((latin, -float(place)) for place, latin in enumerate(ROMANISED.get(katakana, ())))[:limit]

    def frequency(self, word: str) -> int:
        return 5 if word in {"north", "security"} else 0


@pytest.fixture(scope="module")
def lexicon(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lexicon]:
    path = tmp_path_factory.mktemp("sound") / "lexicon"
    small_lexicon(path, [*common_words(), *WORDS], [*common_names(), *NAMES]).close()
    with Sounding.open(path) as opened:
        yield opened


@pytest.mark.parametrize(
    ("form", "printed", "expected"),
    [
        pytest.param("ゾルヴィン", "by Petr Zolvin, Oslo", "Zolvin", id="the surname of a printed name"),
        pytest.param("イワン・ベルドニフ", "Ivan Berdonyff", "Ivan Berdonyff", id="a whole name"),
        pytest.param("ノース", "North", "Norss", id="words of the dictionary are no names"),
        pytest.param("ゾルヴィン", "Zulmarek", "Zorvin", id="a name that sounds otherwise"),
        pytest.param("ゾルヴィン市", "Zolvin", "", id="not katakana alone"),
        pytest.param("クワルツ", "Quartz", "", id="no romanisation"),
    ],
)
def test_names(form: str, printed: str, expected: str, lexicon: Lexicon) -> None:
    names = NamesBySound(lexicon, printed_names([document(printed)]))
    heard = names.heard(form)
    assert (heard[0].text if heard else "") == expected
    assert all(one.printed is None or one.text == one.printed.text for one in heard)


def test_likeness_is_of_sounds() -> None:
    assert likeness("Timofeyev", "Timofeev") > 0.86
    assert likeness("Volodin", "Borozin") < likeness("Volodin", "Borodin") == 1.0  # katakana writes both alike
    assert likeness("Putin", "Rutin") == 0.0


def candidate(lexicon: Lexicon, term: str, *lines: str) -> Candidate:
    return next(found for found in extract_terms([document(*lines)], lexicon) if found.source == term)


def test_the_evidence_is_the_place_of_the_printed_name(lexicon: Lexicon) -> None:
    lines = ("ゾルヴィン氏が述べた。", "Source: Petr Zolvin (2021).")
    first = candidate(lexicon, "ゾルヴィン", *lines).targets[0]
    assert (first.text, first.origin) == ("Zolvin", Origin.SOUND)
    (evidence,) = first.evidence
    assert evidence.document == "article.txt"
    assert evidence.span is not None
    assert "\n".join(lines)[slice(*evidence.span)] == "Zolvin"


def test_without_a_printed_name_the_romanisation_is_offered_with_low_confidence(lexicon: Lexicon) -> None:
    first = candidate(lexicon, "ゾルヴィン", "ゾルヴィン氏が述べた。").targets[0]
    assert (first.text, first.origin, first.score) == ("Zorvin", Origin.SOUND, 30.0)


def test_a_translation_prints_names_too() -> None:
    names = list(printed_names([document("名前")], [AlignedSegment(0, "名前", "It was Petr Zolvin.")]))
    assert PrintedName("Petr Zolvin", "article.txt") in names
