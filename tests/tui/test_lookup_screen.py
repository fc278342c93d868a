from __future__ import annotations

from pathlib import Path

from textual.pilot import Pilot

from rnk_gloss import Glossary, scoring_of
from rnk_gloss.model.entry import Usage
from rnk_gloss.model.selection import EntrySelection
from rnk_gloss.service.search import holding
from rnk_gloss.text.cells import cell_width
from rnk_gloss.tui.hits import HitList
from rnk_gloss.tui.text_input import TextInput
from tests.tui.running import press_quickly, review, rows_of, settle, text_of, toasts


async def look_up(pilot: Pilot[None], text: str) -> str:
    """What is shown for a text, line by line."""
    pilot.app.screen.query_one("#query", TextInput).value = text
    await pilot.pause(0.2)
    await settle(pilot)
    return text_of(pilot.app.screen.query_one(HitList))


async def test_a_sentence_shows_its_terms_and_like_sentences_with_the_difference(store: Path) -> None:
    async with review(store, screen="lookup") as pilot:
        shown = await look_up(pilot, "貯蔵庫の湿度は毎朝、係の人が記録します。")
        terms, matches = shown.split("like it by 70% or more")
        assert "貯蔵庫" in terms
        assert "cellar" in terms
        assert "人者" in matches, "the two words that differ stand side by side"
        assert "↳ A member of staff notes the humidity of the cellar daily." in matches
        assert "= 100 −" in matches, "the score is explained"
        hits = pilot.app.screen.query_one(HitList)
        painted = {segment.text: segment.style for y in range(hits.size.height) for segment in hits.render_line(y)}
        removed, added = painted["人"], painted["者"]
        assert removed is not None
        assert removed.strike
        assert added is not None
        assert added.underline


async def test_enter_copies_the_english_of_the_best_match_and_arrows_choose_another(store: Path) -> None:
    async with review(store, screen="lookup") as pilot:
        await look_up(pilot, "貯蔵庫の湿度は毎朝、係の人が記録します。")
        await pilot.press("enter")
        assert pilot.app.clipboard == "A member of staff notes the humidity of the cellar daily."
        await press_quickly(pilot, "up", "up", "up", "enter")
        assert pilot.app.clipboard == "cellar"
        await pilot.press("tab", "down", "enter")
        assert pilot.app.clipboard == "humidity"
        await pilot.press("y")
        assert pilot.app.clipboard == "湿度\thumidity"
        await pilot.press("tab", "up", "ctrl+y")
        assert pilot.app.clipboard == "貯蔵庫\tcellar"


async def test_a_word_is_found_in_the_memory_and_english_in_the_english(store: Path) -> None:
    async with review(store, screen="lookup", size=(80, 24)) as pilot:
        assert "樽の数は今年、百二十本に増えました。" in await look_up(pilot, "樽")
        english = await look_up(pilot, "harvest forward")
        assert "醸造責任者は、収穫をひと月早めることにした。" in english
        assert "収穫" in await look_up(pilot, "harvest")


async def test_the_least_likeness_can_be_changed_and_nothing_found_is_said(store: Path) -> None:
    async with review(store, screen="lookup") as pilot:
        assert "nothing like it" in await look_up(pilot, "明日は雨が降るでしょう。")
        await pilot.press("enter")
        await pilot.pause()
        assert "no English to copy" in toasts(pilot)
        assert "nothing in the memory is like it by 70%" in await look_up(pilot, "貯蔵庫と湿度")
        query = "醸造責任者は、剪定をふた月も早めるように言った。"
        assert "the harvest forward" not in await look_up(pilot, query)
        await press_quickly(pilot, *["ctrl+l"] * 5)
        await settle(pilot)
        shown = text_of(pilot.app.screen.query_one(HitList))
        assert "like it by 50% or more" in shown
        assert "the harvest forward" in shown
        assert "Type or paste" in await look_up(pilot, "　")


async def test_an_error_is_told_and_typing_goes_on(store: Path) -> None:
    async with review(store, screen="lookup") as pilot:
        await look_up(pilot, "長" * 10_001)
        assert "cannot be longer than 10,000 characters" in toasts(pilot)
        assert "cellar" in await look_up(pilot, "貯蔵庫")


async def test_what_is_typed_is_kept_in_composed_form(store: Path) -> None:
    with Glossary.open(store) as glossary:
        glossary.add_units([("鍵が開いた。", "The [key=1] turned. [/b]")])
    async with review(store, screen="lookup") as pilot:
        shown = await look_up(pilot, "鍵か\u3099開いた。")
        assert " 100% 鍵が開いた。" in shown
        query = pilot.app.screen.query_one("#query", TextInput)
        assert query.value == "鍵が開いた。"
        await pilot.press("enter")
        await pilot.pause()
        assert "Copied: The [key=1] turned. [/b]" in toasts(pilot)
        await pilot.press("end", "ctrl+w")
        assert query.value == "鍵が開いた"
        await pilot.press("ctrl+w", "backspace")
        assert query.value == "鍵が"


async def test_a_term_that_was_found_can_be_opened_among_the_terms(store: Path) -> None:
    async with review(store, screen="lookup") as pilot:
        await look_up(pilot, "cask")
        await pilot.press("ctrl+o")
        await settle(pilot)
        await settle(pilot)
        row = rows_of(pilot).row
        assert row is not None
        assert row.source == "樽"
        await pilot.press("a", "f4", "escape")
        await look_up(pilot, "member of staff")
        await pilot.press("ctrl+o")
        await settle(pilot)
        await settle(pilot)
        row = rows_of(pilot).row
        assert row is not None
        assert row.source == "係の者", "it is below the cut, so all are shown"


async def test_a_match_that_uses_a_forbidden_word_is_marked(store: Path) -> None:
    with Glossary.open(store) as glossary:
        (key,) = [entry.id for entry in glossary.terms(everything=True) if entry.source == "貯蔵庫"]
        glossary.choose_target(key, "storehouse", Usage.PREFERRED)
        glossary.choose_target(key, "cellar", Usage.FORBIDDEN)
    async with review(store, screen="lookup") as pilot:
        shown = await look_up(pilot, "貯蔵庫の湿度は毎朝、係の人が記録します。")
        matches = shown.split("like it by 70% or more")[1]
        assert "not: cellar" in matches
        assert "storehouse" in matches


async def test_a_penalty_of_the_settings_is_shown(store: Path) -> None:
    async with review(store, screen="lookup", scoring=scoring_of(penalties={"alignment": 4})) as pilot:
        assert "− 4 alignment" in await look_up(pilot, "貯蔵庫の湿度は毎朝、係の者が記録します。")


async def test_places_in_the_memory_stand_below_each_other_with_the_word_in_the_middle(store: Path) -> None:
    with Glossary.open(store) as glossary:
        glossary.add_units([("今年の新酒と去年の新酒を、樽から瓶に移した。", "Both wines were bottled.")])
        entry = glossary.entries(glossary.entry_ids(holding(EntrySelection(), "樽")))[0]
        assert entry.reading == "たる"
    async with review(store, screen="lookup", size=(80, 24)) as pilot:
        shown = await look_up(pilot, "新酒")
        rows = [line for line in shown.split("where it stands")[1].split("\n") if "新酒" in line]
        words = [line.index("新酒", start) for line, start in zip(rows, (0, rows[1].index("新酒") + 1), strict=True)]
        assert len({cell_width(line[:place]) for line, place in zip(rows, words, strict=True)}) == 1
        hits = pilot.app.screen.query_one(HitList)
        painted = {segment.text: segment.style for y in range(hits.size.height) for segment in hits.render_line(y)}
        assert painted["新酒"] not in [style for text, style in painted.items() if text.endswith("今年の")]
        assert "新酒を、樽から" in await look_up(pilot, "たる"), "a reading finds the units that hold the term"
