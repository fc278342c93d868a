"""A name whose English is settled, and the key under which its spellings are looked up."""

from __future__ import annotations

from dataclasses import dataclass
from unicodedata import is_normalized, normalize

CATEGORIES = frozenset(
    {
        "term", "person", "place", "organisation", "country", "document", "event", "weapon", "title", "abbreviation",
    }
)  # fmt: skip
# Spaces and the marks between the parts of a foreign name; NFKC has made the half-width and full-width ones these.
_BETWEEN_PARTS = str.maketrans("", "", " \u00b7・=゠")


@dataclass(frozen=True, slots=True)
class EstablishedName:
    """A name with its English: `japanese` spellings, the usual one first, with the first one's `reading` in hiragana
    ("" when unknown), and `english`, first the form to print, then others that are accepted. `category` is one of
    `CATEGORIES`; `source` says whose English it is."""

    japanese: tuple[str, ...]
    reading: str
    english: tuple[str, ...]
    category: str
    source: str


def name_key(form: str) -> str:
    """What spellings of one name have in common: Unicode NFKC without spaces and without ・ and ＝ between parts."""
    folded = form if is_normalized("NFKC", form) else normalize("NFKC", form)
    return folded if folded.isalnum() else folded.translate(_BETWEEN_PARTS)
