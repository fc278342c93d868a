"""What is loaded when: nobody waits for a room that is not entered."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from rnk_gloss.service.glossary import Glossary
from rnk_gloss.service.review import EntryEdit

HEAVY = (
    "textual",
    "numpy",
    "pykakasi",
    "sqlite_utils",
    "sudachipy",
    "lxml",
    "markdown_it",
    "rapidfuzz",
    "ahocorasick_rs",
)


def loaded_by(code: str) -> set[str]:
    """The names of the modules that a new Python process has loaded after `code`."""
    program = f"import sys, json\n{code}\nprint(json.dumps(sorted(sys.modules)), file=sys.stderr)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    modules: list[str] = json.loads(done.stderr.strip().split("\n")[-1])
    return {name.split(".")[0] for name in modules} | set(modules)


def test_the_package_itself_loads_none_of_its_rooms() -> None:
    loaded = loaded_by("import rnk_gloss")
    assert {name for name in loaded if name.startswith("rnk_gloss.")} == set()


@pytest.mark.parametrize("heavy", HEAVY)
def test_the_command_line_starts_light(heavy: str) -> None:
    assert heavy not in loaded_by("import rnk_gloss.cli.main")


def test_a_lookup_loads_nothing_heavy(tmp_path: Path) -> None:
    database = tmp_path / "glossary.db"
    with Glossary.open(database) as glossary:
        glossary.add_units([("条約は発効した。", "The treaty entered into force.")])
    loaded = loaded_by(
        "from rnk_gloss.cli.main import run\n"
        f"assert run(['--db', {str(database)!r}, 'lookup', '条約は失効した。', '--min', '50', '--jsonl']) == 0"
    )
    assert loaded & set(HEAVY) == set()


def test_terms_at_whose_bounds_the_script_changes_are_found_without_anything_heavy(tmp_path: Path) -> None:
    database = tmp_path / "glossary.db"
    with Glossary.open(database) as glossary:
        glossary.create_entry(EntryEdit(source="サーバー", targets=("server",)))
    loaded = loaded_by(
        "from rnk_gloss import Glossary\n"
        f"with Glossary.open({str(database)!r}) as glossary:\n"
        "    assert glossary.recognise('新しいサーバーを二台置く。')\n"
        "    assert glossary.recognise('two servers', language='en')"
    )
    assert loaded & set(HEAVY) == set()


def test_a_concordance_loads_nothing_heavy(tmp_path: Path) -> None:
    database = tmp_path / "glossary.db"
    with Glossary.open(database) as glossary:
        glossary.add_units([("条約は発効した。", "The treaty entered into force.")])
    loaded = loaded_by(
        "from rnk_gloss.cli.main import run\n"
        f"assert run(['--db', {str(database)!r}, 'concordance', 'じょうやく']) == 1\n"
        f"assert run(['--db', {str(database)!r}, 'concordance', '条', '--jsonl']) == 0"
    )
    assert loaded & set(HEAVY) == set()


def test_a_lookup_that_finds_nothing_does_not_wait_for_what_compares_or_for_other_commands(tmp_path: Path) -> None:
    database = tmp_path / "glossary.db"
    with Glossary.open(database) as glossary:
        glossary.add_units([("条約は発効した。", "The treaty entered into force.")])
    loaded = loaded_by(
        "from rnk_gloss.cli.main import run\n"
        f"assert run(['--db', {str(database)!r}, 'lookup', '雨が降ると試合は中止になる。', '--tsv']) == 1"
    )
    rooms = {name.rpartition(".")[0] for name in loaded if name.startswith("rnk_gloss.")}
    assert not rooms & {"rnk_gloss.match", "rnk_gloss.extract", "rnk_gloss.documents", "rnk_gloss.interchange"}
    assert not loaded & {"rnk_gloss.model.entry", "rnk_gloss.model.report", "rnk_gloss.store.history"}
    assert not loaded & {"rnk_gloss.service.glossary", "rnk_gloss.model.selection"}


def test_every_public_name_can_be_had() -> None:
    import rnk_gloss

    for name in rnk_gloss.__all__:
        assert getattr(rnk_gloss, name) is not None
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        rnk_gloss.nothing  # noqa: B018  # asking for it is the test
