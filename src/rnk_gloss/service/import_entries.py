"""Entries of a file on their way into the glossary: new ones, and what known ones gain or give way to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rnk_gloss.interchange.imported import ImportedEntry
from rnk_gloss.interchange.report import Reading
from rnk_gloss.model.conflict import OnConflict
from rnk_gloss.model.entry import Entry, Origin, Status, Target, Usage
from rnk_gloss.service.entry_completion import as_given, clean, completed, one_preferred, remarks_on
from rnk_gloss.service.import_findings import Findings
from rnk_gloss.store.door import Writer
from rnk_gloss.store.entries import entries, entries_with_fold
from rnk_gloss.store.entry_changes import FIELDS, edit_fields, put_target, set_status
from rnk_gloss.store.entry_intake import PlacedDocuments, insert_entry, insert_variants
from rnk_gloss.text.kana import to_hiragana
from rnk_gloss.text.normalise import fold_key, nfc
from rnk_gloss.text.readings import romaji

if TYPE_CHECKING:
    import sqlite3


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
            entry = as_given(item) if item.whole else completed(item)
            self._say_what_was_made(item, entry)
            key = insert_entry(self._writer, entry, fold=fold_key, romaji=romaji(entry.reading), documents=documents)
            self._findings.count("entries")
            self.keys.append(key)
            return
        self.keys.append(known.id)
        if self._bring_together(known, item):
            self._findings.count("merged")
        else:
            self._findings.count("duplicates")

    def _say_what_was_made(self, item: ImportedEntry, entry: Entry) -> None:
        for remark in () if item.whole else remarks_on(item, entry):
            self._reading.report.remark(remark)

    def _known(self, item: ImportedEntry) -> Entry | None:
        keys = entries_with_fold(self._writer.connection, fold_key(clean(item.source)))
        if item.whole:
            # A copy of a store may hold homographs: only what was there before can be the same entry.
            keys = [key for key in keys if key <= self._last]
        return _same_entry(self._writer.connection, keys, item)

    def _bring_together(self, known: Entry, item: ImportedEntry) -> bool:
        """Whether the known entry changed."""
        is_guess = known.id <= self._last and not item.whole and _is_guess(known)
        if known.id <= self._last and not is_guess and (clash := _clash(known, item)):
            self._findings.contradict(item.source, *clash, item.line)
            if self._rule is OnConflict.KEEP:
                self._findings.count("kept")
                return False
            if self._rule is OnConflict.REPLACE:
                self._findings.count("replaced")
        if self._rule is OnConflict.KEEP and known.id <= self._last:
            return False
        replaces = known.id <= self._last and (is_guess or self._rule is OnConflict.REPLACE)
        changed = insert_variants(self._writer, known.id, item.variants, fold_key) > 0
        held = {target.text: target for target in known.targets}
        for target in one_preferred(item.targets) if replaces else item.targets:
            text = clean(target.text)
            if not text or (text in held and not replaces):
                continue
            # A file does not overrule the glossary's own choice, unless it is asked to.
            usage = target.usage if replaces or target.usage is Usage.FORBIDDEN else Usage.ADMITTED
            if text not in held or held[text].usage is not usage:
                changed |= put_target(self._writer, known.id, text, usage, origin=Origin.IMPORT)
            held[text] = target
        status = item.status or (Status.APPROVED if is_guess and item.targets else None)
        if is_guess and status is Status.APPROVED:
            self._findings.count("approved")
        return (self._overwrite(known, item, status) or changed) if replaces else changed

    def _overwrite(self, known: Entry, item: ImportedEntry, status: Status | None) -> bool:
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
        if status is not None and status is not known.status:
            changed |= set_status(self._writer, [known.id], status) > 0
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


def _is_guess(known: Entry) -> bool:
    """Whether an entry is only what extraction made of a document, of which no person has touched anything."""
    return known.status is Status.CANDIDATE and not known.edited and not any(one.edited for one in known.targets)


def _clash(known: Entry, item: ImportedEntry) -> tuple[str, str] | None:
    """What the glossary says and what the file says, where they differ on the preferred target or forbid what the
    other allows."""
    targets = one_preferred(item.targets)
    preferred = next((target.text for target in targets if target.usage is Usage.PREFERRED), None)
    if preferred and known.preferred and preferred != known.preferred:
        return known.preferred, preferred
    held = {target.text: target.usage for target in known.targets}
    for target in targets:
        usage = held.get(target.text)
        if usage is not None and (usage is Usage.FORBIDDEN) != (target.usage is Usage.FORBIDDEN):
            return f"{target.text} ({usage.value})", f"{target.text} ({target.usage.value})"
    return None
