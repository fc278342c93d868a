"""Known terms in a Japanese text, in any of their spellings, where they are words of their own."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from rnk_gloss.match.spelling import spelling_kind
from rnk_gloss.match.term_boundaries import Boundaries
from rnk_gloss.match.term_hits import Recognition, TermHit, longest
from rnk_gloss.match.term_source import ListedTerms, TermSource
from rnk_gloss.model.traced import TracedText
from rnk_gloss.text.match_key import match_key, traced_match_key
from rnk_gloss.text.normalise import fold, fold_key
from rnk_gloss.text.term_keys import BEGINNING


class TermFinder:
    """Finds the Japanese terms of a source. A text is read twice: folded, and as its match key."""

    __slots__ = ("_source",)

    def __init__(self, source: TermSource) -> None:
        self._source = source

    @classmethod
    def of(cls, entries: Iterable[tuple[int, Sequence[str]]]) -> TermFinder:
        """A finder of listed terms: each entry's number with the forms of its term, the main one first."""
        return cls(ListedTerms(entries))

    def find(self, text: str) -> list[TermHit]:
        """The terms in the text, by place; where two overlap, the longer."""
        return list(self.recognise(text).hits)

    def recognise(self, text: str) -> Recognition:
        """The terms in the text, and what was refused: a piece of a longer word or term, with the reason.

        Spans count the characters of `text`, half-open.
        """
        readings = [fold(text)]
        key = traced_match_key(text)
        if key.text != readings[0].text:
            readings.append(key)
        return longest(self._judged(readings, text), text)

    def _judged(self, readings: list[TracedText], text: str) -> Iterator[TermHit]:
        places = [place for reading in readings for place in self._places(reading)]
        forms = self._source.forms({reading.text[start:end] for reading, start, end in places})
        boundaries = Boundaries(text)
        refusals: dict[tuple[int, int], str] = {}
        for reading, first, last in places:
            known = forms.get(reading.text[first:last])
            if not known or not _parts(reading, first) or not _parts(reading, last):
                continue
            start, end = _original(reading, first, last, text)
            # Kana at the end can be gone from the key because of what follows: 話し in 話し合う is not 話.
            key = "" if "ぁ" <= text[end - 1] <= "ゖ" else reading.text[first:last]
            for entry, form in known:
                if text[start:end] != form and not _is_spelling(text[start:end], form, key):
                    continue
                if (start, end) not in refusals:
                    refusals[start, end] = boundaries.refusal(start, end)
                yield TermHit(start, end, entry, form, _kind(text[start:end], form), refusals[start, end])

    def _places(self, reading: TracedText) -> Iterator[tuple[TracedText, int, int]]:
        """The stretches of a reading that are as long as a term that begins like them."""
        text = reading.text
        lengths = self._source.lengths(beginnings(text))
        count = len(text)
        for place, pair in enumerate(map("".join, pairwise(text))):
            for length in lengths.get(pair, ()):
                if place + length <= count:
                    yield reading, place, place + length
        for place, character in enumerate(text):
            if character in lengths:
                yield reading, place, place + 1


def beginnings(text: str) -> Collection[str]:
    """What a term in the text can begin with: its pairs of neighbouring characters, and its characters."""
    assert BEGINNING == 2
    return {*map("".join, pairwise(text)), *text}


def _parts(traced: TracedText, place: int) -> bool:
    return place in {0, len(traced)} or traced.starts[place] >= traced.ends[place - 1]


def _original(traced: TracedText, start: int, end: int, text: str) -> tuple[int, int]:
    """The place in the original, with the okurigana that the key leaves out at a term's end."""
    first, last = traced.starts[start], traced.ends[end - 1]
    following = traced.starts[end] if end < len(traced) else len(text)
    while last < following and ("ぁ" <= text[last] <= "ゖ" or text[last] in "ーｰ"):
        last += 1
    return first, last


@lru_cache(4_096)
def _is_spelling(found: str, form: str, key: str) -> bool:
    """Whether what was found spells the form, by a `key` of the form in this text or when both stand alone.

    A form can have the key of another word before a kanji: 組合員 would be of 組合せ.
    """
    return key in {fold_key(form), match_key(form)} or match_key(found) == match_key(form)


@lru_cache(4_096)
def _kind(found: str, form: str) -> str:
    if found == form:
        return "exact"
    return "okurigana" if spelling_kind(found, form) == "okurigana" else "variant"
