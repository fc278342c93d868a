"""How fast the list of terms answers while a filter is typed.

    python benchmarks/terms_filter.py [--entries 100000] [--database FILE]

The entries are words of the installed dictionary (JMdict) with their readings and English or, without one, compounds
made of the words of the samples; half of them have a variant and each stands in three places of 200 documents on
average. Each time is that of reading the ids in order, best and median of several, CPU time of the asking thread.
"""

from __future__ import annotations

import argparse
import random
import re
import sqlite3
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from rnk_gloss import Glossary
from rnk_gloss.lexicon.location import lexicon_path
from rnk_gloss.model.selection import DEFAULT_CUT, EntryOrder, EntrySelection
from rnk_gloss.service.filter_language import filtered
from rnk_gloss.store.door import Writer
from rnk_gloss.text.normalise import fold_key
from rnk_gloss.text.readings import romaji

SAMPLES = Path(__file__).parent.parent / "samples" / "ja"
TYPED = (
    "", "条", "条約", "ち", "ちょう", "cho", "zyouyaku", "a", "of", "international treaty",
    "international treaty system", "kokusai 条約", "status:approved", "score:>80", "score:50-70 -条", "count:>10",
    "doc:document-0", "has:variant", "has:english -has:note", "subject:law a", '"国際"', "絶対にない語",
)  # fmt: skip
ROUNDS = 7
DOCUMENTS = 200


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--entries", type=int, default=100_000)
    parser.add_argument("--database", type=Path, help="where the made glossary is kept, or read again")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = options.database or Path(folder) / "glossary.db"
        if not path.exists():
            write_store(path, options.entries)
        with Glossary.open(path) as glossary:
            for order in (EntryOrder.SCORE, *(order for order in EntryOrder if order is not EntryOrder.SCORE)):
                everything = EntrySelection(order=order)
                print(f"{'all, by ' + order:34} {timed(glossary, everything)}")
            candidates = EntrySelection(minimum_score=DEFAULT_CUT)
            for typed in TYPED:
                print(f"{typed or '(nothing)':34} {timed(glossary, filtered(candidates, typed))}")


def timed(glossary: Glossary, selection: EntrySelection) -> str:
    times = []
    count = 0
    for _ in range(ROUNDS):
        began = time.thread_time()
        count = len(glossary.entry_ids(selection))
        times.append(1000 * (time.thread_time() - began))
    return f"best {min(times):6.1f} ms, median {median(times):6.1f} ms, {count:7,} entries"


def write_store(path: Path, count: int) -> None:
    chance = random.Random(7)
    words = list(made_words(count, chance))
    with Glossary.open(path) as glossary, glossary.workspace.writing("benchmark") as writer:
        documents(writer)
        subjects = ("law", "diplomacy", "software", "medicine", "")
        entry_columns = (
            "source", "fold", "reading", "romaji", "category", "subject", "status", "score", "source_language",
            "target_language", "created_at", "created_by", "changed_at", "changed_by",
        )  # fmt: skip
        writer.insert_many(
            "entry",
            entry_columns,
            (
                (
                    source, fold_key(source), reading, romaji(reading), "noun", chance.choice(subjects),
                    chance.choices(("candidate", "approved", "rejected"), (90, 7, 3))[0], chance.uniform(20, 100), "ja",
                    "en", writer.at, "", writer.at, "",
                )
                for source, reading, _ in words
            ),
        )  # fmt: skip
        writer.insert_many(
            "target",
            ("entry", "position", "text", "score", "origin"),
            (
                (key, place, text, 80.0, "dictionary")
                for key, (_, _, english) in enumerate(words, start=1)
                for place, text in enumerate(english)
            ),
        )
        writer.insert_many(
            "variant",
            ("entry", "text", "fold", "kind"),
            ((key, reading, reading, "kana") for key, (_, reading, _) in enumerate(words, start=1) if key % 2),
        )
        writer.insert_many("occurrence", OCCURRENCE, occurrences(words, chance))


OCCURRENCE = ("entry", "document", "sentence", "form", "start", "end", "original_start", "original_end")


def occurrences(words: list[tuple[str, str, list[str]]], chance: random.Random) -> Iterator[tuple[int | str, ...]]:
    for key, (source, _, _) in enumerate(words, start=1):
        # A few terms stand everywhere, most of them once or twice.
        for _ in range(min(int(chance.paretovariate(1.1)), 500)):
            document = chance.randrange(1, DOCUMENTS + 1)
            start = chance.randrange(20_000)
            yield key, document, document, source, 0, len(source), start, start + len(source)


def documents(writer: Writer) -> None:
    for number in range(1, DOCUMENTS + 1):
        fields = {
            "path": f"texts/document-{number:03}.txt", "language": "ja", "format": "plain", "encoding": "utf-8",
            "digest": str(number), "characters": 20_000, "extractor": "", "extracted_at": writer.at,
        }  # fmt: skip
        key = writer.insert("document", fields)
        writer.insert(
            "sentence",
            {"document": key, "number": 1, "paragraph": 1, "kind": "text", "text": "一文。", "start": 0, "end": 3},
        )


def made_words(count: int, chance: random.Random) -> Iterator[tuple[str, str, list[str]]]:
    """Words with a reading and one to four English words, always the same ones."""
    path = lexicon_path()
    forms = ["語", "用語", "条約", "国際", "翻訳", "辞書", "監査", "制度"]
    english = ["word", "term", "treaty", "international", "translation", "dictionary", "audit", "system"]
    if path.exists():
        with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as connection:
            forms = [row[0] for row in connection.execute("SELECT DISTINCT form FROM form WHERE length(form) < 20")]
        forms.sort()
        chance.shuffle(forms)
    else:
        texts = " ".join(one.read_text(encoding="utf-8") for one in sorted(SAMPLES.glob("*.txt")))
        forms += sorted(set(re.findall("[一-龠々]{2,4}|[ァ-ヺー]{3,}", texts)))
    syllables = [
        "こ",
        "く",
        "さい",
        "じょう",
        "やく",
        "けい",
        "ざい",
        "ちょう",
        "し",
        "ん",
        "と",
        "りょ",
        "ほう",
        "らー",
    ]
    for number in range(count):
        source = forms[number] if number < len(forms) else "".join(chance.sample(forms, 2))
        reading = "".join(chance.choices(syllables, k=chance.randint(2, 6)))
        targets = {" ".join(chance.choices(english, k=chance.randint(1, 4))) for _ in range(chance.randint(1, 4))}
        yield source, reading, sorted(targets)


if __name__ == "__main__":
    main()
