"""Words that exclude one another, as people write them: the tables that `oppositions` reads.

Two spaces or a line end part oppositions, `|` their sides, `/` words of one side. `~` stands behind the dictionary form
of a verb or adjective that counts in all its forms. A row with one side has words that only look like others: 北海道.
"""

from __future__ import annotations

LIMITS = """
以上|以下|未満/に満たない|超/をこえ/を超え|以内|を上回|を下回  以前|以降/以後|以内  まで|から/てから
"""
EXTREMES = """
上限|下限  最大|最小  最高|最低  最多|最少  最長|最短  少なくとも/最低でも|多くとも/長くとも/せいぜい/最高でも/最大
早くとも|遅くとも
"""
DATES = """
月曜|火曜|水曜|木曜|金曜|土曜|日曜  春|夏|秋|冬  上旬|中旬|下旬  月初|月末  年初/年始|年末  期首/期初|期中|期末
先月|今月|来月  去年/昨年|今年|来年  昨日|今日|明日  一昨日|明後日  昨夜/昨晩|今夜/今晩|明晩  前年|同年|翌年
前日|当日|翌日  前月|同月/当月|翌月  "月"|"火"|"水"|"木"|"金"|"土"|"日"  平日|土日  先週|来週|今週
前年度/昨年度|今年度|来年度/翌年度  初日|最終日  平日|週末  週初|週末
"""
UNITS = """
大さじ|小さじ
"""
DIRECTIONS = """
午前|午後  前|後/あとの/あとに/あとで/あとは  の前/より前|の後/のあと/より後/よりあと  てから/た後/たあと|る前  上|下
左|右  内|外  表|裏  往復|片道  東|西|南|北  東京/北海道/東北/北陸/北京/南京/北朝鮮/南アフリカ/関東/関西  入口|出口
最初|最後  最新|最古/最旧  最速|最遅  最良/最善|最悪  前半|後半  上半期|下半期  序盤|終盤  北上|南下  左折|右折
昇順|降順  往信|返信  手前/手前で/手前の|奥/先で/先の  水平|垂直  屋内/室内|屋外/室外  地上|地下
差出人/送り主|宛先/受取人  ヘッダ|フッタ  上流|下流  上位|下位  上昇|下降/低下/下落  往路|復路  正方向|逆方向
時計回|反時計回  縦|横  内側|外側  国内|国外/海外  冒頭|末尾  先頭|末尾  上面|下面/底面  正面/前面|背面/後面  天井|床
インバウンド|アウトバウンド  アップリンク|ダウンリンク  インドア|アウトドア  フロントエンド|バックエンド
フロント|リア  トップ|ボトム  出発地/出発駅|目的地/到着駅  行き|帰り  前|次  送信元/発信元|送信先/発信先
ソース|ターゲット
"""
ANTONYMS = """
開始/始める~/始まる~/はじめる~/はじまる~/スタート/起動|終了/終える~/終わる~/停止/中止/中断/ストップ/シャットダウン/完了/満了/やめる~/打ち切る~|再開
追加|削除  及び/並びに|又は/若しくは/あるいは  挿入|削除  作成/作る~|削除/破棄  保存|破棄/削除/消去
登録|抹消/解除/削除  発効|失効  施行|廃止  施錠|解錠/開錠  開通|閉鎖  開演|終演  開戦|終戦  規制|緩和  採択|見送る~
制定|廃止  設置|撤去/廃止  適用|破棄/除外  採択/可決/成立|否決/廃案
承認/許可/認可/容認|否認/却下/拒否/拒絶/禁止/不許可  認容|棄却/却下  適法|違法  許可/許す~|禁止/禁じる~/差し止める~
受諾/受け入れ/受入れ/受け入れる~|拒否/拒絶/拒む~  賛成/賛同|反対  肯定|否定  同意/同意する|拒否/異議/反対
認める~|拒む~/禁じる~/否定/退ける~/しりぞけ/断る~  命じる~|禁じる~  引き受ける~/求める~/誘う~/頼む~|断る~
開く~/開ける~/ひらく~|閉じる~/閉める~/閉まる~/とじる~/しめる~  開放|閉鎖/封鎖  開会|閉会  開店|閉店
増加/増える~/増やす~/増大/増す~|減少/減る~/減らす~/減じる~  上げる~/上がる~|下げる~/下がる~/落ちる~/落とす~/落し
値上|値下  引上/引き上げる~|引下/引き下げる~  拡大/拡張|縮小/最小化  強化|弱化/緩和  強める~|弱める~  強まる~|弱まる~
高める~|低める~  高まる~|低まる~/低下  深まる~|薄れる~  早める~/速める~|遅らせる~  早まる~/進む~/間に合う~|遅れる~
広げる~|狭める~/畳む~  広がる~|狭まる~  膨らむ~|しぼむ~  加速|減速  延長|短縮  昇格/昇進|降格  昇給|減給  向上|低下
改善|悪化  輸出|輸入  出力|入力  出金|入金  出国|入国/帰国  出席|欠席  着く~/到着|出る~/発つ~/出発
電源を入れる~|電源を切る~  スイッチを入れる~|スイッチを切る~  入れる~|切る~/出す~/抜く~  入る~|出る~/抜ける~
乗る~|降りる~  載せる~/乗せる~/積む~|下ろす~/降ろす~  押す~|引く~/引っ張る~  着る~/履く~/かぶる~|脱ぐ~
貼る~/貼り付ける~/塗る~|剥がす~  結ぶ~/巻く~|解く~/ほどく~  包む~|開ける~  上り|下り  登る~|下りる~/下る~  出荷|入荷
出庫|入庫  搬出|搬入  流出|流入  支出|収入  経費|売上  歳出|歳入  有効|無効/失効  必要|不要  毎日|毎週|毎月|毎年
全員|一部  全部/全体/全面/完全/全て|一部/部分  有料|無料  有罪|無罪  有線|無線  有償|無償  有り/あり|なし  送信|受信
送付|受領  発信|受信  発送|受領  送り出す~|迎える~  迎える~|見送る~  受け取る~|渡す~/送る~/引き渡す~
受ける~|与える~/送る~/投げる~  配る~|集める~  散る~|集まる~/咲く~  接続|切断/遮断/外す~  つなぐ~|切る~/外す~/離す~
結合|分離/分割  統合|分割/分離  併合|分離  混合|分離  混ぜる~/合わせる~|分ける~  装着|取り外/取外/外す~
取付け/取り付け/取り付ける~/はめる~/掛ける~|取り外/取外/外す~  締める~/締付/張る~|緩める~  着脱|固定  点灯/点滅|消灯
点灯|点滅  点火|消火  加入|脱退/離脱  つける~/点ける~/付ける~|消す~/外す~  加盟/参加/残留|脱退/離脱  加わる~|抜ける~
残る~/留まる~|去る~/消える~  残す~/書く~|消す~  訪れる~|去る~  現れる~|消える~/隠れる~  見える~|隠れる~  見せる~|隠す~
入会|退会  入院|退院/外来/通院  入室|退室  入場/登場|退場  着任|離任  就任/留任|退任/辞任  採用|解雇/見送る~
雇用/雇う~|解雇  締結/提携|破棄/解除/解消  契約|解約/解除  更新/購読|解約  履行|不履行  遵守/順守/守る~|違反/破る~
攻める~/攻撃|守る~/守備  合法|違法  公開|非公開/秘匿  表示|非表示  可能|不可能/不能  可|不可  合格|不合格/失格/落ちる~
受かる~|落ちる~  当たる~/あたって|外れる~  当選|落選  成功|失敗  勝利/勝つ~/圧勝/優勝|敗北/敗れる~/負ける~/惨敗/敗退
勝ち越|負け越  勝訴|敗訴  攻撃|防御/防衛  侵攻/進出/参入|撤退  進軍/進撃|退却  前進/直進|後退
進む~|退く~/しりぞけ/戻る~  進める~|戻す~/止める~  動く~/走る~|止まる~  動かす~/流す~|止める~  働く~|休む~  占領|解放
独立|従属  売却/売る~|購入/買収/買う~  売主|買主  売手/売り手|買手/買い手  販売/売上|購入/仕入れ  売り越|買い越
貸付/貸出/貸す~|借入/借りる~|返す~/返済  融資|返済  貸主|借主  賃貸|賃借  債権|債務  資産|負債  流動資産|固定資産
黒字|赤字  インフレ|デフレ  権利|義務  利益|損失  収益|費用  得る~|失う~  原価|売価  発注|受注  発注者|請負者
生産|消費  需要|供給  支払/払う~|受取/請求/徴収  与える~|奪う~/もらう~  教える~|習う~/学ぶ~/教わる~
預ける~/預け入れ|引き出す~  貯める~|使う~  節約|浪費  投資|回収  納付|還付  与党|野党  多数|少数  多い~|少ない~/少な
大き|小さ  大型|小型  多量/大量|少量/微量  巨大|微小  高い~|低い~/安い~  長い~|短い~  長期|短期  広い~|狭い~
強い~|弱い~  強力|弱い~  速い~/早い~|遅い~  重い~|軽い~  重大|軽微  深い~|浅い~  近い~|遠い~
近づく~|離れる~/遠ざかる~  近づける~/くっつける~|離す~/遠ざける~  新し|古い~  新規|既存  新設|廃止/既設
新品/新車/新築|中古  厚い~|薄い~  明る|暗い~  暑い~/熱い~/暖か/温か|寒い~/冷たい~/涼し  加熱|冷却
温める~|冷やす~/冷ます~  温まる~|冷める~/冷える~  暖房|冷房  乾く~/乾燥|湿っ/濡れる~/加湿  乾かす~|湿らす~/濡らす~
溶ける~/融解/溶解|固まる~/凍る~/凝固/析出  溶かす~|固める~/凍らす~  満|空  空っぽ/からっぽ|いっぱい/満杯
満たす~|空にする  安全|危険  簡単/単純|困難/複雑  容易/簡単/易しい~|困難/難しい~  単数|複数  単一|複数  単独|共同/複数
個別|一括  分割|一括  専用/専有|共用/共有/汎用  共通|固有  共有|独占  自動|手動  直接|間接  直列|並列
正常/通常/普通|異常  特別/特殊|普通/一般/通常  正数|負数  正の|負の  積極|消極  能動|受動  具体|抽象  絶対|相対
主観|客観  原因|結果  原則|例外  形式|内容  理論|実践  理想|現実  理性|感情  精神|肉体/物質  物理|論理  定量|定性
質問|回答  質問/尋ねる~/聞く~/問う~|答える~  話す~|聞く~/黙る~  親|子  男性|女性  男|女  父|母  夫|妻  息子|娘
先祖/祖先|子孫  大人|子供  青年/若者|老人  先生/教師/師匠|生徒/弟子  医師|患者  昼|夜  朝|夕/晩  公的|私的
公立/国立|私立  官|民  国有|民営  先行|後続  過去|未来/将来  現在|過去|将来  以前の|今後の  暗号化|復号
圧縮|展開/解凍  有効化|無効化  ロック|アンロック  インストール|アンインストール  オン|オフ  オンライン|オフライン
on|off  ロック/固定/凍結/制限/封鎖/選択/設定/指定|解除  アップロード|ダウンロード  アップグレード|ダウングレード
アップ|ダウン  エンコード|デコード  エンコーダ|デコーダ  シリアライズ|デシリアライズ  マウント|アンマウント
インクリメント|デクリメント  フォロー|アンフォロー  メリット|デメリット  インポート|エクスポート
グローバル/リモート|ローカル  パブリック|プライベート  クライアント|サーバー  マスター|スレーブ  ホスト|ゲスト
アクティブ|非アクティブ/パッシブ  ポジティブ|ネガティブ  メジャー|マイナー  マクロ|ミクロ  アナログ|デジタル
ハードウェア|ソフトウェア  プッシュ|プル/ポップ  スタート|ゴール  オープン|クローズ/クローズド  ホット|コールド
ドライ|ウェット  ハード|ソフト  ロング|ショート  ワイド|ナロー  ビッグ|リトル  イミュータブル|ミュータブル
ログイン/サインイン|ログアウト/サインアウト  ログオン|ログオフ  チェックイン|チェックアウト  ズームイン|ズームアウト
フェードイン|フェードアウト  オプトイン|オプトアウト  ライセンサー|ライセンシー  リード|ライト  リーダ|ライタ
読み取り|書き込み  読み出し|書き込み  書き込む~/書き出す~|読み込む~/読み出す~/読み取る~  読む~|書く~  上書き|追記
元に戻す~|やり直す~  復元|削除  入力/記録|消去  必須|任意/省略可能/省略可/オプション  任意|強制/義務  自発的|強制的
本番|テスト/開発  全角|半角  カラー|白黒/モノクロ  原文|訳文  母音|子音  能動態|受動態  訓読み|音読み  接頭|接尾
分子|分母  プラス|マイナス  黒い~|白い~  含む~/含める~|除く~  加える~/足す~|引く~/除く~/減じる~  加算|減算/控除
乗算|除算  乗じる~|除する~  掛ける~|割る~  添加|除去  勧め|禁じ  促す~/促進/推進/亢進|妨げる~/抑制/阻害/抑える~/防止
助ける~/支援/協力|妨げる~/妨害  亢進|低下  味方|敵  同盟/協力/協調/団結|敵対/対立  友好|敵対  平和|戦争  停戦|開戦
起床|就寝  寝る~/眠る~|起きる~/目覚める~  起訴|不起訴/釈放  逮捕/拘束|釈放/解放
継続/続ける~/続く~|停止/中止/中断/打切/途絶/やめる~  結成/設立/創立|解散  創業/開業|廃業  就職/入社|退職/退社/離職
復職|休職  入学|卒業/退学  離陸|着陸  乗車|下車/降車  搭乗|降機  登校|下校
予約/注文/申し込む~|キャンセル/取消/取り消す~  実行/確定|取り消す~/保留/断念  実施|見送る~/延期
申請/提訴/申し立てる~|取下/取り下げる~  主張/提案/表明/提出|撤回  付与|剥奪  任命|罷免/解任  派遣|撤収/撤退  勃発|終結
宣戦|停戦/休戦  好転|悪化  派兵|撤兵  膨張|収縮  拡張/弛緩/伸長|収縮  蒸発/気化|凝縮/液化  酸化|還元  陽性|陰性
良性|悪性  酸性|アルカリ性  急性|慢性  先天|後天  動脈|静脈  吸入/吸気|排出/排気  吸収|放出/排出  吸着|脱離/脱着
希釈|濃縮  注入|抽出/排出  拡散/発散|収束/凝集  帯電|除電  通電|遮断  導通/接地|絶縁  付着/接着/塗布/積層|剥離/剥がす~
突出|陥没  係合/嵌合|離脱  当接/接近/接触|離間  集中|分散  隆起|沈降/沈下  摂取|排泄  発症/感染|治癒
増悪/再発|寛解/軽快  衰弱/麻痺|回復  覚醒|入眠  成長/進化|退化  繁殖|絶滅  覚える~/思い出す~|忘れる~
主作用/効能|副作用  作動薬|拮抗薬  経口|非経口  頻脈|徐脈  便秘|下痢  植物|動物  草食|肉食  野生|飼育  天然|養殖/人工
人工|自然  給水|排水  固体|液体|気体  直流|交流  オス|メス  充電|放電  既読|未読  既知|未知  既婚|未婚  偶数|奇数
真実/本当|虚偽/うそ/嘘  事実|虚構  本物|偽物  実在|架空  実名/本名|匿名/偽名/仮名  公式|非公式  課税|非課税/免税
増税|減税  増員|減員  増産|減産  増量|減量  増額|減額  増強|削減  急増|急減  高騰/急騰|急落/下落/暴落  反発|反落
続伸|続落  円高|円安  株高|株安  増収増益|減収減益  軍拡|軍縮  合意|決裂  和解|対立/提訴  団結/結束|分裂  親米|反米
右派|左派  保守|革新/進歩  楽観|悲観  強硬|穏健  民主|独裁  資本主義|社会主義/共産主義  刑事|民事  軍事|民事
軍人|民間人  故意|過失  既遂|未遂  国民|外国人  自国/わが国|他国/外国  自分|他人  豊富/過剰/余剰/超過|不足
豊か/裕福|貧し  好調|不調  好況/好景気|不況/不景気  繁栄/発展|衰退  栄える~|衰える~  創造/建設/構築|破壊
建てる~/組み立てる~/組立|壊す~/解体/分解  合成|分解  直す~|壊す~  直る~|壊れる~  整える~|乱す~  片付ける~|散らかす~
貸方|借方  出生/誕生/生存|死亡/死去  生まれる~/生きる~|死ぬ~  結婚|離婚  配布|回収  満潮|干潮  日の出|日没/日の入り
起工/着工|竣工/完工/完成  着手|完了  国産|輸入  入港|出港  浮上|沈降/沈没  浮く~/昇る~/登る~|沈む~  伸びる~/伸び|縮む~
伸ばす~|縮める~  太い~|細い~  太る~|痩せる~/やせる~  固い~/硬い~|柔らか/軟らか  鋭い~|鈍い~  濃い~|薄い~  濃厚|希薄
好き/好む~/愛する|嫌い/嫌う~/憎む~  喜ぶ~/嬉しい~/楽しい~/幸せ/幸福|悲し/不幸/つらい~/苦し/怒る~
面白い~/楽しい~|つまらない/つまらなか  笑う~|泣く~/怒る~  信じる~|疑う~  褒める~|叱る~/けなす~  尊敬|軽蔑
歓迎|拒絶/非難  期待/満足|失望  希望|絶望  安心|心配/不安  緊張|緩和  服従|抵抗  従う~|逆らう~/背く~
良い~/いい/よかっ|悪い~  美しい~|醜い~  おいしい~/うまい~|まずい~  甘い~|辛い~  きれい|汚い~  若い~|老い/年老い
賢い~|愚か  忙しい~|暇  元気/健康|病気  静か|うるさい~/にぎやか/騒がし  丁寧|乱暴/雑  勇敢|臆病  勤勉|怠惰  大胆|慎重
派手|地味  贅沢/豪華|質素  優しい~|厳しい~  厳しい~/きつい~|緩い~/甘い~  細か/細かい~/精密/滑らか|粗い~
同じ/等しい~/同一|異なる~/違う~/別の  類似|相違  明確/はっきり|曖昧/あいまい/ぼんやり  優秀/優れる~|劣る~
上級|中級|初級  遠隔|近接  国営|民営  親水|疎水  導電|絶縁  腹側|背側  柔軟|硬直  敏感|鈍感  素直|頑固  謙虚|傲慢
直線|曲線  直径|半径  必然|偶然  高齢|若年  全国/中央|地方  中心|周辺  内陸|沿岸  全身/広域|局所  個人|法人/団体
得意|苦手  上手|下手/苦手  正しい~/正解/正答|間違/誤り/誤る~/不正解/誤答  便利|不便  有利|不利  有益|有害  有害|無害
有毒|無毒  有名|無名  有限|無限  有人|無人  長所/利点/強み|短所/欠点/弱点/弱み  美点|欠点  清潔|不潔  明示|暗黙
同期|非同期  静的|動的  可変/変動|固定  永久/恒久/永続/恒常|一時的/暫定  獲得/取得|喪失/放棄  発見|紛失
見つける~|見失う~/見逃す~/見落とす~/見落し  拾う~/選ぶ~|捨てる~  拾う~|落とす~/落し  持つ~/握る~/つかむ~|放す~/離す~
立てる~/起こす~|倒す~  立つ~/起きる~|倒れる~  逃げる~|追う~  逃がす~|捕まえる~  称賛/賞賛/称える~|批判/非難
支持|不支持  加害|被害  容疑者|被害者  上司|部下  先輩|後輩  起立|着席  座る~|立つ~  平日|休日/祝日  昼間/日中|夜間
都市/都会|農村/田舎  都心/市街地|郊外  吸う~/吸い込む~|吐く~/吐き出す~  食べる~|吐く~  掲載|削除  確保|解放  原告|被告
検察|弁護  本人|代理  甲|乙|丙  維持|破棄  毎週|隔週  降る~|止む~/やむ~  晴れる~|曇る~  夜明け|日暮れ/日没  天国|地獄
書面|口頭  費込|費別  税込|税別/税抜  更新|終了/失効  強火|中火|弱火  長男|次男|三男  長女|次女|三女  冷蔵|冷凍|常温
朝食|昼食|夕食  料込|料別  貴社/御社/貴殿|弊社/当社/自社/わが社  自社|他社  各駅停車/普通|急行|快速|特急  常用|臨時
定期|臨時  喫煙|禁煙  指定席|自由席  やすい~|にくい~/づらい~/がたい~  持ち込む~|持ち出す~
押し込む~/差し込む~|引き出す~/引き抜く~/抜く~  取り出す~|しまう~  出かける~|帰る~
行く~/行っ|来る/来た/来て/来な|帰る~/戻る~
行く~/行っ|帰ってくる/帰ってきた/帰ってきて/帰ってこな/戻ってくる/戻ってきた/戻ってきて/戻ってこな
控訴人|被控訴人  上告人|被上告人  相続人|被相続人  保険者|被保険者
請求人|被請求人  後見人|被後見人  扶養者|被扶養者  雇用者|被雇用者  保証人|被保証人  許諾者|被許諾者  委託者|受託者
委任者|受任者  譲渡人|譲受人  売渡人|買受人  貸付人|借受人  開示者/開示当事者|受領者/受領当事者
使用者/経営者/雇用主|労働者/従業員  申立人|相手方  切り捨てる~|切り上げる~  完了|失敗  踏む~|離す~  辞任|続投
廃止|追加  実施/行われ|延期/中止  受理|却下/不受理  禁止/厳禁|自由  中表|外表  年長|年少  同意する|同意しかね
早期|晩期  初期|中期|後期/末期  初回|最終回  初版|最終版  草案|最終案  暫定|確定  正規品|偽造品  同時|別々/順次
一斉|順次  一緒|別々  常に/頻繁/しばしば|まれに/稀に/時々  急に/急激/突然/一気|徐々/ゆっくり  速やか/早く|ゆっくり
意図的/わざと|偶然/うっかり  大幅/著しく|わずか/小幅  たくさん|少し  必ず|場合により  先に|後で
"""
ENGLISH_LIMITS = """
at least/no less than/no fewer than|at most/no more than|more than|less than|fewer than|up to
before|after
until|from
minimum|maximum
"""
ENGLISH_DATES = """
january|february|march|april|may|june|july|august|september|october|november|december
monday|tuesday|wednesday|thursday|friday|saturday|sunday
yesterday|today|tomorrow
am|pm
"""
ENGLISH_ORDINALS = """
first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth
"""
ENGLISH_ANTONYMS = """
start/starts/started/begin/begins/began|stop/stops/stopped/end/ends/ended/finish/finished
add/adds/added|remove/removes/removed/delete/deletes/deleted
open/opens/opened|close/closes/closed/shut
increase/increases/increased/rise/rises/rose|decrease/decreases/decreased/reduce/reduces/reduced/fall/falls/fell
accept/accepts/accepted/approve/approves/approved|reject/rejects/rejected/refuse/refuses/refused
allow/allows/allowed/permit/permits/permitted|forbid/forbids/forbade/forbidden/prohibit/prohibits/prohibited
enable/enables/enabled|disable/disables/disabled
import/imports/imported|export/exports/exported
connect/connects/connected|disconnect/disconnects/disconnected
send/sends/sent|receive/receives/received
buy/buys/bought|sell/sells/sold
lend/lends/lent|borrow/borrows/borrowed
lessor|lessee
licensor|licensee
employer|employee
buyer/purchaser|seller/vendor
include/includes/included/including|exclude/excludes/excluded/excluding
valid|invalid
public|private
internal|external
input|output
above|below
left|right
upper|lower
front|back/rear
inside|outside
indoor|outdoor
first|last
previous|next
high/higher/highest|low/lower/lowest
large/larger/largest/big/bigger/biggest|small/smaller/smallest
long/longer|short/shorter
strong/stronger|weak/weaker
fast/faster|slow/slower
good/better/best|bad/worse/worst
many|few
same|different
win/wins/won|lose/loses/lost
success|failure
pass/passes/passed|fail/fails/failed
on|off
online|offline
legal/lawful|illegal/unlawful
true|false
safe|dangerous
easy/easily|difficult/hard
entrance/entry|exit
arrive/arrives/arrived/arrival|depart/departs/departed/departure
all/every|some/part
hot|cold
new/newer|old/older
full|empty
read/reads|write/writes/wrote/written
required/mandatory|optional
temporary|permanent
lock/locks/locked|unlock/unlocks/unlocked
install/installs/installed|uninstall/uninstalls/uninstalled
upload/uploads/uploaded|download/downloads/downloaded
agree/agrees/agreed|disagree/disagrees/disagreed
appear/appears/appeared|disappear/disappears/disappeared
ask/asks/asked|answer/answers/answered
asset/assets|liability/liabilities
attack/attacks/attacked|defend/defends/defended
borrower|lender
cheap|expensive
clean|dirty
complete|incomplete
creditor|debtor
debit|credit
deposit/deposits/deposited|withdraw/withdraws/withdrew/withdrawn
domestic|foreign
north|south|east|west
northern|southern|eastern|western
encrypt/encrypts/encrypted/encryption|decrypt/decrypts/decrypted/decryption
expand/expands/expanded|collapse/collapses/collapsed
forward|backward
freeze/freezes/froze/frozen|thaw/thaws/thawed
heat/heats/heated|cool/cools/cooled
heavy/heavier|light/lighter
horizontal/horizontally|vertical/vertically
husband|wife
father|mother
son|daughter
brother|sister
man|woman
boy|girl
inbound|outbound
innocent|guilty
join/joins/joined|leave/leaves/left
landlord|tenant
alive|dead
life|death
birth|death
like/likes/liked|dislike/dislikes/disliked
load/loads/loaded|unload/unloads/unloaded
major|minor
majority|minority
male|female
military|civilian
morning|afternoon|evening
day|night
spring|summer|autumn/fall|winter
mount/mounts/mounted|unmount/unmounts/unmounted
narrow/narrower|wide/wider/broad/broader
near|far
plaintiff|defendant
plus|minus
positive|negative
present|absent
presence|absence
principal|agent
profit/profits|loss/losses
pull/pulls/pulled|push/pushes/pushed
raise/raises/raised|lower/lowers/lowered
remember/remembers/remembered|forget/forgets/forgot/forgotten
rich|poor
select/selects/selected|deselect/deselects/deselected
sender|recipient/receiver/addressee
shipper|consignee
show/shows/showed/shown|hide/hides/hid/hidden
sign in/log in|sign out/log out
source|target/destination
subscribe/subscribes/subscribed|unsubscribe/unsubscribes/unsubscribed
succeed/succeeds/succeeded|fail/fails/failed
supply|demand
thick/thicker|thin/thinner
tighten/tightens/tightened|loosen/loosens/loosened
undo|redo
urban|rural
used|unused
victory|defeat
visible|invisible/hidden
war|peace
warm/warmer|cold/colder/cool/cooler
wet|dry
wholesale|retail
accelerate/accelerates/accelerated|decelerate/decelerates/decelerated
insured|insurer
mortgagor|mortgagee
offeror|offeree
assignor|assignee
transferor|transferee
trustor|trustee
discloser/disclosing party|recipient/receiving party
"""
