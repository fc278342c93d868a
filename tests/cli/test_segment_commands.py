"""The commands that change the shape of segments, as scripts use them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Run


@pytest.fixture
def aligned(run: Run, pair: tuple[Path, Path]) -> Run:
    run("extract", *pair)
    return run


def rows(run: Run) -> list[tuple[str, str]]:
    return [(row["source"], row["target"]) for row in run("segments", "list", "--jsonl").rows]


def ids(run: Run) -> list[str]:
    return [str(row["id"]) for row in run("segments", "list", "--jsonl").rows]


def test_merge_split_shift_and_undo(aligned: Run) -> None:
    before = rows(aligned)
    merged = aligned("segments", "merge", ids(aligned)[0])
    assert merged.code == 0
    assert merged.out == ""
    assert "segments approve" in merged.err
    assert rows(aligned)[0] == (before[0][0] + before[1][0], f"{before[0][1]} {before[1][1]}")
    split = aligned("segments", "split", ids(aligned)[0])
    assert before[1][0] in split.err
    assert rows(aligned) == before
    aligned("segments", "shift", ids(aligned)[0], "target", "next")
    assert rows(aligned)[0] == (before[0][0], "")
    aligned("undo", "3")
    assert rows(aligned) == before


def test_realign_says_what_was_kept(aligned: Run) -> None:
    aligned("segments", "approve", ids(aligned)[0])
    outcome = aligned("segments", "realign", "記事", "--omissions", "rare")
    assert outcome.code == 0
    assert "記事.ja.txt: 3 segments, 1 kept as decided, 0 new" in outcome.err


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        pytest.param(("realign", "小説"), 1, "no document with segments is called 小説", id="no such document"),
        pytest.param(("split", "999"), 1, "there is no segment 999", id="no such segment"),
        pytest.param(("approve",), 2, "nothing to approve", id="nothing named"),
        pytest.param(("realign", "記事", "--omissions", "often"), 2, "often", id="no such word"),
    ],
)
def test_what_cannot_be_done(aligned: Run, arguments: tuple[str, ...], code: int, message: str) -> None:
    outcome = aligned("segments", *arguments)
    assert outcome.code == code
    assert message in outcome.err


def test_sure_segments_are_approved_together_and_doubtful_ones_are_not(aligned: Run) -> None:
    listed = aligned("segments", "list", "--jsonl").rows
    limit = sorted(row["score"] for row in listed)[1]
    sure = [
        row["id"] for row in listed if row["score"] >= limit and not row["flags"] and row["source"] and row["target"]
    ]
    assert aligned("segments", "approve", "--above", str(limit)).code == 0
    approved = aligned("segments", "list", "--status", "approved", "--jsonl").rows
    assert [row["id"] for row in approved] == sure
    assert 0 < len(sure) < len(listed)
    assert aligned("segments", "approve", "--above", "100").code == 1


def test_an_extraction_says_how_many_segments_are_sure(run: Run, pair: tuple[Path, Path]) -> None:
    assert "3 segments, " in run("extract", *pair, "--omissions", "rare").err


def test_segments_are_listed_by_words_and_qualifiers(aligned: Run) -> None:
    every = rows(aligned)
    word = every[0][1].split()[1]

    def listed(*arguments: str) -> list[str]:
        return [row["target"] for row in aligned("segments", "list", *arguments, "--jsonl").rows]

    assert every[0][1] in listed("--text", f"doc:記事 {word}")
    assert not set(listed("--search", f"-{word}")) & set(listed("--text", word))
    assert listed("--text", "status:approved") == []
    refused = aligned("segments", "list", "--text", "farbe:rot")
    assert refused.code == 2
    assert "farbe:" in refused.err
