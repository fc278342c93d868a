"""The card of one entry: what it is, how it is translated, and why this is believed."""

from __future__ import annotations

from collections.abc import Sequence

from rnk_gloss.model.entry import Entry, Evidence, Status, Target, Usage
from rnk_gloss.text.cells import cell_width, fit, printable
from rnk_gloss.tui.glyphs import Glyphs, confidence_ink
from rnk_gloss.tui.painting import Fragment, Line, labelled, sides, wrap_fragments

_LABEL_WIDTH = 10
_TARGET_INDENT = 5
_STATUS_INKS = {Status.APPROVED: "approved", Status.REJECTED: "rejected", Status.CANDIDATE: "dim"}
_MOST_EVIDENCE = 4


def card_lines(entry: Entry, romaji: str, glyphs: Glyphs, width: int) -> list[Line]:
    """The whole card at a width. Numbers before targets are the keys that choose them."""
    lines: list[Line] = [*_headword(entry, romaji, glyphs, width), *_state(entry, glyphs, width), []]
    if not entry.targets:
        lines.append([("no English yet: e writes one", "dim")])
    for number, target in enumerate(entry.targets, start=1):
        lines += _target(number, target, glyphs, width)
    lines.append([])
    if entry.variants:
        spellings = f" {glyphs.between} ".join(
            f"{variant.text} {variant.count:,}" if variant.count else variant.text for variant in entry.variants
        )
        lines += labelled("variants", [(spellings, "")], width, _LABEL_WIDTH)
    lines += _reasons("because", entry.evidence, width, _LABEL_WIDTH)
    if entry.note:
        lines += labelled("note", [(entry.note, "warning")], width, _LABEL_WIDTH)
    if entry.changed_at:
        by = f" by {entry.changed_by}" if entry.changed_by else ""
        moment = entry.changed_at.replace("T", " ").removesuffix("Z")
        lines += labelled("changed", [(f"{moment} UTC{by}", "dim")], width, _LABEL_WIDTH)
    return lines


def _headword(entry: Entry, romaji: str, glyphs: Glyphs, width: int) -> list[Line]:
    spoken = [part for part in (entry.reading, romaji) if part and part != entry.source]
    fragments: list[Fragment] = [(entry.source, "term")]
    if spoken:
        fragments.append(("  " + f" {glyphs.between} ".join(spoken), "dim"))
    return wrap_fragments(fragments, width)


def _state(entry: Entry, glyphs: Glyphs, width: int) -> list[Line]:
    places = f"{_counted(entry.count, 'place')} in {_counted(entry.documents, 'document')}"
    facts = [entry.category, f"score {entry.score:.0f}", places if entry.count else "", entry.subject]
    sign = glyphs.of_status(entry.status).strip()
    status = f"{sign} {entry.status.value}".strip()
    rest = "".join(f" {glyphs.between} {fact}" for fact in facts if fact)
    return wrap_fragments([(status, _STATUS_INKS[entry.status]), (rest, "dim")], width)


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def _target(number: int, target: Target, glyphs: Glyphs, width: int) -> list[Line]:
    key = str(number) if number <= 9 else " "
    is_preferred, is_forbidden = target.usage is Usage.PREFERRED, target.usage is Usage.FORBIDDEN
    sign = glyphs.preferred if is_preferred else glyphs.rejected if is_forbidden else " "
    ink = "preferred" if is_preferred else "forbidden" if is_forbidden else ""
    usage = "" if target.usage is Usage.ADMITTED else f"{target.usage.value} "
    right: list[Fragment] = [(f" {usage}", ink), (f"{target.score:3.0f}", confidence_ink(target.score))]
    head: list[Fragment] = [(f" {key} ", "strong"), (sign + " ", ink)]
    room = width - _TARGET_INDENT - sum(cell_width(text) for text, _ in right)
    first, *more = wrap_fragments([(target.text, ink)], max(room, 2))
    lines = [sides([*head, *first], right, width)]
    lines += [[(" " * _TARGET_INDENT, ""), *line] for line in more]
    return lines + _origin(target, width)


def _origin(target: Target, width: int) -> list[Line]:
    reasons = [_in_words(item) for item in target.evidence[:_MOST_EVIDENCE]]
    origin = target.origin.value
    # A reason that names the origin already says it.
    if origin and not any(reason.startswith(origin) for reason in reasons):
        reasons = [f"{origin}: {reasons[0]}", *reasons[1:]] if reasons else [origin]
    if len(target.evidence) > _MOST_EVIDENCE:
        reasons.append(f"and {len(target.evidence) - _MOST_EVIDENCE} more")
    lines: list[Line] = []
    for reason in reasons:
        lines += [
            [(" " * _TARGET_INDENT, ""), *line]
            for line in wrap_fragments([(reason, "dim")], max(width - _TARGET_INDENT, 2))
        ]
    return lines


def _reasons(label: str, evidence: Sequence[Evidence], width: int, indent: int) -> list[Line]:
    lines: list[Line] = []
    for number, item in enumerate(evidence[: _MOST_EVIDENCE * 2]):
        weight = f"{item.weight:+.0f} " if item.weight else ""
        lines += labelled("" if number else label, [(weight + _in_words(item), "dim")], width, indent)
    return lines


def _in_words(item: Evidence) -> str:
    said = f"{item.kind}: {item.detail}" if item.detail and item.kind else item.detail or item.kind
    return f"{said} ({item.document})" if item.document else said


def entry_row(entry: Entry, glyphs: Glyphs, width: int) -> Line:
    """One entry in a list: status, score, term, the target to use, and how often it occurs."""
    count = f"{entry.count:>5,}" if entry.count else "     "
    room = max(width - 6 - len(count) - 2, 4)
    # The term is what is read; the card beside the list shows the whole of its targets.
    source = max(min(room * 3 // 5, room - 2), 2)
    target = entry.preferred or glyphs.nothing
    return [
        (glyphs.of_status(entry.status), _STATUS_INKS[entry.status]),
        (f"{entry.score:3.0f} ", confidence_ink(entry.score)),
        (" " + fit(entry.source, source), "rejected" if entry.status is Status.REJECTED else ""),
        (" " + fit(target, room - source), "" if entry.preferred else "dim"),
        (" " + printable(count), "dim"),
    ]
