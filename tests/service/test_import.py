"""What an import does with what the store has already, and what it says of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from rnk_gloss.errors import NotFoundError
from rnk_gloss.lexicon.dictionary import Lexicon
from rnk_gloss.model.conflict import Contradiction, OnConflict
from rnk_gloss.model.entry import Status, Usage
from rnk_gloss.model.report import ImportReport
from rnk_gloss.model.segment import Unit
from rnk_gloss.service.glossary import Glossary
from rnk_gloss.service.review import EntryEdit
from rnk_gloss.service.transfer import import_file
from rnk_gloss.service.upkeep import import_report

RAIN = Unit("雨が降る。", "It rains.", status=Status.APPROVED, note="held")


def tmx(path: Path, *units: Unit) -> Path:
    with Glossary.open(path.with_suffix(".db"), lexicon=Lexicon.none()) as other:
        other.add_units(units)
        other.export(path.with_suffix(".tmx"))
    return path.with_suffix(".tmx")


def held(glossary: Glossary) -> list[tuple[str, str, str]]:
    rows = glossary.workspace.connection.execute("SELECT source, target, status FROM unit ORDER BY id")
    return [tuple(row) for row in rows]


def put(glossary: Glossary, path: Path, rule: OnConflict = OnConflict.BOTH, *, dry_run: bool = False) -> ImportReport:
    return import_file(glossary.workspace, path, on_conflict=rule, dry_run=dry_run)


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        pytest.param(
            OnConflict.BOTH,
            [("雨が降る。", "It rains.", "approved"), ("雨が降る。", "Rain is falling.", "candidate")],
            id="both",
        ),
        pytest.param(OnConflict.KEEP, [("雨が降る。", "It rains.", "approved")], id="keep"),
        pytest.param(OnConflict.REPLACE, [("雨が降る。", "Rain is falling.", "candidate")], id="replace"),
    ],
)
def test_who_wins_where_the_file_translates_otherwise(
    glossary: Glossary, tmp_path: Path, rule: OnConflict, expected: list[tuple[str, str, str]]
) -> None:
    glossary.add_units([RAIN])
    path = tmx(tmp_path / "file", Unit("雨が降る。", "Rain is falling."), Unit("晴れた。", "It cleared up."))
    report = put(glossary, path, rule)
    assert held(glossary) == [*expected, ("晴れた。", "It cleared up.", "candidate")]
    assert report.contradictions == 1
    assert report.examples == (Contradiction("雨が降る。", "It rains.", "Rain is falling.", 1),)
    glossary.undo()
    assert held(glossary) == [("雨が降る。", "It rains.", "approved")]


def test_what_replaces_goes_to_the_place_that_it_came_from(glossary: Glossary, tmp_path: Path) -> None:
    first = Unit("はい。", "Yes.", document="一.txt", previous="行くか。")
    second = Unit("はい。", "Yep.", document="二.txt", previous="来るか。")
    glossary.add_units([first, second])
    edited = Unit("はい。", "Indeed.", document="二.txt", previous="来るか。")
    put(glossary, tmx(tmp_path / "file", first, edited), OnConflict.REPLACE)
    assert [target for _, target, _ in held(glossary)] == ["Yes.", "Indeed."]


def test_two_translations_of_one_file_do_not_replace_each_other(glossary: Glossary, tmp_path: Path) -> None:
    glossary.add_units([RAIN])
    path = tmx(tmp_path / "file", Unit("雨が降る。", "Rain falls."), Unit("雨が降る。", "Rain is falling."))
    report = put(glossary, path, OnConflict.REPLACE)
    assert [target for _, target, _ in held(glossary)] == ["Rain falls.", "Rain is falling."]
    assert (report.replaced, report.units, report.several) == (1, 1, 1)


def test_a_pair_between_other_neighbours_is_another_unit(glossary: Glossary, tmp_path: Path) -> None:
    units = [Unit("はい。", "Yes.", previous="行くか。"), Unit("はい。", "Yes.", previous="来るか。")]
    path = tmx(tmp_path / "file", *units)
    assert put(glossary, path).units == 2
    assert put(glossary, path).duplicates == 2
    bare = tmx(tmp_path / "bare", Unit("はい。", "Yes."))
    assert put(glossary, bare).duplicates == 1


def test_rejected_units_contradict_nothing(glossary: Glossary, tmp_path: Path) -> None:
    glossary.add_units([Unit("雨が降る。", "Rains.", status=Status.REJECTED)])
    assert put(glossary, tmx(tmp_path / "file", RAIN)).contradictions == 0


@pytest.mark.parametrize(
    ("here", "there", "afterwards"),
    [
        pytest.param(Status.CANDIDATE, Status.APPROVED, "approved", id="a candidate that was reviewed elsewhere"),
        pytest.param(Status.CANDIDATE, Status.CANDIDATE, "candidate", id="a candidate on both sides"),
        pytest.param(Status.APPROVED, Status.CANDIDATE, "approved", id="what was approved here"),
        pytest.param(Status.REJECTED, Status.APPROVED, "rejected", id="what was rejected here"),
    ],
)
def test_a_reviewed_file_approves_candidates_and_decides_nothing_else(
    here: Status, there: Status, afterwards: str, glossary: Glossary, tmp_path: Path
) -> None:
    glossary.add_units([Unit("雨が降る。", "It rains.", status=here)])
    report = put(glossary, tmx(tmp_path / "file", Unit("雨が降る。", "It rains.", status=there)))
    assert held(glossary) == [("雨が降る。", "It rains.", afterwards)]
    assert (report.duplicates, report.approved) == (1, here.value != afterwards)


def test_what_a_reviewed_file_approved_can_be_undone(glossary: Glossary, tmp_path: Path) -> None:
    glossary.add_units([Unit("雨が降る。", "It rains.", status=Status.CANDIDATE)])
    put(glossary, tmx(tmp_path / "file", Unit("雨が降る。", "It rains.", status=Status.APPROVED)))
    glossary.undo()
    assert held(glossary) == [("雨が降る。", "It rains.", "candidate")]


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        pytest.param(OnConflict.BOTH, [("treaty", "preferred"), ("convention", "admitted")], id="both"),
        pytest.param(OnConflict.KEEP, [("treaty", "preferred")], id="keep"),
        pytest.param(OnConflict.REPLACE, [("convention", "preferred"), ("treaty", "admitted")], id="replace"),
    ],
)
def test_who_wins_where_the_file_prefers_another_target(
    glossary: Glossary, tmp_path: Path, rule: OnConflict, expected: list[tuple[str, str]]
) -> None:
    glossary.create_entry(EntryEdit(source="条約", targets=("treaty",), note="元の注"))
    path = tmp_path / "用語.csv"
    path.write_text("source,target,note\n条約,convention,新しい注\n協定,agreement,\n", encoding="utf-8")
    report = put(glossary, path, rule)
    entry = next(one for one in glossary.terms() if one.source == "条約")
    assert [(target.text, target.usage.value) for target in entry.targets] == expected
    assert entry.note == ("新しい注" if rule is OnConflict.REPLACE else "元の注")
    assert report.contradictions == 1
    assert report.examples == (Contradiction("条約", "treaty", "convention", 2),)


@pytest.mark.parametrize("touched", [False, True], ids=["untouched", "touched by a person"])
def test_a_file_decides_what_extraction_only_guessed(glossary: Glossary, tmp_path: Path, touched: bool) -> None:
    document = tmp_path / "a.ja.txt"
    document.write_text("醸造責任者が樽を選ぶ。醸造責任者は樽を洗う。", encoding="utf-8")
    glossary.extract(document)
    (key,) = (entry.id for entry in glossary.terms(everything=True) if entry.source == "醸造責任者")
    if touched:
        glossary.choose_target(key, "brewer", Usage.PREFERRED)
    path = tmp_path / "用語.csv"
    path.write_text("source,target\n醸造責任者,head brewer\n", encoding="utf-8")
    report = put(glossary, path)
    (entry,) = (entry for entry in glossary.terms(everything=True) if entry.id == key)
    assert (entry.preferred, entry.status) == (
        ("brewer", Status.CANDIDATE) if touched else ("head brewer", Status.APPROVED)
    )
    assert (report.approved, report.contradictions) == ((0, 1) if touched else (1, 0))


def test_a_term_without_a_translation_approves_no_guess(glossary: Glossary, tmp_path: Path) -> None:
    key = glossary.create_entry(EntryEdit(source="樽", targets=("cask",)))
    with glossary.workspace.connection as connection:
        # As extraction leaves it: nobody has touched what it guessed.
        connection.execute("UPDATE entry SET status = 'candidate', edited = ''")
        connection.execute("UPDATE target SET edited = 0")
    path = tmp_path / "用語.tbx"
    concept = '<termEntry id="1"><langSet xml:lang="ja"><tig><term>樽</term></tig></langSet></termEntry>'
    path.write_text(f'<martif type="TBX" xml:lang="ja"><text><body>{concept}</body></text></martif>', encoding="utf-8")
    report = put(glossary, path)
    (entry,) = glossary.terms(everything=True)
    assert (entry.id, entry.status, report.duplicates, report.approved) == (key, Status.CANDIDATE, 1, 0)


def test_a_target_that_is_forbidden_here_and_preferred_there_is_a_contradiction(
    glossary: Glossary, tmp_path: Path
) -> None:
    key = glossary.create_entry(EntryEdit(source="条約", targets=("treaty",)))
    glossary.choose_target(key, "pact", Usage.FORBIDDEN)
    path = tmp_path / "用語.csv"
    path.write_text("source,target,further targets\n条約,treaty,pact\n", encoding="utf-8")
    assert put(glossary, path).contradictions == 1
    (entry,) = glossary.terms()
    assert [target.usage for target in entry.targets] == [Usage.PREFERRED, Usage.FORBIDDEN]


def test_a_dry_run_says_what_the_file_holds(glossary: Glossary, tmp_path: Path) -> None:
    glossary.create_entry(EntryEdit(source="条約", targets=("treaty",)))
    path = tmp_path / "用語.csv"
    rows = "日本語,英語\n条約,convention\n1月2日,jab and cross\n協定,agreement\n協定,agreement\n"
    path.write_bytes(rows.encode("cp932"))
    report = put(glossary, path, dry_run=True)
    assert report.encoding == "cp932"
    assert report.languages == (("ja–en", 4),)
    assert (report.entries, report.duplicates, report.contradictions, report.suspicious) == (2, 1, 1, 1)
    assert any("spreadsheet" in remark and "line 3" in remark for remark in report.remarks)
    assert [entry.source for entry in glossary.terms()] == ["条約"]


def test_the_report_of_an_import_stays_in_the_history(glossary: Glossary, tmp_path: Path) -> None:
    glossary.add_units([RAIN])
    report = put(glossary, tmx(tmp_path / "file", Unit("雨が降る。", "Rain is falling.")))
    newest, before = glossary.history()[:2]
    assert import_report(glossary.workspace, newest.id) == report
    with pytest.raises(NotFoundError, match="it was no import"):
        import_report(glossary.workspace, before.id)
    with pytest.raises(NotFoundError, match="no operation 99"):
        import_report(glossary.workspace, 99)


def test_many_units_are_put_in_with_their_properties_in_order(glossary: Glossary, tmp_path: Path) -> None:
    units = [Unit(f"第{number}条", f"Article {number}", external_id=f"a{number}") for number in range(4_500)]
    report = put(glossary, tmx(tmp_path / "file", *units))
    assert (report.units, report.duplicates) == (4_500, 0)
    assert held(glossary)[2_345][:2] == ("第2345条", "Article 2345")
    assert glossary.lookup("第2345条")[0].unit.external_id == "a2345"
