-- 1: a person merged, split or shifted the segment, so that no later alignment takes it apart.
ALTER TABLE unit ADD COLUMN shaped INTEGER NOT NULL DEFAULT 0;
