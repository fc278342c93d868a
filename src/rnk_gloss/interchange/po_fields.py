"""What a message of a catalogue has beside its two texts, as properties of a unit."""

from __future__ import annotations

CONTEXT = "x-po-context"
"""msgctxt: tells two messages with the same msgid apart."""

FLAG = "x-po-flag"
"""A flag of the line `#,` other than fuzzy; `obsolete` for a message of the lines `#~`."""

OBSOLETE = "obsolete"
FUZZY = "fuzzy"

EXTRACTED = "x-po-extracted"
"""The comment `#.`, which a program took from the source code."""

REFERENCE = "x-po-reference"
"""The places `#:` in the source code, `file:line`, one on each line."""

PREVIOUS = "x-po-previous"
"""The msgid `#|` that a fuzzy message had when it was translated."""

SINGULAR, PLURAL, FORM = "x-po-msgid", "x-po-msgid-plural", "x-po-form"
"""The two msgids of a message with plural forms, and the number of the form that the unit's target is."""

# gettext 0.22 and later set names with white space between these two (U+2068, U+2069).
NAME_OPENS, NAME_CLOSES = "\u2068", "\u2069"

_ONE_FORM, _TWO_FORMS = "nplurals=1; plural=0;", "nplurals=2; plural=(n != 1);"
PLURAL_RULES = {
    "ja": _ONE_FORM, "zh": _ONE_FORM, "ko": _ONE_FORM,
    "en": _TWO_FORMS, "de": _TWO_FORMS, "es": _TWO_FORMS, "it": _TWO_FORMS, "nl": _TWO_FORMS, "pt": _TWO_FORMS,
    "fr": "nplurals=2; plural=(n > 1);",
    "ru": "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);",
}  # fmt: skip
"""Language → its header field Plural-Forms, as the gettext manual gives it (chapter 11.2.6)."""


def plural_forms(rule: str) -> int:
    """How many forms the rule has; 0 if it does not say."""
    number = rule.partition("nplurals=")[2].partition(";")[0].strip()
    return int(number) if number.isdecimal() and number.isascii() else 0
