"""A document translated sentence by sentence: what is written is in the memory at once, and is never lost."""

from __future__ import annotations

from pathlib import Path

import pytest

from rnk_gloss.errors import ConflictError, NotFoundError, UsageError
from rnk_gloss.model.entry import Status
from rnk_gloss.model.selection import SegmentSelection
from rnk_gloss.model.translation import TranslatedSentence
from rnk_gloss.service.glossary import Glossary

FIRST, SECOND, THIRD = "専門家パネルは解散した。", "経済制裁の監視は続く。", "後継は決まっていない。"


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "記事.txt"
    path.write_text(f"{FIRST}{SECOND}\n\n{THIRD}{SECOND}\n", encoding="utf-8")
    return path


@pytest.fixture
def glossary(glossary: Glossary, article: Path) -> Glossary:
    """A glossary with one article that has no translation."""
    glossary.extract(article)
    return glossary


def state(glossary: Glossary) -> list[tuple[str, str, str]]:
    """Each sentence with its translation and status."""
    return [
        (one.source, one.target, one.status.value if one.target else "") for one in glossary.sentences_of("記事.txt")
    ]


def sentence(glossary: Glossary, number: int) -> TranslatedSentence:
    return glossary.sentences_of("記事.txt")[number - 1]


def test_a_document_alone_is_there_to_be_translated(glossary: Glossary, article: Path) -> None:
    (progress,) = glossary.translations()
    assert (progress.path, progress.sentences, progress.approved, progress.drafts) == ("記事.txt", 4, 0, 0)
    assert [one.source for one in glossary.sentences_of(progress.id)] == [FIRST, SECOND, THIRD, SECOND]
    text = article.read_text(encoding="utf-8")
    assert [text[slice(*one.span)] for one in glossary.sentences_of("記事")] == [FIRST, SECOND, THIRD, SECOND]


def test_an_approved_translation_is_found_at_once_and_stands_among_the_segments(glossary: Glossary) -> None:
    stored = glossary.translate(sentence(glossary, 1), " The Panel of Experts was dissolved. ")
    assert (stored.target, stored.is_translated) == ("The Panel of Experts was dissolved.", True)
    (match,) = glossary.lookup(FIRST, previous="", following=SECOND)
    assert (match.score, match.target) == (101, "The Panel of Experts was dissolved.")
    (segment,) = glossary.segments()
    assert (segment.document, segment.number, segment.status) == ("記事.txt", 0, Status.APPROVED)
    assert segment.source_span == sentence(glossary, 1).span
    assert (segment.score, segment.flags, segment.decided) == (100, (), True)


def test_the_same_sentence_elsewhere_is_offered_the_same_translation(glossary: Glossary) -> None:
    glossary.translate(sentence(glossary, 2), "Sanctions are still monitored.")
    assert state(glossary)[1] == (SECOND, "Sanctions are still monitored.", "approved")
    assert state(glossary)[3] == (SECOND, "Sanctions are still monitored.", "candidate")
    glossary.undo()
    assert [target for _, target, _ in state(glossary)] == ["", "", "", ""]


def test_what_somebody_wrote_is_not_overwritten_by_a_repetition(glossary: Glossary) -> None:
    glossary.translate(sentence(glossary, 4), "Monitoring goes on.", Status.CANDIDATE)
    glossary.translate(sentence(glossary, 2), "Sanctions are still monitored.")
    assert state(glossary)[3] == (SECOND, "Monitoring goes on.", "candidate")


def test_a_draft_is_kept_changed_approved_and_taken_away(glossary: Glossary) -> None:
    draft = glossary.translate(sentence(glossary, 3), "No successor か\u3099", Status.CANDIDATE)
    assert (draft.target, draft.is_draft) == ("No successor が", True)
    approved = glossary.translate(draft, "No successor has been named.")
    assert approved.unit == draft.unit
    assert (glossary.translations()[0].approved, glossary.translations()[0].drafts) == (1, 0)
    gone = glossary.translate(approved, "", Status.CANDIDATE)
    assert (gone.unit, gone.target) == (None, "")
    assert glossary.segments() == []
    glossary.undo(3)
    assert state(glossary)[2] == (THIRD, "", "")


def test_a_draft_is_not_among_what_is_sure(glossary: Glossary) -> None:
    glossary.translate(sentence(glossary, 3), "No succ", Status.CANDIDATE)
    assert glossary.segments(SegmentSelection((Status.CANDIDATE,), minimum_score=90, whole=True)) == []


def test_nothing_cannot_be_approved(glossary: Glossary) -> None:
    with pytest.raises(UsageError, match="no translation to approve"):
        glossary.translate(sentence(glossary, 1), "  ")


def test_what_another_program_wrote_meanwhile_is_not_overwritten(glossary: Glossary, tmp_path: Path) -> None:
    read = sentence(glossary, 1)
    with Glossary.open(tmp_path / "glossary.db") as other:
        other.translate(read, "The panel is gone.")
    with pytest.raises(ConflictError, match="The panel is gone"):
        glossary.translate(read, "The panel was dissolved.")
    assert state(glossary)[0] == (FIRST, "The panel is gone.", "approved")


def test_translations_follow_their_sentences_into_a_changed_document(glossary: Glossary, article: Path) -> None:
    glossary.translate(sentence(glossary, 3), "No successor has been named.")
    glossary.translate(sentence(glossary, 1), "The panel was", Status.CANDIDATE)
    article.write_text(f"新しい見出し\n\n{SECOND}{THIRD}\n\n{FIRST}\n", encoding="utf-8")
    glossary.extract(article)
    assert state(glossary) == [
        ("新しい見出し", "", ""),
        (SECOND, "", ""),
        (THIRD, "No successor has been named.", "approved"),
        (FIRST, "The panel was", "candidate"),
    ]
    text = article.read_text(encoding="utf-8")
    assert [text[slice(*one.span)] for one in glossary.sentences_of("記事.txt")] == [
        one for one, _, _ in state(glossary)
    ]
    assert [segment.number for segment in glossary.segments()] == [2, 3]
    (match,) = glossary.lookup(THIRD, previous=SECOND, following=FIRST, limit=1)
    assert match.score == 101


def test_a_translation_of_a_sentence_that_is_gone_stays_in_the_memory(glossary: Glossary, article: Path) -> None:
    glossary.translate(sentence(glossary, 1), "The panel was dissolved.")
    glossary.translate(sentence(glossary, 3), "No successor", Status.CANDIDATE)
    article.write_text(f"{SECOND}\n", encoding="utf-8")
    glossary.extract(article)
    assert state(glossary) == [(SECOND, "", "")]
    assert [match.target for text in (FIRST, THIRD) for match in glossary.lookup(text, minimum=95)] == [
        "The panel was dissolved.",
        "No successor",
    ]


def test_drafts_outlive_the_translation_that_comes_in_the_end(
    glossary: Glossary, article: Path, tmp_path: Path
) -> None:
    glossary.translate(sentence(glossary, 1), "The panel was dissolved.")
    glossary.translate(sentence(glossary, 3), "No successor", Status.CANDIDATE)
    english = tmp_path / "article.en.txt"
    english.write_text(
        "The Panel of Experts was dissolved. Sanctions are still monitored.\n\nThere is no successor. They are"
        " monitored.\n",
        encoding="utf-8",
    )
    glossary.extract(article, english)
    targets = {match.target for text in (FIRST, THIRD) for match in glossary.lookup(text, minimum=95)}
    assert {"The panel was dissolved.", "No successor"} <= targets


def test_what_an_alignment_left_out_can_be_translated(glossary: Glossary, article: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.ja.txt"
    other.write_text("条約に署名した。\n\n議会は承認した。\n\n期限はない。\n", encoding="utf-8")
    english = tmp_path / "other.en.txt"
    english.write_text("They signed the treaty.\n\nIt has no term.\n", encoding="utf-8")
    glossary.extract_all([], pairs=[(other, english)])
    key = next(one.id for one in glossary.segments() if one.source and one.target)
    whole = glossary.segment(key)
    with glossary.workspace.writing("omit") as writer:
        writer.update("unit", key, {"target": ""})
    (progress,) = [one for one in glossary.translations() if one.path == "other.ja.txt"]
    (left, *_) = [one for one in glossary.sentences_of(progress.id) if one.source == whole.source]
    glossary.translate(left, "It was left out.")
    assert glossary.segment(key).target == "It was left out."
    assert glossary.segment(key).status is Status.APPROVED
    assert glossary.segment(key).flags == ()
    assert whole.source in [one.source for one in glossary.sentences_of(progress.id)], "it stays in the list"


def test_a_name_must_be_that_of_one_document(glossary: Glossary, tmp_path: Path) -> None:
    other = tmp_path / "別の記事.txt"
    other.write_text("条約に署名した。\n", encoding="utf-8")
    glossary.extract(other)
    assert len(glossary.sentences_of("記事.txt")) == 4, "its whole name wins"
    with pytest.raises(UsageError, match="part of 2 names"):
        glossary.sentences_of("事.txt")
    with pytest.raises(NotFoundError, match="no document with anything to translate"):
        glossary.sentences_of("条約.txt")
