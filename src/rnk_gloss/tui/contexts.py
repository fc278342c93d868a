"""Where a term stands: key words in context, each with the English sentence that is aligned with it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rnk_gloss.model.entry import Context, Entry
from rnk_gloss.service.agreement import Agreement, RenderingFinder
from rnk_gloss.text.cells import ELLIPSIS, cell_width, fit, printable
from rnk_gloss.tui.glyphs import Glyphs
from rnk_gloss.tui.painting import Fragment, Line, cut_fragments, mark, wrap_fragments
from rnk_gloss.tui.wording import say

_INDENT = 2
_LONGEST_TARGET = 32
PAGE = 20


@dataclass(frozen=True, slots=True)
class ContextPage:
    """Some places of a term with their translations, in which what the entry knows is marked; `first` of all `count`
    places is the first of them, counted from 0."""

    places: tuple[tuple[Context, tuple[Fragment, ...]], ...] = ()
    first: int = 0
    count: int = 0

    @property
    def title(self) -> str:
        """Which places these are."""
        if not self.places:
            return say("contexts")
        last = self.first + len(self.places)
        if last - self.first == self.count:
            return say("contexts  {count}", count=f"{self.count:,}")
        return say("contexts  {first}–{last} of {count}", first=self.first + 1, last=last, count=f"{self.count:,}")


def page_of(contexts: Sequence[Context], entry: Entry, first: int) -> ContextPage:
    """The page of these places of an entry's term."""
    finder = RenderingFinder(entry)
    places = tuple((one, tuple(marked(one.translation, entry, finder))) for one in contexts)
    # Another program may have added places since the entry was read.
    return ContextPage(places, first, max(entry.count, first + len(places)))


def marked(translation: str, entry: Entry, finder: RenderingFinder) -> list[Fragment]:
    """A translation in which the targets of the entry stand out, forbidden ones as what must not be."""
    fragments: list[Fragment] = []
    end = 0
    for found in finder.find(translation):
        ink = "forbidden" if found.target in entry.forbidden else "term"
        fragments += [(translation[end : found.start], "dim"), (translation[found.start : found.end], ink)]
        end = found.end
    fragments.append((translation[end:], "dim"))
    return [fragment for fragment in fragments if fragment[0]]


def agreement_in_words(entry: Entry, known: Agreement) -> str:
    """How many translations hold the target to use; empty where nothing is aligned or there is no such target."""
    if not known.aligned or entry.preferred is None:
        return ""
    target = printable(fit(entry.preferred, min(cell_width(entry.preferred), _LONGEST_TARGET)))
    if known.places >= entry.count:
        return say(
            "{target} in {agree} of {aligned} translations", target=target, agree=known.agree, aligned=known.aligned
        )
    return say(
        "{target} in {agree} of {aligned} translations (first {places} places)",
        target=target,
        agree=known.agree,
        aligned=known.aligned,
        places=known.places,
    )


def context_lines(page: ContextPage, glyphs: Glyphs, width: int, *, whole: bool = False) -> list[Line]:
    """The contexts at a width: one line for each language or, with `whole`, the whole sentences."""
    if not page.places:
        return [[(say("no text of the store holds this term"), "dim")]]
    lines: list[Line] = []
    for context, english in page.places:
        lines += (_whole if whole else _short)(context, english, glyphs, width)
    return lines


def _short(context: Context, english: Sequence[Fragment], glyphs: Glyphs, width: int) -> list[Line]:
    start, end = context.within
    key = printable(context.sentence[start:end])
    room = width - cell_width(key)
    if room < 0:
        lines: list[Line] = [[(fit(key, width), "term")]]
    else:
        left, right = context.sentence[:start], context.sentence[end:]
        lines = [[(fit(left, room // 2, "right"), ""), (key, "term"), (fit(right, room - room // 2), "")]]
    if english:
        lines.append([(f"{glyphs.translation} ", "label"), *_around_first(english, width - _INDENT)])
    return lines


def _around_first(fragments: Sequence[Fragment], width: int) -> list[Fragment]:
    """The fragments in one line; where they are too long, the part around the first marked one."""
    shown = [(printable(text), ink) for text, ink in fragments]
    if sum(cell_width(text) for text, _ in shown) <= width:
        return shown
    place = next((number for number, (_, ink) in enumerate(shown) if ink != "dim"), 0)
    before = "".join(text for text, _ in shown[:place])
    key = shown[place][0] if place else ""
    if cell_width(before) + cell_width(key) + 1 > width:
        before = _from_whole_word(fit(before, max((width - cell_width(key)) // 2, 0), "right"))
    line: list[Fragment] = [(before, "dim")] if before else []
    rest = shown[place:]
    left = max(width - cell_width(before), 0)
    whole = "".join(text for text, _ in rest)
    text = fit(whole, left) if cell_width(whole) > left else whole
    tail = cut_fragments(rest, 0, max(len(text.rstrip(" ")) - 1, 0))
    return [*line, *tail, (text[sum(len(part) for part, _ in tail) :], "dim")]


def _from_whole_word(cut: str) -> str:
    space = cut.find(" ")
    return ELLIPSIS + cut[space + 1 :] if cut.startswith(ELLIPSIS) and 0 < space < len(cut) - 1 else cut


def _whole(context: Context, english: Sequence[Fragment], glyphs: Glyphs, width: int) -> list[Line]:
    room = max(width - _INDENT, 2)
    start, end = context.within
    sentence = mark(context.sentence, [(start, end)], "term")
    lines: list[Line] = [[(printable(context.document), "label")]]
    lines += [[(" " * _INDENT, ""), *line] for line in wrap_fragments(sentence, room)]
    for number, line in enumerate(wrap_fragments(english, room) if english else ()):
        lines.append([(f"{glyphs.translation} " if number == 0 else " " * _INDENT, "label"), *line])
    return lines
