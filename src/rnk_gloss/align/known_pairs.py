"""Glossary entries and approved units as evidence: where both sides of a pair stand, they explain each other."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

_WORD = re.compile(r"[a-z0-9à-ɏ]+")


def occurrences(
    source: Sequence[str], target: Sequence[str], pairs: Sequence[tuple[str, str]]
) -> tuple[list[list[int]], list[list[int]]]:
    """For each source and each target sentence, the numbers of the pairs whose source or target term stands in it.

    A Japanese term is found as a substring, an English one as whole words; case and width do not matter.
    Pairs that stand on one side only are left out.
    """
    source_texts = [_folded(sentence) for sentence in source]
    target_texts = [_spaced(sentence) for sentence in target]
    in_source: list[list[int]] = [[] for _ in source]
    in_target: list[list[int]] = [[] for _ in target]
    whole_source, whole_target = "\n".join(source_texts), "\n".join(target_texts)
    for number, (japanese, english) in enumerate(pairs):
        source_term, target_term = _folded(japanese).strip(), _spaced(english).rstrip()
        if not source_term or not target_term or source_term not in whole_source or target_term not in whole_target:
            continue
        for sentence in _holding(source_texts, source_term):
            in_source[sentence].append(number)
        for sentence in _holding(target_texts, target_term):
            in_target[sentence].append(number)
    return in_source, in_target


def _holding(texts: Sequence[str], term: str) -> list[int]:
    return [place for place, text in enumerate(texts) if term in text]


def _folded(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold()


def _spaced(text: str) -> str:
    return " " + " ".join(_WORD.findall(_folded(text))) + " "
