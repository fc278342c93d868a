"""The words of the field as frozen dataclasses: entries, segments, units, matches. Standard library only."""
