"""Names of encodings: what files call them, and which of Python's codecs read what such files hold."""

from __future__ import annotations

# What files that carry these labels hold in practice: the vendor's superset (WHATWG Encoding Standard, section 4.2).
CODECS: dict[str, tuple[str, ...]] = {
    "CP932 (Shift_JIS)": ("cp932", "shift_jis_2004"),
    "EUC-JP": ("euc_jp", "euc_jis_2004"),
    "ISO-2022-JP": ("iso2022_jp", "iso2022_jp_2", "iso2022_jp_ext", "iso2022_jp_2004"),
    "UTF-8": ("utf-8",),
    "UTF-16 LE": ("utf-16-le",),
    "UTF-16 BE": ("utf-16-be",),
    "Windows-1252": ("cp1252",),
}
"""Encoding → Python's codecs for it, the one that is tried first in front."""

_LABELS = {
    "CP932 (Shift_JIS)": "cp932 sjis x-sjis shift-jis shiftjis ms-kanji ms932 windows-31j windows-932 csshiftjis",
    "EUC-JP": "euc-jp eucjp x-euc-jp ujis cseucpkdfmtjapanese",
    "ISO-2022-JP": "iso-2022-jp iso2022jp iso2022-jp jis csiso2022jp",
    "UTF-8": "utf-8 utf8 us-ascii ascii",
    "Windows-1252": "windows-1252 cp1252 iso-8859-1 latin1 latin-1",
}
_ENCODING_OF_LABEL = {label: name for name, labels in _LABELS.items() for label in labels.split()}


def encoding_of_label(label: str) -> str | None:
    """The encoding, a key of `CODECS`, that the label means; None for one that is not known here."""
    return _ENCODING_OF_LABEL.get(label.strip().lower().replace("_", "-"))
