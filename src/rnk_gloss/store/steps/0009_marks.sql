-- Which characters a short text has: most of those that only share its pairs with a query are told by it, unread. An index
-- without them has another signature version and is built anew.
ALTER TABLE fuzzy_units ADD COLUMN marks BLOB NOT NULL DEFAULT x'';
