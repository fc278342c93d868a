"""What an import finds out and does, counted while it runs."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from rnk_gloss.interchange.report import Reading
from rnk_gloss.interchange.suspicions import suspicions
from rnk_gloss.model.conflict import Contradiction
from rnk_gloss.model.report import ImportReport

EXAMPLES = 5
"""How many contradictions are shown; the others are counted."""

LONGEST_EXAMPLE = 60


@dataclass(slots=True)
class Findings:
    """`units` and `entries` are new, `merged` entries gained something, `duplicates` were known.

    Of these, `approved` had been candidates; `replaced` and `kept` are what was done about contradictions where the
    file or the store wins.
    """

    units: int = 0
    entries: int = 0
    duplicates: int = 0
    merged: int = 0
    approved: int = 0
    replaced: int = 0
    kept: int = 0
    contradictions: int = 0
    several: int = 0
    suspicious: int = 0
    documents: int = 0
    examples: list[Contradiction] = field(default_factory=list)
    languages: Counter[tuple[str, str]] = field(default_factory=Counter)

    def contradict(self, source: str, held: str, given: str, place: int) -> None:
        """Note that the store renders a source otherwise than the file."""
        self.contradictions += 1
        if len(self.examples) < EXAMPLES:
            shown = [text[:LONGEST_EXAMPLE] for text in (source, held, given)]
            self.examples.append(Contradiction(shown[0], shown[1], shown[2], place))

    def examine(self, reading: Reading, source: str, target: str, languages: tuple[str, str], place: int) -> None:
        """Count the languages of a pair, and what looks wrong with it, at a line or number in the file."""
        self.languages[languages] += 1
        found = suspicions(source, target, *languages)
        if found:
            self.suspicious += 1
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
            units=self.units,
            entries=self.entries,
            duplicates=self.duplicates,
            merged=self.merged,
            approved=self.approved,
            dry_run=dry_run,
            remarks=tuple(str(remark) for remark in read.remarks),
            encoding=read.encoding,
            languages=tuple((f"{source}–{target}", count) for (source, target), count in self.languages.most_common()),
            contradictions=self.contradictions,
            examples=tuple(self.examples),
            several=self.several,
            suspicious=self.suspicious,
            replaced=self.replaced,
            kept=self.kept,
            documents=self.documents,
        )
