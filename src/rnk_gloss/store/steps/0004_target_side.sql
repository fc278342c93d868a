-- The index over the targets, for lookups in the other direction. It is built when it is first asked for; from then on
-- `fuzzy_state` has the key 'target side', and every unit that is written waits in the tail of that side, too.
ALTER TABLE fuzzy_run ADD COLUMN side TEXT NOT NULL DEFAULT 'source' CHECK (side IN ('source', 'target'));

DROP TRIGGER unit_added;
DROP TRIGGER unit_changed;
DROP TRIGGER unit_removed;

ALTER TABLE fuzzy_tail RENAME TO fuzzy_tail_before;

-- Units that stand in no run yet, or in a run as they were before. `stale`: the match key may not be that of the source.
CREATE TABLE fuzzy_tail (
    side  TEXT NOT NULL CHECK (side IN ('source', 'target')),
    unit  INTEGER NOT NULL,
    stale INTEGER NOT NULL,
    PRIMARY KEY (side, unit)
) STRICT, WITHOUT ROWID;

-- A text in a language with spaces that ends in very many stops has another key now.
INSERT INTO fuzzy_tail
    SELECT 'source', t.unit, t.stale OR (u.source_language <> 'ja' AND u.source_language NOT LIKE 'ja-%')
    FROM fuzzy_tail_before t JOIN unit u ON u.id = t.unit;

DROP TABLE fuzzy_tail_before;

-- An upsert, for INSERT OR REPLACE within a trigger would take over the OR ABORT of the statement that fires it.
CREATE TRIGGER unit_added AFTER INSERT ON unit BEGIN
    INSERT INTO fuzzy_tail VALUES ('source', new.id, new.match_key = '')
        ON CONFLICT (side, unit) DO UPDATE SET stale = excluded.stale;
    INSERT INTO fuzzy_tail SELECT 'target', new.id, 0 FROM fuzzy_state WHERE key = 'target side'
        ON CONFLICT (side, unit) DO NOTHING;
END;

CREATE TRIGGER unit_changed AFTER UPDATE OF id, source, match_key, source_language ON unit BEGIN
    INSERT INTO fuzzy_tail VALUES (
        'source', new.id, (new.source, new.source_language) <> (old.source, old.source_language) AND new.match_key = old.match_key
    ) ON CONFLICT (side, unit) DO UPDATE SET stale = max(stale, excluded.stale);
END;

CREATE TRIGGER unit_target_changed AFTER UPDATE OF id, target, target_language ON unit BEGIN
    INSERT INTO fuzzy_tail SELECT 'target', new.id, 0 FROM fuzzy_state WHERE key = 'target side'
        ON CONFLICT (side, unit) DO NOTHING;
END;

CREATE TRIGGER unit_removed AFTER DELETE ON unit BEGIN
    DELETE FROM fuzzy_tail WHERE side IN ('source', 'target') AND unit = old.id;
END;

-- Languages that are written with spaces were compared by characters before, and are by words now: their runs no longer
-- hold what is looked for. The whole index is built anew where there are any.
INSERT INTO fuzzy_state SELECT 'words', '0' WHERE EXISTS (
    SELECT 1 FROM fuzzy_run WHERE language <> 'ja' AND language NOT LIKE 'ja-%'
);
