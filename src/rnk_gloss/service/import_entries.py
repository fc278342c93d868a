"""Entries of a file on their way into the glossary: new ones, and what known ones gain or give way to."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from rnk_gloss.interchange.imported import ImportedEntry
from rnk_gloss.interchange.report import Reading
from rnk_gloss.model.conflict import OnConflict
from rnk_gloss.model.entry import Entry, Origin, Status, Target, Usage
from rnk_gloss.service.import_findings import Findings
from rnk_gloss.store.door import Writer
from rnk_gloss.store.entries import entries, entries_with_fold
from rnk_gloss.store.entry_changes import FIELDS, edit_fields, put_target, set_status
from rnk_gloss.store.entry_intake import PlacedDocuments, insert_entry, insert_variants
from rnk_gloss.text.normalise import fold_key, nfc
from rnk_gloss.text.readings import reading_of, romaji, to_hiragana

if TYPE_CHECKING:
    import sqlite3

_SURE = 100.0


class EntryImport:
    """Puts the entries of one file into the glossary; `keys` are their ids in the order of the file."""

    def __init__(self, writer: Writer, reading: Reading, findings: Findings, rule: OnConflict) -> None:
        self._writer = writer
        self._reading = reading
        self._findings = findings
        self._rule = rule
        self._last = writer.last_id("entry")
        self.keys: list[int] = []

    def put(self, item: ImportedEntry, documents: PlacedDocuments) -> None:
        """Add the entry, or bring it together with the one of the same term, languages and subject."""
        languages = item.source_language, item.target_language
        for target in item.targets[:1] or (Target(""),):
            self._findings.examine(self._reading, item.source, target.text, languages, item.line)
        known = self._known(item)
        if known is None:
            entry = _whole(item) if item.whole else _completed(item)
            key = insert_entry(self._writer, entry, fold=fold_key, romaji=romaji(entry.reading), documents=documents)
            self._findings.entries += 1
            self.keys.append(key)
            return
        self.keys.append(known.id)
        if self._bring_together(known, item):
            self._findings.merged += 1
        else:
            self._findings.duplicates += 1

    def _known(self, item: ImportedEntry) -> Entry | None:
        keys = entries_with_fold(self._writer.connection, fold_key(_clean(item.source)))
        if item.whole:
            # A copy of a store may hold homographs: only what was there before can be the same entry.
            keys = [key for key in keys if key <= self._last]
        return _same_entry(self._writer.connection, keys, item)

    def _bring_together(self, known: Entry, item: ImportedEntry) -> bool:
        """Whether the known entry changed."""
        if known.id <= self._last and (clash := _clash(known, item)):
            self._findings.contradict(item.source, *clash, item.line)
            if self._rule is OnConflict.KEEP:
                self._findings.kept += 1
                return False
            self._findings.replaced += self._rule is OnConflict.REPLACE
        if self._rule is OnConflict.KEEP and known.id <= self._last:
            return False
        replaces = self._rule is OnConflict.REPLACE and known.id <= self._last
        changed = insert_variants(self._writer, known.id, item.variants, fold_key) > 0
        held = {target.text: target for target in known.targets}
        for target in _one_preferred(item.targets) if replaces else item.targets:
            text = _clean(target.text)
            if not text or (text in held and not replaces):
                continue
            # A file does not overrule the glossary's own choice, unless it is asked to.
            usage = target.usage if replaces or target.usage is Usage.FORBIDDEN else Usage.ADMITTED
            if text not in held or held[text].usage is not usage:
                changed |= put_target(self._writer, known.id, text, usage, origin=Origin.IMPORT)
            held[text] = target
        return (self._overwrite(known, item) or changed) if replaces else changed

    def _overwrite(self, known: Entry, item: ImportedEntry) -> bool:
        values: dict[str, str] = {
            name: text for name in FIELDS if name != "source" and (text := nfc(getattr(item, name).strip()))
        }
        if "reading" in values:
            values["reading"] = to_hiragana(values["reading"])
        values = {name: text for name, text in values.items() if text != getattr(known, name)}
        changed = False
        if values:
            extra = {"romaji": romaji(values["reading"]), "reading_origin": "import"} if "reading" in values else {}
            changed = edit_fields(self._writer, known.id, values | extra)
        if item.status is not None and item.status is not known.status:
            changed |= set_status(self._writer, [known.id], item.status) > 0
        return changed


def _same_entry(connection: sqlite3.Connection, keys: list[int], item: ImportedEntry) -> Entry | None:
    languages = (item.source_language, item.target_language)
    return next(
        (
            entry
            for entry in entries(connection, keys)
            if (entry.source_language, entry.target_language) == languages
            and (not item.subject or entry.subject in {item.subject, ""})
        ),
        None,
    )


def _clash(known: Entry, item: ImportedEntry) -> tuple[str, str] | None:
    """What the glossary says and what the file says, where they differ on the preferred target or forbid what the
    other allows."""
    targets = _one_preferred(item.targets)
    preferred = next((target.text for target in targets if target.usage is Usage.PREFERRED), None)
    if preferred and known.preferred and preferred != known.preferred:
        return known.preferred, preferred
    held = {target.text: target.usage for target in known.targets}
    for target in targets:
        usage = held.get(target.text)
        if usage is not None and (usage is Usage.FORBIDDEN) != (target.usage is Usage.FORBIDDEN):
            return f"{target.text} ({usage.value})", f"{target.text} ({target.usage.value})"
    return None


def _one_preferred(targets: tuple[Target, ...]) -> list[Target]:
    """The targets cleaned, each text once, with one preferred among them, which stands first: the one that the file
    prefers, or else its first that is not forbidden."""
    cleaned = {text: replace(one, text=text) for one in reversed(targets) if (text := _clean(one.text))}
    ordered = list(reversed(cleaned.values()))
    allowed = [one for one in ordered if one.usage is not Usage.FORBIDDEN]
    chosen = next((one for one in allowed if one.usage is Usage.PREFERRED), next(iter(allowed), None))
    if chosen is None:
        return ordered
    rest = [
        replace(one, usage=Usage.ADMITTED) if one.usage is Usage.PREFERRED else one
        for one in ordered
        if one is not chosen
    ]
    return [replace(chosen, usage=Usage.PREFERRED), *rest]


def _completed(item: ImportedEntry) -> Entry:
    """The new entry with what the file does not say: people made these files, so what they hold is approved."""
    source = _clean(item.source)
    reading, origin = to_hiragana(nfc(item.reading)), item.reading_origin
    if not reading and item.source_language == "ja":
        reading, origin = reading_of(source), Origin.ANALYSER
    elif reading and origin is Origin.NONE:
        origin = Origin.IMPORT
    targets = tuple(
        replace(one, score=one.score or _SURE, origin=Origin.IMPORT, edited=True)
        for one in _one_preferred(item.targets)
    )
    given = {name for name in FIELDS if getattr(item, name)}
    return replace(
        _whole(item),
        source=source,
        reading=reading,
        reading_origin=origin if reading else Origin.NONE,
        note=nfc(item.note),
        status=item.status or (Status.APPROVED if targets else Status.CANDIDATE),
        score=item.score or _SURE,
        targets=targets,
        edited=tuple(sorted(given)),
    )


def _whole(item: ImportedEntry) -> Entry:
    """The entry as the file has it."""
    return Entry(
        id=0,
        source=item.source,
        reading=item.reading,
        reading_origin=item.reading_origin,
        category=item.category,
        subject=item.subject,
        status=item.status or Status.CANDIDATE,
        score=item.score,
        variants=item.variants,
        targets=item.targets,
        evidence=item.evidence,
        note=item.note,
        reason=item.reason,
        source_language=item.source_language,
        target_language=item.target_language,
        created_at=item.created_at,
        created_by=item.created_by,
        changed_at=item.changed_at,
        changed_by=item.changed_by,
        edited=item.edited,
        places=item.places,
    )


def _clean(text: str) -> str:
    return nfc(text.strip())
