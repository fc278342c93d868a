"""Known terms in a Japanese text, in any of their spellings, where they are words of their own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from operator import add

from rnk_gloss.match.spelling import spelling_kind
from rnk_gloss.match.term_boundaries import Boundaries
from rnk_gloss.match.term_hits import Recognition, TermHit, longest
from rnk_gloss.match.term_source import ListedTerms, TermSource
from rnk_gloss.model.traced import TracedText
from rnk_gloss.text.conjugation import can_follow_stem, changing_ending
from rnk_gloss.text.match_key import match_key, traced_match_key
from rnk_gloss.text.normalise import fold, fold_key
from rnk_gloss.text.organisation_names import are_two_names
from rnk_gloss.text.term_keys import stem_keys


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
        # Marks that are silent in a key keep words apart: only another spelling makes another reading.
        if _MARKS.sub("", key.text) != _MARKS.sub("", readings[0].text):
            readings.append(key)
        return longest(self._judged(readings, text), text)

    def _judged(self, readings: list[TracedText], text: str) -> Iterator[TermHit]:
        begun = [_beginnings(reading.text) for reading in readings]
        lengths = self._source.lengths([one for pairs, singles in begun for one in (*pairs, *singles)])
        stretches = [
            list(_stretches(reading.text, pairs, singles, lengths))
            for reading, (pairs, singles) in zip(readings, begun, strict=True)
        ]
        forms = self._source.forms({stretch for found in stretches for stretch, _ in found})
        boundaries = Boundaries(text)
        refusals: dict[tuple[int, int], str] = {}
        for reading, found in zip(readings, stretches, strict=True):
            for stretch, place in found:
                known = forms.get(stretch)
                if not known or not _parts(reading, place) or not _parts(reading, place + len(stretch)):
                    continue
                first, end = _original(reading, place, place + len(stretch), text)
                # Kana at the end can be gone from the key because of what follows: 話し in 話し合う is not 話.
                key = "" if "ぁ" <= text[end - 1] <= "ゖ" else stretch
                for entry, form in known:
                    start = _with_prefix(text, first, form)
                    if text[start:end] != form and not _is_spelling(text[start:end], form, key):
                        # Behind ご, ください goes on as する does elsewhere.
                        following = "し" if text[start - 1 : start] in _PREFIXES else text[end : end + 1]
                        if end < len(text) and (
                            _is_stem(stretch, form, text[end]) or _is_stem(stretch, form, following)
                        ):
                            last = boundaries.inflected_end(start, end, match_key(form))
                            if last:
                                yield TermHit(start, last, entry, form, "inflected")
                        continue
                    if (start, end) not in refusals:
                        refusals[start, end] = boundaries.refusal(start, end)
                    yield TermHit(start, end, entry, form, _kind(text[start:end], form), refusals[start, end])


_MARKS = re.compile(r"[\W_]+")
_STOPS = re.compile("[、。，．,.；;：:！!？?（）()「」『』…]")
_ALONE = re.compile("[^\\Wぁ-ゖー]")


def _beginnings(text: str) -> tuple[list[str], set[str]]:
    """What a term in the text can begin with: each pair of neighbouring characters, in order, and each character that
    can be a term by itself. One hiragana cannot."""
    return list(map(add, text, text[1:])), set(_ALONE.findall(text))


def _stretches(
    text: str, pairs: list[str], singles: set[str], lengths: Mapping[str, Sequence[int]]
) -> Iterator[tuple[str, int]]:
    """The stretches of a text that are as long as a term that begins like them, with their places."""
    for place, pair in enumerate(pairs):
        # At the end of the text they are cut short; what is found so is found by its own length as well.
        for length in lengths.get(pair, ()):
            yield text[place : place + length], place
    for character in singles:
        if lengths.get(character):
            place = text.find(character)
            while place >= 0:
                yield character, place
                place = text.find(character, place + 1)


def _parts(traced: TracedText, place: int) -> bool:
    return place in {0, len(traced)} or traced.starts[place] >= traced.ends[place - 1]


def _original(traced: TracedText, start: int, end: int, text: str) -> tuple[int, int]:
    """The place in the original, with the okurigana that the key leaves out at a term's end."""
    first, last = traced.starts[start], traced.ends[end - 1]
    following = traced.starts[end] if end < len(traced) else len(text)
    while last < following and ("ぁ" <= text[last] <= "ゖ" or text[last] in "ーｰ"):
        last += 1
    return first, last


_PREFIXES = frozenset("おご御")


def _with_prefix(text: str, start: int, form: str) -> int:
    """Where a term begins that has an honorific prefix, which keys leave out: お客さま of お客様."""
    has_prefix = form[0] in _PREFIXES and text[start] not in _PREFIXES and text[start - 1 : start] in _PREFIXES
    return start - 1 if has_prefix else start


@lru_cache(4_096)
def _is_spelling(found: str, form: str, key: str) -> bool:
    """Whether what was found spells the form, by a `key` of the form in this text or when both stand alone.

    A form can have the key of another word before a kanji: 組合員 would be of 組合せ. Keys are silent on stops.
    """
    if len(_STOPS.findall(found)) > len(_STOPS.findall(form)) or are_two_names(found, form):
        return False
    return key in {fold_key(form), match_key(form)} or match_key(found) == match_key(form)


@lru_cache(4_096)
def _is_stem(key: str, form: str, following: str) -> bool:
    """Whether a form of the verb or adjective `form` may begin with this key and go on with this character."""
    ending = changing_ending(form)
    return bool(ending) and key in stem_keys(form) and can_follow_stem(ending, following)


@lru_cache(4_096)
def _kind(found: str, form: str) -> str:
    if found == form:
        return "exact"
    return _KINDS.get(spelling_kind(found, form), "variant")


_KINDS = {"okurigana": "okurigana", "politeness": "inflected"}
