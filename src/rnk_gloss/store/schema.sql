-- Every table has an integer `id`: a change is named by its table and that id (see `change`).
-- Nothing is deleted by cascade: each deletion goes through the write door, so that it can be undone.

CREATE TABLE document (
    id           INTEGER PRIMARY KEY,
    path         TEXT NOT NULL,             -- relative to the database's folder where the file stands below it
    language     TEXT NOT NULL,
    format       TEXT NOT NULL,
    encoding     TEXT NOT NULL,
    digest       TEXT NOT NULL,             -- SHA-256 of the file, to see whether it changed
    characters   INTEGER NOT NULL,
    subject      TEXT NOT NULL DEFAULT '',
    translation  INTEGER REFERENCES document (id) DEFERRABLE INITIALLY DEFERRED,
    extractor    TEXT NOT NULL,             -- version of the rules that read it: others would find other terms
    extracted_at TEXT NOT NULL,
    UNIQUE (path, language)
) STRICT;

CREATE TABLE sentence (
    id        INTEGER PRIMARY KEY,
    document  INTEGER NOT NULL REFERENCES document (id) DEFERRABLE INITIALLY DEFERRED,
    number    INTEGER NOT NULL,
    paragraph INTEGER NOT NULL,
    kind      TEXT NOT NULL,
    text      TEXT NOT NULL,
    "start"   INTEGER NOT NULL,             -- span in the original, in characters
    "end"     INTEGER NOT NULL,
    UNIQUE (document, number)
) STRICT;

CREATE TABLE entry (
    id              INTEGER PRIMARY KEY,
    source          TEXT NOT NULL,
    fold            TEXT NOT NULL,          -- spellings that are the same term have the same fold
    reading         TEXT NOT NULL DEFAULT '',
    reading_origin  TEXT NOT NULL DEFAULT '',
    romaji          TEXT NOT NULL DEFAULT '',
    category        TEXT NOT NULL DEFAULT '',
    subject         TEXT NOT NULL DEFAULT '',
    status          TEXT NOT NULL DEFAULT 'candidate' CHECK (status IN ('candidate', 'approved', 'rejected')),
    reason          TEXT NOT NULL DEFAULT '',   -- why it was rejected: such an entry is the stop list of later extractions
    score           REAL NOT NULL DEFAULT 0,
    note            TEXT NOT NULL DEFAULT '',
    source_language TEXT NOT NULL,
    target_language TEXT NOT NULL,
    edited          TEXT NOT NULL DEFAULT '',   -- fields that a person set, comma-separated: no machine changes them
    created_at      TEXT NOT NULL,
    created_by      TEXT NOT NULL,
    changed_at      TEXT NOT NULL,
    changed_by      TEXT NOT NULL
) STRICT;
CREATE INDEX entry_fold ON entry (fold);

-- Approved entries first, then the best, and how many stand in each status, without reading the entries themselves.
CREATE INDEX entry_review ON entry (status = 'approved' DESC, score DESC, id, status);

CREATE TABLE variant (
    id    INTEGER PRIMARY KEY,
    entry INTEGER NOT NULL REFERENCES entry (id) DEFERRABLE INITIALLY DEFERRED,
    text  TEXT NOT NULL,
    fold  TEXT NOT NULL,
    kind  TEXT NOT NULL DEFAULT '',
    UNIQUE (entry, text)
) STRICT;
CREATE INDEX variant_fold ON variant (fold);

-- Two entries that may be one term, or belong together: for a person to decide. Nothing is merged by it.
CREATE TABLE likeness (
    id         INTEGER PRIMARY KEY,
    entry      INTEGER NOT NULL REFERENCES entry (id) DEFERRABLE INITIALLY DEFERRED,
    other      INTEGER NOT NULL REFERENCES entry (id) DEFERRABLE INITIALLY DEFERRED,
    kind       TEXT NOT NULL CHECK (kind IN ('spelling', 'short form', 'alias')),
    reason     TEXT NOT NULL,
    confidence REAL NOT NULL,
    apart      INTEGER NOT NULL DEFAULT 0,      -- a person said that they are different terms
    UNIQUE (entry, other)
) STRICT;
CREATE INDEX likeness_other ON likeness (other);

CREATE TABLE target (
    id       INTEGER PRIMARY KEY,
    entry    INTEGER NOT NULL REFERENCES entry (id) DEFERRABLE INITIALLY DEFERRED,
    position INTEGER NOT NULL,
    text     TEXT NOT NULL,
    usage    TEXT NOT NULL DEFAULT 'admitted' CHECK (usage IN ('preferred', 'admitted', 'forbidden')),
    score    REAL NOT NULL DEFAULT 0,
    origin   TEXT NOT NULL DEFAULT '',
    edited   INTEGER NOT NULL DEFAULT 0,        -- a person added it or decided on it
    UNIQUE (entry, text)
) STRICT;
CREATE INDEX target_forbidden ON target (entry) WHERE usage = 'forbidden';

CREATE TABLE evidence (
    id       INTEGER PRIMARY KEY,
    entry    INTEGER NOT NULL REFERENCES entry (id) DEFERRABLE INITIALLY DEFERRED,
    target   INTEGER REFERENCES target (id) DEFERRABLE INITIALLY DEFERRED,
    position INTEGER NOT NULL,
    kind     TEXT NOT NULL,
    detail   TEXT NOT NULL,
    weight   REAL NOT NULL DEFAULT 0,
    document TEXT,
    "start"  INTEGER,
    "end"    INTEGER
) STRICT;
CREATE INDEX evidence_entry ON evidence (entry, position);
CREATE INDEX evidence_target ON evidence (target);

CREATE TABLE occurrence (
    id             INTEGER PRIMARY KEY,
    entry          INTEGER NOT NULL REFERENCES entry (id) DEFERRABLE INITIALLY DEFERRED,
    document       INTEGER NOT NULL REFERENCES document (id) DEFERRABLE INITIALLY DEFERRED,
    sentence       INTEGER NOT NULL REFERENCES sentence (id) DEFERRABLE INITIALLY DEFERRED,
    form           TEXT NOT NULL,
    "start"        INTEGER NOT NULL,        -- span in the sentence's text
    "end"          INTEGER NOT NULL,
    original_start INTEGER NOT NULL,
    original_end   INTEGER NOT NULL
) STRICT;
CREATE INDEX occurrence_entry ON occurrence (entry, document, sentence, "start");
CREATE INDEX occurrence_document ON occurrence (document);
CREATE INDEX occurrence_sentence ON occurrence (sentence);

-- A unit of the memory. Those that an alignment found also know their document, their place in it and how sure they are;
-- an omission has an empty side and is a segment of its document only. `shaped`: a person merged, split or shifted it, so
-- that no later alignment takes it apart.
CREATE TABLE unit (
    id              INTEGER PRIMARY KEY,
    source          TEXT NOT NULL,
    target          TEXT NOT NULL,
    match_key       TEXT NOT NULL,          -- what fuzzy lookup compares
    source_language TEXT NOT NULL,
    target_language TEXT NOT NULL,
    status          TEXT NOT NULL DEFAULT 'candidate' CHECK (status IN ('candidate', 'approved', 'rejected')),
    origin          TEXT NOT NULL DEFAULT '',
    document        INTEGER REFERENCES document (id) DEFERRABLE INITIALLY DEFERRED,
    document_name   TEXT NOT NULL DEFAULT '',
    number          INTEGER,
    source_start    INTEGER,
    source_end      INTEGER,
    target_start    INTEGER,
    target_end      INTEGER,
    score           REAL,
    shape           TEXT NOT NULL DEFAULT '',
    flags           TEXT NOT NULL DEFAULT '',   -- comma-separated
    found_source    TEXT,                   -- what the aligner found, where a person changed it
    found_target    TEXT,
    previous        TEXT NOT NULL DEFAULT '',
    following       TEXT NOT NULL DEFAULT '',
    note            TEXT NOT NULL DEFAULT '',
    created_at      TEXT NOT NULL,
    created_by      TEXT NOT NULL,
    changed_at      TEXT NOT NULL,
    changed_by      TEXT NOT NULL,
    used_at         TEXT NOT NULL DEFAULT '',
    usage_count     INTEGER NOT NULL DEFAULT 0,
    external_id     TEXT NOT NULL DEFAULT ''
, shaped INTEGER NOT NULL DEFAULT 0) STRICT;
CREATE INDEX unit_source ON unit (source);
CREATE INDEX unit_document ON unit (document, number) WHERE document IS NOT NULL;

-- The least sure segments first, and how many stand in each status, without reading their texts.
CREATE INDEX unit_review ON unit (score, document, number, id, status, flags) WHERE document IS NOT NULL;

CREATE TABLE unit_property (
    id       INTEGER PRIMARY KEY,
    unit     INTEGER NOT NULL REFERENCES unit (id) DEFERRABLE INITIALLY DEFERRED,
    position INTEGER NOT NULL,
    level    TEXT NOT NULL CHECK (level IN ('unit', 'source', 'target')),
    name     TEXT NOT NULL,
    value    TEXT NOT NULL
) STRICT;
CREATE INDEX unit_property_unit ON unit_property (unit, position);

-- `details`: what the operation did, as JSON, where more is to be known than its rows say: the report of an import.
CREATE TABLE operation (
    id          INTEGER PRIMARY KEY,
    kind        TEXT NOT NULL DEFAULT 'do' CHECK (kind IN ('do', 'undo', 'redo')),
    name        TEXT NOT NULL,
    at          TEXT NOT NULL,
    author      TEXT NOT NULL,
    reverses    INTEGER REFERENCES operation (id),   -- an undo takes back a do or a redo, a redo takes back an undo
    reversed_by INTEGER REFERENCES operation (id) DEFERRABLE INITIALLY DEFERRED
, details TEXT NOT NULL DEFAULT '') STRICT;

-- before NULL: the row was inserted, or with `last` all rows from `key` to `last`; after NULL and before a whole row: it
-- was deleted; both: the columns that changed.
CREATE TABLE change (
    id         INTEGER PRIMARY KEY,
    operation  INTEGER NOT NULL REFERENCES operation (id) DEFERRABLE INITIALLY DEFERRED,
    table_name TEXT NOT NULL,
    key        INTEGER NOT NULL,
    before     TEXT,
    after      TEXT
, last INTEGER) STRICT;
CREATE INDEX change_operation ON change (operation);
CREATE INDEX change_row ON change (table_name, key);
CREATE INDEX change_rows ON change (table_name, key, last) WHERE last IS NOT NULL;

-- What finds the units that can be like a query (`store/fuzzy/`). All of it can be built anew from `unit`.

-- Units of one language and side that were sorted by the length of their match keys and never change: a later change of a
-- unit puts it into `fuzzy_tail`, and what is read here of a unit that has changed or gone is checked against `unit`.
CREATE TABLE fuzzy_run (
    id          INTEGER PRIMARY KEY,
    language    TEXT NOT NULL,
    units       INTEGER NOT NULL,
    slots       INTEGER NOT NULL,           -- how many slices it has
    lengths     BLOB NOT NULL,              -- of keys, rising; 32-bit numbers, as those below
    starts      BLOB NOT NULL,              -- the place of the first unit of each length
    frequencies BLOB NOT NULL               -- of each slot: how many units have it
, side TEXT NOT NULL DEFAULT 'source' CHECK (side IN ('source', 'target'))) STRICT;

CREATE TABLE fuzzy_slice (
    id   INTEGER PRIMARY KEY,               -- run * 8192 + slot
    bits BLOB NOT NULL                      -- one bit for each unit
) STRICT;

CREATE TABLE fuzzy_units (
    id    INTEGER PRIMARY KEY,              -- run * 65536 + number of the block
    units BLOB NOT NULL                     -- the ids of 256 units, as 64-bit numbers
) STRICT;

CREATE TABLE fuzzy_marks (
    id    INTEGER PRIMARY KEY,              -- run * 65536 + number of the block
    marks BLOB NOT NULL                     -- of the texts of 2048 units, where these are short; 64 bits each
) STRICT;

-- Units that stand in no run yet, or in a run as they were before; not those that came after the last that was taken in.
-- `stale`: the match key may not be that of the source.
CREATE TABLE fuzzy_tail (
    side  TEXT NOT NULL CHECK (side IN ('source', 'target')),
    unit  INTEGER NOT NULL,
    stale INTEGER NOT NULL,
    PRIMARY KEY (side, unit)
) STRICT, WITHOUT ROWID;

-- By what the index was built; 'taken in': units above this id wait without a row in the tail; 'target side' where it was
-- asked for: only then do targets wait; 'own keys' while our own writer writes: other programs may copy the keys of other
-- texts.
CREATE TABLE fuzzy_state (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
INSERT INTO fuzzy_state VALUES ('taken in', '0');

-- An upsert, for INSERT OR REPLACE within a trigger would take over the OR ABORT of the statement that fires it.
CREATE TRIGGER unit_added AFTER INSERT ON unit
WHEN new.id <= (SELECT CAST(value AS INTEGER) FROM fuzzy_state WHERE key = 'taken in')
    OR NOT EXISTS (SELECT 1 FROM fuzzy_state WHERE key = 'own keys') BEGIN
    INSERT INTO fuzzy_tail VALUES (
        'source', new.id, new.match_key = '' OR NOT EXISTS (SELECT 1 FROM fuzzy_state WHERE key = 'own keys')
    ) ON CONFLICT (side, unit) DO UPDATE SET stale = excluded.stale;
    INSERT INTO fuzzy_tail SELECT 'target', new.id, 0 FROM fuzzy_state WHERE key = 'target side'
        ON CONFLICT (side, unit) DO NOTHING;
END;

CREATE TRIGGER unit_changed AFTER UPDATE OF id, source, match_key, source_language ON unit BEGIN
    INSERT INTO fuzzy_tail VALUES (
        'source', new.id, NOT EXISTS (SELECT 1 FROM fuzzy_state WHERE key = 'own keys')
            OR ((new.source, new.source_language) <> (old.source, old.source_language) AND new.match_key = old.match_key)
    ) ON CONFLICT (side, unit) DO UPDATE SET stale = max(stale, excluded.stale);
END;

CREATE TRIGGER unit_target_changed AFTER UPDATE OF id, target, target_language ON unit BEGIN
    INSERT INTO fuzzy_tail SELECT 'target', new.id, 0 FROM fuzzy_state WHERE key = 'target side'
        ON CONFLICT (side, unit) DO NOTHING;
END;

CREATE TRIGGER unit_removed AFTER DELETE ON unit BEGIN
    DELETE FROM fuzzy_tail WHERE side IN ('source', 'target') AND unit = old.id;
END;

-- All that wait: those of the tail, and those that came after the last that was taken in.
CREATE VIEW fuzzy_waiting AS
    SELECT side, unit, stale FROM fuzzy_tail
    UNION ALL
    SELECT 'source', u.id, u.match_key = '' FROM unit u
    WHERE u.id > (SELECT CAST(value AS INTEGER) FROM fuzzy_state WHERE key = 'taken in')
        AND NOT EXISTS (SELECT 1 FROM fuzzy_tail t WHERE t.side = 'source' AND t.unit = u.id)
    UNION ALL
    SELECT 'target', u.id, 0 FROM unit u
    WHERE u.id > (SELECT CAST(value AS INTEGER) FROM fuzzy_state WHERE key = 'taken in')
        AND EXISTS (SELECT 1 FROM fuzzy_state WHERE key = 'target side')
        AND NOT EXISTS (SELECT 1 FROM fuzzy_tail t WHERE t.side = 'target' AND t.unit = u.id);

-- What finds the terms of the glossary in a text (`store/term_keys.py`). All of it can be built anew from `entry`,
-- `variant` and `target`.

-- The keys of each form of an entry, in the language of that form: its term and variants, and its targets.
CREATE TABLE term_key (
    language TEXT NOT NULL,
    key      TEXT NOT NULL,
    entry    INTEGER NOT NULL,
    form     TEXT NOT NULL,
    PRIMARY KEY (language, key, entry, form)
) STRICT, WITHOUT ROWID;
CREATE INDEX term_key_entry ON term_key (entry);

-- How long the keys are that begin so: with two characters, or a word. Lengths that no key has any more do no harm.
CREATE TABLE term_beginning (
    language  TEXT NOT NULL,
    beginning TEXT NOT NULL,
    lengths   BLOB NOT NULL,                -- one byte for each
    PRIMARY KEY (language, beginning)
) STRICT, WITHOUT ROWID;

-- Entries whose keys are not there: they were added or changed, by whatever program.
CREATE TABLE term_tail (entry INTEGER PRIMARY KEY) STRICT;

CREATE TABLE term_state (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

-- INSERT OR REPLACE takes a row away without a word to the triggers of deletion: those of insertion look for it.
CREATE TRIGGER entry_added AFTER INSERT ON entry BEGIN
    DELETE FROM term_key WHERE entry = new.id;
    INSERT OR IGNORE INTO term_tail VALUES (new.id);
END;

CREATE TRIGGER entry_changed AFTER UPDATE OF id, source, source_language, target_language ON entry BEGIN
    DELETE FROM term_key WHERE entry = old.id;
    INSERT OR IGNORE INTO term_tail VALUES (new.id);
END;

CREATE TRIGGER entry_removed AFTER DELETE ON entry BEGIN
    DELETE FROM term_key WHERE entry = old.id;
    DELETE FROM term_tail WHERE entry = old.id;
END;

CREATE TRIGGER variant_replaced BEFORE INSERT ON variant BEGIN
    INSERT OR IGNORE INTO term_tail SELECT entry FROM variant WHERE id = new.id;
    DELETE FROM term_key WHERE entry = (SELECT entry FROM variant WHERE id = new.id);
END;

CREATE TRIGGER variant_added AFTER INSERT ON variant BEGIN
    DELETE FROM term_key WHERE entry = new.entry;
    INSERT OR IGNORE INTO term_tail VALUES (new.entry);
END;

CREATE TRIGGER variant_changed AFTER UPDATE OF entry, text ON variant BEGIN
    DELETE FROM term_key WHERE entry IN (old.entry, new.entry);
    INSERT OR IGNORE INTO term_tail VALUES (old.entry), (new.entry);
END;

CREATE TRIGGER variant_removed AFTER DELETE ON variant BEGIN
    DELETE FROM term_key WHERE entry = old.entry;
    INSERT OR IGNORE INTO term_tail VALUES (old.entry);
END;

CREATE TRIGGER target_replaced BEFORE INSERT ON target BEGIN
    INSERT OR IGNORE INTO term_tail SELECT entry FROM target WHERE id = new.id;
    DELETE FROM term_key WHERE entry = (SELECT entry FROM target WHERE id = new.id);
END;

CREATE TRIGGER target_added AFTER INSERT ON target BEGIN
    DELETE FROM term_key WHERE entry = new.entry;
    INSERT OR IGNORE INTO term_tail VALUES (new.entry);
END;

CREATE TRIGGER target_changed AFTER UPDATE OF entry, text ON target BEGIN
    DELETE FROM term_key WHERE entry IN (old.entry, new.entry);
    INSERT OR IGNORE INTO term_tail VALUES (old.entry), (new.entry);
END;

CREATE TRIGGER target_removed AFTER DELETE ON target BEGIN
    DELETE FROM term_key WHERE entry = old.entry;
    INSERT OR IGNORE INTO term_tail VALUES (old.entry);
END;

-- What finds the units that hold a string (`store/substrings/`). All of it can be built anew from `unit`.

-- Units with neighbouring ids, in order. A unit within a block that was changed since, or put there since, stands in
-- `substring_changed`; what is read here of a unit is checked against `unit`.
CREATE TABLE substring_block (
    id      INTEGER PRIMARY KEY,
    first   INTEGER NOT NULL,               -- ids of its units; blocks do not overlap
    last    INTEGER NOT NULL,
    count   INTEGER NOT NULL,
    units   BLOB,                           -- the ids as 64-bit numbers; NULL where they leave none out
    version TEXT NOT NULL                   -- of the rules that it was made by: a block of others is not read
) STRICT;
CREATE INDEX substring_block_last ON substring_block (last);

CREATE TABLE substring_slice (
    id   INTEGER PRIMARY KEY,               -- ((block * 2) + side) * 4194304 + gram
    bits BLOB NOT NULL                      -- one bit for each unit, compressed (zlib); empty: many have it
) STRICT;

CREATE TABLE substring_changed (unit INTEGER PRIMARY KEY) STRICT;

CREATE TRIGGER unit_put_into_block AFTER INSERT ON unit
WHEN EXISTS (SELECT 1 FROM substring_block WHERE last >= new.id AND first <= new.id) BEGIN
    INSERT OR IGNORE INTO substring_changed VALUES (new.id);
END;

CREATE TRIGGER unit_changed_in_block AFTER UPDATE OF id, source, target ON unit
WHEN EXISTS (SELECT 1 FROM substring_block WHERE last >= new.id AND first <= new.id) BEGIN
    INSERT OR IGNORE INTO substring_changed VALUES (new.id);
END;
