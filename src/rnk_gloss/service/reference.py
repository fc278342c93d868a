"""What can be asked of a glossary without changing it: likenesses in the memory, terms in a text, places of a word."""

from __future__ import annotations

import warnings
from collections.abc import Generator, Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Self

from rnk_gloss.errors import UsageError
from rnk_gloss.model.side import Side
from rnk_gloss.service.workspace import Workspace
from rnk_gloss.store.connection import BUSY_SECONDS
from rnk_gloss.text.languages import agree

if TYPE_CHECKING:
    from rnk_gloss.lexicon.dictionary import Lexicon
    from rnk_gloss.match.scoring import Scoring
    from rnk_gloss.model.document import Document
    from rnk_gloss.model.entry import Recognised
    from rnk_gloss.model.finding import CheckedTerm, Finding
    from rnk_gloss.model.match import Match
    from rnk_gloss.model.pretranslation import Pretranslation
    from rnk_gloss.service.annotation import AnnotatedParagraph
    from rnk_gloss.service.concordance import ConcordanceHit, ConcordanceQuery
    from rnk_gloss.service.forbidden_renderings import ForbiddingEntries
    from rnk_gloss.service.lookup_pool import Query
    from rnk_gloss.service.memory import MemoryCache
    from rnk_gloss.service.recognition import RecognitionCache

PathLike = str | Path


def _in_context(texts: Iterable[str]) -> Iterator[Query]:
    from rnk_gloss.service.lookup_pool import Query

    previous, last = "", None
    # A blank line parts paragraphs, and is no neighbour.
    blank: list[str] = []
    for text in texts:
        if not text.strip():
            blank.append(text)
            continue
        if last is not None:
            yield Query(last, previous, text)
            previous = last
        yield from map(Query, blank)
        blank.clear()
        last = text
    if last is not None:
        yield Query(last, previous, "")
    yield from map(Query, blank)


class Reference:
    """The part of a `Glossary` that answers. What it has read it keeps until the store changes.

    Use cases are imported where they are called: a lookup must not wait for what only an extraction needs.
    """

    def __init__(self, workspace: Workspace, *, scoring: Scoring | None = None) -> None:
        self.workspace = workspace
        self.scoring = scoring
        self._memory: MemoryCache | None = None
        self._sides: tuple[Side, ...] = ("source",)
        self._recognition: RecognitionCache | None = None
        self._forbidding: ForbiddingEntries | None = None

    @classmethod
    def open(
        cls,
        path: PathLike,
        *,
        author: str = "",
        create: bool = True,
        lexicon: Lexicon | None = None,
        scoring: Scoring | None = None,
        busy_seconds: float = BUSY_SECONDS,
    ) -> Self:
        """The glossary in the file at `path`, which is made where there is none and `create` allows it.

        `author` is noted with every change. `lexicon` replaces the user's own dictionary. `scoring` says what
        differences and origins cost a match, where that is not what `compare` says: see `scoring_of`. While another
        program writes, `busy_seconds` are waited before `DatabaseBusyError` is raised.
        """
        workspace = Workspace(Path(path), author=author, create=create, lexicon=lexicon, busy_seconds=busy_seconds)
        return cls(workspace, scoring=scoring)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the database."""
        self.workspace.close()

    def lookup(
        self,
        text: str,
        *,
        minimum: float = 70,
        limit: int | None = 5,
        side: Side = "source",
        language: str | None = None,
        to: str | None = None,
        previous: str | None = None,
        following: str | None = None,
    ) -> list[Match]:
        """The units at least `minimum` (50–100) like `text`, best first; a `limit` of None gives all.

        With `side="target"` the translations are compared with it. `language` is that of the text, and of this side of
        the units; without it the source is Japanese and the target English. With `to` the other side of the units is in
        that language. `en` is any English; `en-US` is not `en-GB`. Where the text before and after is given,
        an exact match that stood between the same two comes first, with 101; that is known of sources only.
        """
        from rnk_gloss.service import forbidden_renderings, memory, ranking

        given = previous is not None or following is not None
        if given and side == "target":
            raise UsageError("the neighbours of a unit are known for its source only", hint="leave the context out")
        if self._memory is None:
            self._renew_index()
            self._memory = memory.MemoryCache()
        self._forbidding = self._forbidding or forbidden_renderings.ForbiddingEntries()
        self._build_side(side)
        context = ranking.Neighbours(previous or "", following or "") if given else None
        with self.workspace.reading() as connection:
            matches = memory.lookup(
                connection,
                self._memory,
                text,
                minimum=minimum,
                limit=limit,
                side=side,
                language=language,
                to=to,
                context=context,
                scoring=self.scoring,
            )
            forbidding = self._forbidding.current(connection)
        return forbidden_renderings.marked(matches, forbidding, self.recognise)

    def languages(self, side: Side = "source") -> list[str]:
        """The languages of one side of the units, in alphabetical order."""
        from rnk_gloss.store.units import languages_of

        self._build_side(side)
        with self.workspace.reading() as connection:
            return languages_of(connection, side)

    def lookup_many(
        self,
        texts: Iterable[str],
        *,
        minimum: float = 70,
        limit: int | None = 5,
        side: Side = "source",
        language: str | None = None,
        to: str | None = None,
        context: bool | None = None,
        jobs: int = 1,
    ) -> Generator[list[Match], None, None]:
        """The matches of each text, in order; with `context` each text knows those before and after it, as sources do
        if nothing else is said.

        With `jobs` over 1 so many processes look up, and texts are read ahead; else no more are read than each answer
        needs. A script that is itself the program must then call this under `if __name__ == "__main__":`.
        """
        from rnk_gloss.service.lookup_pool import Query, Wish, look_up_in_processes

        if isinstance(texts, str):
            raise UsageError("lookup_many takes several texts, not one", hint="look one text up with lookup")
        wish = Wish(minimum, limit, side, language, to)
        in_context = side == "source" if context is None else context
        queries = _in_context(texts) if in_context else map(Query, texts)
        if jobs > 1:
            self._renew_index()
            self._build_side(side)
            yield from look_up_in_processes(self.workspace.path, self.scoring, queries, wish, jobs=jobs)
            return
        for query in queries:
            yield wish.of(self, query)

    def pretranslate(
        self, texts: Iterable[str], *, minimum: float = 75, language: str = "ja", to: str | None = None, jobs: int = 1
    ) -> Generator[Pretranslation, None, None]:
        """What is known for each segment of a text, given in order: the best match, the terms, and whether it repeats
        an earlier one. `to` and `jobs` are as in `lookup_many`."""
        from rnk_gloss.service.pretranslation import pretranslations

        look_up = partial(self.lookup_many, minimum=minimum, limit=1, language=language, to=to, jobs=jobs)

        def terms(text: str) -> list[Recognised]:
            found = self.recognise(text, language=language)
            return found if to is None else [hit for hit in found if agree(to, hit.other_language)]

        return pretranslations(texts, look_up, terms)

    def _renew_index(self) -> None:
        from rnk_gloss.service.upkeep import outdated_index, reindex

        if reasons := outdated_index(self.workspace):
            warnings.warn(
                f"{self.workspace.path}: the index is built anew, for it was made with {', '.join(reasons)}",
                stacklevel=3,
            )
            reindex(self.workspace)

    def _build_side(self, side: Side) -> None:
        """Build the index of a side of the memory that is looked up for the first time."""
        if side in self._sides:
            return
        if side != "target":
            raise UsageError(f"the side must be source or target, not {side}")
        from rnk_gloss.service.upkeep import kept_sides, reindex
        from rnk_gloss.service.workspace import QUICKLY_INDEXED

        if side not in kept_sides(self.workspace):
            count = self.workspace.unit_count()
            if count > QUICKLY_INDEXED:
                warnings.warn(
                    f"{self.workspace.path}: the index of the {side}s is built, once, from {count:,} units",
                    stacklevel=3,
                )
            reindex(self.workspace, side=side)
        self._sides = (*self._sides, side)

    def recognise(self, text: str, *, language: str = "ja", refused: bool = False) -> list[Recognised]:
        """The glossary's terms that stand in `text`, in order, with their places in it.

        In an English text (`language="en"`) these are the targets of entries in any inflection, forbidden ones too;
        each names its `target`. With `refused`, what looks like a term but is a piece of a longer word, number or term
        is given as well, with the reason in its `refusal`.
        """
        from rnk_gloss.service import recognition

        if self._recognition is None:
            self._renew_index()
            self._recognition = recognition.RecognitionCache()
        recognition.prepare(self.workspace, self._recognition)
        with self.workspace.reading() as connection:
            return recognition.recognise(connection, self._recognition, text, language=language, refused=refused)

    def checked_terms(
        self, source: str, target: str, *, language: str = "ja", target_language: str = "en"
    ) -> tuple[CheckedTerm, ...]:
        """The glossary's terms in `source`, in order, each with the place in `target` that renders it, or without."""
        from rnk_gloss.service.checks import checked_terms

        terms = self.recognise(source, language=language)
        return checked_terms(terms, target, language=language, target_language=target_language)

    def check_pair(
        self, source: str, target: str, *, language: str = "ja", target_language: str = "en"
    ) -> tuple[Finding, ...]:
        """What may be wrong with `target` as a translation of `source`: terms first, then what the texts say, then
        other translations of this source in the memory. Spans count the characters of the two texts."""
        from rnk_gloss.service.checks import check_pair

        terms = self.recognise(source, language=language)
        with self.workspace.reading() as connection:
            return check_pair(connection, terms, source, target, language=language, target_language=target_language)

    def annotate(self, document: Document | PathLike, *, refused: bool = False) -> Iterator[AnnotatedParagraph]:
        """The paragraphs of a document, or of a file in any format that can be read, each with the terms in it.

        The document's language decides what is looked for, as in `recognise`. All is of the moment of each paragraph.
        """
        from rnk_gloss.documents.reader import read_document
        from rnk_gloss.model.document import Document
        from rnk_gloss.service.annotation import annotate

        whole = document if isinstance(document, Document) else read_document(Path(document))
        return annotate(whole, lambda text: self.recognise(text, language=whole.language, refused=refused))

    def concordance(
        self,
        text: str | ConcordanceQuery,
        *,
        side: Side = "source",
        limit: int | None = 50,
        skip: int = 0,
    ) -> list[ConcordanceHit]:
        """The units of the memory that hold `text` in one of their sides, newest first; `limit` of them after `skip`.

        A `ConcordanceQuery` in place of the text names the side and says more: exact, status, document, order.
        """
        from rnk_gloss.service.concordance import ConcordanceQuery, concordance
        from rnk_gloss.service.upkeep import keep_parts_index

        keep_parts_index(self.workspace)
        query = text if isinstance(text, ConcordanceQuery) else ConcordanceQuery(text, side=side)
        with self.workspace.reading() as connection:
            return concordance(connection, query, limit=limit, skip=skip)

    def concordance_count(self, query: ConcordanceQuery) -> int:
        """How many units of the memory `concordance` would find in all."""
        from rnk_gloss.service.concordance import concordance_count

        with self.workspace.reading() as connection:
            return concordance_count(connection, query)
