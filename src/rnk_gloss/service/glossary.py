"""The facade that scripts import: one open glossary, with everything the program can do with it."""

from __future__ import annotations

import warnings
from array import array
from collections.abc import Generator, Iterable, Iterator, Sequence
from itertools import chain, pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Literal, Self

from rnk_gloss.align.omissions import Omissions
from rnk_gloss.errors import UsageError
from rnk_gloss.model.conflict import OnConflict
from rnk_gloss.model.selection import DEFAULT_CUT, EntryOrder, EntrySelection, SegmentSelection
from rnk_gloss.model.side import Side
from rnk_gloss.model.status import Status, Usage
from rnk_gloss.model.unit import Unit
from rnk_gloss.service.workspace import Progress, Workspace

if TYPE_CHECKING:
    from rnk_gloss.lexicon.dictionary import Lexicon
    from rnk_gloss.match.scoring import Scoring
    from rnk_gloss.model.document import Document, DocumentRecord
    from rnk_gloss.model.entry import Context, Entry, FormCount, Likeness, Recognised
    from rnk_gloss.model.match import Match
    from rnk_gloss.model.operation import Operation
    from rnk_gloss.model.pretranslation import Pretranslation
    from rnk_gloss.model.report import ExportReport, ExtractionReport, ImportReport
    from rnk_gloss.model.segment import Segment
    from rnk_gloss.service.annotation import AnnotatedParagraph
    from rnk_gloss.service.concordance import ConcordanceHit, ConcordanceQuery
    from rnk_gloss.service.forbidden_renderings import ForbiddingEntries
    from rnk_gloss.service.intake import Options
    from rnk_gloss.service.lookup_pool import Query
    from rnk_gloss.service.memory import MemoryCache
    from rnk_gloss.service.realignment import Realignment
    from rnk_gloss.service.recognition import RecognitionCache
    from rnk_gloss.service.review import EntryEdit

PathLike = str | Path


def _in_context(texts: Iterable[str]) -> Iterator[Query]:
    from rnk_gloss.service.lookup_pool import Query

    previous = ""
    for text, following in pairwise(chain(texts, [""])):
        yield Query(text, previous, following)
        previous = text


class Glossary:
    """An open `glossary.db`. Use it in a `with` block, in one thread; errors are `rnk_gloss.errors.GlossError`s.

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
    ) -> Self:
        """The glossary in the file at `path`, which is made where there is none and `create` allows it.

        `author` is noted with every change. `lexicon` replaces the user's own dictionary. `scoring` says what
        differences and origins cost a match, where that is not what `compare` says: see `scoring_of`.
        """
        return cls(Workspace(Path(path), author=author, create=create, lexicon=lexicon), scoring=scoring)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the database."""
        self.workspace.close()

    def extract(
        self,
        source: PathLike,
        translation: PathLike | None = None,
        *,
        subject: str = "",
        encoding: str | None = None,
        progress: Progress | None = None,
    ) -> ExtractionReport:
        """Extract the terms of a Japanese file or folder and, with its translation, its aligned segments."""
        from rnk_gloss.service.intake import Options

        pairs = [] if translation is None else [(Path(source), Path(translation))]
        singles = [Path(source)] if translation is None else []
        return self.extract_all(singles, pairs=pairs, options=Options(subject, encoding), progress=progress)

    def extract_all(
        self,
        paths: Sequence[Path],
        *,
        pairs: Sequence[tuple[Path, Path]] = (),
        options: Options | None = None,
        progress: Progress | None = None,
    ) -> ExtractionReport:
        """Extract many files and folders as one operation; files that belong together by name are paired."""
        from rnk_gloss.service.extraction import extract

        return extract(self.workspace, paths, pairs=pairs, options=options, progress=progress)

    def lookup(
        self,
        text: str,
        *,
        minimum: float = 70,
        limit: int | None = 5,
        side: Side = "source",
        language: str | None = None,
        previous: str | None = None,
        following: str | None = None,
    ) -> list[Match]:
        """The units at least `minimum` (50–100) like `text`, best first; a `limit` of None gives all.

        With `side="target"` the translations are compared with it. `language` is that of the text, and of this side of
        the units; without it the source is Japanese and the target English. Where the text before and after is given,
        an exact match that stood between the same two comes first, with 101; that is known of sources only.
        """
        from rnk_gloss.service import forbidden_renderings, memory

        given = previous is not None or following is not None
        if given and side == "target":
            raise UsageError("the neighbours of a unit are known for its source only", hint="leave the context out")
        if self._memory is None:
            self._renew_index()
            self._memory = memory.MemoryCache()
        self._forbidding = self._forbidding or forbidden_renderings.ForbiddingEntries()
        self._build_side(side)
        context = memory.Neighbours(previous or "", following or "") if given else None
        with self.workspace.reading() as connection:
            matches = memory.lookup(
                connection,
                self._memory,
                text,
                minimum=minimum,
                limit=limit,
                side=side,
                language=language,
                context=context,
                scoring=self.scoring,
            )
            forbidding = self._forbidding.current(connection)
        return forbidden_renderings.marked(matches, forbidding, self.recognise)

    def lookup_many(
        self,
        texts: Iterable[str],
        *,
        minimum: float = 70,
        limit: int | None = 5,
        side: Side = "source",
        language: str | None = None,
        context: bool | None = None,
        jobs: int = 1,
    ) -> Generator[list[Match], None, None]:
        """The matches of each text, in order; with `context` each text knows those before and after it, as sources do
        if nothing else is said.

        With `jobs` over 1 so many processes look up, and texts are read ahead; else no more are read than each answer
        needs. A script that is itself the program must then call this under `if __name__ == "__main__":`.
        """
        from rnk_gloss.service.lookup_pool import Query, Wish, look_up_in_processes

        wish = Wish(minimum, limit, side, language)
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
        self, texts: Iterable[str], *, minimum: float = 75, language: str = "ja", jobs: int = 1
    ) -> Generator[Pretranslation, None, None]:
        """What is known for each segment of a text, given in order: the best match, the terms, and whether it repeats
        an earlier one. `jobs` is as in `lookup_many`."""
        from functools import partial

        from rnk_gloss.service.pretranslation import pretranslations

        look_up = partial(self.lookup_many, minimum=minimum, limit=1, language=language, jobs=jobs)
        return pretranslations(texts, look_up, self.recognise)

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

    def add_units(self, units: Iterable[Unit | tuple[str, str]], *, status: Status = Status.APPROVED) -> int:
        """How many units were added to the memory: `Unit`s, or pairs of a Japanese and an English text."""
        from rnk_gloss.store.units import add_units
        from rnk_gloss.text.match_key import match_key
        from rnk_gloss.text.normalise import nfc

        def whole(unit: Unit | tuple[str, str]) -> Unit:
            return unit if isinstance(unit, Unit) else Unit(nfc(unit[0]), nfc(unit[1]), status=status)

        with self.workspace.writing("add units") as writer:
            return add_units(writer, map(whole, units), match_key)

    def import_file(
        self,
        path: PathLike,
        *,
        dry_run: bool = False,
        format_name: str | None = None,
        on_conflict: OnConflict | str = OnConflict.BOTH,
    ) -> ImportReport:
        """Put the units and entries of a file of another tool, or of another store, into this one, all or none of them.

        `on_conflict` says who wins where the file translates otherwise than the store: `keep`, `replace` or `both`.
        """
        from rnk_gloss.service.transfer import import_file

        return import_file(
            self.workspace, Path(path), dry_run=dry_run, format_name=format_name, on_conflict=OnConflict(on_conflict)
        )

    def export(
        self,
        path: PathLike,
        *,
        status: Status | str | None = None,
        format_name: str | None = None,
        profile: str | None = None,
        kind: Literal["units", "entries"] | None = None,
        strict: bool = False,
    ) -> ExportReport:
        """Write the memory (TMX), the glossary (CSV …) or everything (JSON lines) to a file.

        Without `status`, what is not rejected is written, to JSON lines all. With `strict`, nothing is written when the
        format cannot carry everything.
        """
        from rnk_gloss.interchange.options import WriteOptions
        from rnk_gloss.service.transfer import export

        statuses = None if status is None else (Status(status),)
        options = WriteOptions(profile=profile)
        return export(
            self.workspace,
            Path(path),
            format_name=format_name,
            kind=kind,
            statuses=statuses,
            options=options,
            strict=strict,
        )

    def terms(self, *, everything: bool = False, order: EntryOrder = EntryOrder.SCORE) -> list[Entry]:
        """The glossary, best first: what is approved or above the default cut or, with `everything`, every entry."""
        selection = (
            EntrySelection(order=order)
            if everything
            else EntrySelection((Status.CANDIDATE, Status.APPROVED), DEFAULT_CUT, order=order)
        )
        return self.entries(self.entry_ids(selection))

    def entry_ids(self, selection: EntrySelection) -> array[int]:
        """The ids of the selected entries, in order: cheap for very long lists."""
        from rnk_gloss.store.entries import entry_ids

        with self.workspace.reading() as connection:
            return entry_ids(connection, selection)

    def entries(self, keys: Sequence[int], *, evidence: bool = False) -> list[Entry]:
        """The entries of these ids, in this order; with `evidence` also why each is believed."""
        from rnk_gloss.store.entries import entries

        with self.workspace.reading() as connection:
            return entries(connection, keys, evidence=evidence)

    def entry(self, key: int) -> Entry:
        """One entry with its evidence. Raises `NotFoundError`."""
        from rnk_gloss.store.entries import entry

        with self.workspace.reading() as connection:
            return entry(connection, key)

    def contexts(self, key: int, *, limit: int | None = None, skip: int = 0) -> list[Context]:
        """Where the term of an entry stands, with the translations that are aligned with these places."""
        from rnk_gloss.store.entries import contexts

        with self.workspace.reading() as connection:
            return contexts(connection, key, limit=limit, skip=skip)

    def entry_counts(self) -> dict[Status, int]:
        """How many entries stand in each status."""
        from rnk_gloss.store.entries import counts_by_status

        with self.workspace.reading() as connection:
            return counts_by_status(connection)

    def decide(self, keys: Sequence[int], status: Status, *, reason: str = "") -> int:
        """How many entries changed: approve, reject (with a reason) or reopen them as one undoable operation."""
        from rnk_gloss.service.review import decide_entries

        return decide_entries(self.workspace, keys, status, reason=reason)

    def choose_target(self, key: int, text: str, usage: Usage = Usage.PREFERRED) -> bool:
        """Whether anything changed: say how a target of an entry is to be used, adding it where it is new."""
        from rnk_gloss.service.review import choose_target

        return choose_target(self.workspace, key, text, usage)

    def edit_entry(self, key: int, edit: EntryEdit) -> bool:
        """Whether anything changed in an entry."""
        from rnk_gloss.service.review import edit_entry

        return edit_entry(self.workspace, key, edit)

    def create_entry(self, edit: EntryEdit) -> int:
        """The id of a new, approved entry."""
        from rnk_gloss.service.review import create_entry

        return create_entry(self.workspace, edit)

    def merge(self, into: int, others: Sequence[int]) -> None:
        """Make the terms of other entries variants of one."""
        from rnk_gloss.service.review import merge

        merge(self.workspace, into, others)

    def variants(self) -> list[tuple[Entry, list[FormCount]]]:
        """The entries that stand in the texts in more than one form, with each form's count and documents."""
        from rnk_gloss.store.entries import entries
        from rnk_gloss.store.likenesses import entries_with_variants, forms_in_texts

        with self.workspace.reading() as connection:
            keys = entries_with_variants(connection)
            forms = forms_in_texts(connection, keys)
            return [(entry, forms[entry.id]) for entry in entries(connection, keys)]

    def likenesses(self, *, apart: bool = False) -> list[Likeness]:
        """Entries that may be one term, the surest first, for a person to merge or to keep apart."""
        from rnk_gloss.store.likenesses import likenesses

        with self.workspace.reading() as connection:
            return likenesses(connection, apart=apart)

    def keep_apart(self, key: int, other: int) -> bool:
        """Whether anything changed: two entries that look alike are different terms."""
        from rnk_gloss.service.review import keep_apart

        return keep_apart(self.workspace, key, other)

    def segments(self, selection: SegmentSelection | None = None) -> list[Segment]:
        """The aligned segments of all documents, or of a selection, in order."""
        return self.segments_of(self.segment_ids(selection or SegmentSelection()))

    def segment_ids(self, selection: SegmentSelection) -> array[int]:
        """The ids of the selected segments, in order: cheap for very long lists."""
        from rnk_gloss.store.segments import segment_ids

        with self.workspace.reading() as connection:
            return segment_ids(connection, selection)

    def segments_of(self, keys: Sequence[int]) -> list[Segment]:
        """The segments of these ids, in this order."""
        from rnk_gloss.store.segments import segments

        with self.workspace.reading() as connection:
            return segments(connection, keys)

    def segment(self, key: int) -> Segment:
        """One segment. Raises `NotFoundError`."""
        from rnk_gloss.store.segments import segment

        with self.workspace.reading() as connection:
            return segment(connection, key)

    def decide_segments(self, keys: Sequence[int], status: Status) -> int:
        """How many segments changed: approve, reject or reopen them as one undoable operation."""
        from rnk_gloss.service.review import decide_segments

        return decide_segments(self.workspace, keys, status)

    def edit_segment(
        self, key: int, *, source: str | None = None, target: str | None = None, note: str | None = None
    ) -> bool:
        """Whether anything changed in a segment."""
        from rnk_gloss.service.review import edit_segment

        return edit_segment(self.workspace, key, source=source, target=target, note=note)

    def merge_segments(self, keys: Sequence[int]) -> int:
        """The id of the segment that neighbouring ones have become; one id alone is merged with the next segment."""
        from rnk_gloss.service.segment_shapes import merge_segments

        return merge_segments(self.workspace, keys)

    def split_segment(self, key: int, *, source_at: int | None = None, target_at: int | None = None) -> list[int]:
        """The ids of the two segments that one has become, cut at places in characters or at the best sentence ends."""
        from rnk_gloss.service.segment_shapes import split_segment

        return split_segment(self.workspace, key, source_at=source_at, target_at=target_at)

    def shift_sentence(self, key: int, side: Literal["source", "target"], *, forward: bool) -> list[int]:
        """The ids of two neighbours after a sentence has moved from one to the other: the last one forward, or the
        first one back."""
        from rnk_gloss.service.segment_shapes import shift_sentence

        return shift_sentence(self.workspace, key, side, forward=forward)

    def realign(
        self, document: str, *, omissions: Omissions = Omissions.SOME, progress: Progress | None = None
    ) -> Realignment:
        """Align a document with its translation again, between the segments that a person decided on."""
        from rnk_gloss.service.realignment import realign

        return realign(self.workspace, document, omissions=omissions, progress=progress)

    def documents(self) -> list[DocumentRecord]:
        """The documents that were extracted, by path."""
        from rnk_gloss.store.documents import document_records

        with self.workspace.reading() as connection:
            return document_records(connection)

    def undo(self, steps: int = 1) -> list[Operation]:
        """The operations that were taken back, the last one first."""
        from rnk_gloss.service.upkeep import undo

        return undo(self.workspace, steps)

    def redo(self) -> Operation:
        """Do again what was undone last; what comes back is the undo that was taken back."""
        from rnk_gloss.service.upkeep import redo

        return redo(self.workspace)

    def history(self, entry: int | None = None, *, limit: int = 50) -> list[Operation]:
        """The newest operations first: all, or those that touched one entry."""
        from rnk_gloss.service.upkeep import operations

        return operations(self.workspace, entry_id=entry, limit=limit)
