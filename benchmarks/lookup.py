"""How fast the memory answers, and that it misses nothing.

    python benchmarks/lookup.py 100000 [--memory pairs.tsv] [--queries 200] [--minimum 70] [--recall 20] [--keep FILE]

The units are the pairs of a table (Japanese, tab, English) or else the sentences of `samples/`; further ones are made
of them, heads of one joined to tails of another and characters exchanged, until there are as many as asked for. Made
of so few sentences, they are more like each other than those of any real memory. Queries are units with up to three in
ten characters edited. Times are CPU time of the asking thread.
"""

from __future__ import annotations

import argparse
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from rnk_gloss import Glossary, split_sentences
from rnk_gloss.lexicon.dictionary import Lexicon
from rnk_gloss.service.recall import check_recall

SAMPLES = Path(__file__).parent.parent / "samples" / "ja"
SHORTEST = 5
Pair = tuple[str, str]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("units", type=int)
    parser.add_argument("--memory", type=Path)
    parser.add_argument("--queries", type=int, default=200)
    parser.add_argument("--minimum", type=int, default=70)
    parser.add_argument("--recall", type=int, default=20, help="queries that are compared with reading every unit")
    parser.add_argument("--keep", type=Path, help="keep the memory in this file, and use it when it is there")
    options = parser.parse_args()
    chance = random.Random(20240619)
    pairs = list(read_pairs(options.memory))
    memory = grown(pairs, options.units, chance)
    queries = [edited(chance.choice(memory)[0], chance) for _ in range(options.queries)]
    with tempfile.TemporaryDirectory() as folder:
        path = options.keep or Path(folder) / "memory.db"
        known = path.exists()
        with Glossary.open(path, lexicon=Lexicon.none()) as glossary:
            if not known:
                began = time.process_time()
                glossary.add_units(memory)
                text = sum(len(one.encode()) for pair in memory for one in pair)
                print(
                    f"added        {len(memory):,} units in {time.process_time() - began:.1f} s CPU, file"
                    f" {path.stat().st_size / 1e6:.0f} MB for {text / 1e6:.0f} MB of text"
                )
            measure(glossary, queries, options.minimum)
            print(f"command      {command_time(path, queries[:9]):.0f} ms CPU for one whole `rnk-gloss lookup`")
            if options.recall:
                report = check_recall(glossary.workspace, options.recall, minimum=options.minimum)
                print(f"recall       {report.found:,} of {report.expected:,} matches of {report.queries} queries")


def measure(glossary: Glossary, queries: list[str], minimum: int) -> None:
    for query in queries[:20]:
        glossary.lookup(query, minimum=minimum)
    times = []
    for query in queries:
        began = time.thread_time()
        glossary.lookup(query, minimum=minimum)
        times.append(1000 * (time.thread_time() - began))
    times.sort()
    shares = {"p50": 0.5, "p95": 0.95, "p99": 0.99}
    print(
        "lookup       "
        + ", ".join(
            f"{name} {times[min(len(times) - 1, int(share * len(times)))]:.2f} ms" for name, share in shares.items()
        )
    )


def command_time(path: Path, queries: list[str]) -> float:
    """Median CPU time of a whole process, from the start of Python to its end, in milliseconds."""
    times = []
    for query in queries:
        before = os.times()
        command = [sys.executable, "-m", "rnk_gloss.cli.main", "--db", str(path), "lookup", query]
        subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
        after = os.times()
        times.append(
            1000 * (after.children_user - before.children_user + after.children_system - before.children_system)
        )
    return statistics.median(times)


def read_pairs(path: Path | None) -> Iterator[Pair]:
    if path is None:
        for sample in sorted(SAMPLES.glob("*.txt")):
            for sentence in split_sentences(sample.read_text(encoding="utf-8"), "ja"):
                yield sentence, "x"
        return
    for line in path.read_text(encoding="utf-8").split("\n"):
        japanese, tab, english = line.partition("\t")
        if tab:
            yield japanese, english


def grown(pairs: list[Pair], count: int, chance: random.Random) -> list[Pair]:
    found = dict(pairs[:count])
    sources = [source for source, _ in pairs if len(source) >= SHORTEST]
    while len(found) < count:
        first, second = chance.choice(sources), chance.choice(sources)
        text = first[: chance.randrange(1, len(first))] + second[chance.randrange(1, len(second)) :]
        text = edited(text, chance) if chance.random() < 1 / 3 else text
        if len(text) >= SHORTEST:
            found.setdefault(text, "x")
    return list(found.items())


def edited(text: str, chance: random.Random) -> str:
    characters = list(text)
    for _ in range(chance.randrange(1, max(2, len(text) * 3 // 10))):
        place, change = chance.randrange(len(characters)), chance.random()
        if change < 0.4:
            characters[place] = chance.choice(text)
        elif change < 0.7 and len(characters) > 1:
            del characters[place]
        else:
            characters.insert(place, chance.choice(text))
    return "".join(characters)


if __name__ == "__main__":
    main()
