"""The command `check`: files of translators, and the memory."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run

KEYS = {
    "path", "unit", "document", "kind", "severity", "message", "source", "target", "source_span", "target_span", "term",
    "wanted", "found",
}  # fmt: skip
CATALOGUE = """msgid ""
msgstr "Language: en\\nX-Source-Language: ja\\n"

msgid "{name} さんの条約"
msgstr "The pact of {nome}"

msgid "会議"
msgstr "meeting"

msgid "議長"
msgstr ""
"""


@pytest.fixture
def catalogue(run: Run) -> Path:
    Path("terms.csv").write_text("source,target\n条約,treaty\n", encoding="utf-8")
    assert run("import", "terms.csv").code == 0
    Path("app.po").write_text(CATALOGUE, encoding="utf-8")
    return Path("app.po")


def test_a_file_is_checked_unit_by_unit(run: Run, catalogue: Path) -> None:
    outcome = run("check", catalogue)
    assert outcome.code == 1
    assert [row[:4] for row in outcome.table[1:]] == [
        ["app.po:1", "warning", "term-missing", "条約 should be treaty"],
        ["app.po:1", "error", "inline-code", "{nome} stands where the source has {name}"],
    ]
    assert "untranslated messages: 1 (line 10)" in outcome.err
    assert "2 findings: 1 term-missing, 1 inline-code" in outcome.err


def test_programs_get_the_data_of_each_finding(run: Run, catalogue: Path) -> None:
    rows = run("check", catalogue, "--jsonl").rows
    assert {frozenset(row) for row in rows} == {frozenset(KEYS)}
    term = rows[0]
    assert (term["term"], term["wanted"], term["source_span"]) == ("条約", ["treaty"], [10, 12])
    assert json.loads(run("check", catalogue, "--json").out) == rows


@pytest.mark.parametrize(
    ("options", "kinds", "code"),
    [
        (["--only", "inline-code"], ["inline-code"], 1),
        (["--ignore", "inline-code"], ["term-missing"], 1),
        (["--only", "number"], [], 0),
        (["--ignore", "inline-code", "--ignore", "term-missing"], [], 0),
        (["--status", "candidate"], [], 0),
    ],
)
def test_kinds_are_chosen_or_left_out(
    run: Run, catalogue: Path, options: list[str], kinds: list[str], code: int
) -> None:
    outcome = run("check", catalogue, "--jsonl", *options)
    assert ([row["kind"] for row in outcome.rows], outcome.code) == (kinds, code)


def test_without_files_the_memory_is_checked(run: Run, catalogue: Path) -> None:
    assert run("import", catalogue).code == 0
    rows = run("check", "--jsonl").rows
    assert [(row["path"], row["kind"]) for row in rows] == [(None, "term-missing"), (None, "inline-code")]
    assert {row["source"] for row in rows} == {"{name} さんの条約"}
    assert run("check", "--document", "other.txt").code == 0


def test_a_file_that_translates_one_source_in_two_ways_is_inconsistent(run: Run, catalogue: Path) -> None:
    Path("memory.csv").write_text("source,target\n会議,meeting\n会議,conference\n", encoding="utf-8")
    rows = run("check", "memory.csv", "--jsonl").rows
    assert [(row["unit"], row["kind"], row["wanted"]) for row in rows] == [(2, "inconsistent", ["meeting"])]


def test_a_bad_file_is_named_and_the_others_are_checked(run: Run, catalogue: Path) -> None:
    Path("bad.tmx").write_text("<tmx", encoding="utf-8")
    outcome = run("check", "bad.tmx", catalogue, "--jsonl")
    assert outcome.code == 4
    assert "bad.tmx" in outcome.err
    assert len(outcome.rows) == 2
