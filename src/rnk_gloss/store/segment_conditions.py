"""The conditions of a selection of segments as SQL on the table `unit`, called `u`."""

from __future__ import annotations

from collections.abc import Iterable
from typing import assert_never

from rnk_gloss.model.entry_conditions import InDocument, ScoreBetween, StatusIs
from rnk_gloss.model.segment_conditions import Flagged, NotSegment, SegmentCondition, SegmentHolds
from rnk_gloss.store.entry_conditions import Clause
from rnk_gloss.store.like import contains_pattern


def all_of(conditions: Iterable[SegmentCondition]) -> list[Clause]:
    """One clause for each condition; those for which the texts must be read come last."""
    return [_clause(condition) for condition in sorted(conditions, key=_reads_texts)]


def _reads_texts(condition: SegmentCondition) -> bool:
    plain = condition.condition if isinstance(condition, NotSegment) else condition
    return isinstance(plain, SegmentHolds)


def _clause(condition: SegmentCondition) -> Clause:
    match condition:
        case NotSegment(other):
            sql, parameters = _clause(other)
            return Clause(f"NOT ({sql})", parameters)
        case SegmentHolds(texts):
            one = "u.source LIKE ? ESCAPE '\\' OR u.target LIKE ? ESCAPE '\\'"
            patterns = [contains_pattern(text) for text in texts for _ in range(2)]
            return Clause(f"({' OR '.join([one] * len(texts))})", tuple(patterns))
        case Flagged(flags):
            one = "instr(',' || u.flags || ',', ?)"
            sql = " OR ".join([one] * len(flags))
            return Clause(f"({sql})" if flags else "u.flags = ''", tuple(f",{flag.value}," for flag in flags))
        case StatusIs(statuses):
            return Clause(f"u.status IN ({', '.join('?' for _ in statuses)})", tuple(one.value for one in statuses))
        case ScoreBetween(least, below):
            return Clause("u.score >= ? AND u.score < ?", (least, below))
        case InDocument(part):
            within = "SELECT id FROM document WHERE path LIKE ? ESCAPE '\\'"
            return Clause(f"u.document IN ({within})", (contains_pattern(part),))
        case _:
            assert_never(condition)
