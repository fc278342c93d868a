"""The terms beside a translation: what a number inserts is seen whole."""

from __future__ import annotations

from pathlib import Path

import pytest

from rnk_gloss.model.entry import Entry, Recognised, Target, Usage
from rnk_gloss.model.span import Span
from rnk_gloss.model.translation import TranslatedSentence
from rnk_gloss.model.unit import Unit
from rnk_gloss.service.glossary import Glossary
from rnk_gloss.text.cells import cell_width
from rnk_gloss.tui.glyphs import GLYPHS
from rnk_gloss.tui.translation_help import Help, find_help, term_lines


def shown(term: str, *targets: Target, width: int = 36) -> list[str]:
    recognised = Recognised(0, len(term), term, Entry(1, term, targets=targets), term, "exact")
    lines = term_lines(Help(term, (), (recognised,)), (), GLYPHS["unicode"], width)
    texts = ["".join(text for text, _ in line).rstrip() for line in lines]
    assert all(cell_width(text) <= width for text in texts)
    return texts


@pytest.mark.parametrize(
    ("term", "targets", "lines"),
    [
        pytest.param("樽", ["barrel", "cask"], ["1   樽  barrel, cask"], id="ほかの訳も"),
        pytest.param(
            "国際醸造責任者会議",
            ["International Conference of Head Winemakers", "winemakers' conference"],
            ["1   国際醸造責任者会議", "    International Conference of Head", "    Winemakers"],
            id="長い訳は全部、ほかの訳はなし",
        ),
        pytest.param("樽", [], ["    樽  –"], id="訳なし"),
    ],
)
def test_the_english_to_use_is_whole(term: str, targets: list[str], lines: list[str]) -> None:
    assert shown(term, *map(Target, targets)) == lines


def test_what_must_not_be_used_is_said_before_what_may_be() -> None:
    assert shown("樽", Target("barrel"), Target("tun", Usage.FORBIDDEN), Target("cask")) == [
        "1   樽  barrel  tun, cask"
    ]


def test_a_term_takes_six_lines_at_most() -> None:
    assert len(shown("樽", Target("barrel of " * 40))) == 6


def test_matches_are_offered_in_the_language_of_the_translation(tmp_path: Path) -> None:
    texts = {"de": "Das Fass.", "en": "The barrel."}
    sentence = TranslatedSentence(1, 1, "樽だ。", Span(0, 3))
    with Glossary.open(tmp_path / "glossary.db") as glossary:
        glossary.add_units([Unit("樽だ。", text, target_language=code) for code, text in texts.items()])
        assert [match.target for match in find_help(glossary, sentence, "ja").matches] == ["The barrel."]
