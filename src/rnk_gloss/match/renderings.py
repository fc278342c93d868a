"""Where a translation renders terms of its source, rightly or as the glossary forbids."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from rnk_gloss.match.english_terms import OTHER_WORD_IN_CAPITALS, EnglishTermFinder
from rnk_gloss.match.term_hits import TermHit
from rnk_gloss.match.terms import TermFinder
from rnk_gloss.model.entry import Entry, Target, Usage
from rnk_gloss.model.span import Span
from rnk_gloss.text.languages import primary_language

# Of Russia, Japan and Germany: Russian, Japanese, German.
_NAME = re.compile(r"\b[A-Z][a-z]{3,}\Z")
_ADJECTIVE_ENDING = "[a-z]?(?:an|ian|ese|i|ish|ic)s?"
_LONG_NAME = 6  # of which the adjective can be the beginning: Germany, but not Iran, of which Ira is none


class Rendering(NamedTuple):
    """A target of an entry at `span` of a translation."""

    entry: Entry
    target: Target
    span: Span

    @property
    def is_forbidden(self) -> bool:
        return self.target.usage is Usage.FORBIDDEN


def targets_in(entry: Entry, language: str) -> tuple[Target, ...]:
    """How an entry is said in a translation into this language: its targets, the one to use first, or, into the
    language of its term, the term and its variants."""
    if primary_language(entry.target_language) == primary_language(language):
        return tuple(sorted(entry.targets, key=lambda target: target.text != entry.preferred))
    return (Target(entry.source, Usage.PREFERRED), *(Target(variant.text) for variant in entry.variants))


def renderings(translation: str, entries: Sequence[Entry], language: str = "en") -> list[Rendering]:
    """The targets of these entries that `translation` uses, in any inflection, by their places.

    An allowed target counts within a longer one, too (*panel* in *Panel of Experts*); a forbidden one does not, nor
    where an allowed target of one of the entries has the same place. A name counts in its adjective (*Russian*), where
    it does not stand itself.
    """
    known = [(entry, target) for entry in entries for target in targets_in(entry, language)]
    if not known:
        return []
    listed = ((number, (target.text,)) for number, (_, target) in enumerate(known))
    finder = TermFinder.of(listed) if primary_language(language) == "ja" else EnglishTermFinder.of(listed)
    found = finder.recognise(translation)
    allowed = {
        _place(hit)
        for hit in (*found.hits, *found.refused)
        if known[hit.id][1].usage is not Usage.FORBIDDEN and hit.refusal != OTHER_WORD_IN_CAPITALS
    }
    uses = []
    for hit in sorted((*found.hits, *found.refused), key=_place):
        entry, target = known[hit.id]
        forbidden = target.usage is Usage.FORBIDDEN
        if (forbidden and not hit.refusal and _place(hit) not in allowed) or (not forbidden and _place(hit) in allowed):
            uses.append(Rendering(entry, target, Span(hit.start, hit.end)))
    said = {use.entry.id for use in uses}
    uses += [
        use for entry, target in known if entry.id not in said and (use := _as_adjective(entry, target, translation))
    ]
    return sorted(uses, key=lambda use: use.span)


def _as_adjective(entry: Entry, target: Target, translation: str) -> Rendering | None:
    """Where a name is said as the adjective or the people that is made of it: North Koreans for North Korea."""
    name = _NAME.search(target.text)
    if name is None or target.usage is Usage.FORBIDDEN:
        return None
    stem = target.text[: name.end() - 1]
    ending = f"(?:{_ADJECTIVE_ENDING}|s?)" if len(name.group()) >= _LONG_NAME else _ADJECTIVE_ENDING
    found = re.search(rf"\b{re.escape(stem)}{ending}\b", translation)
    return None if found is None else Rendering(entry, target, Span(*found.span()))


def _place(hit: TermHit) -> tuple[int, int]:
    return hit.start, hit.end
