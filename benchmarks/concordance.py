"""How fast the memory says where a text stands.

    python benchmarks/concordance.py glossary.db [--side source] [--queries 50] [--seed 5] [--check 3]

The database is one with a large memory, such as `benchmarks/lookup.py 1000000 --keep glossary.db` makes. For each
length, `random` texts are parts of units chosen by chance, so that frequent ones are asked for often; `frequent` are
those of them that fill the page, `rare` those that do not; `absent` texts are two parts put together that stand in no
unit so. Times are CPU time of the asking thread for the first page of 50 units with all their places, in
milliseconds. `--check` compares so many texts of each length with reading every unit.
"""

from __future__ import annotations

import argparse
import random
import sqlite3
import time
from contextlib import closing
from pathlib import Path

from rnk_gloss import Glossary
from rnk_gloss.lexicon.dictionary import Lexicon
from rnk_gloss.service.concordance import ConcordanceQuery, Side
from rnk_gloss.text.search_form import search_text

LENGTHS = (1, 2, 3, 5, 8)
PAGE = 50
TRIES = 40


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("memory", type=Path)
    parser.add_argument("--side", choices=[side.value for side in Side], default="source")
    parser.add_argument("--queries", type=int, default=50)
    parser.add_argument("--seed", type=int, default=5)
    parser.add_argument("--check", type=int, default=0)
    options = parser.parse_args()
    chance = random.Random(options.seed)
    with (
        Glossary.open(options.memory, create=False, lexicon=Lexicon.none()) as glossary,
        closing(sqlite3.connect(options.memory)) as connection,
    ):
        glossary.concordance("a")
        describe(connection)
        texts = sample(connection, options.side, chance)
        print(f"{'':10}" + "".join(f"{kind:>26}" for kind in ("random", "frequent", "rare", "absent")))
        for length in LENGTHS:
            parts = [part_of(texts, length, chance) for _ in range(options.queries)]
            measured = [(part, *timed(glossary, part, options.side)) for part in parts]
            groups = {
                "random": [seconds for _, seconds, _ in measured],
                "frequent": [seconds for _, seconds, hits in measured if hits == PAGE],
                "rare": [seconds for _, seconds, hits in measured if hits < PAGE],
                "absent": absent(glossary, texts, length, options, chance),
            }
            print(f"{length:2} char.  " + "".join(f"{told(seconds):>26}" for seconds in groups.values()))
            for part in parts[: options.check]:
                check(glossary, connection, part, options.side)


def describe(connection: sqlite3.Connection) -> None:
    (units, text) = connection.execute(
        "SELECT count(*), sum(length(CAST(source AS BLOB)) + length(CAST(target AS BLOB))) FROM unit"
    ).fetchone()
    (blocks,) = connection.execute("SELECT count(*) FROM substring_block").fetchone()
    (index,) = connection.execute("SELECT coalesce(sum(length(bits)), 0) FROM substring_slice").fetchone()
    print(f"{units:,} units, {text / 1e6:.0f} MB of text; index {index / 1e6:.0f} MB in {blocks} blocks")


def sample(connection: sqlite3.Connection, side: str, chance: random.Random) -> list[str]:
    (last,) = connection.execute("SELECT max(id) FROM unit").fetchone()
    found: list[str] = []
    while len(found) < 2000:
        row = connection.execute(
            f"SELECT {side} FROM unit WHERE id >= ? ORDER BY id LIMIT 1", (chance.randint(1, last),)
        ).fetchone()
        found.append(row[0])
    return found


def part_of(texts: list[str], length: int, chance: random.Random) -> str:
    while True:
        text = chance.choice(texts)
        start = chance.randrange(max(1, len(text) - length + 1))
        part = text[start : start + length]
        if len(part) == length and part == part.strip():
            return part


def timed(glossary: Glossary, text: str, side: str) -> tuple[float, int]:
    began = time.thread_time()
    hits = glossary.concordance(ConcordanceQuery(text, side=Side(side)), limit=PAGE)
    return time.thread_time() - began, len(hits)


def absent(
    glossary: Glossary, texts: list[str], length: int, options: argparse.Namespace, chance: random.Random
) -> list[float]:
    found: list[float] = []
    for _ in range(options.queries * TRIES if length > 1 else 0):
        half = length // 2
        text = part_of(texts, half, chance) + part_of(texts, length - half, chance)
        seconds, hits = timed(glossary, text, options.side)
        if not hits:
            found.append(seconds)
        if len(found) == options.queries:
            break
    return found or [timed(glossary, "龘" * length, options.side)[0]]


def told(seconds: list[float]) -> str:
    if not seconds:
        return "–"
    times = sorted(1000 * one for one in seconds)
    return f"{times[len(times) // 2]:.2f} (max {times[-1]:.0f}, n {len(times)})"


def check(glossary: Glossary, connection: sqlite3.Connection, part: str, side: str) -> None:
    wanted = search_text(part)
    rows = connection.execute(
        f"SELECT id, {side} FROM unit WHERE status <> 'rejected' AND source <> '' AND target <> ''"
    )
    expected = {row[0] for row in rows if wanted.places(row[1])}
    hits = glossary.concordance(ConcordanceQuery(part, side=Side(side)), limit=None)
    found = {hit.unit.id for hit in hits if not hit.term}
    if found != expected:
        raise SystemExit(f"{part!r}: found {len(found):,} units of {len(expected):,}")


if __name__ == "__main__":
    main()
