"""Text that remembers where each of its characters came from."""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from dataclasses import dataclass

from rnk_gloss.model.span import Span


@dataclass(frozen=True, slots=True)
class TracedText:
    """A text made from an original by dropping, joining or composing characters.

    `starts[i]` and `ends[i]` give the half-open span of the original that character `i` stands for.
    """

    text: str
    starts: array[int]
    ends: array[int]

    @classmethod
    def verbatim(cls, text: str, offset: int = 0) -> TracedText:
        """Text that stands in the original at `offset`, character by character."""
        return cls(
            text, array("I", range(offset, offset + len(text))), array("I", range(offset + 1, offset + 1 + len(text)))
        )

    @classmethod
    def standing_for(cls, text: str, span: Span) -> TracedText:
        """Text every character of which stands for the whole of `span` (an entity, a composed letter)."""
        return cls(text, array("I", [span.start] * len(text)), array("I", [span.end] * len(text)))

    @classmethod
    def joined(cls, parts: Iterable[TracedText]) -> TracedText:
        """The parts one after the other, each keeping its own origin."""
        starts, ends = array("I"), array("I")
        texts = []
        for part in parts:
            texts.append(part.text)
            starts.extend(part.starts)
            ends.extend(part.ends)
        return cls("".join(texts), starts, ends)

    def __len__(self) -> int:
        return len(self.text)

    def __getitem__(self, part: slice) -> TracedText:
        return TracedText(self.text[part], self.starts[part], self.ends[part])

    def stripped(self) -> TracedText:
        """The same text without white space at its ends."""
        left = len(self.text) - len(self.text.lstrip())
        return self[left : max(left, len(self.text.rstrip()))]

    def original_span(self, start: int, end: int) -> Span:
        """The span of the original from which `text[start:end]` was made; empty spans are an error."""
        if not 0 <= start < end <= len(self.text):
            raise IndexError(f"no span {start}:{end} in a text of {len(self.text)} characters")
        return Span(self.starts[start], self.ends[end - 1])
