"""What happened while a file was read or written, for the user to see."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from rnk_gloss.interchange.imported import ImportedEntry
from rnk_gloss.model.archive import ArchivedDocument, ArchivedLikeness
from rnk_gloss.model.entry import Entry
from rnk_gloss.model.segment import Unit

LINES_SHOWN = 20
"""How many line numbers a remark keeps; it counts the others."""

KINDS_OF_REMARK = 200
"""A hostile file could make a new remark on every line: further kinds are counted together."""

LONGEST_REMARK = 300

Archived = ArchivedDocument | ArchivedLikeness
Item = Unit | ImportedEntry | Archived
"""What comes out of a file."""

Written = Unit | Entry | Archived
"""What goes into a file; all but JSON lines take units or entries only."""


@dataclass(slots=True)
class Remark:
    """One kind of thing that was noticed: how often, and on which lines; `skipped`: something was left out for it."""

    text: str
    skipped: bool = False
    count: int = 0
    lines: list[int] = field(default_factory=list)

    def __str__(self) -> str:
        if not self.lines:
            return self.text if self.count == 1 else f"{self.text}: {self.count}"
        shown = ", ".join(str(line) for line in self.lines)
        more = " …" if self.count > len(self.lines) else ""
        return f"{self.text}: {self.count} (line{'s' if self.count > 1 else ''} {shown}{more})"


@dataclass(slots=True)
class ReadReport:
    """What reading found: `seen` counts the units or rows of the file, `read` those that were handed on.

    It grows while the items are taken and is complete when they have all been.
    """

    path: str
    format: str
    encoding: str = ""
    seen: int = 0
    read: int = 0
    _kinds: dict[tuple[str, bool], Remark] = field(default_factory=dict)

    @property
    def remarks(self) -> tuple[Remark, ...]:
        """Everything noticed, in the order in which it was first met."""
        return tuple(self._kinds.values())

    @property
    def skipped(self) -> int:
        """How many units or rows were left out."""
        return sum(remark.count for remark in self._kinds.values() if remark.skipped)

    def remark(self, text: str, line: int | None = None) -> None:
        self._count(text, line, skipped=False)

    def remark_once(self, text: str) -> None:
        if (text, False) not in self._kinds:
            self._count(text, None, skipped=False)

    def skip(self, reason: str, line: int) -> None:
        self._count(reason, line, skipped=True)

    def _count(self, text: str, line: int | None, *, skipped: bool) -> None:
        text = text[:LONGEST_REMARK]
        if (text, skipped) not in self._kinds and len(self._kinds) >= KINDS_OF_REMARK:
            text = "further remarks"
        remark = self._kinds.setdefault((text, skipped), Remark(text, skipped))
        remark.count += 1
        if line is not None and len(remark.lines) < LINES_SHOWN:
            remark.lines.append(line)


class Reading:
    """The items of a file, one at a time, with the report on it: `for item in reading: …`, then `reading.report`.

    Errors in the middle of a file are raised where they stand; whoever stores items must then undo what came before.
    """

    def __init__(self, items: Iterator[Item], report: ReadReport) -> None:
        self._items = items
        self.report = report

    def __iter__(self) -> Iterator[Item]:
        return self

    def __next__(self) -> Item:
        item = next(self._items)
        self.report.read += 1
        return item


@dataclass(frozen=True, slots=True)
class Loss:
    """`count` values of `what` that the format cannot carry; `placed` says where they stand instead, if anywhere."""

    what: str
    count: int
    placed: str = ""

    def __str__(self) -> str:
        return f"{self.what}: {self.count} {'→ ' + self.placed if self.placed else 'not written'}"


@dataclass(frozen=True, slots=True)
class LossReport:
    """What writing did: how many items stand in the file, and what of them does not."""

    written: int
    losses: tuple[Loss, ...] = ()


class LossTally:
    """Counts losses while a file is written."""

    def __init__(self) -> None:
        self.written = 0
        self._counts: dict[tuple[str, str], int] = {}

    def add(self, what: str, placed: str = "", count: int = 1) -> None:
        if count:
            self._counts[what, placed] = self._counts.get((what, placed), 0) + count

    def report(self) -> LossReport:
        """The losses so far, sorted by name."""
        losses = (Loss(what, count, placed) for (what, placed), count in sorted(self._counts.items()))
        return LossReport(self.written, tuple(losses))
