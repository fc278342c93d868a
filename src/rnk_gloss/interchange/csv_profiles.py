"""Who shall read a table, and what it must look like for them."""

from __future__ import annotations

from dataclasses import dataclass, field

from rnk_gloss.interchange.columns import ROLES

_TOOL_ROLES = (
    "source", "target", "further targets", "forbidden targets", "reading", "category", "status", "variants", "subject",
    "note",
)  # fmt: skip
_TOOL_HEADINGS = {"note": "Entry_Note", "subject": "Entry_Subject"}


@dataclass(frozen=True, slots=True)
class Profile:
    """The shape of a table for one reader.

    `delimiter` is "" where the suffix of the file decides. `roles` are the columns of an entry; `headings` renames
    them, and `language_headings` puts the names of the languages over source and target. `flat` cells have no tabs
    and line breaks, `guarded` ones no formulas. `per_target` gives every target a row of its own. `untranslated` has
    rows for terms without a target, which people fill in and other tools would drop.
    """

    name: str
    roles: tuple[str, ...] = ROLES
    headings: dict[str, str] = field(default_factory=dict)
    has_headings: bool = True
    language_headings: bool = False
    mark: bool = False
    delimiter: str = ""
    quoting: bool = True
    flat: bool = False
    guarded: bool = False
    comments: bool = False
    per_target: bool = False
    untranslated: bool = False


PROFILES = {
    profile.name: profile
    for profile in (
        # RFC 4180.
        Profile("plain", untranslated=True),
        # Without the byte order mark Excel on a Japanese Windows reads UTF-8 as CP932.
        Profile("excel", mark=True, guarded=True, untranslated=True),
        # OmegaT reads line by line, three fields, no headings; a line that starts with # is a comment anywhere.
        Profile("omegat", ("source", "target", "note"), has_headings=False, flat=True, comments=True, per_target=True),
        # memoQ's own table form: semicolons, languages by name.
        Profile(
            "memoq",
            _TOOL_ROLES,
            _TOOL_HEADINGS,
            language_headings=True,
            delimiter=";",
        ),
        # MultiTerm Convert maps columns by language name and reads line by line.
        Profile(
            "multiterm",
            _TOOL_ROLES,
            language_headings=True,
            mark=True,
            flat=True,
        ),
        # UTX 1.11 (AAMT): tabs, no byte order mark, two comment lines at the top, a status for each term.
        Profile(
            "utx",
            ("source", "target", "category", "status", "reading", "subject", "note"),
            {"source": "src", "target": "tgt", "category": "src:pos", "status": "term status", "note": "comment"},
            delimiter="\t",
            quoting=False,
            flat=True,
            comments=True,
            per_target=True,
        ),
    )
}


def delimiter_for(suffix: str) -> str:
    """The delimiter that the suffix of a file stands for."""
    return "," if suffix.lower() == ".csv" else "\t"
