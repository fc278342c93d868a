"""A bilingual glossary and translation memory for people who translate from Japanese."""
