"""From the rows of a table to entries or units; for any file that holds a table."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import chain, islice

from rnk_gloss.errors import UsageError
from rnk_gloss.interchange.cells import STATUS_WORDS, split_alternatives, split_values, unguarded
from rnk_gloss.interchange.columns import (
    Columns,
    look_swapped,
    named_by_a_head,
    named_by_hand,
    named_by_headings,
    named_by_place,
    named_in_rows,
)
from rnk_gloss.interchange.imported import ImportedEntry
from rnk_gloss.interchange.options import Kind, ReadOptions
from rnk_gloss.interchange.records import Record
from rnk_gloss.interchange.report import Item, ReadReport
from rnk_gloss.interchange.usage_words import usage_of
from rnk_gloss.model.entry import Origin, Status, Target, Usage, Variant
from rnk_gloss.model.segment import Unit
from rnk_gloss.text.languages import ENGLISH, JAPANESE, primary_language

SAMPLE_ROWS = 200
"""How many rows are looked at to see whether source and target were swapped."""

ROWS_SEARCHED = 20
"""So many rows at the top are searched for headings; titles and explanations often stand before them."""

_UTX_USAGES = {
    "approved": Usage.PREFERRED,
    "provisional": Usage.PREFERRED,
    "non-standard": Usage.ADMITTED,
    "forbidden": Usage.FORBIDDEN,
}
_UTX_LANGUAGES = re.compile(r"#UTX[^;]*;\s*([A-Za-z][\w-]*)/([A-Za-z][\w-]*)")


@dataclass(frozen=True, slots=True)
class TableRules:
    """What the profile says of a table: whether formula guards are to be removed, whether a line that starts with #
    is a comment, whether rows in a row with one source are one entry, whether the status is that of a term (UTX)."""

    guards: bool = False
    comments: bool = False
    synonyms: bool = False
    term_status: bool = False


def read_table(rows: Iterator[Record], options: ReadOptions, rules: TableRules, report: ReadReport) -> Iterator[Item]:
    """The items of the table; rows that lack a source or a target are reported and left out."""
    wanted = options.source_language or JAPANESE, options.target_language or ENGLISH
    sample = list(islice(rows, SAMPLE_ROWS))
    columns, headings = _columns(sample, wanted, options, rules, report)
    report.seen += headings
    languages = (
        options.source_language or columns.source_language or JAPANESE,
        options.target_language or columns.target_language or ENGLISH,
    )
    if options.alternatives == "":
        raise UsageError("the separator of alternatives is empty", hint="For example: ;")
    kind = options.kind or columns.kind or _kind(columns, sample[headings:], rules, report)
    body = _Body(columns, languages, kind, rules, report, options.alternatives)
    return body.items(chain(sample[headings:], rows))


_OF_ANY_ROW = frozenset({"source", "target", "note"})
_ENDS_SENTENCE = re.compile(r"""[。．.!?！？…][」』）)"'”’]*\Z""")


def _kind(columns: Columns, sample: list[Record], rules: TableRules, report: ReadReport) -> Kind:
    """What the rows are: units where most are sentences, of which both texts end as a sentence does, else entries."""
    if rules.comments or not columns.places.keys() <= _OF_ANY_ROW:
        return "entries"
    pairs = [(columns.cell(row.cells, "source").strip(), columns.cell(row.cells, "target").strip()) for row in sample]
    whole = [pair for pair in pairs if all(pair)]
    sentences = sum(all(map(_ENDS_SENTENCE.search, pair)) for pair in whole)
    if 2 * sentences <= len(whole):
        return "entries"
    report.remark_once("most rows are sentences: they are taken for segments (--what terms takes them for terms)")
    return "units"


def _columns(
    sample: list[Record], wanted: tuple[str, str], options: ReadOptions, rules: TableRules, report: ReadReport
) -> tuple[Columns, int]:
    """The columns, and how many rows at the start are comments and headings."""
    start = next((n for n, row in enumerate(sample) if not _is_comment(row, rules)), len(sample))
    if rules.comments:
        # UTX and OmegaT keep their headings, if any, in a comment.
        for row in sample[:start]:
            found = named_by_headings(row.cells, *wanted)
            if found:
                found = _with_utx_languages(found, sample[0].cells[0])
                return _settled(found, sample[start:], wanted, report), start
    found = None
    if options.header is not False:
        place, found = _headings(sample, start, wanted)
        for row in sample[start:place]:
            report.skip("rows above the headings", row.line)
        start = place
    headings = start + (1 if found or options.header else 0)
    if options.columns:
        return named_by_hand(options.columns, *wanted), headings
    if found is None and (found := named_in_rows([row.cells for row in sample[headings:]], *wanted)):
        return _settled(found, sample[headings:], wanted, report), headings
    if found is None and not rules.comments:
        report.remark_once("no known headings: the columns are taken for source, target and note")
    for heading in found.unread if found else ():
        report.remark_once(f"column {heading.strip()} is not read")
    return _settled(found or named_by_place(), sample[headings:], wanted, report), headings


def _headings(sample: list[Record], start: int, wanted: tuple[str, str]) -> tuple[int, Columns | None]:
    """Where the headings stand, and the columns they give; a title may stand above them, but no row of the table."""
    if named_in_rows([row.cells for row in sample[start:]], *wanted):
        return start, None
    for place, row in enumerate(sample[start : start + ROWS_SEARCHED], start=start):
        found = named_by_a_head(row.cells, *wanted) or named_by_headings(row.cells, *wanted)
        if found is not None:
            return place, found
        if sum(1 for cell in row.cells if cell.strip()) > 1:
            break
    return start, None


def _settled(columns: Columns, sample: list[Record], wanted: tuple[str, str], report: ReadReport) -> Columns:
    languages = columns.source_language or wanted[0], columns.target_language or wanted[1]
    pairs = [(columns.cell(row.cells, "source"), columns.cell(row.cells, "target")) for row in sample]
    if not look_swapped(pairs, *languages):
        return columns
    report.remark_once("source and target columns were swapped: the script of their texts says so")
    return columns.swapped()


def _with_utx_languages(columns: Columns, first_line: str) -> Columns:
    """UTX names its languages in the first line."""
    named = _UTX_LANGUAGES.match(first_line)
    if named is None:
        return columns
    return replace(columns, source_language=primary_language(named[1]), target_language=primary_language(named[2]))


def _is_comment(row: Record, rules: TableRules) -> bool:
    return rules.comments and row.cells[0].startswith("#")


@dataclass(frozen=True, slots=True)
class _Body:
    columns: Columns
    languages: tuple[str, str]
    kind: str
    rules: TableRules
    report: ReadReport
    alternatives: str | None = None

    def items(self, rows: Iterator[Record]) -> Iterator[Item]:
        read = (item for row in rows if (item := self._item(row)) is not None)
        return self._with_synonyms(read) if self.rules.synonyms else read

    def _item(self, row: Record) -> Item | None:
        self.report.seen += 1
        if _is_comment(row, self.rules):
            self.report.skip("comment lines", row.line)
            return None
        width = self.columns.width
        if width is not None and any(cell.strip() for cell in row.cells[width:]):
            self.report.remark(f"cells to the right of column {width} are not read", row.line)
        if self.rules.guards:
            row = self._without_guards(row)
        if not any(cell.strip() for cell in row.cells):
            self.report.skip("blank rows", row.line)
            return None
        for role in ("source",) if self._may_lack_target else ("source", "target"):
            if not self.columns.cell(row.cells, role).strip():
                self.report.skip(f"rows without a {role}", row.line)
                return None
        return self._unit(row) if self.kind == "units" else self._entry(row)

    @property
    def _may_lack_target(self) -> bool:
        # Only our own full table has this column; in others a row without a target is a title or a mistake.
        return self.kind == "entries" and "further targets" in self.columns.places

    def _without_guards(self, row: Record) -> Record:
        cells = tuple(unguarded(cell) for cell in row.cells)
        if cells != row.cells:
            self.report.remark("guard before a formula sign removed", row.line)
        return Record(row.line, cells)

    def _unit(self, row: Record) -> Unit:
        return Unit(
            source=self.columns.cell(row.cells, "source"),
            target=self.columns.cell(row.cells, "target"),
            source_language=self.languages[0],
            target_language=self.languages[1],
            note=self.columns.cell(row.cells, "note"),
        )

    def _entry(self, row: Record) -> ImportedEntry:
        def text(role: str) -> str:
            return self.columns.cell(row.cells, role).strip()

        status, usage = self._status(text("status"), row.line)
        if text("fuzzy").casefold() in {"true", "1", "yes"}:
            status = Status.CANDIDATE
        source, *others = self._terms(text("source"))
        targets = [
            Target(value, Usage.ADMITTED if number and usage is Usage.PREFERRED else usage, origin=Origin.IMPORT)
            for number, value in enumerate(self._terms(text("target")))
        ]
        for role, usage in (("further targets", Usage.ADMITTED), ("forbidden targets", Usage.FORBIDDEN)):
            targets += [Target(value, usage, origin=Origin.IMPORT) for value in split_values(text(role))]
        return ImportedEntry(
            source=source,
            targets=tuple(targets),
            reading=text("reading"),
            note=text("note"),
            subject=text("subject"),
            category=text("category"),
            status=status,
            score=self._number(text("score"), "score", 100.0, row.line),
            count=int(self._number(text("count"), "count", 1e9, row.line)),
            variants=tuple(Variant(value) for value in (*others, *split_values(text("variants")))),
            source_language=self.languages[0],
            target_language=self.languages[1],
            line=row.line,
        )

    def _terms(self, cell: str) -> tuple[str, ...]:
        """The terms of a cell: one, unless alternatives are to be split."""
        if not cell:
            return ()
        return (split_alternatives(cell, self.alternatives) if self.alternatives else ()) or (cell,)

    def _status(self, word: str, line: int) -> tuple[Status | None, Usage]:
        folded = word.casefold()
        if self.rules.term_status and folded in _UTX_USAGES:
            return STATUS_WORDS.get(folded), _UTX_USAGES[folded]
        if folded not in STATUS_WORDS and (usage := usage_of(word)):
            return None, usage
        if word and folded not in STATUS_WORDS:
            self.report.remark(f"status {word[:40]} is not known", line)
        return STATUS_WORDS.get(folded), Usage.PREFERRED

    def _number(self, text: str, role: str, limit: float, line: int) -> float:
        if not text:
            return 0.0
        try:
            number = float(text)
        except ValueError:
            number = -1.0
        if 0 <= number <= limit:
            return number
        self.report.remark(f"{role} is not a number from 0 to {limit:.0f}", line)
        return 0.0

    def _with_synonyms(self, items: Iterator[Item]) -> Iterator[Item]:
        """Rows that follow each other and differ only in the target, as one entry with several targets."""
        last: Item | None = None
        for item in items:
            joined = _joined(last, item)
            if joined is not None:
                self.report.remark("rows of one term read as one entry")
            elif last is not None:
                yield last
            last = joined or item
        if last is not None:
            yield last


def _joined(first: Item | None, second: Item) -> ImportedEntry | None:
    if not isinstance(first, ImportedEntry) or not isinstance(second, ImportedEntry):
        return None
    if any(target.text == second.targets[0].text for target in first.targets):
        return None
    status = first.status or second.status
    usage = second.targets[0].usage
    added = Target(second.targets[0].text, Usage.ADMITTED if usage is Usage.PREFERRED else usage, origin=Origin.IMPORT)
    targets = (*first.targets, added)
    if replace(second, targets=targets, status=status, line=first.line) != replace(
        first, targets=targets, status=status
    ):
        return None
    return replace(first, targets=targets, status=status)
