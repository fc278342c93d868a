from __future__ import annotations

from pathlib import Path

import pytest
from textual import events
from textual.pilot import Pilot

from rnk_gloss import Glossary, scoring_of
from rnk_gloss.model.entry import Entry, Status, Target, Usage
from rnk_gloss.model.segment import Unit
from rnk_gloss.model.selection import EntrySelection
from rnk_gloss.service.search import holding
from rnk_gloss.text.cells import cell_width
from rnk_gloss.tui.findings import Wish, find
from rnk_gloss.tui.glyphs import GLYPHS
from rnk_gloss.tui.hit_lines import term_lines
from rnk_gloss.tui.hits import Group, Hit, HitList
from rnk_gloss.tui.lookup_screen import LookupScreen
from rnk_gloss.tui.pasted import pasted_sentences
from rnk_gloss.tui.preferences import read_preferences
from rnk_gloss.tui.text_input import TextInput
from tests.tui.running import press_quickly, review, rows_of, settle, text_of, toasts, until_listed


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


async def test_a_translation_into_another_language_is_marked_with_it(store: Path) -> None:
    with Glossary.open(store) as glossary:
        glossary.add_units([Unit("湿度計を窓際に置く。", "Das Hygrometer ans Fenster stellen.", target_language="de")])
        glossary.add_units([Unit("湿度計を窓際に置いた。", "I put it there.", target_language="en-GB")])
    async with review(store, screen="lookup") as pilot:
        matches = (await look_up(pilot, "湿度計を窓際に置く。")).partition("like it by")[2]
        german, british, passage = (line for line in matches.splitlines() if " · " in line)
        assert german.split(" · ")[0].strip() == "de"
        assert "en-GB" not in british
        assert passage.strip() == "↳ Das Hygrometer ans Fenster stellen. · de"


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
        query = "醸造責任者は、剪定をひと月も早めるように若者たちに言った。"
        assert "the harvest forward" not in await look_up(pilot, query)
        await press_quickly(pilot, *["ctrl+l"] * 5)
        await settle(pilot)
        shown = text_of(pilot.app.screen.query_one(HitList))
        assert "like it by 50% or more" in shown
        assert "the harvest forward" in shown
        await press_quickly(pilot, *["ctrl+t"] * 2)
        await settle(pilot)
        assert "the harvest forward" not in text_of(pilot.app.screen.query_one(HitList)), "stricter again"
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
        await until_listed(pilot)
        await settle(pilot)
        row = rows_of(pilot).row
        assert row is not None
        assert row.source == "樽"
        await pilot.press("a", "f4", "escape")
        await look_up(pilot, "member of staff")
        await pilot.press("ctrl+o")
        await until_listed(pilot)
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


async def test_the_numbers_at_the_likenesses_copy_them(store: Path) -> None:
    with Glossary.open(store) as glossary:
        glossary.add_units([("貯蔵庫の湿度は毎朝、係の方が記録します。", "Staff record the humidity.")])
    async with review(store, screen="lookup") as pilot:
        shown = await look_up(pilot, "貯蔵庫の湿度は毎朝、係の人が記録します。")
        assert "1   9" in shown
        await pilot.press("alt+2")
        other = pilot.app.clipboard
        assert other in {"Staff record the humidity.", "A member of staff notes the humidity of the cellar daily."}
        await pilot.press("tab", "1")
        assert {other, pilot.app.clipboard} == {
            "Staff record the humidity.",
            "A member of staff notes the humidity of the cellar daily.",
        }
        for digit in range(3, 10):
            await pilot.press(str(digit), f"alt+{digit}")
            assert toasts(pilot).count(f"There is no hit {digit}") == 2


async def test_english_is_compared_with_the_english_of_the_memory(store: Path) -> None:
    async with review(store, screen="lookup") as pilot:
        shown = await look_up(pilot, "A member of staff notes the humidity of a cellar daily.")
        assert "terms in this text" in shown
        matches = shown.split("like it by 70% or more")[1]
        assert "athe cellar" in matches, "the two words that differ stand side by side"
        assert "↳ 貯蔵庫の湿度は毎朝、係の者が記録します。" in matches
        await pilot.press("ctrl+y")
        assert pilot.app.clipboard.startswith("貯蔵庫の湿度は毎朝、係の者が記録します。\tA member")


async def test_romaji_and_kana_find_terms_by_their_reading(store: Path) -> None:
    async with review(store, screen="lookup") as pilot:
        for typed in ("shukaku", "しゅうかく", "収"):
            assert "収穫" in await look_up(pilot, typed)


@pytest.mark.parametrize(
    ("pasted", "sentences"),
    [
        pytest.param(
            "貯蔵庫の湿度は毎朝、\n係の者が記録します。", ["貯蔵庫の湿度は毎朝、係の者が記録します。"], id="one, broken"
        ),
        pytest.param("樽が届いた。\r\n\r\n蔵が開いた。", ["樽が届いた。", "蔵が開いた。"], id="two lines"),
        pytest.param("樽が届いた。蔵が開いた。\n", ["樽が届いた。", "蔵が開いた。"], id="two in one line"),
        pytest.param("The barrels\nare full.", ["The barrels are full."], id="English, broken"),
        pytest.param("用語集\n対訳", ["用語集", "対訳"], id="a list"),
        pytest.param("12\n-3", ["12 -3"], id="no letters"),
        pytest.param(" \n ", [], id="nothing"),
        pytest.param("\x1b[31m樽\x00\ud800", ["[31m樽?"], id="what a terminal would obey"),
    ],
)
def test_what_is_pasted_is_cut_into_sentences(pasted: str, sentences: list[str]) -> None:
    assert pasted_sentences(pasted) == sentences


async def test_a_pasted_text_is_gone_through_sentence_by_sentence(store: Path) -> None:
    async with review(store, screen="lookup") as pilot:
        pilot.app.post_message(events.Paste("樽の数は今年、\n百二十本に増えました。\n見学の申し込みは電話で。"))
        await pilot.pause()
        box = pilot.app.screen.query_one("#query", TextInput)
        assert box.value == "樽の数は今年、百二十本に増えました。"
        assert "sentence 1 of 2" in str(box.border_title)
        await pilot.press("ctrl+n")
        assert box.value == "見学の申し込みは電話で。"
        await pilot.press("ctrl+n")
        assert "This is the last sentence" in toasts(pilot)
        await pilot.press("ctrl+r", "home")
        pilot.app.post_message(events.Paste("古い"))
        await pilot.pause()
        assert box.value == "古い樽の数は今年、百二十本に増えました。", "a part goes where the caret is"
        await pilot.press("escape", "ctrl+n")
        assert box.value == ""


async def test_what_was_looked_up_comes_back_with_the_arrow_keys(store: Path) -> None:
    async with review(store, screen="lookup") as pilot:
        await pilot.press("up")
        assert "Nothing was looked up before" in toasts(pilot)
        for text in ("樽", "樽の数", "湿度", "湿度"):
            await look_up(pilot, text)
        box = pilot.app.screen.query_one("#query", TextInput)
        await pilot.press("escape", "up")
        assert box.value == "湿度"
        await pilot.press("up")
        assert box.value == "樽の数", "what was typed on is one text"
        await pilot.press("up", "down")
        assert box.value == "湿度"
        await pilot.press("down")
        assert box.value == ""


async def test_more_places_are_shown_a_page_at_a_time(store: Path) -> None:
    with Glossary.open(store) as glossary:
        glossary.add_units([(f"新酒{number:02}号を仕込む。", f"Brew {number}.") for number in range(45)])
    async with review(store, screen="lookup") as pilot:
        assert "the first 20; . shows more" in await look_up(pilot, "新酒")
        hits = pilot.app.screen.query_one(HitList)
        await pilot.press("tab", "end")
        assert hits.cursor == 19
        await pilot.press(".")
        await settle(pilot)
        assert len(hits.hits) == 40
        assert hits.cursor == 19, "what was chosen stays"
        await pilot.press("ctrl+g")
        await settle(pilot)
        assert len(hits.hits) == 45
        await pilot.press("ctrl+g")
        assert "no more places" in toasts(pilot)


async def test_a_unit_is_opened_among_the_segments_of_its_document(store: Path) -> None:
    with Glossary.open(store) as glossary:
        glossary.add_units([("鍵が開いた。", "The key turned.")])
    async with review(store, screen="lookup") as pilot:
        await look_up(pilot, "醸造責任者は、収穫をひと月早めることにした。")
        await pilot.press("ctrl+o")
        await settle(pilot)
        await settle(pilot)
        assert pilot.app.current_mode == "segments"
        row = rows_of(pilot).row
        assert row is not None
        assert row.source == "醸造責任者は、収穫をひと月早めることにした。"
        await pilot.press("f4", "escape")
        await look_up(pilot, "鍵が開いた。")
        await pilot.press("ctrl+o")
        assert "stands in no document" in toasts(pilot)


async def test_a_lookup_begins_as_the_settings_say_and_an_older_answer_never_replaces_a_newer_one(store: Path) -> None:
    settings = {"lookup": {"minimum": 85, "limit": 1}}
    async with review(store, screen="lookup", preferences=read_preferences(settings)) as pilot:
        shown = await look_up(pilot, "貯蔵庫の湿度は毎朝、係の人が記録します。")
        assert "like it by 85% or more" in shown
        screen = pilot.app.screen
        assert isinstance(screen, LookupScreen)
        late = Group("late", (Hit("late", "late", lambda _width: [[("late", "")]]),))
        screen.post_message(LookupScreen.Found(Wish("樽", 85, 1), [late], 0.1))
        screen.post_message(LookupScreen.Found(Wish("貯蔵庫の湿度は毎朝、係の人が記録します。", 70, 1), [late], 0.1))
        await pilot.pause()
        assert text_of(screen.query_one(HitList)) == shown


def test_a_lookup_that_nobody_waits_for_any_more_is_given_up(store: Path) -> None:
    with Glossary.open(store) as glossary:
        answers = iter([True, False])
        groups = find(glossary, Wish("樽"), GLYPHS["unicode"], is_wanted=lambda: next(answers))
        assert len(groups) == 1


@pytest.mark.parametrize("width", [72, 98])
def test_a_term_says_what_it_is_a_variant_of_and_what_must_not_be_used(width: int) -> None:
    entry = Entry(1, "樽", targets=(Target("barrel"), Target("ton", usage=Usage.FORBIDDEN)), status=Status.APPROVED)
    (line,) = term_lines(entry, "たる", GLYPHS["unicode"], width)
    shown = "".join(text for text, _ in line)
    assert cell_width(shown) == width
    assert shown.startswith("たる")
    assert shown.endswith("variant of 樽 · approved")
    assert ("ton", "forbidden") in line


async def test_the_caret_steps_over_a_whole_sign(store: Path) -> None:
    family = "👨‍👩‍👧"
    async with review(store, screen="lookup") as pilot:
        box = pilot.app.screen.query_one("#query", TextInput)
        box.value = f"家{family}会"
        await pilot.press("end", "left")
        assert box.cursor_position == 1 + len(family)
        await pilot.press("left")
        assert box.cursor_position == 1
        await pilot.press("right")
        assert box.cursor_position == 1 + len(family)
