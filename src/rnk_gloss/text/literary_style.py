"""What older and solemn texts say otherwise, for match keys: 許されざる者 and 許されない者, 効力を失うものとす."""

from __future__ import annotations

import re

from rnk_gloss.text.conjugation import FIVE_ROWS
from rnk_gloss.text.rewriting import FENCE, Rewriting
from rnk_gloss.text.script import KANJI_AND_OTHERS, KANJI_OF_KEY

_BEFORE_NEGATION = "かがさたなばまらわえけげせてねべめれ"
_AT_END = f"(?=[ {FENCE}]|$)"
_AFTER_MAI = f"(?=と|が|か|し|ね|よ|[ {FENCE}]|$)"
_BEFORE_NOUN = f"(?=[おご]?{KANJI_OF_KEY}|もの|こと|とき|よう)"


def _negated(match: re.Match[str]) -> str:
    """買うまい as 買わない."""
    return f"{FIVE_ROWS[match[1]][0]}ない"


def _without_suru(match: re.Match[str]) -> str:
    """署名せぬ as 署名しない, 見せぬ as 見せない."""
    before = match.string[max(0, match.start() - 2) : match.start()]
    is_suru = len(before) > 1 and all(re.fullmatch(KANJI_OF_KEY, character) for character in before)
    return "しない" if is_suru else "せない"


def _negated_in_ru(match: re.Match[str]) -> str:
    """来るまい as 来ない, 食べるまい as 食べない, 取るまい as 取らない."""
    return "らない" if match[1] is None else "ない"


# 思ふ and 行はれる in the orthography before 1946; 値は and 会は have a particle.
_VERBS_IN_U = "思言云使会合買払問従習笑迷失願歌追争扱行"

LITERARY_STYLE = (
    Rewriting(f"ふ(?<=[{_VERBS_IN_U}]ふ)", "う", needed=("ふ",)),
    Rewriting(f"は(?<=[{_VERBS_IN_U}]は)(?=れ[るたてず])", "わ", needed=("はれ",)),
    Rewriting("せう(?<=[でま]せう)", "しょう", needed=("でせう", "ませう")),
    Rewriting(f"ざる(?<=[{_BEFORE_NEGATION}]ざる){_BEFORE_NOUN}", "ない", needed=("ざる",)),
    Rewriting(f"せぬ(?:{_AT_END}|{_BEFORE_NOUN})", _without_suru, needed=("せぬ",)),
    Rewriting(f"ぬ(?<=[{_BEFORE_NEGATION}]ぬ)(?:{_AT_END}|{_BEFORE_NOUN})", "ない", needed=("ぬ",)),
    Rewriting(
        f"([うくぐすつぬぶむ])(?<={KANJI_OF_KEY}.)まい{_AFTER_MAI}",
        _negated,
        needed=[f"{kana}まい" for kana in "うくぐすつぬぶむ"],
    ),
    Rewriting(
        f"る(?:((?<=[来見着寝得出あえけげせてねべめれ]る))|(?<={KANJI_OF_KEY}る))まい{_AFTER_MAI}",
        _negated_in_ru,
        needed=("るまい",),
    ),
    Rewriting(f"することができ(?<={KANJI_OF_KEY}することができ)", "でき", needed=("することができ",)),
    Rewriting("に(?:(?<=場合に)|(?<=際に))(?=は)", needed=("場合には", "際には")),
    Rewriting(f"にて(?<=[{KANJI_AND_OTHERS}ァ-ヺー]にて)(?![ぁ-ゖ])", "で", needed=("にて",)),
    # 請求は、これを棄却する; in 裁判所はこれを棄却する one acts.
    Rewriting(
        "はこれを(?<![所臣事庁局長人者社員会甲乙]はこれを)(?=棄却|破棄|破毀|却下|準用|没収|保障|公布)",
        "を",
        needed=("はこれを",),
    ),
    # 落とす is a verb of its own.
    Rewriting(
        f"とす(?:(?<=のとす)|(?<=こととす)|(?<={KANJI_OF_KEY}とす)(?<!落とす)){_AT_END}", "とする", needed=("とす",)
    ),
    Rewriting(f"なき(?<={KANJI_OF_KEY}なき)(?=場合|者|もの|とき|時|限り|際)", "がない", needed=("なき",)),
)
"""Steps that give today's forms, before styles are made one."""

LEGAL_ENDINGS = (
    Rewriting(f"ものとする(?<=[るうくぐすつぬぶむい]ものとする){_AT_END}", needed=("ものとする",)),
    Rewriting(f"こと(?<=すること)(?= ?(?:{FENCE}|$))", needed=("すること",)),
)
"""The same for what ends a rule, after styles were made one: 支払うものとする and 支払う, 提出すること and 提出する."""
