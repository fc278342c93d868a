"""Another program writes into the memory between our own deeds: no lookup misses a unit, and none is given wrongly."""

from __future__ import annotations

import random
import shutil
import sqlite3
from collections.abc import Callable, Mapping
from itertools import count
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rnk_gloss import compare
from rnk_gloss.errors import ConflictError, NotFoundError
from rnk_gloss.model.segment import Unit
from rnk_gloss.model.side import Side
from rnk_gloss.service.glossary import Glossary
from rnk_gloss.service.upkeep import kept_sides, redo, reindex, undo
from rnk_gloss.store.fuzzy.upkeep import take_in_tail
from rnk_gloss.store.unit_changes import edit_unit
from rnk_gloss.text.match_key import match_key, match_keys

TEXTS = (
    "窓を開く。", "戸を開く。", "窓を開きます。", "窓をひらかない。", "申込みは明日締め切る。",
    "申し込みは明日締め切ります。", "条約は2年後に失効する。", "条約は二年後に発効する。",
    "令和6年に報告書を提出した。", "2024年に報告書を提出しなかった。", "サーバーを止める。", "ｻｰﾊﾞをとめる。",
    "お客様のご要望を承りました。", "。", "ABC協定",
)  # fmt: skip
_COLUMNS = "source_language, target_language, created_at, created_by, changed_at, changed_by"
_VALUES = "'ja', 'en', '', '', '', ''"
_numbers = count()


def text(chance: random.Random) -> str:
    chosen = chance.choice(TEXTS)
    return chosen if chance.random() < 0.6 else chosen + chance.choice(TEXTS)


def key(chance: random.Random) -> str:
    """What another program takes for a key: that of some text, whatever it likes, or nothing."""
    return chance.choice([match_key(text(chance)), text(chance), "".join(chance.choices("％あa漢", k=5)), ""])


def number(chance: random.Random, glossary: Glossary) -> int:
    """That of a unit, as a rule."""
    known: list[int] = [row[0] for row in glossary.workspace.connection.execute("SELECT id FROM unit")]
    last = max(known, default=0)
    return chance.choice([*known, *known, last + 1, last + 40, 1, -3])


def put(verb: str) -> Callable[[Glossary, sqlite3.Connection, random.Random], None]:
    def step(glossary: Glossary, other: sqlite3.Connection, chance: random.Random) -> None:
        one = None if verb == "INSERT" else number(chance, glossary)
        changed = "source = excluded.source, match_key = excluded.match_key"
        other.execute(
            f"{verb} INTO unit (id, source, target, match_key, {_COLUMNS}) VALUES (?, ?, ?, ?, {_VALUES})"
            + (f" ON CONFLICT DO UPDATE SET {changed}" if verb == "INSERT OR ABORT" else ""),
            (one, text(chance), f"foreign {next(_numbers)}", key(chance)),
        )

    return step


def change(*columns: str) -> Callable[[Glossary, sqlite3.Connection, random.Random], None]:
    def step(glossary: Glossary, other: sqlite3.Connection, chance: random.Random) -> None:
        made = {"source": text(chance), "match_key": key(chance), "id": number(chance, glossary)}
        settings = ", ".join(f"{column} = ?" for column in columns)
        values = [made[column] for column in columns]
        other.execute(f"UPDATE OR REPLACE unit SET {settings} WHERE id = ?", (*values, number(chance, glossary)))

    return step


def remove(glossary: Glossary, other: sqlite3.Connection, chance: random.Random) -> None:
    other.execute("DELETE FROM unit WHERE id = ?", (number(chance, glossary),))


def add_own(glossary: Glossary, _other: sqlite3.Connection, chance: random.Random) -> None:
    glossary.add_units([Unit(text(chance), f"own {next(_numbers)}") for _ in range(chance.randrange(1, 4))])


def edit_own(glossary: Glossary, _other: sqlite3.Connection, chance: random.Random) -> None:
    with glossary.workspace.writing("edit") as writer:
        edit_unit(writer, number(chance, glossary), source=text(chance), target=None, note=None, key_of=match_key)


def remove_own(glossary: Glossary, _other: sqlite3.Connection, chance: random.Random) -> None:
    with glossary.workspace.writing("remove") as writer:
        writer.delete("unit", number(chance, glossary))


STEPS: Mapping[str, Callable[[Glossary, sqlite3.Connection, random.Random], object]] = {
    "another program adds": put("INSERT"),
    "another program replaces": put("INSERT OR REPLACE"),
    "another program adds or changes": put("INSERT OR ABORT"),
    "another program changes a source": change("source"),
    "another program changes a key": change("match_key"),
    "another program changes both": change("source", "match_key"),
    "another program moves a unit": change("id"),
    "another program removes": remove,
    "added": add_own,
    "edited": edit_own,
    "removed": remove_own,
    "undone": lambda glossary, _other, _chance: undo(glossary.workspace),
    "done again": lambda glossary, _other, _chance: redo(glossary.workspace),
    "taken in": lambda glossary, _other, _chance: take_in_tail(glossary.workspace.connection, match_keys),
    "built anew": lambda glossary, _other, _chance: reindex(glossary.workspace),
    "asked for targets": lambda glossary, _other, _chance: glossary.lookup("own 1", side="target"),
}


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("empty") / "empty.db"
    Glossary.open(path).close()
    return path


def check(glossary: Glossary, chance: random.Random) -> None:
    """That a lookup gives what reading and comparing each unit does."""
    sides: list[tuple[Side, str]] = [("source", "ja"), ("target", "en")]
    for side, language in sides[: len(kept_sides(glossary.workspace))]:
        units = dict(glossary.workspace.connection.execute(f"SELECT id, {side} FROM unit").fetchall())
        for query in {*chance.sample(sorted(units.values()), min(3, len(units))), text(chance)}:
            found = {one.unit.id: one.score for one in glossary.lookup(query, minimum=60, limit=None, side=side)}
            # A key without anything in it (a lone 。) is like nothing.
            scores = {
                one: compare(query, other, language=language).score
                for one, other in units.items()
                if match_key(query, language) and match_key(other, language)
            }
            assert found == pytest.approx({one: score for one, score in scores.items() if score >= 60})


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(sorted(STEPS)), min_size=1, max_size=14), st.integers(0, 2**32))
def test_lookups_are_right_whoever_writes(
    tmp_path_factory: pytest.TempPathFactory, empty: Path, steps: list[str], seed: int
) -> None:
    path = tmp_path_factory.mktemp("foreign") / "g.db"
    shutil.copy(empty, path)
    chance = random.Random(seed)
    other = sqlite3.connect(path, isolation_level=None)
    with Glossary.open(path) as glossary:
        add_own(glossary, other, chance)
        for step in steps:
            try:
                STEPS[step](glossary, other, chance)
            except (ConflictError, NotFoundError):
                continue
            check(glossary, chance)
        # What is in the end kept is right, too.
        take_in_tail(glossary.workspace.connection, match_keys)
        rows = glossary.workspace.connection.execute("SELECT source, match_key FROM unit").fetchall()
        assert [match_key(source) for source, _ in rows] == [kept for _, kept in rows]
        check(glossary, chance)
    other.close()
