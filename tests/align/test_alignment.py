"""Aligning two texts given as sentences."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rnk_gloss.align.alignment import Omissions, align_sentences
from rnk_gloss.lexicon.dictionary import Lexicon
from rnk_gloss.model.segment import Bead, Flag
from tests.small_lexicon import small_lexicon

Shapes = list[tuple[tuple[int, ...], tuple[int, ...]]]

JAPANESE = [
    "日本とロシアは平和条約の交渉を続けている。",
    "専門家は制裁の延長を支持した。",
    "首相は議会で新しい安全保障政策を説明した。",
    "2024年の輸出は300億円に達した。",
    "外相会談は東京で開かれる。",
    "核兵器の拡散は国際社会の問題だ。",
]
ENGLISH = [
    "Japan and Russia continue their negotiations on a peace treaty.",
    "Experts supported an extension of the sanctions.",
    "The prime minister explained the new security policy to parliament.",
    "Exports reached 30 billion yen in 2024.",
    "The talks between the foreign ministers will be held in Tokyo.",
    "The spread of nuclear weapons is a problem for the international community.",
]


@pytest.fixture(scope="module")
def lexicon(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lexicon]:
    with small_lexicon(tmp_path_factory.mktemp("lexicon") / "lexicon.sqlite") as opened:
        yield opened


def shapes(beads: list[Bead]) -> Shapes:
    return [(bead.source_indices, bead.target_indices) for bead in beads]


def pairs(count: int) -> Shapes:
    return [((place,), (place,)) for place in range(count)]


def test_sentences_that_translate_each_other_are_paired(lexicon: Lexicon) -> None:
    beads = align_sentences(JAPANESE, ENGLISH, lexicon=lexicon)
    assert shapes(beads) == pairs(6)
    assert [bead.source for bead in beads] == JAPANESE
    assert [bead.target for bead in beads] == ENGLISH
    assert all(bead.score > 90 and not bead.flags for bead in beads)


def test_a_sentence_split_in_two_is_one_bead_joined_as_each_language_joins(lexicon: Lexicon) -> None:
    split = ["Experts supported the sanctions.", "They want an extension."]
    beads = align_sentences(JAPANESE, [*ENGLISH[:1], *split, *ENGLISH[2:]], lexicon=lexicon)
    assert shapes(beads)[1] == ((1,), (1, 2))
    assert beads[1].target == "Experts supported the sanctions. They want an extension."
    assert beads[1].flags == (Flag.N_M,)
    joined = ["日本とロシアは交渉を続けている。", "平和条約の交渉だ。", *JAPANESE[1:]]
    first = align_sentences(joined, ENGLISH, lexicon=lexicon)[0]
    assert (first.source_indices, first.source) == ((0, 1), "日本とロシアは交渉を続けている。平和条約の交渉だ。")


@pytest.mark.parametrize("missing", [0, 2, 5])
def test_a_sentence_left_out_is_an_omission_and_its_neighbours_say_so(lexicon: Lexicon, missing: int) -> None:
    target = [sentence for place, sentence in enumerate(ENGLISH) if place != missing]
    beads = align_sentences(JAPANESE, target, lexicon=lexicon)
    omitted = beads[missing]
    assert (omitted.source_indices, omitted.target_indices) == ((missing,), ())
    assert (omitted.target, omitted.flags) == ("", (Flag.OMISSION,))
    beside = [place for place, bead in enumerate(beads) if Flag.BESIDE_OMISSION in bead.flags]
    assert beside == [place for place in (missing - 1, missing + 1) if 0 <= place < 6]


def test_an_added_sentence_is_an_omission_of_the_source(lexicon: Lexicon) -> None:
    target = [*ENGLISH[:3], "Our correspondent reports from the harbour, where fog hid the ships.", *ENGLISH[3:]]
    assert ((), (3,)) in shapes(align_sentences(JAPANESE, target, lexicon=lexicon))


@pytest.mark.parametrize(
    ("omissions", "left_out"), [(Omissions.RARE, False), (Omissions.SOME, False), (Omissions.MANY, True)]
)
def test_a_short_sentence_is_left_out_or_joined_as_omissions_are_expected(
    lexicon: Lexicon, omissions: Omissions, left_out: bool
) -> None:
    source = [*JAPANESE[:2], "霧が深い夜だった。", *JAPANESE[2:]]
    beads = align_sentences(source, ENGLISH, lexicon=lexicon, omissions=omissions)
    assert (((2,), ()) in shapes(beads)) == left_out


def test_evidence_names_words_numbers_names_and_length(lexicon: Lexicon) -> None:
    beads = align_sentences(
        ["山田外相は2024年に条約に署名した。"], ["Foreign Minister Yamada signed the treaty in 2024."], lexicon=lexicon
    )
    found = {(evidence.kind, evidence.detail) for evidence in beads[0].evidence}
    assert {("dictionary", "条約 = treaty"), ("number", "2024"), ("name", "山田 = Yamada")} <= found
    assert beads[0].evidence[-1].kind == "length"
    weights = [evidence.weight for evidence in beads[0].evidence[:-1]]
    assert weights == sorted(weights, reverse=True)


@pytest.mark.parametrize(
    ("source", "target", "flags"),
    [
        pytest.param("制裁は30件に達した。", "Sanctions reached 40.", (Flag.NUMBER,), id="another number"),
        pytest.param("制裁は30件に達した。", "The number of sanctions rose.", (Flag.NUMBER,), id="number missing"),
        pytest.param("一つの問題がある。", "There is a problem.", (), id="one is often not written as a number"),
        pytest.param("会談は20日に開かれた。", "The talks were held on June 20.", (), id="month unsaid"),
        pytest.param("会談は5月に開かれた。", "The talks were held in June.", (Flag.NUMBER,), id="another month"),
        pytest.param("6者会談が開かれた。", "Five-party talks were held.", (Flag.NUMBER,), id="six and five"),
        pytest.param("条約。", "treaty " * 40, (Flag.LENGTH,), id="forty times as long"),
        pytest.param("NATO", "NATO", (Flag.SAME_TEXT,), id="left as it is"),
    ],
)  # fmt: skip
def test_flags_of_a_pair(lexicon: Lexicon, source: str, target: str, flags: tuple[Flag, ...]) -> None:
    known = [(source, target)]
    beads = align_sentences([source], [target], lexicon=lexicon, known_pairs=known, omissions=Omissions.RARE)
    assert [(bead.source, bead.target) for bead in beads] == [(source, target)]
    assert beads[0].flags == flags


def test_a_known_pair_decides_between_sentences_that_nothing_else_tells_apart(lexicon: Lexicon) -> None:
    source = ["鶴の湯は静かだ。", "亀の湯は静かだ。", "松の湯は静かだ。"]
    target = ["Turtle Bath is quiet.", "Pine Bath is quiet."]
    terms = [("亀の湯", "Turtle Bath"), ("松の湯", "Pine Bath")]
    beads = align_sentences(source, target, lexicon=lexicon, known_pairs=terms, omissions=Omissions.MANY)
    assert shapes(beads) == [((0,), ()), ((1,), (0,)), ((2,), (1,))]
    assert ("known pair", "亀の湯 = Turtle Bath") in {(found.kind, found.detail) for found in beads[1].evidence}


def test_paragraphs_keep_beads_apart_where_both_texts_have_them() -> None:
    source, target = (
        ["あああああああ。", "いいいい。", "うううううううう。"],
        ["Abcdefg hijklm.", "Nopqrs tuv.", "Wxyz abcd efg."],
    )
    at_second = align_sentences(source, target[:2], lexicon=Lexicon.none(), source_breaks={0, 1}, target_breaks={0, 1})
    assert shapes(at_second) == [((0,), (0,)), ((1, 2), (1,))]
    at_third = align_sentences(source, target[:2], lexicon=Lexicon.none(), source_breaks={0, 2}, target_breaks={0, 1})
    assert shapes(at_third) == [((0, 1), (0,)), ((2,), (1,))]


@pytest.mark.parametrize("missing", [1, 3])
def test_without_a_dictionary_lengths_and_numbers_still_align(missing: int) -> None:
    assert shapes(align_sentences(JAPANESE, ENGLISH, lexicon=Lexicon.none())) == pairs(6)
    texts = [f"第{number}条 この条項は{'長' * number}い。" for number in range(10, 22)]
    translated = [f"Article {number} This clause is {'very ' * (number // 2)}long." for number in range(10, 22)]
    del translated[missing]
    beads = align_sentences(texts, translated, lexicon=Lexicon.none())
    assert [bead.source_indices for bead in beads if not bead.target_indices] == [(missing,)]


@pytest.mark.parametrize(
    ("source", "target"),
    [
        pytest.param([], [], id="nothing"),
        pytest.param(JAPANESE, [], id="no translation"),
        pytest.param([], ENGLISH, id="no original"),
        pytest.param([""], [""], id="empty sentences"),
        pytest.param(["", "。", " "], ["\u2028", "…"], id="nothing but punctuation"),
        pytest.param(ENGLISH, JAPANESE, id="languages swapped"),
        pytest.param(JAPANESE, JAPANESE, id="the same text twice"),
        pytest.param(
            ["条約と制裁。" * 3_400], ["Treaty and sanctions. " * 1_000], id="one sentence of 20,000 characters"
        ),
        pytest.param(["𠮷野家\x00\ud800"], ["Yoshinoya \x07"], id="control characters and a lone surrogate"),
        pytest.param(["同じ。"] * 400, ["Same."] * 390, id="the same sentence again and again"),
    ],
)
def test_every_sentence_is_covered_once_whatever_the_texts(
    lexicon: Lexicon, source: list[str], target: list[str]
) -> None:
    check_cover(align_sentences(source, target, lexicon=lexicon), source, target)


def check_cover(beads: list[Bead], source: list[str], target: list[str]) -> None:
    assert [place for bead in beads for place in bead.source_indices] == list(range(len(source)))
    assert [place for bead in beads for place in bead.target_indices] == list(range(len(target)))
    for bead in beads:
        assert bead.source == "".join(source[place] for place in bead.source_indices)
        assert bead.target == " ".join(target[place] for place in bead.target_indices)
        assert 0 <= bead.score <= 100
        assert (Flag.OMISSION in bead.flags) == (not bead.source_indices or not bead.target_indices)


JAPANESE_SENTENCES = st.lists(st.text("条約と3。「」 ア", max_size=8), max_size=9)
ENGLISH_SENTENCES = st.lists(st.text('ab T3."$ ', max_size=12), max_size=9)
BREAKS = st.sets(st.integers(-1, 10), max_size=3)


@given(source=JAPANESE_SENTENCES, target=ENGLISH_SENTENCES, source_breaks=BREAKS, target_breaks=BREAKS)
@settings(max_examples=60, deadline=None)
def test_beads_cover_both_texts_in_order(
    source: list[str], target: list[str], source_breaks: set[int], target_breaks: set[int]
) -> None:
    beads = align_sentences(
        source,
        target,
        lexicon=Lexicon.none(),
        source_breaks=source_breaks,
        target_breaks=target_breaks,
        known_pairs=[("条約", "Ta"), ("", "a"), ("と", "")],
    )
    check_cover(beads, source, target)


def test_a_glossary_command_does_not_pay_for_numpy() -> None:
    code = "import sys, rnk_gloss.align.alignment; sys.exit('numpy' in sys.modules or 'rapidfuzz' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False, cwd=Path(__file__).parent).returncode == 0


@pytest.mark.parametrize(
    ("fixed", "expected"),
    [
        pytest.param(
            [(range(1, 3), range(1, 2))],
            [((0,), (0,)), ((1, 2), (1,)), ((), (2,)), ((3,), (3,))],
            id="n-m in the middle",
        ),
        pytest.param([(range(2), range(2))], [((0, 1), (0, 1)), ((2,), (2,)), ((3,), (3,))], id="at the beginning"),
        pytest.param([(range(4), range(3))], [((0, 1, 2, 3), (0, 1, 2)), ((), (3,))], id="a sentence is left over"),
        pytest.param([(range(1), range(0)), (range(3, 4), range(3, 4))], [((0,), ()), ((3,), (3,))], id="two of them"),
    ],
)
def test_what_a_person_decided_stays_and_the_rest_is_aligned_between(
    fixed: list[tuple[range, range]], expected: Shapes, lexicon: Lexicon
) -> None:
    found = shapes(align_sentences(JAPANESE[:4], ENGLISH[:4], lexicon=lexicon, fixed=fixed))
    assert [bead for bead in found if bead in expected] == expected
    assert sum(len(source) for source, _ in found) == sum(len(target) for _, target in found) == 4
