from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rnk_gloss.model.entry import Context, Entry, Target
from rnk_gloss.model.span import Span
from rnk_gloss.service.agreement import RenderingFinder
from rnk_gloss.text.cells import cell_width, printable
from rnk_gloss.tui.contexts import context_lines, page_of
from rnk_gloss.tui.difference import difference_fragments
from rnk_gloss.tui.glyphs import GLYPHS
from rnk_gloss.tui.painting import mark, sides, wrap_fragments

TEXTS = st.text(st.sampled_from("樽蔵がカー、。「」()ab 1\n\t\x1b👨‍👩゙é"), max_size=60)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(TEXTS, st.sampled_from(["", "term"])), max_size=4), st.integers(2, 40))
def test_wrapping_loses_nothing_but_space_and_keeps_each_ink(parts: list[tuple[str, str]], width: int) -> None:
    lines = wrap_fragments(parts, width)
    for ink in ("", "term"):
        kept = "".join(text for line in lines for text, used in line if used == ink)
        given_text = "".join(printable(text) for text, used in parts if used == ink)
        assert "".join(kept.split()) == "".join(given_text.split())


@settings(max_examples=100, deadline=None)
@given(TEXTS, TEXTS, st.integers(30, 60))
def test_two_sides_fill_a_line_exactly(left: str, right: str, width: int) -> None:
    shown = printable(right)[:10]
    line = sides([(left, "")], [(shown, "")], width)
    assert cell_width("".join(text for text, _ in line)) == width


def test_marked_places_keep_the_text() -> None:
    fragments = mark("古い樽と新しい樽", [(2, 3), (7, 8)], "term")
    assert fragments == [("古い", ""), ("樽", "term"), ("と新しい", ""), ("樽", "term")]


@pytest.mark.parametrize("width", [20, 41, 98])
def test_the_key_word_stands_in_the_middle_by_cells(width: int) -> None:
    entry = Entry(1, "樽")
    contexts = [
        Context("a", "古い樽が届いた。", Span(2, 3), Span(2, 3)),
        Context("a", "ｵｰｸの樽", Span(4, 5), Span(4, 5)),
        Context("a", "樽" + "の蓋" * 60, Span(0, 1), Span(0, 1)),
    ]
    lines = context_lines(page_of(contexts, entry, 0), GLYPHS["unicode"], width)
    assert {cell_width(line[0][0]) for line in lines} == {(width - 2) // 2}
    assert {cell_width("".join(text for text, _ in line)) for line in lines} == {width}


@pytest.mark.parametrize(
    ("translation", "found"),
    [
        pytest.param("A head winemaker and two Head Winemakers.", ["head winemaker", "Head Winemakers"], id="plural"),
        pytest.param("The swinemaker", [], id="not inside a word"),
        pytest.param("The winemaker", ["winemaker"], id="the shorter one"),
        pytest.param("", [], id="nothing aligned"),
    ],
)
def test_targets_are_found_in_the_translation(translation: str, found: list[str]) -> None:
    entry = Entry(1, "醸造責任者", targets=(Target("winemaker"), Target("head winemaker"), Target(" ")))
    places = RenderingFinder(entry).find(translation)
    assert [translation[start:end] for start, end, _ in places] == found


@pytest.mark.parametrize("width", range(12, 70, 7))
def test_a_long_translation_is_cut_around_the_target(width: int) -> None:
    entry = Entry(1, "樽", targets=(Target("barrel"),))
    translation = (
        "Long before anyone in the village thought of it, a barrel was rolled down the hill, and then another one."
    )
    contexts = [Context("a", "樽", Span(0, 1), Span(0, 1), translation)]
    line = context_lines(page_of(contexts, entry, 0), GLYPHS["unicode"], width)[1]
    assert ("barrel", "term") in line
    assert cell_width("".join(text for text, _ in line)) <= width


@settings(max_examples=60, deadline=None)
@given(TEXTS, TEXTS)
def test_a_drawn_difference_holds_both_texts(query: str, stored: str) -> None:
    fragments = difference_fragments(query, stored)
    assert "".join(text for text, ink in fragments if ink != "removed") == stored
    assert "".join(text for text, ink in fragments if ink != "added") == query
