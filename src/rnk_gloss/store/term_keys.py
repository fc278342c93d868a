"""The keys of the glossary's terms, by which they are found in a text without reading the glossary."""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

from rnk_gloss.store.connection import write_transaction
from rnk_gloss.text.languages import primary_language
from rnk_gloss.text.term_keys import present_versions, term_keys

_BATCH, _STEP = 1_024, 16
# How much is done, and how much there is.
Report = Callable[[int, int], None]
# An entry, the language of one of its forms, and the form.
LanguageForm = tuple[int, str, str]

_OFFERED = "(e.status = 'approved' OR (e.status = 'candidate' AND e.score >= ?))"


def outdated(connection: sqlite3.Connection) -> list[str]:
    """In what the keys were made otherwise than they would be now, in words; empty when they are as they should be."""
    built = dict(connection.execute("SELECT key, value FROM term_state"))
    return [
        f"{name} {built[name]} (now {version})"
        for name, version in present_versions().items()
        if built.get(name, version) != version
    ]


def tail_length(connection: sqlite3.Connection) -> int:
    """How many entries wait for their keys."""
    return int(connection.execute("SELECT count(*) FROM term_tail").fetchone()[0])


def reindex(connection: sqlite3.Connection, report: Report | None = None) -> int:
    """How many entries have their keys, after all were made anew in one transaction."""
    with write_transaction(connection):
        for table in ("term_key", "term_beginning", "term_state", "term_tail"):
            connection.execute(f"DELETE FROM {table}")
        connection.execute("INSERT INTO term_tail SELECT id FROM entry")
        return _take_in_tail(connection, report)


def take_in_tail(connection: sqlite3.Connection, report: Report | None = None) -> int:
    """How many entries that waited were given their keys, in a transaction of its own."""
    with write_transaction(connection):
        return _take_in_tail(connection, report)


def _take_in_tail(connection: sqlite3.Connection, report: Report | None) -> int:
    waiting = [row[0] for row in connection.execute("SELECT entry FROM term_tail ORDER BY entry")]
    for start in range(0, len(waiting), _BATCH):
        _add_keys(connection, _forms_of(connection, waiting[start : start + _BATCH]))
        if report is not None:
            report(min(start + _BATCH, len(waiting)), len(waiting))
    connection.execute("DELETE FROM term_tail")
    connection.executemany("INSERT OR REPLACE INTO term_state VALUES (?, ?)", present_versions().items())
    return len(waiting)


def _add_keys(connection: sqlite3.Connection, forms: Iterable[LanguageForm]) -> None:
    rows: list[tuple[str, str, int, str]] = []
    lengths: dict[str, dict[str, set[int]]] = defaultdict(lambda: defaultdict(set))
    for entry, language, form in forms:
        for key in term_keys(form, language):
            rows.append((language, key.key, entry, form))
            lengths[language][key.beginning].add(key.length)
    # In the order of the table, whose pages are then written one after the other.
    connection.executemany("INSERT OR IGNORE INTO term_key VALUES (?, ?, ?, ?)", sorted(rows))
    for language, of_beginnings in lengths.items():
        for beginning, known in lengths_of_keys(connection, language, of_beginnings).items():
            of_beginnings[beginning].update(known)
        connection.executemany(
            "INSERT OR REPLACE INTO term_beginning VALUES (?, ?, ?)",
            ((language, beginning, bytes(sorted(found))) for beginning, found in sorted(of_beginnings.items())),
        )


_FORMS = """
SELECT e.id, e.source_language, e.source FROM json_each(?1) j CROSS JOIN entry e ON e.id = j.value
UNION ALL SELECT e.id, e.source_language, v.text
    FROM json_each(?1) j CROSS JOIN entry e ON e.id = j.value CROSS JOIN variant v ON v.entry = e.id
UNION ALL SELECT e.id, e.target_language, t.text
    FROM json_each(?1) j CROSS JOIN entry e ON e.id = j.value CROSS JOIN target t ON t.entry = e.id
"""


def _forms_of(connection: sqlite3.Connection, entries: Collection[int]) -> Iterator[LanguageForm]:
    for entry, language, form in connection.execute(_FORMS, (json.dumps(list(entries)),)):
        yield entry, primary_language(language), form


def waiting_forms(
    connection: sqlite3.Connection, language: str, minimum_score: float
) -> list[tuple[int, tuple[str, ...]]]:
    """The forms, in one language, of each entry that waits for its keys and is offered (see `forms_with_keys`)."""
    waiting = [
        row[0]
        for row in connection.execute(
            f"SELECT e.id FROM term_tail t CROSS JOIN entry e ON e.id = t.entry WHERE {_OFFERED} ORDER BY t.entry",
            (minimum_score,),
        )
    ]
    found: dict[int, list[str]] = defaultdict(list)
    for start in range(0, len(waiting), _BATCH):
        for entry, of_form, form in _forms_of(connection, waiting[start : start + _BATCH]):
            if of_form == language:
                found[entry].append(form)
    return [(entry, tuple(forms)) for entry, forms in found.items()]


def lengths_of_keys(
    connection: sqlite3.Connection, language: str, beginnings: Collection[str]
) -> dict[str, Sequence[int]]:
    """How long the keys of a language are that begin so; beginnings of no key are left out."""
    found: dict[str, Sequence[int]] = {}
    for places, batch in _batches(beginnings):
        found.update(
            connection.execute(
                f"SELECT beginning, lengths FROM term_beginning WHERE language = ? AND beginning IN ({places})",
                (language, *batch),
            ).fetchall()
        )
    return found


def forms_with_keys(
    connection: sqlite3.Connection, language: str, keys: Collection[str], minimum_score: float
) -> dict[str, list[tuple[int, str]]]:
    """The entries and forms of a language that have these keys.

    Offered are approved entries, and candidates with a score of at least `minimum_score` (0–100).
    """
    found: dict[str, list[tuple[int, str]]] = {}
    for places, batch in _batches(keys):
        for key, entry, form in connection.execute(
            "SELECT k.key, k.entry, k.form FROM term_key k CROSS JOIN entry e ON e.id = k.entry"
            f" WHERE k.language = ? AND k.key IN ({places}) AND {_OFFERED} ORDER BY k.key, k.entry, k.form",
            (language, *batch, minimum_score),
        ):
            found.setdefault(key, []).append((entry, form))
    return found


def _batches(texts: Collection[str]) -> Iterator[tuple[str, list[str]]]:
    """The texts in batches, each with as many places for parameters; of few sizes, so that statements are known."""
    listed = list(texts)
    for start in range(0, len(listed), _BATCH):
        batch = listed[start : start + _BATCH]
        batch += [batch[0]] * (-len(batch) % _STEP)
        yield ",".join("?" * len(batch)), batch
