from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rnk_gloss.text.diff import difference_runs

WORDS = st.lists(
    st.sampled_from(
        ["契約", "を", "解除", "できる", "できない", "サーバー", " ", "42", "the", "。", "国際刑事裁判所", "の"]
    )
)


def shown(before: str, after: str) -> list[tuple[str, str]]:
    return [
        (before[run.before.start : run.before.end], after[run.after.start : run.after.end])
        for run in difference_runs(before, after)
        if run.kind != "equal"
    ]


@pytest.mark.parametrize(
    ("before", "after", "changes"),
    [
        pytest.param("変更できる。", "変更できない。", [("できる", "できない")], id="a whole ending"),
        pytest.param("翻訳メモリーを使う", "用語集を使う", [("翻訳メモリー", "用語集")], id="two words for one"),
        pytest.param("国際刑事裁判所", "国際司法裁判所", [("刑事", "司法")], id="inside a long compound"),
        pytest.param("青い車が来た", "来た", [("青い車が", "")], id="deletion"),
        pytest.param(
            "the old cat sat", "the new dog sat", [("old cat", "new dog")], id="a space does not part changes"
        ),
        pytest.param("同じ", "同じ", [], id="no change"),
    ],
)
def test_changes_are_words(before: str, after: str, changes: list[tuple[str, str]]) -> None:
    assert shown(before, after) == changes


def test_kinds() -> None:
    assert [run.kind for run in difference_runs("甲は", "甲は42")] == ["equal", "insert"]
    assert [run.kind for run in difference_runs("", "")] == []


@settings(max_examples=200, deadline=None)
@given(st.one_of(st.text(max_size=15), WORDS.map("".join)), st.one_of(st.text(max_size=15), WORDS.map("".join)))
def test_the_runs_lead_from_one_text_to_the_other(before: str, after: str) -> None:
    runs = difference_runs(before, after)
    assert "".join(before[run.before.start : run.before.end] for run in runs) == before
    rebuilt = "".join(
        before[run.before.start : run.before.end] if run.kind == "equal" else after[run.after.start : run.after.end]
        for run in runs
    )
    assert rebuilt == after
    assert all(one.kind != other.kind or one.kind == "equal" for one, other in pairwise(runs))
