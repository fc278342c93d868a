from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

from rnk_gloss.tui.pictures import write_pictures


def test_a_picture_of_each_screen_is_written_with_japanese_fonts(store: Path, tmp_path: Path) -> None:
    before = store.read_bytes()
    pictures = write_pictures(store, tmp_path / "pictures", text="貯蔵庫")
    assert [path.name for path in pictures] == ["review-terms.svg", "review-segments.svg", "review-lookup.svg"]
    for path in pictures:
        svg = path.read_text(encoding="utf-8")
        ElementTree.fromstring(svg)
        assert "貯蔵庫" in svg
        assert "Noto Sans Mono CJK JP" in svg
        assert "@font-face" not in svg
        assert "http" not in svg.replace("http://www.w3.org/2000/svg", "").replace("https://www.textualize.io", "")
    assert store.read_bytes() == before
