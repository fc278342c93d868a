"""Codes that a translation must carry over as they are: placeholders, tags, and the numbers of notes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import zip_longest
from typing import NamedTuple

from rnk_gloss.model.finding import Finding, FindingKind
from rnk_gloss.model.span import Span

_CODE = re.compile(
    # <b>, </b>, <br/>, <a href="…">: what is written in it may be translated. `text <target>` is a link.
    r"(?P<tag></?[A-Za-z][\w:-]{0,40}(?:\s[^<>=]{1,40}=[^<>]{0,200}|\s?/)?>(?!`))"
    # %s, %1$s, %(name)s; but 5%d is a percentage before a word.
    r"|(?P<format>(?<![\d%])%(?:\(\w{1,60}\)|\d{1,2}\$)?[-+#0]?\d{0,3}(?:\.\d{1,3})?[sdifgeuxXcr](?![A-Za-z]))"
    # {name}, {0}, {}, {{ name }}, ${name}
    r"|(?P<field>\$?\{\{? ?[\w.:-]{0,60} ?\}?\})"
    # 〔1〕, ［1］, [1]
    r"|(?P<note>[〔［\[]\d{1,4}[〕］\]])"
)
_TO_ONE_FORM = str.maketrans("〔〕［］０１２３４５６７８９", "[][]0123456789")
_TAG_NAME = re.compile(r"</?[A-Za-z][A-Za-z0-9:-]*")


class Code(NamedTuple):
    """A code as it is written at `span`; codes with one `key` stand for each other."""

    key: str
    written: str
    span: Span


def find_codes(text: str) -> list[Code]:
    """The codes of a text, in order."""
    return list(_codes(text))


def without_codes(text: str) -> str:
    """The text with spaces in the place of its codes, as long as before."""
    return _CODE.sub(lambda match: " " * len(match.group()), text)


def check_codes(source: str, target: str) -> Iterator[Finding]:
    """The codes that stand on one side only, each lost one beside one that stands in its place."""
    here, there = find_codes(source), find_codes(target)
    lost, added = _beyond(here, there), _beyond(there, here)
    for code, other in zip_longest(lost, added):
        yield Finding(
            FindingKind.INLINE_CODE,
            source_span=code.span if code else None,
            target_span=other.span if other else None,
            wanted=(code.written,) if code else (),
            found=(other.written,) if other else (),
        )


def _codes(text: str) -> Iterator[Code]:
    for match in _CODE.finditer(text):
        written = match.group()
        if match["tag"]:
            name = _TAG_NAME.match(written)
            key = name.group().lower() if name else written
        else:
            key = written.translate(_TO_ONE_FORM).replace(" ", "")
        yield Code(key, written, Span(*match.span()))


def _beyond(codes: list[Code], others: list[Code]) -> list[Code]:
    """The codes that stand more often here than there: the last ones of each kind."""
    spare = Counter(code.key for code in others)
    found = []
    for code in codes:
        if spare[code.key]:
            spare[code.key] -= 1
        else:
            found.append(code)
    return found
