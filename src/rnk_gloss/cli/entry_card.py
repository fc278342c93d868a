"""One entry as people read it: term, targets, reasons, places."""

from __future__ import annotations

import shutil
from collections.abc import Sequence

import click

from rnk_gloss.model.entry import Context, Entry, Evidence
from rnk_gloss.text.cells import kwic, printable


def write_card(entry: Entry, contexts: Sequence[Context]) -> None:
    """Print an entry on stdout."""
    _line(f"{entry.source}  {entry.reading}  ({entry.reading_origin or 'no reading'})")
    facts = [f"entry {entry.id}", entry.status.value, f"score {entry.score:.0f}", entry.category, entry.subject]
    _line(" · ".join(fact for fact in facts if fact))
    _line(f"{entry.count} occurrences in {entry.documents} documents")
    if entry.variants:
        _line("variants: " + ", ".join(f"{one.text} {one.count}" for one in entry.variants))
    if entry.reason:
        _line(f"rejected because: {entry.reason}")
    if entry.note:
        _line(f"note: {entry.note}")
    click.echo()
    for number, target in enumerate(entry.targets, start=1):
        _line(f"{number:2}  {target.text}  [{target.usage}, {target.origin or 'origin unknown'} {target.score:.0f}]")
        for item in target.evidence:
            _line(f"      {_reason(item)}")
    if not entry.targets:
        _line("no English yet")
    if entry.evidence:
        click.echo()
        _line("score:")
        for item in entry.evidence:
            _line(f"  {item.weight:+7.2f}  {_reason(item)}")
    if contexts:
        click.echo()
        width = shutil.get_terminal_size((100, 24)).columns
        for context in contexts:
            start, end = context.within
            sentence = printable(context.sentence.replace("\n", " "))
            if len(sentence) == len(context.sentence):
                click.echo(kwic(sentence[:start], sentence[start:end], sentence[end:], width))
            else:
                click.echo(sentence)
            _line(f"    {context.document}:{context.original.start}  {context.translation}")


def _reason(item: Evidence) -> str:
    place = f"  ({item.document}{f':{item.span.start}' if item.span else ''})" if item.document else ""
    return f"{item.kind}: {item.detail}{place}"


def _line(text: str) -> None:
    click.echo(printable(text).rstrip())
