from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from rnk_gloss.text.cells import cell_width
from rnk_gloss.tui.actions import ACTIONS, Scope, actions_of, bindings, full_width_twin
from rnk_gloss.tui.app import ReviewApp
from rnk_gloss.tui.key_sheet import key_lines
from rnk_gloss.tui.lookup_screen import LookupScreen
from rnk_gloss.tui.preferences import Preferences, read_preferences
from rnk_gloss.tui.rows import RowList
from rnk_gloss.tui.segments_screen import SegmentsScreen
from rnk_gloss.tui.terms_screen import TermsScreen
from rnk_gloss.tui.translation_box import TranslationBox
from rnk_gloss.tui.translation_screen import TranslationScreen
from rnk_gloss.tui.wording import speak
from tests.tui.running import review, rows_of, settle, sheet_text, toasts

HOMES = {
    Scope.TERMS: TermsScreen,
    Scope.SEGMENTS: SegmentsScreen,
    Scope.LOOKUP: LookupScreen,
    Scope.TRANSLATION: TranslationScreen,
    Scope.WRITING: TranslationBox,
    Scope.LIST: RowList,
    Scope.EVERYWHERE: ReviewApp,
}
SCREENS = (Scope.TERMS, Scope.SEGMENTS, Scope.LOOKUP, Scope.TRANSLATION)


@pytest.mark.parametrize("action", ACTIONS, ids=lambda action: action.id)
def test_every_action_can_be_done_where_it_is_offered(action: object) -> None:
    from rnk_gloss.tui.actions import Action

    assert isinstance(action, Action)
    home, name = HOMES[action.scope], action.command.partition("(")[0]
    if name.startswith("app."):
        home, name = ReviewApp, name.removeprefix("app.")
    assert callable(getattr(home, f"action_{name}"))
    assert action.help


def test_ids_are_unique_and_no_key_means_two_things_on_a_screen() -> None:
    assert not [name for name, count in Counter(action.id for action in ACTIONS).items() if count > 1]
    for screen in SCREENS:
        actions = actions_of(screen, Scope.LIST, Scope.EVERYWHERE) if screen is not Scope.LOOKUP else actions_of(screen)
        keys = Counter(key for action in actions for key in action.keys)
        assert not [key for key, count in keys.items() if count > 1]


@pytest.mark.parametrize("screen", SCREENS)
def test_the_foot_of_each_screen_shows_seven_keys_at_most(screen: Scope) -> None:
    assert len([one for one in bindings(screen, Scope.EVERYWHERE) if one.show]) <= 7


def test_the_key_sheet_names_every_action_and_begins_with_the_present_screen() -> None:
    text = "\n".join("".join(part for part, _ in line) for line in key_lines(Scope.SEGMENTS, 90))
    assert text.startswith("segments\n")
    everything = "".join(text.split())
    for action in ACTIONS:
        if ".choose." not in action.id:
            assert "".join(action.help.split()) in everything


def test_printable_keys_have_a_full_width_twin() -> None:
    assert [full_width_twin(key) for key in ("a", "U", "9", "/", "space", "pagedown", "f2")] == [
        "ａ", "Ｕ", "９", "／", "ideographic_space", "", "",
    ]  # fmt: skip


async def test_three_screens_the_key_sheet_and_the_palette_are_a_key_away(store: Path) -> None:
    async with review(store) as pilot:
        for key, screen in (("f3", SegmentsScreen), ("f4", LookupScreen), ("f2", TermsScreen)):
            await pilot.press(key)
            await settle(pilot)
            assert isinstance(pilot.app.screen, screen)
        await pilot.press("question_mark")
        await pilot.pause()
        assert "take the last operation of this review back" in sheet_text(pilot, "keys")
        await pilot.press("escape", "ctrl+p")
        await pilot.press(*"Rej")
        await pilot.pause(0.3)
        await pilot.press("enter", "enter")
        await pilot.pause(0.1)
        assert rows_of(pilot).cursor == 1, "the palette did what the key does"
        await pilot.press("q")
    assert pilot.app.return_code == 0


async def test_settings_choose_keys_theme_and_signs(store: Path) -> None:
    settings = {"ui": {"theme": "nord", "glyphs": "ascii"}, "keys": {"terms.approve": ["z", "ctrl+a"]}}
    async with review(store, preferences=read_preferences(settings)) as pilot:
        assert pilot.app.theme == "nord"
        await pilot.press("ｚ")
        row = rows_of(pilot).row_at(0)
        assert row is not None
        assert "+ 94" in rows_of(pilot).render_line(0).text
        await pilot.press("question_mark")
        await pilot.pause()
        assert "  z, ctrl+a           approve this entry" in sheet_text(pilot, "keys")


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        pytest.param({"ui": {"colour": "red"}}, "ui.colour is not known", id="unknown setting"),
        pytest.param({"ui": {"glyphs": "runes"}}, "unicode or ascii", id="unknown signs"),
        pytest.param({"ui": "dark"}, "must be a table", id="no table"),
        pytest.param({"keys": {"terms.fly": "f"}}, "no action 'terms.fly'", id="unknown action"),
        pytest.param({"keys": {"terms.approve": 5}}, "needs a key", id="no key"),
        pytest.param({"keys": {"terms.approve": "strg+a"}}, r"no key 'strg\+a'", id="unknown modifier"),
        pytest.param({"keys": {"terms.approve": ["a", "entr"]}}, "no key 'entr'", id="unknown key"),
        pytest.param({"keys": {"terms.approve": "shift+a"}}, r"does not tell 'shift\+a'", id="shifted letter"),
        pytest.param(
            {"keys": {"terms.approve": "x"}}, "'x' would be both terms.approve and terms.reject", id="one key for two"
        ),
        pytest.param(
            {"keys": {"terms.note": "slash"}},
            "'/' would be both terms.filter and terms.note",
            id="the same by its name",
        ),
        pytest.param({"keys": {"app.quit": "j"}}, "both list.down and app.quit", id="a key of the list"),
        pytest.param(
            {"lookup": {"minimum": 30}}, "lookup.minimum must be a number from 50 to 100", id="least likeness"
        ),
        pytest.param({"lookup": {"limit": True}}, "lookup.limit must be a whole number", id="limit"),
    ],
)
def test_settings_that_make_no_sense_are_refused(settings: dict[str, object], message: str) -> None:
    from rnk_gloss.errors import UsageError

    with pytest.raises(UsageError, match=message):
        read_preferences(settings)
    assert read_preferences({"author": "aki"}) == Preferences()


@pytest.mark.parametrize(
    ("keys", "keymap"),
    [
        pytest.param({"terms.approve": ["x"], "terms.reject": ["a"]}, "x,ｘ", id="two that are exchanged"),
        pytest.param({"terms.approve": "ctrl+a"}, "ctrl+a", id="with a modifier"),
        pytest.param({"terms.approve": [",", "+"]}, "comma,+,＋", id="signs"),
        pytest.param({"terms.approve": "f9"}, "f9", id="a function key"),
        pytest.param({"terms.approve": "承"}, "承", id="a Japanese character"),
    ],
)
def test_keys_of_every_kind_can_be_chosen(keys: dict[str, object], keymap: str) -> None:
    assert read_preferences({"keys": keys}).keymap["terms.approve"] == keymap


def test_a_wide_key_sheet_has_two_columns_and_a_filter_keeps_what_holds_a_text() -> None:
    narrow = key_lines(Scope.TERMS, 90)
    wide = key_lines(Scope.TERMS, 150)
    assert len(wide) < len(narrow) * 0.7
    assert max(cell_width("".join(text for text, _ in line)) for line in wide) <= 150
    kept = ["".join(text for text, _ in line) for line in key_lines(Scope.TERMS, 90, wanted="undone")]
    assert next(line for line in kept if "do again what was undone" in line).startswith("  U ")
    assert not [line for line in kept if "approve" in line]


async def test_the_key_sheet_is_filtered_by_typing_and_closed_by_escape(store: Path) -> None:
    async with review(store, size=(160, 40)) as pilot:
        await pilot.press("question_mark", "slash", *"note")
        await pilot.pause()
        shown = sheet_text(pilot, "keys")
        assert "write a note" in shown
        assert "approve this entry" not in shown
        await pilot.press("escape")
        await pilot.pause()
        assert "approve this entry" in sheet_text(pilot, "keys")
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(pilot.app.screen, TermsScreen)


async def test_the_palette_shows_keys_and_says_why_something_cannot_be_done(store: Path) -> None:
    async with review(store, screen="lookup", size=(100, 40)) as pilot:
        app = pilot.app
        assert isinstance(app, ReviewApp)
        offered = {command.title: command for command in app.offered(app.screen)}
        assert offered["Copy pair"].keys == "ctrl+y, y"
        assert "not now: nothing is found" in offered["Copy pair"].help
        offered["Copy pair"].run()
        await pilot.pause()
        assert "nothing is found" in toasts(pilot)
        app.choose_theme()
        await pilot.pause()
        await pilot.press(*"nord")
        await pilot.pause(0.4)
        await pilot.press("enter", "enter")
        await pilot.pause(0.2)
        assert app.theme == "nord"
        assert '[ui] theme = "nord"' in toasts(pilot), "nothing is written by itself"


@pytest.mark.parametrize("language", ["en", "ja"])
@pytest.mark.parametrize("screen", ["terms", "segments", "lookup"])
async def test_at_80_columns_the_foot_shows_all_of_its_keys(store: Path, screen: str, language: str) -> None:
    chosen = Preferences(language=language)
    async with review(store, screen=screen, size=(80, 24), preferences=chosen) as pilot:
        keys = pilot.app.screen.query("FooterKey")
        assert len(keys) >= 6
        assert max(key.virtual_region_with_margin.right for key in keys) <= 80
    speak("en")
