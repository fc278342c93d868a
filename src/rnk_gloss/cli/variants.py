"""The command `terms variants`: the ledger of spellings."""

from __future__ import annotations

import click

from rnk_gloss.cli.diagnostics import nothing_found
from rnk_gloss.cli.output import Column, Style, style_options, write_rows
from rnk_gloss.cli.session import open_glossary

_FORMS = (
    Column("id", lambda row: row["id"], right=True),
    Column("term", lambda row: row["source"], share=2),
    Column(
        "forms",
        lambda row: " · ".join(f"{form['text']} {form['count']}" for form in row["forms"]),
        share=3,
    ),
    Column("differ in", lambda row: ", ".join(dict.fromkeys(form["kind"] for form in row["forms"] if form["kind"]))),
    Column(
        "documents", lambda row: len({document for form in row["forms"] for document in form["documents"]}), right=True
    ),
)
_QUESTIONS = (
    Column("id", lambda row: row["entry"], right=True),
    Column("term", lambda row: row["source"], share=1),
    Column("other", lambda row: row["other"], right=True),
    Column("other term", lambda row: row["other_source"], share=1),
    Column("kind", lambda row: row["kind"]),
    Column("reason", lambda row: row["reason"], share=1),
    Column("sure", lambda row: f"{100 * row['confidence']:.0f} %", right=True),
)


@click.command("variants")
@click.option("--questions", is_flag=True, help="Entries that may be one term; merge them, or keep them apart.")
@style_options
def variants_command(*, questions: bool, style: Style) -> int:
    """Show the terms that are written in several ways in the texts, with how often and where.

    With --questions: entries that may be one term. Answer with `terms merge ID OTHER` or `terms apart ID OTHER`.
    """
    with open_glossary() as glossary:
        if questions:
            rows = [
                {
                    "entry": one.entry,
                    "source": one.source,
                    "other": one.other,
                    "other_source": one.other_source,
                    "kind": one.kind.value,
                    "reason": one.reason,
                    "confidence": round(one.confidence, 2),
                }
                for one in glossary.likenesses()
            ]
            return 0 if write_rows(rows, _QUESTIONS, style) else nothing_found("no questions are open")
        ledger = [
            {
                "id": entry.id,
                "source": entry.source,
                "status": entry.status.value,
                "forms": [
                    {"text": form.text, "kind": form.kind, "count": form.count, "documents": list(form.documents)}
                    for form in forms
                ],
            }
            for entry, forms in glossary.variants()
        ]
    return 0 if write_rows(ledger, _FORMS, style) else nothing_found("no term is written in more than one way")
