"""A text before its translation: for each segment what the memory and the glossary have for it."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from itertools import tee

from rnk_gloss.model.entry import Recognised
from rnk_gloss.model.match import Match
from rnk_gloss.service.memory import LONGEST_QUERY


@dataclass(frozen=True, slots=True)
class Pretranslation:
    """What is known for one segment: the best match, if there is one, and the glossary's terms that stand in it.

    `repeats` is the index (from 0) of the first segment with the same text, where this one is a repetition. A segment
    that `is_too_long` was not looked up.
    """

    text: str
    match: Match | None
    terms: tuple[Recognised, ...]
    repeats: int | None = None
    is_too_long: bool = False


def pretranslations(
    texts: Iterable[str],
    look_up: Callable[[Iterator[str]], Generator[list[Match], None, None]],
    recognise: Callable[[str], Sequence[Recognised]],
) -> Generator[Pretranslation, None, None]:
    """What is known for each text, in order; `look_up` gives the matches of texts that follow each other.

    A text that no query can be as long as is given to it as an empty one: a file that holds a page in one line must not
    keep the others from being looked up.
    """
    given, asked = tee(texts)
    first_of: dict[str, int] = {}
    with closing(look_up("" if _is_too_long(text) else text for text in asked)) as answers:
        for index, (text, matches) in enumerate(zip(given, answers, strict=True)):
            first = first_of.setdefault(text.strip(), index)
            yield Pretranslation(
                text=text,
                match=matches[0] if matches else None,
                terms=tuple(recognise(text)),
                repeats=None if first == index else first,
                is_too_long=_is_too_long(text),
            )


def _is_too_long(text: str) -> bool:
    return len(text.strip()) > LONGEST_QUERY
