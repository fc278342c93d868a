"""What a person is asked about spellings: terms of one extraction that may be one term, or belong together."""

from __future__ import annotations

from collections.abc import Sequence

from rnk_gloss.extract.likenesses import questions
from rnk_gloss.model.entry import Candidate, LikenessKind, Origin
from rnk_gloss.model.selection import DEFAULT_CUT
from rnk_gloss.store.likenesses import FoundLikeness

_KINDS = {"short form": LikenessKind.SHORT_FORM, "alias": LikenessKind.ALIAS}


def spelling_questions(candidates: Sequence[Candidate], keys: Sequence[int]) -> list[FoundLikeness]:
    """The questions about the candidates above the default cut; `keys` are their entries, one for each candidate."""
    shown = {
        candidate.source: (candidate, key)
        for candidate, key in zip(candidates, keys, strict=True)
        if candidate.score >= DEFAULT_CUT
    }
    documents = {form: {place.document for place in one.occurrences} for form, (one, _) in shown.items()}
    english = {form: _first_dictionary_english(one) for form, (one, _) in shown.items()}
    return [
        FoundLikeness(
            shown[question.form][1],
            shown[question.other][1],
            _KINDS.get(question.reason, LikenessKind.SPELLING),
            question.reason,
            question.confidence,
        )
        for question in questions(documents, english.__getitem__)
    ]


def _first_dictionary_english(candidate: Candidate) -> str:
    trusted = {Origin.DICTIONARY, Origin.HOUSE_LIST}
    return next((target.text for target in candidate.targets if target.origin in trusted), "")
