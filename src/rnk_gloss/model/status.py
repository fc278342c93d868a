"""States and kinds that are stored with entries, segments and units of the memory."""

from __future__ import annotations

from enum import StrEnum


class Status(StrEnum):
    """Where an entry, a segment or a unit stands in review."""

    CANDIDATE = "candidate"
    APPROVED = "approved"
    REJECTED = "rejected"


class Usage(StrEnum):
    """How a term is to be used (TBX administrative status)."""

    PREFERRED = "preferred"
    ADMITTED = "admitted"
    FORBIDDEN = "forbidden"


class Origin(StrEnum):
    """Where a target term or a reading comes from."""

    PERSON = "person"
    GLOSSARY = "glossary"
    HOUSE_LIST = "house list"
    GLOSS = "gloss"
    DICTIONARY = "dictionary"
    PARALLEL = "parallel text"
    COMPOSITION = "composition"
    SOUND = "name by sound"
    ANALYSER = "analyser"
    IMPORT = "import"
    NONE = ""
