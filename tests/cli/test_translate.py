"""The command `review translate`, as far as it goes without a terminal."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Run


def test_only_a_translation_is_of_a_document(run: Run, pair: tuple[Path, Path]) -> None:
    assert run("extract", pair[0]).code == 0
    outcome = run("review", "terms", "記事")
    assert (outcome.code, "review translate DOCUMENT" in outcome.err) == (2, True)
    assert "needs a terminal" in run("review", "translate", "記事").err
