"""What JMdict's priority tags and usage marks say about how common a word is."""

from __future__ import annotations

from collections.abc import Sequence

from rnk_gloss.lexicon.dictionary import DictionaryEntry, Sense

COMMON_TAGS = frozenset({"news1", "ichi1", "spec1", "spec2", "gai1"})
USUALLY_KANA = "word usually written using kana alone"
RARE_MARKS = frozenset({"archaism", "obsolete term", "obscure term", "rare", "dated term"})


def news_rank(entry: DictionaryEntry) -> int | None:
    """The word's band in a frequency list of newspaper words, 1 (the first 500) to 48, or None when it is not listed.

    From JMdict's tags `nf01` … `nf48`, which count in steps of 500 words of the Mainichi Shimbun.
    """
    return _news_rank(entry.priority)


def is_common(entry: DictionaryEntry) -> bool:
    """Whether JMdict counts the entry, written so, among the common words: a tag news1, ichi1, spec1, spec2 or gai1."""
    return any(tag in COMMON_TAGS for tag in entry.priority)


def form_merit(priority: Sequence[str], *, primary: bool, irregular: bool, senses: Sequence[Sense]) -> int:
    """The place of an entry among those written alike; the smallest is the likeliest to be meant.

    Counted first is whether the spelling has a priority tag, then whether it is the usual spelling of its entry, then
    the frequency band. Outdated and irregular spellings, and words that are only archaic or rare, come last.
    """
    merit = _news_rank(priority) or (30 if any(tag in COMMON_TAGS for tag in priority) else 49)
    if not priority:
        merit += 200
    if not primary:
        merit += 100
    if irregular:
        merit += 400
    if all(any(mark in RARE_MARKS for mark in sense.marks) for sense in senses):
        merit += 400
    return merit


def _news_rank(priority: Sequence[str]) -> int | None:
    return next((int(tag[2:]) for tag in priority if tag.startswith("nf") and tag[2:].isdecimal()), None)
