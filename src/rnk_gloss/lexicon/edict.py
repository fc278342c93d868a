"""EDICT2 files of the EDRDG, packed or not, in EUC-JP or UTF-8.

One entry on each line: `KANJI-1;KANJI-2 [KANA-1;KANA-2] /(n,vs) gloss/gloss/(P)/EntL1234567X/`
(http://www.edrdg.org/jmdict/edict_doc.html).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from rnk_gloss.errors import InputError
from rnk_gloss.lexicon.dictionary import Sense
from rnk_gloss.lexicon.labels import labels
from rnk_gloss.lexicon.source_stream import SourceStream, source_head, text_encoding
from rnk_gloss.lexicon.word_forms import IRREGULAR_SPELLINGS, LimitedSense, Spelling, assembled_word
from rnk_gloss.lexicon.writer import Name, Word

# "(P)" sums up news1, ichi1, spec1, spec2 and gai1, and does not say which of them it was.
COMMON, COMMON_PRIORITY = "P", ("spec1",)
# Beyond the numbers that entries have by themselves: for lines that do not tell theirs.
FIRST_OWN_NUMBER = 10_000_000
MOST_CHARACTERS_SHOWN = 60

_LINE = re.compile(r"(?P<forms>[^\s/\[]++)\s*+(?:\[(?P<kana>[^\]/]++)\])?+\s*+/(?P<glosses>.+)/")
_HEADER = re.compile(r"[\u3000？?]++\s*+(?:\[[^\]]*+\])?+\s*+/(?P<told>.*)/")
_CREATED = re.compile(r"Created:\s*+(\d{4}-\d{2}-\d{2})", re.IGNORECASE)
_ENTRY_NUMBER = re.compile(r"EntL(\d{1,7})X?+")
_NOTE = re.compile(r"\((?P<note>[^()]*+)\)\s*+|\{(?P<field>[^{}]*+)\}\s*+")
_SENSE_NUMBER = re.compile(r"\d{1,2}")
_ONLY = " only"
_REFERENCE = re.compile(r"(?:See|ant:?|Ant:?)\s")
_SPELLING = re.compile(r"(?P<text>[^()]++)(?P<notes>(?:\([^()]*+\))*+)")


@dataclass(slots=True)
class _OpenSense:
    """A sense whose glosses are still being read."""

    is_numbered: bool = False
    parts_of_speech: list[str] = field(default_factory=list)
    marks: list[str] = field(default_factory=list)
    fields: list[str] = field(default_factory=list)
    only: set[str] = field(default_factory=set)
    glosses: list[str] = field(default_factory=list)


class EdictDictionary:
    """The words of one EDICT2 file. Raises `InputError` when it is none."""

    has_words, has_names = True, False

    def __init__(self, path: Path) -> None:
        self._path = path
        self.share_read = 0.0
        head = source_head(path)
        self._encoding = text_encoding(head) or ""
        first = head.decode(self._encoding or "utf-8", errors="replace").removeprefix("\ufeff").partition("\n")[0]
        header = _HEADER.match(first)
        told = header["told"] if header else ""
        if "ENAMDICT" in told.upper():
            raise InputError(f"{path}: a list of names in the form of EDICT", hint="give JMnedict.xml for the names")
        created = _CREATED.search(told)
        self._date = created[1] if created else ""

    def about(self) -> dict[str, str]:
        """What the data is: `source` in words, `jmdict_date` (ISO, empty where not known), no `jmnedict_date`."""
        described = f"EDICT of {self._date}" if self._date else "EDICT"
        return {"source": f"{self._path.name} ({described})", "jmdict_date": self._date, "jmnedict_date": ""}

    def words(self) -> Iterator[Word]:
        """Every entry, in the order of the file."""
        with SourceStream(self._path) as stream:
            for number, line in stream.lines(self._encoding):
                stream.entry_ends()
                self.share_read = stream.share_read
                if not line.strip() or line.startswith("#") or (number == 1 and _HEADER.match(line)):
                    continue
                word = edict_word(line, FIRST_OWN_NUMBER + number)
                if word is None:
                    raise InputError(
                        f"{self._path}:{number}: not a line of EDICT: {line[:MOST_CHARACTERS_SHOWN]}",
                        hint="each line is: KANJI [KANA] /(n) gloss/gloss/",
                    )
                if word.senses:
                    yield word

    def names(self) -> Iterator[Name]:
        """None: EDICT has no names."""
        return iter(())

    def close(self) -> None:
        """Nothing is held open between readings."""


def is_edict_line(line: str) -> bool:
    """Whether a line has the form of an entry, or of the first line, of an EDICT file."""
    return _HEADER.match(line) is not None or (_LINE.fullmatch(line.strip()) is not None)


def edict_word(line: str, default_number: int) -> Word | None:
    """The word of a line; None when the line has another form."""
    parts = _LINE.fullmatch(line.strip())
    if parts is None:
        return None
    pieces = [piece.strip() for piece in parts["glosses"].split("/")]
    told_number = _ENTRY_NUMBER.fullmatch(pieces[-1])
    if told_number:
        pieces.pop()
    is_common = f"({COMMON})" in pieces
    senses = _senses([piece for piece in pieces if piece and piece != f"({COMMON})"])
    first, second = _spellings(parts["forms"]), _spellings(parts["kana"] or "")
    kanji, kana = (first, second) if second else ([], first)
    if is_common and not any(spelling.priority for spelling in (*kanji, *kana)):
        kanji, kana = _first_is_common(kanji), _first_is_common(kana)
    number = int(told_number[1]) if told_number else default_number
    return assembled_word(number, kanji, kana, [_closed(sense, kanji) for sense in senses])


def _spellings(listed: str) -> list[Spelling]:
    """The spellings of `刻(P);剋(oK)` or `きざみ;こく(刻)`: in brackets stand notes, and the kanji that are read so."""
    spellings = []
    for part in listed.split(";"):
        found = _SPELLING.fullmatch(part.strip())
        if found is None:
            continue
        notes = [note for group in re.findall(r"\(([^()]*)\)", found["notes"]) for note in group.split(",")]
        texts = labels("spelling")
        spellings.append(
            Spelling(
                found["text"].strip(),
                COMMON_PRIORITY if COMMON in notes else (),
                irregular=any(texts.get(note) in IRREGULAR_SPELLINGS for note in notes),
                kanji_only=frozenset(note for note in notes if note not in texts and not note.isascii()),
            )
        )
    return spellings


def _first_is_common(spellings: Sequence[Spelling]) -> list[Spelling]:
    return [replace(each, priority=COMMON_PRIORITY) if place == 0 else each for place, each in enumerate(spellings)]


def _senses(pieces: Sequence[str]) -> list[_OpenSense]:
    senses: list[_OpenSense] = []
    for piece in pieces:
        opening, gloss = _without_notes(piece)
        if opening.is_numbered or not senses:
            # The parts of speech of a sense hold for those after it, until others are given.
            opening.parts_of_speech = opening.parts_of_speech or (senses[-1].parts_of_speech if senses else [])
            senses.append(opening)
        else:
            # A note within a sense belongs to the whole sense.
            senses[-1].marks += opening.marks
            senses[-1].fields += opening.fields
            senses[-1].only |= opening.only
        if gloss:
            senses[-1].glosses.append(gloss)
    return [sense for sense in senses if sense.glosses]


def _without_notes(piece: str) -> tuple[_OpenSense, str]:
    """What the notes before a gloss say, and the gloss; a bracket that is no note belongs to the gloss."""
    sense = _OpenSense()
    position = 0
    while note := _NOTE.match(piece, position):
        if note["field"]:
            sense.fields.append(labels("field").get(note["field"], note["field"]))
        elif not _take_note(note["note"] or "", sense):
            break
        position = note.end()
    return sense, piece[position:].strip()


def _take_note(note: str, sense: _OpenSense) -> bool:
    """Adds what a note in round brackets says to the sense; False when it is none."""
    if _SENSE_NUMBER.fullmatch(note):
        sense.is_numbered = True
        return True
    codes = [code.strip() for code in note.split(",")]
    parts_of_speech, marks = labels("part of speech"), labels("mark")
    if all(code in parts_of_speech or code in marks or code == COMMON for code in codes):
        sense.parts_of_speech += [parts_of_speech[code] for code in codes if code in parts_of_speech]
        sense.marks += [marks[code] for code in codes if code in marks]
        return True
    if note.endswith(_ONLY) and not note.isascii():
        sense.only.update(form.strip() for form in re.split("[,;]", note.removesuffix(_ONLY)))
        return True
    return _REFERENCE.match(note) is not None


def _closed(sense: _OpenSense, kanji: Sequence[Spelling]) -> LimitedSense:
    written = {spelling.text for spelling in kanji}
    return LimitedSense(
        Sense(tuple(sense.glosses), tuple(sense.parts_of_speech), tuple(sense.marks), tuple(sense.fields)),
        kanji_only=frozenset(sense.only & written),
        kana_only=frozenset(sense.only - written),
    )
