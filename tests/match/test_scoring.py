"""What a user may set about scores, and what a match then costs."""

from __future__ import annotations

import pickle

import pytest

from rnk_gloss.errors import UsageError
from rnk_gloss.match.compare import compare
from rnk_gloss.match.deductions import DEDUCTIONS
from rnk_gloss.match.explanation import explain
from rnk_gloss.match.scoring import scoring_of
from rnk_gloss.model.entry import Status
from rnk_gloss.model.match import Difference
from rnk_gloss.model.segment import Unit

FILES = {"vendor.tmx": 3, "が.tmx": 4, "納品/記憶.tmx": 6}
ALL = scoring_of(penalties={"candidate": 5, "alignment": 2, "machine": 10} | FILES).penalties


def unit(**fields: object) -> Unit:
    return Unit("源", "spring", **{"status": Status.APPROVED, **fields})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("one", "imported_from", "taken"),
    [
        pytest.param(unit(), "", {}, id="approved, typed by a person"),
        pytest.param(unit(status=Status.CANDIDATE), "", {"unreviewed": 5}, id="candidate"),
        pytest.param(unit(origin="alignment"), "", {"alignment": 2}, id="alignment"),
        pytest.param(unit(created_by="ALIGN!"), "", {"alignment": 2}, id="aligned by another tool"),
        pytest.param(unit(origin="machine"), "", {"machine": 10}, id="machine"),
        pytest.param(unit(origin="MT-Engine"), "", {"machine": 10}, id="word in an origin"),
        pytest.param(unit(created_by="MT!"), "", {"machine": 10}, id="user of a machine"),
        pytest.param(unit(origin="machinery.docx"), "", {}, id="only part of a word"),
        pytest.param(unit(), "vendor.tmx", {"file": 3}, id="imported file"),
        pytest.param(unit(), "other.tmx", {}, id="another imported file"),
        pytest.param(unit(document="納品/vendor.tmx"), "", {"file": 3}, id="document of this name"),
        pytest.param(unit(), "か\u3099.tmx", {"file": 4}, id="file name as some systems write it"),
        pytest.param(unit(), "記憶.tmx", {"file": 6}, id="file named with its folder"),
        pytest.param(unit(document="別/記憶.tmx"), "", {}, id="document of another folder"),
        pytest.param(
            unit(status=Status.CANDIDATE, origin="mt"),
            "vendor.tmx",
            {"unreviewed": 5, "machine": 10, "file": 3},
            id="all",
        ),
    ],
)
def test_a_unit_is_judged_by_where_it_comes_from(one: Unit, imported_from: str, taken: dict[str, float]) -> None:
    assert {penalty.kind: penalty.cost for penalty in ALL.of(one, imported_from)} == taken


def test_without_a_users_wish_nothing_is_taken() -> None:
    plain = scoring_of()
    assert plain.penalties.of(unit(status=Status.CANDIDATE, origin="machine"), "vendor.tmx") == ()
    assert plain.deductions == DEDUCTIONS


def test_a_penalty_of_no_points_is_not_named() -> None:
    assert scoring_of(penalties={"candidate": 0, "a.tmx": 0}).penalties.of(unit(status=Status.CANDIDATE), "a.tmx") == ()


def test_a_kind_of_difference_costs_what_the_user_says() -> None:
    scoring = scoring_of(deductions={"polarity": 25, "okurigana": 3})
    pair = ("この資料を使用できる", "この資料を使用できない")
    ours, users = compare(*pair), compare(*pair, deductions=scoring.deductions)
    assert users.score == pytest.approx(ours.score - 25 + DEDUCTIONS["polarity"].cost)
    assert compare("申込書", "申し込み書", deductions=scoring.deductions).score == 97
    assert scoring.deductions["antonym"] == DEDUCTIONS["antonym"]


@pytest.mark.parametrize(
    ("tables", "message"),
    [
        pytest.param({"penalties": {"machin": 3}}, "penalties.machin: is not known", id="misspelt origin"),
        pytest.param({"deductions": {"polarite": 3}}, "deductions.polarite: is not known", id="misspelt kind"),
        pytest.param({"penalties": {"machine": 101}}, "points from 0 to 100, not 101", id="too many"),
        pytest.param({"penalties": {"a.tmx": -1}}, "points from 0 to 100, not -1", id="too few"),
        pytest.param({"deductions": {"polarity": "25"}}, "points from 0 to 100, not '25'", id="a text"),
        pytest.param({"deductions": {"polarity": True}}, "points from 0 to 100, not True", id="yes"),
        pytest.param({"deductions": {"polarity": float("nan")}}, "points from 0 to 100, not nan", id="no number"),
        pytest.param({"penalties": {"machine": {"a": 1}}}, "points from 0 to 100", id="a table"),
    ],
)
def test_what_makes_no_sense_is_refused(tables: dict[str, dict[str, object]], message: str) -> None:
    with pytest.raises(UsageError, match=message) as caught:
        scoring_of(**tables, inside="設定.toml: lookup.")
    assert caught.value.message.startswith("設定.toml: lookup.")
    assert caught.value.hint


def test_penalties_are_always_named_and_the_arithmetic_is_right() -> None:
    many = [Difference("width", "３", "3", 0.7) for _ in range(7)]
    penalties = [Difference("unreviewed", "", "", 5), Difference("file", "", "vendor.tmx", 2.5)]
    line = explain(100 - 4.9 - 7.5, many, penalties)
    assert line.startswith("88 = 100 − 1 width (３ → 3)")
    assert line.endswith(("− 5 unreviewed − 3 file (vendor.tmx)", "− 5 unreviewed − 2 file (vendor.tmx)"))


def test_a_scoring_can_be_given_to_another_process() -> None:
    scoring = scoring_of(penalties={"machine": 3, "a.tmx": 1}, deductions={"polarity": 20})
    assert pickle.loads(pickle.dumps(scoring)) == scoring
