-- A match key is taken for that of its source only where our own writer made it, which keeps a row 'own keys' in
-- `fuzzy_state` as long as its transaction lasts: other programs copy rows with the keys of other texts.
DROP TRIGGER unit_added;
CREATE TRIGGER unit_added AFTER INSERT ON unit
WHEN new.id <= (SELECT CAST(value AS INTEGER) FROM fuzzy_state WHERE key = 'taken in')
    OR NOT EXISTS (SELECT 1 FROM fuzzy_state WHERE key = 'own keys') BEGIN
    INSERT INTO fuzzy_tail VALUES (
        'source', new.id, new.match_key = '' OR NOT EXISTS (SELECT 1 FROM fuzzy_state WHERE key = 'own keys')
    ) ON CONFLICT (side, unit) DO UPDATE SET stale = excluded.stale;
    INSERT INTO fuzzy_tail SELECT 'target', new.id, 0 FROM fuzzy_state WHERE key = 'target side'
        ON CONFLICT (side, unit) DO NOTHING;
END;
DROP TRIGGER unit_changed;
CREATE TRIGGER unit_changed AFTER UPDATE OF id, source, match_key, source_language ON unit BEGIN
    INSERT INTO fuzzy_tail VALUES (
        'source', new.id, NOT EXISTS (SELECT 1 FROM fuzzy_state WHERE key = 'own keys')
            OR ((new.source, new.source_language) <> (old.source, old.source_language) AND new.match_key = old.match_key)
    ) ON CONFLICT (side, unit) DO UPDATE SET stale = max(stale, excluded.stale);
END;
UPDATE fuzzy_tail SET stale = 1 WHERE side = 'source';
INSERT INTO fuzzy_tail SELECT 'source', u.id, 1 FROM unit u
    WHERE u.id > (SELECT CAST(value AS INTEGER) FROM fuzzy_state WHERE key = 'taken in')
        AND NOT EXISTS (SELECT 1 FROM fuzzy_tail t WHERE t.side = 'source' AND t.unit = u.id);
