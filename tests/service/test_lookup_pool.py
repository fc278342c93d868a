"""Lookups by several processes."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from rnk_gloss import scoring_of
from rnk_gloss.errors import UsageError
from rnk_gloss.model.match import MatchKind
from rnk_gloss.model.segment import Unit
from rnk_gloss.service.glossary import Glossary
from rnk_gloss.service.lookup_pool import BATCH

TEXTS = [f"第{number}条の規定は、{number % 7}月から適用する。" for number in range(5 * BATCH)]


@pytest.fixture
def memory(tmp_path: Path) -> Path:
    path = tmp_path / "glossary.db"
    with Glossary.open(path) as glossary:
        glossary.add_units(
            Unit(text, f"Article {number}", previous=TEXTS[number - 1] if number else "", origin="machine")
            for number, text in enumerate(TEXTS[:40])
        )
    return path


@pytest.mark.parametrize("context", [True, False])
def test_several_processes_answer_as_one_does_and_in_order(memory: Path, *, context: bool) -> None:
    with Glossary.open(memory, scoring=scoring_of(penalties={"machine": 4})) as glossary:
        alone = list(glossary.lookup_many(TEXTS, limit=2, context=context))
        together = list(glossary.lookup_many(TEXTS, limit=2, context=context, jobs=2))
    assert together == alone
    assert len(alone) == len(TEXTS)
    assert alone[3][0].differences[-1].kind == "machine"


def test_the_neighbours_of_a_text_are_known_across_batches(tmp_path: Path) -> None:
    with Glossary.open(tmp_path / "g.db") as glossary:
        place = BATCH - 1
        glossary.add_units([Unit(TEXTS[place], "x", previous=TEXTS[place - 1], following=TEXTS[place + 1])])
        found = list(glossary.lookup_many(TEXTS, jobs=2))
    assert [match.kind for match in found[place]] == [MatchKind.CONTEXT]


def test_no_more_is_read_ahead_than_the_processes_need(memory: Path) -> None:
    asked = 0

    def texts() -> Iterator[str]:
        nonlocal asked
        for text in TEXTS * 20:
            asked += 1
            yield text

    with Glossary.open(memory) as glossary:
        answers = glossary.lookup_many(texts(), context=False, jobs=2)
        next(answers)
        assert asked <= 6 * BATCH
        answers.close()


def test_without_processes_each_is_answered_before_the_next_is_read(memory: Path) -> None:
    asked: list[str] = []

    def texts() -> Iterator[str]:
        for text in TEXTS:
            asked.append(text)
            yield text

    with Glossary.open(memory) as glossary:
        answers = glossary.lookup_many(texts(), context=False)
        next(answers)
        assert asked == TEXTS[:1]


def test_an_impossible_query_is_an_error_in_its_place(memory: Path) -> None:
    with Glossary.open(memory) as glossary:
        answers = glossary.lookup_many([*TEXTS[:3], "長" * 20_000, *TEXTS], context=False, jobs=2)
        assert [len(next(answers)) > 0 for _ in range(3)] == [True, True, True]
        with pytest.raises(UsageError, match="longer than 10,000 characters"):
            next(answers)


@pytest.mark.skipif(not hasattr(os, "killpg"), reason="needs process groups")
def test_a_ctrl_c_ends_all_processes_without_a_word(memory: Path) -> None:
    program = [sys.executable, "-m", "rnk_gloss.cli.main", "--db", str(memory), "lookup", "-", "--jobs", "2"]
    with subprocess.Popen(
        program,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
        # Tests that a shell runs in the background inherit that the signal is ignored.
        preexec_fn=partial(signal.signal, signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509  # nothing here has threads
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(f"{TEXTS[0]}\n".encode() + "無い\n".encode() * (20 * BATCH - 1))
        process.stdin.flush()
        # So many are answered before more lines are wanted than there are; then all processes wait.
        answered = [process.stdout.readline() for _ in range(14 * BATCH)]
        time.sleep(0.5)
        # As a terminal does it: all processes of the group get the signal.
        os.killpg(process.pid, signal.SIGINT)
        _, told = process.communicate(timeout=60)
    assert TEXTS[0].encode() in answered[0]
    assert process.returncode == 130
    assert told.strip() == b""
    for _ in range(50):
        try:
            os.killpg(process.pid, 0)
        except ProcessLookupError:
            return
        time.sleep(0.1)
    pytest.fail("a process is left")
