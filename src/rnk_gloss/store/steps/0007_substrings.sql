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
