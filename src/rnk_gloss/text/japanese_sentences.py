"""Where Japanese sentences end: after 。！？ outside short quotes, and after a quote that is a sentence itself."""

from __future__ import annotations

import re

# A quote or parenthesis of up to this many characters is not cut inside. Longer ones are: an English-style quotation
# that runs on over several sentences would otherwise swallow them all.
LONGEST_UNCUT_QUOTE = 150

_CLOSING_OF = dict(zip('「『（(［[【〔〈《“‘〝｢"', '」』）)］]】〕〉》”’〟｣"', strict=True))
_CLOSING = frozenset("」』）)］]】〕〉》”’〟〞｣")
_SPEECH_CLOSING = frozenset('」』”"〟｣')
_FULL_STOPS = frozenset("。｡！？‼⁇⁈⁉")
_STOPS = _FULL_STOPS | frozenset("!?．.")
_RUN = frozenset("。｡！？!?‼⁇⁈⁉…‥♪♡♥") | _CLOSING
_JAPANESE_LETTER = re.compile(
    r"[\u3005-\u3007\u3041-\u309f\u30a1-\u30ff\u3400-\u9fff\uff66-\uff9f\U00020000-\U0003fffd]"
)
_OPENING = "".join(_CLOSING_OF)

# What belongs to the sentence before although it follows the stop: note numbers and （笑）.
_APPENDED = re.compile(
    r"[\[［〔](?:注|※)?[0-9０-９]{1,4}[\]］〕]|[（(](?:注|※|＊)[0-9０-９]{0,3}[)）]|[（(][苦爆]?[笑泣汗涙爆][)）]"
)
# After ！ or ？ the sentence goes on with these: やった！と叫ぶ, 今が旬！の野菜. After 。 only with marks and を.
_GOES_ON_AFTER_MARK = re.compile(
    r"と(?!ころ|にかく|うとう|りあえず|もあれ|はいえ)|って|など|なんて|を|の(?!ち|んび|どか)|[、，,・～〜]"
)
_GOES_ON_AFTER_STOP = re.compile(r"[、，を]")
# After a closed quote any particle may follow; the words that begin like one but open a sentence are named.
_GOES_ON_AFTER_QUOTE = re.compile(
    r"(?!ところ[がで]|とにかく|とうとう|とりあえず|とはいえ、|だが|だから|だけど|でも、|ですが、|もちろん|もっとも|もし|"
    r"やがて|やはり|やっと|かつて|かれ|かの|はじめ|はたして|はっきり|のち|がっかり|よく|よし)"
    r"(?:[とはがをにのもでかだやへよねさﾄﾊｶｦﾆﾉﾓﾃﾔﾍ]|って|など|なんて|なる|なら|なの|より|から|まで|だけ|ばかり|くらい|ぐらい|"
    r"[、，,。．・：:；;)）（(～〜―—])"
)
_NAME_WITH_MARK = re.compile(r"(?<![A-Za-zＡ-Ｚａ-ｚ])[A-ZＡ-Ｚ][A-Za-z0-9Ａ-Ｚａ-ｚ]*[a-zａ-ｚ]\Z")
_NAME_LENGTH = 24
_WESTERN_STOP = re.compile(r"[\u3041-\u309f\u30a1-\u30ff\u3400-\u9fff）」][．.](?![0-9０-９A-Za-zＡ-Ｚａ-ｚ．.])")


def uses_western_stops(text: str) -> bool:
    """True for texts, mostly scientific ones, whose sentences end in ． or . instead of 。"""
    return len(_WESTERN_STOP.findall(text)) > text.count("。")


def japanese_sentence_ends(
    line: str, *, western_stops: bool = False, longest_quote: int = LONGEST_UNCUT_QUOTE
) -> list[int]:
    """The places in one line after which a sentence ends; the end of the line itself is not named.

    With `western_stops`, a ． or . after a Latin letter or digit may end a sentence too (…はLSTMである．BERTは…). A
    quote or parenthesis of up to `longest_quote` characters is not cut inside.
    """
    closing = _short_brackets(line, longest_quote)
    ends: list[int] = []
    start = place = 0
    while place < len(line):
        if place in closing:
            end = _run_end(line, closing[place] + 1, closing)
            cut = _ends_with_quote(line, start, place, closing[place], end)
        elif line[place] in _STOPS and _is_stop(line, start, place, western_stops):
            end = _run_end(line, place + 1, closing)
            cut = not _goes_on(line, place, end)
        else:
            place += 1
            continue
        if cut:
            ends.append(end)
            start = end
        place = end
    return ends


def _short_brackets(line: str, longest: int) -> dict[int, int]:
    """The closing place of each bracket that is closed within the length that is kept whole."""
    closing: dict[int, int] = {}
    open_places: list[int] = []
    for place, character in enumerate(line):
        if character in _CLOSING or character == '"':
            depth = _matching(line, open_places, place, longest)
            if depth is not None:
                closing[open_places[depth]] = place
                del open_places[depth:]
                continue
        if character in _CLOSING_OF:
            open_places.append(place)
    return closing


def _matching(line: str, open_places: list[int], place: int, longest: int) -> int | None:
    for depth in range(len(open_places) - 1, -1, -1):
        opened = open_places[depth]
        if place - opened > longest:
            return None
        if _CLOSING_OF[line[opened]] == line[place]:
            return depth
    return None


def _run_end(line: str, place: int, closing: dict[int, int]) -> int:
    """The end of the stops, ellipses and closing brackets that begin at a place, with notes that hang on them."""
    while place < len(line) and (line[place] in _RUN or (line[place] == '"' and place not in closing)):
        place += 1
    while appended := _APPENDED.match(line, place):
        if line[place - 1] not in _RUN:
            break
        place = appended.end()
    return place


def _ends_with_quote(line: str, start: int, opened: int, closed: int, end: int) -> bool:
    """True where a bracket that holds a finished sentence is followed by another sentence."""
    if line[end - 1] in _FULL_STOPS:
        return True
    if line[closed - 1] not in _FULL_STOPS and line[closed - 1] not in "!?":
        return False
    following = _skip_space(line, end)
    if following == len(line) or _GOES_ON_AFTER_QUOTE.match(line, following):
        return False
    is_speech = line[closed] in _SPEECH_CLOSING
    if is_speech and (following > end or line[following] in _OPENING):
        return True
    # Only a bracket that stands alone or is announced is a sentence: 彼の「行くぞ。」発言 and 『まさか。』監督 go on.
    before = line[max(start, opened - 8) : opened].strip()
    return line[opened] != "『" and (not before or (is_speech and before[-1] in "：:、，—―"))


def _skip_space(line: str, place: int) -> int:
    while place < len(line) and line[place].isspace():
        place += 1
    return place


def _is_stop(line: str, start: int, place: int, western_stops: bool) -> bool:
    mark = line[place]
    following = line[place + 1] if place + 1 < len(line) else ""
    if mark in "．.":
        return _is_western_stop(line, start, place, western_stops)
    if mark == "！":
        return not (_JAPANESE_LETTER.match(following) and _ends_in_name(line, start, place))
    if mark == "!" and _ends_in_name(line, start, place):
        after_space = line[place + 2 : place + 3] if following == " " else following
        return not after_space or not re.match(r"[A-Za-z\u3041-\u9fff]", after_space)
    if mark in "!?" and following and not following.isspace() and following not in _RUN and following != '"':
        before = line[place - 1] if place else ""
        if before.isascii() and before.isalnum():
            return False
        return following in _OPENING or bool(_JAPANESE_LETTER.match(following))
    return True


def _ends_in_name(line: str, start: int, place: int) -> bool:
    """True after a capitalised word in Latin letters, which may own its mark, as the name of a company does."""
    return bool(_NAME_WITH_MARK.search(line[max(start, place - _NAME_LENGTH) : place]))


def _is_western_stop(line: str, start: int, place: int, western_stops: bool) -> bool:
    before = line[place - 1] if place else ""
    following = line[place + 1] if place + 1 < len(line) else ""
    if following in {"．", "."} or before in {"．", "."}:
        return False
    if len(line[max(start, place - 8) : place].strip().lstrip("（([［")) <= 2:
        return False  # a list marker: １．, ア．, 一．
    is_japanese_before = bool(_JAPANESE_LETTER.match(before)) or before in _CLOSING
    is_open_after = (
        not following
        or following.isspace()
        or following in _OPENING
        or following in _CLOSING
        or bool(_JAPANESE_LETTER.match(following))
    )
    if is_japanese_before:
        return line[place] == "．" or is_open_after
    return western_stops and is_open_after


def _goes_on(line: str, place: int, end: int) -> bool:
    if line[end - 1] in _CLOSING or line[end - 1] == '"':
        return bool(_GOES_ON_AFTER_QUOTE.match(line, _skip_space(line, end)))
    if line[place] in "。｡．.":
        return bool(_GOES_ON_AFTER_STOP.match(line, end))
    return bool(_GOES_ON_AFTER_MARK.match(line, end))
