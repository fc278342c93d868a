"""What is wrong with a translation: by its two texts, by the glossary, and by what the memory holds."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from rnk_gloss.check.numbers import Settled
from rnk_gloss.check.pair import check_texts
from rnk_gloss.match.renderings import Rendering, renderings, targets_in
from rnk_gloss.model.entry import Recognised, Status, Usage
from rnk_gloss.model.finding import CheckedTerm, Finding, FindingKind
from rnk_gloss.model.span import Span
from rnk_gloss.store.units import approved_targets
from rnk_gloss.text.languages import primary_language
from rnk_gloss.text.match_key import match_key

if TYPE_CHECKING:
    import sqlite3

_MOST_OTHERS = 3


def checked_terms(
    terms: Sequence[Recognised], target: str, *, language: str = "ja", target_language: str = "en"
) -> tuple[CheckedTerm, ...]:
    """Each of the `terms` that were recognised in a source, in their order, with how `target` renders it.

    Entries of other languages than these two are left out. A term that stands several times takes the renderings in
    their order; where there are fewer of them, the last ones share the first that is allowed.
    """
    between = {primary_language(language), primary_language(target_language)}
    known = [
        term
        for term in terms
        if {primary_language(term.entry.source_language), primary_language(term.entry.target_language)} == between
    ]
    entries = list({term.entry.id: term.entry for term in known}.values())
    uses: dict[int, list[Rendering]] = defaultdict(list)
    for use in renderings(target, entries, target_language):
        uses[use.entry.id].append(use)
    waiting = {key: iter(_in_order(found, known)) for key, found in uses.items()}
    return tuple(_checked(term, uses[term.entry.id], waiting.get(term.entry.id), target_language) for term in known)


def _checked(
    term: Recognised, uses: Sequence[Rendering], waiting: Iterator[Rendering] | None, language: str
) -> CheckedTerm:
    wanted = tuple(one.text for one in targets_in(term.entry, language) if one.usage is not Usage.FORBIDDEN)
    shared = next((use for use in uses if not use.is_forbidden), None)
    chosen = next(waiting, shared) if waiting else None
    return CheckedTerm(term, wanted, chosen and chosen.target, chosen and chosen.span)


def check_pair(
    connection: sqlite3.Connection,
    terms: Sequence[Recognised],
    source: str,
    target: str,
    *,
    language: str = "ja",
    target_language: str = "en",
) -> tuple[Finding, ...]:
    """What may be wrong with `target` as a translation of `source`, in which `terms` were recognised.

    The texts are in these languages; what the memory holds for the source is read from `connection`.
    """
    checked = checked_terms(terms, target, language=language, target_language=target_language)
    by_texts = list(check_texts(source, target, language, target_language, _settled(checked)))
    if not source.strip() or any(finding.kind in {FindingKind.EMPTY, FindingKind.SAME} for finding in by_texts):
        return tuple(by_texts)
    by_terms = _check_terms(checked)
    others = approved_targets(connection, source, (language, target_language), _MOST_OTHERS + 1)
    return (*by_terms, *by_texts, *_check_consistency(others, target, target_language))


def _settled(checked: Sequence[CheckedTerm]) -> Settled:
    rendered = [(Span(one.term.start, one.term.end), one.span) for one in checked if one.is_satisfied and one.span]
    return Settled(tuple(place for place, _ in rendered), tuple(place for _, place in rendered))


def _check_terms(checked: Sequence[CheckedTerm]) -> Iterator[Finding]:
    """Forbidden renderings, and terms of approved entries that are not rendered as any entry of theirs allows."""
    satisfied = {_place(one) for one in checked if one.is_satisfied}
    told: set[int] = set()
    for one in checked:
        entry = one.term.entry
        term = entry.source if one.term.target is None else one.term.form
        place = Span(one.term.start, one.term.end)
        if one.is_forbidden and one.target is not None:
            yield Finding(FindingKind.TERM_FORBIDDEN, place, one.span, term, one.wanted[:1], (one.target.text,))
        elif (
            one.target is None
            and one.wanted
            and entry.status is Status.APPROVED
            and _place(one) not in satisfied
            and entry.id not in told
        ):
            told.add(entry.id)
            yield Finding(FindingKind.TERM_MISSING, place, None, term, one.wanted)


def _check_consistency(others: Sequence[str], target: str, language: str) -> Iterator[Finding]:
    key = match_key(target, language)
    if others and all(match_key(other, language) != key for other in others):
        yield Finding(FindingKind.INCONSISTENT, wanted=tuple(others[:_MOST_OTHERS]))


def _in_order(uses: Sequence[Rendering], terms: Sequence[Recognised]) -> list[Rendering]:
    """The renderings of an entry as its terms take them: by place; forbidden ones first where not all are taken."""
    count = sum(term.entry.id == uses[0].entry.id for term in terms)
    return sorted(uses, key=lambda use: not use.is_forbidden) if len(uses) > count else list(uses)


def _place(one: CheckedTerm) -> tuple[int, int]:
    return one.term.start, one.term.end
