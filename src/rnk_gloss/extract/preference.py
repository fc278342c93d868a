"""The order of a term's targets: what the parallel text says of them, long forms before abbreviations, none twice."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from rnk_gloss.extract import calibration
from rnk_gloss.extract.association import Association, ParallelText
from rnk_gloss.extract.wordings import is_american, same_term_key
from rnk_gloss.model.entry import Evidence, Origin, Target
from rnk_gloss.model.evidence_details import TargetReason

MOST_TARGETS = 6
BELOW_LONG_FORM = 0.5
SETTLED = frozenset({Origin.GLOSSARY, Origin.HOUSE_LIST})
SURE = frozenset({Origin.GLOSSARY, Origin.HOUSE_LIST, Origin.GLOSS, Origin.DICTIONARY, Origin.PARALLEL})
SMALL_WORDS = frozenset({"of", "the", "and", "for", "on", "in", "to", "a", "an"})


def ranked(
    found: Sequence[Target], parallel: ParallelText | None, forms: Sequence[str], paths: Sequence[str]
) -> tuple[Target, ...]:
    """The targets of a term, best first and none twice: at most six, and all that a person approved.

    `paths` are those of the documents that the parallel text's segments name by their index.
    """
    targets = distinct(sorted(found, key=lambda target: -target.score))
    if parallel is not None:
        targets = distinct(_with_parallel_text(targets, parallel, forms, paths))
    targets = sorted(_behind_long_form(targets), key=lambda target: -target.score)
    return tuple(
        target for place, target in enumerate(targets) if place < MOST_TARGETS or target.origin is Origin.GLOSSARY
    )


def distinct(targets: Iterable[Target]) -> list[Target]:
    """The targets without those that differ from an earlier one in case, hyphens, articles, plural endings or British
    spelling only; their evidence is added to that of the one that stays."""
    kept: dict[str, Target] = {}
    for target in targets:
        key = same_term_key(target.text)
        first = kept.get(key)
        if first is None:
            if key:
                kept[key] = target
            continue
        text = first.text
        if first.origin is not Origin.GLOSSARY and is_american(target.text) and not is_american(text):
            text = target.text
        kept[key] = replace(first, text=text, evidence=_once((*first.evidence, *target.evidence)))
    return list(kept.values())


def _with_parallel_text(
    targets: list[Target], parallel: ParallelText, forms: Sequence[str], paths: Sequence[str]
) -> list[Target]:
    """The targets weighed anew by what the translations of the term's segments say, with what only these have."""
    found = parallel.associations(forms, [target.text for target in targets])
    by_key = {same_term_key(one.text): one for one in found}
    segments = found[0].segments if found else 0
    weighed = []
    for target in targets:
        one = by_key.pop(same_term_key(target.text), None)
        if one is not None:
            weighed.append(_confirmed(target, one, paths))
        elif segments > 1 and target.origin in {Origin.COMPOSITION, Origin.SOUND}:
            weighed.append(replace(target, score=round(target.score * calibration.NOT_SEEN, 1)))
        else:
            weighed.append(target)
    for one in by_key.values():
        exclusive = one.together / (one.together + one.elsewhere)
        score = round(calibration.found_in_parallel_text(one.share, exclusive, one.segments, one.agreement), 1)
        evidence = Evidence("parallel text", one.detail(), score, paths[one.document], one.span)
        weighed.append(Target(one.text, score=score, origin=Origin.PARALLEL, evidence=(evidence,)))
    return sorted(weighed, key=lambda target: -target.score)


def _confirmed(target: Target, one: Association, paths: Sequence[str]) -> Target:
    score = round(calibration.confirmed(target.score, one.share, one.segments), 1)
    evidence = Evidence("parallel text", one.detail(), round(score - target.score, 1), paths[one.document], one.span)
    changed = replace(target, score=score, evidence=(*target.evidence, evidence))
    if target.origin in {Origin.COMPOSITION, Origin.SOUND}:
        return replace(changed, text=one.text, origin=Origin.PARALLEL)
    return changed


def _behind_long_form(targets: Sequence[Target]) -> list[Target]:
    """The targets with abbreviations just behind the long form, where one is sure; a composed long form is sure when
    its initials are those of an abbreviation that a text gives."""
    given = {target.text for target in targets if target.origin is Origin.GLOSS and is_abbreviation(target.text)}
    has_long_form = any(target.origin in SURE and not is_abbreviation(target.text) for target in targets)
    raised = list(targets) if has_long_form else _with_initials(targets, given)
    sure = [target.score for target in raised if _is_sure(target) and not is_abbreviation(target.text)]
    if not sure:
        return raised
    limit = max(sure) - BELOW_LONG_FORM
    return [
        replace(target, score=min(target.score, limit))
        if is_abbreviation(target.text) and target.origin not in SETTLED
        else target
        for target in raised
    ]


def _is_sure(target: Target) -> bool:
    return target.origin in SURE or target.score >= calibration.INITIALS


def _with_initials(targets: Sequence[Target], abbreviations: set[str]) -> list[Target]:
    """The targets with the first composed one raised whose initials are an abbreviation that the texts give."""
    for place, target in enumerate(targets):
        initials = _initials(target.text)
        if target.origin is Origin.COMPOSITION and initials in abbreviations:
            evidence = Evidence("initials", TargetReason.INITIALS.of(initials=initials), calibration.INITIALS)
            raised = replace(target, score=calibration.INITIALS, evidence=(*target.evidence, evidence))
            return [*targets[:place], raised, *targets[place + 1 :]]
    return list(targets)


def _initials(text: str) -> str:
    words = text.replace("-", " ").split()
    return "".join(word[0] for word in words if word.lower() not in SMALL_WORDS).upper()


def is_abbreviation(text: str) -> bool:
    """Whether English is an abbreviation: one word with a capital after its first letter."""
    return " " not in text and text[1:] != text[1:].lower()


def _once(evidence: Iterable[Evidence]) -> tuple[Evidence, ...]:
    """The evidence without what says the same again with another weight."""
    kept: dict[tuple[str, str, str | None], Evidence] = {}
    for item in evidence:
        kept.setdefault((item.kind, item.detail, item.document), item)
    return tuple(kept.values())
