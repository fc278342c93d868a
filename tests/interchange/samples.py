"""Units and entries that the tests of several formats share."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import strategies as st

from rnk_gloss.interchange.imported import ImportedEntry
from rnk_gloss.model.entry import Entry, Evidence, Origin, Status, Target, Usage, Variant
from rnk_gloss.model.segment import Alignment, Property, Unit
from rnk_gloss.model.span import Span

CREATED = "2026-04-01T00:00:00Z"

# Delimiters, quotes, formula signs, separators, blanks, markup; astral and combining characters; NFD.
_NASTY = "、。「」\"'=+-@|\\;,#&<>]\t\n\r \u3000\u00a0\u2028\u0085\ufeff😀𠮷葛\U000e0100e\u0301ハ\u309aA1"


def texts(*, breaks: bool = True, trimmed: bool = False) -> st.SearchStrategy[str]:
    """Texts with something to read in them."""
    characters = st.one_of(st.sampled_from(_NASTY), st.characters(exclude_categories=("Cs", "Cc")))
    kept = characters if breaks else characters.filter(lambda one: one not in "\t\n\r\x85\u2028\u2029")
    found = st.text(kept, min_size=1, max_size=12)
    if trimmed:
        found = found.map(str.strip)
    return found.filter(lambda text: bool(text.strip()))


def japanese(**options: bool) -> st.SearchStrategy[str]:
    """Texts that end in a kanji, so that their column is seen to be Japanese."""
    return texts(**options).map(lambda text: text + "語")


SPAN = st.tuples(st.integers(0, 9), st.integers(10, 99)).map(lambda pair: Span(*pair))
SPANS = st.none() | SPAN
ALIGNMENTS = st.none() | st.builds(
    Alignment,
    number=st.integers(0, 99),
    source_span=SPANS,
    target_span=SPANS,
    score=st.none() | st.floats(0, 100),
    shape=st.sampled_from(["", "1-1", "2-1"]),
    flags=st.lists(st.sampled_from(["n-m", "length"]), unique=True).map(tuple),
    found_source=st.none() | st.just("") | texts(),
    found_target=st.none() | texts(),
    shaped=st.booleans(),
)

UNITS = (
    Unit(
        source="雨が「降る」と聞いた。",
        target='I heard that it would "rain".',
        status=Status.APPROVED,
        origin="alignment",
        document="天気.txt",
        previous="朝は晴れていた。",
        following="傘を持って出た。",
        note="口語 <&>\n二行目",
        created_at="2026-04-01T09:30:00Z",
        created_by="sato",
        changed_at="2026-04-02T01:00:00Z",
        changed_by="鈴木",
        used_at="2026-05-01T00:00:00Z",
        usage_count=3,
        external_id="tenki-1",
        properties=(
            Property("unit", "x-項目", "値"),
            Property("source", "x-inline", '雨が<ph x="1">&lt;br/&gt;</ph>「降る」と<hi type="bold">聞いた</hi>。'),
            Property("target", "x-tuv-note", "直訳"),
            Property("target", "x-level", "2"),
        ),
        alignment=Alignment(3, Span(12, 24), Span(30, 58), 97.5, "2-1", ("n-m",), found_target="It will rain."),
    ),
    Unit(source="　字下げの行\n二行目 ", target="line 1\r\nline 2", status=Status.REJECTED),
    Unit(source="𠮷田さんは😀と書いた。", target="=Yoshida, \tquoted"),
)

ENTRIES = (
    Entry(
        id=1,
        source="王将",
        reading="おうしょう",
        reading_origin=Origin.ANALYSER,
        category="noun",
        subject="将棋",
        status=Status.APPROVED,
        score=87.25,
        count=4,
        documents=2,
        variants=(Variant("玉将", "kanji", 2), Variant("王|将\\")),
        targets=(
            Target("monarch", Usage.ADMITTED),
            Target("king", Usage.PREFERRED, 90.0, Origin.PERSON, (Evidence("dictionary", "王将"),)),
            Target("K|Q", Usage.ADMITTED),
            Target("kaiser", Usage.FORBIDDEN),
        ),
        evidence=(Evidence("gloss", "王将(king)"),),
        note='駒の名; "王"\n二行目',
        created_at=CREATED,
    ),
    Entry(id=2, source="#1号", targets=(Target("No. 1", Usage.PREFERRED),), status=Status.APPROVED),
    Entry(id=3, source="=合計", targets=(Target("'=SUM", Usage.PREFERRED),)),
    Entry(id=4, source="訳のない語"),
)


PRINTED = (
    *ENTRIES,
    Entry(id=5, source="ハート", reading="はーと", targets=(Target("heart"),), status=Status.APPROVED),
    Entry(id=6, source="バアト", reading="ばあと", targets=(Target("batto"),), status=Status.REJECTED),
    Entry(id=7, source="<b>太字</b>&*_[]", reading="ふとじ", targets=(Target("**bold** <script>", Usage.FORBIDDEN),)),
    Entry(id=8, source="G7", reading="じーせぶん", targets=(Target("the Group of Seven", Usage.PREFERRED),)),
    Entry(id=9, source="5G", reading="5G", targets=(Target("5G"),)),
)
"""Entries whose place and markup a printed glossary must get right."""


def imported(entry: Entry) -> ImportedEntry:
    """The entry as a table with every column gives it back, but for its line."""
    allowed = [target for target in entry.targets if target.usage is not Usage.FORBIDDEN]
    first = entry.preferred
    ordered = sorted(allowed, key=lambda target: target.text != first)
    targets = [Target(target.text, Usage.ADMITTED, origin=Origin.IMPORT) for target in ordered]
    targets[:1] = [replace(target, usage=Usage.PREFERRED) for target in targets[:1]]
    forbidden = [Target(one.text, one.usage, origin=Origin.IMPORT) for one in entry.targets if one not in allowed]
    return ImportedEntry(
        source=entry.source,
        targets=(*targets, *forbidden),
        reading=entry.reading,
        note=entry.note,
        subject=entry.subject,
        category=entry.category,
        status=entry.status,
        score=entry.score,
        count=entry.count,
        variants=tuple(Variant(variant.text) for variant in entry.variants),
    )
