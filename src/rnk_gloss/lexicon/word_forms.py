"""Putting words and names together from what the dictionaries say of each spelling and each sense."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rnk_gloss.lexicon.dictionary import NameEntry, Sense
from rnk_gloss.lexicon.priority import USUALLY_KANA
from rnk_gloss.lexicon.writer import Name, Word, WordForm

IRREGULAR_SPELLINGS = frozenset(
    {
        "irregular okurigana usage",
        "out-dated or obsolete kana usage",
        "rarely used kana form",
        "rarely used kanji form",
        "search-only kana form",
        "search-only kanji form",
        "word containing irregular kana usage",
        "word containing irregular kanji usage",
        "word containing out-dated kanji",
    }
)


@dataclass(frozen=True, slots=True)
class Spelling:
    """A way to write a word; a kana spelling may be the reading of some kanji spellings only, or of none."""

    text: str
    priority: tuple[str, ...] = ()
    irregular: bool = False
    kanji_only: frozenset[str] = frozenset()
    without_kanji: bool = False


@dataclass(frozen=True, slots=True)
class LimitedSense:
    """A sense that may hold for some kanji or some kana spellings only (for all when empty)."""

    sense: Sense
    kanji_only: frozenset[str] = frozenset()
    kana_only: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Translation:
    """What a name is in Latin letters, and its types."""

    renderings: tuple[str, ...]
    types: tuple[str, ...] = ()


def assembled_word(
    number: int, kanji: Sequence[Spelling], kana: Sequence[Spelling], senses: Sequence[LimitedSense]
) -> Word:
    """The word with its forms: each tells its reading, and which senses may be written so."""
    forms = (*_kanji_forms(kanji, kana, senses), *_kana_forms(kanji, kana, senses))
    return Word(number, forms, tuple(limited.sense for limited in senses))


def assembled_name(number: int, kanji: Sequence[str], kana: Sequence[str], translations: Sequence[Translation]) -> Name:
    """The name with an entry for each form and translation; forms are the kanji, or the kana where there are none."""
    return Name(
        number,
        tuple(
            NameEntry(form, kana[0] if kana else "", translation.renderings, translation.types)
            for form in kanji or kana
            for translation in translations
        ),
    )


def _kanji_forms(
    kanji: Sequence[Spelling], kana: Sequence[Spelling], senses: Sequence[LimitedSense]
) -> Iterator[WordForm]:
    for place, spelling in enumerate(kanji):
        readings = [
            reading.text
            for reading in kana
            if not reading.without_kanji and (not reading.kanji_only or spelling.text in reading.kanji_only)
        ]
        holding = tuple(
            position
            for position, limited in enumerate(senses)
            if (not limited.kanji_only or spelling.text in limited.kanji_only)
            and (not limited.kana_only or not limited.kana_only.isdisjoint(readings))
        )
        if holding:
            yield WordForm(
                spelling.text,
                readings[0] if readings else "",
                spelling.priority,
                primary=place == 0,
                senses=holding if len(holding) < len(senses) else (),
                irregular=spelling.irregular,
            )


def _kana_forms(
    kanji: Sequence[Spelling], kana: Sequence[Spelling], senses: Sequence[LimitedSense]
) -> Iterator[WordForm]:
    in_kana = not kanji or any(USUALLY_KANA in limited.sense.marks for limited in senses[:1])
    for place, spelling in enumerate(kana):
        holding = tuple(
            position
            for position, limited in enumerate(senses)
            if not limited.kana_only or spelling.text in limited.kana_only
        )
        if holding:
            yield WordForm(
                spelling.text,
                spelling.text,
                spelling.priority,
                primary=place == 0 and in_kana,
                senses=holding if len(holding) < len(senses) else (),
                irregular=spelling.irregular,
            )
