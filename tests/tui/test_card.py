"""What the card of an entry says, in how many lines, and never wider than it is."""

from __future__ import annotations

import pytest

from rnk_gloss.model.entry import Entry, Evidence, Likeness, LikenessKind, Origin, Status, Target, Usage, Variant
from rnk_gloss.model.operation import Deed
from rnk_gloss.model.span import Span
from rnk_gloss.text.cells import cell_width
from rnk_gloss.tui.card import CardFacts, card_lines
from rnk_gloss.tui.glyphs import GLYPHS

ENTRY = Entry(
    3,
    "国連",
    reading="こくれん",
    category="organisation",
    subject="diplomacy",
    status=Status.APPROVED,
    score=96,
    count=1200,
    documents=14,
    note="略さない",
    variants=(Variant("國聯", "old kanji", 3), Variant("ＵＮ")),
    evidence=(
        Evidence("start", "where every candidate begins", 50),
        Evidence("shape", "very long", -2),
        Evidence("FLR", "11 occurrences, 2 left and 6 right neighbours", 25),
    ),
    targets=(
        Target(
            "United Nations",
            Usage.PREFERRED,
            97,
            Origin.HOUSE_LIST,
            (
                Evidence("dictionary", "JMdict 1287210: 国連 [こくれん]"),
                Evidence("parallel text", "in 71 of 84 aligned segments; also: UN 1×", document="a/b.txt"),
            ),
        ),
        Target("UN", score=40, evidence=(Evidence("gloss", "abbreviation in the text", 0, "x/ja.txt", Span(12, 15)),)),
        Target("UNO", Usage.FORBIDDEN, 3, Origin.PERSON),
        Target("U.N.", score=1, evidence=(Evidence("sound", "by sound"),)),
    ),
)
FACTS = CardFacts(
    "kokuren",
    [Likeness(3, 9, "国連", "国際連合", LikenessKind.ALIAS, "alias", 0.6)],
    [Deed("approve entry 3", "2026-11-20T10:00:00Z", "aki"), Deed("extract a.txt", "2026-11-19T10:00:00Z", "")],
)


def texts(width: int, *, full: bool = False) -> list[str]:
    lines = card_lines(ENTRY, FACTS, GLYPHS["unicode"], width, full=full)
    assert all(cell_width("".join(text for text, _ in line)) <= width for line in lines)
    return ["".join(text for text, _ in line).rstrip() for line in lines]


def test_the_card_says_first_what_decides() -> None:
    assert texts(64) == [
        "国連  こくれん · kokuren",
        "✔ approved · organisation · score 96 · 1,200× in 14 documents ·",
        "diplomacy",
        " 1 ▸ United Nations                                preferred  97",
        "     aligned in 71 of 84, also: UN 1× · JMdict",
        " 2   UN                                                       40",
        "     abbreviation in the text (ja.txt 12–15)",
        " 3 ✘ UNO                                           forbidden   3",
        "     written by hand",
        "     1 less likely one: i shows all",
        "note      略さない",
        "question  one term with 国際連合?  m merges, K keeps apart",
        "variants  國聯 3 · ＵＮ",
        "because   +25 frequency · -2 very long",
        "history   2026-11-20 approve entry 3, aki",
        "          2026-11-19 extract a.txt",
    ]


def test_all_evidence_has_its_numbers_and_places() -> None:
    card = "\n".join(texts(100, full=True))
    for part in (
        "dictionary: JMdict 1287210: 国連 [こくれん]",
        "in 71 of 84 aligned segments; also: UN 1× (a/b.txt)",
        "abbreviation in the text (x/ja.txt 12–15)",
        "by sound",
        "+50 start: where every candidate begins",
    ):
        assert part in card


@pytest.mark.parametrize("width", [20, 37, 38, 80])
def test_no_line_is_wider_than_the_card(width: int) -> None:
    texts(width)
    texts(width, full=True)


def test_a_usual_entry_fits_the_card_of_a_small_terminal() -> None:
    usual = Entry(
        1, "制裁委員会", reading="せいさいいいんかい", category="organisation", score=85, count=6, documents=2,
        evidence=(Evidence("FLR", "", 20),),
        targets=tuple(Target(text, score=60, evidence=(Evidence("composition", "x" * 90),)) for text in "abc"),
    )  # fmt: skip
    facts = CardFacts("seisaiiinkai", (), [Deed("extract", "2026-11-19T10:00:00Z", "aki")])
    assert len(card_lines(usual, facts, GLYPHS["ascii"], 38)) <= 13
