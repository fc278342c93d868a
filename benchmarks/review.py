"""How quickly the review terminal answers on a large glossary, and how much memory it takes.

    python benchmarks/review.py 100000 [--keep FILE] [--start] [--lookups]

A glossary with so many entries and so many segments of one document is written; each screen is opened in a process of
its own, without a terminal. *First paint*: from the application's start to the first row, and *whole list*: until all
rows and figures are there. *A key*: from a press of j to the painted line of the next row, at the beginning and after a
jump to the end; *merge*: the same of m, for two segments. *Filter*: from a text in the filter, without the rest of 150
ms that is waited for more, to the whole list. Times are of the clock and, in brackets, CPU time; medians. *Memory*:
what the process holds more than on an empty glossary. With --start, the whole `rnk-gloss review` in a pseudo terminal,
to the first row; with --lookups, lookups on the third screen, whose indexes are built before.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from lookup import edited, grown, read_pairs

from rnk_gloss import Glossary
from rnk_gloss.lexicon.dictionary import Lexicon
from rnk_gloss.model.document import Document
from rnk_gloss.service.upkeep import reindex
from rnk_gloss.store.documents import put_document
from rnk_gloss.store.door import Writer, write
from rnk_gloss.store.term_keys import take_in_tail
from rnk_gloss.text.match_key import match_key
from rnk_gloss.text.readings import romaji

SCREENS = ("terms", "segments")
FILTERS = ("条約", "yougo", "treaty 7", "ようご", "まったくない")
KEYS = 40
MERGES = 7
WORDS = ("条約", "用語", "制裁", "会議", "対訳", "収穫", "湿度", "貯蔵庫", "翻訳", "編集", "申請", "港湾")
READINGS = ("じょうやく", "ようご", "せいさい", "かいぎ", "たいやく", "しゅうかく")
ENGLISH = ("treaty", "term", "sanction", "meeting", "bitext", "harvest", "humidity", "cellar", "request", "port")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("count", type=int)
    parser.add_argument("--keep", type=Path, help="write the glossary here, or use it where it is there already")
    parser.add_argument("--start", action="store_true")
    parser.add_argument("--lookups", action="store_true")
    parser.add_argument("--screen", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.screen:
        print(json.dumps(asyncio.run(measure(options.keep, options.screen))))
        return
    with tempfile.TemporaryDirectory() as folder:
        empty = Path(folder) / "empty.db"
        Glossary.open(empty, lexicon=Lexicon.none()).close()
        path = options.keep or Path(folder) / "large.db"
        if not path.exists():
            write_large(path, options.count)
        for screen in SCREENS:
            bare, full = (in_a_process(one, screen) for one in (empty, path))
            print(f"{screen}: memory {full['memory'] - bare['memory']:.0f} MB over {bare['memory']:.0f} MB")
            for what, value in full["times"].items():
                print(f"  {what:14} {value}")
        if options.lookups:
            with Glossary.open(path, lexicon=Lexicon.none()) as glossary:
                reindex(glossary.workspace)
                glossary.concordance("条約")
            for what, value in in_a_process(path, "lookup")["times"].items():
                print(f"lookup: {what:14} {value}")
        if options.start:
            print(f"start: {starts(path)}")


def write_large(path: Path, count: int) -> None:
    """A glossary with so many entries, each with an English term, and so many segments of one document."""
    # By the store's own door, which does not build what only lookups ask for; the checks of a segment need the terms.
    with Glossary.open(path, lexicon=Lexicon.none()) as glossary:
        connection = glossary.workspace.connection
        with write(connection, "benchmark", at="2026-01-01T00:00:00Z", author="") as writer:
            write_entries(writer, count)
            write_segments(writer, count)
        take_in_tail(connection)


def write_entries(writer: Writer, count: int) -> None:
    columns = ("source", "fold", "reading", "romaji", "category", "score", "source_language",
               "target_language", "created_at", "created_by", "changed_at", "changed_by")  # fmt: skip
    dice = random.Random(1)
    spoken = {reading: romaji(reading) for reading in READINGS}
    rows = []
    for number in range(count):
        source = f"{dice.choice(WORDS)}{dice.choice(WORDS)}{number:06}"
        reading = dice.choice(READINGS)
        rows.append((source, source, reading, spoken[reading], "noun", 99 - 40 * number / count,
                     "ja", "en", writer.at, "", writer.at, ""))  # fmt: skip
    writer.insert_many("entry", columns, rows)
    targets = ((key, 0, f"{dice.choice(ENGLISH)} {key}") for key in range(1, count + 1))
    writer.insert_many("target", ("entry", "position", "text"), targets)


def write_segments(writer: Writer, count: int) -> None:
    document = Document("large.ja.txt", "ja", "plain", "utf-8", "digest", "", ())
    key, _ = put_document(writer, document, [], subject="", extractor="benchmark")
    columns = ("source", "target", "match_key", "source_language", "target_language", "status", "origin", "document",
               "number", "score", "shape", "created_at", "created_by", "changed_at", "changed_by")  # fmt: skip
    texts = units(count)
    for start in range(0, count, 50_000):
        writer.insert_many("unit", columns, (
            (source, target, match_key(source, "ja"), "ja", "en", "candidate", "alignment", key, number,
             number % 997 / 10, "1-1", writer.at, "", writer.at, "")
            for number, (source, target) in enumerate(texts[start : start + 50_000], start=start)
        ))  # fmt: skip


def units(count: int) -> list[tuple[str, str]]:
    """Sentences of the samples and what can be made of their heads and tails, as in benchmarks/lookup.py."""
    return [
        (source, f"The {ENGLISH[number % len(ENGLISH)]} {number} is such.")
        for number, (source, _) in enumerate(grown(list(read_pairs(None)), count, random.Random(2)))
    ]


def in_a_process(path: Path, screen: str) -> dict[str, dict[str, str]]:
    command = [sys.executable, __file__, "0", "--keep", str(path), "--screen", screen]
    answer = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
    return dict(json.loads(answer.stdout.splitlines()[-1]))


async def measure(path: Path, screen: str) -> dict[str, object]:
    from rnk_gloss.tui.app import ReviewApp
    from rnk_gloss.tui.desk import Desk
    from rnk_gloss.tui.queue_screen import QueueScreen
    from rnk_gloss.tui.rows import RowList
    from rnk_gloss.tui.segments_screen import SegmentsScreen

    desk = Desk(path, author="")
    app = ReviewApp(desk, screen=screen)
    times: dict[str, str] = {}
    began = Watch()
    async with app.run_test(size=(120, 40)) as pilot:
        if screen == "lookup":
            return {"memory": 0, "times": await lookups(app, pilot)}
        while not (isinstance(app.screen, QueueScreen) and app.screen.query(RowList)):
            await asyncio.sleep(0)
        shown, rows = app.screen, app.screen.query_one(RowList)
        assert isinstance(shown, QueueScreen)
        while not rows.keys and not rows.placeholder:
            await asyncio.sleep(0.001)
        rows.render_line(0)
        times["first paint"] = f"{began}"
        await rest(app)
        times["whole list"] = f"{began}"
        await pilot.pause()
        if rows.keys:
            times["a key"] = await keys(rows, pilot)
            rows.action_last()
            await pilot.pause()
            rows.move_to(len(rows.keys) // 2)
            times["a key, inside"] = await keys(rows, pilot)
            if isinstance(shown, SegmentsScreen):
                times["merge"] = await merges(shown, pilot)
            for text in FILTERS:
                shown.filter_text = text
                watch = Watch()
                shown.reload()
                await rest(app)
                await pilot.pause(0)
                rows.render_line(0)
                times[f"filter {text}"] = f"{watch} for {len(rows.keys):,} rows"
    desk.close()
    return {"memory": memory(), "times": times}


async def merges(screen: object, pilot: object) -> str:
    from textual.pilot import Pilot

    from rnk_gloss.tui.segments_screen import SegmentsScreen

    assert isinstance(screen, SegmentsScreen)
    assert isinstance(pilot, Pilot)
    watches = []
    for _ in range(MERGES):
        watch = Watch()
        screen.action_merge()
        await pilot.pause(0)
        screen.rows.render_line(screen.rows.cursor * screen.rows.row_height - screen.rows.scroll_offset.y)
        watches.append(watch.read())
        screen.action_undo()
        await rest(screen.app)
        await pilot.pause()
    wall, cpu = (statistics.median(part) for part in zip(*watches, strict=True))
    return f"{wall:.0f} ms ({cpu:.0f} ms)"


def memory() -> float:
    """Megabytes that the process holds; on Linux without what it has mapped of files, which the system takes back."""
    status = Path("/proc/self/status")
    if status.exists():
        kilobytes = next(line for line in status.read_text().splitlines() if line.startswith("RssAnon:")).split()[1]
        return int(kilobytes) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


async def keys(rows: object, pilot: object) -> str:
    from textual.pilot import Pilot

    from rnk_gloss.tui.rows import RowList

    assert isinstance(rows, RowList)
    assert isinstance(pilot, Pilot)
    watches = []
    for _ in range(KEYS):
        watch = Watch()
        rows.action_down()
        # The message about the move is handled, the card and the contexts are read, and all is laid out.
        await pilot.pause(0)
        rows.render_line(rows.cursor * rows.row_height - rows.scroll_offset.y)
        watches.append(watch.read())
    wall, cpu = (statistics.median(part) for part in zip(*watches, strict=True))
    return f"{wall:.0f} ms ({cpu:.0f} ms)"


async def lookups(app: object, pilot: object) -> dict[str, str]:
    from textual.pilot import Pilot

    from rnk_gloss.tui.app import ReviewApp
    from rnk_gloss.tui.lookup_screen import LookupScreen
    from rnk_gloss.tui.text_input import TextInput

    assert isinstance(app, ReviewApp)
    assert isinstance(pilot, Pilot)
    await pilot.pause()
    shown = app.screen
    assert isinstance(shown, LookupScreen)
    times: dict[str, str] = {}
    dice = random.Random(3)
    asked = [*(edited(source, dice) for source, _ in units(2000)[-40:]), "条約", "署名の", "joyaku"]
    for round_name in ("first of all", "lookup"):
        watches: list[tuple[float, float]] = []
        for text in asked[:1] if round_name == "first of all" else asked:
            box = shown.query_one(TextInput)
            with box.prevent(TextInput.Changed):
                box.value = text
            watch = Watch()
            shown.look_up()
            await rest(app)
            await pilot.pause(0)
            watches.append(watch.read())
        walls = sorted(wall for wall, _ in watches)
        times[round_name] = f"median {statistics.median(walls):.0f} ms, at most {walls[-1]:.0f} ms"
    return times


async def rest(app: object) -> None:
    """Wait until no work is done in the background; what was superseded is of no interest."""
    from textual.app import App

    assert isinstance(app, App)
    while any(not worker.is_finished for worker in app.workers):
        await asyncio.sleep(0.001)


class Watch:
    """Time since it was made."""

    def __init__(self) -> None:
        self._wall, self._cpu = time.perf_counter(), time.process_time()

    def read(self) -> tuple[float, float]:
        """Milliseconds of the clock, and of CPU time."""
        return (time.perf_counter() - self._wall) * 1000, (time.process_time() - self._cpu) * 1000

    def __str__(self) -> str:
        wall, cpu = self.read()
        return f"{wall:.0f} ms ({cpu:.0f} ms)"


def starts(path: Path) -> str:
    sys.path.insert(0, str(Path(__file__).parent.parent))
    from tests.tui.terminal import Terminal

    walls = []
    for _ in range(5):
        began = time.perf_counter()
        with Terminal(["-m", "rnk_gloss.cli.main", "--db", str(path), "review"], folder=path.parent) as terminal:
            terminal.wait_for("000000")
            walls.append(time.perf_counter() - began)
    return f"{statistics.median(walls):.2f} s, at best {min(walls):.2f} s"


if __name__ == "__main__":
    main()
