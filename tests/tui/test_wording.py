"""Every message has its translation, and the screens speak the language that is asked for."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import polib
import pytest

from rnk_gloss.errors import UsageError
from rnk_gloss.tui.preferences import Preferences, read_preferences
from rnk_gloss.tui.wording import ENGLISH, language_of, say, say_count, speak
from tests.tui.catalogue import CATALOGUES, messages
from tests.tui.running import review, text_of, toasts


@pytest.fixture(autouse=True)
def english_afterwards() -> Iterator[None]:
    yield
    speak(ENGLISH)


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.stem)
def test_a_catalogue_translates_every_message_and_keeps_its_fields(path: Path) -> None:
    catalogue = polib.pofile(str(path))
    assert {(entry.msgid, entry.msgid_plural) for entry in catalogue} == messages(), (
        "run: python -m tests.tui.catalogue"
    )
    for entry in catalogue:
        assert not entry.fuzzy
        wanted = _fields(entry.msgid_plural or entry.msgid)
        for text in entry.msgstr_plural.values() if entry.msgid_plural else [entry.msgstr]:
            assert text, f"{entry.msgid!r} is not translated"
            assert _fields(text) == wanted, entry.msgid


def _fields(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def test_a_message_is_said_in_the_language_that_is_spoken() -> None:
    speak("ja")
    assert say("approve") == "承認"
    assert say("") == ""
    assert say("Undid: {operation}", operation="承認 {a}") == "元に戻しました: 承認 {a}"
    speak("en")
    assert say("Undid: {operation}", operation="approve") == "Undid: approve"
    assert say_count("{count} hit", "{count} hits", 1) == "1 hit"
    assert say_count("{count} hit", "{count} hits", 1200) == "1,200 hits"
    with pytest.raises(UsageError, match="tlh"):
        speak("tlh")


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        pytest.param({"LANG": "ja_JP.UTF-8"}, "ja", id="日本語"),
        pytest.param({"LANG": "ja_JP.UTF-8", "LC_ALL": "C"}, "en", id="LC_ALL が勝つ"),
        pytest.param({"LANG": "fr_FR.UTF-8"}, "en", id="訳のない言語"),
        pytest.param({}, "en", id="何もない"),
    ],
)
def test_the_locale_chooses_the_language(environment: dict[str, str], language: str) -> None:
    assert language_of(environment) == language


def test_the_settings_win_over_the_locale(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "ja_JP.UTF-8")
    assert read_preferences({}).language == "ja"
    assert read_preferences({"ui": {"language": "en"}}).language == "en"
    with pytest.raises(UsageError, match=r"ui\.language"):
        read_preferences({"ui": {"language": "de"}})


async def test_footer_key_sheet_and_messages_are_japanese_where_that_is_asked_for(store: Path) -> None:
    async with review(store, preferences=Preferences(language="ja")) as pilot:
        footer = " ".join(key.description for key in pilot.app.screen.query("FooterKey"))  # type: ignore[attr-defined]
        assert "承認" in footer
        await pilot.press("a", "u")
        assert "元に戻しました" in toasts(pilot)
        await pilot.press("question_mark")
        assert "この用語を承認" in text_of(pilot.app.screen.query_one("#keys"))  # type: ignore[arg-type]
