"""Putting words and names together from the tables of `jamdict.db`, for one range of entry numbers."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from rnk_gloss.lexicon.dictionary import NameEntry, Sense
from rnk_gloss.lexicon.priority import USUALLY_KANA
from rnk_gloss.lexicon.writer import Name, Word, WordForm

IRREGULAR_SPELLINGS = frozenset(
    {
        "irregular okurigana usage",
        "out-dated or obsolete kana usage",
        "word containing irregular kana usage",
        "word containing irregular kanji usage",
        "word containing out-dated kanji",
    }
)


@dataclass(frozen=True, slots=True)
class _Spelling:
    """A row of Kanji or Kana; a kana spelling may be the reading of some kanji spellings only, or of none."""

    text: str
    priority: tuple[str, ...]
    irregular: bool
    kanji_only: frozenset[str]
    without_kanji: bool


@dataclass(frozen=True, slots=True)
class _LimitedSense:
    """A sense that may hold for some kanji or some kana spellings only (for all when empty)."""

    sense: Sense
    kanji_only: frozenset[str]
    kana_only: frozenset[str]


class SourceRange:
    """The entries whose numbers lie between `low` and `high`, both included."""

    def __init__(self, connection: sqlite3.Connection, low: int, high: int) -> None:
        self._connection = connection
        self._bounds = (low, high)

    def words(self) -> Iterator[Word]:
        """The JMdict entries that have an English gloss, by number."""
        all_senses = self._senses()
        kanji = self._spellings("Kanji", "KJP", "KJI", limits={}, without_kanji=frozenset())
        kana = self._spellings(
            "Kana", "KNP", "KNI", limits=self._tags("Kana", "KNR", "kid"), without_kanji=self._without_kanji()
        )
        for number, keys in self._lists(
            "SELECT idseq, ID FROM Sense WHERE idseq BETWEEN ? AND ? ORDER BY idseq, ID"
        ).items():
            senses = [all_senses[key] for key in keys if key in all_senses]
            if senses:
                forms = (
                    *_kanji_forms(kanji.get(number, ()), kana.get(number, ()), senses),
                    *_kana_forms(kanji.get(number, ()), kana.get(number, ()), senses),
                )
                yield Word(number, forms, tuple(limited.sense for limited in senses))

    def names(self) -> Iterator[Name]:
        """The JMnedict entries, by number; forms are the kanji spellings, or the kana where there are none."""
        kanji = self._lists("SELECT idseq, text FROM NEKanji WHERE idseq BETWEEN ? AND ? ORDER BY idseq, ID")
        kana = self._lists("SELECT idseq, text FROM NEKana WHERE idseq BETWEEN ? AND ? ORDER BY idseq, ID")
        glosses = self._tags("NETranslation", "NETransGloss", "tid", english=True)
        types = self._tags("NETranslation", "NETransType", "tid")
        keys_by_number = self._lists(
            "SELECT idseq, ID FROM NETranslation WHERE idseq BETWEEN ? AND ? ORDER BY idseq, ID"
        )
        for number, keys in keys_by_number.items():
            readings = kana.get(number, [""])
            yield Name(
                number,
                tuple(
                    NameEntry(form, readings[0], tuple(glosses[key]), tuple(types.get(key, ())))
                    for form in kanji.get(number, readings)
                    for key in keys
                    if key in glosses
                ),
            )

    def _senses(self) -> dict[int, _LimitedSense]:
        parts_of_speech, marks, fields, kanji_only, kana_only = (
            self._tags("Sense", table, "sid") for table in ("pos", "misc", "field", "stagk", "stagr")
        )
        return {
            key: _LimitedSense(
                Sense(
                    tuple(glosses),
                    tuple(parts_of_speech.get(key, ())),
                    tuple(marks.get(key, ())),
                    tuple(fields.get(key, ())),
                ),
                frozenset(kanji_only.get(key, ())),
                frozenset(kana_only.get(key, ())),
            )
            for key, glosses in self._tags("Sense", "SenseGloss", "sid", english=True).items()
        }

    def _spellings(
        self,
        table: str,
        priority_table: str,
        note_table: str,
        *,
        limits: dict[int, list[str]],
        without_kanji: frozenset[int],
    ) -> dict[int, list[_Spelling]]:
        priorities, notes = self._tags(table, priority_table, "kid"), self._tags(table, note_table, "kid")
        query = f"SELECT idseq, ID, text FROM {table} WHERE idseq BETWEEN ? AND ? ORDER BY idseq, ID"
        spellings: dict[int, list[_Spelling]] = {}
        for number, key, text in self._connection.execute(query, self._bounds):
            spelling = _Spelling(
                text,
                tuple(priorities.get(key, ())),
                irregular=not IRREGULAR_SPELLINGS.isdisjoint(notes.get(key, ())),
                kanji_only=frozenset(limits.get(key, ())),
                without_kanji=key in without_kanji,
            )
            spellings.setdefault(number, []).append(spelling)
        return spellings

    def _without_kanji(self) -> frozenset[int]:
        query = "SELECT ID FROM Kana WHERE nokanji = 1 AND idseq BETWEEN ? AND ?"
        return frozenset(key for (key,) in self._connection.execute(query, self._bounds))

    def _tags(self, owner: str, table: str, key: str, *, english: bool = False) -> dict[int, list[str]]:
        """The texts of `table` by the row of `owner` that they belong to."""
        # coalesce and CROSS JOIN keep SQLite to the order below; left alone it walks all English rows by their index.
        language = "AND coalesce(t.lang, '') IN ('', 'eng')" if english else ""
        return self._lists(
            f"SELECT o.ID, t.text FROM {owner} o CROSS JOIN {table} t ON t.{key} = o.ID"
            f" WHERE o.idseq BETWEEN ? AND ? {language} ORDER BY o.idseq, o.ID, t.rowid"
        )

    def _lists(self, query: str) -> dict[int, list[Any]]:
        lists: dict[int, list[Any]] = {}
        for key, value in self._connection.execute(query, self._bounds):
            lists.setdefault(key, []).append(value)
        return lists


def _kanji_forms(
    kanji: Sequence[_Spelling], kana: Sequence[_Spelling], senses: Sequence[_LimitedSense]
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
    kanji: Sequence[_Spelling], kana: Sequence[_Spelling], senses: Sequence[_LimitedSense]
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
