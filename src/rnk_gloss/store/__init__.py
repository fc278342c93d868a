"""The one SQLite file: schema, write door, undo, and plain functions that return dataclasses."""
