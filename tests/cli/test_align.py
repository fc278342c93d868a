"""The command `align`: an alignment on stdout, nothing stored."""

from __future__ import annotations

import json
from pathlib import Path
from xml.etree import ElementTree

import pytest

from rnk_gloss.lexicon.dictionary import Lexicon
from rnk_gloss.service import workspace
from tests.align.test_plausibility import ENGLISH, GARDEN, JAPANESE
from tests.cli.conftest import Run

Pair = tuple[Path, Path]
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


def files(folder: Path, source: str, target: str) -> Pair:
    """Two files with these texts."""
    paths = folder / "条約.ja.txt", folder / "条約.en.txt"
    for path, text in zip(paths, (source, target), strict=True):
        path.write_text(text, encoding="utf-8")
    return paths


@pytest.fixture
def left_out(tmp_path: Path) -> Pair:
    """A pair in which each side has a sentence of its own: the second in Japanese, the last in English."""
    source = "".join([JAPANESE[0], "霧の深い夜が明け、港の人々は静かに船を見送った。", *JAPANESE[1:6]])
    return files(tmp_path, source, " ".join([*ENGLISH[:6], GARDEN[2]]))


def test_every_sentence_is_in_one_row_in_the_order_of_the_texts(run: Run, left_out: Pair) -> None:
    outcome = run("align", *left_out)
    assert outcome.code == 0
    header, *rows = outcome.table
    assert header == ["score", "shape", "source", "target", "flags"]
    assert "".join(row[2] for row in rows) == left_out[0].read_text(encoding="utf-8")
    assert " ".join(row[3] for row in rows if row[3]) == left_out[1].read_text(encoding="utf-8")
    assert rows[1][1:] == ["1-0", "霧の深い夜が明け、港の人々は静かに船を見送った。", "", "omission"]
    assert rows[-1][1:] == ["0-1", "", GARDEN[2], "omission"]
    assert all(0 <= int(row[0]) <= 100 for row in rows)


def test_json_says_where_the_sentences_stand(run: Run, left_out: Pair) -> None:
    beads = run("align", *left_out, "--jsonl").rows
    texts = [path.read_text(encoding="utf-8") for path in left_out]
    for side, text in zip(("source", "target"), texts, strict=True):
        spans = [(bead[side], bead[f"{side}_span"]) for bead in beads]
        assert all(text[slice(*span)] == written if span else written == "" for written, span in spans)
        assert sum(span is None for _, span in spans) == 1
    assert json.loads(run("align", *left_out, "--json").out) == beads


def test_json_says_why_a_bead_is_believed(run: Run, left_out: Pair) -> None:
    first = run("align", *left_out, "--jsonl").rows[0]
    assert first["shape"] == "1-1"
    assert {"dictionary", "length"} <= {one["kind"] for one in first["evidence"]}
    assert all(set(one) == {"kind", "detail", "weight"} for one in first["evidence"])


def test_a_memory_holds_what_stands_on_both_sides(run: Run, left_out: Pair, tmp_path: Path) -> None:
    outcome = run("align", *left_out, "--tmx")
    assert outcome.code == 0
    assert "6 units written; left out because they stand on one side only: 2" in outcome.err
    root = ElementTree.fromstring(outcome.out.encode())
    assert root.get("version") == "1.4"
    units = [{one.get(LANGUAGE): one.findtext("seg") for one in unit.iter("tuv")} for unit in root.iter("tu")]
    assert units == [{"ja": ja, "en": en} for ja, en in zip(JAPANESE[:6], ENGLISH[:6], strict=True)]
    assert run("align", *left_out, "--tmx").out == outcome.out
    assert not (tmp_path / "glossary.db").exists()


def test_the_memory_can_be_imported_and_waits_for_review(run: Run, left_out: Pair, tmp_path: Path) -> None:
    (tmp_path / "memory.tmx").write_text(run("align", *left_out, "--tmx").out, encoding="utf-8")
    assert "6 segments" in run("import", "memory.tmx").out
    match = run("lookup", JAPANESE[1], "--jsonl").rows[0]
    assert (match["target"], match["status"], match["origin"]) == (ENGLISH[1], "candidate", "alignment")


def test_the_last_form_that_was_asked_for_counts(run: Run, left_out: Pair) -> None:
    assert run("align", *left_out, "--json", "--tmx").out.startswith("<?xml")
    assert run("align", *left_out, "--tmx", "--json").out.startswith("[")


def test_omissions_can_be_rare_or_many(run: Run, tmp_path: Path) -> None:
    pair = files(tmp_path, "".join([*JAPANESE[:2], "霧が深い夜だった。", *JAPANESE[2:6]]), " ".join(ENGLISH[:6]))

    def alone(*options: str) -> int:
        return sum("omission" in bead["flags"] for bead in run("align", *pair, "--jsonl", *options).rows)

    assert [alone("--omissions", "rare"), alone("--omissions", "many")] == [0, 1]
    assert alone() == alone("--omissions", "some")
    assert run("align", *pair, "--omissions", "never").code == 2


@pytest.mark.parametrize(
    ("source", "target", "told"),
    [
        pytest.param(
            "".join(JAPANESE), " ".join(GARDEN), ["no translations of each other", "--anyway"], id="strangers"
        ),
        pytest.param(
            " ".join(ENGLISH),
            "".join(JAPANESE),
            [
                "their languages are swapped",
                "hint: give them the other way round: rnk-gloss align 条約.en.txt 条約.ja.txt",
            ],
            id="swapped",
        ),
        pytest.param(
            "".join(JAPANESE), "".join(JAPANESE), ["条約.en.txt: is Japanese", "name the English"], id="no English"
        ),
        pytest.param(" ".join(ENGLISH), " ".join(ENGLISH), ["条約.ja.txt: holds no Japanese"], id="no Japanese"),
        pytest.param("", " ".join(ENGLISH), ["条約.ja.txt"], id="nothing for Japanese"),
        pytest.param("".join(JAPANESE), "", ["条約.en.txt"], id="nothing for English"),
        pytest.param("".join(JAPANESE), " \n\n \n", ["条約.en.txt"], id="blanks for English"),
        pytest.param("".join(JAPANESE), "— 12 —\n", ["条約.en.txt"], id="a page number for English"),
    ],
)
def test_a_pair_that_cannot_be_aligned_is_refused(
    run: Run, tmp_path: Path, source: str, target: str, told: list[str]
) -> None:
    files(tmp_path, source, target)
    outcome = run("align", "条約.ja.txt", "条約.en.txt", "--tmx")
    assert (outcome.code, outcome.out) == (4, "")
    error = outcome.err[outcome.err.index("rnk-gloss: error: ") :]
    assert [message for message in told if message not in error] == []


def test_code_alone_is_no_text_to_align(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.ja.txt").write_text("".join(JAPANESE), encoding="utf-8")
    (tmp_path / "a.en.md").write_text("```\nprint('no text of a translator')\n```\n", encoding="utf-8")
    outcome = run("align", "a.ja.txt", "a.en.md")
    assert (outcome.code, outcome.out) == (4, "")
    assert "a.en.md: holds no text that could be aligned" in outcome.err


def test_what_is_no_translation_is_aligned_when_that_is_wanted(run: Run, tmp_path: Path) -> None:
    pair = files(tmp_path, "".join(JAPANESE), " ".join(GARDEN))
    outcome = run("align", *pair, "--anyway", "--jsonl")
    assert outcome.code == 0
    assert "".join(bead["source"] for bead in outcome.rows) == "".join(JAPANESE)


def test_without_a_dictionary_that_is_said_and_nothing_refused(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pair = files(tmp_path, "".join(JAPANESE), " ".join(GARDEN))
    assert "No dictionary" not in run("align", *pair, "--anyway").err
    monkeypatch.setattr(workspace, "_shared", [Lexicon.none()])
    outcome = run("align", *pair)
    assert outcome.code == 0
    assert [line for line in outcome.err.split("\n") if line.startswith("No dictionary: ")]
