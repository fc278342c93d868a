"""Words that stand on pages around the text: the usual vocabulary of the web and of bylines, as data."""

from __future__ import annotations

_SINGLE_WORDS = """
目次 もくじ index contents 目次を開く 目次を閉じる
関連記事 関連リンク 関連情報 関連ニュース 関連キーワード 関連動画 おすすめ記事 おすすめ 人気記事 新着記事 最新記事
注目記事 あわせて読みたい アクセスランキング ランキング 記事一覧 一覧 一覧へ 一覧に戻る バックナンバー
続きを読む もっと読む もっと見る 詳細を見る 詳しく見る 詳しくはこちら 一覧を見る すべて見る すべて表示
全文を読む 詳細はこちら 前へ 次へ 前の記事 次の記事 前のページ 次のページ 前のページへ 次のページへ
最初へ 最後へ 戻る 閉じる
ホーム トップ トップページ トップへ戻る ページトップ ページトップへ ページの先頭へ 先頭へ戻る
シェア シェアする この記事をシェア この記事をシェアする 共有 共有する ツイート ツイートする ポスト ポストする
いいね いいね！ フォローする 送る はてなブックマーク はてブ ブックマーク コピー リンクをコピー urlをコピー 印刷 印刷する
ログイン ログアウト 新規登録 会員登録 無料登録 購読する メルマガ登録 検索 メニュー メニューを開く ダウンロード
お問い合わせ お問合せ プライバシーポリシー 個人情報保護方針 利用規約 サイトマップ サイトポリシー
特定商取引法に基づく表記 会社概要 著作権について 広告 スポンサーリンク タグ カテゴリ カテゴリー コメント
コメントを書く 本文へスキップ 本文へ移動 コンテンツへスキップ
home top menu search share tweet post print pdf download login signup back next prev previous more close
facebook twitter x line pocket instagram youtube linkedin rss hatena note bluesky threads pinterest email
advertisement sponsored pr tags category categories comments newsletter subscribe copyright
"""

# A line that holds nothing but these is no text. Compared in lower case, without decoration such as » or 【】.
LABELS = frozenset(_SINGLE_WORDS.split()) | {
    "read more", "see more", "learn more", "show more", "view all", "see all", "related articles", "related posts",
    "related links", "you may also like", "recommended", "most popular", "latest news", "back to top", "go to top",
    "skip to content", "skip to main content", "table of contents", "next article", "previous article", "next page",
    "previous page", "log in", "sign in", "sign up", "share this", "share this article", "contact us", "privacy policy",
    "terms of use", "terms of service", "cookie policy", "cookie settings", "all rights reserved", "about us",
}  # fmt: skip

# How a short label ends that asks the reader to do something: このPDFをダウンロード
REQUESTS = (
    "をダウンロード", "はこちら", "はこちらから", "を見る", "を読む", "を印刷", "をシェア", "をシェアする", "をコピー",
    "をフォロー", "をフォローする", "に戻る", "へ戻る", "をもっと見る", "に登録",
)  # fmt: skip

# Before a colon or in 【】: who wrote, took or owns it.
BYLINES = (
    "著者", "筆者", "執筆", "執筆者", "文", "取材", "取材・文", "文・写真", "聞き手", "構成",
    "編集", "翻訳", "訳", "訳者", "監修", "記者",
    "投稿者", "投稿日", "公開日", "更新日", "最終更新", "最終更新日", "掲載日", "配信", "配信日",
    "出典", "提供", "引用元", "参照", "転載元", "カテゴリー", "カテゴリ", "タグ",
    "by", "author", "written by", "text by", "translated by", "source", "published",
    "updated", "last updated", "posted", "tags", "category",
)  # fmt: skip

# The same for pictures: 写真：… (Photo by …)
CREDITS = (
    "写真", "画像", "撮影", "図版", "イラスト", "写真提供", "画像提供", "写真出典", "画像出典",
    "アイキャッチ", "サムネイル",
    "photo", "photos", "photograph", "photo by", "photo credit", "photo credits", "image", "image credit", "images",
    "credit", "picture", "illustration", "illustration by", "video",
)  # fmt: skip
