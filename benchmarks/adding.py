"""How fast a memory grows, and how much room it and its index take.

    python benchmarks/adding.py 100000 [--memory pairs.tsv] [--keep FILE]

So many units, made as those of `lookup.py`, are added to an empty store; then the index is built anew, and single
units are added and edited. Times are CPU time. An addition waits for the disk besides.
"""

from __future__ import annotations

import argparse
import random
import resource
import sqlite3
import statistics
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from lookup import grown, read_pairs

from rnk_gloss import Glossary
from rnk_gloss.lexicon.dictionary import Lexicon
from rnk_gloss.service.upkeep import reindex
from rnk_gloss.store.unit_changes import edit_unit
from rnk_gloss.text.match_key import match_key

SINGLE = 300
INDEX = ("fuzzy_run", "fuzzy_slice", "fuzzy_units", "fuzzy_marks", "fuzzy_tail", "fuzzy_state")
HISTORY = ("change", "change_operation", "change_row", "change_rows")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("units", type=int)
    parser.add_argument("--memory", type=Path)
    parser.add_argument("--keep", type=Path, help="keep the store in this file, which must not be there")
    options = parser.parse_args()
    chance = random.Random(20240619)
    memory = grown(list(read_pairs(options.memory)), options.units, chance)
    text = sum(len(one.encode()) for pair in memory for one in pair)
    with tempfile.TemporaryDirectory() as folder:
        path = options.keep or Path(folder) / "memory.db"
        with Glossary.open(path, lexicon=Lexicon.none()) as glossary:
            connection = glossary.workspace.connection
            seconds = timed(lambda: glossary.add_units(memory))
            print(f"added        {len(memory):,} units in {seconds:.1f} s, {1e6 * seconds / len(memory):.0f} µs each")
            seconds = timed(lambda: reindex(glossary.workspace, side="source"))
            print(f"index anew   {seconds:.1f} s, {1e6 * seconds / len(memory):.0f} µs for each unit")
            added = [timed(lambda: glossary.add_units([("新しい文書を参照すること。", "x")])) for _ in range(SINGLE)]
            edited = [timed(lambda: edit(glossary, 1 + chance.randrange(len(memory)))) for _ in range(SINGLE)]
            for name, times in (("one added", added), ("one edited", edited)):
                print(f"{name:12} {1000 * statistics.median(times):.2f} ms, at most {1000 * max(times):.1f} ms")
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            print(
                f"room         file {path.stat().st_size / 1e6:.0f} MB for {text / 1e6:.0f} MB of text; index"
                f" {room(connection, INDEX)}, sources {room(connection, ['unit_source'])}, units"
                f" {room(connection, ['unit'])}, history {room(connection, HISTORY)}"
            )
    print(f"memory       at most {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


def timed(work: Callable[[], object]) -> float:
    began = time.process_time()
    work()
    return time.process_time() - began


def edit(glossary: Glossary, key: int) -> None:
    with glossary.workspace.writing("edit") as writer:
        edit_unit(writer, key, source="この項目は改められた。", target=None, note=None, key_of=match_key)


def room(connection: sqlite3.Connection, tables: Sequence[str]) -> str:
    """The pages of these tables and indexes, where SQLite was built so that it can tell."""
    places = ", ".join("?" for _ in tables)
    try:
        row = connection.execute(f"SELECT sum(pgsize) FROM dbstat WHERE name IN ({places})", list(tables)).fetchone()
    except sqlite3.OperationalError:
        return "unknown"
    return f"{row[0] / 1e6:.0f} MB"


if __name__ == "__main__":
    main()
