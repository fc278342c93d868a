"""How the compact dictionary file is laid out: its marks, its tables, and how senses are packed into one value."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Sequence

# "RNKL": tells SQLite files of ours from others (https://www.sqlite.org/fileformat.html#application_id).
APPLICATION_ID = 0x524E4B4C
# Raised with every change of the tables or of what a value means; a file of another version is built anew.
FORMAT_VERSION = 3

# `form` and `name` hold one row per written form and entry, in the order in which look-ups return them: a look-up is
# one walk down a tree. Tag lists that repeat (parts of speech, priorities, types of name) stand once in `labels`.
# The last five tables hold what is learned from the first: `words`, `phrases`, `affixes` and `counts` are JSON.
SCHEMA = """
CREATE TABLE about (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE labels (id INTEGER PRIMARY KEY, texts TEXT NOT NULL) STRICT;
CREATE TABLE entry (number INTEGER PRIMARY KEY, forms TEXT NOT NULL, senses TEXT NOT NULL) STRICT;
CREATE TABLE form (
    form TEXT NOT NULL,
    merit INTEGER NOT NULL,
    number INTEGER NOT NULL,
    reading TEXT NOT NULL,
    priority INTEGER NOT NULL,
    is_primary INTEGER NOT NULL,
    senses TEXT NOT NULL,
    PRIMARY KEY (form, merit, number)
) STRICT, WITHOUT ROWID;
CREATE TABLE name (
    form TEXT NOT NULL,
    number INTEGER NOT NULL,
    part INTEGER NOT NULL,
    reading TEXT NOT NULL,
    translations TEXT NOT NULL,
    types INTEGER NOT NULL,
    PRIMARY KEY (form, number, part)
) STRICT, WITHOUT ROWID;
CREATE TABLE compound_part (
    unit TEXT NOT NULL,
    is_head INTEGER NOT NULL,
    seen REAL NOT NULL,
    words TEXT NOT NULL,
    PRIMARY KEY (unit, is_head)
) STRICT, WITHOUT ROWID;
CREATE TABLE compound_phrase (
    unit TEXT NOT NULL,
    is_head INTEGER NOT NULL,
    seen INTEGER NOT NULL,
    phrases TEXT NOT NULL,
    affixes TEXT NOT NULL,
    PRIMARY KEY (unit, is_head)
) STRICT, WITHOUT ROWID;
CREATE TABLE gloss_word (word TEXT PRIMARY KEY, times INTEGER NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE neighbour (
    first TEXT NOT NULL,
    second TEXT NOT NULL,
    times INTEGER NOT NULL,
    PRIMARY KEY (first, second)
) STRICT, WITHOUT ROWID;
CREATE TABLE spelling (sounds TEXT PRIMARY KEY, counts TEXT NOT NULL) STRICT, WITHOUT ROWID;
"""

# No form, gloss or label of the dictionaries has a line break in it; the writer turns any white space into one space.
SEPARATOR = "\n"
JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


def form_key(form: str) -> str:
    """The form under which a word is stored and looked up: Unicode NFKC (JMdict writes Latin letters full-width)."""
    return unicodedata.normalize("NFKC", form)


def pack_texts(texts: Sequence[str]) -> str:
    """One value for several texts; `unpack_texts` gives them back with white space folded."""
    return SEPARATOR.join(" ".join(text.split()) for text in texts)


def unpack_texts(packed: str) -> tuple[str, ...]:
    """The texts of a packed value; no texts for an empty one."""
    return tuple(packed.split(SEPARATOR)) if packed else ()


def pack_senses(senses: Sequence[tuple[int, int, int, Sequence[str]]]) -> str:
    """One value for an entry's senses, each given as label numbers (parts of speech, marks, fields) and glosses."""
    return pack_json([[*labels, *glosses] for *labels, glosses in senses])


def pack_json(value: object) -> str:
    """One value for lists and mappings of texts and numbers; `json.loads` gives them back."""
    return JSON.encode(value)
