"""Proposals: forms that one rule or another takes for terms, with the rules and the places."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from rnk_gloss.extract.analysis import words_of
from rnk_gloss.extract.classes import NameKind, Word, WordClass, text_of
from rnk_gloss.extract.glosses import Gloss, GlossKind, find_glosses
from rnk_gloss.extract.knowledge import Knowledge
from rnk_gloss.extract.passages import Passage
from rnk_gloss.extract.persons import TitledName, post_in, titled_name
from rnk_gloss.extract.quotations import quoted_places, quoted_term
from rnk_gloss.extract.runs import Run, noun_runs, split_coordination, trim
from rnk_gloss.extract.shorthands import shorthand_places
from rnk_gloss.model.span import Span

# A number with one of these is a date or an amount wherever it stands in a form.
MEASURED = re.compile(r"\d(?:年|月|日|時|分|割|%|ドル|円|個|回)")
NO_LETTERS = re.compile(r"[\d\W_]+")
SHORT_KANA = re.compile(r"[ぁ-ん]{1,4}")
EDGE_SIGNS = "・-ー"
# Runs of more words are lists that lost their marks; there are terms in them, but they are none.
LONGEST_TERM = 14
NO_TERM_ALONE = frozenset(
    {
        WordClass.NUMERAL,
        WordClass.COUNTER,
        WordClass.SUFFIX,
        WordClass.ADVERBIAL,
        WordClass.PREFIX,
        WordClass.MIDDOT,
        WordClass.TEKI,
    }
)


class Rule(StrEnum):
    """Which rule proposed a form."""

    RUN = "noun run"
    PERSON = "person"
    TITLED = "person with title"
    TITLE = "title"
    ORGANISATION = "organisation before a title"
    SHORTHAND = "country shorthand"
    QUOTED = "quoted"
    GLOSS = "gloss"
    NESTED = "part of a longer term"
    PEELED = "what a longer run shows"
    POST = "post in an organisation"
    MEMBER = "member of a coordination"


@dataclass(slots=True)
class Proposal:
    """A form: its words (by its shortest analysis), the rules that propose it, the places where they saw it, by number
    of passage, and the reason for which it was taken out of a longer run, if it was."""

    words: Run
    rules: set[Rule] = field(default_factory=set)
    places: set[tuple[int, Span]] = field(default_factory=set)
    reason: str = ""

    @property
    def form(self) -> str:
        return text_of(self.words)


@dataclass(frozen=True, slots=True)
class PlacedGloss:
    """A gloss, the number of its passage, and the term's form without what is trimmed from its edges."""

    passage: int
    form: str
    gloss: Gloss


class Proposals:
    """All that was proposed in a batch of passages; `runs` holds the noun runs by passage, `field_words` the terms of
    the texts' fields, once these are known."""

    def __init__(self, knowledge: Knowledge) -> None:
        self.by_form: dict[str, Proposal] = {}
        self.runs: list[list[Run]] = []
        self.glosses: list[PlacedGloss] = []
        self.field_words: frozenset[str] = frozenset()
        self._alone: set[str] = set()
        self._knowledge = knowledge

    def stands_alone(self, form: str) -> bool:
        """Whether the form is a whole noun run somewhere."""
        return form in self._alone

    def add(self, words: Sequence[Word], rule: Rule, passage: int | None = None) -> bool:
        """Takes a form in, with its place where the passage is given; False where it can be no term."""
        run = tuple(words)
        form = text_of(run)
        if not is_possible(run, form, rule):
            return False
        proposal = self.by_form.get(form)
        if proposal is None:
            proposal = self.by_form[form] = Proposal(run)
        elif len(run) < len(proposal.words):
            proposal.words = run
        proposal.rules.add(rule)
        if passage is not None:
            proposal.places.add((passage, Span(run[0].start, run[-1].end)))
        return True

    def read(self, number: int, passage: Passage) -> None:
        """Takes in what one passage proposes; passages are to be read in order."""
        self.runs.append([])
        for raw in noun_runs(passage.words):
            wholes, members = split_coordination(run, self._knowledge) if (run := trim(raw)) else ([], [])
            for part in (*wholes, *members):
                if part := trim(part):
                    self._read_run(number, part, Rule.MEMBER if wholes and part in members else Rule.RUN)
        for place in shorthand_places(passage.text):
            text = passage.text[slice(*place)]
            if self.add([Word(text, WordClass.PROPER, *place)], Rule.SHORTHAND, number):
                self._alone.add(text)
        for place in quoted_places(passage.text):
            if term := quoted_term(self._words_at(passage, place)):
                self.add(_without_pointer(term), Rule.QUOTED, number)
        for gloss in find_glosses(passage.text):
            self._read_gloss(number, passage, gloss)

    def _read_run(self, number: int, run: Run, rule: Rule) -> None:
        if len(run) > LONGEST_TERM:
            self.runs[number].append(run)
            return
        if person := titled_name(run, self._knowledge):
            self._read_person(number, run, person)
            return
        if len(run) == 1 and run[0].name is NameKind.PERSON:
            rule = Rule.PERSON
        elif title := post_in(run):
            rule = Rule.POST
            self._read_post(number, run, title)
        if self.add(run, rule, number):
            self._alone.add(text_of(run))
            self.runs[number].append(run)

    def _read_person(self, number: int, run: Run, person: TitledName) -> None:
        name = person.name
        if self.add(name, Rule.PERSON, number):
            self._alone.add(text_of(name))
        last_dot = max((place for place, word in enumerate(name) if word.kind is WordClass.MIDDOT), default=-1)
        if last_dot >= 0:
            self.add(name[last_dot + 1 :], Rule.PERSON, number)
        if not person.is_address:
            self.add(run, Rule.TITLED, number)
            self.add(person.title, Rule.TITLE, number)
            if title := post_in(person.title):
                self._read_post(number, person.title, title)

    def _read_post(self, number: int, run: Run, title: Run) -> None:
        self.add(title, Rule.TITLE, number)
        if organisation := trim(run[: -len(title)]):
            self.add(organisation, Rule.ORGANISATION, number)
            self._alone.add(text_of(organisation))
            self.runs[number].append(organisation)

    def _read_gloss(self, number: int, passage: Passage, gloss: Gloss) -> None:
        words = trim(self._words_at(passage, gloss.left))
        if not words:
            return
        if gloss.kind in {GlossKind.ABBREVIATION, GlossKind.ENGLISH} and not gloss.quoted:
            words = self._unit_at_end(words)
        term = text_of(words)
        if gloss.quoted or term in self.by_form or len(words) > 1:
            self.add(words, Rule.GLOSS, number)
            self.glosses.append(PlacedGloss(number, term, gloss))
        if gloss.kind in {GlossKind.ABBREVIATION, GlossKind.ALIAS}:
            self.add(self._words_at(passage, gloss.right), Rule.GLOSS, number)

    def _unit_at_end(self, words: Run) -> Run:
        """The dictionary's term at the end of what stands before a gloss (新型〈term〉), else the whole."""
        if self._knowledge.of(text_of(words)).is_unit:
            return words
        ends = (words[place:] for place in range(1, len(words) - 1))
        return next((end for end in ends if self._knowledge.of(text_of(end)).is_unit), words)

    def _words_at(self, passage: Passage, place: Span) -> Run:
        """The words of a place; words that its borders cut are analysed anew."""
        inside = tuple(word for word in passage.words if place.start <= word.start and word.end <= place.end)
        if inside and inside[0].start == place.start and inside[-1].end == place.end:
            return inside
        anew = words_of(passage.text[slice(*place)], self._knowledge)
        return tuple(
            Word(word.text, word.kind, word.start + place.start, word.end + place.start, word.name) for word in anew
        )


def _without_pointer(quoted: Run) -> Run:
    """A quoted term without the 本 or 当 that contracts put before the names that they define."""
    is_pointed = len(quoted) > 1 and quoted[0].kind is WordClass.PREFIX and quoted[0].text in {"本", "当", "同"}
    return quoted[1:] if is_pointed else quoted


def is_possible(words: Iterable[Word], form: str, rule: Rule) -> bool:
    """Whether a form can be a term at all: two letters or more, no bare number, affix, date or amount."""
    if len(form) < 2 or form[0] in EDGE_SIGNS or form[-1] in EDGE_SIGNS[:2]:
        return False
    if NO_LETTERS.fullmatch(form) or SHORT_KANA.fullmatch(form):
        return False
    if all(word.kind in NO_TERM_ALONE for word in words):
        return False
    return rule is Rule.QUOTED or not MEASURED.search(form)
