"""What is said in fewer sounds than it is written, for match keys: 食べてる and 食べている, 買っとく and 買っておく.

The long form is the key's. Where a short form could be another word it is left alone: two texts that both have it have
one key all the same.
"""

from __future__ import annotations

import re

from rnk_gloss.text.rewriting import FENCE, Rewriting
from rnk_gloss.text.script import KANJI_AND_OTHERS, KANJI_OF_KEY

# What verbs have before て: 書いて, 話して, 行って, 食べて, 起きて, and these alone: 見て.
_BEFORE_TE = "いしっえけげせてねべめれきぎじちびみり出見来着寝得似煮経"
_NO_VERB = "(?<!決して)(?<!けっして)(?<!すべて)(?<!初めて)(?<!はじめて)"
_BEFORE_TO = "っいしけげせてべめれえ見出"
_NO_ADVERB = "".join(f"(?<!{word})" for word in ("ずっと", "もっと", "きっと", "じっと", "ょっと", "さっと", "そっと"))
# 見てたの, but 行ってたべる.
_PAST = f"た(?:[よねかがけらわのしりとこん {FENCE}]|だけ|{KANJI_OF_KEY}|$)"
_SHIMAU = "(?=う|っ[たて]|い(?:ま[すし]|そう|たい)|わ[なずれ]|えば|おう)"
# 行かねえ is rough for 行かない; 君がねえ and 雨かねえ have particles. The verbs by the kana before ない.
_ROUGH = {
    "か": "行書聞開歩泣働動置着抜引続効利付描", "が": "泳急稼脱騒", "さ": "話出消指貸返直残押渡回許",
    "た": "待持立打勝", "な": "死", "ば": "呼飛遊学選", "ま": "読飲住済進頼休望",
    "ら": "知取入走帰売切乗作送分終始降触", "わ": "言使思買会合払笑違",
}  # fmt: skip
_ROUGH_VERBS = "|".join(f"(?<=[{verbs}]{kana}ね.)" for kana, verbs in _ROUGH.items())
# 行くんだ is 行くのだ; in 読んだ the ん belongs to the verb, in ゆるんだ and くるんだ it may, and in 太郎くんだ
# to a name.
_BEFORE_NO = (
    f"(?:(?<=[^ゆぬうくつ]るん)|(?<=[{_ROUGH['か']}]くん)|(?<=[{KANJI_AND_OTHERS}][うすつむぶぐ]ん)(?<!涙ぐん)(?<!危ぶん)|(?<=[なたしよい{KANJI_AND_OTHERS}]いん)"
    f"|(?<=[っしきれべけえてめせ]たん)|(?<=[{KANJI_AND_OTHERS}うきか]なん))"
)
# いい is よい where it is no part of a longer word: 言いいい, かわいい, いいえ.
_GOOD = (
    f"いい(?:(?<=[もがはてばでどくのに {FENCE}{KANJI_AND_OTHERS}]いい)|(?<=^いい))"
    f"(?=です|でし|だ(?!す)|よ|ね|か(?![えがげ])|が(?!か)|の(?!が)|けど|なら|ん[だで]|こと|もの|[おご]{KANJI_OF_KEY}"
    f"|{KANJI_OF_KEY}|[ {FENCE}]|$)"
)
_BEFORE_BEING = f"(?<=[{KANJI_AND_OTHERS}ァ-ヺー%]となって)|(?<=までとなって)|(?<=のみとなって)|(?<=だけとなって)"
_BEFORE_SAYING = "だたるいかよう"
_OF_BEING_GIVEN = {"く": "もらう", "き": "もらい", "い": "もらっ", "け": "もらえ", "か": "もらわ", "こ": "もらお"}
_OF_SURU = {"く": "する", "き": "し", "い": "し", "け": "でき"}


def _done_by_leave(match: re.Match[str]) -> str:
    """休業させていただきます as 休業します."""
    return f"{match[1]}{_OF_SURU[match[2]]}"


def _done_for_one(match: re.Match[str]) -> str:
    """ご連絡いただきます as 連絡してもらいます, but ご利用いただけます as 利用できます."""
    return f"{match[1]}{_OF_SURU['け'] if match[2] == 'け' else 'して' + _OF_BEING_GIVEN[match[2]]}"


SPOKEN_STYLE = (
    Rewriting(f"てん(?<=[{_BEFORE_TE}]てん)(?=の)", "ている", needed=("てんの",)),
    Rewriting(f"てん(?<=[{_BEFORE_TE}]てん)(?=だ|です|じゃ)", "ているの", needed=("てんだ", "てんで", "てんじ")),
    Rewriting(
        f"て(?<=[{_BEFORE_TE}]て){_NO_VERB}(?=る|{_PAST}|な[いかくけ]|ま(?:す|し|せ)|れば)",
        "てい",
        needed=("てる", "てた", "てな", "てま", "てれば"),
    ),
    Rewriting(
        f"で(?<={KANJI_OF_KEY}んで)(?=る|{_PAST}|な[かくけ]|ま(?:す|し|せ))",
        "でい",
        needed=("んでる", "んでた", "んでな", "んでま"),
    ),
    Rewriting(
        f"と(?<=[{_BEFORE_TO}]と){_NO_ADVERB}(?=く(?:[よねかけぞわし。 {FENCE}]|から|$)|い[てた])",
        "てお",
        needed=("とく", "といて", "といた"),
    ),
    Rewriting(
        f"ど(?:(?<={KANJI_OF_KEY}んど)|(?<=ないど))(?=く(?:[よねかけぞわし。 {FENCE}]|から|$)|い[てた])",
        "でお",
        needed=("どく", "どいて", "どいた"),
    ),
    Rewriting(f"ちゃ(?<=[{_BEFORE_TE}]ちゃ){_SHIMAU}", "てしま", needed=("ちゃ",)),
    Rewriting(f"じゃ(?<=んじゃ){_SHIMAU}", "でしま", needed=("んじゃ",)),
    Rewriting(f"ちゃ(?<=[{_BEFORE_TE}]ちゃ)(?=いけ|だめ|ダメ|駄目|なら)", "ては", needed=("ちゃ",)),
    Rewriting("なきゃあ?|なけりゃあ?", "なければ", needed=("なきゃ", "なけりゃ")),
    Rewriting("なくちゃ", "なくては", needed=("なくちゃ",)),
    Rewriting(
        f"ね[えぇ](?<=[{_BEFORE_TE}]てね.)(?=[よぞわかし。 {FENCE}]|んだ|な|{KANJI_OF_KEY}|$)",
        "いない",
        needed=("てねえ", "てねぇ"),
    ),
    Rewriting("じゃね[えぇ]", "ではない", needed=("じゃね",)),
    Rewriting("じゃ(?=な[いかくけ]|あり)", "では", needed=("じゃな", "じゃあり")),
    Rewriting(f"ね[えぇ](?:{_ROUGH_VERBS})", "ない", needed=("ねえ", "ねぇ")),
    Rewriting(
        f"ん{_BEFORE_NO}(?=だ|で(?:す|し)|では)",
        "の",
        needed=("んだ", "んで"),
    ),
    Rewriting(
        f"っていう(?<=[ぁ-ゖァ-ヺー]っていう)(?={KANJI_OF_KEY}|こと|もの|の|わけ)", "という", needed=("っていう",)
    ),
    Rewriting(f"って(?<=[{_BEFORE_SAYING}]って)(?=言[いうえっわ])", "と", needed=("って言",)),
    Rewriting(f"て(?<=[っし]て)(?=く(?:[よねぞわ {FENCE}]|か(?!ら)|けど|$))", "てい", needed=("てく",)),
    Rewriting("すいません(?<![をがはに]すいません)", "すみません", needed=("すいません",)),
    Rewriting(_GOOD, "よい", needed=("いい",)),
    Rewriting(
        f"させて(?<={KANJI_OF_KEY}させて)(?:いただ|頂|戴)([くきいけ])",
        lambda match: _OF_SURU[match[1]],
        needed=("させていただ", "させて頂", "させて戴"),
    ),
    # 待っていらっしゃる and 待っている, 教えていただいた and 教えてもらった.
    Rewriting(
        f"いらっしゃ(?:(?<=[{_BEFORE_TE}]ていらっしゃ)|(?<=[んい]でいらっしゃ))(る|い(?=ま)|っ(?=[てた])|ら(?=な))",
        lambda match: "いる" if match[1] == "る" else "い",
        needed=("いらっしゃ",),
    ),
    Rewriting(
        f"(?:いただ(?:(?<=[{_BEFORE_TE}]ていただ)|(?<=[んい]でいただ))|[頂戴](?:(?<=[{_BEFORE_TE}]て.)|(?<=[んい]で.)))"
        "([くきいけかこ])",
        lambda match: _OF_BEING_GIVEN[match[1]],
        needed=("ていただ", "でいただ", "て頂", "で頂", "て戴", "で戴"),
    ),
    Rewriting(
        f"[ご御]({KANJI_OF_KEY}{{2,4}})(?:いただ|頂|戴)([くきいけ])",
        _done_for_one,
        needed=("いただく", "いただき", "いただい", "いただけ", "頂", "戴"),
    ),
    Rewriting(f"ご({KANJI_OF_KEY}{{2,4}})になれ(?=ま[すしせ]|る|ない)", r"\1でき", needed=("になれ",)),
    # In the dark is くらい, too.
    Rewriting(
        "くらい(?:(?<=[分秒間日月年人円個本枚回歳度%倍割台]くらい)|(?<=[こそどあ]のくらい)|(?<=れくらい)|(?<=[なたし]いくらい)"
        "|(?<=[るた]くらい))",
        "ぐらい",
        needed=("くらい",),
    ),
    Rewriting(
        f"ごはん(?:(?<=^ごはん)|(?<=[朝昼夜晩夕白のをはがとでにも {FENCE}]ごはん))"
        f"(?=[をがはのにとでも ]|$|{KANJI_OF_KEY})",
        "飯",
        needed=("ごはん",),
    ),
    # ことなっている is of 異なる.
    Rewriting(f"となって(?:{_BEFORE_BEING})(?:おりま|いま)(?=す)", "でありま", needed=("となってお", "となっていま")),
    Rewriting(f"となって(?:{_BEFORE_BEING})いる", "である", needed=("となっている",)),
    Rewriting("に存じ(?=ま)", "であり", needed=("に存じま",)),
    Rewriting("と存じ(?=ま)", "と思い", needed=("と存じま",)),
    Rewriting(
        f"(?:申し?上げ|もうしあげ)(?:(?<=[{KANJI_AND_OTHERS}い]申し上げ)|(?<=[{KANJI_AND_OTHERS}い]申上げ)|(?<=[{KANJI_AND_OTHERS}い]もうしあげ))(?=ま)",
        "し",
        needed=("上げま", "うしあげま"),
    ),
)
"""Steps that give the long forms, before polite ones are made plain."""
