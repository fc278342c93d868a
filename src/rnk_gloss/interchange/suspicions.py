"""What in a pair of texts looks as if a program had spoilt it on the way: for every format, and only to be said.

A suspicion changes nothing: 1月2日 may be a date that Excel made of 1-2, or the 2nd of January.
"""

from __future__ import annotations

import re

from rnk_gloss.text.languages import primary_language

DATE = "looks like a date that a spreadsheet made of something else"
FORMULA_ERROR = "is an error value of a spreadsheet"
ROUNDED = "looks like a number that a spreadsheet rounded"
GARBLED = "looks garbled: read in a wrong encoding somewhere"
SWAPPED = "source and target look swapped"
SAME = "target is the Japanese source itself"

_LONGEST_CELL = 14
_DATE = re.compile(
    r"\d{1,2}月\d{1,2}日|\d{4}年\d{1,2}月|(?:\d{1,2}-(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec))"
    r"|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)-\d{2}"
)
# A date on both sides is a date: digits, or the name of a month.
_DATED = re.compile(r"\d|[一二三四五六七八九十]|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec", re.IGNORECASE)
_ERROR = re.compile(r"#(?:NAME\?|REF!|VALUE!|N/A|DIV/0!|NUM!|NULL!|#{3,})")
_ROUNDED = re.compile(r"\d(?:\.\d+)?E\+\d{2,}")

_JAPANESE = re.compile(r"[\u3041-\u30fa\u30fc\u4e00-\u9fff]")
_KANA = re.compile(r"[\u3041-\u30fa]")
_HAN_WRITTEN = frozenset({"ja", "zh", "ko"})

# One of these stands in every text that the patterns below match.
_RARE = re.compile("[\ufffd縺繧繝ãâÃƒ‚､･\x1b]")
_GARBLED = re.compile(
    "\ufffd"
    # UTF-8 read as CP932: 縺薙ｌ for これ.
    "|[縺繧繝].{0,2}[縺繧繝]"
    # UTF-8 read as Latin-1 or CP1252: ã“ã‚Œ for これ, â€™ for ’, Ã© for é.
    "|ã[\x80-\x83‚ƒ€].|â€[\x98-\x9d™œ˜“”¦]|Ã[\xa0-\xbf]"
    # CP932 read as CP1252: ƒeƒXƒg for テスト, ‚±‚ê for これ.
    "|ƒ.ƒ|‚[\xa0-\xff]‚"
    # EUC-JP read as CP932: ､ｳ､ﾎ for この.
    "|(?:[､･][ｦ-ﾟ]){2}"
    # ISO-2022-JP read as ASCII.
    "|\x1b\\$[@B]"
)


def suspicions(source: str, target: str, source_language: str, target_language: str) -> list[str]:
    """What looks wrong with the pair, in words; nearly always nothing."""
    found = []
    for text, other in ((source, target), (target, source)):
        if len(text) <= _LONGEST_CELL:
            found += _spoilt_cell(text.strip(), other)
        if _RARE.search(text) and _GARBLED.search(text):
            found.append(GARBLED)
    if primary_language(source_language) == "ja" and primary_language(target_language) not in _HAN_WRITTEN:
        if source == target and _KANA.search(source):
            found.append(SAME)
        elif not _JAPANESE.search(source) and _JAPANESE.search(target):
            found.append(SWAPPED)
    return list(dict.fromkeys(found)) if len(found) > 1 else found


def _spoilt_cell(text: str, other: str) -> list[str]:
    if _DATE.fullmatch(text) and (text == other.strip() or not _DATED.search(other)):
        return [DATE]
    if _ERROR.fullmatch(text):
        return [FORMULA_ERROR]
    if _ROUNDED.fullmatch(text):
        return [ROUNDED]
    return []
