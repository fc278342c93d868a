"""How fast translations are looked up (`lookup --side target`), and that none is missed.

    python benchmarks/reverse_lookup.py 100000 --memory pairs.tsv [--queries 200] [--minimum 70] [--recall 20]

The units are the pairs of a table (Japanese, tab, English); further ones are made of them, the first words of one
joined to the last of another or words exchanged, until there are as many as asked for. Queries are targets with up to
three in ten words edited. Times are CPU time, those of lookups of the asking thread.
"""

from __future__ import annotations

import argparse
import random
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from rnk_gloss import Glossary
from rnk_gloss.lexicon.dictionary import Lexicon
from rnk_gloss.service.recall import check_recall
from rnk_gloss.service.upkeep import reindex

Pair = tuple[str, str]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("units", type=int)
    parser.add_argument("--memory", type=Path, required=True)
    parser.add_argument("--queries", type=int, default=200)
    parser.add_argument("--minimum", type=int, default=70)
    parser.add_argument("--recall", type=int, default=20, help="queries that are compared with reading every unit")
    options = parser.parse_args()
    chance = random.Random(20240619)
    memory = grown(list(read_pairs(options.memory)), options.units, chance)
    queries = [edited(chance.choice(memory)[1], memory, chance) for _ in range(options.queries)]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "memory.db"
        with Glossary.open(path, lexicon=Lexicon.none()) as glossary:
            glossary.add_units(memory)
            size, began = stored(glossary, path), time.process_time()
            reindex(glossary.workspace, side="target")
            took = time.process_time() - began
            text = sum(len(target.encode()) for _, target in memory)
            print(
                f"built        {len(memory):,} targets in {took:.1f} s CPU,"
                f" {(stored(glossary, path) - size) / 1e6:.0f} MB for {text / 1e6:.0f} MB of English"
            )
            measure(glossary, queries, options.minimum)
            if options.recall:
                report = check_recall(glossary.workspace, options.recall, minimum=options.minimum, side="target")
                print(f"recall       {report.found:,} of {report.expected:,} matches of {report.queries} queries")


def stored(glossary: Glossary, path: Path) -> int:
    glossary.workspace.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return path.stat().st_size


def measure(glossary: Glossary, queries: list[str], minimum: int) -> None:
    for query in queries[:20]:
        glossary.lookup(query, minimum=minimum, side="target")
    times = []
    for query in queries:
        began = time.thread_time()
        glossary.lookup(query, minimum=minimum, side="target")
        times.append(1000 * (time.thread_time() - began))
    times.sort()
    p50, p95, p99 = (times[min(len(times) - 1, int(share * len(times)))] for share in (0.5, 0.95, 0.99))
    print(f"lookup       p50 {p50:.2f} ms, p95 {p95:.2f} ms, p99 {p99:.2f} ms")


def read_pairs(path: Path) -> Iterator[Pair]:
    for line in path.read_text(encoding="utf-8").split("\n"):
        japanese, tab, english = line.partition("\t")
        if tab:
            yield japanese, english


def grown(pairs: list[Pair], count: int, chance: random.Random) -> list[Pair]:
    found = {target: source for source, target in pairs[:count]}
    sentences = [words for _, target in pairs if len(words := target.split()) > 5]
    while len(found) < count:
        first, second = chance.choice(sentences), chance.choice(sentences)
        text = " ".join(first[: chance.randrange(1, len(first))] + second[chance.randrange(1, len(second)) :])
        found.setdefault(edited(text, pairs, chance) if chance.random() < 1 / 3 else text, f"例文{len(found)}")
    return [(source, target) for target, source in found.items()]


def edited(text: str, pairs: list[Pair], chance: random.Random) -> str:
    words = text.split() or ["x"]
    for _ in range(chance.randrange(1, max(2, len(words) * 3 // 10))):
        place, change = chance.randrange(len(words)), chance.random()
        other = chance.choice(chance.choice(pairs)[1].split() or ["x"])
        if change < 0.4:
            words[place] = other
        elif change < 0.7 and len(words) > 1:
            del words[place]
        else:
            words.insert(place, other)
    return " ".join(words)


if __name__ == "__main__":
    main()
