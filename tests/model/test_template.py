"""Texts that the program wrote into a store are read back as what they were made from."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rnk_gloss.model.evidence_details import TargetReason, TermReason, WordSource
from rnk_gloss.model.operation_names import OperationName, of_entries, of_segments, of_subject
from rnk_gloss.model.refusals import Refusal
from rnk_gloss.model.status import Status
from rnk_gloss.model.template import Template, understood

ALL = [*OperationName, *Refusal, *TermReason, *TargetReason, *WordSource]
NUMBER, WORDS = 4_711, "用語集 (2).tsv"
_NUMBERS = {"number", "count", "all", "entry", "other", "segment", "sentence", "left", "right"}


def _fields(template: Template) -> list[str]:
    return [part.partition("}")[0] for part in template.value.split("{")[1:]]


@pytest.mark.parametrize("template", ALL, ids=lambda one: f"{type(one).__name__}.{one.name}")
def test_a_text_is_understood_as_what_it_was_made_from(template: Template) -> None:
    values = {name: NUMBER if name in _NUMBERS else WORDS for name in _fields(template)}
    known = understood(type(template), template.of(**values))
    assert known is not None
    assert known.template is template
    assert known.values == {name: str(value) for name, value in values.items()}


@given(st.text(min_size=1), st.integers(min_value=0))
def test_what_strangers_wrote_does_not_change_what_is_read_back(text: str, number: int) -> None:
    assert OperationName.ADD_ENTRY.values_in(OperationName.ADD_ENTRY.of(term=text)) == {"term": text}
    said = TargetReason.ALSO_OF_ALIGNED.of(count=number, all=number, rivals=text)
    assert understood(TargetReason, said) == (
        TargetReason.ALSO_OF_ALIGNED, {"count": str(number), "all": str(number), "rivals": text},
    )  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("extract", id="名だけ"),
        pytest.param("approve entry", id="番号がない"),
        pytest.param("approve entry x", id="番号でない"),
        pytest.param("Approve entry 3", id="大文字"),
        pytest.param("approve entry 3 later", id="続きがある"),
        pytest.param("", id="空"),
    ],
)
def test_what_another_version_wrote_is_not_understood(text: str) -> None:
    assert understood(OperationName, text) is None


def test_one_thing_is_named_by_its_id_and_several_by_their_number() -> None:
    assert of_entries(Status.REJECTED, [12]) == "reject entry 12"
    assert of_entries(Status.APPROVED, [12, 14, 19]) == "approve 3 entries"
    assert of_segments(Status.CANDIDATE, [7]) == "reopen segment 7"
    assert of_segments(Status.APPROVED, [7, 8]) == "approve 2 segments"
    assert of_subject([5]) == "set the subject of entry 5"
    assert of_subject([5, 6]) == "set the subject of 2 entries"
