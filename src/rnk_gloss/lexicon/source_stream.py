"""Reading a dictionary file piece by piece, packed with gzip or not, with bounds on all of it."""

from __future__ import annotations

import codecs
import gzip
import io
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Self

from rnk_gloss.errors import InputError

GZIP_MARK = b"\x1f\x8b"
HEAD_BYTES = 1 << 18
# JMdict with all its languages has some 120 million bytes unpacked, JMnedict some 130 million.
MOST_BYTES = 1_500_000_000
# The longest entry of JMdict has some 20,000 bytes, the longest line of EDICT2 some 5,000.
MOST_BYTES_OF_ENTRY = 2_000_000
MOST_BYTES_OF_LINE = 100_000

UTF_8, EUC_JP = "utf-8", "euc_jp"
ENCODING_HINT = "save it as UTF-8; EUC-JP is read too"


class SourceStream:
    """The bytes of a file, unpacked; a context manager.

    Reading raises `InputError` for a file that cannot be read, is damaged, or grows beyond what a dictionary has. Who
    reads entries calls `entry_ends` after each, so that none can fill the memory.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._raw = _opened(path)
        self._size = max(1, path.stat().st_size)
        is_packed = self._raw.peek(2).startswith(GZIP_MARK)
        self._unpacked: BinaryIO = io.BufferedReader(gzip.GzipFile(fileobj=self._raw)) if is_packed else self._raw
        self._bytes_read = self._entry_start = 0

    @property
    def share_read(self) -> float:
        """How much of the file has been read, 0 to 1."""
        return min(1.0, self._raw.tell() / self._size)

    def read(self, size: int) -> bytes:
        """At most so many further bytes; none at the end."""
        return self._counted(lambda: self._unpacked.read(size))

    def entry_ends(self) -> None:
        """Says that what comes next belongs to another entry."""
        self._entry_start = self._bytes_read

    def lines(self, encoding: str) -> Iterator[tuple[int, str]]:
        """The lines with their numbers, from 1, without line break and byte order mark."""
        number = 0
        while line := self._counted(lambda: self._unpacked.readline(MOST_BYTES_OF_LINE + 1)):
            number += 1
            if len(line) > MOST_BYTES_OF_LINE:
                raise InputError(
                    f"{self._path}:{number}: a line of more than {MOST_BYTES_OF_LINE:,} bytes",
                    hint="is this a dictionary with one entry on each line?",
                )
            try:
                text = line.decode(encoding)
            except UnicodeDecodeError as error:
                name = "UTF-8" if encoding == UTF_8 else "EUC-JP"
                raise InputError(f"{self._path}:{number}: not {name}", hint=ENCODING_HINT) from error
            yield number, text.rstrip("\r\n").removeprefix("\ufeff")

    def close(self) -> None:
        """Lets go of the file."""
        self._raw.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()

    def _counted(self, read: Callable[[], bytes]) -> bytes:
        try:
            data = read()
        except (EOFError, zlib.error, gzip.BadGzipFile) as error:
            raise InputError(
                f"{self._path}: the packed file is damaged or cut off: {error}", hint="download it again"
            ) from error
        except OSError as error:
            raise _unreadable(self._path, error) from error
        self._bytes_read += len(data)
        if self._bytes_read > MOST_BYTES:
            raise InputError(f"{self._path}: more than {MOST_BYTES:,} bytes unpacked", hint="no dictionary is so large")
        if self._bytes_read - self._entry_start > MOST_BYTES_OF_ENTRY:
            raise InputError(
                f"{self._path}: an entry of more than {MOST_BYTES_OF_ENTRY:,} bytes",
                hint="no dictionary has such entries",
            )
        return data


def source_head(path: Path) -> bytes:
    """The first bytes of a file, unpacked; raises `InputError` when it cannot be read."""
    with SourceStream(path) as stream:
        return stream.read(HEAD_BYTES)


def text_encoding(head: bytes) -> str | None:
    """Whether a text that begins so is in UTF-8 or in EUC-JP; None when it is neither, or no text."""
    if b"\0" in head:
        return None
    for encoding in (UTF_8, EUC_JP):
        try:
            codecs.getincrementaldecoder(encoding)().decode(head)
        except UnicodeDecodeError:
            continue
        return encoding
    return None


def _opened(path: Path) -> io.BufferedReader:
    # It is read more than once, which a pipe cannot be.
    if path.exists() and not path.is_file():
        raise InputError(f"{path}: cannot be read: not a file", hint="give the path of a file")
    try:
        return path.open("rb")
    except OSError as error:
        raise _unreadable(path, error) from error


def _unreadable(path: Path, error: OSError) -> InputError:
    return InputError(f"{path}: cannot be read: {error.strerror or error}", hint="check the path and your rights to it")
