"""What other translation tools get wrong, as tests: each case failed in at least one of them.

The tools were OmegaT, Weblate, Translate Toolkit, Swordfish, Okapi and SQLite's trigram index, each tried out.
"""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from rnk_gloss import align_sentences, compare, split_sentences
from rnk_gloss.lexicon.dictionary import Lexicon
from rnk_gloss.model.match import MatchKind
from rnk_gloss.model.segment import Property, Unit
from rnk_gloss.service.glossary import Glossary
from rnk_gloss.service.review import EntryEdit

VARIANTS = [
    pytest.param("子供を守る条約", "子ども を守る条約".replace(" ", ""), id="kanji or kana"),
    pytest.param("申込書を出す", "申し込み書を出す", id="okurigana"),
    pytest.param("ﾌﾟﾛｸﾞﾗﾑを起動する", "プログラムを起動する", id="half width"),
]
OPPOSITES = [
    pytest.param("ロックを解除できる", "ロックを解除できない", "polarity", id="negation"),
    pytest.param("AがBを攻撃する", "AをBが攻撃する", "role", id="who does it to whom"),
]


@pytest.fixture
def glossary(tmp_path: Path) -> Glossary:
    return Glossary.open(tmp_path / "glossary.db", lexicon=Lexicon.none())


@pytest.mark.parametrize(("one", "other"), VARIANTS)
def test_the_same_in_another_spelling_is_nearly_the_same(one: str, other: str) -> None:
    assert 95 <= compare(one, other).score < 100


@pytest.mark.parametrize(("one", "other", "kind"), OPPOSITES)
def test_what_means_the_opposite_is_named_and_below_every_variant(one: str, other: str, kind: str) -> None:
    opposite = compare(one, other)
    assert kind in " ".join(difference.kind for difference in opposite.differences)
    assert all(opposite.score < compare(*variant.values[:2]).score for variant in VARIANTS)  # type: ignore[arg-type]


def test_width_is_named() -> None:
    difference = compare("ﾌﾟﾛｸﾞﾗﾑを起動する", "プログラムを起動する")
    assert "width" in [one.kind for one in difference.differences]


def test_a_prefix_hides_no_match_among_twenty_thousand(glossary: Glossary) -> None:
    others = ((f"設定{number}の一覧を第{number}頁に表示する。", "x") for number in range(20_000))
    glossary.add_units([*others, ("サーバーを再起動してください。", "Restart the server.")])
    assert glossary.lookup("本サーバーを再起動してください。")[0].target == "Restart the server."


def recognised(glossary: Glossary, text: str, *terms: str) -> list[str]:
    for term in terms:
        glossary.create_entry(EntryEdit(source=term, targets=("x",)))
    return [hit.text for hit in glossary.recognise(text)]


@pytest.mark.parametrize(
    ("term", "text", "found"),
    [
        pytest.param("サーバー", "サーバーを起動する。", ["サーバー"], id="before a particle"),
        pytest.param("印鑑登録証明書", "印鑑登録証明書を添える。", ["印鑑登録証明書"], id="long compound"),
        pytest.param("京都", "東京都に住む。", [], id="inside another word"),
    ],
)
def test_terms_are_recognised_where_they_are_words(glossary: Glossary, term: str, text: str, found: list[str]) -> None:
    assert recognised(glossary, text, term) == found


@pytest.mark.parametrize("text", ["「そうです。」と言った。", "バージョン３．５を使う。"])
def test_one_sentence_stays_one(text: str) -> None:
    assert split_sentences(text, "ja") == [text]


def test_two_characters_find_every_place(glossary: Glossary) -> None:
    glossary.add_units([("契約を結ぶ。", "a"), ("本契約は有効だ。", "b"), ("条約を結ぶ。", "c")])
    assert {hit.unit.target for hit in glossary.concordance("契約")} == {"a", "b"}


def test_three_hundred_sentences_against_three_hundred() -> None:
    japanese = [f"第{number}条は全ての国に適用される。" for number in range(300)]
    english = [f"Article {number} applies to all states." for number in range(300)]
    beads = align_sentences(japanese, english, lexicon=Lexicon.none())
    assert sum(bead.source_indices == bead.target_indices == (bead.source_indices[0],) for bead in beads) > 290


def test_notes_properties_and_dates_come_back_from_tmx(glossary: Glossary, tmp_path: Path) -> None:
    unit = Unit(
        "条約は発効した。",
        "The treaty is in force.",
        note="官報による",
        created_at="2024-06-19T00:00:00Z",
        created_by="甲",
        changed_at="2024-12-04T01:02:03Z",
        changed_by="乙",
        used_at="2025-01-01T00:00:00Z",
        usage_count=3,
        properties=(Property("unit", "x-project", "外交"), Property("target", "x-style", "plain")),
    )
    glossary.add_units([unit])
    path = tmp_path / "memory.tmx"
    glossary.export(path)
    assert 'srclang="ja"' in path.read_text(encoding="utf-8")
    with Glossary.open(tmp_path / "other.db", lexicon=Lexicon.none()) as other:
        other.import_file(path)
        (match,) = other.lookup("条約は発効した。")
        assert match.kind is MatchKind.EXACT
        assert match.unit is not None
        kept = ("note", "created_at", "created_by", "changed_at", "changed_by", "used_at", "usage_count", "properties")
        assert [getattr(match.unit, name) for name in kept] == [getattr(unit, name) for name in kept]


def test_a_line_break_in_a_cell_is_no_new_row(glossary: Glossary, tmp_path: Path) -> None:
    glossary.create_entry(EntryEdit(source="専門家パネル", targets=("Panel of Experts",), note="一行目\n二行目"))
    path = tmp_path / "terms.csv"
    glossary.export(path)
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    assert len(rows) == 2
    assert any("一行目\n二行目" in cell for cell in rows[1])
