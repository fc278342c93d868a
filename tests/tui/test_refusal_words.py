"""Why a change was refused, on a screen that is Japanese."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from rnk_gloss import Glossary
from rnk_gloss.errors import GlossError, UsageError
from rnk_gloss.model.entry import Status, Usage
from rnk_gloss.service.review import EntryEdit
from rnk_gloss.tui.refusal_words import error_words
from rnk_gloss.tui.wording import ENGLISH, speak

pytestmark = pytest.mark.usefixtures("japanese")


def approve_without_english(glossary: Glossary) -> None:
    key = next(segment.id for segment in glossary.segments() if not segment.target)
    glossary.decide_segments([key], Status.APPROVED)


def save_over_another(glossary: Glossary) -> None:
    seen = glossary.entry(1)
    glossary.edit_entry(1, EntryEdit(note="先に"))
    glossary.edit_entry(1, EntryEdit(note="後に"), seen=seen)


def ask_for_what_was_merged(glossary: Glossary) -> None:
    glossary.merge(2, [1])
    glossary.entry(1)


def undo_what_was_changed_since(glossary: Glossary) -> None:
    glossary.decide([1], Status.APPROVED)
    operation = glossary.newest_operation()
    glossary.decide([1], Status.REJECTED)
    glossary.take_back(operation)


def add_nothing(glossary: Glossary) -> None:
    glossary.create_entry(EntryEdit(source=" "))


def choose_two_lines(glossary: Glossary) -> None:
    glossary.choose_target(1, "a\nb", Usage.PREFERRED)


@pytest.mark.parametrize(
    ("ask", "message", "hint"),
    [
        pytest.param(
            approve_without_english,
            "対訳文 5 には訳文がないため承認できません",
            "却下するか、先に編集してください",
            id="訳文がない",
        ),
        pytest.param(
            save_over_another,
            "メモは ken が先に変更しました。現在は '先に' です",
            "上書きするにはもう一度保存してください",
            id="先に変更",
        ),
        pytest.param(
            ask_for_what_was_merged,
            "用語 1 はもうありません: ken の操作 '1 件を用語 2 に統合' によるものです",
            "rnk-gloss history で操作の履歴を確認できます",
            id="統合済み",
        ),
        pytest.param(
            undo_what_was_changed_since,
            "'用語 1 の承認' は元に戻せません: その後 用語 1 が変更されました",
            "先に後の操作を元に戻してください",
            id="元に戻せない",
        ),
        pytest.param(add_nothing, "用語は空にできません", "", id="空の用語"),
        pytest.param(choose_two_lines, "訳語に改行は使えません: 'a\\nb'", "", id="改行のある訳語"),
    ],
)
def test_a_refusal(store: Path, ask: Callable[[Glossary], object], message: str, hint: str) -> None:
    with Glossary.open(store, author="ken") as glossary, pytest.raises(GlossError) as refused:
        ask(glossary)
    assert error_words(refused.value) == "\n".join(filter(None, (message, hint)))
    speak(ENGLISH)
    assert error_words(refused.value) == "\n".join(filter(None, (refused.value.message, refused.value.hint)))


def test_what_nobody_worded_is_said_as_it_is() -> None:
    assert error_words(UsageError("zap!", hint="try: rnk-gloss terms list")) == "zap!\ntry: rnk-gloss terms list"


def test_what_a_terminal_would_obey_is_not_said() -> None:
    assert "\x1b" not in error_words(UsageError("a term cannot hold a line break: \x1b[2J"))
