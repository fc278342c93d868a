"""Finding entries by what a person types: kanji, kana of either kind, romaji of any system, or English."""

from __future__ import annotations

from dataclasses import replace
from unicodedata import normalize

from rnk_gloss.model.entry_conditions import Holds
from rnk_gloss.model.selection import EntrySelection
from rnk_gloss.text.normalise import nfc
from rnk_gloss.text.sound_patterns import SoundPatterns, sound_patterns


def holding(selection: EntrySelection, typed: str) -> EntrySelection:
    """The selection, of entries whose term, variant or target holds what was typed, or whose reading sounds so.

    Width, and in Latin letters case, do not count. Of romaji see `rnk_gloss.text.sound_patterns`. Nothing typed selects
    everything.
    """
    wanted = typed.strip()
    return replace(selection, conditions=(*selection.conditions, sounding(wanted))) if wanted else selection


def sounding(wanted: str) -> Holds:
    """What holds this text, or is read like it."""
    return _heard_as(sound_patterns(wanted), literal(wanted))


def literal(wanted: str) -> Holds:
    """What holds the very text, as it was typed or in the usual width."""
    text = nfc(wanted)
    return Holds(tuple(dict.fromkeys([text, normalize("NFKC", text)])))


def read_as(typed: str) -> EntrySelection | None:
    """The entries whose whole reading is what was typed, in kana or romaji; None where that is neither."""
    sounds = sound_patterns(typed).whole()
    if not sounds.reading and not sounds.romaji:
        return None
    return EntrySelection(conditions=(_heard_as(sounds, Holds()),))


def _heard_as(sounds: SoundPatterns, condition: Holds) -> Holds:
    return replace(
        condition,
        reading_pattern=sounds.reading,
        romaji_pattern=sounds.romaji,
        reading_parts=sounds.reading_parts,
        romaji_parts=sounds.romaji_parts,
    )
