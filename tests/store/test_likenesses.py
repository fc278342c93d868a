"""Questions about spellings: asked once, answered by people."""

from __future__ import annotations

import sqlite3

import pytest

from rnk_gloss.errors import NotFoundError
from rnk_gloss.model.entry import LikenessKind
from rnk_gloss.store import history
from rnk_gloss.store.door import write
from rnk_gloss.store.entry_changes import add_entry, merge_entries
from rnk_gloss.store.likenesses import FoundLikeness, likenesses, put_likenesses, set_apart


@pytest.fixture
def asked(connection: sqlite3.Connection) -> sqlite3.Connection:
    with write(connection, "add", at="", author="人") as writer:
        for source in ("保証", "保障", "国連安保理", "安保理"):
            add_entry(writer, {"source": source}, fold=source, romaji="", languages=("ja", "en"))
        found = [
            FoundLikeness(2, 1, LikenessKind.SPELLING, "same reading ほしょう", 0.5),
            FoundLikeness(3, 4, LikenessKind.SHORT_FORM, "ends alike", 0.7),
        ]
        assert put_likenesses(writer, found) == 2
    return connection


def sources(connection: sqlite3.Connection) -> list[tuple[str, str]]:
    return [(one.source, one.other_source) for one in likenesses(connection)]


def test_the_surest_comes_first(asked: sqlite3.Connection) -> None:
    assert sources(asked) == [("国連安保理", "安保理"), ("保証", "保障")]


def test_a_pair_is_asked_about_once_in_either_order(asked: sqlite3.Connection) -> None:
    with write(asked, "extract", at="", author="機械") as writer:
        assert put_likenesses(writer, [FoundLikeness(1, 2, LikenessKind.SPELLING, "again", 0.6)]) == 0


def test_what_was_set_apart_is_not_asked_again(asked: sqlite3.Connection) -> None:
    with write(asked, "apart", at="", author="人") as writer:
        assert set_apart(writer, 2, 1)
        assert put_likenesses(writer, [FoundLikeness(2, 1, LikenessKind.SPELLING, "again", 0.6)]) == 0
    assert sources(asked) == [("国連安保理", "安保理")]
    assert len(likenesses(asked, apart=True)) == 2
    history.undo(asked, at="", author="人")
    assert len(sources(asked)) == 2


def test_a_merge_answers_the_question(asked: sqlite3.Connection) -> None:
    with write(asked, "merge", at="", author="人") as writer:
        merge_entries(writer, 3, [4])
    assert sources(asked) == [("保証", "保障")]
    history.undo(asked, at="", author="人")
    assert len(sources(asked)) == 2


def test_only_what_was_asked_can_be_answered(asked: sqlite3.Connection) -> None:
    with pytest.raises(NotFoundError), write(asked, "apart", at="", author="人") as writer:
        set_apart(writer, 1, 4)
