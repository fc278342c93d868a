"""The index of match keys: it never misses a unit, whoever wrote it."""

from __future__ import annotations

import random
import sqlite3
from pathlib import Path
from typing import TypeVar

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import Levenshtein

from rnk_gloss.model.entry import Status
from rnk_gloss.model.segment import Unit
from rnk_gloss.model.side import Shelf, Side
from rnk_gloss.service.memory import MemoryCache, likenesses
from rnk_gloss.store import history
from rnk_gloss.store.connection import open_database
from rnk_gloss.store.door import write
from rnk_gloss.store.fuzzy import array_counting, counting, search, signatures, upkeep
from rnk_gloss.store.fuzzy.counting import Stretch, at_least, planes
from rnk_gloss.store.fuzzy.counting import counted as counted_bits
from rnk_gloss.store.fuzzy.signatures import slices, slot_count, slots
from rnk_gloss.store.units import add_units, offered_keys_of_all
from rnk_gloss.text.match_key import MATCH_KEY_VERSION, match_key, match_keys
from rnk_gloss.text.match_words import counted

Given = TypeVar("Given")


def as_it_is(given: Given, _language: str) -> Given:
    """The key of a text, or the keys of several: the texts themselves."""
    return given


def add(
    connection: sqlite3.Connection, texts: list[str], language: str = "ja", keys_of: upkeep.KeysOf = as_it_is
) -> None:
    units = (Unit(text, "x", source_language=language) for text in texts)
    with write(connection, "add", at="2026-01-01T00:00:00Z", author="機械") as writer:
        add_units(writer, units, keys_of)


def by_index(
    connection: sqlite3.Connection, key: str, minimum: int, language: str = "ja", side: Side = "source"
) -> dict[int, float]:
    parts = likenesses(connection, MemoryCache(), key, minimum, Shelf(side, language))
    return {near.unit: near.likeness for _, part in parts for near in part}


def by_reading(
    connection: sqlite3.Connection, key: str, minimum: int, language: str = "ja", side: Side = "source"
) -> dict[int, float]:
    found = {}
    asked = counted(key, language)
    for identity, text in offered_keys_of_all(connection, Shelf(side, language), as_it_is):
        other = counted(text, language)
        longer, distance = max(len(asked), len(other)), Levenshtein.distance(asked, other)
        if 100 * distance <= (100 - minimum) * longer:
            found[identity] = 100 * (longer - distance) / longer
    return found


def texts_of(alphabet: str, count: int, chance: random.Random) -> list[str]:
    """Texts of many lengths, most of them edited from earlier ones."""
    found: list[str] = []
    for _ in range(count):
        if found and chance.random() < 0.6:
            found.append(edited(chance.choice(found), alphabet, chance))
        else:
            length = chance.choice([1, 2, 3, 5, 8, 16, 17, 33, 64, 65, 130, 300])
            found.append("".join(chance.choice(alphabet) for _ in range(length)))
    return found


def edited(text: str, alphabet: str, chance: random.Random) -> str:
    characters = list(text)
    for _ in range(chance.randrange(1, 6)):
        place, change = chance.randrange(len(characters) + 1), chance.random()
        if change < 0.35:
            characters.insert(place, chance.choice(alphabet))
        elif change < 0.7 and place < len(characters) > 1:
            del characters[place]
        elif place < len(characters):
            characters[place] = chance.choice(alphabet)
    return "".join(characters)


@pytest.mark.parametrize(
    "alphabet",
    [
        pytest.param("ab", id="two letters"),
        pytest.param("日本語のは", id="five characters"),
        pytest.param("😀𠮷あいう", id="beyond the basic plane"),
        pytest.param("アイウエオかきくけこ日本東京大学abcde0123", id="many"),
    ],
)
@pytest.mark.parametrize(
    ("least_for_numpy", "kept_from"),
    [
        pytest.param(0, 0, id="numpy"),
        pytest.param(2**60, 0, id="whole numbers"),
        pytest.param(2**60, 1, id="whole numbers in memory"),
    ],
)
def test_every_likeness_is_found_and_no_other(
    connection: sqlite3.Connection,
    alphabet: str,
    least_for_numpy: int,
    kept_from: int,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(search, "_BYTES_FOR_ARRAYS", least_for_numpy)
    monkeypatch.setattr(search, "_BYTES_BEFORE_LOADING", -1)
    monkeypatch.setattr(search, "_LOOKUPS_BEFORE_KEEPING", kept_from)
    chance = random.Random(11)
    texts = texts_of(alphabet, 900, chance)
    # A large run, small runs, one that is merged into another, and a tail.
    for start, end in ((0, 500), (500, 650), (650, 690), (690, 850)):
        add(connection, texts[start:end])
        upkeep.take_in_tail(connection, as_it_is)
    add(connection, texts[850:])
    for number in range(20):
        query = edited(chance.choice(texts), alphabet, chance) if number % 3 else chance.choice(texts)
        for minimum in (50, 60, 70, 85, 100):
            assert by_index(connection, query, minimum) == by_reading(connection, query, minimum), (query, minimum)


@pytest.mark.parametrize("few", [0, 10**6], ids=["with numpy", "without"])
def test_both_ways_to_make_slices_agree_with_the_slots(few: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(signatures, "_FEW", few)
    monkeypatch.setattr(signatures, "_FEW_FOR_NUMPY", few)
    texts = sorted(texts_of("ああい😀日本", 300, random.Random(5)), key=len)
    rows, frequencies = slices(texts, 1024)
    for place, text in enumerate(texts):
        assert {slot for slot, row in enumerate(rows) if row[place >> 3] >> (place & 7) & 1} == slots(text, 1024)
    assert list(frequencies) == [sum(byte.bit_count() for byte in row) for row in rows]


@given(st.lists(st.integers(0, 2**70 - 1), min_size=1, max_size=20), st.integers(1, 12))
def test_planes_hold_the_counts(numbers: list[int], minimum: int) -> None:
    counts = planes(numbers)
    expected = {bit: sum(number >> bit & 1 for number in numbers) for bit in range(72)}
    passed = at_least(counts, minimum, 2**72 - 1)
    assert dict(counted_bits(passed, counts, 9)) == {bit: count for bit, count in expected.items() if count >= minimum}


@given(
    st.lists(st.binary(min_size=24, max_size=24), min_size=1, max_size=40),
    st.lists(st.tuples(st.integers(0, 100), st.integers(1, 12)), max_size=4),
    st.integers(1, 4),
)
def test_numpy_counts_as_whole_numbers_do(contents: list[bytes], lengths: list[tuple[int, int]], at_once: int) -> None:
    stretches = [Stretch(min(stop, 192), least) for stop, least in sorted(lengths)] + [Stretch(192, 2)]
    bits = [sum(content[text >> 3] >> (text & 7) & 1 for content in contents) for text in range(192)]
    asked = [next(least for stop, least in stretches if text < stop) for text in range(192)]
    expected = [(text, count) for text, count in enumerate(bits) if count >= asked[text]]
    numbers = [int.from_bytes(content, "little") | 1 << 200 for content in contents]
    assert counting.texts_with(numbers, 24, stretches) == expected
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(array_counting, "_WORDS_AT_ONCE", at_once)
        texts, counts = array_counting.texts_with(contents, stretches)
    assert list(zip(texts.tolist(), counts.tolist(), strict=True)) == expected


def test_repeated_pairs_are_different_pairs() -> None:
    assert len(slots("はははは", 8192)) == 3
    assert slots("は", 8192) == set()


@pytest.mark.parametrize(
    ("length", "count"),
    [(1, 512), (16, 512), (17, 1024), (64, 1024), (65, 2048), (256, 4096), (257, 8192), (9999, 8192)],
)
def test_longer_texts_get_more_slots(length: int, count: int) -> None:
    assert slot_count(length) == count


def run_sizes(connection: sqlite3.Connection) -> list[int]:
    return [row[0] for row in connection.execute("SELECT units FROM fuzzy_run ORDER BY id")]


def test_small_runs_are_merged_and_large_ones_are_left(connection: sqlite3.Connection) -> None:
    texts = [f"条約の第{number}条" for number in range(1000)]
    for start, end in ((0, 700), (700, 720), (720, 750), (750, 760)):
        add(connection, texts[start:end])
        upkeep.take_in_tail(connection, as_it_is)
    assert run_sizes(connection) == [700, 50, 10]
    assert upkeep.tail_length(connection) == 0


def test_what_another_program_writes_is_found(connection: sqlite3.Connection, path: Path) -> None:
    add(connection, ["条約に署名した。", "制裁を延長した。", "会談は終わった。"], keys_of=match_keys)
    upkeep.take_in_tail(connection, match_keys)
    # A program that knows nothing of match keys, with Latin letters in full width.
    other = sqlite3.connect(path)
    other.execute("UPDATE unit SET source = 'ＡＢＣ協定が発効した。' WHERE id = 1")
    other.execute("DELETE FROM unit WHERE id = 2")
    other.execute(
        "INSERT INTO unit (source, target, match_key, source_language, target_language, created_at, created_by,"
        " changed_at, changed_by) VALUES ('議会は承認した。', 'x', '', 'ja', 'en', '', '', '', '')"
    )
    other.commit()
    for _ in range(2):
        assert by_index(connection, match_key("ABC協定が発効した。"), 90).keys() == {1}
        assert by_index(connection, match_key("条約に署名した。"), 70) == {}
        assert by_index(connection, match_key("制裁を延長した。"), 70) == {}
        assert by_index(connection, match_key("議会は承認した。"), 100).keys() == {4}
        upkeep.take_in_tail(connection, match_keys)
    other.close()


def test_an_edit_moves_a_unit_and_an_undo_moves_it_back(connection: sqlite3.Connection) -> None:
    add(connection, ["条約に署名した。"])
    upkeep.take_in_tail(connection, as_it_is)
    with write(connection, "edit", at="2026-01-01T00:00:00Z", author="翻訳者") as writer:
        writer.update("unit", 1, {"source": "協定は失効した。", "match_key": "協定は失効した。"})
    assert by_index(connection, "条約に署名した。", 80) == {}
    assert by_index(connection, "協定は失効した。", 80).keys() == {1}
    history.undo(connection, at="2026-01-01T00:00:01Z", author="翻訳者")
    assert by_index(connection, "条約に署名した。", 80).keys() == {1}
    assert by_index(connection, "協定は失効した。", 80) == {}


def test_rejected_one_sided_and_foreign_units_are_not_offered(connection: sqlite3.Connection) -> None:
    units = [
        Unit("同じ長さ一", "one"),
        Unit("同じ長さ二", "two", status=Status.REJECTED),
        Unit("同じ長さ三", ""),
        Unit("同じ長さ四", "four", source_language="zh"),
    ]
    with write(connection, "add", at="2026-01-01T00:00:00Z", author="機械") as writer:
        add_units(writer, units, as_it_is)
    for _ in range(2):
        assert by_index(connection, "同じ長さ", 70).keys() == {1}
        assert by_index(connection, "同じ長さ", 70, "zh").keys() == {4}
        upkeep.take_in_tail(connection, as_it_is)


def test_a_change_of_what_the_index_depends_on_is_told_and_mended(
    connection: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(connection, ["条約に署名した。"], keys_of=lambda texts, _language: ["an old key"] * len(texts))
    upkeep.take_in_tail(connection, as_it_is)
    assert upkeep.outdated(connection) == []
    monkeypatch.setattr(upkeep, "MATCH_KEY_VERSION", 1000)
    assert upkeep.outdated(connection) == [f"match key {MATCH_KEY_VERSION} (now 1000)"]
    assert upkeep.reindex(connection, as_it_is) == 1
    assert upkeep.outdated(connection) == []
    assert by_index(connection, "条約に署名した。", 100).keys() == {1}


def test_a_failure_while_units_are_taken_in_leaves_everything_as_it_was(
    connection: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(connection, ["条約に署名した。"])

    def fail(*_: object) -> None:
        raise MemoryError

    monkeypatch.setattr(upkeep, "slices", fail)
    with pytest.raises(MemoryError):
        upkeep.take_in_tail(connection, as_it_is)
    assert upkeep.tail_length(connection) == 1
    assert by_index(connection, "条約に署名した。", 100).keys() == {1}


def test_a_database_from_before_the_index_is_found_whole(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = ("0001_initial", "0002_shaped")
    monkeypatch.setattr("rnk_gloss.store.migrations.STEPS", before)
    monkeypatch.setattr("rnk_gloss.store.connection.STEPS", before)
    old = open_database(path)
    old.execute(
        "INSERT INTO unit (source, target, match_key, source_language, target_language, created_at, created_by,"
        " changed_at, changed_by) VALUES ('条約に署名した。', 'x', '条約に署名した。', 'ja', 'en', '', '', '', '')"
    )
    old.close()
    monkeypatch.undo()
    new = open_database(path)
    assert by_index(new, "条約に署名しました。", 70).keys() == {1}
    upkeep.take_in_tail(new, as_it_is)
    assert by_index(new, "条約に署名しました。", 70).keys() == {1}
    new.close()
