"""The few signs that the screens draw, in Unicode or, for terminals that draw some of them too wide, in ASCII."""

from __future__ import annotations

from dataclasses import dataclass

from rnk_gloss.model.entry import Status

SURE = 80.0
FAIR = 60.0


@dataclass(frozen=True, slots=True)
class Glyphs:
    """One set of signs, each one cell wide; ASCII has none for `becomes` and `differs`, and takes two."""

    approved: str
    rejected: str
    candidate: str
    preferred: str
    translation: str
    sure: str
    fair: str
    poor: str
    between: str
    nothing: str
    numbers: str
    becomes: str
    differs: str
    cut: str

    def of_status(self, status: Status) -> str:
        """The sign of a review status."""
        return {Status.APPROVED: self.approved, Status.REJECTED: self.rejected}.get(status, self.candidate)

    def numbered(self, number: int) -> str:
        """The sign or the digits of a number from 1 on."""
        return self.numbers[number - 1] if number <= len(self.numbers) else str(number)

    def of_confidence(self, score: float) -> str:
        """The sign of a confidence (0–100): no reader has to tell it by its colour."""
        return self.sure if score >= SURE else self.fair if score >= FAIR else self.poor


GLYPHS = {
    "unicode": Glyphs("✔", "✘", " ", "▸", "↳", "●", "◐", "○", "·", "–", "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳", "→", "≠", "╌"),
    "ascii": Glyphs("+", "x", " ", ">", ">", "#", "=", "-", "|", "-", "", "->", "!=", "-"),
}


def confidence_ink(score: float) -> str:
    """The ink for a confidence (0–100)."""
    return "good" if score >= SURE else "fair" if score >= FAIR else "poor"
