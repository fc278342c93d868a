"""Decisions on entries and segments."""

from __future__ import annotations

from pathlib import Path

import pytest

from rnk_gloss.errors import NotFoundError, UsageError
from rnk_gloss.model.entry import Origin, Status, Usage
from rnk_gloss.service.glossary import Glossary
from rnk_gloss.service.review import EntryEdit
from tests.service.test_extraction import write


def test_an_added_entry_is_approved_and_has_a_reading(glossary: Glossary) -> None:
    entry = glossary.entry(glossary.create_entry(EntryEdit(source=" 用語集 ", targets=("glossary", "term list"))))
    assert (entry.source, entry.status, entry.preferred) == ("用語集", Status.APPROVED, "glossary")
    assert (entry.reading, entry.reading_origin) == ("ようごしゅう", Origin.ANALYSER)
    assert [target.usage for target in entry.targets] == [Usage.PREFERRED, Usage.ADMITTED]
    assert entry.created_by == "翻訳者"


def test_a_term_is_added_once_whatever_its_width(glossary: Glossary) -> None:
    key = glossary.create_entry(EntryEdit(source="サーバー", targets=("server",)))
    with pytest.raises(UsageError, match=f"has サーバー already, as entry {key}"):
        glossary.create_entry(EntryEdit(source="ｻｰﾊﾞ"))
    glossary.create_entry(EntryEdit(source="サーバー", subject="テニス", targets=("server",)))


@pytest.mark.parametrize(
    "source",
    [
        pytest.param("", id="empty"),
        pytest.param("　 ", id="blank"),
        pytest.param("一行目\n二行目", id="line break"),
        pytest.param("長" * 401, id="a pasted paragraph"),
    ],
)
def test_what_is_no_term_is_refused(glossary: Glossary, source: str) -> None:
    with pytest.raises(UsageError):
        glossary.create_entry(EntryEdit(source=source))
    assert glossary.terms(everything=True) == []


def test_text_is_stored_in_nfc(glossary: Glossary) -> None:
    entry = glossary.entry(glossary.create_entry(EntryEdit(source="か\u3099いこう", note="ハ\u309aネル")))
    assert (entry.source, entry.note) == ("がいこう", "パネル")


def test_a_reading_may_be_given_in_katakana(glossary: Glossary) -> None:
    key = glossary.create_entry(EntryEdit(source="露朝"))
    assert glossary.edit_entry(key, EntryEdit(reading="ロチョウ"))
    assert (glossary.entry(key).reading, glossary.entry(key).reading_origin) == ("ろちょう", Origin.PERSON)
    assert not glossary.edit_entry(key, EntryEdit(reading="ろちょう"))


def test_one_target_is_preferred_and_forbidden_ones_are_never_offered(glossary: Glossary) -> None:
    key = glossary.create_entry(EntryEdit(source="設定", targets=("setting", "configuration")))
    glossary.choose_target(key, "configuration")
    assert glossary.entry(key).preferred == "configuration"
    glossary.choose_target(key, "configuration", Usage.FORBIDDEN)
    assert glossary.entry(key).preferred == "setting"
    assert sum(target.usage is Usage.PREFERRED for target in glossary.entry(key).targets) == 0


def test_many_entries_are_decided_as_one_step(glossary: Glossary) -> None:
    keys = [glossary.create_entry(EntryEdit(source=source)) for source in ("条約", "協定", "議定書")]
    assert glossary.decide(keys, Status.REJECTED) == 3
    assert glossary.history()[0].name == "reject 3 entries"
    glossary.undo()
    assert {glossary.entry(key).status for key in keys} == {Status.APPROVED}


def test_an_id_that_is_not_there_changes_nothing(glossary: Glossary) -> None:
    key = glossary.create_entry(EntryEdit(source="条約"))
    with pytest.raises(NotFoundError, match="there is no entry 99"):
        glossary.decide([key, 99], Status.REJECTED)
    assert glossary.entry(key).status is Status.APPROVED


def test_merged_terms_are_found_as_variants(glossary: Glossary) -> None:
    one = glossary.create_entry(EntryEdit(source="六者協議", targets=("Six-Party Talks",)))
    other = glossary.create_entry(EntryEdit(source="六カ国協議"))
    glossary.merge(one, [other])
    assert [variant.text for variant in glossary.entry(one).variants] == ["六カ国協議"]
    assert [hit.entry.preferred for hit in glossary.recognise("六カ国協議の再開は遠い。")] == ["Six-Party Talks"]
    with pytest.raises(UsageError, match="into itself"):
        glossary.merge(one, [one])


def test_history_of_an_entry_shows_its_own_steps_only(glossary: Glossary) -> None:
    key = glossary.create_entry(EntryEdit(source="条約", targets=("treaty",)))
    glossary.create_entry(EntryEdit(source="協定"))
    glossary.choose_target(key, "pact", Usage.FORBIDDEN)
    assert [one.name for one in glossary.history(key)] == [f"mark forbidden in entry {key}", "add entry 条約"]


def test_segments_are_edited_and_decided(glossary: Glossary, tmp_path: Path) -> None:
    source = write(tmp_path, "a.txt", "条約に署名した。\n批准は来月である。\n")
    target = write(tmp_path, "b.txt", "They signed the treaty.\nRatification is next month.\n")
    glossary.extract(source, target)
    first, second = glossary.segments()
    assert glossary.edit_segment(first.id, target="The treaty was signed.")
    assert glossary.decide_segments([first.id, second.id], Status.APPROVED) == 2
    assert glossary.segment(first.id).target == "The treaty was signed."
    assert glossary.lookup("条約に署名した。")[0].target == "The treaty was signed."
    glossary.decide_segments([first.id], Status.REJECTED)
    assert glossary.lookup("条約に署名した。", minimum=90) == []


def test_an_omission_cannot_be_approved(glossary: Glossary, tmp_path: Path) -> None:
    source = write(tmp_path, "a.txt", "条約に署名した。\n")
    target = write(tmp_path, "b.txt", "They signed the treaty.\n")
    glossary.extract(source, target)
    (segment,) = glossary.segments()
    glossary.edit_segment(segment.id, target="")
    with pytest.raises(UsageError, match="has no target"):
        glossary.decide_segments([segment.id], Status.APPROVED)
