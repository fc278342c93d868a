"""A document as a catalogue to be translated: its segments, what the memory has for them, and the glossary's terms."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from rnk_gloss.interchange.options import WriteOptions
from rnk_gloss.interchange.po_text import document_reference, header
from rnk_gloss.interchange.po_writer import Message, WrittenMessages
from rnk_gloss.interchange.pretranslated import is_exact, segment_comments
from rnk_gloss.interchange.replacement import replacing
from rnk_gloss.interchange.report import LossReport, LossTally
from rnk_gloss.model.pretranslation import Pretranslation


def write_document(path: Path, segments: Iterable[Pretranslation], document: str, options: WriteOptions) -> LossReport:
    """What could not be carried, with counts; `written` counts the segments.

    Each segment is a message with the best match as its msgstr, fuzzy unless the match is exact; the text that the
    match translates stands as its previous msgid. How alike they are and the terms stand in extracted comments. A
    segment that is repeated is one message, as its translation is one.
    """
    losses = LossTally()
    written = WrittenMessages(losses)
    with replacing(path) as stream:
        stream.write(header(options, document).encode())
        for segment in segments:
            if not segment.text.strip():
                losses.add("segments without a text")
                continue
            losses.written += 1
            if segment.repeats is not None:
                losses.add("repetitions", "the message of the first")
                continue
            stream.write(written.text(_message(segment, document)).encode())
    return losses.report()


def _message(segment: Pretranslation, document: str) -> Message:
    match = segment.match
    exact = match is not None and is_exact(match)
    return Message(
        source=segment.text,
        targets=[match.target if match else ""],
        fuzzy=match is not None and not exact,
        extracted="\n".join(segment_comments(segment)),
        references=[document_reference(document)] if document.strip() else [],
        previous=match.source if match and not exact else "",
    )
