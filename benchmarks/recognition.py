"""How fast the terms of a glossary are recognised in a text.

    python benchmarks/recognition.py [--terms 10000 100000] [--text FILE]

The terms are words of the installed dictionary (JMdict) or, without one, compounds made of the words of the samples;
the segments are the sentences of a text or else of `samples/`. *Cold*: for each segment anew, nothing of the glossary
is in memory. *First pass*: one open glossary, every segment is new. *Warm*: every segment was asked before. Times are
CPU time of the asking thread, without the loading of the analyser of words, which is said apart.
"""

from __future__ import annotations

import argparse
import random
import re
import sqlite3
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from rnk_gloss import Glossary, split_sentences
from rnk_gloss.lexicon.dictionary import Lexicon
from rnk_gloss.lexicon.location import lexicon_path
from rnk_gloss.model.entry import Usage
from rnk_gloss.service.recognition import RecognitionCache, recognise
from rnk_gloss.store.entry_changes import add_entry, put_target
from rnk_gloss.text import tokens
from rnk_gloss.text.normalise import fold_key

SAMPLES = Path(__file__).parent.parent / "samples" / "ja"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--terms", type=int, nargs="+", default=[10_000, 100_000])
    parser.add_argument("--text", type=Path)
    options = parser.parse_args()
    paths = [options.text] if options.text else sorted(SAMPLES.glob("*.txt"))
    segments = [one for path in paths for one in split_sentences(path.read_text(encoding="utf-8"), "ja")]
    words = headwords() or compounds(segments, max(options.terms))
    began = time.thread_time()
    tokens.words("分析", "A")
    print(f"analyser     loaded in {1000 * (time.thread_time() - began):.0f} ms")
    print(f"segments     {len(segments)}, of {sum(map(len, segments)) / len(segments):.1f} characters")
    for count in options.terms:
        with tempfile.TemporaryDirectory() as folder:
            measure(Path(folder) / "glossary.db", words[:count], segments)


def measure(path: Path, terms: list[str], segments: list[str]) -> None:
    with Glossary.open(path, lexicon=Lexicon.none()) as glossary:
        began = time.thread_time()
        with glossary.workspace.writing("benchmark") as writer:
            for term in terms:
                key = add_entry(writer, {"source": term}, fold=fold_key(term), romaji="", languages=("ja", "en"))
                put_target(writer, key, f"{term} in English", Usage.PREFERRED)
            written = time.thread_time()
        keyed = time.thread_time()
    size = path.stat().st_size / 1e6
    print(
        f"{len(terms):,} terms: written in {written - began:.1f} s, keys in {keyed - written:.1f} s, file {size:.1f} MB"
    )
    with Glossary.open(path, lexicon=Lexicon.none()) as glossary:
        began = time.thread_time()
        glossary.recognise(segments[0])
        print(f"  first of a new connection  {1000 * (time.thread_time() - began):.2f} ms")
        connection = glossary.workspace.connection
        found = sum(len(glossary.recognise(segment)) for segment in segments)
        report("cold", segments, lambda segment: recognise(connection, RecognitionCache(), segment))
        cache = RecognitionCache()
        report("first pass", segments, lambda segment: recognise(connection, cache, segment))
        report("warm", segments, lambda segment: recognise(connection, cache, segment))
        print(f"  found                      {found / len(segments):.1f} terms in a segment")


def report(name: str, segments: list[str], ask: Callable[[str], object]) -> None:
    times = []
    for segment in segments:
        began = time.thread_time()
        ask(segment)
        times.append(1000 * (time.thread_time() - began))
    times.sort()
    print(
        f"  {name:26} mean {sum(times) / len(times):.2f} ms, p50 {times[len(times) // 2]:.2f} ms,"
        f" p95 {times[int(len(times) * 0.95)]:.2f} ms"
    )


def headwords() -> list[str]:
    """Words of the dictionary of two to twenty characters, none all in hiragana, always in the same random order."""
    path = lexicon_path()
    if not path.exists():
        return []
    with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as connection:
        words = [
            row[0] for row in connection.execute("SELECT DISTINCT form FROM form WHERE length(form) BETWEEN 2 AND 20")
        ]
    words.sort()
    random.Random(3).shuffle(words)
    return words


def compounds(segments: list[str], count: int) -> list[str]:
    """Compounds of the runs of kanji and katakana that stand in the segments."""
    chance = random.Random(3)
    runs = sorted({run for segment in segments for run in re.findall("[一-龠々]{2,4}|[ァ-ヺー]{3,}", segment)})
    found = dict.fromkeys(runs)
    while len(found) < count:
        found["".join(chance.sample(runs, chance.choice((2, 2, 3))))] = None
    words = list(found)
    chance.shuffle(words)
    return words


if __name__ == "__main__":
    main()
