"""Kanji that turn a word into its opposite where one stands for the other: 開館 and 閉館, 強火 and 弱火, 兄 and 弟."""

from __future__ import annotations

from rnk_gloss.model.span import Span
from rnk_gloss.text.okurigana import is_kanji

# Each with all that exclude it, for any word that is in no list.
_PAIRS = """
開閉 強弱 大小 高低 長短 新旧 新古 増減 内外 入出 入退 入脱 上下 前後 左右 正負 正誤 正副 正逆 正反 主副 主従 加減
乗降 昇降 登降 登下 往復 公私 可否 先後 始終 初終 発着 送受 売買 貸借 勝敗 勝負 賛反 善悪 良悪 良否 優劣 軽重 遠近
深浅 広狭 厚薄 濃淡 温冷 熱冷 寒暑 暖冷 明暗 朝夕 朝晩 昼夜 男女 父母 兄弟 姉妹 南北 東西 縦横 表裏 親子 天地 陰陽
吸排 吸呼 給排 浮沈 生死 官民 和洋 硬軟 緩急 速遅 早遅 収支 損益 得失 損得 進退 攻守 動静 凸凹 雌雄 老若 春秋 夏冬
甘辛 苦楽 愛憎 伸縮 拡縮 膨縮 集散 断続 着脱 装脱 着離 点消 就離 就退 任免 賞罰 需給 盛衰 興亡 存亡 存廃 創廃 設廃
新既 巧拙 真偽 虚実 順逆 直間 単複 自他 既未 多少 多寡 太細 鋭鈍 清濁 乾湿 安危 高安 吉凶 貧富 美醜 利害 益害 起伏
起終 陸海 陸空 海空 官私 与野 急慢 静騒 有無 異同 前次 前翌 昨翌 昨来 先来 先今 前今 施解 挿抜 乗下 借返 貸返 採否
許禁 充放 接離 密疎 精粗 満干 騰落 初再 本仮 常臨 公密 労使 攻防 封開 凍解 加除 夫妻 師弟 黒赤 黒白 紅白 点滅 建壊
増削 好嫌 上降 昇落 締解 行列 和差 積商 和積 差商 原訳 母子 頭尾 光影 光闇 山谷 水火 引斥 直交 喫禁
濃薄 元先 全半 両片 初末 早晩 是非 親反 軍民 刑民 草肉 植動 洋邦 乏多 利弱 喜悲 希絶 登退 実匿 本偽 委受 話聞 書読
能受 訓音 主述 経緯 固液 固気 液気 卸小 上中 中下 前中 中後 長次 強軟 晴荒 晴雨 晴曇 曇雨
"""
_OPPOSITES = frozenset(pair[::step] for pair in _PAIRS.split() for step in (1, -1))


def opposite_compounds(query: str, stored: str, changed: tuple[Span, Span]) -> tuple[Span, Span] | None:
    """Where two words stand, if all that changed between two match keys is a kanji and its opposite in one of them."""
    (start, end), (stored_start, stored_end) = changed
    if end - start != 1 or stored_end - stored_start != 1 or query[start] + stored[stored_start] not in _OPPOSITES:
        return None
    here, there = _compound(query, start), _compound(stored, stored_start)
    return (here, there) if here.end - here.start == there.end - there.start else None


def _compound(key: str, place: int) -> Span:
    """The run of kanji around a place."""
    start = end = place
    while start and is_kanji(key[start - 1]):
        start -= 1
    while end < len(key) and is_kanji(key[end]):
        end += 1
    return Span(start, end)
