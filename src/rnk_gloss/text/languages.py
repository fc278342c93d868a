"""Language codes as files and programs write them, and as they should be written (BCP 47)."""

from __future__ import annotations

from functools import lru_cache

LONGEST_CODE = 64
"""No language has a longer code; a file may."""

JAPANESE = "ja"
ENGLISH = "en"

# ISO 639-2 and 639-3 codes where BCP 47 wants the two-letter one, the country code that is taken for ja, and names.
_SHORTER = {
    "jpn": "ja", "jp": "ja", "japanese": "ja", "eng": "en", "english": "en", "zho": "zh", "chi": "zh", "kor": "ko",
    "deu": "de", "ger": "de", "fra": "fr", "fre": "fr", "spa": "es", "ita": "it", "por": "pt", "rus": "ru", "nld": "nl",
    "dut": "nl",
}  # fmt: skip

_NAMES = {
    "ja": "Japanese", "en": "English", "zh": "Chinese", "ko": "Korean", "de": "German", "fr": "French",
    "es": "Spanish", "it": "Italian", "pt": "Portuguese", "ru": "Russian", "nl": "Dutch",
}  # fmt: skip


@lru_cache(maxsize=1024)
def language_tag(code: str) -> str:
    """The code in the form of BCP 47: `JA_jp` → `ja-JP`, `jpn` → `ja`, `zh-hant-tw` → `zh-Hant-TW`."""
    primary, *rest = code.strip().replace("_", "-").split("-")
    primary = _SHORTER.get(primary.lower(), primary.lower())
    return "-".join([primary, *(_subtag(part) for part in rest if part)])


def _subtag(part: str) -> str:
    if len(part) == 4 and part.isalpha():
        return part.title()
    return part.upper() if len(part) == 2 else part.lower()


@lru_cache(maxsize=1024)
def primary_language(code: str) -> str:
    """The language without region and script: `JA-JP`, `ja_JP`, `jpn` and `jp` are all `ja`."""
    return language_tag(code).partition("-")[0]


def language_name(code: str) -> str:
    """The English name of the language, as tools write it in column headings; the code itself if it is not known."""
    return _NAMES.get(primary_language(code), code)


@lru_cache(maxsize=1024)
def closeness(code: str, wanted: str) -> int | None:
    """0 for the very language, 1 for it without a region, 2 for another region of it, None for another language."""
    if primary_language(code) != primary_language(wanted):
        return None
    if language_tag(code) == language_tag(wanted):
        return 0
    return 1 if "-" not in language_tag(code) else 2


@lru_cache(maxsize=1024)
def agree(code: str, other: str) -> bool:
    """Whether two codes may mean one language: `ja` agrees with `ja-JP` and `jpn`, `en` with `en-US`, and `en-US` with
    `en`, but not with `en-GB`. This is the basic filtering of RFC 4647, in both directions."""
    shorter, longer = sorted((language_tag(code).split("-"), language_tag(other).split("-")), key=len)
    return longer[: len(shorter)] == shorter
