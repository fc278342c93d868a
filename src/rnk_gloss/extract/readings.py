"""Readings of terms: from a gloss, else from the dictionary, else from the analyser."""

from __future__ import annotations

import re
from collections.abc import Mapping

from rnk_gloss.extract.classes import NameKind, text_of
from rnk_gloss.extract.knowledge import Knowledge
from rnk_gloss.extract.runs import Run
from rnk_gloss.extract.wordlists import patterns
from rnk_gloss.lexicon.countries import members
from rnk_gloss.lexicon.spellings import spelling_variants
from rnk_gloss.model.entry import Origin
from rnk_gloss.text.readings import reading_of, to_hiragana

CLIPPING = frozenset("かきくけこさしすせそたちつてと")
HAS_KANJI = re.compile(r"[一-龥々]")


def term_reading(words: Run, category: str, glossed: Mapping[str, str], knowledge: Knowledge) -> tuple[str, Origin]:
    """A term's reading in hiragana, and where it comes from; `glossed` holds the readings given in the texts."""
    form = text_of(words)
    if form in glossed:
        return _plain(glossed[form]), Origin.GLOSS
    if row := _row_reading(form):
        return row, Origin.DICTIONARY
    if HAS_KANJI.search(form) and (reading := _listed(form, category, knowledge)):
        return _plain(reading), Origin.DICTIONARY
    return _with_full_names(words, knowledge), Origin.ANALYSER


def _with_full_names(words: Run, knowledge: Knowledge) -> str:
    """The analyser's reading, with better ones for the names of persons and the rows of countries inside."""
    parts: list[str] = []
    between = ""
    for word in words:
        reading = _row_reading(word.text)
        if word.name is NameKind.PERSON:
            reading = _full_name_reading(word.text, knowledge)
        if reading:
            parts += [reading_of(between) if between else "", _plain(reading)]
            between = ""
        else:
            between += word.text
    return "".join(parts) + (reading_of(between) if between else "")


def _full_name_reading(form: str, knowledge: Knowledge) -> str:
    names = knowledge.of(form).names
    return next((name.reading for name in names if "person" in name.types), "")


def _row_reading(form: str) -> str:
    """The reading of a row of country characters, "" for other forms."""
    table = patterns("country_readings.tsv")
    if not members(form) or any(character not in table for character in form):
        return ""
    readings = [table[character] for character in form]
    read = ""
    for place, (usual, *clipped) in enumerate(readings):
        following = readings[place + 1][0] if place + 1 < len(readings) else ""
        read += clipped[0] if clipped and following[:1] in CLIPPING else usual
    return read


def _plain(kana: str) -> str:
    return "".join(to_hiragana(kana).split())


def _listed(form: str, category: str, knowledge: Knowledge) -> str:
    """The dictionary's reading of a form or of another spelling of it: of a person a listed full name only, since the
    readings of a surname stand in no order of frequency."""
    for spelling in (form, *spelling_variants(form)):
        if reading := _full_name_reading(spelling, knowledge):
            return reading
        if category != "person" and (entries := knowledge.of(spelling).entries):
            return entries[0].reading
    return ""
