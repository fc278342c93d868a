"""A document translated in the terminal, from the first key to the last sentence."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

import pytest
from textual import events
from textual._xterm_parser import XTermParser
from textual.pilot import Pilot

from rnk_gloss import Glossary
from rnk_gloss.model.document import Document, Paragraph, Sentence
from rnk_gloss.model.entry import Status, Usage
from rnk_gloss.model.span import Span
from rnk_gloss.model.traced import TracedText
from rnk_gloss.model.translation import TranslatedSentence
from rnk_gloss.store.documents import put_document
from rnk_gloss.text.cells import cell_width
from rnk_gloss.tui.app import ReviewApp
from rnk_gloss.tui.preferences import Preferences
from rnk_gloss.tui.rows import RowList
from rnk_gloss.tui.sentence_pane import SentencePane
from rnk_gloss.tui.sheet import Sheet
from rnk_gloss.tui.translation_box import TranslationBox
from tests.tui.running import press_quickly, review, settle, sheet_text, text_of, toasts

VISIT = "visit.ja.txt"
SENTENCES = (
    "地下の貯蔵庫は一年中、温度が一定です。",
    "樽は百二十本あります。",
    "見学の申し込みは電話でお願いします。",
    "樽は百二十本あります。",
    "醸造責任者が案内します。",
)
CELLAR = "The cellar below the house is equally cool all year."


@pytest.fixture
def store(store: Path) -> Path:
    """The example glossary with a text that nobody has translated, an approved segment and two approved terms."""
    with Glossary.open(store, create=False) as glossary:
        spans, place = [], 0
        for text in SENTENCES:
            spans.append(Span(place, place + len(text)))
            place += len(text)
        paragraph = Paragraph(TracedText.verbatim("".join(SENTENCES)))
        document = Document(VISIT, "ja", "plain", "utf-8", "", "".join(SENTENCES), (paragraph,))
        with glossary.workspace.writing("extract") as writer:
            sentences = [Sentence(text, 0, span, span) for text, span in zip(SENTENCES, spans, strict=True)]
            put_document(writer, document, sentences, subject="", extractor="test")
        glossary.decide_segments([glossary.segments()[0].id], Status.APPROVED)
        entries = {entry.source: entry.id for entry in glossary.terms(everything=True)}
        glossary.decide([entries["貯蔵庫"], entries["樽"]], Status.APPROVED)
        glossary.choose_target(entries["樽"], "tun", Usage.FORBIDDEN)
    return store


def stored(path: Path) -> list[TranslatedSentence]:
    with Glossary.open(path, create=False) as glossary:
        return glossary.sentences_of(VISIT)


def targets(path: Path) -> list[tuple[str, str]]:
    return [(one.target, one.status.value if one.target else "") for one in stored(path)]


def box(pilot: Pilot[Any]) -> TranslationBox:
    return pilot.app.screen.query_one(TranslationBox)


def rows(pilot: Pilot[Any]) -> RowList[TranslatedSentence]:
    return pilot.app.screen.query_one("#list", RowList)


def translating(path: Path, size: tuple[int, int] = (100, 30), language: str = "en") -> Any:
    """The screen with the text opened."""
    return review(path, screen="translation", document="visit", size=size, preferences=Preferences(language=language))


async def write(pilot: Pilot[Any], text: str) -> None:
    """Type into the editor, and wait until the checks have followed."""
    await press_quickly(pilot, *text)
    await pilot.pause(0.4)
    await settle(pilot)


async def test_the_document_is_chosen_where_there_are_several(store: Path) -> None:
    async with review(store, screen="segments") as pilot:
        await pilot.press("t")
        await settle(pilot)
        await pilot.pause()
        listed = text_of(pilot.app.screen.query_one("#picker-list", RowList))
        assert "0%  0/1               cellar.ja.txt" in listed
        assert "0%  0/5               visit.ja.txt" in listed
        await pilot.press("down", "enter")
        await settle(pilot)
        assert pilot.app.current_mode == "translation"
        assert len(rows(pilot).keys) == 5
        await pilot.press("d", "escape")
        assert len(rows(pilot).keys) == 5
        await pilot.press("escape")
        await pilot.pause()
        assert pilot.app.current_mode == "segments"


async def test_what_an_alignment_left_out_is_there_to_be_translated(store: Path) -> None:
    async with review(store, screen="translation", document="cellar") as pilot:
        await press_quickly(pilot, "i")
        await write(pilot, "Please book a visit by telephone.")
        await pilot.press("ctrl+s")
    with Glossary.open(store, create=False) as glossary:
        (done,) = [
            one for one in glossary.segments() if one.source.startswith("見学") and one.document.startswith("cel")
        ]
    assert (done.target, done.status) == ("Please book a visit by telephone.", Status.APPROVED)


async def test_a_sentence_is_written_approved_and_the_next_one_is_written(store: Path) -> None:
    async with translating(store) as pilot:
        await pilot.press("enter")
        await write(pilot, "The cellar is cool all year.")
        await pilot.press("enter")
        await settle(pilot)
        assert rows(pilot).cursor == 1
        assert box(pilot).has_focus
        await write(pilot, "There are 120 barrels.")
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert rows(pilot).cursor == 2
        assert "1 more sentence is the same" in toasts(pilot)
        assert "visit.ja.txt" in str(rows(pilot).border_title)
    assert targets(store) == [
        ("The cellar is cool all year.", "approved"),
        ("There are 120 barrels.", "approved"),
        ("", ""),
        ("There are 120 barrels.", "candidate"),
        ("", ""),
    ]


async def test_matches_and_terms_are_inserted_by_their_numbers(store: Path) -> None:
    async with translating(store) as pilot:
        assert "1 100% The cellar below the house" in sheet_text(pilot, "matches")
        assert "2   貯蔵庫  cellar" in sheet_text(pilot, "terms")
        await pilot.press("1")
        assert (box(pilot).text, box(pilot).has_focus) == (CELLAR, True)
        await pilot.pause(0.4)
        await settle(pilot)
        assert "2 ✔ 貯蔵庫  cellar" in sheet_text(pilot, "terms"), "it is rendered now"
        await pilot.press("escape")
        assert rows(pilot).has_focus
        await pilot.press("2")
        assert box(pilot).text == f"{CELLAR} cellar"
        await pilot.press("alt+2")
        assert box(pilot).text == f"{CELLAR} cellar cellar"
        for digit in range(3, 10):
            await pilot.press(f"alt+{digit}", "escape", str(digit))
            assert toasts(pilot).count(f"Nothing has the number {digit}") == 2
        assert box(pilot).text == f"{CELLAR} cellar cellar"


async def test_a_digit_with_alt_or_just_after_escape_is_that_key_and_no_letter(store: Path) -> None:
    async with translating(store) as pilot:
        await pilot.press("i")
        parser = XTermParser()
        for event in (*parser.feed("\x1b1x"), *parser.feed("")):
            assert isinstance(event, events.Key)
            pilot.app.post_message(event)
        await pilot.pause()
        assert box(pilot).text == f"{CELLAR}x"


async def test_what_is_typed_at_once_after_a_sentence_belongs_to_the_next_one(store: Path) -> None:
    async with translating(store) as pilot:
        await pilot.press("i")
        await press_quickly(pilot, *"One", "enter", *"Two", "ctrl+down", *"Three", "escape", "u")
        await settle(pilot)
        await pilot.pause(0.1)
    assert [target for target, _ in targets(store)[:3]] == ["One", "Two", ""]


async def test_the_source_is_copied_and_a_translation_taken_away(store: Path) -> None:
    async with translating(store) as pilot:
        await pilot.press("c")
        assert box(pilot).text == SENTENCES[0]
        await pilot.press("escape", "x")
        assert box(pilot).text == ""
        await pilot.press("x")
        await pilot.pause()
        assert "no translation to take away" in toasts(pilot)
        await pilot.press("0", "escape", "x", "i", "alt+0")
        assert box(pilot).text == SENTENCES[0]


async def test_checks_follow_the_typing(store: Path) -> None:
    async with translating(store) as pilot:
        await pilot.press("down", "enter")
        await write(pilot, "There are 112  tuns.")
        findings = sheet_text(pilot, "findings")
        assert "!! 樽 must not be tun; use barrel   …re are 112  tuns." in findings
        assert "the source has 百二十, the translation 112" in findings
        assert "more than one space" in findings
        await pilot.press("ctrl+a", "ctrl+k")
        await pilot.pause(0.4)
        await settle(pilot)
        assert sheet_text(pilot, "findings") == "", "nothing is said of what is not written"


async def test_what_the_checks_find_is_marked_in_the_editor(store: Path) -> None:
    async with translating(store) as pilot:
        rows(pilot).move_to(1)
        await pilot.pause()
        await pilot.press("enter")
        await write(pilot, "There are 「120 tuns.")
        assert marked(pilot) == {"「": "changed", "tuns": "forbidden"}
        assert painted_so(pilot, "strike") == "tuns"
        assert painted_so(pilot, "underline") == "「"
        await pilot.press("home", *"Now ")
        assert marked(pilot) == {"「": "changed", "tuns": "forbidden"}, "before the next check"
        box(pilot).put("There are 120 barrels.")
        await pilot.pause(0.4)
        await settle(pilot)
        assert not marked(pilot)
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert not marked(pilot), "another sentence"


def marked(pilot: Pilot[Any]) -> dict[str, str]:
    return {box(pilot).text[span.start : span.end]: ink for span, ink in box(pilot).marks}


def painted_so(pilot: Pilot[Any], style: str) -> str:
    strip = box(pilot).render_line(0)
    return "".join(one.text for one in strip if one.style is not None and getattr(one.style, style))


async def test_a_draft_survives_the_row_the_screen_and_the_program(store: Path) -> None:
    async with translating(store) as pilot:
        await pilot.press("i")
        await write(pilot, "First")
        await pilot.press("ctrl+down")
        await settle(pilot)
        assert rows(pilot).cursor == 1
        assert box(pilot).has_focus
        assert targets(store)[0] == ("First", "candidate")
        await write(pilot, "Second")
        await pilot.press("f2")
        await pilot.pause()
        assert targets(store)[1] == ("Second", "candidate")
        await pilot.press("f3")
        await settle(pilot)
        await pilot.press("t")
        await settle(pilot)
        assert box(pilot).text == "Second"
        rows(pilot).move_to(2)
        await pilot.pause()
        box(pilot).focus()
        await press_quickly(pilot, *"Third")
        await pilot.press("ctrl+q")
    assert targets(store)[:3] == [("First", "candidate"), ("Second", "candidate"), ("Third", "candidate")]
    async with translating(store) as pilot:
        assert "◐    1" in text_of(rows(pilot))
        assert box(pilot).text == "First"


async def test_a_draft_is_kept_while_typing_rests(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("rnk_gloss.tui.translation_screen._DRAFT_REST", 0.2)
    async with translating(store) as pilot:
        await pilot.press("i")
        await write(pilot, "A program may die at any moment")
        await pilot.pause(0.2)
        assert targets(store)[0] == ("A program may die at any moment", "candidate")
        assert box(pilot).has_focus


async def test_everything_is_undone_and_done_again(store: Path) -> None:
    async with translating(store) as pilot:
        await pilot.press("1", "ctrl+s", "escape")
        await settle(pilot)
        assert targets(store)[0] == (CELLAR, "approved")
        await pilot.press("u")
        await settle(pilot)
        assert targets(store)[0] == ("", "")
        assert rows(pilot).cursor == 0
        assert box(pilot).text == ""
        await pilot.press("U")
        await settle(pilot)
        assert targets(store)[0] == (CELLAR, "approved")
        assert box(pilot).text == CELLAR


async def test_a_repetition_is_undone_together_with_its_sentence(store: Path) -> None:
    async with translating(store) as pilot:
        await pilot.press("down", "i")
        await write(pilot, "There are 120 barrels.")
        await pilot.press("ctrl+s", "escape", "u")
        await settle(pilot)
        assert [target for target, _ in targets(store)] == ["", "", "", "", ""]


async def test_open_sentences_are_visited_and_the_end_is_said(store: Path) -> None:
    async with translating(store) as pilot:
        await pilot.press("1", "escape", "a")
        await settle(pilot)
        assert (rows(pilot).cursor, rows(pilot).has_focus) == (1, True)
        await pilot.press("]", "]", "]")
        assert rows(pilot).cursor == 4
        await pilot.press("]")
        await pilot.pause()
        assert "All sentences that follow are approved" in toasts(pilot)
        await pilot.press("[", "[", "[", "[")
        await pilot.pause()
        assert rows(pilot).cursor == 1
        assert "All sentences before this one are approved" in toasts(pilot)
        await pilot.press("i", "ctrl+up", "ctrl+down", "ctrl+down")
        await settle(pilot)
        assert rows(pilot).cursor == 2


async def test_the_sentence_that_follows_is_seen(store: Path) -> None:
    async with translating(store) as pilot:
        rows(pilot).styles.height = 3 + 2
        await pilot.pause()
        for place in range(5):
            rows(pilot).move_to(place)
            await pilot.pause()
            assert f" {min(place + 2, 5)}  " in text_of(rows(pilot))


async def test_nothing_cannot_be_approved(store: Path) -> None:
    async with translating(store) as pilot:
        await pilot.press("a")
        await pilot.pause()
        assert "has no translation to approve" in toasts(pilot)
        assert rows(pilot).cursor == 0


async def test_what_another_program_wrote_is_shown_and_not_overwritten_unseen(store: Path) -> None:
    async with translating(store) as pilot:
        await pilot.press("i")
        await write(pilot, "Mine.")
        with Glossary.open(store, create=False) as other:
            other.translate(other.sentences_of(VISIT)[0], "Theirs.")
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert "was translated elsewhere meanwhile: Theirs." in toasts(pilot)
        assert (box(pilot).text, targets(store)[0]) == ("Mine.", ("Theirs.", "approved"))
        await pilot.press("ctrl+s")
        assert targets(store)[0] == ("Mine.", "approved"), "who stores again knows both"


async def test_what_cannot_be_stored_in_the_end_is_said_where_the_terminal_goes_on(
    store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    exit_app = ReviewApp.exit

    def note(app: ReviewApp, *arguments: Any, message: object = None) -> None:
        told.append(str(message))
        exit_app(app, *arguments, message=message)  # type: ignore[misc, arg-type]

    monkeypatch.setattr(ReviewApp, "exit", note)
    async with translating(store) as pilot:
        await pilot.press("i")
        await press_quickly(pilot, *"Mine [/b].")
        with Glossary.open(store, create=False) as other:
            other.translate(other.sentences_of(VISIT)[0], "Theirs.")
        await pilot.press("ctrl+q")
    assert any("translated elsewhere meanwhile: Theirs.; not stored: Mine [/b]." in one for one in told)
    assert targets(store)[0] == ("Theirs.", "approved")


async def test_what_another_program_wrote_appears(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("rnk_gloss.tui.document_screen._SECONDS_BETWEEN_CHECKS", 0.1)
    async with translating(store) as pilot:
        with Glossary.open(store, create=False) as other:
            other.translate(other.sentences_of(VISIT)[0], "Theirs.")
        await pilot.pause(0.3)
        await settle(pilot)
        assert box(pilot).text == "Theirs."


async def test_japanese_is_typed_in_one_form(store: Path) -> None:
    async with translating(store) as pilot:
        await pilot.press("i")
        await press_quickly(pilot, *"Kishida (か\u3099)")
        await pilot.press("escape")
    assert targets(store)[0] == ("Kishida (が)", "candidate")


async def test_letters_are_letters_while_a_translation_is_written(store: Path) -> None:
    async with translating(store) as pilot:
        await pilot.press("ｉ")
        await press_quickly(pilot, *"auxd1?]")
        assert box(pilot).text == "auxd1?]"
        shown = [str(key.key_display) for key in pilot.app.screen.query("FooterKey")]
        assert "a" not in shown
        assert "enter" in shown


@pytest.mark.parametrize("language", ["en", "ja"])
async def test_a_small_terminal_shows_all_that_is_needed(store: Path, language: str) -> None:
    async with translating(store, size=(80, 24), language=language) as pilot:
        await pilot.press("1")
        await write(pilot, " 99")
        assert box(pilot).region.height >= 5
        assert rows(pilot).region.height >= 5
        for name, least in (("source", 3), ("findings", 2), ("matches", 3), ("terms", 3)):
            sheet = pilot.app.screen.query_one(f"#{name}")
            assert sheet.size.height >= least - 2
            assert sheet.region.bottom <= 24
        footer = pilot.app.screen.query("FooterKey")
        assert max(key.region.right for key in footer) <= 80
        pane = pilot.app.screen.query_one(SentencePane)
        for view in (rows(pilot), *pane.query(Sheet)):
            for y in range(view.size.height):
                strip = view.render_line(y)
                assert cell_width(strip.text) == strip.cell_length
        await pilot.press("escape")
        await pilot.pause()
        assert max(key.region.right for key in pilot.app.screen.query("FooterKey")) <= 80


async def test_the_next_sentence_is_looked_up_beforehand(store: Path) -> None:
    async with translating(store) as pilot:
        await pilot.press("down")
        start = time.perf_counter()
        found = pilot.app.screen.query_one(SentencePane).help
        assert found
        assert found.source == SENTENCES[1]
        assert time.perf_counter() - start < 0.1


async def test_a_name_that_is_not_of_one_document_is_said(store: Path) -> None:
    async with review(store, screen="translation", document=".ja.txt") as pilot:
        assert "no single document of this name to translate: .ja.txt" in toasts(pilot)
        await pilot.press("enter")
        await settle(pilot)
        assert len(rows(pilot).keys) == 1


async def test_a_store_without_such_documents_says_what_to_do(tmp_path: Path) -> None:
    with Glossary.open(tmp_path / "empty.db"):
        pass
    async with review(tmp_path / "empty.db", screen="translation") as pilot:
        assert "rnk-gloss extract article.txt" in text_of(rows(pilot))
        await pilot.press("enter", "1", "c", "x", "a", "]", "d")
        await pilot.pause()
        assert "no document without a translation" in toasts(pilot)
