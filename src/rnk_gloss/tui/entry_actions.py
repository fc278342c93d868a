"""What can be done to entries beside approving and rejecting: by dialogs, pickers, or an editor of one's own."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from rnk_gloss.errors import ConflictError, GlossError
from rnk_gloss.model.entry import Entry, Status, Usage
from rnk_gloss.text.cells import printable
from rnk_gloss.tui.desk import Desk
from rnk_gloss.tui.dialogs import Answer, Field, FieldsDialog
from rnk_gloss.tui.entry_fields import edit_of, entry_fields, note_field, reading_field
from rnk_gloss.tui.entry_file import edit_of_text, entry_text, with_mistake
from rnk_gloss.tui.entry_picker import EntryPicker
from rnk_gloss.tui.external_editor import edit_text
from rnk_gloss.tui.offers import Offer, OfferPicker, reason_picker, subject_picker
from rnk_gloss.tui.queue_screen import QueueScreen
from rnk_gloss.tui.refusal_words import error_words
from rnk_gloss.tui.toasts import errors_told, tell, tell_error
from rnk_gloss.tui.wording import say


class EntryActions(QueueScreen):
    """A list of entries, of which one is shown: what its keys do, each of them one operation."""

    def __init__(self, desk: Desk, *, choose_approves: bool = False) -> None:
        super().__init__(desk)
        self._choose_approves = choose_approves

    def current(self) -> Entry | None:
        """The entry under the cursor, also when the cursor has just moved and the card does not show it yet.

        Where there is none, this is said.
        """
        raise NotImplementedError

    def entry_changed(self, *keys: int) -> None:
        """Take in an operation that was stored for these entries, and show the present one again."""
        self.note_done(*keys)
        self.show_current()

    def action_edit(self) -> None:
        """Edit the entry in a dialog."""
        entry = self.current()
        if entry is not None:
            self._edit(entry, say("Edit entry"), entry_fields(entry))

    def action_note(self) -> None:
        """Write a note in a dialog."""
        entry = self.current()
        if entry is not None:
            self._edit(entry, say("Note"), [note_field(entry)])

    def action_reading(self) -> None:
        """Edit the reading in a dialog."""
        entry = self.current()
        if entry is not None:
            self._edit(entry, f"{say('Reading')}  {printable(entry.source)}", [reading_field(entry)])

    def _edit(self, entry: Entry, title: str, fields: Sequence[Field]) -> None:
        seen = [entry]

        def store(answer: Answer) -> None:
            if self._store_edit(answer, entry, seen):
                self.note_done(entry.id)

        def shown(_answer: Answer | None) -> None:
            self.show_current()

        self.app.push_screen(FieldsDialog(title, fields, store=store), shown)

    def _store_edit(self, answer: Answer, entry: Entry, seen: list[Entry]) -> bool:
        try:
            return self.desk.glossary.edit_entry(entry.id, edit_of(answer, entry), seen=seen[0])
        except ConflictError:
            # Whoever has read what stands there now, and saves again, means it.
            seen[0] = self.desk.glossary.entry(entry.id)
            raise

    def action_edit_outside(self) -> None:
        """Edit the entry as a text in the user's own editor, until it can be stored or is left unchanged."""
        entry = self.current()
        if entry is None:
            return
        first = text = entry_text(entry)
        seen = entry
        with errors_told(self):
            while (edited := edit_text(self.app, text)) is not None:
                try:
                    if self.desk.glossary.edit_entry(entry.id, edit_of_text(edited, entry), seen=seen):
                        self.note_done(entry.id)
                    break
                except GlossError as error:
                    if isinstance(error, ConflictError):
                        seen = self.desk.glossary.entry(entry.id)
                    text = with_mistake(edited, error_words(error))
            else:
                if text != first:
                    tell(self, say("Nothing was stored."))
        self.show_current()

    def action_reject_because(self) -> None:
        """Reject what is chosen, with a reason."""
        if not self.has_rows():
            return

        def chosen(offer: Offer | None) -> None:
            if offer is not None:
                decide = self.desk.glossary.decide
                self.decide_as(Status.REJECTED, lambda chosen: decide(chosen, Status.REJECTED, reason=offer.source))

        with errors_told(self):
            self.app.push_screen(reason_picker(self.desk.glossary.reasons()), chosen)

    def action_subject(self) -> None:
        """Give what is chosen a subject field."""
        if not self.has_rows():
            return
        keys = self.rows.chosen_keys

        def chosen(offer: Offer | None) -> None:
            if offer is None:
                return
            with errors_told(self):
                if self.desk.glossary.set_subject(keys, offer.source):
                    self.note_done(*keys)
                    tell(self, say("Subject: {subject}", subject=offer.source or "–"))
                self.rows.set_range_start(None)
                self.show_current()

        with errors_told(self):
            self.app.push_screen(subject_picker(self.desk.glossary.subjects(), len(keys)), chosen)

    def action_forbid(self) -> None:
        """Choose a target that must not be used, or write one; one that is forbidden may be used again."""
        entry = self.current()
        if entry is None:
            return
        targets = [(target.text, "forbidden" if target.usage is Usage.FORBIDDEN else "") for target in entry.targets]
        picker = OfferPicker(
            say("Must not be used for {term}", term=printable(entry.source)),
            targets,
            hint=say("a number, or English that must not be used"),
            new_first=True,
        )

        def chosen(offer: Offer | None) -> None:
            if offer is None:
                return
            usage = Usage.ADMITTED if offer.ink else Usage.FORBIDDEN
            with errors_told(self):
                if self.desk.glossary.choose_target(entry.id, offer.source, usage):
                    self.entry_changed(entry.id)

        self.app.push_screen(picker, chosen)

    def action_write(self) -> None:
        """Write the English to use, or choose it where there are more than the digits reach."""
        entry = self.current()
        if entry is None:
            return
        picker = OfferPicker(
            say("English for {term}", term=printable(entry.source)),
            [(target.text, "forbidden" if target.usage is Usage.FORBIDDEN else "") for target in entry.targets],
            hint=say("the English to use"),
            new_first=True,
        )

        def chosen(offer: Offer | None) -> None:
            if offer is not None and self.prefer(entry, offer.source):
                self.go_on_after_choice()

        self.app.push_screen(picker, chosen)

    def action_merge(self) -> None:
        """Make what is chosen variants of another entry."""
        if not self.has_rows():
            return
        with errors_told(self):
            entries = self.desk.glossary.entries(self.rows.chosen_keys)
            if entries:
                self.app.push_screen(EntryPicker(self.desk, entries), partial(self._merge, entries))

    def _merge(self, entries: Sequence[Entry], into: Entry | None) -> None:
        if into is None:
            return
        keys = [entry.id for entry in entries]
        with errors_told(self):
            self.desk.glossary.merge(into.id, keys)
            self.note_done(*keys, into.id)
            self.take_out(set(keys))
            tell(self, say("{variants} → {term}", variants=entries[0].source, term=into.source))

    def action_apart(self) -> None:
        """Say that the entry and the one it may be are two terms."""
        entry = self.current()
        if entry is None:
            return
        with errors_told(self):
            questions = self.desk.glossary.likenesses(entry=entry.id)
            if not questions:
                tell(self, say("Nobody asks whether this is another term, too."))
                return
            question = questions[0]
            if self.desk.glossary.keep_apart(question.entry, question.other):
                self.entry_changed(entry.id)
                tell(self, say("{one} and {other} are two terms.", one=question.source, other=question.other_source))

    def action_copy(self) -> None:
        """Copy the term and the target to use, with a tab between."""
        entry = self.current()
        if entry is None:
            return
        text = f"{entry.source}\t{entry.preferred or ''}".rstrip("\t")
        self.app.copy_to_clipboard(text)
        tell(self, say("Copied: {text}", text=text))

    def action_choose(self, number: int) -> None:
        """Make a target the preferred one; where that is wanted, approve the entry and go on."""
        entry = self.current()
        if entry is None:
            return
        if number > len(entry.targets):
            tell(self, say("There is no target {number}.", number=number))
        elif self.prefer(entry, entry.targets[number - 1].text):
            self.go_on_after_choice()

    def prefer(self, entry: Entry, text: str) -> bool:
        """Whether a target could be made the preferred one; why not is said."""
        try:
            if self.desk.glossary.choose_target(entry.id, text, Usage.PREFERRED, approve=self._choose_approves):
                self.note_done(entry.id)
        except GlossError as error:
            tell_error(self, error)
            return False
        return True

    def go_on_after_choice(self) -> None:
        """Show the entry with its choice or, where choosing approves, the next one."""
        if self._choose_approves and self.rows.cursor + 1 < len(self.rows.keys):
            self.rows.move_to(self.rows.cursor + 1)
        else:
            self.show_current()
