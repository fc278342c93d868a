"""How fast a large memory comes in and goes out, and how much storage that takes.

    python benchmarks/interchange.py [200000] [--rich] [--keep FOLDER]

A TMX file of so many units, each with an id, a date and a prop, is made, imported into an empty store with its index,
and exported as TMX and JSON lines. With `--rich` each unit has its own dates, people, a note, neighbours, a place in a
document and several props; every fourth has signs to be escaped, every tenth inline tags. Each step runs in a process
of its own, whose CPU time and peak are measured.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from datetime import UTC, datetime, timedelta
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


SCENE = "第{0}場面で、勇者は{1}番目の扉を開けた。"
FIRST_MOMENT = datetime(2024, 1, 1, tzinfo=UTC)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("units", type=int, nargs="?", default=200_000)
    parser.add_argument("--rich", action="store_true", help="say much of each unit")
    parser.add_argument("--keep", type=Path, help="keep the files in this folder")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = options.keep or Path(temporary)
        made = folder / "made.tmx"
        make(made, options.units, rich=options.rich)
        print(f"file         {options.units:,} units, {made.stat().st_size / 1e6:.0f} MB")
        database = folder / "memory.db"
        database.unlink(missing_ok=True)
        for step, file in (("import", made), ("export", folder / "out.tmx"), ("export", folder / "out.jsonl")):
            measure(step, database, file)


def make(path: Path, count: int, *, rich: bool) -> None:
    with path.open("w", encoding="utf-8") as stream:
        stream.write(HEAD)
        stream.writelines((rich_unit if rich else plain_unit)(number) for number in range(count))
        stream.write("</body>\n</tmx>\n")


def plain_unit(number: int) -> str:
    return (
        f'<tu tuid="u{number}" creationdate="20240101T000000Z"><prop type="x-scene">s{number % 97}</prop>\n'
        f'<tuv xml:lang="ja"><seg>{SCENE.format(number, number % 13)}</seg></tuv>\n'
        f'<tuv xml:lang="en"><seg>In scene {number}, the hero opened door {number % 13}.</seg></tuv></tu>\n'
    )


def rich_unit(number: int) -> str:
    created, changed = (f"{FIRST_MOMENT + timedelta(seconds=number * step):%Y%m%dT%H%M%SZ}" for step in (61, 307))
    before, source, after = (SCENE.format(one, one % 13) for one in (number - 1, number, number + 1))
    if number % 10 == 0:
        source = f'<bpt i="1">&lt;i&gt;</bpt>{source}<ept i="1">&lt;/i&gt;</ept>'
    more = "そして&lt;b&gt;剣&lt;/b&gt;を取った。" if number % 4 == 0 else ""
    alignment = (
        f'{{"number":{number},"source_span":[{number},{number + 20}],"score":{50 + number % 50}.5,"shape":"1-1"}}'
    )
    return (
        f'<tu tuid="u{number}" creationdate="{created}" changedate="{changed}" lastusagedate="{changed}"'
        f' creationid="佐藤" changeid="suzuki" usagecount="{number % 5 + 1}"><note>確認済み</note>\n'
        f'<prop type="x-document">scene/{number // 500}.ja.txt</prop><prop type="x-previous">{before}</prop>\n'
        f'<prop type="x-following">{after}</prop><prop type="x-alignment">{alignment}</prop>\n'
        f'<prop type="x-scene">s{number % 97}</prop><prop type="x-project">勇者の旅</prop>\n'
        f'<tuv xml:lang="ja"><seg>{source}{more}</seg></tuv>\n'
        f'<tuv xml:lang="en"><note>checked</note><seg>In scene {number}, the hero opened a door.</seg></tuv></tu>\n'
    )


def measure(step: str, database: Path, file: Path) -> None:
    command = [sys.executable, "-c", MEASURED, step, str(database), str(file)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    found = json.loads(done.stdout)
    rate = found["units"] / found["seconds"]
    print(f"{step + ' ' + file.suffix:12} {rate:,.0f} units/s of CPU time, peak {found['peak']:.0f} MB")


if __name__ == "__main__":
    main()
