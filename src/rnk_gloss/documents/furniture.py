"""Lines that belong to the page, not to the text: page numbers, navigation, credits, bare addresses, references.

Each rule looks at the shape of one line. A line that holds a sentence is never furniture, whatever else it holds,
except a copyright line and a reference note.
"""

from __future__ import annotations

import re
import unicodedata
from enum import StrEnum

from rnk_gloss.documents.webwords import BYLINES, CREDITS, LABELS, REQUESTS
from rnk_gloss.text.script import is_japanese


class Furniture(StrEnum):
    """Why a line counts as furniture, in the words of a remark."""

    PAGE_NUMBER = "page numbers"
    REPEATED = "repeated headers, footers or labels"
    NAVIGATION = "navigation"
    ADDRESS = "web or mail addresses"
    DATE = "dates"
    COPYRIGHT = "copyright lines"
    CREDIT = "picture credits and captions"
    BYLINE = "bylines"
    REFERENCE = "reference notes"
    RULE = "rules and ornaments"
    KEYWORDS = "keyword lists"
    TRAILER = "labels after the text"

    @property
    def is_translated(self) -> bool:
        """Whether a translator would translate it all the same: captions, bylines, notes and keywords are no
        running text, but they belong to the article, and names stand in them that stand nowhere else."""
        return self in {Furniture.CREDIT, Furniture.BYLINE, Furniture.REFERENCE, Furniture.KEYWORDS}


_PAGE_NUMBER = re.compile(
    r"[-–—‐─ー・\s(（\[]*(?:\d{1,4}|(?=[ivxl])(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3}))(?:\s*/\s*\d{1,4})?[-–—‐─ー・\s)）\]]*"
    r"|(?:p|pp|page|ページ|頁)\.?\s*\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?"
    r"|\d{1,4}\s*(?:ページ|頁)(?:目)?",
    re.IGNORECASE,
)
_ADDRESS = re.compile(
    r"[<(（\[【]?\s*(?:(?:URL|E-?mail|メール|リンク)\s*[:：]\s*)?"
    r"(?:(?:https?|ftp)://\S+|www\.\S+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+)\s*[>)）\]】]?",
    re.IGNORECASE,
)
_MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?"
_DATE = re.compile(
    r"[(（\[【]?(?:\d{4}\s?年(?:度)?(?:\s?\d{1,2}\s?月(?:\s?\d{1,2}\s?日)?)?|(?:令和|平成|昭和|大正)(?:元|\d{1,2})年(?:\d{1,2}月(?:\d{1,2}日)?)?"
    r"|\d{1,2}月\d{1,2}日|\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{4}"
    rf"|{_MONTH}\s\d{{1,2}}(?:st|nd|rd|th)?,?\s\d{{4}}|\d{{1,2}}(?:st|nd|rd|th)?\s{_MONTH},?\s\d{{4}})"
    r"\s*(?:[(（][月火水木金土日a-z]{1,3}[)）])?[,\s]*(?:(?:午前|午後)?\s*\d{1,2}(?:[:：時]\d{0,2}分?)?(?::\d{2})?)?\s*(?:公開|更新|掲載|配信)?[)）\]】]?",
    re.IGNORECASE,
)
_COPYRIGHT = re.compile(r"\W*(?:©|\(c\)|（c）|copyright\b|コピーライト)", re.IGNORECASE)
_RIGHTS = re.compile(r"all rights reserved|無断(?:転載|複製|複写).{0,12}禁", re.IGNORECASE)
_RULE = re.compile(r"[\W_]+")
_NOTE_MARK = re.compile(
    r"(?:[(（\[［【]?\s*(?:※|注|註|\*)?\s*\d{1,3}\s*[)）\]］】]\s*\^?|[※*＊†‡^]\s*\d{0,3}|(?:注|註)\s*\d{0,3}\s*[:：)）])\s*"
)
_TITLE = re.compile(r"[「『“\"”].+|https?://")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b|\d年|\d月\d{1,2}日")
_JAPANESE_SENTENCE = re.compile(r"[ぁ-ん][。！？]|[ぁ-んァ-ヶー一-龠][。！？][^」』）)]")
_LATIN_SENTENCE = re.compile(r"(?:\b[^\W\d_]{1,40}[\s,;:’'-]{1,3}){3}[^\W_]{1,40}[.!?][\"”’')\]]*(?=\s|$)")
# Speech is short: "Yes." and “Negotiations continue.” say something, a firm's name in Inc. does not.
_SHORT_LATIN_SENTENCE = re.compile(
    r"""["“‘'(—–-]*[A-Z](?!.*\b(?:Inc|Ltd|Co|Corp|Jr|Sr|St|No|Vol|ed|pp|p)\.$)[^|>»]*[a-z][.!?…]+["”’')]*"""
)
_FULL_STOP = re.compile(r"。")
_LABEL_BREAK = re.compile(r"[\s\u3000|｜/／>›»•·・]+")
_DECORATION = "»›>▶►→←▲△▼▽■□●○◆◇・*-–—【】[]［］()（）《》「」｜|:：…\u3000 "
_LONGEST_LABEL = 80
_LONGEST_FURNITURE = 400
_ITEM = re.compile(r"[^\s\u3000]+")


def holds_sentence(text: str) -> bool:
    """Whether a line says something: a Japanese sentence with its 。, four Latin words up to a full stop, or fewer that
    are the whole line."""
    if _FULL_STOP.search(text):
        return True
    if len(text) > 2 and text[0] in '「『“"' and text[-1] in '」』”"':
        return True
    if len(text) >= 60 and text.count("、") >= 2:
        return True
    if _JAPANESE_SENTENCE.search(text) and len(text) > 60:
        return True
    return bool(_LATIN_SENTENCE.search(text) or _SHORT_LATIN_SENTENCE.fullmatch(text))


def is_page_number(text: str) -> bool:
    """Whether a line is nothing but the number of a page, such as `- 12 -`, `3 / 40` or `p. 7`."""
    return bool(_PAGE_NUMBER.fullmatch(text))


def furniture_in(text: str, *, japanese: bool) -> Furniture | None:
    """What piece of furniture a line is by its shape, else None; `japanese` says that the text around it is."""
    if len(text) > _LONGEST_FURNITURE:
        return None
    for kind, is_so in _ALWAYS:
        if is_so(text):
            return kind
    if len(text) > _LONGEST_LABEL * 2 or holds_sentence(text):
        return None
    for kind, is_so in _WITHOUT_SENTENCE:
        if is_so(text):
            return kind
    # A name, an affiliation, a button: Latin letters alone, saying nothing, in a Japanese text.
    return Furniture.BYLINE if japanese and len(text) <= _LONGEST_LABEL and not any(map(is_japanese, text)) else None


def is_keyword_list(text: str, fewest: int) -> bool:
    """Whether a line is a row of names or subjects: items without grammar (no hiragana), with spaces between them."""
    items = _ITEM.findall(text)
    if len(items) < fewest or re.match(r"[第\d０-９IVX①-⑳]", text) or re.search(r"[ぁ-ん。、，,？！?!:：]", text):
        return False
    return all(len(item) <= 14 for item in items) and any(map(is_japanese, text))


def _is_copyright(text: str) -> bool:
    return len(text) <= 2 * _LONGEST_LABEL and bool(
        _COPYRIGHT.match(text) or (len(text) <= 60 and _RIGHTS.search(text))
    )


def _is_reference(text: str) -> bool:
    mark = _NOTE_MARK.match(text)
    if mark is None:
        return False
    note = text[mark.end() :]
    titled, dated = bool(_TITLE.search(note)), bool(_YEAR.search(note))
    if not any(map(is_japanese, note)):
        return titled or dated
    if len(note) > 3 * _LONGEST_LABEL or _JAPANESE_SENTENCE.search(note):
        return False
    # A bare number opens the items of a list as well; there the title alone proves nothing.
    return titled and (dated or re.match(r"\W*\d", mark.group()) is None or "※" in mark.group())


def _is_navigation(text: str) -> bool:
    label = unicodedata.normalize("NFKC", text).strip(_DECORATION).lower()
    if label in LABELS:
        return True
    items = [item for item in _LABEL_BREAK.split(label) if item]
    if items and all(item in LABELS for item in items):
        return True
    crumbs = re.split(r"\s*[>›»＞|｜]\s*", text.strip())
    if len(crumbs) >= 3 and all(0 < len(crumb) <= 20 for crumb in crumbs[:-1]):
        return True
    return len(label) <= 25 and "".join(items).endswith(REQUESTS)


def _is_address(text: str) -> bool:
    return bool(_ADDRESS.fullmatch(text))


def _is_date(text: str) -> bool:
    return bool(_DATE.fullmatch(text))


def _is_rule(text: str) -> bool:
    # A silence in a dialogue is no ornament: 「……。」
    return bool(_RULE.fullmatch(text)) and not _FULL_STOP.search(text)


def _label_pattern(words: tuple[str, ...], prefix: str = "") -> re.Pattern[str]:
    either = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    return re.compile(rf"[(（\[［【■◆●▲]*\s*{prefix}(?:{either})\s*(?:[:：/／=＝]|[】\]］]|\s+by\b)", re.IGNORECASE)


_BYLINE = _label_pattern(BYLINES)
_CREDIT = _label_pattern(CREDITS, prefix=r"[^\s:：。、]{0,8}?")
_CREDIT_IN_BRACKETS = re.compile(r"[(（\[].{0,40}(?:photo|image|写真|提供|撮影).{0,60}[)）\]]", re.IGNORECASE)


def _is_credit(text: str) -> bool:
    return bool(_CREDIT.match(text) or _CREDIT_IN_BRACKETS.fullmatch(text))


def _is_byline(text: str) -> bool:
    return bool(_BYLINE.match(text))


_ALWAYS = (
    (Furniture.RULE, _is_rule),
    (Furniture.PAGE_NUMBER, is_page_number),
    (Furniture.ADDRESS, _is_address),
    (Furniture.COPYRIGHT, _is_copyright),
    (Furniture.REFERENCE, _is_reference),
)
_WITHOUT_SENTENCE = (
    (Furniture.DATE, _is_date),
    (Furniture.NAVIGATION, _is_navigation),
    (Furniture.CREDIT, _is_credit),
    (Furniture.BYLINE, _is_byline),
)
