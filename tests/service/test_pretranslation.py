"""What is known for each segment of a text."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from rnk_gloss.model.match import MatchKind
from rnk_gloss.model.segment import Unit
from rnk_gloss.service.glossary import Glossary
from rnk_gloss.service.review import EntryEdit

TEXT = ["条約に署名した。", "以上である。", "批准は来月だ。", " 以上である。", "条約に署名した"]


@pytest.fixture
def memory(glossary: Glossary) -> Glossary:
    glossary.create_entry(EntryEdit(source="批准", targets=("ratification",)))
    glossary.add_units(
        [
            ("条約に署名した。", "The treaty was signed."),
            ("以上である。", "That is all."),
            Unit("以上である。", "The end.", previous="批准は来月だ。", following="条約に署名した"),
        ]
    )
    return glossary


def test_a_segment_has_the_best_match_alone_in_its_context(memory: Glossary) -> None:
    found = list(memory.pretranslate(TEXT))
    assert [one.text for one in found] == TEXT
    assert [(one.match.target, one.match.kind) if one.match else None for one in found] == [
        ("The treaty was signed.", MatchKind.EXACT),
        ("That is all.", MatchKind.EXACT),
        None,
        ("The end.", MatchKind.CONTEXT),
        ("The treaty was signed.", MatchKind.VARIANT),
    ]


def test_a_repetition_names_the_first_of_its_kind_and_terms_stand_in_any(memory: Glossary) -> None:
    found = list(memory.pretranslate([*TEXT, "以上である。"]))
    assert [one.repeats for one in found] == [None, None, None, 1, None, 1]
    assert [[hit.entry.preferred for hit in one.terms] for one in found[:3]] == [[], [], ["ratification"]]


def test_the_minimum_is_that_of_the_user(memory: Glossary) -> None:
    text = "条約には署名した。"
    assert [one.match is not None for one in memory.pretranslate([text])] == [True]
    assert [one.match is not None for one in memory.pretranslate([text], minimum=95)] == [False]


def test_a_segment_that_is_too_long_keeps_no_other_from_being_found(memory: Glossary) -> None:
    found = list(memory.pretranslate([TEXT[0], "壱" * 10_001, TEXT[1]]))
    assert [(one.match is not None, one.is_too_long) for one in found] == [(True, False), (False, True), (True, False)]


def test_a_segment_that_grows_too_long_as_it_is_composed_keeps_no_other_from_being_found(memory: Glossary) -> None:
    grows = "\u0958" * 10_000
    assert [one.match is not None for one in memory.pretranslate([grows, "以上である。"])] == [False, True]


def test_segments_are_taken_as_they_are_needed(memory: Glossary) -> None:
    taken: list[str] = []

    def texts() -> Iterator[str]:
        for text in TEXT:
            taken.append(text)
            yield text

    found = memory.pretranslate(texts())
    next(found)
    assert taken == TEXT[:2], "the segment and the one after it, which is its context"
