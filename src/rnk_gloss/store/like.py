"""Patterns for SQLite's LIKE, made of text from people."""

from __future__ import annotations


def contains_pattern(text: str) -> str:
    """A LIKE pattern (with ESCAPE '\\') for rows that hold `text`."""
    escaped = text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    return f"%{escaped}%"
