"""Pairs that are long, lopsided, monotonous or wrong: aligned in bounded time and memory, and as right as can be.

The limits are several times what an ordinary machine takes; what they catch is work that grows with the square.
"""

from __future__ import annotations

import time
import tracemalloc
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest

from rnk_gloss.align.alignment import align_sentences
from rnk_gloss.align.known_pairs import occurrences
from rnk_gloss.align.plausibility import check_translation
from rnk_gloss.lexicon.dictionary import Lexicon
from rnk_gloss.model.segment import Bead
from rnk_gloss.service.alignment import align_texts
from tests.align.test_long_texts import numbered
from tests.align.test_plausibility import ENGLISH, JAPANESE
from tests.small_lexicon import small_lexicon

PARAGRAPH = 100_000
RUN_ON = "条約の交渉は東京で続き、"
RUN_ON_ENGLISH = "the talks about the treaty go on in Tokyo, and "


@pytest.fixture(scope="module")
def lexicon(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lexicon]:
    with small_lexicon(tmp_path_factory.mktemp("lexicon") / "lexicon.sqlite") as opened:
        yield opened


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """Fails when what is done takes more processor time."""
    begin = time.process_time()
    yield
    assert time.process_time() - begin < seconds


def peak_megabytes(work: Callable[[], object]) -> float:
    tracemalloc.start()
    try:
        work()
        return tracemalloc.get_traced_memory()[1] / 1e6
    finally:
        tracemalloc.stop()


def paired(beads: list[Bead]) -> dict[tuple[int, ...], tuple[int, ...]]:
    return {bead.source_indices: bead.target_indices for bead in beads if bead.source_indices and bead.target_indices}


def covers(beads: list[Bead], source_count: int, target_count: int) -> bool:
    """Whether every sentence is in one bead, in order."""
    source = [place for bead in beads for place in bead.source_indices]
    target = [place for bead in beads for place in bead.target_indices]
    return source == list(range(source_count)) and target == list(range(target_count))


def long_text(text: str, length: int) -> str:
    return (text * (length // len(text) + 1))[:length]


def test_swapped_languages_are_aligned_without_harm(lexicon: Lexicon) -> None:
    beads = align_sentences(ENGLISH * 4, JAPANESE * 4, lexicon=lexicon)
    assert covers(beads, 44, 44)
    assert check_translation(beads, lexicon) is None


@pytest.mark.parametrize(
    ("source", "target"),
    [
        pytest.param(JAPANESE, [], id="nothing in English"),
        pytest.param([], ENGLISH, id="nothing in Japanese"),
        pytest.param(["はい。"] * 1000, [], id="nothing for a thousand sentences"),
    ],
)
def test_against_an_empty_side_each_sentence_stands_alone(
    source: list[str], target: list[str], lexicon: Lexicon
) -> None:
    beads = align_sentences(source, target, lexicon=lexicon)
    assert covers(beads, len(source), len(target))
    assert len(beads) == len(source) + len(target)
    assert check_translation(beads, lexicon) is None


def test_thirty_thousand_sentences_are_aligned_piece_by_piece(lexicon: Lexicon) -> None:
    count = 30_000
    source = [f"{1000 + 7 * place}年に{JAPANESE[place % 11]}" for place in range(count)]
    target = [f"In {1000 + 7 * place} {ENGLISH[place % 11]}" for place in range(count)]
    with within(180):
        beads = align_sentences(source, target, lexicon=lexicon)
    assert paired(beads) == {(place,): (place,) for place in range(count)}


def test_memory_grows_with_the_text_and_not_with_its_square() -> None:
    def peak(count: int) -> float:
        source, target = numbered(count)
        return peak_megabytes(lambda: align_sentences(source, target, lexicon=Lexicon.none()))

    small, large = peak(300), peak(1200)
    # Full tables of 1,200 × 1,200 sentences would take sixteen times those of 300 × 300, half a gigabyte and more.
    assert large < min(4 * small + 20, 150)


@pytest.mark.parametrize("many", [60, 200])
def test_behind_a_chapter_that_was_left_out_beads_are_right_again(many: int, lexicon: Lexicon) -> None:
    left_out = range(300, 300 + many)
    source = [f"{1000 + 7 * place}年に{JAPANESE[place % 11]}" for place in range(800)]
    target = [f"In {1000 + 7 * place} {ENGLISH[place % 11]}" for place in range(800) if place not in left_out]
    beads = align_sentences(source, target, lexicon=lexicon)
    expected = {(place,): (place,) for place in range(left_out.start)}
    expected |= {(place,): (place - many,) for place in range(left_out.stop, 800)}
    wrong = [place[0] for place, other in expected.items() if paired(beads).get(place) != other]
    assert len(wrong) <= 4
    assert all(left_out.start - 5 <= place <= left_out.stop + 5 for place in wrong)


@pytest.mark.parametrize(
    ("source", "target"),
    [
        pytest.param(long_text(RUN_ON, PARAGRAPH), long_text(RUN_ON_ENGLISH, 2 * PARAGRAPH), id="both"),
        pytest.param(long_text(RUN_ON, PARAGRAPH), " ".join(ENGLISH * 20), id="only in Japanese"),
        pytest.param("".join(JAPANESE * 20), long_text(RUN_ON_ENGLISH, PARAGRAPH), id="only in English"),
        pytest.param("「" * PARAGRAPH, '"' * PARAGRAPH, id="nothing but quotes that are never closed"),
        pytest.param("あ" * PARAGRAPH, "a" * PARAGRAPH, id="one letter"),
    ],
)
def test_a_paragraph_without_a_full_stop_is_bounded_work(source: str, target: str, lexicon: Lexicon) -> None:
    with within(20):
        beads = align_texts(source, target, lexicon=lexicon)
        check_translation(beads, lexicon)
    assert "".join(bead.source for bead in beads).replace("\n", "") == source
    assert sum(len(bead.target.replace(" ", "")) for bead in beads) == len(target.replace(" ", ""))


@pytest.mark.parametrize("stop", ["、", "", " "])
def test_a_text_whose_full_stops_were_lost_is_paired_all_the_same(stop: str, lexicon: Lexicon) -> None:
    many = 8
    source = "".join(JAPANESE * many).replace("。", stop)
    spans, place = [], 0
    for sentence in JAPANESE * many:
        spans.append((place, place + len(sentence) - 1))
        place = spans[-1][1] + len(stop)
    beads = [bead for bead in align_texts(source, " ".join(ENGLISH * many), lexicon=lexicon) if bead.source_span]
    right = 0
    for number, (start, end) in enumerate(spans):
        middle = (start + end) // 2
        bead = next(
            bead for bead in beads if bead.source_span and bead.source_span.start <= middle < bead.source_span.end
        )
        right += ENGLISH[number % len(ENGLISH)] in bead.target
    assert right >= 0.8 * len(spans)


def test_beside_a_sentence_of_hundreds_of_thousands_of_characters_the_others_are_right(lexicon: Lexicon) -> None:
    source = [*JAPANESE[:6], long_text(RUN_ON, 300_000), *JAPANESE[6:]]
    target = [*ENGLISH[:6], long_text(RUN_ON_ENGLISH, 300_000), *ENGLISH[6:]]
    with within(40):
        beads = align_sentences(source, target, lexicon=lexicon)
    assert covers(beads, 12, 12)
    assert {(place,): (place,) for place in range(12) if place != 6}.items() <= paired(beads).items()


@pytest.mark.parametrize("target_count", [3000, 1500])
def test_thousands_of_equal_sentences_are_paired_in_order(target_count: int, lexicon: Lexicon) -> None:
    with within(20):
        beads = align_sentences(["はい。"] * 3000, ["Yes."] * target_count, lexicon=lexicon)
    assert covers(beads, 3000, target_count)
    if target_count == 3000:
        assert paired(beads) == {(place,): (place,) for place in range(3000)}


def test_a_pair_of_terms_that_stands_in_every_sentence_is_found_in_all() -> None:
    with within(5):
        in_source, in_target = occurrences(["はい。"] * 20_000, ["Yes."] * 20_000, [("はい", "yes")])
    assert in_source == in_target == [[0]] * 20_000


def test_thousands_of_terms_that_do_not_occur_take_little_time() -> None:
    terms = [(f"架空用語{number}", f"fancy term {number}") for number in range(5000)]
    with within(5):
        in_source, in_target = occurrences(JAPANESE * 100, ENGLISH * 100, terms)
    assert not any(in_source)
    assert not any(in_target)
