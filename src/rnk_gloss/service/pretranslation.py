"""A text before its translation: for each segment what the memory and the glossary have for it."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import closing
from itertools import tee

from rnk_gloss.model.entry import Recognised
from rnk_gloss.model.match import Match
from rnk_gloss.model.pretranslation import Pretranslation
from rnk_gloss.service.memory import fault_of


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
    return bool(fault_of(text))
