from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

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
from tests.tui.running import review, rows_of, settle, sheet_text

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
    for action in ACTIONS:
        if not action.id.startswith("terms.choose."):
            assert action.help in text


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
    settings = {"ui": {"theme": "nord", "glyphs": "ascii"}, "keys": {"terms.approve": ["y", "ctrl+a"]}}
    async with review(store, preferences=read_preferences(settings)) as pilot:
        assert pilot.app.theme == "nord"
        await pilot.press("ｙ")
        row = rows_of(pilot).row_at(0)
        assert row is not None
        assert "+ 94" in rows_of(pilot).render_line(0).text
        await pilot.press("question_mark")
        await pilot.pause()
        assert "  y, ctrl+a           approve this entry" in sheet_text(pilot, "keys")


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        pytest.param({"ui": {"colour": "red"}}, "ui.colour is not known", id="unknown setting"),
        pytest.param({"ui": {"glyphs": "runes"}}, "unicode or ascii", id="unknown signs"),
        pytest.param({"ui": "dark"}, "must be a table", id="no table"),
        pytest.param({"keys": {"terms.fly": "f"}}, "no action 'terms.fly'", id="unknown action"),
        pytest.param({"keys": {"terms.approve": 5}}, "needs a key", id="no key"),
    ],
)
def test_settings_that_make_no_sense_are_refused(settings: dict[str, object], message: str) -> None:
    from rnk_gloss.errors import UsageError

    with pytest.raises(UsageError, match=message):
        read_preferences(settings)
    assert read_preferences({"author": "aki"}) == Preferences()
