"""How fast terms are extracted, and in how much memory.

    python benchmarks/terms.py [FOLDER] [--characters 100000] [--no-dictionary]

The texts of the folder (default: samples/ja) are taken as one document, repeated to the given length. Printed are, for
one core and with everything loaded: characters a second up to ranked terms, terms a second for their readings and
English, characters a second for all, the longest silence between two calls of `progress`, and peak memory.
"""

from __future__ import annotations

import argparse
import resource
import time
from pathlib import Path

from rnk_gloss.documents.reader import read_document
from rnk_gloss.extract.extraction import extract_terms
from rnk_gloss.extract.knowledge import Knowledge
from rnk_gloss.extract.passages import passages_of
from rnk_gloss.extract.selection import propose, settle
from rnk_gloss.lexicon.dictionary import Lexicon
from rnk_gloss.lexicon.location import open_lexicon
from rnk_gloss.model.document import Document, Paragraph
from rnk_gloss.model.traced import TracedText

SAMPLES = Path(__file__).resolve().parent.parent / "samples" / "ja"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, default=SAMPLES)
    parser.add_argument("--characters", type=int, default=100_000)
    parser.add_argument("--no-dictionary", action="store_true")
    options = parser.parse_args()
    document = repeated(options.folder, options.characters)
    characters = len(document.original)
    with Lexicon.none() if options.no_dictionary else open_lexicon() as lexicon:
        extract_terms([document], lexicon)  # loads the analyser and the dictionary, which is not measured
        whole, silence, terms = min(timed(document, lexicon) for _ in range(3))
        without = min(ranked(document, lexicon) for _ in range(3))
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{characters} characters, {terms} terms, {100 * terms / max(1, characters):.1f} in 100 characters")
    print(f"candidates and ranking  {characters / without:9,.0f} characters a second  ({without:.2f} s)")
    print(f"readings and English    {terms / max(1e-3, whole - without):9,.0f} terms a second")
    print(f"whole extraction        {characters / whole:9,.0f} characters a second  ({whole:.2f} s)")
    print(f"longest silence         {silence:9.2f} s")
    print(f"peak memory             {memory:9.0f} MB")


def ranked(document: Document, lexicon: Lexicon) -> float:
    """Seconds of the processor up to ranked terms, without their readings and English."""
    began = time.process_time()
    knowledge = Knowledge(lexicon)
    passages = passages_of([document], knowledge, ignore)
    proposals, nesting = propose(passages, knowledge, ignore)
    settle(passages, proposals, nesting, knowledge, ignore)
    return time.process_time() - began


def ignore(_done: int, _total: int) -> None:
    pass


def repeated(folder: Path, characters: int) -> Document:
    """The paragraphs of all texts in a folder, again and again up to so many characters."""
    lines = [
        paragraph.text
        for path in sorted(folder.glob("*.txt"))
        for paragraph in read_document(path, language="ja").paragraphs
        if paragraph.is_prose
    ]
    if not lines:
        raise SystemExit(f"{folder}: no text in it")
    paragraphs: list[Paragraph] = []
    length = 0
    while length < characters:
        text = lines[len(paragraphs) % len(lines)]
        paragraphs.append(Paragraph(TracedText.verbatim(text, length)))
        length += len(text) + 1
    original = "\n".join(paragraph.text for paragraph in paragraphs)
    return Document(str(folder), "ja", "text", "utf-8", "0" * 64, original, tuple(paragraphs))


def timed(document: Document, lexicon: Lexicon) -> tuple[float, float, int]:
    """Seconds of the processor, the longest silence in seconds, and how many terms were found."""
    began = latest = time.process_time()
    silence = 0.0

    def listen(_done: int, _total: int) -> None:
        nonlocal latest, silence
        now = time.process_time()
        silence = max(silence, now - latest)
        latest = now

    terms = extract_terms([document], lexicon, progress=listen)
    return time.process_time() - began, silence, len(terms)


if __name__ == "__main__":
    main()
