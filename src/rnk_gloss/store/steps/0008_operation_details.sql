-- What an operation did, as its caller was told: the report of an import outlives the terminal that showed it.
ALTER TABLE operation ADD COLUMN details TEXT NOT NULL DEFAULT '';
