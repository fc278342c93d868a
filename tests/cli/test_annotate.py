"""The command `annotate`: terms in files of any format, for people and for programs."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from tests.cli.conftest import Run

KEYS = {
    "paragraph", "start", "end", "within", "text", "kind", "form", "entry", "source", "target", "forbidden", "usage",
    "status", "refusal",
}  # fmt: skip
TEXT = "東京都で条約案を読む。\n\n協\u200b約はｻｰﾊﾞｰにある。\n"


@pytest.fixture
def terms(run: Run) -> None:
    Path("terms.csv").write_text("source,target\n条約,treaty\n京都,Kyoto\nサーバー,server\n", encoding="utf-8")
    assert run("import", "terms.csv").code == 0
    key = str(next(row["id"] for row in run("terms", "list", "--all", "--jsonl").rows if row["source"] == "条約"))
    run("terms", "edit", key, "--forbid", "pact")


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "記事.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


@pytest.mark.usefixtures("terms")
def test_places_count_the_characters_of_the_file(run: Run, article: Path) -> None:
    rows = run("annotate", article, "--jsonl").rows
    assert {frozenset(row) for row in rows} == {frozenset(KEYS)}
    assert [(TEXT[row["start"] : row["end"]], row["source"], row["target"]) for row in rows] == [
        ("条約", "条約", "treaty"),
        ("ｻｰﾊﾞｰ", "サーバー", "server"),
    ]
    assert json.loads(run("annotate", article, "--json").out) == rows
    assert rows[0]["forbidden"] == ["pact"]


@pytest.mark.usefixtures("terms")
def test_a_pipe_gets_tab_separated_values(run: Run, article: Path) -> None:
    titles, first, *_ = run("annotate", article).table
    assert titles == ["start", "end", "text", "source", "target", "usage", "forbidden", "status", "refusal"]
    assert first == ["4", "6", "条約", "条約", "treaty", "", "pact", "approved", ""]


@pytest.mark.usefixtures("terms")
def test_a_pipe_says_how_the_target_that_was_found_may_be_used(run: Run, tmp_path: Path) -> None:
    (tmp_path / "article.txt").write_text("The treaties replaced a pact that was weak.\n", encoding="utf-8")
    _, *rows = run("annotate", "article.txt", "--lang", "en").table
    assert [(row[2], row[5]) for row in rows] == [("treaties", "preferred"), ("pact", "forbidden")]


@pytest.mark.usefixtures("terms")
def test_a_person_sees_the_terms_marked_and_listed(run: Run, article: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    outcome = run("annotate", article, "--refused")
    assert outcome.out.split("\n")[:3] == [
        "東京都で[条約]案を読む。",
        "      1-3  京都 is not 京都: inside a longer word",
        "      4-6  条約 → treaty  not: pact  (approved)",
    ]
    assert "ｻｰﾊﾞｰ (サーバー) → server" in outcome.out


@pytest.mark.usefixtures("terms")
def test_what_was_refused_is_given_with_its_reason(run: Run, article: Path) -> None:
    rows = run("annotate", article, "--refused", "--jsonl").rows
    assert [(row["text"], row["refusal"]) for row in rows][:2] == [("京都", "inside a longer word"), ("条約", "")]


@pytest.mark.usefixtures("terms")
def test_an_english_file_is_searched_for_targets(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "article.html"
    path.write_text("<p>The <b>treaties</b> replaced a pact that was weak.</p>", encoding="utf-8")
    rows = run("annotate", path, "--lang", "en", "--jsonl").rows
    assert [(row["text"], row["usage"], row["source"]) for row in rows] == [
        ("treaties", "preferred", "条約"),
        ("pact", "forbidden", "条約"),
    ]


@pytest.mark.usefixtures("terms")
def test_standard_input_is_read_in_any_encoding(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    text = "新しい条約を読む。サーバーは動いている。\n"
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(text.encode("cp932"))))
    outcome = run("annotate", "-", "--jsonl")
    assert [row["text"] for row in outcome.rows] == ["条約", "サーバー"]
    assert "standard input: text, " in outcome.err


@pytest.mark.usefixtures("terms")
def test_no_term_and_no_file_are_told_apart(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "無.txt"
    path.write_text("何もないところに何かがある。\n", encoding="utf-8")
    assert run("annotate", path).code == 1
    assert run("annotate", tmp_path / "missing.txt").code == 4


@pytest.mark.usefixtures("terms")
def test_a_text_of_a_stranger_cannot_steer_the_terminal(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    path = tmp_path / "attack.txt"
    path.write_text("条約\x1b[2Jを読む。条約\u202eを読む。\n", encoding="utf-8")
    assert not {"\x1b", "\u202e"} & set(run("annotate", path).out)
