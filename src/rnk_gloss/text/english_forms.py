"""English words through their inflections: treaty, treaties; sign, signed, signing. Derivations are other words.

A stemmer would not do: it makes *nation* and *national*, *international* and *intern* one word.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from rnk_gloss.text.american_spellings import american
from rnk_gloss.text.normalise import compatible

_HYPHENS = "-‐‑"
_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+(?:['’][^\W_]+)*")
# One short vowel between consonants: of rat comes ratting, and rating of rate.
_DOUBLES_ITS_END = re.compile("[^aeiouy]+[aeiou][bdgklmnprtvz]")
_VOWEL = re.compile("[aeiouy]")
_DOUBLE = re.compile(r"([bdfgklmnprtvz])\1$")
_UNSTABLE_END = re.compile("[aeiousy]+$")
_LEADING = frozenset({"the", "a", "an", "to"})
_ARTICLES = frozenset({"the", "a", "an"})
_INSIDE = frozenset({"", ","})

_IRREGULAR_NOUNS = """
men=man women=woman children=child feet=foot teeth=tooth mice=mouse geese=goose oxen=ox criteria=criterion
phenomena=phenomenon media=medium data=datum indices=index matrices=matrix appendices=appendix vertices=vertex
axes=axis lives=life wives=wife knives=knife halves=half shelves=shelf leaves=leaf thieves=thief wolves=wolf
loaves=loaf selves=self calves=calf bacteria=bacterium strata=stratum referenda=referendum memoranda=memorandum
curricula=curriculum stimuli=stimulus nuclei=nucleus fungi=fungus formulae=formula larvae=larva
"""
_IRREGULAR_VERBS = """
held=hold made=make took=take taken=take wrote=write written=write gave=give given=give went=go gone=go came=come
became=become built=build sent=send spent=spend paid=pay said=say sold=sell bought=buy brought=bring kept=keep
lost=lose met=meet led=lead fought=fight sought=seek taught=teach thought=think caught=catch broke=break
broken=break spoke=speak spoken=speak chose=choose chosen=choose drew=draw drawn=draw drove=drive driven=drive
fell=fall fallen=fall grew=grow grown=grow knew=know known=know rose=rise risen=rise saw=see seen=see shown=show
stole=steal stolen=steal threw=throw thrown=throw won=win began=begin begun=begin ran=run swore=swear sworn=swear
withdrew=withdraw withdrawn=withdraw withheld=withhold upheld=uphold undertook=undertake undertaken=undertake
overthrew=overthrow overthrown=overthrow bound=bind laid=lay struck=strike stood=stand understood=understand
told=tell felt=feel dealt=deal meant=mean lent=lend forbade=forbid forbidden=forbid froze=freeze frozen=freeze
hid=hide hidden=hide shot=shoot sank=sink sunk=sink swept=sweep tore=tear torn=tear wore=wear worn=wear
dying=die lying=lie tying=tie
"""
# What may go before them: underwent, overcame, resent.
_BEFORE_VERBS = ("", "under", "over", "out", "re", "un", "mis", "fore")
# Adjectives of which a comparative is formed; a rule without them would make *number* one of *numb*.
_ADJECTIVES = """
big bold brave brief bright broad calm cheap clean clear close cold cool cruel damp dark dear deep dense dim dirty dry
dull early easy fair faint fast fat few fierce fine firm fit flat fresh full grand grave great gross happy hard harsh
healthy heavy high hot huge humble kind large late lazy light likely long loose loud low lucky mild narrow near neat new
noble noisy old pale plain poor proud pure quick quiet rare ready rich ripe rough round safe sad severe shallow sharp
short sick silent simple slight slim slow small smart smooth soft steady steep stiff strange strict strong subtle sweet
swift tall tasty thick thin tidy tight tiny tough true ugly warm weak wealthy wet wide wild wise young
"""
_UNEQUAL = "better=good best=good worse=bad worst=bad further=far furthest=far farther=far farthest=far"
_LAST_IS_DOUBLED = frozenset({"big", "dim", "fat", "fit", "flat", "hot", "sad", "slim", "thin", "wet"})
# Plurals to look at, and no forms of new, beside and alway.
_NO_PLURALS = frozenset({"news", "besides", "always"})


def _pairs(table: str) -> list[tuple[str, str]]:
    return [(form, base) for form, _, base in (pair.partition("=") for pair in table.split())]


def _degrees(adjective: str) -> tuple[str, str]:
    """The comparative and the superlative of an adjective that forms them with -er and -est."""
    stem = adjective
    if adjective.endswith("e"):
        stem = adjective[:-1]
    elif adjective.endswith("y") and adjective[-2] not in "aeiou":
        stem = f"{adjective[:-1]}i"
    elif adjective in _LAST_IS_DOUBLED:
        stem = adjective + adjective[-1]
    return f"{stem}er", f"{stem}est"


_BASES = dict((*_pairs(_IRREGULAR_NOUNS), *_pairs(_UNEQUAL)))
_BASES |= {before + form: before + base for before in _BEFORE_VERBS for form, base in _pairs(_IRREGULAR_VERBS)}
_BASES |= {form: adjective for adjective in _ADJECTIVES.split() for form in _degrees(adjective)}


class EnglishWord(NamedTuple):
    """A word at `text[start:end]`, as it stands there without its possessive ending or the stops of U.S."""

    start: int
    end: int
    written: str

    @property
    def is_acronym(self) -> bool:
        """Whether it is written in capitals throughout: WHO, G7; not the article A."""
        return len(self.written) > 1 and self.written.isupper()


def english_words(text: str) -> list[EnglishWord]:
    """The words of a text in order, cut at hyphens."""
    return [EnglishWord(match.start(), match.end(), _written(match.group())) for match in _WORD.finditer(text)]


def joined_at_hyphens(words: list[EnglishWord], text: str) -> list[EnglishWord]:
    """The words, with those between which there is but a hyphen made one: cease-fire is ceasefire."""
    joined: list[EnglishWord] = []
    for word in words:
        if joined and word.start == joined[-1].end + 1 and text[joined[-1].end] in _HYPHENS:
            last = joined.pop()
            word = EnglishWord(last.start, word.end, last.written + word.written)
        joined.append(word)
    return joined


def without_leading(words: list[EnglishWord]) -> list[EnglishWord]:
    """A term's words without the article or *to* that a glossary writes before it."""
    return words[1:] if len(words) > 1 and words[0].written.lower() in _LEADING else words


def without_articles(words: list[EnglishWord], text: str) -> list[EnglishWord]:
    """The words of a text without the articles inside its sentences; a capital A may be a letter (vitamin A)."""
    return [
        word
        for before, word in zip([None, *words], words, strict=False)
        if word.written not in _ARTICLES or (before and text[before.end : word.start].strip() not in _INSIDE)
    ]


def _written(word: str) -> str:
    word = word.replace("’", "'")
    if word.endswith("."):
        return word.replace(".", "")
    return word[:-2] if word[-2:].lower() == "'s" and len(word) > 2 else word


@lru_cache(65_536)
def word_key(word: str) -> str:
    """What all inflections of a word have in common. Unlike words may share it, too: ask `are_one_word`."""
    word = american(compatible(word))
    word = _BASES.get(word, word)
    word = word.rstrip("s") or word
    # Again and again, for the base can look like an inflection itself: proceed, proceeding.
    while (stem := _without_ending(word)) != word:
        word = stem
    # What stands at the end can be of the word or of its ending: impose, imposed; gas, gases; treaty, treaties.
    short = _UNSTABLE_END.sub("", word) or word[:1]
    return short[:-1] if _DOUBLE.search(short) else short


def _without_ending(word: str) -> str:
    for ending in ("ing", "ed"):
        stem = word.removesuffix(ending)
        if stem != word and len(stem) > 1 and _VOWEL.search(stem):
            return stem
    return word


def are_one_word(one: str, other: str) -> bool:
    """Whether two words, in any case, can be inflections of one: signs and signed, but not plan and plane."""
    one, other = american(compatible(one)), american(compatible(other))
    return one == other or not _possible_bases(one).isdisjoint(_possible_bases(other))


@lru_cache(16_384)
def _possible_bases(word: str) -> frozenset[str]:
    """The word itself and the words of which it can be an inflection by English spelling."""
    found = {word, _BASES.get(word, word)}
    if word.endswith("s") and not word.endswith("ss") and word not in _NO_PLURALS:
        found.add(word[:-1])
        if word.endswith("ies"):
            found.add(word[:-3] + "y")
        if word.endswith(("ses", "xes", "zes", "ches", "shes", "oes")):
            found.add(word[:-2])
        if word.endswith("ses"):
            found.add(word[:-2] + "is")
        if word.endswith("xes"):
            found.add(word[:-2] + "is")
    for ending in ("ing", "ed"):
        stem = word.removesuffix(ending)
        if stem == word or not _VOWEL.search(stem):
            continue
        found.add(stem + "e")
        if not _DOUBLES_ITS_END.fullmatch(stem):
            found.add(stem)
        if _DOUBLE.search(stem) or stem.endswith("ss"):
            found.add(stem[:-1])
        if ending == "ed" and stem.endswith("i"):
            found.add(stem[:-1] + "y")
    return frozenset(base for base in found if len(base) > 1 or base == word)
