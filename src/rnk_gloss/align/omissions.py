"""How freely a translator left sentences out or added some."""

from __future__ import annotations

from enum import StrEnum


class Omissions(StrEnum):
    """How often a sentence stands on one side only: it is the one choice of the aligner that depends on the text.

    `some` begins in the middle and goes by what the text itself shows; `rare` and `many` are held to, for literature
    and texts that were translated whole, and for abridged and updated ones.
    """

    RARE = "rare"
    SOME = "some"
    MANY = "many"

    @property
    def cost(self) -> float:
        """The log-weight of one omitted sentence, before its length counts."""
        return {Omissions.RARE: -6.0, Omissions.SOME: -4.5, Omissions.MANY: -3.0}[self]
