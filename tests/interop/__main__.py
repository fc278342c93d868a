"""Write files of every format and have the programs read them that are installed here: `make interop`.

Exit 0 when no program found anything wrong; what is not installed is said and skipped.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Literal

from rnk_gloss.interchange.options import WriteOptions
from rnk_gloss.interchange.registry import Format, formats
from rnk_gloss.service.glossary import Glossary
from rnk_gloss.service.transfer import export
from tests.interop import clients
from tests.interop.stores import samples_store
from tests.rich_store import rich_store

Check = Callable[[Path, Path], list[str]]
_CHECKS: dict[str, tuple[Check, ...]] = {
    ".tmx": (clients.xmllint, clients.translate_toolkit),
    ".xlf": (clients.xmllint, clients.translate_toolkit),
    ".xliff": (clients.xmllint, clients.translate_toolkit),
    ".tbx": (clients.xmllint, clients.translate_toolkit),
    ".po": (clients.msgfmt, clients.translate_toolkit),
    ".csv": (clients.libreoffice,),
    ".xlsx": (clients.libreoffice,),
}
Kind = Literal["units", "entries"]


def main() -> int:
    missing: dict[str, int] = {}
    bad = checked = 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for store, made in (("samples", samples_store), ("rich", rich_store)):
            with made(folder / f"{store}.db") as glossary:
                for path, findings in _findings(glossary, folder / store, missing):
                    checked += 1
                    bad += bool(findings)
                    print(f"{'BAD ' if findings else 'good'} {store}: {path}")
                    for finding in findings:
                        print(f"     {finding}")
    for client, files in sorted(missing.items()):
        print(f"skipped: {client} is not installed, {files} files were not shown to it")
    print(f"checks={checked} good={checked - bad} bad={bad}")
    return 1 if bad or not checked else 0


def _findings(glossary: Glossary, folder: Path, missing: dict[str, int]) -> Iterator[tuple[str, list[str]]]:
    folder.mkdir()
    for file_format, profile, kind in _files():
        path = folder / f"{file_format.name}-{profile}-{kind}{file_format.suffixes[0]}"
        report = export(
            glossary.workspace, path, format_name=file_format.name, kind=kind, options=WriteOptions(profile=profile)
        )
        print(f"     {path.name}: {report.units + report.entries} {report.kind}, {len(report.losses)} kinds of loss")
        checks: list[tuple[str, Callable[[], list[str]]]] = [
            (check.__name__, partial(check, path, folder))
            for check in _CHECKS.get(path.suffix, ())
            # Translate Toolkit reads version 2 only.
            if not (check is clients.translate_toolkit and profile.startswith("basic3"))
        ]
        if file_format.name == "tmx" and profile == "omegat":
            # What OmegaT is given to translate are the texts as they stand in the translated file.
            checks.append(("omegat", partial(clients.omegat, path, folder, _sources(path))))
        for name, check in checks:
            try:
                yield f"{path.name} {name}", check()
            except clients.MissingClientError as error:
                missing[str(error)] = missing.get(str(error), 0) + 1


def _files() -> Iterator[tuple[Format, str, Kind]]:
    for file_format in formats():
        for profile in file_format.profiles:
            for kind in sorted(file_format.carries):
                if (profile, kind) != ("utx", "units"):
                    yield file_format, profile, kind


def _sources(path: Path) -> list[str]:
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    tree = etree.parse(path, parser)
    return ["".join(str(part) for part in segment.itertext()) for segment in tree.iterfind(".//tu/tuv[1]/seg")]


if __name__ == "__main__":
    sys.exit(main())
