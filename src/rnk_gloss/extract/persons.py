"""Persons in noun runs: a name with its title or form of address."""

from __future__ import annotations

import re
from dataclasses import dataclass

from rnk_gloss.extract.classes import NameKind, WordClass, text_of
from rnk_gloss.extract.knowledge import Knowledge
from rnk_gloss.extract.runs import KATAKANA, Run
from rnk_gloss.extract.wordlists import affixes, honorifics, titles

# A title may carry its office's name before it (米大統領, 外交担当補佐官), but not a whole other term.
LONGEST_OFFICE = 5
KANJI_NAME = re.compile(r"[一-龥々][一-龥々ぁ-ん]{2,}")
LONGEST_TITLE = 8
# Ministers are named by any office (外務貿易相); in 真相, 様相 … 相 is a part of another word.
MINISTER = re.compile(r"[一-龥]{2,6}(?<![真様世位面人手諸皮形])相$")
SHORTEST_ORGANISATION = 3


@dataclass(frozen=True, slots=True)
class TitledName:
    """A person's name and what follows it; `title` holds the words after the name, `suffix` their last known title."""

    name: Run
    title: Run
    suffix: str

    @property
    def is_address(self) -> bool:
        """Whether the name is followed by a mere form of address."""
        return text_of(self.title) in honorifics()


def titled_name(run: Run, knowledge: Knowledge) -> TitledName | None:
    """The person that a run names together with a title, or None. A country before the name stays with the name."""
    if _is_listed_person(run, knowledge) and (suffix := known_title(text_of(run[1:]))):
        return TitledName(run[:1], run[1:], suffix)
    for place in range(len(run) - 1, 0, -1):
        tail = text_of(run[place:])
        suffix = known_title(tail)
        if suffix and len(tail) <= len(suffix) + LONGEST_OFFICE and _is_name(run[:place], knowledge):
            return TitledName(run[:place], run[place:], suffix)
    return None


def post_in(run: Run) -> Run:
    """The title at the end of a run that names a post in an organisation (〈大学〉准教授), or ().

    The title is the longest that begins at a word, with what qualifies it (客員, 主任 …).
    """
    for place in range(1, len(run)):
        if text_of(run[place:]) in titles():
            while place > 1 and run[place - 1].text in affixes("title qualifiers"):
                place -= 1
            return run[place:] if len(text_of(run[:place])) >= SHORTEST_ORGANISATION else ()
    return ()


def known_title(text: str) -> str:
    """The longest title or form of address that ends `text`, or ""."""
    for start in range(max(0, len(text) - LONGEST_TITLE), len(text)):
        if text[start:] in titles() or text[start:] in honorifics():
            return text[start:]
    return found.group() if (found := MINISTER.search(text)) else ""


def _is_listed_person(run: Run, knowledge: Knowledge) -> bool:
    first = run[0]
    return (
        len(run) > 1
        and first.is_proper
        and KANJI_NAME.fullmatch(first.text) is not None
        and (first.name is NameKind.PERSON or knowledge.of(first.text).is_full_name)
    )


def _is_name(words: Run, knowledge: Knowledge) -> bool:
    last = words[-1]
    if last.name in {NameKind.COUNTRY, NameKind.PLACE}:
        return False
    if last.is_proper:
        return last.name is not NameKind.NONE or knowledge.of(last.text).is_person
    foreign = all(
        KATAKANA.fullmatch(word.text) or word.kind is WordClass.MIDDOT or word.name is NameKind.PERSON for word in words
    )
    if foreign:
        facts = knowledge.of(last.text)
        return facts.is_person or not facts.is_word or not facts.commonness
    return knowledge.of(text_of(words)).is_person and not knowledge.of(text_of(words)).is_word
