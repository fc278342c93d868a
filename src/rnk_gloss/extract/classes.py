"""Words as the extractor sees them: a surface, its place, and one of a dozen classes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from rnk_gloss.extract.wordlists import affixes
from rnk_gloss.text.tokens import Token

# Greek letters too, as in β遮断薬.
LATIN = re.compile(r"[A-Za-zΑ-Ωα-ω][A-Za-z0-9\-.&]*")


class WordClass(StrEnum):
    """What a word can do in a noun run."""

    NOUN = "noun"
    VERBAL_NOUN = "verbal noun"
    PROPER = "proper noun"
    NUMERAL = "numeral"
    PREFIX = "prefix"
    SUFFIX = "suffix"
    COUNTER = "counter"
    TEKI = "的"
    ADJECTIVAL = "adjectival noun"
    LATIN = "Latin letters"
    ADVERBIAL = "adverbial noun"
    PRONOUN = "pronoun"
    MIDDOT = "middle dot"
    OTHER = "other"


class NameKind(StrEnum):
    """What a proper noun names, as far as the analyser or the dictionary says so."""

    NONE = ""
    SURNAME = "surname"
    GIVEN_NAME = "given name"
    PERSON = "person"
    COUNTRY = "country"
    PLACE = "place"


IN_RUNS = frozenset(WordClass) - {WordClass.PRONOUN, WordClass.MIDDOT, WordClass.OTHER}


@dataclass(frozen=True, slots=True)
class Word:
    """One word: `start:end` is its place in the analysed text."""

    text: str
    kind: WordClass
    start: int
    end: int
    name: NameKind = NameKind.NONE

    @property
    def is_proper(self) -> bool:
        return self.kind is WordClass.PROPER


def word_of(token: Token) -> Word:
    """The word that a Sudachi token is."""
    kind, name = _kinds(token.surface, token.part_of_speech)
    return Word(token.surface, kind, token.start, token.end, name)


@lru_cache(maxsize=16_384)
def _kinds(surface: str, part_of_speech: tuple[str, ...]) -> tuple[WordClass, NameKind]:
    return _class_of(surface, part_of_speech), _name_kind(part_of_speech)


def _class_of(surface: str, part_of_speech: tuple[str, ...]) -> WordClass:
    major, minor, detail = (*part_of_speech, "", "", "")[:3]
    if major == "名詞":
        return _noun_class(surface, minor, detail)
    if major == "接尾辞":
        return _suffix_class(surface, minor, detail)
    if major in {"補助記号", "記号", "空白"}:
        return _sign_class(surface)
    if major == "形状詞" and minor != "助動詞語幹":
        return WordClass.ADJECTIVAL
    return {"代名詞": WordClass.PRONOUN, "接頭辞": WordClass.PREFIX}.get(major, WordClass.OTHER)


def _noun_class(surface: str, minor: str, detail: str) -> WordClass:
    if minor == "固有名詞":
        return WordClass.PROPER
    if minor == "数詞":
        return WordClass.NUMERAL
    if minor == "助動詞語幹":
        return WordClass.OTHER
    if detail.startswith("サ変"):
        return WordClass.VERBAL_NOUN
    if surface in affixes("qualifying adverbials"):
        return WordClass.NOUN
    by_detail = {"助数詞可能": WordClass.COUNTER, "副詞可能": WordClass.ADVERBIAL}
    return by_detail.get(detail, WordClass.LATIN if LATIN.fullmatch(surface) else WordClass.NOUN)


def _suffix_class(surface: str, minor: str, detail: str) -> WordClass:
    if surface == "的":
        return WordClass.TEKI
    if minor != "名詞的":
        return WordClass.OTHER
    return WordClass.COUNTER if detail == "助数詞" else WordClass.SUFFIX


def _sign_class(surface: str) -> WordClass:
    if LATIN.fullmatch(surface):
        return WordClass.LATIN
    if surface.isdigit():
        return WordClass.NUMERAL
    return WordClass.MIDDOT if surface == "・" else WordClass.OTHER


def _name_kind(part_of_speech: tuple[str, ...]) -> NameKind:
    if len(part_of_speech) < 4 or part_of_speech[1] != "固有名詞":
        return NameKind.NONE
    field, detail = part_of_speech[2:4]
    if field == "人名":
        return {"姓": NameKind.SURNAME, "名": NameKind.GIVEN_NAME}.get(detail, NameKind.PERSON)
    if field == "地名":
        return NameKind.COUNTRY if detail == "国" else NameKind.PLACE
    return NameKind.NONE


def text_of(words: tuple[Word, ...]) -> str:
    """The words' surfaces joined; white space between them is left out."""
    return "".join([word.text for word in words])
