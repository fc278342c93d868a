"""The names of a dictionary in a file of their own, made beside the words and then taken over from there."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path

from rnk_gloss.lexicon.collection import no_search_for_cycles
from rnk_gloss.lexicon.dictionary import NameEntry
from rnk_gloss.lexicon.katakana_names import FIRST_KATAKANA, LAST_KATAKANA, KatakanaNames
from rnk_gloss.lexicon.layout import unpack_texts
from rnk_gloss.lexicon.source_files import chosen_sources
from rnk_gloss.lexicon.writer import LexiconWriter, new_lexicon


@no_search_for_cycles()
def write_names(path: Path, sources: Sequence[Path], installed: Path | None) -> None:
    """Writes a dictionary file that has the names only, as `chosen_sources` gives them. Raises what that raises."""
    with chosen_sources(sources, installed) as data, new_lexicon(path) as writer:
        for name in data.names():
            writer.add_name(name)
        writer.finish({})


@no_search_for_cycles()
def learn_spellings(path: Path) -> None:
    """Learns from the names in the file how foreign names are spelt, and writes it there."""
    katakana = KatakanaNames()
    with closing(sqlite3.connect(path)) as connection:
        query = "SELECT form, reading, translations, types FROM name WHERE form BETWEEN ? AND ?"
        for name in _entries(connection, query, (FIRST_KATAKANA, chr(ord(LAST_KATAKANA) + 1))):
            katakana.add_name(name)
        LexiconWriter(connection).add_spellings(katakana.learn())
        connection.commit()


def names_of_types(path: Path, types: frozenset[str]) -> Iterator[NameEntry]:
    """The names in the file that are of one of these types, in the dictionary's order."""
    with closing(sqlite3.connect(path)) as connection:
        wanted = [number for number, texts in _labels(connection).items() if not types.isdisjoint(texts)]
        yield from _entries(
            connection,
            "SELECT form, reading, translations, types FROM name"
            f" WHERE types IN ({', '.join('?' * len(wanted))}) ORDER BY number, part",
            wanted,
        )


def _entries(connection: sqlite3.Connection, query: str, values: Sequence[object]) -> Iterator[NameEntry]:
    labels = _labels(connection)
    for form, reading, translations, types in connection.execute(query, values):
        yield NameEntry(form, reading, unpack_texts(translations), labels[types])


def _labels(connection: sqlite3.Connection) -> dict[int, tuple[str, ...]]:
    rows = connection.execute("SELECT id, texts FROM labels")
    return {number: unpack_texts(texts) for number, texts in rows}
