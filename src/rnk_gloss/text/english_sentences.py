"""Where sentences in Latin script end: after . ! ? and …, unless an abbreviation, initial or quotation goes on."""

from __future__ import annotations

import re

# Stops with the closing marks after them, before white space, the end, or a quotation that follows without a space.
# The look-behind and the possessive repeats keep the search linear on long runs of stops.
_STOP = re.compile(
    r"(?<![.!?…。！？])(?P<stops>[.!?…]++)(?P<closing>[\"'”’»)\]]*+)(?=\s|\Z|[\"“‘(](?=[A-Z]))"
    r"|[。！？]++[」』”’）)\]]*+"
)
_BEFORE_NEXT = re.compile(r"\s*[\"'“‘«(\[*_]*")
_WORD_BEFORE = re.compile(r"[\w.'’&-]+\Z")
_LONGEST_WORD = 40
_LIST_MARKER = re.compile(r"\(?(?:\d{1,3}|[A-Za-z]|[ivxlcIVXLC]{1,5})\Z")
_INITIALISM = re.compile(r"(?:[a-z]\.)+[a-z]")
_LETTERED_NUMBER = re.compile(r"\d|[IVXLC]+\b")
_SPEAKER = re.compile(
    r"(?:[A-Z][\w.'’-]*\s){1,4}(?:said|says|asked|asks|added|replied|wrote|told|tweeted|cried|shouted|answered)\b"
)

# A name follows these: the stop never ends a sentence.
_BEFORE_NAME = re.compile(
    r"mr|mrs|ms|mx|dr|profs?|sra?|ste?|mt|ft|rev|hon|fr|gen|lts?|col|capt|sgts?|cpl|pvt|cmdr|cdr|adm|maj|brig|dets?|insp|"
    r"supt|govs?|sens?|reps?|pres|amb|atty|asst|dist|gov\.-gen|messrs|mme|mlle|hrh|e\.g|i\.e|cf|vs?|viz|approx|ca|resp|esp"
)
_MONTH = r"jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec"
# The stop ends no sentence before a number: No. 5, Fig. 3, Jan. 7.
_BEFORE_NUMBER = re.compile(
    rf"nos?|figs?|vols?|pp?|arts?|secs?|paras?|ch|chap|eqs?|eds?|tab|app|pt|ser|op|ver|{_MONTH}"
)
# These stand at the end of a sentence as often as inside it: what follows decides.
_AMBIGUOUS = re.compile(
    r"co|inc|ltd|corp|bros|plc|dept|univ|inst|assn|est|jr|esq|al|etc|ave|blvd|rd|"
    rf"{_MONTH}|mon|tues?|thu|thurs?|fri|ph\.d|m\.d|b\.a|m\.a"
)
_AFTER_TIME = re.compile(
    r"(?:[ECMP][SD]?T|GMT|UTC|BST|CET|JST|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|"
    r"Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Eastern|Central|Pacific|Local)"
)
_STARTER = re.compile(
    r"(?:The|An?|In|On|At|It|He|She|They|We|I|You|But|And|Or|So|Yet|This|That|These|Those|There|Here|However|If|When|"
    r"While|Where|For|As|After|Before|Since|Until|Under|Such|Its|His|Her|Their|Our|My|Your|Not|No|Yes|With|Without|By|"
    r"From|To|Then|Thus|Also|Although|Though|Because|Despite|Instead|Meanwhile|Moreover|Still|Now|Once|Both|Each|Some|"
    r"Many|Most|All|Another|Other|Others|One|Two|What|Who|Why|How|Is|Are|Was|Were|Do|Does|Did)(?=[\s,’'])"
)


def english_sentence_ends(line: str) -> list[int]:
    """The places in one line after which a sentence ends; the end of the line itself is not named.

    A word like *U.S.* before a capital cannot be decided without understanding: the sentence is taken to end there only
    if the next word is one that often begins sentences (*The*, *However*) and seldom a name.
    """
    ends: list[int] = []
    start = 0
    for match in _STOP.finditer(line):
        following = _BEFORE_NEXT.match(line, match.end())
        next_place = following.end() if following else match.end()
        if next_place >= len(line):
            continue
        if match["stops"] is None or (
            _begins_sentence(line, next_place) and not _is_inside(line, start, match, next_place)
        ):
            ends.append(match.end())
            start = match.end()
    return ends


def _begins_sentence(line: str, place: int) -> bool:
    character = line[place]
    if character.isalpha():
        # A brand such as iPad begins a sentence in lower case.
        return not character.islower() or (place + 1 < len(line) and line[place + 1].isupper())
    return character.isdigit() or character in "£$€¥#@•・¿¡"


def _is_inside(line: str, start: int, match: re.Match[str], next_place: int) -> bool:
    closing = match["closing"]
    if any(mark in closing for mark in "\"'”’»"):
        return match["stops"] != "." and _SPEAKER.match(line, next_place) is not None
    if match["stops"] != ".":
        return False
    written = _WORD_BEFORE.search(line, max(start, match.start() - _LONGEST_WORD), match.start())
    if written is None:
        return False
    word = written.group().strip("'’")
    if _LIST_MARKER.match(word) and not line[max(start, match.start() - 8) : match.start() - len(word)].strip(" ("):
        return True
    if closing:
        return False
    return _is_abbreviation(word, line, next_place)


def _is_abbreviation(word: str, line: str, next_place: int) -> bool:
    folded = word.lower()
    if _BEFORE_NAME.fullmatch(folded):
        return True
    if _BEFORE_NUMBER.fullmatch(folded) and _LETTERED_NUMBER.match(line, next_place):
        return True
    if folded in {"a.m", "p.m"}:
        return _AFTER_TIME.match(line, next_place) is not None
    is_initial = len(word) == 1 and word.isupper() and word != "I"
    if is_initial or _AMBIGUOUS.fullmatch(folded) or _INITIALISM.fullmatch(folded):
        return _STARTER.match(line, next_place) is None
    return False
