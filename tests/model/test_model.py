"""Laws of the ground floor."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rnk_gloss.model.entry import Entry, Target, Usage
from rnk_gloss.model.span import Span
from rnk_gloss.model.traced import TracedText


@given(st.text(max_size=20), st.integers(0, 5))
def test_verbatim_text_stands_where_it_stood(text: str, offset: int) -> None:
    original = "。" * offset + text
    traced = TracedText.verbatim(text, offset)
    for place in range(len(text)):
        span = traced.original_span(place, place + 1)
        assert original[span.start : span.end] == text[place]


@given(st.lists(st.text(max_size=6), max_size=5))
def test_joined_parts_keep_their_origins(parts: list[str]) -> None:
    original = "|".join(parts)
    offset, traced = 0, []
    for part in parts:
        traced.append(TracedText.verbatim(part, offset))
        offset += len(part) + 1
    whole = TracedText.joined(traced)
    assert whole.text == "".join(parts)
    assert "".join(original[start:end] for start, end in zip(whole.starts, whole.ends, strict=True)) == whole.text


def test_a_span_over_what_was_left_out_holds_it() -> None:
    # The line break of the original is not in the text, but between its characters.
    whole = TracedText.joined([TracedText.verbatim("条", 0), TracedText.verbatim("約", 2)])
    assert whole.original_span(0, 2) == Span(0, 3)
    assert whole.original_span(1, 2) == Span(2, 3)


def test_an_entity_stands_for_all_its_characters() -> None:
    assert TracedText.standing_for("&", Span(4, 9)).original_span(0, 1) == Span(4, 9)


@given(st.text(alphabet=" 　\n条約", max_size=8))
def test_stripping_is_that_of_strings(text: str) -> None:
    assert TracedText.verbatim(text).stripped().text == text.strip()


@pytest.mark.parametrize(("start", "end"), [(0, 0), (1, 1), (-1, 1), (0, 3), (2, 1)])
def test_there_is_no_empty_or_outer_span(start: int, end: int) -> None:
    with pytest.raises(IndexError):
        TracedText.verbatim("条約").original_span(start, end)


@pytest.mark.parametrize(
    ("targets", "preferred"),
    [
        pytest.param([], None, id="none"),
        pytest.param([("treaty", Usage.ADMITTED), ("pact", Usage.PREFERRED)], "pact", id="the preferred one"),
        pytest.param([("treaty", Usage.FORBIDDEN), ("pact", Usage.ADMITTED)], "pact", id="never a forbidden one"),
        pytest.param([("treaty", Usage.FORBIDDEN)], None, id="only a forbidden one"),
    ],
)
def test_the_target_to_use(targets: list[tuple[str, Usage]], preferred: str | None) -> None:
    entry = Entry(1, "条約", targets=tuple(Target(text, usage) for text, usage in targets))
    assert entry.preferred == preferred
