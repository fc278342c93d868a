"""Where a segment is offered to be cut."""

from __future__ import annotations

from itertools import pairwise

import pytest

from rnk_gloss.model.entry import Status
from rnk_gloss.model.segment import Segment
from rnk_gloss.service.cut_places import likely_cut, offered_cuts


def a_segment(source: str, target: str) -> Segment:
    return Segment(1, "記事.txt", 0, source, target, None, None, 90.0, Status.CANDIDATE, ())


@pytest.mark.parametrize(
    ("text", "language", "parts"),
    [
        pytest.param("樽を開けた。香りを確かめた。", "ja", ["樽を開けた。", "香りを確かめた。"], id="文末"),
        pytest.param(
            "樽を開け、香りを確かめ、移した。", "ja", ["樽を開け、", "香りを確かめ、", "移した。"], id="一文なら読点"
        ),
        pytest.param(
            "樽を開け、見た。移した。", "ja", ["樽を開け、見た。", "移した。"], id="文末があれば読点は出さない"
        ),
        pytest.param("He came. He saw.", "en", ["He came.", " He saw."], id="英語の文末"),
        pytest.param(
            "It has 1,200 casks, all full.", "en", ["It has 1,200 casks,", " all full."], id="数の中は切らない"
        ),
        pytest.param("樽", "ja", ["樽"], id="切る所がない"),
        pytest.param("", "en", [], id="空"),
    ],
)
def test_offered_cuts(text: str, language: str, parts: list[str]) -> None:
    places = offered_cuts(text, language)
    assert [text[start:end] for start, end in pairwise(places)] == parts
    assert places[0] == 0
    assert places[-1] == len(text)


@pytest.mark.parametrize(
    ("source", "target", "first"),
    [
        pytest.param(
            "短い。とても長い二つ目の文がここに続いて終わる。",
            "Short. A second, much longer sentence ends here.",
            ("短い。", "Short."),
            id="長さの釣り合う文末",
        ),
        pytest.param(
            "樽を開け、香りを見た。",
            "They opened it. They smelled.",
            ("樽を開け、", "They opened it."),
            id="片側が一文",
        ),
        pytest.param("樽を開けた。見た。", "", ("樽を開けた。", ""), id="片側がない"),
    ],
)
def test_the_likely_cut_divides_both_texts_alike(source: str, target: str, first: tuple[str, str]) -> None:
    source_at, target_at = likely_cut(a_segment(source, target))
    assert (source[:source_at], target[:target_at]) == first
