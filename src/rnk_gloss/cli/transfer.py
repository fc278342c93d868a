"""The commands `import` and `export`: files of other tools."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click

from rnk_gloss.cli.diagnostics import ProgressLine, report, say, say_all
from rnk_gloss.cli.import_report import details, summary
from rnk_gloss.cli.session import open_glossary
from rnk_gloss.errors import InputError
from rnk_gloss.interchange.registry import formats
from rnk_gloss.model.conflict import OnConflict
from rnk_gloss.model.entry import Status
from rnk_gloss.text.cells import printable
from rnk_gloss.text.languages import language_tag

if TYPE_CHECKING:
    from rnk_gloss.interchange.options import WriteOptions

FORMATS = ", ".join(one.name for one in formats())
PROFILES = ", ".join(dict.fromkeys(profile for one in formats() for profile in one.profiles))


@click.command("import")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--format", "format_name", help=f"The format, where the name does not tell: {FORMATS}.")
@click.option("--profile", help=f"The tool that wrote the file: {PROFILES}.")
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
@click.option("--dry-run", is_flag=True, help="Say what the file holds and what would be done; change nothing.")
@click.option(
    "--on-conflict",
    type=click.Choice([rule.value for rule in OnConflict]),
    default=OnConflict.BOTH.value,
    show_default=True,
    help="Where the file translates otherwise than the store: keep what is stored, replace it, or have both.",
)
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
    on_conflict: str,
) -> int:
    """Put the units or entries of PATHS into the store: of each file all, or nothing.

    A file that cannot be read is named, the others are imported, and the exit code is 4.
    """
    from rnk_gloss.interchange.options import ReadOptions
    from rnk_gloss.service.transfer import import_file

    source_language, target_language = languages_of(languages)
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
    code = 0
    with open_glossary(create=True) as glossary:
        for path in paths:
            progress = ProgressLine()
            try:
                imported = import_file(
                    glossary.workspace,
                    path,
                    format_name=format_name,
                    options=options,
                    dry_run=dry_run,
                    on_conflict=OnConflict(on_conflict),
                    progress=progress,
                )
            except InputError as error:
                progress.clear()
                code = report(error)
                continue
            finally:
                progress.clear()
            click.echo(printable(summary(imported)))
            say_all(list(details(imported)))
    return code


@click.command("export")
@click.argument("path", type=click.Path(path_type=Path))
@click.option("--format", "format_name", help=f"The format, where the name does not tell: {FORMATS}.")
@click.option("--profile", help=f"The tool that shall read the file: {PROFILES}.")
@click.option(
    "--what",
    type=click.Choice(["terms", "segments"]),
    help="What the file shall hold [default: terms where the format has them; JSON lines: everything].",
)
@click.option(
    "--status",
    type=click.Choice([*(status.value for status in Status), "all"]),
    help="Only what has this status [default: all that is not rejected; JSON lines: all].",
)
@click.option("--languages", metavar="JA=EN", help="The languages of the segments [default: ja=en].")
@click.option("--strict", is_flag=True, help="Write nothing, and exit with 1, if the format cannot carry everything.")
def export_command(
    *,
    path: Path,
    format_name: str | None,
    profile: str | None,
    what: str | None,
    status: str | None,
    languages: str | None,
    strict: bool,
) -> int:
    """Write the memory or the glossary to PATH; its suffix says the format. Says what the format could not carry."""
    from rnk_gloss.service.transfer import export

    statuses = None if status is None else tuple(Status) if status == "all" else (Status(status),)
    with open_glossary() as glossary:
        progress = ProgressLine()
        try:
            exported = export(
                glossary.workspace,
                path,
                format_name=format_name,
                kind=_kind(what),
                statuses=statuses,
                options=_write_options(profile, languages),
                strict=strict,
                progress=progress,
            )
        finally:
            progress.clear()
    if exported.refused:
        written = "nothing was written, for something would be lost"
    elif exported.kind == "all":
        written = f"{exported.units} units and {exported.entries} entries"
    else:
        written = f"{exported.units + exported.entries} {exported.kind}"
    say(f"{exported.path}: {written} ({exported.format})")
    if exported.losses:
        say("not carried by the format as it stands in the store:")
        say_all(exported.losses)
    return 1 if exported.refused else 0


def _kind(what: str | None) -> Literal["units", "entries"] | None:
    return None if what is None else "entries" if what == "terms" else "units"


def _unescaped(text: str) -> str:
    return text.replace("\\t", "\t").replace("\\n", "\n")


def _write_options(profile: str | None, languages: str | None) -> WriteOptions:
    from rnk_gloss.interchange.options import WriteOptions

    source, target = languages_of(languages)
    return WriteOptions(profile=profile, source_language=source or "ja", target_language=target or "en")


def languages_of(pair: str | None) -> tuple[str | None, str | None]:
    """The languages of an option such as `ja=en`, as tags; None for both where it was not given."""
    if pair is None:
        return None, None
    source, _, target = pair.partition("=")
    if not source.strip() or not target.strip():
        raise click.BadParameter("two languages are needed, such as ja=en", param_hint="--languages")
    return language_tag(source), language_tag(target)
