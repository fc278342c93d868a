"""Text on its way into and out of XML: what may stand in it, how it is escaped, and what its white space means."""

from __future__ import annotations

import re
from xml.sax.saxutils import quoteattr

from rnk_gloss.interchange.report import LossTally
from rnk_gloss.interchange.xml_repair import ILLEGAL

# Nearly every text is of these characters only, and to see that all are takes a third of a search for one that is not.
_LETTERS = "'-;=?-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff"
_is_plain = re.compile(f"[\t\n !-%{_LETTERS}]*").fullmatch
_is_plain_in_quotes = re.compile(f"[ !#-%{_LETTERS}]*").fullmatch
_LINE_BREAKS = {"\t": "&#9;", "\n": "&#10;", "\r": "&#13;"}
_WHITE_SPACE = re.compile(r"[ \t\r\n]+")
# A line break that is followed by blanks is how a tool indents its file, not a line of the text.
_INDENTED_BREAK = re.compile(r"[ \t]*[\r\n][ \t\r\n]*[ \t]")


def written_text(text: str, losses: LossTally) -> str:
    """The text as it stands between tags, without what XML 1.0 forbids, which is counted."""
    return text if _is_plain(text) else _escaped(legal_text(text, losses))


def written_attribute(text: str, losses: LossTally) -> str:
    """The text as it stands in an attribute, with its quotation marks; the same holds for it."""
    return f'"{text}"' if _is_plain_in_quotes(text) else escaped_attribute(legal_text(text, losses))


def escaped_text(text: str) -> str:
    """Text as it stands between tags; a carriage return as a reference, since XML would make a line feed of it."""
    return text if _is_plain(text) else _escaped(text)


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\r", "&#13;")


def escaped_attribute(text: str) -> str:
    """Text as it stands in an attribute, with its quotation marks; line breaks and tabs as references."""
    return f'"{text}"' if _is_plain_in_quotes(text) else quoteattr(text, _LINE_BREAKS)


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
