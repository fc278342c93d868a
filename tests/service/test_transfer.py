"""Import and export through the facade: nothing twice, nothing half, the same bytes again."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from rnk_gloss.errors import GlossError, InputError
from rnk_gloss.lexicon.dictionary import Lexicon
from rnk_gloss.model.entry import Status, Usage
from rnk_gloss.model.segment import Property, Unit
from rnk_gloss.service.glossary import Glossary
from rnk_gloss.service.review import EntryEdit

UNITS = [
    Unit("条約は発効した。", "The treaty entered into force.", status=Status.APPROVED, note="公報", created_by="甲"),
    Unit(
        "<b>太字</b> & 「引用」", 'Bold & "quote"', status=Status.CANDIDATE, properties=(Property("unit", "x-p", "v"),)
    ),
    Unit("却下された。", "Rejected.", status=Status.REJECTED),
]


def facts(unit: Unit) -> tuple[object, ...]:
    return unit.source, unit.target, unit.status, unit.note, unit.created_by, unit.created_at, unit.properties


def test_a_memory_goes_out_and_comes_back(tmp_path: Path, lexicon: Lexicon, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1718755200")
    with Glossary.open(tmp_path / "a.db", lexicon=lexicon) as glossary:
        glossary.add_units(UNITS)
        report = glossary.export(tmp_path / "memory.tmx")
        assert report.units == 2
        glossary.export(tmp_path / "again.tmx")
        assert (tmp_path / "memory.tmx").read_bytes() == (tmp_path / "again.tmx").read_bytes()
    with Glossary.open(tmp_path / "b.db", lexicon=lexicon) as other:
        assert other.import_file(tmp_path / "memory.tmx").units == 2
        matches = [other.lookup(unit.source)[0].unit for unit in UNITS[:2]]
    assert [facts(unit)[:5] for unit in matches] == [facts(unit)[:5] for unit in UNITS[:2]]
    assert {prop.name for prop in matches[1].properties} >= {"x-p"}


def test_only_the_status_that_was_asked_for_is_written(glossary: Glossary, tmp_path: Path) -> None:
    glossary.add_units(UNITS)
    assert glossary.export(tmp_path / "approved.tmx", status="approved").units == 1


def test_importing_twice_adds_nothing(glossary: Glossary, tmp_path: Path) -> None:
    glossary.add_units(UNITS)
    glossary.export(tmp_path / "memory.tmx")
    report = glossary.import_file(tmp_path / "memory.tmx")
    assert (report.units, report.duplicates) == (0, 2)


def test_a_dry_run_counts_and_changes_nothing(glossary: Glossary, tmp_path: Path) -> None:
    path = tmp_path / "用語.csv"
    path.write_text("日本語,英語\n条約,treaty\n協定,agreement\n", encoding="utf-8")
    report = glossary.import_file(path, dry_run=True)
    assert (report.entries, report.dry_run) == (2, True)
    assert glossary.terms(everything=True) == []


def test_a_bad_file_leaves_nothing_behind(glossary: Glossary, tmp_path: Path) -> None:
    glossary.add_units(UNITS)
    path = tmp_path / "half.tmx"
    glossary.export(path)
    path.write_bytes(path.read_bytes()[:-120])
    other = Glossary.open(tmp_path / "other.db")
    with pytest.raises(GlossError, match="half"):
        other.import_file(path)
    assert other.lookup("条約は発効した。") == []
    other.close()


def test_a_glossary_goes_out_and_comes_back(glossary: Glossary, tmp_path: Path, lexicon: Lexicon) -> None:
    key = glossary.create_entry(
        EntryEdit(source="設定", reading="せってい", targets=("setting", "configuration"), note="=注", subject="ソフト")
    )
    glossary.choose_target(key, "set-up", Usage.FORBIDDEN)
    report = glossary.export(tmp_path / "glossary.csv")
    assert report.entries == 1
    assert (tmp_path / "glossary.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    with Glossary.open(tmp_path / "b.db", lexicon=lexicon) as other:
        other.import_file(tmp_path / "glossary.csv")
        (entry,) = other.terms()
    assert (entry.source, entry.reading, entry.preferred, entry.note) == ("設定", "せってい", "setting", "=注")


def test_entries_above_the_cut_are_written_and_rejected_ones_are_not(glossary: Glossary, tmp_path: Path) -> None:
    glossary.create_entry(EntryEdit(source="条約", targets=("treaty",)))
    key = glossary.create_entry(EntryEdit(source="協定"))
    glossary.decide([key], Status.REJECTED)
    glossary.export(tmp_path / "terms.csv", profile="plain")
    with (tmp_path / "terms.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    assert [row[0] for row in rows[1:]] == ["条約"]


def test_known_terms_gain_the_targets_they_lack(glossary: Glossary, tmp_path: Path) -> None:
    glossary.create_entry(EntryEdit(source="条約", targets=("treaty",)))
    path = tmp_path / "用語.csv"
    path.write_text("source,target\n条約,convention\n条約,treaty\n議定書,protocol\n", encoding="utf-8")
    report = glossary.import_file(path)
    assert (report.entries, report.merged, report.duplicates) == (1, 1, 1)
    entry = next(one for one in glossary.terms() if one.source == "条約")
    assert entry.preferred == "treaty"
    assert [target.text for target in entry.targets] == ["treaty", "convention"]


def test_a_missing_folder_is_said_before_anything_is_written(glossary: Glossary, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="its folder does not exist"):
        glossary.export(tmp_path / "無い" / "memory.tmx")
