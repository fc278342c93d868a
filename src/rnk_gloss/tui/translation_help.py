"""What can be taken into a translation: like units of the memory and terms of the glossary, numbered."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rnk_gloss.model.entry import Entry, Recognised
from rnk_gloss.model.finding import CheckedTerm
from rnk_gloss.model.match import Match
from rnk_gloss.model.translation import TranslatedSentence
from rnk_gloss.service.glossary import Glossary
from rnk_gloss.service.translations import target_language_of
from rnk_gloss.tui.difference import difference_fragments
from rnk_gloss.tui.glyphs import Glyphs, confidence_ink
from rnk_gloss.tui.match_words import explanation_words
from rnk_gloss.tui.painting import Fragment, Line, wrap_fragments
from rnk_gloss.tui.wording import say

MINIMUM = 60
_MOST_MATCHES = 4
_MOST_NUMBERS = 9
_INDENT = 2
# Lines of a term with what is not needed, and of one that is long.
_FULL, _MOST_LINES = 2, 6


@dataclass(frozen=True, slots=True)
class Help:
    """The matches for a sentence, best first, and the terms in it, by place. Its numbers count on from the one to the
    other; terms without a target have none."""

    source: str
    matches: tuple[Match, ...] = ()
    terms: tuple[Recognised, ...] = ()

    @property
    def entries(self) -> list[Entry]:
        """The entries of the terms, each once, those with a target first."""
        found = list({term.entry.id: term.entry for term in self.terms}.values())
        return sorted(found, key=lambda entry: entry.preferred is None)

    def text(self, number: int) -> tuple[str, bool] | None:
        """What the number inserts, and whether it is a whole sentence; None where nothing has the number."""
        if number <= len(self.matches):
            return self.matches[number - 1].target, True
        place = number - len(self.matches) - 1
        entries = self.entries
        preferred = entries[place].preferred if place < len(entries) else None
        return None if preferred is None else (preferred, False)


def find_help(glossary: Glossary, sentence: TranslatedSentence, language: str) -> Help:
    """What memory and glossary have for a sentence; its own translation is no match of it."""
    matches = glossary.lookup(
        sentence.source,
        minimum=MINIMUM,
        limit=_MOST_MATCHES + 1,
        language=language,
        to=target_language_of(language),
        previous=sentence.previous,
        following=sentence.following,
    )
    others = [match for match in matches if match.unit.id != sentence.unit]
    return Help(
        sentence.source, tuple(others[:_MOST_MATCHES]), tuple(glossary.recognise(sentence.source, language=language))
    )


def match_lines(help_: Help, glyphs: Glyphs, width: int) -> list[Line]:
    """The matches: number and score, the source with its difference drawn, the translation, and the reasons."""
    lines: list[Line] = []
    for number, match in enumerate(help_.matches, start=1):
        origin = match.unit.document or match.unit.origin
        told = f" {glyphs.between} ".join(filter(None, (explanation_words(match.explanation), origin)))
        ink = confidence_ink(match.score)
        lines += _behind([(f"{number} ", "strong"), (f"{match.score:3.0f}% ", ink)], [(match.target, "")], width)
        indent: list[Fragment] = [(" " * _INDENT, "")]
        lines += _behind(indent, difference_fragments(help_.source, match.source), width)
        if match.forbidden:
            words = ", ".join(one.target for one in match.forbidden)
            lines += _behind(indent, [(say("forbidden: {words}", words=words), "forbidden")], width)
        lines += _behind(indent, [(told, "dim")], width)
    if not lines:
        nothing = say("nothing in the memory is like it by {minimum}% or more", minimum=MINIMUM)
        lines += wrap_fragments([(nothing, "dim")], width)
    return lines


def term_lines(help_: Help, checked: Sequence[CheckedTerm], glyphs: Glyphs, width: int) -> list[Line]:
    """The terms: number, whether the translation renders it rightly, the term, and what it should be."""
    lines: list[Line] = []
    for place, entry in enumerate(help_.entries):
        number = len(help_.matches) + place + 1
        shown = str(number) if entry.preferred and number <= _MOST_NUMBERS else " "
        sign, ink = _rendered([one for one in checked if one.term.entry.id == entry.id], glyphs)
        fragments: list[Fragment] = [
            (entry.source, "term"),
            ("  ", ""),
            (entry.preferred or glyphs.nothing, "preferred" if entry.preferred else "dim"),
        ]
        if entry.forbidden:
            fragments += [("  ", ""), (", ".join(entry.forbidden), "forbidden")]
        others = [one.text for one in entry.targets if one.text not in (entry.preferred, *entry.forbidden)]
        head: list[Fragment] = [(f"{shown} ", "strong"), (f"{sign} ", ink)]
        needed = _behind(head, fragments, width)
        fuller = _behind(head, [*fragments, (f", {others[0]}", "dim")], width) if others else needed
        lines += fuller if len(fuller) <= _FULL else needed[:_MOST_LINES]
    if not lines:
        lines += wrap_fragments([(say("no term of the glossary stands in it"), "dim")], width)
    return lines


def _rendered(checked: Sequence[CheckedTerm], glyphs: Glyphs) -> tuple[str, str]:
    if any(one.is_forbidden for one in checked):
        return glyphs.rejected, "rejected"
    return (glyphs.approved, "approved") if any(one.is_satisfied for one in checked) else (" ", "dim")


def _behind(head: Sequence[Fragment], fragments: Sequence[Fragment], width: int) -> list[Line]:
    """The fragments behind a head, further lines under the first of them, as far as the head is short."""
    taken = sum(len(text) for text, _ in head)
    lines = wrap_fragments(fragments, max(width - taken, 2))
    return [[*(head if number == 0 else [(" " * taken, "")]), *line] for number, line in enumerate(lines)]
