"""A concordance as a translator asks for it, through the facade."""

from __future__ import annotations

import pytest

from rnk_gloss.errors import UsageError
from rnk_gloss.model.entry import Status
from rnk_gloss.model.segment import Unit
from rnk_gloss.model.side import Side
from rnk_gloss.service import concordance as concordance_module
from rnk_gloss.service.concordance import ConcordanceHit, ConcordanceOrder, ConcordanceQuery
from rnk_gloss.service.glossary import Glossary
from rnk_gloss.service.review import EntryEdit
from rnk_gloss.service.upkeep import reindex
from rnk_gloss.store.substrings import upkeep
from rnk_gloss.store.substrings.blocks import read_blocks

MEMORY = (
    ("サーバーの設定を変更する。", "Change the server settings."),
    ("サーバを再起動する。", "Restart the server."),
    ("ＡＰＩの設定を確認する。", "Check the API settings."),
    ("設定の設定を設定する。", "Set the settings of settings."),
    ("鯖を焼く。", "Grill a mackerel."),
)


@pytest.fixture
def memory(glossary: Glossary) -> Glossary:
    glossary.add_units(MEMORY)
    return glossary


def sources(hits: list[ConcordanceHit]) -> list[str]:
    return [hit.unit.source for hit in hits]


def held(hit: ConcordanceHit) -> list[str]:
    text = hit.unit.source if hit.side == "source" else hit.unit.target
    return [text[start:end] for start, end in hit.places]


def test_every_place_in_a_unit_is_told(memory: Glossary) -> None:
    hits = memory.concordance("設定")
    assert [hit.unit.id for hit in hits] == [4, 3, 1]
    assert hits[0].places == ((0, 2), (3, 5), (6, 8))
    assert hits[0].within == hits[0].places[0]


def test_width_and_case_count_only_where_they_are_meant(memory: Glossary) -> None:
    assert [held(hit) for hit in memory.concordance("api")] == [["ＡＰＩ"]]
    assert memory.concordance(ConcordanceQuery("api", exact=True)) == []
    assert [held(hit) for hit in memory.concordance("SETT", side="target")] == [["sett", "sett"], ["sett"], ["sett"]]


def test_pages_follow_each_other_and_the_count_is_of_all(memory: Glossary) -> None:
    whole = sources(memory.concordance("す", limit=None))
    assert len(whole) == 4
    assert [sources(memory.concordance("す", limit=3, skip=skip)) for skip in (0, 3, 6)] == [whole[:3], whole[3:], []]
    assert memory.concordance_count(ConcordanceQuery("す")) == 4


def test_hits_can_be_sorted_by_what_stands_beside_them(memory: Glossary) -> None:
    def following(order: ConcordanceOrder) -> list[str]:
        hits = memory.concordance(ConcordanceQuery("を", order=order))
        return [hit.unit.source[: hit.within.start][-1] + "|" + hit.unit.source[hit.within.end] for hit in hits]

    assert following(ConcordanceOrder.NEWEST) == ["鯖|焼", "定|設", "定|確", "バ|再", "定|変"]
    assert following(ConcordanceOrder.RIGHT) == ["バ|再", "定|変", "鯖|焼", "定|確", "定|設"]
    page = memory.concordance(ConcordanceQuery("を", order=ConcordanceOrder.RIGHT), limit=2, skip=1)
    assert [hit.unit.id for hit in page] == [1, 5]
    assert following(ConcordanceOrder.LEFT) == ["バ|再", "定|確", "定|変", "定|設", "鯖|焼"]


def test_only_the_newest_are_sorted(memory: Glossary, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(concordance_module, "MOST_SORTED", 2)
    hits = memory.concordance(ConcordanceQuery("を", order=ConcordanceOrder.RIGHT))
    assert [hit.unit.id for hit in hits] == [5, 4]


def test_units_of_a_status_or_of_a_document(memory: Glossary) -> None:
    memory.add_units([Unit("設定", "set", status=Status.REJECTED), Unit("設定", "set", document="手引/設定.txt")])
    assert [hit.unit.id for hit in memory.concordance("設定")] == [7, 4, 3, 1]
    assert [hit.unit.id for hit in memory.concordance(ConcordanceQuery("設定", status=Status.REJECTED))] == [6]
    assert [hit.unit.id for hit in memory.concordance(ConcordanceQuery("設定", document="手引"))] == [7]


@pytest.mark.parametrize("typed", ["saba", "sa-ba-", "sābā", "さーば", "さば", "ｻｰﾊﾞｰ"])
def test_a_reading_finds_the_units_that_hold_the_term(memory: Glossary, typed: str) -> None:
    memory.create_entry(EntryEdit(source="サーバー", targets=("server",), reading="さーばー"))
    found = {hit.unit.source: (hit.term, held(hit)) for hit in memory.concordance(typed)}
    assert found["サーバーの設定を変更する。"][1] == ["サーバー"]
    assert found["サーバーの設定を変更する。"][0] == ("" if typed == "ｻｰﾊﾞｰ" else "サーバー")
    assert "鯖を焼く。" not in found


def test_a_reading_finds_all_terms_so_read_in_any_of_their_spellings(memory: Glossary) -> None:
    memory.create_entry(EntryEdit(source="鯖", targets=("mackerel",), reading="さば"))
    server = memory.create_entry(EntryEdit(source="サーバー", targets=("server",), reading="さーばー"))
    other = memory.create_entry(EntryEdit(source="サーバ", targets=("server",), reading="さーば", subject="IT"))
    memory.merge(server, [other])
    assert [(hit.unit.id, hit.term, held(hit)) for hit in memory.concordance("saba")] == [
        (5, "鯖", ["鯖"]),
        (2, "サーバー", ["サーバ"]),
        (1, "サーバー", ["サーバー"]),
    ]
    assert [(hit.unit.id, hit.term) for hit in memory.concordance("サーバー")] == [(2, "サーバー"), (1, "")]
    assert memory.concordance(ConcordanceQuery("saba", exact=True)) == []
    memory.decide([server], Status.REJECTED)
    assert sources(memory.concordance("saba")) == ["鯖を焼く。"]
    assert memory.concordance("saba", side="target") == []


@pytest.mark.parametrize(
    ("term", "source"),
    [
        pytest.param("カーテンレール", "ｶｰﾃﾝﾚｰﾙを拭く。", id="half width"),
        pytest.param("プリンター", "プリンタを買う。", id="long vowel at the end"),
        pytest.param("申し込み", "申込を断る。", id="okurigana"),
        pytest.param("六カ国協議", "6か国協議に出る。", id="numeral"),
    ],
)
def test_a_term_is_found_in_its_shortest_spelling(glossary: Glossary, term: str, source: str) -> None:
    glossary.create_entry(EntryEdit(source=term, targets=("a term",)))
    glossary.add_units([(source, "A sentence.")])
    assert sources(glossary.concordance(term)) == [source]


@pytest.mark.parametrize("text", ["", " 　", "長" * 10_001, "\ud800"])
def test_a_text_that_cannot_be_looked_for_is_refused(memory: Glossary, text: str) -> None:
    with pytest.raises(UsageError):
        memory.concordance(text)


@pytest.mark.parametrize("side", ["source", "target"])
def test_a_large_memory_gets_its_index_as_it_grows(
    glossary: Glossary, monkeypatch: pytest.MonkeyPatch, side: Side
) -> None:
    monkeypatch.setattr(upkeep, "MOST_WAITING", 3)
    wanted = {"source": "設定", "target": "setting"}[side]
    glossary.add_units(MEMORY)
    assert read_blocks(glossary.workspace.connection) == [], "nobody has asked for a part of a text yet"
    assert [hit.unit.id for hit in glossary.concordance(ConcordanceQuery(wanted, side=side))] == [4, 3, 1]
    assert [block.last for block in read_blocks(glossary.workspace.connection)] == [5]
    glossary.add_units(MEMORY[:2])
    assert [hit.unit.id for hit in glossary.concordance(ConcordanceQuery(wanted, side=side))] == [6, 4, 3, 1]


def test_while_another_program_writes_a_concordance_reads_what_waits(
    memory: Glossary, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(upkeep, "MOST_WAITING", 3)
    memory.workspace.connection.execute("PRAGMA busy_timeout = 0")
    with Glossary.open(memory.workspace.path) as other:
        other.workspace.connection.execute("BEGIN IMMEDIATE")
        assert len(memory.concordance("設定")) == 3
        other.workspace.connection.execute("ROLLBACK")
    assert read_blocks(memory.workspace.connection) == []


def test_a_memory_without_an_index_gets_one_when_it_is_asked(memory: Glossary, monkeypatch: pytest.MonkeyPatch) -> None:
    assert read_blocks(memory.workspace.connection) == [], "few units need none"
    monkeypatch.setattr(upkeep, "MOST_WAITING", 3)
    assert len(memory.concordance("設定")) == 3
    (block,) = read_blocks(memory.workspace.connection)
    memory.workspace.connection.execute("DELETE FROM substring_slice")
    assert memory.concordance("設定") == []
    reindex(memory.workspace)
    assert len(memory.concordance("設定")) == 3
    assert read_blocks(memory.workspace.connection) == [block]


def test_taking_an_import_back_leaves_nothing_to_be_found(glossary: Glossary, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(upkeep, "MOST_WAITING", 3)
    glossary.add_units(MEMORY)
    assert len(glossary.concordance("設定")) == 3
    glossary.undo()
    assert glossary.concordance("設定") == []
    glossary.redo()
    assert [hit.unit.id for hit in glossary.concordance("設定")] == [4, 3, 1]


def test_terms_can_be_sought_while_others_are_being_read(memory: Glossary) -> None:
    memory.create_entry(EntryEdit(source="サーバー", targets=("server",), reading="さーばー"))
    with memory.workspace.reading() as connection:
        rows = connection.execute("SELECT id FROM entry WHERE fits('.', reading)")
        assert next(rows)[0] == 1
        assert len(memory.concordance("saba")) == 2
        rows.close()
