"""A document that is to be translated, as a catalogue, and what comes back from it."""

from __future__ import annotations

from pathlib import Path

import polib

from rnk_gloss.interchange.options import ReadOptions, WriteOptions
from rnk_gloss.interchange.po import read
from rnk_gloss.interchange.report import Loss, LossReport
from rnk_gloss.interchange.translation_file import write_translation_file
from rnk_gloss.model.entry import Status
from rnk_gloss.model.segment import Unit
from tests.interchange.document_samples import PRETRANSLATED


def written(folder: Path) -> tuple[polib.POFile, LossReport]:
    path = folder / "条約 案.po"
    report = write_translation_file(path, PRETRANSLATED, "条約 案.txt", WriteOptions())
    return polib.pofile(str(path)), report


def test_matches_terms_and_repetitions(tmp_path: Path) -> None:
    catalogue, report = written(tmp_path)
    assert [(entry.msgid, entry.msgstr, entry.fuzzy) for entry in catalogue] == [
        ("条約は発効した。", "The treaty entered into force.", False),
        ("条約が発効しない。", "The treaty entered into force.", True),
        ("専門家パネルは廃止された。", "", False),
    ]
    assert catalogue[1].previous_msgid == "条約は発効した。"
    assert catalogue[1].comment == (
        "match: 56% fuzzy, not reviewed: 56 = 100 − 44 polarity\nterm: 条約 = treaty; convention (not: pact)"
    )
    assert catalogue[2].comment == "term: 専門家パネル = panel, not reviewed"
    assert report == LossReport(4, (Loss("repetitions", 1, "the message of the first"),))


def test_what_a_translator_finished_comes_back_approved(tmp_path: Path) -> None:
    catalogue, _ = written(tmp_path)
    catalogue[2].msgstr = "The panel of experts was abolished."
    path = tmp_path / "back.po"
    catalogue.save(str(path))
    units = [one for one in read(path, ReadOptions()) if isinstance(one, Unit)]
    assert [(one.target, one.status, one.document) for one in units if one.source.startswith("専門家")] == [
        ("The panel of experts was abolished.", Status.APPROVED, "条約 案.txt")
    ]
    assert {one.status for one in units if one.source == "条約が発効しない。"} == {Status.CANDIDATE}
