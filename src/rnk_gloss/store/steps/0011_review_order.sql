-- The least sure segments first, and how many stand in each status, without reading their texts.
CREATE INDEX unit_review ON unit (score, document, number, id, status, flags) WHERE document IS NOT NULL;
