"""What makes match keys of texts in Japanese, step by step: silent punctuation, sounds, numbers, words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

from rnk_gloss.text.common_words import ADJECTIVES_IN_KANA, before_pause, follows_particle
from rnk_gloss.text.compound_spellings import COMPOUND_SPELLINGS, COMPOUNDS
from rnk_gloss.text.compound_verbs import COMPOUND_VERBS, is_compound_verb
from rnk_gloss.text.country_spellings import COUNTRY_SPELLINGS, is_country
from rnk_gloss.text.kana import is_katakana
from rnk_gloss.text.katakana_spellings import katakana_table
from rnk_gloss.text.literary_style import LINKS, goes_on_in_no_kana
from rnk_gloss.text.measure_spellings import UNIT_SYMBOL
from rnk_gloss.text.normalise import FINAL_LONG_VOWEL, JOINING_DOT, KATAKANA, MARKS, SMALL_VOWEL, V_SOUND
from rnk_gloss.text.noun_spellings import BETWEEN_KANA, stands_between_kana
from rnk_gloss.text.number_spellings import DECIMAL_POINT, NUMBER_SPELLINGS, NUMERALS
from rnk_gloss.text.okurigana import OKURIGANA_SPELLINGS, is_kanji
from rnk_gloss.text.old_kanji import OLD_TO_NEW
from rnk_gloss.text.politeness import POLITE_STYLE
from rnk_gloss.text.preparation import Preparation
from rnk_gloss.text.rewriting import (
    FENCE,
    Rewriting,
    RunRewriting,
    TableRewriting,
    word_pairs,
)
from rnk_gloss.text.script import KANJI_OF_KEY
from rnk_gloss.text.spellings import (
    AFTER_KANJI_TOO,
    AS_FOLLOWS,
    BEFORE_FORMAL_NOUNS,
    BEHIND_KANA,
    FORMAL_NOUNS,
    IN_SU_OR_SURU,
    KATAKANA_FOR_LOOK,
    WITH_PREFIX,
    begins_with_prefix,
    spelling_table,
)
from rnk_gloss.text.steps import Step, Steps, TracedStep, rewrite
from rnk_gloss.text.word_places import WordPlaces

DASHES = dict.fromkeys("‐‑‒–—―−─━", "-") | {"〜": "~", "∼": "~"}
_CHARACTERS = OLD_TO_NEW | dict.fromkeys("「」『』【】〈〉《》〔〕[]()“”„‟〝〞〟‘’‚‛«»‹›", '"') | DASHES
_CHARACTERS |= {"≤": "≦", "≥": "≧", "⇒": "→", "≪": '"', "≫": '"'}
_CHARACTERS |= dict(zip("廻坐喰泪仔", "回座食涙子", strict=True))
_CHARACTERS |= dict(zip("ゐゑヰヱ", "いえイエ", strict=True))
_CHARACTERS |= dict.fromkeys("壱壹弌", "一") | dict.fromkeys("弐貳弍", "二")
_CHARACTERS |= dict.fromkeys("\t\n\r\v\f\x1c\x1d\x1e\x1f\x85\u2028\u2029", " ")

# Between two of these a comma or a space keeps things apart: 三、四日 is not 三四日.
_APART = f"{NUMERALS}a-z"
_SILENT_SPACE = Rewriting(rf" (?:(?<![{_APART}] )|(?![{_APART}]))", needed=" ")
_SILENCE = (
    Rewriting("[®©]", needed="®©"),
    Rewriting("  +", " ", needed=("  ",)),
    DECIMAL_POINT,
    # (C)2024; ½ and 1/2, but 3½ is no 31/2.
    Rewriting(r'"c" ?(?=\d{4})', needed=('"c"',)),
    Rewriting(r"⁄(?<!\d\d⁄)", "/", needed="⁄"),
    # 土曜日 and 土曜; between 土曜日 and 日曜日 a dot stood.
    Rewriting("日(?<=[月火水木金土日]曜日)(?!曜)", needed=("曜日",)),
    Rewriting("e-?mail(?<![a-z_]email)(?<![a-z_]e-mail)(?![a-z_])", "eメール", needed=("email", "e-mail")),
    # A FAX is a ファックス, as later steps write it.
    Rewriting("fax(?<![a-z]fax)(?![a-z])", "フアックス", needed=("fax",)),
    # What か asks needs no question mark.
    Rewriting(r"(?<=か)\?+", needed=("か?",)),
    # T-シャツ and Tシャツ.
    Rewriting(f"-(?<=[a-z]-)(?<![a-z][a-z]-)(?=[{KATAKANA}])", needed="-"),
    Rewriting(rf"・(?<=[^\s・{FENCE}]・)・+", needed=("・・",)),
    # ジョン＝スミス.
    Rewriting(f"[=゠](?<=[{KATAKANA}ー].)(?=[{KATAKANA}])", needed="=゠"),
    _SILENT_SPACE,
    Rewriting(rf" (?<=\d )(?={UNIT_SYMBOL})", present=r"\d [a-zμ]"),
    Rewriting(f"(?<![.,])[.,]++(?![{_APART}])", needed=".,"),
    Rewriting("[カヵヶケ箇](?<=数.)(?=[国月所年条村])", "か", needed=("数カ", "数ヵ", "数ヶ", "数ケ", "数箇")),
    # 関ヶ原 and 関ケ原.
    Rewriting(f"ケ(?<={KANJI_OF_KEY}ケ)(?={KANJI_OF_KEY})", "ヶ", needed="ケ"),
    # A dot between words; inside a foreign one it joins, and another step drops it. Dots in a row are no such dots.
    Rewriting(f"・(?<=[{_APART}]・)(?=[{_APART}])", " ", needed="・"),
    # 本当！？ and 本当？！.
    Rewriting(r"[!?]*\?![!?]*", lambda match: "".join(sorted(match.group())), needed=("?!",)),
    # Python 3 and Python3.
    Rewriting(r" (?<=[a-z] )(?=\d)", needed=" "),
    Rewriting(rf"・(?<=[^\s・{FENCE}]・)(?=[^\s・{FENCE}])(?:(?<![{KATAKANA}ー]・)|(?![{KATAKANA}]))", needed="・"),
    # 次のとおり: before a list is 次のとおり。 before one.
    Rewriting(rf"::?(?:(?<=[^:\s{FENCE}]:)|(?<=[^:\s{FENCE}]::))(?=$|{FENCE})", needed=":"),
)


_SOUNDS = (
    V_SOUND,
    SMALL_VOWEL,
    # The long e of foreign words, プレイ and プレー, and their ya after i, ダイヤル and ダイアル.
    Rewriting("イ(?<=[エケセテネヘメレゲゼデベペ]イ)", "ー", needed="イ"),
    Rewriting("ヂ", "ジ", needed="ヂ"),
    Rewriting("ヅ", "ズ", needed="ヅ"),
    Rewriting("ヤ(?<=[イキシチニヒミリギジビピ]ヤ)", "ア", needed="ヤ"),
)


def _foreign_words() -> dict[str, str]:
    table = katakana_table()
    # All at once: these steps look no further than a word.
    words, keys = (rewrite("\n".join(column), Steps(_SOUNDS)).split("\n") for column in (table, table.values()))
    return {word: key for word, key in dict(zip(words, keys, strict=True)).items() if word != key}


def _stands_alone(text: str, place: int, word: str) -> bool:
    """Whether a word that katakana dresses up touches no other katakana."""
    end = place + len(word)
    return not ((place and is_katakana(text[place - 1])) or (end < len(text) and is_katakana(text[end])))


def _is_own_word(text: str, place: int, word: str) -> bool:
    """Whether a spelling of one kanji and kana is a word here, and not the end of one: 主に, but 株主に."""
    if not place or not is_kanji(text[place - 1]):
        return True
    return word[0] in AFTER_KANJI_TOO or word == "下さい" or (len(word) > 1 and is_kanji(word[1]))


def _is_formal_before_pause(text: str, place: int, word: str) -> bool:
    """Whether nothing goes on behind a formal noun or a verb; 次の通り is one whatever goes on."""
    if not text.startswith((" ", "。"), place + len(word)):
        return word in AS_FOLLOWS
    return word not in BEFORE_FORMAL_NOUNS or text.endswith(BEFORE_FORMAL_NOUNS[word], 0, place)


def _is_formal(text: str, place: int, word: str) -> bool:
    end = place + len(word)
    if word == "為":
        return text.endswith(BEFORE_FORMAL_NOUNS[word], 0, place) and text[end : end + 1] not in {"替", "政"}
    # 通り道 and 時期 are words of their own, and 位 is the first part of few only (位置, 位相); not so 様に.
    if word[-1] not in "にな" and end < len(text) and is_kanji(text[end]) and (word != "位" or text[end] in "置相"):
        return False
    return text.endswith(BEFORE_FORMAL_NOUNS[word], 0, place)


def _begins(text: str, place: int, word: str) -> bool:
    """Whether no word in kana goes on here: 次はつぎの点です, but 引きつぎの日."""
    return not place or not "ぁ" <= text[place - 1] <= "ゖ" or text[place - 1] in "はがでもの"


def _goes_on(text: str, place: int, word: str) -> bool:
    """Whether a sentence goes on: 何時か行こう, but その会は何時か."""
    return text[place + len(word) : place + len(word) + 1] not in {"", " ", "。", "?", '"', FENCE}


def _follows_no_person(text: str, place: int, word: str) -> bool:
    """Whether no word for people goes before: それはちがいます, but 友だちがいます."""
    return not place or text[place - 1] not in "だたう"


def _is_verb_in_su(text: str, place: int, word: str) -> bool:
    """Whether する goes without its る here: 訳す, and not 訳する, 訳すべき or 通訳す."""
    goes_on = text.startswith(("る", "べ", "れ", "ぎ", "ら"), place + len(word)) if word[-1] == "す" else False
    return not goes_on and not (place and is_kanji(text[place - 1]))


def _is_behind_kana(text: str, place: int, word: str) -> bool:
    return not place or text[place - 1] == FENCE or "ぁ" <= text[place - 1] <= "ゖ"


_FITS = {
    **dict.fromkeys(ADJECTIVES_IN_KANA, follows_particle),
    **dict.fromkeys(BETWEEN_KANA, stands_between_kana),
    **dict.fromkeys(COUNTRY_SPELLINGS, is_country),
    **dict.fromkeys(FORMAL_NOUNS, _is_formal),
    **dict.fromkeys(BEHIND_KANA, _is_behind_kana),
    **dict.fromkeys(IN_SU_OR_SURU, _is_verb_in_su),
    **dict.fromkeys(COMPOUND_VERBS, is_compound_verb),
    **dict.fromkeys(WITH_PREFIX, begins_with_prefix),
}


def _is_word(text: str, place: int, word: str) -> bool:
    return _FITS.get(word, _is_own_word)(text, place, word)


_FOREIGN_SPELLINGS = (
    TableRewriting(_foreign_words()),
    JOINING_DOT,
    FINAL_LONG_VOWEL,
    TableRewriting(KATAKANA_FOR_LOOK, _stands_alone),
)
# None of these looks beyond a run of such characters, or does anything to one alone.
_FOREIGN_RUNS = (RunRewriting(f"[{KATAKANA}ー・{MARKS}]{{2,}}", _FOREIGN_SPELLINGS),)
# Okurigana first: 売り主に must be 売主に before 主に is looked for.
_WORD_SPELLINGS = (
    *OKURIGANA_SPELLINGS,
    TableRewriting(
        spelling_table(FORMAL_NOUNS, COUNTRY_SPELLINGS, WITH_PREFIX, IN_SU_OR_SURU, COMPOUND_VERBS), _is_word
    ),
)
_ANYWHERE = word_pairs(
    "そうゆう=そういう こうゆう=こういう どうゆう=どういう ああゆう=ああいう するべき=すべき と申しま=と言いま"
    " 御座い=ござい 御座ら=ござら ねがいま=願いま うかがいま=伺いま"
    " うたがいま=疑いま したがいま=従いま あらがいま=抗いま まちがいま=間違いま ちがいま=違いま"
    " 忙しい所=忙しいところ いそがしい所=いそがしいところ 多忙の所=多忙のところ 多忙な所=多忙なところ"
    " 疲れの所=疲れのところ 急ぎの所=急ぎのところ 多用の所=多用のところ つぎの=次の つぎに=次に 何時か=いつか"
    " お目出度う=おめでとう 御目出度う=おめでとう"
    " の程お願=のほどお願 の程よろ=のほどよろ の程宜=のほど宜 正午=12時 おなかが=お腹が おなかを=お腹を"
    " おなかの=お腹の かも知れ=かもしれ かも知ん=かもしん をおかけ=をお掛け 身につけ=身に付け 身につい=身に付い"
    " 身につく=身に付く 身につか=身に付か 祭り=祭 当て嵌=当ては 当嵌=当ては を点け=を付け が点い=が付い が点く=が付く"
    " ご免なさい=ごめんなさい 御免なさい=ごめんなさい ご免下さい=ごめんください 御免下さい=ごめんください"
    " お喋り=おしゃべり 神輿=みこし 御輿=みこし"
)
# While commas are still there: 工事の為、通行止め is not read as 為通行止め.
_EARLY_FITS = {**dict.fromkeys(LINKS, goes_on_in_no_kana), **dict.fromkeys(_ANYWHERE, lambda *_: True)}
_EARLY_FITS |= {"ちがいま": _follows_no_person, **dict.fromkeys(("つぎの", "つぎに"), _begins), "何時か": _goes_on}
_EARLY_WORDS = TableRewriting(
    FORMAL_NOUNS | AS_FOLLOWS | before_pause() | LINKS | _ANYWHERE,
    lambda text, place, word: _EARLY_FITS.get(word, _is_formal_before_pause)(text, place, word),
)
# Style is among the first steps, for it needs the kana before ます that okurigana would drop.
# In 返します。これは a sentence ends before kana, which style must see.
_STYLE = (Rewriting("。+", " ", needed="。"), *POLITE_STYLE, _SILENT_SPACE)
_SILENCE_AND_STYLE = Steps[TracedStep]((_EARLY_WORDS, *_SILENCE, *_STYLE))
_SOUNDS_SILENCE_AND_STYLE = Steps[TracedStep]((_EARLY_WORDS, *_SILENCE, *_SOUNDS, FINAL_LONG_VOWEL, *_STYLE))
_UNUSUAL, _LONGEST_BY_HAND = frozenset(_CHARACTERS), 400
_HAS_KATAKANA = re.compile("[ァ-ヺ]")
_HAS_NUMERAL = re.compile(f"[{NUMERALS}]")
_KANJI_NUMERALS = frozenset("〇一二三四五六七八九十百千万億兆")
_WORDS_FOR_NUMBERS = WordPlaces(
    {
        "零",
        "ひとつ",
        "ふたつ",
        "ひと月",
        "ふた月",
        "元年",
        *(f"{first}{second}" for first in "参拾" for second in "参拾円銭"),
        "第i",
        "第v",
        "第x",
        *(f"{last}{kind}" for last in "ivx" for kind in "型相期級世"),
        *(part for part, written in COMPOUNDS.items() if not _KANJI_NUMERALS.isdisjoint(written)),
    }
)
_WITHOUT_NUMBERS = (COMPOUND_SPELLINGS, *_WORD_SPELLINGS)
_WITH_NUMBERS = (COMPOUND_SPELLINGS, *NUMBER_SPELLINGS, *_WORD_SPELLINGS)
# By whether a text has katakana, and whether it has a number.
_LATER: Mapping[tuple[bool, bool], Steps[Step]] = {
    (False, False): Steps(_WITHOUT_NUMBERS),
    (False, True): Steps(_WITH_NUMBERS),
    (True, False): Steps((*_FOREIGN_RUNS, *_WITHOUT_NUMBERS)),
    (True, True): Steps((*_FOREIGN_RUNS, *_WITH_NUMBERS)),
}
_LATER_TRACED: Mapping[tuple[bool, bool], Steps[TracedStep]] = {
    (False, False): Steps(_WITHOUT_NUMBERS),
    (False, True): Steps(_WITH_NUMBERS),
    (True, False): Steps((*_FOREIGN_SPELLINGS, *_WITHOUT_NUMBERS)),
    (True, True): Steps((*_FOREIGN_SPELLINGS, *_WITH_NUMBERS)),
}


def settling_steps(text: str) -> Steps[TracedStep]:
    """The first steps for a text of plain characters. What they make of it they leave alone afterwards, so another
    pass is needed only where later steps rewrite."""
    return _SOUNDS_SILENCE_AND_STYLE if _HAS_KATAKANA.search(text) else _SILENCE_AND_STYLE


def spelling_steps(text: str) -> Steps[Step]:
    """The steps after these that can change the text, in order."""
    return _LATER[_HAS_KATAKANA.search(text) is not None, _has_number(text)]


def traced_spelling_steps(text: str) -> Steps[TracedStep]:
    """The same, each of which tells what it changes."""
    return _LATER_TRACED[_HAS_KATAKANA.search(text) is not None, _has_number(text)]


def _has_number(text: str) -> bool:
    return _HAS_NUMERAL.search(text) is not None or bool(_WORDS_FOR_NUMBERS.find(text))


def spelling_parts(texts: Sequence[str]) -> Iterator[tuple[list[int], Steps[Step]]]:
    """The places of those of the texts that have a number, and the steps after `settling_steps` for them; then those of
    the others, most of them, which need not go through the steps for numbers."""
    joined = FENCE.join(texts)
    numbered = _numbers_of_texts(joined, (place for place, _ in _WORDS_FOR_NUMBERS.find(joined)))
    numbered.update(place for place, text in enumerate(texts) if _HAS_NUMERAL.search(text))
    has_katakana = _HAS_KATAKANA.search(joined) is not None
    yield sorted(numbered), _LATER[has_katakana, True]
    yield sorted(set(range(len(texts))) - numbered), _LATER[has_katakana, False]


def _numbers_of_texts(joined: str, places: Iterable[int]) -> set[int]:
    """Which of the texts with fences between them hold these places, which rise."""
    found: set[int] = set()
    number = counted = 0
    for place in places:
        number += joined.count(FENCE, counted, place)
        counted = place
        found.add(number)
    return found


def plain_characters(text: str) -> str:
    """The text with commas and its last stop as spaces, new kanji for old ones, one kind of quotation mark and of dash:
    character for character."""
    text = text.replace("、", " ").replace(f"。{FENCE}", f" {FENCE}")
    if text.endswith("。"):
        text = f"{text[:-1]} "
    if len(text) <= _LONGEST_BY_HAND and not Preparation.is_done():
        return text if _UNUSUAL.isdisjoint(text) else "".join(_CHARACTERS.get(one, one) for one in text)
    return _unusual().sub(_plain, text)


@cache
def _unusual() -> re.Pattern[str]:
    # It takes a millisecond to compile, so in a short run few characters are looked at one by one.
    return re.compile(f"[{re.escape(''.join(_CHARACTERS))}]")


def _plain(match: re.Match[str]) -> str:
    return _CHARACTERS[match.group()]
