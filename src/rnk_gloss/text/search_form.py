"""Finding one text in another as a person reads them: capitals and widths are alike, a voiced kana is another letter.

Unlike a match key, the form that is searched is made character by character (NFKD and case folding, Unicode 15,
sections 3.11 and 3.13). What is part of a text is therefore part of its form, too, and an index of forms misses none.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from unicodedata import combining, normalize

from rnk_gloss.model.span import Span
from rnk_gloss.text.normalise import nfc

# Among these no mark follows another one, so that normalising the whole text reorders nothing.
_WITHOUT_MARKS = re.compile(
    "[\0-\u02ff\u2000-\u20cf\u2100-\u2bff\u3000-\u3029\u3030-\u3098\u309b-\u9fff\uff00-\uff9d]*"
)


def search_form(text: str) -> str:
    """The text with case and width folded, each character by itself: ｶﾞ and ガ are カ with a voicing mark, Ａ is a."""
    if text.isascii():
        return text.lower()
    if _WITHOUT_MARKS.fullmatch(text):
        return normalize("NFKD", text).casefold()
    return "".join([_FORMS[character] for character in text])


class _Forms(dict[str, str]):
    def __missing__(self, character: str) -> str:
        form = normalize("NFKD", normalize("NFKD", character).casefold())
        self[character] = form
        return form


_FORMS = _Forms()


def _joins(character: str) -> bool:
    """Whether it belongs to the letter before it: a mark, or a Hangul vowel or final."""
    return combining(character) != 0 or "\u1160" <= character <= "\u11ff"


@dataclass(frozen=True)
class SearchText:
    """A text to be looked for in others; `exact` asks for the very characters, else case and width do not count.

    A letter is no part of another one: カ stands in ｶﾀﾞ, but not in ガス. The very characters count always.
    """

    text: str
    exact: bool = False

    @cached_property
    def form(self) -> str:
        """What stands in the form of every text that holds it."""
        return search_form(self.text)

    def holder(self) -> Callable[[str], bool]:
        """A function that says whether a text holds it, for very many texts."""
        wanted, form = self.text, self.form
        if self.exact:
            return lambda text: wanted in text
        if _joins(form[0]):
            return lambda text: wanted in text

        def holds(text: str) -> bool:
            stored = search_form(text)
            place = stored.find(form)
            while place >= 0:
                end = place + len(form)
                if end == len(stored) or not _joins(stored[end]):
                    return True
                place = stored.find(form, place + 1)
            return wanted in text

        return holds

    def places(self, text: str) -> tuple[Span, ...]:
        """Where it stands in a text, from left to right, no place within another; spans are of `text` as given."""
        if self.exact or _joins(self.form[0]):
            return self._very_places(text)
        stored, form = search_form(text), self.form
        place = stored.find(form)
        if place < 0:
            return ()
        # Every character has a form of its own; they are of one character each where the lengths are the same.
        starts = (
            range(len(text) + 1)
            if len(stored) == len(text)
            else list(accumulate(map(len, map(_FORMS.__getitem__, text)), initial=0))
        )
        found = []
        while place >= 0:
            end = place + len(form)
            span = Span(bisect_right(starts, place) - 1, bisect_left(starts, end))
            if end == len(stored) or not _joins(stored[end]) or text[span.start : span.end] == self.text:
                found.append(span)
                place = starts[span.end]
            else:
                place += 1
            place = stored.find(form, place)
        return tuple(found)

    def _very_places(self, text: str) -> tuple[Span, ...]:
        return tuple(Span(*match.span()) for match in re.finditer(re.escape(self.text), text))


def search_text(typed: str, *, exact: bool = False) -> SearchText:
    """What a person typed, as texts are kept (NFC); spaces around it count only where it is meant exactly."""
    return SearchText(nfc(typed if exact else typed.strip()), exact)
