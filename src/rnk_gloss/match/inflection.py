"""Whether two English words are forms of one: sign, signs, signed, signing."""

from __future__ import annotations

from rnk_gloss.text.match_words import words

_ENDINGS = ("'s", "ing", "ies", "ied", "es", "ed", "s", "d", "")
_SHORTEST_STEM = 2


def is_inflection(query: str, stored: str) -> bool:
    """Whether two fragments have the same words, some of them with other endings.

    By form alone: the endings -s, -es, -ed, -ing, -'s, with y and i, a silent e and a doubled letter before them.
    """
    ours, theirs = words(query.casefold()), words(stored.casefold())
    return len(ours) == len(theirs) > 0 and all(map(_are_forms_of_one, ours, theirs))


def _are_forms_of_one(word: str, other: str) -> bool:
    return word == other or not _stems(word).isdisjoint(_stems(other))


def _stems(word: str) -> set[str]:
    """What a word may be a form of."""
    found = set()
    for ending in _ENDINGS:
        stem = word.removesuffix(ending)
        if not word.endswith(ending) or len(stem) < _SHORTEST_STEM or not stem.isalpha():
            continue
        if ending in {"ies", "ied"}:
            found.add(stem + "y")
        elif ending in {"es", "ed", "d", "ing"}:
            found |= {stem, stem + "e"}
            if len(stem) > _SHORTEST_STEM and stem[-1] == stem[-2]:
                found.add(stem[:-1])
        else:
            found.add(stem)
    return found
