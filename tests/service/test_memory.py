"""Lookup, concordance and recognition through the facade."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rnk_gloss import compare
from rnk_gloss.errors import UsageError
from rnk_gloss.model.entry import Status
from rnk_gloss.model.match import MatchKind
from rnk_gloss.model.segment import Unit
from rnk_gloss.service.glossary import Glossary
from rnk_gloss.service.review import EntryEdit

MEMORY = [
    ("サーバーの設定を変更する。", "Change the server settings."),
    ("サーバーの設定を変更しない。", "Do not change the server settings."),
    ("遅滞なく軍事的援助を提供する。", "Provide military assistance without delay."),
    ("専門家パネルの任期が切れた。", "The mandate of the Panel of Experts expired."),
]


def test_a_spelling_variant_comes_before_the_opposite(glossary: Glossary) -> None:
    glossary.add_units(MEMORY)
    first, second = glossary.lookup("サーバの設定を変更する。", minimum=50)
    assert (first.kind, first.target) == (MatchKind.VARIANT, "Change the server settings.")
    assert (second.kind, second.target) == (MatchKind.FUZZY, "Do not change the server settings.")
    assert first.score > second.score
    assert "polarity" in [difference.kind for difference in second.differences]


def test_the_same_text_is_exact(glossary: Glossary) -> None:
    glossary.add_units(MEMORY)
    match = glossary.lookup("専門家パネルの任期が切れた。")[0]
    assert (match.score, match.kind) == (100.0, MatchKind.EXACT)


def test_all_targets_of_a_source_are_shown_once_approved_and_newest_first(glossary: Glossary) -> None:
    source = "以上である。"
    old, new = "2024-01-01T00:00:00Z", "2025-01-01T00:00:00Z"
    glossary.add_units(
        [
            Unit(source, "That is all.", changed_at=old, status=Status.CANDIDATE),
            Unit(source, "The end.", changed_at=new, status=Status.CANDIDATE),
            Unit(source, "This concludes it.", changed_at=old, status=Status.APPROVED),
            Unit(source, "The end.", changed_at=old, status=Status.CANDIDATE),
            Unit(source, "No.", changed_at=new, status=Status.REJECTED),
        ]
    )
    assert [match.target for match in glossary.lookup(source)] == ["This concludes it.", "The end.", "That is all."]


def test_what_was_added_is_found_at_once_by_an_open_reader(tmp_path: Path) -> None:
    with Glossary.open(tmp_path / "g.db") as writer, Glossary.open(tmp_path / "g.db") as reader:
        assert reader.lookup("条約は発効した。") == []
        writer.add_units([("条約は発効した。", "The treaty entered into force.")])
        assert [match.target for match in reader.lookup("条約は発効した。")] == ["The treaty entered into force."]


@pytest.mark.parametrize(
    ("minimum", "limit", "message"),
    [
        pytest.param(20, 5, "between 50 and 100", id="minimum too low"),
        pytest.param(101, 5, "between 50 and 100", id="minimum too high"),
        pytest.param(70, 0, "at least 1", id="no matches wanted"),
    ],
)
def test_impossible_wishes_are_refused(glossary: Glossary, minimum: int, limit: int, message: str) -> None:
    with pytest.raises(UsageError, match=message):
        glossary.lookup("条約", minimum=minimum, limit=limit)


@pytest.mark.parametrize("query", ["", "　", "。", "🙂" * 3])
def test_a_query_without_likeness_finds_nothing(glossary: Glossary, query: str) -> None:
    glossary.add_units(MEMORY)
    assert glossary.lookup(query) == []


Small = st.text(alphabet="あいア一二ー。1", min_size=1, max_size=12)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(Small, min_size=1, max_size=12, unique=True), Small, st.integers(50, 100))
def test_nothing_is_missed(
    tmp_path_factory: pytest.TempPathFactory, stored: list[str], query: str, minimum: int
) -> None:
    with Glossary.open(tmp_path_factory.mktemp("memory") / "g.db") as glossary:
        glossary.add_units([(text, "x") for text in stored])
        found = {match.source: match.score for match in glossary.lookup(query, minimum=minimum, limit=None)}
    scores = {text: compare(query, text).score for text in stored if text.strip("。")}
    # A key without anything in it (a lone 。) is like nothing; every other text that scores enough must be there.
    wanted = {text: score for text, score in scores.items() if score >= minimum and query.strip("。")}
    assert found == pytest.approx(wanted)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(Small, min_size=1, max_size=20), Small, st.integers(1, 6))
def test_the_best_are_the_best_of_all(
    tmp_path_factory: pytest.TempPathFactory, stored: list[str], query: str, limit: int
) -> None:
    with Glossary.open(tmp_path_factory.mktemp("memory") / "g.db") as glossary:
        glossary.add_units([(text, str(number)) for number, text in enumerate(stored)])
        everything = glossary.lookup(query, minimum=50, limit=None)
        assert glossary.lookup(query, minimum=50, limit=limit) == everything[:limit]


def test_a_concordance_finds_any_substring_in_either_language(glossary: Glossary) -> None:
    glossary.add_units(MEMORY)
    hits = glossary.concordance("設定")
    assert [hit.unit.source[hit.within.start : hit.within.end] for hit in hits] == ["設定", "設定"]
    assert [hit.unit.target for hit in glossary.concordance("PANEL", side="target")] == [MEMORY[3][1]]
    assert glossary.concordance("無い") == []


def test_terms_are_recognised_with_their_places(glossary: Glossary) -> None:
    glossary.create_entry(EntryEdit(source="専門家パネル", targets=("Panel of Experts",)))
    glossary.create_entry(EntryEdit(source="京都", targets=("Kyoto",)))
    text = "東京都で、専門家パネルは4月に廃止された。"
    (hit,) = glossary.recognise(text)
    assert (text[hit.start : hit.end], hit.entry.preferred) == ("専門家パネル", "Panel of Experts")


def test_a_rejected_term_is_not_recognised(glossary: Glossary) -> None:
    key = glossary.create_entry(EntryEdit(source="専門家パネル"))
    glossary.decide([key], Status.REJECTED)
    assert glossary.recognise("専門家パネルは廃止された。") == []


TEXT = ("条約に署名した。", "以上である。", "批准は来月だ。", "以上である。")


def test_a_match_between_the_same_neighbours_comes_first(glossary: Glossary) -> None:
    glossary.add_units(
        [
            Unit("以上である。", "The end.", previous="批准は来月だ。", following=""),
            Unit("以上である。", "That is all.", previous="条約に署名した。", following="批准は来月だ。"),
            Unit("以上である。", "Finally.", previous="", following=""),
        ]
    )
    found = list(glossary.lookup_many(TEXT))
    assert [len(matches) for matches in found] == [0, 3, 0, 3]
    assert [(matches[0].target, matches[0].score, matches[0].kind) for matches in found if matches] == [
        ("That is all.", 101.0, MatchKind.CONTEXT),
        ("The end.", 101.0, MatchKind.CONTEXT),
    ]
    assert {match.score for match in found[1][1:]} == {100.0}
    assert glossary.lookup("以上である。", previous="", following="")[0].score == 100.0


def test_a_context_match_keeps_no_better_match_away(glossary: Glossary) -> None:
    units = [Unit(f"以上である{'。' * number}", f"{number}") for number in range(1, 6)]
    glossary.add_units([*units, Unit("以上である。", "context", previous="前", following="後")])
    assert [match.target for match in glossary.lookup("以上である。", limit=2, previous="前", following="後")] == [
        "context",
        "1",
    ]
