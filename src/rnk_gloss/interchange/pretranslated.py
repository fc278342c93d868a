"""What a file that is to be translated says of a match and of the terms in a segment."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rnk_gloss.model.entry import Entry, Recognised, Status, Usage
from rnk_gloss.model.match import Match, MatchKind
from rnk_gloss.model.pretranslation import Pretranslation

_EXACT = frozenset({MatchKind.CONTEXT, MatchKind.EXACT})


def is_exact(match: Match) -> bool:
    """Whether the match translates this very text, and uses no rendering that the glossary forbids."""
    return match.kind in _EXACT and not match.forbidden


def match_comment(match: Match) -> str:
    """One line: how alike the texts are and why, and whether anybody has approved the translation."""
    unreviewed = "" if match.unit.status is Status.APPROVED else ", not reviewed"
    return f"match: {match.score:.0f}% {match.kind}{unreviewed}: {_one_line(match.explanation)}"


def term_comments(terms: Iterable[Recognised]) -> list[str]:
    """One line for each term of the glossary that stands in the segment, with its targets, the preferred one first."""
    return list(dict.fromkeys(f"term: {_one_line(_described(one.entry))}" for one in terms))


def segment_comments(segment: Pretranslation) -> list[str]:
    """What a translator should know of the segment, one line each: its match, its terms, that it is a repetition."""
    comments = [*([match_comment(segment.match)] if segment.match else []), *term_comments(segment.terms)]
    for use in segment.match.forbidden if segment.match else ():
        better = f", use {use.preferred}" if use.preferred else ""
        comments.append(_one_line(f"forbidden: {use.target} for {use.term}{better}"))
    if segment.repeats is not None:
        comments.append(f"repetition of segment {segment.repeats + 1}")
    if segment.is_too_long:
        comments.append("too long to be looked up")
    return comments


def approved_terms(terms: Iterable[Recognised]) -> dict[str, list[str]]:
    """Each approved term with what may be written for it, the preferred target first; in a text of the target language
    with the term that it stands for."""
    found = {}
    for one in terms:
        if one.entry.status is not Status.APPROVED:
            continue
        if one.target is not None:
            found[one.target.text] = [one.entry.source]
        elif targets := _allowed_targets(one.entry):
            found[one.entry.source] = targets
    return found


def _allowed_targets(entry: Entry) -> list[str]:
    allowed = [target for target in entry.targets if target.usage is not Usage.FORBIDDEN]
    return [target.text for target in sorted(allowed, key=lambda one: one.usage is not Usage.PREFERRED)]


def _described(entry: Entry) -> str:
    """The further targets of a term that nobody has approved are guesses, and left out."""
    forbidden = [target.text for target in entry.targets if target.usage is Usage.FORBIDDEN]
    allowed = _allowed_targets(entry)
    if entry.status is Status.APPROVED:
        return "".join(_parts(entry.source, allowed, forbidden))
    return "".join(_parts(entry.source, allowed[:1], forbidden)) + ", not reviewed"


def _parts(source: str, allowed: list[str], forbidden: list[str]) -> Iterator[str]:
    yield f"{source} = {'; '.join(allowed) or '–'}"
    if forbidden:
        yield f" (not: {'; '.join(forbidden)})"


def _one_line(text: str) -> str:
    return " ".join(text.split())
