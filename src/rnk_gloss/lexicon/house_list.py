"""The house list: established names of international politics with their English, and names with a number in them."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from functools import cache
from importlib.resources import files

from rnk_gloss.lexicon.established_name import CATEGORIES, EstablishedName, name_key
from rnk_gloss.lexicon.own_names import own_names_by_key
from rnk_gloss.text.japanese_numbers import numeral_value
from rnk_gloss.text.number_readings import number_reading

__all__ = ["CATEGORIES", "EstablishedName", "established", "established_names", "established_surname"]

# In a row, an N that stands alone is the place of a number: 火星N, *Hwasong-N*.
_PLACE = re.compile(r"(?<![A-Za-z])N(?![A-Za-z])")
_KANJI_NAME = re.compile("[一-龥々]{2,5}")
# So many established persons, and this share of those whose names begin alike, make a surname.
_FEWEST_BEARERS, _MOST_OF = 2, 0.6
_NUMERAL = re.compile("[0-9]+|[〇零一二三四五六七八九十百千]+")


def established(form: str) -> EstablishedName | None:
    """The row for a name in any of its spellings, the user's own list before the house list; None for other words.

    Width, spaces and ・ between parts do not matter. A row with N stands for every whole number in its place, in
    digits or kanji; what is returned has the number filled in. Raises `InputError` when the user's list is damaged.
    """
    key = name_key(form)
    own = own_names_by_key()
    if own and (found := own.get(key)) is not None:
        return found
    line = _line_by_key().get(key)
    return _row(line) if line is not None else _numbered(key)


def established_names() -> tuple[EstablishedName, ...]:
    """All rows of the house list, in its order; the user's own names are not among them."""
    return tuple(map(_row, _lines()))


def established_surname(kanji: str) -> tuple[str, int] | None:
    """The English of a surname of one or two kanji, and by how many established persons it is known, two at least; None
    for others. 金 is Kim by those who bear it, whatever other readings the character has."""
    return _surnames().get(kanji)


@cache
def _surnames() -> dict[str, tuple[str, int]]:
    bearers: dict[str, list[tuple[str, list[str]]]] = defaultdict(list)
    for name in established_names():
        form = name.japanese[0]
        if name.category == "person" and _KANJI_NAME.fullmatch(form):
            for length in (1, 2):
                bearers[form[:length]].append((form[length : length + 1], name.english[0].split()))
    found: dict[str, tuple[str, int]] = {}
    for kanji in sorted(bearers, key=len):
        counts = Counter(word for _, words in bearers[kanji] for word in dict.fromkeys(words))
        word, count = counts.most_common(1)[0]
        # Where all names with the word go on alike, the surname is longer: 小 in 小泉.
        following = {follows for follows, words in bearers[kanji] if word in words}
        is_surname = len(following) >= _FEWEST_BEARERS and count >= _MOST_OF * len(bearers[kanji])
        if is_surname and found.get(kanji[:1], ("", 0))[0] != word:
            found[kanji] = (word, count)
    return found


@cache
def _lines() -> tuple[str, ...]:
    text = files("rnk_gloss.lexicon").joinpath("house_list.tsv").read_text(encoding="utf-8")
    _header, *lines = text.rstrip("\n").split("\n")
    return tuple(lines)


# A text names few of the rows, so a row is taken apart when it is first wanted.
@cache
def _row(line: str) -> EstablishedName:
    japanese, reading, english, category, source = line.split("\t")
    return EstablishedName(tuple(japanese.split(" | ")), reading, tuple(english.split(" ; ")), category, source)


@cache
def _line_by_key() -> dict[str, str]:
    return {name_key(form): line for line in _lines() for form in line[: line.index("\t")].split(" | ")}


@cache
def _patterns() -> dict[str, str]:
    return {key: line for key, line in _line_by_key().items() if "N" in key and _PLACE.search(key)}


def _numbered(key: str) -> EstablishedName | None:
    """The row whose N is one of the key's numbers, with that number filled in."""
    if _NUMERAL.search(key) is None:
        return None
    for numeral in _NUMERAL.finditer(key):
        line = _patterns().get(f"{key[: numeral.start()]}N{key[numeral.end() :]}")
        if line is not None and (value := numeral_value(numeral[0])) is not None:
            return _filled_in(_row(line), str(value))
    return None


def _filled_in(pattern: EstablishedName, number: str) -> EstablishedName:
    return EstablishedName(
        tuple(_PLACE.sub(number, form) for form in pattern.japanese),
        _PLACE.sub(number_reading(number) or number, pattern.reading),
        tuple(_PLACE.sub(number, english) for english in pattern.english),
        pattern.category,
        pattern.source,
    )
