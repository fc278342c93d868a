"""Progress through the parts of an extraction."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rnk_gloss.extract.work import MOST_CALLS, Work


@settings(max_examples=50)
@given(st.integers(0, 5000), st.lists(st.integers(0, 3000), max_size=3))
def test_progress_rises_to_the_total(total: int, sizes: list[int]) -> None:
    seen: list[int] = []
    work = Work(total, lambda done, _whole: seen.append(done))
    for number, size in enumerate(sizes):
        tell = work.part(number / len(sizes), (number + 1) / len(sizes))
        for done in range(size + 1):
            tell(done, size)
    work.finish()
    assert seen == sorted(set(seen))
    assert seen[-1] == total
    assert len(seen) <= 2 * MOST_CALLS + 2


def test_parts_take_their_shares() -> None:
    seen: list[tuple[int, int]] = []
    work = Work(200, lambda done, total: seen.append((done, total)))
    work.part(0, 0.5)(1, 1)
    work.part(0.5, 1)(1, 2)
    work.finish()
    assert seen == [(100, 200), (150, 200), (200, 200)]


@pytest.mark.parametrize("total", [0, 10])
def test_nobody_need_listen(total: int) -> None:
    work = Work(total, None)
    work.part(0, 1)(1, 1)
    work.finish()
