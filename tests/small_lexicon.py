"""A small Japanese–English dictionary for tests, written by the product's own writer.

`small_lexicon(tmp_path / "lexicon")` has some seventy common words of politics and a dozen names; a test that needs
more adds `word(...)` and `name(...)` to `common_words()` and `common_names()`, or gives its own altogether. What a
full dictionary learns from its compounds and glosses is empty in it, unless the test gives it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path

from rnk_gloss.lexicon.build import write_lexicon
from rnk_gloss.lexicon.dictionary import Lexicon, NameEntry, Sense
from rnk_gloss.lexicon.writer import LexiconWriter, Name, Word, WordForm

SOURCE = "small dictionary for tests"
NOUN = "noun (common) (futsuumeishi)"
PARTS_OF_SPEECH = {
    "N": (NOUN,),
    "S": (NOUN, "noun or participle which takes the aux. verb suru"),
    "A": ("adjectival nouns or quasi-adjectives (keiyodoshi)", NOUN),
}


def small_lexicon(
    path: Path,
    words: Iterable[Word] | None = None,
    names: Iterable[NameEntry] | None = None,
    *,
    compounds: Mapping[tuple[str, bool], tuple[float, tuple[tuple[str, float], ...]]] | None = None,
    neighbours: Mapping[tuple[str, str], int] | None = None,
) -> Lexicon:
    """A lexicon file at `path` with these words and names (default: the common ones), opened; the caller closes it.

    `compounds` has the answers of `compound_words` by unit and whether it is the head, `neighbours` those of
    `neighbours`; a word is as frequent as it is a second neighbour.
    """

    def fill(writer: LexiconWriter, folder: Path) -> None:
        for number, entry in enumerate(common_words() if words is None else words, start=1):
            writer.add_word(Word(number, entry.forms, entry.senses))
        for number, named in enumerate(common_names() if names is None else names, start=1):
            writer.add_name(Name(number, (named,)))
        for (unit, head), (seen, english) in (compounds or {}).items():
            writer.add_compound_part(unit, head=head, seen=seen, words=english)
        frequencies = Counter[str]()
        for (_, second), times in (neighbours or {}).items():
            frequencies[second] += times
        writer.add_neighbours(frequencies, neighbours or {})
        writer.finish({"source": SOURCE})

    write_lexicon(path, fill)
    return Lexicon.open(path)


def word(form: str, reading: str, *senses: str, band: int = 0, parts: str = "N", also: Iterable[str] = ()) -> Word:
    """A word with one `gloss;gloss` for each sense, and its other spellings in `also`; numbers come with the file."""
    priority = (f"news{1 if band <= 24 else 2}", f"nf{band:02d}") if band else ()
    spellings = [WordForm(form, reading, priority, primary=True), *(WordForm(spelling, reading) for spelling in also)]
    if reading not in {form, *also}:
        spellings.append(WordForm(reading, reading, priority))
    meanings = tuple(Sense(tuple(glosses.split(";")), PARTS_OF_SPEECH[parts]) for glosses in senses)
    return Word(0, tuple(spellings), meanings)


def name(form: str, reading: str, *renderings: str, types: str = "place") -> NameEntry:
    """A name with its types (`person`, `surname`, `place` …) separated by spaces."""
    return NameEntry(form, reading, renderings, tuple(types.split()))


def common_words() -> list[Word]:
    """The words of small_lexicon_words.tsv."""
    return [
        word(form, reading, *senses.split("/"), band=int(band), parts=parts)
        for form, reading, band, parts, senses in _rows("small_lexicon_words.tsv")
    ]


def common_names() -> list[NameEntry]:
    """The names of small_lexicon_names.tsv."""
    return [
        name(form, reading, *renderings.split(";"), types=types)
        for form, reading, types, renderings in _rows("small_lexicon_names.tsv")
    ]


def _rows(file: str) -> list[list[str]]:
    lines = (Path(__file__).parent / file).read_text(encoding="utf-8").split("\n")
    return [line.split("\t") for line in lines if line and not line.startswith("#")]
