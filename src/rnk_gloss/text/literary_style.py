"""What older and solemn texts say otherwise, for match keys: 許されざる者 and 許されない者, 効力を失うものとす."""

from __future__ import annotations

import re
from unicodedata import normalize

from rnk_gloss.text.conjugation import FIVE_ROWS
from rnk_gloss.text.kana import is_katakana
from rnk_gloss.text.rewriting import FENCE, Rewriting
from rnk_gloss.text.script import KANJI_AND_OTHERS, KANJI_OF_KEY

_BEFORE_NEGATION = "かがさたなばまらわえけげせてねべめれ"
_AT_END = f"(?=[ {FENCE}]|$)"
_AFTER_MAI = f"(?=と|が|か|し|ね|よ|[ {FENCE}]|$)"
_NO_SMALL_TSU = "立待持打勝経育建裁断絶保放分幾且一二三四五六七八九"
_NUMERALS = "0-9〇一二三四五六七八九十"
_BEGINNING = "施行|適用|実施|開始|発売|販売|運用|受付|受け付け|公開|発効|起算|開業|開店|開館|導入|改定|変更|効力"
_BEFORE_SURU = frozenset("をもはに")
_BEFORE_NOUN = f"(?=[おご]?{KANJI_OF_KEY}|もの|こと|とき|よう)"


def _negated(match: re.Match[str]) -> str:
    """買うまい as 買わない."""
    return f"{FIVE_ROWS[match[1]][0]}ない"


def _without_suru(match: re.Match[str]) -> str:
    """署名せぬ as 署名しない, 見せぬ as 見せない; リセットせずに and 何もせずに are of する, too."""
    before = match.string[max(0, match.start() - 2) : match.start()]
    is_suru = before[-1:] in _BEFORE_SURU or is_katakana(before[-1:] or " ")
    is_suru |= len(before) > 1 and all(re.fullmatch(KANJI_OF_KEY, character) for character in before)
    return "しない" if is_suru else "せない"


def _negated_in_ru(match: re.Match[str]) -> str:
    """来るまい as 来ない, 食べるまい as 食べない, 取るまい as 取らない."""
    return "らない" if match[1] is None else "ない"


# 思ふ and 行はれる in the orthography before 1946; 値は and 会は have a particle.
_VERBS_IN_U = "思言云使会合買払問従習笑迷失願歌追争扱行"

# The forms that link a noun to what follows, 法令に基づいて行う and 法令に基づき行う, by what stands before て.
_BEHIND_NI = {
    "基づい": "基づき", "もとづい": "もとづき", "よっ": "より", "伴っ": "伴い", "ともなっ": "ともない", "従っ": "従い",
    "したがっ": "したがい", "わたっ": "わたり", "応じ": "応じ", "おうじ": "おうじ", "際し": "際し", "さいし": "さいし",
    "先立っ": "先立ち", "当たっ": "当たり", "当っ": "当り", "あたっ": "あたり", "比べ": "比べ", "くらべ": "くらべ",
    "加え": "加え", "くわえ": "くわえ", "沿っ": "沿い",
}  # fmt: skip
_BEHIND_WO = {
    "通じ": "通じ", "つうじ": "つうじ", "通し": "通し", "含め": "含め", "ふくめ": "ふくめ", "除い": "除き",
    "めぐっ": "めぐり", "巡っ": "巡り",
}  # fmt: skip
LINKS = {
    f"{particle}{written}て": f"{particle}{linked}"
    for particle, links in (("に", _BEHIND_NI), ("を", _BEHIND_WO))
    for stem, linked in links.items()
    for written in (stem, stem.replace("っ", "つ"))
}
"""Each te-form that links a noun to what follows, with the form that stands for it in match keys."""


def goes_on_in_no_kana(text: str, place: int, word: str) -> bool:
    """Whether no hiragana follows: に従っている is no link."""
    end = place + len(word)
    return not "ぁ" <= text[end : end + 1] <= "ゖ"


def _repeated(match: re.Match[str]) -> str:
    """The kana, or the kanji, that stand before the marks: こゝ is ここ."""
    return match.string[match.start() - len(match.group()) : match.start()]


def _voiced(match: re.Match[str]) -> str:
    """The kana before ゞ with its voice: すゞ is すず."""
    return normalize("NFC", f"{match.string[match.start() - 1]}\u3099")


LITERARY_STYLE = (
    # なつた in the orthography before 1946.
    Rewriting("つ(?<=[だなあ]つ)(?=た(?![えわなの]))", "っ", needed=("だつた", "なつた", "あつた")),
    Rewriting("つ(?<=[あなもよ]つ)(?=て)", "っ", needed=("あつて", "なつて", "もつて", "よつて")),
    # 渡つた; in 待つたび and 二つたす it is つ.
    Rewriting(
        f"つ(?<={KANJI_OF_KEY}つ)(?<![{_NO_SMALL_TSU}]つ)(?=た[ {FENCE}とがの]|た{KANJI_OF_KEY}|た$|て(?!い))",
        "っ",
        needed=("つた", "つて"),
    ),
    Rewriting(
        f"つ(?<={KANJI_OF_KEY}[たわかがまら]つ)(?=て|た[ {FENCE}とがの]|た{KANJI_OF_KEY}|た$)",
        "っ",
        needed=("つた", "つて"),
    ),
    Rewriting("ゝ(?<=[ぁ-ゖ]ゝ)", _repeated, needed="ゝ"),
    Rewriting("ゞ(?<=[かきくけこさしすせそたちつてとはひふへほ]ゞ)", _voiced, needed="ゞ"),
    Rewriting(f"々々(?<={KANJI_OF_KEY}{{2}}々々)(?<!々々々)", _repeated, needed=("々々",)),
    Rewriting("やう(?<=[のるたなう]やう)(?=[だになで])", "よう", needed=("やう",)),
    Rewriting("らう(?<=だらう)(?![ぁ-おが-ゖ])", "ろう", needed=("だらう",)),
    Rewriting("は(?<=[従思言払習失追争扱]は)(?=な[いけかく])", "わ", needed=("はな",)),
    Rewriting("て(?<=[えしけげせってねべめれいき]て)ゆ(?=[くきけか])", "てい", needed=("てゆ",)),
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
        f"る(?:((?<=[来見着寝得出えけげせてねべめれ]る))|(?<={KANJI_OF_KEY}る))まい{_AFTER_MAI}",
        _negated_in_ru,
        needed=("るまい",),
    ),
    Rewriting(f"あるまい(?<=[がはもで]あるまい){_AFTER_MAI}", "ない", needed=("あるまい",)),
    Rewriting("ぬ(?<=できぬ)(?=[ \0]|$|もの|こと)", "ない", needed=("できぬ",)),
    Rewriting(f"することができ(?<=[{KANJI_AND_OTHERS}ァ-ヺー]することができ)", "でき", needed=("することができ",)),
    Rewriting("に(?:(?<=場合に)|(?<=際に))(?=は)", needed=("場合には", "際には")),
    Rewriting(f"にて(?<=[{KANJI_AND_OTHERS}ァ-ヺー]にて)(?![ぁ-ゖ])", "で", needed=("にて",)),
    Rewriting(f"いまだ(?<![ぁ-ゖ]いまだ)(?=に|{KANJI_OF_KEY})", "まだ", needed=("いまだ",)),
    # 確認せずに and 確認しないで; 相変わらずに and にもかかわらずに are no such forms.
    Rewriting("せずに(?!は|い)", lambda match: f"{_without_suru(match)}で", needed=("せずに",)),
    Rewriting(f"ずに(?<=[{_BEFORE_NEGATION}]ずに)(?<!わらずに)(?!は|い)", "ないで", needed=("ずに",)),
    # 努力せねば and 努力しなければ; ねばり is another word.
    Rewriting("せねば(?![ないりっつるれらろ])", lambda match: f"{_without_suru(match)[:-1]}ければ", needed=("せねば",)),
    Rewriting(
        f"ねば(?<=[{_BEFORE_NEGATION}]ねば)(?<!せねば)(?<!ねばねば)(?![りっつるれらろね])", "なければ", needed=("ねば",)
    ),
    Rewriting(r"他(?<=[^そ]の他)(?=[\d一二三四五六七八九十数 ])", "ほか", needed=("の他",)),
    Rewriting(f"上(?<=[ご御]{KANJI_OF_KEY}{KANJI_OF_KEY}の上)(?![がのをはか])", "うえ", needed=("の上",)),
    Rewriting(
        f"あす(?:(?<=^あす)|(?<=[ {FENCE}]あす))(?=の|は|に|も|から|まで|[おご]?{KANJI_OF_KEY})",
        "あした",
        needed=("あす",),
    ),
    # より compares, unless something begins then: 公布の日より施行する.
    Rewriting(
        f"より(?:(?<=の日より)|(?<=[{_NUMERALS}本同翌当]日より)|(?<=[{_NUMERALS}][年月時分]より))(?={_BEGINNING})",
        "から",
        needed=[f"{time}より" for time in "日年月時分"],
    ),
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
