"""Looking translations up from the command line."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

import pytest

from tests.cli.conftest import Run, stdin

ASKED = "The Panel of Experts is dissolved."


def test_a_translation_is_looked_up(run: Run, pair: tuple[Path, Path]) -> None:
    run("extract", *pair)
    found = json.loads(run("lookup", ASKED, "--side", "target", "--json").out)
    assert (found["side"], found["matches"][0]["side"]) == ("target", "target")
    assert found["matches"][0]["source"] == "専門家パネルは解散した。"
    assert run("lookup", ASKED).code == 1
    assert run("lookup", ASKED, "--side", "target", "--lang", "de").code == 1


def test_lines_are_answered_in_order(run: Run, pair: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch) -> None:
    run("extract", *pair)
    monkeypatch.setattr("sys.stdin", stdin(f"Nothing like it\n{ASKED}\n"))
    rows = run("lookup", "-", "--side", "target").rows
    assert [(row["side"], len(row["matches"])) for row in rows] == [("target", 0), ("target", 1)]


def test_neighbours_of_translations_are_not_known(run: Run, pair: tuple[Path, Path]) -> None:
    run("extract", *pair)
    outcome = run("lookup", "-", "--side", "target", "--context")
    assert (outcome.code, "known of sources only" in outcome.err) == (2, True)


def test_a_long_build_of_the_index_is_said_once(
    run: Run, pair: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    run("extract", *pair)
    monkeypatch.setattr("rnk_gloss.service.workspace.QUICKLY_INDEXED", 1)
    assert "the index of the targets is built, once, from 3 units" in run("lookup", ASKED, "--side", "target").err
    assert "built" not in run("lookup", ASKED, "--side", "target").err


def test_both_sides_are_proved_once_the_targets_have_an_index(run: Run, pair: tuple[Path, Path]) -> None:
    run("extract", *pair)
    assert "in targets" not in run("db", "check", "--recall", "5").out
    assert "3 texts indexed" in run("db", "reindex", "--side", "target").err
    assert "in targets" in run("db", "check", "--recall", "5").out
    assert "6 texts indexed" in run("db", "reindex").err
    with sqlite3.connect("glossary.db") as connection:
        connection.execute("DELETE FROM fuzzy_run WHERE side = 'target'")
    assert run("db", "check", "--recall", "5", "--side", "source").code == 0
    assert run("db", "check", "--recall", "5").code == 3
