"""Catalogues and XLIFF keep the laws of every format."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from hypothesis import strategies as st

from rnk_gloss.model.entry import Status
from rnk_gloss.model.segment import Property, Unit
from tests.interchange.contract import FormatContract
from tests.interchange.samples import ALIGNMENTS, texts

_TIMES = st.datetimes().map(lambda moment: moment.replace(microsecond=0).isoformat() + "Z")
_OPTIONAL_TIMES = st.just("") | _TIMES
_OPTIONAL = st.just("") | texts()
_PROPERTIES = st.lists(
    st.builds(Property, st.sampled_from(["unit", "source", "target"]), texts().map(lambda name: f"x-{name}"), texts()),
    max_size=3,
).map(lambda properties: tuple(sorted(properties, key=lambda one: ("unit", "source", "target").index(one.level))))
_OPTIONAL_COMMENTS = st.just("") | st.lists(texts(breaks=False, trimmed=True), min_size=1, max_size=3).map("\n".join)


def _with_numbered_ids(units: list[Unit]) -> list[Unit]:
    return [replace(unit, external_id=f"id-{number}") for number, unit in enumerate(units)]


def _whole_units(**fields: Any) -> st.SearchStrategy[list[Unit]]:
    """Units with all that a unit can have."""
    return st.lists(
        st.builds(
            Unit,
            source=texts(),
            target=texts(),
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
            alignment=ALIGNMENTS,
            **({"properties": _PROPERTIES} | fields),
        ),
        max_size=4,
    ).map(_with_numbered_ids)


class TestPo(FormatContract):
    file = "messages.po"
    kind = "units"
    items = st.lists(
        st.builds(
            Unit,
            source=texts().filter(lambda text: not text.strip("\n").isspace()).map(lambda text: f"「{text}」"),
            target=texts().map(lambda text: f"“{text}”"),
            status=st.sampled_from([Status.APPROVED, Status.CANDIDATE]),
            document=st.sampled_from(["", "天気.txt", "私の 文書.docx", "法令:12", "C:\\訳\\a.po"]),
            note=_OPTIONAL_COMMENTS,
        ),
        max_size=4,
        unique_by=lambda unit: unit.source,
    )


class TestXliff(FormatContract):
    file = "memory.xlf"
    kind = "units"
    items = _whole_units()


class TestXliff1(FormatContract):
    """1.2 has no place for the name of a property but before its value, with = between them."""

    file = "memory.xliff"
    kind = "units"
    profile = "1.2"
    items = _whole_units(properties=_PROPERTIES.map(lambda all_: tuple(one for one in all_ if "=" not in one.name)))
