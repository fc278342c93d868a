"""Clean English out of a dictionary gloss: notes dropped, optional words tried both ways, abbreviations taken out."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache

PARENTHESIS = re.compile(r"\(([^()]*)\)")
# One inside a word or at its end: right(s), colo(u)r.
GLUED = re.compile(r"(?<=[A-Za-z])\(([a-z]{1,3})\)|\(([a-z]{1,3})\)(?=[a-z])")
# What opens an explanation that is no part of the wording.
NOTE = re.compile(
    r"(?:e\.g|i\.e|esp|usu|lit|orig|abbr|cf|also|as|by|etc|for|from|formerly|in|of|on|or|part|used|when|with)\b|.*\d",
    re.IGNORECASE,
)
# JMnedict on people: the years of a life, and after them who it is.
LIFETIME = re.compile(r"[^\d]{0,4}\d{3,4}\b")
ARTICLE = re.compile(r"(?:a|an|the) (?=\S)")
INFINITIVE = re.compile(r"to (?=[a-z])")
ABBREVIATION = re.compile(r"[A-Z]{2,}")
MOST_OPTIONS = 4  # parentheses in one gloss; one with more is an explanation
LONGEST_OPTION = 3  # words in a parenthesis that may belong to the wording
SPELLING_LIKENESS = 0.75  # labor and labour, defense and defence are above; other words are below


@dataclass(frozen=True, slots=True)
class Wording:
    """One clean English wording of a gloss; `infinitive` says that it is a verb with *to*."""

    text: str
    infinitive: bool = False


@lru_cache(16_384)
def wordings(gloss: str) -> tuple[Wording, ...]:
    """The clean wordings of a JMdict or JMnedict gloss, the plainest first; none for a bare affix such as *-ness*.

    *president (of a nation)* gives *president*; *right(s)* gives *right*, *rights*; *labor (labour) union* both
    spellings; *(ground) forces* gives *forces*, *ground forces*; *World Bank (WB)* gives *World Bank*, *WB*.
    An article at the beginning is dropped; *visiting X* also gives *visit to X*.
    """
    found: dict[str, Wording] = {}
    for text in _readings(gloss):
        for wording in _finished(text):
            found.setdefault(wording.text, wording)
    return tuple(found.values())


def _readings(gloss: str) -> list[str]:
    """The gloss with its parentheses resolved, in each way in which it can be meant."""
    if gloss.count("(") > MOST_OPTIONS:
        return [PARENTHESIS.sub(" ", gloss).partition("(")[0]]
    if glued := GLUED.search(gloss):
        before, after = gloss[: glued.start()], gloss[glued.end() :]
        return [*_readings(before + after), *_readings(before + (glued[1] or glued[2]) + after)]
    parenthesis = PARENTHESIS.search(gloss)
    if parenthesis is None:
        return [gloss.partition("(")[0]]
    return [reading for resolved in _resolved(parenthesis) for reading in _readings(resolved)]


def _resolved(parenthesis: re.Match[str]) -> list[str]:
    """The gloss without this parenthesis, and with what stands in it where that belongs to the wording."""
    gloss, inner = parenthesis.string, parenthesis[1].strip()
    before, after = gloss[: parenthesis.start()], gloss[parenthesis.end() :]
    if LIFETIME.match(inner) and after.startswith(","):
        return [before]
    if _is_respelling(before, inner):
        return [before + after, f"{before.rstrip().rpartition(' ')[0]} {inner}{after}"]
    if not after.strip():
        return [before, inner] if _abbreviates(inner, before) else [before]
    if NOTE.match(inner) or len(inner.split()) > LONGEST_OPTION:
        return [before + after]
    # (Dalai) Lama is a name in full; (ground) forces is forces, said more exactly.
    in_full = inner[:1].isupper() and after.strip()[:1].isupper()
    return [before + inner + after, before + after] if in_full else [before + after, before + inner + after]


def _abbreviates(inner: str, before: str) -> bool:
    initials = iter(word[0].upper() for word in before.split())
    return ABBREVIATION.fullmatch(inner) is not None and all(letter in initials for letter in inner)


def _is_respelling(before: str, inner: str) -> bool:
    words = before.split()
    if not words or not inner.isalpha() or inner[0] != words[-1][0]:
        return False
    return SequenceMatcher(None, words[-1], inner).ratio() >= SPELLING_LIKENESS


def _finished(text: str) -> list[Wording]:
    text = re.sub(r"\s+", " ", text)
    text = re.sub(r" (?=[,;:.!?])", "", text).strip(" ,;:")
    text = re.sub(r",? etc\.?$", "", text)
    if article := ARTICLE.match(text):
        text = text[article.end() :]
    if not text or text[0] in "-~." or text[-1] in "-~" or text.endswith("..."):
        return []
    if INFINITIVE.match(text):
        return [Wording(text, infinitive=True)]
    if text.startswith("visiting "):
        return [Wording(f"visit to {text.removeprefix('visiting ')}"), Wording(text)]
    return [Wording(text)]
