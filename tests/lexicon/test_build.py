from __future__ import annotations

import gc
import multiprocessing
import sqlite3
import subprocess
import sys
import threading
from contextlib import closing
from pathlib import Path

import pytest

from rnk_gloss.errors import DatabaseError, InputError, NotFoundError
from rnk_gloss.lexicon import build
from rnk_gloss.lexicon.build import build_lexicon, build_lock, write_lexicon
from rnk_gloss.lexicon.dictionary import DictionaryEntry, Lexicon, Sense
from rnk_gloss.lexicon.licence import DICTIONARY_NOTICE
from rnk_gloss.lexicon.source import DictionarySource, installed_source
from rnk_gloss.lexicon.writer import LexiconWriter
from tests.lexicon.small_source import NOUN, small_source
from tests.small_lexicon import small_lexicon, word


@pytest.fixture
def source(tmp_path: Path) -> Path:
    return small_source(tmp_path / "jamdict.db")


def test_words_are_taken_over_whole(source: Path, path: Path) -> None:
    build_lexicon(path, sources=[source])
    with Lexicon.open(path) as lexicon:
        assert lexicon.entries("協定") == (
            DictionaryEntry(
                1,
                "協定",
                "きょうてい",
                ("news1", "nf03"),
                primary=True,
                senses=(Sense(("agreement", "accord"), (NOUN,), (), ("law",)),),
            ),
        )
        assert lexicon.forms(1) == ("協定", "共定", "キョーテイ", "きょうてい", "きょうじょう")


def test_a_sense_and_a_reading_may_hold_for_one_spelling_only(source: Path, path: Path) -> None:
    build_lexicon(path, sources=[source])
    with Lexicon.open(path) as lexicon:
        (other,) = lexicon.entries("共定")
    assert other.reading == "きょうじょう"
    assert [sense.glosses[0] for sense in other.senses] == ["agreement", "joint rule"]
    assert not other.primary


def test_a_word_usually_in_kana_has_its_kana_as_a_primary_form(source: Path, path: Path) -> None:
    build_lexicon(path, sources=[source])
    with Lexicon.open(path) as lexicon:
        assert lexicon.entries("エービーせい")[0].primary
        assert not lexicon.entries("きょうてい")[0].primary
        assert lexicon.entries("AB制")[0].form == "AB制"


def test_only_english_counts(source: Path, path: Path) -> None:
    build_lexicon(path, sources=[source])
    with Lexicon.open(path) as lexicon:
        assert not lexicon.knows("無訳")
        assert lexicon.forms(3) == ()


def test_names_have_an_entry_for_each_translation_and_stand_under_kanji_or_else_kana(source: Path, path: Path) -> None:
    build_lexicon(path, sources=[source])
    with Lexicon.open(path) as lexicon:
        assert [(entry.translations, entry.types) for entry in lexicon.names("青葉")] == [
            (("Aoba",), ("surname", "fem")),
            (("Aoba Ward",), ("place",)),
        ]
        assert lexicon.names("靑葉")[0].reading == "あおば"
        assert lexicon.names("あおば") == ()
        assert lexicon.names("アオバ")[0].types == ("product",)


def test_the_file_says_where_its_data_comes_from(source: Path, path: Path) -> None:
    build_lexicon(path, sources=[source])
    with Lexicon.open(path) as lexicon:
        assert lexicon.source == "jamdict-data (JMdict of 2021-04-17, JMnedict of 2020-05-29)"
        assert lexicon.about["licence"] == DICTIONARY_NOTICE
        assert (lexicon.word_count, lexicon.name_count) == (3, 2)


def test_progress_rises_to_one(source: Path, path: Path) -> None:
    told: list[tuple[str, float]] = []
    build_lexicon(path, sources=[source], progress=lambda step, share: told.append((step, share)))
    shares = [share for _, share in told]
    assert shares == sorted(shares)
    assert (shares[0], shares[-1]) == (0.0, 1.0)
    assert list(dict.fromkeys(step for step, _ in told)) == [
        "reading words",
        "reading names",
        "learning from compounds",
        "learning how names are spelt",
        "writing the dictionary file",
    ]


@pytest.mark.parametrize("enabled", [True, False])
def test_garbage_collection_is_as_before_after_a_build(source: Path, path: Path, enabled: bool) -> None:
    collected = gc.isenabled()
    try:
        (gc.enable if enabled else gc.disable)()
        build_lexicon(path, sources=[source])
        assert gc.isenabled() is enabled
    finally:
        (gc.enable if collected else gc.disable)()


def test_nothing_is_left_beside_the_file(source: Path, path: Path) -> None:
    build_lexicon(path, sources=[source])
    assert {file.name for file in path.parent.iterdir()} == {path.name, f"{path.name}.lock", source.name}


def test_what_a_killed_build_left_is_cleared_away(source: Path, path: Path) -> None:
    left = path.with_name(f"{path.name}.new-abcd")
    left.mkdir()
    (left / path.name).write_bytes(b"half a file")
    build_lexicon(path, sources=[source])
    assert not left.exists()


def test_a_build_that_fails_leaves_the_old_file_alone(path: Path) -> None:
    small_lexicon(path, [word("旧", "きゅう", "old")], []).close()

    def fail(writer: LexiconWriter, _: Path) -> None:
        writer.finish({"source": "new"})
        raise InputError("the data ends here")

    with pytest.raises(InputError):
        write_lexicon(path, fail)
    with Lexicon.open(path) as lexicon:
        assert lexicon.knows("旧")
    assert [file.name for file in path.parent.iterdir()] == [path.name]


def test_readers_of_the_old_file_read_on_while_it_is_replaced(source: Path, path: Path) -> None:
    with small_lexicon(path, [word("旧", "きゅう", "old")], []) as old:
        build_lexicon(path, sources=[source])
        assert old.knows("旧")
    with Lexicon.open(path) as new:
        assert new.knows("協定")


def test_names_that_a_second_process_reads_are_the_same(
    source: Path, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build_lexicon(path.with_name("alone"), sources=[source])
    monkeypatch.setattr(build, "LARGE_SOURCE_BYTES", 0)
    build_lexicon(path, sources=[source])
    assert path.read_bytes() == path.with_name("alone").read_bytes()


def test_a_script_without_a_guarded_main_can_build(source: Path, path: Path, tmp_path: Path) -> None:
    script = tmp_path / "script.py"
    script.write_text(
        "from pathlib import Path\n"
        "from rnk_gloss.lexicon import build\n"
        "build.LARGE_SOURCE_BYTES = 0\n"
        f"build.build_lexicon(Path({str(path)!r}), sources=[Path({str(source)!r})])\n"
        "print('once')\n",
        encoding="utf-8",
    )
    ran = subprocess.run([sys.executable, script], capture_output=True, text=True, encoding="utf-8", check=False)
    assert (ran.stdout, ran.stderr, ran.returncode) == ("once\n", "", 0)


def test_two_processes_may_build_at_once(source: Path, path: Path) -> None:
    context = multiprocessing.get_context("spawn")
    processes = [context.Process(target=build_lexicon, args=(path,), kwargs={"sources": [source]}) for _ in range(2)]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    assert [process.exitcode for process in processes] == [0, 0]
    with Lexicon.open(path) as lexicon:
        assert lexicon.knows("協定")


def test_a_second_build_waits_for_the_first(source: Path, path: Path) -> None:
    second = threading.Thread(target=build_lexicon, args=(path,), kwargs={"sources": [source]})
    with build_lock(path):
        second.start()
        second.join(0.3)
        assert second.is_alive()
        assert not path.exists()
    second.join()
    assert path.exists()


def test_a_place_that_cannot_be_written_to(source: Path, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(DatabaseError, match="cannot be written") as refusal:
        build_lexicon(tmp_path / "file" / "lexicon.sqlite", sources=[source])
    assert "XDG_CACHE_HOME" in str(refusal.value.hint)


@pytest.mark.parametrize("content", [None, b"", b"not a database at all" * 400], ids=["missing", "empty", "text"])
def test_a_source_that_is_none(path: Path, tmp_path: Path, content: bytes | None) -> None:
    source = tmp_path / "jamdict.db"
    if content is not None:
        source.write_bytes(content)
    with pytest.raises(InputError) as refusal:
        build_lexicon(path, sources=[source])
    assert str(source) in refusal.value.message
    assert not path.exists()


@pytest.mark.parametrize("large", [0, 10**9], ids=["in a second process", "in this one"])
def test_a_damaged_source_is_not_taken_for_a_full_disk(
    source: Path, path: Path, large: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(build, "LARGE_SOURCE_BYTES", large)
    with closing(sqlite3.connect(source)) as connection:
        connection.execute("DROP TABLE NETransType")
    with pytest.raises(InputError, match="jamdict"):
        build_lexicon(path, sources=[source])


def test_without_the_data_there_is_nothing_to_build(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(build, "installed_source", lambda: None)
    with pytest.raises(NotFoundError) as refusal:
        build_lexicon(path)
    assert "jamdict-data" in str(refusal.value.hint)


@pytest.mark.skipif(installed_source() is None, reason="needs the package jamdict-data")
def test_the_installed_data_has_the_tables_that_are_read() -> None:
    installed = installed_source()
    assert installed is not None
    with DictionarySource(installed) as data:
        treaty, pyongyang = data.word(1356580), data.name(5629098)
        assert data.about()["source"].startswith("jamdict-data 1")
    assert treaty is not None
    assert [form.form for form in treaty.forms] == ["条約", "じょうやく"]
    assert treaty.senses[0].glosses[0] == "treaty"
    assert pyongyang is not None
    assert pyongyang.entries[0].translations == ("Pyongyang",)
