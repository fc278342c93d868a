"""Whether a text and its translation are in the languages that they should be in."""

from __future__ import annotations

from rnk_gloss.errors import InputError
from rnk_gloss.model.document import Document
from rnk_gloss.text.script import guess_language

_SAMPLE = 20_000


def language_of(document: Document) -> str | None:
    """The language that a document seems to be in, by the script of its prose; None where that does not tell."""
    prose = "\n".join(paragraph.text for paragraph in document.paragraphs if paragraph.is_prose)
    return guess_language(prose[:_SAMPLE])


def check_languages(
    source: Document,
    target: Document,
    *,
    names: tuple[str, str],
    other_way: str,
    languages: tuple[str, str] = ("ja", "en"),
) -> None:
    """Raises `InputError` when the two are swapped (`other_way` says how to give them), or one is in another language.

    Only Japanese is told from other languages for certain.
    """
    found, other = language_of(source), language_of(target)
    if found == languages[1] and other == languages[0]:
        raise InputError(
            f"{names[0]} and {names[1]}: their languages are swapped: the first is not Japanese, the second is",
            hint=f"give them the other way round: {other_way}",
        )
    if languages[0] == "ja" and found != "ja":
        raise InputError(f"{names[0]}: holds no Japanese text", hint=f"it was to be the original of {names[1]}")
    if languages[1] == "en" and other == "ja":
        raise InputError(f"{names[1]}: is Japanese, not a translation of {names[0]}", hint="name the English file")
