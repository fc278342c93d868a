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

INSERT INTO term_tail SELECT id FROM entry;

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
