"""A writer that is killed at any moment leaves a sound file whose index still misses nothing."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from rnk_gloss.model.side import Side
from rnk_gloss.store.connection import open_database
from rnk_gloss.store.fuzzy import upkeep
from rnk_gloss.store.health import faults
from tests.store.test_fuzzy_index import by_index, by_reading

WRITER = """
import random, sys
from pathlib import Path
from rnk_gloss.store.connection import open_database
from rnk_gloss.store.fuzzy import upkeep
from tests.store.test_fuzzy_index import add, as_it_is, edited, texts_of, write
from tests.store.test_fuzzy_sides import add_targets, spaced

chance = random.Random(int(sys.argv[2]))
connection = open_database(Path(sys.argv[1]))
if int(sys.argv[2]) == 1:
    upkeep.reindex(connection, as_it_is, side="target")
print("ready", flush=True)
while True:
    texts = texts_of("日本語の条約", 60, chance)
    add(connection, texts)
    add_targets(connection, spaced(texts))
    with write(connection, "edit", at="", author="") as writer:
        units = [row[0] for row in connection.execute("SELECT id FROM unit")]
        for _ in range(10):
            text = edited(chance.choice(texts), "日本語の条約", chance)
            writer.update("unit", chance.choice(units), {"source": text, "match_key": text})
            writer.update("unit", chance.choice(units), {"target": " ".join(text)})
        writer.delete("unit", chance.choice(units))
    if chance.random() < 0.5:
        upkeep.take_in_tail(connection, as_it_is)
"""


@pytest.mark.skipif(os.name != "posix", reason="kills with a signal")
def test_lookups_are_right_after_a_writer_was_killed(path: Path) -> None:
    paths = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    chance = random.Random(3)
    for number in range(4):
        command = [sys.executable, "-c", WRITER, str(path), str(number)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, env=paths) as writer:
            assert writer.stdout is not None
            assert writer.stdout.readline() == b"ready\n"
            time.sleep(chance.uniform(0.2, 0.6))
            writer.send_signal(signal.SIGKILL)
        connection = open_database(path)
        assert faults(connection) == []
        assert upkeep.sides(connection) == (("source",) if number == 0 else ("source", "target"))
        shelves: list[tuple[Side, str]] = [("source", "ja"), ("target", "en")]
        for side, language in shelves[: len(upkeep.sides(connection))]:
            texts = [row[0] for row in connection.execute(f"SELECT {side} FROM unit")]
            assert texts
            for query in chance.sample(texts, min(8, len(texts))):
                expected = by_reading(connection, query, 70, language, side)
                assert by_index(connection, query, 70, language, side) == expected
        connection.close()
