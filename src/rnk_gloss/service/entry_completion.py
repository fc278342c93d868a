"""What becomes of an entry that a file gives: the texts cleaned, and what the file does not say filled in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from rnk_gloss.interchange.imported import ImportedEntry
from rnk_gloss.model.entry import Entry, Origin, Status, Target, Usage
from rnk_gloss.store.entry_changes import FIELDS
from rnk_gloss.text.kana import to_hiragana
from rnk_gloss.text.normalise import nfc
from rnk_gloss.text.readings import reading_of

_SURE = 100.0


def one_preferred(targets: tuple[Target, ...]) -> list[Target]:
    """The targets cleaned, each text once, with one preferred among them, which stands first: the one that the file
    prefers, or else its first that is not forbidden."""
    cleaned = {text: replace(one, text=text) for one in reversed(targets) if (text := clean(one.text))}
    ordered = list(reversed(cleaned.values()))
    allowed = [one for one in ordered if one.usage is not Usage.FORBIDDEN]
    chosen = next((one for one in allowed if one.usage is Usage.PREFERRED), next(iter(allowed), None))
    if chosen is None:
        return ordered
    rest = [
        replace(one, usage=Usage.ADMITTED) if one.usage is Usage.PREFERRED else one
        for one in ordered
        if one is not chosen
    ]
    return [replace(chosen, usage=Usage.PREFERRED), *rest]


def completed(item: ImportedEntry) -> Entry:
    """The new entry with what the file does not say: people made these files, so what they hold is approved."""
    source = clean(item.source)
    reading, origin = to_hiragana(nfc(item.reading)), item.reading_origin
    if not reading and item.source_language == "ja":
        reading, origin = reading_of(source), Origin.ANALYSER
    elif reading and origin is Origin.NONE:
        origin = Origin.IMPORT
    targets = tuple(
        replace(one, score=one.score or _SURE, origin=Origin.IMPORT, edited=True) for one in one_preferred(item.targets)
    )
    given = {name for name in FIELDS if getattr(item, name)}
    return replace(
        as_given(item),
        source=source,
        reading=reading,
        reading_origin=origin if reading else Origin.NONE,
        note=nfc(item.note),
        status=item.status or (Status.APPROVED if targets else Status.CANDIDATE),
        score=item.score or _SURE,
        targets=targets,
        edited=tuple(sorted(given)),
    )


def remarks_on(item: ImportedEntry, entry: Entry) -> Iterator[str]:
    """What `completed` made of the item that its file does not say, in words."""
    if item.status is None:
        yield f"the file gives no status: taken as {entry.status}"
    if not item.score:
        yield "the file gives no score: taken as sure (100)"
    if item.count:
        yield "counts are not kept: the glossary counts in its own documents"
    if entry.reading and not item.reading:
        yield "the file gives no reading: worked out"
    elif entry.reading != nfc(item.reading):
        yield "katakana of readings read as hiragana"
    given = [item.source, item.reading, item.note, *(target.text for target in item.targets)]
    if any(text != nfc(text) for text in given):
        yield "combining characters composed (NFC)"
    preferred = [target for target in item.targets if target.usage is Usage.PREFERRED]
    if not preferred and entry.targets and entry.targets[0].usage is Usage.PREFERRED:
        yield "the file prefers no target: the first is taken as the preferred one"
    if len(preferred) > 1:
        yield "further preferred targets read as admitted"


def as_given(item: ImportedEntry) -> Entry:
    """The entry as the file has it."""
    return Entry(
        id=0,
        source=item.source,
        reading=item.reading,
        reading_origin=item.reading_origin,
        category=item.category,
        subject=item.subject,
        status=item.status or Status.CANDIDATE,
        score=item.score,
        variants=item.variants,
        targets=item.targets,
        evidence=item.evidence,
        note=item.note,
        reason=item.reason,
        source_language=item.source_language,
        target_language=item.target_language,
        created_at=item.created_at,
        created_by=item.created_by,
        changed_at=item.changed_at,
        changed_by=item.changed_by,
        edited=item.edited,
        places=item.places,
    )


def clean(text: str) -> str:
    return nfc(text.strip())
