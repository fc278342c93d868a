"""A glossary for people to read: its entries in sections, in the order of a dictionary."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from typing import NoReturn

from rnk_gloss.errors import UsageError
from rnk_gloss.interchange.entry_losses import count_fields, count_inner_fields
from rnk_gloss.interchange.report import LossTally
from rnk_gloss.model.entry import Entry, Usage
from rnk_gloss.model.segment import Unit
from rnk_gloss.text.cells import printable
from rnk_gloss.text.collation import (
    SortKey,
    alphabetical_order,
    alphabetical_section,
    reading_order,
    reading_section,
)
from rnk_gloss.text.kana import to_hiragana
from rnk_gloss.text.languages import JAPANESE, primary_language

ALPHABETICAL = "a-z"
"""The profile that sorts by the English term; all others sort by the reading."""

LINE_BREAK = re.compile(r"\r\n|[\n\r\v\f\x85\u2028\u2029]")
_UNSAID = ("score", "count", "created_at", "created_by", "changed_at", "changed_by")


@dataclass(frozen=True, slots=True)
class Section:
    """The entries under one heading, such as か or K."""

    name: str
    entries: tuple[Entry, ...]


def sections(items: Iterable[Unit] | Iterable[Entry], profile: str | None, losses: LossTally) -> list[Section]:
    """The entries in sections; what the page does not show is counted.

    Where an entry has no reading, it is found out to sort by, not shown. In alphabetical order, terms without a target
    stand last.
    """
    placed: list[tuple[tuple[bool, SortKey, str, int], str, Entry]] = []
    for item in items:
        if not isinstance(item, Entry):
            raise UsageError("a glossary for people holds entries, not units", hint="Export units as TMX or CSV.")
        if not one_line(item.source):
            losses.add("entries without a term")
            continue
        count_inner_fields(item, losses)
        count_fields(item, _UNSAID, losses)
        losses.add("kind or count of a variant", count=sum(1 for one in item.variants if one.kind or one.count))
        losses.written += 1
        text, order, section = (
            (item.preferred or "", alphabetical_order, alphabetical_section)
            if profile == ALPHABETICAL
            else (_reading(item), reading_order, reading_section)
        )
        placed.append(((not text, order(text), item.source, item.id), section(text), item))
    placed.sort(key=lambda one: one[0])
    # What sorts together may begin with different signs: a section must not come twice.
    names = list(dict.fromkeys(section for _, section, _ in placed))
    placed.sort(key=lambda one: names.index(one[1]))
    return [
        Section(name, tuple(entry for _, _, entry in members))
        for name, members in groupby(placed, key=lambda one: one[1])
    ]


def targets_by_usage(entry: Entry) -> dict[Usage, list[str]]:
    """The English of an entry by usage, each in one line; if nobody chose, the first that is allowed is preferred."""
    found: dict[Usage, list[str]] = {usage: [] for usage in Usage}
    for target in entry.targets:
        usage = Usage.PREFERRED if target.text == entry.preferred else target.usage
        if text := one_line(target.text):
            found[usage].append(text)
    return found


def shown_reading(entry: Entry) -> str:
    """The reading in one line; "" where the term is written in kana and says it itself."""
    reading = one_line(entry.reading)
    return "" if to_hiragana(reading) == to_hiragana(one_line(entry.source)) else reading


def lines(text: str) -> list[str]:
    """The lines of a text, without blank ends, that are safe to show: no control and no reordering marks."""
    return [line for piece in LINE_BREAK.split(text) if (line := printable(piece).strip())]


def one_line(text: str) -> str:
    """The text in one line that is safe to show."""
    return " ".join(lines(text))


def refuse_to_read(name: str) -> NoReturn:
    """`UsageError`: such a file is for people."""
    raise UsageError(
        f"{name} is written for people and cannot be read back",
        hint="Import TBX, XLSX or CSV; extract reads documents.",
    )


def _reading(entry: Entry) -> str:
    if entry.reading or primary_language(entry.source_language) != JAPANESE:
        return entry.reading or entry.source
    from rnk_gloss.text.readings import reading_of

    return reading_of(entry.source)
