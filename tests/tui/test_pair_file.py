"""Both texts of a segment in one file for an external editor."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rnk_gloss.errors import UsageError
from rnk_gloss.tui.pair_file import read_back, written

LINES = st.lists(st.text(alphabet=st.sampled_from("樽あa# \u3000EnglishJapanese"), max_size=12), max_size=4)


@given(LINES, LINES)
def test_what_was_not_edited_comes_back(source: list[str], target: list[str]) -> None:
    texts = "\n".join(source).strip("\n"), "\n".join(target).strip("\n")
    assert read_back(written(*texts), *texts) == texts


def test_each_text_stands_below_its_heading() -> None:
    text = written("樽を開けた。", "# English")
    assert text == "## Japanese\n樽を開けた。\n\n## English\n# English\n"
    edited = text.replace("樽を", "桶を").removesuffix("# English\n") + "They opened it.\nAll of it.\n"
    assert read_back(edited, "樽を開けた。", "# English") == ("桶を開けた。", "They opened it.\nAll of it.")


@pytest.mark.parametrize("text", ["樽を開けた。", "# English\nOpen.\n# Japanese\n樽", "# Japanese\n樽\nOpen."])
def test_without_its_headings_nothing_is_read(text: str) -> None:
    with pytest.raises(UsageError, match="headings") as caught:
        read_back(text, "樽", "Open.")
    assert "# Japanese" in str(caught.value.hint)
