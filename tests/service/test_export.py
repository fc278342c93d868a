"""Exports: nothing is lost without being told; JSON lines lose nothing at all."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import pytest

from rnk_gloss.lexicon.dictionary import Lexicon
from rnk_gloss.model.entry import Origin, Status, Usage
from rnk_gloss.model.segment import Property, Unit
from rnk_gloss.service.glossary import Glossary
from rnk_gloss.service.review import EntryEdit
from rnk_gloss.service.transfer import export
from rnk_gloss.store.door import TABLES, Value

JAPANESE = "専門家パネルは解散した。\n\n経済制裁の監視は続く。専門家パネル（ＰｏＥ）の後継は決まっていない。\n"
ENGLISH = "The Panel of Experts was dissolved.\n\nSanctions are still monitored. The panel (PoE) has no successor.\n"


@pytest.fixture
def full(glossary: Glossary, tmp_path: Path) -> Glossary:
    """A store with something in every table, and with every kind of decision of a person."""
    for name, text in (("記事.ja.txt", JAPANESE), ("記事.en.txt", ENGLISH)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    glossary.extract(tmp_path / "記事.ja.txt", tmp_path / "記事.en.txt", subject="外交")
    first, second, *_ = glossary.terms(everything=True)
    glossary.choose_target(first.id, "panel of experts")
    glossary.choose_target(first.id, "experts' panel", Usage.FORBIDDEN)
    glossary.decide([second.id], Status.REJECTED, reason="一般の語")
    segments = glossary.segments()
    glossary.edit_segment(segments[0].id, target="The Panel of Experts is no more.", note="注")
    glossary.decide_segments([segments[1].id], Status.APPROVED)
    glossary.add_units([
        Unit("はい。\x0b", "Yes.", properties=(Property("source", "x-inline", "<ph>{a}</ph>はい。"),)),
        Unit("はい。\x0b", "Yes."),
        Unit("はい。", "Yep.", status=Status.REJECTED, created_at="2020-01-01T00:00:00.5+09:00"),
    ])  # fmt: skip
    return glossary


def counts(glossary: Glossary) -> dict[str, int]:
    connection = glossary.workspace.connection
    return {table: connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in TABLES}


def test_json_lines_make_the_same_store_again(full: Glossary, tmp_path: Path) -> None:
    report = full.export(tmp_path / "all.jsonl")
    assert report.losses == ()
    with Glossary.open(tmp_path / "other.db", author="別人", lexicon=Lexicon.none()) as other:
        other.import_file(tmp_path / "all.jsonl")
        assert counts(other) == counts(full)
        assert other.terms(everything=True)[0].count == full.terms(everything=True)[0].count
        assert [one.target for one in other.segments()] == [one.target for one in full.segments()]
        other.export(tmp_path / "again.jsonl")
        assert (tmp_path / "again.jsonl").read_bytes() == (tmp_path / "all.jsonl").read_bytes()
        again = other.import_file(tmp_path / "all.jsonl")
        assert (again.units, again.entries, again.merged, again.contradictions) == (0, 0, 0, 0)
        other.undo()
        assert set(counts(other).values()) == {0}
        other.redo()
        other.export(tmp_path / "once-more.jsonl")
        assert (tmp_path / "once-more.jsonl").read_bytes() == (tmp_path / "all.jsonl").read_bytes()


def test_a_document_that_has_changed_meanwhile_takes_no_places(full: Glossary, tmp_path: Path) -> None:
    full.export(tmp_path / "all.jsonl")
    (tmp_path / "other").mkdir()
    with Glossary.open(tmp_path / "other" / "other.db", lexicon=Lexicon.none()) as other:
        path = tmp_path / "other" / "記事.ja.txt"
        path.write_text(JAPANESE + "追記。\n", encoding="utf-8")
        other.extract(path)
        before = counts(other)
        report = other.import_file(tmp_path / "all.jsonl")
        assert any("in another state" in remark for remark in report.remarks)
        assert counts(other)["occurrence"] == before["occurrence"]


@pytest.mark.parametrize("name", ["memory.tmx", "memory.csv", "glossary.csv", "glossary.utx", "glossary.txt"])
def test_strict_writes_nothing_where_something_would_be_lost(full: Glossary, tmp_path: Path, name: str) -> None:
    kind: Literal["units"] | None = "units" if name.startswith("memory") else None
    path = tmp_path / name
    path.write_text("前からあった", encoding="utf-8")
    report = export(full.workspace, path, kind=kind, strict=True)
    assert report.refused
    assert report.losses
    assert path.read_text(encoding="utf-8") == "前からあった"
    assert sorted(one.name for one in tmp_path.glob("memory*")) + sorted(
        one.name for one in tmp_path.glob("glossary.[!d]*")
    ) == [name]


def test_strict_writes_what_can_be_carried(glossary: Glossary, tmp_path: Path) -> None:
    glossary.add_units([Unit("雨が降る。", "It rains.", note="注", created_at="2026-04-01T00:00:00Z")])
    report = export(glossary.workspace, tmp_path / "memory.tmx", strict=True)
    assert (report.refused, report.units, report.losses) == (False, 1, ())
    plain = tmp_path / "plain.tmx"
    glossary.export(plain)
    assert (tmp_path / "memory.tmx").read_bytes() == plain.read_bytes()


def test_what_tmx_does_not_bring_back_is_what_it_said(full: Glossary, tmp_path: Path) -> None:
    report = full.export(tmp_path / "memory.tmx")
    assert report.losses == ("characters that XML does not allow: 2 not written",)
    with Glossary.open(tmp_path / "other.db", author="別人", lexicon=Lexicon.none()) as other:
        # Without the character that was lost, the two units of one pair are one.
        assert other.import_file(tmp_path / "memory.tmx").duplicates == 1
        for glossary, name in ((full, "a.jsonl"), (other, "b.jsonl")):
            export(
                glossary.workspace,
                tmp_path / name,
                kind="units",
                statuses=(Status.CANDIDATE, Status.APPROVED),
            )
    before, after = (
        [line for line in (tmp_path / name).read_text(encoding="utf-8").split("\n") if '"target":""' not in line]
        for name in ("a.jsonl", "b.jsonl")
    )
    lost = [line for line in before if line not in after]
    assert len(lost) == 2
    assert lost[0].replace("\\u000b", "") in after
    assert [line for line in after if line not in before] == [lost[0].replace("\\u000b", "")]


def test_a_termbase_shows_a_sentence_with_each_term(full: Glossary, tmp_path: Path) -> None:
    full.export(tmp_path / "glossary.tbx")
    text = (tmp_path / "glossary.tbx").read_text(encoding="utf-8")
    assert '<descrip type="context">経済制裁の監視は続く。</descrip><admin type="source">記事.ja.txt</admin>' in text


def test_english_that_was_made_up_and_not_chosen_stays_in_the_store(glossary: Glossary, tmp_path: Path) -> None:
    key = glossary.create_entry(EntryEdit(source="核・ミサイル", targets=("nuclear and missile", "nukes and missiles")))
    guesses = (("pip and missile", Origin.COMPOSITION), ("nuclear missile", Origin.DICTIONARY), ("kaku", Origin.SOUND))
    with glossary.workspace.writing("guesses") as writer:
        for place, (text, origin) in enumerate(guesses, start=9):
            row: dict[str, Value] = {"entry": key, "position": place, "text": text, "usage": "admitted", "score": 50.0}
            writer.insert("target", {**row, "origin": origin.value, "edited": 0})
    report = glossary.export(tmp_path / "a.csv")
    line = (tmp_path / "a.csv").read_text(encoding="utf-8-sig").split("\n")[1]
    assert ",nuclear and missile,nukes and missiles|nuclear missile," in line
    assert "English that was made up and that nobody chose: 2 not written" in report.losses
    assert glossary.export(tmp_path / "a.jsonl").losses == ()
    assert "pip and missile" in (tmp_path / "a.jsonl").read_text(encoding="utf-8")
