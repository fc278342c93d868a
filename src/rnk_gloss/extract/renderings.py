"""English for the units that a term is composed of, by their role in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

from rnk_gloss.extract.fixed_units import KANJI_DIGITS, LATIN_UNIT, ORDINAL, Option, Role, fixed_options
from rnk_gloss.extract.knowledge import Knowledge
from rnk_gloss.extract.learned import LearnedWords, learned_words
from rnk_gloss.extract.names_by_sound import NamesBySound
from rnk_gloss.extract.wordings import is_american, same_term_key
from rnk_gloss.extract.wordlists import patterns
from rnk_gloss.lexicon.countries import country_in_english
from rnk_gloss.lexicon.gloss_words import content_words
from rnk_gloss.lexicon.house_list import established
from rnk_gloss.lexicon.renderings import Rendering, ranked_renderings
from rnk_gloss.lexicon.spellings import spelling_variants
from rnk_gloss.model.evidence_details import WordSource

# A gloss that explains instead of naming makes a poor part of a compound.
EXPLAINING = re.compile(
    r"^(?:[a-z]+ing |having |being |to |one's |for |something|someone|person who|with |in |by |at )"
    r"|\b(?:from|to|into|with|of|by|for|towards?|in|on)$"
    r"| (?:a|an|that|which|who|whose|when|where|having|being|as|is|are|your|his|etc) |, |\.\.\."
)
# As a modifier *participation in (a) war* is *war participation*.
LINKED = re.compile(r"(?P<act>[a-z]+) (?:of|in|to) (?:(?:a|an|the) )?(?P<what>[A-Za-z]+)")
# One letter of kana is a label (a class, a model), whatever words are written so.
SINGLE_KANA = re.compile(r"[ぁ-んァ-ヶ]")
LINK = re.compile(r" (?:of|on|to|into|for|in|with|against|between|from|toward) ")
LONGEST_OPTION = 4
MOST_OPTIONS = 7
SHARE_BESIDE_ADJECTIVE = 0.8
SHARE_OF_LONG_MODIFIER, SHARE_OF_LONG_HEAD = 0.55, 0.75
SHARE_OF_EXPLANATION = 0.4
SHARE_OF_TURNED = 0.7
SHARE_OF_VARIANT = 0.75
SHARE_OF_SUFFIXED = 0.8
SUFFIX_QUALITY = 0.6
SHARE_OF_PRINTED, SHARE_OF_SOUND = 0.7, 0.35
# A dictionary gloss counts DICTIONARY_SHARE of its score, a quarter of that where the compounds are fully trusted.
DICTIONARY_SHARE = 0.55
TRUST_OVER_DICTIONARY = 0.75
LEARNED_SHARE, LEAST_LEARNED, LEAST_TRUST = 0.9, 0.08, 0.25
LEAST_OF_PHRASE, LEAST_BESIDE_OTHERS, SHARE_OF_PART = 0.15, 0.4, 0.6
GLOSSARY_QUALITY, ESTABLISHED_QUALITY, LATER_ESTABLISHED = 1.0, 0.95, 0.85

# A rendering, the spelling under which the dictionary has it, and its share (0 to 1) for not being the form itself.
Listed = tuple[Rendering, str, float]


class Renderer:
    """English for units, each unit and role worked out once; `glossary` holds the user's approved terms."""

    def __init__(self, knowledge: Knowledge, glossary: Mapping[str, Sequence[str]], by_sound: NamesBySound) -> None:
        self._knowledge = knowledge
        self._glossary = glossary
        self._names = by_sound
        self._known: dict[tuple[str, Role], tuple[Option, ...]] = {}

    def options(self, unit: str, role: Role) -> tuple[Option, ...]:
        """The unit's wordings, best first; () where nothing is known."""
        key = (unit, role)
        if key not in self._known:
            self._known[key] = tuple(_best_of_each(self._all_options(unit, role))[:MOST_OPTIONS])
        return self._known[key]

    def is_fixed(self, unit: str, role: Role) -> bool:
        """Whether the unit's wordings are settled, or follow from its form or the list of parts."""
        return bool(self._fixed_options(unit, role))

    def is_settled(self, unit: str, role: Role) -> bool:
        """Whether the user's glossary or the house list has English for the unit that can stand in this role: *war with
        Utopia* cannot stand before a noun, *Bank of Utopia* can."""
        texts = [option.text for option in self._settled_options(unit)]
        return any(role is Role.HEAD or text[:1].isupper() or not LINK.search(text) for text in texts)

    def dictionary(self, form: str, *, as_name: bool = False) -> list[Listed]:
        """The dictionary's renderings of a form, or of the first of its other spellings that has any, best first."""
        lexicon = self._knowledge.lexicon
        found = [(rendering, form, 1.0) for rendering in ranked_renderings(lexicon, form, as_name=as_name)]
        if found:
            return found
        for spelling in spelling_variants(form):
            renderings = ranked_renderings(lexicon, spelling, as_name=as_name)
            if renderings:
                return [(rendering, spelling, SHARE_OF_VARIANT) for rendering in renderings]
        return []

    def _all_options(self, unit: str, role: Role) -> list[Option]:
        if fixed := self._fixed_options(unit, role):
            return fixed
        if SINGLE_KANA.fullmatch(unit):
            return []
        learned = learned_words(self._knowledge.lexicon, unit, role)
        found = list(self._from_dictionary(unit, role, learned))
        found += _from_compounds(unit, learned, parts_of_phrases((option.text for option in found), learned))
        if role is Role.MODIFIER and (adjectives := self._as_adjective(unit, learned)):
            nouns = [Option(option.text, option.quality * SHARE_BESIDE_ADJECTIVE, option.source) for option in found]
            found = [*adjectives, *(nouns if learned.trust < 1 else found)]
        if role is Role.HEAD:
            found += _as_suffix(unit)
        return found or self._suffixed(unit, role) or self._from_phrases(unit, role) or self._by_sound(unit)

    def _fixed_options(self, unit: str, role: Role) -> list[Option]:
        if self.is_settled(unit, role) and not (role is Role.MODIFIER and LATIN_UNIT.fullmatch(unit)):
            return self._settled_options(unit)
        # 第一次 is a number in a row, 一次 the word for *primary*.
        is_word = ORDINAL.fullmatch(unit) and unit[0] in KANJI_DIGITS and self._knowledge.of(unit).is_word
        if not is_word and (fixed := fixed_options(unit, role)):
            return fixed
        if piece := patterns("pieces.tsv").get(unit):
            return _in_order(piece, ESTABLISHED_QUALITY, f"{unit}: {WordSource.PARTS}")
        return []

    def _from_phrases(self, unit: str, role: Role) -> list[Option]:
        """The wordings that compounds have for what is no word of the dictionary (芳香族: aromatic)."""
        learned = self._knowledge.lexicon.compound_phrases(unit, head=role is Role.HEAD)
        source = f"{unit}: {WordSource.COMPOUNDS}"
        return [Option(text, times / learned.seen, source) for text, times in learned.phrases if text]

    def _settled_options(self, unit: str) -> list[Option]:
        if targets := self._glossary.get(unit):
            return _in_order(targets, GLOSSARY_QUALITY, f"{unit}: {WordSource.GLOSSARY}")
        if name := established(unit):
            return _in_order(name.english, ESTABLISHED_QUALITY, f"{unit}: {WordSource.HOUSE_LIST}")
        return []

    def _from_dictionary(self, unit: str, role: Role, learned: LearnedWords) -> Iterator[Option]:
        for rendering, spelling, share in self.dictionary(unit):
            if rendering.kind == "name" and len(unit) < 3 and not unit.isascii() and not is_katakana(unit):
                continue
            words = len(rendering.text.split())
            if words > LONGEST_OPTION:
                continue
            quality = rendering.score * share
            if words > _expected_words(unit):
                quality *= SHARE_OF_LONG_MODIFIER if role is Role.MODIFIER else SHARE_OF_LONG_HEAD
            if EXPLAINING.search(rendering.text):
                quality *= SHARE_OF_EXPLANATION
            source = WordSource.WORD.of(number=rendering.number) if rendering.kind == "word" else WordSource.NAME
            if role is Role.MODIFIER and (linked := LINKED.fullmatch(rendering.text)):
                turned = f"{linked['what']} {linked['act']}"
                share_turned = weighed(rendering.score * share * SHARE_OF_TURNED, turned, learned)
                yield Option(turned, share_turned, f"{spelling}: {source}")
            yield Option(rendering.text, weighed(quality, rendering.text, learned), f"{spelling}: {source}")

    def _as_adjective(self, unit: str, learned: LearnedWords) -> list[Option]:
        """A noun's adjective: what the dictionary has for it with 的 (経済的: economic)."""
        stem = unit.removesuffix("的")
        if len(stem) < 2 and stem == unit:
            return []
        adjectives = [
            Option(
                rendering.text,
                weighed(rendering.score, rendering.text, learned),
                f"{stem}的: JMdict {rendering.number}",
            )
            for rendering in ranked_renderings(self._knowledge.lexicon, f"{stem}的")
            if " " not in rendering.text and not rendering.text.endswith("ly")
        ]
        if adjectives or stem == unit:
            return adjectives
        return list(self.options(stem, Role.MODIFIER))

    def _suffixed(self, unit: str, role: Role) -> list[Option]:
        if len(unit) < 3:
            return []
        stems = self.options(unit[:-1], Role.MODIFIER)[:2]
        # A part (部) of a place says no more than the place itself.
        places = [stem for stem in stems if unit[-1] == "部" and stem.text[:1].isupper()]
        found = patterns("suffixes.tsv").get(unit[-1], ())
        if role is Role.MODIFIER:
            found = tuple(pattern for pattern in found if not pattern.startswith("between ")) or found
        return places or [
            Option(pattern.format(stem.text), stem.quality * SHARE_OF_SUFFIXED, stem.source)
            for pattern in found
            for stem in stems
        ]

    def _by_sound(self, unit: str) -> list[Option]:
        return [
            Option(heard.text, SHARE_OF_PRINTED if heard.printed else SHARE_OF_SOUND, f"{unit}: {WordSource.SOUND}")
            for heard in self._names.heard(unit)[:2]
        ]


def weighed(quality: float, text: str, learned: LearnedWords) -> float:
    """A dictionary gloss's quality after what the compounds say of its words."""
    from_dictionary = DICTIONARY_SHARE * quality * (1 - TRUST_OVER_DICTIONARY * learned.trust)
    return from_dictionary + learned.trust * learned.share(text) if learned.trust else DICTIONARY_SHARE * quality


def parts_of_phrases(texts: Iterable[str], learned: LearnedWords) -> set[str]:
    """The learned words that only make up a wording of several words together (*air* and *defense*)."""
    parts: set[str] = set()
    for text in texts:
        words = content_words(text)
        shares = [learned.words.get(word, 0.0) for word in words]
        if len(words) > 1 and min(shares) >= LEAST_OF_PHRASE and min(shares) >= LEAST_BESIDE_OTHERS * max(shares):
            parts.update(words)
    return parts


def _from_compounds(unit: str, learned: LearnedWords, parts: set[str]) -> Iterator[Option]:
    """Words that the unit has in compounds, whether its own entry has them or not; `parts` of its phrases
    count less."""
    if learned.trust < LEAST_TRUST:
        return
    for word, share in learned.words.items():
        if share >= LEAST_LEARNED and (len(word) > 2 or word.isdigit()):
            country = country_in_english(word.title()) or country_in_english(word.upper())
            text = word.title() if country else word
            weight = SHARE_OF_PART if word in parts else LEARNED_SHARE
            yield Option(text, weight * share * learned.trust, f"{unit}: {WordSource.COMPOUNDS}")


def _as_suffix(unit: str) -> Iterator[Option]:
    """What the table of suffixes has for a unit: a noun, or a pattern for what stands before it."""
    for place, pattern in enumerate(patterns("suffixes.tsv").get(unit, ())):
        text = pattern.removeprefix("{} ")
        yield Option(text, SUFFIX_QUALITY * LATER_ESTABLISHED**place, f"{unit}: {WordSource.SUFFIX}")


def _in_order(texts: Iterable[str], quality: float, source: str) -> list[Option]:
    return [Option(text, quality * LATER_ESTABLISHED**place, source) for place, text in enumerate(texts)]


def _best_of_each(options: Iterable[Option]) -> list[Option]:
    """The options in order of quality; of spellings of one wording the best quality, in American spelling."""
    best: dict[str, Option] = {}
    for option in options:
        key = same_term_key(option.text)
        known = best.get(key)
        if not key:
            continue
        if known is None:
            best[key] = option
            continue
        better, worse = (option, known) if option.quality > known.quality else (known, option)
        if _is_better_spelling(worse.text, better.text):
            better = Option(worse.text, better.quality, worse.source)
        best[key] = better
    return sorted(best.values(), key=lambda option: (-option.quality, option.text))


def _is_better_spelling(text: str, than: str) -> bool:
    """Whether a wording is written in the American way, or with its capitals, and the other one is not."""
    if is_american(text) != is_american(than):
        return is_american(text)
    return text.lower() == than.lower() and text != text.lower() and than == than.lower()


def _expected_words(unit: str) -> int:
    """How many English words a unit's natural wording has: one for two characters, more for compounds."""
    return 1 if is_katakana(unit) else max(1, (len(unit) + 1) // 2)


@cache
def is_katakana(unit: str) -> bool:
    """Whether a unit is written in katakana alone."""
    return re.fullmatch(r"[ァ-ヶー・]+", unit) is not None
