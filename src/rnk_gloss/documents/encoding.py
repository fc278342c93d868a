"""Bytes to characters: which encoding a file is in, decided by strict decoding and by what comes out."""

from __future__ import annotations

import codecs
from dataclasses import dataclass
from pathlib import Path

from rnk_gloss.documents.plausibility import Plausibility, plausibility
from rnk_gloss.errors import InputError, UsageError
from rnk_gloss.text.encoding_names import CODECS, encoding_of_label

HINT = "name the encoding with --encoding NAME, for example cp932, euc_jp, iso2022_jp, utf-8 or utf-16"

# A decoding is believed from this score on; the runner-up must stand at least MARGIN lower.
BELIEVED = 0.55
MARGIN = 0.15

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8", "UTF-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le", "UTF-32 LE"),
    (codecs.BOM_UTF32_BE, "utf-32-be", "UTF-32 BE"),
    (codecs.BOM_UTF16_LE, "utf-16-le", "UTF-16 LE"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "UTF-16 BE"),
)


@dataclass(frozen=True, slots=True)
class Decoded:
    """The characters of a file (without byte order mark), its encoding's name, and a sentence on how it was found."""

    text: str
    encoding: str
    remark: str


def decode(data: bytes, path: Path, *, encoding: str | None = None, declared: str | None = None) -> Decoded:
    """The text of a file's bytes: as asked, by byte order mark, as the file declares, or as its bytes show.

    Nothing is replaced or skipped. Raises InputError for bytes that no encoding explains (with the offset of the
    first bad one) or that two explain equally well, UsageError for an unknown name.
    """
    if encoding is not None:
        return _as_asked(data, path, encoding)
    for mark, codec, name in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            marked = _strict(data[len(mark) :], codec, path, name, offset=len(mark))
            return Decoded(marked, name, f"read as {name}: it starts with a byte order mark")
    disagreement = ""
    if declared is not None:
        known = encoding_of_label(declared)
        text = None if known is None else _first_valid(data, known)
        if known is not None and text is not None and "\x00" not in text:
            return Decoded(text, known, f"read as {known}: the file says so and its bytes are valid")
        disagreement = f"; the file says {declared.strip()[:40]!r}, which its bytes do not bear out"
    found = _detected(data, path)
    return Decoded(found.text, found.encoding, found.remark + disagreement)


def marked_encoding(data: bytes) -> str | None:
    """The codec of the byte order mark that the bytes begin with; None where there is none."""
    return next((codec for mark, codec, _ in _BYTE_ORDER_MARKS if data.startswith(mark)), None)


def _as_asked(data: bytes, path: Path, encoding: str) -> Decoded:
    label = encoding.strip().lower().replace("_", "-")
    for mark, codec, name in _BYTE_ORDER_MARKS:
        # utf-16 with a mark means the one the mark says; of other encodings the mark would be text.
        if data.startswith(mark) and codec.startswith(label.replace("utf8", "utf-8").replace("utf16", "utf-16")):
            return Decoded(_strict(data[len(mark) :], codec, path, name, len(mark)), name, f"read as {name}, as asked")
    known = encoding_of_label(label)
    if known is not None:
        text = _first_valid(data, known)
        if text is not None:
            return Decoded(text, known, f"read as {known}, as asked")
    codec = CODECS[known][0] if known is not None else encoding.strip()
    name = known or encoding.strip()
    try:
        return Decoded(_strict(data, codec, path, name), name, f"read as {name}, as asked")
    except LookupError as error:
        raise UsageError(f"unknown encoding {encoding!r}", hint=HINT) from error


def _detected(data: bytes, path: Path) -> Decoded:
    if b"\x00" in data:
        return _with_zero_bytes(data, path)
    if data.isascii():
        return _seven_bit(data)
    utf8 = _first_valid(data, "UTF-8")
    if utf8 is not None:
        return Decoded(utf8, "UTF-8", "read as UTF-8: all its bytes are valid")
    candidates = {
        name: text for name in ("CP932 (Shift_JIS)", "EUC-JP") if (text := _first_valid(data, name)) is not None
    }
    candidates |= _utf16_without_mark(data)
    believed = _ranked(candidates)
    if not believed:
        western = _western(data)
        if western is None:
            raise _undecodable(data, path)
        return western
    if len(believed) > 1 and believed[0][1].score - believed[1][1].score < MARGIN:
        either = " or ".join(name for name, _ in believed[:2])
        raise InputError(f"{path}: the bytes can be {either}, and both look like Japanese", hint=HINT)
    name, proof = believed[0]
    return Decoded(candidates[name], name, _remark(name, proof))


def _remark(name: str, proof: Plausibility) -> str:
    return f"read as {name}: valid, and {proof.japanese:.0%} of its letters beyond ASCII are kana or kanji".replace(
        "%", " %"
    )


def _ranked(candidates: dict[str, str]) -> list[tuple[str, Plausibility]]:
    proofs = [(name, plausibility(text)) for name, text in candidates.items()]
    believed = [(name, proof) for name, proof in proofs if proof.score >= BELIEVED and proof.japanese >= 0.5]
    return sorted(believed, key=lambda found: -found[1].score)


def _seven_bit(data: bytes) -> Decoded:
    if b"\x1b$" in data or b"\x1b(" in data:
        text = _first_valid(data, "ISO-2022-JP")
        if text is not None:
            return Decoded(text, "ISO-2022-JP", "read as ISO-2022-JP: its escape sequences are valid")
    wide = _utf16_without_mark(data)
    for name, proof in _ranked(wide):
        return Decoded(wide[name], name, _remark(name, proof))
    return Decoded(data.decode("ascii"), "UTF-8", "read as UTF-8: all its bytes are ASCII")


def _with_zero_bytes(data: bytes, path: Path) -> Decoded:
    for name in ("UTF-16 LE", "UTF-16 BE"):
        text = _first_valid(data, name)
        if text is None or "\x00" in text:
            continue
        ascii_share = sum(text.count(sign) for sign in map(chr, (*range(9, 14), *range(32, 127)))) / len(text)
        proof = plausibility(text)
        if proof.score * (1 - ascii_share) + ascii_share >= BELIEVED:
            return Decoded(text, name, f"read as {name}: it has no byte order mark, but the text is plausible")
    at = data.index(0)
    raise InputError(f"{path}: not a text file (zero byte at offset {at})", hint=f"if it is text, {HINT}")


def _utf16_without_mark(data: bytes) -> dict[str, str]:
    """Decodings as UTF-16 that have much hiragana: any bytes of even length are valid UTF-16 of something."""
    found = {name: _first_valid(data, name) for name in ("UTF-16 LE", "UTF-16 BE") if len(data) % 2 == 0}
    return {name: text for name, text in found.items() if text is not None and plausibility(text).kana >= 0.2}


def _western(data: bytes) -> Decoded | None:
    """Windows-1252 for a text of Latin letters with a few accents, dashes and curly quotes, else None."""
    text = _first_valid(data, "Windows-1252")
    if text is None:
        return None
    beyond = [character for character in text if character > "\x7f"]
    likely = sum(character.isalpha() or character in "‘’“”–—…•€£©®°·«»¿¡§\xa0" for character in beyond)
    if len(beyond) * 10 > len(text) or likely < len(beyond):
        return None
    return Decoded(text, "Windows-1252", "read as Windows-1252: not valid UTF-8, and a few Western letters or quotes")


def _first_valid(data: bytes, name: str) -> str | None:
    for codec in CODECS[name]:
        try:
            return data.decode(codec)
        except UnicodeDecodeError:
            continue
    return None


def _strict(data: bytes, codec: str, path: Path, name: str, offset: int = 0) -> str:
    try:
        return data.decode(codec)
    except UnicodeDecodeError as error:
        at = offset + error.start
        raise InputError(f"{path}: not valid {name} at byte {at}: {_shown(data, error.start)}", hint=HINT) from error


def _undecodable(data: bytes, path: Path) -> InputError:
    """An error that names the first byte which the likeliest encoding, the one that got furthest, cannot explain."""
    furthest, name = -1, "UTF-8"
    for tried in ("UTF-8", "CP932 (Shift_JIS)", "EUC-JP"):
        try:
            data.decode(CODECS[tried][0])
        except UnicodeDecodeError as error:
            if error.start > furthest:
                furthest, name = error.start, tried
    if furthest < 0:
        return InputError(f"{path}: no encoding gives plausible text", hint=HINT)
    return InputError(
        f"{path}: no encoding fits; as {name} the first bad byte is at offset {furthest}: {_shown(data, furthest)}",
        hint=HINT,
    )


def _shown(data: bytes, at: int) -> str:
    return " ".join(f"{byte:02X}" for byte in data[at : at + 4])
