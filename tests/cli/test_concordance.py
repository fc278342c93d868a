from __future__ import annotations

import json
from pathlib import Path

import pytest

from rnk_gloss import Glossary
from rnk_gloss.text.cells import cell_width
from tests.cli.conftest import Run


@pytest.fixture
def memory(tmp_path: Path) -> None:
    with Glossary.open(tmp_path / "glossary.db") as glossary:
        glossary.add_units(
            [
                ("条約は発効した。", "The treaty\x1b[31m is in force."),
                ("この条約と別の条約は失効した。", "This treaty and another lapsed."),
            ]
        )


@pytest.mark.usefixtures("memory")
def test_rows_name_every_place(run: Run) -> None:
    first, second = run("concordance", "条約", "--jsonl").rows
    assert first == {
        "unit": 2,
        "source": "この条約と別の条約は失効した。",
        "target": "This treaty and another lapsed.",
        "side": "source",
        "within": [2, 4],
        "places": [[2, 4], [7, 9]],
        "term": "",
        "document": "",
        "status": "approved",
    }
    assert second["unit"] == 1
    assert [row["unit"] for row in run("concordance", "TREATY", "--side", "target", "--jsonl").rows] == [2, 1]
    assert run("concordance", "TREATY", "--side", "target", "--exact").code == 1
    assert run("concordance", "条約").table[1] == ["2", "この条約と別の条約は失効した。", first["target"], ""]


@pytest.mark.usefixtures("memory")
def test_pages_counts_and_orders(run: Run) -> None:
    assert [row["unit"] for row in run("concordance", "条約", "--limit", "1", "--skip", "1", "--jsonl").rows] == [1]
    assert "after those" in run("concordance", "条約", "--skip", "2").err
    assert run("concordance", "条約", "--count").out == "2\n"
    assert json.loads(run("concordance", "条約", "--count", "--json").out) == {"units": 2}
    assert (run("concordance", "協約", "--count").out, run("concordance", "協約", "--count").code) == ("0\n", 1)
    assert [row["unit"] for row in run("concordance", "効した", "--sort", "left", "--jsonl").rows] == [2, 1]
    assert run("concordance", "条約", "--status", "candidate").code == 1
    assert run("concordance", "条約", "--document", "無い").code == 1
    assert run("concordance", " ").code == 2


@pytest.mark.usefixtures("memory")
def test_a_terminal_gets_a_line_for_each_place_with_the_text_in_the_middle(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    monkeypatch.setenv("COLUMNS", "24")
    outcome = run("concordance", "条約", "--limit", "2")
    lines = outcome.out.split("\n")
    assert lines[:2] == ["      この条約と別の条…", " …約と別の条約は失効し…"]
    assert [cell_width(line[:place]) for line, place in zip(lines, (8, 6), strict=False)] == [10, 10]
    assert "\x1b" not in outcome.out
    assert "--skip 2" in outcome.err


@pytest.mark.usefixtures("memory")
def test_a_term_by_which_a_unit_was_found_is_named(run: Run) -> None:
    run("terms", "add", "条約", "treaty", "--reading", "じょうやく")
    assert [row["term"] for row in run("concordance", "zyouyaku", "--jsonl").rows] == ["条約", "条約"]
    assert run("terms", "list", "--search", "joyaku", "--jsonl").rows[0]["source"] == "条約"
