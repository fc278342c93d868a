"""Lookup over the translations, and over sources in languages with spaces, through the facade."""

from __future__ import annotations

import warnings
from pathlib import Path

import pytest

from rnk_gloss import compare
from rnk_gloss.errors import UsageError
from rnk_gloss.model.match import MatchKind
from rnk_gloss.model.segment import Unit
from rnk_gloss.service.glossary import Glossary
from rnk_gloss.service.recall import check_recall
from rnk_gloss.service.upkeep import kept_sides, reindex

MEMORY = [
    ("サーバーの設定を変更する。", "Change the server settings."),
    ("サーバーの設定を変更しない。", "Do not change the server settings."),
    ("遅滞なく軍事的援助を提供する。", "Provide military assistance without delay."),
]


def test_a_match_of_the_target_shows_how_like_the_target_is(glossary: Glossary) -> None:
    glossary.add_units(MEMORY)
    (match,) = glossary.lookup("Provides military assistance without delay", side="target")
    assert (match.source, match.target, match.side) == (*MEMORY[2], "target")
    assert match.score == compare("Provides military assistance without delay", match.target, language="en").score
    assert "inflection (Provides → Provide)" in match.explanation


def test_the_kinds_of_match_are_those_of_the_target(glossary: Glossary) -> None:
    glossary.add_units(MEMORY)
    found = glossary.lookup("Change the server settings.", side="target", minimum=50)
    assert [(match.kind, match.target) for match in found] == [(MatchKind.EXACT, MEMORY[0][1])]
    assert glossary.lookup("change the server settings", side="target")[0].kind is MatchKind.VARIANT


def test_all_sources_of_a_target_are_shown(glossary: Glossary) -> None:
    glossary.add_units([("以上です。", "That is all."), ("以上である。", "That is all."), ("終わり。", "The end.")])
    assert {match.source for match in glossary.lookup("That is all.", side="target")} == {"以上です。", "以上である。"}


def test_what_is_added_and_edited_later_is_found(glossary: Glossary) -> None:
    glossary.add_units(MEMORY)
    assert glossary.lookup("The treaty entered into force.", side="target") == []
    glossary.add_units([("条約は発効した。", "The treaty entered into force.")])
    (match,) = glossary.lookup("The treaty entered into force", side="target")
    glossary.undo()
    assert match.source == "条約は発効した。"
    assert glossary.lookup("The treaty entered into force.", side="target") == []


def test_the_side_of_the_targets_is_built_when_it_is_first_asked_for(glossary: Glossary) -> None:
    glossary.add_units(MEMORY)
    glossary.lookup("サーバーの設定を変更する。")
    assert kept_sides(glossary.workspace) == ("source",)
    glossary.lookup("x", side="target")
    assert kept_sides(glossary.workspace) == ("source", "target")


def test_a_long_build_is_said_and_said_once(glossary: Glossary, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("rnk_gloss.service.workspace.QUICKLY_INDEXED", 2)
    glossary.add_units(MEMORY)
    with pytest.warns(UserWarning, match="index of the targets is built, once, from 3 units"):
        glossary.lookup("x", side="target")
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        glossary.lookup("x", side="target")


def test_a_second_reader_finds_what_the_first_one_built(tmp_path: Path) -> None:
    with Glossary.open(tmp_path / "g.db") as one, Glossary.open(tmp_path / "g.db") as other:
        one.add_units(MEMORY)
        assert other.lookup(MEMORY[0][1], side="target")[0].score == 100
        one.add_units([("条約は発効した。", "The treaty entered into force.")])
        assert other.lookup("The treaty entered into force.", side="target")[0].score == 100
        assert one.lookup("The treaty entered into force.", side="target")[0].score == 100


def test_english_sources_are_compared_by_words(glossary: Glossary) -> None:
    glossary.add_units(
        [Unit("Open the red valve now.", "赤い弁を今開ける。", source_language="en", target_language="ja")]
    )
    (match,) = glossary.lookup("Open the yellow valve now.", language="en")
    assert match.target == "赤い弁を今開ける。"
    assert glossary.lookup("Open the yellow valve now.") == []
    (match,) = glossary.lookup("赤い弁を今開ける", side="target", language="ja")
    assert match.kind is MatchKind.VARIANT


def test_many_texts_are_looked_up_in_order(glossary: Glossary) -> None:
    glossary.add_units(MEMORY)
    asked = [MEMORY[1][1], "Nothing like it.", MEMORY[0][1]]
    found = list(glossary.lookup_many(asked, side="target", limit=1))
    assert [[match.source for match in matches] for matches in found] == [[MEMORY[1][0]], [], [MEMORY[0][0]]]


@pytest.mark.parametrize(
    ("options", "message"),
    [
        pytest.param({"side": "target", "previous": "It began."}, "neighbours", id="context of a target"),
        pytest.param({"side": "both"}, "source or target", id="no side"),
    ],
)
def test_what_cannot_be_is_refused(glossary: Glossary, options: dict[str, str], message: str) -> None:
    with pytest.raises(UsageError, match=message):
        glossary.lookup("The end.", **options)  # type: ignore[arg-type]


def test_texts_of_nothing_but_silent_marks_are_no_queries_of_a_proof(glossary: Glossary) -> None:
    glossary.add_units([("…", "…"), ("。", "."), ("以上である。", "The end.")])
    for indexed in (False, True):
        if indexed:
            reindex(glossary.workspace)
        report = check_recall(glossary.workspace, 3)
        assert (report.found, report.unexpected) == (report.expected, 0)


def test_the_recall_of_both_sides_is_proved_by_reading_every_unit(glossary: Glossary) -> None:
    glossary.add_units(MEMORY * 4)
    reindex(glossary.workspace, side="target")
    for side in kept_sides(glossary.workspace):
        report = check_recall(glossary.workspace, 10, side=side)
        assert report.found == report.expected > 0
        assert report.unexpected == 0
    glossary.workspace.connection.execute("DELETE FROM fuzzy_tail")
    glossary.workspace.connection.execute("DELETE FROM fuzzy_run WHERE side = 'target'")
    report = check_recall(glossary.workspace, 10, side="target")
    assert (report.found, report.missed != ()) == (0, True)
