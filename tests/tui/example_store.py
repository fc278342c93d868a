"""A small glossary about a wine cellar, written through the store as an extraction writes it."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from rnk_gloss.model.document import Document, Paragraph, Sentence
from rnk_gloss.model.entry import Candidate, Evidence, Occurrence, Origin, Target, Variant
from rnk_gloss.model.segment import Bead, Flag
from rnk_gloss.model.span import Span
from rnk_gloss.model.traced import TracedText
from rnk_gloss.service.glossary import Glossary
from rnk_gloss.store.candidates import ExtractedDocument, MergeContext, merge_candidates
from rnk_gloss.store.documents import link_translation, put_document
from rnk_gloss.store.segments import put_segments
from rnk_gloss.text.match_key import match_key
from rnk_gloss.text.normalise import fold_key
from rnk_gloss.text.readings import romaji

# Japanese, English, confidence, flags
PASSAGES: tuple[tuple[str, str, float, tuple[Flag, ...]], ...] = (
    ("地下の貯蔵庫は一年中、温度が一定です。", "The cellar below the house is equally cool all year.", 96, ()),
    ("貯蔵庫の湿度は毎朝、係の者が記録します。", "A member of staff notes the humidity of the cellar daily.", 91, ()),
    ("樽の数は今年、百二十本に増えました。", "The number of barrels rose to 112 this year.", 58, (Flag.NUMBER,)),
    (
        "醸造責任者は、収穫をひと月早めることにした。",
        "The head winemaker moved the harvest forward by a month.",
        88,
        (),
    ),
    ("見学の申し込みは電話でお願いします。", "", 22, (Flag.OMISSION,)),
    (
        "収穫の季節が終わると、醸造責任者は樽をひとつずつ開け、香りと色を確かめてから、貯蔵庫の奥へ移す順番を決める。",
        """When the season is over, the head winemaker opens the barrels one by one, checks smell and colour, and
        decides in which order they are moved to the back of the cellar.""".replace("\n        ", " "),
        71,
        (Flag.N_M,),
    ),
)

# term, reading, category, score, targets (text, score), variants
TERMS = (
    ("貯蔵庫", "ちょぞうこ", "noun", 94, (("cellar", 88), ("storehouse", 41), ("depot", 20)), ()),
    ("醸造責任者", "じょうぞうせきにんしゃ", "compound", 90, (("head winemaker", 79), ("head brewer", 52)), ()),
    ("樽", "たる", "noun", 77, (("barrel", 90), ("cask", 66)), ("たる",)),
    ("湿度", "しつど", "noun", 71, (("humidity", 93),), ()),
    ("収穫", "しゅうかく", "noun", 64, (("harvest", 90),), ()),
    ("見学", "けんがく", "noun", 55, (), ()),
    ("係の者", "かかりのもの", "phrase", 31, (("member of staff", 60),), ()),
)
JAPANESE, ENGLISH = "cellar.ja.txt", "cellar.en.txt"


def write_example_store(path: Path) -> None:
    """Write the whole example into a new database."""
    with Glossary.open(path) as glossary, glossary.workspace.writing("extract") as writer:
        japanese, ja_spans = _document(JAPANESE, "ja", [passage[0] for passage in PASSAGES])
        english, en_spans = _document(ENGLISH, "en", [passage[1] for passage in PASSAGES if passage[1]])
        sentences = [Sentence(text, 0, span, span) for text, span in zip(_texts(0), ja_spans, strict=True)]
        key, sentence_ids = put_document(writer, japanese, sentences, subject="wine", extractor="test")
        other, _ = put_document(
            writer,
            english,
            [Sentence(text, 0, span, span) for text, span in zip(_texts(1), en_spans, strict=True)],
            subject="wine",
            extractor="test",
        )
        link_translation(writer, key, other)
        whole = ExtractedDocument(key, JAPANESE, sentences, sentence_ids, lambda _paragraph, start, end: (start, end))
        context = MergeContext("ja", "en", "wine", fold_key, romaji)
        merge_candidates(writer, list(_candidates(japanese.original)), [whole], context)
        put_segments(writer, key, list(_beads(ja_spans)), languages=("ja", "en"), key_of=match_key)


def write_many_terms(path: Path, count: int) -> None:
    """Write a database with this many plain candidates, the best first."""
    columns = ("source", "fold", "reading", "romaji", "category", "score", "source_language", "target_language",
               "created_at", "created_by", "changed_at", "changed_by")  # fmt: skip
    with Glossary.open(path) as glossary, glossary.workspace.writing("extract") as writer:
        rows = (
            (f"用語{number:06}", f"用語{number:06}", "ようご", "yougo", "noun", 99 - 40 * number / count, "ja", "en",
             writer.at, "", writer.at, "")
            for number in range(count)
        )  # fmt: skip
        writer.insert_many("entry", columns, rows)


def _texts(side: int) -> list[str]:
    return [text for passage in PASSAGES if (text := (passage[0], passage[1])[side])]


def _document(path: str, language: str, texts: list[str]) -> tuple[Document, list[Span]]:
    spans, place = [], 0
    for text in texts:
        if not text:
            continue
        spans.append(Span(place, place + len(text)))
        place += len(text)
    original = "".join(texts)
    paragraph = Paragraph(TracedText.verbatim(original))
    return Document(path, language, "plain", "utf-8", f"digest of {path}", original, (paragraph,)), spans


def _candidates(original: str) -> Iterable[Candidate]:
    for source, reading, category, score, targets, variants in TERMS:
        places = []
        start = original.find(source)
        while start >= 0:
            places.append(Occurrence(0, 0, Span(start, start + len(source)), source))
            start = original.find(source, start + 1)
        yield Candidate(
            source=source,
            reading=reading,
            reading_origin=Origin.ANALYSER,
            category=category,
            score=score,
            evidence=(Evidence("frequency", f"stands {len(places)} times in one text", 12.0),),
            occurrences=tuple(places),
            variants=tuple(Variant(text, "kana") for text in variants),
            targets=tuple(
                Target(text, score=confidence, origin=Origin.PARALLEL,
                       evidence=(Evidence("parallel text", f"{text} stands in 2 of 3 aligned sentences", 40.0),))
                for text, confidence in targets
            ),
        )  # fmt: skip


def _beads(spans: list[Span]) -> Iterable[Bead]:
    english = 0
    for number, (source, target, score, flags) in enumerate(PASSAGES):
        indices = (english,) if target else ()
        english += bool(target)
        yield Bead(source, target, (number,), indices, score, flags, (), spans[number], None)
