from __future__ import annotations

from pathlib import Path

from rnk_gloss.lexicon.licence import DICTIONARY_NOTICE

NOTICE = Path(__file__).parents[2] / "NOTICE"


def test_the_notice_names_owner_licence_and_places() -> None:
    for fact in (
        "Electronic Dictionary Research and Development Group",
        "in conformance",
        "ShareAlike",
        "https://www.edrdg.org/edrdg/licence.html",
    ):
        assert fact in " ".join(DICTIONARY_NOTICE.split())


def test_the_projects_notice_says_the_same() -> None:
    assert DICTIONARY_NOTICE in NOTICE.read_text(encoding="utf-8")
