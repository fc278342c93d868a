"""Patterns: what none of a text's letters needs is left alone, and many texts together are rewritten like each."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rnk_gloss.text import rewriting as rewriting_module
from rnk_gloss.text.rewriting import FENCE, Rewriting


def test_a_text_without_what_every_match_has_is_left_alone() -> None:
    dropping = Rewriting("ー(?=ル)", needed="ー")
    assert dropping.apply("メール") == "メル"
    assert dropping.edits("メール") == [(1, 2, "")]
    assert dropping.apply("手紙") == "手紙"
    assert list(dropping.edits("手紙")) == []


@given(st.lists(st.text("御社ー・ル話3名 ", max_size=5), min_size=1, max_size=8), st.sampled_from([1, 3]))
def test_texts_rewritten_together_are_rewritten_like_each(texts: list[str], part: int) -> None:
    for pattern, needed in (("[御社](?=話)", "御社"), ("(?:ー|・)(?!ル)", "ー・"), (r"\d名?(?=$|\0)", "3")):
        rewriting = Rewriting(pattern, "々", needed=needed)
        each = [rewriting.apply(text) for text in texts]
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(rewriting_module, "_LONG", -1)
            patch.setattr(rewriting_module, "_PART_OF_TEXTS", part)
            assert rewriting.apply(FENCE.join(texts)).split(FENCE) == each
