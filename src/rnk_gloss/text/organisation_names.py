"""Organisations, offices, laws and the like by their short and their full names: 安保理 and 安全保障理事会."""

from __future__ import annotations

from rnk_gloss.text.rewriting import word_pairs

# The full name, and the short one that stands for both in match keys.
_PAIRS = """
世界保健機関=who 世界貿易機関=wto 国際通貨基金=imf 国際原子力機関=iaea 欧州連合=eu 北大西洋条約機構=nato
経済協力開発機構=oecd 国際労働機関=ilo 東南アジア諸国連合=asean 国際刑事裁判所=icc 国際司法裁判所=icj
石油輸出国機構=opec 世界知的所有権機関=wipo 国際オリンピック委員会=ioc 国際サッカー連盟=fifa 国際サッカ連盟=fifa
連邦捜査局=fbi
中央情報局=cia 国連児童基金=unicef 国連教育科学文化機関=unesco 国際標準化機構=iso 欧州中央銀行=ecb
連邦準備制度理事会=frb 米連邦準備制度理事会=frb 国内総生産=gdp 国民総生産=gnp 消費者物価指数=cpi 政府開発援助=oda
非政府組織=ngo 環太平洋連携協定=tpp 環太平洋パートナーシップ協定=tpp 環太平洋パートナシップ協定=tpp 経済連携協定=epa
自由貿易協定=fta
包括的核実験禁止条約=ctbt 核拡散防止条約=npt 核不拡散条約=npt 大陸間弾道ミサイル=icbm 最高経営責任者=ceo
最高財務責任者=cfo 人工知能=ai 日本放送協会=nhk 国際連合=国連 安全保障理事会=安保理 日本銀行=日銀 中央銀行=中銀
参議院=参院 衆議院=衆院 経済産業省=経産省 文部科学省=文科省 厚生労働省=厚労省 国土交通省=国交省 農林水産省=農水省
公正取引委員会=公取委 最高裁判所=最高裁 高等裁判所=高裁 地方裁判所=地裁 家庭裁判所=家裁 簡易裁判所=簡裁
地方検察庁=地検 高等検察庁=高検 最高検察庁=最高検 東京電力=東電 関西電力=関電 日本経済団体連合会=経団連 労働組合=労組
独占禁止法=独禁法 労働基準法=労基法 労働基準監督署=労基署 原子力発電所=原発 生命保険=生保 損害保険=損保 外務大臣=外相
財務大臣=財務相 防衛大臣=防衛相 法務大臣=法相 文部科学大臣=文科相 厚生労働大臣=厚労相 農林水産大臣=農相
経済産業大臣=経産相 国土交通大臣=国交相 環境大臣=環境相 総務大臣=総務相 朝鮮民主主義人民共和国=北朝鮮
中華人民共和国=中国 大韓民国=韓国 ロシア連邦=ロシア アメリカ合衆国=アメリカ 内閣総理大臣=首相 総理大臣=首相
自由民主党=自民党 国民健康保険=国保 高等学校=高校 首都高速道路=首都高 アラブ首長国連邦=uae 宇宙航空研究開発機構=jaxa
日本弁護士連合会=日弁連 東京証券取引所=東証 特定非営利活動法人=npo法人 日本取引所グループ=jpx
国立国会図書館=国会図書館 日本相撲協会=相撲協会 全国人民代表大会=全人代 国際連合教育科学文化機関=unesco
国連難民高等弁務官事務所=unhcr 世界食糧計画=wfp 国際エネルギー機関=iea 国際エネルギ機関=iea 主要7か国首脳会議=g7サミット
包括的経済連携協定=cepa 個人情報保護委員会=個情委 金融商品取引法=金商法
"""
_IN_KATAKANA = {"ユネスコ": "unesco", "ユニセフ": "unicef", "アセアン": "asean"}
_FULL = frozenset(item.partition("=")[0] for item in _PAIRS.split())
# In brackets, for which a key has quotation marks; NFKC has put them around ㈱ as well.
_KINDS = {
    "株": "株式会社",
    "有": "有限会社",
    "財": "財団法人",
    "社": "社団法人",
    "独": "独立行政法人",
    "医": "医療法人",
    "学": "学校法人",
    "1社": "一般社団法人",
    "1財": "一般財団法人",
    "公社": "公益社団法人",
    "公財": "公益財団法人",
    "特非": "npo法人",
}


def organisation_names() -> dict[str, str]:
    """Each name with the one that stands for it in match keys."""
    pairs = word_pairs(_PAIRS)
    return pairs | {f'"{short}"': full for short, full in _KINDS.items()}


def are_two_names(one: str, other: str) -> bool:
    """Whether one is a full name and the other is not: to a glossary these are two terms."""
    return (one in _FULL) != (other in _FULL)


def organisations_in_katakana() -> dict[str, str]:
    """Names that are written as words in katakana, with their letters."""
    return dict(_IN_KATAKANA)
