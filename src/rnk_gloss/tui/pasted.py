"""A text that was pasted, cut into the sentences that a memory can be asked for one by one."""

from __future__ import annotations

from pathlib import Path

from rnk_gloss.documents.lines import closes_up, is_closed
from rnk_gloss.errors import GlossError

LONGEST_PASTED = 200_000
_COMMAS = ("、", "，", ",")


def pasted_sentences(text: str) -> list[str]:
    """The sentences of a pasted text, read as a plain text file is: lines that were broken inside a sentence are
    joined. A text without letters is one sentence; of a very long one the first `LONGEST_PASTED` characters count."""
    from rnk_gloss.documents.reader import document_of
    from rnk_gloss.service.sentences import sentences_of

    lines = [line.strip() for line in _plain(text[:LONGEST_PASTED]).split("\n") if line.strip()]
    if lines and is_closed(lines[-1]) and not any(map(is_closed, lines[:-1])):
        # A few lines with one end are too little to see that they were wrapped.
        lines = [_joined(lines)]
    lines = _after_commas(lines)
    whole = "\n".join(lines)
    if not whole:
        return []
    try:
        document = document_of(whole.encode("utf-8", "replace"), Path("pasted text"), encoding="utf-8")
    except GlossError:
        # Figures and signs are no text to a reader of documents; to a memory they are.
        return [" ".join(lines)]
    return [sentence.text for sentence in sentences_of(document)]


def _plain(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "")


def _after_commas(lines: list[str]) -> list[str]:
    """The lines, those that end in a comma with what follows."""
    whole: list[str] = []
    for line in lines:
        if whole and whole[-1].endswith(_COMMAS):
            whole[-1] = _joined([whole[-1], line])
        else:
            whole.append(line)
    return whole


def _joined(lines: list[str]) -> str:
    whole = lines[0]
    for line in lines[1:]:
        whole += line if closes_up(whole[-1], line[0]) else f" {line}"
    return whole
