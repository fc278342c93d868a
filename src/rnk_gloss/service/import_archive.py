"""Documents and likenesses that come with a copy of a whole store."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from rnk_gloss.interchange.report import Reading
from rnk_gloss.model.archive import ArchivedDocument, ArchivedLikeness
from rnk_gloss.service.import_findings import Findings
from rnk_gloss.store.archive import add_document, add_likeness, sentence_numbers
from rnk_gloss.store.documents import link_translation
from rnk_gloss.store.door import Writer


class ArchiveImport:
    """`placed` says where terms may stand, `new` which documents the file has brought, by path and language."""

    def __init__(self, writer: Writer, reading: Reading, findings: Findings) -> None:
        self._writer = writer
        self._reading = reading
        self._findings = findings
        self._translations: list[tuple[int, tuple[str, str]]] = []
        self.placed: dict[tuple[str, str], tuple[int, Mapping[int, int]]] = {}
        self.new: dict[tuple[str, str], int] = {}

    def put_document(self, document: ArchivedDocument) -> None:
        """Add a document, or find out that the store has it; its translation may come later."""
        name = document.path, document.language
        added = add_document(self._writer, document)
        if added is None:
            self._reading.report.remark("documents that the store has in another state: places in them are not taken")
            return
        key, is_new = added
        self.placed[name] = key, sentence_numbers(self._writer.connection, key)
        if is_new:
            self.new[name] = key
            self._findings.count("documents")
            if document.translation is not None:
                self._translations.append((key, document.translation))

    def link_translations(self) -> None:
        """Join the documents that are new with their translations, now that all are there."""
        for key, name in self._translations:
            if name in self.placed:
                link_translation(self._writer, key, self.placed[name][0])

    def put_likeness(self, likeness: ArchivedLikeness, keys: Sequence[int]) -> None:
        """Add a likeness of two entries of the file, whose ids in the store are `keys`."""
        if not (0 < likeness.entry <= len(keys) and 0 < likeness.other <= len(keys)):
            self._reading.report.remark("likenesses of entries that are not in the file")
            return
        pair = replace(likeness, entry=keys[likeness.entry - 1], other=keys[likeness.other - 1])
        add_likeness(self._writer, pair)
