"""Lookup, concordance and recognition through the facade."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rnk_gloss import compare, scoring_of
from rnk_gloss.errors import UsageError
from rnk_gloss.interchange.options import ReadOptions
from rnk_gloss.model.entry import Status
from rnk_gloss.model.match import MatchKind
from rnk_gloss.model.segment import Unit
from rnk_gloss.service.glossary import Glossary
from rnk_gloss.service.review import EntryEdit
from rnk_gloss.service.transfer import import_file

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


def test_among_equals_that_differ_in_nothing_that_costs_the_approved_comes_first(glossary: Glossary) -> None:
    rest = "one two red blue cat dog sun moon sky tree"
    for verb, status in (("signed", Status.CANDIDATE), ("signs", Status.APPROVED)):
        glossary.add_units([Unit(f"they {verb} {rest}", verb, source_language="en", status=status)])
    for limit in (1, None):
        assert glossary.lookup(f"they sign {rest}", language="en", limit=limit)[0].target == "signs"


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


def test_a_penalty_is_named_and_is_no_part_of_the_texts_likeness(tmp_path: Path) -> None:
    with Glossary.open(tmp_path / "g.db", scoring=scoring_of(penalties={"candidate": 5})) as glossary:
        glossary.add_units([Unit("申し込みは明日だ。", "Applications are tomorrow.")])
        (match,) = glossary.lookup("申込は明日だ。")
    assert match.explanation == "94 = 100 − 1 okurigana (申込 → 申し込み) − 5 unreviewed"
    assert (match.score, match.kind) == (94, MatchKind.VARIANT)
    assert [(one.kind, one.cost) for one in match.differences] == [("okurigana", 1), ("unreviewed", 5)]


def test_the_minimum_and_the_order_are_those_of_the_score_that_is_left(tmp_path: Path) -> None:
    units = [
        Unit("窓を開ける。", "Open the window.", status=Status.APPROVED, origin="machine"),
        Unit("窓を開けた。", "Opened the window.", status=Status.APPROVED),
    ]
    with Glossary.open(tmp_path / "g.db", scoring=scoring_of(penalties={"machine": 40})) as glossary:
        glossary.add_units(units)
        assert [match.target for match in glossary.lookup("窓を開ける。", limit=1, minimum=50)] == [units[1].target]
        assert [match.unit.origin for match in glossary.lookup("窓を開ける。", minimum=50)] == ["", "machine"]
        assert [match.unit.origin for match in glossary.lookup("窓を開ける。", minimum=61)] == [""]


def test_a_context_match_has_its_penalties_too(tmp_path: Path) -> None:
    with Glossary.open(tmp_path / "g.db", scoring=scoring_of(penalties={"candidate": 5})) as glossary:
        glossary.add_units([Unit("以上である。", "That is all.", previous="前", following="後")])
        (match,) = glossary.lookup("以上である。", previous="前", following="後")
        assert (match.score, match.explanation) == (96, "96 = 101 − 5 unreviewed")


def test_a_context_match_says_that_it_is_one(glossary: Glossary) -> None:
    glossary.add_units([Unit("以上である。", "That is all.", previous="前", following="後")])
    (match,) = glossary.lookup("以上である。", previous="前", following="後")
    assert match.explanation == "101 = the same text between the same neighbours"


def test_units_of_an_imported_file_are_known_also_after_undo_and_redo(tmp_path: Path) -> None:
    (tmp_path / "vendor.csv").write_text("ja,en\n納品は完了した。,Delivery is complete.\n", encoding="utf-8")
    columns = ReadOptions(kind="units")
    with Glossary.open(tmp_path / "g.db", scoring=scoring_of(penalties={"vendor.csv": 3})) as glossary:

        def costs() -> list[tuple[str, str, float]]:
            (match,) = glossary.lookup("納品は完了した。")
            return [(one.kind, one.stored, one.cost) for one in match.differences]

        import_file(glossary.workspace, tmp_path / "vendor.csv", options=columns)
        assert costs() == [("file", "vendor.csv", 3)]
        glossary.undo()
        glossary.redo()
        assert costs() == [("file", "vendor.csv", 3)]
        glossary.undo()
        # This unit has the number of the one that was taken back.
        glossary.add_units([("納品は完了した。", "The delivery is done.")])
        assert costs() == []


def test_where_spelling_costs_nothing_the_same_text_still_comes_first(tmp_path: Path) -> None:
    with Glossary.open(tmp_path / "g.db", scoring=scoring_of(deductions={"okurigana": 0})) as glossary:
        old, new = "2024-01-01T00:00:00Z", "2025-01-01T00:00:00Z"
        glossary.add_units(
            [Unit("申込書", "form", changed_at=old), Unit("申し込み書", "application form", changed_at=new)]
        )
        assert [(match.score, match.target) for match in glossary.lookup("申込書")] == [
            (100, "form"),
            (100, "application form"),
        ]


def test_all_targets_of_a_like_source_are_shown(glossary: Glossary) -> None:
    targets = ["Talks resumed.", "The talks were resumed.", "Negotiations resumed."]
    glossary.add_units([("協議は再開された。", target) for target in targets])
    found = glossary.lookup("協議が再開された。")
    assert {match.target for match in found} == set(targets)
    assert len({match.score for match in found}) == 1


def test_a_match_that_uses_a_forbidden_rendering_of_its_term_is_marked(glossary: Glossary) -> None:
    glossary.add_units(
        [
            ("専門家パネルは解散した。", "The expert panels were dissolved."),
            ("専門家パネルは解散した。", "The Panel of Experts was dissolved."),
            ("専門家会合は解散した。", "The expert panel was dissolved."),
        ]
    )

    def marks() -> dict[str, list[tuple[str, str, str | None]]]:
        return {
            match.target: [(one.term, one.target, one.preferred) for one in match.forbidden]
            for match in glossary.lookup("専門家パネルは解散した。", minimum=50)
        }

    assert set(map(len, marks().values())) == {0}
    edit = EntryEdit(source="専門家パネル", targets=("Panel of Experts",), forbidden=("expert panel",))
    key = glossary.create_entry(edit)
    assert marks() == {
        "The expert panels were dissolved.": [("専門家パネル", "expert panel", "Panel of Experts")],
        "The Panel of Experts was dissolved.": [],
        "The expert panel was dissolved.": [],
    }
    glossary.decide([key], Status.REJECTED)
    assert set(map(len, marks().values())) == {0}


def test_a_term_forbids_nothing_between_other_languages(glossary: Glossary) -> None:
    glossary.add_units([Unit("専門家パネルは解散した。", "Expert Panel aufgelöst.", target_language="de")])
    glossary.create_entry(EntryEdit(source="専門家パネル", forbidden=("expert panel",)))
    (match,) = glossary.lookup("専門家パネルは解散した。")
    assert match.forbidden == ()


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(st.tuples(Small, st.booleans()), min_size=1, max_size=12, unique_by=lambda pair: pair[0]),
    Small,
    st.integers(50, 100),
    st.integers(1, 30),
)
def test_nothing_is_missed_when_origins_cost_points(
    tmp_path_factory: pytest.TempPathFactory, stored: list[tuple[str, bool]], query: str, minimum: int, points: int
) -> None:
    path = tmp_path_factory.mktemp("memory") / "g.db"
    with Glossary.open(path, scoring=scoring_of(penalties={"machine": points})) as glossary:
        glossary.add_units([Unit(text, "x", origin="machine" if by_machine else "") for text, by_machine in stored])
        found = {match.source: match.score for match in glossary.lookup(query, minimum=minimum, limit=None)}
        best = glossary.lookup(query, minimum=minimum, limit=2)
    scores = {text: compare(query, text).score - points * by_machine for text, by_machine in stored if text.strip("。")}
    wanted = {text: score for text, score in scores.items() if score >= minimum and query.strip("。")}
    assert found == pytest.approx(wanted)
    assert [match.score for match in best] == pytest.approx(sorted(wanted.values(), reverse=True)[:2])
