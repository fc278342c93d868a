from __future__ import annotations

from pathlib import Path

import pytest

from rnk_gloss.documents.pairs import Pairing, find_pairs
from rnk_gloss.errors import InputError


def make(root: Path, *names: str) -> None:
    for name in names:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("駅", encoding="utf-8")


def shown(pairing: Pairing, root: Path) -> tuple[list[str], list[str]]:
    def name(path: Path) -> str:
        return path.relative_to(root).as_posix()

    return [f"{name(pair.source)} = {name(pair.target)}" for pair in pairing.pairs], [
        name(single) for single in pairing.singles
    ]


@pytest.mark.parametrize(
    ("names", "pairs", "singles"),
    [
        pytest.param(
            ["ja/a.txt", "en/a.txt", "ja/b.txt", "en/b.html"],
            ["ja/a.txt = en/a.txt", "ja/b.txt = en/b.html"],
            [],
            id="folders",
        ),
        pytest.param(["x/ja/p/a.txt", "x/en/p/a.txt"], ["x/ja/p/a.txt = x/en/p/a.txt"], [], id="nested-folders"),
        pytest.param(["a.ja.txt", "a.en.txt"], ["a.ja.txt = a.en.txt"], [], id="dot"),
        pytest.param(["a_ja.txt", "a_en.txt"], ["a_ja.txt = a_en.txt"], [], id="underscore"),
        pytest.param(["a-ja.txt", "a-en.txt"], ["a-ja.txt = a-en.txt"], [], id="hyphen"),
        pytest.param(["A.JA.MD", "a.en.md"], ["A.JA.MD = a.en.md"], [], id="capitals"),
        pytest.param(["a.ja-JP.txt", "a.en-US.txt"], ["a.ja-JP.txt = a.en-US.txt"], [], id="regions"),
        pytest.param(["a.ja.txt", "a.en.md", "a.en.txt"], ["a.ja.txt = a.en.txt"], [], id="same-suffix-first"),
        pytest.param(["b.txt", "a.txt", "sub/c.md"], [], ["a.txt", "b.txt", "sub/c.md"], id="plain-files-sorted"),
        pytest.param(["a.ja.txt", "b.en.txt"], [], ["a.ja.txt"], id="no-partner"),
        pytest.param(["a.v2.txt", ".hidden.txt", ".git/x.txt"], [], ["a.v2.txt"], id="hidden"),
        pytest.param(["p/a.ja.txt", "q/a.en.txt"], [], ["p/a.ja.txt"], id="other-folder"),
    ],
)
def test_files_pair_up_by_name(tmp_path: Path, names: list[str], pairs: list[str], singles: list[str]) -> None:
    make(tmp_path, *names)
    assert shown(find_pairs([tmp_path]), tmp_path) == (pairs, singles)


def test_the_rest_is_reported_with_reasons(tmp_path: Path) -> None:
    make(tmp_path, "a.ja.txt", "b.en.txt", "c.fr.txt", "d.pdf", "e")
    reasons = {left.path.name: left.reason for left in find_pairs([tmp_path]).leftovers}
    assert reasons == {
        "b.en.txt": "no ja file of the same name",
        "c.fr.txt": "its name says fr, neither ja nor en",
        "d.pdf": "files ending in .pdf are not read",
        "e": "files without a suffix are not read",
    }


def test_files_that_are_named_pair_up_too(tmp_path: Path) -> None:
    make(tmp_path, "a.ja.txt", "a.en.txt", "notes.log")
    paths = [tmp_path / "a.en.txt", tmp_path / "notes.log", tmp_path / "a.ja.txt", tmp_path / "a.ja.txt"]
    assert shown(find_pairs(paths), tmp_path) == (["a.ja.txt = a.en.txt"], ["notes.log"])


def test_other_languages(tmp_path: Path) -> None:
    make(tmp_path, "a.ja.txt", "a.fr.txt", "a.en.txt")
    assert shown(find_pairs([tmp_path], target="fr"), tmp_path) == (["a.ja.txt = a.fr.txt"], [])


def test_directory_without_anything_readable(tmp_path: Path) -> None:
    make(tmp_path, "a.pdf", ".b.txt")
    with pytest.raises(InputError, match=r"nothing in this directory can be read \(1 file of other kinds\)") as caught:
        find_pairs([tmp_path])
    assert ".docx" in (caught.value.hint or "")


def test_missing_path(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such file or directory"):
        find_pairs([tmp_path / "nowhere"])


def test_links_that_lead_back_up_end(tmp_path: Path) -> None:
    make(tmp_path, "a.txt")
    (tmp_path / "loop").symlink_to(tmp_path, target_is_directory=True)
    assert shown(find_pairs([tmp_path]), tmp_path) == ([], ["a.txt"])
