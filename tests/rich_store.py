"""A store in which everything that can be said of a document, an entry or a unit is said somewhere, and much that is
hard to carry: what the formats are held against."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from rnk_gloss.interchange.options import WriteOptions
from rnk_gloss.interchange.registry import format_for
from rnk_gloss.interchange.report import Written
from rnk_gloss.lexicon.dictionary import Lexicon
from rnk_gloss.model.archive import ArchivedDocument, ArchivedLikeness, ArchivedSentence
from rnk_gloss.model.entry import Entry, Evidence, LikenessKind, Origin, Status, Target, TermPlace, Usage, Variant
from rnk_gloss.model.segment import Alignment, Property, Unit
from rnk_gloss.model.span import Span
from rnk_gloss.service.glossary import Glossary

_AT, _LATER, _USED = "2026-04-01T09:30:00Z", "2026-04-02T01:00:00Z", "2026-05-01T00:00:00Z"

DOCUMENTS = (
    ArchivedDocument(
        path="将棋.ja.txt",
        language="ja",
        format="plain",
        encoding="cp932",
        digest="ab" * 32,
        characters=30,
        extractor="7",
        extracted_at=_AT,
        subject="将棋",
        translation=("将棋.en.txt", "en"),
        sentences=(
            ArchivedSentence(0, 0, "heading", "王将と玉将", Span(0, 5)),
            ArchivedSentence(1, 1, "body", "王将を守る。", Span(6, 12)),
        ),
    ),
    ArchivedDocument(
        path="将棋.en.txt",
        language="en",
        format="markdown",
        encoding="utf-8",
        digest="cd" * 32,
        characters=40,
        extractor="7",
        extracted_at=_LATER,
        sentences=(ArchivedSentence(0, 0, "body", "King and jewel", Span(0, 14)),),
    ),
)


def _place(sentence: int, form: str, start: int) -> TermPlace:
    end = start + len(form)
    return TermPlace(
        "将棋.ja.txt", "ja", sentence, form, Span(start, end), Span(sentence * 6 + start, sentence * 6 + end)
    )


_WHOLE_ENTRY = Entry(
    id=1,
    source="王将",
    reading="おうしょう",
    reading_origin=Origin.DICTIONARY,
    category="noun",
    subject="将棋",
    status=Status.APPROVED,
    score=87.25,
    variants=(Variant("玉将", "abbreviation"), Variant("王", "short form")),
    targets=(
        Target("king", Usage.PREFERRED, 90.5, Origin.PERSON, (Evidence("dictionary", "王将 king", 2.5),), edited=True),
        Target("monarch", Usage.ADMITTED, 40.0, Origin.PARALLEL),
        Target("kaiser", Usage.FORBIDDEN, 10.0, Origin.GLOSS),
    ),
    evidence=(Evidence("gloss", "王将(king)", 1.25, "将棋.ja.txt", Span(0, 2)),),
    note="駒の名",
    created_at=_AT,
    created_by="佐藤",
    changed_at=_LATER,
    changed_by="suzuki",
    edited=("note", "reading"),
    places=(_place(0, "王将", 0), _place(0, "玉将", 3), _place(1, "王将", 0)),
)


def _entry(source: str, *targets: Target, reading: str = "よみ", **fields: object) -> Entry:
    """An approved entry as an import makes it, so that only what the fields say is hard to carry."""
    plain = Entry(
        id=0,
        source=source,
        reading=reading,
        reading_origin=Origin.IMPORT,
        status=Status.APPROVED,
        score=100.0,
        targets=targets or (_target(f"target of {source}"),),
        created_at=_AT,
        created_by="佐藤",
        changed_at=_LATER,
        changed_by="suzuki",
    )
    return replace(plain, **fields)  # type: ignore[arg-type]


def _target(text: str, usage: Usage = Usage.PREFERRED) -> Target:
    return Target(text, usage, 100.0, Origin.IMPORT, edited=True)


ENTRIES = (
    _WHOLE_ENTRY,
    _entry("候補", status=Status.CANDIDATE),
    _entry("却下", status=Status.REJECTED, reason="一般の語"),
    _entry("読みなし", reading="", reading_origin=Origin.NONE),
    _entry("点数なし", score=0.0),
    replace(_entry("訳なし"), targets=()),
    _entry("禁止だけ", _target("never", Usage.FORBIDDEN)),
    _entry("許容だけ", _target("may", Usage.ADMITTED)),
    _entry("推奨二つ", _target("first"), _target("second")),
    _entry("推奨が後", _target("admitted", Usage.ADMITTED), _target("preferred")),
    _entry("禁止が前", _target("forbidden", Usage.FORBIDDEN), _target("preferred")),
    _entry("同音異義", _target("one sense"), subject="化学"),
    _entry("同音異義", _target("other sense"), subject="音楽"),
    _entry("同じ語", _target("one row")),
    _entry("同じ語", _target("another row"), note="二番目"),
    _entry("分野だけ", subject="法律 §1"),
    _entry("品詞", category="proper noun"),
    _entry("人名", category="person"),
    _entry("定義", note="Definition: 王の駒\nContext (ja): 王将を守る。\n残り"),
    _entry("注の行", note="一行目\n　字下げ\n\n四行目"),
    _entry("注の空白", note=" 前後の  空白\t"),
    _entry("復帰", note="前\r\n後"),
    _entry("縦タブ", note="縦\x0bタブ"),
    _entry("札のある注", note="Status: unknown\nReading: なし"),
    _entry("異形", variants=(Variant("異型"), Variant("いけい", "kana"), Variant("略", "acronym"))),
    _entry("誤り", variants=(Variant("誤", "forbidden"),)),
    _entry("=合計", _target("=SUM"), note="-注"),
    _entry("#1号", _target("#1")),
    _entry("王|将", _target("a|b;c,d\\e")),
    _entry("'引用\"", _target("'=x")),
    _entry("二語  の空き", _target("two  blanks")),
    _entry(" 前後 ", _target(" around ")),
    _entry("改\n行", _target("line\nbreak")),
    _entry("か\u3099ラス", _target("cafe\u0301")),
    _entry("𠮷野家😀", _target("Yoshinoya 𠮷")),
    _entry("<b>太字</b>&amp;", _target("<i>&lt;")),
    _entry("00123", _target("1-2")),
    _entry("時差", created_at="2020-01-01T00:00:00.5+09:00"),
    _entry("時でない", changed_at="昨日"),
    _entry("ドイツ語", _target("König"), target_language="de"),
    _entry("english", _target("英語"), reading="", reading_origin=Origin.NONE,
           source_language="en", target_language="ja"),
    _entry("国語", _target("こくご"), target_language="ja"),
    _entry("カナ読み", reading="カナヨミ"),
    _entry("証拠", evidence=(Evidence("FLR", "", -3.0),)),
)  # fmt: skip
LIKENESSES = (
    ArchivedLikeness(1, 2, LikenessKind.ALIAS, "かっこの中", 0.75, apart=True),
    ArchivedLikeness(2, 3, LikenessKind.SPELLING, "送り仮名", 0.5),
)
_WHOLE_UNIT = Unit(
    source="雨が「降る」と聞いた。",
    target='I heard that it would "rain".',
    status=Status.APPROVED,
    origin="alignment",
    document="将棋.ja.txt",
    previous="朝は晴れていた。",
    following="傘を持って出た。",
    note="口語",
    created_at=_AT,
    created_by="sato",
    changed_at=_LATER,
    changed_by="鈴木",
    used_at=_USED,
    usage_count=3,
    external_id="tenki-1",
    properties=(
        Property("unit", "x-項目", "値"),
        Property("source", "x-inline", '雨が<ph x="1">&lt;/&gt;</ph>「降る」と<hi type="bold">聞いた</hi>。'),
        Property("target", "x-tuv-note", "直訳"),
    ),
    alignment=Alignment(3, Span(12, 24), Span(30, 58), 97.5, "2-1", ("n-m", "length"), "雨。", "Rain.", shaped=True),
)


def _unit(source: str, target: str, **fields: object) -> Unit:
    plain = Unit(
        source, target, status=Status.APPROVED, created_at=_AT, created_by="sato", changed_at=_LATER, changed_by="sato"
    )
    return replace(plain, **fields)  # type: ignore[arg-type]


def _with_property(source: str, target: str, *properties: Property) -> Unit:
    return _unit(source, target, properties=properties)


def _form(number: int) -> tuple[Property, ...]:
    return (
        Property("unit", "x-po-context", "一覧"),
        Property("unit", "x-po-msgid", "%d個の箱"),
        Property("unit", "x-po-msgid-plural", "%d個の箱たち"),
        Property("unit", "x-po-form", str(number)),
    )


UNITS = (
    _WHOLE_UNIT,
    _unit("候補の文", "candidate", status=Status.CANDIDATE),
    _unit("却下の文", "rejected", status=Status.REJECTED),
    _unit("訳のない文", ""),
    _unit("", "a target alone"),
    _unit("<b>太字</b> & ]]>", "Bold & \"quote\" <!-- -->", note="]]> &amp; <x>"),
    _unit("　字下げの行", " indented line "),
    _unit("一行目\n二行目", "line one\nline two"),
    _unit("\n改行で始まる", "starts without one"),
    _unit("前\r\n後", "before\rafter"),
    _unit("𠮷田さん😀", "Yoshida 😀\u2028x\x85y"),
    _unit("か\u3099ラス", "cafe\u0301"),
    _unit("=合計", "=SUM(A1:A9)"),
    _unit("'引用", "'=x"),
    _unit("#1号, 2号; 3号\t4号", "#1, 2; 3\t4"),
    _unit("縦\x0bタブ", "vertical\x0ctab"),
    _unit("注の空白", "note", note=" 前後 \n\n 三行目\t"),
    _unit("注の復帰", "note with a carriage return", note="前\r後"),
    _unit("空白のある名", "name", document="私の  文書.docx"),
    _unit("行の名", "name with a number", document="法令:12"),
    _unit("番号の空白", "id with blanks", external_id="id with blanks"),
    _unit("番号の一", "first of an id", external_id="same"),
    _unit("番号の二", "second of an id", external_id="same"),
    _unit("二つの訳", "one translation"),
    _unit("二つの訳", "two translations"),
    _unit("隣の違い", "same pair", previous="前の文"),
    _unit("隣の違い", "same pair", previous="別の文"),
    _unit("まったく同じ", "twice"),
    _unit("まったく同じ", "twice"),
    _unit("時差の文", "a zone", created_at="2020-01-01T00:00:00.5+09:00", used_at="2020-01-01"),
    _unit("時でない文", "no time", changed_at="昨日"),
    _unit("ドイツ語の文", "deutsch", target_language="de"),
    _unit("an english sentence", "英語の文", source_language="en", target_language="ja"),
    _unit("国語の文", "こくごのぶん", target_language="ja"),
    _with_property("名前=の印", "a name with a sign", Property("unit", "x=y", "z")),
    _with_property("印の空白", "blanks in a value", Property("unit", "x-a", " z \n y\t"), Property("unit", "x-a", "z")),
    _with_property("元の印", "a mark of the source", Property("source", "x-s", "1"), Property("target", "x-t", "2")),
    _with_property("名前様", "Hello, name.", Property("source", "x-inline", '名前<ph x="1">{}</ph>様'),
                   Property("target", "x-inline", 'Hello, <ph x="1">{}</ph>name.')),
    _with_property("古い印", "stale", Property("source", "x-inline", "別の<ph/>文")),
    _with_property("印の番号", "numbers",
                   Property("source", "x-inline", '印の<bpt i="7" x="9" type="b">[</bpt>番号<ept i="7">]</ept>')),
    _with_property("文書の名", "name of a text", Property("unit", "x-name", "menu.open")),
    _with_property("%d個の箱", "%d box", *_form(0)),
    _with_property("%d個の箱たち", "%d boxes", *_form(1)),
    _with_property("%sの旗", "flag of %s", Property("unit", "x-po-flag", "c-format")),
    _with_property("旗の空白", "no flag", Property("unit", "x-po-flag", "two words")),
    _with_property("廃止", "obsolete", Property("unit", "x-po-flag", "obsolete")),
    _with_property("抜粋", "extracted", Property("unit", "x-po-extracted", "a\nb")),
    _unit("場所", "places", document="a.c", properties=(Property("unit", "x-po-reference", "a.c:1\nb.c:2"),)),
    _unit("別の場所", "another", document="甲.txt", properties=(Property("unit", "x-po-reference", "a.c:1\nb.c:2"),)),
    _unit("位置だけ", "a place only", alignment=Alignment(number=4)),
    _unit("標だけ", "flags only", alignment=Alignment(flags=("number differs",), score=12.5, found_source="")),
)  # fmt: skip


def rich_store(path: Path) -> Glossary:
    """A store with all of that, at `path`; a file of JSON lines is left beside it."""
    likenesses = LIKENESSES
    items: list[Written] = [*DOCUMENTS, *(replace(one, id=number) for number, one in enumerate(ENTRIES, 1))]
    lines = path.with_suffix(".jsonl")
    format_for(lines).write(lines, [*items, *likenesses, *UNITS], WriteOptions())
    glossary = Glossary.open(path, author="rnk", lexicon=Lexicon.none())
    glossary.import_file(lines)
    return glossary
