"""`pretranslate` as translators and scripts use it."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import polib
import pytest

from rnk_gloss.model.segment import Unit
from rnk_gloss.service.glossary import Glossary
from tests.cli.conftest import Run

KEYS = {
    "segment", "span", "source", "target", "score", "kind", "explanation", "match", "repeats", "terms", "forbidden",
}  # fmt: skip
NEXT = "専門家パネルは解散した。経済制裁の監視は続くのか。\n\n=1+1が答えだ。専門家パネルは解散した。\n"


@pytest.fixture
def text(run: Run, pair: tuple[Path, Path], tmp_path: Path) -> Path:
    run("extract", *pair)
    (row,) = [row for row in run("terms", "list", "--all", "--jsonl").rows if row["source"] == "専門家パネル"]
    run("terms", "edit", str(row["id"]), "--target", "expert panel", "--forbid", "Panel of Experts")
    run("terms", "approve", str(row["id"]))
    path = tmp_path / "続報.txt"
    path.write_text(NEXT, encoding="utf-8")
    return path


def test_each_segment_has_its_best_match_its_terms_and_its_place(run: Run, text: Path) -> None:
    outcome = run("pretranslate", text, "--min", "60", "--jsonl")
    assert outcome.code == 0
    assert {frozenset(row) for row in outcome.rows} == {frozenset(KEYS)}
    assert [NEXT[slice(*row["span"])] for row in outcome.rows] == [row["source"] for row in outcome.rows]
    shown = [(row["segment"], row["target"], row["score"], row["kind"], row["repeats"]) for row in outcome.rows]
    assert shown == [
        (1, "The Panel of Experts was dissolved.", 100, "exact", None),
        (2, "Economic sanctions are still monitored.", outcome.rows[1]["score"], "fuzzy", None),
        (3, None, None, None, None),
        (4, "The Panel of Experts was dissolved.", 100, "exact", 1),
    ]
    assert [[term["text"] for term in row["terms"]][:1] for row in outcome.rows] == [
        ["専門家パネル"],
        ["経済制裁"],
        [],
        ["専門家パネル"],
    ]
    assert outcome.rows[0]["forbidden"] == [
        {"term": "専門家パネル", "target": "Panel of Experts", "preferred": "expert panel"}
    ]
    assert outcome.rows[0]["match"]["explanation"] == outcome.rows[0]["explanation"] == "100 = the same text"
    assert "4 segments: 2 exact, 1 fuzzy, 1 without a match, 1 repetitions, 2 with a forbidden rendering" in outcome.err


@pytest.mark.parametrize("suffix", [".tsv", ".csv", ".json", ".jsonl"])
def test_the_name_of_the_output_says_its_form(run: Run, text: Path, tmp_path: Path, suffix: str) -> None:
    told = run("pretranslate", text, "--min", "60", "--jsonl").rows
    path = tmp_path / f"結果{suffix}"
    outcome = run("pretranslate", text, "--min", "60", "-o", path)
    assert (outcome.code, outcome.out) == (0, "")
    written = path.read_bytes().decode("utf-8-sig")
    if suffix == ".jsonl":
        assert [json.loads(line) for line in written.split("\n")[:-1]] == told
    elif suffix == ".json":
        assert json.loads(written) == told
    else:
        rows = (
            list(csv.reader(io.StringIO(written, newline="")))
            if suffix == ".csv"
            else [line.split("\t") for line in written.split("\n")[:-1]]
        )
        assert rows[0] == [
            *["segment", "start", "end", "source", "target", "score", "kind", "explanation", "repeats", "terms"],
            "forbidden",
        ]
        assert rows[1][:7] == ["1", "0", "12", "専門家パネルは解散した。", told[0]["target"], "100", "exact"]
        assert rows[1][9:] == ["専門家パネル = expert panel", "Panel of Experts"]
        assert rows[4][8] == "1"
        # A spreadsheet would run a cell that begins so.
        assert rows[3][3] == ("'=1+1が答えだ。" if suffix == ".csv" else "=1+1が答えだ。")


def test_a_catalogue_goes_to_a_translator_and_comes_back(run: Run, text: Path, tmp_path: Path) -> None:
    assert run("pretranslate", text, "--min", "60", "-o", "続報.po").code == 0
    catalogue = polib.pofile(str(tmp_path / "続報.po"))
    assert [(entry.msgid, entry.msgstr != "", entry.fuzzy) for entry in catalogue] == [
        ("専門家パネルは解散した。", True, True),
        ("経済制裁の監視は続くのか。", True, True),
        ("=1+1が答えだ。", False, False),
    ]
    comment = catalogue[0].comment.split("\n")
    assert comment[0].startswith("match: 100% exact, not reviewed")
    assert comment[1] == "term: 専門家パネル = expert panel (not: Panel of Experts)"
    assert "forbidden: Panel of Experts for 専門家パネル, use expert panel" in comment
    catalogue[0].msgstr = "The expert panel was dissolved."
    catalogue[0].flags.remove("fuzzy")
    catalogue.save()
    assert "3 units read (po)" in run("import", "続報.po").out
    matches = run("lookup", "専門家パネルは解散した。", "--jsonl").rows
    assert "The expert panel was dissolved." in {row["target"] for row in matches}


@pytest.mark.parametrize(("to", "translation"), [("en", "Open the valve."), ("de", "Öffnen Sie das Ventil.")])
def test_a_file_for_a_translator_is_in_one_language(run: Run, tmp_path: Path, to: str, translation: str) -> None:
    texts = {"en": "Open the valve.", "de": "Öffnen Sie das Ventil."}
    with Glossary.open(tmp_path / "glossary.db") as glossary:
        glossary.add_units([Unit("弁を開ける。", text, target_language=code) for code, text in texts.items()])
    (tmp_path / "手順.txt").write_text("弁を開ける。\n", encoding="utf-8")
    assert run("pretranslate", "手順.txt", "--to", to.upper(), "-o", "手順.po").code == 0
    catalogue = polib.pofile(str(tmp_path / "手順.po"))
    assert (catalogue.metadata["Language"], [entry.msgstr for entry in catalogue]) == (to, [translation])


def test_a_memory_of_other_languages_is_told_of(run: Run, tmp_path: Path) -> None:
    with Glossary.open(tmp_path / "glossary.db") as glossary:
        glossary.add_units([Unit("弁を開ける。", "Öffnen Sie das Ventil.", target_language="de")])
    (tmp_path / "手順.txt").write_text("弁を開ける。\n", encoding="utf-8")
    outcome = run("pretranslate", "手順.txt")
    assert (outcome.code, "from ja to en" in outcome.err, "--to names another" in outcome.err) == (1, True, True)


@pytest.mark.parametrize("profile", ["2.1", "1.2"])
def test_xliff_goes_to_a_translator(run: Run, text: Path, tmp_path: Path, profile: str) -> None:
    assert run("pretranslate", text, "--min", "60", "-o", "続報.xlf", "--profile", profile).code == 0
    written = (tmp_path / "続報.xlf").read_text(encoding="utf-8")
    assert (f'version="{profile}"' in written, written.count("<source>専門家パネルは解散した。</source>")) == (True, 4)
    assert "4 units read (xliff)" in run("import", "続報.xlf").out


def test_several_processes_find_the_same(run: Run, text: Path) -> None:
    assert run("pretranslate", text, "--jobs", "2", "--json").out == run("pretranslate", text, "--json").out


def test_segments_know_their_neighbours(run: Run, pair: tuple[Path, Path]) -> None:
    run("extract", *pair)
    assert [row["score"] for row in run("pretranslate", pair[0], "--jsonl").rows] == [101, 101, 101]


def test_what_is_new_throughout_is_nothing_found(run: Run, text: Path, tmp_path: Path) -> None:
    other = tmp_path / "別.txt"
    other.write_text("まったく別の話をした。\n", encoding="utf-8")
    outcome = run("pretranslate", other, "-o", "別.tsv")
    assert outcome.code == 1
    assert (tmp_path / "別.tsv").read_text(encoding="utf-8").count("\n") == 2


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        pytest.param(["続報.txt", "-o", "続報.docx"], 2, "cannot be written by pretranslate", id="form"),
        pytest.param(["続報.txt", "-o", "a.xlf", "--profile", "3"], 2, "no profile 3", id="version of XLIFF"),
        pytest.param(["続報.txt", "-o", "a.tsv", "--profile", "1.2"], 2, "go to a translator", id="profile of a table"),
        pytest.param(["続報.tsv", "-o", "./続報.tsv"], 2, "is the file that is read", id="itself"),
        pytest.param(["続報.txt", "-o", "a.tsv", "--json"], 2, "the name of --output says its form", id="two forms"),
        pytest.param(["無い.txt"], 4, "no such file", id="missing"),
        pytest.param(["続報.txt", "-o", "無い/a.tsv"], 4, "cannot be written", id="no folder"),
        pytest.param(["catalogue.po"], 4, "holds its translation already", id="catalogue"),
        pytest.param(["--db", "none.db", "続報.txt"], 3, "no such database", id="no database"),
    ],
)
def test_mistakes_are_said_plainly(run: Run, text: Path, arguments: list[str], code: int, message: str) -> None:
    assert text.exists()
    Path("続報.tsv").write_text(NEXT, encoding="utf-8")
    Path("catalogue.po").write_text(
        'msgid ""\nmsgstr "Language: ja\\nContent-Type: text/plain; charset=UTF-8\\n"\n\nmsgid "Open"\nmsgstr "開く"\n',
        encoding="utf-8",
    )
    options, rest = (arguments[:2], arguments[2:]) if arguments[0] == "--db" else ([], arguments)
    outcome = run(*options, "pretranslate", *rest)
    assert (outcome.code, outcome.out) == (code, "")
    assert message in outcome.err
    assert not Path("a.tsv").exists()
