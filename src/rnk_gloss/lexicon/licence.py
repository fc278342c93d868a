"""Whose the dictionary data is, and under which terms it may be used."""

from __future__ import annotations

# Shown by `rnk-gloss lexicon info`, stored in every dictionary file, and part of the project's NOTICE.
DICTIONARY_NOTICE = """\
The English that rnk-gloss takes from a dictionary comes from JMdict (words) and JMnedict (names of people, places and
organisations). Both files are the property of the Electronic Dictionary Research and Development Group (EDRDG) and are
used in conformance with the Group's licence:

    https://www.edrdg.org/
    https://www.edrdg.org/edrdg/licence.html
    https://www.edrdg.org/wiki/index.php/JMdict-EDICT_Dictionary_Project

The Group publishes the files under the Creative Commons Attribution-ShareAlike Licence, today in version 4.0
(https://creativecommons.org/licenses/by-sa/4.0/). The edition in the package jamdict-data 1.5, of 2021, was published
under version 3.0 (https://creativecommons.org/licenses/by-sa/3.0/).

The data is not part of rnk-gloss: the dictionary file is made on the user's machine from the installed jamdict-data, or
from files that the user names (`lexicon build --source`); what such a file has of its own is under its own terms. A
rendering from a dictionary says so in its origin, also in exports. Whoever passes on a substantial part of such
renderings, for instance as a word list, names JMdict and JMnedict and the Group as their source and shares that part
alike. The files come without any warranty.
"""
