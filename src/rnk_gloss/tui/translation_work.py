"""What a translation needs from behind: the document, what is known of each sentence, checks of what is written."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import replace

from textual import work
from textual.message import Message
from textual.worker import get_current_worker

from rnk_gloss.errors import GlossError
from rnk_gloss.model.finding import CheckedTerm, Finding, FindingKind
from rnk_gloss.model.translation import TranslatedSentence, TranslationProgress
from rnk_gloss.service.glossary import Glossary
from rnk_gloss.tui.desk import Desk
from rnk_gloss.tui.failure import Failed
from rnk_gloss.tui.translation_help import Help, find_help
from rnk_gloss.tui.undoing import UndoingScreen

_HELPS_KEPT = 32


class TranslationWork(UndoingScreen):
    """A screen with the workers of a translation; what they find comes as messages."""

    class Read(Message):
        """The documents have been read, and the sentences of the one that is open; `stamp` is that of the wish."""

        def __init__(
            self,
            documents: Sequence[TranslationProgress],
            document: TranslationProgress | None,
            sentences: list[TranslatedSentence],
            stamp: int,
        ) -> None:
            super().__init__()
            self.stamp = stamp
            self.documents = documents
            self.document = document
            self.sentences = sentences

    class Helped(Message):
        """What memory and glossary have for a sentence."""

        def __init__(self, help_: Help) -> None:
            super().__init__()
            self.help = help_

    class Checked(Message):
        """A pair of texts was checked."""

        def __init__(self, source: str, target: str, terms: Sequence[CheckedTerm], findings: Sequence[Finding]) -> None:
            super().__init__()
            self.source = source
            self.target = target
            self.terms = terms
            self.findings = findings

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._helps: OrderedDict[tuple[str, str, str], Help] = OrderedDict()

    @work(thread=True, exclusive=True, group="document")
    def read_documents(self, key: int | None, wanted: str | None, stamp: int) -> None:
        """Read which documents there are, and the sentences of the one of this id, or with this in its path; if
        neither is given, of the only one."""
        worker = get_current_worker()
        try:
            with self.desk.behind() as glossary:
                documents = glossary.translations()
                document = _chosen(documents, key, wanted)
                sentences = [] if document is None else glossary.sentences_of(document.id)
        except GlossError as error:
            self.post_message(Failed(error))
            return
        if not worker.is_cancelled:
            self.post_message(self.Read(documents, document, sentences, stamp))

    def known_help(self, sentence: TranslatedSentence) -> Help | None:
        """What was found for this sentence before, if it was."""
        return self._helps.get(_key(sentence))

    @work(thread=True, exclusive=True, group="help")
    def find(self, sentence: TranslatedSentence, following: TranslatedSentence | None, language: str) -> None:
        """Find what there is for a sentence, and then, so that it is there at once, for the one that follows."""
        worker = get_current_worker()
        for one in (sentence, following):
            if one is None or worker.is_cancelled:
                return
            try:
                with self.desk.behind() as glossary:
                    found = find_help(glossary, one, language)
            except GlossError as error:
                self.post_message(Failed(error))
                return
            self._helps[_key(one)] = found
            while len(self._helps) > _HELPS_KEPT:
                self._helps.popitem(last=False)
            if one is sentence and not worker.is_cancelled:
                self.post_message(self.Helped(found))

    @work(thread=True, exclusive=True, group="check")
    def check(self, sentence: TranslatedSentence, target: str, languages: tuple[str, str]) -> None:
        """Check what is written; a sentence without a translation yet has no faults."""
        worker = get_current_worker()
        try:
            with self.desk.behind() as glossary:
                terms = glossary.checked_terms(
                    sentence.source, target, language=languages[0], target_language=languages[1]
                )
                findings = _findings(glossary, sentence, target, languages) if target.strip() else ()
        except GlossError as error:
            self.post_message(Failed(error))
            return
        if not worker.is_cancelled:
            self.post_message(self.Checked(sentence.source, target, terms, findings))


def _chosen(
    documents: Sequence[TranslationProgress], key: int | None, wanted: str | None
) -> TranslationProgress | None:
    if key is not None:
        return next((one for one in documents if one.id == key), None)
    found = [one for one in documents if one.path == wanted] or [one for one in documents if (wanted or "") in one.path]
    return found[0] if len(found) == 1 else None


def _findings(
    glossary: Glossary, sentence: TranslatedSentence, target: str, languages: tuple[str, str]
) -> tuple[Finding, ...]:
    """The findings; that the sentence's own translation in the memory was another one until now is none."""
    found = glossary.check_pair(sentence.source, target, language=languages[0], target_language=languages[1])
    kept = []
    for finding in found:
        if finding.kind is FindingKind.INCONSISTENT:
            others = tuple(text for text in finding.wanted if text != sentence.target)
            if not others:
                continue
            finding = replace(finding, wanted=others)
        kept.append(finding)
    return tuple(kept)


def _key(sentence: TranslatedSentence) -> tuple[str, str, str]:
    return sentence.source, sentence.previous, sentence.following
