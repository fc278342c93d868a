"""What each paragraph of a text is: heading, body or furniture, by its shape, its repetition and its neighbours."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from rnk_gloss.documents.furniture import Furniture, furniture_in, holds_sentence, is_keyword_list
from rnk_gloss.documents.lines import LIST_MARK, columns
from rnk_gloss.model.document import Paragraph, ParagraphKind
from rnk_gloss.model.traced import TracedText

# Widest headings in columns (two for a kanji); a title may be longer than the headings below it.
HEADING_WIDTH = 84
TITLE_WIDTH = 160

# What stands before headings as well as before the items of a list: 1. (2) ■ ◆
_HEADING_MARK = re.compile(r"\s*(?:[(（]?[\da-zA-Z]{1,3}[)）.．]|[①-⑳■□◆◇●○▪])")

# Running text must hold this share of the characters before position alone says that a line is furniture.
_MOSTLY_RUNNING = 0.6


@dataclass(frozen=True, slots=True)
class Draft:
    """A paragraph whose kind is not yet decided; `furniture` stands where its origin has shown it already.

    `stands_alone`: there is a blank line, or a complete sentence, before and after it.
    """

    content: TracedText
    stands_alone: bool = True
    kind: ParagraphKind | None = None
    furniture: Furniture | None = None


def with_roles(drafts: Sequence[Draft], *, japanese: bool) -> tuple[list[Paragraph], list[str]]:
    """The paragraphs with their kinds, and remarks that say what was taken for furniture and how often."""
    found = [_shape(draft, japanese=japanese) for draft in drafts]
    running = [
        draft.kind in {None, ParagraphKind.BODY} and furniture is None and holds_sentence(draft.content.text)
        for draft, furniture in zip(drafts, found, strict=True)
    ]
    _mark_repeated(drafts, found, running)
    if _mostly_running(drafts, found, running):
        _mark_by_position(drafts, found, running)
    headings = _headings(drafts, found, running)
    paragraphs = []
    for index, draft in enumerate(drafts):
        kind = draft.kind or (ParagraphKind.HEADING if index in headings else ParagraphKind.BODY)
        furniture = found[index]
        if furniture is not None:
            kind = ParagraphKind.BODY if furniture.is_translated else ParagraphKind.FURNITURE
        paragraphs.append(Paragraph(draft.content, kind))
    return paragraphs, _remarks(found)


def _shape(draft: Draft, *, japanese: bool) -> Furniture | None:
    if draft.furniture is not None or draft.kind is ParagraphKind.CODE:
        return draft.furniture
    found = furniture_in(draft.content.text, japanese=japanese)
    if draft.kind is ParagraphKind.HEADING and found not in {Furniture.NAVIGATION, Furniture.COPYRIGHT, Furniture.RULE}:
        return None
    return found


def _mark_repeated(drafts: Sequence[Draft], found: list[Furniture | None], running: Sequence[bool]) -> None:
    """Marks labels that stand there three times, or twice one after the other."""
    labels = [
        draft.content.text if draft.kind is None and furniture is None and not says else None
        for draft, furniture, says in zip(drafts, found, running, strict=True)
    ]
    counts = Counter(label for label in labels if label is not None and columns(label) <= HEADING_WIDTH)
    for index, label in enumerate(labels):
        if label is None or LIST_MARK.match(label):
            continue
        beside = label in {labels[index - 1] if index else None, labels[index + 1] if index + 1 < len(labels) else None}
        if counts[label] >= 3 or (beside and counts[label] == 2):
            found[index] = Furniture.REPEATED


def _mostly_running(drafts: Sequence[Draft], found: Sequence[Furniture | None], running: Sequence[bool]) -> bool:
    prose = total = 0
    for draft, furniture, says in zip(drafts, found, running, strict=True):
        if furniture is None and draft.kind is not ParagraphKind.CODE:
            total += len(draft.content)
            prose += len(draft.content) * says
    return total > 0 and prose >= total * _MOSTLY_RUNNING


def _mark_by_position(drafts: Sequence[Draft], found: list[Furniture | None], running: Sequence[bool]) -> None:
    """Marks rows of names and subjects before the text begins, and short labels after it has ended."""
    first, last = running.index(True), len(running) - 1 - list(reversed(running)).index(True)
    for index, draft in enumerate(drafts):
        if draft.kind is not None or found[index] is not None:
            continue
        text = draft.content.text
        if (0 < index < first and is_keyword_list(text, 2)) or (index > last and is_keyword_list(text, 3)):
            found[index] = Furniture.KEYWORDS
        elif index > last and columns(text) <= HEADING_WIDTH and not LIST_MARK.match(text):
            found[index] = Furniture.TRAILER


def _headings(drafts: Sequence[Draft], found: Sequence[Furniture | None], running: Sequence[bool]) -> set[int]:
    """The short lines that something follows: running text, or a heading of which that is true.

    None in a text that marks its headings.
    """
    headings: set[int] = set()
    if any(draft.kind is ParagraphKind.HEADING for draft in drafts):
        return headings
    leads = False
    for index in range(len(drafts) - 1, -1, -1):
        draft = drafts[index]
        if found[index] is not None or draft.kind is ParagraphKind.CODE:
            continue
        limit = TITLE_WIDTH if index == 0 else HEADING_WIDTH
        leads = leads and not running[index] and draft.stands_alone and _could_head(draft.content.text, limit)
        if leads and _is_list_item(drafts, index):
            leads = False
        if leads:
            headings.add(index)
        leads = leads or running[index]
    return headings


def _is_list_item(drafts: Sequence[Draft], index: int) -> bool:
    """Whether a marked line has a bullet, or has a number or sign and a line of the same sort beside it."""
    text = drafts[index].content.text
    mark = LIST_MARK.match(text)
    if mark is None:
        return False
    beside = [*drafts[max(0, index - 1) : index], *drafts[index + 1 : index + 2]]
    return not _HEADING_MARK.match(text) or any(LIST_MARK.match(draft.content.text) for draft in beside)


def _could_head(text: str, widest: int) -> bool:
    if columns(text) > widest or "\n" in text:
        return False
    return text[-1] not in "、，,;；:：。" and not is_keyword_list(text, 3)


def _remarks(found: Sequence[Furniture | None]) -> list[str]:
    counts = Counter(furniture for furniture in found if furniture is not None and not furniture.is_translated)
    if not counts:
        return []
    listed = ", ".join(f"{kind.value} ({counts[kind]})" for kind in Furniture if counts[kind])
    return [f"kept but not searched for terms: {listed}"]
