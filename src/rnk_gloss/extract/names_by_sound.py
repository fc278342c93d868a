"""Foreign names in Latin letters by their sound: matched against names that the same texts print, else romanised."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rnk_gloss.lexicon.dictionary import Lexicon
from rnk_gloss.model.document import Document
from rnk_gloss.model.segment import AlignedSegment
from rnk_gloss.model.span import Span

KATAKANA_NAME = re.compile(r"[ァ-ヴー]{2,}(?:[・=][ァ-ヴー]{1,})*")
PARTS = re.compile(r"[・=]")
SHORTEST, LONGEST = 3, 24  # katakana of a name that is looked for
LATIN_NAME = re.compile(r"[A-Z][a-z]+(?:[\-'’][A-Z]?[a-z]+)*(?: [A-Z][a-z]+(?:[\-'’][A-Z]?[a-z]+)*){0,3}")
LEAST_LIKENESS = 0.86
ROMANISATIONS = 5
MOST_PRINTED = 5_000  # with one first consonant

# What katakana does not tell apart is written alike; ordered, longer spellings first.
_ALIKE = (
    ("sch", "s"), ("tch", "t"), ("sh", "s"), ("ch", "t"), ("kh", "h"), ("ph", "f"), ("th", "s"), ("ck", "k"),
    ("v", "b"), ("l", "r"), ("c", "k"), ("q", "k"), ("x", "ks"), ("y", "i"), ("j", "i"), ("z", "s"), ("w", "u"),
)  # fmt: skip
VOWELS = re.compile("[aeiou ]+")
_REPEATED = re.compile(r"(.)\1+")


@dataclass(frozen=True, slots=True)
class PrintedName:
    """A name in Latin letters that a text prints: `document` is the path of its original, `span` its place there."""

    text: str
    document: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Heard:
    """A name for what katakana spells: `likeness` (0 to 1) to the `printed` name, or the best romanisation alone."""

    text: str
    likeness: float
    printed: PrintedName | None = None


class NamesBySound:
    """Names by sound; each name is worked out once."""

    def __init__(self, lexicon: Lexicon, printed: Iterable[PrintedName]) -> None:
        self._lexicon = lexicon
        grouped: dict[tuple[int, str], dict[str, PrintedName]] = {}
        for name in printed:
            for part in self._names_in(name):
                grouped.setdefault(_group(part.text), {}).setdefault(part.text, part)
        self._printed = {key: tuple(names.values())[:MOST_PRINTED] for key, names in grouped.items()}
        self._known: dict[str, tuple[Heard, ...]] = {}

    def heard(self, form: str) -> tuple[Heard, ...]:
        """The names that a katakana form can be, printed ones before romanisations; () for other forms."""
        if form not in self._known:
            self._known[form] = tuple(self._hear(form)) if KATAKANA_NAME.fullmatch(form) else ()
        return self._known[form]

    def _hear(self, form: str) -> Iterator[Heard]:
        if not SHORTEST <= len(form) <= LONGEST:
            return
        parts = [self._lexicon.romanisations(part, ROMANISATIONS) for part in PARTS.split(form)]
        if not all(parts):
            return
        spellings = [
            " ".join(_capitalised(part[min(place, len(part) - 1)][0]) for part in parts)
            for place in range(ROMANISATIONS)
        ]
        compared = [
            (likeness(name.text, spelling), name)
            for spelling in dict.fromkeys(spellings)
            for name in self._printed.get(_group(spelling), ())
        ]
        likest = max(compared, key=lambda found: found[0], default=None)
        if likest is not None and likest[0] >= LEAST_LIKENESS:
            yield Heard(likest[1].text, likest[0], likest[1])
        for spelling in dict.fromkeys(spellings[:2]):
            yield Heard(spelling, 0.0)

    def _names_in(self, name: PrintedName) -> Iterator[PrintedName]:
        """The runs of a name's words whose last word is in no dictionary, with their places."""
        words = list(re.finditer(r"\S+", name.text))
        for start in range(len(words)):
            for end in range(start + 1, len(words) + 1):
                if self._lexicon.frequency(words[end - 1].group().lower()) == 0:
                    first, last = words[start].start(), words[end - 1].end()
                    span = Span(name.span.start + first, name.span.start + last) if name.span else None
                    yield PrintedName(name.text[first:last], name.document, span)


def printed_names(documents: Sequence[Document], aligned: Iterable[AlignedSegment] = ()) -> Iterator[PrintedName]:
    """The names in Latin letters that documents print, and then those of the translations of their segments."""
    for document in documents:
        for paragraph in document.paragraphs:
            for found in LATIN_NAME.finditer(paragraph.text):
                span = paragraph.content.original_span(*found.span())
                as_written = span.end - span.start == len(found.group())
                yield PrintedName(found.group(), document.path, span if as_written else None)
    for number, _, target, _ in aligned:
        for found in LATIN_NAME.finditer(target):
            yield PrintedName(found.group(), documents[number].path)


def _group(name: str) -> tuple[int, str]:
    """Names of other numbers of words, or with another first consonant, are not alike."""
    return name.count(" ") + 1, _consonants(_sound(name))[:1]


def likeness(first: str, second: str) -> float:
    """How alike two names sound, 0 to 1: the lesser of the Jaro–Winkler likenesses (Winkler 1990) of their spellings
    and of their consonants."""
    from rapidfuzz.distance import JaroWinkler

    sounds = (_sound(first), _sound(second))
    consonants = [_consonants(sound) for sound in sounds]
    if not consonants[0] or consonants[0][:1] != consonants[1][:1]:
        return 0.0
    return min(JaroWinkler.similarity(*sounds), JaroWinkler.similarity(*consonants))


@lru_cache(16_384)
def _sound(name: str) -> str:
    sound = re.sub("[^a-z ]", "", name.lower())
    for spelling, alike in _ALIKE:
        sound = sound.replace(spelling, alike)
    return _REPEATED.sub(r"\1", sound)


def _consonants(sound: str) -> str:
    return VOWELS.sub("", sound)


def _capitalised(latin: str) -> str:
    return latin[:1].upper() + latin[1:]
