"""English targets of a term, each with its origin and what it rests on."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from rnk_gloss.extract.composition import Composer
from rnk_gloss.extract.given import GivenEnglish
from rnk_gloss.extract.knowledge import Knowledge
from rnk_gloss.extract.person_names import PersonNames
from rnk_gloss.extract.renderings import Listed, Renderer, Role, row_options
from rnk_gloss.extract.runs import Run
from rnk_gloss.extract.wordlists import titles
from rnk_gloss.lexicon.countries import Country, country_named, members
from rnk_gloss.model.entry import Evidence, Origin, Target

MOST_TARGETS = 6
MOST_FROM_DICTIONARY = 4
LEAST_SHARE = 0.3  # of the best rendering's score
LATIN_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9 .&'\-+]*")
PLUS_NAME = re.compile(r"(\d+)プラス(\d+)")
ARTICLES = frozenset({"the", "a", "an"})

# Confidence 0–100 by origin: the share of first targets that a list of accepted English holds, measured on articles on
# international politics: gloss 1.0, dictionary .93, composition .58, .49, .37, .23 by quartile of its quality.
GLOSS_SCORE, WRITTEN_SCORE = 98.0, 95.0
BELOW_LONG_FORM = 2.0
DICTIONARY_FLOOR, DICTIONARY_RANGE = 70.0, 24.0
LISTED_NAME_FLOOR, LISTED_NAME_RANGE = 60.0, 35.0
NAME_FLOOR, NAME_RANGE = 15.0, 60.0
# A logistic curve through those quartiles, by quality.
COMPOSITION_MIDDLE, COMPOSITION_STEEPNESS = 0.87, 6.5
ROW_SCORE, COUNTRY_SCORE = 96.0, 95.0
TITLE_SCORE = 80.0


class Translator:
    """Proposes English for terms, from glosses, the dictionary and the terms' parts."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._renderer = Renderer(knowledge)
        self._composer = Composer(self._renderer, knowledge)
        self._persons = PersonNames(self._renderer, knowledge)

    def targets(
        self, words: Run, forms: Sequence[str], category: str, given: Sequence[GivenEnglish] = ()
    ) -> tuple[Target, ...]:
        """At most six targets for a term, best first, none twice; `forms` are its spellings, the head first, and
        `words` the words of the head."""
        head = forms[0]
        if category == "country" and (country := country_named(head)):
            return tuple(distinct(_from_country(country, head)))[:MOST_TARGETS]
        found = [
            *_from_glosses(given),
            *_as_written(head),
            *self._from_dictionary(forms, category),
            *_from_titles(head),
            *_from_country_row(head),
            *self._from_persons(head, category),
            *(self._composed(words) if category != "person" else ()),
        ]
        ordered = sorted(_behind_long_form(found), key=lambda target: -target.score)
        return tuple(distinct(ordered))[:MOST_TARGETS]

    def _from_dictionary(self, forms: Sequence[str], category: str) -> Iterator[Target]:
        for form in forms:
            if members(form):
                continue
            found = _fitting(self._renderer.dictionary(form, as_name=category == "person"), category)
            for rendering, spelling, share in found[:MOST_FROM_DICTIONARY]:
                source = f"JMdict {rendering.number}" if rendering.kind == "word" else "JMnedict"
                detail = f"{source}: {spelling} [{rendering.reading}]"
                score = DICTIONARY_FLOOR + DICTIONARY_RANGE * rendering.score * share
                yield _target(rendering.text, score, Origin.DICTIONARY, "dictionary", detail)
            if found:
                return

    def _from_persons(self, form: str, category: str) -> Iterator[Target]:
        if category == "person":
            for phrase in self._persons.phrases(form)[:MOST_TARGETS]:
                is_listed = " + " not in phrase.parts
                floor, reach = (LISTED_NAME_FLOOR, LISTED_NAME_RANGE) if is_listed else (NAME_FLOOR, NAME_RANGE)
                score = floor + reach * phrase.quality
                origin = Origin.DICTIONARY if is_listed else Origin.COMPOSITION
                yield _target(phrase.text, score, origin, "name", phrase.parts)

    def _composed(self, words: Run) -> Iterator[Target]:
        for phrase in self._composer.phrases(words)[:MOST_TARGETS]:
            score = 100 / (1 + math.exp(COMPOSITION_STEEPNESS * (COMPOSITION_MIDDLE - phrase.quality)))
            yield _target(phrase.text, score, Origin.COMPOSITION, "composition", phrase.parts)


def _fitting(found: list[Listed], category: str) -> list[Listed]:
    """The renderings that fit a category: of a place its name rather than a word written alike, and of what is no
    name the word rather than a name written alike."""
    words = [item for item in found if item[0].kind == "word"]
    if category == "place":
        capitalised = [item for item in words if item[0].text[:1].isupper()]
        names = [item for item in found if item[0].kind == "name"]
        return capitalised or names or words
    if category == "person" or not words:
        return found
    return [item for item in words if item[0].score >= LEAST_SHARE * words[0][0].score]


def _target(text: str, score: float, origin: Origin, kind: str, detail: str) -> Target:
    rounded = round(score, 1)
    return Target(text, score=rounded, origin=origin, evidence=(Evidence(kind, detail, rounded),))


def _from_glosses(given: Iterable[GivenEnglish]) -> Iterator[Target]:
    for gloss in given:
        evidence = Evidence("gloss", f"{gloss.kind} in the text", GLOSS_SCORE, gloss.document, gloss.span)
        yield Target(gloss.text, score=GLOSS_SCORE, origin=Origin.GLOSS, evidence=(evidence,))


def _behind_long_form(targets: Sequence[Target]) -> list[Target]:
    """The targets with an abbreviation that a gloss gives placed just behind the long form, where one is sure."""
    sure = [
        target.score
        for target in targets
        if target.origin in {Origin.DICTIONARY, Origin.GLOSS} and not _is_abbreviation(target.text)
    ]
    if not sure:
        return list(targets)
    limit = max(sure) - BELOW_LONG_FORM
    return [
        replace(target, score=min(target.score, limit))
        if target.origin is Origin.GLOSS and _is_abbreviation(target.text)
        else target
        for target in targets
    ]


def _is_abbreviation(text: str) -> bool:
    return " " not in text and text[1:] != text[1:].lower()


def _as_written(form: str) -> Iterator[Target]:
    if LATIN_NAME.fullmatch(form):
        yield _target(form, WRITTEN_SCORE, Origin.GLOSS, "as written", "Latin letters in the text")
    elif plus := PLUS_NAME.fullmatch(form):
        yield _target(
            f"{plus[1]}+{plus[2]}", WRITTEN_SCORE - 10, Origin.COMPOSITION, "composition", "numbers and プラス"
        )


def _from_titles(form: str) -> Iterator[Target]:
    if english := titles().get(form):
        yield _target(english, TITLE_SCORE, Origin.HOUSE_LIST, "title", "list of titles")


def _from_country(country: Country, form: str) -> Iterator[Target]:
    """A country's names, the usual one first; names of its people are none."""
    names = [name for name in country.other_english if not name.startswith(country.adjective)]
    for place, name in enumerate((country.name, *names)):
        yield _target(name, COUNTRY_SCORE - place, Origin.DICTIONARY, "dictionary", f"country table: {form}")


def _from_country_row(form: str) -> Iterator[Target]:
    if row := members(form):
        for option in row_options(row, Role.HEAD):
            yield _target(option.text, ROW_SCORE * option.quality, Origin.COMPOSITION, "countries", option.source)


def distinct(targets: Iterable[Target]) -> Iterator[Target]:
    """The targets without those that differ from an earlier one in case, hyphens or articles only; their evidence is
    added to that of the one that stays."""
    kept: dict[str, Target] = {}
    for target in targets:
        words = re.findall(r"[^\W_]+", target.text.casefold())
        key = " ".join(word for word in words if word not in ARTICLES)
        if key in kept:
            kept[key] = replace(kept[key], evidence=(*kept[key].evidence, *target.evidence))
        elif key:
            kept[key] = target
    yield from kept.values()
