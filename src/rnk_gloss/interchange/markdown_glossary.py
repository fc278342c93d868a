"""A glossary for people as Markdown (CommonMark): a list under headings あ か さ … or A B C …"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from rnk_gloss.interchange.options import ReadOptions, WriteOptions
from rnk_gloss.interchange.printed_glossary import (
    lines,
    one_line,
    refuse_to_read,
    sections,
    shown_reading,
    targets_by_usage,
)
from rnk_gloss.interchange.replacement import replacing
from rnk_gloss.interchange.report import LossReport, LossTally, Reading
from rnk_gloss.model.entry import Entry, Status, Usage
from rnk_gloss.model.segment import Unit
from rnk_gloss.text.languages import language_name

# Every sign that can mean something within a line, and what GitHub makes a link or a mention of.
_MARKUP = re.compile(r"[\\`*_{}\[\]<>#|~&!$@]|(?<=\w):(?=//)|(?<=www)\.")


def read(_path: Path, _options: ReadOptions) -> Reading:
    """Nothing: raises `UsageError`."""
    refuse_to_read("Markdown")


def write(path: Path, items: Iterable[Unit] | Iterable[Entry], options: WriteOptions) -> LossReport:
    """What the page does not show, with counts. Profiles: `gojuon` (五十音順 by reading), `a-z` (by English)."""
    losses = LossTally()
    pair = f"{language_name(options.source_language)}–{language_name(options.target_language)}"
    with replacing(path) as stream:
        found = sections(items, options.profile, losses)
        stream.write(f"# Glossary {_escaped(pair)}\n\n{losses.written} terms\n".encode())
        for section in found:
            stream.write(f"\n## {_escaped(section.name)}\n\n".encode())
            for entry in section.entries:
                stream.write("".join(f"{line}\n" for line in _entry(entry, losses)).encode())
    return losses.report()


def _entry(entry: Entry, losses: LossTally) -> Iterator[str]:
    by_usage = targets_by_usage(entry)
    reading = shown_reading(entry)
    targets = [f"**{_escaped(text)}**" for text in by_usage[Usage.PREFERRED]]
    targets += [_escaped(text) for text in by_usage[Usage.ADMITTED]]
    state = "" if entry.status is Status.APPROVED else f" *({entry.status})*"
    spoken = f"（{_escaped(reading)}）" if reading else ""
    translated = f" — {'; '.join(targets)}" if targets else ""
    yield f"- **{_escaped(one_line(entry.source))}**{spoken}{translated}{state}"
    said = {
        "do not use": "; ".join(by_usage[Usage.FORBIDDEN]),
        "also": "、".join(text for one in entry.variants if (text := one_line(one.text))),
        "subject": one_line(entry.subject),
        "category": one_line(entry.category),
        "note": one_line(entry.note),
    }
    losses.add("line breaks in notes", "spaces", count=max(0, len(lines(entry.note)) - 1))
    for label, text in said.items():
        if text:
            yield f"  - {label}: {_escaped(text)}"


def _escaped(text: str) -> str:
    return _MARKUP.sub(lambda match: f"\\{match[0]}", text)
