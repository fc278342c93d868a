"""What was changed between two texts, in pieces that a reader takes in at a glance."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from rnk_gloss.model.span import Span

ChangeKind = Literal["equal", "replace", "delete", "insert"]

# Words as far as scripts show them. を always stands for itself; other kana go with the ending that they are part of.
_PIECE = re.compile(
    r"[^\W\d_\u3000-\u30ff\u3400-\u9fff\uac00-\ud7af\uff00-\uffef]+(?:['’][a-zA-Z]+)?|[\d]+(?:[.,]\d+)*"
    r"|[ァ-ヺーｦ-ﾟ]+|を|[ぁ-ゑん-ゖゝゞ]+|[\u3400-\u9fff々]+|\s+|.",
    re.DOTALL,
)
_KANJI = re.compile("[\u3400-\u9fff々]+")
# A run of kanji up to this long is taken as one word; in a longer compound each kanji may change alone.
_LONGEST_KANJI_WORD = 3


@dataclass(frozen=True, slots=True)
class DifferenceRun:
    """A stretch of the text before and the stretch of the text after that stands for it; either may be empty."""

    kind: ChangeKind
    before: Span
    after: Span


def difference_runs(before: str, after: str) -> list[DifferenceRun]:
    """The runs from one text to the other, in order and without gaps: equal ones and changed ones in turn.

    Changed runs begin and end at the edges of words, as the script shows them. Putting each run of `after` in the
    place of its run of `before` gives `after`.
    """
    from rapidfuzz.distance import Levenshtein

    pieces, pieces_after = _pieces(before), _pieces(after)
    edges, edges_after = _edges(pieces), _edges(pieces_after)
    runs: list[DifferenceRun] = []
    for operation in Levenshtein.opcodes(pieces, pieces_after):
        run = DifferenceRun(
            "equal" if operation.tag == "equal" else "replace",
            Span(edges[operation.src_start], edges[operation.src_end]),
            Span(edges_after[operation.dest_start], edges_after[operation.dest_end]),
        )
        _append(runs, run, before)
    return [_named(run) for run in runs]


def _pieces(text: str) -> list[str]:
    pieces: list[str] = []
    for piece in _PIECE.findall(text):
        if len(piece) > _LONGEST_KANJI_WORD and _KANJI.fullmatch(piece):
            pieces.extend(piece)
        else:
            pieces.append(piece)
    return pieces


def _edges(pieces: list[str]) -> list[int]:
    edges = [0]
    for piece in pieces:
        edges.append(edges[-1] + len(piece))
    return edges


def _append(runs: list[DifferenceRun], run: DifferenceRun, before: str) -> None:
    """Add a run; changes that touch, or that only a space or a single kana parts, become one."""
    if run.kind != "equal" and runs:
        start = len(runs)
        if runs[-1].kind != "equal":
            start -= 1
        elif len(runs) > 1 and _is_slight(before[slice(*runs[-1].before)]):
            start -= 2
        if start < len(runs):
            first = runs[start]
            del runs[start:]
            run = DifferenceRun(
                "replace", Span(first.before.start, run.before.end), Span(first.after.start, run.after.end)
            )
    runs.append(run)


def _is_slight(text: str) -> bool:
    return text.isspace() or (len(text) == 1 and "ぁ" <= text <= "ゖ")


def _named(run: DifferenceRun) -> DifferenceRun:
    if run.kind == "equal":
        return run
    if run.before.start == run.before.end:
        return DifferenceRun("insert", run.before, run.after)
    if run.after.start == run.after.end:
        return DifferenceRun("delete", run.before, run.after)
    return run
