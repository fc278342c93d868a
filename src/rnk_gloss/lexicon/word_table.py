"""A user's own word list as CSV or TSV: Japanese, reading, English and, if wanted, part of speech."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from pathlib import Path

from rnk_gloss.errors import InputError
from rnk_gloss.lexicon.dictionary import Sense
from rnk_gloss.lexicon.labels import known_codes
from rnk_gloss.lexicon.source_stream import SourceStream, source_head, text_encoding
from rnk_gloss.lexicon.word_forms import LimitedSense, Spelling, assembled_word
from rnk_gloss.lexicon.writer import Name, Word
from rnk_gloss.text.script import is_japanese

COLUMNS = ("japanese", "reading", "english", "part of speech")
HINT = "the columns are Japanese, reading, English (several with ; between them) and, if wanted, part of speech"
MOST_CHARACTERS = 2_000
_TITLES = {
    "japanese": ("japanese", "ja", "日本語"),
    "reading": ("reading", "kana", "読み", "よみ"),
    "english": ("english", "en", "gloss", "glosses", "英語"),
    "part of speech": ("part of speech", "pos", "品詞"),
}
_KANA = re.compile("[ぁ-ゖァ-ヺーゝゞヽヾ・]+")

Places = dict[str, int]


class WordTable:
    """The words of one table: UTF-8 or EUC-JP, packed or not. Raises `InputError` for what is no such table."""

    has_words, has_names = True, False

    def __init__(self, path: Path) -> None:
        self._path = path
        self.share_read = 0.0
        head = source_head(path)
        self._encoding = text_encoding(head) or ""
        first = head.decode(self._encoding or "utf-8", errors="replace").partition("\n")[0]
        self._delimiter = "\t" if "\t" in first else ","

    def about(self) -> dict[str, str]:
        """What the data is: `source` in words; the dates of the dictionaries are empty."""
        return {"source": f"{self._path.name} (a table of words)", "jmdict_date": "", "jmnedict_date": ""}

    def words(self) -> Iterator[Word]:
        """A word for each row; its number is the line on which the row begins."""
        places = dict(zip(COLUMNS, range(len(COLUMNS)), strict=True))
        for place, (line, cells) in enumerate(self._rows()):
            if place == 0 and (titled := self._places(cells)):
                places = titled
            else:
                yield self._word(line, {column: cells[at] for column, at in places.items() if at < len(cells)})

    def names(self) -> Iterator[Name]:
        """None: names of one's own are added with `rnk-gloss lexicon add`."""
        return iter(())

    def close(self) -> None:
        """Nothing is held open between readings."""

    def _rows(self) -> Iterator[tuple[int, list[str]]]:
        """The rows that are not blank, each with the line where it begins."""
        with SourceStream(self._path) as stream:
            reader = csv.reader(
                (f"{text}\n" for _, text in stream.lines(self._encoding)), delimiter=self._delimiter, strict=True
            )
            while True:
                line = reader.line_num + 1
                try:
                    cells = next(reader)
                except StopIteration:
                    return
                except csv.Error as error:
                    raise InputError(
                        f"{self._path}:{line}: not a row of a table: {error}", hint="is a quotation mark left open?"
                    ) from error
                stream.entry_ends()
                self.share_read = stream.share_read
                cells = [" ".join(cell.split()) for cell in cells]
                if any(cells):
                    yield line, cells

    def _places(self, cells: list[str]) -> Places | None:
        """Where each column stands, if the row names columns; None if it is a row of values already."""
        titles = [cell.casefold() for cell in cells]
        places = {
            column: titles.index(title) for column, known in _TITLES.items() for title in known[::-1] if title in titles
        }
        if not places:
            return None
        for column in ("japanese", "english"):
            if column not in places:
                raise InputError(f"{self._path}:1: the first line names columns, but none is {column}", hint=HINT)
        return places

    def _word(self, line: int, given: dict[str, str]) -> Word:
        form, reading = given.get("japanese", ""), given.get("reading", "")
        glosses = tuple(gloss for part in given.get("english", "").split(";") if (gloss := part.strip()))
        reason = _fault(given, form, glosses)
        if reason:
            raise InputError(f"{self._path}:{line}: {reason}", hint=HINT)
        sense = LimitedSense(Sense(glosses, _parts_of_speech(given.get("part of speech", ""))))
        kanji = [] if _KANA.fullmatch(form) else [Spelling(form)]
        kana = [Spelling(reading or form)] if reading or not kanji else []
        return assembled_word(line, kanji, kana, [sense])


def _fault(given: dict[str, str], form: str, glosses: tuple[str, ...]) -> str:
    """What is wrong with the values of a row; "" when nothing is."""
    if not form:
        return "no Japanese"
    if not glosses:
        return "no English"
    if any(len(value) > MOST_CHARACTERS for value in given.values()):
        return f"a cell is longer than {MOST_CHARACTERS:,} characters"
    if not all(value.isprintable() for value in given.values()):
        return "a control character"
    if not any(map(is_japanese, form)) and any(map(is_japanese, given["english"])):
        return "Japanese where the English should be; are the columns the other way round?"
    return ""


def _parts_of_speech(cell: str) -> tuple[str, ...]:
    """The parts of speech of a cell, as codes of JMdict (`n,vs`) or in words, with ; between them."""
    return tuple(
        text
        for part in cell.split(";")
        if part.strip()
        for text in (known_codes(part, "part of speech") or (part.strip(),))
    )
