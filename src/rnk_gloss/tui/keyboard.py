"""Keys that Textual would read as something else."""

from __future__ import annotations

from contextlib import suppress


def read_alt_digits() -> None:
    """Let a digit typed with alt, or just after escape, be that key.

    Terminals send escape and the digit for it, and Textual makes £ of the 3: some terminals of macOS mean that. Where
    Textual no longer has this table there is nothing to mend.
    """
    with suppress(ImportError):
        from textual._ansi_sequences import ANSI_SEQUENCES_KEYS

        if isinstance(ANSI_SEQUENCES_KEYS, dict):
            for digit in "0123456789":
                ANSI_SEQUENCES_KEYS.pop(f"\x1b{digit}", None)
