"""Pickers of short texts: those that there are, or the one that is typed."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import dataclass

from rnk_gloss.text.cells import fit
from rnk_gloss.text.normalise import fold_key
from rnk_gloss.tui.painting import Line
from rnk_gloss.tui.picker import Picker
from rnk_gloss.tui.wording import say

_NEW = 0
_SIGN_WIDTH = 4


@dataclass(frozen=True, slots=True)
class Offer:
    """A text to choose; `ink` is how it is painted. The one that was typed has the id 0."""

    id: int
    source: str
    ink: str = ""


class OfferPicker(Picker[Offer]):
    """Offers texts by their numbers, and what is typed where it is none of them: first with `new_first`, else last."""

    def __init__(
        self, title: str, texts: Sequence[tuple[str, str]], *, hint: str, new_first: bool = False, empty: str = ""
    ) -> None:
        """`texts` are texts and their inks; `empty` names the choice of no text, where that is one."""
        super().__init__(title, self._offered, self._of_ids, self._offer_line, hint=hint, numbered=True)
        self._offers = [Offer(number, text, ink) for number, (text, ink) in enumerate(texts, start=1)]
        self._empty = empty
        if empty:
            self._offers.append(Offer(len(self._offers) + 1, ""))
        self._new_first = new_first
        self._typed = ""

    def _offered(self, typed: str) -> array[int]:
        self._typed = typed
        wanted = fold_key(typed)
        found = [offer for offer in self._offers if wanted in fold_key(offer.source or self._empty)]
        if wanted:
            # What was typed whole is meant, although longer ones hold it, too.
            found.sort(key=lambda offer: fold_key(offer.source) != wanted)
        keys = [offer.id for offer in found]
        if typed and typed not in {offer.source for offer in self._offers}:
            keys.insert(0 if self._new_first else len(keys), _NEW)
        return array("q", keys)

    def _of_ids(self, keys: Sequence[int]) -> Sequence[Offer]:
        return [self._offers[key - 1] if key else Offer(_NEW, self._typed) for key in keys]

    def _offer_line(self, offer: Offer, place: int, width: int) -> Sequence[Line]:
        if offer.id == _NEW:
            return [[(f" {'+':{_SIGN_WIDTH - 1}}", "strong"), (fit(offer.source, width - _SIGN_WIDTH), "")]]
        number = str(place + 1) if place < 9 and not self._typed else ""
        text = (offer.source, offer.ink) if offer.source else (self._empty, "dim")
        return [[(f" {number:{_SIGN_WIDTH - 1}}", "strong"), (fit(text[0], width - _SIGN_WIDTH), text[1])]]


def subject_picker(subjects: Sequence[str], count: int) -> OfferPicker:
    """Asks for the subject field of so many entries."""
    return OfferPicker(
        say("Subject of {count} entries", count=count) if count > 1 else say("Subject"),
        [(subject, "") for subject in subjects],
        hint=say("a subject, known or new"),
        empty=say("(no subject)"),
    )


def reason_picker(reasons: Sequence[str]) -> OfferPicker:
    """Asks why something is rejected."""
    return OfferPicker(
        say("Reject, because …"),
        [(reason, "") for reason in reasons],
        hint=say("the reason, for whoever meets it again"),
    )
