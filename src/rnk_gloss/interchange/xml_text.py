"""Text on its way into and out of XML: what may stand in it, and what its white space means."""

from __future__ import annotations

import re

from rnk_gloss.interchange.report import LossTally
from rnk_gloss.interchange.xml_repair import ILLEGAL

_WHITE_SPACE = re.compile(r"[ \t\r\n]+")
# A line break that is followed by blanks is how a tool indents its file, not a line of the text.
_INDENTED_BREAK = re.compile(r"[ \t]*[\r\n][ \t\r\n]*[ \t]")


def legal_text(text: str, losses: LossTally) -> str:
    """The text without the characters that XML 1.0 forbids, which are counted."""
    if not ILLEGAL.search(text):
        return text
    losses.add("characters that XML does not allow", count=len(ILLEGAL.findall(text)))
    return ILLEGAL.sub("", text)


def as_one_line(text: str) -> str:
    """The text with each run of XML's white space as one space, none at its ends; wide Japanese spaces stay."""
    return _WHITE_SPACE.sub(" ", text).strip(" ")


def without_indentation(text: str) -> str:
    """The text with its line breaks, but for those that only indent the file, which become one space."""
    return _INDENTED_BREAK.sub(" ", text).strip(" \t\r\n")
