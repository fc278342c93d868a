"""Errors that a user can act on: each says what happened, where, and what to do next."""

from __future__ import annotations


class GlossError(Exception):
    """An error in what the user gave or asked; `message` says what and where, `hint` what to do next."""

    exit_code = 4

    def __init__(self, message: str, *, hint: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class InputError(GlossError):
    """A file or text cannot be read, or is not what it claims to be."""


class UsageError(GlossError):
    """What was asked makes no sense, whatever the data."""

    exit_code = 2


class NotFoundError(GlossError):
    """An entry, segment, document or operation that was named does not exist."""

    exit_code = 1


class DatabaseError(GlossError):
    """The database is missing, busy, damaged, or was written by a newer version."""

    exit_code = 3


class DatabaseBusyError(DatabaseError):
    """Another program is writing to the database, and did not end in time."""


class ConflictError(GlossError):
    """A change cannot be made because what it stands on has changed since."""

    exit_code = 3
