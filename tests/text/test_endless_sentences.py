"""Sentences that never end, as transcripts have them, are cut into pieces for an aligner."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rnk_gloss.text.endless_sentences import ends_in_endless_sentences
from rnk_gloss.text.sentences import sentence_spans

CLAUSE = "代表団は東京で条約の交渉を続けており"


def pieces(text: str, language: str = "ja") -> list[str]:
    return [text[start:end] for start, end in sentence_spans(text, language, for_alignment=True)]


@pytest.mark.parametrize(
    ("clause", "language", "end"),
    [
        pytest.param(f"{CLAUSE}、", "ja", "、", id="commas"),
        pytest.param(f"{CLAUSE}　", "ja", "り", id="spaces"),
        pytest.param("代表団は東京で条約の交渉を続けました", "ja", "ました", id="predicates"),
        pytest.param("the delegations went on with their talks in Tokyo, and ", "en", ",", id="English commas"),
        pytest.param("the delegations went on with their talks in Tokyo and ", "en", "", id="English words"),
    ],
)
def test_a_page_without_a_stop_is_cut_at_its_pauses(clause: str, language: str, end: str) -> None:
    text = (clause * 120).strip()
    found = pieces(text, language)
    assert len(found) > 10
    assert all(piece.endswith(end) for piece in found[:-1])
    assert "".join("".join(found).split()) == "".join(text.split())


@pytest.mark.parametrize(
    ("text", "language"),
    [
        pytest.param(f"{CLAUSE}、" * 25 + "合意した。", "ja", id="a long sentence of a law"),
        pytest.param("the delegations went on with their talks in Tokyo, and " * 25 + "agreed.", "en", id="in English"),
        pytest.param("あ" * 5_000, "ja", id="nothing to cut at"),
    ],
)
def test_a_sentence_that_a_person_could_write_stays_whole(text: str, language: str) -> None:
    assert pieces(text, language) == [text]


def test_a_quotation_of_pages_is_cut_at_its_stops() -> None:
    text = "「" + "条約は、必ず守られなければならない。" * 60 + "」と彼は述べた。"
    found = pieces(text)
    assert len(found) > 10
    assert all(piece.endswith("。") for piece in found)


def test_a_text_for_reading_is_not_cut() -> None:
    assert len(sentence_spans(f"{CLAUSE}、" * 100)) == 1


@given(st.text(alphabet="あ。、た山 a,.", max_size=3_000), st.booleans())
def test_every_end_is_inside_the_line_and_behind_the_one_before(line: str, japanese: bool) -> None:
    ends = ends_in_endless_sentences(line, [], japanese=japanese)
    assert ends == sorted(set(ends))
    assert all(0 < end < len(line) for end in ends)
