"""Terms in Japanese texts as a terminologist would mark them: law, medicine, software, politics.

Each case: the terms of a glossary, a text, and the stretches of the text that are terms of the glossary there.
"""

from __future__ import annotations

import pytest

from rnk_gloss.match.terms import TermFinder

LAW = [
    pytest.param("契約", "契約を締結する。", "契約", id="before a particle"),
    pytest.param("契約", "売買契約の解除", "契約", id="the head of a compound"),
    pytest.param("契約書", "本契約書に署名する。", "契約書", id="after a prefix"),
    pytest.param("約款", "保険約款による。", "約款", id="the second word of a compound"),
    pytest.param("国法", "外国法人を設ける。", "", id="across two words: 国法"),
    pytest.param("法人", "外国法人を設ける。", "法人", id="the word beside it"),
    pytest.param("人権", "個人権限を定める。", "", id="across two words: 人権"),
    pytest.param(
        "人参 参政権 外国人", "外国人参政権を認める。", "外国人 参政権", id="a carrot in foreigners' suffrage"
    ),
    pytest.param("民法", "国民法廷が開かれた。", "", id="across two words: 民法"),
    pytest.param("刑法", "刑法犯が減った。", "刑法", id="before a suffix"),
    pytest.param("会議", "国会議員が辞めた。", "", id="across two words: 会議"),
    pytest.param("議会", "審議会に諮る。", "", id="across two words: 議会"),
    pytest.param("法案", "憲法案を示す。", "", id="across two words: 法案"),
    pytest.param("員制度", "裁判員制度を学ぶ。", "", id="begins with the suffix of another word"),
    pytest.param("申し込み", "申込の期限", "申込", id="all okurigana left out"),
    pytest.param("申込", "申し込みの期限", "申し込み", id="all okurigana kept"),
    pytest.param("取扱い", "取り扱いに注意する。", "取り扱い", id="okurigana of one verb kept"),
    pytest.param("取り扱い", "商品取扱い説明書", "取扱い", id="okurigana inside a compound"),
    pytest.param("取り扱い", "商品を取り扱います。", "取り扱い", id="the stem of the verb"),
    pytest.param("引き渡し", "物件の引渡しを受ける。", "引渡し", id="引渡し"),
    pytest.param("売主", "売り主に通知する。", "売り主", id="売り主"),
    pytest.param("差し押さえ", "給与の差押えを求める。", "差押え", id="差押え"),
    pytest.param("貸し付け", "貸付残高を示す。", "貸付", id="okurigana left out before kanji"),
    pytest.param("組合", "組み合わせを選ぶ。", "", id="a union is no combination"),
    pytest.param("組合", "組合せを選ぶ。", "", id="a union is no combination in short spelling"),
    pytest.param("組合", "組合が決める。", "組合", id="a union"),
    pytest.param("組み合わせ", "組合員が集まる。", "", id="a combination is no union"),
    pytest.param("取締役 代表取締役", "代表取締役を選ぶ。", "代表取締役", id="the longest term"),
    pytest.param("個人情報 個人情報保護法 保護", "個人情報保護法を守る。", "個人情報保護法", id="the longest of three"),
    pytest.param("第9条", "第九条を改める。", "第九条", id="an article in kanji"),
    pytest.param("9条", "第99条を改める。", "", id="another article"),
    pytest.param("九条", "第十九条を改める。", "", id="another article in kanji"),
    pytest.param("第二", "第二十条を読む。", "", id="a number goes on"),
    pytest.param("条約", "條約を結ぶ。", "條約", id="old kanji"),
]
MEDICINE = [
    pytest.param("心筋梗塞", "急性心筋梗塞を起こす。", "心筋梗塞", id="after a qualifier"),
    pytest.param("薬品", "医薬品を配る。", "", id="across two words: 薬品"),
    pytest.param("症状", "感染症状況を報告する。", "", id="across two words: 症状"),
    pytest.param("感染症", "感染症状況を報告する。", "感染症", id="the word before it"),
    pytest.param("血圧", "高血圧の人", "血圧", id="after 高"),
    pytest.param("軟らかい", "便が軟らかくなる。", "軟らかく", id="an adjective before a verb"),
    pytest.param("リン酸", "燐酸の濃度を測る。", "燐酸", id="an element in kanji"),
    pytest.param("温める", "薬液を温め、注ぐ。", "温め", id="a verb before a pause"),
    pytest.param("人工呼吸", "人工呼吸器を外す。", "人工呼吸", id="before 器"),
    pytest.param("炎", "肺炎を治す。", "", id="one kanji of a word"),
    pytest.param("がん", "がん細胞が増える。", "がん", id="kana before kanji"),
    pytest.param("がん", "仕事をがんばる。", "", id="the beginning of a verb in kana"),
    pytest.param("たこ", "服用したことがある。", "", id="across a verb and a noun in kana"),
    pytest.param("にし", "静かにして待つ。", "", id="a particle and a verb are no noun"),
    pytest.param("いるか", "起動しているか確かめる。", "", id="a helping verb and a particle are no animal"),
    pytest.param("すし", "薬ですし、水です。", "", id="inside a copula"),
    pytest.param("さくら", "さくらんぼを食べる。", "", id="a longer word in kana"),
    pytest.param("こども", "こどもたちに配る。", "こども", id="before たち"),
    pytest.param("いか", "よいかどうか調べる。", "", id="across kana words"),
    pytest.param("アスピリン", "ｱｽﾋﾟﾘﾝを飲む。", "ｱｽﾋﾟﾘﾝ", id="half width with marks"),
    pytest.param("ビタミン", "ヒ\u3099タミンをとる。", "ヒ\u3099タミン", id="marks that stand apart"),
    pytest.param("ウイルス", "ウィルスに感染する。", "ウィルス", id="a small vowel"),
    pytest.param("ワクチン", "コロナワクチン接種", "ワクチン", id="a word in a run of katakana"),
    pytest.param("医学", "医学生が学ぶ。", "医学", id="医学生"),
    pytest.param("学生", "医学生理学を学ぶ。", "", id="across two words: 学生"),
    pytest.param("生物", "高校生物理を学ぶ。", "", id="across two words: 生物"),
    pytest.param("3日", "13日に退院した。", "", id="another day"),
    pytest.param("１０分", "１１０分かかる。", "", id="a wide number goes on"),
    pytest.param("十分", "二十分間待つ。", "", id="enough is not twenty minutes"),
    pytest.param("5mg", "0.5mgを飲む。", "", id="after a decimal point"),
    pytest.param("000円", "1,000円を払う。", "", id="after a thousands comma"),
    pytest.param("目薬", "目薬を差す。目薬はよく効く。", "目薬 目薬", id="twice"),
]
SOFTWARE = [
    pytest.param("サーバー", "サーバーを再起動する。", "サーバー", id="katakana before a particle"),
    pytest.param("サーバー", "ファイルサーバの設定", "サーバ", id="the end of a run, short"),
    pytest.param("サーバ", "ｻｰﾊﾞｰが落ちた。", "ｻｰﾊﾞｰ", id="half width and long"),
    pytest.param("ルビ", "ルビーで書く。", "", id="another word of two sounds: ルビー"),
    pytest.param("ルビ", "ルビを振る。", "ルビ", id="a word of two sounds"),
    pytest.param("シャワー", "シャワを浴びる。", "", id="two sounds of three letters"),
    pytest.param("レイヤー", "レイヤを重ねる。", "レイヤ", id="three sounds"),
    pytest.param("データベース", "データ・ベースを作る。", "データ・ベース", id="a dot"),
    pytest.param("ユーザー データベース", "ユーザ・データベース", "ユーザ データベース", id="two words with a dot"),
    pytest.param("ライン", "オンラインで使う。", "", id="inside オンライン"),
    pytest.param("リスト", "アーティストリストを見る。", "リスト", id="the second of two words in katakana"),
    pytest.param("リスト", "テロリストを捕まえる。", "", id="inside テロリスト"),
    pytest.param("ビル", "ビールを飲む。", "", id="ー inside a word counts"),
    pytest.param("AI", "AI技術を使う。", "AI", id="letters before kanji"),
    pytest.param("AI", "生成AIを使う。", "AI", id="letters after kanji"),
    pytest.param("AI", "MAILを送る。", "", id="inside a word in letters"),
    pytest.param("AI", "ＡＩを使う。", "ＡＩ", id="wide letters"),
    pytest.param("GPT", "GPT-4を使う。", "GPT", id="before a hyphen"),
    pytest.param("5G", "15Gの通信", "", id="a number before letters goes on"),
    pytest.param("Wi-Fi", "Ｗｉ－Ｆｉにつなぐ。", "Ｗｉ－Ｆｉ", id="a wide hyphen"),
    pytest.param(
        "機械学習 machine_learning", "機械学習(machine learning)とは", "機械学習 machine_learning", id="a gloss"
    ),
    pytest.param("ログイン", "ログインしてください。", "ログイン", id="before する"),
    pytest.param("クリック", "ボタンをクリックする", "クリック", id="an action"),
    pytest.param("打ち合わせ", "打合せを行う。", "打合せ", id="打合せ"),
    pytest.param("問い合わせ", "お問合せ窓口", "問合せ", id="after お"),
    pytest.param("再起動 起動", "再起動する。起動する。", "再起動 起動", id="the longer one, then the shorter"),
    pytest.param("キロ", "50㌔走る。", "㌔", id="one character for two"),
    pytest.param("ロ", "50㌔走る。", "", id="half of a character"),
    pytest.param("設定", "初期設定値を変える。", "設定", id="in the middle of a compound"),
    pytest.param("定値", "初期設定値を変える。", "", id="across two words: 定値"),
    pytest.param("表示", "非表示にする。", "表示", id="after 非"),
    pytest.param("味", "味わう。", "", id="the kanji of a verb"),
    pytest.param("戦", "敵と戦う。", "", id="the kanji of another verb"),
    pytest.param("話", "彼と話し合う。", "", id="the kanji of a compound verb"),
    pytest.param("話", "彼の話を聞く。", "話", id="the noun"),
    pytest.param("上", "値が上がる。", "", id="a kanji before が that is no particle"),
]
POLITICS = [
    pytest.param("京都", "東京都に住む。", "", id="京都 in 東京都"),
    pytest.param("東京", "東京都に住む。", "東京", id="東京 in 東京都"),
    pytest.param("京都", "京都府に住む。", "京都", id="京都 in 京都府"),
    pytest.param("本人", "日本人が勝つ。", "", id="across two words: 本人"),
    pytest.param("大統領", "副大統領が語る。", "大統領", id="after 副"),
    pytest.param("条約", "新条約案を読む。", "条約", id="between a prefix and a suffix"),
    pytest.param("国産", "中国産の車", "", id="across two words: 国産"),
    pytest.param("本国", "日本国憲法を読む。", "", id="across two words: 本国"),
    pytest.param("国民", "中国民主化の動き", "", id="across two words: 国民"),
    pytest.param("ロシア", "プロシアの歴史", "", id="inside another country"),
    pytest.param("ロシア", "ロシア・ウクライナ戦争", "ロシア", id="before a dot"),
    pytest.param("プーチン", "ウラジーミル・プーチン氏", "プーチン", id="after a dot"),
    pytest.param("ウラン", "首都ウランバートル", "", id="inside a capital"),
    pytest.param("ウラン", "高濃縮ウランの製造", "ウラン", id="katakana after kanji"),
    pytest.param("金正恩", "金正恩氏が述べた。", "金正恩", id="a name before 氏"),
    pytest.param("尹錫悦", "尹錫悦大統領が述べた。", "尹錫悦", id="a name before an office"),
    pytest.param("3月", "13月はない。", "", id="3月 in 13月"),
    pytest.param("3月", "2024年3月に", "3月", id="after a year"),
    pytest.param("三月", "十三月はない。", "", id="三月 in 十三月"),
    pytest.param("四半期", "第一四半期の成長", "四半期", id="a word that begins with a numeral"),
    pytest.param("二国間", "十二国間で話す。", "", id="twelve countries"),
    pytest.param("六カ国協議", "６か国協議を開く。", "６か国協議", id="六カ国"),
    pytest.param("二国間", "2国間の協議", "2国間", id="a number in figures"),
    pytest.param("G7", "G77の会合", "", id="a number goes on after letters"),
    pytest.param("EU", "EU加盟国とEURO", "EU", id="letters at a word's bounds"),
    pytest.param("国連 安保理", "国連安保理で", "国連 安保理", id="two terms side by side"),
    pytest.param("半島", "朝鮮半島の非核化", "半島", id="半島"),
    pytest.param("国", "国々が集う。", "", id="a kanji before its repetition"),
    pytest.param("部", "本部の幹部", "", id="one kanji inside words"),
    pytest.param("米国際", "全米国際大会", "", id="across words"),
    pytest.param("𠮷野家", "𠮷野家で会う。", "𠮷野家", id="beyond the first plane"),
    pytest.param("北朝鮮", "朝鮮民主主義人民共和国(北朝鮮)は", "北朝鮮", id="in brackets"),
    pytest.param("国際刑事裁判所 裁判所", "国際刑事裁判所の裁判所長", "国際刑事裁判所 裁判所", id="inside and outside"),
    pytest.param("まちづくり", "まちづくり条例を定める。", "まちづくり", id="a word in kana before kanji"),
    pytest.param("ごみ", "すごみのある声", "", id="inside a noun in kana"),
]


# One term, a text, and what is found in it.
SINGLE_TERMS = """
医療|医療機関を受診|医療
看護|看護師が来る|看護
師団|看護師団体|
電気|静電気が起きる|電気
風邪|風邪気味だ|風邪
気味|風邪気味だ|気味
会社|株式会社を作る|会社
社会|会社会議で話す|
社会|地域社会福祉|社会
国際|国際化が進む|国際
自由|自由民主党|自由
民主党|自由民主党の総裁|民主党
主党|自由民主党の総裁|
首相|前首相が会見|首相
外相|日米外相会談|外相
相会|日米外相会談|
会談|日米外相会談|会談
安全|安全保障|安全
全保|安全保障|
契約者|契約者側の負担|契約者
権利者|無権利者から|権利者
利者|権利者|
債務|債務不履行による|債務
不履行|債務不履行による|不履行
履行|債務不履行による|履行
納税者|納税者番号|納税者
税者|納税者番号|
損害|損害賠償請求権|損害
賠償|損害賠償請求権|賠償
請求権|損害賠償請求権|請求権
求権|損害賠償請求権|
アクセス|アクセス権を与える|アクセス
ファイル|プロファイルを開く|
プロ|プロファイルを開く|
メール|電子メールを送る|メール
ネット|ネットワークにつなぐ|
ネットワーク|ネットワークカード|ネットワーク
インターネット|インターネットバンキング|インターネット
ソフト|ソフトウェアを買う|
ソフトウェア|ソフトウエアを買う|ソフトウエア
ウェア|ソフトウェアを買う|
プリンター|プリンタドライバを入れる|プリンタ
インターフェイス|インターフェースを作る|インターフェース
バイオリン|ヴァイオリンを弾く|ヴァイオリン
コンピュータ|コンピューターを使う|コンピューター
ユーザー|ユーザ名を入れる|ユーザ
ウェブ|ウェブサイト|
サイト|ウェブサイト|
クラウド|クラウドサービス|クラウド
SQL|MySQLを使う|
SQL|PostgreSQL|
C|Cを学ぶ|C
C|C++を学ぶ|
C++|C++を学ぶ|C++
C#|C#を学ぶ|C#
.NET|.NETを使う|.NET
Node.js|Node.jsを使う|Node.js
IT|IT企業|IT
IT|ITIL|
5G|5G通信|5G
2月|12月に|
12月|2012月|
第1条|第1条の2|第1条
第1条|第11条|
1条|第1条|
一条|第一条|
四条|第十四条|
三国|十三国|
百人|五百人が|
万人|三万人が|
第三者|第三者委員会|第三者
三者|第三者委員会|
三者|三者会談|三者
者会|三者会談|
一部|一部の人|一部
大会|大会社の|
海外|東海外れ|
大阪|大阪府知事|大阪
阪府|大阪府知事|
府知事|大阪府知事|府知事
都知事|東京都知事|都知事
米国|英米国境|
朝鮮|北朝鮮が|
北朝鮮|北朝鮮軍が|北朝鮮
韓国|韓国軍が|韓国
国軍|韓国軍が|
中国|中国語で|中国
露朝|ロ朝条約|ロ朝
日本海|日本海外交易|
外交|日本海外交易|
海外|日本海外交易|海外
こと|ことわざ|
もの|ものがたり|
はし|はしご|
かさ|かさなる|
あめ|あめりか|
ねこ|ねこを飼う|ねこ
たばこ|たばこ税|たばこ
うなぎ|うなぎのぼり|
めん|らーめんを食べる|
らーめん|らーめんを食べる|らーめん
ただし|ただし、この限りでない|ただし
または|甲または乙|または
において|東京において開く|において
取り消し|処分の取消しを求める|取消し
立入検査|立ち入り検査を行う|立ち入り検査
締め切り|締切を守る|締切
受け付け|受付時間|受付
見積書|見積もり書を出す|見積もり書
貸付|貸付金を返す|貸付
手引|手引きを読む|手引き
動き|動きが速い|動き
動|動く|
書き込み|書き込む|
見直し|見直しを行う|見直し
繰り返し|繰返し計算|繰返し
子ども|子供服|子供
障害者|障がい者が|障がい者
著作権|著作権法違反|著作権
罪|共謀罪を審議する|
党|自民党内の声|
核|核兵器を持つ|核
国民|全国民宿協会|
菅|菅首相が語る|菅
法の支配 支配|法の支配を守る|法の支配
生物|抗生物質を投与する|
下投|皮下投与する|
弾道ミサイル|大陸間弾道ミサイルを撃つ|弾道ミサイル
キー|キーボードを打つ|
キー|主キー制約を課す|キー
バイト|4バイトの長さ|バイト
HTTP|HTTPSで送る|
TCP/IP|TCP/IP通信を行う|TCP/IP
アドレス|IPアドレスを知る|アドレス
ねた|国々を束ねた人|
まる|会議で決まる。|
げに|打ち上げに失敗した|
した|調査した。|
がん|胃がんを治す|がん
ごみ|粗大ごみを出す|ごみ
事故防止|交通事故、防止策|
事故防止|交通事故防止|事故防止
契約書|契約。書面で|
全て|すべての国|すべて
お客様|お客さまに配る|お客さま
お客様|顧客様に配る|
御案内|ご案内を送る|ご案内
"""
SINGLE = [pytest.param(*row.split("|"), id=row) for row in SINGLE_TERMS.strip().split("\n")]

VERBS = [
    pytest.param("取り消す", "契約を取り消した。", "取り消した", id="past"),
    pytest.param("取り消す", "取消されない限り", "取消されない", id="passive, without okurigana"),
    pytest.param("取り消す", "取り消しを求める。", "", id="the noun made from a verb"),
    pytest.param("引き渡す", "引渡さなければならない。", "引渡さなければ", id="obligation"),
    pytest.param("読み込む", "ファイルを読み込んだ。", "読み込んだ", id="with a changed sound"),
    pytest.param("書く", "契約書を書いた。", "書いた", id="one kanji, and a noun with it"),
    pytest.param("改める", "規則を改めよ。", "改めよ", id="command"),
    pytest.param("見る", "見出しを見た。", "見た", id="bare stem"),
    pytest.param("解除する", "制裁を解除し、また解除できる。", "解除し 解除できる", id="noun with する and できる"),
    pytest.param("解除する", "契約を解除しました。", "解除しました", id="polite"),
    pytest.param("解除する", "契約の解除を求める。", "", id="the noun without する"),
    pytest.param("解除する 解除", "解除しない。", "解除しない", id="the verb is longer than its noun"),
    pytest.param("生じる 論ずる", "損害が生じたと論じられる。", "生じた 論じられる", id="じる and ずる"),
    pytest.param("愛する", "皆に愛される。", "愛される", id="愛す"),
    pytest.param("ググる テストする", "ググってテストした。", "ググって テストした", id="katakana"),
    pytest.param("まとめる", "次にまとめて送る。", "まとめて", id="kana"),
    pytest.param("新しい", "規則は新しかった。", "新しかった", id="adjective"),
    pytest.param("高い", "最高裁の高さ", "", id="kanji of an adjective in other words"),
    pytest.param("入る", "ファイルを入れる。", "", id="another verb of this kanji"),
    pytest.param("巻く", "紛争に巻き込んだ。", "", id="the first part of another verb"),
    pytest.param("切る", "受付は五時で締め切る。", "", id="the second part of another verb"),
    pytest.param("始める", "原文を読み始める。", "始める", id="a verb that says how another goes on"),
    pytest.param("安保理", "国連の安全保障理事会と安保理決議", "安保理", id="a short name and its full one are two"),
    pytest.param("巻く", "紙を巻き始めた。", "巻き", id="before a verb that says when"),
    pytest.param("泳ぐ 読む", "泳いだ後で本を読んでいる。", "泳いだ 読んで", id="voiced endings, and a helping verb"),
    pytest.param("高い", "値段は高いだろう。", "高い", id="the copula is no ending"),
    pytest.param("会う", "会議で会った。", "会った", id="a noun with the kanji"),
    pytest.param("占い", "将来を占った。", "", id="a noun that looks like an adjective"),
    pytest.param("かき", "卵をかきまぜる。", "", id="the first part of a verb in kana"),
    pytest.param("かき", "かきを焼く。", "かき", id="the noun in kana"),
    pytest.param("国", "各国と国民", "国", id="each of them"),
    pytest.param("書く", "名前が書けない。", "書けない", id="what one can do"),
    pytest.param(
        "読み込む", "画像を読み込めませんでした。", "読み込めませんでした", id="what one can do, of two verbs"
    ),
    pytest.param("動かす", "装置を動かせない。", "動かせない", id="what one can move, or have move"),
    pytest.param("服用する", "食後にご服用ください。", "服用ください", id="a polite request"),
    pytest.param(
        "支払う 待つ", "お支払いになり、お待ちください。", "支払いになり 待ちください", id="honoured, and asked"
    ),
    pytest.param("契約する", "契約になりました。", "", id="a noun and a verb of its own"),
    pytest.param("届く 取り付く", "荷物を届け、器具を取り付けた。", "", id="verbs in -eru of their own"),
]


@pytest.mark.parametrize(("terms", "text", "found"), [*LAW, *MEDICINE, *SOFTWARE, *POLITICS, *SINGLE, *VERBS])
def test_what_a_terminologist_marks_is_found_and_nothing_else(terms: str, text: str, found: str) -> None:
    finder = TermFinder.of((number, [term]) for number, term in enumerate(_listed(terms)))
    assert [text[hit.start : hit.end] for hit in finder.find(text)] == _listed(found)


def _listed(words: str) -> list[str]:
    """The words of a list; those that hold a space themselves have _ for it."""
    return [word.replace("_", " ") for word in words.split()]
