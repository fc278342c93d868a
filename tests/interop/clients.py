"""Other programs that read our files, where they are installed: what each found wrong, or that it is not there."""

from __future__ import annotations

import csv
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

OMEGAT = Path("/usr/share/omegat/OmegaT.jar")
_PROJECT = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<omegat><project version="1.0"><source_dir>__DEFAULT__</source_dir><target_dir>__DEFAULT__</target_dir>
<tm_dir>__DEFAULT__</tm_dir><glossary_dir>__DEFAULT__</glossary_dir><glossary_file>__DEFAULT__</glossary_file>
<dictionary_dir>__DEFAULT__</dictionary_dir><source_lang>JA</source_lang><target_lang>EN</target_lang>
<sentence_seg>false</sentence_seg><support_default_translations>true</support_default_translations>
<remove_tags>false</remove_tags></project></omegat>
"""
Findings = list[str]


class MissingClientError(Exception):
    """The program is not installed here."""


def _program(name: str) -> str:
    found = shutil.which(name)
    if found is None:
        raise MissingClientError(name)
    return found


def _run(*command: str | Path, home: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(part) for part in command],
        capture_output=True,
        text=True,
        encoding="utf-8",
        errors="replace",
        timeout=600,
        check=False,
        env=os.environ | {"HOME": str(home)},
    )


def _complaints(done: subprocess.CompletedProcess[str]) -> Findings:
    if done.returncode == 0:
        return []
    lines = (done.stderr or done.stdout).strip().split("\n")
    return [f"exit {done.returncode}", *lines[:5]]


def xmllint(path: Path, folder: Path) -> Findings:
    """Whether libxml2's own program takes the file."""
    return _complaints(_run(_program("xmllint"), "--noout", "--nonet", path, home=folder))


def msgfmt(path: Path, folder: Path) -> Findings:
    """Whether GNU gettext compiles the catalogue."""
    return _complaints(_run(_program("msgfmt"), "--check", "-o", folder / "out.mo", path, home=folder))


def libreoffice(path: Path, folder: Path) -> Findings:
    """Whether LibreOffice opens the table and finds as many rows in it as we wrote cells."""
    made = folder / "converted"
    done = _run(
        _program("soffice"), "--headless", "--convert-to", "csv:Text - txt - csv (StarCalc):44,34,76",
        "--outdir", made, path, home=folder,
    )  # fmt: skip
    found = made / f"{path.stem}.csv"
    if not found.exists():
        return [*_complaints(done), "LibreOffice made nothing of it"]
    with found.open(encoding="utf-8", newline="") as stream:
        rows = sum(1 for row in csv.reader(stream) if any(row))
    if path.suffix != ".csv":
        return [] if rows else ["LibreOffice finds no rows"]
    with path.open(encoding="utf-8-sig", newline="") as stream:
        sample = stream.readline()
        stream.seek(0)
        delimiter = max(",;\t", key=sample.count)
        expected = sum(1 for row in csv.reader(stream, delimiter=delimiter) if any(row))
    return [] if rows == expected or delimiter != "," else [f"LibreOffice finds {rows} rows, we wrote {expected}"]


def translate_toolkit(path: Path, folder: Path) -> Findings:
    """Whether Translate Toolkit reads units, and a target for each.

    `TRANSLATE_TOOLKIT_PYTHON` names the Python that has it, where this one has not.
    """
    python = os.environ.get("TRANSLATE_TOOLKIT_PYTHON", sys.executable)
    if _run(python, "-c", "import translate.storage.factory", home=folder).returncode:
        raise MissingClientError("Translate Toolkit")
    done = _run(python, "-c", _READ_BY_TOOLKIT, path, home=folder)
    if done.returncode:
        return _complaints(done)
    units = [line.split("\t") for line in done.stdout.split("\n") if line]
    if not units:
        return ["Translate Toolkit finds no units"]
    bare = [source for source, target in units if target == "''"]
    # A catalogue is there to be translated, and a termbase has terms that wait for a translation.
    if path.suffix in {".po", ".tbx"} and (path.suffix == ".po" or len(bare) < len(units)):
        return []
    return [f"without a target: {source:.60}" for source in bare[:5]]


_READ_BY_TOOLKIT = """
import sys
from translate.storage import factory, xliff2
try:
    store = factory.getobject(sys.argv[1])
except ValueError:
    # The one for the suffix reads XLIFF 1 only.
    store = xliff2.Xliff2File.parsefile(sys.argv[1])
for unit in store.units:
    if unit.source and not unit.isheader():
        print(repr(str(unit.source)), repr(str(unit.target or "")), sep="\t")
"""


def omegat(path: Path, folder: Path, sources: Iterable[str]) -> Findings:
    """Whether a project of OmegaT with these sources is filled from the memory, every one of them."""
    if not OMEGAT.exists():
        raise MissingClientError("OmegaT")
    import polib

    project = folder / "project"
    for name in ("source", "target", "tm/auto", "glossary", "dictionary", "omegat"):
        (project / name).mkdir(parents=True, exist_ok=True)
    (project / "omegat.project").write_text(_PROJECT, encoding="utf-8")
    shutil.copy(path, project / "tm" / "auto")
    catalogue = polib.POFile()
    catalogue.metadata = {"Content-Type": "text/plain; charset=UTF-8", "Content-Transfer-Encoding": "8bit"}
    for source in dict.fromkeys(sources):
        catalogue.append(polib.POEntry(msgid=source, msgstr=""))
    catalogue.save(str(project / "source" / "all.po"))
    done = _run(
        _program("java"), "-Djava.awt.headless=true", "-Dfile.encoding=UTF-8", "-jar", OMEGAT,
        "--mode=console-translate", f"--config-dir={folder / 'configuration'}", project, home=folder,
    )  # fmt: skip
    translated = project / "target" / "all.po"
    if not translated.exists():
        return [*_complaints(done), "OmegaT wrote nothing"]
    return [f"OmegaT did not fill {entry.msgid!r:.60}" for entry in polib.pofile(str(translated)) if not entry.msgstr]
