"""What was found of a glossary in a text, and which of it counts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class TermHit:
    """A term at `text[start:end]`: its entry, the form of the glossary that it matches, and how.

    `kind` is `exact`, `okurigana`, `variant` (another spelling) or `inflected` (English). `refusal` says why a term
    that was seen is not counted; it is empty for terms that are.
    """

    start: int
    end: int
    id: int
    form: str
    kind: str
    refusal: str = ""


@dataclass(frozen=True, slots=True)
class Recognition:
    """The terms found in a text, by place, and those that were seen but are no terms there."""

    hits: tuple[TermHit, ...]
    refused: tuple[TermHit, ...]


def longest(judged: Iterable[TermHit], text: str) -> Recognition:
    """The hits of which none lies in or across a longer one, and the others with the reason against each.

    A form that stands for one entry at one place is given once, however many of the entry's spellings match it.
    """
    best: dict[tuple[int, int, int], TermHit] = {}
    for hit in judged:
        known = best.get((hit.start, hit.end, hit.id))
        if known is None or (known.kind != "exact" and hit.kind == "exact"):
            best[hit.start, hit.end, hit.id] = hit
    refused = [hit for hit in best.values() if hit.refusal]
    allowed = sorted(
        (hit for hit in best.values() if not hit.refusal), key=lambda hit: (hit.start - hit.end, hit.start)
    )
    hits: list[TermHit] = []
    taken: list[TermHit | None] = [None] * len(text)
    for hit in allowed:
        above = taken[hit.start] or taken[hit.end - 1]
        if above is None or (above.start, above.end) == (hit.start, hit.end):
            hits.append(hit)
            taken[hit.start : hit.end] = [hit] * (hit.end - hit.start)
        else:
            refused.append(replace(hit, refusal=f"inside the longer term {text[above.start : above.end]}"))
    return Recognition(tuple(sorted(hits, key=_by_place)), tuple(sorted(refused, key=_by_place)))


def _by_place(hit: TermHit) -> tuple[int, int, int, str]:
    return hit.start, hit.end, hit.id, hit.form
