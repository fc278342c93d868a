-- What finds the units that can be like a query (`store/fuzzy/`). All of it can be built anew from `unit`.

-- Units of one language that were sorted by the length of their match keys and never change: a later change of a unit
-- puts it into `fuzzy_tail`, and what is read here of a unit that has changed or gone is checked against `unit`.
CREATE TABLE fuzzy_run (
    id          INTEGER PRIMARY KEY,
    language    TEXT NOT NULL,
    units       INTEGER NOT NULL,
    slots       INTEGER NOT NULL,           -- how many slices it has
    lengths     BLOB NOT NULL,              -- of keys, rising; 32-bit numbers, as those below
    starts      BLOB NOT NULL,              -- the place of the first unit of each length
    frequencies BLOB NOT NULL               -- of each slot: how many units have it
) STRICT;

CREATE TABLE fuzzy_slice (
    id   INTEGER PRIMARY KEY,               -- run * 8192 + slot
    bits BLOB NOT NULL                      -- one bit for each unit
) STRICT;

CREATE TABLE fuzzy_units (
    id    INTEGER PRIMARY KEY,              -- run * 65536 + number of the block
    units BLOB NOT NULL                     -- the ids of 4096 units, as 64-bit numbers
) STRICT;

-- Units that stand in no run yet, or in a run as they were before. `stale`: the match key may not be that of the source.
CREATE TABLE fuzzy_tail (unit INTEGER PRIMARY KEY, stale INTEGER NOT NULL) STRICT;

CREATE TABLE fuzzy_state (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

CREATE TRIGGER unit_added AFTER INSERT ON unit BEGIN
    INSERT OR REPLACE INTO fuzzy_tail VALUES (new.id, new.match_key = '');
END;

CREATE TRIGGER unit_changed AFTER UPDATE OF source, match_key, source_language ON unit BEGIN
    INSERT INTO fuzzy_tail VALUES (new.id, new.source <> old.source AND new.match_key = old.match_key)
        ON CONFLICT (unit) DO UPDATE SET stale = max(stale, excluded.stale);
END;

CREATE TRIGGER unit_removed AFTER DELETE ON unit BEGIN
    DELETE FROM fuzzy_tail WHERE unit = old.id;
END;

INSERT INTO fuzzy_tail SELECT id, 0 FROM unit;

DROP INDEX unit_match_key;
