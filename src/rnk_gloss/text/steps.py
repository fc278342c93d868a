"""Taking a text through steps that rewrite it, in two ways that agree: fast, and with the origin of each character."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Generic, Protocol, TypeVar

from rnk_gloss.model.traced import TracedText
from rnk_gloss.text.word_places import WordsHeld

Edit = tuple[int, int, str]
"""Where a text is changed, from and up to which character, and what stands there then."""


class Step(Protocol):
    """One rewriting: `apply` gives the new text.

    Each text that it changes has one of the pieces `needed`; where there are none, it may change any.
    """

    @property
    def needed(self) -> tuple[str, ...]: ...

    def apply(self, text: str) -> str: ...


class TracedStep(Step, Protocol):
    """A rewriting that tells the places that it changes, and what stands there then."""

    def edits(self, text: str) -> Sequence[Edit]: ...


S_co = TypeVar("S_co", bound=Step, covariant=True)

LONGEST_SEARCHED = 400
"""In longer texts each step looks itself for what it needs: most are needed, and after each change all would be looked
for again."""


class Steps(Generic[S_co]):
    """Steps in their order. Of a hundred a short text goes through few: what they need is looked for at once."""

    def __init__(self, steps: Iterable[S_co]) -> None:
        self._steps = tuple(steps)
        self._all = (1 << len(self._steps)) - 1
        self._wanting = sum(1 << number for number, step in enumerate(self._steps) if not step.needed)
        needing: dict[str, int] = {}
        for number, step in enumerate(self._steps):
            for piece in step.needed:
                needing[piece] = needing.get(piece, 0) | 1 << number
        self._pieces = WordsHeld(needing)
        self._needing = [*needing.values()]

    def __getitem__(self, number: int) -> S_co:
        return self._steps[number]

    def left_for(self, text: str, done: int = 0) -> int:
        """The steps that can change the text, but for the first `done`, each as the bit of its number."""
        if len(text) > LONGEST_SEARCHED:
            return self._all >> done << done
        found, needing = self._wanting, self._needing
        if needing:
            for piece, _, _ in self._pieces.of(text):
                found |= needing[piece]
        return found >> done << done


def rewrite(text: str, steps: Steps[Step]) -> str:
    """The text after all steps, in order."""
    left = steps.left_for(text)
    while left:
        number = (left & -left).bit_length() - 1
        left &= left - 1
        rewritten = steps[number].apply(text)
        if rewritten != text:
            text = rewritten
            left = steps.left_for(text, number + 1)
    return text


def rewrite_traced(text: TracedText, steps: Steps[TracedStep]) -> TracedText:
    """The same text as `rewrite`, in which a replaced piece stands for all that it was made from."""
    written = text.text
    left = steps.left_for(written)
    while left:
        number = (left & -left).bit_length() - 1
        left &= left - 1
        edits = steps[number].edits(written)
        changing = [_narrowed(written, edit) for edit in edits if written[edit[0] : edit[1]] != edit[2]]
        if changing:
            text = _edited(text, changing)
            written = text.text
            left = steps.left_for(written, number + 1)
    return text


def _narrowed(written: str, edit: Edit) -> Edit:
    """The edit without the hiragana that it leaves alone at its beginning, or else at its end, while something stays of
    both: けます and ける differ behind け, 後に and あとに before に."""
    start, end, replaced = edit
    most = min(end - start, len(replaced)) - 1
    kept = 0
    while kept < most and written[start + kept] == replaced[kept] and "ぁ" <= replaced[kept] <= "ゖ":
        kept += 1
    if kept:
        return start + kept, end, replaced[kept:]
    while kept < most and written[end - 1 - kept] == replaced[-1 - kept] and "ぁ" <= replaced[-1 - kept] <= "ゖ":
        kept += 1
    return start, end - kept, replaced[: len(replaced) - kept]


def _edited(traced: TracedText, edits: list[Edit]) -> TracedText:
    starts, ends = traced.starts[:], traced.ends[:]
    pieces: list[str] = []
    free = len(traced.text)
    # From the last one on, so that what was changed does not move what is changed next.
    for start, end, replaced in reversed(edits):
        pieces += traced.text[end:free], replaced
        free = start
        starts[start:end] = starts[start : start + 1] * len(replaced)
        ends[start:end] = ends[end - 1 : end] * len(replaced)
    pieces.append(traced.text[:free])
    return TracedText("".join(reversed(pieces)), starts, ends)
