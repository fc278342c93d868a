"""A tiny database with the tables of jamdict-data that the dictionary is made from, for tests."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

NOUN = "noun (common) (futsuumeishi)"

SCHEMA = """
CREATE TABLE meta (key TEXT, value TEXT);
CREATE TABLE Entry (idseq INTEGER);
CREATE TABLE Kanji (ID INTEGER PRIMARY KEY, idseq INTEGER, text TEXT);
CREATE TABLE KJI (kid INTEGER, text TEXT);
CREATE TABLE KJP (kid INTEGER, text TEXT);
CREATE TABLE Kana (ID INTEGER PRIMARY KEY, idseq INTEGER, text TEXT, nokanji BOOLEAN);
CREATE TABLE KNI (kid INTEGER, text TEXT);
CREATE TABLE KNP (kid INTEGER, text TEXT);
CREATE TABLE KNR (kid INTEGER, text TEXT);
CREATE TABLE Sense (ID INTEGER PRIMARY KEY, idseq INTEGER);
CREATE TABLE SenseGloss (sid INTEGER, lang TEXT, gend TEXT, text TEXT);
CREATE TABLE pos (sid INTEGER, text TEXT);
CREATE TABLE misc (sid INTEGER, text TEXT);
CREATE TABLE field (sid INTEGER, text TEXT);
CREATE TABLE stagk (sid INTEGER, text TEXT);
CREATE TABLE stagr (sid INTEGER, text TEXT);
CREATE TABLE NEEntry (idseq INTEGER);
CREATE TABLE NEKanji (ID INTEGER PRIMARY KEY, idseq INTEGER, text TEXT);
CREATE TABLE NEKana (ID INTEGER PRIMARY KEY, idseq INTEGER, text TEXT, nokanji BOOLEAN);
CREATE TABLE NETranslation (ID INTEGER PRIMARY KEY, idseq INTEGER);
CREATE TABLE NETransGloss (tid INTEGER, lang TEXT, gend TEXT, text TEXT);
CREATE TABLE NETransType (tid INTEGER, text TEXT);
"""

# 1: two spellings with a reading each, a sense of one spelling only, a gloss in another language
# 2: written full-width, usually in kana, with an outdated spelling; 3: no English at all
ROWS = f"""
INSERT INTO meta VALUES ('jmnedict.date', '2020-05-29');
INSERT INTO Entry VALUES (1), (2), (3), (9999999);
INSERT INTO Kanji VALUES (1, 1, '協定'), (2, 1, '共定'), (3, 2, 'ＡＢ制'), (4, 2, 'ＡＢ製'), (5, 3, '無訳'),
  (6, 9999999, '作成日');
INSERT INTO KJP VALUES (1, 'news1'), (1, 'nf03');
INSERT INTO KJI VALUES (4, 'word containing out-dated kanji');
INSERT INTO Kana VALUES (1, 1, 'きょうてい', 0), (2, 1, 'きょうじょう', 0), (3, 2, 'エービーせい', 0),
  (4, 3, 'むやく', 0), (5, 9999999, 'さくせいび', 0), (0, 1, 'キョーテイ', 1);
INSERT INTO KNP VALUES (1, 'news1');
INSERT INTO KNR VALUES (2, '共定'), (1, '協定');
INSERT INTO Sense VALUES (1, 1), (2, 1), (3, 2), (4, 3), (5, 9999999);
INSERT INTO SenseGloss VALUES (1, 'eng', '', 'agreement'), (1, '', '', 'accord'), (1, 'ger', '', 'Abkommen'),
  (2, NULL, '', 'joint rule'), (3, 'eng', '', 'AB system'), (4, 'ger', '', 'ohne'),
  (5, 'eng', '', 'Project - Creation Date: 2021-04-17');
INSERT INTO pos VALUES (1, '{NOUN}'), (2, '{NOUN}'), (3, '{NOUN}');
INSERT INTO misc VALUES (3, 'word usually written using kana alone');
INSERT INTO field VALUES (1, 'law');
INSERT INTO stagk VALUES (2, '共定');
INSERT INTO NEEntry VALUES (11), (12);
INSERT INTO NEKanji VALUES (1, 11, '青葉'), (2, 11, '靑葉');
INSERT INTO NEKana VALUES (1, 11, 'あおば', 0), (2, 12, 'アオバ', 0);
INSERT INTO NETranslation VALUES (1, 11), (2, 11), (3, 12);
INSERT INTO NETransGloss VALUES (1, 'eng', '', 'Aoba'), (2, 'eng', '', 'Aoba Ward'), (3, 'eng', '', 'Aoba (ship)');
INSERT INTO NETransType VALUES (1, 'surname'), (1, 'fem'), (2, 'place'), (3, 'product');
"""


def small_source(path: Path) -> Path:
    """Writes the database and gives its path back."""
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript("PRAGMA synchronous = OFF;" + SCHEMA + ROWS)
    return path
