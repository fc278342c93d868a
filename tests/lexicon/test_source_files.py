from __future__ import annotations

from pathlib import Path

import pytest

from rnk_gloss.errors import InputError, UsageError
from rnk_gloss.lexicon import build
from rnk_gloss.lexicon.build import build_lexicon
from rnk_gloss.lexicon.dictionary import Lexicon
from tests.lexicon.dictionary_texts import EDICT, NAMES_XML, TABLE, WORDS_XML, written
from tests.lexicon.small_source import small_source

FORMS = ("協定", "共定", "AB制", "AB製", "きょうてい", "エービーせい", "無訳", "青葉", "靑葉", "あおば", "アオバ")


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return small_source(tmp_path / "jamdict.db")


@pytest.fixture
def installed(database: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Has the tiny database stand for the installed one."""
    monkeypatch.setattr(build, "installed_source", lambda: database)
    return database


@pytest.fixture
def not_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(build, "installed_source", lambda: None)


@pytest.mark.usefixtures("not_installed")
@pytest.mark.parametrize("packed", [False, True], ids=["plain", "gzip"])
def test_look_ups_are_those_of_the_same_data_in_jamdict(
    path: Path, tmp_path: Path, database: Path, packed: bool
) -> None:
    words = written(tmp_path / "words", WORDS_XML, packed=packed)
    names = written(tmp_path / "names", NAMES_XML, packed=packed)
    build_lexicon(path, sources=[names, words])
    build_lexicon(path.with_name("expected"), sources=[database])
    with Lexicon.open(path) as lexicon, Lexicon.open(path.with_name("expected")) as expected:
        for form in FORMS:
            assert lexicon.entries(form) == expected.entries(form)
            assert lexicon.names(form) == expected.names(form)
        assert lexicon.forms(1) == expected.forms(1)
        assert lexicon.source == "words: words (JMdict of 2024-02-03); names: names (JMnedict of 2024-02-03)"
        assert lexicon.about["jmdict_date"] == lexicon.about["jmnedict_date"] == "2024-02-03"


@pytest.mark.usefixtures("installed")
@pytest.mark.parametrize(
    ("text", "found", "said"),
    [
        pytest.param(EDICT, "共定", "EDICT of 2024-02-03", id="edict"),
        pytest.param(TABLE, "エービー", "a table of words", id="table"),
        pytest.param(WORDS_XML, "AB制", "JMdict of 2024-02-03", id="jmdict"),
        pytest.param("\ufeff\n" + WORDS_XML.partition("\n")[2], "AB制", "JMdict of 2024-02-03",
                     id="jmdict-without-declaration"),
    ],
)  # fmt: skip
def test_the_kind_is_told_by_the_content_and_names_are_the_installed_ones(
    path: Path, tmp_path: Path, text: str, found: str, said: str
) -> None:
    build_lexicon(path, sources=[written(tmp_path / "some file", text)])
    with Lexicon.open(path) as lexicon:
        assert lexicon.knows(found)
        assert not lexicon.knows("作成日")
        assert lexicon.names("青葉")
        assert lexicon.source == (
            f"words: some file ({said}); names: jamdict-data (JMdict of 2021-04-17, JMnedict of 2020-05-29)"
        )


@pytest.mark.usefixtures("installed")
def test_words_are_the_installed_ones_when_only_names_are_given(path: Path, tmp_path: Path) -> None:
    names = NAMES_XML.replace("靑葉", "あお葉")
    build_lexicon(path, sources=[written(tmp_path / "names", names)])
    with Lexicon.open(path) as lexicon:
        assert lexicon.knows("作成日")
        assert lexicon.names("あお葉")
        assert not lexicon.names("靑葉")
        assert lexicon.source.endswith("names: names (JMnedict of 2024-02-03)")


@pytest.mark.usefixtures("not_installed")
def test_without_names_there_are_words_only(path: Path, tmp_path: Path) -> None:
    build_lexicon(path, sources=[written(tmp_path / "words", WORDS_XML)])
    with Lexicon.open(path) as lexicon:
        assert (lexicon.word_count, lexicon.name_count) == (2, 0)
        assert lexicon.source.endswith("names: none")


@pytest.mark.usefixtures("installed")
def test_a_file_that_would_not_be_used_is_refused(path: Path, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="an earlier file has words already"):
        build_lexicon(path, sources=[written(tmp_path / "a", WORDS_XML), written(tmp_path / "b", TABLE)])
    assert not path.exists()


@pytest.mark.usefixtures("installed")
@pytest.mark.parametrize(
    ("content", "message"),
    [
        pytest.param(b"", "not a dictionary", id="empty"),
        pytest.param("これはただの文です。\nそれだけです。\n".encode(), "not a dictionary", id="prose"),
        pytest.param(b"\x89PNG\r\n\x1a\n\0\0", "neither XML nor text", id="picture"),
        pytest.param(b"\x1f\x8b\x08\0garbage", "damaged or cut off", id="damaged-gzip"),
        pytest.param(b"<html></html>", "neither JMdict nor JMnedict", id="html"),
        pytest.param(b"<JMdict></JMdict>", "there are no words with English", id="no-entries"),
        pytest.param(b"<JMnedict></JMnedict>", "there are no names with English", id="no-names"),
        pytest.param(WORDS_XML.replace("<ent_seq>2<", "<ent_seq>1<").encode(), "two entries have the same number",
                     id="same-number"),
    ],
)  # fmt: skip
def test_files_that_are_no_dictionary(path: Path, tmp_path: Path, content: bytes, message: str) -> None:
    with pytest.raises(InputError, match=message) as refusal:
        build_lexicon(path, sources=[written(tmp_path / "given", content)])
    assert "given" in refusal.value.message
    assert refusal.value.hint
    assert not path.exists()


def test_a_folder_is_no_dictionary(path: Path, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be read"):
        build_lexicon(path, sources=[tmp_path])
