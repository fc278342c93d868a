"""What can be done on each screen: one table, from which key bindings, command palette and key sheet are made."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from textual.binding import Binding

_FULL_WIDTH = 0xFEE0
# Textual names a key that is no letter or digit after its character.
_IDEOGRAPHIC_SPACE = "ideographic_space"


class Scope(StrEnum):
    """Where an action works; the value heads its part of the key sheet."""

    EVERYWHERE = "everywhere"
    LIST = "moving in a list"
    TERMS = "terms"
    SEGMENTS = "segments"
    LOOKUP = "lookup"
    TRANSLATION = "translation"
    WRITING = "writing a translation"


@dataclass(frozen=True, slots=True)
class Action:
    """Something a key does. `call` is Textual's action where it is not the last part of `id`; `footer` shows the key
    at the foot of the screen, as `shown`; with `palette` the command palette offers it. What is `first` is done before
    the next key is given to whatever has the focus: it moves the focus to a text."""

    id: str
    keys: tuple[str, ...]
    label: str
    scope: Scope
    help: str
    call: str = ""
    palette: bool = True
    footer: bool = False
    shown: str = ""
    first: bool = False

    @property
    def command(self) -> str:
        """Textual's name of the action."""
        return self.call or self.id.rpartition(".")[2]


def _numbered(scope: Scope, label: str, text: str, *modifiers: str) -> Iterator[Action]:
    """An action `choose` for each digit, alone and with each of the modifiers."""
    for number in range(1, 10):
        yield Action(
            f"{scope.value}.choose.{number}",
            (str(number), *(f"{modifier}+{number}" for modifier in modifiers)),
            label,
            scope,
            text,
            call=f"choose({number})",
            palette=False,
            footer=number == 1 and not modifiers,
            shown="1-9",
        )


def _insertions() -> Iterator[Action]:
    for scope, prefix, name in ((Scope.TRANSLATION, "", "translation"), (Scope.WRITING, "alt+", "writing")):
        for number in range(1, 10):
            yield Action(
                f"{name}.insert.{number}",
                (f"{prefix}{number}",),
                "insert",
                scope,
                "insert the match or term of this number",
                call=f"insert({number})",
                palette=False,
                footer=number == 1,
                shown=f"{prefix}1-9",
            )


ACTIONS = (
    Action("terms.approve", ("a",), "approve", Scope.TERMS, "approve this entry and go on", footer=True),
    Action("terms.reject", ("x",), "reject", Scope.TERMS, "reject this entry and go on", footer=True),
    *_numbered(Scope.TERMS, "choose", "make this target the preferred one"),
    Action("terms.edit", ("e",), "edit", Scope.TERMS, "edit term, reading, targets, subject and note", footer=True),
    Action("terms.undo", ("u",), "undo", Scope.TERMS, "take the last operation of this review back", footer=True),
    Action("terms.filter", ("/",), "filter", Scope.TERMS, "show terms that hold kanji, kana, romaji or English",
           footer=True, first=True),
    Action("terms.later", ("space",), "later", Scope.TERMS, "put this entry at the end of the list"),
    Action("terms.range", ("v",), "range", Scope.TERMS, "begin or end a range: what is decided next is for all of it"),
    Action("terms.reject_because", ("X",), "reject because", Scope.TERMS, "reject with a reason, and go on"),
    Action("terms.reopen", ("r",), "reopen", Scope.TERMS, "make this entry a candidate again"),
    Action("terms.redo", ("U",), "redo", Scope.TERMS, "do again what was undone"),
    Action("terms.edit_outside", ("E",), "edit outside", Scope.TERMS, "edit this entry as a text in your own editor"),
    Action("terms.write", ("w",), "write English", Scope.TERMS, "write the English to use"),
    Action("terms.reading", ("R",), "reading", Scope.TERMS, "edit the reading"),
    Action("terms.note", ("n",), "note", Scope.TERMS, "write a note"),
    Action("terms.subject", ("d",), "subject", Scope.TERMS, "choose the subject field"),
    Action("terms.forbid", ("!",), "forbid", Scope.TERMS, "choose or write English that must not be used"),
    Action("terms.merge", ("m",), "merge", Scope.TERMS, "choose the entry of which this is a variant"),
    Action("terms.apart", ("K",), "keep apart", Scope.TERMS, "say that this and what it may be are two terms"),
    Action("terms.copy", ("y",), "copy", Scope.TERMS, "copy term and target, with a tab between"),
    Action("terms.status", ("s",), "status", Scope.TERMS, "show candidates, all, approved or rejected entries"),
    Action("terms.order", ("o",), "order", Scope.TERMS, "order by score, count, reading, document or change"),
    Action("terms.order_back", ("O",), "order back", Scope.TERMS, "go back to the order before", call="order(-1)"),
    Action("terms.evidence", ("i",), "evidence", Scope.TERMS, "show all evidence, or in few words"),
    Action("terms.contexts", ("tab", "c"), "contexts", Scope.TERMS, "show contexts as lines or as whole sentences"),
    Action("terms.contexts_next", ("]",), "next contexts", Scope.TERMS, "next page of contexts", call="turn(1)"),
    Action("terms.contexts_previous", ("[",), "previous contexts", Scope.TERMS, "previous page of contexts",
           call="turn(-1)"),
    Action("terms.keys", ("?", "f1"), "keys", Scope.TERMS, "show all keys", call="app.keys", footer=True, shown="?"),
    Action("segments.approve", ("a",), "approve", Scope.SEGMENTS, "approve this segment and go on", footer=True),
    Action("segments.reject", ("x",), "reject", Scope.SEGMENTS, "reject this segment and go on", footer=True),
    Action("segments.edit", ("e",), "edit", Scope.SEGMENTS, "edit the two texts where they stand", footer=True),
    Action("segments.edit_outside", ("E",), "editor", Scope.SEGMENTS, "edit the two texts in your own editor"),
    Action("segments.next_flagged", ("]",), "next flag", Scope.SEGMENTS, "go to the next flagged segment",
           footer=True, shown="]"),
    Action("segments.undo", ("u",), "undo", Scope.SEGMENTS, "take the last operation of this review back", footer=True),
    Action("segments.filter", ("/",), "filter", Scope.SEGMENTS,
           "find words, status: flag: score: doc:", footer=True, first=True),
    Action("segments.previous_flagged", ("[",), "previous flag", Scope.SEGMENTS, "go to the previous flagged segment"),
    Action("segments.merge", ("m",), "merge", Scope.SEGMENTS,
           "merge with the next segment, or all of a range"),
    Action("segments.split", ("S",), "split", Scope.SEGMENTS, "split this segment: choose the places in both texts"),
    Action("segments.japanese", ("h", "left"), "Japanese side", Scope.SEGMENTS,
           "choose the Japanese side, for J, K and e", call="side('source')"),
    Action("segments.english", ("l", "right"), "English side", Scope.SEGMENTS,
           "choose the English side, for J, K and e", call="side('target')"),
    Action("segments.forward", ("J",), "sentence to next", Scope.SEGMENTS,
           "move the last sentence to the next segment", call="shift(True)"),
    Action("segments.back", ("K",), "sentence to previous", Scope.SEGMENTS,
           "move the first sentence to the segment before", call="shift(False)"),
    Action("segments.realign", ("R",), "realign", Scope.SEGMENTS, "align this document anew between what was decided"),
    Action("segments.approve_sure", ("A",), "approve sure", Scope.SEGMENTS,
           "approve all of this document that are sure and not flagged"),
    Action("segments.later", ("space",), "later", Scope.SEGMENTS, "put this segment at the end of the list"),
    Action("segments.range", ("v",), "range", Scope.SEGMENTS,
           "begin or end a range: what is decided next is for all of it"),
    Action("segments.reopen", ("r",), "reopen", Scope.SEGMENTS, "make this segment a candidate again"),
    Action("segments.redo", ("U",), "redo", Scope.SEGMENTS, "do again what was undone"),
    Action("segments.status", ("s",), "status", Scope.SEGMENTS, "show all, flagged, undecided, approved or rejected"),
    Action("segments.order", ("o",), "order", Scope.SEGMENTS, "order by document, or the least sure first"),
    Action("segments.documents", ("D",), "documents", Scope.SEGMENTS, "show the segments of one document"),
    Action("segments.keys", ("?", "f1"), "keys", Scope.SEGMENTS, "show all keys", call="app.keys", footer=True,
           shown="?"),
    Action("segments.translate", ("t",), "translate", Scope.SEGMENTS, "translate what has no translation yet"),
    Action("translation.write", ("enter", "i", "e"), "write", Scope.TRANSLATION, "write the translation", footer=True,
           shown="enter"),
    *_insertions(),
    Action("translation.approve", ("a",), "approve", Scope.TRANSLATION,
           "approve what is written and go on to the next open sentence", footer=True),
    Action("translation.next_open", ("]",), "next open", Scope.TRANSLATION,
           "go to the next sentence that is not approved", footer=True, shown="]"),
    Action("translation.undo", ("u",), "undo", Scope.TRANSLATION, "take the last operation of this review back",
           footer=True),
    Action("translation.documents", ("d",), "documents", Scope.TRANSLATION, "choose the document to translate",
           footer=True),
    Action("translation.previous_open", ("[",), "previous open", Scope.TRANSLATION,
           "go to the previous sentence that is not approved"),
    Action("translation.copy_source", ("0", "c"), "copy source", Scope.TRANSLATION, "insert the source itself"),
    Action("translation.clear", ("x",), "clear", Scope.TRANSLATION, "take the translation away"),
    Action("translation.redo", ("U",), "redo", Scope.TRANSLATION, "do again what was undone"),
    Action("translation.leave", ("escape",), "segments", Scope.TRANSLATION, "go back to the segments"),
    Action("translation.keys", ("?", "f1"), "keys", Scope.TRANSLATION, "show all keys", call="app.keys", footer=True,
           shown="f1"),
    Action("writing.approve", ("ctrl+s", "enter"), "approve", Scope.WRITING,
           "approve what is written and write the next open sentence", footer=True, shown="enter"),
    Action("writing.rest", ("escape",), "list", Scope.WRITING, "keep what is written as a draft and go to the list",
           footer=True),
    Action("writing.next", ("ctrl+down",), "next sentence", Scope.WRITING,
           "keep the draft and write the next sentence"),
    Action("writing.previous", ("ctrl+up",), "previous sentence", Scope.WRITING,
           "keep the draft and write the sentence before"),
    Action("writing.copy_source", ("alt+0",), "copy source", Scope.WRITING, "insert the source itself"),
    Action("lookup.copy", ("enter",), "copy English", Scope.LOOKUP, "copy the English of the hit", footer=True,
           shown="enter"),
    Action("lookup.previous", ("up",), "previous hit", Scope.LOOKUP,
           "go to the previous hit; where nothing is typed, to what was looked up before", palette=False),
    Action("lookup.next", ("down",), "next hit", Scope.LOOKUP, "go to the next hit", palette=False),
    Action("lookup.copy_pair", ("ctrl+y", "y"), "copy pair", Scope.LOOKUP,
           "copy both texts of the hit, with a tab between", footer=True, shown="^y"),
    *_numbered(Scope.LOOKUP, "copy by number", "copy the English of the hit with this number", "alt"),
    Action("lookup.open", ("ctrl+o", "o"), "open it", Scope.LOOKUP,
           "go to the term among the terms, or to the unit among the segments", footer=True, shown="^o"),
    Action("lookup.looser", ("ctrl+l", "minus"), "looser", Scope.LOOKUP, "lower the least likeness by 5", footer=True,
           shown="^l"),
    Action("lookup.stricter", ("ctrl+t", "plus"), "stricter", Scope.LOOKUP, "raise the least likeness by 5",
           footer=True, shown="^t"),
    Action("lookup.more", ("ctrl+g", "."), "more places", Scope.LOOKUP, "show more places where the text stands"),
    Action("lookup.next_sentence", ("ctrl+n",), "next sentence", Scope.LOOKUP,
           "look up the next sentence of the text that was pasted"),
    Action("lookup.previous_sentence", ("ctrl+r",), "previous sentence", Scope.LOOKUP,
           "look up the sentence before in the text that was pasted"),
    Action("lookup.clear", ("escape",), "clear", Scope.LOOKUP, "go back to the text, or empty it"),
    Action("lookup.keys", ("f1", "?"), "keys", Scope.LOOKUP, "show all keys", call="app.keys", footer=True, shown="f1"),
    Action("list.down", ("down", "j"), "down", Scope.LIST, "next row", call="down", palette=False),
    Action("list.up", ("up", "k"), "up", Scope.LIST, "previous row", call="up", palette=False),
    Action("list.page_down", ("pagedown", "ctrl+f"), "page down", Scope.LIST, "one page down", palette=False),
    Action("list.page_up", ("pageup", "ctrl+b"), "page up", Scope.LIST, "one page up", palette=False),
    Action("list.first", ("home", "g"), "first", Scope.LIST, "first row", palette=False),
    Action("list.last", ("end", "G"), "last", Scope.LIST, "last row", palette=False),
    Action("app.terms", ("f2",), "Terms", Scope.EVERYWHERE, "review terms", call="switch_mode('terms')"),
    Action("app.segments", ("f3",), "Segments", Scope.EVERYWHERE, "review aligned segments",
           call="switch_mode('segments')"),
    Action("app.lookup", ("f4",), "Lookup", Scope.EVERYWHERE, "look a text up", call="switch_mode('lookup')"),
    Action("app.quit", ("ctrl+q",), "quit", Scope.EVERYWHERE, "leave; everything is stored already", palette=False),
    Action("app.close", ("q",), "quit", Scope.EVERYWHERE, "leave, where no text is being typed", call="quit",
           palette=False),
    Action("app.palette", ("ctrl+p",), "palette", Scope.EVERYWHERE, "find an action by its name",
           call="command_palette", palette=False),
)  # fmt: skip


def actions_of(*scopes: Scope) -> list[Action]:
    """The actions of these scopes, in the order of the table."""
    return [action for action in ACTIONS if action.scope in scopes]


def bindings(*scopes: Scope) -> list[Binding]:
    """Textual's bindings of these scopes. A printable key is also bound as the full-width character that an input
    method gives for it."""
    return [
        Binding(
            with_twins(action.keys),
            action.command,
            action.label,
            show=action.footer,
            key_display=action.shown or None,
            id=action.id,
            tooltip=action.help,
            priority=action.first,
        )
        for action in actions_of(*scopes)
    ]


def with_twins(keys: tuple[str, ...]) -> str:
    """The keys and their full-width twins, comma-separated as Textual reads them."""
    return ",".join([*keys, *filter(None, map(full_width_twin, keys))])


def full_width_twin(key: str) -> str:
    """The key of the full-width character that stands for a printable one, or nothing."""
    if key == "space":
        return _IDEOGRAPHIC_SPACE
    return chr(ord(key) + _FULL_WIDTH) if len(key) == 1 and "!" <= key <= "~" else ""
