"""A score explained in one line: `74 = 100 − 25 polarity (できる → できない) − 1 width (３ → 3)`."""

from __future__ import annotations

from collections.abc import Sequence

from rnk_gloss.model.match import Difference

_LONGEST_FRAGMENT = 24
_MOST_DIFFERENCES = 5
_NOTHING = "∅"
_SPACE = "␣"


def explain(
    score: float, differences: Sequence[Difference], penalties: Sequence[Difference] = (), *, full: int = 100
) -> str:
    """One line whose arithmetic is right as printed: whole points, rounded so that they sum to the printed score.

    `penalties` are taken from the unit, not from its text, and are always named. `full` is what a match without
    differences has: 100, or 101 between the same neighbours.
    """
    if not differences and not penalties:
        return f"{round(score)} = the same text{' between the same neighbours' if full > 100 else ''}"
    ordered = sorted(differences, key=lambda difference: -difference.cost)
    shown = round(score)
    points = whole_points([difference.cost for difference in (*ordered, *penalties)], full - shown)
    penalty_points = points[len(ordered) :]
    points = points[: len(ordered)]
    parts = [
        f"− {cost} {difference.kind} ({_shown(difference.query)} → {_shown(difference.stored)})"
        for cost, difference in zip(points[:_MOST_DIFFERENCES], ordered, strict=False)
    ]
    rest = points[_MOST_DIFFERENCES:]
    if sum(rest):
        parts.append(f"− {sum(rest)} in {len(rest)} other place{'s' if len(rest) > 1 else ''}")
    parts += [
        f"− {cost} {penalty.kind}{f' ({_shown(penalty.stored)})' if penalty.stored else ''}"
        for cost, penalty in zip(penalty_points, penalties, strict=True)
    ]
    return f"{shown} = {full} {' '.join(parts)}"


def whole_points(costs: Sequence[float], total: int) -> list[int]:
    """The costs as whole numbers that sum to `total`: rounded down, then up where most was cut off."""
    points = [int(cost) for cost in costs]
    missing = total - sum(points)
    by_remainder = sorted(range(len(costs)), key=lambda place: points[place] - costs[place])
    for turn in range(abs(missing)):
        place = by_remainder[turn % len(costs)]
        points[place] += 1 if missing > 0 else -1
    return points


def _shown(fragment: str) -> str:
    if fragment.isspace():
        return _SPACE
    fragment = " ".join(fragment.split())
    if len(fragment) > _LONGEST_FRAGMENT:
        fragment = f"{fragment[: _LONGEST_FRAGMENT - 1]}…"
    return fragment or _NOTHING
