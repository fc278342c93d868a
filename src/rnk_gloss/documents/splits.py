"""Paragraphs that a page break or a picture cut in the middle of a sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rnk_gloss.documents.furniture import furniture_in
from rnk_gloss.documents.lines import LIST_MARK, columns, is_closed, is_latin_letter
from rnk_gloss.documents.roles import HEADING_WIDTH, Draft
from rnk_gloss.documents.wrapping import Vocabulary, across
from rnk_gloss.model.traced import TracedText
from rnk_gloss.text.script import is_japanese

# No Japanese sentence begins with these: small kana, long marks, closing brackets, commas, the particle を.
_CONTINUES = re.compile(r"[をぁぃぅぇぉっゃゅょゎんァィゥェォッャュョヮンー、。，．」』）】〉》]")
_PROSE_BEFORE = re.compile(r"。|、.*、|[^\W\d_][.,;] ")

# Context in characters that is enough to see which word stands across the break.
_CONTEXT = 20


def mended(drafts: Sequence[Draft], vocabulary: Vocabulary) -> tuple[list[Draft], int]:
    """The paragraphs with those put together that one sentence runs across, and how many breaks were mended.

    Furniture between the two parts, such as a page number, comes after the whole paragraph. A break is mended only
    where no paragraph can end: the part before it is prose without an end, and a word stands across the break or the
    part after it opens with a sign that opens no sentence.
    """
    result: list[Draft] = []
    unfinished: int | None = None
    count = 0
    for draft in drafts:
        if unfinished is not None:
            if _is_between(draft):
                result.append(draft)
                continue
            before = result[unfinished]
            if _runs_on(before, draft):
                left, gap = across(before.content, draft.content, vocabulary)
                whole = TracedText.joined([left, gap, draft.content])
                result[unfinished] = Draft(whole, before.stands_alone, before.kind)
                count += 1
                if not _is_unfinished(result[unfinished]):
                    unfinished = None
                continue
        result.append(draft)
        unfinished = len(result) - 1 if _is_unfinished(draft) else None
    return result, count


def _is_between(draft: Draft) -> bool:
    return draft.furniture is not None or furniture_in(draft.content.text, japanese=False) is not None


def _is_unfinished(draft: Draft) -> bool:
    """Whether a paragraph is prose, as commas or full stops inside it show, that does not end as prose does."""
    text = draft.content.text
    return draft.furniture is None and not is_closed(text) and bool(_PROSE_BEFORE.search(text))


def _runs_on(before: Draft, after: Draft) -> bool:
    left, right = before.content.text, after.content.text
    if before.kind is not after.kind or LIST_MARK.match(right):
        return False
    if is_latin_letter(left[-1]) or left[-1] in "-,":
        return right[0].islower() and columns(left) > HEADING_WIDTH / 2
    if _CONTINUES.match(right):
        return True
    if columns(left) < HEADING_WIDTH / 2 or not is_japanese(right[0]):
        return False
    # A headline has commas but no sentences; the word that seems to stand across its end is an accident.
    says_more_than_a_headline = "。" in left or columns(left) > HEADING_WIDTH
    return left[-1] == "、" or (says_more_than_a_headline and _word_stands_across(left, right))


def _word_stands_across(left: str, right: str) -> bool:
    if not is_japanese(left[-1]):
        return False
    from rnk_gloss.text.tokens import tokens

    context = left[-_CONTEXT:]
    found = tokens(context + right[:_CONTEXT])
    return any(token.start < len(context) < token.end for token in found)
