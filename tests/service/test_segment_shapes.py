"""Beads that a translator merges, splits and shifts, and alignments that leave them as they are."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rnk_gloss.errors import ConflictError, NotFoundError, UsageError
from rnk_gloss.model.entry import Status
from rnk_gloss.model.segment import Flag, Segment
from rnk_gloss.service import alignment, realignment
from rnk_gloss.service.glossary import Glossary
from rnk_gloss.service.review import EntryEdit
from rnk_gloss.service.segment_shapes import split_offers

JAPANESE = (
    "両国は条約に署名した。",
    "専門家は制裁の延長を支持した。",
    "外相会談は東京で開かれた。",
    "2024年の輸出は300億円に達した。",
    "核兵器の拡散は国際社会の問題だ。",
)
ENGLISH = (
    "The two countries signed a treaty.",
    "Experts supported an extension of the sanctions.",
    "The foreign ministers held talks in Tokyo.",
    "Exports reached 30 billion yen in 2024.",
    "The spread of nuclear weapons is a problem for the international community.",
)


@pytest.fixture
def aligned(glossary: Glossary, tmp_path: Path) -> Glossary:
    extract(glossary, tmp_path, JAPANESE, ENGLISH)
    return glossary


def extract(glossary: Glossary, folder: Path, japanese: tuple[str, ...], english: tuple[str, ...]) -> None:
    source, target = folder / "記事.ja.txt", folder / "記事.en.txt"
    source.write_text("\n\n".join(japanese) + "\n", encoding="utf-8")
    target.write_text("\n\n".join(english) + "\n", encoding="utf-8")
    glossary.extract(source, target)


def texts(glossary: Glossary) -> list[tuple[str, str]]:
    return [(one.source, one.target) for one in glossary.segments()]


def key(glossary: Glossary, place: int) -> int:
    return glossary.segments()[place].id


def spans_hold_the_texts(glossary: Glossary, folder: Path) -> bool:
    originals = [(folder / f"記事.{language}.txt").read_text(encoding="utf-8") for language in ("ja", "en")]
    return all(
        "".join(original[span.start : span.end].split()) == "".join(text.split())
        for one in glossary.segments()
        for original, span, text in zip(
            originals, (one.source_span, one.target_span), (one.source, one.target), strict=True
        )
        if span is not None
    )


def test_merged_segments_hold_both_texts_in_their_place(aligned: Glossary, tmp_path: Path) -> None:
    merged = aligned.segment(aligned.merge_segments([key(aligned, 1)]))
    assert (merged.source, merged.target) == (JAPANESE[1] + JAPANESE[2], f"{ENGLISH[1]} {ENGLISH[2]}")
    assert (merged.shape, merged.status, merged.flags, merged.decided) == ("2-2", Status.CANDIDATE, (), True)
    assert texts(aligned)[0] == (JAPANESE[0], ENGLISH[0])
    assert texts(aligned)[2] == (JAPANESE[3], ENGLISH[3])
    assert spans_hold_the_texts(aligned, tmp_path)


def test_segments_can_be_named_in_any_order(aligned: Glossary) -> None:
    aligned.merge_segments([key(aligned, 2), key(aligned, 0), key(aligned, 1)])
    assert texts(aligned)[0] == ("".join(JAPANESE[:3]), " ".join(ENGLISH[:3]))


def test_neighbours_see_the_new_text_as_context(aligned: Glossary) -> None:
    aligned.merge_segments([key(aligned, 1)])
    found = {unit.source: (unit.previous, unit.following) for unit in (m.unit for m in every_unit(aligned)) if unit}
    assert found[JAPANESE[0]][1] == found[JAPANESE[3]][0] == JAPANESE[1] + JAPANESE[2]


def every_unit(glossary: Glossary) -> list:  # type: ignore[type-arg]
    return [match for text in JAPANESE for match in glossary.lookup(text, minimum=100)]


@pytest.mark.parametrize(
    ("places", "message"),
    [
        pytest.param([0, 2], "do not follow each other", id="not neighbours"),
        pytest.param([4], "is the last one", id="nothing behind it"),
    ],
)
def test_what_cannot_be_merged(aligned: Glossary, places: list[int], message: str) -> None:
    before = texts(aligned)
    with pytest.raises(UsageError, match=message):
        aligned.merge_segments([key(aligned, place) for place in places])
    assert texts(aligned) == before


def test_a_segment_is_split_where_both_texts_end_a_sentence(aligned: Glossary, tmp_path: Path) -> None:
    merged = aligned.merge_segments([key(aligned, 1)])
    assert split_offers(aligned.segment(merged)) == ([len(JAPANESE[1])], [len(ENGLISH[1])])
    aligned.split_segment(merged)
    assert texts(aligned) == list(zip(JAPANESE, ENGLISH, strict=True))
    assert spans_hold_the_texts(aligned, tmp_path)


def test_a_split_within_a_sentence(aligned: Glossary, tmp_path: Path) -> None:
    parts = aligned.split_segment(key(aligned, 0), source_at=4, target_at=17)
    assert texts(aligned)[:2] == [("両国は条", "The two countries"), ("約に署名した。", "signed a treaty.")]
    assert [one.source_span for one in aligned.segments_of(parts)] == [(0, 4), (4, 11)]
    assert spans_hold_the_texts(aligned, tmp_path)


def test_a_text_that_a_person_wrote_is_split_like_any_other(glossary: Glossary, tmp_path: Path) -> None:
    extract(glossary, tmp_path, (*JAPANESE[:2], "霧の深い夜が明け、港の人々は静かに船を見送った。"), ENGLISH[:2])
    (omission,) = [one for one in glossary.segments() if not one.target]
    glossary.edit_segment(omission.id, target="Night went. People watched the ship.")
    glossary.split_segment(omission.id, source_at=9)
    assert texts(glossary)[-2:] == [
        ("霧の深い夜が明け、", "Night went."),
        ("港の人々は静かに船を見送った。", "People watched the ship."),
    ]


@pytest.mark.parametrize(
    ("at", "message"),
    [
        pytest.param({}, "is one sentence", id="one sentence"),
        pytest.param({"source_at": 99, "target_at": 3}, "has 11 characters, not 99", id="outside"),
        pytest.param({"source_at": 0, "target_at": 0}, "would have no text", id="nothing before"),
    ],
)
def test_what_cannot_be_split(aligned: Glossary, at: dict[str, int], message: str) -> None:
    with pytest.raises(UsageError, match=message):
        aligned.split_segment(key(aligned, 0), **at)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(first=st.integers(0, 3), count=st.integers(2, 5))
def test_merging_and_then_splitting_at_the_same_places_changes_no_text(
    aligned: Glossary, first: int, count: int
) -> None:
    segments = aligned.segments()[first : first + count]
    before = texts(aligned)
    merged = aligned.merge_segments([one.id for one in segments]) if len(segments) > 1 else segments[0].id
    for one in segments[:-1]:
        merged = aligned.split_segment(merged, source_at=len(one.source), target_at=len(one.target))[1]
    assert texts(aligned) == before


def test_a_sentence_moves_to_the_next_segment_and_back(aligned: Glossary, tmp_path: Path) -> None:
    aligned.merge_segments([key(aligned, 0)])
    aligned.shift_sentence(key(aligned, 0), "source", forward=True)
    assert texts(aligned)[:2] == [
        (JAPANESE[0], f"{ENGLISH[0]} {ENGLISH[1]}"),
        (JAPANESE[1] + JAPANESE[2], ENGLISH[2]),
    ]
    assert [one.shape for one in aligned.segments()[:2]] == ["1-2", "2-1"]
    assert spans_hold_the_texts(aligned, tmp_path)
    aligned.shift_sentence(key(aligned, 1), "source", forward=False)
    assert texts(aligned)[0] == (JAPANESE[0] + JAPANESE[1], f"{ENGLISH[0]} {ENGLISH[1]}")


def test_a_side_that_is_left_empty_makes_an_omission_and_an_empty_segment_goes(aligned: Glossary) -> None:
    aligned.shift_sentence(key(aligned, 0), "source", forward=True)
    assert texts(aligned)[:2] == [("", ENGLISH[0]), (JAPANESE[0] + JAPANESE[1], ENGLISH[1])]
    assert aligned.segments()[0].source_span is None
    with pytest.raises(UsageError, match="has no source"):
        aligned.shift_sentence(key(aligned, 0), "source", forward=True)
    aligned.shift_sentence(key(aligned, 0), "target", forward=True)
    assert texts(aligned)[0] == (JAPANESE[0] + JAPANESE[1], f"{ENGLISH[0]} {ENGLISH[1]}")


def test_every_change_of_shape_is_one_operation_that_can_be_undone(aligned: Glossary) -> None:
    before = texts(aligned)
    merged = aligned.merge_segments([key(aligned, 0)])
    aligned.split_segment(merged)
    aligned.shift_sentence(key(aligned, 0), "target", forward=True)
    aligned.undo(3)
    assert texts(aligned) == before
    assert not any(one.decided for one in aligned.segments())


def test_realigning_mends_what_lies_between_decisions_and_nothing_else(aligned: Glossary) -> None:
    aligned.merge_segments([key(aligned, 0)])
    aligned.decide_segments([key(aligned, 3)], Status.APPROVED)
    report = aligned.realign("記事.ja.txt")
    assert (report.segments, report.kept, report.new) == (4, 2, 0)
    assert texts(aligned)[0] == (JAPANESE[0] + JAPANESE[1], f"{ENGLISH[0]} {ENGLISH[1]}")
    assert aligned.segments()[3].status is Status.APPROVED


def test_a_wrong_bead_is_mended_once_its_neighbours_are_right(aligned: Glossary) -> None:
    # The first segment takes a sentence too many; then its English is given back by a decision on the next one.
    aligned.shift_sentence(key(aligned, 1), "target", forward=False)
    assert texts(aligned)[1] == (JAPANESE[1], "")
    aligned.undo()
    aligned.decide_segments([key(aligned, 1)], Status.APPROVED)
    aligned.realign("記事")
    assert texts(aligned) == list(zip(JAPANESE, ENGLISH, strict=True))


def test_realigning_can_be_undone(aligned: Glossary) -> None:
    aligned.edit_segment(key(aligned, 2), target="The ministers met in Tokyo.")
    before = texts(aligned)
    aligned.decide_segments([key(aligned, 0)], Status.REJECTED)
    aligned.realign("記事.ja.txt")
    assert texts(aligned) == before


@pytest.mark.parametrize(
    ("name", "error"),
    [
        pytest.param("小説", NotFoundError, id="no such document"),
        pytest.param("alone.txt", NotFoundError, id="without a translation"),
    ],
)
def test_what_cannot_be_realigned(aligned: Glossary, tmp_path: Path, name: str, error: type[Exception]) -> None:
    (tmp_path / "alone.txt").write_text("条約に署名した。\n", encoding="utf-8")
    aligned.extract(tmp_path / "alone.txt")
    with pytest.raises(error):
        aligned.realign(name)


def test_a_name_that_fits_two_documents_is_asked_about(aligned: Glossary, tmp_path: Path) -> None:
    other = tmp_path / "別"
    other.mkdir()
    extract(aligned, other, JAPANESE, ENGLISH)
    with pytest.raises(UsageError, match="a part of 2 names"):
        aligned.realign("記事")
    assert aligned.realign("記事.ja.txt").document == "記事.ja.txt"


def test_a_decision_made_meanwhile_is_not_written_over(aligned: Glossary, monkeypatch: pytest.MonkeyPatch) -> None:
    original = alignment.align_task
    first = key(aligned, 0)

    def while_another_decides(*arguments: object) -> object:
        aligned.decide_segments([first], Status.APPROVED)
        return original(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(realignment, "align_task", while_another_decides)
    with pytest.raises(ConflictError, match="changed meanwhile"):
        aligned.realign("記事.ja.txt")


def by_source(glossary: Glossary) -> dict[str, Segment]:
    return {one.source: one for one in glossary.segments()}


def test_extracting_a_changed_pair_keeps_what_was_decided_about_what_stayed(aligned: Glossary, tmp_path: Path) -> None:
    merged = aligned.merge_segments([key(aligned, 1)])
    aligned.decide_segments([merged], Status.APPROVED)
    aligned.edit_segment(key(aligned, 2), target="In 2024 exports came to 30 billion yen.")
    japanese = ("首相は議会で政策を説明した。", *JAPANESE[:4], "交渉は続く。")
    english = ("The prime minister explained the policy to parliament.", *ENGLISH[:4], "Negotiations continue.")
    extract(aligned, tmp_path, japanese, english)
    assert texts(aligned) == [
        (japanese[0], english[0]),
        (JAPANESE[0], ENGLISH[0]),
        (JAPANESE[1] + JAPANESE[2], f"{ENGLISH[1]} {ENGLISH[2]}"),
        (JAPANESE[3], "In 2024 exports came to 30 billion yen."),
        (japanese[5], english[5]),
    ]
    kept = by_source(aligned)[JAPANESE[1] + JAPANESE[2]]
    assert (kept.id, kept.status) == (merged, Status.APPROVED)
    assert spans_hold_the_texts_of(aligned, tmp_path, kept)


def spans_hold_the_texts_of(glossary: Glossary, folder: Path, one: Segment) -> bool:
    original = (folder / "記事.ja.txt").read_text(encoding="utf-8")
    assert one.source_span is not None
    return "".join(original[one.source_span.start : one.source_span.end].split()) == one.source


def test_halves_of_a_sentence_stay_together_when_the_pair_is_extracted_again(aligned: Glossary, tmp_path: Path) -> None:
    aligned.split_segment(key(aligned, 1), source_at=7, target_at=7)
    extract(aligned, tmp_path, ("序文である。", *JAPANESE), ("This is the preface.", *ENGLISH))
    assert texts(aligned)[2:4] == [
        (JAPANESE[1][:7], ENGLISH[1][:7]),
        (JAPANESE[1][7:], ENGLISH[1][7:].strip()),
    ]
    assert spans_hold_the_texts(aligned, tmp_path)


def test_a_decided_segment_whose_text_is_gone_stays_in_the_memory_without_a_place(
    aligned: Glossary, tmp_path: Path
) -> None:
    merged = aligned.merge_segments([key(aligned, 0)])
    aligned.decide_segments([merged], Status.APPROVED)
    extract(aligned, tmp_path, JAPANESE[1:], ENGLISH[1:])
    assert JAPANESE[0] + JAPANESE[1] not in by_source(aligned)
    assert aligned.lookup(JAPANESE[0] + JAPANESE[1], minimum=100)


def test_a_term_whose_english_is_not_in_the_translation_is_flagged(glossary: Glossary, tmp_path: Path) -> None:
    glossary.create_entry(EntryEdit(source="条約", targets=("treaty", "pact")))
    glossary.create_entry(EntryEdit(source="専門家", targets=("specialist",)))
    extract(glossary, tmp_path, JAPANESE[:3], (ENGLISH[0].replace("treaty", "pact"), *ENGLISH[1:3]))
    assert [Flag.TERM in one.flags for one in glossary.segments()] == [False, True, False]


def test_a_word_in_other_capitals_is_not_the_english_of_a_term(glossary: Glossary, tmp_path: Path) -> None:
    glossary.create_entry(EntryEdit(source="条約", targets=("WHO",)))
    extract(glossary, tmp_path, JAPANESE[:3], (ENGLISH[0] + " Those who signed it left.", *ENGLISH[1:3]))
    assert Flag.TERM in glossary.segments()[0].flags
