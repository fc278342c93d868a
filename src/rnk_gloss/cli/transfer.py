"""The commands `import` and `export`: files of other tools."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click

from rnk_gloss.cli.diagnostics import ProgressLine, say, say_all
from rnk_gloss.cli.session import open_glossary
from rnk_gloss.interchange.languages import language_tag
from rnk_gloss.model.entry import Status

if TYPE_CHECKING:
    from rnk_gloss.interchange.options import WriteOptions


@click.command("import")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--format", "format_name", help="The format, where the name does not tell: tmx, tbx, xlsx, csv, tsv, txt, utx."
)
@click.option("--profile", help="The tool that wrote the file: excel, omegat, memoq, multiterm, utx, plain.")
@click.option("--what", type=click.Choice(["terms", "segments"]), help="What a table holds [default: found out].")
@click.option("--encoding", help="Read the file in this encoding instead of finding it out.")
@click.option("--delimiter", help="The character between columns [default: found out].")
@click.option(
    "--columns",
    help="The columns from left to right, such as source,target,note (an empty name is not read), or ja=2,en=3.",
)
@click.option("--sheet", help="The sheet of a workbook that is meant [default: the first with known headings].")
@click.option("--split-alternatives", "alternatives", metavar="SEPARATOR", help="Split several terms in one cell here.")
@click.option("--languages", metavar="JA=EN", help="The languages to read, or those that wrong codes stand for.")
@click.option("--repair", is_flag=True, help="Mend characters that the format forbids, and say so.")
@click.option("--proposals", is_flag=True, help="Read what XLIFF proposes beside its targets, as candidates.")
@click.option("--dry-run", is_flag=True, help="Say what would be done; change nothing.")
def import_command(
    *,
    paths: tuple[Path, ...],
    format_name: str | None,
    profile: str | None,
    what: str | None,
    encoding: str | None,
    delimiter: str | None,
    columns: str | None,
    sheet: str | None,
    alternatives: str | None,
    languages: str | None,
    repair: bool,
    proposals: bool,
    dry_run: bool,
) -> int:
    """Put the units or entries of PATHS into the store: of each file all, or nothing."""
    from rnk_gloss.interchange.options import ReadOptions
    from rnk_gloss.service.transfer import import_file

    source_language, target_language = _languages(languages)
    options = ReadOptions(
        source_language=source_language,
        target_language=target_language,
        profile=profile,
        kind=_kind(what),
        encoding=encoding,
        delimiter=None if delimiter is None else _unescaped(delimiter),
        columns=None if columns is None else tuple(name.strip() for name in columns.split(",")),
        sheet=sheet,
        alternatives=None if alternatives is None else _unescaped(alternatives),
        repair=repair,
        proposals=proposals,
    )
    with open_glossary(create=True) as glossary:
        for path in paths:
            progress = ProgressLine()
            try:
                report = import_file(
                    glossary.workspace,
                    path,
                    format_name=format_name,
                    options=options,
                    dry_run=dry_run,
                    progress=progress,
                )
            finally:
                progress.clear()
            click.echo(
                f"{report.path}: {report.seen} units read ({report.format}): {report.units} segments and "
                f"{report.entries} terms new, {report.merged} terms with new targets, {report.duplicates} known, "
                f"{report.skipped} left out{'; dry run: nothing was changed' if dry_run else ''}"
            )
            say_all(report.remarks)
    return 0


@click.command("export")
@click.argument("path", type=click.Path(path_type=Path))
@click.option(
    "--format",
    "format_name",
    help="The format, where the name does not tell: tmx, tbx, xlsx, csv, tsv, txt, utx, markdown, html.",
)
@click.option(
    "--profile", help="The tool or standard the file is for: excel, omegat, memoq, multiterm, plain, basic3, a-z …"
)
@click.option("--what", type=click.Choice(["terms", "segments"]), help="What a table shall hold [default: terms].")
@click.option(
    "--status",
    type=click.Choice([*(status.value for status in Status), "all"]),
    help="Only what has this status [default: all that is not rejected].",
)
@click.option("--languages", metavar="JA=EN", help="The languages of the segments [default: ja=en].")
def export_command(
    *,
    path: Path,
    format_name: str | None,
    profile: str | None,
    what: str | None,
    status: str | None,
    languages: str | None,
) -> int:
    """Write the memory or the glossary to PATH; its suffix says the format. Says what the format could not carry."""
    from rnk_gloss.service.transfer import export

    statuses = None if status is None else tuple(Status) if status == "all" else (Status(status),)
    with open_glossary() as glossary:
        report = export(
            glossary.workspace,
            path,
            format_name=format_name,
            kind=_kind(what),
            statuses=statuses,
            options=_write_options(profile, languages),
        )
    say(f"{report.path}: {report.units + report.entries} {report.kind} ({report.format})")
    if report.losses:
        say("not carried by the format as it stands in the store:")
        say_all(report.losses)
    return 0


def _kind(what: str | None) -> Literal["units", "entries"] | None:
    return None if what is None else "entries" if what == "terms" else "units"


def _unescaped(text: str) -> str:
    return text.replace("\\t", "\t").replace("\\n", "\n")


def _write_options(profile: str | None, languages: str | None) -> WriteOptions:
    from rnk_gloss.interchange.options import WriteOptions

    source, target = _languages(languages)
    return WriteOptions(profile=profile, source_language=source or "ja", target_language=target or "en")


def _languages(pair: str | None) -> tuple[str | None, str | None]:
    if pair is None:
        return None, None
    source, _, target = pair.partition("=")
    if not source.strip() or not target.strip():
        raise click.BadParameter("two languages are needed, such as ja=en", param_hint="--languages")
    return language_tag(source), language_tag(target)
