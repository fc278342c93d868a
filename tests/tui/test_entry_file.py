"""An entry as a text file, and as fields of a dialog: what is left as it was changes nothing."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rnk_gloss.model.entry import Entry, Target, Usage
from rnk_gloss.service.review import EntryEdit
from rnk_gloss.text.cells import printable
from rnk_gloss.text.normalise import nfc
from rnk_gloss.tui.entry_fields import edit_of, entry_fields, separator
from rnk_gloss.tui.entry_file import EntryFileError, edit_of_text, entry_text, with_mistake

ENTRY = Entry(
    1,
    "貯蔵庫",
    reading="ちょぞうこ",
    category="noun",
    subject="酒：醸造",
    note="一行目\n二行目",
    targets=(
        Target("storehouse"),
        Target("cellar", Usage.PREFERRED),
        Target("depot", Usage.FORBIDDEN),
    ),
)
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
# What prints as nothing, or as another target, cannot be told from it in a file.
TERMS = TEXTS.map(printable).map(nfc).map(str.strip).filter(bool)


@st.composite
def entries(draw: st.DrawFn) -> Entry:
    texts = draw(st.lists(TERMS, unique=True, max_size=4))
    targets = tuple(Target(text, draw(st.sampled_from(Usage))) for text in texts)
    return replace(
        ENTRY, source=draw(TERMS), reading=draw(TEXTS), note=draw(TEXTS), subject=draw(TEXTS), targets=targets
    )


def test_the_file_is_what_a_person_would_write() -> None:
    lines = [line for line in entry_text(ENTRY).split("\n") if not line.startswith("#")]
    assert lines == [
        "term: 貯蔵庫", "reading: ちょぞうこ", "english: cellar", "english: storehouse", "forbidden: depot",
        "category: noun", "subject: 酒：醸造", "note: 一行目", "note: 二行目", "",
    ]  # fmt: skip


@given(entries())
def test_a_file_that_is_left_as_it_was_asks_for_nothing(entry: Entry) -> None:
    assert edit_of_text(entry_text(entry), entry) == EntryEdit()


@pytest.mark.parametrize(
    ("old", "new", "edit"),
    [
        pytest.param("term: 貯蔵庫", "用語： 酒蔵", EntryEdit(source="酒蔵"), id="日本語の欄名と全角コロン"),
        pytest.param("reading: ちょぞうこ\n", "", EntryEdit(reading=""), id="行を消す"),
        pytest.param("subject: 酒：醸造", "subject: 酒: 蔵", EntryEdit(subject="酒: 蔵"), id="値の中のコロン"),
        pytest.param("note: 二行目\n", "", EntryEdit(note="一行目"), id="注の行を減らす"),
        pytest.param("reading: ちょ", "reading: ちよ", EntryEdit(reading="ちよぞうこ"), id="読み"),
        pytest.param("category", "  # 覚え書き\n＃ これも\n\ncategory", EntryEdit(), id="注釈と空行"),
        pytest.param("reading: ちょぞ", "reading: ちょぞ", EntryEdit(), id="変えない"),
        pytest.param("category: noun", "category: noun　", EntryEdit(), id="末尾の空白"),
        pytest.param(
            "english: storehouse\n",
            "",
            EntryEdit(targets=("cellar",), forbidden=("depot",), whole=True),
            id="訳語を消す",
        ),
        pytest.param(
            "english: cellar\nenglish: storehouse\n",
            "英語：storehouse\nenglish: cellar\n",
            EntryEdit(targets=("storehouse", "cellar"), forbidden=("depot",), whole=True),
            id="訳語を入れ替える",
        ),
        pytest.param(
            "forbidden: depot",
            "english: depot",
            EntryEdit(targets=("cellar", "storehouse", "depot"), whole=True),
            id="禁止を解く",
        ),
    ],
)
def test_what_is_changed_in_the_file_is_the_edit(old: str, new: str, edit: EntryEdit) -> None:
    text = entry_text(ENTRY)
    assert old in text
    assert edit_of_text(text.replace(old, new), ENTRY) == edit


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        pytest.param("term: 貯蔵庫", "term:", "there is no term", id="用語がない"),
        pytest.param("term: 貯蔵庫", "貯蔵庫", "no colon in: 貯蔵庫", id="コロンがない"),
        pytest.param("reading:", "colour:", "colour is no field", id="知らない欄"),
        pytest.param("category: noun", "category: a\ncategory: b", "category stands there twice", id="二度ある欄"),
        pytest.param("forbidden: depot", "forbidden: cellar", "cellar is both", id="使えて使えない"),
    ],
)
def test_a_mistake_in_the_file_is_said(old: str, new: str, words: str) -> None:
    with pytest.raises(EntryFileError, match=words):
        edit_of_text(entry_text(ENTRY).replace(old, new), ENTRY)


def test_a_message_stands_above_the_text_once_and_is_not_read() -> None:
    text = with_mistake(with_mistake(entry_text(ENTRY), "一つ目\n\x1b[31m"), "二つ目")
    assert text.split("\n")[0] == "#! 二つ目"
    assert "一つ目" not in text
    assert edit_of_text(text, ENTRY) == EntryEdit()


@pytest.mark.parametrize(
    ("answer", "edit"),
    [
        pytest.param({}, EntryEdit(), id="何も変えない"),
        pytest.param({"note": "別の注"}, EntryEdit(note="別の注"), id="注"),
        pytest.param(
            {"targets": "cellar； cask store;;"},
            EntryEdit(targets=("cellar", "cask store"), forbidden=("depot",), whole=True),
            id="訳語",
        ),
        pytest.param({"forbidden": ""}, EntryEdit(targets=("cellar", "storehouse"), whole=True), id="禁止をすべて消す"),
    ],
)
def test_the_fields_that_were_changed_are_the_edit(answer: dict[str, str], edit: EntryEdit) -> None:
    assert edit_of(answer, ENTRY) == edit


def test_a_target_that_holds_the_separator_is_not_torn() -> None:
    entry = replace(ENTRY, targets=(Target("cellar; vault"), Target("depot")))
    assert separator(entry) == "|"
    field = next(field for field in entry_fields(entry) if field.key == "targets")
    assert field.value == "cellar; vault| depot"
    assert edit_of({"targets": field.value + "｜ store"}, entry).targets == ("cellar; vault", "depot", "store")
