"""Whether a stretch of Japanese is a word there, or a piece of a longer one: 京都 in 東京都."""

from __future__ import annotations

from collections.abc import Set as AbstractSet

INSIDE_LONGER_WORD = "inside a longer word"

# Prefixes and suffixes that leave the term between them what it is: 本契約書, 新条約, 条約案, 契約者側.
_PREFIXES = frozenset("本当同各新旧前元現両全総副準再超対親反非未")
_SUFFIXES = frozenset("側等者的化案時後前中内外間別用型式系製産性力率費額量数長員官権法論書類品物件名先元下上")


class Boundaries:
    """The word boundaries of one text: judged by script, and by the analyser where scripts do not tell."""

    __slots__ = ("_boundaries", "_text")

    def __init__(self, text: str) -> None:
        self._text = text
        self._boundaries: AbstractSet[int] | None = None

    def refusal(self, start: int, end: int) -> str:
        """Why the stretch is no word of its own, or nothing if it is one."""
        left = self._runs_on(start)
        right = self._runs_on(end)
        if left == right == "":
            return ""
        if "letters" in {left, right}:
            return INSIDE_LONGER_WORD
        if end - start > 1 and self._only_affix(start, end, left, right):
            return ""
        boundaries = self._from_analyser()
        if (left and start not in boundaries) or (right and end not in boundaries):
            return INSIDE_LONGER_WORD
        return ""

    def _runs_on(self, place: int) -> str:
        """What goes on across a place: `letters` (one word for certain), `kanji`, `katakana`, `kana`, or nothing."""
        if place in {0, len(self._text)}:
            return ""
        before, after = _script(self._text[place - 1]), _script(self._text[place])
        return before if before == after else ""

    def _only_affix(self, start: int, end: int, left: str, right: str) -> bool:
        """Whether one prefix or one suffix is all that holds the term in its run of kanji."""
        text = self._text
        if left == "kanji" and not right:
            return text[start - 1] in _PREFIXES and self._runs_on(start - 1) == ""
        if right == "kanji" and not left:
            return text[end] in _SUFFIXES and self._runs_on(end + 1) == ""
        return False

    def _from_analyser(self) -> AbstractSet[int]:
        if self._boundaries is None:
            from rnk_gloss.text.tokens import word_bounds

            self._boundaries = word_bounds(self._text)
        return self._boundaries


def _script(character: str) -> str:
    if "\u3400" <= character <= "\u9fff" or character == "々":
        return "kanji"
    if "ァ" <= character <= "ヺ" or character == "ー" or "ｦ" <= character <= "ﾟ":
        return "katakana"
    if "ぁ" <= character <= "ゖ":
        return "kana"
    return "letters" if character.isalnum() else ""
