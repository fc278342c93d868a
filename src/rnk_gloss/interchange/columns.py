"""Which column of a table holds what: by its headings, by hand, or by its place; and whether two were swapped."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace

from rnk_gloss.errors import UsageError
from rnk_gloss.interchange.options import Kind
from rnk_gloss.text.languages import JAPANESE, primary_language

ROLES = (
    "source", "reading", "target", "further targets", "forbidden targets", "category", "subject", "status", "score",
    "count", "note", "variants",
)  # fmt: skip
"""What a column can hold, in the order in which a full table has them."""

_HEADINGS: dict[str, str] = {
    heading: role
    for role, headings in {
        "source": "source, src, source term, source text, term, headword, 原文, 原語, 用語, 見出し語, 起点言語",
        "target": "target, tgt, trg, target term, target text, translation, equivalent, "
        "訳文, 訳語, 訳, 対訳, 翻訳, 目標言語",
        "reading": "reading, kana, furigana, yomi, 読み, 読み方, "
        "よみ, よみがな, 読みがな, 読み仮名, ふりがな, フリガナ, かな, カナ",
        "further targets": "further targets, other targets, further translations, 別訳, その他の訳, 他の訳",
        "forbidden targets": "forbidden targets, forbidden, 禁止訳, 使用禁止",
        "category": "category, part of speech, pos, src:pos, 品詞, 種類, 種別, 分類, カテゴリ, カテゴリー",
        "subject": "subject, domain, field, subject field, entry_subject, entry_domain, 分野, 領域, 主題",
        "status": "status, state, term status, 状態, ステータス",
        "score": "score, 点数, スコア",
        "count": "count, frequency, 件数, 回数, 頻度, 出現回数",
        "fuzzy": "fuzzy",
        "note": "note, notes, comment, comments, remark, remarks, description, entry_note, translator_comments, "
        "備考, 注, 注記, 注釈, メモ, コメント",
        "variants": "variants, variant, spellings, 異表記, 表記ゆれ, 別表記",
    }.items()
    for heading in headings.split(", ")
}
_LANGUAGES: dict[str, str] = {
    "japanese": "ja", "日本語": "ja", "和文": "ja", "和": "ja", "english": "en", "英語": "en", "英文": "en", "英": "en",
    "chinese": "zh", "中国語": "zh", "korean": "ko", "韓国語": "ko", "german": "de", "ドイツ語": "de", "french": "fr",
    "フランス語": "fr", "spanish": "es", "スペイン語": "es",
}  # fmt: skip
# Two letters alone may be a language that is no key above: only those that mean nothing else in a heading.
_CODES = frozenset({"ja", "jp", "jpn", "en", "eng", "zh", "ko", "de", "fr", "es", "it", "pt", "ru", "nl"})

_JAPANESE_SCRIPT = re.compile(
    r"[\u3005-\u3007\u3041-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9f\U00020000-\U0003ffff]"
)
# 用語(英語), Term (English); 英語表記, 英訳, English term.
_TERM_IN_BRACKETS = re.compile(
    r"(?:用語|原語|訳語|名称|原文|訳文|対訳|訳|term|text|source|target)\s*[(\[]([^()\[\]]{1,40})[)\]]"
)
_ENDING = re.compile(r"(?:用語|訳語?|表記|名称?|語句|\s+(?:term|text|word|name|translation))$")
_NUMBERED = re.compile(r"([^=]+?)\s*=\s*([1-9][0-9]{0,3}|[A-Za-z]{1,2})", re.ASCII)
_HAN_WRITTEN = frozenset({"zh", "ko", "ja"})
# MultiTerm, memoQ: Japanese_Definition, English status, English_Term_Status.
_SAID_OF_A_TERM = re.compile(
    r"(.+?)[\s_](?:term[\s_])?(status|usage|definition|def|note|context|example|comment|pos|info)"
)
_WORDFAST_HEAD = re.compile(r"%\d{8}~\d{6}", re.ASCII)
_TERM_IN_CODE = re.compile(rf"(?:term|text|source|target|src|tgt)_({'|'.join(sorted(_CODES))})")
_CODE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z]{2,4})?", re.ASCII)
# UTX 1.20: term:ja, pos:en, term status:en.
_OF_A_LANGUAGE = re.compile(r"([a-z ]+):([a-z]{2,3}(?:-[a-z]{2})?)")


@dataclass(frozen=True, slots=True)
class Columns:
    """`places` gives each role its column, counted from 0; `unread` names the headings that mean nothing here.

    `chosen` says whether someone named the columns by hand, against which no evidence counts. `width` is how many
    there are in all, where the table says so. `kind` is what the rows are, where that is known.
    """

    places: dict[str, int]
    source_language: str = ""
    target_language: str = ""
    unread: tuple[str, ...] = ()
    chosen: bool = False
    width: int | None = None
    kind: Kind | None = None

    def cell(self, cells: tuple[str, ...], role: str) -> str:
        """The text that stands in the role's column, "" if there is none."""
        place = self.places.get(role)
        return cells[place] if place is not None and place < len(cells) else ""

    def swapped(self) -> Columns:
        """The same columns with source and target exchanged."""
        places = self.places | {"source": self.places["target"], "target": self.places["source"]}
        return replace(self, places=places)


def named_by_headings(cells: tuple[str, ...], source_language: str, target_language: str) -> Columns | None:
    """The columns that a row of headings gives, or None if the row is none: it must name a source and a target,
    by these words or by two languages."""
    roles, languages = [_role(cell) for cell in cells], [_language(cell) for cell in cells]
    places: dict[str, int] = {}
    for place, role in enumerate(roles):
        if role:
            places.setdefault(role, place)
    pair = _language_pair(languages, source_language, target_language)
    codes = ("", "")
    if pair is not None and not {"source", "target"} <= places.keys():
        places |= {"source": pair[0], "target": pair[1]}
        codes = languages[pair[0]], languages[pair[1]]
    elif len({"source", "target"} & places.keys()) == 1:
        codes = _completed_by_language(places, languages, (source_language, target_language))
    if not {"source", "target"} <= places.keys():
        return None
    for place, cell in enumerate(cells):
        said = _SAID_OF_A_TERM.fullmatch(_normal(cell))
        if said and said[2] in {"status", "usage"} and codes[1] and _language(said[1]) == codes[1]:
            places.setdefault("status", place)
    unread = tuple(cell for place, cell in enumerate(cells) if place not in places.values() and cell.strip())
    return Columns(places, *codes, unread=unread, width=len(cells))


def named_by_a_head(cells: tuple[str, ...], source_language: str, target_language: str) -> Columns | None:
    """The columns of a memory of Wordfast Classic, whose first row says who translated when and between which
    languages; None if the row is none."""
    if len(cells) < 7 or not is_wordfast_head(cells[0]):
        return None
    names = "date", "user", "number of uses", "", cells[3].lstrip("%"), "", cells[5].lstrip("%")
    found = named_by_headings(names, source_language, target_language)
    if found is None:
        return None
    # Each text stands behind its language.
    return replace(found, kind="units", width=len(names))


def is_wordfast_head(text: str) -> bool:
    """Whether a memory of Wordfast Classic begins so."""
    return _WORDFAST_HEAD.match(text) is not None


def named_in_rows(rows: list[tuple[str, ...]], source_language: str, target_language: str) -> Columns | None:
    """The columns of a table without headings of which every row ends with the codes of its two languages, as the
    glossaries of DeepL; None if it is none."""
    full = [cells for cells in rows if any(cells)]
    codes = {cells[2:] for cells in full}
    # One row alone could be headings: those of a table with nothing in it.
    pair = codes.pop() if len(codes) == 1 < len(full) else ()
    languages = [primary_language(code) if _CODE.fullmatch(code) else "" for code in pair]
    if len(languages) != 2 or not set(languages) <= _CODES:
        return None
    places = _language_pair(languages, source_language, target_language)
    if places is None:
        return None
    source, target = places
    return Columns({"source": source, "target": target}, languages[source], languages[target], width=4)


def known_headings(cells: list[str]) -> int:
    """How many of the cells are headings that mean something."""
    return sum(1 for cell in cells if _role(cell) or _language(cell))


def named_by_hand(names: tuple[str, ...], source_language: str, target_language: str) -> Columns:
    """The columns as someone has listed them, from left to right or each with its number or letter (`ja=2`, `en=C`).

    A language stands for the source or the target. `UsageError` for a name that means nothing, a column that is named
    twice, or no source or target.
    """
    named = _numbered(names) if any("=" in name for name in names) else list(enumerate(names))
    languages = [_language(name) for _, name in named]
    pair = _language_pair(languages, source_language, target_language)
    spoken = dict(zip(pair, ("source", "target"), strict=True)) if pair else {}
    places: dict[str, int] = {}
    for number, (place, name) in enumerate(named):
        role = _role(name) or spoken.get(number, "")
        if name.strip() and not role:
            raise UsageError(
                f"there is no column called {name}", hint=f"Columns: {', '.join(ROLES)}, or two languages."
            )
        if role in places or (role and place in places.values()):
            raise UsageError(
                f"the column {role} is named twice" if role in places else f"column {place + 1} has two names"
            )
        if role:
            places[role] = place
    if not {"source", "target"} <= places.keys():
        raise UsageError(
            "the columns must name a source and a target", hint="For example: source,target,note, or ja=2,en=3."
        )
    codes = (languages[pair[0]], languages[pair[1]]) if pair else ("", "")
    return Columns(places, *codes, chosen=True)


def column_number(letters: str) -> int:
    """The number of a column, counted from 0, by its letters: A is 0, AA is 26."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number - 1


def _numbered(names: tuple[str, ...]) -> list[tuple[int, str]]:
    """The columns of names such as `ja=2`, counted from 0."""
    found = []
    for one in names:
        match = _NUMBERED.fullmatch(one.strip())
        if match is None:
            raise UsageError(f"{one} does not say which column it is", hint="For example: ja=2,en=3 or ja=B,en=C.")
        place = match[2].upper()
        found.append((int(place) - 1 if place.isdigit() else column_number(place), match[1]))
    return found


def named_by_place() -> Columns:
    """What a table without headings holds: source, target, note, as OmegaT has it."""
    return Columns({"source": 0, "target": 1, "note": 2}, width=3)


def look_swapped(pairs: list[tuple[str, str]], source_language: str, target_language: str) -> bool:
    """Whether Japanese stands in the target column and only there, in nearly all of the rows that show it.

    Undecided between languages that share the Japanese script.
    """
    languages = primary_language(source_language), primary_language(target_language)
    if JAPANESE not in languages or set(languages) <= _HAN_WRITTEN:
        return False
    rightly = wrongly = 0
    for source, target in pairs:
        in_source, in_target = bool(_JAPANESE_SCRIPT.search(source)), bool(_JAPANESE_SCRIPT.search(target))
        if in_source != in_target:
            fits = in_source == (languages[0] == JAPANESE)
            rightly, wrongly = rightly + fits, wrongly + (not fits)
    return wrongly > 4 * rightly


def _normal(heading: str) -> str:
    return unicodedata.normalize("NFKC", heading).strip().casefold().lstrip("#").strip()


def _role(heading: str) -> str:
    normal = _normal(heading)
    of_a_language = _OF_A_LANGUAGE.fullmatch(normal)
    if of_a_language and of_a_language[1] != "term":
        return _HEADINGS.get(normal) or _HEADINGS.get(of_a_language[1], "")
    return _HEADINGS.get(normal, "")


def _language(heading: str) -> str:
    """The language that a heading names: `日本語`, `ja-JP`, `Japanese (Japan)`, `English_United States`; or ""."""
    normal = _normal(heading)
    if normal in _LANGUAGES:
        return _LANGUAGES[normal]
    if (of_a_language := _OF_A_LANGUAGE.fullmatch(normal)) and of_a_language[1] == "term":
        return _language(of_a_language[2])
    if named := _TERM_IN_BRACKETS.fullmatch(normal) or _TERM_IN_CODE.fullmatch(normal):
        return _language(named[1])
    if (bare := _ENDING.sub("", normal)) in _LANGUAGES:
        return _LANGUAGES[bare]
    word = re.split(r"[\s_(-]", normal, maxsplit=1)[0]
    is_bare = not _SAID_OF_A_TERM.fullmatch(normal)
    if is_bare and (word == normal or "-" in normal or "_" in normal or "(" in normal):
        return primary_language(word) if word in _CODES else _LANGUAGES.get(word, "")
    return ""


def _completed_by_language(places: dict[str, int], languages: list[str], wanted: tuple[str, str]) -> tuple[str, str]:
    """The languages when one side is named by a word and the other by its language, such as 用語 and 英語; that side is
    added to the places."""
    missing = "target" if "source" in places else "source"
    other = primary_language(wanted[missing == "source"])
    found = next(
        (place for place, code in enumerate(languages) if code and code != other and place not in places.values()), None
    )
    if found is None:
        return "", ""
    places[missing] = found
    return ("", languages[found]) if missing == "target" else (languages[found], "")


def _language_pair(languages: list[str], source_language: str, target_language: str) -> tuple[int, int] | None:
    """The columns of the two languages: the wanted ones, else the first two different ones in their order."""
    present = list(dict.fromkeys(language for language in languages if language))
    if len(present) < 2:
        return None
    source, target = primary_language(source_language), primary_language(target_language)
    if source not in present:
        source = next(one for one in present if one != target)
    if target not in present or target == source:
        target = next(one for one in present if one != source)
    return languages.index(source), languages.index(target)
