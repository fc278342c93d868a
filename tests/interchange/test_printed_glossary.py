from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from markdown_it import MarkdownIt

from rnk_gloss.errors import UsageError
from rnk_gloss.interchange.options import WriteOptions
from rnk_gloss.interchange.registry import format_for
from rnk_gloss.interchange.report import Loss
from rnk_gloss.model.entry import Entry, Status, Target, Usage, Variant
from tests.interchange.samples import ENTRIES, UNITS

HOSTILE = "<script>x</script> <img src=//x onerror=x> **a** [b](c) `d` &lt; \x1b[31m\u202e| https://e.f www.g.h @i # j"


def write(folder: Path, name: str, entries: list[Any], profile: str | None = None) -> str:
    path = folder / name
    format_for(path).write(path, entries, WriteOptions(profile=profile))
    return path.read_text(encoding="utf-8")


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data


def hostile_entry() -> Entry:
    return Entry(
        1, HOSTILE, reading="あ" + HOSTILE, subject=HOSTILE, category=HOSTILE, note=HOSTILE,
        targets=tuple(Target(HOSTILE + str(usage), usage) for usage in Usage), variants=(Variant(HOSTILE),),
    )  # fmt: skip


@pytest.mark.parametrize("profile", ["gojuon", "ruby", "a-z"])
def test_texts_of_strangers_stay_text_in_html(tmp_path: Path, profile: str) -> None:
    page = _Tags()
    page.feed(write(tmp_path, "a.html", [hostile_entry()], profile))
    assert {"script", "img"}.isdisjoint(tag for tag, _ in page.found)
    assert not any(key.startswith("on") for _, attributes in page.found for key in attributes)
    assert "\x1b" not in page.text
    assert "\u202e" not in page.text
    assert page.text.count("<script>x</script>") == 9


def test_an_attribute_cannot_be_left(tmp_path: Path) -> None:
    page = _Tags()
    page.feed(write(tmp_path, "a.html", [Entry(1, "雨", source_language='"><script>')]))
    assert "script" not in {tag for tag, _ in page.found}


def test_texts_of_strangers_stay_text_in_markdown(tmp_path: Path) -> None:
    text = write(tmp_path, "a.md", [hostile_entry()])
    tokens = [child for token in MarkdownIt("gfm-like").parse(text) for child in token.children or []]
    assert not any(token.type.startswith(("link", "html", "image", "code", "s_")) for token in tokens)
    shown = "".join(token.content for token in tokens)
    assert shown.count("<script>x</script> <img src=//x onerror=x> **a** [b](c) `d` &lt; ␛[31m| https://e.f") == 9


def test_a_page_needs_nothing_from_elsewhere(tmp_path: Path) -> None:
    page = _Tags()
    page.feed(write(tmp_path, "a.html", list(ENTRIES)))
    assert {"script", "link", "img", "iframe"}.isdisjoint(tag for tag, _ in page.found)
    assert [attributes["href"] for tag, attributes in page.found if tag == "a"] == ["#s1", "#s2", "#s3"]
    languages = {attributes.get("lang") for tag, attributes in page.found if tag in {"dt", "b", "span"}}
    assert languages == {"ja", "en", None}


def test_what_people_see_of_an_entry(tmp_path: Path) -> None:
    text = write(tmp_path, "a.md", [ENTRIES[0]])
    assert text.split("## ")[1] == (
        "あ\n\n- **王将**（おうしょう） — **king**; monarch; K\\|Q\n  - do not use: kaiser\n"
        "  - also: 玉将、王\\|将\\\\\n"
        '  - subject: 将棋\n  - category: noun\n  - note: 駒の名; "王" 二行目\n'
    )


def test_a_reading_that_the_term_shows_itself_is_not_repeated(tmp_path: Path) -> None:
    entries = [Entry(1, "ハート", reading="はーと"), Entry(2, "心", reading="こころ")]
    text = write(tmp_path, "a.md", entries)
    assert "（はーと）" not in text
    assert "**心**（こころ）" in text


def test_without_a_reading_the_term_stands_where_it_is_read(tmp_path: Path) -> None:
    text = write(tmp_path, "a.md", [Entry(1, "雨", status=Status.APPROVED), Entry(2, "案", reading="あん")])
    assert text.index("雨") < text.index("案")
    assert "（あめ）" not in text


def test_by_english_what_has_none_stands_last(tmp_path: Path) -> None:
    entries = [
        Entry(1, "訳のない語"),
        Entry(2, "王", targets=(Target("the king"),)),
        Entry(3, "雨", targets=(Target("rain"),)),
    ]
    text = write(tmp_path, "a.md", entries, "a-z")
    assert [line for line in text.split("\n") if line.startswith("## ")] == ["## K", "## R", "## ＃"]


@pytest.mark.parametrize("name", ["a.md", "a.html"])
def test_what_a_page_does_not_show_is_said(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    report = format_for(path).write(path, [*ENTRIES, Entry(9, " ")])
    lost = {Loss("line breaks in notes", 1, "spaces")} if name == "a.md" else set()
    assert report.written == 4
    assert set(report.losses) == lost | {
        *(Loss(what, 1) for what in ("score", "count", "created at", "documents", "reading origin", "score of a target",
                                     "origin of a target", "kind or count of a variant", "entries without a term")),
        Loss("evidence", 2),
    }  # fmt: skip


@pytest.mark.parametrize("name", ["a.md", "a.html"])
def test_pages_are_not_read_and_hold_no_units(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_text("- 雨 — rain\n", encoding="utf-8")
    with pytest.raises(UsageError, match="cannot be read back"):
        format_for(path).read(path)
    with pytest.raises(UsageError, match="entries, not units"):
        format_for(path).write(tmp_path / f"b{name}", UNITS)
