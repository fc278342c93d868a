"""English targets of a term, each with its origin and what it rests on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from rnk_gloss.extract import calibration
from rnk_gloss.extract.association import ParallelText
from rnk_gloss.extract.casing import in_lower_case, in_title_case
from rnk_gloss.extract.composition import Composer
from rnk_gloss.extract.fixed_units import ORDINAL, Role, fixed_options, row_options
from rnk_gloss.extract.given import GivenEnglish
from rnk_gloss.extract.knowledge import Knowledge
from rnk_gloss.extract.learned import LearnedWords, learned_words
from rnk_gloss.extract.names_by_sound import NamesBySound, PrintedName
from rnk_gloss.extract.person_names import PersonNames, heard_confidence
from rnk_gloss.extract.preference import ranked
from rnk_gloss.extract.renderings import Listed, Renderer
from rnk_gloss.extract.runs import KATAKANA, Run
from rnk_gloss.extract.wordlists import patterns, titles
from rnk_gloss.lexicon.countries import Country, country_named, members
from rnk_gloss.lexicon.gloss_words import gloss_words
from rnk_gloss.lexicon.house_list import established
from rnk_gloss.model.entry import Evidence, Origin, Target
from rnk_gloss.model.evidence_details import TargetReason, WordSource

MOST_FROM_DICTIONARY = 4
MOST_COMPOSED = 6
LEAST_SHARE = 0.3  # of the best rendering's score
STANDS_FOR_WHOLE, NEVER_IN_COMPOUNDS = 0.4, 0.1
LATIN_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9 .&'\-+]*")
DOTTED_NAME = re.compile(r"[ァ-ヴー]+(?:[・=][ァ-ヴー]+)+")
PLUS_NAME = re.compile(r"(\d+)プラス(\d+)")


class Translator:
    """Proposes English for terms: from the user's `glossary` and the house list, from glosses in the texts, the
    dictionary, the `parallel` text, the terms' parts, and by the sound of `printed` names."""

    def __init__(
        self,
        knowledge: Knowledge,
        *,
        glossary: Mapping[str, Sequence[str]] | None = None,
        printed: Iterable[PrintedName] = (),
        parallel: ParallelText | None = None,
        paths: Sequence[str] = (),
    ) -> None:
        self._knowledge = knowledge
        self._glossary = glossary or {}
        self._by_sound = NamesBySound(knowledge.lexicon, printed)
        self._renderer = Renderer(knowledge, self._glossary, self._by_sound)
        self._composer = Composer(self._renderer, knowledge)
        self._persons = PersonNames(self._renderer, knowledge, self._by_sound)
        self._parallel = parallel
        self._paths = paths

    def targets(
        self, words: Run, forms: Sequence[str], category: str, given: Sequence[GivenEnglish] = ()
    ) -> tuple[Target, ...]:
        """At most six targets for a term and all that the glossary has, best first, none twice; `forms` are its
        spellings, the head first, and `words` the words of the head."""
        head = forms[0]
        found = [
            *self._from_glossary(forms),
            *_from_house_list(forms),
            *_from_glosses(given),
            *_as_written(head),
        ]
        if category == "country" and (country := country_named(head)):
            found += _from_country(country, head)
        else:
            found += self._from_dictionary(forms, category)
            found += _from_titles(head)
            found += _from_parts_list(head)
            found += _from_country_row(head)
            if category == "person" or DOTTED_NAME.fullmatch(head):
                found += self._from_persons(head)
            if category != "person":
                found += self._composed(words, head, category)
        if not found:
            found = [*_from_number(head), *self._heard(head)]
        return ranked(found, self._parallel, forms, self._paths)

    def _from_glossary(self, forms: Sequence[str]) -> Iterator[Target]:
        for form in forms:
            for place, text in enumerate(self._glossary.get(form, ())):
                yield _target(
                    text, calibration.GLOSSARY - place, Origin.GLOSSARY, "glossary", TargetReason.APPROVED.of(term=form)
                )

    def _from_dictionary(self, forms: Sequence[str], category: str) -> Iterator[Target]:
        for form in forms:
            if members(form):
                continue
            found = _fitting(self._renderer.dictionary(form, as_name=category == "person"), category)
            for rendering, spelling, share in self._by_use(found, form)[:MOST_FROM_DICTIONARY]:
                source = WordSource.WORD.of(number=rendering.number) if rendering.kind == "word" else WordSource.NAME
                detail = f"{source}: {spelling} [{rendering.reading}]"
                score = calibration.DICTIONARY_FLOOR + calibration.DICTIONARY_RANGE * rendering.score * share
                text = in_lower_case(rendering.text) if category == "weapon" else rendering.text
                yield _target(text, score, Origin.DICTIONARY, "dictionary", detail)
            if found:
                yield from self._learned(form, category, [rendering.text for rendering, _, _ in found])
                return

    def _by_use(self, found: list[Listed], form: str) -> list[Listed]:
        """The renderings with those first that compounds of the dictionary use for the form (抑止: deterrence), each
        with the score of its new place."""
        learned = learned_words(self._knowledge.lexicon, form, Role.HEAD)
        if not learned.words:
            return found

        def weight(item: Listed) -> float:
            rendering, _, share = item
            return rendering.score * share + calibration.USED_IN_COMPOUNDS * learned.trust * learned.share(
                rendering.text
            )

        ordered = sorted(found, key=lambda item: -weight(item))
        return [
            (replace(item[0], score=place[0].score), item[1], place[2])
            for item, place in zip(ordered, found, strict=True)
        ]

    def _learned(self, form: str, category: str, known: Sequence[str]) -> Iterator[Target]:
        """Words that a dictionary word has as a part of compounds, where its own entry lacks them; a word of the first
        of its `known` wordings that stands for the whole in compounds (security guarantee: security) goes before it."""
        if category == "person" or len(form) < 2:
            return
        detail = f"{form}: {WordSource.COMPOUNDS}"
        learned = learned_words(self._knowledge.lexicon, form, Role.HEAD)
        for word, share in sorted(learned.words.items(), key=lambda item: (-item[1], item[0]))[:2]:
            if share < calibration.LEAST_LEARNED or len(word) < 3:
                continue
            if _stands_for_whole(word, known[0], learned):
                score = calibration.LEARNED_WHOLE
            elif any(word in gloss_words(text) for text in known):
                continue
            else:
                score = calibration.LEARNED_RANGE * share * learned.trust
            yield _target(word, score, Origin.COMPOSITION, "composition", detail)

    def _from_persons(self, form: str) -> Iterator[Target]:
        for name in self._persons.names(form):
            place = name.printed
            evidence = Evidence("name", name.source, round(name.score, 1))
            if place:
                detail = TargetReason.PRINTED.of(source=name.source, name=place.text)
                evidence = Evidence("sound", detail, round(name.score, 1), place.document, place.span)
            yield Target(name.text, score=round(name.score, 1), origin=name.origin, evidence=(evidence,))

    def _composed(self, words: Run, form: str, category: str) -> Iterator[Target]:
        for phrase in self._composer.phrases(words)[:MOST_COMPOSED]:
            text = in_title_case(phrase.text, form, category)
            yield _target(text, calibration.composed(phrase.quality), Origin.COMPOSITION, "composition", phrase.parts)

    def _heard(self, form: str) -> list[Target]:
        targets = []
        for place, heard in enumerate(self._by_sound.heard(form)):
            score = round(heard_confidence(heard.likeness, place), 1)
            detail = f"{form}: {WordSource.SOUND}"
            evidence = Evidence("sound", detail, score)
            if heard.printed:
                detail = TargetReason.PRINTED.of(source=detail, name=heard.printed.text)
                evidence = Evidence("sound", detail, score, heard.printed.document, heard.printed.span)
            targets.append(Target(heard.text, score=score, origin=Origin.SOUND, evidence=(evidence,)))
        return targets


def _fitting(found: list[Listed], category: str) -> list[Listed]:
    """The renderings that fit a category: of a place its name (but 国境 is a word first), and of what is no name the
    word rather than a name written alike."""
    words = [item for item in found if item[0].kind == "word"]
    if category == "place":
        capitalised = [item for item in words if item[0].text[:1].isupper()]
        names = [item for item in found if item[0].kind == "name"]
        if capitalised or (names and KATAKANA.fullmatch(names[0][1])):
            return capitalised or names
        return [*words, *names]
    if category == "person" or not words:
        return found
    return [item for item in words if item[0].score >= LEAST_SHARE * words[0][0].score]


def _stands_for_whole(word: str, wording: str, learned: LearnedWords) -> bool:
    """Whether compounds have this word alone for what the dictionary words with it and others (*security* for *security
    guarantee*)."""
    words = gloss_words(wording)
    others = [other for other in words if other != word]
    return (
        learned.trust == 1
        and len(others) < len(words)
        and bool(others)
        and learned.words[word] >= STANDS_FOR_WHOLE
        and all(learned.words.get(other, 0.0) < NEVER_IN_COMPOUNDS for other in others)
    )


def _target(text: str, score: float, origin: Origin, kind: str, detail: str) -> Target:
    rounded = round(score, 1)
    return Target(text, score=rounded, origin=origin, evidence=(Evidence(kind, detail, rounded),))


def _from_house_list(forms: Sequence[str]) -> Iterator[Target]:
    for form in forms:
        if name := established(form):
            for place, text in enumerate(name.english):
                score = calibration.HOUSE_LIST - calibration.LATER * place
                yield _target(text, score, Origin.HOUSE_LIST, "house list", f"{form}: {name.source}")
            return


def _from_glosses(given: Iterable[GivenEnglish]) -> Iterator[Target]:
    for gloss in given:
        evidence = Evidence(
            "gloss", TargetReason.IN_TEXT.of(kind=gloss.kind), calibration.GLOSS, gloss.document, gloss.span
        )
        yield Target(gloss.text, score=calibration.GLOSS, origin=Origin.GLOSS, evidence=(evidence,))


def _as_written(form: str) -> Iterator[Target]:
    if LATIN_NAME.fullmatch(form):
        yield _target(form, calibration.AS_WRITTEN, Origin.GLOSS, "as written", TargetReason.LATIN_LETTERS.of())
    elif plus := PLUS_NAME.fullmatch(form):
        text = f"{plus[1]}+{plus[2]}"
        yield _target(text, calibration.AS_WRITTEN - 10, Origin.COMPOSITION, "composition", TargetReason.NUMBERS.of())


def _from_titles(form: str) -> Iterator[Target]:
    if english := titles().get(form):
        yield _target(english, calibration.TITLE, Origin.HOUSE_LIST, "title", TargetReason.TITLES.of())


def _from_parts_list(form: str) -> Iterator[Target]:
    for place, text in enumerate(patterns("pieces.tsv").get(form, ())):
        yield _target(text, calibration.PART - place, Origin.HOUSE_LIST, "house list", TargetReason.PARTS.of())


def _from_country(country: Country, form: str) -> Iterator[Target]:
    """A country's names, the usual one first; names of its people are none."""
    names = [name for name in country.other_english if not name.startswith(country.adjective)]
    for place, name in enumerate((country.name, *names)):
        yield _target(
            name, calibration.COUNTRY - place, Origin.DICTIONARY, "dictionary", TargetReason.COUNTRY.of(term=form)
        )


def _from_number(form: str) -> Iterator[Target]:
    """An article, chapter or number that stands alone."""
    if ORDINAL.fullmatch(form):
        for option in fixed_options(form, Role.HEAD):
            score = calibration.COUNTRY_ROW * option.quality
            yield _target(option.text, score, Origin.COMPOSITION, "composition", option.source)


def _from_country_row(form: str) -> Iterator[Target]:
    if row := members(form):
        for option in row_options(row, Role.HEAD):
            score = calibration.COUNTRY_ROW * option.quality
            yield _target(option.text, score, Origin.COMPOSITION, "countries", option.source)
