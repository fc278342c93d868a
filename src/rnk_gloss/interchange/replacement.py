"""Files that appear whole or not at all."""

from __future__ import annotations

import os
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from rnk_gloss.errors import InputError

# Bytes that go to the system at once: items are short, and each call for it takes as long as making one.
_HELD_BACK = 1 << 18


@contextmanager
def replacing(path: Path) -> Iterator[BinaryIO]:
    """A stream whose bytes take the place of `path` when the block ends well.

    They are written to a file beside it, flushed to the disk and renamed; on any error that file is removed and an
    old `path` stays as it was. A symbolic link is followed, permissions of an old file are kept. `InputError` when
    the place cannot be written to.
    """
    target = path.resolve()
    beside = target.with_name(f".{secrets.token_hex(8)}.part")
    try:
        with beside.open("xb", buffering=_HELD_BACK) as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        if target.exists():
            shutil.copymode(target, beside)
        beside.replace(target)
        _flush_folder(target.parent)
    except OSError as error:
        raise InputError(
            f"{path}: cannot be written: {error.strerror or error}", hint="Check that the folder exists and is yours."
        ) from error
    finally:
        with suppress(OSError):
            beside.unlink(missing_ok=True)


def _flush_folder(folder: Path) -> None:
    # Windows cannot open a folder; there the rename is durable by itself.
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
