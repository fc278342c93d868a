"""The card of one entry: what decides comes first, then why this is believed, then what was done with it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rnk_gloss.model.entry import Entry, Evidence, Likeness, Status, Target, Usage
from rnk_gloss.model.operation import Deed
from rnk_gloss.text.cells import cell_width, fit, printable
from rnk_gloss.tui.evidence_words import evidence_in_words, origin_in_words, short_evidence, term_reason
from rnk_gloss.tui.glyphs import Glyphs, confidence_ink
from rnk_gloss.tui.painting import Fragment, Line, labelled, sides, wrap_fragments
from rnk_gloss.tui.template_words import category_words, operation_words
from rnk_gloss.tui.wording import say, say_count

_LABEL_WIDTH = 10
_TARGET_INDENT = 5
_STATUS_INKS = {Status.APPROVED: "approved", Status.REJECTED: "rejected", Status.CANDIDATE: "dim"}
_MOST_REASONS = 3
# A usual card shall fit a small terminal; who doubts a later target asks for all evidence.
_MOST_EXPLAINED = 3
_MOST_QUESTIONS = 3
# A target of less than this share of the best score, and of less than this score, is seldom what anybody wants.
_LEAST_SHARE, _LEAST_SCORE = 0.25, 20.0
# Parts of the score that every term has: they tell none from another.
_SAME_FOR_ALL = frozenset({"start", "scale"})
HISTORY_SHOWN = 3


@dataclass(frozen=True, slots=True)
class CardFacts:
    """What the card says beside the entry: its romaji, the open questions about it and what was done with it last."""

    romaji: str = ""
    questions: Sequence[Likeness] = ()
    history: Sequence[Deed] = ()


def card_lines(entry: Entry, facts: CardFacts, glyphs: Glyphs, width: int, *, full: bool = False) -> list[Line]:
    """The whole card at a width; with `full`, all evidence, each in its own line. Numbers before targets are the keys
    that choose them."""
    lines: list[Line] = [*_headword(entry, facts.romaji, glyphs, width), *_state(entry, glyphs, width)]
    if entry.reason:
        lines += wrap_fragments([(say("rejected because: {reason}", reason=entry.reason), "rejected")], width)
    if not entry.targets:
        lines.append([(say("no English yet: e writes one"), "dim")])
    shown = entry.targets if full else _likely(entry.targets)
    for number, target in enumerate(shown, start=1):
        lines += _target(number, target, glyphs, width)
        if full:
            lines += _full_evidence(target, width)
        elif number <= _MOST_EXPLAINED:
            lines += _evidence_line(target, entry, glyphs, width)
    if len(shown) < len(entry.targets):
        count = len(entry.targets) - len(shown)
        words = say_count("{count} less likely one: i shows all", "{count} less likely ones: i shows all", count)
        lines.append([(fit(" " * _TARGET_INDENT + words, width), "dim")])
    if entry.note:
        lines += labelled(say("note"), [(entry.note, "warning")], width, _LABEL_WIDTH)
    lines += _questions(entry, facts.questions, width)
    if entry.variants:
        spellings = f" {glyphs.between} ".join(
            f"{variant.text} {variant.count:,}" if variant.count else variant.text for variant in entry.variants
        )
        lines += labelled(say("variants"), [(spellings, "")], width, _LABEL_WIDTH)
    lines += _reasons(entry.evidence, glyphs, width, full=full)
    return lines + _history(facts.history, width)


def _headword(entry: Entry, romaji: str, glyphs: Glyphs, width: int) -> list[Line]:
    spoken = [part for part in (entry.reading, romaji) if part and part != entry.source]
    fragments: list[Fragment] = [(entry.source, "term")]
    if spoken:
        fragments.append(("  " + f" {glyphs.between} ".join(spoken), "dim"))
    return wrap_fragments(fragments, width)


def _state(entry: Entry, glyphs: Glyphs, width: int) -> list[Line]:
    places = say("{count}× in {documents}", count=f"{entry.count:,}", documents=_documents(entry.documents))
    facts = [
        category_words(entry.category),
        say("score {score}", score=f"{entry.score:.0f}"),
        places if entry.count else "",
        entry.subject,
    ]
    status = f"{glyphs.of_status(entry.status).strip()} {status_in_words(entry.status)}".strip()
    rest = "".join(f" {glyphs.between} {fact}" for fact in facts if fact)
    return wrap_fragments([(status, _STATUS_INKS[entry.status]), (rest, "dim")], width)


def status_in_words(status: Status) -> str:
    """The status in the language that is spoken."""
    return {
        Status.CANDIDATE: say("candidate"), Status.APPROVED: say("approved"), Status.REJECTED: say("rejected"),
    }[status]  # fmt: skip


def _documents(count: int) -> str:
    return say_count("{count} document", "{count} documents", count)


def _likely(targets: Sequence[Target]) -> Sequence[Target]:
    """The targets without those at the end that hardly anybody would choose beside the best one."""
    best = max((target.score for target in targets), default=0.0)
    likely = [
        number
        for number, target in enumerate(targets, start=1)
        if target.edited or target.usage is not Usage.ADMITTED or target.score >= min(best * _LEAST_SHARE, _LEAST_SCORE)
    ]
    return targets[: max(likely, default=0)]


def _target(number: int, target: Target, glyphs: Glyphs, width: int) -> list[Line]:
    key = str(number) if number <= 9 else " "
    is_preferred, is_forbidden = target.usage is Usage.PREFERRED, target.usage is Usage.FORBIDDEN
    sign = glyphs.preferred if is_preferred else glyphs.rejected if is_forbidden else " "
    ink = "preferred" if is_preferred else "forbidden" if is_forbidden else ""
    usage = f"{say('preferred')} " if is_preferred else f"{say('forbidden')} " if is_forbidden else ""
    right: list[Fragment] = [(f" {usage}", ink), (f"{target.score:3.0f}", confidence_ink(target.score))]
    head: list[Fragment] = [(f" {key} ", "strong"), (sign + " ", ink)]
    room = width - _TARGET_INDENT - sum(cell_width(text) for text, _ in right)
    first, *more = wrap_fragments([(target.text, ink)], max(room, 2))
    lines = [sides([*head, *first], right, width)]
    return lines + [[(" " * _TARGET_INDENT, ""), *line] for line in more]


def _evidence_line(target: Target, entry: Entry, glyphs: Glyphs, width: int) -> list[Line]:
    """Why a target is believed, in one line; what does not fit is in the full card."""
    text = f" {glyphs.between} ".join(short_evidence(target, entry))
    room = max(width - _TARGET_INDENT, 2)
    shown = fit(text, room) if cell_width(printable(text)) > room else printable(text)
    return [[(" " * _TARGET_INDENT, ""), (shown, "dim")]] if text else []


def _full_evidence(target: Target, width: int) -> list[Line]:
    reasons = [evidence_in_words(item) for item in target.evidence] or [origin_in_words(target.origin)]
    return [
        [(" " * _TARGET_INDENT, ""), *line]
        for reason in reasons
        if reason
        for line in wrap_fragments([(reason, "dim")], max(width - _TARGET_INDENT, 2))
    ]


def _questions(entry: Entry, questions: Sequence[Likeness], width: int) -> list[Line]:
    asked = questions[:_MOST_QUESTIONS]
    if not asked:
        return []
    others = [question.other_source if question.entry == entry.id else question.source for question in asked]
    text = say("one term with {others}?  m merges, K keeps apart", others=" / ".join(others))
    return labelled(say("question"), [(text, "warning")], width, _LABEL_WIDTH)


def _reasons(evidence: Sequence[Evidence], glyphs: Glyphs, width: int, *, full: bool) -> list[Line]:
    """Why the term is believed to be one: what weighs most first."""
    reasons = sorted(evidence, key=lambda item: -abs(item.weight))
    if full:
        lines: list[Line] = []
        for item in reasons:
            weight = f"{item.weight:+.0f} " if item.weight else ""
            said: list[Fragment] = [(weight + evidence_in_words(item), "dim")]
            lines += labelled("" if lines else say("because"), said, width, _LABEL_WIDTH)
        return lines
    telling = [item for item in reasons if item.weight and item.kind not in _SAME_FOR_ALL]
    parts = [f"{item.weight:+.0f} {term_reason(item)}" for item in telling[:_MOST_REASONS]]
    between = f" {glyphs.between} "
    return labelled(say("because"), [(between.join(parts), "dim")], width, _LABEL_WIDTH) if parts else []


def _history(history: Sequence[Deed], width: int) -> list[Line]:
    lines: list[Line] = []
    for deed in history[:HISTORY_SHOWN]:
        day = deed.at[:10]
        what = operation_words(deed.name)
        text = say("{day} {what}, {author}", day=day, what=what, author=deed.author) if deed.author else f"{day} {what}"
        shown = fit(text, max(width - _LABEL_WIDTH, 2)).rstrip()
        head = fit("" if lines else say("history"), _LABEL_WIDTH)
        lines.append([(head, "label"), (shown, "dim")])
    return lines


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
