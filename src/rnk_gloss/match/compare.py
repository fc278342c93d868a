"""How alike two texts are, 0–100, and why: edits on match keys, less what the differences mean."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property, lru_cache

from rnk_gloss.match.changes import Change, Kept, WrittenText, changes_between, respelt, words_around
from rnk_gloss.match.deductions import DEDUCTIONS, FUZZY_CEILING, SPELLING_KINDS, VARIANT_FLOOR, Deduction
from rnk_gloss.match.explanation import explain
from rnk_gloss.match.meaning import Finding, findings, is_politeness, is_reordered
from rnk_gloss.match.roles import are_exchanged, are_two_voices, arguments, changed_roles, words_exchanged
from rnk_gloss.match.sound import sounds_alike
from rnk_gloss.match.spelling import spelling_kind
from rnk_gloss.model.match import Comparison, Difference
from rnk_gloss.model.span import Span
from rnk_gloss.text.languages import ENGLISH, JAPANESE, primary_language
from rnk_gloss.text.match_words import counts_words

_STOPS = frozenset("。．.！!？?")
_SILENT = " 　、。"
# Roles change over once, and a text is reworded once, however many changes it takes.
_TAKEN_ONCE = frozenset({"roles", "wording"})
# What a change can be in which the keys show nothing more, and what any can be, unless it is the only one.
_MILD_KINDS = ("wording", "politeness", "roles")
_COSTLY_KINDS = (*_MILD_KINDS, *(DEDUCTIONS.keys() - SPELLING_KINDS - {"reading", "inflection"}))
_ROUNDING = 1e-5
Deductions = Mapping[str, Deduction]


def compare(query: str, stored: str, *, language: str = "ja", deductions: Deductions = DEDUCTIONS) -> Comparison:
    """How alike a query and a stored text are.

    `base` is 100 · (1 − d / n): d is the Levenshtein distance of the match keys, n the length of the longer key. Both
    are in characters or, for languages that are written with spaces, in words, numbers and punctuation marks.
    `score` is the base less the deductions for what the differences mean, and never above the base: 100 for the same
    text, 95–99 for variants (spelling differs only), at most 94 where words differ. The costs of the differences sum
    to 100 − score.
    """
    return Prospect(query, stored, language=language, deductions=deductions).comparison


class Prospect:
    """Two texts of which only the match keys have been looked at.

    `highest` (0–100) is the most that they can score, and often little above what they do score; once it is below
    `least`, no more is looked at. Their `comparison`, which is what `compare` gives, takes several times as long to
    make: it is made when it is first asked for.
    """

    def __init__(
        self,
        query: str,
        stored: str,
        *,
        language: str = "ja",
        deductions: Deductions = DEDUCTIONS,
        keys: tuple[str, str] | None = None,
        least: float = 0.0,
    ) -> None:
        """Who has the match keys of the two texts at hand saves time by giving them."""
        self._query, self._stored, self._deductions = query, stored, deductions
        self.highest = 100.0
        if query != stored:
            self._look_at_keys(language, keys or (None, None), least)

    def _look_at_keys(self, language: str, keys: tuple[str, str] | tuple[None, None], least: float) -> None:
        in_words = counts_words(language)
        language = primary_language(language)
        language = language if language in {JAPANESE, ENGLISH} else "other"
        ours, theirs = _written(self._query, language, keys[0]), _written(self._stored, language, keys[1])
        if in_words:
            from rnk_gloss.match.word_changes import word_changes_between

            changes, self._kept, self._longest = word_changes_between(ours.key, theirs.key)
        else:
            changes, self._kept = changes_between(ours.key, theirs.key)
            self._longest = max(len(ours.key), len(theirs.key))
        self._pair = _Pair(ours, theirs, changes, language)
        if changes:
            self._base = 100 * (self._longest - sum(change.edits for change in changes)) / self._longest
            self.highest = highest_score(self._base)
            for cost in _certain_costs(self._pair, self._deductions):
                self.highest = min(self.highest, max(0.0, self._base - cost) + _ROUNDING)
                if self.highest < least:
                    break

    @cached_property
    def comparison(self) -> Comparison:
        """How alike the texts are, and why."""
        if self._query == self._stored:
            return Comparison(100.0, 100.0, (), explain(100.0, ()))
        pair, deductions = self._pair, self._deductions
        spelling = _spelling_differences(pair.ours, pair.theirs, self._kept, deductions)
        if not pair.changes:
            return _variant(self._query, self._stored, spelling, deductions)
        return _fuzzy(self._base, _meaning_differences(pair, deductions, self._longest), spelling)


def highest_score(base: float) -> float:
    """The most that texts of this base (0–100) can score: only keys without an edit between them can be variants."""
    return base if base == 100 else min(base, FUZZY_CEILING)


@lru_cache(maxsize=4096)
def _written(text: str, language: str, key: str | None) -> WrittenText:
    return WrittenText(text, language, key)


def _variant(query: str, stored: str, spelling: list[Difference], deductions: Deductions) -> Comparison:
    if not spelling:
        # Both keys are empty, or nothing but the spaces between their words differs.
        spelling = [Difference("punctuation", query, stored, deductions["punctuation"].cost)]
    spelling = _limited(spelling, 100.0 - VARIANT_FLOOR)
    score = 100.0 - sum(difference.cost for difference in spelling)
    return Comparison(score, 100.0, tuple(spelling), explain(score, spelling))


def _fuzzy(base: float, meaning: list[Difference], spelling: list[Difference]) -> Comparison:
    differences = [*meaning, *_limited(spelling, 100.0 - VARIANT_FLOOR)]
    total = sum(difference.cost for difference in differences)
    if total < 100.0 - FUZZY_CEILING:
        worst = max(range(len(meaning)), key=lambda place: meaning[place].cost)
        differences[worst] = _costing(meaning[worst], meaning[worst].cost + 100.0 - FUZZY_CEILING - total)
    differences = _limited(differences, 100.0)
    # Rounded, so that a sum of fractions that comes to 75 is not below 75.
    score = min(base, FUZZY_CEILING, max(0.0, round(100.0 - sum(difference.cost for difference in differences), 6)))
    return Comparison(score, base, tuple(differences), explain(score, differences))


def _limited(differences: Sequence[Difference], most: float) -> list[Difference]:
    """The differences with their costs cut down in proportion where they come to more than `most`."""
    total = sum(difference.cost for difference in differences)
    if total <= most:
        return list(differences)
    return [_costing(difference, difference.cost * most / total) for difference in differences]


def _costing(difference: Difference, cost: float) -> Difference:
    return Difference(difference.kind, difference.query, difference.stored, cost)


def _spelling_differences(
    ours: WrittenText, theirs: WrittenText, kept: list[Kept], deductions: Deductions
) -> list[Difference]:
    found: list[Difference] = []
    stop = _final_stop(ours.text)
    for stretch in kept:
        joined: list[tuple[str, str, str, str]] = []
        for follows, query, stored, tail in respelt(ours, theirs, stretch):
            kind = spelling_kind(query, stored)
            if joined and joined[-1][0] == kind and follows:
                _kind, before, before_stored, _tail = joined.pop()
                query, stored = before + query, before_stored + stored
            joined.append((kind, query, stored, tail))
        found += [Difference(kind, *_shown(kind, *piece), deductions[kind].cost) for kind, *piece in joined]
    if stop and stop == _final_stop(theirs.text):
        # Both end so, whatever stands before it.
        return [one for one in found if one.kind != "punctuation" or {one.query, one.stored} != {stop, ""}]
    return found


def _final_stop(text: str) -> str:
    last = text.rstrip()[-1:]
    return last if last in _STOPS else ""


def _shown(kind: str, query: str, stored: str, tail: str) -> tuple[str, str]:
    """For a comma or a space, the comma alone; words are shown whole."""
    if kind == "kanji/kana":
        return query + tail, stored + tail
    if kind != "punctuation":
        return query, stored
    start = 0
    while start < min(len(query), len(stored)) and query[start] == stored[start]:
        start += 1
    shown = query[start:], stored[start:]
    # Of 10,000 and 10000, of e-mail and email a reader wants to see no less.
    return (query, stored) if re.search(r"\w", "".join(shown)) else shown


class _Pair:
    """Two texts under comparison, and what changed between their keys."""

    def __init__(self, ours: WrittenText, theirs: WrittenText, changes: Sequence[Change], language: str) -> None:
        self.ours, self.theirs, self.changes, self.language = ours, theirs, changes, language
        self._turned: list[list[Finding]] = []

    @cached_property
    def moved(self) -> tuple[str, ...]:
        """The nouns that changed their roles."""
        return changed_roles(self.ours.key, self.theirs.key) if self.language == "ja" else ()

    @cached_property
    def is_in_two_voices(self) -> bool:
        """Whether one text is the passive of the other."""
        return self.language == "ja" and are_two_voices(self.ours.key, self.theirs.key)

    @cached_property
    def exchanged(self) -> frozenset[Change]:
        """The changes in which two words, or two particles, have each other's place: 父が作り子が食べる."""
        exchanged = words_exchanged if self.language != "ja" else are_exchanged
        before: dict[tuple[str, str], list[int]] = {}
        found: set[Change] = set()
        for place, change in enumerate(self.changes):
            here, there = self.fragments(change)
            for other in before.get((there, here), ()) if here and there else ():
                if exchanged(here, there, self._between(other, place)):
                    found |= {change, self.changes[other]}
            before.setdefault((here, there), []).append(place)
        return frozenset(found)

    def _between(self, first: int, second: int) -> str:
        return self.ours.key[self.changes[first].query.end : self.changes[second].query.start]

    def turned(self, place: int) -> list[Finding]:
        """What the change with this number turns round, as the keys show it; asked for one after the other."""
        if place == len(self._turned):
            self._turned.append(self._turned_by(self.changes[place]))
        return self._turned[place]

    def _turned_by(self, change: Change) -> list[Finding]:
        found = [
            (kind, here, there)
            for kind, here, there in findings(self.ours.key, self.theirs.key, change, self.language)
            # Nouns that changed their roles are counted as such.
            if not (_names(self.ours.key, here, self.moved) and _names(self.theirs.key, there, self.moved))
            and not (kind == "antonym" and (change in self.exchanged or self._is_in_both(here, there)))
        ]
        # ないよう denies nothing where 内容 stood, whatever it looks like.
        return [] if found and _is_respelt_by_sound(self) else found

    def _is_in_both(self, here: Sequence[Span], there: Sequence[Span]) -> bool:
        """Whether a passive has the two opposites, too, each in its other place."""
        return (
            self.is_in_two_voices
            and all(self.ours.key[slice(*span)] in self.theirs.key for span in here)
            and all(self.theirs.key[slice(*span)] in self.ours.key for span in there)
        )

    def fragments(self, change: Change) -> tuple[str, str]:
        """What stands in the two keys where they differ."""
        return self.ours.key[slice(*change.query)], self.theirs.key[slice(*change.stored)]


def _certain_costs(pair: _Pair, deductions: Deductions) -> Iterator[float]:
    """What the changes cost at least beside their edits, whatever the texts themselves show: ever more, as more of the
    keys is looked at."""
    # One of several changes is not told by its sound, so it costs something, whatever it is.
    several = pair.language == "ja" and len(pair.changes) > 1
    least = min(deductions[kind].cost for kind in _COSTLY_KINDS) if several else 0.0
    yield least
    mild = min(deductions[kind].cost for kind in _MILD_KINDS) if several and not pair.moved else 0.0
    cost = deductions["roles"].cost if pair.moved else 0.0
    taken = {"roles"} if pair.moved else set[str]()
    all_turned = True
    for place in range(len(pair.changes)):
        found = pair.turned(place)
        for kind, _query, _stored in found:
            if kind not in taken:
                cost += deductions[kind].cost
            if kind in _TAKEN_ONCE:
                taken.add(kind)
        all_turned = all_turned and bool(found)
        yield max(least, cost + (0.0 if all_turned else mild))


def _meaning_differences(pair: _Pair, deductions: Deductions, longest: int) -> list[Difference]:
    found: list[Difference] = []
    taken: set[str] = set()
    for place, change in enumerate(pair.changes):
        share = 100 * change.edits / longest
        for kind, query, stored in _kinds(pair, change, pair.turned(place)):
            cost = 0.0 if kind in taken else deductions[kind].cost
            if kind in _TAKEN_ONCE:
                taken.add(kind)
            found.append(Difference(kind, query, stored, share + cost))
            share = 0.0
    if pair.moved and "roles" not in taken:
        found.append(_change_of_roles(pair, deductions["roles"].cost))
    return _with_roles_together(found, pair) if len(pair.moved) > 1 else found


def _change_of_roles(pair: _Pair, cost: float) -> Difference:
    """The nouns of which each has the other's part, or the one noun with its particles."""
    noun = pair.moved[0]
    if len(pair.moved) > 1:
        return Difference("roles", _as_written(pair.ours, noun), _as_written(pair.ours, pair.moved[-1]), cost)
    return Difference("roles", noun + arguments(pair.ours.key)[noun], noun + arguments(pair.theirs.key)[noun], cost)


def _with_roles_together(found: list[Difference], pair: _Pair) -> list[Difference]:
    """The differences with all that two nouns' change of roles takes as one of them, which names the nouns."""
    cost = sum(difference.cost for difference in found if difference.kind == "roles")
    others = [difference for difference in found if difference.kind != "roles"]
    return [_change_of_roles(pair, cost), *others]


def _as_written(text: WrittenText, word: str) -> str:
    """What the text itself has for a word of its key."""
    place = text.key.find(word)
    return text.fragment(Span(place, place + len(word)))


def _kinds(pair: _Pair, change: Change, turned: Sequence[Finding]) -> list[tuple[str, str, str]]:
    """What a change is, with the fragments to show for it; never empty."""
    here, there = words_around(pair.ours.key, pair.theirs.key, change)
    query, stored = _spoken(pair.ours.fragment(here)), _spoken(pair.theirs.fragment(there))
    found = [
        (
            kind,
            _spoken(_written_there(pair.ours, words)) or query,
            _spoken(_written_there(pair.theirs, others)) or stored,
        )
        for kind, words, others in turned
    ]
    return found or [(_mild_kind(pair, change, query, stored), query, stored)]


def _spoken(fragment: str) -> str:
    """A fragment without the spaces, commas and stops that it ends in."""
    fragment = fragment.strip(_SILENT)
    return fragment.rstrip(".") or fragment


def _written_there(text: WrittenText, words: Sequence[Span]) -> str:
    return " ".join(map(text.fragment, words))


def _names(key: str, words: Sequence[Span], nouns: Sequence[str]) -> bool:
    word = " ".join(key[slice(*span)] for span in words)
    return bool(word) and any(word in noun for noun in nouns)


def _mild_kind(pair: _Pair, change: Change, query: str, stored: str) -> str:
    changed = pair.fragments(change)
    if pair.language != "ja":
        from rnk_gloss.match.inflection import is_inflection

        if change in pair.exchanged:
            return "roles"
        return "inflection" if is_inflection(*changed) else "wording"
    has_new_part = change in pair.exchanged or (pair.moved and _touches_roles(pair, change)) or is_reordered(*changed)
    if has_new_part and not pair.is_in_two_voices:
        return "roles"
    if is_politeness(query, stored):
        return "politeness"
    return "reading" if _is_respelt_by_sound(pair) else "wording"


def _is_respelt_by_sound(pair: _Pair) -> bool:
    """Whether all that differs is that one text writes in kana what the other writes in kanji."""
    if pair.language != "ja" or len(pair.changes) != 1:
        return False
    return sounds_alike(pair.ours.text, pair.theirs.text, pair.fragments(pair.changes[0]))


def _touches_roles(pair: _Pair, change: Change) -> bool:
    """Whether a change lies in a noun that changed its role, or in the particle after it."""
    return any(
        start <= change.query.end and change.query.start <= start + len(noun) + 2
        for noun in pair.moved
        for start in [pair.ours.key.find(noun)]
    )
