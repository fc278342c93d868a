"""The two stores of which files are made for other programs: the samples, and one with everything that goes wrong."""

from __future__ import annotations

from pathlib import Path

from rnk_gloss.model.entry import Status, Usage
from rnk_gloss.model.segment import Property, Unit
from rnk_gloss.service.glossary import Glossary
from rnk_gloss.service.review import EntryEdit

SAMPLES = Path(__file__).parent.parent.parent / "samples"

NASTY_UNITS = (
    Unit("<b>太字</b> & 「引用」", 'Bold & "quote"', status=Status.APPROVED, note="]]> <!-- -->"),
    Unit("　字下げの行", " indented line ", status=Status.APPROVED),
    Unit("一行目\n二行目", "line one\nline two", status=Status.APPROVED),
    Unit("前\r\n後", "before\r\nafter", status=Status.APPROVED),
    Unit("𠮷田さんは😀と書いた。", "Yoshida wrote 😀.", status=Status.APPROVED),
    Unit("か\u3099ラス", "glass, with a mark of its own", status=Status.APPROVED),
    Unit("=合計", "=SUM(A1:A9)", status=Status.APPROVED),
    Unit("#1号, 2号; 3号\t4号", "#1, 2; 3\t4", status=Status.APPROVED),
    Unit("縦\x0bタブ", "vertical\x0btab", status=Status.APPROVED),
    Unit("%sの%d件\\n", "%d of %s\\n", status=Status.APPROVED, external_id="id with spaces"),
    Unit("はい。", "Yes.", status=Status.APPROVED, document="一.txt", previous="行くか。", following="よし。"),
    Unit(
        "名前様、こんにちは。",
        "Hello, name.",
        status=Status.APPROVED,
        properties=(
            Property("source", "x-inline", '名前<ph x="1">{name}</ph>様、こんにちは。'),
            Property("target", "x-inline", 'Hello, <ph x="1">{name}</ph>name.'),
            Property("unit", "x-'quoted\"", "<&>"),
        ),
    ),
    Unit("却下", "rejected", status=Status.REJECTED),
)
NASTY_ENTRIES = (
    EntryEdit(source="=合計", targets=("=SUM", "+total", "@all"), note="-注\n二行目"),
    EntryEdit(source="#1号", targets=("No. 1",)),
    EntryEdit(source="王|将", reading="おうしょう", targets=("king", "K|Q", "a, b; c\td"), subject="将棋"),
    EntryEdit(source="𠮷野家", targets=("Yoshinoya",)),
    EntryEdit(source='「"引用"」', targets=('"quotation"',)),
    EntryEdit(source="00123", targets=("1-2", "TRUE")),
)


def samples_store(path: Path) -> Glossary:
    """What comes out of the articles in `samples/`."""
    glossary = Glossary.open(path)
    glossary.extract_all([SAMPLES], options=None)
    return glossary


def nasty_store(path: Path) -> Glossary:
    """Markup, formulas, line breaks, blanks at the ends, characters beyond 16 bits, codes, forbidden terms."""
    glossary = Glossary.open(path)
    glossary.add_units(NASTY_UNITS)
    for edit in NASTY_ENTRIES:
        key = glossary.create_entry(edit)
        glossary.choose_target(key, "never this", Usage.FORBIDDEN)
    return glossary
