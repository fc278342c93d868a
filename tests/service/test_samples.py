"""The samples, whose sentences and beads were set by hand, as a floor under segmentation and alignment."""

from __future__ import annotations

from pathlib import Path

import pytest

from rnk_gloss import align_sentences, split_sentences
from rnk_gloss.lexicon.dictionary import Lexicon

SAMPLES = Path(__file__).parent.parent.parent / "samples"
STEMS = sorted(path.stem for path in (SAMPLES / "gold").glob("*.tsv"))

Bead = tuple[tuple[str, ...], tuple[str, ...]]


def gold_beads(stem: str) -> list[Bead]:
    lines = (SAMPLES / "gold" / f"{stem}.tsv").read_text(encoding="utf-8").split("\n")
    sides = [[tuple(filter(None, side.split(" | "))) for side in line.split("\t")] for line in lines if line]
    return [(source, target) for source, target in sides]


@pytest.mark.parametrize("stem", STEMS)
@pytest.mark.parametrize(("language", "side"), [("ja", 0), ("en", 1)])
def test_the_samples_are_cut_where_a_person_cuts_them(stem: str, language: str, side: int) -> None:
    text = (SAMPLES / language / f"{stem}.txt").read_text(encoding="utf-8")
    assert split_sentences(text, language) == [sentence for bead in gold_beads(stem) for sentence in bead[side]]


def test_most_beads_are_found_even_with_a_small_dictionary(lexicon: Lexicon) -> None:
    right = found = wanted = 0
    for stem in STEMS:
        gold = gold_beads(stem)
        source = [sentence for bead in gold for sentence in bead[0]]
        target = [sentence for bead in gold for sentence in bead[1]]
        beads = {
            (tuple(source[i] for i in bead.source_indices), tuple(target[i] for i in bead.target_indices))
            for bead in align_sentences(source, target, lexicon=lexicon)
        }
        right += len(beads & set(gold))
        found += len(beads)
        wanted += len(gold)
    # .86 with these seventy words, .95 with the whole dictionary; a floor, not a goal.
    assert 2 * right / (found + wanted) > 0.8
