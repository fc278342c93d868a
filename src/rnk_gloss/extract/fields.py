"""Subject fields of documents, by the words of each field that they use.

A word such as 例外 or 制裁 is of any text in one field and a term in another; only a text about its field makes it a
term.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from rnk_gloss.extract.wordlists import sections

# A text is about a field when so many different words of it occur, and make up such a share of all words in noun runs.
LEAST_WORDS = 5
LEAST_SHARE = 0.06


def fields_of(words: Iterable[str]) -> frozenset[str]:
    """The names of the fields that a document is about, by all words of its noun runs, repeated ones repeated."""
    counts = Counter(words)
    total = sum(counts.values())
    found = set()
    for field, listed in sections("fields.txt").items():
        used = [word for word in counts if word in listed]
        if len(used) >= LEAST_WORDS and sum(counts[word] for word in used) >= LEAST_SHARE * total:
            found.add(field)
    return frozenset(found)


def words_of_fields(fields: Iterable[str]) -> frozenset[str]:
    """The words that are terms in texts about any of the fields."""
    listed = sections("fields.txt")
    return frozenset(word for field in fields for word in listed[field])
