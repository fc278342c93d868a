"""What takes long to make ready is made when several texts were read: a short run does without it."""

from __future__ import annotations

from typing import ClassVar, Protocol
from weakref import WeakSet

_LONGEST_BY_HAND = 200


class Prepared(Protocol):
    """What takes a millisecond or more to make ready."""

    def prepare(self) -> None: ...


class Preparation:
    """Whether a text is still read without what takes long to make ready.

    All that read texts count together, and then all is made ready, so that one text waits for it and not several in
    turn.
    """

    # Each reading by one table counts. One lookup with all its matches takes up to ninety, and to make everything ready
    # would double its time.
    texts_by_hand: ClassVar[int] = 120
    _waiting: ClassVar[WeakSet[Prepared]] = WeakSet()

    @classmethod
    def await_turn(cls, one: Prepared) -> None:
        """Have it made ready together with all others."""
        cls._waiting.add(one)

    @classmethod
    def can_wait(cls, text: str) -> bool:
        """Whether a text is short, and few were read before."""
        return cls.texts_by_hand > 0 and len(text) <= _LONGEST_BY_HAND

    @classmethod
    def is_done(cls) -> bool:
        """Whether so many texts were read that all is made ready, and what is made later is made at once."""
        return cls.texts_by_hand <= 0

    @classmethod
    def count(cls) -> None:
        """Counts a text that was read without; behind the last of them all is made ready."""
        cls.texts_by_hand -= 1
        if not cls.texts_by_hand:
            for one in list(cls._waiting):
                one.prepare()
