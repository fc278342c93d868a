"""What was looked up before, to be gone through again."""

from __future__ import annotations

MOST_KEPT = 200


class LookedUp:
    """Texts that were looked up in this session, the newest last."""

    def __init__(self) -> None:
        self._texts: list[str] = []
        self._place: int | None = None

    def note(self, text: str) -> None:
        """Keep a text. What is typed on is one text, as long as it was at its longest."""
        if self._place is not None and self._texts[self._place] == text:
            return
        self._place = None
        if self._texts and self._texts[-1].startswith(text):
            return
        if self._texts and text.startswith(self._texts[-1]):
            self._texts.pop()
        if text in self._texts:
            self._texts.remove(text)
        self._texts.append(text)
        del self._texts[:-MOST_KEPT]

    def is_recalled(self, text: str) -> bool:
        """Whether a text is the one that was recalled last."""
        return self._place is not None and self._texts[self._place] == text

    def older(self) -> str | None:
        """The text before the one that was recalled last, or the newest; None where there is none."""
        place = len(self._texts) if self._place is None else self._place
        if place == 0:
            return None
        self._place = place - 1
        return self._texts[self._place]

    def newer(self) -> str | None:
        """The text after the one that was recalled last; None after the newest, where the going through ends."""
        if self._place is None or self._place + 1 == len(self._texts):
            self._place = None
            return None
        self._place += 1
        return self._texts[self._place]

    def leave(self) -> None:
        """End the going through: the next text to be recalled is the newest."""
        self._place = None
