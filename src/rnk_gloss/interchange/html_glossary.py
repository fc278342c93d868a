"""A glossary for people as one page of HTML that needs nothing else, and prints well."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape
from pathlib import Path

from rnk_gloss.interchange.options import ReadOptions, WriteOptions
from rnk_gloss.interchange.printed_glossary import (
    Section,
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

RUBY = "ruby"
"""The profile that sets readings above the terms."""

_STYLE = """
:root { color-scheme: light dark; }
body { font: 16px/1.6 system-ui, sans-serif; max-width: 52rem; margin: 2rem auto; padding: 0 1rem; }
:lang(ja) { font-family: "Hiragino Sans", "Yu Gothic", "Noto Sans CJK JP", "Noto Sans JP", sans-serif; }
nav a { display: inline-block; padding: 0 .4em; text-decoration: none; }
h2 { border-bottom: 1px solid; margin: 2rem 0 .5rem; }
dt { margin-top: .6rem; break-after: avoid; }
dd { margin: 0 0 0 1.5rem; break-inside: avoid; }
dt b { font-size: 1.1em; }
.reading, .about { opacity: .7; font-size: .9em; }
.forbidden { text-decoration: line-through; }
@media print {
  body { font-size: 10pt; max-width: none; margin: 0; columns: 2; column-gap: 2em; }
  header, h2 { column-span: all; }
  nav { display: none; }
  @page { margin: 15mm; }
}
"""


def read(_path: Path, _options: ReadOptions) -> Reading:
    """Nothing: raises `UsageError`."""
    refuse_to_read("HTML")


def write(path: Path, items: Iterable[Unit] | Iterable[Entry], options: WriteOptions) -> LossReport:
    """What the page does not show, with counts.

    Profiles: `gojuon` (五十音順 by reading), `ruby` (the same, readings above the terms), `a-z` (by English).
    """
    losses = LossTally()
    with replacing(path) as stream:
        found = sections(items, options.profile, losses)
        stream.write(_head(found, losses.written, options).encode())
        for number, section in enumerate(found, 1):
            stream.write(f'<section id="s{number}">\n<h2>{escape(section.name)}</h2>\n<dl>\n'.encode())
            for entry in section.entries:
                stream.write("".join(f"{line}\n" for line in _entry(entry, options)).encode())
            stream.write(b"</dl>\n</section>\n")
        stream.write(b"</body>\n</html>\n")
    return losses.report()


def _head(found: list[Section], count: int, options: WriteOptions) -> str:
    title = escape(f"Glossary {language_name(options.source_language)}–{language_name(options.target_language)}")
    links = " ".join(f'<a href="#s{number}">{escape(section.name)}</a>' for number, section in enumerate(found, 1))
    date = f", {escape(options.created[:10])}" if options.created else ""
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n"
        f"<header>\n<h1>{title}</h1>\n<p>{count} terms{date}</p>\n<nav>{links}</nav>\n</header>\n"
    )


def _entry(entry: Entry, options: WriteOptions) -> Iterator[str]:
    source, target = f' lang="{escape(entry.source_language)}"', f' lang="{escape(entry.target_language)}"'
    yield f"<dt{source}>{_term(entry, ruby=options.profile == RUBY)}</dt>"
    by_usage = targets_by_usage(entry)
    shown = [f"<b{target}>{escape(text)}</b>" for text in by_usage[Usage.PREFERRED]]
    shown += [f"<span{target}>{escape(text)}</span>" for text in by_usage[Usage.ADMITTED]]
    if shown:
        yield f"<dd>{'; '.join(shown)}</dd>"
    forbidden = [f'<span class="forbidden"{target}>{escape(text)}</span>' for text in by_usage[Usage.FORBIDDEN]]
    if forbidden:
        yield f"<dd>do not use: {'; '.join(forbidden)}</dd>"
    if variants := [escape(text) for one in entry.variants if (text := one_line(one.text))]:
        yield f'<dd class="about">also <span{source}>{"、".join(variants)}</span></dd>'
    state = "" if entry.status is Status.APPROVED else entry.status
    if about := [escape(text) for one in (entry.subject, entry.category, state) if (text := one_line(one))]:
        yield f'<dd class="about">{" · ".join(about)}</dd>'
    if note := [escape(line) for line in lines(entry.note)]:
        yield f"<dd>{'<br>'.join(note)}</dd>"


def _term(entry: Entry, *, ruby: bool) -> str:
    term, reading = escape(one_line(entry.source)), escape(shown_reading(entry))
    if not reading:
        return f"<b>{term}</b>"
    if ruby:
        return f"<b><ruby>{term}<rp>（</rp><rt>{reading}</rt><rp>）</rp></ruby></b>"
    return f'<b>{term}</b> <span class="reading">{reading}</span>'
