"""What goes out comes back, or the reports say what does not: for every format and profile that can be read."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import MISSING, fields, is_dataclass, replace
from pathlib import Path
from typing import Any

import pytest

from rnk_gloss.errors import UsageError
from rnk_gloss.interchange.options import Kind, ReadOptions, WriteOptions
from rnk_gloss.interchange.registry import Format, formats
from rnk_gloss.lexicon.dictionary import Lexicon
from rnk_gloss.model.archive import ArchivedDocument, ArchivedLikeness, ArchivedSentence
from rnk_gloss.model.entry import Entry, Evidence, Status, Target, TermPlace, Variant
from rnk_gloss.model.report import ImportReport
from rnk_gloss.model.segment import Alignment, Property, Unit
from rnk_gloss.service.glossary import Glossary
from rnk_gloss.service.transfer import export, import_file
from tests.rich_store import rich_store
from tests.service.store_contents import ADDED, WHOLE, Contents, contents, differences, texts_of, values_of

_FOR_PEOPLE = frozenset({"markdown", "html"})
_TEXTS = "Unit.source Unit.target"
_TERMS = "Entry.source Entry.reading Entry.note Entry.subject Target.text Variant.text"
_GONE = "Unit.* Unit.+ Entry.* Entry.+"

TOLD = {
    what: frozenset(told.split())
    for what, told in {
        # What a format leaves out whole.
        "segments between other languages": "Unit.*",
        "segments of one side only": "Unit.*",
        "units with an empty side": "Unit.*",
        "units with both sides in one language": "Unit.*",
        "units between other languages": "Unit.*",
        "rejected units": "Unit.*",
        "entries without a target": "Entry.*",
        "entries with both sides in one language": "Entry.*",
        "likenesses between terms": "",
        # Fields of units by their names, and by those that people know from the format.
        **{
            one.name.replace("_", " "): f"Unit.{one.name} Alignment.{one.name}"
            for one in fields(Unit)
            if one.name not in {"id", "source", "target"}
        },
        "authors": "Unit.created_by Unit.changed_by",
        "dates": "Unit.created_at Unit.changed_at Unit.used_at",
        "counts of use": "Unit.usage_count",
        "documents": "Unit.document Entry.documents Entry.places Entry.contexts Entry.count Variant.count",
        "ids": "Unit.external_id",
        "ids used twice": "Unit.external_id",
        "origins": "Unit.origin",
        "texts before": "Unit.previous",
        "texts after": "Unit.following",
        "inline markup": f"Unit.properties {_TEXTS}",
        "numbers and types of inline codes": "Unit.properties",
        "names of properties with =": "Unit.properties",
        "sources with a further translation": "Unit.properties",
        "status of obsolete messages": "Unit.status",
        "line breaks at the ends of targets": "Unit.target",
        "blanks and breaks at the ends of lines of comments": "Unit.note Unit.properties",
        "white space in names of documents": "Unit.document",
        "white space and illegal characters in ids": "Unit.external_id",
        "characters in ids that XLIFF does not allow": "Unit.external_id",
        # Fields of entries.
        "created at": "Unit.created_at Entry.created_at",
        "created by": "Unit.created_by Entry.created_by",
        "changed at": "Unit.changed_at Entry.changed_at",
        "changed by": "Unit.changed_by Entry.changed_by",
        "note": "Unit.note Entry.note",
        "status": "Unit.status Entry.status Target.usage",
        "reading": "Entry.reading Entry.reading_origin Entry.note",
        "reading origin": "Entry.reading_origin",
        "category": "Entry.category",
        "subject": "Entry.subject",
        "score": "Entry.score",
        "count": "Entry.count",
        "reason": "Entry.reason",
        "evidence": "Entry.evidence Target.evidence",
        "decided by a person": "Entry.edited Target.edited",
        "score of a target": "Target.score",
        "origin of a target": "Target.origin",
        "usage of a target": "Target.usage",
        "forbidden targets": "Target.* Entry.note",
        "variants": "Variant.*",
        "kind or count of a variant": "Variant.kind Variant.count",
        "kind of a variant": "Variant.kind",
        "count of a variant": "Variant.count",
        "languages": "Entry.source_language Entry.target_language",
        "direction": _GONE,
        "first of the places": "Entry.note",
        # Characters.
        "characters that XML does not allow": f"{_TEXTS} {_TERMS}",
        "control characters": f"{_TEXTS} {_TERMS}",
        "carriage returns": _TEXTS,
        "tabs and line breaks": f"{_TEXTS} {_TERMS}",
        "# at the start of a line": f"{_TEXTS} {_TERMS}",
        "white space at the ends of texts": f"{_TEXTS} {_TERMS}",
        "white space in notes": "Entry.note",
        "white space in terms": "Entry.source Target.text",
        "time zones and fractions of a second": "Unit.created_at Unit.used_at Entry.created_at",
        "times that are none": "Unit.changed_at Entry.changed_at",
    }.items()
}
"""What a loss may cost, by its name. A name that is not here is no loss that anybody knows."""

REMARKS = {
    what: frozenset(told.split())
    for what, told in {
        "the file gives no status: taken as approved": "Entry.status",
        "the file gives no status: taken as candidate": "Entry.status",
        "the file gives no score: taken as sure (100)": "Entry.score",
        "the file gives no reading: worked out": "Entry.reading Entry.reading_origin",
        "counts are not kept: the glossary counts in its own documents": "Entry.count",
        "katakana of readings read as hiragana": "Entry.reading",
        "combining characters composed (NFC)": f"{_TERMS}",
        "the file prefers no target: the first is taken as the preferred one": "Target.usage",
        "further preferred targets read as admitted": "Target.usage",
        "rows of one term read as one entry": "Entry.* Target.+",
    }.items()
}
"""What an import may change and say."""

_REMARK = re.compile(r"(.*?)(?:: ([0-9]+))?(?: \(lines? [0-9, …]+\))?", re.DOTALL)
_LOSS = re.compile(r"(.*): ([0-9]+) (?:not written|→ (.+))", re.DOTALL)
# What a file says counts as a person's own word.
_BY_EVERY_IMPORT = frozenset({"Entry.edited"})
# What stands elsewhere in the file and is taken from there again.
_COMES_BACK = frozenset({"reading", "category", "status"})


def _cases() -> Iterator[object]:
    for one in formats():
        for profile in one.profiles if one.name not in _FOR_PEOPLE else ():
            for kind in (None,) if one.whole else sorted(one.carries):
                if (one.name, kind) != ("utx", "units") and (profile, kind) != ("utx", "units"):
                    yield pytest.param((one, profile, kind), id=f"{one.name} {profile} {kind or 'all'}")


@pytest.fixture(scope="module")
def rich(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Glossary]:
    with rich_store(tmp_path_factory.mktemp("rich") / "rich.db") as opened:
        yield opened


@pytest.fixture(scope="module")
def held(rich: Glossary) -> Contents:
    return contents(rich)


def _said_by_import(report: ImportReport) -> Counter[str]:
    """How often the import says that it changed each field."""
    said = Counter({f"{kind}.{WHOLE}": report.duplicates + report.merged for kind in ("Unit", "Entry")})
    said += Counter(dict.fromkeys(("Target.+", "Entry.changed_at", "Entry.changed_by"), report.merged))
    for remark in report.remarks:
        counted = _REMARK.fullmatch(remark)
        assert counted
        said += Counter(dict.fromkeys(REMARKS.get(counted[1], ()), int(counted[2] or 1)))
    return said


def _losses(file_format: Format, item: Entry | Unit, options: WriteOptions, folder: Path) -> set[str]:
    """What the format says that it loses of this item, written alone."""
    report = file_format.write(folder / f"alone{file_format.suffixes[0]}", [item], options)
    return {loss.what for loss in report.losses}


@pytest.mark.parametrize("case", list(_cases()))
def test_what_does_not_come_back_was_said(
    rich: Glossary,
    held: Contents,
    tmp_path: Path,
    case: tuple[Format, str, Kind | None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    # Each item is written to a file of its own, a thousand in all, and nobody needs them on the disk.
    monkeypatch.setattr("os.fsync", lambda _descriptor: None)
    file_format, profile, kind = case
    path = tmp_path / f"out{file_format.suffixes[0]}"
    options = WriteOptions(profile=profile, kind=kind)
    exported = export(
        rich.workspace, path, format_name=file_format.name, kind=kind, statuses=tuple(Status), options=options
    )
    with Glossary.open(tmp_path / "other.db", author="別人", lexicon=Lexicon.none()) as other:
        read = ReadOptions(profile=profile, kind=kind)
        imported = import_file(other.workspace, path, format_name=file_format.name, options=read)
        came = contents(other)
    if kind is None:
        assert exported.losses == ()
        assert (came.documents, came.likenesses) == (held.documents, held.likenesses)
        assert differences(came.entries, held.entries) | differences(came.units, held.units) == set()
        return
    items = held.units if kind == "units" else held.entries
    found = differences(items, came.units if kind == "units" else came.entries)

    told = {loss[1]: loss for loss in map(_LOSS.fullmatch, exported.losses) if loss}
    assert len({loss.partition(": ")[0] for loss in exported.losses}) == len(told)
    assert set(told) <= set(TOLD)
    of_item = {texts_of(item): _losses(file_format, item, options, tmp_path) & set(told) for item in items}
    # What several items together bring about, such as ids that stand twice, and what the import makes of them.
    said = _said_by_import(imported)
    alone = set().union(*of_item.values())
    for what, loss in told.items():
        # What was not there before has no item that went out.
        said += Counter({field: int(loss[2]) for field in TOLD[what] if what not in alone or field.endswith(ADDED)})
    unsaid = Counter(
        field
        for field, item in found
        if field not in _BY_EVERY_IMPORT and not any(field in TOLD[what] for what in of_item.get(item, ()))
    )
    assert {field: count for field, count in unsaid.items() if count > said[field]} == {}

    lost = {field for field, _ in found}
    needless = {what for what in told if TOLD[what] and not TOLD[what] & lost}
    assert {what for what in needless if what not in _COMES_BACK or not told[what][3]} == set()


@pytest.mark.parametrize("name", ["glossary.md", "glossary.html"])
def test_what_is_for_people_says_that_it_cannot_be_read(tmp_path: Path, rich: Glossary, name: str) -> None:
    rich.export(tmp_path / name)
    with pytest.raises(UsageError, match="for people") as caught:
        rich.import_file(tmp_path / name)
    assert caught.value.hint


_CLASSES = (
    Unit, Alignment, Property, Entry, Target, Variant, Evidence, TermPlace, ArchivedDocument, ArchivedSentence,
    ArchivedLikeness,
)  # fmt: skip


@pytest.mark.parametrize("kind", _CLASSES, ids=lambda kind: kind.__name__)
def test_every_field_says_something_somewhere(held: Contents, kind: type) -> None:
    """A new field is held against every format, or this fails."""
    values = values_of([*held.documents, *held.entries, *held.likenesses, *held.units])[kind]
    defaults = {one.name: one.default for one in fields(kind)} if is_dataclass(kind) else {}
    assert [name for name, all_ in values.items() if all(value == defaults.get(name) for value in all_)] == []


@pytest.mark.parametrize("name", [one.name for one in fields(Unit) if one.name not in {"id", "source"}])
def test_a_field_that_is_lost_is_noticed(held: Contents, name: str) -> None:
    """The test above sees what it is there to see."""
    (default,) = (one.default for one in fields(Unit) if one.name == name)
    values: dict[str, Any] = {name: "" if default is MISSING else default}
    lost = {field for field, _ in differences(held.units, [replace(unit, **values) for unit in held.units])}
    assert f"Unit.{name}" in lost


_OF_UNITS = [one for one in formats() if "units" in one.carries and not one.whole]
# What an import says when it turns the units of a file round.
_TURNED = ("read the other way round", "columns were swapped")


@pytest.mark.parametrize("file_format", _OF_UNITS, ids=lambda one: one.name)
def test_units_that_go_into_japanese_come_back_or_are_said_to_be_turned(
    rich: Glossary, held: Contents, tmp_path: Path, file_format: Format
) -> None:
    path = tmp_path / f"out{file_format.suffixes[0]}"
    options = WriteOptions(source_language="en", target_language="ja")
    exported = export(rich.workspace, path, format_name=file_format.name, kind="units", options=options)
    assert exported.units == 1
    with Glossary.open(tmp_path / "other.db", lexicon=Lexicon.none()) as other:
        imported = import_file(other.workspace, path, format_name=file_format.name, options=ReadOptions(kind="units"))
        (unit,) = contents(other).units
    if any(told in remark for told in _TURNED for remark in imported.remarks):
        unit = replace(
            unit,
            source=unit.target,
            target=unit.source,
            source_language=unit.target_language,
            target_language=unit.source_language,
        )
    assert (unit.source, unit.target, unit.source_language, unit.target_language) in {
        (one.source, one.target, one.source_language, one.target_language) for one in held.units
    }
