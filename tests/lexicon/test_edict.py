from __future__ import annotations

import time
from pathlib import Path

import pytest

from rnk_gloss.errors import InputError
from rnk_gloss.lexicon import source_stream
from rnk_gloss.lexicon.dictionary import Sense
from rnk_gloss.lexicon.edict import FIRST_OWN_NUMBER, EdictDictionary, edict_word
from rnk_gloss.lexicon.source import DictionarySource
from tests.lexicon.dictionary_texts import EDICT, written
from tests.lexicon.small_source import NOUN, small_source

SURU = "noun or participle which takes the aux. verb suru"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "euc_jp"])
@pytest.mark.parametrize("packed", [False, True], ids=["plain", "gzip"])
def test_senses_and_forms_are_those_of_jamdict(tmp_path: Path, encoding: str, packed: bool) -> None:
    data = EdictDictionary(written(tmp_path / "edict2", EDICT, encoding=encoding, packed=packed))
    first, second = data.words()
    with DictionarySource(small_source(tmp_path / "jamdict.db")) as expected:
        agreement, system = expected.word(1), expected.word(2)
    assert agreement is not None
    assert second == system
    assert (first.number, first.senses) == (agreement.number, agreement.senses)
    # EDICT's "(P)" does not tell the bands of frequency, and has no reading without kanji here.
    assert [(form.form, form.reading, form.primary, form.senses) for form in first.forms[:2]] == [
        (form.form, form.reading, form.primary, form.senses) for form in agreement.forms[:2]
    ]
    assert data.about()["source"] == "edict2 (EDICT of 2024-02-03)"


@pytest.mark.parametrize(
    ("glosses", "senses"),
    [
        pytest.param("(n,vs) talks/negotiation", [Sense(("talks", "negotiation"), (NOUN, SURU))], id="codes"),
        pytest.param(
            "(n) (1) head/(2) (arch) chief/boss",
            [Sense(("head",), (NOUN,)), Sense(("chief", "boss"), (NOUN,), ("archaism",))],
            id="parts-of-speech-hold-for-later-senses",
        ),
        pytest.param(
            "(1) (n) head/(2) (vt) (v1) (See 頭) to lead",
            [Sense(("head",), (NOUN,)), Sense(("to lead",), ("transitive verb", "Ichidan verb"))],
            id="numbers-first",
        ),
        pytest.param("(n) {comp} {food} chip", [Sense(("chip",), (NOUN,), (), ("computing", "food, cooking"))],
                     id="fields"),
        pytest.param("(n) {newcode} x", [Sense(("x",), (NOUN,), (), ("newcode",))], id="field-without-a-label"),
        pytest.param("(n) (of a ship) bow/stem (front)", [Sense(("(of a ship) bow", "stem (front)"), (NOUN,))],
                     id="brackets-of-the-gloss"),
        pytest.param("(n) pair of 1/2", [Sense(("pair of 1", "2"), (NOUN,))], id="slash"),
        pytest.param("(n) sole/EntL1234567X", [Sense(("sole",), (NOUN,))], id="number-is-no-gloss"),
    ],
)  # fmt: skip
def test_notes_before_glosses(glosses: str, senses: list[Sense]) -> None:
    word = edict_word(f"首 [くび] /{glosses}/", 5)
    assert word is not None
    assert list(word.senses) == senses


@pytest.mark.parametrize(
    ("line", "priorities"),
    [
        pytest.param("首;頸 [くび] /(n) neck/(P)/", [("spec1",), (), ("spec1",)], id="entry"),
        pytest.param("首;頸(P) [くび] /(n) neck/(P)/", [(), ("spec1",), ()], id="spelling"),
        pytest.param("くび /(n) neck/(P)/", [("spec1",)], id="kana-only"),
        pytest.param("首 [くび] /(n) neck/", [(), ()], id="none"),
    ],
)
def test_p_means_common(line: str, priorities: list[tuple[str, ...]]) -> None:
    word = edict_word(line, 5)
    assert word is not None
    assert [form.priority for form in word.forms] == priorities


def test_a_line_without_a_number_gets_one_of_its_own(tmp_path: Path) -> None:
    data = EdictDictionary(
        written(tmp_path / "edict", "首 [くび] /(n) neck/\n\n# remark\n顔 [かお] /(n) face/EntL7/\n")
    )
    assert [word.number for word in data.words()] == [FIRST_OWN_NUMBER + 1, 7]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        pytest.param(EDICT + "首 くび neck\n", ":4: not a line of EDICT: 首 くび neck", id="other-form"),
        pytest.param(EDICT + "首 /" + "x" * 100_001 + "/\n", ":4: a line of more than", id="long-line"),
        pytest.param("　？？？ /ENAMDICT, names/\n青葉 [あおば] /(s) Aoba/\n", "a list of names", id="names"),
    ],
)
def test_lines_that_are_none(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(InputError, match=message):
        list(EdictDictionary(written(tmp_path / "edict2", text)).words())


def test_bytes_far_down_that_are_not_utf_8(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(source_stream, "MOST_BYTES_OF_ENTRY", 300_000)
    lines = "顔 [かお] /(n) face/\n".encode() * 20_000
    with pytest.raises(InputError, match=":20001: not UTF-8"):
        list(EdictDictionary(written(tmp_path / "edict2", lines + b"\xff /x/\n")).words())


def test_a_line_of_brackets_and_spaces_is_read_at_once() -> None:
    began = time.process_time()
    for filling in ("(" + " " * 90_000 + "x) y", "(n) " * 20_000 + "y", "(" * 90_000, ";" * 90_000):
        edict_word(f"首 [くび] /(n) {filling}/", 5)
    assert edict_word("首" + "(" * 90_000 + " [くび] /(n) neck/", 5) is not None
    assert time.process_time() - began < 2
