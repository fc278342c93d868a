"""Where a stored text differs from what was typed, as it is drawn."""

from __future__ import annotations

from rnk_gloss.text.diff import difference_runs
from rnk_gloss.tui.painting import Fragment


def difference_fragments(query: str, stored: str) -> list[Fragment]:
    """Both texts in one: what stands only in the query is `removed`, what stands only in the memory is `added`."""
    fragments: list[Fragment] = []
    for run in difference_runs(query, stored):
        before, after = query[slice(*run.before)], stored[slice(*run.after)]
        fragments += [(after, "")] if run.kind == "equal" else [(before, "removed"), (after, "added")]
    return [fragment for fragment in fragments if fragment[0]]
