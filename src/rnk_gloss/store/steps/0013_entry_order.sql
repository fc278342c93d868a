-- Approved entries first, then the best, and how many stand in each status, without reading the entries themselves.
CREATE INDEX entry_review ON entry (status = 'approved' DESC, score DESC, id, status);
DROP INDEX entry_score;
