from __future__ import annotations

from pathlib import Path

import pytest

from rnk_gloss.lexicon.build import build_lexicon, write_lexicon
from rnk_gloss.lexicon.dictionary import Lexicon
from rnk_gloss.lexicon.learned import PartPhrases
from rnk_gloss.lexicon.neighbours import NeighbourCounts
from rnk_gloss.lexicon.writer import LexiconWriter
from tests.lexicon.small_source import small_source
from tests.small_lexicon import small_lexicon, word


def test_what_was_written_is_found(path: Path) -> None:
    treaty = (5.0, (("treaty", 0.9), ("pact", 0.05)))
    with small_lexicon(path, compounds={("条約", True): treaty}, neighbours={("peace", "treaty"): 3}) as lexicon:
        assert lexicon.compound_words("条約", head=True) == treaty
        assert lexicon.compound_words("条約", head=False) == (0.0, ())
        assert lexicon.neighbours("peace", "treaty") == 3
        assert lexicon.neighbours("treaty", "peace") == 0
        assert lexicon.frequency("treaty") == 3
        assert lexicon.frequency("peace") == 0
        assert lexicon.romanisations("マリン") == ()


def test_phrases_are_found_by_part_and_role(path: Path) -> None:
    def fill(writer: LexiconWriter, folder: Path) -> None:
        writer.add_compound_phrases("者", head=True, seen=9, phrases=[("", 5), ("person", 2)], affixes=[("y>ist", 3)])
        writer.finish({})

    write_lexicon(path, fill)
    with Lexicon.open(path) as lexicon:
        found = PartPhrases(9, (("", 5), ("person", 2)), (("y>ist", 3),))
        assert lexicon.compound_phrases("者", head=True) == found
        assert lexicon.compound_phrases("者", head=False) == PartPhrases()
    assert lexicon.compound_phrases("者", head=True) == PartPhrases()


@pytest.mark.parametrize("closed", [False, True], ids=["none", "closed"])
def test_an_empty_lexicon_has_learned_nothing(path: Path, closed: bool) -> None:
    lexicon = Lexicon.none()
    if closed:
        lexicon = small_lexicon(path, compounds={("条約", True): (1.0, (("treaty", 1.0),))})
        assert lexicon.compound_words("条約", head=True)[0]
        lexicon.close()
    assert lexicon.compound_words("条約", head=True) == (0.0, ())
    assert lexicon.neighbours("peace", "treaty") == 0
    assert lexicon.frequency("treaty") == 0
    assert lexicon.romanisations("マリン") == ()


def test_neighbours_are_counted_once_for_each_gloss_of_an_entry() -> None:
    counts = NeighbourCounts()
    counts.add_word(word("平和条約", "へいわじょうやく", "peace treaty;treaty of peace", "peace treaty"))
    assert counts.pairs() == {
        ("^", "peace"): 1,
        ("peace", "treaty"): 1,
        ("treaty", "$"): 1,
        ("^", "treaty"): 1,
        ("treaty", "of"): 1,
        ("of", "peace"): 1,
        ("peace", "$"): 1,
    }
    assert counts.words() == {"peace": 2, "treaty": 2, "of": 1}


def test_the_build_learns(path: Path, tmp_path: Path) -> None:
    build_lexicon(path, sources=[small_source(tmp_path / "jamdict.db")])
    with Lexicon.open(path) as lexicon:
        assert lexicon.neighbours("joint", "rule") == 1
        assert lexicon.frequency("agreement") == 1
        assert lexicon.romanisations("アオバ")[0] == ("Aoba", 0.0)


def test_the_same_source_gives_the_same_file(path: Path, tmp_path: Path) -> None:
    source = small_source(tmp_path / "jamdict.db")
    files = [path, tmp_path / "again.sqlite"]
    for file in files:
        build_lexicon(file, sources=[source])
    assert files[0].read_bytes() == files[1].read_bytes()
