"""Japanese words with their parts of speech and readings, from SudachiPy with its core dictionary."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from sudachipy import Morpheme, Tokenizer
    from sudachipy import SplitMode as SudachiMode

SplitMode = Literal["A", "B", "C"]

# SudachiPy refuses longer inputs (49,149 bytes of UTF-8); three bytes for a kana or kanji, four beyond the BMP.
LONGEST_PIECE = 12_000


@dataclass(frozen=True, slots=True)
class Token:
    """One word: `reading` is in katakana, `part_of_speech` holds UniDic's levels, `start:end` its place in the text."""

    surface: str
    dictionary_form: str
    normalized_form: str
    reading: str
    part_of_speech: tuple[str, ...]
    start: int
    end: int
    known: bool


@cache
def _tokenizer() -> Tokenizer:
    from sudachipy import Dictionary

    return Dictionary(dict="core").tokenizer()


def tokens(text: str, mode: SplitMode = "C") -> list[Token]:
    """The words of a text in order; mode A gives the shortest units, C the longest. White space is left out.

    Texts of any length are taken; very long ones are cut at a sentence end or line break where there is one.
    """
    return [
        _token(morpheme, start, end) for start, end, morpheme in words(text, mode) if not morpheme.surface().isspace()
    ]


def morphemes(text: str) -> Iterator[Morpheme]:
    """The words of a text in mode C as SudachiPy gives them, spaces too: for callers that ask little of most words."""
    text = _encodable(text)
    for start, end in _pieces(text):
        yield from _tokenizer().tokenize(text[start:end])


def words(text: str, mode: SplitMode) -> list[tuple[int, int, Morpheme]]:
    """The words of a text as SudachiPy gives them, each after its place, half-open in characters; see `tokens`."""
    text = _encodable(text)
    return [
        (start + morpheme.begin(), start + morpheme.end(), morpheme)
        for start, end in _pieces(text)
        for morpheme in _tokenizer().tokenize(text[start:end], _split_mode(mode))
    ]


def _encodable(text: str) -> str:
    """The text with the replacement character for halves of surrogate pairs, which SudachiPy does not take."""
    return re.sub("[\ud800-\udfff]", "\ufffd", text)


def _split_mode(mode: SplitMode) -> SudachiMode:
    from sudachipy import SplitMode as Mode

    return {"A": Mode.A, "B": Mode.B, "C": Mode.C}[mode]


def short_units(morpheme: Morpheme) -> Sequence[Morpheme]:
    """The shortest units of a word, or none where it is one itself."""
    from sudachipy import SplitMode as Mode

    units: Sequence[Morpheme] = morpheme.split(Mode.A, add_single=False)
    return units


def _token(morpheme: Morpheme, start: int, end: int) -> Token:
    return Token(
        surface=morpheme.surface(),
        dictionary_form=morpheme.dictionary_form(),
        normalized_form=morpheme.normalized_form(),
        reading=morpheme.reading_form(),
        part_of_speech=tuple(morpheme.part_of_speech()),
        start=start,
        end=end,
        known=not morpheme.is_oov(),
    )


def _pieces(text: str) -> list[tuple[int, int]]:
    pieces, start = [], 0
    while len(text) - start > LONGEST_PIECE:
        window = text[start : start + LONGEST_PIECE]
        cut = max(window.rfind(mark) for mark in "。\n、 ") + 1
        end = start + (cut or LONGEST_PIECE)
        pieces.append((start, end))
        start = end
    if start < len(text):
        pieces.append((start, len(text)))
    return pieces
