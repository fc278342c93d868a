"""Catalogues and XLIFF through the command line."""

from __future__ import annotations

from pathlib import Path

import polib

from tests.cli.conftest import Run

CATALOGUE = (
    'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n"Language: ja\\n"\n\n'
    'msgid "Save the changes"\nmsgstr "変更を保存する"\n\n#, fuzzy\nmsgid "Quit"\nmsgstr "終了する"\n\n'
    'msgid "Later"\nmsgstr ""\n'
)


def test_a_catalogue_from_english_is_found_by_japanese_lookups_only_when_its_sides_are_exchanged(
    run: Run, tmp_path: Path
) -> None:
    (tmp_path / "ja.po").write_text(CATALOGUE, encoding="utf-8")
    imported = run("import", "ja.po")
    assert imported.out.startswith("ja.po: 3 units read (po): 2 segments")
    assert "lookups of Japanese text do not find them" in imported.out + imported.err
    assert run("lookup", "変更を保存する").code == 1
    run("import", "ja.po", "--languages", "ja=en")
    assert run("lookup", "変更を保存する", "--jsonl").rows[0]["target"] == "Save the changes"


def test_the_languages_of_an_export_are_those_that_are_named(run: Run, tmp_path: Path) -> None:
    (tmp_path / "ja.po").write_text(CATALOGUE, encoding="utf-8")
    run("import", "ja.po")
    assert "0 units (po)" in run("export", "memory.po").err
    assert "2 units (po)" in run("export", "memory.po", "--languages", "en=ja").err
    catalogue = polib.pofile(str(tmp_path / "memory.po"))
    assert [(entry.msgid, entry.fuzzy) for entry in catalogue] == [("Save the changes", False), ("Quit", True)]
    assert run("export", "memory.po", "--languages", "ja").code == 2


def test_what_is_exported_as_xliff_is_known_when_it_comes_back(run: Run, tmp_path: Path) -> None:
    (tmp_path / "ja.po").write_text(CATALOGUE, encoding="utf-8")
    run("import", "ja.po", "--languages", "ja=en")
    for file, profile in (("new.xlf", "2.1"), ("old.xliff", "1.2")):
        assert "2 units (xliff)" in run("export", file, "--profile", profile).err
        assert "2 known" in run("import", file).out


def test_proposals_are_read_on_request(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.xlf").write_text(
        '<xliff version="1.2"><file source-language="ja" target-language="en" original="a" datatype="plaintext"><body>'
        '<trans-unit id="1"><source>扉</source><target>door</target><alt-trans><target>gate</target></alt-trans>'
        "</trans-unit></body></file></xliff>",
        encoding="utf-8",
    )
    assert "1 units read (xliff): 1 segments" in run("import", "a.xlf").out
    assert "1 segments" in run("import", "a.xlf", "--proposals").out
    assert {row["target"] for row in run("lookup", "扉", "--jsonl").rows} == {"door", "gate"}
