"""Putting words and names together from the tables of `jamdict.db`, for one range of entry numbers."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from typing import Any

from rnk_gloss.lexicon.dictionary import Sense
from rnk_gloss.lexicon.word_forms import (
    IRREGULAR_SPELLINGS,
    LimitedSense,
    Spelling,
    Translation,
    assembled_name,
    assembled_word,
)
from rnk_gloss.lexicon.writer import Name, Word


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
                yield assembled_word(number, kanji.get(number, ()), kana.get(number, ()), senses)

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
            translations = [
                Translation(tuple(glosses[key]), tuple(types.get(key, ()))) for key in keys if key in glosses
            ]
            yield assembled_name(number, kanji.get(number, ()), kana.get(number, ()), translations)

    def _senses(self) -> dict[int, LimitedSense]:
        parts_of_speech, marks, fields, kanji_only, kana_only = (
            self._tags("Sense", table, "sid") for table in ("pos", "misc", "field", "stagk", "stagr")
        )
        return {
            key: LimitedSense(
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
    ) -> dict[int, list[Spelling]]:
        priorities, notes = self._tags(table, priority_table, "kid"), self._tags(table, note_table, "kid")
        query = f"SELECT idseq, ID, text FROM {table} WHERE idseq BETWEEN ? AND ? ORDER BY idseq, ID"
        spellings: dict[int, list[Spelling]] = {}
        for number, key, text in self._connection.execute(query, self._bounds):
            spelling = Spelling(
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
