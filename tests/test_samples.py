"""The sample articles keep what others rely on: their length, their terms, and a complete alignment by hand."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

SAMPLES = Path(__file__).parent.parent / "samples"
ARTICLES = sorted((SAMPLES / "ja").glob("*.txt"))
ALIGNMENTS = sorted((SAMPLES / "gold").glob("*.tsv"))

KANA_OR_KANJI = re.compile(r"[ぁ-ゖァ-ヺー々一-鿿]")
QUOTED = re.compile(r"「[^「」]*」")
ENGLISH_SENTENCE_END = re.compile(r"[.?!][\"”’]?$")

Bead = tuple[list[str], list[str]]


def read(path: Path) -> str:
    return path.read_bytes().decode("utf-8")


def read_beads(path: Path) -> list[Bead]:
    lines = read(path).removesuffix("\n").split("\n")
    rows = [line.split("\t") for line in lines]
    return [(sentences(source), sentences(target)) for source, target in rows]


def sentences(side: str) -> list[str]:
    return side.split(" | ") if side else []


def shapes(path: Path) -> Counter[tuple[int, int]]:
    return Counter((len(source), len(target)) for source, target in read_beads(path))


def without_white_space(text: str) -> str:
    return "".join(text.split())


def test_four_articles_three_of_them_translated_and_aligned() -> None:
    translated = {path.stem for path in (SAMPLES / "en").glob("*.txt")}
    assert len(ARTICLES) == 4
    assert len(translated) == 3
    assert {path.stem for path in ALIGNMENTS} == translated < {path.stem for path in ARTICLES}


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_article_has_at_least_1200_kana_and_kanji_below_its_headline(path: Path) -> None:
    headline, body = read(path).split("\n\n", 1)
    assert "。" not in headline
    assert len(KANA_OR_KANJI.findall(body)) >= 1200


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
@pytest.mark.parametrize(
    "wanted", ["包括的戦略パートナーシップ条約", "自動参戦条項", "専門家パネル", "露朝", "ロ朝", "6者", "六者"]
)
def test_article_has_the_terms_and_both_spellings(path: Path, wanted: str) -> None:
    assert wanted in read(path)


@pytest.mark.parametrize("path", ALIGNMENTS, ids=lambda path: path.stem)
@pytest.mark.parametrize(("side", "folder"), [pytest.param(0, "ja", id="ja"), pytest.param(1, "en", id="en")])
def test_alignment_covers_its_text_in_order_and_nothing_else(path: Path, side: int, folder: str) -> None:
    aligned = "".join(sentence for bead in read_beads(path) for sentence in bead[side])
    text = read(SAMPLES / folder / f"{path.stem}.txt")
    assert without_white_space(aligned) == without_white_space(text)


@pytest.mark.parametrize("path", ALIGNMENTS, ids=lambda path: path.stem)
def test_alignment_is_cut_at_sentence_ends(path: Path) -> None:
    _headline, *beads = read_beads(path)
    for source, target in beads:
        for sentence in source:
            assert QUOTED.sub("", sentence).find("。") == len(QUOTED.sub("", sentence)) - 1, sentence
        for sentence in target:
            assert ENGLISH_SENTENCE_END.search(sentence), sentence


@pytest.mark.parametrize("path", ALIGNMENTS, ids=lambda path: path.stem)
def test_translation_merges_or_splits_and_leaves_out_or_adds(path: Path) -> None:
    beads = read_beads(path)
    merged_or_split = [bead for bead in beads if sorted(map(len, bead)) in ([1, 2], [1, 3])]
    one_sided = [bead for bead in beads if [] in bead]
    assert len(merged_or_split) >= 2
    assert one_sided


@pytest.mark.parametrize("path", ALIGNMENTS, ids=lambda path: path.stem)
def test_readme_counts_the_beads_as_they_are(path: Path) -> None:
    beads = read_beads(path)
    japanese, english = (sum(len(bead[side]) for bead in beads) for side in (0, 1))
    listed = ", ".join(f"{source}-{target}: {count}" for (source, target), count in sorted(shapes(path).items()))
    assert f"| `{path.stem}` | {japanese} | {english} | {len(beads)} | {listed} |" in read(SAMPLES / "README.md")


@pytest.mark.parametrize(
    "kind",
    [
        pytest.param(lambda source, target: (source, target) == (2, 1), id="2-1"),
        pytest.param(lambda source, target: (source, target) == (1, 2), id="1-2"),
        pytest.param(lambda source, target: (source, target) == (1, 0), id="left out"),
        pytest.param(lambda source, target: (source, target) == (0, 1), id="added"),
        pytest.param(lambda source, target: source > 1 and target > 1, id="n-m"),
    ],
)
def test_alignments_have_a_bead_of_every_kind(kind: Callable[[int, int], bool]) -> None:
    assert any(kind(*shape) for path in ALIGNMENTS for shape in shapes(path))
