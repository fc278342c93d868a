"""The room's word lists: data files in `words/`, read once."""

from __future__ import annotations

from functools import cache
from importlib import resources


def _lines(name: str) -> list[str]:
    text = resources.files("rnk_gloss.extract").joinpath("words", name).read_text(encoding="utf-8")
    return [line for line in text.split("\n") if line and not line.startswith("#")]


@cache
def word_set(name: str) -> frozenset[str]:
    """The words of a list file, parted there by spaces and line breaks."""
    return frozenset(word for line in _lines(name) for word in line.split())


@cache
def sections(name: str) -> dict[str, frozenset[str]]:
    """The words of a list file by its `[section]` headings."""
    found: dict[str, frozenset[str]] = {}
    heading = ""
    for line in _lines(name):
        if line.startswith("["):
            heading = line.strip("[]")
            found[heading] = frozenset()
        else:
            found[heading] |= frozenset(line.split())
    return found


@cache
def titles() -> dict[str, str]:
    """Titles that follow a person's name, with the English that stands before the name ("" where there is none)."""
    pairs = (line.partition("\t") for line in _lines("titles.txt"))
    return {japanese: english for japanese, _, english in pairs}


def honorifics() -> frozenset[str]:
    """Forms of address that follow a name."""
    return word_set("honorifics.txt")


def generic_words() -> frozenset[str]:
    """Nouns of any text, which are no terms by themselves."""
    return word_set("generic.txt")


@cache
def heads() -> dict[str, str]:
    """Last parts of terms that tell what is named, with the category that they tell; the first section wins."""
    found: dict[str, str] = {}
    for category, listed in sections("heads.txt").items():
        found |= {head: category for head in sorted(listed) if head not in found}
    return found


def affixes(section: str) -> frozenset[str]:
    """One section of `affixes.txt`: `dropped suffixes`, `soft prefixes`, `counters` …"""
    return sections("affixes.txt")[section]


@cache
def patterns(name: str) -> dict[str, tuple[str, ...]]:
    """A table file: each line's first column with the others."""
    rows = (line.split("\t") for line in _lines(name))
    return {key: tuple(values) for key, *values in rows}
