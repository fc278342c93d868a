"""From entries and units to the rows of a table, and what is lost on the way."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields

from rnk_gloss.interchange.cells import joined_values
from rnk_gloss.interchange.csv_profiles import Profile
from rnk_gloss.interchange.entry_losses import count_fields, count_inner_fields
from rnk_gloss.interchange.options import WriteOptions
from rnk_gloss.interchange.report import LossTally
from rnk_gloss.model.entry import Entry, Status, Target, Usage
from rnk_gloss.model.segment import Unit
from rnk_gloss.text.languages import language_name

_UTX_CATEGORIES = frozenset({"noun", "properNoun", "verb", "adjective", "adverb", "sentence"})
_CONTROLS = re.compile(r"[\x01-\x08\x0b\x0c\x0e-\x1f]")
# The store's own number of a row means nothing elsewhere.
_UNIT_FIELDS = tuple(
    one for one in fields(Unit) if one.name not in {"source", "target", "id", "source_language", "target_language"}
)


def heading_cells(profile: Profile, options: WriteOptions, *, of_units: bool) -> tuple[str, ...]:
    """The headings of the table, as the profile names them."""
    roles = ("source", "target") if of_units else profile.roles
    headings = {role: profile.headings.get(role, role) for role in roles}
    if profile.language_headings:
        headings = {role: heading.capitalize() if role == heading else heading for role, heading in headings.items()}
        headings["source"] = language_name(options.source_language)
        headings["target"] = language_name(options.target_language)
    return tuple(headings.values())


def item_rows(item: Unit | Entry, profile: Profile, options: WriteOptions, losses: LossTally) -> list[tuple[str, ...]]:
    """The rows of a unit or an entry, counted as written if there are any."""
    if (item.source_language, item.target_language) != (options.source_language, options.target_language):
        losses.add("languages", f"the table is {options.source_language}–{options.target_language}")
    rows = list(unit_rows(item, losses) if isinstance(item, Unit) else entry_rows(item, profile, losses))
    losses.written += bool(rows)
    if rows and isinstance(item, Entry):
        losses.add(
            "white space at the ends of texts", count=sum(text != text.strip() for text in _texts(item, profile))
        )
    return [tuple(_without_controls(cell, losses) for cell in row) for row in rows]


def _without_controls(cell: str, losses: LossTally) -> str:
    """The cell without control characters: RFC 4180 has none, and most tools refuse them or show boxes."""
    if not _CONTROLS.search(cell):
        return cell
    losses.add("control characters", count=len(_CONTROLS.findall(cell)))
    return _CONTROLS.sub("", cell)


def unit_rows(unit: Unit, losses: LossTally) -> Iterator[tuple[str, ...]]:
    """The one row of a unit: its two texts."""
    for one in _UNIT_FIELDS:
        if getattr(unit, one.name) != one.default:
            losses.add(one.name.replace("_", " "))
    yield unit.source, unit.target


def entry_rows(entry: Entry, profile: Profile, losses: LossTally) -> Iterator[tuple[str, ...]]:
    """The rows of an entry in the columns of the profile; none if the entry has nothing to say in it."""
    _count_what_no_table_has(entry, profile, losses)
    allowed, forbidden = _by_usage(entry)
    if not allowed and not profile.untranslated and not (profile.name == "utx" and forbidden):
        losses.add("entries without a target")
        return
    if profile.name == "omegat":
        yield from _omegat_rows(entry, allowed, forbidden, losses)
    elif profile.name == "utx":
        _count_usages(allowed, losses)
        yield from _utx_rows(entry, (*allowed, *forbidden), losses)
    else:
        yield _full_row(entry, allowed, forbidden, profile, losses)


def _texts(entry: Entry, profile: Profile) -> Iterator[str]:
    """The texts of the entry that stand in its row, or in the cells of it."""
    for role in ("source", "reading", "category", "subject", "note"):
        if role in profile.roles:
            yield getattr(entry, role)
    yield from (target.text for target in entry.targets)
    if "variants" in profile.roles:
        yield from (variant.text for variant in entry.variants)


def _by_usage(entry: Entry) -> tuple[list[Target], list[Target]]:
    """The targets that may be used, the preferred one first, and those that may not."""
    allowed = [target for target in entry.targets if target.usage is not Usage.FORBIDDEN]
    allowed.sort(key=lambda target: target.text != entry.preferred)
    return allowed, [target for target in entry.targets if target.usage is Usage.FORBIDDEN]


def _count_what_no_table_has(entry: Entry, profile: Profile, losses: LossTally) -> None:
    count_inner_fields(entry, losses)
    count_fields(entry, ("created_at", "created_by", "changed_at", "changed_by"), losses)
    if "variants" in profile.roles:
        losses.add("kind or count of a variant", count=sum(1 for one in entry.variants if one.kind or one.count))
    else:
        losses.add("variants", count=len(entry.variants))
    unseen = tuple(role for role in ("score", "count", "category", "subject") if role not in profile.roles)
    count_fields(entry, unseen, losses)


def _count_usages(allowed: list[Target], losses: LossTally) -> None:
    """The first target of a row is read as the preferred one and the others as admitted."""
    admitted_first = bool(allowed) and allowed[0].usage is not Usage.PREFERRED
    losses.add("usage of a target", "the first is preferred", count=admitted_first)
    others = sum(1 for target in allowed[1:] if target.usage is Usage.PREFERRED)
    losses.add("usage of a target", "a further target", count=others)


def _full_row(
    entry: Entry, allowed: list[Target], forbidden: list[Target], profile: Profile, losses: LossTally
) -> tuple[str, ...]:
    _count_usages(allowed, losses)
    values = {
        "source": entry.source,
        "reading": entry.reading,
        "target": allowed[0].text if allowed else "",
        "further targets": joined_values(target.text for target in allowed[1:]),
        "forbidden targets": joined_values(target.text for target in forbidden),
        "category": entry.category,
        "subject": entry.subject,
        "status": entry.status,
        "score": _number(entry.score),
        "count": _number(entry.count),
        "note": entry.note,
        "variants": joined_values(variant.text for variant in entry.variants),
    }
    return tuple(str(values[role]) for role in profile.roles)


def _omegat_rows(
    entry: Entry, allowed: list[Target], forbidden: list[Target], losses: LossTally
) -> Iterator[tuple[str, ...]]:
    """One row for each target, for OmegaT shows rows with one source as synonyms; the rest stands in the comment."""
    _count_usages(allowed, losses)
    losses.add("status", count=entry.status is not Status.CANDIDATE)
    comment = [entry.note] if entry.note else []
    if entry.reading:
        losses.add("reading", "the comment")
        comment.append(f"reading: {entry.reading}")
    if forbidden:
        losses.add("forbidden targets", "the comment", count=len(forbidden))
        comment.append(f"not: {', '.join(target.text for target in forbidden)}")
    for target in allowed:
        yield entry.source, target.text, "; ".join(comment)


def _utx_rows(entry: Entry, targets: tuple[Target, ...], losses: LossTally) -> Iterator[tuple[str, ...]]:
    """One row for each target with the status of that term, which in UTX is review and usage in one word."""
    category = entry.category if entry.category in _UTX_CATEGORIES else ""
    losses.add("category", count=entry.category != category)
    losses.add("status", "forbidden terms", count=entry.status is Status.REJECTED)
    for target in targets:
        yield entry.source, target.text, category, _utx_status(entry, target), entry.reading, entry.subject, entry.note


def _utx_status(entry: Entry, target: Target) -> str:
    if target.usage is Usage.FORBIDDEN or entry.status is Status.REJECTED:
        return "forbidden"
    if target.usage is Usage.PREFERRED or target.text == entry.preferred:
        return "approved" if entry.status is Status.APPROVED else "provisional"
    return "non-standard"


def _number(value: float) -> str:
    """The shortest text that reads as the same number; "" for none."""
    return repr(value).removesuffix(".0") if value else ""
