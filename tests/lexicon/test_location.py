from __future__ import annotations

import sys
from pathlib import Path

import pytest

from rnk_gloss.errors import DatabaseError
from rnk_gloss.lexicon import build, location
from rnk_gloss.lexicon.layout import FORMAT_VERSION
from rnk_gloss.lexicon.location import lexicon_path, open_lexicon
from tests.lexicon.small_source import small_source
from tests.small_lexicon import small_lexicon, word


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache folder of the test's own."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache"


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Has the tiny database stand for the installed one, which takes half a minute to build from."""
    source = small_source(tmp_path / "jamdict.db")
    for module in (build, location):
        monkeypatch.setattr(module, "installed_source", lambda: source)


@pytest.fixture
def not_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (build, location):
        monkeypatch.setattr(module, "installed_source", lambda: None)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="XDG is the rule of Linux desktops")
def test_the_file_lies_in_the_users_cache(cache: Path) -> None:
    assert lexicon_path() == cache / "rnk-gloss" / f"lexicon-{FORMAT_VERSION}.sqlite"


@pytest.mark.usefixtures("installed")
def test_the_first_opening_builds_and_the_second_does_not() -> None:
    steps: list[str] = []
    with open_lexicon(progress=lambda step, _: steps.append(step)) as lexicon:
        assert lexicon.knows("協定")
    assert steps
    steps.clear()
    with open_lexicon(progress=lambda step, _: steps.append(step)) as lexicon:
        assert lexicon.knows("協定")
    assert steps == []


@pytest.mark.usefixtures("not_installed")
def test_without_file_and_data_the_lexicon_is_empty() -> None:
    with open_lexicon() as lexicon:
        assert not lexicon.available


@pytest.mark.usefixtures("installed")
def test_nothing_is_built_when_that_is_not_wanted() -> None:
    with open_lexicon(build=False) as lexicon:
        assert not lexicon.available
    assert not lexicon_path().exists()


@pytest.mark.usefixtures("installed")
@pytest.mark.parametrize("content", [b"", b"\x00" * 5000, b"SQLite format 3\x00" + b"\x01" * 5000])
def test_a_damaged_file_is_built_anew_and_that_is_said(content: bytes) -> None:
    path = lexicon_path()
    path.parent.mkdir(parents=True)
    path.write_bytes(content)
    steps: list[str] = []
    with open_lexicon(progress=lambda step, _: steps.append(step)) as lexicon:
        assert lexicon.knows("協定")
    assert str(path) in steps[0]
    assert "building it anew" in steps[0]


@pytest.mark.usefixtures("not_installed")
def test_a_damaged_file_that_cannot_be_built_anew_is_an_error() -> None:
    path = lexicon_path()
    path.parent.mkdir(parents=True)
    path.write_bytes(b"damaged")
    with pytest.raises(DatabaseError):
        open_lexicon()


@pytest.mark.usefixtures("installed")
def test_a_file_that_another_process_built_meanwhile_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    path = lexicon_path()
    lock = build.build_lock

    def lock_after_another_build(destination: Path) -> object:
        path.parent.mkdir(parents=True, exist_ok=True)
        small_lexicon(path, [word("先着", "せんちゃく", "first come")], []).close()
        return lock(destination)

    monkeypatch.setattr(location, "build_lock", lock_after_another_build)
    with open_lexicon() as lexicon:
        assert lexicon.knows("先着")
