"""How fast a large memory comes in and goes out, and how much storage that takes.

    python benchmarks/interchange.py [200000] [--keep FOLDER]

A TMX file of so many units, each with an id, a date and a prop, is made, imported into an empty store with its index,
and exported as TMX and JSON lines. Each step runs in a process of its own, whose CPU time and peak are measured.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path

MEASURED = """
import json, resource, sys, time
from pathlib import Path
from rnk_gloss import Glossary
from rnk_gloss.lexicon.dictionary import Lexicon
step, database, file = sys.argv[1:]
with Glossary.open(database, lexicon=Lexicon.none()) as glossary:
    began = time.process_time()
    report = glossary.import_file(file) if step == "import" else glossary.export(file)
    seconds = time.process_time() - began
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
print(json.dumps({"units": report.units, "seconds": seconds, "peak": peak}))
"""
HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<tmx version="1.4">\n<header creationtool="benchmark"'
    ' creationtoolversion="1" segtype="sentence" o-tmf="none" adminlang="en" srclang="ja" datatype="plaintext"/>\n'
    "<body>\n"
)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("units", type=int, nargs="?", default=200_000)
    parser.add_argument("--keep", type=Path, help="keep the files in this folder")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = options.keep or Path(temporary)
        made = folder / "made.tmx"
        make(made, options.units)
        print(f"file         {options.units:,} units, {made.stat().st_size / 1e6:.0f} MB")
        database = folder / "memory.db"
        database.unlink(missing_ok=True)
        for step, file in (("import", made), ("export", folder / "out.tmx"), ("export", folder / "out.jsonl")):
            measure(step, database, file)


def make(path: Path, count: int) -> None:
    with path.open("w", encoding="utf-8") as stream:
        stream.write(HEAD)
        for number in range(count):
            stream.write(
                f'<tu tuid="u{number}" creationdate="20240101T000000Z"><prop type="x-scene">s{number % 97}</prop>\n'
                f'<tuv xml:lang="ja"><seg>第{number}場面で、勇者は{number % 13}番目の扉を開けた。</seg></tuv>\n'
                f'<tuv xml:lang="en"><seg>In scene {number}, the hero opened door {number % 13}.</seg></tuv></tu>\n'
            )
        stream.write("</body>\n</tmx>\n")


def measure(step: str, database: Path, file: Path) -> None:
    command = [sys.executable, "-c", MEASURED, step, str(database), str(file)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    found = json.loads(done.stdout)
    rate = found["units"] / found["seconds"]
    print(f"{step + ' ' + file.suffix:12} {rate:,.0f} units/s of CPU time, peak {found['peak']:.0f} MB")


if __name__ == "__main__":
    main()
