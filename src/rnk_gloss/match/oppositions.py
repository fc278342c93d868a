"""Words that exclude one another: opposite actions and states, limits, directions."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from rnk_gloss.text.word_places import WordPlaces


class Opposition(NamedTuple):
    """Sides that exclude one another. A limit counts too where one text has it and the other has none."""

    kind: str
    sides: tuple[tuple[str, ...], ...]
    limit: bool = False


# Two spaces or a line end part oppositions, `|` their sides, `/` words of one side.
# Verbs stand as stems, so that all their forms are met.
_LIMITS = """
以上|以下|未満/に満たない|超/をこえ/を超え|以内|を上回|を下回  以前|以降/以後|以内  まで|から/てから
"""
_EXTREMES = """
上限|下限  最大|最小  最高|最低  最多|最少  最長|最短  少なくとも/最低でも|多くとも/長くとも/せいぜい/最高でも/最大
早くとも|遅くとも
"""
_DATES = """
月曜|火曜|水曜|木曜|金曜|土曜|日曜  春|夏|秋|冬  上旬|中旬|下旬  月初|月末  年初/年始|年末  期首|期末  先月|来月
昨年|来年/今年  昨日|明日/今日  前年|翌年  前日|翌日  前月|翌月  先週|来週|今週
"""
_UNITS = """
大さじ|小さじ
"""
_DIRECTIONS = """
午前|午後  前|後  の前/より前|の後/のあと/より後/よりあと  てから/た後/たあと|る前  上|下  左|右  内|外  表|裏
東|西|南|北  入口|出口  最初|最後
最新|最古/最旧  最速|最遅  最良/最善|最悪  前半|後半  上半期|下半期  序盤|終盤  北上|南下  左折|右折  昇順|降順
往信|返信  手前|奥  手前で|先で  手前の|先の  水平|垂直  屋内/室内|屋外/室外  地上|地下  差出人|宛先  ヘッダ|フッタ
上流|下流  上位|下位
上昇|下降/低下/下落  往路|復路  正方向|逆方向  時計回|反時計回  縦|横  内側|外側  国内|国外/海外  冒頭|末尾
先頭|末尾
"""
_ANTONYMS = """
開始/始め/始ま/はじめ/はじま/スタート/起動|終了/終え/終わ/停止/中止/中断/ストップ/シャットダウン/完了|再開  追加|削除
及び/並びに|又は/若しくは/あるいは
挿入|削除  作成/作る/作り|削除/破棄  保存|破棄/削除  登録|抹消/解除/削除  発効|失効  施行|廃止  制定|廃止
設置|撤去/廃止  適用|破棄/除外  採択/可決|否決  承認/許可/認可/容認|否認/却下/拒否/拒絶/禁止/不許可
認容|棄却/却下  適法|違法
許可/許さ/許す/許し|禁止/禁じ/禁ず  受諾/受け入れ/受入れ|拒否/拒絶/拒ん/拒む  賛成|反対  肯定|否定  同意|拒否/異議
開く/開き/開い/開け/開か/開こ/ひらく/ひらき/ひらい|閉じ/閉め/閉ま/とじ/しめる  開放|閉鎖  開会|閉会  開店|閉店
増加/増え/増や/増大|減少/減り/減っ/減る/減ら  上げ/上が|下げ/下が  値上|値下  引上|引下  拡大/拡張|縮小
強化|弱化/緩和  加速|減速  延長|短縮  昇格|降格  昇給|減給  向上|低下  改善|悪化  輸出|輸入  出口|入口  出力|入力
出金|入金  出国|入国  出席|欠席  出発|到着  電源を入れ|電源を切  スイッチを入れ|スイッチを切
入れる/入れて|切る/切って  入る/入って|出る/出て  乗る/乗っ|降りる/降り  載せ|下ろし/降ろし  押す/押し|引く/引い
着る/着て|脱ぐ/脱い  貼る/貼り|剥が  結ぶ/結び|解く/解き  上り|下り  出荷|入荷  搬出|搬入  流出|流入  支出|収入
歳出|歳入  有効|無効  必要|不要  毎日|毎週|毎月|毎年  全員|一部  全部|一部  有料|無料  有罪|無罪  有線|無線
有償|無償  有り/あり|なし  送信|受信  送付|受領  発信|受信  発送|受領  接続|切断/遮断  結合|分離/分割  統合|分割/分離
併合|分離  装着|取り外/取外  取付け/取り付け|取り外/取外  締め/締付|緩め  着脱|固定  点灯|消灯  点火|消火  加入|脱退
加盟|脱退  入会|退会  入社|退社  入院|退院  入室|退室  入場|退場  着任|離任  就任|退任/辞任  採用|解雇
雇用/雇い|解雇  締結|破棄/解除/解消  契約|解約  履行|不履行  遵守/順守|違反  合法|違法  公開|非公開/秘匿  表示|非表示
可能|不可能/不能  可|不可  合格|不合格/失格  成功|失敗  勝利/勝っ/勝つ/勝ち|敗北/敗れ/負け  勝訴|敗訴  攻撃|防御/防衛
侵攻|撤退  前進|後退  進む/進ん|退く  占領|解放  独立|従属  売却/売る/売っ/売り|購入/買収/買う/買っ/買い  売主|買主
売手|買手  販売|購入  貸付/貸出/貸す/貸し|借入/借りる/借り  貸主|借主  賃貸|賃借  債権|債務  資産|負債  黒字|赤字
利益|損失  収益|費用  発注|受注  供給|需要  生産|消費  需要|供給  支払/払う/払い|受取/請求/徴収  与え|奪い/奪う/奪っ
与党|野党  多数|少数  多い/多く|少な  大き|小さ  大型|小型  高い/高く/高か|低い/低く/低か/安い  長い/長く|短い/短く
長期|短期  広い/広く|狭い/狭く  強い/強く|弱い/弱く  速い/速く/早い/早く|遅い/遅く  重い/重く|軽い/軽く
新し|古い/古く  新規|既存  新設|廃止/既設  厚い/厚く|薄い/薄く  深い|浅い  明る|暗い/暗く
暑い/熱い/暖か/温か|寒い/冷た/涼し  加熱|冷却
暖房|冷房  乾燥|加湿  乾い/乾燥|湿っ/濡れ/加湿  満|空  安全|危険  簡単|困難  容易|困難  単数|複数  個別|一括
自動|手動  直接|間接  直列|並列
正常|異常  正数|負数  正の|負の  積極|消極  具体|抽象  絶対|相対  主観|客観  原因|結果  質問|回答  親|子  男性|女性
男|女  父|母  夫|妻  昼|夜  朝|夕/晩  公的|私的  公立|私立  官|民  先行|後続  過去|未来/将来  以前の|今後の
暗号化|復号  圧縮|展開/解凍  有効化|無効化  ロック|アンロック  インストール|アンインストール  オン|オフ  on|off
アップロード|ダウンロード  アップグレード|ダウングレード  エンコード|デコード  インポート|エクスポート
ログイン|ログアウト  ログオン|ログオフ  プラス|マイナス  黒/黒い|白/白い  含み/含む/含め/含ん|除き/除く/除い
勧め|禁じ
味方|敵  友好|敵対  平和|戦争  停戦|開戦  起床|就寝  起訴|不起訴  継続/続け/続く/続い|停止/中止/中断/打切/途絶
結成/設立/創立|解散  創業/開業|廃業  就職/入社|退職/退社  入学|卒業/退学  離陸|着陸  乗車|下車/降車  登校|下校
予約/注文|キャンセル/取消  申請|取下  付与|剥奪  任命|罷免/解任  派遣|撤収/撤退  勃発|終結  宣戦|停戦/休戦  好転|悪化
膨張|収縮  蒸発|凝縮  酸化|還元  陽性|陰性  急性|慢性  先天|後天  動脈|静脈  吸入/吸気|排出/排気  給水|排水
充電|放電  既読|未読  既知|未知  既婚|未婚  偶数|奇数  真実|虚偽  公式|非公式  課税|非課税/免税  増税|減税  増員|減員
増産|減産  増量|減量  増額|減額  増強|削減  急増|急減  高騰/急騰|急落/下落  円高|円安  株高|株安  軍拡|軍縮
合意|決裂  和解|対立  団結/結束|分裂  親米|反米  右派|左派  保守|革新  楽観|悲観  強硬|穏健  豊富/過剰/余剰/超過|不足
好調|不調  好況/好景気|不況/不景気  貸方|借方  出生/誕生|死亡/死去  結婚|離婚  配布|回収  満潮|干潮  日の出|日没
浮上|沈降/沈没  浮く/浮い|沈む/沈み/沈ん  伸び|縮み/縮む/縮ん  太い/太く|細い/細く  固い/硬い/硬く|柔らか/軟らか
鋭い/鋭く|鈍い/鈍く  濃い/濃く|薄い/薄く  好き/好む|嫌い/嫌う  喜び/喜ぶ/喜ん|悲し  笑い/笑う/笑っ|泣き/泣い/泣く
得意|苦手  上手|下手  正しい/正しく/正解|間違/誤り/誤っ/不正解  便利|不便  有利|不利  有益|有害  有害|無害  有毒|無毒
有名|無名  有限|無限  有人|無人  長所/利点|短所/欠点  清潔|不潔  明示|暗黙  同期|非同期  静的|動的  可変/変動|固定
永久/恒久|一時的/暫定  獲得/取得|喪失/放棄  発見|紛失  拾う/拾い/拾っ|捨て  称賛/賞賛|批判/非難  支持|不支持
加害|被害  上司|部下  先輩|後輩  起立|着席  座る/座り/座っ|立つ/立ち/立っ  覚え|忘れ  平日|休日/祝日  昼間/日中|夜間
都市/都会|農村/田舎  吸う/吸い/吸っ|吐く/吐き/吐い  掲載|削除  確保|解放  原告|被告  本人|代理  甲|乙|丙  維持|破棄
毎週|隔週  降る/降っ/降り|止む/止ん/やむ/やん
書面|口頭  費込|費別  税込|税別/税抜  更新|終了/失効  強火|中火|弱火  長男|次男|三男  長女|次女|三女  冷蔵|冷凍|常温
朝食|昼食|夕食  料込|料別  貴社/御社/貴殿|弊社/当社/自社/わが社
やすい/やすく|にくい/にくく/づらい/づらく/がたい/がたく
控訴人|被控訴人  上告人|被上告人  相続人|被相続人  保険者|被保険者  請求人|被請求人  後見人|被後見人  扶養者|被扶養者
受理|却下/不受理  禁止/厳禁|自由  中表|外表
年長|年少  同意する|同意しかね
"""
_ENGLISH_LIMITS = """
at least|at most|more than|less than|fewer than|up to
before|after
until|from
minimum|maximum
"""
_ENGLISH_DATES = """
january|february|march|april|may|june|july|august|september|october|november|december
monday|tuesday|wednesday|thursday|friday|saturday|sunday
"""
_ENGLISH_ANTONYMS = """
start/starts/started/begin/begins/began|stop/stops/stopped/end/ends/ended/finish/finished
add/adds/added|remove/removes/removed/delete/deletes/deleted
open/opens/opened|close/closes/closed/shut
increase/increases/increased|decrease/decreases/decreased/reduce/reduces/reduced
accept/accepts/accepted|reject/rejects/rejected/refuse/refuses/refused
allow/allows/allowed/permit/permits/permitted|forbid/forbids/forbade/forbidden/prohibit/prohibits/prohibited
enable/enables/enabled|disable/disables/disabled
import/imports/imported|export/exports/exported
connect/connects/connected|disconnect/disconnects/disconnected
send/sends/sent|receive/receives/received
buy/buys/bought|sell/sells/sold
include/includes/included/including|exclude/excludes/excluded/excluding
valid|invalid
public|private
internal|external
above|below
left|right
upper|lower
first|last
high/higher/highest|low/lower/lowest
large/larger/largest|small/smaller/smallest
long/longer|short/shorter
win/wins/won|lose/loses/lost
success|failure
pass/passes/passed|fail/fails/failed
on|off
legal/lawful|illegal/unlawful
easy/easily|difficult/hard
entrance/entry|exit
arrive/arrives/arrived/arrival|depart/departs/departed/departure
all/every|some/part
hot|cold
new/newer|old/older
full|empty
lock/locks/locked|unlock/unlocks/unlocked
install/installs/installed|uninstall/uninstalls/uninstalled
"""


def _rows(kind: str, table: str, *, limit: bool = False) -> list[Opposition]:
    return [
        Opposition(kind, tuple(tuple(side.split("/")) for side in line.split("|")), limit)
        for line in re.split("  |\n", table.strip())
    ]


@cache
def oppositions(language: str) -> tuple[Opposition, ...]:
    """The oppositions of a language (`ja` or another): Japanese ones as people write them, English ones in small
    letters. Texts are searched for their match keys."""
    if language == "ja":
        return (
            *_rows("bound", _LIMITS, limit=True),
            *_rows("bound", _EXTREMES),
            *_rows("date", _DATES),
            *_rows("unit", _UNITS),
            *_rows("direction", _DIRECTIONS),
            *_rows("antonym", _ANTONYMS),
        )
    return (*_rows("bound", _ENGLISH_LIMITS), *_rows("date", _ENGLISH_DATES), *_rows("antonym", _ENGLISH_ANTONYMS))


# The match keys of those Japanese words that are not their own: asking for the keys of all takes longer than a lookup.
MATCH_KEYS = {
    "オフ": "off",
    "オン": "on",
    "与え": "あたえ",
    "並びに": "ならびに",
    "今年": "ことし",
    "今日": "きょう",
    "作り": "つくり",
    "作る": "つくる",
    "剥が": "はが",
    "剥奪": "はく奪",
    "又は": "または",
    "及び": "および",
    "反米": "反アメリカ",
    "取り付け": "取付",
    "取り外": "取外",
    "取付け": "取付",
    "受け入れ": "受入",
    "受入れ": "受入",
    "含み": "ふくみ",
    "含む": "ふくむ",
    "含め": "ふくめ",
    "含ん": "ふくん",
    "喜び": "よろこび",
    "喜ぶ": "よろこぶ",
    "喜ん": "よろこん",
    "奪い": "うばい",
    "奪う": "うばう",
    "奪っ": "うばっ",
    "好む": "このむ",
    "始ま": "はじま",
    "始め": "はじめ",
    "嫌い": "きらい",
    "嫌う": "きらう",
    "宛先": "あて先",
    "弊社": "当社",
    "忘れ": "わすれ",
    "悲し": "かなし",
    "払い": "はらい",
    "払う": "はらう",
    "拒む": "こばむ",
    "拒ん": "こばん",
    "明日": "あした",
    "昨日": "きのう",
    "暖か": "温か",
    "有り": "あり",
    "柔らか": "やわらか",
    "沈み": "しずみ",
    "沈む": "しずむ",
    "沈ん": "しずん",
    "湿っ": "しめっ",
    "濡れ": "ぬれ",
    "田舎": "いなか",
    "硬い": "固い",
    "硬く": "固く",
    "笑い": "わらい",
    "笑う": "わらう",
    "笑っ": "わらっ",
    "結び": "むすび",
    "結ぶ": "むすぶ",
    "絶対": "ぜったい",
    "続い": "つづい",
    "続く": "つづく",
    "続け": "つづけ",
    "緩め": "ゆるめ",
    "縮み": "ちぢみ",
    "縮む": "ちぢむ",
    "縮ん": "ちぢん",
    "若しくは": "もしくは",
    "覚え": "おぼえ",
    "親米": "親アメリカ",
    "許さ": "ゆるさ",
    "許し": "ゆるし",
    "許す": "ゆるす",
    "誤っ": "あやまっ",
    "誤り": "あやまり",
    "貴社": "御社",
    "貼り": "はり",
    "貼る": "はる",
    "賞賛": "称賛",
    "軟らか": "やわらか",
    "進む": "すすむ",
    "進ん": "すすん",
    "遵守": "順守",
    "閉じ": "とじ",
    "閉め": "しめ",
    "開い": "ひらい",
    "開か": "ひらか",
    "開き": "ひらき",
    "開く": "ひらく",
    "開こ": "ひらこ",
    "雇い": "やとい",
}

Sides = dict[str, tuple[tuple[int, int], ...]]


@cache
def opposition_words(language: str) -> tuple[WordPlaces, Sides]:
    """The words to look for in match keys, and for each the (row, side) pairs that it stands for."""
    sides: dict[str, list[tuple[int, int]]] = {}
    for row, opposition in enumerate(oppositions(language)):
        for side, words in enumerate(opposition.sides):
            for word in words:
                sides.setdefault(MATCH_KEYS.get(word, word), []).append((row, side))
    return WordPlaces(sides), {word: tuple(places) for word, places in sides.items()}
