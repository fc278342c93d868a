"""What `rnk-gloss.toml` may say, and that docs/settings.md says all of it."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from rnk_gloss.cli.main import program
from rnk_gloss.cli.settings import OTHER_KEYS, accepted_keys
from rnk_gloss.config import TABLES_OF_LOOKUP, load_config
from rnk_gloss.errors import UsageError
from rnk_gloss.match.deductions import DEDUCTIONS
from rnk_gloss.match.scoring import ORIGINS, scoring_of
from rnk_gloss.tui.actions import ACTIONS
from rnk_gloss.tui.preferences import read_preferences
from tests.cli.conftest import Run

ROOT = Path(__file__).parents[2]
DOCUMENT = (ROOT / "docs" / "settings.md").read_text(encoding="utf-8")


def rows_of(heading: str) -> list[list[str]]:
    """The cells of the table under a heading of docs/settings.md, without the marks of code."""
    (part,) = [part for part in DOCUMENT.split("\n## ") if part.startswith(heading)]
    lines = [line for line in part.split("\n") if line.startswith("| ")][1:]
    return [[cell.strip() for cell in line.strip("|").split(" | ")] for line in lines]


def names_of(heading: str) -> list[str]:
    return [row[0].strip("`").strip('"') for row in rows_of(heading)]


def commands(command: click.Command, path: tuple[str, ...] = ()) -> Iterator[tuple[str, click.Command]]:
    if isinstance(command, click.Group):
        context = click.Context(command)
        for name in command.list_commands(context):
            inner = command.get_command(context, name)
            assert inner is not None
            yield from commands(inner, (*path, name))
    else:
        yield ".".join(path), command


def test_every_origin_and_kind_is_documented_with_its_points() -> None:
    assert [name for name in names_of("`[lookup.penalties]`") if name != "a file"] == list(ORIGINS)
    written = {row[0].strip("`").strip('"'): float(row[1]) for row in rows_of("`[lookup.deductions]`")}
    assert written == {kind: row.cost for kind, row in DEDUCTIONS.items()}


def test_every_option_is_documented_in_the_table_of_its_command() -> None:
    written = {row[0].strip("`[]"): re.findall(r"`(\w+)`", row[1]) for row in rows_of("A table for each command")}
    accepted = {
        name: [key for key in accepted_keys(command, click.Context(command)) if key not in TABLES_OF_LOOKUP]
        for name, command in commands(program)
    }
    assert written == {name: keys for name, keys in accepted.items() if keys}


def test_every_action_and_every_other_key_is_documented() -> None:
    written = [tuple(row) for row in rows_of("Actions of the review terminal")]
    assert written == [(f"`{one.id}`", " ".join(f"`{key}`" for key in one.keys), one.help) for one in ACTIONS]
    assert {name.partition(".")[0] for name in names_of("`[ui]` and")} | set(names_of("The top")) == set(OTHER_KEYS)


def test_every_documented_key_is_accepted() -> None:
    scoring_of(
        penalties=dict.fromkeys([*names_of("`[lookup.penalties]`")[:-1], "vendor.tmx"], 1),
        deductions=dict.fromkeys(names_of("`[lookup.deductions]`"), 1),
    )
    read_preferences({"ui": {"theme": "textual-dark", "glyphs": "ascii"}, "keys": {"terms.approve": ["a", "enter"]}})


def test_the_example_of_the_readme_is_accepted(run: Run, tmp_path: Path) -> None:
    (example,) = re.findall(r"```toml\n(.*?)```", (ROOT / "README.md").read_text(encoding="utf-8"), re.DOTALL)
    (tmp_path / "rnk-gloss.toml").write_text(example, encoding="utf-8")
    (tmp_path / "vendor.csv").write_text("ja,en\n条約だ。,It is a treaty.\n", encoding="utf-8")
    run("import", "vendor.csv", "--what", "segments")
    with sqlite3.connect("glossary.db") as connection:
        connection.execute("UPDATE unit SET status = 'candidate'")
    assert run("lookup", "条約だ。", "--jsonl").rows[0]["explanation"] == "95 = 100 − 5 unreviewed"
    assert "95 = 100 − 5 unreviewed" in example


def test_the_example_of_the_document_is_accepted(run: Run, tmp_path: Path) -> None:
    (example,) = re.findall(r"```toml\n(.*?)```", DOCUMENT, re.DOTALL)
    (tmp_path / "rnk-gloss.toml").write_text(example, encoding="utf-8")
    run("terms", "add", "条約", "treaty")
    assert run("lookup", "条約", "--json").code == 0
    scoring = load_config(folder=tmp_path).scoring()
    assert scoring is not None
    assert scoring.penalties.files == {"vendor.tmx": 3}
    assert scoring.deductions["polarity"].cost == 25


@pytest.mark.parametrize(
    ("text", "message", "allowed"),
    [
        pytest.param("[lokup]\nminimum = 3", "rnk-gloss.toml: lokup: is not known", "lookup", id="table"),
        pytest.param("autor = 3", "rnk-gloss.toml: autor: is not known", "author", id="top"),
        pytest.param("author = 3", "rnk-gloss.toml: author: must be a name, not 3", "author =", id="author"),
        pytest.param("lookup = 3", "rnk-gloss.toml: lookup: must be a table", "[lookup]", id="no table"),
        pytest.param("[lookup]\nminimun = 80", "toml: lookup.minimun: is not known", "minimum, limit", id="key"),
        pytest.param("[lookup]\nminimum = 20", "lookup.minimum: 20.0 is not in the range 50<=x<=100", "", id="too low"),
        pytest.param('[lookup]\nminimum = "80"', "lookup.minimum: must be a number, not '80'", "", id="a text"),
        pytest.param("[lookup]\nlimit = 2.5", "lookup.limit: must be a whole number, not 2.5", "", id="not whole"),
        pytest.param("[lookup]\nlimit = true", "lookup.limit: must be a whole number, not True", "", id="yes"),
        pytest.param("[lookup]\ncontext = 1", "lookup.context: must be true or false, not 1", "", id="no switch"),
        pytest.param('[lookup]\nstyle = "xml"', "lookup.style: must be one of json", "", id="style"),
        pytest.param("[lookup.penalties]\nmachin = 3", "lookup.penalties.machin: is not known", "machine", id="origin"),
        pytest.param("[lookup.penalties]\nmachine = 300", "lookup.penalties.machine: must be points", "", id="points"),
        pytest.param(
            "[lookup]\npenalties = 3", "lookup.penalties: must be a table", "[lookup.penalties]", id="penalty"
        ),
        pytest.param("[lookup.deductions]\npolarite = 3", "lookup.deductions.polarite: is not", "polarity", id="kind"),
        pytest.param('[lookup.deductions]\nera = "3"', "deductions.era: must be points from 0 to 100", "", id="era"),
    ],
)
def test_settings_that_make_no_sense_are_refused_with_what_is_allowed(
    run: Run, tmp_path: Path, text: str, message: str, allowed: str
) -> None:
    run("terms", "add", "条約", "treaty")
    (tmp_path / "rnk-gloss.toml").write_text(text, encoding="utf-8")
    outcome = run("lookup", "条約")
    assert (outcome.code, outcome.out) == (2, "")
    assert message in outcome.err
    assert str(tmp_path / "rnk-gloss.toml") in outcome.err
    assert allowed in outcome.err


def test_a_variable_with_a_value_that_cannot_be_is_named(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RNK_GLOSS_LOOKUP_MINIMUM", "abc")
    outcome = run("lookup", "条約")
    assert (outcome.code, "correct or unset the variable RNK_GLOSS_LOOKUP_MINIMUM" in outcome.err) == (2, True)
    # What stands in the command wins, and is what is wrong then.
    assert "RNK_GLOSS" not in run("lookup", "条約", "--min", "xyz").err


def test_the_settings_of_a_command_inside_a_group_are_checked(run: Run, tmp_path: Path) -> None:
    run("terms", "add", "条約", "treaty")
    run("terms", "add", "協定", "agreement")
    (tmp_path / "rnk-gloss.toml").write_text('[terms.list]\nlimit = 1\nstyle = "jsonl"\n', encoding="utf-8")
    assert len(run("terms", "list").rows) == 1
    (tmp_path / "rnk-gloss.toml").write_text("[terms.list]\nlimits = 1\n", encoding="utf-8")
    assert "terms.list.limits: is not known" in run("terms", "list").err
    (tmp_path / "rnk-gloss.toml").write_text("[terms.liste]\nlimit = 1\n", encoding="utf-8")
    assert "terms.liste: is not known" in run("terms", "list").err


def test_lookup_scores_as_the_settings_say(run: Run, tmp_path: Path) -> None:
    (tmp_path / "記憶.csv").write_text("ja,en\n条約を締結した。,We concluded the treaty.\n", encoding="utf-8")
    run("import", "記憶.csv", "--what", "segments")
    (tmp_path / "rnk-gloss.toml").write_text(
        '[lookup]\nminimum = 90\n[lookup.penalties]\n"記憶.csv" = 8\n', encoding="utf-8"
    )
    (match,) = run("lookup", "条約を締結した。", "--jsonl").rows
    assert (match["score"], match["explanation"]) == (92, "92 = 100 − 8 file (記憶.csv)")
    assert match["differences"] == [{"kind": "file", "query": "", "stored": "記憶.csv", "cost": 8}]
    assert run("lookup", "条約を締結した", "--jsonl").rows == [
        match
        | {"score": 91, "kind": "variant", "explanation": "91 = 100 − 1 punctuation (∅ → 。) − 8 file (記憶.csv)"}
        | {"differences": [{"kind": "punctuation", "query": "", "stored": "。", "cost": 1}, *match["differences"]]}
    ]
    assert run("lookup", "条約を締結しない。").code == 1


def test_a_wrong_settings_file_is_a_usage_error_from_python_too(tmp_path: Path) -> None:
    (tmp_path / "rnk-gloss.toml").write_text("[lookup.penalties]\nmachine = -1\n", encoding="utf-8")
    with pytest.raises(UsageError, match="points from 0 to 100"):
        load_config(folder=tmp_path).scoring()
