"""Lines of a text and what their shape shows: width, sentence ends, list marks."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from rnk_gloss.model.traced import TracedText
from rnk_gloss.text.script import Script, is_japanese, script_of

_LINE_END = re.compile(r"\r\n?|[\n\f]")
_WIDE = re.compile(
    r"[\u1100-\u115f\u2e80-\ua4cf\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff01-\uff60\uffe0-\uffe6]"
)
_HANGUL = re.compile(r"[\u1100-\u11ff\u3130-\u318f\uac00-\ud7a3]")

_CLOSED = re.compile(r"[。．！？!?.…♪]\s*(?:[」』）】〉》\]\"”’']|[(（\[][^()（）\[\]]{0,8}[)）\]])*\s*$")
_LONGEST_ENDING = 40
LIST_MARK = re.compile(r"\s*(?:[・･•◦‣●○◎■□◆◇▪▶►※*+]|[-–—]\s|[(（]?(?:\d{1,3}|[a-zA-Z])[)）.．]\s?|[①-⑳])")


@dataclass(frozen=True, slots=True)
class Line:
    """One line without its line end and the white space around it; `start` is its place in the original."""

    text: str
    start: int
    indented: bool
    after_page_break: bool

    @property
    def is_blank(self) -> bool:
        return not self.text

    @property
    def content(self) -> TracedText:
        return TracedText.verbatim(self.text, self.start)


def lines_of(text: str, start: int = 0) -> Iterator[Line]:
    """The lines of a text from `start` on; LF, CR, CRLF and form feed end a line, no other character does."""
    page_break = False
    while start <= len(text):
        end_of_line = _LINE_END.search(text, start)
        end = end_of_line.start() if end_of_line else len(text)
        raw = text[start:end]
        lead = len(raw) - len(raw.lstrip())
        yield Line(raw.strip(), start + lead, lead > 0, page_break)
        if end_of_line is None:
            return
        page_break = end_of_line.group() == "\f"
        start = end_of_line.end()


def is_closed(text: str) -> bool:
    """Whether a line ends with a sentence end, brackets, quotes and note marks after it included: 「…。」 …。(※1)"""
    return bool(_CLOSED.search(text[-_LONGEST_ENDING:]))


def columns(text: str) -> int:
    """The width of a text in columns: two for kana, kanji and full-width signs, one for all else."""
    return len(text) + len(_WIDE.findall(text))


def closes_up(left: str, right: str) -> bool:
    """Whether two characters are put together without a space where a line was broken between them."""
    return _is_set_solid(left) or _is_set_solid(right)


def _is_set_solid(character: str) -> bool:
    if _HANGUL.match(character):
        return False
    return unicodedata.east_asian_width(character) in {"W", "F"} or is_japanese(character)


def is_latin_letter(character: str) -> bool:
    return script_of(character) is Script.LATIN
