"""Many lookups at once: processes that each open the store for themselves, with answers in the order of the queries."""

from __future__ import annotations

import signal
from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from rnk_gloss.errors import GlossError
from rnk_gloss.model.match import Match
from rnk_gloss.model.side import Side

if TYPE_CHECKING:
    from concurrent.futures import Future

    from rnk_gloss.match.scoring import Scoring
    from rnk_gloss.service.glossary import Glossary
    from rnk_gloss.service.reference import Reference

BATCH = 32
# So many batches for each process are under way or wait to be taken: enough that none is idle, and not more in memory.
_WAITING = 3


@dataclass(frozen=True, slots=True)
class Query:
    """A text to look up, with those before and after it where a match between the same neighbours is wanted."""

    text: str
    previous: str | None = None
    following: str | None = None


@dataclass(frozen=True, slots=True)
class Wish:
    """What is asked of every lookup: as the arguments of `Glossary.lookup`."""

    minimum: float
    limit: int | None
    side: Side
    language: str | None
    to: str | None

    def of(self, glossary: Reference, query: Query) -> list[Match]:
        """The matches of one query."""
        return glossary.lookup(
            query.text,
            minimum=self.minimum,
            limit=self.limit,
            side=self.side,
            language=self.language,
            to=self.to,
            previous=query.previous,
            following=query.following,
        )


def look_up_in_processes(
    database: Path, scoring: Scoring | None, queries: Iterable[Query], wish: Wish, *, jobs: int
) -> Iterator[list[Match]]:
    """The matches of each query, in order, looked up by so many processes.

    Queries are read ahead, a few batches for each process; an error of a query is raised in its place. Close the
    iterator to end the processes before it is used up.
    """
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool
    from multiprocessing import get_context

    iterator = iter(queries)
    waiting: deque[Future[list[list[Match] | GlossError]]] = deque()
    # A forked child would share the open database of this process, which SQLite forbids.
    pool = ProcessPoolExecutor(jobs, get_context("spawn"), initializer=_open_in_worker, initargs=(database, scoring))
    try:
        while True:
            while len(waiting) < _WAITING * jobs and (batch := list(islice(iterator, BATCH))):
                with _interrupts_held():
                    waiting.append(pool.submit(_look_up_in_worker, batch, wish))
            if not waiting:
                return
            for found in waiting.popleft().result():
                if isinstance(found, GlossError):
                    raise found
                yield found
    except BrokenProcessPool as error:
        raise GlossError(
            "a process that looked up was ended", hint="was there too little memory? try fewer --jobs"
        ) from error
    finally:
        pool.shutdown(cancel_futures=True)


@contextmanager
def _interrupts_held() -> Iterator[None]:
    """Processes that are started here get no Ctrl-C of the terminal: it is for their parent, which ends them."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


_worker: list[Glossary] = []


def _open_in_worker(database: Path, scoring: Scoring | None) -> None:
    from rnk_gloss.service.glossary import Glossary

    _worker.append(Glossary.open(database, create=False, scoring=scoring))


def _look_up_in_worker(batch: list[Query], wish: Wish) -> list[list[Match] | GlossError]:
    found: list[list[Match] | GlossError] = []
    for query in batch:
        try:
            found.append(wish.of(_worker[0], query))
        except GlossError as error:
            # What is asked for behind it is in vain: the caller sees the error first.
            found.append(error)
            break
    return found
