"""A document that is to be translated, as XLIFF, and what comes back from it."""

from __future__ import annotations

from pathlib import Path

import pytest

from rnk_gloss.errors import UsageError
from rnk_gloss.interchange.imported import ImportedEntry
from rnk_gloss.interchange.options import ReadOptions, WriteOptions
from rnk_gloss.interchange.report import LossReport
from rnk_gloss.interchange.translation_file import write_translation_file
from rnk_gloss.interchange.xliff import read
from rnk_gloss.model.entry import Status
from rnk_gloss.model.segment import Unit
from tests.interchange.document_samples import PRETRANSLATED


@pytest.mark.parametrize("profile", ["2.1", "1.2"])
def test_matches_terms_and_repetitions(tmp_path: Path, profile: str) -> None:
    path = tmp_path / "条約.xlf"
    report = write_translation_file(path, PRETRANSLATED, "条約 案.txt", WriteOptions(profile=profile))
    assert report == LossReport(4)
    items = list(read(path, ReadOptions(proposals=True)))
    units = [one for one in items if isinstance(one, Unit)]
    assert [(one.source, one.target, one.status, one.document) for one in units if not one.origin] == [
        ("条約は発効した。", "The treaty entered into force.", Status.CANDIDATE, "条約 案.txt"),
        ("条約が発効しない。", "The treaty entered into force.", Status.CANDIDATE, "条約 案.txt"),
    ]
    assert units[0].note == "match: 100% exact: 100\nterm: 条約 = treaty; convention (not: pact)"
    assert {one.source for one in units if one.origin} == {"条約は発効した。"}
    terms = [one.source for one in items if isinstance(one, ImportedEntry)]
    assert terms == (["条約", "条約"] if profile == "2.1" else [])
    assert "repetition of segment 1" in path.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("profile", "unfinished", "finished"),
    [
        pytest.param("2.1", 'state="translated"', 'state="final"', id="2.1"),
        pytest.param("1.2", 'state="translated"', 'state="final"', id="1.2"),
    ],
)
def test_what_a_translator_finished_comes_back_approved(
    tmp_path: Path, profile: str, unfinished: str, finished: str
) -> None:
    path = tmp_path / "条約.xlf"
    write_translation_file(path, PRETRANSLATED, "条約.txt", WriteOptions(profile=profile))
    path.write_text(path.read_text(encoding="utf-8").replace(unfinished, finished), encoding="utf-8")
    units = [one for one in read(path, ReadOptions(kind="units")) if isinstance(one, Unit)]
    assert [one.status for one in units] == [Status.APPROVED, Status.CANDIDATE]


def test_a_document_without_segments_is_a_file_that_can_be_read(tmp_path: Path) -> None:
    path = tmp_path / "空.xlf"
    assert write_translation_file(path, [], "空.txt", WriteOptions(profile="2.1")) == LossReport(0)
    assert list(read(path, ReadOptions())) == []


@pytest.mark.parametrize("name", ["a.sdlxliff", "a.tmx", "a.docx"])
def test_a_name_that_no_translator_can_open_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(UsageError, match="goes to a translator"):
        write_translation_file(tmp_path / name, PRETRANSLATED, "条約.txt", WriteOptions())
    assert list(tmp_path.iterdir()) == []
