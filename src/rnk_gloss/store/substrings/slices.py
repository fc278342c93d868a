"""A slice: a bit for each text of a block, set where the text has a gram. Most have few bits and are stored small."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator

# Neither header nor checksum: SQLite keeps the bytes.
_RAW = -15
_NOT_ZERO = re.compile(rb"[^\0]")
_BITS_OF_BYTE = tuple(tuple(bit for bit in range(7, -1, -1) if byte >> bit & 1) for byte in range(256))


def packed(bits: bytes) -> bytes:
    """A slice as it is stored; the more bits it has, the longer this is."""
    # Bits that stand alone repeat nothing but zeros: looking for more takes longer and gains nothing.
    compressor = zlib.compressobj(1, zlib.DEFLATED, _RAW, strategy=zlib.Z_RLE)
    return compressor.compress(bits) + compressor.flush()


def unpacked(stored: bytes) -> int:
    """The bits of a stored slice, as one number."""
    return int.from_bytes(zlib.decompress(stored, _RAW), "little")


def places(bits: int) -> Iterator[int]:
    """The places of the bits that are set, falling, found one by one as they are asked for."""
    content = bits.to_bytes(-(-bits.bit_length() // 8), "big")
    for match in _NOT_ZERO.finditer(content):
        above = (len(content) - 1 - match.start()) * 8
        for bit in _BITS_OF_BYTE[content[match.start()]]:
            yield above + bit
