"""The data categories of TBX-Basic (LTAC, 1.2.1) that a glossary entry has, and other tools' names for them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rnk_gloss.interchange.xml_stream import local_name
from rnk_gloss.model.entry import Usage

if TYPE_CHECKING:
    from lxml.etree import _Element

# Elements whose type attribute names the category; in the DCT style of version 3 the element itself is the category.
_META_CATEGORIES = frozenset(
    {"descrip", "descripNote", "termNote", "admin", "adminNote", "transac", "transacNote", "ref", "xref"}
)

ADMINISTRATIVE_STATUSES = {
    Usage.PREFERRED: "preferredTerm-admn-sts",
    Usage.ADMITTED: "admittedTerm-admn-sts",
    Usage.FORBIDDEN: "deprecatedTerm-admn-sts",
}
USAGE_CATEGORIES = frozenset({"administrativeStatus", "usageStatus", "normativeAuthorization", "termStatus", "status"})
READING_CATEGORIES = frozenset(
    {
        "reading",
        "pronunciation",
        "furigana",
        "yomi",
        "yomigana",
        "kana",
        "読み",
        "読み方",
        "よみ",
        "ふりがな",
        "フリガナ",
    }
)
NOTE_LABELS = {"definition": "Definition", "context": "Context", "explanation": "Explanation", "example": "Example"}
"""Texts about a concept or term for which an entry has one place, its note: what they are called there."""

# What keeps a file together, not what it says.
SILENT_CATEGORIES = frozenset({"termType", "transactionType", "responsibility", "entrySource", "xref", "sequence"})

PARTS_OF_SPEECH = frozenset({"noun", "verb", "adjective", "adverb", "other"})
PROPER_NOUN = "properNoun"
"""A part of speech of version 2 only."""

_TERM_TYPES = {"acronym": "acronym", "abbreviation": "abbreviation", "shortForm": "short form", "fullForm": "full form",
               "phrase": "phrase", "variant": ""}  # fmt: skip
_VARIANT_KINDS = {kind: name for name, kind in _TERM_TYPES.items()}
VARIANT = "variant"


def data_category(element: _Element) -> str:
    """What the element says, by its type or, if it has none of its own, by its name."""
    name = local_name(element)
    return element.get("type", "").strip() if name in _META_CATEGORIES else name


def part_of_speech(text: str) -> str:
    """The category of an entry that a part of speech stands for; a picked one is known in any spelling."""
    word = re.sub(r"[\s_-]", "", text).casefold()
    if word == PROPER_NOUN.casefold():
        return PROPER_NOUN
    return word if word in PARTS_OF_SPEECH else text


def variant_kind(term_type: str) -> str:
    """What a variant of this term type is called in an entry: `shortForm` → `short form`, `variant` → ``."""
    return _TERM_TYPES.get(term_type, term_type)


def term_type(kind: str) -> str | None:
    """The term type of TBX-Basic for a kind of variant; None if it has none."""
    return _VARIANT_KINDS.get(kind)
