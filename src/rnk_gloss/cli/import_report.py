"""What an import did, in words: one line for scripts, and what a person wants to know besides."""

from __future__ import annotations

from collections.abc import Iterator

from rnk_gloss.model.report import ImportReport


def summary(report: ImportReport) -> str:
    """The line that scripts read: it holds `N units`."""
    done = [f"{report.units} segments and {report.entries} terms new", f"{report.merged} terms changed"]
    if report.documents:
        done.append(f"{report.documents} documents")
    done += [f"{report.duplicates} known", f"{report.skipped} left out"]
    ending = "; dry run: nothing was changed" if report.dry_run else ""
    return f"{report.path}: {report.seen} units read ({report.format}): {', '.join(done)}{ending}"


def details(report: ImportReport) -> Iterator[str]:
    """The lines below it: what was found out of the file, what contradicts the store, what looks spoilt."""
    if report.dry_run or len(report.languages) > 1:
        yield f"languages: {', '.join(f'{pair} {count}' for pair, count in report.languages) or 'none'}"
    if report.dry_run:
        yield f"encoding: {report.encoding or 'not known'}"
    if report.approved:
        yield f"candidates that the file approves: {report.approved}"
    if report.several:
        yield f"sources that the file translates in several ways: {report.several}"
    if report.contradictions:
        yield f"translated otherwise than in the store: {report.contradictions}{_outcome(report)}"
        for one in report.examples:
            place = f"{one.line}: " if one.line else ""
            yield f"  {place}{one.source}: the store has {one.held} | the file has {one.given}"
        if report.contradictions > len(report.examples):
            yield "  …"
    if report.suspicious:
        yield f"suspicious: {report.suspicious}, see below"
    yield from report.remarks


def _outcome(report: ImportReport) -> str:
    if report.replaced:
        return f"; {report.replaced} taken from the file"
    if report.kept:
        return f"; {report.kept} left as the store has them"
    return "; both are kept (--on-conflict keep or replace chooses)"
