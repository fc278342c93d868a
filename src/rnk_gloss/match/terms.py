"""Known terms in a text, in any of their spellings, where they are words of their own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from rnk_gloss.match.spelling import spelling_kind
from rnk_gloss.match.term_boundaries import Boundaries
from rnk_gloss.model.traced import TracedText
from rnk_gloss.text.match_key import match_key, traced_match_key
from rnk_gloss.text.normalise import fold, fold_key


@dataclass(frozen=True, slots=True)
class TermHit:
    """A term at `text[start:end]`: its entry, the form of the glossary that it matches, and how.

    `kind` is `exact`, `okurigana`, `variant` (another spelling) or `inflected` (English). `refusal` says why a term
    that was seen is not counted; it is empty for terms that are.
    """

    start: int
    end: int
    id: int
    form: str
    kind: str
    refusal: str = ""


@dataclass(frozen=True, slots=True)
class Recognition:
    """The terms found in a text, by place, and those that were seen but are no terms there."""

    hits: tuple[TermHit, ...]
    refused: tuple[TermHit, ...]


class TermFinder:
    """Finds Japanese terms. `entries` gives each entry's number and the forms of its term, the main one first."""

    def __init__(self, entries: Iterable[tuple[int, Sequence[str]]]) -> None:
        self._folded = _Index()
        self._keys = _Index()
        for number, forms in entries:
            for form in forms:
                self._folded.add(fold_key(form), number, form)
                self._keys.add(match_key(form), number, form)

    def find(self, text: str) -> list[TermHit]:
        """The terms in the text, by place; where two overlap, the longer."""
        return list(self.recognise(text).hits)

    def recognise(self, text: str) -> Recognition:
        """The terms in the text, and what was refused: a piece of a longer word or term, with the reason."""
        boundaries = Boundaries(text)
        seen: dict[tuple[int, int, int], TermHit] = {}
        for traced, index in ((fold(text), self._folded), (traced_match_key(text), self._keys)):
            for start, end, number, form in index.occurrences(traced, text):
                if (start, end, number) not in seen:
                    kind = _kind(text[start:end], form)
                    seen[start, end, number] = TermHit(start, end, number, form, kind)
        judged = [
            replace(hit, refusal=boundaries.refusal(hit.start, hit.end))
            for hit in sorted(seen.values(), key=lambda hit: (hit.start, hit.end, hit.id))
        ]
        return _longest(judged, text)


def _kind(found: str, form: str) -> str:
    if found == form:
        return "exact"
    return "okurigana" if spelling_kind(found, form) == "okurigana" else "variant"


def _longest(judged: list[TermHit], text: str) -> Recognition:
    refused = [hit for hit in judged if hit.refusal]
    hits: list[TermHit] = []
    for hit in sorted((hit for hit in judged if not hit.refusal), key=lambda hit: (hit.start - hit.end, hit.start)):
        above = next((taken for taken in hits if taken.start < hit.end and hit.start < taken.end), None)
        if above is None or (above.start, above.end) == (hit.start, hit.end):
            hits.append(hit)
        else:
            refused.append(replace(hit, refusal=f"inside the longer term {text[above.start : above.end]}"))
    return Recognition(tuple(sorted(hits, key=_by_place)), tuple(sorted(refused, key=_by_place)))


def _by_place(hit: TermHit) -> tuple[int, int, int]:
    return hit.start, hit.end, hit.id


class _Index:
    """Folded forms, found by their first two characters."""

    __slots__ = ("_lengths", "_terms")

    def __init__(self) -> None:
        self._terms: dict[str, list[tuple[int, str]]] = {}
        self._lengths: dict[str, list[int]] = {}

    def add(self, folded: str, number: int, form: str) -> None:
        if not folded:
            return
        self._terms.setdefault(folded, []).append((number, form))
        lengths = self._lengths.setdefault(folded[:2], [])
        if len(folded) not in lengths:
            lengths.append(len(folded))
            lengths.sort(reverse=True)

    def occurrences(self, traced: TracedText, text: str) -> Iterator[tuple[int, int, int, str]]:
        """Start, end, entry and form of every place where a form stands, in characters of the original."""
        folded, lengths, terms = traced.text, self._lengths, self._terms
        for place in range(len(folded)):
            pair = folded[place : place + 2]
            for length in (*lengths.get(pair, ()), *(lengths.get(pair[0], ()) if len(pair) == 2 else ())):
                found = terms.get(folded[place : place + length]) if place + length <= len(folded) else None
                if found is None or not _parts(traced, place) or not _parts(traced, place + length):
                    continue
                start, end = _original(traced, place, place + length, text)
                for number, form in found:
                    yield start, end, number, form


def _parts(traced: TracedText, place: int) -> bool:
    return place in {0, len(traced)} or traced.starts[place] >= traced.ends[place - 1]


def _original(traced: TracedText, start: int, end: int, text: str) -> tuple[int, int]:
    """The place in the original, with the okurigana that the key leaves out at a term's end."""
    first, last = traced.starts[start], traced.ends[end - 1]
    following = traced.starts[end] if end < len(traced) else len(text)
    while last < following and ("ぁ" <= text[last] <= "ゖ" or text[last] == "ー"):
        last += 1
    return first, last


_ENGLISH_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


class EnglishTermFinder:
    """Finds English terms in any inflection of their words: treaty, treaties; signed, sign (Snowball stems)."""

    def __init__(self, entries: Iterable[tuple[int, Sequence[str]]]) -> None:
        import snowballstemmer

        self._stemmer = snowballstemmer.stemmer("english")
        self._terms: dict[tuple[str, ...], list[tuple[int, str]]] = {}
        self._lengths: dict[str, set[int]] = {}
        for number, forms in entries:
            for form in forms:
                stems = tuple(stem for _start, _end, stem in self._words(form))
                if stems:
                    self._terms.setdefault(stems, []).append((number, form))
                    self._lengths.setdefault(stems[0], set()).add(len(stems))

    def find(self, text: str) -> list[TermHit]:
        """The terms in the text, by place; where two overlap, the longer."""
        return list(self.recognise(text).hits)

    def recognise(self, text: str) -> Recognition:
        """The terms in the text, and those refused because a longer term holds them."""
        words = self._words(text)
        stems = tuple(stem for _start, _end, stem in words)
        seen = []
        for place, stem in enumerate(stems):
            for length in sorted(self._lengths.get(stem, ()), reverse=True):
                for number, form in self._terms.get(stems[place : place + length], ()):
                    start, end = words[place][0], words[place + length - 1][1]
                    kind = "exact" if text[start:end].casefold() == form.casefold() else "inflected"
                    seen.append(TermHit(start, end, number, form, kind))
        return _longest(sorted(seen, key=_by_place), text)

    def _words(self, text: str) -> list[tuple[int, int, str]]:
        found = []
        for match in _ENGLISH_WORD.finditer(text):
            word = fold_key(match.group()).replace("’", "'").removesuffix("'s")
            found.append((match.start(), match.end(), str(self._stemmer.stemWord(word))))
        return found
