"""Steps: a text goes through those that can change it, and comes out as if it had gone through all."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from rnk_gloss.model.traced import TracedText
from rnk_gloss.text import steps as steps_module
from rnk_gloss.text.preparation import Preparation
from rnk_gloss.text.rewriting import Rewriting, TableRewriting
from rnk_gloss.text.steps import Steps, TracedStep, rewrite, rewrite_traced

# Each makes what a later one needs, the third what the first one did.
STEPS = (
    Rewriting("取り(?=組)", "取", needed=("取り",)),
    TableRewriting({"組む": "取り組む", "事柄": "事"}),
    Rewriting("取り(?=事)|こと", "事", needed=("取り事", "こと")),
    Rewriting("^ +"),
    TableRewriting({"取事": "取り組"}),
    Rewriting("り組", "組", needed=("り組", "組り")),
)
TEXTS = st.text("取り組む事柄こと \ud842", max_size=12)


def through_all(text: str) -> str:
    for step in STEPS:
        text = step.apply(text)
    return text


@pytest.mark.parametrize("by_hand", [0, 100], ids=["by automaton", "by hand"])
@pytest.mark.parametrize("longest", [400, 3], ids=["searched at once", "searched by each step"])
@given(text=TEXTS)
@example(text="組む取り事柄")
@example(text=" 取りこと組む\ud842")
def test_a_text_comes_out_as_if_all_steps_were_taken(text: str, by_hand: int, longest: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Preparation, "texts_by_hand", by_hand)
        patch.setattr(steps_module, "LONGEST_SEARCHED", longest)
        steps = Steps[TracedStep](STEPS)
        assert rewrite(text, steps) == through_all(text)
        assert rewrite_traced(TracedText.verbatim(text), steps).text == through_all(text)


def test_only_steps_whose_needs_are_met_are_left_for_a_short_text(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Preparation, "texts_by_hand", 0)
    steps = Steps(STEPS)
    assert steps.left_for("手紙") == 0b001000
    assert steps.left_for("取り組む") == 0b101011
    assert steps.left_for("取り組む", 2) == 0b101000
    assert steps.left_for("手紙" * 300) == 0b111111


def test_no_steps_leave_a_text_alone() -> None:
    assert rewrite("取り組む", Steps(())) == "取り組む"
