from __future__ import annotations

from dataclasses import replace
from typing import Any

from hypothesis import strategies as st

from rnk_gloss.interchange.imported import ImportedEntry
from rnk_gloss.model.entry import Entry, Evidence, Origin, Status, Target, TermPlace, Usage, Variant
from rnk_gloss.model.segment import Property, Unit
from tests.interchange.contract import FormatContract, WritingContract
from tests.interchange.samples import ALIGNMENTS, SPAN, SPANS, imported, japanese, texts

_TIMES = st.datetimes().map(lambda moment: moment.replace(microsecond=0).isoformat() + "Z")
_OPTIONAL_TIMES = st.just("") | _TIMES
_OPTIONAL = st.just("") | texts()
_PROPERTIES = st.lists(
    st.builds(Property, st.sampled_from(["unit", "source", "target"]), texts().map(lambda name: f"x-{name}"), texts()),
    max_size=3,
).map(lambda properties: tuple(sorted(properties, key=lambda one: ("unit", "source", "target").index(one.level))))


def _with_numbered_ids(units: list[Unit]) -> list[Unit]:
    return [replace(unit, external_id=f"id-{number}") for number, unit in enumerate(units)]


class TestTmx(FormatContract):
    file = "memory.tmx"
    kind = "units"
    items = st.lists(
        st.builds(
            Unit,
            source=texts(),
            target=texts(),
            target_language=st.sampled_from(["en", "de"]),
            status=st.sampled_from(Status),
            origin=_OPTIONAL,
            document=_OPTIONAL,
            previous=_OPTIONAL,
            following=_OPTIONAL,
            note=_OPTIONAL,
            created_at=_OPTIONAL_TIMES,
            created_by=_OPTIONAL,
            changed_at=_OPTIONAL_TIMES,
            changed_by=_OPTIONAL,
            used_at=_OPTIONAL_TIMES,
            usage_count=st.integers(0, 999_999),
            properties=_PROPERTIES,
            alignment=ALIGNMENTS,
        ),
        max_size=4,
    ).map(_with_numbered_ids)


# What no XML holds: control characters; and sides that are empty.
_ANY_TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)


class TestUnitsInJsonLines(FormatContract):
    file = "memory.jsonl"
    kind = "units"
    items = st.lists(
        st.builds(
            Unit,
            source=_ANY_TEXT,
            target=_ANY_TEXT,
            target_language=st.sampled_from(["en", "de"]),
            status=st.sampled_from(Status),
            origin=_ANY_TEXT,
            document=_ANY_TEXT,
            previous=_ANY_TEXT,
            following=_ANY_TEXT,
            note=_ANY_TEXT,
            created_at=_OPTIONAL_TIMES,
            created_by=_ANY_TEXT,
            changed_at=_OPTIONAL_TIMES,
            changed_by=_ANY_TEXT,
            used_at=_OPTIONAL_TIMES,
            usage_count=st.integers(0, 1 << 40),
            external_id=_ANY_TEXT,
            properties=_PROPERTIES,
            alignment=ALIGNMENTS,
        ),
        max_size=4,
    )


_EVIDENCE = st.lists(
    st.builds(Evidence, _ANY_TEXT, _ANY_TEXT, st.floats(-9, 9), st.none() | _ANY_TEXT, SPANS), max_size=2
).map(tuple)


class TestEntriesInJsonLines(FormatContract):
    file = "glossary.jsonl"
    kind = "entries"
    items = st.lists(
        st.builds(
            Entry,
            id=st.integers(1, 9),
            source=_ANY_TEXT,
            reading=_ANY_TEXT,
            reading_origin=st.sampled_from(Origin),
            category=_ANY_TEXT,
            subject=_ANY_TEXT,
            status=st.sampled_from(Status),
            score=st.floats(0, 100),
            variants=st.lists(st.builds(Variant, _ANY_TEXT, _ANY_TEXT), max_size=2).map(tuple),
            targets=st.lists(
                st.builds(
                    Target,
                    _ANY_TEXT,
                    st.sampled_from(Usage),
                    st.floats(0, 100),
                    st.sampled_from(Origin),
                    evidence=_EVIDENCE,
                    edited=st.booleans(),
                ),
                max_size=2,
            ).map(tuple),
            evidence=_EVIDENCE,
            note=_ANY_TEXT,
            reason=_ANY_TEXT,
            created_at=_OPTIONAL_TIMES,
            changed_by=_ANY_TEXT,
            edited=st.lists(st.sampled_from(["note", "reading"]), unique=True).map(tuple),
            places=st.lists(
                st.builds(
                    TermPlace,
                    st.sampled_from(["a.txt", "天気.txt"]),
                    st.just("ja"),
                    st.integers(0, 9),
                    _ANY_TEXT,
                    SPAN,
                    SPAN,
                ),
                max_size=3,
            ).map(tuple),
        ),
        max_size=4,
    )

    def as_read(self, item: Any) -> ImportedEntry:
        values = {name: getattr(item, name) for name in ImportedEntry.__slots__ if hasattr(item, name)}
        return ImportedEntry(**values | {"count": 0, "line": 0, "whole": True})


class TestTmxForOmegat(FormatContract):
    file = "omegat.tmx"
    kind = "units"
    profile = "omegat"
    items = st.lists(
        st.builds(Unit, source=japanese(breaks=False, trimmed=True), target=texts(breaks=False, trimmed=True)),
        max_size=4,
    )


_BARE_UNITS = st.lists(st.builds(Unit, source=japanese(), target=texts()), max_size=4)


class TestUnitsInExcel(FormatContract):
    file = "units.csv"
    kind = "units"
    items = _BARE_UNITS


class TestUnitsInPlainTsv(FormatContract):
    file = "units.tsv"
    kind = "units"
    items = _BARE_UNITS


def _targets(*, breaks: bool) -> st.SearchStrategy[tuple[Target, ...]]:
    """One preferred target, then admitted and forbidden ones: all that a table can say of usage."""
    text = texts(breaks=breaks, trimmed=True)
    return st.builds(
        lambda first, admitted, forbidden: (
            Target(first, Usage.PREFERRED),
            *(Target(one, Usage.ADMITTED) for one in admitted if one != first),
            *(Target(one, Usage.FORBIDDEN) for one in forbidden),
        ),
        text,
        st.lists(text, max_size=2),
        st.lists(text, max_size=2),
    )


def _entries(*, breaks: bool = True, **fields: Any) -> st.SearchStrategy[list[Any]]:
    optional = st.just("") | texts(breaks=breaks, trimmed=True)
    given = {"reading": optional, "category": optional, "subject": optional, "note": optional} | fields
    return st.lists(
        st.builds(
            Entry,
            id=st.integers(1, 9),
            source=japanese(breaks=breaks, trimmed=True),
            targets=_targets(breaks=breaks),
            status=st.sampled_from(Status),
            variants=st.lists(texts(breaks=breaks, trimmed=True).map(Variant), max_size=2).map(tuple),
            **given,
        ),
        max_size=4,
    )


class _EntryContract(FormatContract):
    kind = "entries"

    def as_read(self, item: Any) -> ImportedEntry:
        return imported(item)


_NUMBERS: dict[str, Any] = {"score": st.floats(0, 100), "count": st.integers(0, 10**9)}


class TestEntriesInExcel(_EntryContract):
    file = "glossary.csv"
    items = _entries(**_NUMBERS)


class TestEntriesInPlainCsv(_EntryContract):
    file = "glossary.csv"
    profile = "plain"
    items = _entries(**_NUMBERS)


class TestEntriesInTsv(_EntryContract):
    file = "glossary.tsv"
    items = _entries(**_NUMBERS)


class TestEntriesInAWorkbook(_EntryContract):
    file = "glossary.xlsx"
    items = _entries(**_NUMBERS)


class TestUnitsInAWorkbook(FormatContract):
    file = "units.xlsx"
    kind = "units"
    items = _BARE_UNITS


class TestEntriesInAWorkbookForMultiterm(_EntryContract):
    file = "multiterm.xlsx"
    profile = "multiterm"
    items = _entries()


class TestEntriesForMemoq(_EntryContract):
    file = "memoq.csv"
    profile = "memoq"
    items = _entries()


class TestEntriesForMultiterm(_EntryContract):
    file = "multiterm.txt"
    profile = "multiterm"
    items = _entries(breaks=False)


class TestEntriesForOmegat(FormatContract):
    """OmegaT's three columns carry a source, targets and a comment, and no review state."""

    file = "glossary.txt"
    kind = "entries"
    items = st.lists(
        st.builds(
            Entry,
            id=st.integers(1, 9),
            source=japanese(breaks=False, trimmed=True).filter(lambda text: not text.startswith(("#", "\ufeff"))),
            targets=texts(breaks=False, trimmed=True).map(lambda text: (Target(text, Usage.PREFERRED),)),
            note=st.just("") | texts(breaks=False, trimmed=True),
        ),
        max_size=4,
        unique_by=lambda entry: entry.source,
    )

    def as_read(self, item: Any) -> ImportedEntry:
        return replace(imported(item), status=None)


_ONE_LINE = (
    texts(breaks=False, trimmed=True).map(lambda text: " ".join(text.split(" "))).filter(lambda text: "  " not in text)
)


_KINDS = ["", "acronym", "abbreviation", "short form", "forbidden"]


def _tbx_targets() -> st.SearchStrategy[tuple[Target, ...]]:
    """Targets of any usage in the order in which they are written: what may be used first."""
    usages = list(Usage)
    return st.lists(st.builds(Target, _ONE_LINE, st.sampled_from(usages)), min_size=1, max_size=3).map(
        lambda targets: tuple(sorted(targets, key=lambda target: usages.index(target.usage)))
    )


def _tbx_notes() -> st.SearchStrategy[str]:
    """Notes of several lines, with definitions and contexts."""
    line = st.one_of(_ONE_LINE, _ONE_LINE.map("Definition: {}".format), _ONE_LINE.map("Context (ja): {}".format))
    return st.lists(line, min_size=1, max_size=3).map("\n".join)


def _without_repeated_variants(entry: Entry) -> Entry:
    found = {variant.text: variant for variant in entry.variants if variant.text != entry.source}
    return replace(entry, variants=tuple(found.values()))


def _tbx_entries(*categories: str) -> st.SearchStrategy[list[Any]]:
    return st.lists(
        st.builds(
            Entry,
            id=st.integers(1, 9),
            source=_ONE_LINE,
            targets=_tbx_targets(),
            category=st.sampled_from(categories),
            subject=st.just("") | _ONE_LINE,
            note=st.just("") | _tbx_notes(),
            status=st.just(Status.APPROVED),
            variants=st.lists(st.builds(Variant, _ONE_LINE, st.sampled_from(_KINDS)), max_size=2).map(tuple),
            created_at=_OPTIONAL_TIMES,
            created_by=st.just("") | _ONE_LINE,
            changed_at=_OPTIONAL_TIMES,
            changed_by=st.just("") | _ONE_LINE,
        ).map(_without_repeated_variants),
        max_size=4,
    )


class TestTbxBasic2(FormatContract):
    """TBX-Basic says nothing of readings, review, and counts; terms stand in one line."""

    file = "glossary.tbx"
    kind = "entries"
    items = _tbx_entries("", "noun", "verb", "properNoun")

    def as_read(self, item: Any) -> ImportedEntry:
        return ImportedEntry(
            source=item.source,
            targets=tuple(replace(target, origin=Origin.IMPORT) for target in item.targets),
            note=item.note,
            subject=item.subject,
            category=item.category,
            variants=item.variants,
            created_at=item.created_at,
            created_by=item.created_by,
            changed_at=item.changed_at,
            changed_by=item.changed_by,
        )


class TestTbxBasic3(TestTbxBasic2):
    profile = "basic3"
    items = _tbx_entries("", "noun", "verb")


class TestTbxBasic3Direct(TestTbxBasic3):
    profile = "basic3-dct"


class TestUtx(FormatContract):
    file = "glossary.utx"
    kind = "entries"
    items = st.lists(
        st.builds(
            Entry,
            id=st.integers(1, 9),
            source=japanese(breaks=False, trimmed=True).filter(lambda text: not text.startswith("#")),
            targets=texts(breaks=False, trimmed=True).map(lambda text: (Target(text, Usage.PREFERRED),)),
            category=st.sampled_from(["", "noun", "verb"]),
            subject=st.just("") | texts(breaks=False, trimmed=True),
            reading=st.just("") | texts(breaks=False, trimmed=True),
            note=st.just("") | texts(breaks=False, trimmed=True),
            status=st.sampled_from([Status.APPROVED, Status.CANDIDATE]),
        ),
        max_size=4,
        unique_by=lambda entry: entry.source,
    )

    def as_read(self, item: Any) -> ImportedEntry:
        return imported(item)


class TestMarkdown(WritingContract):
    file = "glossary.md"
    kind = "entries"
    items = _entries(**_NUMBERS)


class TestMarkdownByEnglish(TestMarkdown):
    profile = "a-z"


class TestHtml(WritingContract):
    file = "glossary.html"
    kind = "entries"
    profile = "ruby"
    items = _entries(**_NUMBERS)
