"""The commands as scripts use them: data on stdout, everything else on stderr, exit codes that mean something."""

from __future__ import annotations

import io
import json
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from rnk_gloss import Glossary
from rnk_gloss.model.unit import Unit
from rnk_gloss.service.review import EntryEdit
from tests.cli.conftest import Run, stdin

ENTRY_KEYS = {
    "id", "source", "reading", "reading_origin", "category", "subject", "status", "score", "count", "documents",
    "variants", "targets", "note", "reason", "changed_at", "changed_by",
}  # fmt: skip
MATCH_KEYS = {
    "score", "kind", "side", "source", "target", "explanation", "differences", "unit", "status", "origin", "document",
    "changed_at", "changed_by", "forbidden", "languages",
}  # fmt: skip
BEAD_KEYS = {"source", "target", "score", "shape", "source_span", "target_span", "flags", "evidence"}


def entry_id(run: Run, source: str) -> str:
    return str(next(row["id"] for row in run("terms", "list", "--all", "--jsonl").rows if row["source"] == source))


def test_extract_says_what_it_did_and_what_it_decided(run: Run, pair: tuple[Path, Path]) -> None:
    outcome = run("extract", *pair, "--subject", "外交", "--tsv")
    assert outcome.code == 0
    assert outcome.table[1][:3] == ["記事.ja.txt", "記事.en.txt", "new"]
    assert "  read as UTF-8: all its bytes are valid\n" in outcome.err
    assert "  記事.en.txt: read as UTF-8" in outcome.err
    assert "new entries" in outcome.err


def test_terms_are_listed_with_the_shape_that_programs_rely_on(run: Run, pair: tuple[Path, Path]) -> None:
    run("extract", *pair, "--subject", "外交")
    rows = run("terms", "list", "--all", "--jsonl").rows
    panel = next(row for row in rows if row["source"] == "専門家パネル")
    assert set(panel) == ENTRY_KEYS
    assert (panel["reading"], panel["subject"], panel["status"], panel["count"]) == (
        "せんもんかぱねる",
        "外交",
        "candidate",
        2,
    )
    assert set(panel["targets"][0]) == {"text", "usage", "score", "origin", "evidence"}
    assert set(panel["targets"][0]["evidence"][0]) == {"kind", "detail", "weight", "document", "span"}
    assert [row["score"] for row in rows] == sorted((row["score"] for row in rows), reverse=True)
    assert json.loads(run("terms", "list", "--all", "--json").out) == rows


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("専門家", id="kanji"),
        pytest.param("ぱねる", id="hiragana"),
        pytest.param("パネル", id="katakana"),
        pytest.param("senmonka", id="romaji"),
    ],
)
def test_terms_are_found_by_what_can_be_typed(run: Run, pair: tuple[Path, Path], text: str) -> None:
    run("extract", *pair)
    found = run("terms", "list", "--all", "--text", text, "--jsonl").rows
    assert "専門家パネル" in [row["source"] for row in found]
    assert "経済制裁" not in [row["source"] for row in found]


def test_show_gives_the_reasons_and_the_places(run: Run, pair: tuple[Path, Path]) -> None:
    run("extract", *pair)
    shape = json.loads(run("terms", "show", entry_id(run, "専門家パネル"), "--json").out)
    assert set(shape) == ENTRY_KEYS | {"evidence", "contexts"}
    assert sum(item["weight"] for item in shape["evidence"]) == pytest.approx(shape["score"], abs=1.5)
    assert shape["contexts"][0]["translation"] == "The Panel of Experts was dissolved."
    card = run("terms", "show", entry_id(run, "専門家パネル")).out
    assert "専門家パネル  せんもんかぱねる" in card
    assert "記事.ja.txt:0" in card


def test_decisions_undo_and_history(run: Run, pair: tuple[Path, Path]) -> None:
    run("extract", *pair)
    key = entry_id(run, "専門家パネル")
    assert run("terms", "approve", key).code == 0
    assert (
        run("terms", "edit", key, "--target", "Panel of Experts", "--forbid", "expert panel", "--note", "国連").code
        == 0
    )
    entry = json.loads(run("terms", "show", key, "--json").out)
    assert (entry["status"], entry["note"]) == ("approved", "国連")
    usages = {target["text"]: target["usage"] for target in entry["targets"]}
    assert (usages["Panel of Experts"], usages["expert panel"]) == ("preferred", "forbidden")
    assert [row["name"] for row in run("history", key, "--jsonl").rows][:2] == [
        f"edit entry {key}",
        f"approve entry {key}",
    ]
    assert "undone: approve" in run("undo", "2").err
    assert json.loads(run("terms", "show", key, "--json").out)["status"] == "candidate"
    assert run("redo").code == 0
    assert json.loads(run("terms", "show", key, "--json").out)["status"] == "approved"


def test_add_reject_reopen_and_merge(run: Run) -> None:
    one = run("terms", "add", "六者協議", "Six-Party Talks", "--reading", "ロクシャキョウギ").out.strip()
    other = run("terms", "add", "六カ国協議").out.strip()
    assert run("terms", "merge", one, other).code == 0
    entry = json.loads(run("terms", "show", one, "--json").out)
    assert (entry["reading"], [variant["text"] for variant in entry["variants"]]) == (
        "ろくしゃきょうぎ",
        ["六カ国協議"],
    )
    run("terms", "reject", one)
    assert run("terms", "list").code == 1
    assert [row["source"] for row in run("terms", "list", "--status", "rejected", "--jsonl").rows] == ["六者協議"]
    run("terms", "reopen", one)
    assert run("terms", "list", "--jsonl").rows[0]["status"] == "candidate"


def test_segments_are_listed_shown_edited_and_decided(run: Run, pair: tuple[Path, Path]) -> None:
    run("extract", *pair)
    rows = run("segments", "list", "--jsonl").rows
    assert [row["source"] for row in rows] == [
        "専門家パネルは解散した。",
        "経済制裁の監視は続く。",
        "専門家パネルの後継は決まっていない。",
    ]
    assert rows[0]["source_span"] == [0, 12]
    key = str(rows[0]["id"])
    run("segments", "edit", key, "--target", "The Panel of Experts disbanded.")
    run("segments", "approve", key)
    shape = json.loads(run("segments", "show", key, "--json").out)
    assert (shape["target"], shape["status"]) == ("The Panel of Experts disbanded.", "approved")
    run("segments", "reject", key)
    assert len(run("segments", "list", "--status", "rejected", "--jsonl").rows) == 1


def test_lookup_gives_matches_with_reasons(run: Run, pair: tuple[Path, Path]) -> None:
    run("extract", *pair)
    (match,) = run("lookup", "専門家パネルは、解散した。", "--jsonl").rows
    assert set(match) == MATCH_KEYS
    assert (match["kind"], match["target"]) == ("variant", "The Panel of Experts was dissolved.")
    assert match["explanation"].startswith(f"{match['score']:.0f} = ")
    document = json.loads(run("lookup", "専門家パネルは解散した。", "--json").out)
    assert document["matches"][0]["score"] == 100
    assert [term["text"] for term in document["terms"]] == ["専門家パネル"]
    assert run("lookup", "まったく別の話。", "--jsonl").code == 1


def test_lookup_marks_what_the_glossary_forbids(
    run: Run, pair: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    run("extract", *pair)
    run("terms", "edit", entry_id(run, "専門家パネル"), "--forbid", "Panel of Experts", "--target", "expert panel")
    run("terms", "approve", entry_id(run, "専門家パネル"))
    (match,) = run("lookup", "専門家パネルは解散した。", "--jsonl").rows
    assert match["forbidden"] == [{"term": "専門家パネル", "target": "Panel of Experts", "preferred": "expert panel"}]
    assert run("lookup", "専門家パネルは解散した。", "--tsv").table[1][-1] == "Panel of Experts"
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    assert (
        "forbidden for 専門家パネル: Panel of Experts (use expert panel)"
        in run("lookup", "専門家パネルは解散した。").out
    )


def test_lookup_reads_lines_and_answers_in_order(
    run: Run, pair: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    run("extract", *pair)
    (tmp_path / "lines.txt").write_text("経済制裁の監視は続く。\n無い文\n\n", encoding="utf-8")
    with (tmp_path / "lines.txt").open(encoding="utf-8") as lines:
        monkeypatch.setattr("sys.stdin", lines)
        rows = run("lookup", "-").rows
    assert [(row["query"], len(row["matches"])) for row in rows] == [
        ("経済制裁の監視は続く。", 1),
        ("無い文", 0),
        ("", 0),
    ]


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_line_that_cannot_be_looked_up_is_named(
    run: Run, pair: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch, jobs: str
) -> None:
    run("extract", *pair)
    monkeypatch.setattr(
        "sys.stdin", stdin("経済制裁の監視は続く。\n無い文\n" + "長" * 20_000 + "\n経済制裁の監視は続く。\n")
    )
    outcome = run("lookup", "-", "--jobs", jobs)
    assert outcome.code == 4
    assert [(len(row["matches"]), "error" in row) for row in outcome.rows] == [
        (1, False),
        (0, False),
        (0, True),
        (1, False),
    ]
    assert "stdin:3: a query cannot be longer than 10,000 characters" in outcome.err


def test_lines_that_are_not_utf_8_are_named_and_a_byte_order_mark_is_none(
    run: Run, pair: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    run("extract", *pair)
    marked = "\ufeff経済制裁の監視は続く。\r\n".encode()
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(marked + "無い文".encode("cp932"))))
    outcome = run("lookup", "-")
    assert [(row["query"], row["matches"][0]["score"]) for row in outcome.rows] == [("経済制裁の監視は続く。", 100)]
    assert (outcome.code, "stdin:2: not valid UTF-8" in outcome.err) == (4, True)
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO("無い文\n".encode("cp932"))))
    assert [row["query"] for row in run("lookup", "-", "--encoding", "cp932").rows] == ["無い文"]


def test_a_blank_line_is_no_neighbour(run: Run, pair: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch) -> None:
    run("extract", *pair)
    lines = "\n専門家パネルは解散した。\n\n　\n経済制裁の監視は続く。\n専門家パネルの後継は決まっていない。\n\n"
    monkeypatch.setattr("sys.stdin", stdin(lines))
    rows = run("lookup", "-", "--context").rows
    assert [row["query"] for row in rows] == lines.split("\n")[:-1]
    assert [row["matches"][0]["score"] for row in rows if row["matches"]] == [101, 101, 101]


def test_where_nothing_can_be_found_it_is_said_why(run: Run, pair: tuple[Path, Path]) -> None:
    run("terms", "add", "条約", "treaty")
    assert "the memory is empty" in run("lookup", "無い文").err
    run("extract", *pair)
    assert "nothing in the memory is 70 % like it" in run("lookup", "全く別の話である").err
    assert "no sources in 'xx'; it has them in ja" in run("lookup", "--lang", "xx", "無い文").err
    assert "no targets in 'de'; it has them in en" in run("lookup", "--lang", "de", "--side", "target", "Nichts").err


def test_concordance(run: Run, pair: tuple[Path, Path]) -> None:
    run("extract", *pair)
    rows = run("concordance", "パネル", "--jsonl").rows
    assert [row["source"][slice(*row["within"])] for row in rows] == ["パネル", "パネル"]
    assert run("concordance", "panel", "--side", "target").code == 0
    assert run("concordance", "無い").code == 1


def test_segment_and_align_store_nothing(run: Run, pair: tuple[Path, Path], tmp_path: Path) -> None:
    sentences = run("segment", pair[0], "--jsonl").rows
    assert (sentences[0]["text"], sentences[0]["span"]) == ("専門家パネルは解散した。", [0, 12])
    beads = run("align", *pair, "--jsonl").rows
    assert set(beads[0]) == BEAD_KEYS
    text = pair[0].read_text(encoding="utf-8")
    assert [text[slice(*bead["source_span"])] for bead in beads] == [bead["source"] for bead in beads]
    assert not (tmp_path / "glossary.db").exists()


def test_export_and_import(run: Run, pair: tuple[Path, Path], tmp_path: Path) -> None:
    run("extract", *pair)
    exported = run("export", "memory.tmx")
    assert (exported.code, exported.out) == (0, "")
    assert "3 units (tmx)" in exported.err
    imported = run("--db", "other.db", "import", "memory.tmx")
    assert imported.out.startswith("memory.tmx: 3 units read (tmx): 3 segments")
    assert "3 known" in run("--db", "other.db", "import", "memory.tmx").out
    run("export", "glossary.csv")
    assert (tmp_path / "glossary.csv").read_text(encoding="utf-8-sig").split("\r\n")[0].startswith("source,")
    assert run("export", "memory.xyz").code == 2


def test_tables_are_read_as_their_owner_says(run: Run, tmp_path: Path) -> None:
    (tmp_path / "用語.csv").write_text("1,treaty; pact,条約\n", encoding="utf-8")
    outcome = run("import", "用語.csv", "--columns", "ja=3,en=2", "--split-alternatives", ";")
    assert "1 terms" in outcome.out
    assert run("terms", "list", "--all", "--jsonl").rows[0]["targets"][1]["text"] == "pact"


def test_wrong_languages_of_a_file_can_be_named(run: Run, tmp_path: Path) -> None:
    terms = "".join(
        f'<langSet xml:lang="{code}"><tig><term>{text}</term></tig></langSet>'
        for code, text in (("en", "条約"), ("xx", "treaty"))
    )
    body = f'<martif type="TBX" xml:lang="en"><text><body><termEntry>{terms}</termEntry></body></text></martif>'
    (tmp_path / "用語.tbx").write_text(body, encoding="utf-8")
    assert run("import", "用語.tbx", "--languages", "ja=en").code == 0
    assert run("terms", "list", "--all", "--jsonl").rows[0]["targets"][0]["text"] == "treaty"
    assert run("import", "用語.tbx", "--languages", "ja").code == 2


def test_a_glossary_for_people_is_written_and_not_read(run: Run, pair: tuple[Path, Path], tmp_path: Path) -> None:
    run("extract", *pair)
    assert run("export", "glossary.html", "--profile", "ruby").code == 0
    assert "<ruby>" in (tmp_path / "glossary.html").read_text(encoding="utf-8")
    refused = run("import", "glossary.html")
    assert refused.code == 2
    assert "cannot be read back" in refused.err


def test_a_dry_run_changes_nothing(run: Run, tmp_path: Path) -> None:
    (tmp_path / "用語.csv").write_text("日本語,英語\n条約,treaty\n", encoding="utf-8")
    assert "dry run" in run("import", "用語.csv", "--dry-run").out
    assert run("terms", "list", "--all").code == 1


def test_the_database_looks_after_itself(run: Run, pair: tuple[Path, Path], tmp_path: Path) -> None:
    run("extract", *pair)
    facts = json.loads(run("db", "info", "--json").out)
    assert (facts["document"], facts["faults"]) == (2, 0)
    assert run("db", "backup", "copy.db").code == 0
    assert run("--db", "copy.db", "terms", "list", "--all").code == 0
    assert run("db", "backup", "copy.db").code == 3
    assert run("db", "migrate").code == 0


def test_the_dictionary_tells_its_licence(run: Run) -> None:
    outcome = run("lexicon", "info")
    assert outcome.code == 0
    assert "Electronic Dictionary Research and Development Group" in outcome.out


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        pytest.param(["terms", "list"], 3, "no such database", id="no database"),
        pytest.param(["extract", "無い.txt"], 4, "無い.txt", id="missing file"),
        pytest.param(["extract"], 2, "nothing to extract", id="nothing named"),
        pytest.param(["extract", "--pair", "a.txt"], 2, "--pair takes JA=EN", id="half a pair"),
        pytest.param(["terms", "approve"], 2, "Missing argument", id="missing argument"),
        pytest.param(["terms", "liste"], 2, "No such command", id="misspelt command"),
        pytest.param(["--nothing"], 2, "No such option", id="unknown option"),
        pytest.param(["align", "無い.ja.txt", "無い.en.txt"], 4, "無い.ja.txt", id="align a missing file"),
        pytest.param(["undo"], 3, "no such database", id="undo without a database"),
        pytest.param(["review"], 3, "no such database", id="review without a database"),
    ],
)
def test_a_mistake_is_one_plain_line_and_a_code(run: Run, arguments: list[str], code: int, message: str) -> None:
    outcome = run(*arguments)
    assert (outcome.code, outcome.out) == (code, "")
    first, *rest = outcome.err.strip().split("\n")
    assert first.startswith("rnk-gloss: error: ")
    assert message in first
    assert all(line.startswith("hint: ") for line in rest)


def test_a_missing_entry_is_nothing_found(run: Run) -> None:
    run("terms", "add", "条約", "treaty")
    outcome = run("terms", "show", "99")
    assert outcome.code == 1
    assert "there is no entry 99" in outcome.err


def test_one_bad_file_of_many_is_reported_and_the_rest_is_done(
    run: Run, pair: tuple[Path, Path], tmp_path: Path
) -> None:
    (tmp_path / "空.txt").write_text("")
    outcome = run("extract", "空.txt", pair[0])
    assert outcome.code == 4
    assert "rnk-gloss: error: " in outcome.err
    assert run("terms", "list", "--all").code == 0


def test_a_busy_database_is_said_to_be_busy(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("rnk_gloss.store.connection.BUSY_SECONDS", 0.05)
    monkeypatch.setattr(
        "rnk_gloss.store.connection.open_database.__kwdefaults__", {"create": True, "busy_seconds": 0.05}
    )
    key = run("terms", "add", "条約").out.strip()
    writer = sqlite3.connect("glossary.db", isolation_level=None)
    writer.execute("BEGIN IMMEDIATE")
    outcome = run("terms", "approve", key)
    writer.execute("ROLLBACK")
    writer.close()
    assert outcome.code == 3
    assert "is busy" in outcome.err


def test_data_reaches_no_terminal_unescaped(run: Run) -> None:
    run("terms", "add", "危険\x1b[31mな語", "evil\x1b]0;title\x07")
    outcome = run("terms", "show", "1")
    assert outcome.code == 0
    assert "\x1b" not in outcome.out
    assert "\x07" not in outcome.out


def test_bytes_that_are_no_utf8_are_refused_plainly(run: Run) -> None:
    run("terms", "add", "条約", "treaty")
    for arguments in (["terms", "add", "\udcffあ"], ["terms", "list", "--text", "\udcff"], ["concordance", "\udcff"]):
        outcome = run(*arguments)
        assert outcome.code in {2, 4}
        assert outcome.err.startswith("rnk-gloss: error: ")


def test_a_full_disk_is_told_in_one_line(tmp_path: Path) -> None:
    program = [sys.executable, "-m", "rnk_gloss.cli.main", "--help"]
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(program, stdout=full, stderr=subprocess.PIPE, cwd=tmp_path, check=False)
    assert done.returncode == 4
    assert done.stderr.decode().splitlines()[0] == "rnk-gloss: error: the output cannot be written: no space is left"


def test_a_reader_that_leaves_early_is_no_fault(run: Run, tmp_path: Path) -> None:
    rows = "".join(f"語{number},{'word ' * 50}\n" for number in range(300))
    (tmp_path / "many.csv").write_text(f"ja,en\n{rows}", encoding="utf-8")
    run("import", "many.csv")
    program = f"{sys.executable} -m rnk_gloss.cli.main terms list --tsv | head -1; echo ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", program], capture_output=True, text=True, check=True, cwd=tmp_path)
    assert done.stdout.split("\n")[1:] == ["0", ""]
    assert done.stderr == ""


def test_the_nearest_database_upward_is_used(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run("terms", "add", "条約", "treaty")
    (tmp_path / "深い" / "所").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "深い" / "所")
    assert run("terms", "list", "--jsonl").rows[0]["source"] == "条約"
    monkeypatch.setenv("RNK_GLOSS_DB", str(tmp_path / "none.db"))
    assert run("terms", "list").code == 3


def test_settings_come_from_the_nearest_file(run: Run, tmp_path: Path) -> None:
    (tmp_path / "rnk-gloss.toml").write_text('[extract]\nsubject = "法律"\n', encoding="utf-8")
    (tmp_path / "甲.txt").write_text("専門家パネルは解散した。", encoding="utf-8")
    run("extract", "甲.txt")
    assert {row["subject"] for row in run("terms", "list", "--all", "--jsonl").rows} == {"法律"}
    (tmp_path / "rnk-gloss.toml").write_text("[extract\n", encoding="utf-8")
    outcome = run("terms", "list")
    assert outcome.code == 2
    assert "rnk-gloss.toml: cannot be read as settings" in outcome.err


def test_the_ledger_of_spellings(run: Run, tmp_path: Path) -> None:
    (tmp_path / "甲.txt").write_text("６者協議は決裂した。6者協議と六者協議の再開は遠い。", encoding="utf-8")
    run("extract", "甲.txt")
    (row,) = [row for row in run("terms", "variants", "--jsonl").rows if "協議" in row["source"]]
    assert {form["text"] for form in row["forms"]} >= {"６者協議", "六者協議"}
    assert all(form["documents"] == ["甲.txt"] for form in row["forms"])
    assert run("terms", "apart", str(row["id"]), "99").code == 1


def test_own_names_win(run: Run, tmp_path: Path) -> None:
    (tmp_path / "names.csv").write_text("専門家パネル,Panel of Specialists ; PoS,せんもんかぱねる\n", encoding="utf-8")
    assert "1 new names" in run("lexicon", "add", "names.csv").err
    (tmp_path / "甲.txt").write_text("専門家パネルは解散した。", encoding="utf-8")
    run("extract", "甲.txt")
    (row,) = [row for row in run("terms", "list", "--all", "--jsonl").rows if row["source"] == "専門家パネル"]
    assert row["targets"][0]["text"] == "Panel of Specialists"


def test_the_dictionary_is_built_from_files_of_ones_own(run: Run, tmp_path: Path) -> None:
    (tmp_path / "words.csv").write_text("japanese,reading,english\n逓減会談,,tapering talks\n", encoding="utf-8")
    entry = "<ent_seq>5</ent_seq><r_ele><reb>アオバ</reb></r_ele><trans><trans_det>Aoba</trans_det></trans>"
    (tmp_path / "names").write_text(f"<JMnedict><entry>{entry}</entry></JMnedict>", encoding="utf-8")
    assert run("lexicon", "build", "--source", "words.csv", "--source", "names").code == 0
    shown = run("lexicon", "info").out
    assert "source   words: words.csv (a table of words); names: names (JMnedict)" in shown
    assert "holds    1 words, 1 names" in shown
    assert run("lexicon", "build", "--source", "words.csv", "--source", "words.csv").code == 2


def test_the_index_is_compared_with_every_unit(run: Run, pair: tuple[Path, Path]) -> None:
    run("extract", *pair)
    outcome = run("db", "check", "--recall", "7")
    assert (outcome.code, outcome.out.split(":")[0]) == (0, "recall 1.0000")
    assert run("db", "reindex").code == 0
    assert run("db", "check").code == 0


def test_an_index_that_misses_a_match_is_said(run: Run, pair: tuple[Path, Path]) -> None:
    run("extract", *pair)
    with sqlite3.connect("glossary.db") as connection:
        connection.execute("UPDATE fuzzy_state SET value = (SELECT max(id) FROM unit) WHERE key = 'taken in'")
    outcome = run("db", "check", "--recall", "7")
    assert outcome.code == 3
    assert "db reindex" in outcome.err
    run("db", "reindex")
    assert run("db", "check", "--recall", "7").code == 0


def test_an_index_of_another_version_is_built_anew_aloud(run: Run, pair: tuple[Path, Path]) -> None:
    run("extract", *pair)
    run("db", "reindex")
    with sqlite3.connect("glossary.db") as connection:
        connection.execute("UPDATE fuzzy_state SET value = '3.2.0' WHERE key = 'Unicode'")
    assert "the index is built anew, for it was made with Unicode 3.2.0" in run("db", "info").err
    assert "built anew" not in run("db", "info").err


def test_reindex_builds_an_index_of_another_version_anew_once(run: Run, pair: tuple[Path, Path]) -> None:
    run("extract", *pair)
    run("db", "reindex")
    with sqlite3.connect("glossary.db") as connection:
        connection.execute("UPDATE fuzzy_state SET value = '3.2.0' WHERE key = 'Unicode'")
    assert "built anew" not in run("db", "reindex").err
    assert "built anew" not in run("db", "info").err


def test_lines_of_one_text_know_their_neighbours(
    run: Run, pair: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    run("extract", *pair)
    lines = "専門家パネルは解散した。\n経済制裁の監視は続く。\n専門家パネルの後継は決まっていない。\n"
    monkeypatch.setattr("sys.stdin", stdin(lines))
    assert [row["matches"][0]["score"] for row in run("lookup", "-", "--context").rows] == [101, 101, 101]
    monkeypatch.setattr("sys.stdin", stdin(lines))
    assert [row["matches"][0]["score"] for row in run("lookup", "-").rows] == [100, 100, 100]
    monkeypatch.setattr("sys.stdin", stdin(lines))
    assert [row["query"] for row in run("lookup", "-", "--jobs", "2").rows] == lines.split("\n")[:-1]


def test_a_low_minimum_is_said_to_be_slow(run: Run, pair: tuple[Path, Path]) -> None:
    run("extract", *pair)
    assert "slow" in run("lookup", "専門家", "--min", "50").err
    assert "slow" not in run("lookup", "専門家").err


def test_a_match_says_between_which_languages_it_is(run: Run, tmp_path: Path) -> None:
    with Glossary.open(tmp_path / "glossary.db") as glossary:
        glossary.add_units([Unit("弁を開ける。", "Öffnen Sie das Ventil.", target_language="de")])
    (match,) = json.loads(run("lookup", "弁を開ける。", "--json").out)["matches"]
    assert match["languages"] == ["ja", "de"]
    assert run("lookup", "弁を開ける。", "--tsv").out.split("\n")[1].split("\t")[4] == "ja=de"


def test_translations_into_one_language_can_be_asked_for(run: Run, tmp_path: Path) -> None:
    with Glossary.open(tmp_path / "glossary.db") as glossary:
        texts = {"en": "Open the valve.", "de": "Öffnen Sie das Ventil."}
        glossary.add_units([Unit("弁を開ける。", text, target_language=code) for code, text in texts.items()])
    for code, text in texts.items():
        assert [row["target"] for row in run("lookup", "弁を開ける。", "--to", code, "--jsonl").rows] == [text]
    outcome = run("lookup", "弁を開ける。", "--to", "fr")
    assert (outcome.code, "nothing in the memory from ja to fr" in outcome.err) == (1, True)
    assert "from fr to en" in run("lookup", "Open the valve.", "--side", "target", "--to", "fr").err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        pytest.param(["弁を開ける。", "--context"], "--context is for lines from stdin", id="context of one text"),
        pytest.param(["弁を開ける。", "--jobs", "2"], "--jobs is for lines from stdin", id="processes for one text"),
        pytest.param(["弁を開ける。", "--encoding", "cp932"], "--encoding is for lines", id="encoding of an argument"),
        pytest.param(["-", "--tsv"], "each line is answered with a JSON object", id="a table for many lines"),
        pytest.param(["　"], "TEXT is empty", id="no text"),
    ],
)
def test_an_option_that_would_do_nothing_is_refused(run: Run, arguments: list[str], said: str) -> None:
    outcome = run("lookup", *arguments)
    assert (outcome.code, said in outcome.err) == (2, True)


def test_a_lookup_of_english_names_the_terms_in_it(run: Run, tmp_path: Path) -> None:
    with Glossary.open(tmp_path / "glossary.db") as glossary:
        glossary.create_entry(EntryEdit(source="安全弁", targets=("relief valve",)))
    found = json.loads(run("lookup", "Open the relief valves.", "--side", "target", "--json").out)
    assert [(term["text"], term["source"]) for term in found["terms"]] == [("relief valves", "安全弁")]
