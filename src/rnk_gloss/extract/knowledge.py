"""What the dictionary says about a form, asked in the extractor's terms."""

from __future__ import annotations

import math
from functools import cached_property

from rnk_gloss.lexicon.dictionary import DictionaryEntry, Lexicon, NameEntry
from rnk_gloss.lexicon.priority import is_common, news_rank

UNIT_NAME_TYPES = frozenset({"organization", "place"})
NAME_TYPES = frozenset({"place", "organization", "person", "company", "product", "unclass", "work", "station"})
GIVEN_NAME_TYPES = frozenset({"given", "fem", "masc"})
# Words per 500-word band nf01 … nf48 follow Zipf's law: a word of band b makes up about one in 5000·b of a newspaper.
OCCURRENCES_PER_MILLION_IN_FIRST_BAND = 200.0
UNRANKED_COMMON_BAND = 40
# About 1 KB each; an article of 10,000 characters asks for some 5,000 forms.
MOST_FACTS = 131_072


class Facts:
    """What is known of one form; each question is answered once."""

    def __init__(self, form: str, lexicon: Lexicon) -> None:
        self.form = form
        self._lexicon = lexicon

    @cached_property
    def entries(self) -> tuple[DictionaryEntry, ...]:
        return self._lexicon.entries(self.form)

    @cached_property
    def names(self) -> tuple[NameEntry, ...]:
        return self._lexicon.names(self.form)

    @cached_property
    def name_types(self) -> frozenset[str]:
        return frozenset(kind for name in self.names for kind in name.types)

    @cached_property
    def is_word(self) -> bool:
        return self._lexicon.knows(self.form)

    @property
    def is_full_name(self) -> bool:
        """Whether this is the whole name of a person and no word."""
        return "person" in self.name_types and not self.is_word

    @property
    def is_person(self) -> bool:
        return not self.name_types.isdisjoint({"person", "surname"})

    @property
    def is_given_name(self) -> bool:
        """Whether this is a given name and not a common word as well."""
        return not self.name_types.isdisjoint(GIVEN_NAME_TYPES) and not self.commonness

    @cached_property
    def is_place(self) -> bool:
        glosses = (gloss for entry in self.entries for sense in entry.senses[:1] for gloss in sense.glosses)
        return "place" in self.name_types or any("country" in gloss for gloss in glosses)

    @cached_property
    def is_unit(self) -> bool:
        """Whether this is a word, or a place or organisation by name."""
        return self.is_word or not self.name_types.isdisjoint(UNIT_NAME_TYPES)

    @property
    def is_listed_name(self) -> bool:
        return not self.name_types.isdisjoint(NAME_TYPES)

    @cached_property
    def is_proper_unit(self) -> bool:
        """Whether this is a name: listed as one, or a word whose English begins with a capital letter."""
        if not self.name_types.isdisjoint(UNIT_NAME_TYPES | {"person"}):
            return True
        firsts = (entry.senses[0].glosses[0] for entry in self.entries if entry.senses and entry.senses[0].glosses)
        return any(gloss[:1].isupper() for gloss in firsts)

    @cached_property
    def is_capitalised(self) -> bool:
        """Whether the dictionary's likeliest word written so has English with a capital letter, as names have it."""
        senses = self.entries[0].senses if self.entries else ()
        return bool(senses and senses[0].glosses) and senses[0].glosses[0][:1].isupper()

    @cached_property
    def fields(self) -> frozenset[str]:
        """The fields of which the dictionary says that the word is used in its first meaning."""
        return frozenset(field for entry in self.entries[:1] for sense in entry.senses[:1] for field in sense.fields)

    @cached_property
    def band(self) -> int | None:
        """The newspaper frequency band 1 (the 500 most frequent words) to 48, or None for a word that is not ranked."""
        return min(filter(None, map(news_rank, self.entries)), default=None)

    @cached_property
    def commonness(self) -> float:
        """How common the word is in general text: ln(1 + occurrences in a million words), 0 for unranked words."""
        band = self.band
        if band is None:
            if not any(map(is_common, self.entries)):
                return 0.0
            band = UNRANKED_COMMON_BAND
        return math.log1p(OCCURRENCES_PER_MILLION_IN_FIRST_BAND / band)


class Knowledge:
    """The facts of the forms that one extraction asks for, the last ones kept in memory."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self._facts: dict[str, Facts] = {}

    def of(self, form: str) -> Facts:
        """The facts of a form; without a dictionary all of them are negative."""
        facts = self._facts.get(form)
        if facts is None:
            if len(self._facts) >= MOST_FACTS:
                self._facts.clear()
            facts = self._facts[form] = Facts(form, self.lexicon)
        return facts
