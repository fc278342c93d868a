"""The files that a dictionary can be made from: finding out what each is, and taking words and names from them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Protocol, TypeVar

from rnk_gloss.errors import InputError, UsageError
from rnk_gloss.lexicon.edict import EdictDictionary, is_edict_line
from rnk_gloss.lexicon.jmdict_xml import XmlDictionary
from rnk_gloss.lexicon.source import DictionarySource
from rnk_gloss.lexicon.source_stream import source_head, text_encoding
from rnk_gloss.lexicon.word_table import WordTable
from rnk_gloss.lexicon.writer import Name, Word

Entry = TypeVar("Entry", Word, Name)

SQLITE_MARK = b"SQLite format 3\0"
HINT = "give a jamdict.db, JMdict_e, JMnedict.xml, EDICT2 (these packed or not), or a table as CSV or TSV"


class SourceData(Protocol):
    """Words and names to make a dictionary file from; `share_read` tells how much of what was asked for last has been
    given, 0 to 1."""

    @property
    def share_read(self) -> float: ...

    def words(self) -> Iterator[Word]: ...

    def names(self) -> Iterator[Name]: ...

    def about(self) -> dict[str, str]: ...


class SourceFile(SourceData, Protocol):
    """One file, which may have words, names or both."""

    @property
    def has_words(self) -> bool: ...

    @property
    def has_names(self) -> bool: ...

    def close(self) -> None: ...


class CombinedSources:
    """The words of one file and the names of another; either may be missing."""

    def __init__(self, words: SourceFile | None, names: SourceFile | None) -> None:
        self._words, self._names = words, names
        self._asked: SourceFile | None = None

    @property
    def share_read(self) -> float:
        """How much of the file that was asked last has been read, 0 to 1."""
        return self._asked.share_read if self._asked else 0.0

    def words(self) -> Iterator[Word]:
        """The words. Raises `InputError` when the file has none."""
        self._asked = self._words
        if self._words is not None:
            yield from _some(self._words, self._words.words(), "words")

    def names(self) -> Iterator[Name]:
        """The names. Raises `InputError` when the file has none."""
        self._asked = self._names
        if self._names is not None:
            yield from _some(self._names, self._names.names(), "names")

    def about(self) -> dict[str, str]:
        """What the data is: `source` in words, `jmdict_date` and `jmnedict_date` (ISO, empty where not known)."""
        words, names = (source.about() if source else {} for source in (self._words, self._names))
        sources = [words.get("source", "none"), names.get("source", "none")]
        return {
            "source": sources[0] if self._words is self._names else f"words: {sources[0]}; names: {sources[1]}",
            "jmdict_date": words.get("jmdict_date", ""),
            "jmnedict_date": names.get("jmnedict_date", ""),
        }


@contextmanager
def chosen_sources(paths: Sequence[Path], installed: Path | None) -> Iterator[CombinedSources]:
    """The words of the first file that has words, and the names of the first that has names; what none of them has
    comes from the `installed` database, if there is one.

    Raises `InputError` for a file that is no dictionary, `UsageError` when nothing would be taken from a file.
    """
    words: SourceFile | None = None
    names: SourceFile | None = None
    with ExitStack() as opened:
        for path in paths:
            source = open_source(path)
            opened.callback(source.close)
            taken = (source.has_words and words is None) or (source.has_names and names is None)
            if not taken:
                raise UsageError(
                    f"{path}: nothing would be taken from it: an earlier file has {_content(source)} already",
                    hint="name one file with words and one with names",
                )
            words = words or (source if source.has_words else None)
            names = names or (source if source.has_names else None)
        if installed is not None and (words is None or names is None):
            database = DictionarySource(installed)
            opened.callback(database.close)
            words, names = words or database, names or database
        yield CombinedSources(words, names)


def open_source(path: Path) -> SourceFile:
    """The dictionary in a file, told by its content. Raises `InputError` when it has none that can be read."""
    head = source_head(path)
    if head.startswith(SQLITE_MARK):
        return DictionarySource(path)
    text = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if text.startswith(b"<"):
        return XmlDictionary(path)
    encoding = text_encoding(head)
    if encoding is None:
        raise InputError(f"{path}: not a dictionary: neither XML nor text in UTF-8 or EUC-JP", hint=HINT)
    whole_lines = head.decode(encoding, errors="ignore").removeprefix("\ufeff").split("\n")
    lines = [line for line in whole_lines if line.strip()][:2]
    if any(is_edict_line(line) for line in lines):
        return EdictDictionary(path)
    if lines and ("\t" in lines[0] or "," in lines[0]):
        return WordTable(path)
    raise _no_dictionary(path)


def _content(source: SourceFile) -> str:
    return " and ".join(kind for kind, has in (("words", source.has_words), ("names", source.has_names)) if has)


def _some(source: SourceFile, entries: Iterator[Entry], kind: str) -> Iterator[Entry]:
    found = False
    for entry in entries:
        found = True
        yield entry
    if not found:
        raise InputError(f"{source.about()['source']}: there are no {kind} with English in it", hint=HINT)


def _no_dictionary(path: Path) -> InputError:
    return InputError(f"{path}: not a dictionary, as far as its beginning tells", hint=HINT)
