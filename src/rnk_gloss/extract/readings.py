"""Readings of terms: from the house list, a gloss, the dictionary, or the analyser, or put together from these."""

from __future__ import annotations

import re
from collections.abc import Mapping

from rnk_gloss.extract.classes import NameKind, text_of
from rnk_gloss.extract.knowledge import Knowledge
from rnk_gloss.extract.nesting import unit_end
from rnk_gloss.extract.runs import Run
from rnk_gloss.extract.wordlists import patterns
from rnk_gloss.lexicon.countries import members
from rnk_gloss.lexicon.dictionary import DictionaryEntry
from rnk_gloss.lexicon.established_name import name_key
from rnk_gloss.lexicon.house_list import established
from rnk_gloss.lexicon.spellings import spelling_variants
from rnk_gloss.model.entry import Origin
from rnk_gloss.text.kana import to_hiragana
from rnk_gloss.text.readings import reading_of

CLIPPING = frozenset("かきくけこさしすせそたちつてと")
# Meetings named by how many ministers of each side take part.
PLUS_NAME = re.compile(r"([1-5])プラス([1-5])")
ENGLISH_DIGITS = {"1": "わん", "2": "つー", "3": "すりー", "4": "ふぉー", "5": "ふぁいぶ"}
SHORTEST_STEM = 3
HAS_KANJI = re.compile(r"[一-龥々]")


def term_reading(words: Run, category: str, glossed: Mapping[str, str], knowledge: Knowledge) -> tuple[str, Origin]:
    """A term's reading in hiragana, and where it comes from; `glossed` holds the readings given in the texts.

    In order: the house list, a gloss in the texts, the dictionary, the analyser. Where the analyser reads a dictionary
    unit inside a compound otherwise than the dictionary does, the compound's reading is put together from its parts.
    A middle dot in the term stands in the reading too.
    """
    form = text_of(words)
    reading, origin = _reading(form, words, category, glossed, knowledge)
    usual = reading_of(form) if "・" in form and "・" not in reading else ""
    return (usual if usual.replace("・", "") == reading else reading), origin


def _reading(
    form: str, words: Run, category: str, glossed: Mapping[str, str], knowledge: Knowledge
) -> tuple[str, Origin]:
    if reading := _established(form):
        return _plain(reading), Origin.HOUSE_LIST
    if form in glossed:
        return _plain(glossed[form]), Origin.GLOSS
    if row := _row_reading(form):
        return row, Origin.DICTIONARY
    if plus := PLUS_NAME.fullmatch(form):
        return f"{ENGLISH_DIGITS[plus[1]]}ぷらす{ENGLISH_DIGITS[plus[2]]}", Origin.COMPOSITION
    if HAS_KANJI.search(form) and (reading := _listed(form, category, knowledge)):
        return _plain(reading), Origin.DICTIONARY
    usual = reading_of(form)
    composed = _composed(words, usual, knowledge) if HAS_KANJI.search(form) else usual
    return (usual, Origin.ANALYSER) if composed == usual else (composed, Origin.COMPOSITION)


def _established(form: str) -> str:
    """The house list's reading, which is that of the first spelling of a name."""
    name = established(form)
    return name.reading if name is not None and name_key(name.japanese[0]) == name_key(form) else ""


def _composed(words: Run, usual: str, knowledge: Knowledge) -> str:
    """The analyser's reading `usual`, with better ones for rows of countries, full names and listed words inside.

    Words between these are read together, since numbers and counters change each other's sound.
    """
    if reading := _with_suffix(text_of(words), usual, knowledge):
        return reading
    parts: list[str] = []
    between = ""
    start = 0
    while start < len(words):
        end = unit_end(words, start, knowledge) or start + 1
        reading = _plain(_unit_reading(words[start:end], usual, knowledge))
        if reading:
            parts += [_between(between, is_behind=bool(parts)), reading]
            between = ""
        else:
            between += text_of(words[start:end])
        start = end
    return "".join(parts) + _between(between, is_behind=True) if parts else usual


def _with_suffix(form: str, usual: str, knowledge: Knowledge) -> str:
    """The reading of a listed word with a suffix (白血球数) that the analyser cuts elsewhere, "" for other forms."""
    stem, suffix = form[:-1], patterns("suffix_readings.tsv").get(form[-1:])
    entries = knowledge.of(stem).entries if suffix and len(stem) >= SHORTEST_STEM else ()
    if not entries or not suffix or any(usual.startswith(_plain(entry.reading)) for entry in entries):
        return ""
    alone = reading_of(stem)
    return "" if usual.startswith(alone) else _plain(entries[0].reading) + suffix[0]


def _between(text: str, *, is_behind: bool) -> str:
    """The reading of what stands between units; a single kanji behind one is read as a suffix."""
    if is_behind and text in patterns("suffix_readings.tsv"):
        return patterns("suffix_readings.tsv")[text][0]
    return reading_of(text) if text else ""


def _unit_reading(unit: Run, usual: str, knowledge: Knowledge) -> str:
    """The reading of a part of a compound where `usual`, the analyser's reading of the whole, has another, else ""."""
    form = text_of(unit)
    if row := _row_reading(form):
        return row
    if len(unit) == 1:
        return _full_name_reading(form, knowledge) if unit[0].name is NameKind.PERSON else ""
    readings = [_plain(entry.reading) for entry in knowledge.of(form).entries]
    if not readings or not HAS_KANJI.search(form) or any(reading in usual for reading in readings):
        return ""
    alone = reading_of(form)
    return alone if alone in readings or alone in usual else readings[0]


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
            return _chosen(spelling, entries)
    return ""


def _chosen(form: str, entries: tuple[DictionaryEntry, ...]) -> str:
    """The dictionary's reading; of words written alike (市場) the one that the analyser takes, if it is as usual."""
    first = entries[0]
    alike = [entry.reading for entry in entries if entry.primary and bool(entry.priority) >= bool(first.priority)]
    if len(alike) < 2:
        return first.reading
    usual = reading_of(form)
    return usual if usual in map(_plain, alike) else first.reading
