"""`import`, `export` and the report of an import as a user sees them."""

from __future__ import annotations

from pathlib import Path

import pytest

from rnk_gloss.interchange.registry import formats
from tests.cli.conftest import Run


@pytest.fixture
def terms(tmp_path: Path) -> Path:
    path = tmp_path / "用語.csv"
    path.write_text("source,target\n条約,convention\n1月2日,one-two\n協定,agreement\n", encoding="cp932")
    return path


def test_a_dry_run_shows_what_is_wrong_and_changes_nothing(run: Run, terms: Path) -> None:
    run("terms", "add", "条約", "treaty")
    outcome = run("import", terms.name, "--dry-run")
    assert outcome.out == (
        "用語.csv: 4 units read (csv): 0 segments and 2 terms new, 1 terms changed, 0 known, 0 left out; "
        "dry run: nothing was changed\n"
    )
    lines = [line.strip() for line in outcome.err.split("\n")]
    assert lines[:2] == ["languages: ja–en 3", "encoding: cp932"]
    assert "2: 条約: the store has treaty | the file has convention" in lines
    assert "looks like a date that a spreadsheet made of something else: 1 (line 3)" in lines
    assert [row["source"] for row in run("terms", "list", "--all", "--jsonl").rows] == ["条約"]


@pytest.mark.parametrize(("rule", "preferred"), [("keep", "treaty"), ("replace", "convention"), ("both", "treaty")])
def test_the_user_says_who_wins(run: Run, terms: Path, rule: str, preferred: str) -> None:
    run("terms", "add", "条約", "treaty")
    assert run("import", terms.name, "--on-conflict", rule).code == 0
    (entry,) = [row for row in run("terms", "list", "--all", "--jsonl").rows if row["source"] == "条約"]
    assert entry["targets"][0]["text"] == preferred
    assert run("undo").code == 0
    (entry,) = run("terms", "list", "--all", "--jsonl").rows
    assert [target["text"] for target in entry["targets"]] == ["treaty"]


def test_the_history_shows_the_report_of_an_import_again(run: Run, terms: Path) -> None:
    told = run("import", terms.name)
    number = run("history", "--jsonl").rows[0]["id"]
    shown = run("history", "--report", str(number))
    assert shown.out.split("\n")[0] == told.out.strip()
    assert "looks like a date" in shown.out
    assert run("history", "--report", "99").code == 1


def test_a_strict_export_writes_all_or_nothing(run: Run, tmp_path: Path) -> None:
    run("terms", "add", "条約", "treaty")
    outcome = run("export", "glossary.utx", "--strict")
    assert outcome.code == 1
    assert "nothing was written, for something would be lost" in outcome.err
    assert not (tmp_path / "glossary.utx").exists()
    assert run("export", "all.jsonl", "--strict").code == 0
    assert (tmp_path / "all.jsonl").exists()


def test_everything_goes_through_json_lines(run: Run, pair: tuple[Path, Path], tmp_path: Path) -> None:
    run("extract", *pair)
    assert "3 units and " in run("export", "all.jsonl").err
    assert "2 documents" in run("--db", "other.db", "import", "all.jsonl").out
    run("--db", "other.db", "export", "again.jsonl")
    assert (tmp_path / "again.jsonl").read_bytes() == (tmp_path / "all.jsonl").read_bytes()
    one, other = (run("--db", name, "terms", "list", "--all", "--jsonl").out for name in ("glossary.db", "other.db"))
    assert one == other


@pytest.mark.parametrize("command", ["import", "export"])
def test_the_help_names_every_format_and_profile(run: Run, command: str) -> None:
    words = run(command, "--help").out.replace("\n", " ").split()
    said = {word.strip(".,:") for word in words}
    assert {one.name for one in formats()} <= said
    assert {profile for one in formats() for profile in one.profiles} <= said


def test_a_text_of_a_stranger_reaches_no_terminal_raw(run: Run, tmp_path: Path) -> None:
    run("terms", "add", "条約", "treaty")
    (tmp_path / "悪.csv").write_text("source,target\n条約,\x1b[31mred\x07\n", encoding="utf-8")
    outcome = run("import", "悪.csv")
    assert "\x1b" not in outcome.err + outcome.out
    number = run("history", "--jsonl").rows[0]["id"]
    assert "\x1b" not in run("history", "--report", str(number)).out


def test_a_file_that_cannot_be_read_keeps_no_other_out(run: Run, terms: Path, tmp_path: Path) -> None:
    broken = tmp_path / "broken.tmx"
    broken.write_text("<tmx><body>", encoding="utf-8")
    outcome = run("import", broken.name, terms.name, "gone.csv")
    assert outcome.code == 4
    faults = [line for line in outcome.err.split("\n") if line.startswith("rnk-gloss: error:")]
    assert [fault.split(": ")[2].split(":")[0] for fault in faults] == ["broken.tmx", "gone.csv"]
    assert outcome.out.startswith("用語.csv: ")
    assert {row["source"] for row in run("terms", "list", "--all", "--jsonl").rows} >= {"条約", "協定"}
