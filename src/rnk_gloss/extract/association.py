"""English of terms from parallel text: what stands in the translations of their segments more often than elsewhere.

Every n-gram of one to six words is weighed by the log-likelihood ratio of Dunning (1993, "Accurate methods for the
statistics of surprise and coincidence"), together with its agreement with the English that other sources propose.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from rnk_gloss.extract.wordings import same_term_key
from rnk_gloss.lexicon.stems import FUNCTION_WORDS
from rnk_gloss.model.evidence_details import TargetReason
from rnk_gloss.model.segment import AlignedSegment
from rnk_gloss.model.span import Span

LONGEST_GRAM = 6  # words
LONGEST_SEGMENT = 120  # words; what is longer was hardly aligned well
LONGEST_SOURCE = 1_000  # characters
WORD = re.compile(r"[A-Za-z0-9]+(?:['’.&\-][A-Za-z0-9]+)*")
SENTENCE_END = re.compile(r"[.!?:;][\"'”’)]?\s*$|^\W*$")
# What may stand between two words of one term.
WITHIN_TERM = re.compile(r"[ \t\"“”]+|, ")
LONGER_KEEPS = 0.92  # of the shorter n-gram's likelihood
AGREEMENT = 0.6  # of the best likelihood
LEAST_LIKELIHOOD = 6.63  # one in a hundred by chance (chi-squared, one degree of freedom)
LEAST_SHARE = 0.5  # of a term's segments, and of the n-gram's own
MOST_ASSOCIATIONS = 4
CONSIDERED = 60
MOST_RIVALS = 2
MOST_COMPARED = 20  # segments whose spelling of an n-gram is looked at
# Beside English from other sources, what shares no word with it must stand with the term so often to be believed.
LEAST_WITHOUT_AGREEMENT = 4
NAME_GOES_ON = re.compile(r" [A-Z]")
NAME_BEGAN = re.compile(r"(?<![.!?] )[A-Z][\w’'-]* $")

# With the lexicon's function words: no term begins or ends with one of these.
NEVER_AT_EDGES = FUNCTION_WORDS | {
    "between", "among", "against", "toward", "towards", "after", "before", "during", "since", "until", "without",
    "within", "under", "through", "throughout", "via", "despite", "amid", "called", "known", "named", "including",
    "following",
}  # fmt: skip
INSIDE = frozenset({"of", "the", "and", "for", "on", "in", "to", "a", "an", "with", "against", "between", "by"})


@dataclass(frozen=True, slots=True)
class Association:
    """English that the translations use for a term: it stands in `together` of the term's `segments` segments and in
    `elsewhere` others; `likelihood` is the log-likelihood ratio; `agreement` is how much of it other sources propose (0
    to 1, 1 for the whole); `document` and `span` are the place of the first segment where both stand; `rivals` are
    other wordings in the term's segments, with their counts."""

    text: str
    together: int
    segments: int
    elsewhere: int
    likelihood: float
    agreement: float
    document: int
    span: Span | None = None
    rivals: tuple[tuple[str, int], ...] = ()

    @property
    def agrees(self) -> bool:
        """Whether another source proposes the same."""
        return self.agreement >= 1

    @property
    def share(self) -> float:
        """The share of the term's segments that have it, 0 to 1."""
        return self.together / self.segments

    def detail(self) -> str:
        """The counts in words, with the other wordings that the translations have."""
        rivals = ", ".join(f"{text} {count}×" for text, count in self.rivals)
        if self.segments == 1:
            said = TargetReason.ALSO_OF_ONE_ALIGNED if rivals else TargetReason.OF_ONE_ALIGNED
        else:
            said = TargetReason.ALSO_OF_ALIGNED if rivals else TargetReason.OF_ALIGNED
        return said.of(count=self.together, all=self.segments, rivals=rivals)


class ParallelText:
    """The aligned segments of a batch, with the places of terms and of English n-grams in them."""

    def __init__(self, aligned: Sequence[AlignedSegment], terms: Iterable[str]) -> None:
        self._aligned = aligned
        self._cased: Counter[str] = Counter()
        self._frequency: Counter[str] = Counter()
        self._grams: list[frozenset[str]] = []
        for segment in aligned:
            self._count_cases(segment.target)
            self._grams.append(frozenset(key for key, _ in grams_of(segment.target)))
            self._frequency.update(self._grams[-1])
        self._alone, self._inside = _places([segment.source[:LONGEST_SOURCE] for segment in aligned], set(terms))

    def associations(self, forms: Iterable[str], proposed: Sequence[str]) -> list[Association]:
        """What the translations have for a term, best first; `proposed` is the English of other sources.

        A term that stands once, or only inside longer terms, has what agrees with another source and nothing else.
        """
        listed = list(forms)
        alone = sorted({number for form in listed for number in self._alone.get(form, ())})
        numbers = alone or sorted({number for form in listed for number in self._inside.get(form, ())})
        if not numbers:
            return []
        counts = Counter(gram for number in numbers for gram in self._grams[number])
        found = {key: self._confirmed(text, key, counts, numbers) for text, key in _keys(proposed) if counts[key]}
        words = [set(key.split()) for _, key in _keys(proposed)]
        if alone and len(numbers) > 1:
            for one, key in self._discovered_all(counts, numbers, words):
                if not any(_overlap(key, known) and other.together >= counts[key] for known, other in found.items()):
                    found[key] = one
        ordered = sorted(
            found.values(), key=lambda one: (-one.agrees * AGREEMENT - one.share, -one.likelihood, one.text)
        )
        return [_with_rivals(one, ordered) for one in ordered]

    def _discovered_all(
        self, counts: Mapping[str, int], numbers: Sequence[int], proposed: Sequence[set[str]]
    ) -> list[tuple[Association, str]]:
        """What stands with the term more often than chance allows, with its key: whole names before their parts."""
        kept: list[tuple[Association, str]] = []
        for key in self._likeliest(counts, len(numbers), proposed):
            agreement = _agreement(set(key.split()), proposed)
            if proposed and not agreement and counts[key] < LEAST_WITHOUT_AGREEMENT:
                continue
            one = self._discovered(key, counts, numbers, agreement)
            if not self._is_fragment(one.text, numbers):
                kept = [(other, known) for other, known in kept if not _is_part(known, key, counts)]
                if not any(_is_part(key, known, counts) for _, known in kept):
                    kept.append((one, key))
        return kept[:MOST_ASSOCIATIONS]

    def _is_fragment(self, text: str, numbers: Sequence[int]) -> bool:
        """Whether a name goes on before or after the text wherever it stands (*Experts of the UN Security* Council)."""
        if not text[:1].isupper():
            return False
        cut = whole = 0
        for number in numbers[:MOST_COMPARED]:
            target = self._aligned[number].target
            place = target.find(text)
            if place >= 0:
                goes_on = NAME_GOES_ON.match(target, place + len(text)) and text.rsplit(maxsplit=1)[-1][:1].isupper()
                if goes_on or NAME_BEGAN.search(target[max(0, place - 40) : place]):
                    cut += 1
                else:
                    whole += 1
        return cut > whole

    def _count_cases(self, target: str) -> None:
        """Counts the spellings of words that begin no sentence."""
        for match in islice(WORD.finditer(target), LONGEST_SEGMENT):
            if not SENTENCE_END.search(target[max(0, match.start() - 4) : match.start()]):
                self._cased[match.group()] += 1

    def _likeliest(self, counts: Mapping[str, int], segments: int, proposed: Sequence[set[str]]) -> list[str]:
        total = len(self._aligned)
        scores = {
            gram: log_likelihood(together, segments, self._frequency[gram], total)
            for gram, together in counts.items()
            if together > 1 and together >= LEAST_SHARE * max(segments, self._frequency[gram]) and not gram.isdigit()
        }
        scores = {gram: score for gram, score in scores.items() if score >= LEAST_LIKELIHOOD}
        best = max(scores.values(), default=0.0)
        scores = {
            gram: score + AGREEMENT * best * _agreement(set(gram.split()), proposed) for gram, score in scores.items()
        }
        ordered = sorted(scores, key=lambda gram: (-scores[gram], gram))[:CONSIDERED]
        for longer in ordered:
            for shorter in ordered:
                if (
                    f" {shorter} " in f" {longer} "
                    and shorter != longer
                    and scores[longer] >= LONGER_KEEPS * scores[shorter]
                ):
                    scores[shorter] = min(scores[shorter], 0.99 * scores[longer])
        ordered.sort(key=lambda gram: (-scores[gram], gram))
        return ordered

    def _discovered(self, key: str, counts: Mapping[str, int], numbers: Sequence[int], agreement: float) -> Association:
        together, frequency = counts[key], self._frequency[key]
        likelihood = log_likelihood(together, len(numbers), frequency, len(self._aligned))
        return self._association(self._spelling(key, numbers), key, together, numbers, likelihood, agreement=agreement)

    def _confirmed(self, text: str, key: str, counts: Mapping[str, int], numbers: Sequence[int]) -> Association:
        likelihood = log_likelihood(counts[key], len(numbers), self._frequency[key], len(self._aligned))
        spelling = self._spelling(key, numbers)
        capitals = any(self._cased[word] for word in WORD.findall(spelling) if word != word.lower())
        written = spelling if capitals or spelling.lower() != text.lower() else text
        return self._association(written, key, counts[key], numbers, likelihood, agreement=1.0)

    def _association(
        self, text: str, key: str, together: int, numbers: Sequence[int], likelihood: float, *, agreement: float
    ) -> Association:
        first = next(number for number in numbers if key in self._grams[number])
        segment = self._aligned[first]
        elsewhere = self._frequency[key] - together
        return Association(
            text, together, len(numbers), elsewhere, likelihood, agreement, segment.document, segment.span
        )

    def _spelling(self, key: str, numbers: Sequence[int]) -> str:
        """The usual spelling of an n-gram; a capital at its beginning that only begins sentences goes."""
        having = [number for number in numbers if key in self._grams[number]][:MOST_COMPARED]
        surfaces = Counter(
            text for number in having for found, text in grams_of(self._aligned[number].target) if found == key
        )
        text = min(surfaces, key=lambda surface: (-surfaces[surface], len(surface), surface))
        first = WORD.match(text)
        assert first is not None
        word = first.group()
        lower = word[:1].lower() + word[1:]
        if word != word.upper() and self._cased[lower] >= max(1, self._cased[word]) and text[1:] == text[1:].lower():
            return lower + text[first.end() :]
        return text


def grams_of(target: str) -> Iterator[tuple[str, str]]:
    """The n-grams of an English segment that can be terms, as keys and as they are written there."""
    words = list(islice(WORD.finditer(target), LONGEST_SEGMENT))
    keys = [same_term_key(word.group()) for word in words]
    is_small = [word.group().lower() in NEVER_AT_EDGES and not word.group().isupper() for word in words]
    for start, first in enumerate(words):
        if is_small[start]:
            continue
        for end in range(start, min(len(words), start + LONGEST_GRAM)):
            if end > start and not WITHIN_TERM.fullmatch(target, words[end - 1].end(), words[end].start()):
                break
            if is_small[end] and words[end].group().lower() not in INSIDE:
                break
            if not is_small[end]:
                key = " ".join(filter(None, keys[start : end + 1]))
                yield key, target[first.start() : words[end].end()]


def log_likelihood(together: int, first: int, second: int, total: int) -> float:
    """Dunning's ratio for two things that stand in `first` and `second` of `total` segments, and in `together` of them
    both; 0 where they meet no more often than by chance."""
    if together * total <= first * second:
        return 0.0
    expected, inside = second / total, together / first
    outside = (second - together) / max(1, total - first)
    return 2 * (
        _log_probability(together, first, inside)
        + _log_probability(second - together, total - first, outside)
        - _log_probability(together, first, expected)
        - _log_probability(second - together, total - first, expected)
    )


def _log_probability(hits: int, trials: int, share: float) -> float:
    bounded = min(max(share, 1e-9), 1 - 1e-9)
    return hits * math.log(bounded) + (trials - hits) * math.log(1 - bounded)


def _keys(proposed: Iterable[str]) -> list[tuple[str, str]]:
    return [(text, key) for text in proposed if (key := same_term_key(text))]


def _agreement(words: set[str], others: Iterable[set[str]]) -> float:
    """How much of its words a wording shares with the nearest of the others (Dice's coefficient)."""
    return max((2 * len(words & other) / (len(words) + len(other)) for other in others), default=0.0)


def _with_rivals(one: Association, all_found: Sequence[Association]) -> Association:
    rivals = [
        (other.text, other.together)
        for other in all_found
        if not _overlap(same_term_key(one.text), same_term_key(other.text))
    ]
    return replace(one, rivals=tuple(rivals[:MOST_RIVALS]))


def _overlap(first: str, second: str) -> bool:
    """Whether one n-gram is a part of the other."""
    return f" {first} " in f" {second} " or f" {second} " in f" {first} "


def _is_part(part: str, whole: str, counts: Mapping[str, int]) -> bool:
    """Whether an n-gram stands in a longer one, and hardly more often than it."""
    return part != whole and f" {part} " in f" {whole} " and counts[whole] >= LONGER_KEEPS * counts[part]


def _places(sources: Sequence[str], terms: set[str]) -> tuple[dict[str, list[int]], dict[str, list[int]]]:
    """The numbers of the segments in which each term stands by itself, and in which it stands inside a longer term."""
    longest = max(map(len, terms), default=0)
    alone: dict[str, list[int]] = defaultdict(list)
    inside: dict[str, list[int]] = defaultdict(list)
    for number, source in enumerate(sources):
        covered = 0
        for start in range(len(source)):
            ends = range(min(len(source), start + longest), start, -1)
            for end in (end for end in ends if source[start:end] in terms):
                places = alone if end > covered else inside
                if not places[source[start:end]] or places[source[start:end]][-1] != number:
                    places[source[start:end]].append(number)
                covered = max(covered, end)
    return dict(alone), dict(inside)
