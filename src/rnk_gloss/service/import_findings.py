"""What an import finds out and does, counted while it runs."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Literal

from rnk_gloss.interchange.report import Reading
from rnk_gloss.interchange.suspicions import suspicions
from rnk_gloss.model.conflict import Contradiction
from rnk_gloss.model.report import ImportReport

EXAMPLES = 5
"""How many contradictions are shown; the others are counted."""

LONGEST_EXAMPLE = 60


Counted = Literal[
    "units", "entries", "duplicates", "merged", "approved", "replaced", "kept", "contradictions", "several",
    "suspicious", "documents",
]  # fmt: skip
"""What is counted, each by the name that it has in the report."""


@dataclass(slots=True)
class Findings:
    """Counts, examples of contradictions, and how many pairs there were of each two languages."""

    counts: Counter[str] = field(default_factory=Counter)
    examples: list[Contradiction] = field(default_factory=list)
    languages: Counter[tuple[str, str]] = field(default_factory=Counter)

    def count(self, what: Counted) -> None:
        """Count one more."""
        self.counts[what] += 1

    def contradict(self, source: str, held: str, given: str, place: int) -> None:
        """Note that the store renders a source otherwise than the file."""
        self.count("contradictions")
        if len(self.examples) < EXAMPLES:
            shown = [text[:LONGEST_EXAMPLE] for text in (source, held, given)]
            self.examples.append(Contradiction(shown[0], shown[1], shown[2], place))

    def examine(self, reading: Reading, source: str, target: str, languages: tuple[str, str], place: int) -> None:
        """Count the languages of a pair, and what looks wrong with it, at a line or number in the file."""
        self.languages[languages] += 1
        found = suspicions(source, target, *languages)
        if found:
            self.count("suspicious")
            for one in found:
                reading.report.remark(one, place)

    def report(self, reading: Reading, *, format_name: str, dry_run: bool) -> ImportReport:
        """What the caller is told."""
        read = reading.report
        return ImportReport(
            path=read.path,
            format=format_name,
            seen=read.seen,
            skipped=read.skipped,
            dry_run=dry_run,
            remarks=tuple(str(remark) for remark in read.remarks),
            encoding=read.encoding,
            languages=tuple((f"{source}–{target}", count) for (source, target), count in self.languages.most_common()),
            examples=tuple(self.examples),
            **self.counts,
        )
