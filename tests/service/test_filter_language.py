"""What is typed into the filter of the terms, and which entries it finds."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rnk_gloss import Glossary
from rnk_gloss.model.entry import LikenessKind, Status
from rnk_gloss.model.entry_conditions import Holds
from rnk_gloss.model.selection import DEFAULT_CUT, EntryOrder, EntrySelection
from rnk_gloss.service.filter_language import FilterError, Problem, filtered
from rnk_gloss.service.review import EntryEdit
from rnk_gloss.store.likenesses import FoundLikeness, put_likenesses
from tests.tui.example_store import write_example_store

EVERYTHING = ["貯蔵庫", "醸造責任者", "樽", "湿度", "収穫", "見学", "係の者"]


@pytest.fixture(scope="module")
def cellar(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example glossary, with one entry approved, one rejected and noted, one of another subject, and a question."""
    path = tmp_path_factory.mktemp("filter") / "cellar.db"
    write_example_store(path)
    with Glossary.open(path) as glossary:
        keys = {entry.source: entry.id for entry in glossary.terms(everything=True)}
        glossary.decide([keys["樽"]], Status.APPROVED)
        glossary.decide([keys["湿度"]], Status.REJECTED)
        glossary.edit_entry(keys["湿度"], EntryEdit(note="測り方を聞く"))
        glossary.edit_entry(keys["収穫"], EntryEdit(subject="農業 100%"))
        with glossary.workspace.writing("extract") as writer:
            one = FoundLikeness(keys["貯蔵庫"], keys["見学"], LikenessKind.SPELLING, "test", 0.5)
            answered = FoundLikeness(keys["樽"], keys["収穫"], LikenessKind.SPELLING, "test", 0.5)
            put_likenesses(writer, [one, answered])
        glossary.keep_apart(keys["樽"], keys["収穫"])
    return path


def found(path: Path, typed: str, selection: EntrySelection | None = None) -> list[str]:
    with Glossary.open(path) as glossary:
        keys = glossary.entry_ids(filtered(selection or EntrySelection(order=EntryOrder.AGE), typed))
        return [entry.source for entry in glossary.entries(keys)]


@pytest.mark.parametrize(
    ("typed", "sources"),
    [
        pytest.param("", EVERYTHING, id="何も打たない"),
        pytest.param("　 ", EVERYTHING, id="空白だけ"),
        pytest.param("責任", ["醸造責任者"], id="漢字"),
        pytest.param("tyozo", ["貯蔵庫"], id="ローマ字"),
        pytest.param("シツド", ["湿度"], id="片仮名"),
        pytest.param("head brewer", ["醸造責任者"], id="語はすべて含む"),
        pytest.param("brewer head", ["醸造責任者"], id="語の順は問わない"),
        pytest.param("head　カスク", [], id="一つでも欠ければ見つからない"),
        pytest.param("者　kakari", ["係の者"], id="全角空白で区切る"),
        pytest.param("-者", ["貯蔵庫", "樽", "湿度", "収穫", "見学"], id="含まない"),
        pytest.param("者 －head", ["係の者"], id="全角の減号"),
        pytest.param('"head winemaker"', ["醸造責任者"], id="引用"),
        pytest.param('"winemaker head"', [], id="引用は続いた文字"),
        pytest.param('"shuukaku"', ["収穫"], id="引用もローマ字の読みに含まれれば"),
        pytest.param('"syuukaku"', [], id="引用は綴りを読み替えない"),
        pytest.param("“head brew", ["醸造責任者"], id="閉じていない引用"),
        pytest.param('-"head winemaker" -貯蔵', ["樽", "湿度", "収穫", "見学", "係の者"], id="引用の否定"),
        pytest.param("status:approved", ["樽"], id="状態"),
        pytest.param("ｓｔａｔｕｓ：ａｐｐ", ["樽"], id="全角の状態を途中まで"),
        pytest.param("STATUS:rejected,approved", ["樽", "湿度"], id="状態のどちらか"),
        pytest.param("-status:candidate", ["樽", "湿度"], id="状態の否定"),
        pytest.param("subject:農業", ["収穫"], id="分野"),
        pytest.param('subject:"農業 100%"', ["収穫"], id="空白のある分野"),
        pytest.param("subject:1_0", [], id="下線は文字"),
        pytest.param('subject:""', [], id="分野のないもの"),
        pytest.param("score:>77", ["貯蔵庫", "醸造責任者"], id="点数を超える"),
        pytest.param("score：＞＝７７", ["貯蔵庫", "醸造責任者", "樽"], id="全角の比較"),
        pytest.param("score:<55", ["係の者"], id="点数を下回る"),
        pytest.param("score:≤55", ["見学", "係の者"], id="以下"),
        pytest.param("score:60-80", ["樽", "湿度", "収穫"], id="範囲"),
        pytest.param("score:８０〜６０", ["樽", "湿度", "収穫"], id="範囲は逆でもよい"),
        pytest.param("score:71", ["湿度"], id="ちょうど"),
        pytest.param("count:3", ["貯蔵庫"], id="回数"),
        pytest.param("count:>=2", ["貯蔵庫", "醸造責任者", "樽", "収穫"], id="回数以上"),
        pytest.param("count:<3 count:>1", ["醸造責任者", "樽", "収穫"], id="回数の間"),
        pytest.param("-count:<2", ["貯蔵庫", "醸造責任者", "樽", "収穫"], id="回数の否定"),
        pytest.param("doc:cellar.ja 者", ["醸造責任者", "係の者"], id="文書"),
        pytest.param("doc:cellar%en", [], id="百分率記号は文字"),
        pytest.param("has:note", ["湿度"], id="注"),
        pytest.param("-has:english", ["見学"], id="訳語のないもの"),
        pytest.param("has:variant", ["樽"], id="異表記"),
        pytest.param("has:question", ["貯蔵庫", "見学"], id="問い"),
        pytest.param("has:question -貯蔵 score:<60", ["見学"], id="組み合わせ"),
        pytest.param("12:30", [], id="数字の後のコロンは文字"),
        pytest.param("-", [], id="減号だけは文字"),
        pytest.param("'; DROP TABLE entry; --", [], id="SQL"),
    ],
)
def test_a_filter_finds(cellar: Path, typed: str, sources: list[str]) -> None:
    assert found(cellar, typed) == sources


@pytest.mark.parametrize(
    ("typed", "problem", "words"),
    [
        pytest.param("note:x", Problem.QUALIFIER, ["note:", "status:", "quotation marks"], id="知らない限定"),
        pytest.param("status:done", Problem.VALUE, ["done", "candidate, approved, rejected"], id="知らない状態"),
        pytest.param("has:x", Problem.VALUE, ["note, english, variant, question"], id="知らない部分"),
        pytest.param("score:", Problem.EMPTY, ["score:"], id="コロンの後がない"),
        pytest.param('status:""', Problem.VALUE, ["candidate"], id="空の状態"),
        pytest.param("score:high", Problem.NUMBER, ["score:", ">80"], id="数でない点数"),
        pytest.param("score:>80<90", Problem.NUMBER, ["50-70"], id="二つの比較"),
        pytest.param("count:1.5", Problem.NUMBER, ["count:"], id="半端な回数"),
        pytest.param("score:" + "9" * 300, Problem.NUMBER, ["score:"], id="長い数"),
        pytest.param("条 " * 13, Problem.LONG, ["12 words"], id="多すぎる語"),
        pytest.param("条" * 401, Problem.LONG, ["400 characters"], id="長すぎる"),
    ],
)
def test_a_mistake_is_said_in_words(typed: str, problem: Problem, words: list[str]) -> None:
    with pytest.raises(FilterError) as caught:
        filtered(EntrySelection(), typed)
    assert caught.value.problem is problem
    for word in words:
        assert word in caught.value.message


def test_a_status_is_asked_for_in_place_of_those_of_the_view_and_a_score_in_place_of_the_cut(cellar: Path) -> None:
    view = EntrySelection((Status.CANDIDATE,), DEFAULT_CUT, order=EntryOrder.AGE)
    assert found(cellar, "者", view) == ["醸造責任者"]
    assert found(cellar, "score:<50", view) == ["係の者"]
    assert found(cellar, "status:rej", view) == ["湿度"]
    assert found(cellar, "-status:approved -score:>71", view) == ["湿度", "収穫", "見学", "係の者"]


PIECES = st.sampled_from(
    [
        "status:",
        "score:",
        "count:",
        "doc:",
        "has:",
        "subject：",
        "-",
        "－",
        '"',
        "“",
        ">",
        "80",
        "５０-70",
        "〜",
        " ",
        "　",
    ]
)
TYPED = st.lists(PIECES | st.text(max_size=6), max_size=8).map("".join)


@given(TYPED)
def test_whatever_is_typed_is_a_filter_or_a_mistake_in_words(typed: str) -> None:
    try:
        selection = filtered(EntrySelection(), typed)
    except FilterError:
        return
    assert len(selection.conditions) <= 12


def test_whatever_is_typed_the_store_answers(cellar: Path) -> None:
    @given(TYPED.filter(lambda text: not any(0xD800 <= ord(character) < 0xE000 for character in text)))
    def answers(typed: str) -> None:
        try:
            selection = filtered(EntrySelection(), typed)
        except FilterError:
            return
        glossary.entry_ids(selection)

    with Glossary.open(cellar) as glossary:
        answers()


@given(st.text(st.characters(exclude_categories=["C", "Z"], exclude_characters='"“”＂'), min_size=1, max_size=40))
def test_what_stands_in_quotation_marks_is_looked_for_as_it_is(text: str) -> None:
    (condition,) = filtered(EntrySelection(), f'"{text}"').conditions
    assert isinstance(condition, Holds)
    assert not condition.reading_pattern
    assert not condition.romaji_pattern
    assert unicodedata.normalize("NFC", text) in condition.texts


@pytest.mark.parametrize("text", ["100%", "a_b", "閉じ[/注]る", "status:approved", "-者", "C:\\temp", "が", "'x'"])
def test_what_is_typed_in_quotation_marks_is_found_in_the_store(tmp_path: Path, text: str) -> None:
    with Glossary.open(tmp_path / "new.db") as glossary:
        key = glossary.create_entry(EntryEdit(source=f"前{text}後", reading="よみ"))
        glossary.create_entry(EntryEdit(source="前xyz後", reading="よみ"))
        assert list(glossary.entry_ids(filtered(EntrySelection(), f'"{text}"'))) == [key]


def test_orders_are_of_the_score_the_count_the_reading_and_the_first_place(cellar: Path) -> None:
    for order, first in (
        (EntryOrder.SCORE, "樽"),
        (EntryOrder.COUNT, "貯蔵庫"),
        (EntryOrder.READING, "係の者"),
        (EntryOrder.DOCUMENT, "貯蔵庫"),
    ):
        assert found(cellar, "", EntrySelection(order=order))[0] == first, order
    by_place = found(cellar, "", EntrySelection(order=EntryOrder.DOCUMENT))
    assert by_place == ["貯蔵庫", "湿度", "係の者", "樽", "醸造責任者", "収穫", "見学"]
