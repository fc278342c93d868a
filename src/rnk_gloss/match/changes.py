"""Where two match keys differ, and what stands there in the texts themselves."""

from __future__ import annotations

from functools import cached_property
from itertools import takewhile
from operator import lt
from typing import NamedTuple

from rnk_gloss.model.span import Span
from rnk_gloss.text.edits import kept_blocks
from rnk_gloss.text.match_key import match_key, traced_match_key


class Change(NamedTuple):
    """A stretch in which two keys differ, in characters of the keys, and the edits (Levenshtein) that it takes."""

    query: Span
    stored: Span
    edits: int


class Kept(NamedTuple):
    """A stretch in which two keys agree."""

    query: Span
    stored: Span


# Two changes with no more than this between them are one to a reader: 甲が乙に → 乙が甲に.
_BETWEEN = 1


def changes_between(query: str, stored: str) -> tuple[list[Change], list[Kept]]:
    """The changes from one key to another, near ones joined, and the stretches kept. The edits sum to the distance."""
    # Start and end in one key and in the other, and the edits.
    changes: list[tuple[int, int, int, int, int]] = []
    kept: list[Kept] = []
    end = stored_end = 0
    for start, stored_start, length in kept_blocks(query, stored):
        edits = max(start - end, stored_start - stored_end)
        if edits and changes and end - changes[-1][1] <= _BETWEEN:
            first, _, stored_first, _, before = changes.pop()
            changes.append((first, start, stored_first, stored_start, before + edits))
        elif edits:
            changes.append((end, start, stored_end, stored_start, edits))
        end, stored_end = start + length, stored_start + length
        # The last block is empty, at the ends of both.
        if length:
            kept.append(Kept(Span(start, end), Span(stored_start, stored_end)))
    return [Change(Span(*place[:2]), Span(*place[2:4]), place[4]) for place in changes], kept


class WrittenText:
    """A text with its match key, cut where the key's characters begin.

    What the key leaves out (a comma, okurigana) belongs to the character before it.
    """

    def __init__(self, text: str, language: str, key: str | None = None) -> None:
        """Of a text whose match key is known already nothing is made that only the reasons of a score need."""
        self.text = text
        self._language = language
        self.key = match_key(text, language) if key is None else key

    @cached_property
    def _bounds(self) -> list[int]:
        traced = traced_match_key(self.text, self._language, self.key)
        return [0, *traced.starts[1:], len(self.text)] if len(traced) else [0]

    @cached_property
    def _cuts(self) -> list[bool]:
        """Whether the text can be cut before each character of the key: not inside 2024年 made from 令和6年."""
        cuts = [True, *map(lt, self._bounds, self._bounds[1:])]
        cuts[len(self.key)] = True
        return cuts

    def fragment(self, span: Span) -> str:
        """What the text has for a stretch of the key; empty for an empty stretch."""
        if span.start >= span.end:
            return ""
        end = span.end
        # Where the key has あと for 後, あ stands for 後 as much as と.
        while not self._cuts[end]:
            end += 1
        return self.text[self._bounds[span.start] : self._bounds[end]]

    def bounds_of(self, span: Span) -> list[int]:
        """Where in the text each character of a stretch of the key begins, and where the last one ends."""
        return self._bounds[span.start : span.end + 1]

    def cuts_of(self, span: Span) -> list[bool]:
        """Whether the text can be cut at each of these places."""
        return self._cuts[span.start : span.end + 1]


class Respelt(NamedTuple):
    """A piece that two texts write differently: whether it follows the last one, and the kana behind it in both."""

    follows: bool
    query: str
    stored: str
    tail: str


# Of 与える and あたえる, and of 下さい and ください, a reader wants to see no less.
_LONGEST_TAIL, _PARTICLES = 2, frozenset("をはがのともへで")


def respelt(query: WrittenText, stored: WrittenText, kept: Kept) -> list[Respelt]:
    """The shortest pieces within a kept stretch that the texts write differently."""
    if query.fragment(kept.query) == stored.fragment(kept.stored):
        return []
    pieces = []
    # This runs over every character of every text that is compared, so it takes no slices where nothing can end.
    our_bounds, their_bounds = query.bounds_of(kept.query), stored.bounds_of(kept.stored)
    our_cuts, their_cuts = query.cuts_of(kept.query), stored.cuts_of(kept.stored)
    last = len(our_bounds) - 1
    start, last_end = 0, -1
    whole = our_cuts[0] and their_cuts[0]
    for end in range(1, last + 1):
        parts = our_cuts[end] and their_cuts[end]
        if not parts and end < last:
            continue
        # A number that changed in its middle is no spelling difference at its ends.
        if whole and parts:
            here = query.text[our_bounds[start] : our_bounds[end]]
            there = stored.text[their_bounds[start] : their_bounds[end]]
            if here != there:
                tail = _kana_behind(query.text, our_bounds[end], stored.text, their_bounds[end])
                pieces.append(Respelt(start == last_end, here, there, tail))
                last_end = end
        start, whole = end, True
    return pieces


def _kana_behind(query: str, place: int, stored: str, stored_place: int) -> str:
    """The hiragana that stand behind these places in both texts alike, unless a particle does."""
    if query[place : place + 1] in _PARTICLES:
        return ""
    both = zip(query[place : place + _LONGEST_TAIL], stored[stored_place : stored_place + _LONGEST_TAIL], strict=False)
    return "".join(one for one, _ in takewhile(lambda pair: pair[0] == pair[1] and _is_hiragana(pair[0]), both))


# The particle を ends a word; so does a long run of kana, for want of anything better.
_LONGEST_ENDING = 5
# With two kanji before it.
_FURTHEST = _LONGEST_ENDING + 2
# 開けない and 下がらない inflect 開 and 下; できない and されない do not inflect the noun before them.
_LONGEST_OKURIGANA, _OF_SURU = 2, frozenset("でさしすせ")


def words_around(query: str, stored: str, change: Change) -> tuple[Span, Span]:
    """What changed between two keys, widened for a reader in both alike: over the kana before it, or the kanji that it
    inflects. 増え and 増加し, where え and 加し are all that differs."""
    (start, end), (stored_start, stored_end) = change.query, change.stored
    furthest = _common_before(query[:start][-_FURTHEST:], stored[:stored_start][-_FURTHEST:])
    wider, stored_wider = start - _word_start(query, change.query), stored_start - _word_start(stored, change.stored)
    both = min(max(wider, stored_wider), furthest)
    return Span(start - max(wider, both), end), Span(stored_start - max(stored_wider, both), stored_end)


def _common_before(before: str, stored_before: str) -> int:
    """How many characters two texts have in common at their ends."""
    common = 0
    for one, other in zip(reversed(before), reversed(stored_before), strict=False):
        if one != other:
            break
        common += 1
    return common


def _word_start(text: str, span: Span) -> int:
    """Where the word begins in which a stretch of a key begins with kana; else where the stretch does."""
    start, _ = span
    if start == len(text) or not _is_hiragana(text[start]):
        return start
    furthest = max(0, start - _LONGEST_ENDING)
    while start > furthest and _is_hiragana(text[start - 1]) and text[start - 1] not in "をがはに":
        start -= 1
    inflects = 0 < span.start - start <= _LONGEST_OKURIGANA and text[start] not in _OF_SURU
    if inflects and start and _is_kanji(text[start - 1]):
        return start - 1
    if start == span.start and start and not _is_hiragana(text[start - 1]) and text[start] not in "をがはにのとで":
        start -= 2 if start > 1 and _is_kanji(text[start - 1]) and _is_kanji(text[start - 2]) else 1
    return start


def _is_kanji(character: str) -> bool:
    return "\u4e00" <= character <= "\u9fff"


def _is_hiragana(character: str) -> bool:
    return "ぁ" <= character <= "ゖ"
