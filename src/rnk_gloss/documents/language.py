"""Which language a file is in: as asked, as its name says, or as its script suggests."""

from __future__ import annotations

import re
from pathlib import Path

from rnk_gloss.text.script import guess_language, is_hiragana, is_japanese

_KNOWN = (
    "ar bg bn cs da de el en es et fa fi fr ga he hi hr hu id is it ja ko lt lv mn ms my nb nl no pl pt ro ru sk sl sr "
    "sv sw ta te th tl tr uk ur uz vi zh"
)
_CODES = frozenset(_KNOWN.split())
_NAMED = re.compile(r"(?:^|[._-])(?P<code>[a-z]{2})(?:[-_](?P<region>[a-z]{2}|hans|hant))?$", re.IGNORECASE)

# Han characters without one kana: so many make a Chinese text, fewer may be Japanese headings.
_CHINESE_FROM = 60
_SAMPLE = 200_000


def language_in_name(path: Path) -> str | None:
    """The language code in a file's name (x.ja.txt, x_en.txt) or in the name of its folder (ja/x.txt), else None."""
    stem = path.name.removesuffix(path.suffix)
    match = _NAMED.search(stem)
    if match and match["code"].lower() in _CODES and match.start() > 0:
        return match["code"].lower()
    folder = path.parent.name.lower()
    return folder if folder in _CODES else None


def name_without_language(path: Path) -> str:
    """The file's name without its suffix and without the language in it: report for report.ja.txt."""
    stem = path.name.removesuffix(path.suffix)
    match = _NAMED.search(stem)
    return stem[: match.start()] if match and match["code"].lower() in _CODES and match.start() > 0 else stem


def decided_language(text: str, path: Path, asked: str | None, named: str | None) -> tuple[str, list[str]]:
    """A text's language code and the remarks on how it was found; `und` when its script says nothing.

    `asked` wins over `named` (what the format itself says), then the file's name, then the script.
    """
    if asked is not None:
        return asked, []
    guess = script_language(text[:_SAMPLE])
    if named is not None:
        return named, [f"language {named}: the file says so"]
    in_name = language_in_name(path)
    if in_name is None:
        return guess, [f"language {guess}: guessed from the script of the text"]
    remarks = [f"language {in_name}: from the file's name"]
    if guess not in {in_name, "und"} and "ja" in {guess, in_name}:
        remarks.append(f"the script of the text looks like {guess}, not {in_name}")
    return in_name, remarks


def script_language(text: str) -> str:
    """The language code that a text's script suggests: ja, en (for all Latin script), zh, or und."""
    guess = guess_language(text) or "und"
    if guess != "ja":
        return guess
    japanese = sum(map(is_japanese, text))
    has_kana = any(is_hiragana(character) or "ァ" <= character <= "ヶ" for character in text)
    return "zh" if japanese >= _CHINESE_FROM and not has_kana else "ja"
