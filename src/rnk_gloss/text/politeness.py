"""Polite, plain and spoken style as one, for match keys: 解除できます and 解除できる, 必須です and
必須である, しなければならない and せねばならない.

What follows ます and です is rewritten as the plain form has it, with the ending of its verb (see `verb_classes`). A
wrong guess at its class only leaves two styles apart: plain forms stay as they are.
"""

from __future__ import annotations

import re

from rnk_gloss.text.common_words import ADJECTIVES_IN_KANA, follows_particle
from rnk_gloss.text.literary_style import LEGAL_ENDINGS, LITERARY_STYLE
from rnk_gloss.text.okurigana import is_kanji
from rnk_gloss.text.rewriting import FENCE, Rewriting
from rnk_gloss.text.script import KANJI_OF_KEY
from rnk_gloss.text.spoken_style import SPOKEN_STYLE
from rnk_gloss.text.verb_classes import E_ROW, I_ROW, WHOLE_VERBS, is_in_ru, is_in_su

_HONORIFIC = ("くださ", "下さ", "なさ", "しゃ")


def _of_five_rows(plain: str, negated: str, wished: str, past: str) -> dict[str, str]:
    return {
        "す": plain,
        "した": past,
        "せん": f"{negated}ない",
        "せんでした": f"{negated}なかった",
        "しょう": f"{wished}う",
    }


_OF_FIVE_ROWS = {
    "い": _of_five_rows("う", "わ", "お", "った"),
    "き": _of_five_rows("く", "か", "こ", "いた"),
    "ぎ": _of_five_rows("ぐ", "が", "ご", "いだ"),
    "し": _of_five_rows("す", "さ", "そ", "した"),
    "ち": _of_five_rows("つ", "た", "と", "った"),
    "に": _of_five_rows("ぬ", "な", "の", "んだ"),
    "び": _of_five_rows("ぶ", "ば", "ぼ", "んだ"),
    "み": _of_five_rows("む", "ま", "も", "んだ"),
    "り": _of_five_rows("る", "ら", "ろ", "った"),
}
_OF_GOING = _OF_FIVE_ROWS["き"] | {"した": "った"}
# 帰ってきます is 帰ってくる.
_OF_COMING = {"す": "くる", "した": "きた", "せん": "こない", "せんでした": "こなかった", "しょう": "こよう"}
_OF_RU = {"す": "る", "した": "た", "せん": "ない", "せんでした": "なかった", "しょう": "よう"}
_OF_SURU = {"す": "する", "した": "した", "せん": "しない", "せんでした": "しなかった", "しょう": "しよう"}

# ます and です end a word here; in さらにますます and ここですべてを they begin one.
_END = "(?![ぁ-ゖ])|(?=が|け|の|と|か|よ|ね|し|って)"
# No second ます behind ません: what is rewritten here must be the same when it is read again.
_FORM = f"(?P<form>せんでした|せん(?!ま[すしせ])|しょう|した|す(?:{_END}))"
# Each pattern begins with what a search can look for quickly; what goes before is looked at afterwards.
_VERB = f"(?P<kana>[{I_ROW}{E_ROW}])ま{_FORM}"
_VERB_OF_ONE_KANJI = f"ま(?<=[{WHOLE_VERBS}]ま)(?P<kana>){_FORM}"
# No rule asks for more of what stands before a verb.
_LONGEST_BEFORE = 8
# What is left of ので there is read again: どこであるのですか is どこなのか.
_BEGINS_COPULA = "[すしあ]"
_COPULA = (
    rf"で(?:(?P<present>す(?:{_END})|あります(?:{_END})|ある(?!く))(?P<after>ので(?!{_BEGINS_COPULA})|の(?=で{_BEGINS_COPULA})|か(?!ら))?"
    r"|(?P<past>した(?<!せんでした)(?!が[いっ])|ありました|あった)|しょう)"
)
_ADJECTIVES = frozenset(
    "高長短早速遅多少強弱安近遠良悪善重軽深浅広狭太細黒白赤青暗熱寒暑若古甘辛苦鋭薄厚濃硬固堅柔低眠丸偉無賢凄怖恐痛痒臭渋緩憎鈍粗荒淡脆汚幼酷旨永快しなたらよくすむるき"
)
_LONGEST_ADJECTIVE = max(len(adjective) for adjective in ADJECTIVES_IN_KANA if adjective.endswith("い"))
_POLITE = r"ま(?:す|した|しょう|せん)"


def _plain_verb(match: re.Match[str]) -> str:
    before = match.string[max(0, match.start() - _LONGEST_BEFORE) : match.start()]
    kana, form = match["kana"], match["form"]
    if not kana or kana in E_ROW or is_in_ru(before, kana):
        return kana + _OF_RU[form]
    if kana == "い" and before.endswith("ござ"):
        return match.group()
    if kana == "い" and before.endswith(_HONORIFIC):
        kana = "り"
    endings = _OF_FIVE_ROWS[kana]
    if kana == "き" and before.endswith(("て", "んで", "いで")):
        return _OF_COMING[form]
    if kana == "し" and not is_in_su(before):
        endings = _OF_SURU
    elif kana == "き" and before.endswith(("行", "い")):
        endings = _OF_GOING
    return endings[form]


def _plain_copula(match: re.Match[str]) -> str:
    after = match["after"] or ""
    if match["past"]:
        return "だった"
    if not match["present"]:
        return "だろう"
    if after == "か" or _follows_adjective(match.string, match.start()):
        return after
    return f"な{after}" if after else "だ"


def _duty_in_se(match: re.Match[str]) -> str:
    before = match.string[max(0, match.start() - 2) : match.start()]
    # 署名せねば is of する, 任せねば and 見せねば are not.
    is_suru = before[-1:] in f"をもは {FENCE}" or (len(before) > 1 and all(map(_may_have_suru, before)))
    return "しなければ" if is_suru else "せなければ"


def _may_have_suru(character: str) -> bool:
    return is_kanji(character) or "ァ" <= character <= "ー"


def _follows_adjective(text: str, end: int) -> bool:
    """Whether an adjective in い or かった stands before a place."""
    if not text.endswith("い", 0, end) or text.endswith("だいたい", 0, end):
        return text.endswith("かった", 0, end)
    return text[max(0, end - 2) : end - 1] in _ADJECTIVES or any(
        text[start:end] in ADJECTIVES_IN_KANA and follows_particle(text, start, text[start:end])
        for start in range(max(0, end - _LONGEST_ADJECTIVE), end)
    )


def _humble_verb(match: re.Match[str]) -> str:
    return f"{match[1]}{match[2]}"


def _asked_verb(match: re.Match[str]) -> str:
    """What is politely asked for as plainly asked for: お待ちください and 待ってください."""
    return _verb_of_stem(match, "して")


def _humble_plain_verb(match: re.Match[str]) -> str:
    """What one does for another as what one does: お待ちしよう and 待とう."""
    return _verb_of_stem(match, match[3])


def _verb_of_stem(match: re.Match[str], of_suru: str) -> str:
    """The form of a verb, of which there is the stem before ます, that する has in `of_suru`."""
    kana = match[2]
    in_ru = kana in E_ROW or is_in_ru(match.string[match.start() : match.start(2)], kana)
    endings = {form: f"{kana}{ending}" for form, ending in _OF_RU.items()} if in_ru else _OF_FIVE_ROWS[kana]
    if of_suru == "して":
        return match[1] + endings["した"].translate(_PAST_BEFORE_ANOTHER)
    return match[1] + endings[_POLITE_OF_SURU[of_suru]]


_PAST_BEFORE_ANOTHER = str.maketrans("ただ", "てで")
_POLITE_OF_SURU = {"する": "す", "した": "した", "しよう": "しょう", "しない": "せん"}
# お and ご begin a word here; in なお, かお and たまご they end one.
_O = "お(?<![なかあさほお]お)"
_GO = "ご(?:(?<![ぁ-ゖ]ご)|(?<=[はがをにのともでへやてどら]ご))"
# お金 is money and 金 gold, お釣り is change, お前 is you, 御社 is the reader's, ご覧 is no word without ご, and お守り
# protects as a thing does.
_WHOLE_WITH_PREFIX = "金釣袋節前陰社中所覧"
_WORDS_WITH_PREFIX = f"[{_WHOLE_WITH_PREFIX}]|守り|目玉|勝手|上[をにのはも]"
_VERB_STEM = f"({KANJI_OF_KEY}{{1,2}}[ぁ-ゖ]{{0,2}}?)([{I_ROW}{E_ROW}])"
_DUTY = "(?:いけ|なら)な[いかくけ]"


POLITE_STYLE = (
    *LITERARY_STYLE,
    *SPOKEN_STYLE,
    Rewriting("お早う", "おはよう", needed=("お早う",)),
    Rewriting("有り?難う", "ありがとう", needed=("難う",)),
    Rewriting("御(?=御*お)", needed=("御お",)),
    Rewriting("御(?=[願礼客知手問名待申届渡伝答見])", "お", needed="御"),
    Rewriting("御(?=[覧案連確利協意希要質相注返報了理記安家挨不迷承送説都出参来購])", "ご", needed="御"),
    Rewriting(f"おり(?<=[てで]おり)(?={_POLITE})", "い", needed=("おりま",)),
    Rewriting(f"(?:いた|致)し(?={_POLITE})", "し", needed=("たしま", "致しま")),
    Rewriting(
        f"ござい(?<!ありがとうござい)(?<!おめでとうござい)(?<!おはようござい)(?={_POLITE})",
        "あり",
        needed=("ございま",),
    ),
    Rewriting("ありません(でした)?", lambda match: "なかった" if match[1] else "ない", needed=("ありません",)),
    # お待ちください and 待ってください, お預かりします and 預かります.
    Rewriting(f"{_O}{_VERB_STEM}(?=ください|下さい)", _asked_verb, needed=("ください", "下さい")),
    # お願いしたい is 願いたい, as お願いします is 願います.
    Rewriting(f"{_O}{_VERB_STEM}し(?={_POLITE}|た[いくか])", _humble_verb, needed=("しま", "した")),
    Rewriting(
        f"{_O}{_VERB_STEM}(する|した(?![いくか])|して|しよう|しない)",
        _humble_plain_verb,
        needed=("する", "した", "して", "しよう", "しない"),
    ),
    # ご確認ください and 確認してください, ご説明します and 説明します.
    Rewriting(f"ご({KANJI_OF_KEY}{{2,4}})(?=ください|下さい)", lambda match: f"{match[1]}して", needed=("さい",)),
    Rewriting(f"ご({KANJI_OF_KEY}{{2,4}})(?=し{_POLITE}|する)", lambda match: match[1], needed=("しま", "する")),
    # お車 and 車, ご多幸 and 多幸.
    # With a space that goes later, so that お begins a word then as well.
    Rewriting(f"{_O} ?(?=(?!{_WORDS_WITH_PREFIX}){KANJI_OF_KEY})", needed="お"),
    Rewriting(f"{_GO} ?(?=(?!{_WORDS_WITH_PREFIX}){KANJI_OF_KEY})", needed="ご"),
    Rewriting(f"御(?<!{KANJI_OF_KEY}御)御*(?=(?!{_WORDS_WITH_PREFIX}){KANJI_OF_KEY})", needed="御"),
    Rewriting(_COPULA, _plain_copula, needed=("です", "でし", "であ")),
    Rewriting(_VERB, _plain_verb, needed=("ます", "ました", "ません", "ましょう")),
    Rewriting(_VERB_OF_ONE_KANJI, _plain_verb, needed=("ます", "ました", "ません", "ましょう")),
    # 東京でしました is 東京でした now, which may be of です as well.
    Rewriting(_COPULA, _plain_copula, needed=("でした",)),
    # The ways to say that something must or must not be done.
    Rewriting(f"せねば(?={_DUTY})", _duty_in_se, needed=("せねば",)),
    Rewriting(f"ねば(?={_DUTY})", "なければ", needed=("ねばな", "ねばい")),
    Rewriting(f"な(?:くては|いと)(?={_DUTY})", "なければ", needed=("なくては", "ないと")),
    Rewriting(
        "いけ(?<=[はば]いけ)(?<=(?:ては|では|れば)いけ)(?=な[いかくけ])", "なら", needed=("はいけな", "ばいけな")
    ),
    *LEGAL_ENDINGS,
)
"""Steps for text in compatibility form without stops: spoken and humble forms as common ones, then all in their plain
form."""

# As text: they are compiled when two spellings are first compared.
_STYLES = (
    "ま(?:す|した|しょう|せん)|です|でし(?:た|ょう)|ござい",
    "であ(?:る|[つっ]た|りま)",
    f"じゃ|いけ(?:な|ま)|ないと|ねば|ちゃ|なきゃ|ください|下さい|[おご](?={KANJI_OF_KEY})|御|おっしゃ|なさ",
    "いたし|致し|いただ|頂|申し?上げ|存じ|となって|ものと|することができ|すること$|ざる|ぬ$|(?<![るく])なき",
)


def is_styled_otherwise(one: str, other: str) -> bool:
    """Whether of two spellings of one key one is polite and the other plain, one says である and the other だ, or one
    is as people speak."""
    return any(bool(re.search(style, one)) != bool(re.search(style, other)) for style in _STYLES)
