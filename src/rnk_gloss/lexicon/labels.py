"""The texts that stand for the short codes of JMdict, JMnedict and EDICT, worded as in `jamdict-data`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Literal

Kind = Literal["part of speech", "mark", "field", "spelling", "name"]
WORD_KINDS: tuple[Kind, ...] = ("part of speech", "mark", "field", "spelling")

# The wording of the files changes over the years ("archaism" is "archaic" today); the codes stay. What the program
# looks for in the texts is therefore found in files of any year if the code is known here.


@cache
def labels(kind: Kind) -> Mapping[str, str]:
    """The texts of one kind by code: `n` is "noun (common) (futsuumeishi)"."""
    rows = files("rnk_gloss.lexicon").joinpath("labels.tsv").read_text(encoding="utf-8").rstrip("\n").split("\n")[1:]
    return {code: text for code, of_kind, text in (row.split("\t") for row in rows) if of_kind == kind}


@cache
def word_labels() -> Mapping[str, str]:
    """The texts of all codes that JMdict has."""
    return {code: text for kind in WORD_KINDS for code, text in labels(kind).items()}


def known_codes(listed: str, kind: Kind) -> tuple[str, ...]:
    """The texts of codes that are listed with commas between them; () if one of them is no code of that kind."""
    texts = labels(kind)
    codes = [code.strip() for code in listed.split(",")]
    return tuple(texts[code] for code in codes) if all(code in texts for code in codes) else ()
