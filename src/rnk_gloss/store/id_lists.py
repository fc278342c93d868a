"""Lists of very many ids, read without keeping other threads waiting."""

from __future__ import annotations

import json
import sqlite3
from array import array

from rnk_gloss.store.clauses import Clause

# Among so many ids that a list could begin with, those that it does begin with are looked for at first.
LOOKED_AT_FIRST = 2000
# So much text is made numbers in a millisecond; the interpreter lets another thread run in between.
_CHARACTERS_AT_ONCE = 1 << 16


def read_ids(connection: sqlite3.Connection, query: Clause, *, limit: int = -1) -> array[int]:
    """What a query gives in its one column, which is called `id`, in its order: all or, with a limit, so many."""
    # One text holds them all: it is made while other threads run, and a third of the time of as many rows is enough.
    # SQLite leaves a subquery its order below an aggregate that has one, and one with a limit in any case.
    cursor = connection.execute(f"SELECT group_concat(id) FROM ({query.sql} LIMIT {limit})", query.parameters)
    text = cursor.fetchone()[0] or ""
    keys = array("q")
    place = 0
    while place < len(text):
        end = text.find(",", place + _CHARACTERS_AT_ONCE)
        end = len(text) if end < 0 else end
        keys.extend(json.loads(f"[{text[place:end]}]"))
        place = end + 1
    return keys
