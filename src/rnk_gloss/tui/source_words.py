"""Where the English of a term and of its parts is from, in the language that is spoken."""

from __future__ import annotations

import re

from rnk_gloss.model.evidence_details import WordSource
from rnk_gloss.tui.template_words import template_words
from rnk_gloss.tui.wording import noted, say

# Whose English the house list has; a name that is not here, as in a list of one's own, is as it was written.
_ISSUERS = frozenset(
    {
        noted("press usage"), noted("own site"), noted("treaty text"), noted("Japanese government"),
        noted("MOFA Japan"), noted("UN"), noted("US government"), noted("KCNA"), noted("ROK government"),
        noted("Chinese government"), noted("US Department of State"), noted("Russian government"), noted("EU"),
        noted("Ministry of Defense Japan"), noted("US law"), noted("US Department of Defense"), noted("IAEA"),
        noted("White House"), noted("NATO"), noted("UK government"), noted("US Treasury"), noted("Taiwan"),
    }
)  # fmt: skip
# A source stands alone, behind the word that it is for, or in the parentheses behind its English.
_SOURCE = re.compile(r"(?:^|(?<=: )|(?<=\())[A-Za-z][A-Za-z0-9 ]*(?=$|\)|: | \+ |, )")
_PART = re.compile(r"(?P<english>[^()]+) \((?:(?P<term>[^():]+): )?(?P<source>[^()]+)\)(?: \+ |$)")
_NUMBER = re.compile(r"\b(JMdict) \d+")


def sources_in_words(detail: str) -> str:
    """A chain of sources (用語: JMdict 1546310 + 集: suffix) with each source that is known in words."""
    return _SOURCE.sub(lambda found: source_in_words(found[0]), detail)


def source_in_words(source: str) -> str:
    """One source in words; one that is not known as it stands."""
    return say(source) if source in _ISSUERS else template_words(WordSource, source) or source


def without_numbers(detail: str) -> str:
    """The detail without the numbers of the dictionary's entries, which only a full account needs."""
    return _NUMBER.sub(r"\1", detail)


def parts_in_short(detail: str) -> str:
    """The parts of a term from which its English is composed (包括的 + 条約); empty where the detail names none."""
    parts = list(_PART.finditer(detail))
    if "".join(part[0] for part in parts) != detail:
        return ""
    return " + ".join(part["term"] or part["english"] for part in parts)
