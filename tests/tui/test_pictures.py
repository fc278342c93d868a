from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

from rnk_gloss.tui.pictures import Shown, Translating, write_pictures


def test_a_picture_of_each_screen_is_written_with_japanese_fonts(store: Path, tmp_path: Path) -> None:
    before = store.read_bytes()
    pictures = write_pictures(
        store, tmp_path / "pictures", Shown(text="貯蔵庫", translating=Translating("cellar", 1, "Visits 「by phone"))
    )
    assert [path.name for path in pictures] == [
        f"review-{name}.svg" for name in ("terms", "segments", "lookup", "translation")
    ]
    for path in pictures:
        svg = path.read_text(encoding="utf-8")
        ElementTree.fromstring(svg)
        assert ("見学" if "translation" in path.name else "貯蔵庫") in svg
        assert "Noto Sans Mono CJK JP" in svg
        assert "@font-face" not in svg
        assert "http" not in svg.replace("http://www.w3.org/2000/svg", "").replace("https://www.textualize.io", "")
    assert "has no partner" in pictures[-1].read_text(encoding="utf-8").replace("&#160;", " ")
    assert store.read_bytes() == before
