-- Many units that come at once cost one note of their ids, not a row each in the history and in the index's tail.

-- `last`: rows `key` to `last` were inserted, one after the other, by one operation.
ALTER TABLE change ADD COLUMN last INTEGER;
CREATE INDEX change_rows ON change (table_name, key, last) WHERE last IS NOT NULL;

-- What was noted row by row is noted so, too: neighbours in the history that are neighbours in their table.
CREATE TEMP TABLE change_neighbours (first INTEGER PRIMARY KEY, final INTEGER NOT NULL, last INTEGER NOT NULL);
INSERT INTO change_neighbours
    SELECT min(id), max(id), max(key)
    FROM (
        SELECT id, key, operation, table_name, key - id AS distance,
            id - row_number() OVER (PARTITION BY operation, table_name, key - id ORDER BY id) AS stretch
        FROM change WHERE before IS NULL AND after IS NULL
    )
    GROUP BY operation, table_name, distance, stretch HAVING count(*) > 1;
UPDATE change SET last = (SELECT n.last FROM change_neighbours n WHERE n.first = change.id)
    WHERE id IN (SELECT first FROM change_neighbours);
DELETE FROM change WHERE id IN (
    SELECT c.id FROM change_neighbours n CROSS JOIN change c ON c.id > n.first AND c.id <= n.final
);
DROP TABLE change_neighbours;

-- Units above this id wait for the index without a row in `fuzzy_tail`.
INSERT INTO fuzzy_state SELECT 'taken in', coalesce(max(id), 0) FROM unit;

DROP TRIGGER unit_added;

-- An upsert, for INSERT OR REPLACE within a trigger would take over the OR ABORT of the statement that fires it.
CREATE TRIGGER unit_added AFTER INSERT ON unit
WHEN new.id <= (SELECT CAST(value AS INTEGER) FROM fuzzy_state WHERE key = 'taken in') BEGIN
    INSERT INTO fuzzy_tail VALUES ('source', new.id, new.match_key = '')
        ON CONFLICT (side, unit) DO UPDATE SET stale = excluded.stale;
    INSERT INTO fuzzy_tail SELECT 'target', new.id, 0 FROM fuzzy_state WHERE key = 'target side'
        ON CONFLICT (side, unit) DO NOTHING;
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

-- Most units of a memory stand in no document.
DROP INDEX unit_document;
CREATE INDEX unit_document ON unit (document, number) WHERE document IS NOT NULL;
