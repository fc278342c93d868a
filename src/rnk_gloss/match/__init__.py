"""How alike two texts are and why; which terms of a glossary stand in a text."""
