"""What the screens say, in English or in the language of a catalogue in `locale`."""

from __future__ import annotations

import io
import os
from collections.abc import Mapping
from gettext import GNUTranslations, NullTranslations
from importlib.resources import files

from rnk_gloss.errors import UsageError

ENGLISH = "en"
LANGUAGES = (ENGLISH, "ja")
_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")

_catalogues: dict[str, NullTranslations] = {ENGLISH: NullTranslations()}
_spoken = [ENGLISH]


def speak(language: str) -> None:
    """Let everything be said in this language from now on. Raises `UsageError` for one that has no catalogue."""
    if language not in LANGUAGES:
        raise UsageError(f"the screens do not speak {language!r}", hint=f"they speak: {', '.join(LANGUAGES)}")
    if language not in _catalogues:
        _catalogues[language] = _read_catalogue(language)
    _spoken[0] = language


def spoken() -> str:
    """The language that is spoken now."""
    return _spoken[0]


def say(message: str, **values: object) -> str:
    """The message in the language that is spoken, with `values` in the places of their {names}."""
    # A catalogue answers an empty message with its own header.
    text = _catalogues[_spoken[0]].gettext(message) if message else ""
    return text.format_map(values) if values else text


def noted(message: str) -> str:
    """The message itself, in English: it is said later, and a catalogue has to have it."""
    return message


def say_count(one: str, many: str, count: int, **values: object) -> str:
    """The message for this count, which stands at {count}, in the language that is spoken."""
    text = _catalogues[_spoken[0]].ngettext(one, many, count)
    return text.format_map({"count": f"{count:,}", **values})


def language_of(environment: Mapping[str, str] = os.environ) -> str:
    """The language that the locale of an environment asks for, or English."""
    locale = next((environment[name] for name in _VARIABLES if environment.get(name)), "")
    language = locale.partition(".")[0].partition("_")[0].lower()
    return language if language in LANGUAGES else ENGLISH


def _read_catalogue(language: str) -> NullTranslations:
    import polib

    text = files("rnk_gloss.tui").joinpath("locale", f"{language}.po").read_text(encoding="utf-8")
    return GNUTranslations(io.BytesIO(polib.pofile(text).to_binary()))
