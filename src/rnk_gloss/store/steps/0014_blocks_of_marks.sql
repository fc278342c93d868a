-- A query that very many short texts are like looks at the marks of most of them and at the ids of few: marks stand by
-- themselves, in blocks of 2048. What is dropped has an older signature version and is built anew.
DELETE FROM fuzzy_run;
DELETE FROM fuzzy_slice;
DROP TABLE fuzzy_units;
CREATE TABLE fuzzy_units (
    id    INTEGER PRIMARY KEY,              -- run * 65536 + number of the block
    units BLOB NOT NULL                     -- the ids of 256 units, as 64-bit numbers
) STRICT;
CREATE TABLE fuzzy_marks (
    id    INTEGER PRIMARY KEY,              -- run * 65536 + number of the block
    marks BLOB NOT NULL                     -- of the texts of 2048 units, where these are short; 64 bits each
) STRICT;
