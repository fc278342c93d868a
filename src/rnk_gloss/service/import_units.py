"""Units of a file on their way into the memory: which are new, which are known, and which contradict what it holds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from hashlib import blake2b
from itertools import islice

from rnk_gloss.interchange.report import Reading
from rnk_gloss.model.conflict import OnConflict
from rnk_gloss.model.segment import Unit
from rnk_gloss.model.status import Status
from rnk_gloss.service.import_findings import Findings
from rnk_gloss.store.door import Writer
from rnk_gloss.store.held_units import HeldUnit, context_of, held_units
from rnk_gloss.store.unit_changes import edit_unit, set_unit_status
from rnk_gloss.text.match_key import match_key

_AT_ONCE = 2_000


class UnitImport:
    """Sorts the units of one file; what they are compared with is the memory as it was before."""

    def __init__(self, writer: Writer, reading: Reading, findings: Findings, rule: OnConflict) -> None:
        self._writer = writer
        self._reading = reading
        self._findings = findings
        self._rule = rule
        self._last = writer.last_id("unit")
        self._marks: set[bytes] = set()
        self._sources: set[int] = set()
        self._replaced: set[int] = set()
        self._number = 0

    def new(self, units: Iterable[Unit], *, whole: bool) -> Iterator[Unit]:
        """The units that are to be added. With `whole`, the file is a copy of a store, where a pair that stands
        twice shall stand twice again."""
        iterator = iter(units)
        while batch := list(islice(iterator, _AT_ONCE)):
            held = held_units(self._writer.connection, [unit.source for unit in batch], self._last)
            given = {(unit.source, unit.target) for unit in batch} if held else set()
            for unit in batch:
                self._number += 1
                if self._is_new(unit, held, given, whole=whole):
                    self._findings.count("units")
                    yield unit
        # The index is built while this object is still there, and needs the memory.
        self._marks.clear()
        self._sources.clear()

    def _is_new(
        self,
        unit: Unit,
        held: Mapping[str, list[HeldUnit]],
        given: set[tuple[str, str]],
        *,
        whole: bool,
    ) -> bool:
        languages = unit.source_language, unit.target_language
        self._findings.examine(self._reading, unit.source, unit.target, languages, self._number)
        if not whole and not self._is_first(unit):
            self._findings.count("duplicates")
            return False
        same_source = [one for one in held.get(unit.source, ()) if one.languages == languages]
        same = [one for one in same_source if _is_same(one, unit)]
        if same:
            self._known(unit, same)
            return False
        others = [
            one for one in same_source if one.target and one.status is not Status.REJECTED and one.target != unit.target
        ]
        if not others or any(one.target == unit.target for one in same_source):
            return True
        self._findings.contradict(unit.source, others[0].target, unit.target, self._number)
        if self._rule is OnConflict.KEEP:
            self._findings.count("kept")
            return False
        return self._rule is OnConflict.BOTH or not self._replace(unit, others, given)

    def _known(self, unit: Unit, same: list[HeldUnit]) -> None:
        """A reviewed file decides on what was a candidate here; what a person rejected stays rejected."""
        self._findings.count("duplicates")
        states = {one.status for one in same}
        if unit.status is Status.APPROVED and Status.CANDIDATE in states and Status.APPROVED not in states:
            first = next(one for one in same if one.status is Status.CANDIDATE)
            set_unit_status(self._writer, [first.id], Status.APPROVED)
            self._findings.count("approved")

    def _is_first(self, unit: Unit) -> bool:
        mark = _mark(unit)
        if mark in self._marks:
            return False
        self._marks.add(mark)
        source = hash((unit.source, unit.source_language, unit.target_language))
        if source in self._sources:
            self._findings.count("several")
        self._sources.add(source)
        return True

    def _replace(self, unit: Unit, others: list[HeldUnit], given: set[tuple[str, str]]) -> bool:
        """Whether the unit took the place of one that is held: that of the same place in a document first, and never
        of one that the file gives, too, or that another unit of the file has replaced."""
        free = [one for one in others if one.id not in self._replaced and (unit.source, one.target) not in given]
        if not free:
            return False
        context = context_of(unit)
        chosen = min(
            free,
            key=lambda one: (
                one.external_id != unit.external_id or not unit.external_id,
                one.context != context,
                one.document != unit.document,
            ),
        )
        self._replaced.add(chosen.id)
        edit_unit(self._writer, chosen.id, source=None, target=unit.target, note=unit.note or None, key_of=match_key)
        set_unit_status(self._writer, [chosen.id], unit.status)
        self._findings.count("replaced")
        return True


def _is_same(held: HeldUnit, unit: Unit) -> bool:
    if held.target != unit.target:
        return False
    context = context_of(unit)
    return context == held.context or not any(context)


def _mark(unit: Unit) -> bytes:
    # Sixteen bytes for each unit keep a large file's texts out of memory.
    number = "" if unit.alignment is None else unit.alignment.number
    text = "\0".join((
        unit.source, unit.target, unit.source_language, unit.target_language, unit.document, unit.previous,
        unit.following, str(number),
    ))  # fmt: skip
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).digest()
